#include "read/label_columns.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace wirecopy::read {
namespace {

using Cells = std::vector<std::string_view>;

constexpr auto pairs = LabelKind::pairs;
constexpr auto clusters = LabelKind::clusters;

LabelColumns chosen(const Cells& first_row, const LabelOptions& options = {}) {
    const auto answer = choose_label_columns(first_row, options);
    EXPECT_TRUE(std::holds_alternative<LabelColumns>(answer));
    return std::holds_alternative<LabelColumns>(answer) ? std::get<LabelColumns>(answer)
                                                        : LabelColumns{};
}

std::string problem(const Cells& first_row, const LabelOptions& options = {}) {
    const auto answer = choose_label_columns(first_row, options);
    EXPECT_TRUE(std::holds_alternative<std::string>(answer));
    return std::holds_alternative<std::string>(answer) ? std::get<std::string>(answer) : "";
}

void expect_columns(const LabelColumns& columns, LabelKind kind, bool has_header,
                    std::vector<std::size_t> places) {
    EXPECT_EQ(columns.kind, kind);
    EXPECT_EQ(columns.has_header, has_header);
    EXPECT_EQ((std::vector{columns.id_a, columns.id_b, columns.label}), places);
}

TEST(LabelColumns, WithoutAHeaderGoByTheirNumber) {
    expect_columns(chosen({"na_1", "na_2", "ok"}), pairs, false, {0, 1, 2});
    expect_columns(chosen({"na_1", "na_2", "ok", "pool"}), pairs, false, {0, 1, 2});
    expect_columns(chosen({"na_1", "281"}), clusters, false, {0, 0, 1});
}

TEST(LabelColumns, OfAHeaderGoByTheirNames) {
    expect_columns(chosen({"id_a", "id_b", "label"}), pairs, true, {0, 1, 2});
    expect_columns(chosen({"ID_A", "Label", "id_b", "note"}), pairs, true, {0, 2, 1});
    expect_columns(chosen({"id_a", "id_b", "grade"}), pairs, true, {0, 1, 2});
    expect_columns(chosen({"id", "cluster"}), clusters, true, {0, 0, 1});
    expect_columns(chosen({"Id", "source", "story", "origin"}), clusters, true, {0, 0, 2});
    expect_columns(chosen({"id", "topic", "date"}), clusters, true, {0, 0, 1});
}

TEST(LabelColumns, AreNamedByTheCaller) {
    expect_columns(chosen({"id_a", "id_b", "label", "grade"}, {.column = "grade"}), pairs, true,
                   {0, 1, 3});
    expect_columns(chosen({"answer", "source", "level"}, {.column = "level"}), pairs, true,
                   {0, 1, 2});
    expect_columns(chosen({"article", "topic"}, {.column = "topic"}), clusters, true, {0, 0, 1});
    expect_columns(chosen({"id", "story", "origin"}, {.column = "origin"}), clusters, true,
                   {0, 0, 2});
}

TEST(LabelColumns, AreNumberedByTheCaller) {
    expect_columns(chosen({"na_1", "na_2", "x", "ok"}, {.column = "4"}), pairs, false, {0, 1, 3});
    expect_columns(chosen({"id_a", "id_b", "label", "grade"}, {.column = "4"}), pairs, true,
                   {0, 1, 3});
    expect_columns(chosen({"na_1", "281", "x"}, {.column = "2"}), clusters, false, {0, 0, 1});
    // A header may be called by a number.
    expect_columns(chosen({"pair", "of", "3", "4"}, {.column = "3"}), pairs, true, {0, 1, 2});
}

TEST(LabelColumns, AreOfTheKindThatTheCallerWants) {
    expect_columns(chosen({"na_1", "281", "17"}, {.kind = clusters}), clusters, false, {0, 0, 1});
    expect_columns(chosen({"id", "story", "origin", "role"}, {.kind = clusters}), clusters, true,
                   {0, 0, 1});
    EXPECT_TRUE(problem({"na_1", "281"}, {.kind = pairs}).starts_with("columns are missing"));
    EXPECT_EQ(problem({"id_a", "id_b", "label"}, {.kind = clusters}),
              "these are labels of pairs; clusters need id, cluster");
}

TEST(LabelColumns, ThatAreMissingAreSaid) {
    EXPECT_EQ(problem({"a b c"}),
              "columns are missing: labels of pairs need id_a, id_b, label; the first row has "
              "a b c");
    EXPECT_EQ(problem({"id"}),
              "columns are missing: clusters need id, cluster; the first row has id");
    EXPECT_EQ(problem({"id_a", "label", "id_c"}, {.column = "grade"}),
              "no column grade; the first row has id_a, label, id_c");
    EXPECT_EQ(problem({"x", "y", "z"}, {.column = "0"}), "no column 0; the first row has x, y, z");
    EXPECT_EQ(problem({"x", "y", "z"}, {.column = "4"}), "no column 4; the first row has x, y, z");
}

TEST(LabelColumns, CannotBeIdAndLabelAtOnce) {
    EXPECT_EQ(problem({"id_a", "id_b", "label"}, {.column = "id_b"}),
              "one column cannot be both id and label: id_b");
    EXPECT_EQ(problem({"id", "cluster"}, {.column = "1"}),
              "one column cannot be both id and label: id");
    EXPECT_EQ(problem({"id_b", "id_a", "label"}, {.column = "id_a"}),
              "one column cannot be both id and label: id_a");
}

TEST(LabelColumns, OfHostileHeadersAreSaidWithoutTheirControls) {
    EXPECT_EQ(problem({"\x1b[2J"}, {.column = "\x07"}),
              "no column \\x07; the first row has \\x1b[2J");
}

}  // namespace
}  // namespace wirecopy::read
