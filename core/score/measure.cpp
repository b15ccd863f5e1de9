#include "score/measure.hpp"

#include <algorithm>
#include <cmath>

#include "wirecopy/error.hpp"

namespace wirecopy {

namespace {

using score::Component;
using score::Formula;
using score::MeasureEntry;
using score::View;

constexpr Component tfidf_cosine{View::content, Formula::cosine};
constexpr Component specifics_overlap{View::specifics, Formula::jaccard};
constexpr Component unused{View::content, Formula::sum};

// What the specifics of two articles must weigh together to count as much as what they are drawn
// towards: three or four rare names. README.md has what other weights do.
constexpr double prior_nats = 20;

constexpr std::array<MeasureEntry, 10> entries{{
    {Measure::blend,
     "blend",
     "0 to 1: geometric mean of tfidf (shared vocabulary, rare words counting more) and specifics "
     "(shared names, numbers and dates); rewrites of one report stand out, copies come near 1",
     true,
     true,
     {tfidf_cosine, specifics_overlap},
     2},
    {Measure::tfidf,
     "tfidf",
     "0 to 1: cosine of the vectors of word stems without stop words, rare stems counting more",
     true,
     true,
     {tfidf_cosine, unused},
     1},
    {Measure::lead,
     "lead",
     "0 to 1: cosine of the vectors of the first sixty content words, rare stems counting more",
     true,
     true,
     {Component{View::lead, Formula::cosine}, unused},
     1},
    {Measure::specifics,
     "specifics",
     "0 to 1: share of the names, numbers and dates of either article that both have, rare ones "
     "counting more",
     true,
     true,
     {specifics_overlap, unused},
     1},
    {Measure::specifics_containment,
     "specifics-containment",
     "0 to 1: share of the row's names, numbers and dates that the column has too, rare ones "
     "counting more",
     false,
     true,
     {Component{View::specifics, Formula::containment}, unused},
     1},
    {Measure::information,
     "information",
     "nats: the rarity among these articles of all the stems that both share, summed",
     true,
     false,
     {Component{View::content, Formula::sum}, unused},
     1},
    {Measure::jaccard,
     "jaccard",
     "0 to 1: share of the {n} of either article that both have; copies come near 1, rewrites near "
     "0",
     true,
     true,
     {Component{View::shingles, Formula::jaccard}, unused},
     1},
    {Measure::containment,
     "containment",
     "0 to 1: share of the row's {n} that the column has too; 1 where the row was lifted whole",
     false,
     true,
     {Component{View::shingles, Formula::containment}, unused},
     1},
    {Measure::story,
     "story",
     "0 to 1: probability that both tell the same event",
     true,
     true,
     {unused, unused},
     0},
    {Measure::derived,
     "derived",
     "0 to 1: probability that both come from one report, copied or rewritten",
     true,
     true,
     {unused, unused},
     0},
}};

}  // namespace

std::span<const std::string_view> measure_names() noexcept {
    static constexpr auto names = [] {
        std::array<std::string_view, entries.size()> made;
        for (std::size_t i = 0; i < entries.size(); ++i) {
            made[i] = entries[i].name;
        }
        return made;
    }();
    return names;
}

Measure measure_from_name(std::string_view name) {
    const auto names = measure_names();
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) {
        std::string sentence = "measure: there is no \"" + std::string(name) + "\"; it is one of";
        for (const auto known : names) {
            sentence.append(" ").append(known);
        }
        throw Error(ErrorKind::option, sentence);
    }
    return entries[static_cast<std::size_t>(found - names.begin())].measure;
}

namespace score {

const MeasureEntry& entry_of(Measure measure) noexcept {
    return entries[static_cast<std::size_t>(measure)];
}

MeasureInfo describe(const SimilarityOptions& options) {
    const auto& entry = entry_of(options.measure);
    MeasureInfo info{.name = std::string(entry.name),
                     .description = std::string(entry.description),
                     .symmetric = entry.symmetric,
                     .bounded = entry.bounded};
    constexpr std::string_view placeholder = "{n}";
    if (const auto at = info.description.find(placeholder); at != std::string::npos) {
        const auto* unit = options.unit == ShingleUnit::word ? "word " : "character ";
        const auto shingles = unit + std::to_string(options.ngram) + "-shingles";
        info.description.replace(at, placeholder.size(), shingles);
    }
    return info;
}

double apply(Formula formula, double shared, double total_a, double total_b) noexcept {
    if (formula == Formula::sum) {
        return shared;
    }
    double whole = 1;
    if (formula == Formula::jaccard) {
        whole = total_a + total_b - shared;
    } else if (formula == Formula::containment) {
        whole = total_a;
    }
    return whole > 0 ? std::clamp(shared / whole, 0.0, 1.0) : 0.0;
}

double blended(double first, double shared, double total_a, double total_b) noexcept {
    const double whole = total_a + total_b - shared + prior_nats;
    const double second = std::clamp((shared + prior_nats * first) / whole, 0.0, 1.0);
    return std::sqrt(first * second);
}

float quantised(double score) noexcept {
    constexpr double steps = 1e6;
    return static_cast<float>(std::nearbyint(score * steps) / steps);
}

}  // namespace score

}  // namespace wirecopy
