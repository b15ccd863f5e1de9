#include "prose.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace wirecopy::bench {

namespace {

// Chosen together so that shape.csv comes out as it does.
constexpr std::uint32_t first_content_rank = 20;
constexpr std::uint32_t first_topical_rank = 300;
constexpr std::size_t topic_count = 120;
constexpr std::size_t names_of_a_topic = 12;
constexpr double topic_slope = .8;    // few topics have most stories
constexpr double comes_back = .14;    // content words that the article has had before
constexpr double of_the_story = .27;  // of the words that may be of a topic
constexpr double of_the_topic = .63;
// Of the words of about one frequency a topic prefers this share, and as many more as keep it from
// using each of them over and over.
constexpr double topic_breadth = .005;
constexpr double topic_words_for_share = 600;
constexpr double name_share = .035;  // of all places in a sentence
constexpr double figure_share = .012;
constexpr double name_of_topic = .46;
constexpr double block_growth = 1.5;

constexpr std::array<std::string_view, 6> units{" percent", " million", " billion",
                                                " days",    " people",  " years"};

void capitalise(std::string& text) {
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') {
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    }
}

std::string draw_figure(base::Random& random) {
    std::string text = chance(random, .3) ? "$" : "";
    text += std::to_string(1 + random.below(chance(random, .6) ? 30 : 999));
    if (chance(random, .5)) {
        text += '.' + std::to_string(random.below(10));
    }
    return text += units.at(random.below(units.size()));
}

}  // namespace

Prose::Prose(std::uint64_t seed)
    : seed_(base::mix(seed + 1)),
      content_begins_at_(curve_.share_below(first_content_rank)),
      topical_begins_at_(curve_.share_below(first_topical_rank)) {
    for (double begin = first_topical_rank; begin < 4e9 / block_growth; begin *= block_growth) {
        const auto first = static_cast<std::uint32_t>(begin);
        const auto size = static_cast<std::uint32_t>(begin * block_growth) - first;
        const double share = curve_.share_below(first + size) - curve_.share_below(first);
        const double preferred = topic_breadth * size + topic_words_for_share * share;
        blocks_.push_back({first, size, static_cast<std::uint32_t>(preferred) + 1});
    }
    base::Random random(seed_);
    double total = 0;
    for (std::size_t topic = 0; topic < topic_count; ++topic) {
        total += std::pow(static_cast<double>(topic + 1), -topic_slope);
        topic_ends_.push_back(total);
        auto& names = topic_names_.emplace_back();
        for (std::size_t i = 0; i < names_of_a_topic; ++i) {
            names.push_back(chance(random, .5) ? person(random) : name(random));
        }
    }
}

Prose::Block Prose::block_of(std::uint32_t rank) const {
    const auto number = static_cast<std::size_t>(
        std::log(static_cast<double>(rank) / first_topical_rank) / std::log(block_growth));
    return blocks_[std::min(number, blocks_.size() - 1)];
}

std::uint32_t Prose::rank_from(double share, base::Random& random) const {
    return curve_.rank_at(share + uniform(random) * (1 - share));
}

// Of the words about as frequent as one drawn from the language, one of those few that the topic
// prefers: over all topics every word stays as frequent as it was.
std::uint32_t Prose::in_topic(std::uint32_t rank, std::uint32_t topic, base::Random& random) const {
    const auto block = block_of(rank);
    const auto key = base::mix(seed_ + topic * 1'000'003ULL + block.begin);
    return block.begin +
           static_cast<std::uint32_t>(base::mix(key + random.below(block.preferred)) % block.size);
}

std::uint32_t Prose::draw_topic(base::Random& random) const {
    const auto place = std::ranges::upper_bound(topic_ends_, uniform(random) * topic_ends_.back());
    return static_cast<std::uint32_t>(place - topic_ends_.begin());
}

std::string Prose::name(base::Random& random) const {
    for (;;) {
        const auto rank = rank_from(topical_begins_at_, random);
        if (Lexicon::kind(rank) == WordKind::name) {
            return lexicon_.spelling(rank);
        }
    }
}

std::string Prose::person(base::Random& random) const {
    const auto first = name(random);
    return first + ' ' + name(random);
}

std::string Prose::word(base::Random& random) const {
    return lexicon_.spelling(curve_.rank_at(uniform(random)));
}

Story Prose::new_story(base::Random& random) const {
    Story story;
    story.topic = draw_topic(random);
    const auto term_count = 40 + random.below(60);
    for (std::uint64_t i = 0; i < term_count; ++i) {
        const auto rank = rank_from(topical_begins_at_, random);
        story.terms.push_back(in_topic(rank, story.topic, random));
    }
    const auto name_count = 3 + random.below(6);
    for (std::uint64_t i = 0; i < name_count; ++i) {
        story.names.push_back(chance(random, .5) ? person(random) : name(random));
    }
    const auto figure_count = 3 + random.below(6);
    for (std::uint64_t i = 0; i < figure_count; ++i) {
        story.figures.push_back(draw_figure(random));
    }
    story.place = name(random);
    return story;
}

std::uint32_t Prose::next_rank(const Story& story, std::vector<std::uint32_t>& used,
                               base::Random& random) const {
    const double share = uniform(random);
    if (share < content_begins_at_) {
        return curve_.rank_at(share);
    }
    if (!used.empty() && chance(random, comes_back)) {
        return used[random.below(used.size())];
    }
    auto rank = curve_.rank_at(share);
    if (rank >= first_topical_rank) {
        const double lot = uniform(random);
        if (lot < of_the_story) {
            rank = story.terms[random.below(story.terms.size())];
        } else if (lot < of_the_story + of_the_topic) {
            rank = in_topic(rank, story.topic, random);
        }
    }
    used.push_back(rank);
    return rank;
}

void Prose::append_name(const Story& story, std::string& text, base::Random& random) const {
    const auto& names = chance(random, name_of_topic) ? topic_names_[story.topic] : story.names;
    text += names[random.below(names.size())];
    if (chance(random, .2)) {
        text += "'s";
    }
}

std::string Prose::sentence(const Story& story, std::vector<std::uint32_t>& used,
                            base::Random& random) const {
    std::string text;
    const bool quoted = chance(random, .15);
    if (quoted) {
        text += '"';
    }
    const auto length = 6 + random.below(31);
    for (std::uint64_t i = 0; i < length; ++i) {
        if (i > 0) {
            text += chance(random, .04) ? ", " : " ";
        }
        const double lot = uniform(random);
        const auto begin = text.size();
        if (lot < name_share) {
            append_name(story, text, random);
        } else if (lot < name_share + figure_share) {
            text += chance(random, .6) ? story.figures[random.below(story.figures.size())]
                                       : draw_figure(random);
        } else {
            lexicon_.append(next_rank(story, used, random), text);
        }
        if (i == 0 && text[begin] >= 'a' && text[begin] <= 'z') {
            text[begin] = static_cast<char>(text[begin] - 'a' + 'A');
        }
    }
    if (quoted) {
        text += ",\" said ";
        append_name(story, text, random);
    }
    return text += '.';
}

std::string Prose::headline(const Story& story, base::Random& random) const {
    std::string text;
    const auto length = 5 + random.below(5);
    for (std::uint64_t i = 0; i < length; ++i) {
        if (i > 0) {
            text += ' ';
        }
        if (chance(random, .2)) {
            append_name(story, text, random);
        } else {
            lexicon_.append(story.terms[random.below(story.terms.size())], text);
        }
    }
    capitalise(text);
    return text;
}

}  // namespace wirecopy::bench
