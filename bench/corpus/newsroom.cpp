#include "newsroom.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace wirecopy::bench {

namespace {

constexpr std::size_t outlet_count = 60;
constexpr std::size_t staff_count = 20;
constexpr std::size_t kept_bodies = 3;
constexpr std::size_t paragraph_sentences = 7;
constexpr double frame_words = 29;  // headline, dateline and credit
// Of the articles that are not the first of their story. Chosen so that shape.csv comes out.
constexpr double nearly_the_same = .065;
constexpr double half_anew = .065;
constexpr double passage_taken_up = .05;  // of the sentences of an article of its own
constexpr double has_furniture = .5;      // of the outlets

// Length in words at shares of all articles: as measured, and a little more for what has little
// room beside headline, credit and furniture.
constexpr std::array<std::pair<double, double>, 12> lengths{{{0, 60},
                                                             {.01, 98},
                                                             {.05, 129},
                                                             {.10, 163},
                                                             {.25, 282},
                                                             {.50, 486},
                                                             {.75, 706},
                                                             {.90, 889},
                                                             {.95, 1018},
                                                             {.99, 1359},
                                                             {.999, 2572},
                                                             {1, 5000}}};

double draw_length(base::Random& random) {
    const double share = uniform(random);
    const auto* above =
        std::ranges::upper_bound(lengths, share, {}, &std::pair<double, double>::first);
    const auto& [low, least] = *(above - 1);
    const auto& [high, most] = *above;
    return least + (most - least) * (share - low) / (high - low);
}

double words_in(std::string_view sentence) {
    return static_cast<double>(std::ranges::count(sentence, ' ') + 1);
}

std::string paragraphs(const Sentences& body) {
    std::string text;
    for (std::size_t i = 0; i < body.size(); ++i) {
        text += body[i];
        if (body[i].back() != ' ' && body[i].back() != '\n') {
            text += (i + 1) % paragraph_sentences == 0 ? '\n' : ' ';
        }
    }
    while (!text.empty() && (text.back() == ' ' || text.back() == '\n')) {
        text.pop_back();
    }
    return text;
}

}  // namespace

Sentences sentences_of(std::string_view text) {
    Sentences sentences;
    while (!text.empty()) {
        auto end = text.find('\n');
        const auto stop = text.find(". ");
        end = std::min(end == std::string_view::npos ? text.size() : end + 1,
                       stop == std::string_view::npos ? text.size() : stop + 2);
        sentences.emplace_back(text.substr(0, end));
        text.remove_prefix(end);
    }
    return sentences;
}

Newsroom::Newsroom(std::uint64_t seed, const std::vector<Sentences>& pool)
    : prose_(seed), pool_(pool) {
    base::Random random(base::mix(seed + 2));
    const auto nothing = prose_.new_story(random);
    for (std::size_t i = 0; i < outlet_count; ++i) {
        auto& outlet = outlets_.emplace_back();
        outlet.name = prose_.name(random) + (chance(random, .5) ? " News" : " Post");
        if (chance(random, has_furniture)) {
            outlet.furniture = "Sign up to the newsletter of " + outlet.name + ". " +
                               prose_.headline(nothing, random) + '.';
        }
        for (std::size_t k = 0; k < staff_count; ++k) {
            outlet.staff.push_back(prose_.person(random));
        }
    }
}

Event Newsroom::new_event(base::Random& random) const {
    Event event{prose_.new_story(random), {}, {}};
    return event;
}

Sentences Newsroom::report(const Event& event, const Outlet& outlet, base::Random& random) const {
    Sentences body;
    std::vector<std::uint32_t> used;
    double left = draw_length(random) - frame_words - words_in(outlet.furniture);
    while (left > 0 || body.empty()) {
        const bool takes_up = !event.passages.empty() && chance(random, passage_taken_up);
        auto sentence = takes_up ? event.passages[random.below(event.passages.size())]
                                 : prose_.sentence(event.story, used, random);
        const double words = words_in(sentence);
        // What does not fit is left out as often as it fits less.
        if (words > left && !body.empty() && !chance(random, left / words)) {
            break;
        }
        left -= words;
        body.push_back(std::move(sentence));
    }
    return body;
}

std::string Newsroom::new_sentence(const Event& event, std::vector<std::uint32_t>& used,
                                   base::Random& random) const {
    if (pool_.empty()) {
        return prose_.sentence(event.story, used, random);
    }
    const auto& from = pool_[random.below(pool_.size())];
    return from[random.below(from.size())];
}

Sentences Newsroom::version(const Sentences& earlier, double anew, const Event& event,
                            base::Random& random) const {
    Sentences body;
    std::vector<std::uint32_t> used;
    for (const auto& sentence : earlier) {
        if (!chance(random, anew)) {
            body.push_back(sentence);
        } else if (chance(random, .8)) {
            body.push_back(new_sentence(event, used, random));
        }
    }
    if (body.empty()) {
        body.push_back(new_sentence(event, used, random));
    }
    return body;
}

// Each pass over the pool pairs its articles otherwise; within the first, none is used whole twice.
Sentences Newsroom::splice(base::Random& random) {
    const auto pass = spliced_ / pool_.size() + 1;
    const auto place = spliced_ % pool_.size();
    ++spliced_;
    const std::array parents{&pool_[place], &pool_[(place + pass * 7'919) % pool_.size()]};
    Sentences body;
    std::array<std::size_t, 2> next{};
    const auto end = (parents[0]->size() + parents[1]->size()) / 2;
    for (std::size_t turn = 0; body.size() < end; turn ^= 1U) {
        const auto run = 3 + random.below(6);
        for (std::uint64_t i = 0; i < run && next[turn] < parents[turn]->size(); ++i) {
            body.push_back((*parents[turn])[next[turn]++]);
        }
    }
    return body;
}

std::string Newsroom::framed(const Sentences& body, const Event& event, const Outlet& outlet,
                             base::Random& random) const {
    auto text = prose_.headline(event.story, random) + '\n' + event.story.place + " (" +
                outlet.name + ") - " + paragraphs(body);
    text += "\n(Reporting by " + outlet.staff[random.below(outlet.staff.size())];
    if (chance(random, .5)) {
        text += "; editing by " + outlet.staff[random.below(outlet.staff.size())];
    }
    text += ')';
    if (!outlet.furniture.empty()) {
        text += '\n' + outlet.furniture;
    }
    return text;
}

Article Newsroom::next_article(Event& event, base::Random& random) {
    // Half of all articles are those of a few outlets.
    const double lot = uniform(random);
    const auto& outlet = outlets_[static_cast<std::size_t>(lot * lot * lot * outlet_count)];
    const double way = event.bodies.empty() ? 1 : uniform(random);
    Sentences body;
    if (way < nearly_the_same + half_anew) {
        const auto& earlier = event.bodies[random.below(event.bodies.size())];
        const double anew =
            way < nearly_the_same ? .08 * uniform(random) : .1 + .35 * uniform(random);
        body = version(earlier, anew, event, random);
    } else {
        body = pool_.empty() ? report(event, outlet, random) : splice(random);
    }
    Article article;
    article.source = outlet.name;
    article.text = pool_.empty() ? framed(body, event, outlet, random) : paragraphs(body);
    for (std::size_t i = 0; i < 2; ++i) {
        event.passages.push_back(body[random.below(body.size())]);
    }
    if (event.bodies.size() == kept_bodies) {
        event.bodies.erase(event.bodies.begin());
    }
    event.bodies.push_back(std::move(body));
    return article;
}

}  // namespace wirecopy::bench
