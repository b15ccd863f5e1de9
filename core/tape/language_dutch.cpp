#include "tape/language_data.hpp"
#include "tape/languages.hpp"

namespace wirecopy::tape {

namespace {

using enum WordKind;

constexpr std::string_view stop_text = R"(
de het een t n der den des
ik mij me mijn wij we ons onze jij je jou jouw jullie u uw hij hem zijn zij ze haar hen hun
zich zichzelf zelf
dit dat deze die degene wie wat welke welk wiens waar wanneer hoe waarom
iemand iets niemand niets men elk elke ieder iedere iedereen alle alles allen sommige enkele
enige andere ander anderen beide meerdere veel vele weinig zulke dergelijke
van in op te ten ter met voor door bij aan uit om over naar tot tegen onder tussen na sinds
tijdens zonder volgens binnen buiten langs rond via wegens ondanks naast achter vanaf vanuit
richting per boven
en of maar want dus omdat als dan toen terwijl hoewel zodat nadat voordat totdat indien noch
is ben bent was waren wordt worden werd werden geweest geworden wezen
heeft hebben heb had hadden gehad kan kunnen kon konden mag mogen mocht moet moeten moest moesten
zal zullen zou zouden wil willen wilde wilden gaat gaan ging laat laten doet doen deed
niet geen wel ook nog al zeer erg meer meest minder heel zo nu hier daar er toch alleen slechts
steeds altijd nooit weer reeds bijna zoals zowel echter bovendien daarom daarbij daarna
hiervoor daarvoor ervan erop eraan hierbij waarbij waarop waarin waardoor waarvan onlangs
opnieuw eerder later vooral ongeveer zelfs even eens af mee toe
zei zegt zeggen s
)";
constexpr auto stop_words = split_words<count_words(stop_text)>(stop_text);

// Dutch writes a number below a hundred as one word; beyond 31 news writes digits. The long
// scale: een biljoen is 10^12.
constexpr NumberForms number_forms[] = {
    {"nul", cardinal, 0},
    {"twee", cardinal, 2},
    {"drie", cardinal, 3},
    {"vier", cardinal, 4},
    {"vijf", cardinal, 5},
    {"zes", cardinal, 6},
    {"zeven", cardinal, 7},
    {"acht", cardinal, 8},
    {"negen", cardinal, 9},
    {"tien", cardinal, 10},
    {"elf", cardinal, 11},
    {"twaalf", cardinal, 12},
    {"dertien", cardinal, 13},
    {"veertien", cardinal, 14},
    {"vijftien", cardinal, 15},
    {"zestien", cardinal, 16},
    {"zeventien", cardinal, 17},
    {"achttien", cardinal, 18},
    {"negentien", cardinal, 19},
    {"twintig", cardinal, 20},
    {"eenentwintig", cardinal, 21},
    {"tweeëntwintig tweeentwintig", cardinal, 22},
    {"drieëntwintig drieentwintig", cardinal, 23},
    {"vierentwintig", cardinal, 24},
    {"vijfentwintig", cardinal, 25},
    {"zesentwintig", cardinal, 26},
    {"zevenentwintig", cardinal, 27},
    {"achtentwintig", cardinal, 28},
    {"negenentwintig", cardinal, 29},
    {"dertig", cardinal, 30},
    {"eenendertig", cardinal, 31},
    {"veertig", cardinal, 40},
    {"vijftig", cardinal, 50},
    {"zestig", cardinal, 60},
    {"zeventig", cardinal, 70},
    {"tachtig", cardinal, 80},
    {"negentig", cardinal, 90},
    {"tweehonderd", cardinal, 200},
    {"driehonderd", cardinal, 300},
    {"vierhonderd", cardinal, 400},
    {"vijfhonderd", cardinal, 500},
    {"zeshonderd", cardinal, 600},
    {"zevenhonderd", cardinal, 700},
    {"achthonderd", cardinal, 800},
    {"negenhonderd", cardinal, 900},
    {"tweeduizend", cardinal, 2'000},
    {"drieduizend", cardinal, 3'000},
    {"vierduizend", cardinal, 4'000},
    {"vijfduizend", cardinal, 5'000},
    {"zesduizend", cardinal, 6'000},
    {"zevenduizend", cardinal, 7'000},
    {"achtduizend", cardinal, 8'000},
    {"negenduizend", cardinal, 9'000},
    {"tienduizend", cardinal, 10'000},
    {"twintigduizend", cardinal, 20'000},
    {"vijftigduizend", cardinal, 50'000},
    {"honderdduizend", cardinal, 100'000},
    {"dozijn", scale, 12},
    {"honderd", bare_scale, 100},
    {"duizend", bare_scale, thousand},
    {"miljoen mln mio", scale, million},
    {"miljard mld mrd", scale, billion},
    {"biljoen", scale, trillion},
    {"biljard", scale, thousand* trillion},
    {"triljoen", scale, million* trillion},
    {"k", attached_scale, thousand},
    {"m", attached_scale, million},
    {"half halve helft", hundredths, 50},
    {"anderhalf anderhalve", hundredths, 150},
    {"tweeënhalf tweeëneenhalf", hundredths, 250},
    {"procent pct", percent, 100},
    {"januari jan", month, 1},
    {"februari feb", month, 2},
    {"maart mrt", month, 3},
    {"april apr", month, 4},
    {"mei", month, 5},
    {"juni jun", month, 6},
    {"juli jul", month, 7},
    {"augustus aug", month, 8},
    {"september sept sep", month, 9},
    {"oktober okt", month, 10},
    {"november nov", month, 11},
    {"december dec", month, 12},
    {"maandag maandags maandagochtend maandagmorgen maandagmiddag maandagavond maandagnacht",
     weekday, 1},
    {"dinsdag dinsdags dinsdagochtend dinsdagmorgen dinsdagmiddag dinsdagavond dinsdagnacht",
     weekday, 2},
    {"woensdag woensdags woensdagochtend woensdagmorgen woensdagmiddag woensdagavond "
     "woensdagnacht",
     weekday, 3},
    {"donderdag donderdags donderdagochtend donderdagmorgen donderdagmiddag donderdagavond "
     "donderdagnacht",
     weekday, 4},
    {"vrijdag vrijdags vrijdagochtend vrijdagmorgen vrijdagmiddag vrijdagavond vrijdagnacht",
     weekday, 5},
    {"zaterdag zaterdags zaterdagochtend zaterdagmorgen zaterdagmiddag zaterdagavond "
     "zaterdagnacht",
     weekday, 6},
    {"zondag zondags zondagochtend zondagmorgen zondagmiddag zondagavond zondagnacht", weekday, 7},
};
constexpr auto number_words = expand_forms<count_words(number_forms)>(number_forms);

// "t" is what is left of 't before a name: Van 't Hof.
constexpr std::string_view particle_text = R"(
van de der den des het ter ten te t von zu da do dos di del della du la le el al bin ben ibn
)";
constexpr auto name_particles = split_words<count_words(particle_text)>(particle_text);

constexpr std::string_view abbreviation_text = R"(
dhr mevr mw mej dr drs prof mr ing ir ds gen kol kap lt sgt st burg wnd min
b v n d w z o a m c s
bijv bv enz etc ca nl resp vgl incl excl jl jhr vs tel str afb red
co cie mln mld
jan febr feb mrt apr jun jul aug sept sep okt nov dec
)";
constexpr auto abbreviations = split_words<count_words(abbreviation_text)>(abbreviation_text);

constexpr std::string_view counted_text = "nr nrs art blz pag fig";
constexpr auto counted_abbreviations = split_words<count_words(counted_text)>(counted_text);

}  // namespace

constexpr LanguageTable dutch_table{
    .language = Language::dutch,
    .name = "dutch",
    .snowball = "dutch",
    .stop_words = stop_words,
    .number_words = number_words,
    .name_particles = name_particles,
    .abbreviations = abbreviations,
    .counted_abbreviations = counted_abbreviations,
    .number_link = "",
    .percent_phrase = {},
    .decimal_mark = ',',
    .thousands_marks = ". ",
    .capitals_mark_names = true,
};

}  // namespace wirecopy::tape
