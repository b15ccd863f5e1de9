// Answers: what an index said of an article, as C reads it.

#pragma once

#include <memory>
#include <string>
#include <vector>

#include "wirecopy.h"
#include "wirecopy/index.hpp"

// The structs of C point into the answer, which stays where it is.
struct wirecopy_answer {
    wirecopy::IndexAnswer answer;
    std::vector<wirecopy_match> matches;
    std::vector<wirecopy_event> events;
    std::vector<wirecopy_credit> credits;
    std::string json;
};

namespace wirecopy::c {

[[nodiscard]] std::unique_ptr<wirecopy_answer> make_answer(IndexAnswer&& answer);

}  // namespace wirecopy::c
