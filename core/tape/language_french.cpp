#include "tape/language_data.hpp"
#include "tape/languages.hpp"

namespace wirecopy::tape {

namespace {

using enum WordKind;

// "or" is missing: it is a conjunction, but also gold.
constexpr std::string_view stop_text = R"(
le la les l un une des du de d au aux
je j me m moi mon ma mes nous notre nos tu te toi ton ta tes vous votre vos
il elle ils elles on lui leur leurs eux se s soi son sa ses en y
ce c cet cette ces cela ça celui celle ceux celles ci
qui que qu quoi dont où quel quelle quels quelles lequel laquelle lesquels lesquelles
tout toute tous toutes autre autres même mêmes aucun aucune chaque plusieurs quelque quelques
quelqu rien personne certains certaines tel telle
à dans par pour sur avec sans sous chez vers entre depuis pendant contre avant après dès jusqu
selon malgré parmi hors lors envers afin
et ou mais donc ni car si comme quand lorsque lorsqu puisque puisqu parce tandis quoique
n ne pas plus moins jamais non oui
est sont était étaient être été étant sera seront serait seraient soit soient fut furent suis
sommes
a ont avait avaient avoir eu ayant aura auront aurait auraient ai avons ait aient
peut peuvent pouvait pourrait pourraient pouvoir doit doivent devait devrait faire fait va vont
très trop peu beaucoup aussi encore déjà toujours ainsi alors bien puis ensuite cependant
toutefois pourtant notamment également seulement environ presque surtout là ici hui
aujourd t
dit disent
)";
constexpr auto stop_words = split_words<count_words(stop_text)>(stop_text);

// "quatre" before "vingt" multiplies (quatre-vingts is 80), the one pair of cardinals that does;
// "soixante" before "dix" adds, as cardinals do. "sept" is seven, never September. The long
// scale: un billion is 10^12. Round counts (une dizaine, des milliers) are vague and left out.
constexpr NumberForms number_forms[] = {
    {"zéro zero", cardinal, 0},
    {"deux", cardinal, 2},
    {"trois", cardinal, 3},
    {"quatre", cardinal, 4},
    {"cinq", cardinal, 5},
    {"six", cardinal, 6},
    {"sept", cardinal, 7},
    {"huit", cardinal, 8},
    {"neuf", cardinal, 9},
    {"dix", cardinal, 10},
    {"onze", cardinal, 11},
    {"douze", cardinal, 12},
    {"treize", cardinal, 13},
    {"quatorze", cardinal, 14},
    {"quinze", cardinal, 15},
    {"seize", cardinal, 16},
    {"vingt vingts", cardinal, 20},
    {"trente", cardinal, 30},
    {"quarante", cardinal, 40},
    {"cinquante", cardinal, 50},
    {"soixante", cardinal, 60},
    {"septante", cardinal, 70},
    {"huitante octante", cardinal, 80},
    {"nonante", cardinal, 90},
    {"douzaine", scale, 12},
    {"cent cents", bare_scale, 100},
    {"mille", bare_scale, thousand},
    {"million millions mln mio", scale, million},
    {"milliard milliards mrd mds md", scale, billion},
    {"billion billions", scale, trillion},
    {"trillion trillions", scale, million* trillion},
    {"k", attached_scale, thousand},
    {"m", attached_scale, million},
    {"demi demie", hundredths, 50},
    {"pourcent", percent, 100},
    {"janvier janv", month, 1},
    {"février fevrier févr fév", month, 2},
    {"mars", month, 3},
    {"avril avr", month, 4},
    {"mai", month, 5},
    {"juin", month, 6},
    {"juillet juil", month, 7},
    {"août aout", month, 8},
    {"septembre", month, 9},
    {"octobre oct", month, 10},
    {"novembre nov", month, 11},
    {"décembre decembre déc", month, 12},
    {"lundi lundis", weekday, 1},
    {"mardi mardis", weekday, 2},
    {"mercredi mercredis", weekday, 3},
    {"jeudi jeudis", weekday, 4},
    {"vendredi vendredis", weekday, 5},
    {"samedi samedis", weekday, 6},
    {"dimanche dimanches", weekday, 7},
};
constexpr auto number_words = expand_forms<count_words(number_forms)>(number_forms);

// "d" and "l" are what is left before an apostrophe: Valéry Giscard d'Estaing.
constexpr std::string_view particle_text = R"(
de du des d la le les l da do dos das del della di el al bin ben ibn van von der den ter
)";
constexpr auto name_particles = split_words<count_words(particle_text)>(particle_text);

constexpr std::string_view abbreviation_text = R"(
m mm mme mmes mlle mlles dr pr prof me st ste mgr gal cdt lt
etc cf ex env av apr bd boul pl rte fg al éd hab tél tel réf
cie sté ets vs
janv févr fév avr juil sept oct nov déc
)";
constexpr auto abbreviations = split_words<count_words(abbreviation_text)>(abbreviation_text);

constexpr std::string_view counted_text = "no nos n art vol chap p pp fig";
constexpr auto counted_abbreviations = split_words<count_words(counted_text)>(counted_text);

}  // namespace

constexpr LanguageTable french_table{
    .language = Language::french,
    .name = "french",
    .snowball = "french",
    .stop_words = stop_words,
    .number_words = number_words,
    .name_particles = name_particles,
    .abbreviations = abbreviations,
    .counted_abbreviations = counted_abbreviations,
    .number_link = "et",
    .percent_phrase = {"pour", "cent"},
    .decimal_mark = ',',
    .thousands_marks = " .",
    .capitals_mark_names = true,
};

}  // namespace wirecopy::tape
