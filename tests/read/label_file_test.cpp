#include "read/label_file.hpp"

#include <gtest/gtest.h>

#include "read/compress.hpp"
#include "read/temp_folder.hpp"
#include "wirecopy/error.hpp"

namespace wirecopy::read {
namespace {

using Lines = std::vector<std::string>;

Labels read(std::string_view bytes, const std::string& name = "labels.tsv",
            const LabelOptions& options = {}, std::size_t chunk_bytes = 4096) {
    return read_label_file(RawInput(bytes), name, options, chunk_bytes);
}

/// "line: id_a id_b label", one each.
Lines rows_of(const Labels& labels) {
    Lines lines;
    for (const auto& row : labels.rows) {
        lines.push_back(std::to_string(row.line) + ": " + row.id_a + " " +
                        (row.id_b.empty() ? "" : row.id_b + " ") + row.label);
    }
    return lines;
}

Lines rejections_of(const Labels& labels) {
    Lines lines;
    for (const auto& rejected : labels.rejected) {
        EXPECT_EQ(rejected.source, labels.source);
        lines.push_back(std::to_string(rejected.line) + ": " + rejected.reason);
    }
    return lines;
}

std::string problem(std::string_view bytes, const std::string& name = "labels.tsv",
                    const LabelOptions& options = {}) {
    try {
        (void)read(bytes, name, options);
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::input);
        return error.what();
    }
    ADD_FAILURE() << "no error";
    return "";
}

TEST(LabelFile, HasPairsWithAHeaderOrWithout) {
    for (const std::string header : {"", "id_a\tid_b\tlabel\n"}) {
        const auto labels = read(header + "x\ty\tok\r\n\ny\tz\tbad");
        const std::uint64_t first = header.empty() ? 1 : 2;
        EXPECT_EQ(labels.kind, LabelKind::pairs);
        EXPECT_EQ(labels.source, "labels.tsv");
        EXPECT_EQ(rows_of(labels), (Lines{std::to_string(first) + ": x y ok",
                                          std::to_string(first + 2) + ": y z bad"}));
    }
}

TEST(LabelFile, HasClustersWithAHeaderOrWithout) {
    for (const std::string header : {"", "id,cluster\n"}) {
        const auto labels = read(header + "x,7\ny,storm\n", "labels.csv");
        EXPECT_EQ(labels.kind, LabelKind::clusters);
        EXPECT_EQ(labels.rows.size(), 2U);
        EXPECT_EQ(labels.rows[1].id_a, "y");
        EXPECT_EQ(labels.rows[1].id_b, "");
        EXPECT_EQ(labels.rows[1].label, "storm");
    }
}

TEST(LabelFile, IsPartedByTabsOrCommasAsItsNameOrFirstLineSays) {
    EXPECT_EQ(rows_of(read("a,1\tb,2\tok\n", "labels.tsv")), (Lines{"1: a,1 b,2 ok"}));
    EXPECT_EQ(rows_of(read("a\t1,b\t2,ok\n", "labels.CSV.gz")), (Lines{"1: a\t1 b\t2 ok"}));
    for (const auto* name : {"labels", "labels.txt", "-"}) {
        EXPECT_EQ(rows_of(read("a,1\tb\tok\nc\td\tok\n", name)),
                  (Lines{"1: a,1 b ok", "2: c d ok"}));
        EXPECT_EQ(rows_of(read("a,b,ok\nc\tc,d,ok\n", name)), (Lines{"1: a b ok", "2: c\tc d ok"}));
        EXPECT_EQ(rows_of(read("a,b,ok", name)), (Lines{"1: a b ok"}));
    }
    EXPECT_EQ(read("a,b,ok", "-").source, "standard input");
}

TEST(LabelFile, TakesQuotesAndAByteOrderMark) {
    EXPECT_EQ(rows_of(read("\xef\xbb\xbf\"id_a\",id_b,label\n\"a,\"\"1\"\"\",b,\"so\nso\"\n"
                           "c,d,ok\n",
                           "x.csv")),
              (Lines{"2: a,\"1\" b so\nso", "4: c d ok"}));
}

TEST(LabelFile, RejectsRowsThatCannotBeUsedAndGoesOn) {
    const auto labels = read(
        "x\ty\tok\nx\ty\nx\ty\tok\tmore\n\ty\tok\nx\t\tok\nx\ty\t\n\xff\ty\tok\n"
        "x\t\"y\"z\tok\ny\tz\tok\n");
    EXPECT_EQ(rows_of(labels), (Lines{"1: x y ok", "9: y z ok"}));
    EXPECT_EQ(rejections_of(labels),
              (Lines{"2: row has 2 cells, the first has 3", "3: row has 4 cells, the first has 3",
                     "4: an id is empty", "5: an id is empty", "6: the label is empty",
                     "7: invalid UTF-8 at byte 0", "8: text after the closing quote at byte 4"}));
    EXPECT_EQ(rejections_of(read("x\t1\ny\t\n")), (Lines{"2: the cluster is empty"}));
}

TEST(LabelFile, RejectsRowsOverTheLimit) {
    const auto labels = read("x\ty\tok\n" + std::string(40, 'x') + "\ty\tok\ny\tz\tok\n",
                             "labels.tsv", {.limit_bytes = 20});
    EXPECT_EQ(rows_of(labels), (Lines{"1: x y ok", "3: y z ok"}));
    EXPECT_EQ(rejections_of(labels), (Lines{"2: row is longer than the limit of 20 bytes"}));
    EXPECT_THROW((void)read("x\t1\n", "labels.tsv", {.limit_bytes = 0}), Error);
}

TEST(LabelFile, ThatSaysNothingIsAnError) {
    EXPECT_EQ(problem(""), "labels.tsv: holds no labels");
    EXPECT_EQ(problem("\n\n", "-"), "standard input: holds no labels");
    EXPECT_EQ(
        problem("x,y,ok\n"),
        "labels.tsv:1: columns are missing: labels of pairs need id_a, id_b, label; the first "
        "row has x,y,ok");
    EXPECT_EQ(problem("x\ty\tok\n", "labels.tsv", {.column = "grade"}),
              "labels.tsv:1: no column grade; the first row has x, y, ok");
    EXPECT_EQ(problem("\n\xff\ty\tok\n"), "labels.tsv:2: invalid UTF-8 at byte 0");
    EXPECT_EQ(problem(std::string_view("\xff\xfex\0", 4)),
              "labels.tsv: is UTF-16, convert it to UTF-8");
}

TEST(LabelFile, OfAHeaderAloneHasNoRows) {
    const auto labels = read("id_a\tid_b\tlabel\n");
    EXPECT_TRUE(labels.rows.empty() && labels.rejected.empty());
}

TEST(LabelFile, IsTheSameForEveryChunkSize) {
    const std::string text = "id_a\tid_b\tlabel\nx\t\"y\ny\"\tok\nshort\n\xe6\xb8\xaf\tz\tbad\n";
    const auto expected = read(text);
    for (std::size_t chunk_bytes = 1; chunk_bytes < 20; ++chunk_bytes) {
        for (const auto* name : {"labels.tsv", "labels"}) {
            const auto labels = read(text, name, {}, chunk_bytes);
            EXPECT_EQ(rows_of(labels), rows_of(expected));
            EXPECT_EQ(labels.rejected.size(), 1U);
        }
    }
}

TEST(LabelFile, IsReadPlainGzipAndZstd) {
    const TempFolder folder;
    const std::string text = "x\ty\tok\n";
    for (const auto& path : {folder.write("a.tsv", text), folder.write("b.tsv.gz", gzip(text)),
                             folder.write("c.tsv.zst", zstd(text))}) {
        const auto labels = read_labels(path, {});
        EXPECT_EQ(labels.rows.size(), 1U);
        EXPECT_EQ(labels.source, path);
    }
}

TEST(LabelFile, ThatIsTruncatedOrMissingIsAnError) {
    const TempFolder folder;
    std::string text;
    for (int i = 0; i < 5'000; ++i) {
        text += "article-" + std::to_string(i * 7919) + "\tother-" + std::to_string(i) + "\tok\n";
    }
    const auto packed = gzip(text);
    const auto cut = folder.write("cut.tsv.gz", packed.substr(0, packed.size() / 2));
    for (const auto& path : {cut, folder / "missing.tsv", folder.path()}) {
        try {
            (void)read_labels(path, {});
            ADD_FAILURE() << path;
        } catch (const Error& error) {
            EXPECT_EQ(error.kind(), ErrorKind::input);
            EXPECT_TRUE(std::string(error.what()).starts_with(path)) << error.what();
        }
    }
}

}  // namespace
}  // namespace wirecopy::read
