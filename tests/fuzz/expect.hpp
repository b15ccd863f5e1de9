// What every fuzz target expects of what the reader gives, whatever bytes it was given.

#pragma once

#include <cstdio>
#include <cstdlib>
#include <set>
#include <string>
#include <string_view>

#include "read/utf8_check.hpp"
#include "read/utf8_oracle.hpp"
#include "wirecopy/read.hpp"

namespace wirecopy::fuzz {

/// Ends the run, which libFuzzer takes for a finding and keeps the input of.
inline void expect(bool holds, const char* what) {
    if (!holds) {
        std::fprintf(stderr, "expected: %s\n", what);
        std::abort();
    }
}

inline void expect_text(std::string_view text) {
    expect(read::oracle_invalid_utf8(text) == std::string_view::npos, "valid UTF-8");
    expect(text.find('\0') == std::string_view::npos, "no NUL");
}

inline void expect_sound(const Corpus& corpus) {
    std::set<std::string_view> ids;
    for (const auto& article : corpus.articles) {
        for (const auto* part :
             {&article.id, &article.title, &article.text, &article.source, &article.date}) {
            expect_text(*part);
        }
        for (const auto& extra : article.extra) {
            expect_text(extra.name);
            expect_text(extra.value);
        }
        expect(!read::is_blank(article.text), "an article has text");
        expect(ids.insert(article.id).second, "ids differ");
    }
    for (const auto& rejected : corpus.rejected) {
        expect(!rejected.reason.empty(), "a reason");
        expect_text(rejected.reason);
        expect_text(rejected.id);
    }
}

inline bool same(const Article& a, const Article& b) {
    bool extras = a.extra.size() == b.extra.size();
    for (std::size_t i = 0; extras && i < a.extra.size(); ++i) {
        extras = a.extra[i].name == b.extra[i].name && a.extra[i].value == b.extra[i].value;
    }
    return extras && a.id == b.id && a.title == b.title && a.text == b.text &&
           a.source == b.source && a.date == b.date;
}

/// The articles of `part` are the first ones of `whole`.
inline void expect_beginning(const Corpus& part, const Corpus& whole) {
    expect(part.articles.size() <= whole.articles.size(), "no more articles than the whole has");
    for (std::size_t i = 0; i < part.articles.size(); ++i) {
        expect(same(part.articles[i], whole.articles[i]), "the same articles");
    }
}

inline void expect_same(const Corpus& a, const Corpus& b) {
    expect(a.articles.size() == b.articles.size(), "as many articles");
    expect_beginning(a, b);
    expect(a.rejected.size() == b.rejected.size(), "as many rejections");
    for (std::size_t i = 0; i < a.rejected.size(); ++i) {
        expect(a.rejected[i].line == b.rejected[i].line, "rejections on the same lines");
        expect(a.rejected[i].reason == b.rejected[i].reason, "the same reasons");
        expect(a.rejected[i].id == b.rejected[i].id, "the same ids");
    }
}

/// The bytes open like gzip or zstd. Where those fail, decoders hold back more or less of what came
/// before, by how they are fed: only fuzz_compressed knows what holds then.
inline bool looks_packed(std::string_view bytes) {
    return bytes.starts_with("\x1f") || bytes.starts_with("\x28\xb5") ||
           (bytes.size() > 3 && bytes.substr(1).starts_with("\x2a\x4d\x18"));
}

}  // namespace wirecopy::fuzz
