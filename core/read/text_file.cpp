#include "read/text_file.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <utility>

#include "read/utf8_check.hpp"

namespace wirecopy::read {

namespace {

using namespace std::string_view_literals;

// Of 62,673 headlines with their own field in a pool of 733 outlets the longest in a hundred
// have 118 bytes, in a thousand 189; of 10,000 wire headlines three have more than 200.
constexpr std::size_t longest_title_bytes = 200;

// A headline may ask or shout: 3.4 % of those 62,673 end in a question mark, of the paragraphs that
// open an article 1.2 % in that or an exclamation mark, so neither speaks against a title. A full
// stop or another of these does: 1.7 % against 53 %.
constexpr std::array sentence_ends = {"."sv,  "…"sv,  ":"sv,  ";"sv, ","sv,
                                      "。"sv, "，"sv, "："sv, "；"sv};
constexpr std::array closing_marks = {"\""sv, "'"sv, ")"sv,  "]"sv,  "”"sv,
                                      "’"sv,  "»"sv, "」"sv, "』"sv, "）"sv};

std::size_t length_of_ending(std::string_view line, std::span<const std::string_view> endings) {
    for (const auto ending : endings) {
        if (line.ends_with(ending)) {
            return ending.size();
        }
    }
    return 0;
}

bool ends_like_a_sentence(std::string_view line) {
    while (const auto length = length_of_ending(line, closing_marks)) {
        line.remove_suffix(length);
    }
    return length_of_ending(line, sentence_ends) > 0;
}

std::string_view trim(std::string_view line) {
    const auto begin = line.find_first_not_of(" \t\v\f\r\n");
    if (begin == std::string_view::npos) {
        return {};
    }
    const auto end = line.find_last_not_of(" \t\v\f\r\n");
    return line.substr(begin, end - begin + 1);
}

// Reads until the end, or until it is certain that the limit is passed.
std::string read_all(ByteSource& source, std::uint64_t limit_bytes) {
    constexpr std::uint64_t first_size = 4096;
    const auto most = std::min<std::uint64_t>(limit_bytes, std::string().max_size() - 1) + 1;
    std::string bytes;
    std::size_t used = 0;
    while (used < most) {
        if (used == bytes.size()) {
            // One more byte than expected, to meet the end of the file without growing again.
            const auto expected = used == 0 ? source.expected_bytes() + 1 : 0;
            const auto wanted = std::max({expected, first_size, std::uint64_t{used} * 2});
            bytes.resize(static_cast<std::size_t>(std::min(wanted, most)));
        }
        const auto count = source.read(std::span(bytes).subspan(used));
        if (count == 0) {
            break;
        }
        used += count;
    }
    bytes.resize(used);
    return bytes;
}

std::optional<std::string> find_problem(const ByteSource& source, std::string_view bytes,
                                        std::uint64_t limit_bytes) {
    if (bytes.size() > limit_bytes) {
        if (auto bomb = source.bomb(bytes.size(), source.packed_bytes())) {
            return bomb;
        }
        return "file is longer than the limit of " + std::to_string(limit_bytes) + " bytes";
    }
    if (source.failure()) {
        return source.failure();
    }
    return text_problem(bytes);
}

}  // namespace

std::string_view find_title(std::string_view text) {
    const auto begin = text.find_first_not_of(" \t\v\f\r\n");
    const auto end = text.find('\n', begin);
    if (begin == std::string_view::npos || end == std::string_view::npos) {
        return {};
    }
    const auto line = trim(text.substr(begin, end - begin));
    const bool has_more = !is_blank(text.substr(end));
    if (line.size() > longest_title_bytes || !has_more || ends_like_a_sentence(line)) {
        return {};
    }
    return line;
}

void read_text_file(ByteSource& source, std::string id, std::uint64_t limit_bytes,
                    ArticleSink& sink) {
    auto bytes = read_all(source, limit_bytes);
    if (auto problem = find_problem(source, bytes, limit_bytes)) {
        sink.reject(0, std::move(id), std::move(*problem));
        return;
    }
    if (bytes.starts_with(byte_order_mark)) {
        bytes.erase(0, byte_order_mark.size());
    }
    // What doubling left over would stay with the article for as long as it lives.
    constexpr std::size_t spare_share = 8;
    if (bytes.capacity() - bytes.size() > bytes.size() / spare_share) {
        bytes.shrink_to_fit();
    }
    sink.enter_format(InputFormat::text);
    Article article;
    article.id = std::move(id);
    article.title = find_title(bytes);
    article.text = std::move(bytes);
    sink.deliver(std::move(article), 0);
}

}  // namespace wirecopy::read
