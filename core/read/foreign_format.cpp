#include "read/foreign_format.hpp"

#include <algorithm>
#include <array>

namespace wirecopy::read {

namespace {

using namespace std::string_view_literals;

struct Kind {
    std::string_view magic;
    std::string_view sentence;
};

constexpr std::string_view zip_magic = "PK\3\4"sv;

constexpr std::array kinds = {
    Kind{"\xfd"
         "7zXZ\0"sv,
         "is packed by xz: unpack it, or pack it by gzip or zstd"},
    Kind{"\x04\x22\x4d\x18"sv, "is packed by lz4: unpack it, or pack it by gzip or zstd"},
    Kind{"7z\xbc\xaf\x27\x1c"sv, "is a 7z archive: unpack it"},
    Kind{"Rar!\x1a\x07"sv, "is a rar archive: unpack it"},
    Kind{"%PDF-1."sv, "is a PDF: turn it into text first"},
    Kind{"%PDF-2."sv, "is a PDF: turn it into text first"},
    Kind{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"sv, "is an office document: save it as text first"},
    Kind{"wcsigset\1\0"sv, "is a file of signatures: pairs --jaccard finds the copies in it"},
    Kind{"PAR1\x15"sv, "is a Parquet table: turn it into JSON Lines first"},
};

// Between its two parts stands the size of the blocks, 1 to 9.
bool is_bzip2(std::string_view head) {
    return head.starts_with("BZh") && head.substr(3, 1).find_first_of("123456789") == 0 &&
           head.substr(4).starts_with("1AY&SY");
}

// The first entry of the archive says what made it.
std::string_view zip_sentence(std::string_view head) {
    constexpr std::size_t name_begin = 30;
    const auto name = head.substr(std::min(name_begin, head.size()));
    for (const auto part : {"[Content_Types].xml"sv, "_rels/"sv, "docProps/"sv, "word/"sv, "xl/"sv,
                            "mimetypeapplication/vnd.oasis"sv}) {
        if (name.starts_with(part)) {
            return "is an office document: save it as text first";
        }
    }
    return "is a zip archive: unpack it";
}

// "ustar" may stand there in a text too, but no text has a NUL byte before it.
bool is_tar(std::string_view head) {
    constexpr std::size_t magic_begin = 257;
    return head.size() >= tar_head_bytes && head.substr(magic_begin).starts_with("ustar") &&
           head.substr(0, magic_begin).find('\0') != std::string_view::npos;
}

}  // namespace

std::optional<std::string> foreign_format(std::string_view head) {
    for (const auto& kind : kinds) {
        if (head.starts_with(kind.magic)) {
            return std::string(kind.sentence);
        }
    }
    if (head.starts_with(zip_magic)) {
        return std::string(zip_sentence(head));
    }
    if (is_bzip2(head)) {
        return "is packed by bzip2: unpack it, or pack it by gzip or zstd";
    }
    if (is_tar(head)) {
        return "is a tar archive: unpack it, and read the folder";
    }
    return std::nullopt;
}

}  // namespace wirecopy::read
