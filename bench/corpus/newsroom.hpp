// Newsroom: whole articles, the next one of a story from what the story has had so far.
//
//   in      an event with its history
//   out     headline, dateline, sentences in paragraphs, the credit and furniture of an outlet
//   cost    that of its words
//   error   none; what is new, taken up or copied is drawn with fixed shares
//
// The next article of a story is another version of an earlier one (nearly the same, or half of it
// written anew), or a report of its own with the names, figures and passages of the story.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/hash.hpp"
#include "prose.hpp"
#include "wirecopy/article.hpp"

namespace wirecopy::bench {

/// Sentences of one text, each with the space or line end behind it.
using Sentences = std::vector<std::string>;

[[nodiscard]] Sentences sentences_of(std::string_view text);

struct Event {
    Story story;
    std::vector<std::string> passages;  ///< quotations and background that articles share
    std::vector<Sentences> bodies;      ///< of the latest articles, without headline and credit
};

class Newsroom {
public:
    /// With `pool`, the sentences of real articles, what would be made up is spliced from them:
    /// an article is runs of sentences of two of them, taken in turn. It must outlive this.
    Newsroom(std::uint64_t seed, const std::vector<Sentences>& pool);

    [[nodiscard]] Event new_event(base::Random& random) const;

    /// Source and text of the next article; it becomes part of the event.
    [[nodiscard]] Article next_article(Event& event, base::Random& random);

    [[nodiscard]] const Prose& prose() const noexcept { return prose_; }

private:
    struct Outlet {
        std::string name;
        std::string furniture;  // empty: none
        std::vector<std::string> staff;
    };

    [[nodiscard]] Sentences report(const Event& event, const Outlet& outlet,
                                   base::Random& random) const;
    [[nodiscard]] std::string new_sentence(const Event& event, std::vector<std::uint32_t>& used,
                                           base::Random& random) const;
    [[nodiscard]] Sentences version(const Sentences& earlier, double anew, const Event& event,
                                    base::Random& random) const;
    [[nodiscard]] Sentences splice(base::Random& random);
    [[nodiscard]] std::string framed(const Sentences& body, const Event& event,
                                     const Outlet& outlet, base::Random& random) const;

    Prose prose_;
    const std::vector<Sentences>& pool_;
    std::size_t spliced_ = 0;  // articles made from the pool so far
    std::vector<Outlet> outlets_;
};

}  // namespace wirecopy::bench
