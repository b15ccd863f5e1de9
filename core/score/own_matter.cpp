#include "score/own_matter.hpp"

#include <algorithm>
#include <cstdint>
#include <functional>

#include "score/term_places.hpp"

namespace wirecopy::score {

namespace {

// README.md has which share of what was left out, and of what was kept, this takes.
constexpr double own_share = 0.6;
constexpr std::size_t own_terms = 3;

struct Sentence {
    double nats = 0;
    double own = 0;  // of these, what the other article does not tell
    std::size_t terms = 0;
};

}  // namespace

Told told_by(const Reading& article, const Reading& other) {
    const TermPlaces own(article);
    const TermPlaces others(other);
    Told told;
    double shared = 0;
    for (std::size_t i = 0; i < own.size(); i = own.end_of(i)) {
        told.nats += own.nats(i);
        shared += others.contains(own.term(i)) ? own.nats(i) : 0;
    }
    told.shared = told.nats > 0 ? shared / told.nats : 0;
    return told;
}

std::vector<Mention> own_sentences(const Reading& article, const Reading& other) {
    const TermPlaces others(other);
    std::vector<Sentence> sentences(article.sentences().size());
    for (const auto i : article.content()) {
        auto& sentence = sentences[article.sentence_of()[i]];
        sentence.nats += article.nats(i);
        sentence.own += others.contains(article.tape().terms[i]) ? 0 : article.nats(i);
        ++sentence.terms;
    }
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < sentences.size(); ++i) {
        const auto& sentence = sentences[i];
        if (sentence.terms >= own_terms && sentence.own >= own_share * sentence.nats) {
            order.push_back(i);
        }
    }
    std::ranges::stable_sort(order, std::greater<>(),
                             [&](std::size_t i) { return sentences[i].own; });
    std::vector<Mention> made;
    made.reserve(order.size());
    for (const auto i : order) {
        made.push_back(article.mention(article.sentences()[i]));
    }
    return made;
}

}  // namespace wirecopy::score
