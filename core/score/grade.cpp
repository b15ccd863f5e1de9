#include "score/grade.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "wirecopy/error.hpp"

namespace wirecopy {

namespace {

constexpr std::array<std::string_view, 6> names{"none",    "related", "partial",
                                                "rewrite", "edited",  "copy"};

}  // namespace

std::span<const std::string_view> grade_names() noexcept {
    return names;
}

Grade grade_from_name(std::string_view name) {
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) {
        std::string sentence = "grade: there is no \"" + std::string(name) + "\"; it is one of";
        for (const auto known : names) {
            sentence.append(" ").append(known);
        }
        throw Error(ErrorKind::option, sentence);
    }
    return static_cast<Grade>(found - names.begin());
}

namespace score {

Grade grade_of(const Probabilities& probabilities, const CarriedOver& carried,
               const GradeRules& rules) noexcept {
    const bool is_one_event = probabilities.story >= rules.reuse_story;
    const bool is_even = is_one_event && carried.evenness >= rules.rewrite_evenness;
    if (is_one_event && carried.reuse == Reuse::copy) {
        return Grade::copy;
    }
    if (is_one_event && (carried.reuse == Reuse::edited ||
                         (is_even && carried.of_shorter >= rules.edited_even_of_shorter))) {
        return Grade::edited;
    }
    const bool has_passage = carried.reuse == Reuse::partial;
    const bool is_passage_alone = has_passage && carried.rest_derived < rules.rewrite_derived;
    if (is_even || (probabilities.derived >= rules.rewrite_derived && !is_passage_alone)) {
        return Grade::rewrite;
    }
    if (has_passage && (is_one_event || carried.of_shorter <= rules.partial_of_shorter)) {
        return Grade::partial;
    }
    return probabilities.story >= rules.related_story ? Grade::related : Grade::none;
}

}  // namespace score

}  // namespace wirecopy
