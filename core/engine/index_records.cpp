#include "engine/index_records.hpp"

#include <bit>
#include <cstring>
#include <type_traits>

#include "base/hash.hpp"
#include "index/packed_text.hpp"
#include "wirecopy/error.hpp"

namespace wirecopy::engine {

namespace {

static_assert(std::endian::native == std::endian::little);

// The layout of all records, and the hashes that stand in them.
constexpr std::uint32_t format_version = 2;

class Writer {
public:
    template <typename Number>
    void number(Number value) {
        static_assert(std::is_arithmetic_v<Number>);
        bytes_.append(reinterpret_cast<const char*>(&value), sizeof value);
    }
    void text(std::string_view value) {
        number(static_cast<std::uint32_t>(value.size()));
        bytes_.append(value);
    }
    template <typename List, typename Write>
    void list(const List& values, const Write& write) {
        number(static_cast<std::uint32_t>(std::size(values)));
        for (const auto& value : values) {
            write(value);
        }
    }
    [[nodiscard]] std::string take() { return std::move(bytes_); }

private:
    std::string bytes_;
};

class Reader {
public:
    explicit Reader(std::string_view bytes) : bytes_(bytes) {}

    template <typename Number>
    Number number() {
        Number value{};
        std::memcpy(&value, taken(sizeof value).data(), sizeof value);
        return value;
    }
    std::string_view text() { return taken(number<std::uint32_t>()); }
    template <typename Read>
    void list(const Read& read) {
        for (auto left = number<std::uint32_t>(); left > 0; --left) {
            read();
        }
    }
    void end() const {
        if (!bytes_.empty()) {
            damaged();
        }
    }

private:
    [[noreturn]] static void damaged() {
        throw Error(ErrorKind::format, "index: a record is damaged");
    }
    std::string_view taken(std::size_t size) {
        if (size > bytes_.size()) {
            damaged();
        }
        const auto found = bytes_.substr(0, size);
        bytes_.remove_prefix(size);
        return found;
    }

    std::string_view bytes_;
};

}  // namespace

std::string to_bytes(const ArticleRecord& record) {
    Writer texts;
    texts.text(record.article.id);
    texts.text(record.article.title);
    texts.text(record.article.source);
    texts.text(record.article.date);
    texts.text(record.article.text);
    const auto& kept = record.kept;
    Writer out;
    out.number<std::uint8_t>(record.is_gone ? 1 : 0);
    out.number<std::uint8_t>(kept.is_repeat ? 1 : 0);
    out.number(record.content);
    out.number(kept.epoch);
    out.number(kept.window_day);
    out.number(kept.latest_day);
    out.number(kept.group_first);
    out.number(kept.group_count);
    out.list(kept.near, [&](const score::Neighbour& neighbour) {
        out.number(neighbour.article);
        out.number(neighbour.resemblance);
    });
    out.list(kept.sharing, [&](std::uint32_t other) { out.number(other); });
    out.text(index::pack(texts.take()));
    return out.take();
}

ArticleRecord parse_article(std::string_view bytes) {
    Reader in(bytes);
    ArticleRecord record;
    record.is_gone = in.number<std::uint8_t>() != 0;
    auto& kept = record.kept;
    kept.is_repeat = in.number<std::uint8_t>() != 0;
    record.content = in.number<std::uint64_t>();
    kept.epoch = in.number<std::uint32_t>();
    kept.window_day = in.number<std::int32_t>();
    kept.latest_day = in.number<std::int32_t>();
    kept.group_first = in.number<std::uint32_t>();
    kept.group_count = in.number<std::uint32_t>();
    in.list([&] {
        const auto other = in.number<std::uint32_t>();
        kept.near.push_back({other, in.number<float>()});
    });
    in.list([&] { kept.sharing.push_back(in.number<std::uint32_t>()); });
    const auto unpacked = index::unpack(in.text());
    in.end();
    Reader texts(unpacked);
    record.article.id = texts.text();
    record.article.title = texts.text();
    record.article.source = texts.text();
    record.article.date = texts.text();
    record.article.text = texts.text();
    texts.end();
    return record;
}

std::string to_bytes(const PlaceRecord& record) {
    Writer out;
    out.number(record.place.story);
    out.number(record.place.origin);
    out.list(record.links, [&](const KeptStories::Linked& link) {
        out.number(link.other);
        out.number(link.story);
        out.number(link.origin);
    });
    out.list(record.events, [&](const StoryEvent& event) {
        out.number<std::uint8_t>(event.is_merge ? 1 : 0);
        out.number(event.from);
        out.number(event.into);
    });
    return out.take();
}

PlaceRecord parse_place(std::string_view bytes) {
    Reader in(bytes);
    PlaceRecord record;
    record.place.story = in.number<GroupId>();
    record.place.origin = in.number<GroupId>();
    in.list([&] {
        KeptStories::Linked link{};
        link.other = in.number<std::uint32_t>();
        link.story = in.number<std::int32_t>();
        link.origin = in.number<std::int32_t>();
        record.links.push_back(link);
    });
    in.list([&] {
        StoryEvent event;
        event.is_merge = in.number<std::uint8_t>() != 0;
        event.from = in.number<std::uint64_t>();
        event.into = in.number<std::uint64_t>();
        record.events.push_back(event);
    });
    in.end();
    return record;
}

std::string to_bytes(const AliasRecord& record) {
    Writer out;
    out.number(record.into);
    return out.take();
}

AliasRecord parse_alias(std::string_view bytes) {
    Reader in(bytes);
    const AliasRecord record{in.number<GroupId>()};
    in.end();
    return record;
}

std::string to_bytes(const IndexState& state) {
    Writer out;
    out.number(state.next_number);
    out.number(state.latest_day);
    out.number(state.epoch);
    out.number(state.articles);
    out.number(state.next_story);
    out.number(state.next_origin);
    return out.take();
}

IndexState parse_state(std::string_view bytes) {
    Reader in(bytes);
    IndexState state;
    state.next_number = in.number<std::uint32_t>();
    state.latest_day = in.number<std::int32_t>();
    state.epoch = in.number<std::uint32_t>();
    state.articles = in.number<std::uint64_t>();
    state.next_story = in.number<GroupId>();
    state.next_origin = in.number<GroupId>();
    in.end();
    return state;
}

std::string to_bytes(const EpochCounts& counts) {
    Writer out;
    out.number(counts.articles);
    out.list(counts.terms, [&](const feature::TermFrequency& term) {
        out.number(term.term);
        out.number(term.frequency);
    });
    out.list(counts.repeated, [&](const score::KnownRuns::Entry& entry) {
        out.number(entry.run);
        out.number(entry.source);
    });
    out.list(counts.credited, [&](const CreditShares::Entry& entry) {
        out.number(entry.outlet);
        out.number(entry.articles);
    });
    return out.take();
}

EpochCounts parse_epoch(std::string_view bytes) {
    Reader in(bytes);
    EpochCounts counts;
    counts.articles = in.number<std::uint64_t>();
    in.list([&] {
        const auto term = in.number<std::uint32_t>();
        counts.terms.push_back({term, in.number<std::uint32_t>()});
    });
    in.list([&] {
        const auto run = in.number<std::uint32_t>();
        counts.repeated.push_back({run, in.number<std::uint64_t>()});
    });
    in.list([&] {
        const auto outlet = in.number<std::uint32_t>();
        counts.credited.push_back({outlet, in.number<std::uint32_t>()});
    });
    in.end();
    return counts;
}

std::string to_bytes(const IndexOptions& options) {
    Writer out;
    out.number(format_version);
    out.number(base::hash_id);
    out.number(options.base_rate);
    out.number<std::uint8_t>(options.use_credit ? 1 : 0);
    out.number<std::uint64_t>(options.ngram);
    out.text(options.tables.prior);
    out.text(options.tables.model);
    out.number<std::uint8_t>(options.window_days ? 1 : 0);
    out.number<std::uint32_t>(options.window_days.value_or(0));
    out.number<std::uint8_t>(options.expires ? 1 : 0);
    out.number<std::uint64_t>(options.most_articles);
    out.number<std::uint64_t>(options.epoch_articles);
    return out.take();
}

IndexOptions parse_options(std::string_view bytes) {
    Reader in(bytes);
    const auto version = in.number<std::uint32_t>();
    const auto hashes = in.number<std::uint32_t>();
    if (version != format_version || hashes != base::hash_id) {
        throw Error(ErrorKind::format, "index: it has format " + std::to_string(version) + "." +
                                           std::to_string(hashes) + ", this program reads " +
                                           std::to_string(format_version) + "." +
                                           std::to_string(base::hash_id));
    }
    IndexOptions options;
    options.base_rate = in.number<double>();
    options.use_credit = in.number<std::uint8_t>() != 0;
    options.ngram = static_cast<std::size_t>(in.number<std::uint64_t>());
    options.tables.prior = in.text();
    options.tables.model = in.text();
    const bool has_window = in.number<std::uint8_t>() != 0;
    const auto window = in.number<std::uint32_t>();
    options.window_days = has_window ? std::optional<unsigned>(window) : std::nullopt;
    options.expires = in.number<std::uint8_t>() != 0;
    options.most_articles = static_cast<std::size_t>(in.number<std::uint64_t>());
    options.epoch_articles = static_cast<std::size_t>(in.number<std::uint64_t>());
    in.end();
    return options;
}

}  // namespace wirecopy::engine
