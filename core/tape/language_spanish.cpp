#include "tape/language_data.hpp"
#include "tape/languages.hpp"

namespace wirecopy::tape {

namespace {

using enum WordKind;

constexpr std::string_view stop_text = R"(
el la los las lo un una unos unas al del
yo me mi mis conmigo nosotros nos nuestro nuestra nuestros nuestras tú tu tus te ti usted ustedes
él ella ello ellos ellas le les se su sus suyo suya sí uno
este esta esto estos estas ese esa eso esos esas aquel aquella aquello aquellos aquellas
que qué quien quién quienes cual cuál cuales cuyo cuya cuyos cuyas
alguien algo alguno alguna algunos algunas algún nadie nada ninguno ninguna ningún
cada todo toda todos todas otro otra otros otras mismo misma mismos mismas ambos varios varias
de a en con por para sin sobre entre hasta desde hacia según contra durante ante bajo tras mediante
y e o u ni pero sino aunque porque pues si como cómo cuando cuándo donde dónde mientras
es son era eran fue fueron ser siendo sido será serán sería sea sean soy somos
está están estaba estaban estar estado estuvo esté
ha han había habían haber hay hubo habrá habría haya hayan hemos he
tiene tienen tenía tenían tener tuvo puede pueden podía podría podrían poder pudo debe deben
va van hace hacer hizo
no ya más menos muy mucho mucha muchos muchas poco poca pocos pocas también tampoco tan tanto
tanta solo sólo además aún todavía así entonces ahora luego antes después siempre nunca casi
incluso embargo allí aquí bien
dijo dice dicen
)";
constexpr auto stop_words = split_words<count_words(stop_text)>(stop_text);

// The long scale: un billón is 10^12, and 10^9 is "mil millones", two scales in a row. "mdd" and
// "mdp" are Mexican: million dollars, million pesos. "mar" and "may" are no months here: one is
// the sea, the other is written out. "media" is mostly an average, so a half only beside a scale.
constexpr NumberForms number_forms[] = {
    {"cero", cardinal, 0},
    {"dos", cardinal, 2},
    {"tres", cardinal, 3},
    {"cuatro", cardinal, 4},
    {"cinco", cardinal, 5},
    {"seis", cardinal, 6},
    {"siete", cardinal, 7},
    {"ocho", cardinal, 8},
    {"nueve", cardinal, 9},
    {"diez", cardinal, 10},
    {"once", cardinal, 11},
    {"doce", cardinal, 12},
    {"trece", cardinal, 13},
    {"catorce", cardinal, 14},
    {"quince", cardinal, 15},
    {"dieciséis dieciseis", cardinal, 16},
    {"diecisiete", cardinal, 17},
    {"dieciocho", cardinal, 18},
    {"diecinueve", cardinal, 19},
    {"veinte", cardinal, 20},
    {"veintiuno veintiuna veintiún", cardinal, 21},
    {"veintidós veintidos", cardinal, 22},
    {"veintitrés veintitres", cardinal, 23},
    {"veinticuatro", cardinal, 24},
    {"veinticinco", cardinal, 25},
    {"veintiséis veintiseis", cardinal, 26},
    {"veintisiete", cardinal, 27},
    {"veintiocho", cardinal, 28},
    {"veintinueve", cardinal, 29},
    {"treinta", cardinal, 30},
    {"cuarenta", cardinal, 40},
    {"cincuenta", cardinal, 50},
    {"sesenta", cardinal, 60},
    {"setenta", cardinal, 70},
    {"ochenta", cardinal, 80},
    {"noventa", cardinal, 90},
    {"cien ciento", cardinal, 100},
    {"doscientos doscientas", cardinal, 200},
    {"trescientos trescientas", cardinal, 300},
    {"cuatrocientos cuatrocientas", cardinal, 400},
    {"quinientos quinientas", cardinal, 500},
    {"seiscientos seiscientas", cardinal, 600},
    {"setecientos setecientas", cardinal, 700},
    {"ochocientos ochocientas", cardinal, 800},
    {"novecientos novecientas", cardinal, 900},
    {"docena", scale, 12},
    {"mil", bare_scale, thousand},
    {"millón millon millones mln mill mdd mdp", scale, million},
    {"millardo millardos mmdd", scale, billion},
    {"billón billon billones", scale, trillion},
    {"trillón trillones", scale, million* trillion},
    {"k", attached_scale, thousand},
    {"m", attached_scale, million},
    {"medio media", hundredths, 50},
    {"porciento", percent, 100},
    {"enero ene", month, 1},
    {"febrero feb", month, 2},
    {"marzo", month, 3},
    {"abril abr", month, 4},
    {"mayo", month, 5},
    {"junio jun", month, 6},
    {"julio jul", month, 7},
    {"agosto ago", month, 8},
    {"septiembre setiembre sept sep", month, 9},
    {"octubre oct", month, 10},
    {"noviembre nov", month, 11},
    {"diciembre dic", month, 12},
    {"lunes", weekday, 1},
    {"martes", weekday, 2},
    {"miércoles miercoles", weekday, 3},
    {"jueves", weekday, 4},
    {"viernes", weekday, 5},
    {"sábado sabado sábados", weekday, 6},
    {"domingo domingos", weekday, 7},
};
constexpr auto number_words = expand_forms<count_words(number_forms)>(number_forms);

constexpr std::string_view particle_text = R"(
de del la las los y e da do dos das di della du des le el al bin ben ibn van von der den
)";
constexpr auto name_particles = split_words<count_words(particle_text)>(particle_text);

constexpr std::string_view abbreviation_text = R"(
sr sra sres sras srta d dña dr dra dres lic ing arq prof profa mons rvdo fr sto sta
gral cnel col tte sgto cmdte alm dip sen pdte pdta
ud uds vd vds ee uu s a l c v p ej
etc av avda ctra pza pl dpto depto prov tel ed
cía cia hnos ltda admón aprox máx mín vs
ene feb abr jun jul ago sept sep oct nov dic
)";
constexpr auto abbreviations = split_words<count_words(abbreviation_text)>(abbreviation_text);

constexpr std::string_view counted_text = "no núm num nro art pág págs pag vol cap";
constexpr auto counted_abbreviations = split_words<count_words(counted_text)>(counted_text);

}  // namespace

constexpr LanguageTable spanish_table{
    .language = Language::spanish,
    .name = "spanish",
    .snowball = "spanish",
    .stop_words = stop_words,
    .number_words = number_words,
    .name_particles = name_particles,
    .abbreviations = abbreviations,
    .counted_abbreviations = counted_abbreviations,
    .number_link = "y",
    .percent_phrase = {"por", "ciento"},
    .decimal_mark = ',',  // Mexico and Central America write a point, as in English
    .thousands_marks = ". ",
    .capitals_mark_names = true,
};

}  // namespace wirecopy::tape
