#include "tape/credit_words.hpp"

namespace wirecopy::tape {

namespace {

using enum Tie;

constexpr Cues heads(Cues ties) noexcept {
    return ties << tie_count;
}

// Words of outlets' names and of the furniture around articles, in an article of any language.
constexpr CreditWords common_rows[] = {
    {cue_outlet_word,
     "times post herald tribune gazette news journal daily radio tv television wire observer "
     "chronicle telegraph examiner broadcasting dispatch sentinel inquirer enquirer courant "
     "newswire "
     "weekly guardian zeitung anzeiger tagblatt rundschau nachrichten gazeta journaal"},
    {cue_weak_outlet_word,
     "star press agency mail mercury courier register bulletin record advocate globe sun monitor "
     "review standard mirror reporter ledger echo bee express"},
    {cue_no_outlet,
     "ministry department university college institute center centre police office bureau bank "
     "commission committee council court house senate congress white company inc corp ltd llc "
     "group "
     "party union fund foundation association federation league army navy force deutsche royal "
     "canada trading border legion fake breaking good bad mr mrs ms sen rep gov president military "
     "senator representative kpmg wada wnba knpc embassy school hospital church reserve nasa "
     "nato fbi cia cdc who un eu pentagon kremlin administration government officials officer "
     "apple google smart cable satellite reality spokesman spokeswoman attorney lawyer judge "
     "sheriff mayor governor minister secretary "
     "prosecutors investigators"},
    {cue_company, "corp corporation inc co ltd plc holdings shares stock group parent"},
    {cue_copyright, "copyright"},
    {cue_furniture, "newsletter newsletters subscribe inbox"},
    {cue_picture,
     "photo photos getty image images picture pictures photographer photograph video "
     "file screengrab screenshot caption courtesy credit foto fotos imagen immagine imagem фото"},
};

constexpr CreditWords english_rows[] = {
    {cue_article, "the a an this that its their"},
    {cue_filler,
     "cable newspaper newspapers paper papers news agency agencies daily weekly magazine website "
     "site web "
     "blog broadcaster channel network station outlet outlets publication tabloid newswire wire "
     "service services portal press media journal state run owned backed controlled funded based "
     "sponsored affiliated local national public private independent respected conservative "
     "liberal "
     "leftist progressive right left leaning wing leading influential official semi semiofficial "
     "opposition government english language online television tv radio business financial tech "
     "technology trade industry political sister partner affiliate rival gossip celebrity "
     "investigative nonprofit fellow program programme respective prestigious "
     "french german british american russian chinese japanese israeli iranian turkish italian "
     "spanish "
     "dutch polish ukrainian arab arabic saudi qatari indian pakistani australian canadian mexican "
     "brazilian korean irish scottish swiss austrian belgian portuguese greek egyptian lebanese "
     "syrian iraqi kurdish palestinian european african taiwanese thai indonesian u.s us uk"},
    {cue_adverb,
     "also has had have first recently previously earlier later separately exclusively initially "
     "originally subsequently now then already further additionally meanwhile itself on today "
     "yesterday last this week month year early late morning evening night afternoon reportedly "
     "just even correctly"},
    {cue_told, "told tells tell telling"},
    {cue_cite, "citing cites quoting quotes quoted per via crediting referencing"},
    {cue_label, "source sources via"},
    {cue_inverted,
     "reports reported writes wrote said says notes noted claims claimed adds added reporting"},
    {cue_report,
     "reported reports reporting wrote writes revealed reveals revealing broke published publishes "
     "cited cites quoted quotes citing quoting obtained learned noted notes disclosed uncovered "
     "detailed "
     "confirmed confirms estimated estimates projected projects documented aired calculated found "
     "counted tallied unearthed discovered reviewed editorialized observed observes reminds"},
    {cue_say,
     "said says claimed claims claiming added adds described describes called calls explained "
     "explains suggested suggests understands puts alleged alleges shows showed points pointed"},
    {cue_report_noun,
     "report reports reporting article articles story stories exclusive scoop investigation poll "
     "polls survey column analysis account piece documentary dispatch revelation "
     "revelations expose exposé tally profile"},
    {cue_side_noun, "interview interviews"},
    {cue_tie(by), "by"},
    {cue_tie(in), "in"},
    {cue_tie(on), "on"},
    {cue_tie(from), "from"},
    {cue_tie(with), "with"},
    {cue_tie(to), "to"},
    {cue_tie(for_whom), "for"},
    {heads(cue_tie(by)),
     "reported obtained seen reviewed published revealed released report reports reporting article "
     "articles story stories investigation investigations quoted cited poll polls survey conducted "
     "viewed analysis ed commissioned uncovered aired posted broken leaked verified interviewed "
     "compiled review tally examination broadcast unearthed exposé editorial piece column "
     "disclosed "
     "documented first confirmed carried analyzed account"},
    {heads(cue_tie(in)),
     "report reports reported article articles story stories wrote written writing published "
     "appeared "
     "appearing op ed editorial column piece essay interview account revealed claims detailed "
     "investigation"},
    {heads(cue_tie(on)),
     "said told tells says appeared appearing appearance interview interviews interviewed speaking "
     "spoke asked claimed argued remarks comments insisted defended explained "
     "discussing discussed declared denied acknowledged added admitted guest"},
    {heads(cue_tie(on)), "reported report reports published story"},
    {heads(cue_tie(from)), "report reports reporting article story poll survey material account"},
    {heads(cue_tie(with)),
     "interview interviews interviewed spoke speaking conversation shared talk talked chat sat "
     "comments speaks"},
    {cue_head(to) | cue_near_head, "according"},
    {cue_head(to),
     "spoke wrote speaking statement email emailed comment comments commented commenting remarks "
     "interview confirmed "
     "said leaked provided given gave sent admitted revealed released disclosed described talking "
     "talked explained acknowledged denied spoken speaks statements interviews"},
    {heads(cue_tie(for_whom)), "report article poll reporting survey investigation"},
    {heads(cue_tie(for_whom)), "wrote writing op ed column writes"},
    {cue_first | cue_adverb, "first originally initially exclusively"},
    {cue_first, "broke broken exclusive scoop"},
    {cue_also, "also previously separately earlier additionally meanwhile"},
    {cue_attribute, "of for at from with against to by in about like on"},
    {cue_opens_furniture,
     "follow click read watch sign like join related more see listen get view visit subscribe"},
    {cue_contributed, "contributed"},
    {cue_staff,
     "writer writers reporter reporters correspondent correspondents journalist journalists staff "
     "producer anchor host"},
    {cue_progress, "is are was were"},
    {cue_reporting, "reporting"},
    {cue_link, "and or"},
    {cue_byline, "by"},
    {cue_own_affair, "it its they in"},
    {cue_perfect, "has had"},
    {cue_relative, "which who"},
    {cue_breaks, "reported published revealed broke"},
    {cue_paper | cue_filler, "newspaper paper daily tabloid"},
    {cue_agency, "agency newswire"},
    {cue_network, "network broadcaster channel station"},
    {cue_magazine, "magazine"},
    {cue_site, "website site outlet publication"},
    {cue_no_source,
     "russia china israel iran ukraine france germany britain japan india america washington "
     "moscow "
     "beijing london security defense defence interior foreign justice treasury "
     "republicans democrats republican democrat facebook twitter microsoft "
     "amazon tesla instagram youtube"},
};

}  // namespace

std::span<const CreditWords> common_credit_words() noexcept {
    return common_rows;
}
std::span<const CreditWords> english_credit_words() noexcept {
    return english_rows;
}

}  // namespace wirecopy::tape
