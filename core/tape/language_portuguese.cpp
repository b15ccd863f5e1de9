#include "tape/language_data.hpp"
#include "tape/languages.hpp"

namespace wirecopy::tape {

namespace {

using enum WordKind;

// "feira" is a fair, but in news nearly always the second half of a weekday.
constexpr std::string_view stop_text = R"(
o a os as um uma uns umas
do da dos das ao à aos às no na nos nas num numa pelo pela pelos pelas dum duma
eu me mim meu minha nós nosso nossa nossos tu te você vocês
ele ela eles elas lhe lhes se si seu sua seus suas dele dela deles delas isso isto
este esta estes estas esse essa esses essas aquele aquela aqueles aquelas aquilo
deste desta destes neste nesta nestes nesse nessa desse dessa
que quem qual quais cujo cuja onde como quando porque porquê quanto
algo alguém algum alguma alguns algumas nenhum nenhuma ninguém nada
cada todo toda todos todas tudo outro outra outros outras mesmo mesma ambos vários várias
de em com por para sem sobre entre até desde após contra durante perante sob segundo
e ou nem mas porém embora pois enquanto caso
é são era eram foi foram ser sendo sido será serão seria seja sejam fosse sou somos
está estão estava estavam estar esteve esteja estado
tem têm tinha tinham ter teve tiveram terá teria tenha há havia haver houve
pode podem podia poderia pôde poder deve devem vai vão faz fazer fez
não já mais menos muito muita muitos muitas pouco também tão tanto só apenas ainda assim então
agora depois antes sempre nunca quase além aqui ali lá bem entretanto
disse diz dizem feira
)";
constexpr auto stop_words = split_words<count_words(stop_text)>(stop_text);

// Two scales in one language: bilhão (Brazil) is 10^9 and bilião (Portugal) 10^12; the spelling
// tells. Portugal says "mil milhões" for 10^9, two scales in a row. "dez" is ten, never December;
// "set" and "out" are English words. A weekday comes as "quarta feira" or "quarta" alone; that
// "quarta" is also "fourth" is a price paid for it.
constexpr NumberForms number_forms[] = {
    {"zero", cardinal, 0},
    {"dois duas", cardinal, 2},
    {"três tres", cardinal, 3},
    {"quatro", cardinal, 4},
    {"cinco", cardinal, 5},
    {"seis", cardinal, 6},
    {"sete", cardinal, 7},
    {"oito", cardinal, 8},
    {"nove", cardinal, 9},
    {"dez", cardinal, 10},
    {"onze", cardinal, 11},
    {"doze", cardinal, 12},
    {"treze", cardinal, 13},
    {"catorze quatorze", cardinal, 14},
    {"quinze", cardinal, 15},
    {"dezesseis dezasseis", cardinal, 16},
    {"dezessete dezassete", cardinal, 17},
    {"dezoito", cardinal, 18},
    {"dezenove dezanove", cardinal, 19},
    {"vinte", cardinal, 20},
    {"trinta", cardinal, 30},
    {"quarenta", cardinal, 40},
    {"cinquenta cinqüenta", cardinal, 50},
    {"sessenta", cardinal, 60},
    {"setenta", cardinal, 70},
    {"oitenta", cardinal, 80},
    {"noventa", cardinal, 90},
    {"cem cento", cardinal, 100},
    {"duzentos duzentas", cardinal, 200},
    {"trezentos trezentas", cardinal, 300},
    {"quatrocentos quatrocentas", cardinal, 400},
    {"quinhentos quinhentas", cardinal, 500},
    {"seiscentos seiscentas", cardinal, 600},
    {"setecentos setecentas", cardinal, 700},
    {"oitocentos oitocentas", cardinal, 800},
    {"novecentos novecentas", cardinal, 900},
    {"dúzia", scale, 12},
    {"mil", bare_scale, thousand},
    {"milhão milhao milhões milhoes mi mln", scale, million},
    {"bilhão bilhao bilhões bilhoes bi", scale, billion},
    {"bilião biliões trilhão trilhões tri", scale, trillion},
    {"trilião triliões", scale, million* trillion},
    {"k", attached_scale, thousand},
    {"m", attached_scale, million},
    {"meio meia", hundredths, 50},
    {"porcento", percent, 100},
    {"janeiro jan", month, 1},
    {"fevereiro fev", month, 2},
    {"março", month, 3},
    {"abril abr", month, 4},
    {"maio", month, 5},
    {"junho jun", month, 6},
    {"julho jul", month, 7},
    {"agosto ago", month, 8},
    {"setembro", month, 9},
    {"outubro", month, 10},
    {"novembro nov", month, 11},
    {"dezembro", month, 12},
    {"segunda segundas", weekday, 1},
    {"terça terças", weekday, 2},
    {"quarta quartas", weekday, 3},
    {"quinta quintas", weekday, 4},
    {"sexta sextas", weekday, 5},
    {"sábado sábados sabado", weekday, 6},
    {"domingo domingos", weekday, 7},
};
constexpr auto number_words = expand_forms<count_words(number_forms)>(number_forms);

constexpr std::string_view particle_text = R"(
de da do das dos d e del della di du des la le el al bin ben ibn van von der den
)";
constexpr auto name_particles = split_words<count_words(particle_text)>(particle_text);

constexpr std::string_view abbreviation_text = R"(
sr sra srs sras srta d dr dra drs prof profa eng arq exmo exma rev pe dom sto sta
gen cel cap ten sgt maj alm dep sen gov pres min
etc av r pça al rod km n tel inc p ex obs vs cf ed
cia ltda s a bros adm depto aprox máx mín séc
jan fev abr jun jul ago nov
)";
constexpr auto abbreviations = split_words<count_words(abbreviation_text)>(abbreviation_text);

constexpr std::string_view counted_text = "no núm art pág págs vol fig";
constexpr auto counted_abbreviations = split_words<count_words(counted_text)>(counted_text);

}  // namespace

constexpr LanguageTable portuguese_table{
    .language = Language::portuguese,
    .name = "portuguese",
    .snowball = "portuguese",
    .stop_words = stop_words,
    .number_words = number_words,
    .name_particles = name_particles,
    .abbreviations = abbreviations,
    .counted_abbreviations = counted_abbreviations,
    .number_link = "e",
    .percent_phrase = {"por", "cento"},
    .decimal_mark = ',',
    .thousands_marks = ". ",
    .capitals_mark_names = true,
};

}  // namespace wirecopy::tape
