// Whom invented articles credit, in every language and by every kind of phrase.

#include "tape/credit.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/hash.hpp"
#include "tape/outlet_rows.hpp"
#include "tape/random_text.hpp"
#include "wirecopy/read.hpp"
#include "wirecopy/tape.hpp"

namespace wirecopy::tape {
namespace {

struct Found {
    std::string outlet;  // its canonical name, else as the text has it
    CreditRole role;
    std::string place;
    std::string phrase;
};

std::vector<Found> credits_in(std::string_view text) {
    TapeBuilder builder;
    const auto tape = builder.build(text);
    std::vector<Found> found;
    for (const auto& credit : read_credits(text, tape)) {
        const auto bytes = [&](Place place) {
            return std::string(text.substr(place.begin, place.end - place.begin));
        };
        const auto name = outlet_name(credit.outlet);
        found.push_back({name.empty() ? bytes(credit.place) : std::string(name), credit.role,
                         bytes(credit.place), bytes(credit.phrase)});
    }
    return found;
}

std::optional<CreditRole> role_of(std::string_view outlet, std::string_view text) {
    for (const auto& credit : credits_in(text)) {
        if (credit.outlet == outlet) {
            return credit.role;
        }
    }
    return std::nullopt;
}

std::string phrase_of(std::string_view outlet, std::string_view text) {
    for (const auto& credit : credits_in(text)) {
        if (credit.outlet == outlet) {
            return credit.phrase;
        }
    }
    return {};
}

constexpr auto mention = CreditRole::mention;
constexpr auto side_fact = CreditRole::side_fact;
constexpr auto source = CreditRole::source;

// Sentences about nothing, to put a credit late in an article.
constexpr std::string_view padding =
    "The harbour of Velm opened a second quay this spring. Ferries leave it every morning. "
    "Fishermen had asked for the quay since the storm. The council paid for half of the work. "
    "A crane was bought from a yard in the north. It lifts twelve tonnes and is painted green. "
    "Children came to see it on the first day. The mayor cut a ribbon and left early. "
    "A band played two marches in the rain. Nobody was hurt when a mast fell over. ";

std::string late(std::string_view sentence) {
    return std::string(padding) + std::string(sentence);
}

// One sentence that credits in the lead, its outlet and the phrase.
struct Sample {
    std::string_view text;
    std::string_view outlet;
    std::string_view phrase;
};

void expect_credits(std::span<const Sample> samples, CreditRole role) {
    for (const auto& sample : samples) {
        EXPECT_EQ(role_of(sample.outlet, sample.text), role) << sample.text;
        EXPECT_EQ(phrase_of(sample.outlet, sample.text), sample.phrase) << sample.text;
    }
}

void expect_no_credit(std::span<const std::string_view> texts) {
    for (const auto text : texts) {
        for (const auto& credit : credits_in(text)) {
            EXPECT_EQ(credit.role, mention) << credit.outlet << ": " << text;
        }
    }
}

TEST(Credit, OfTheLeadIsTheSourceInEnglish) {
    constexpr std::array samples{
        Sample{"The dam at Orrin will close, according to the Wall Street Journal.",
               "The Wall Street Journal", "according to the Wall Street Journal"},
        Sample{"The dam at Orrin will close, according to a Wall Street Journal report.",
               "The Wall Street Journal", "according to a Wall Street Journal report"},
        Sample{"The New York Times reported on Friday that the dam at Orrin will close.",
               "The New York Times", "New York Times reported"},
        Sample{"The dam will close in May, Reuters reports.", "Reuters", "Reuters reports"},
        Sample{"The dam will close in May, reports the Guardian.", "The Guardian",
               "reports the Guardian"},
        Sample{"The dam is said to be cracked, as reported on Friday evening by the BBC.", "BBC",
               "reported on Friday evening by the BBC"},
        Sample{"A report in the Financial Times says the dam is cracked.", "Financial Times",
               "report in the Financial Times says"},
        Sample{"A recent report by the respected French daily Le Monde says the dam is cracked.",
               "Le Monde", "report by the respected French daily Le Monde says"},
        Sample{"Engineers gave up on the dam, documents obtained by ProPublica show.", "ProPublica",
               "obtained by ProPublica"},
        Sample{"The plans, seen by Reuters, name three other dams.", "Reuters", "seen by Reuters"},
        Sample{"The dam is cracked, CNN has learned.", "CNN", "CNN has learned"},
        Sample{"Citing two engineers, Bloomberg News said the dam was cracked.", "Bloomberg",
               "Bloomberg News said"},
        Sample{"The mayor resigned over the dam, the paper wrote, citing Axios.", "Axios",
               "citing Axios"},
        Sample{"The dam was shut overnight (via TechCrunch).", "TechCrunch", "via TechCrunch"},
        Sample{"CNN's Jane Vell reports that the dam is cracked.", "CNN",
               "CNN's Jane Vell reports"},
        Sample{"CNN, citing two engineers, says the dam is cracked.", "CNN", "CNN, citing"},
        Sample{"Politico is reporting that the dam will close.", "Politico",
               "Politico is reporting"},
        Sample{"A new CNN/Orrin poll finds that most want the dam closed.", "CNN",
               "CNN/Orrin poll"},
        Sample{"The dam is empty, China's state news agency, Xinhua, reported.", "Xinhua",
               "Xinhua, reported"}};
    expect_credits(samples, source);
}

TEST(Credit, OfOneVoiceIsASideFactEvenInTheLead) {
    constexpr std::array samples{
        Sample{"\"The dam will hold,\" its keeper told CNN.", "CNN", "told CNN"},
        Sample{"\"The dam will hold,\" its keeper told the French newspaper Le Figaro.",
               "Le Figaro", "told the French newspaper Le Figaro"},
        Sample{"In an interview with NBC News, the keeper said the dam would hold.", "NBC News",
               "interview with NBC News"},
        Sample{"The keeper said Sunday on Fox News that the dam would hold.", "Fox News",
               "said Sunday on Fox News"},
        Sample{"The keeper confirmed the order to Variety.", "Variety",
               "confirmed the order to Variety"},
        Sample{"The Boston Globe previously reported that the keeper had been warned.",
               "The Boston Globe", "Boston Globe previously reported"},
        Sample{"The Associated Press contributed to this report.", "Associated Press",
               "Associated Press contributed"}};
    expect_credits(samples, side_fact);
}

TEST(Credit, OfTheLeadIsTheSourceInGerman) {
    constexpr std::array samples{
        Sample{"Der Damm von Orrin wird laut „Spiegel“ im Mai geschlossen.", "Der Spiegel",
               "laut „Spiegel"},
        Sample{"Wie die Nachrichtenagentur Reuters berichtet, wird der Damm geschlossen.",
               "Reuters", "Reuters berichtet"},
        Sample{"Der Damm wird im Mai geschlossen, meldet die Deutsche Presse-Agentur.", "dpa",
               "meldet die Deutsche Presse-Agentur"},
        Sample{"Das geht aus einem Bericht der „Süddeutschen Zeitung“ hervor.",
               "Süddeutsche Zeitung", "Bericht der „Süddeutschen Zeitung"},
        Sample{"Der Damm wird geschlossen, schreibt die Zeitung unter Berufung auf die BBC.", "BBC",
               "Berufung auf die BBC"},
        Sample{"Dem Handelsblatt zufolge wird der Damm geschlossen.", "Handelsblatt",
               "Handelsblatt zufolge"}};
    expect_credits(samples, source);
    EXPECT_EQ(role_of("Bild", "„Der Damm hält“, sagte der Wärter der „Bild“-Zeitung."), side_fact);
    EXPECT_EQ(role_of("dpa", "ORRIN (dpa) - Der Damm von Orrin wird im Mai geschlossen."), source);
    EXPECT_EQ(role_of("dpa",
                      "Der Damm wird im Mai geschlossen. Das Land zahlt dafür. Niemand "
                      "wurde verletzt. Die Kräne sind weg. (mit Material von dpa)"),
              side_fact);
    EXPECT_EQ(role_of("BBC", "„Der Damm hält“, sagte ein Sprecher der BBC am Montag."), mention);
}

TEST(Credit, OfTheLeadIsTheSourceInSpanish) {
    constexpr std::array samples{
        Sample{"La presa de Orrin cerrará en mayo, según El País.", "El País", "según El País"},
        Sample{"La presa cerrará en mayo, informó la agencia EFE.", "EFE",
               "informó la agencia EFE"},
        Sample{"El diario The New York Times ha informado de que la presa cerrará en mayo.",
               "The New York Times", "New York Times ha informado"},
        Sample{"De acuerdo con la cadena británica BBC, la presa está agrietada.", "BBC",
               "acuerdo con la cadena británica BBC"},
        Sample{"Así lo indica un documento publicado por el diario Reforma.", "Reforma",
               "publicado por el diario Reforma"}};
    expect_credits(samples, source);
    EXPECT_EQ(role_of("Reuters", "\"La presa aguantará\", dijo a Reuters su guardián."), side_fact);
    EXPECT_EQ(role_of("EFE", "Orrin, 30 may (EFE).- La presa de Orrin cerrará en mayo."), source);
}

TEST(Credit, OfTheLeadIsTheSourceInFrench) {
    constexpr std::array samples{
        Sample{"Le barrage d’Orrin fermera en mai, selon Le Monde.", "Le Monde", "selon Le Monde"},
        Sample{"Le barrage fermera en mai, rapporte l’AFP.", "Agence France-Presse",
               "rapporte l’AFP"},
        Sample{"D’après Mediapart, le barrage est fissuré et le maire le savait.", "Mediapart",
               "après Mediapart"},
        Sample{"Le quotidien Libération a révélé que le barrage était fissuré.", "Libération",
               "Libération a révélé"}};
    expect_credits(samples, source);
    EXPECT_EQ(role_of("Le Figaro", "« Le barrage tiendra », a déclaré son gardien au Figaro."),
              side_fact);
    EXPECT_EQ(role_of("Agence France-Presse",
                      "ORRIN, 12 mai (AFP) - Le barrage d’Orrin sera fermé, a dit le maire."),
              source);
}

TEST(Credit, OfTheLeadIsTheSourceInItalian) {
    constexpr std::array samples{
        Sample{"La diga di Orrin chiuderà a maggio, secondo il Corriere della Sera.",
               "Corriere della Sera", "secondo il Corriere della Sera"},
        Sample{"La diga chiuderà a maggio, riferisce l’ANSA.", "ANSA", "riferisce l’ANSA"},
        Sample{"Lo scrive il quotidiano La Repubblica, che cita due ingegneri della diga.",
               "La Repubblica", "scrive il quotidiano La Repubblica"}};
    expect_credits(samples, source);
    EXPECT_EQ(role_of("La Stampa", "«La diga terrà», ha detto il custode a La Stampa."), side_fact);
}

TEST(Credit, OfTheLeadIsTheSourceInPortuguese) {
    constexpr std::array samples{
        Sample{"A barragem de Orrin fechará em maio, segundo a Folha de S.Paulo.",
               "Folha de S.Paulo", "segundo a Folha de S.Paulo"},
        Sample{"A barragem fechará em maio, informou a agência Lusa.", "Lusa",
               "informou a agência Lusa"},
        Sample{"De acordo com o jornal O Globo, a barragem está rachada.", "O Globo",
               "acordo com o jornal O Globo"}};
    expect_credits(samples, source);
    EXPECT_EQ(role_of("TV Globo", "\"A barragem vai aguentar\", disse o guarda à TV Globo."),
              side_fact);
}

TEST(Credit, OfTheLeadIsTheSourceInDutch) {
    constexpr std::array samples{
        Sample{"De dam van Orrin gaat volgens de Volkskrant in mei dicht.", "De Volkskrant",
               "volgens de Volkskrant"},
        Sample{"De dam gaat in mei dicht, meldt persbureau ANP.", "ANP", "meldt persbureau ANP"},
        Sample{"De dam is gescheurd, schrijft NRC.", "NRC", "schrijft NRC"}};
    expect_credits(samples, source);
    EXPECT_EQ(role_of("NOS", "\"De dam houdt het\", zei de wachter tegen de NOS."), side_fact);
}

TEST(Credit, OfTheLeadIsTheSourceInRussian) {
    constexpr std::array samples{
        Sample{"Плотину в Оррине закроют в мае, сообщает ТАСС.", "TASS", "сообщает ТАСС"},
        Sample{"По данным агентства «Интерфакс», плотину в Оррине закроют в мае.", "Interfax",
               "данным агентства «Интерфакс"},
        Sample{"Плотину закроют, пишет газета «Коммерсантъ».", "Kommersant",
               "пишет газета «Коммерсантъ"},
        Sample{"Плотину закроют в мае, заявил мэр со ссылкой на Reuters.", "Reuters",
               "ссылкой на Reuters"}};
    expect_credits(samples, source);
    EXPECT_EQ(role_of("RIA Novosti", "«Плотина выдержит», — рассказал сторож РИА Новости."),
              mention);
    EXPECT_EQ(role_of("RIA Novosti", "Сторож в интервью РИА Новости сказал, что она выдержит."),
              side_fact);
    EXPECT_EQ(role_of("TASS", "ОРРИН, 17 мая. /ТАСС/. Плотину закроют, сообщил мэр."), source);
}

TEST(Credit, OfTheLeadIsTheSourceInChinese) {
    constexpr std::array samples{
        Sample{"据路透社报道，奥林大坝将于五月关闭。", "Reuters", "据路透社报道"},
        Sample{"据美国《华尔街日报》5月3日报道，奥林大坝将于五月关闭。", "The Wall Street Journal",
               "据美国《华尔街日报》5月3日报道"},
        Sample{"彭博社援引两名工程师的话说，大坝有裂缝。", "Bloomberg", "彭博社援引"},
        Sample{"新华社奥林5月3日电 奥林大坝将于五月关闭。", "Xinhua", "新华社奥林5月3日电"}};
    expect_credits(samples, source);
    EXPECT_EQ(role_of("CNN", "守坝人接受美国有线电视新闻网采访时说，大坝没有问题。"), side_fact);
    EXPECT_EQ(role_of("Xinhua", "大坝没有问题。（来源：新华社）"), source);
    EXPECT_EQ(role_of("CCTV", "奥林大坝在央视的节目里出现过三次。"), mention);
}

TEST(Credit, OfADatelineOrBylineIsTheSource) {
    for (const auto* text :
         {"LONDON (Reuters) - The dam at Orrin will close in May, its keeper said.",
          "VELM, Orrin, May 3 (Reuters) - The dam at Orrin will close in May.",
          "(Reuters) - The dam at Orrin will close in May.",
          "By Jane Vell, Reuters\n\nThe dam at Orrin will close in May, its keeper said.",
          "Reuters\n\nThe dam at Orrin will close in May, its keeper said.",
          "The dam at Orrin will close in May, its keeper said. — Reuters",
          "The dam at Orrin will close in May, its keeper said.\n\nSource: Reuters",
          "The dam at Orrin will close in May, its keeper said. (AFP, Reuters)",
          "The dam will close, its keeper said.\n\nCopyright 2019 Reuters. All rights reserved."}) {
        EXPECT_EQ(role_of("Reuters", text), source) << text;
    }
    EXPECT_EQ(role_of("Associated Press", "LONDON (AP) — The dam at Orrin will close in May."),
              source);
}

TEST(Credit, OfWhoeverReportedItFirstIsTheSourceWhereverItStands) {
    EXPECT_EQ(role_of("Axios", late("The plan was first reported by Axios.")), source);
    EXPECT_EQ(role_of("Axios", late("Axios first reported the plan.")), source);
    EXPECT_EQ(role_of("Axios", late("Axios, which first reported the plan, has the letter.")),
              source);
    EXPECT_EQ(role_of("Dambuster", late("The plan was first reported by Dambuster.")), source);
    EXPECT_EQ(role_of("Dambuster", late("Dambuster first reported the plan.")), source);
}

TEST(Credit, OfALateSentenceIsASideFactAndOfTwoTheSource) {
    EXPECT_EQ(role_of("Reuters", late("The crane is late, Reuters reported.")), side_fact);
    EXPECT_EQ(role_of("Reuters", late("The crane is late, Reuters reported. It was sold twice, "
                                      "according to Reuters.")),
              source);
    EXPECT_EQ(role_of("Reuters", late("\"It is late,\" a man told Reuters. \"It is not,\" a "
                                      "woman told Reuters.")),
              side_fact);
}

TEST(Credit, KeepsTheFirstPlaceOfTheStrongestRole) {
    const auto text = late(
        "The crane is late, the BBC said. A BBC van stood by. The plan was "
        "first reported by the BBC.");
    const auto credits = credits_in(text);
    ASSERT_EQ(credits.size(), 1U);
    EXPECT_EQ(credits[0].role, source);
    EXPECT_EQ(credits[0].place, "BBC");
    EXPECT_EQ(credits[0].phrase, "first reported by the BBC");
}

TEST(Credit, OfAListIsThatOfEachInIt) {
    const auto text = "The dam will close, according to Reuters, the AP and the BBC.";
    EXPECT_EQ(role_of("Reuters", text), source);
    EXPECT_EQ(role_of("Associated Press", text), source);
    EXPECT_EQ(role_of("BBC", text), source);
    // Here the second is the subject of the news.
    EXPECT_EQ(role_of("CNN", "According to Reuters, CNN fired its dam reporter."), mention);
}

TEST(Credit, OfAShortNameIsThatOfTheFullOne) {
    const auto text = late(
        "A Wall Street Journal reader sent a letter. The crane is late, the "
        "Journal reported. The Journal also wrote of a second crane. The "
        "Journal said nothing was lost.");
    EXPECT_EQ(role_of("The Wall Street Journal", text), source);
    // Of two that end in Post, the nearest before.
    const auto two = late(
        "The Washington Post is large. The Jerusalem Post is old. The crane is "
        "late, the Post reported.");
    EXPECT_EQ(role_of("The Jerusalem Post", two), side_fact);
    EXPECT_EQ(role_of("The Washington Post", two), mention);
    EXPECT_TRUE(credits_in(late("The crane is late, the Post reported.")).empty());
}

TEST(Credit, OfAGenericNameIsThatOfTheNearestOutletOfItsKind) {
    EXPECT_EQ(role_of("The Guardian", late("The Guardian is read here. The crane is late, the "
                                           "newspaper reported.")),
              std::nullopt);
    EXPECT_EQ(role_of("Le Monde", late("Le Monde is read here. The crane is late, the newspaper "
                                       "reported.")),
              side_fact);
    EXPECT_EQ(role_of("Le Monde", late("Le Monde is read here. The crane is late, the agency "
                                       "reported.")),
              mention);
    EXPECT_EQ(role_of("CNN", "CNN is seen here. \"It is late,\" he told the network."), side_fact);
}

TEST(Credit, OfAnUnknownOutletNeedsTheShapeOfOne) {
    for (const auto* text :
         {"The dam will close, the Mercantile Post reported.",
          "The dam will close, according to the Orrin Valley Gazette.",
          "The dam will close, as first reported by the Velm Daily Chronicle."}) {
        const auto credits = credits_in(text);
        ASSERT_EQ(credits.size(), 1U) << text;
        EXPECT_EQ(credits[0].role, source) << text;
    }
    EXPECT_EQ(role_of("WVLM", "\"It will hold,\" the keeper told WVLM."), side_fact);
    const auto same = credits_in("The keeper told WVLM-TV. The keeper told WVLM News too.");
    EXPECT_EQ(same.size(), 1U);
    const auto post = credits_in(
        "The dam will close, the Mercantile Post reported. He told the "
        "Post that it would hold.");
    EXPECT_EQ(post.size(), 1U);
}

TEST(Credit, IsNotOfOfficialsCompaniesOrPeople) {
    constexpr std::array<std::string_view, 19> texts{
        "The dam will close, police said on Friday.",
        "The dam will close, according to the Ministry of Waters.",
        "The dam will close, according to Smith.",
        "The dam will close, according to Orrin University Press Office.",
        "The dam was sold, Royal Mail said.",
        "The Environmental Protection Agency said the dam would close.",
        "The dam will close, according to the Central Dam Agency.",
        "Deutsche Post reported a loss of two million.",
        "Vice President Vell told people that time would tell.",
        "Time Warner reported a profit. Fortune Global said so.",
        "People said the sun reported to the hill. Reason says otherwise.",
        "Mayor Michael Bloomberg said the dam was old. Bloomberg reported to the council.",
        "Freddie Mercury said the dam was old.",
        "The dam was first reported by Smith of the council.",
        "The dam was first reported by the Ministry.",
        "Vell first broke her silence on Friday.",
        "Sen. Jane Vell (D) - the keeper of the dam - said so.",
        "The keeper watched the dam via Apple TV.",
        "According to the Journal of Dams, all dams leak."};
    for (const auto text : texts) {
        EXPECT_TRUE(credits_in(text).empty()) << text << ": " << credits_in(text).front().outlet;
    }
}

TEST(Credit, IsNotOfAnOutletThatIsTheNewsItself) {
    constexpr std::array<std::string_view, 12> texts{
        "CNN fired its dam reporter on Friday.",
        "A CNN anchor said the dam was old.",
        "The editor of the New York Times said the dam was old.",
        "The New York Times said it would close its bureau at the dam.",
        "CNN said in a statement that its van was safe.",
        "CBS Corp reported a loss.",
        "Shares of the New York Times fell, and so did those of Reuters.",
        "The hearing was shown by CNN and by no one else.",
        "He worked for Reuters and for the BBC before he kept the dam.",
        "The magazine cover of Der Spiegel showed the dam.",
        "Read more: CNN, BBC, Reuters.",
        "He called CNN fake news."};
    expect_no_credit(texts);
    for (const auto text : texts) {
        EXPECT_FALSE(credits_in(text).empty()) << text;
    }
}

TEST(Credit, IsNotInTheFurnitureOfASite) {
    constexpr std::array<std::string_view, 10> texts{
        "Sign up for the CNN newsletter.",
        "Read more at the Wall Street Journal.",
        "Follow Reuters on every channel.",
        "The dam at dusk. (AP Photo/Jane Vell)",
        "Photo: Reuters",
        "Image copyright Reuters",
        "The dam at dusk. Source: Reuters via Getty Images",
        "The dam is old. See https://www.nytimes.com/2019/dam for more.",
        "The dam is old. — CNN (@CNN) May 3, 2019",
        "Get the Washington Post newsletter every morning, as the Post reported."};
    expect_no_credit(texts);
}

TEST(Credit, NeedsTheCaseOfAName) {
    EXPECT_TRUE(credits_in("The dam held, as time reported and the sun said.").empty());
    EXPECT_TRUE(credits_in("The wall street journal club met, according to ap rules.").empty());
    EXPECT_EQ(role_of("Time", "The dam held, Time reported."), source);
    EXPECT_EQ(role_of("Politico", "The dam held, POLITICO reported."), source);
}

TEST(Credit, KnowsANameThatIsAWordOnlyWhereItIsCredited) {
    EXPECT_EQ(role_of("The Hill", "The dam held, The Hill reported."), source);
    EXPECT_EQ(role_of("The Hill", "He climbed The Hill, then rested."), std::nullopt);
    EXPECT_EQ(role_of("Vox", "The dam held, according to Vox."), source);
    EXPECT_EQ(role_of("Die Welt", "Welt reported the dam held."), std::nullopt);
    EXPECT_EQ(role_of("Die Welt", "Der Damm hält, wie die „Welt“ berichtet."), source);
}

TEST(Credit, PlacesAreTheNamesAndLieInTheirPhrases) {
    const std::string text =
        "ORRIN (AP) — The dam will close, according to a Wall Street Journal report. Le Monde "
        "wrote so too. „Bild“ and the Mercantile Post reported it. 据《人民日报》报道。";
    TapeBuilder builder;
    const auto tape = builder.build(text);
    std::vector<std::string> names;
    std::uint32_t last = 0;
    for (const auto& credit : read_credits(text, tape)) {
        names.emplace_back(text.substr(credit.place.begin, credit.place.end - credit.place.begin));
        EXPECT_LE(credit.phrase.begin, credit.place.begin);
        EXPECT_GE(credit.phrase.end, credit.place.end);
        EXPECT_GE(credit.place.begin, last);
        last = credit.place.begin;
    }
    const std::vector<std::string> expected{"AP",   "Wall Street Journal", "Le Monde",
                                            "Bild", "Mercantile Post",     "人民日报"};
    EXPECT_EQ(names, expected);
}

TEST(Credit, IsSoundInRandomTextAndBytes) {
    constexpr std::array<std::string_view, 20> pieces{
        "Reuters",  " reported ", "the Journal", "(AP) - ", "according to ",
        "The Hill", " first ",    "by ",         "CNN",     ", ",
        ". ",       "\n",         "Times",       "据",      "路透社",
        "报道",     "New York ",  "told ",       "WABC",    "Post"};
    base::Random random(23);
    TapeBuilder builder;
    for (int round = 0; round < 3000; ++round) {
        auto text = random_text(random, random.below(12));
        for (auto i = random.below(16); i > 0; --i) {
            text += pieces[random.below(pieces.size())];
        }
        for (auto i = random.below(20); i > 0; --i) {
            text += static_cast<char>(random.below(256));
        }
        const auto tape = builder.build(text);
        for (const auto& credit : read_credits(text, tape)) {
            ASSERT_NE(credit.outlet, 0U);
            ASSERT_LT(credit.place.begin, credit.place.end);
            ASSERT_LE(credit.phrase.begin, credit.place.begin);
            ASSERT_GE(credit.phrase.end, credit.place.end);
            ASSERT_LE(credit.phrase.end, text.size());
        }
    }
}

TEST(Credit, OfEverySeedIsTheWallStreetJournal) {
    const std::array paths{std::string(WIRECOPY_SOURCE_DIR) + "/seeds"};
    const auto corpus = read_corpus(paths, {});
    ASSERT_EQ(corpus.articles.size(), 5U);
    for (const auto& article : corpus.articles) {
        EXPECT_EQ(role_of("The Wall Street Journal", article.text), source) << article.id;
    }
}

TEST(Outlet, IsOneByWhateverName) {
    const auto journal = outlet_of("The Wall Street Journal");
    for (const auto* name : {"Wall Street Journal", "WSJ", "wsj.com", "https://www.wsj.com/news",
                             "Wall Street Journal - News", "The Wall Street Journal (Opinion)"}) {
        EXPECT_EQ(outlet_of(name), journal) << name;
    }
    EXPECT_EQ(outlet_name(journal), "The Wall Street Journal");
    EXPECT_EQ(outlet_of("http://cnn.it"), outlet_of("CNN (Web News)"));
    EXPECT_EQ(outlet_of("ABC News (Online)"), outlet_of("abcnews.go.com"));
    EXPECT_EQ(outlet_of("Reuters UK"), outlet_of("reuters.com"));
    EXPECT_NE(outlet_of("The Washington Post"), outlet_of("New York Post"));
}

TEST(Outlet, WithoutARowIsOneByItsLetters) {
    const auto post = outlet_of("Mercantile Post");
    for (const auto* name : {"The Mercantile Post", "mercantile-post", "MERCANTILE POST",
                             "mercantilepost.com", "https://www.mercantilepost.com/dam"}) {
        EXPECT_EQ(outlet_of(name), post) << name;
    }
    EXPECT_EQ(outlet_name(post), "");
    const auto credits = credits_in("The dam will close, the Mercantile Post reported.");
    ASSERT_EQ(credits.size(), 1U);
    EXPECT_EQ(outlet_of(credits[0].place), post);
    EXPECT_NE(outlet_of("Nation News"), outlet_of("The Nation"));
}

// The plain names of a row, without those that count only in some places.
std::vector<std::string> plain_aliases(const OutletRow& row) {
    std::vector<std::string> names;
    for (auto rest = row.aliases; !rest.empty();) {
        const auto alias = rest.substr(0, rest.find('|'));
        rest.remove_prefix(std::min(alias.size() + 1, rest.size()));
        if (alias.find_first_of("*~^%@!") != 0) {
            names.emplace_back(alias);
        }
    }
    return names;
}

TEST(Outlet, IsFoundByEachPlainNameOfItsRow) {
    for (const auto rows : {american_outlet_rows(), european_outlet_rows(), world_outlet_rows()}) {
        for (const auto& row : rows) {
            for (const auto& alias : plain_aliases(row)) {
                const auto credits = credits_in("The dam held, according to " + alias + ".");
                EXPECT_EQ(credits.size(), 1U) << alias;
                EXPECT_EQ(credits.empty() ? "" : credits[0].outlet, row.name) << alias;
            }
        }
    }
}

TEST(Outlet, HasNoNameOfAnother) {
    std::map<std::string, std::string_view> owners;
    for (const auto rows : {american_outlet_rows(), european_outlet_rows(), world_outlet_rows()}) {
        for (const auto& row : rows) {
            for (const auto& alias : plain_aliases(row)) {
                const auto [known, is_new] = owners.emplace(alias, row.name);
                EXPECT_TRUE(is_new) << alias << ": " << known->second << ", " << row.name;
            }
        }
    }
}

TEST(Outlet, OfNothingIsNone) {
    EXPECT_EQ(outlet_of(""), 0U);
    EXPECT_EQ(outlet_of(" ."), 0U);
    EXPECT_NE(outlet_of("(x)"), 0U);
    EXPECT_EQ(outlet_name(0), "");
}

}  // namespace
}  // namespace wirecopy::tape
