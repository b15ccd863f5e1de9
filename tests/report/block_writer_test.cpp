#include "report/block_writer.hpp"

#include <gtest/gtest.h>

#include <stdexcept>
#include <string>
#include <vector>

#include "base/hash.hpp"
#include "oracle/report_score_text.hpp"

namespace wirecopy::report {
namespace {

TEST(BlockWriter, EveryBlockButTheLastIsLargeAndNothingIsLost) {
    base::Random random(1);
    std::vector<std::string> blocks;
    const ReportSink sink = [&](std::string_view block) { blocks.emplace_back(block); };
    BlockWriter out(sink);
    std::string expected;
    for (int round = 0; round < 300; ++round) {
        const std::string text(random.below(round % 50 == 0 ? 300'000 : 500),
                               static_cast<char>('a' + round % 26));
        out.text(text);
        expected += text;
        std::vector<float> scores;
        for (auto left = random.below(5'000); left > 0; --left) {
            scores.push_back(static_cast<float>(random.below(5'000'000)) / 1e6F);
        }
        out.scores(scores, ' ');
        std::string_view before;
        for (const auto score : scores) {
            expected.append(before).append(oracle::score_text(score));
            before = " ";
        }
    }
    out.finish();
    ASSERT_GT(blocks.size(), 10U);
    std::string written;
    for (std::size_t k = 0; k < blocks.size(); ++k) {
        EXPECT_TRUE(blocks[k].size() >= 65'536 || k + 1 == blocks.size());
        EXPECT_LE(blocks[k].size(), 131'072U);
        written += blocks[k];
    }
    EXPECT_TRUE(written == expected);
}

TEST(BlockWriter, NothingWrittenCallsNoSink) {
    int calls = 0;
    const ReportSink sink = [&](std::string_view) { ++calls; };
    BlockWriter out(sink);
    out.text("");
    out.scores({}, ',');
    out.finish();
    EXPECT_EQ(calls, 0);
}

TEST(BlockWriter, WhatTheSinkThrowsPassesThrough) {
    const ReportSink sink = [](std::string_view) { throw std::runtime_error("the disk is full"); };
    BlockWriter out(sink);
    EXPECT_THROW(out.text(std::string(200'000, 'x')), std::runtime_error);
}

}  // namespace
}  // namespace wirecopy::report
