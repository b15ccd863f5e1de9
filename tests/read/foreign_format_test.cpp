#include "read/foreign_format.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace wirecopy::read {
namespace {

using namespace std::string_view_literals;

std::string told(std::string_view head) {
    return foreign_format(head).value_or("nothing");
}

std::string tar_head(std::string name) {
    name.resize(257, '\0');
    return name + "ustar" + std::string(250, '\0');
}

std::string zip_head(std::string_view name) {
    auto head = "PK\3\4" + std::string(26, '\x14');
    return head.append(name);
}

TEST(ForeignFormat, SaysWhatItIsAndWhatToDo) {
    EXPECT_EQ(told("\xfd"
                   "7zXZ\0\0\4"sv),
              "is packed by xz: unpack it, or pack it by gzip or zstd");
    EXPECT_EQ(told("BZh11AY&SY"), "is packed by bzip2: unpack it, or pack it by gzip or zstd");
    EXPECT_EQ(told("BZh91AY&SY\x17"), "is packed by bzip2: unpack it, or pack it by gzip or zstd");
    EXPECT_EQ(told("%PDF-1.7\n"), "is a PDF: turn it into text first");
    EXPECT_EQ(told("PAR1\x15\x04"), "is a Parquet table: turn it into JSON Lines first");
    EXPECT_EQ(told("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
              "is an office document: save it as text first");
    EXPECT_EQ(told(zip_head("[Content_Types].xml")),
              "is an office document: save it as text first");
    EXPECT_EQ(told(zip_head("articles/1.txt")), "is a zip archive: unpack it");
    EXPECT_EQ(told("PK\3\4"), "is a zip archive: unpack it");
    EXPECT_EQ(told(tar_head("wire/a.txt")), "is a tar archive: unpack it, and read the folder");
}

TEST(ForeignFormat, TakesNoTextForOne) {
    for (const std::string_view text :
         {""sv, "B"sv, "BZh"sv, "BZhistory"sv, "PK is short for public knowledge"sv, "%PDF-files"sv,
          "7z and rar"sv, "Rar!"sv, "{\"id\":1}"sv, "\x1f\x8b"sv}) {
        EXPECT_EQ(told(text), "nothing") << text;
    }
    EXPECT_EQ(told(std::string(257, 'x') + "ustar and so on"), "nothing");
    EXPECT_EQ(told(tar_head("a").substr(0, 262)), "nothing");
}

}  // namespace
}  // namespace wirecopy::read
