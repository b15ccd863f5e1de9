// Stream: the articles of day after day, and copies planted among them.
//
//   in      how many, how many a day, how many planted, a seed
//   out     articles in order of their dates, and for each planted one what it is a copy of
//   cost    that of writing them; memory for the stories that go on
//   error   none: the same options give the same articles
//
// A story gets a size when it begins (few are large) and its articles come in the following days.
// A planted copy comes within some hundred articles of its original and has its date.

#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <queue>
#include <string>
#include <string_view>
#include <vector>

#include "edits.hpp"
#include "newsroom.hpp"

namespace wirecopy::bench {

struct StreamOptions {
    std::uint64_t articles = 100'000;
    std::uint64_t articles_a_day = 14'000;
    double planted_share = .035;  ///< of all articles; that of the corpus measured against
    std::uint64_t seed = 1;
};

struct StreamedArticle {
    Article article;
    std::string original;   ///< of a planted copy: the id of what it is a copy of
    std::string_view kind;  ///< of a planted copy: that of its edit
};

class Stream {
public:
    /// Throws Error{option} when articles_a_day is 0 or planted_share not below .5. `pool` may be
    /// empty and must outlive this.
    Stream(StreamOptions options, const std::vector<Sentences>& pool);

    /// False behind the last one.
    [[nodiscard]] bool next(StreamedArticle& streamed);

private:
    struct Due {
        std::uint64_t at;
        std::uint64_t number;  // first come, first served
        std::size_t slot;
        friend bool operator>(const Due& a, const Due& b) {
            return a.at != b.at ? a.at > b.at : a.number > b.number;
        }
    };
    using Schedule = std::priority_queue<Due, std::vector<Due>, std::greater<>>;
    struct Running {
        Event event;
        std::uint64_t left = 0;
    };

    void begin_story(std::size_t slot);
    [[nodiscard]] std::size_t free_slot();
    void write_original(StreamedArticle& streamed);
    void plant(const Article& original);

    StreamOptions options_;
    Newsroom newsroom_;
    base::Random random_;
    std::uint64_t made_ = 0;
    std::uint64_t planted_ = 0;
    std::uint64_t scheduled_ = 0;
    Schedule stories_;
    std::vector<Running> running_;
    std::vector<std::size_t> free_;
    Schedule copies_;
    std::vector<StreamedArticle> waiting_;  // copies that are not out yet
    std::vector<std::size_t> free_waiting_;
};

}  // namespace wirecopy::bench
