#include "report/names.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "base/printable.hpp"
#include "tape/display_width.hpp"

namespace wirecopy::report {

namespace {

// Folders that every label starts with. No label loses its last part.
std::size_t shared_folders_bytes(std::span<const std::string> labels) {
    std::string_view shared = labels.front();
    for (const std::string_view label : labels) {
        const auto differ = std::mismatch(shared.begin(), shared.end(), label.begin(), label.end());
        shared = shared.substr(0, static_cast<std::size_t>(differ.first - shared.begin()));
        const auto folder = label.find_last_of('/');
        shared = shared.substr(0, folder == std::string_view::npos ? 0 : folder + 1);
        shared = shared.substr(0, shared.find_last_of('/') + 1);
    }
    const bool eats_a_label = std::ranges::any_of(
        labels, [&](const auto& label) { return label.size() == shared.size(); });
    return eats_a_label ? 0 : shared.size();
}

std::size_t shared_ending_bytes(std::span<const std::string> labels) {
    constexpr std::array<std::string_view, 5> endings{".txt", ".text", ".md", ".html", ".htm"};
    for (const auto ending : endings) {
        const bool has_all = std::ranges::all_of(labels, [&](const std::string_view label) {
            return label.ends_with(ending) && label.size() > ending.size() &&
                   label[label.size() - ending.size() - 1] != '/';
        });
        if (has_all) {
            return ending.size();
        }
    }
    return 0;
}

// `head_share`, in quarters, of what is left beside the ellipsis stays in front of it.
std::string shortened(const std::string& name, std::size_t columns, std::size_t head_share,
                      bool unicode) {
    if (tape::display_width(name) <= columns) {
        return name;
    }
    const std::string_view ellipsis = unicode ? "…" : "...";
    const auto left = columns - (unicode ? 1 : ellipsis.size());
    const auto head = tape::take_width(name, (left * head_share + 3) / 4);
    const auto tail = tape::take_width_back(name, left - tape::display_width(head));
    return std::string(head).append(ellipsis).append(tail);
}

std::size_t count_different(std::span<const std::string> names) {
    return std::unordered_set<std::string_view>(names.begin(), names.end()).size();
}

// Gives out texts that are all different. Each start of a text keeps the number that it comes to
// next, so that many equal texts are not tried with the same numbers again and again.
class Numberer {
public:
    explicit Numberer(std::size_t columns) : columns_(columns) {}

    // `text` if it is free, else its start with the least number behind it that is.
    std::string take(const std::string& text) {
        if (taken_.insert(text).second) {
            return text;
        }
        std::size_t least = 2;
        for (std::size_t digits = 1;; ++digits) {
            const auto start = std::string(tape::take_width(text, columns_ - digits - 1)) + '~';
            const auto most = digits == 1 ? 9 : least * 10 - 1;
            auto& next = next_.try_emplace(start + std::to_string(digits), least).first->second;
            while (next <= most) {
                auto numbered = start + std::to_string(next++);
                if (taken_.insert(numbered).second) {
                    return numbered;
                }
            }
            least = most + 1;
        }
    }

private:
    std::size_t columns_;
    std::unordered_set<std::string> taken_;
    std::unordered_map<std::string, std::size_t> next_;  // by start and digits
};

// Numbers what different names have in common after shortening.
void tell_apart(std::span<const std::string> names, std::size_t columns,
                std::vector<std::string>& fitted) {
    std::unordered_map<std::string_view, std::string> chosen;
    Numberer numberer(columns);
    for (std::size_t k = 0; k < names.size(); ++k) {
        const auto [known, is_new] = chosen.try_emplace(names[k]);
        if (is_new) {
            known->second = numberer.take(fitted[k]);
        }
        fitted[k] = known->second;
    }
}

}  // namespace

std::vector<std::string> names_of(std::span<const std::string> labels, bool unicode) {
    std::vector<std::string> names;
    if (labels.empty()) {
        return names;
    }
    const auto front = shared_folders_bytes(labels);
    const auto back = shared_ending_bytes(labels);
    for (const std::string_view label : labels) {
        const auto core = label.substr(front, label.size() - front - back);
        names.push_back(base::printable(core, !unicode));
    }
    return names;
}

std::vector<std::string> fitted_names(std::span<const std::string> names, std::size_t columns,
                                      bool unicode) {
    assert(columns >= 8);
    std::vector<std::string> best;
    const auto different = count_different(names);
    std::size_t most = 0;
    for (const std::size_t head_share : {2U, 1U, 3U, 0U, 4U}) {
        std::vector<std::string> fitted;
        for (const auto& name : names) {
            fitted.push_back(shortened(name, columns, head_share, unicode));
        }
        const auto now = count_different(fitted);
        if (now > most) {
            most = now;
            best = std::move(fitted);
        }
        if (most == different) {
            return best;
        }
    }
    tell_apart(names, columns, best);
    return best;
}

}  // namespace wirecopy::report
