#include "feature/term_vector.hpp"

#include <algorithm>

namespace wirecopy::feature {

namespace {

template <typename Counts>
TermCounts count_terms(const Tape& tape, Counts counts) {
    std::vector<std::uint32_t> chosen;
    chosen.reserve(tape.size());
    for (std::size_t i = 0; i < tape.size(); ++i) {
        if (counts(tape.flags[i])) {
            chosen.push_back(tape.terms[i]);
        }
    }
    std::sort(chosen.begin(), chosen.end());
    TermCounts made;
    for (const auto term : chosen) {
        if (!made.terms.empty() && made.terms.back() == term) {
            ++made.counts.back();
        } else {
            made.terms.push_back(term);
            made.counts.push_back(1);
        }
    }
    return made;
}

}  // namespace

TermCounts content_terms(const Tape& tape) {
    return count_terms(
        tape, [](std::uint8_t flags) { return (flags & (term_stop_word | term_run)) == 0; });
}

TermCounts lead_terms(const Tape& tape) {
    return count_terms(tape, [](std::uint8_t flags) {
        return (flags & (term_stop_word | term_run)) == 0 && (flags & term_lead) != 0;
    });
}

TermCounts specific_terms(const Tape& tape) {
    return count_terms(tape, [](std::uint8_t flags) {
        return (flags & (term_name | term_number | term_date)) != 0 &&
               (flags & term_stop_word) == 0;
    });
}

}  // namespace wirecopy::feature
