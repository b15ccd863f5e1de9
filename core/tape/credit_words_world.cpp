#include "tape/credit_words.hpp"

namespace wirecopy::tape {

namespace {

using enum Tie;

constexpr Cues heads(Cues ties) noexcept {
    return ties << tie_count;
}

constexpr Cues said_to = cue_head(to);

constexpr CreditWords rows[] = {
    {cue_link, "und oder y e o et ou en и или ed"},
    {cue_byline, "von por par di door"},

    // German.
    {cue_article, "the"},
    {cue_article, "der die das dem den des ein einer einem eines eine"},
    {cue_filler,
     "zeitung zeitungen tageszeitung nachrichtenagentur nachrichtenagenturen agentur magazin "
     "nachrichtenmagazin boulevardzeitung blatt sender senders fernsehsender rundfunk online "
     "portal "
     "onlineportal nachrichtenportal wochenzeitung sonntagszeitung wirtschaftszeitung us "
     "amerikanischen amerikanische britischen britische französischen französische russischen "
     "russische deutschen deutsche staatlichen staatliche am montag dienstag mittwoch donnerstag "
     "freitag samstag sonntag er sie"},
    {cue_adverb,
     "hat hatte haben habe zuerst zuvor auch exklusiv bereits zudem weiter am zunächst"},
    {cue_told, "sagte sagten erklärte gegenüber erzählte"},
    {cue_cite, "laut zufolge"},
    {cue_cite | cue_near_head, "angaben informationen berichten recherchen"},
    {cue_label, "quelle quellen"},
    {cue_verb_before,
     "berichtet berichtete berichten berichteten meldet meldete melden meldeten schreibt schrieb "
     "zitiert zitierte"},
    {cue_report,
     "berichtet berichtete berichten berichteten meldet meldete melden meldeten schreibt schrieb "
     "zitiert zitierte enthüllte enthüllt erfuhr erfahren berichtend gemeldet veröffentlichte"},
    {cue_report_noun,
     "bericht berichte berichts recherche recherchen informationen angaben umfrage"},
    {cue_after, "zufolge"},
    {cue_tie(in), "im"},
    {cue_tie(with), "mit"},
    {cue_tie(from) | cue_tie(by), "von vom"},
    {cue_tie(to), "an dem der"},
    {cue_head(to), "sagte sagten erklärte erzählte bestätigte gesagt"},
    {cue_staff,
     "sprecher sprecherin chefredakteur chefredakteurin reporter reporterin korrespondent "
     "korrespondentin moderator moderatorin redakteur redakteurin journalist journalistin chef "
     "chefin "
     "portavoz corresponsal periodista director directora correspondant journaliste "
     "directeur directrice giornalista direttore direttrice corrispondente jornalista diretor"},
    {cue_tie(reference), "auf"},
    {heads(cue_tie(reference)), "berufung bezug beruft berufen"},
    {heads(cue_tie(in)), "bericht artikel interview gastbeitrag berichtet"},
    {heads(cue_tie(by)), "bericht berichte recherchen informationen angaben umfrage interview"},
    {heads(cue_tie(with)), "gespräch interview"},
    {heads(cue_tie(from)), "material informationen angaben"},
    {heads(cue_tie(of)),
     "bericht berichts informationen angaben recherchen berichten meldung umfrage"},
    {cue_tie(of), "des"},
    {cue_first, "zuerst exklusiv"},
    {cue_also, "zuvor zudem"},
    {cue_attribute, "von vom bei beim für"},
    {cue_paper, "zeitung blatt boulevardzeitung tageszeitung"},
    {cue_agency, "nachrichtenagentur"},
    {cue_network, "sender"},
    {cue_magazine, "magazin nachrichtenmagazin"},

    // Spanish.
    {cue_article, "el la los las un una al del lo"},
    {cue_filler,
     "diario periódico rotativo agencia agencias noticias cadena televisión revista semanario "
     "medio "
     "portal canal emisora estadounidense británico británica francesa francés alemana alemán ruso "
     "rusa español española digital web televisiva local oficial estatal"},
    {cue_adverb, "ha han había este esta hoy ayer también primero se lo le"},
    {cue_told | cue_near_head, "declaraciones"},
    {cue_cite, "según citando"},
    {cue_label, "fuente"},
    {cue_verb_before,
     "informó informa informaron reportó reporta publicó publica reveló revela señaló señala "
     "afirmó "
     "asegura aseguró indicó indica recoge recogió adelantó adelanta avanzó cita citó difundió "
     "detalló"},
    {cue_report,
     "informó informa informaron reportó reporta publicó publica publicado reveló revela revelado "
     "señaló señala afirmó afirma asegura aseguró indicó indica recoge recogió adelantó adelanta "
     "cita citó difundió detalló informado afirmado indicado asegurado detallado "
     "adelantado difundido"},
    {cue_tie(to), "a al"},
    {cue_tie(with), "con"},
    {cue_tie(by), "por"},
    {cue_tie(in) | cue_tie(on), "en"},
    {cue_tie(of), "de del"},
    {said_to,
     "dijo declaró declaraciones entrevista explicó aseguró afirmó confirmó contó indicó señaló "
     "comentó relató admitió declarado explicado asegurado afirmado confirmado contado indicado "
     "informaron"},
    {heads(cue_tie(with)) | cue_near_head, "acuerdo"},
    {heads(cue_tie(with)), "entrevista conversación"},
    {heads(cue_tie(by)),
     "publicado publicada publicados publicadas citado citada citados citadas informado divulgado "
     "divulgada revelado revelada obtenido obtenida obtenidos consultado consultada difundido "
     "difundida adelantado recogido recogidas consultadas"},
    {heads(cue_tie(in)), "artículo reportaje publicado entrevista columna publicó"},
    {heads(cue_tie(of)),
     "informe reportaje investigación artículo información informaciones noticia encuesta "
     "exclusiva"},
    {cue_first, "primero exclusiva"},
    {cue_also, "también previamente anteriormente"},
    {cue_attribute, "de del para en con"},
    {cue_paper, "diario periódico rotativo"},
    {cue_agency, "agencia"},
    {cue_network, "cadena"},
    {cue_magazine, "revista semanario"},

    // French.
    {cue_article, "le la les l un une au aux du des"},
    {cue_filler,
     "quotidien journal hebdomadaire magazine agence presse chaîne radio télévision site média "
     "américain américaine britannique français française allemand allemande russe espagnol "
     "italien "
     "économique régional officielle officiel publique"},
    {cue_adverb,
     "a ont avait également déjà aussi d abord lundi mardi mercredi jeudi vendredi samedi "
     "dimanche"},
    {cue_cite, "selon citant"},
    {cue_cite | cue_near_head, "après"},
    {cue_label, "source"},
    {cue_verb_before,
     "rapporte rapportait rapportent rapporté révèle révélait révélé écrit écrivait indique "
     "indiquait "
     "affirme affirmait annonce précise relate signale cite citait"},
    {cue_report,
     "rapporte rapportait rapporté révèle révélé écrit écrivait indique indiquait indiqué affirme "
     "affirmait affirmé annonce annoncé précise précisé publie publié relate raconte dévoile "
     "dévoilé "
     "cite signale"},
    {cue_tie(to), "à au aux"},
    {cue_tie(with), "avec"},
    {cue_tie(by), "par"},
    {cue_tie(in), "dans"},
    {cue_tie(on), "sur"},
    {cue_tie(of), "du d"},
    {said_to,
     "déclaré dit confié indiqué affirmé interview assuré expliqué précisé entretien confirmé "
     "déclarait raconté accordé accordée accordé"},
    {heads(cue_tie(with)), "interview entretien"},
    {heads(cue_tie(by)),
     "rapporté rapportée rapportés rapportées publié publiée publiés publiées cité citée cités "
     "citées "
     "révélé révélée révélés révélées interrogé interrogée obtenu obtenus consulté consultés "
     "dévoilé dévoilée contacté"},
    {heads(cue_tie(in)), "article entretien interview tribune enquête publié publiée"},
    {heads(cue_tie(on)), "déclaré affirmé dit interrogé invité"},
    {heads(cue_tie(of)), "enquête article informations révélations information sondage"},
    {cue_first, "exclusivité"},
    {cue_also, "également déjà aussi"},
    {cue_attribute, "de du d chez pour avec dans sur"},
    {cue_paper, "quotidien journal hebdomadaire"},
    {cue_agency, "agence"},
    {cue_network, "chaîne"},
    {cue_magazine, "magazine"},

    // Italian.
    {cue_article, "il lo la i gli le l un uno una"},
    {cue_filler,
     "quotidiano giornale agenzia agenzie stampa emittente rivista settimanale sito notizie "
     "americano americana britannico britannica francese tedesco tedesca russo russa statunitense "
     "testata televisione tv"},
    {cue_adverb, "ha hanno aveva anche oggi ieri già"},
    {cue_cite, "secondo citando"},
    {cue_label, "fonte"},
    {cue_verb_before,
     "riporta riportava riferisce riferiva scrive scriveva rivela informa sottolinea anticipa cita "
     "riportano riferiscono"},
    {cue_report,
     "riporta riportava riportato riferisce riferiva riferito scrive scriveva scritto rivela "
     "rivelato informa anticipa anticipato cita pubblica pubblicato"},
    {cue_tie(to), "al alla all agli allo"},
    {cue_tie(by) | cue_tie(from), "da dal dalla dall dallo"},
    {cue_tie(in) | cue_tie(on), "sul sulla sull su"},
    {cue_tie(of), "di della dell dello"},
    {cue_tie(with), "con"},
    {said_to,
     "detto dichiarato intervista spiegato raccontato dichiarazioni riferito affermato confermato"},
    {heads(cue_tie(by)),
     "riportato riportata riportati riportate pubblicato pubblicata pubblicati pubblicate citato "
     "citata citati citate riferito rivelato rivelata anticipato anticipata intervistato raccolto "
     "diffuso diffusa visionato visionati"},
    {heads(cue_tie(with)), "intervista colloquio"},
    {heads(cue_tie(in)), "articolo editoriale intervista"},
    {heads(cue_tie(of)), "inchiesta articolo indiscrezioni sondaggio"},
    {cue_first, "esclusiva"},
    {cue_also, "anche"},
    {cue_attribute, "di del della dell per con nel nella"},
    {cue_paper, "quotidiano giornale"},
    {cue_agency, "agenzia"},
    {cue_network, "emittente"},
    {cue_magazine, "settimanale rivista"},

    // Portuguese.
    {cue_article, "o a os as um uma ao à do da no na pelo pela"},
    {cue_filler,
     "jornal agência emissora revista portal rede canal tv televisão notícias americano americana "
     "britânico britânica francesa francês alemã alemão russo russa estatal"},
    {cue_adverb, "tem teve também já hoje ontem"},
    {cue_cite, "segundo citando conforme"},
    {cue_label, "fonte"},
    {cue_verb_before,
     "informou informa noticiou noticia divulgou divulga revelou revela publicou publica relatou "
     "afirma escreve escreveu destacou apurou"},
    {cue_report,
     "informou informa noticiou noticia divulgou divulga revelou revela publicou publica relatou "
     "afirmou afirma escreve escreveu apurou destacou"},
    {cue_tie(to), "ao à"},
    {cue_tie(with), "com"},
    {cue_tie(by), "pelo pela"},
    {cue_tie(of), "do da"},
    {cue_tie(in) | cue_tie(on), "no na em"},
    {said_to, "disse entrevista declarou afirmou contou explicou confirmou"},
    {heads(cue_tie(with)) | cue_near_head, "acordo"},
    {heads(cue_tie(with)), "entrevista"},
    {heads(cue_tie(by)),
     "divulgado divulgada divulgados divulgadas publicado publicada revelado revelada obtido "
     "obtida "
     "obtidos obtidas citado citada noticiado noticiada ouvido ouvida ouvidos consultado "
     "consultada consultados"},
    {heads(cue_tie(of)), "reportagem investigação apuração pesquisa"},
    {heads(cue_tie(in)), "artigo reportagem entrevista publicada publicado"},
    {cue_first, "exclusividade"},
    {cue_also, "também"},
    {cue_attribute, "de do da para com no na em"},
    {cue_paper, "jornal"},
    {cue_agency, "agência"},
    {cue_network, "emissora"},

    // Dutch.
    {cue_article, "de het een"},
    {cue_filler,
     "krant persbureau omroep dagblad weekblad zender nieuwssite nieuwszender zakenkrant "
     "amerikaanse "
     "britse franse duitse russische belgische"},
    {cue_adverb, "heeft had ook eerder als eerste"},
    {cue_told, "tegen tegenover"},
    {cue_cite, "volgens aldus"},
    {cue_label, "bron"},
    {cue_verb_before, "meldt melden meldde meldden bericht berichtte schrijft schreef onthulde"},
    {cue_report,
     "meldt melden meldde meldden bericht berichtte schrijft schreef onthulde onthult gemeld"},
    {cue_tie(to), "aan"},
    {cue_tie(with), "met"},
    {cue_tie(by), "door"},
    {cue_tie(of), "van"},
    {said_to, "vertelde vertelt laat verklaarde bevestigde"},
    {heads(cue_tie(with)), "interview gesprek vraaggesprek"},
    {heads(cue_tie(by)), "gepubliceerd gemeld onthuld geciteerd ingezien"},
    {heads(cue_tie(of)), "onderzoek berichtgeving bericht berichten artikel peiling"},
    {heads(cue_tie(in)), "interview artikel bericht schrijft"},
    {cue_also, "ook eerder"},
    {cue_attribute, "van bij voor"},
    {cue_paper, "krant dagblad"},
    {cue_agency, "persbureau"},
    {cue_network, "omroep zender"},

    // Russian.
    {cue_filler,
     "газета газете газеты газету издание изданию издания агентство агентству агентства агентством "
     "информагентство информагентству телеканал телеканалу телеканала журнал журналу журнала "
     "портал "
     "порталу портала радиостанция радиостанции сайт американская американской британская "
     "британской немецкая немецкой французская французской американский американское госагентство "
     "радио канал телеканале канала новостное деловая деловой интернет международное "
     "информационное корреспонденту корреспондент"},
    {cue_adverb, "также ранее впервые уже со"},
    {cue_told,
     "интервью заявил заявила заявили сказал сказала рассказал рассказала рассказали "
     "подтвердил подтвердила подтвердили пояснил пояснила сообщила уточнил отметил "
     "комментарии беседе эфире газете агентству информагентству изданию телеканалу "
     "порталу журналу корреспонденту"},
    {cue_cite, "данным информации сообщению сообщениям сведениям словам версии цитирует ссылкой"},
    {cue_label, "источник"},
    {cue_verb_before,
     "сообщает сообщают сообщил сообщила сообщило сообщили передает передаёт передают передал "
     "передало пишет пишут написала написал написало цитирует цитируют информирует отмечает "
     "утверждает добавляет подчеркивает уточняет напоминает констатирует"},
    {cue_report,
     "сообщает сообщают сообщил сообщила сообщило сообщили передает передаёт передают передал "
     "передало пишет пишут написала написал написало цитирует информирует отмечает утверждает "
     "добавляет подчеркивает уточняет ссылкой узнал узнала узнали выяснил выяснила опубликовал "
     "опубликовала опубликовало"},
    {cue_tie(reference), "на"},
    {heads(cue_tie(reference)), "ссылкой ссылаясь ссылается"},
    {cue_first, "впервые эксклюзив"},
    {cue_also, "также ранее"},
    {cue_paper, "газета издание"},
    {cue_agency, "агентство"},
    {cue_network, "телеканал"},
    {cue_magazine, "журнал"},
};

}  // namespace

std::span<const CreditWords> other_credit_words() noexcept {
    return rows;
}

}  // namespace wirecopy::tape
