// Article texts: where the texts of a corpus come from when they are looked at.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "wirecopy/article.hpp"
#include "wirecopy/similarity.hpp"

namespace wirecopy::engine {

/// One a thread.
class ArticleTexts {
public:
    explicit ArticleTexts(const TextSource& source) : read_(source ? source() : TextReader()) {}

    /// Of the article at a place. Holds until the next call.
    [[nodiscard]] std::string_view of(std::size_t place, const Article& article) {
        if (!read_) {
            return article.text;
        }
        read_(place, text_);
        return text_;
    }

private:
    TextReader read_;
    std::string text_;
};

}  // namespace wirecopy::engine
