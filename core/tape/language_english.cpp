#include "tape/language_data.hpp"
#include "tape/languages.hpp"

namespace wirecopy::tape {

namespace {

using enum WordKind;

// "us" is missing because folding makes it of "US", which news says far more often; so is "won",
// the half of "won't" that is also a verb and a currency. "said" is in and "told" is out: "told
// Reuters" says whose report it is.
constexpr std::string_view stop_text = R"(
a an the this that these those such
i me my mine myself we our ours ourselves you your yours yourself yourselves
he him his himself she her hers herself it its itself they them their theirs themselves one
who whom whose which what whatever whoever someone something anyone anything everyone everything
nobody nothing none
of in to for on at by with from as into about after before between through during against under
over above below among without within across along around behind beyond despite off onto out
per since than toward towards until up upon down via according amid
and or but nor so yet if because although though while whereas unless whether when where why how
be am is are was were been being have has had having do does did doing done
will would shall should can could may might must ought cannot not no
also very more most much many just only even still too again already always never ever often now
then there here however therefore thus almost quite rather really perhaps maybe
both each either neither every all any some few several other others another same own less least
enough instead else once
said say says
don doesn didn isn aren wasn weren hasn haven hadn wouldn couldn shouldn s t d ll m re ve
)";
constexpr auto stop_words = split_words<count_words(stop_text)>(stop_text);

// "dozens" is vague and left out. "t" is no scale: as often as a trillion it is a tonne.
// Of the weekdays' abbreviations "mon", "wed", "sat" and "sun" are words or names.
constexpr NumberForms number_forms[] = {
    {"zero", cardinal, 0},
    {"two", cardinal, 2},
    {"three", cardinal, 3},
    {"four", cardinal, 4},
    {"five", cardinal, 5},
    {"six", cardinal, 6},
    {"seven", cardinal, 7},
    {"eight", cardinal, 8},
    {"nine", cardinal, 9},
    {"ten", cardinal, 10},
    {"eleven", cardinal, 11},
    {"twelve", cardinal, 12},
    {"thirteen", cardinal, 13},
    {"fourteen", cardinal, 14},
    {"fifteen", cardinal, 15},
    {"sixteen", cardinal, 16},
    {"seventeen", cardinal, 17},
    {"eighteen", cardinal, 18},
    {"nineteen", cardinal, 19},
    {"twenty", cardinal, 20},
    {"thirty", cardinal, 30},
    {"forty", cardinal, 40},
    {"fifty", cardinal, 50},
    {"sixty", cardinal, 60},
    {"seventy", cardinal, 70},
    {"eighty", cardinal, 80},
    {"ninety", cardinal, 90},
    {"dozen", scale, 12},
    {"hundred hundreds", scale, 100},
    {"thousand thousands", scale, thousand},
    {"lakh lakhs", scale, 100 * thousand},
    {"million millions mln mn mio", scale, million},
    {"crore crores", scale, 10 * million},
    {"billion billions bln bn mrd", scale, billion},
    {"trillion trillions trln trn tn", scale, trillion},
    {"k", attached_scale, thousand},
    {"m", attached_scale, million},
    {"b", attached_scale, billion},
    {"half", hundredths, 50},
    {"percent pct", percent, 100},
    {"january jan", month, 1},
    {"february feb", month, 2},
    {"march mar", month, 3},
    {"april apr", month, 4},
    {"may", month, 5},
    {"june jun", month, 6},
    {"july jul", month, 7},
    {"august aug", month, 8},
    {"september sept sep", month, 9},
    {"october oct", month, 10},
    {"november nov", month, 11},
    {"december dec", month, 12},
    {"monday mondays", weekday, 1},
    {"tuesday tuesdays tue tues", weekday, 2},
    {"wednesday wednesdays", weekday, 3},
    {"thursday thursdays thu thur thurs", weekday, 4},
    {"friday fridays fri", weekday, 5},
    {"saturday saturdays", weekday, 6},
    {"sunday sundays", weekday, 7},
};
constexpr auto number_words = expand_forms<count_words(number_forms)>(number_forms);

// "and", "for" and "the" also stand in names (Trinidad and Tobago), but far more often between
// two of them.
constexpr std::string_view particle_text = R"(
of de da do dos das del della di du des la le el al bin ben ibn bint ul van von der den ter ten zu
)";
constexpr auto name_particles = split_words<count_words(particle_text)>(particle_text);

// States that are words too (Ill., Miss., Ore., Wash.) are left out. Of a chain such as "i.e." or
// "U.S." only the last letter stands before a space.
constexpr std::string_view abbreviation_text = R"(
mr mrs ms messrs dr prof rev fr hon st mt ft jr sr esq
sen sens rep reps gov govs gen lt col maj capt cmdr adm sgt cpl pvt brig supt insp det pres
dep asst atty amb sec treas
inc co cos corp ltd llc plc bros assn dept univ inst intl natl mfg
vs v etc al cf viz approx est eds
ave blvd rd hwy sq apt bldg
jan feb mar apr jun jul aug sept sep oct nov dec
ala ariz calif colo conn fla ga kan ky md mich minn mont neb nev okla pa tenn tex va vt wis wyo
e g m s
)";
constexpr auto abbreviations = split_words<count_words(abbreviation_text)>(abbreviation_text);

constexpr std::string_view counted_text = "no nos art fig figs vol para p pp";
constexpr auto counted_abbreviations = split_words<count_words(counted_text)>(counted_text);

}  // namespace

constexpr LanguageTable english_table{
    .language = Language::english,
    .name = "english",
    .snowball = "english",
    .stop_words = stop_words,
    .number_words = number_words,
    .name_particles = name_particles,
    .abbreviations = abbreviations,
    .counted_abbreviations = counted_abbreviations,
    .number_link = "and",
    .percent_phrase = {"per", "cent"},
    .decimal_mark = '.',
    .thousands_marks = ",",
    .capitals_mark_names = true,
};

}  // namespace wirecopy::tape
