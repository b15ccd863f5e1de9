#include <array>

#include "tape/furniture_cues.hpp"

namespace wirecopy::tape {

namespace {

// German.
constexpr std::array german_rows{
    CueRow{cue_stamp,
           "alle rechte vorbehalten|jetzt abonnieren|newsletter abonnieren|unseren newsletter|"
           "wir verwenden cookies|unsere datenschutzerklärung|klicken sie hier|"
           "das könnte sie auch interessieren|mit material von|affiliate links"},
    CueRow{cue_opening_stamp, "lesen sie auch|lesen sie mehr|mehr zum thema|folgen sie uns"},
    CueRow{cue_label | cue_line,
           "foto|fotos|bild|quelle|video|lesen sie auch|mehr zum thema|pressekontakt|stand"},
    CueRow{cue_line, "anzeige|werbung|teilen|drucken|impressum|abonnieren|feedback|newsletter"},
    CueRow{cue_act, "abonnieren"},
    CueRow{cue_product, "postfach"},
    CueRow{cue_voice, "unser|unsere|unseren|unserer|unserem|wir|uns|ihre|ihr|ihnen|sie"},
    CueRow{cue_narrated, "sagte|erklärte|teilte|berichtete|gericht|polizei|laut|zufolge|urteil"},
    CueRow{cue_world_byline, "von"},
    CueRow{cue_contact, "pressekontakt"},
    CueRow{cue_links, "mehr zum thema|lesen sie auch"},
    CueRow{cue_closing, "mit freundlichen grüßen"},
};

// Spanish and Portuguese.
constexpr std::array iberian_rows{
    CueRow{cue_stamp,
           "todos los derechos reservados|algunos derechos reservados|suscríbete a nuestro|"
           "nuestro boletín|nuestra newsletter|en tu correo electrónico|usamos cookies|"
           "utilizamos cookies|nuestra política de|nuestras políticas de|haz clic aquí|"
           "síguenos en|iniciar sesión|inicia sesión|todavía no hay comentarios|sé el primero en|"
           "forma parte de nuestra cobertura|es parte de nuestra cobertura|"
           "no se hace responsable del contenido|todos os direitos reservados|nossa newsletter|"
           "clique aqui|siga nos no|deixe um comentário"},
    CueRow{cue_opening_stamp,
           "te puede interesar|ver lista completa|vea todos|suscríbete|suscríbase|regístrate|"
           "comparte esta|recibe el boletín|descubre nuestro|más información|leia também|"
           "leia mais|veja também"},
    CueRow{cue_label | cue_line,
           "te puede interesar|foto|fotos|imagen|vídeo|video|fuente|lo más visto|lo más leído|"
           "etiquetas|ver más|leia também|leia mais|veja também|fonte|contacto|"
           "fuente de la imagen"},
    CueRow{cue_line,
           "publicidad|compartir|comentarios|aviso legal|contacto|ver lista completa|"
           "lo más visto en|publicidade|compartilhar|iniciar sesión para participar"},
    CueRow{cue_line_opener, "fuente de la imagen"},
    CueRow{cue_act, "síguenos|suscríbete|suscríbase|recibe|reciba|comparte|activa"},
    CueRow{cue_product, "boletín|correo electrónico|en facebook|notificaciones push"},
    CueRow{cue_voice, "nuestro|nuestra|nuestros|nuestras|nosso|nossa|tu|te|usted|você|seu"},
    CueRow{cue_narrated,
           "dijo|declaró|aseguró|según|afirmó|tribunal|policía|disse|afirmou|segundo|polícia"},
    CueRow{cue_world_byline, "por"},
    CueRow{cue_about, "acerca de|sobre"},
    CueRow{cue_contact, "contacto"},
    CueRow{cue_links, "te puede interesar|lo más visto|lo más leído|leia também|veja também"},
    CueRow{cue_closing, "atentamente"},
};

// French and Italian.
constexpr std::array gallic_rows{
    CueRow{cue_stamp,
           "tous droits réservés|notre newsletter|nous utilisons des cookies|cliquez ici|"
           "tutti i diritti riservati|riproduzione riservata|nostra newsletter|clicca qui|"
           "seguici su"},
    CueRow{cue_opening_stamp, "lire aussi|à lire aussi|leggi anche|leggi tutto|condividi"},
    CueRow{cue_label | cue_line,
           "lire aussi|à lire aussi|photo|photos|crédit photo|source|leggi anche|foto|fonte|video"},
    CueRow{cue_line, "publicité|partager|commentaires|pubblicità|condividi|commenti|home"},
    CueRow{cue_voice, "notre|nos|nous|votre|vos|vous|nostro|nostra|nostri|tuo|tua|tuoi"},
    CueRow{cue_narrated,
           "déclaré|affirmé|selon|assuré|tribunal|police|detto|secondo|dichiarato|polizia|"
           "tribunale"},
    CueRow{cue_world_byline, "par|di"},
    CueRow{cue_links, "lire aussi|à lire aussi|leggi anche"},
    CueRow{cue_closing, "cordialement|cordiali saluti"},
};

// Dutch.
constexpr std::array dutch_rows{
    CueRow{cue_stamp, "alle rechten voorbehouden|onze nieuwsbrief|wij gebruiken cookies|klik hier"},
    CueRow{cue_opening_stamp, "lees ook|lees meer|lees verder"},
    CueRow{cue_label | cue_line, "lees ook|lees meer|lees verder|foto"},
    CueRow{cue_line, "advertentie|delen"},
    CueRow{cue_act, "download"},
    CueRow{cue_voice, "onze|ons|jouw|uw|wij"},
    CueRow{cue_narrated, "zei|zegt|volgens|meldt|rechtbank|politie|aldus"},
    CueRow{cue_world_byline, "door"},
    CueRow{cue_about, "over"},
    CueRow{cue_links, "lees ook"},
    CueRow{cue_closing, "met vriendelijke groet"},
};

// Russian.
constexpr std::array russian_rows{
    CueRow{cue_stamp,
           "все права защищены|подписаться на сайт|чтобы подписаться|в нашем instagram|"
           "в нашем telegram|нашли ошибку|читайте нас в|ctrl enter"},
    CueRow{cue_opening_stamp,
           "читайте также|читайте по теме|подписывайтесь|самые важные новости|новости дня"},
    CueRow{cue_label | cue_line, "читайте также|по теме|фото|источник|автор|теги"},
    CueRow{cue_line, "реклама|поделиться|подписаться"},
    CueRow{cue_act, "подписывайтесь|читайте|жми"},
    CueRow{cue_product, "телеграм|telegram|instagram|на канал|дзене|whatsapp|youtube"},
    CueRow{cue_voice, "наш|нашем|нашего|нашей|нас|нам|вас|вам|ваш"},
    CueRow{cue_narrated, "сказал|сообщил|заявил|сообщила|заявила|рассказал|отметил|суд|полиция"},
    CueRow{cue_links, "читайте также|по теме"},
    CueRow{cue_closing, "с уважением"},
};

// Chinese.
constexpr std::array chinese_rows{
    CueRow{cue_stamp,
           "版权所有|版权归原作者|未经授权|不得转载|转载请注明|如有侵权|责任编辑|扫描二维码|"
           "长按二维码|关注我们|关注公众号|点击阅读原文|返回搜狐|查看更多|点击下方|"
           "欢迎关注|免责声明|不代表本站|不代表本网|仅代表作者|图文来源|更多精彩"},
    CueRow{cue_opening_stamp, "延伸阅读|推荐阅读|原标题|本文来源|文章来源|内容来源"},
};

template <std::size_t... sizes>
constexpr auto joined(const std::array<CueRow, sizes>&... rows) {
    std::array<CueRow, (sizes + ...)> made{};
    std::size_t at = 0;
    const auto add = [&](const auto& part) {
        for (const auto& row : part) {
            made[at++] = row;
        }
    };
    (add(rows), ...);
    return made;
}

constexpr auto world_rows =
    joined(german_rows, iberian_rows, gallic_rows, dutch_rows, russian_rows, chinese_rows);

}  // namespace

std::span<const CueRow> world_cue_rows() noexcept {
    return world_rows;
}

}  // namespace wirecopy::tape
