#include "evaluate/label_classes.hpp"
#include "base/printable.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <span>
#include <utility>

#include "tape/display_width.hpp"
#include "wirecopy/error.hpp"

namespace wirecopy::evaluate {

namespace {

using Names = std::vector<std::string>;

// What pair files of other projects and of spreadsheets were seen to hold; anything else is asked
// for, not guessed.
constexpr std::array<std::string_view, 10> usual_positive{"1", "1.0", "true",     "t",   "yes",
                                                          "y", "ok",  "positive", "pos", "same"};
constexpr std::array<std::string_view, 10> usual_negative{
    "0", "0.0", "false", "f", "no", "n", "bad", "negative", "neg", "different"};

bool has(const Names& names, std::string_view label) {
    return std::find(names.begin(), names.end(), label) != names.end();
}

bool has_folded(std::span<const std::string_view> names, std::string_view label) {
    const auto lower = [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    };
    return std::ranges::any_of(
        names, [&](std::string_view name) { return std::ranges::equal(label, name, {}, lower); });
}

bool none_named(const LabelClasses& classes) {
    return classes.positive.empty() && classes.negative.empty();
}

std::string quoted(std::string_view label) {
    return '"' + base::printable(label, false) + '"';
}

// "labels found: cut (19), light (19)", in the order of their bytes.
std::string list_found(const std::map<std::string_view, std::size_t>& counts) {
    constexpr std::size_t most_listed = 20;
    std::string list = "; labels found:";
    std::size_t listed = 0;
    for (const auto& [label, count] : counts) {
        if (listed++ == most_listed) {
            return list + ", ...";
        }
        list += (listed == 1 ? " " : ", ") + base::printable(label, false) + " (" +
                std::to_string(count) + ")";
    }
    return list;
}

}  // namespace

LabelClass class_of(std::string_view label, const LabelClasses& classes) {
    if (none_named(classes)) {
        return has_folded(usual_positive, label)   ? LabelClass::positive
               : has_folded(usual_negative, label) ? LabelClass::negative
                                                   : LabelClass::unknown;
    }
    if (has(classes.positive, label)) {
        return LabelClass::positive;
    }
    if (has(classes.negative, label)) {
        return LabelClass::negative;
    }
    if (!classes.positive.empty() && !classes.negative.empty()) {
        return LabelClass::other;
    }
    return classes.negative.empty() ? LabelClass::negative : LabelClass::positive;
}

void check_classes(const Labels& labels, const LabelClasses& classes) {
    for (const auto& name : classes.positive) {
        if (has(classes.negative, name)) {
            throw Error(ErrorKind::option,
                        "evaluate: label " + quoted(name) + " is both positive and negative");
        }
    }
    std::map<std::string_view, std::size_t> counts;
    for (const auto& row : labels.rows) {
        ++counts[row.label];
    }
    for (const auto& row : labels.rows) {
        if (class_of(row.label, classes) == LabelClass::unknown) {
            throw Error(
                ErrorKind::input,
                labels.source + ":" + std::to_string(row.line) + ": label " + quoted(row.label) +
                    " may mean anything; say which are positive (--positive)" + list_found(counts));
        }
    }
    for (const auto* names : {&classes.positive, &classes.negative}) {
        for (const auto& name : *names) {
            if (!counts.contains(name)) {
                throw Error(ErrorKind::input, labels.source + ": no pair is labelled " +
                                                  quoted(name) + list_found(counts));
            }
        }
    }
}

}  // namespace wirecopy::evaluate
