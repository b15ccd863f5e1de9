// Readings of texts for tests: weights as of two articles, and what a list of evidence says.

#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "score/profile.hpp"
#include "score/reading.hpp"

namespace wirecopy::score {

/// Two articles under the shipped prior and an epoch of their own.
class ReadingPair {
public:
    ReadingPair(std::string_view text_a, std::string_view text_b)
        : articles_{article_of(text_a), article_of(text_b)},
          weights_(terms_of(articles_), feature::english_prior()),
          a(articles_[0], weights_),
          b(articles_[1], weights_) {}

private:
    static Article article_of(std::string_view text) {
        Article article;
        article.text = text;
        return article;
    }
    static std::vector<feature::TermSet> terms_of(const std::vector<Article>& articles) {
        std::vector<feature::TermSet> terms;
        for (const auto& article : articles) {
            terms.push_back(counted_terms(TapeBuilder().build(article.text)));
        }
        return terms;
    }

    std::vector<Article> articles_;
    feature::TermWeights weights_;

public:
    Reading a;
    Reading b;
};

/// "in a / in b", with nothing on the side of an article that does not say it.
inline std::vector<std::string> said(const std::vector<Evidence>& evidence) {
    std::vector<std::string> lines;
    for (const auto& one : evidence) {
        lines.push_back(one.a.text + " / " + one.b.text);
    }
    return lines;
}

inline std::vector<std::string> texts(const std::vector<Mention>& mentions) {
    std::vector<std::string> lines;
    for (const auto& mention : mentions) {
        lines.push_back(mention.text);
    }
    return lines;
}

}  // namespace wirecopy::score
