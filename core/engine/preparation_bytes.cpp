#include "engine/preparation_bytes.hpp"

#include <utility>

namespace wirecopy::engine {

void add(BytesOut& out, const Prepared& article, const Repetition& repetition) {
    out.add_all(article.draft.entries);
    out.add_all(article.draft.triples);
    out.add(article.draft.word_count);
    out.add(article.draft.in_english);
    out.add_all(article.ignored);
    out.add_all(article.words);
    out.add_all(article.word_flags);
    out.add_all(article.anchors.sorted());
    out.add_all(article.credits);
    out.add(article.outlet);
    out.add(article.day.has_value());
    out.add(article.day.value_or(0));
    out.add(repetition.source);
    out.add_all(repetition.sketch);
}

void take(BytesIn& in, Prepared& article, Repetition& repetition) {
    in.take_all(article.draft.entries);
    in.take_all(article.draft.triples);
    article.draft.word_count = in.take<std::uint32_t>();
    article.draft.in_english = in.take<bool>();
    in.take_all(article.ignored);
    in.take_all(article.words);
    in.take_all(article.word_flags);
    base::Kept<std::uint64_t> anchors;
    in.take_all(anchors);
    article.anchors = score::Anchors::of_sorted(std::move(anchors));
    in.take_all(article.credits);
    article.outlet = in.take<std::uint32_t>();
    const bool has_day = in.take<bool>();
    const auto day = in.take<std::int32_t>();
    article.day = has_day ? std::optional(day) : std::nullopt;
    repetition.source = in.take<std::uint64_t>();
    in.take_all(repetition.sketch);
}

}  // namespace wirecopy::engine
