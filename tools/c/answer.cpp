#include "answer.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "names.hpp"
#include "wirecopy/report.hpp"

namespace wirecopy::c {

std::unique_ptr<wirecopy_answer> make_answer(IndexAnswer&& answer) {
    auto made = std::make_unique<wirecopy_answer>();
    made->answer = std::move(answer);
    for (const auto& match : made->answer.matches) {
        const auto pair = pair_of(0, 0, match.verdict);
        made->matches.push_back({.id = match.id.c_str(),
                                 .grade = pair.grade,
                                 .story = pair.story,
                                 .derived = pair.derived,
                                 .jaccard = pair.jaccard,
                                 .containment_a = pair.containment_a,
                                 .containment_b = pair.containment_b});
    }
    for (const auto& event : made->answer.events) {
        made->events.push_back({.from = event.from,
                                .into = event.into,
                                .is_merge = event.is_merge ? 1 : 0,
                                .reserved = 0});
    }
    for (const auto& credit : made->answer.credits) {
        made->credits.push_back({.outlet = credit.outlet.c_str(),
                                 .role = static_cast<std::int32_t>(credit.role),
                                 .reserved = 0});
    }
    AnswerLines lines([&](std::string_view block) { made->json += block; });
    lines.write(made->answer);
    lines.flush();
    return made;
}

namespace {

template <typename Value>
const Value* data_of(const wirecopy_answer* answer, std::vector<Value> wirecopy_answer::*list) {
    return answer == nullptr || (answer->*list).empty() ? nullptr : (answer->*list).data();
}

template <typename Value>
std::size_t count_of(const wirecopy_answer* answer, std::vector<Value> wirecopy_answer::*list) {
    return answer == nullptr ? 0 : (answer->*list).size();
}

}  // namespace

}  // namespace wirecopy::c

using wirecopy::c::count_of;
using wirecopy::c::data_of;

extern "C" {

void wirecopy_answer_free(wirecopy_answer* answer) {
    const std::unique_ptr<wirecopy_answer> owner(answer);
}

wirecopy_answered wirecopy_answer_summary(const wirecopy_answer* answer) {
    if (answer == nullptr) {
        return {};
    }
    return {.story = answer->answer.story,
            .origin = answer->answer.origin,
            .grade = static_cast<std::int32_t>(answer->answer.grade),
            .novel = answer->answer.novel ? 1 : 0,
            .unchanged = answer->answer.unchanged ? 1 : 0,
            .reserved = 0};
}

size_t wirecopy_answer_match_count(const wirecopy_answer* answer) {
    return count_of(answer, &wirecopy_answer::matches);
}

const wirecopy_match* wirecopy_answer_matches(const wirecopy_answer* answer) {
    return data_of(answer, &wirecopy_answer::matches);
}

size_t wirecopy_answer_event_count(const wirecopy_answer* answer) {
    return count_of(answer, &wirecopy_answer::events);
}

const wirecopy_event* wirecopy_answer_events(const wirecopy_answer* answer) {
    return data_of(answer, &wirecopy_answer::events);
}

size_t wirecopy_answer_credit_count(const wirecopy_answer* answer) {
    return count_of(answer, &wirecopy_answer::credits);
}

const wirecopy_credit* wirecopy_answer_credits(const wirecopy_answer* answer) {
    return data_of(answer, &wirecopy_answer::credits);
}

const char* wirecopy_answer_json(const wirecopy_answer* answer) {
    return answer == nullptr ? nullptr : answer->json.c_str();
}

}  // extern "C"
