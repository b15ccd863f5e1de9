#include "report/json_writer.hpp"

#include <gtest/gtest.h>

#include <string>

#include "report/sample.hpp"

namespace wirecopy::report {
namespace {

template <typename Write>
std::string written(Write write) {
    return sample::text_of([&](const ReportSink& sink) {
        BlockWriter blocks(sink);
        JsonWriter out(blocks);
        write(out);
        blocks.finish();
    });
}

TEST(JsonWriter, PutsCommasBetweenItemsAndNowhereElse) {
    EXPECT_EQ(written([](JsonWriter& out) {
                  out.open('{');
                  out.key("empty");
                  out.open('[');
                  out.close(']');
                  out.key("full");
                  out.open('[');
                  out.whole(1);
                  out.open('{');
                  out.close('}');
                  out.null();
                  out.number(-1.25);
                  out.close(']');
                  out.key("text");
                  out.text("a \"b\"\n");
                  out.close('}');
              }),
              R"({"empty":[],"full":[1,{},null,-1.25],"text":"a \"b\"\n"})");
}

TEST(JsonWriter, BeginsALineBehindTheComma) {
    EXPECT_EQ(written([](JsonWriter& out) {
                  out.open('[');
                  out.whole(1);
                  out.begin_line();
                  out.whole(2);
                  out.close(']');
              }),
              "[1,\n2]");
}

}  // namespace
}  // namespace wirecopy::report
