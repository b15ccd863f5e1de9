#include "tape/outlets.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

#include "base/hash.hpp"
#include "tape/outlet_rows.hpp"
#include "tape/unicode.hpp"

namespace wirecopy::tape {

namespace {

// Letters and digits, folded, without a leading article.
std::string squash(std::string_view name) {
    std::string folded;
    append_folded(name, folded);
    std::string squashed;
    for (std::size_t at = 0; at < folded.size();) {
        const auto point = code_point_at(folded, at);
        if (class_of(point.value) != CharClass::other) {
            squashed.append(folded, at, point.length_bytes);
        } else if (squashed == "the" && point.value == U' ') {
            squashed.clear();
        }
        at += point.length_bytes;
    }
    return squashed;
}

std::uint32_t number_of(std::string_view squashed) {
    if (squashed.empty()) {
        return 0;
    }
    const auto number = static_cast<std::uint32_t>(base::hash_bytes(squashed));
    return number == 0 ? 1 : number;
}

class OutletNames {
public:
    // A canonical name comes before an alias of another outlet that is written like it.
    OutletNames() {
        for (const auto rows :
             {american_outlet_rows(), european_outlet_rows(), world_outlet_rows()}) {
            for (const auto& row : rows) {
                const auto number = number_of(squash(row.name));
                names_.emplace(number, row.name);
                numbers_.emplace(squash(row.name), Entry{number, false});
            }
        }
        for (const auto rows :
             {american_outlet_rows(), european_outlet_rows(), world_outlet_rows()}) {
            for (const auto& row : rows) {
                add_aliases(row);
            }
        }
    }

    [[nodiscard]] std::optional<std::uint32_t> find(const std::string& squashed) const {
        const auto found = numbers_.find(squashed);
        return found == numbers_.end() ? std::nullopt : std::optional(found->second.number);
    }

    /// The same but for names that are also words: "Nation News" is not The Nation.
    [[nodiscard]] std::optional<std::uint32_t> find_sure(const std::string& squashed) const {
        const auto found = numbers_.find(squashed);
        return found == numbers_.end() || found->second.is_ambiguous
                   ? std::nullopt
                   : std::optional(found->second.number);
    }

    [[nodiscard]] std::string_view name(std::uint32_t number) const {
        const auto found = names_.find(number);
        return found == names_.end() ? std::string_view() : found->second;
    }

private:
    void add_aliases(const OutletRow& row) {
        const auto number = number_of(squash(row.name));
        for (auto rest = row.aliases; !rest.empty();) {
            auto alias = rest.substr(0, rest.find('|'));
            rest.remove_prefix(std::min(alias.size() + 1, rest.size()));
            const auto marks = std::min(alias.find_first_not_of("*^%@~!"), alias.size());
            const auto squashed = squash(alias.substr(marks));
            const auto entry = numbers_.emplace(squashed, Entry{number, false}).first;
            entry->second.is_ambiguous = entry->second.is_ambiguous || marks != 0;
        }
    }

    struct Entry {
        std::uint32_t number;
        bool is_ambiguous;
    };
    std::unordered_map<std::string, Entry> numbers_;
    std::unordered_map<std::uint32_t, std::string_view> names_;
};

const OutletNames& outlet_names() {
    static const OutletNames names;
    return names;
}

void remove_prefix(std::string_view& text, std::string_view prefix) {
    if (text.starts_with(prefix)) {
        text.remove_prefix(prefix.size());
    }
}

// "https://www.wsj.com/articles" is wsj.com; a name that is no address stays.
std::string_view host_of(std::string_view name) {
    const bool is_address = name.find("://") != std::string_view::npos;
    for (const auto* prefix : {"http://", "https://", "www.", "m.", "edition."}) {
        remove_prefix(name, prefix);
    }
    const bool is_host =
        name.find(' ') == std::string_view::npos && name.find('.') != std::string_view::npos;
    return is_address || is_host ? name.substr(0, name.find_first_of("/:?")) : name;
}

// What `source` fields put behind a name: "CNN (Web News)", "The Week - Opinion".
std::string_view without_remark(std::string_view name) {
    return name.substr(0, std::min(name.find(" ("), name.find(" - ")));
}

// "Reuters UK", "ABC News Online": the last words say little.
std::string_view without_last_word(std::string_view name) {
    constexpr std::array<std::string_view, 10> weak{
        "News",          "Online", "Digital", "Opinion", "Editorial",
        "International", "UK",     "US",      "Web",     "Staff"};
    const auto space = name.find_last_of(' ');
    if (space == std::string_view::npos ||
        std::find(weak.begin(), weak.end(), name.substr(space + 1)) == weak.end()) {
        return {};
    }
    return name.substr(0, space);
}

}  // namespace

std::uint32_t outlet_of(std::string_view name) {
    const auto host = host_of(name);
    const auto plain = without_remark(host);
    for (const auto candidate : {host, plain}) {
        if (const auto known = outlet_names().find(squash(candidate))) {
            return *known;
        }
    }
    for (auto shorter = without_last_word(plain); !shorter.empty();
         shorter = without_last_word(shorter)) {
        if (const auto known = outlet_names().find_sure(squash(shorter))) {
            return *known;
        }
    }
    // An address that no row has: its name is what stands before the last label.
    const bool is_host = plain.find(' ') == std::string_view::npos;
    const auto dot = is_host ? plain.find_last_of('.') : std::string_view::npos;
    if (dot != std::string_view::npos && dot != 0 && dot + 1 < plain.size()) {
        const auto squashed = squash(plain.substr(0, dot));
        return outlet_names().find(squashed).value_or(number_of(squashed));
    }
    const auto squashed = squash(plain);
    return number_of(squashed.empty() ? squash(name) : squashed);
}

std::string_view outlet_name(std::uint32_t outlet) {
    return outlet_names().name(outlet);
}

}  // namespace wirecopy::tape
