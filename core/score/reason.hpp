// Reason: which rule gave a pair its grade, in a word and in a sentence or two.
//
//   in      an explanation that has all but its reason; what its spans say
//   out     the rule and the sentences
//   cost    a few comparisons and strings
//
// The sentences name counts, never probabilities, and may quote the articles.
//
// | grade   | rule                  | because                                                    |
// |---------|-----------------------|------------------------------------------------------------|
// | copy    | same_text             | nearly all words of both stand in the other                |
// | edited  | most_text             | most words of the shorter one do                           |
// | rewrite | same_report           | names, numbers, wording or credit are those of one report  |
// | rewrite | carried_over          | evenness: words were replaced throughout, the models doubt |
// | partial | passage               | a passage does                                             |
// | related | same_event            | one event, but not one report                              |
// | none    | no_words              | an article has no words                                    |
// |         | different_languages   | words of two languages do not meet                         |
// |         | few_words             | too little is shared, though nothing speaks against it     |
// |         | filled_template       | the same words about other people, places and numbers      |
// |         | other_facts           | names and numbers are others, or vocabulary is shared      |
// |         |                       | without them                                               |
// |         | other_words           | little vocabulary is shared, by them and by their company  |
// |         | other_days            | the days are too far apart                                 |

#pragma once

#include <string>

#include "score/reuse.hpp"
#include "wirecopy/compare.hpp"

namespace wirecopy::score {

struct Reason {
    std::string rule;
    std::string sentences;
};

[[nodiscard]] Reason reason_for(const Explanation& explanation, Reuse reuse,
                                const ReuseFacts& facts);

}  // namespace wirecopy::score
