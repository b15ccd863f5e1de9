#include "tape/language_data.hpp"
#include "tape/languages.hpp"

namespace wirecopy::tape {

namespace {

using enum WordKind;

// Agencies write final accents as apostrophes ("piu'"), so accented words also stand without.
// "sei" is left to the number six: "you are" hardly happens in news.
constexpr std::string_view stop_text = R"(
il lo la i gli le l un uno una
del dello della dell dei degli delle al allo alla all ai agli alle dal dallo dalla dall dai dagli
dalle nel nello nella nell nei negli nelle sul sullo sulla sull sui sugli sulle
io mi me mio mia miei noi ci nostro nostra nostri tu ti te tuo voi vi vostro
lui lei esso essa essi loro egli ella si sé se ne suo sua suoi sue li
questo questa questi queste quest quello quella quelli quelle quel quell quei ciò cio
che chi c cui quale quali cosa come dove quando perché perche quanto quanti
ogni tutto tutta tutti tutte altro altra altri altre stesso stessa stessi nessuno nessun alcuni
alcune qualche qualcuno niente nulla entrambi
di a da in con su per tra fra d verso contro dopo prima durante senza secondo oltre presso sotto
sopra entro fino
e ed o ma però pero anche mentre poiché quindi dunque né sia oppure infatti inoltre
è sono era erano fu furono essere stato stata stati state sarà sara saranno sarebbe sarebbero
siano fosse siamo
ha hanno aveva avevano avere avuto avrà avrebbe avrebbero abbia abbiano abbiamo ho
può puo possono poteva potrebbe potrebbero deve devono viene vengono fa fatto va
non più piu meno molto molti molta molte poco tanto troppo già gia ancora sempre mai solo soltanto
così cosi ora poi qui proprio quasi circa invece tuttavia ormai
detto dice
)";
constexpr auto stop_words = split_words<count_words(stop_text)>(stop_text);

// Italian writes a number below a million as one word. The long scale: un bilione is 10^12.
// "mar", "set" and "gen" abbreviate months, but are the sea, tennis and a general. Round counts
// (una decina, migliaia) are vague and left out.
constexpr NumberForms number_forms[] = {
    {"zero", cardinal, 0},
    {"due", cardinal, 2},
    {"tre", cardinal, 3},
    {"quattro", cardinal, 4},
    {"cinque", cardinal, 5},
    {"sei", cardinal, 6},
    {"sette", cardinal, 7},
    {"otto", cardinal, 8},
    {"nove", cardinal, 9},
    {"dieci", cardinal, 10},
    {"undici", cardinal, 11},
    {"dodici", cardinal, 12},
    {"tredici", cardinal, 13},
    {"quattordici", cardinal, 14},
    {"quindici", cardinal, 15},
    {"sedici", cardinal, 16},
    {"diciassette", cardinal, 17},
    {"diciotto", cardinal, 18},
    {"diciannove", cardinal, 19},
    {"venti", cardinal, 20},
    {"ventuno ventun", cardinal, 21},
    {"ventidue", cardinal, 22},
    {"ventitré ventitre", cardinal, 23},
    {"ventiquattro", cardinal, 24},
    {"venticinque", cardinal, 25},
    {"ventisei", cardinal, 26},
    {"ventisette", cardinal, 27},
    {"ventotto", cardinal, 28},
    {"ventinove", cardinal, 29},
    {"trenta", cardinal, 30},
    {"trentuno trentun", cardinal, 31},
    {"quaranta", cardinal, 40},
    {"cinquanta", cardinal, 50},
    {"sessanta", cardinal, 60},
    {"settanta", cardinal, 70},
    {"ottanta", cardinal, 80},
    {"novanta", cardinal, 90},
    {"cento", cardinal, 100},
    {"duecento", cardinal, 200},
    {"trecento", cardinal, 300},
    {"quattrocento", cardinal, 400},
    {"cinquecento", cardinal, 500},
    {"seicento", cardinal, 600},
    {"settecento", cardinal, 700},
    {"ottocento", cardinal, 800},
    {"novecento", cardinal, 900},
    {"duemila", cardinal, 2'000},
    {"tremila", cardinal, 3'000},
    {"quattromila", cardinal, 4'000},
    {"cinquemila", cardinal, 5'000},
    {"seimila", cardinal, 6'000},
    {"settemila", cardinal, 7'000},
    {"ottomila", cardinal, 8'000},
    {"novemila", cardinal, 9'000},
    {"diecimila", cardinal, 10'000},
    {"quindicimila", cardinal, 15'000},
    {"ventimila", cardinal, 20'000},
    {"trentamila", cardinal, 30'000},
    {"quarantamila", cardinal, 40'000},
    {"cinquantamila", cardinal, 50'000},
    {"centomila", cardinal, 100'000},
    {"dozzina", scale, 12},
    {"mille", bare_scale, thousand},
    {"mila", scale, thousand},
    {"milione milioni mln mil", scale, million},
    {"miliardo miliardi mld mrd", scale, billion},
    {"bilione bilioni", scale, trillion},
    {"trilione trilioni", scale, million* trillion},
    {"k", attached_scale, thousand},
    {"m", attached_scale, million},
    {"mezzo mezza", hundredths, 50},
    {"percento", percent, 100},
    {"gennaio genn", month, 1},
    {"febbraio feb febbr", month, 2},
    {"marzo", month, 3},
    {"aprile apr", month, 4},
    {"maggio mag magg", month, 5},
    {"giugno giu", month, 6},
    {"luglio lug", month, 7},
    {"agosto ago", month, 8},
    {"settembre sett", month, 9},
    {"ottobre ott", month, 10},
    {"novembre nov", month, 11},
    {"dicembre dic", month, 12},
    {"lunedì lunedi", weekday, 1},
    {"martedì martedi", weekday, 2},
    {"mercoledì mercoledi", weekday, 3},
    {"giovedì giovedi", weekday, 4},
    {"venerdì venerdi", weekday, 5},
    {"sabato", weekday, 6},
    {"domenica", weekday, 7},
};
constexpr auto number_words = expand_forms<count_words(number_forms)>(number_forms);

constexpr std::string_view particle_text = R"(
di del della dello dell dei degli delle de d da dal dalla la lo le li do dos das du des el al bin
ben ibn van von der den
)";
constexpr auto name_particles = split_words<count_words(particle_text)>(particle_text);

constexpr std::string_view abbreviation_text = R"(
sig sigg dott prof avv ing arch geom rag cav comm on sen mons card gen col ten serg
dr fr s ss st
ecc es cfr tel ca c p v vs all cit cod lett
soc coop spett gent
genn febbr apr magg giu lug ago sett ott nov dic
)";
constexpr auto abbreviations = split_words<count_words(abbreviation_text)>(abbreviation_text);

constexpr std::string_view counted_text = "n nr num art pag pagg vol cap fig";
constexpr auto counted_abbreviations = split_words<count_words(counted_text)>(counted_text);

}  // namespace

constexpr LanguageTable italian_table{
    .language = Language::italian,
    .name = "italian",
    .snowball = "italian",
    .stop_words = stop_words,
    .number_words = number_words,
    .name_particles = name_particles,
    .abbreviations = abbreviations,
    .counted_abbreviations = counted_abbreviations,
    .number_link = "",
    .percent_phrase = {"per", "cento"},
    .decimal_mark = ',',
    .thousands_marks = ". '",  // the apostrophe is Swiss
    .capitals_mark_names = true,
};

}  // namespace wirecopy::tape
