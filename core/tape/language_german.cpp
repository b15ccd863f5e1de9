#include "tape/language_data.hpp"
#include "tape/languages.hpp"

namespace wirecopy::tape {

namespace {

using enum WordKind;

constexpr std::string_view stop_text = R"(
der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner
ich mich mir mein meine wir uns unser unsere du ihr er ihn ihm sein seine seinen seinem seiner
seines sie ihnen ihre ihren ihrem ihrer ihres es sich man selbst
dieser diese dieses diesen diesem jener jene jeder jede jedes jeden jedem alle allen aller alles
andere anderen anderer einige einigen mehrere viele vielen viel weitere weiteren solche
wer wem was welche welcher welches deren dessen denen etwas nichts niemand
in im ins an am ans auf aus bei beim bis durch für gegen mit nach ohne seit über um unter von vom
vor wegen ab zu zum zur zwischen hinter neben trotz laut gegenüber innerhalb
und oder aber denn sondern sowie dass weil wenn als wie ob obwohl damit nachdem bevor während doch
jedoch
bin ist sind war waren wäre wären gewesen sei seien haben habe hat hatte hatten hätte hätten werden
werde wird wurde wurden würde würden worden geworden kann können konnte konnten könnte könnten könne
muss müssen musste mussten soll sollen sollte sollten solle will wollen wollte wollten darf dürfen
mag möchte
nicht nur auch noch schon sehr mehr meisten so dann da dort hier nun jetzt immer wieder bereits
etwa dabei dafür daran darauf davon dazu darüber deshalb daher zudem allerdings ebenfalls bisher
zwar kaum fast ganz wo warum wann
sagte sagt sagten
)";
constexpr auto stop_words = split_words<count_words(stop_text)>(stop_text);

// German writes a number below a million as one word; beyond 31 news writes digits. The long
// scale: a Billion is 10^12. "mia", Swiss for Milliarden, is also a first name, "bio" is farming.
constexpr NumberForms number_forms[] = {
    {"null", cardinal, 0},
    {"zwei zwo zweier", cardinal, 2},
    {"drei dreier", cardinal, 3},
    {"vier", cardinal, 4},
    {"fünf fuenf", cardinal, 5},
    {"sechs", cardinal, 6},
    {"sieben", cardinal, 7},
    {"acht", cardinal, 8},
    {"neun", cardinal, 9},
    {"zehn", cardinal, 10},
    {"elf", cardinal, 11},
    {"zwölf zwoelf", cardinal, 12},
    {"dreizehn", cardinal, 13},
    {"vierzehn", cardinal, 14},
    {"fünfzehn fuenfzehn", cardinal, 15},
    {"sechzehn", cardinal, 16},
    {"siebzehn", cardinal, 17},
    {"achtzehn", cardinal, 18},
    {"neunzehn", cardinal, 19},
    {"zwanzig", cardinal, 20},
    {"einundzwanzig", cardinal, 21},
    {"zweiundzwanzig", cardinal, 22},
    {"dreiundzwanzig", cardinal, 23},
    {"vierundzwanzig", cardinal, 24},
    {"fünfundzwanzig", cardinal, 25},
    {"sechsundzwanzig", cardinal, 26},
    {"siebenundzwanzig", cardinal, 27},
    {"achtundzwanzig", cardinal, 28},
    {"neunundzwanzig", cardinal, 29},
    {"dreissig", cardinal, 30},
    {"einunddreissig", cardinal, 31},
    {"vierzig", cardinal, 40},
    {"fünfzig fuenfzig", cardinal, 50},
    {"sechzig", cardinal, 60},
    {"siebzig", cardinal, 70},
    {"achtzig", cardinal, 80},
    {"neunzig", cardinal, 90},
    {"einhundert", cardinal, 100},
    {"zweihundert", cardinal, 200},
    {"dreihundert", cardinal, 300},
    {"vierhundert", cardinal, 400},
    {"fünfhundert", cardinal, 500},
    {"sechshundert", cardinal, 600},
    {"siebenhundert", cardinal, 700},
    {"achthundert", cardinal, 800},
    {"neunhundert", cardinal, 900},
    {"eintausend", cardinal, 1'000},
    {"zweitausend", cardinal, 2'000},
    {"dreitausend", cardinal, 3'000},
    {"viertausend", cardinal, 4'000},
    {"fünftausend", cardinal, 5'000},
    {"sechstausend", cardinal, 6'000},
    {"siebentausend", cardinal, 7'000},
    {"achttausend", cardinal, 8'000},
    {"neuntausend", cardinal, 9'000},
    {"zehntausend", cardinal, 10'000},
    {"zwanzigtausend", cardinal, 20'000},
    {"fünfzigtausend", cardinal, 50'000},
    {"hunderttausend", cardinal, 100'000},
    {"dutzend", scale, 12},
    {"hundert", bare_scale, 100},
    {"tausend", bare_scale, thousand},
    {"tsd", scale, thousand},
    {"million millionen mio mill", scale, million},
    {"milliarde milliarden mrd mrden", scale, billion},
    {"billion billionen", scale, trillion},
    {"billiarde billiarden", scale, thousand* trillion},
    {"trillion trillionen", scale, million* trillion},
    {"halb halbe halben halber halbes hälfte", hundredths, 50},
    {"anderthalb eineinhalb", hundredths, 150},
    {"zweieinhalb", hundredths, 250},
    {"dreieinhalb", hundredths, 350},
    {"prozent", percent, 100},
    {"januar januars jänner jan", month, 1},
    {"februar februars feber feb", month, 2},
    {"märz maerz mrz", month, 3},
    {"april aprils apr", month, 4},
    {"mai", month, 5},
    {"juni jun", month, 6},
    {"juli jul", month, 7},
    {"august aug", month, 8},
    {"september sept sep", month, 9},
    {"oktober okt", month, 10},
    {"november nov", month, 11},
    {"dezember dez", month, 12},
    {"montag montags montagmorgen montagmittag montagnachmittag montagabend montagnacht", weekday,
     1},
    {"dienstag dienstags dienstagmorgen dienstagmittag dienstagnachmittag dienstagabend "
     "dienstagnacht",
     weekday, 2},
    {"mittwoch mittwochs mittwochmorgen mittwochmittag mittwochnachmittag mittwochabend "
     "mittwochnacht",
     weekday, 3},
    {"donnerstag donnerstags donnerstagmorgen donnerstagmittag donnerstagnachmittag "
     "donnerstagabend donnerstagnacht",
     weekday, 4},
    {"freitag freitags freitagmorgen freitagmittag freitagnachmittag freitagabend freitagnacht",
     weekday, 5},
    {"samstag samstags samstagmorgen samstagmittag samstagnachmittag samstagabend samstagnacht "
     "sonnabend sonnabends",
     weekday, 6},
    {"sonntag sonntags sonntagmorgen sonntagmittag sonntagnachmittag sonntagabend sonntagnacht",
     weekday, 7},
};
constexpr auto number_words = expand_forms<count_words(number_forms)>(number_forms);

constexpr std::string_view particle_text = R"(
von vom zu zum zur der den van de da do dos di del della du des la le el al bin ben ibn ter am
)";
constexpr auto name_particles = split_words<count_words(particle_text)>(particle_text);

constexpr std::string_view abbreviation_text = R"(
dr prof hr fr frl dipl ing med jur phil rer nat hc st sen jun gen
z b d h u a o i v s e
bzw usw usf etc ca evtl ggf vgl sog inkl exkl zzgl bspw insb mind min allg urspr geb gest
hrsg jh jhd str tel ff vs zt
mio mrd tsd co
jan feb mrz apr jul aug sept sep okt nov dez
)";
constexpr auto abbreviations = split_words<count_words(abbreviation_text)>(abbreviation_text);

constexpr std::string_view counted_text = "art abs nr kap bd";
constexpr auto counted_abbreviations = split_words<count_words(counted_text)>(counted_text);

}  // namespace

constexpr LanguageTable german_table{
    .language = Language::german,
    .name = "german",
    .snowball = "german",
    .stop_words = stop_words,
    .number_words = number_words,
    .name_particles = name_particles,
    .abbreviations = abbreviations,
    .counted_abbreviations = counted_abbreviations,
    .number_link = "",
    .percent_phrase = {},
    .decimal_mark = ',',
    .thousands_marks = ". '",  // the apostrophe is Swiss
    .capitals_mark_names = false,
};

}  // namespace wirecopy::tape
