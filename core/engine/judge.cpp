#include "engine/judge.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/hash.hpp"
#include "feature/shingles.hpp"
#include "score/evenness.hpp"
#include "score/measure.hpp"
#include "score/passages.hpp"
#include "score/reuse.hpp"
#include "wirecopy/error.hpp"

namespace wirecopy::engine {

namespace {

// Pairs whose articles share fewer triples of words than this have no passage of eight words, or
// hardly more than one.
constexpr double least_copied = 0.01;

// An article of fewer distinct terms tells no event: a caption, a line before a paywall, a headline
// alone. Unless all words are the same it is nothing to any other.
constexpr std::size_t least_terms = 6;

// Texts that share fewer triples have none in nine of ten stretches.
constexpr double least_even_copied = 0.1;

}  // namespace

std::uint64_t hash_of_text(std::span<const std::uint64_t> words) {
    const std::string_view bytes(reinterpret_cast<const char*>(words.data()), words.size_bytes());
    return words.empty() ? 0 : std::max<std::uint64_t>(base::hash_bytes(bytes), 1);
}

Wording wording_of(Prepared& prepared) {
    Wording made;
    made.text_hash = hash_of_text(prepared.words);
    made.words = std::move(prepared.words);
    made.word_flags = std::move(prepared.word_flags);
    made.anchors = std::move(prepared.anchors);
    for (std::size_t word = 0; word < made.words.size(); ++word) {
        if ((made.word_flags[word] & score::word_ignored) != 0) {
            made.blanked.push_back(made.words[word]);
        }
    }
    if (!made.blanked.empty()) {
        score::blank_ignored(made.word_flags, made.words);
        made.anchors = score::Anchors(made.words);
    }
    return made;
}

void keep_in(base::KeptMemory* memory, Wording& wording) {
    base::keep_in(memory, wording.words);
    base::keep_in(memory, wording.word_flags);
    base::keep_in(memory, wording.blanked);
    wording.anchors.keep_in(memory);
}

void read_shingles(const Wording& wording, std::size_t ngram, std::vector<std::uint64_t>& words,
                   std::vector<std::uint64_t>& shingles) {
    words.assign(wording.words.begin(), wording.words.end());
    auto next = wording.blanked.begin();
    for (std::size_t i = 0; next != wording.blanked.end(); ++i) {
        if ((wording.word_flags[i] & score::word_ignored) != 0) {
            words[i] = *next++;
        }
    }
    feature::word_shingles(words, ngram, shingles);
}

std::vector<std::uint64_t> shingle_set(const Wording& wording, std::size_t ngram) {
    std::vector<std::uint64_t> words;
    std::vector<std::uint64_t> set;
    read_shingles(wording, ngram, words, set);
    feature::make_set(set);
    return set;
}

void set_shingle_scores(PairVerdict& verdict, double of_a, double of_b, double shared) {
    using score::Formula;
    const auto apply = [&](Formula formula, double first, double second) {
        return score::quantised(score::apply(formula, shared, first, second));
    };
    verdict.jaccard = apply(Formula::jaccard, of_a, of_b);
    verdict.containment_a = apply(Formula::containment, of_a, of_b);
    verdict.containment_b = apply(Formula::containment, of_b, of_a);
}

std::vector<score::Span> common_spans(const Wording& a, const Wording& b) {
    return score::reuse_spans({a.words, a.anchors}, {b.words, b.anchors});
}

Judge::Judge(const CompareOptions& options)
    : model_(options.tables.model.empty() ? score::shipped_model()
                                          : score::Model::parse(options.tables.model)),
      base_rate_(options.base_rate) {
    if (!(base_rate_ >= 0 && base_rate_ < 1)) {
        throw Error(ErrorKind::option, "compare: the base rate must be from 0 to below 1");
    }
}

bool Judge::may_be_one_event(const score::Profile& a, const score::Profile& b, double resemblance,
                             double company, double least) const {
    if (resemblance == 0 ||
        std::min(a.content.terms.size(), b.content.terms.size()) < least_terms) {
        return false;
    }
    const double days = score::days_apart(a, b);
    return score::most_probable(model_, resemblance, company, days, base_rate_).story >= least;
}

score::Probabilities Judge::probabilities(const score::PairFeatures& features) const {
    return score::probabilities(model_, features, base_rate_);
}

PairVerdict Judge::verdict(const JudgedArticle& a, const JudgedArticle& b, double resemblance,
                           double company, bool may_have_spans) const {
    if (same_words(a.wording, b.wording)) {
        PairVerdict verdict;
        verdict.grade = Grade::copy;
        verdict.story = verdict.derived = 1;
        return verdict;
    }
    score::PairFeatures features;
    score::Probabilities probabilities;
    if (may_be_one_event(a.profile, b.profile, resemblance, company)) {
        features = score::pair_features(a.profile, b.profile, resemblance, company);
        probabilities = this->probabilities(features);
    } else if (may_have_spans) {
        features.copied = score::copied_share(a.profile, b.profile);
    }
    score::ReuseFacts facts;
    if (may_have_spans && features.copied >= least_copied) {
        const auto found = common_spans(a.wording, b.wording);
        if (!found.empty()) {
            facts = score::reuse_facts(found, a.wording.word_flags, b.wording.word_flags);
        }
    }
    PairVerdict verdict;
    verdict.story = score::quantised(probabilities.story);
    verdict.derived = score::quantised(probabilities.derived);
    verdict.grade =
        score::grade_of(probabilities, carried_over(a, b, features, probabilities, facts));
    return verdict;
}

score::CarriedOver Judge::carried_over(const JudgedArticle& a, const JudgedArticle& b,
                                       const score::PairFeatures& features,
                                       const score::Probabilities& probabilities,
                                       const score::ReuseFacts& facts) const {
    const score::GradeRules rules;
    score::CarriedOver carried{.reuse = score::judge(facts), .of_shorter = facts.of_shorter};
    if (probabilities.story < rules.reuse_story) {
        return carried;
    }
    bool is_derived = probabilities.derived >= rules.rewrite_derived;
    if (is_derived && carried.reuse == score::Reuse::partial) {
        auto rest = features;
        rest.copied = std::max(0.0, rest.copied - facts.dense_of_shorter);
        carried.rest_derived = this->probabilities(rest).derived;
        is_derived = carried.rest_derived >= rules.rewrite_derived;
    }
    const bool may_be_edited =
        carried.of_shorter >= rules.edited_even_of_shorter && carried.reuse < score::Reuse::edited;
    if ((may_be_edited || !is_derived) && features.copied >= least_even_copied) {
        carried.evenness = std::min(score::evenness(a.wording.words, b.profile.triples),
                                    score::evenness(b.wording.words, a.profile.triples));
    }
    return carried;
}

}  // namespace wirecopy::engine
