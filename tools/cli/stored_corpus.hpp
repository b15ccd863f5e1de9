// Stored corpus: articles whose texts are not in memory but read again when they are looked at.

#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "article_reader.hpp"
#include "wirecopy/article.hpp"
#include "wirecopy/read.hpp"
#include "wirecopy/similarity.hpp"

namespace wirecopy::cli {

class StoredCorpus {
public:
    /// `work` as of a TextStore.
    StoredCorpus(const ReadOptions& options, const std::string& work) : texts_(options, work) {}

    /// Adds the articles of one set. `take` sees each with its text and what it was cut from.
    void read(ArticleReader& reader, const std::vector<std::string>& paths,
              const ArticleReader::RecordTaker& take = {}) {
        reader.read_each(paths, [&](Article&& article, const ArticleRecord& record) {
            if (take) {
                take(article, record);
            }
            texts_.add(article, record);
            Article kept;
            kept.id = std::move(article.id);
            kept.source = std::move(article.source);
            kept.date = std::move(article.date);
            articles_.push_back(std::move(kept));
        });
    }
    /// No more come.
    void finish() { texts_.finish(); }

    [[nodiscard]] const std::vector<Article>& articles() const noexcept { return articles_; }

    /// The corpus must stay where it is.
    [[nodiscard]] TextSource source() const {
        return [this]() -> TextReader {
            const auto of_thread = std::make_shared<TextStore::Reader>(texts_);
            return [of_thread](std::size_t article, std::string& text) {
                of_thread->read(article, text);
            };
        };
    }

private:
    TextStore texts_;
    std::vector<Article> articles_;
};

}  // namespace wirecopy::cli
