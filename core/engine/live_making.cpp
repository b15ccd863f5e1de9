// What live articles are judged by: how it is made, made again, and released.

#include <algorithm>
#include <utility>

#include "engine/corpus.hpp"
#include "engine/live_articles.hpp"

namespace wirecopy::engine {

namespace {

// Epochs whose articles are made again; each knows some 100,000 terms.
constexpr std::size_t most_past_epochs = 16;

LiveArticles::Made made_of(Prepared& prepared, const Epoch& epoch) {
    LiveArticles::Made made;
    made.profile = make_profile(prepared, epoch.weights);
    epoch.credited.weigh(made.profile);
    made.wording = wording_of(prepared);
    return made;
}

std::uint64_t bytes_of(const LiveArticles::Made& made) {
    const auto of = [](const auto&... lists) {
        return ((lists.size() * sizeof(*lists.data())) + ...);
    };
    const auto& profile = made.profile;
    const auto& wording = made.wording;
    return sizeof(made) +
           of(profile.content.terms, profile.content.nats, profile.names.terms, profile.names.nats,
              profile.numbers.terms, profile.numbers.nats, profile.triples, profile.content_weights,
              profile.lead, profile.lead_weights, profile.rare_terms, profile.credits,
              wording.words, wording.word_flags, wording.blanked, wording.anchors.sorted());
}

}  // namespace

LiveArticles::Ready LiveArticles::prepare_again(const Article& article, std::uint32_t number,
                                                bool learns) {
    auto found = preparer_.prepare(article, epoch_.repeated);
    if (learns && options_.epoch_articles > 0) {
        learner_.add(found.prepared, found.repetition);
        learned_.push_back(number);
    }
    Ready ready;
    ready.made = made_of(found.prepared, epoch_);
    ready.credits = std::move(found.credits);
    return ready;
}

const Epoch& LiveArticles::epoch_of(std::uint32_t number) {
    if (number == epoch_number_) {
        return epoch_;
    }
    const auto known = std::ranges::find(past_epochs_, number, &PastEpoch::first);
    if (known != past_epochs_.end()) {
        std::rotate(past_epochs_.begin(), known, known + 1);
    } else {
        past_epochs_.emplace_front(number, make_epoch(source_.epoch(number), prior_));
        if (past_epochs_.size() > most_past_epochs) {
            past_epochs_.pop_back();
        }
    }
    return past_epochs_.front().second;
}

LiveArticles::Made LiveArticles::make_again(std::uint32_t number) {
    const auto& epoch = epoch_of(at(number).epoch);
    auto found = preparer_.prepare(source_.article(number), epoch.repeated);
    return made_of(found.prepared, epoch);
}

// Those that the learner knows came after them.
void LiveArticles::learn_restored() {
    EpochLearner all;
    for (const auto number : std::span(learned_).first(restored_learned_)) {
        const auto found = preparer_.prepare(source_.article(number), epoch_.repeated);
        all.add(found.prepared, found.repetition);
    }
    all.append(std::move(learner_));
    learner_ = std::move(all);
    restored_learned_ = 0;
}

void LiveArticles::keep_made(std::uint32_t number, Made&& made) {
    auto& entry = at(number);
    entry.made = std::make_unique<const Made>(std::move(made));
    if (may_release()) {
        entry.made_bytes = static_cast<std::uint32_t>(bytes_of(*entry.made));
        made_bytes_ += entry.made_bytes;
        made_order_.push_back(number);
    }
}

void LiveArticles::forget_made(std::uint32_t number) noexcept {
    auto& entry = at(number);
    entry.made.reset();
    made_bytes_ -= std::exchange(entry.made_bytes, 0);
}

// The clock algorithm: whatever was looked at since its last turn waits for another one.
void LiveArticles::release() {
    while (may_release() && made_bytes_ > options_.most_made_bytes && !made_order_.empty()) {
        const auto number = made_order_.front();
        made_order_.pop_front();
        if (!contains(number) || !at(number).made) {
            continue;
        }
        if (std::exchange(at(number).was_looked_at, false)) {
            made_order_.push_back(number);
        } else {
            forget_made(number);
        }
    }
}

}  // namespace wirecopy::engine
