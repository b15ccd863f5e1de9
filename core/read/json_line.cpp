#include "read/json_line.hpp"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <bit>
#include <new>
#include <utility>
#include <vector>

#include "read/json_grammar.hpp"
#include "read/json_reason.hpp"
#include "read/missing_field.hpp"
#include "read/record_reader.hpp"
#include "read/utf8_check.hpp"

namespace wirecopy::read {

namespace {

namespace ondemand = simdjson::ondemand;

static_assert(padding_bytes >= simdjson::SIMDJSON_PADDING);

// A field of the article, what the input calls it, and whether it was there.
struct Role {
    std::string name;
    std::string Article::*target = nullptr;
    bool needed = false;
    bool takes_integer = false;
    bool seen = false;
};

bool is_integer(std::string_view value) {
    const bool number = value.front() == '-' || (value.front() >= '0' && value.front() <= '9');
    return number && value.find_first_of(".eE") == std::string_view::npos;
}

// Why simdjson refused a line.
std::string explain(std::string_view line, std::size_t begin, simdjson::error_code error) {
    if (error == simdjson::MEMALLOC) {
        throw std::bad_alloc();
    }
    const bool escape = error == simdjson::STRING_ERROR;
    return explain_json(line, begin, escape ? half_pair_reason : simdjson::error_message(error));
}

}  // namespace

struct JsonLineParser::Parts {
    explicit Parts(const ReadOptions& options);

    std::optional<std::string> parse(std::string_view whole_line, Article& article);

private:
    void reserve(std::size_t bytes);
    simdjson::error_code read_object(ondemand::document& document, Article& article);
    simdjson::error_code read_field(ondemand::field& field, Article& article);
    simdjson::error_code read_string(ondemand::value value, std::string_view name,
                                     Article& article);
    simdjson::error_code raw_value(std::string_view token, std::string_view& raw) const;
    void read_other(std::string_view raw, std::string_view name, Article& article);
    void note(std::string problem);
    void note_missing(const Article& article);
    [[nodiscard]] bool is_used(std::string_view name) const;

    std::array<Role, 5> roles_;
    ondemand::parser simd_;
    std::string_view line_;
    std::optional<std::string> problem_;  ///< the first one; reading goes on to find the id
};

JsonLineParser::Parts::Parts(const ReadOptions& options)
    : roles_{{{.name = options.id_field,
               .target = &Article::id,
               .needed = true,
               .takes_integer = true},
              {.name = options.text_field, .target = &Article::text, .needed = true},
              {.name = options.title_field, .target = &Article::title},
              {.name = options.source_field, .target = &Article::source},
              {.name = options.date_field, .target = &Article::date}}} {}

std::optional<std::string> JsonLineParser::Parts::parse(std::string_view whole_line,
                                                        Article& article) {
    line_ = whole_line;
    problem_.reset();
    for (auto& role : roles_) {
        role.seen = false;
    }
    const auto begin = line_.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
    const auto size = line_.size() - begin;
    reserve(size);
    ondemand::document document;
    auto error =
        simd_
            .iterate(simdjson::padded_string_view(line_.data() + begin, size, size + padding_bytes))
            .get(document);
    if (error == simdjson::SUCCESS) {
        error = read_object(document, article);
    }
    if (error != simdjson::SUCCESS) {
        return explain(line_, begin, error);
    }
    note_missing(article);
    return std::move(problem_);
}

// simdjson grows to exactly what a line needs; doubling keeps slowly growing lines from making it
// allocate for each.
void JsonLineParser::Parts::reserve(std::size_t bytes) {
    constexpr std::size_t first_bytes = std::size_t{16} << 10U;
    if (bytes <= simd_.capacity()) {
        return;
    }
    const auto size = std::min(std::bit_ceil(std::max(bytes, first_bytes)),
                               std::size_t{simdjson::SIMDJSON_MAXSIZE_BYTES});
    if (simd_.allocate(size) != simdjson::SUCCESS) {
        throw std::bad_alloc();
    }
}

simdjson::error_code JsonLineParser::Parts::read_object(ondemand::document& document,
                                                        Article& article) {
    ondemand::object object;
    if (const auto error = document.get_object().get(object)) {
        return error;
    }
    for (auto result : object) {
        ondemand::field field;
        if (const auto error = std::move(result).get(field)) {
            return error;
        }
        if (const auto error = read_field(field, article)) {
            return error;
        }
    }
    const char* rest = nullptr;
    const bool ended = document.current_location().get(rest) == simdjson::OUT_OF_BOUNDS;
    return ended ? simdjson::SUCCESS : simdjson::TRAILING_CONTENT;
}

simdjson::error_code JsonLineParser::Parts::read_field(ondemand::field& field, Article& article) {
    std::string_view name;
    if (const auto error = field.unescaped_key().get(name)) {
        return error;
    }
    const auto token = field.value().raw_json_token();
    const bool used = is_used(name);
    if (used && token.front() == '"') {
        return read_string(field.value(), name, article);
    }
    std::string_view raw;
    if (const auto error = raw_value(token, raw)) {
        return error;
    }
    if (used) {
        read_other(raw, name, article);
    } else if (auto problem = escape_problem(name, "a field name")) {
        note(std::move(*problem));
    } else {
        article.extra.push_back({std::string(name), std::string(raw)});
    }
    return simdjson::SUCCESS;
}

simdjson::error_code JsonLineParser::Parts::read_string(ondemand::value value,
                                                        std::string_view name, Article& article) {
    std::string_view text;
    if (const auto error = value.get_string().get(text)) {
        return error;
    }
    if (auto problem = escape_problem(text, "field " + std::string(name))) {
        note(std::move(*problem));
        return simdjson::SUCCESS;
    }
    for (auto& role : roles_) {
        if (role.name == name) {
            if (role.seen) {
                note("field " + std::string(name) + " appears twice");
            }
            role.seen = true;
            article.*role.target = text;
        }
    }
    return simdjson::SUCCESS;
}

// simdjson skips a value by its brackets without a look at what is in it, so we look: what leaves
// here as raw JSON is JSON.
simdjson::error_code JsonLineParser::Parts::raw_value(std::string_view token,
                                                      std::string_view& raw) const {
    const auto begin = static_cast<std::size_t>(token.data() - line_.data());
    JsonFault fault;
    const auto end = json_value_end(line_, begin, fault);
    if (end == std::string_view::npos) {
        return simdjson::TAPE_ERROR;
    }
    raw = line_.substr(begin, end - begin);
    // A skipped scalar may hide what follows it: simdjson takes 12x for one token, and in "a":"b":1
    // the second string for a name in a deeper level.
    const auto next = line_.find_first_not_of(" \t\r\n", end);
    if (next == std::string_view::npos || (line_[next] != ',' && line_[next] != '}')) {
        return simdjson::TAPE_ERROR;
    }
    return simdjson::SUCCESS;
}

// A value of a field of ours that is no string.
void JsonLineParser::Parts::read_other(std::string_view raw, std::string_view name,
                                       Article& article) {
    for (auto& role : roles_) {
        if (role.name != name || (raw == "null" && !role.needed)) {
            continue;
        }
        if (role.seen) {
            note("field " + std::string(name) + " appears twice");
        }
        role.seen = true;
        if (role.takes_integer && is_integer(raw)) {
            article.*role.target = raw;
        } else {
            note("field " + std::string(name) + " is " + std::string(json_type_name(raw)) +
                 ", not a string" + (role.takes_integer ? " or an integer" : ""));
        }
    }
}

void JsonLineParser::Parts::note(std::string problem) {
    if (!problem_) {
        problem_ = std::move(problem);
    }
}

void JsonLineParser::Parts::note_missing(const Article& article) {
    for (std::size_t role = 0; role < roles_.size() && !problem_; ++role) {
        if (roles_[role].needed && !roles_[role].seen) {
            std::vector<std::string_view> names;
            names.reserve(article.extra.size());
            for (const auto& extra : article.extra) {
                names.push_back(extra.name);
            }
            note(missing_reason("field", roles_[role].name, role == 0 ? "id" : "text", names));
        }
    }
    if (article.id.empty()) {
        note("field " + roles_.front().name + " is empty");
    }
}

bool JsonLineParser::Parts::is_used(std::string_view name) const {
    return std::any_of(roles_.begin(), roles_.end(),
                       [&](const Role& role) { return !role.name.empty() && role.name == name; });
}

JsonLineParser::JsonLineParser(const ReadOptions& options)
    : parts_(std::make_unique<Parts>(options)) {}

JsonLineParser::~JsonLineParser() = default;

std::optional<std::string> JsonLineParser::parse(std::string_view line, Article& article) {
    return parts_->parse(line, article);
}

}  // namespace wirecopy::read
