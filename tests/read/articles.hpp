// Invented articles, and writers for each format the room reads.

#pragma once

#include <array>
#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "base/hash.hpp"
#include "wirecopy/article.hpp"

namespace wirecopy {

// So that tests can compare articles and print those that differ.
inline bool operator==(const ExtraField& a, const ExtraField& b) {
    return a.name == b.name && a.value == b.value;
}
inline bool operator==(const Article& a, const Article& b) {
    return a.id == b.id && a.title == b.title && a.text == b.text && a.source == b.source &&
           a.date == b.date && a.extra == b.extra;
}
inline void PrintTo(const Article& article, std::ostream* out) {
    *out << "{id " << article.id << ", title " << article.title << ", text " << article.text
         << ", source " << article.source << ", date " << article.date << ", extra "
         << article.extra.size() << "}";
}
inline void PrintTo(const Rejected& rejected, std::ostream* out) {
    *out << "{" << rejected.source << ":" << rejected.line << " " << rejected.id << ": "
         << rejected.reason << "}";
}

namespace read {

/// Text full of what readers stumble over: quotes, delimiters, newlines, wide characters.
inline std::string random_text(base::Random& random, std::size_t most_pieces) {
    constexpr std::array pieces = {"Mayor Ilse Brandt",
                                   " said",
                                   " the bridge",
                                   "\n",
                                   "\r\n",
                                   "\"",
                                   "\"\"",
                                   ",",
                                   "\t",
                                   "é",
                                   "“quoted”",
                                   "東京",
                                   "🚢",
                                   "\\",
                                   "/",
                                   " 1,800",
                                   "{\"id\":\"no\"}",
                                   "\\u0000",
                                   "\xc2\xa0",
                                   "ship ",
                                   " ",
                                   "'",
                                   ";",
                                   "\x7f",
                                   "Orla Finnegan asked",
                                   "\x01",
                                   "a",
                                   "\\\"",
                                   "[1,2]",
                                   "\b",
                                   "\f",
                                   "п"};
    std::string text;
    for (auto count = random.below(most_pieces + 1); count > 0; --count) {
        text += pieces[random.below(pieces.size())];
    }
    return text;
}

inline std::vector<Article> random_articles(base::Random& random, std::size_t count) {
    std::vector<Article> articles;
    for (std::size_t i = 0; i < count; ++i) {
        Article article;
        article.id = std::to_string(i) + random_text(random, 2);
        article.text = "x" + random_text(random, 40);
        article.title = random_text(random, 5);
        article.source = random_text(random, 2);
        article.date = random.below(2) == 0 ? "" : "2031-04-17";
        articles.push_back(std::move(article));
    }
    return articles;
}

/// A JSON string; some characters that need no escape get one.
inline std::string json_string(std::string_view text, base::Random& random) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out = "\"";
    for (const char letter : text) {
        const auto byte = static_cast<unsigned char>(letter);
        if (letter == '"' || letter == '\\') {
            out.append(1, '\\').append(1, letter);
        } else if (letter == '\n') {
            out += "\\n";
        } else if (byte < 0x20 || (byte < 0x80 && random.below(16) == 0)) {
            out.append("\\u00").append(1, digits[byte >> 4U]).append(1, digits[byte & 15U]);
        } else {
            out += letter;
        }
    }
    return out + '"';
}

inline std::string write_json_lines(const std::vector<Article>& articles, base::Random& random) {
    std::string out;
    for (const auto& article : articles) {
        out += "{\"id\": " + json_string(article.id, random) +
               ", \"title\":" + json_string(article.title, random) +
               ",\"text\" : " + json_string(article.text, random) +
               ",\"source\":" + json_string(article.source, random);
        for (const auto& extra : article.extra) {
            out += "," + json_string(extra.name, random) + ":" + extra.value;
        }
        out += article.date.empty() ? "" : ",\"date\":" + json_string(article.date, random);
        out += random.below(4) == 0 ? " }\r\n" : "}\n";
    }
    return out;
}

/// A cell in quotes, or bare where that means the same.
inline std::string delimited_cell(std::string_view text, char delimiter, base::Random& random) {
    const bool needs_quotes = text.find_first_of("\"\r\n") != std::string_view::npos ||
                              text.find(delimiter) != std::string_view::npos;
    if (!needs_quotes && random.below(2) == 0) {
        return std::string(text);
    }
    std::string out = "\"";
    for (const char letter : text) {
        out.append(letter == '"' ? 2 : 1, letter);
    }
    return out + '"';
}

inline std::string write_delimited(const std::vector<Article>& articles, char delimiter,
                                   base::Random& random) {
    std::string out = std::string("id") + delimiter + "title" + delimiter + "text" + delimiter +
                      "source" + delimiter + "date\n";
    for (const auto& article : articles) {
        const std::array cells = {&article.id, &article.title, &article.text, &article.source,
                                  &article.date};
        for (std::size_t i = 0; i < cells.size(); ++i) {
            out += (i == 0 ? "" : std::string(1, delimiter)) +
                   delimited_cell(*cells[i], delimiter, random);
        }
        out += random.below(4) == 0 ? "\r\n" : "\n";
    }
    return out;
}

}  // namespace read
}  // namespace wirecopy
