#include "report/evidence_list.hpp"

#include <algorithm>
#include <string_view>

#include "report/figure_text.hpp"
#include "report/flow.hpp"
#include "report/side_by_side.hpp"
#include "report/summary.hpp"

namespace wirecopy::report {

namespace {

constexpr std::size_t most_item_bytes = 160;

// Letter for letter equal to the other but for the case of ASCII.
bool reads_alike(std::string_view a, std::string_view b) {
    const auto folded = [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    };
    return std::ranges::equal(a, b, {}, folded, folded);
}

std::string shown(const Evidence& evidence, bool with_nats, bool unicode) {
    const auto text = [&](const Mention& mention) {
        return clipped(mention.text, most_item_bytes, unicode);
    };
    const bool in_both = !evidence.a.places.empty() && !evidence.b.places.empty();
    std::string said = text(evidence.a.places.empty() ? evidence.b : evidence.a);
    if (in_both && !reads_alike(evidence.a.text, evidence.b.text)) {
        said += " / " + text(evidence.b);
    }
    if (with_nats) {
        said.append(no_break_space).append("(" + short_figure(evidence.nats, 1) + ")");
    }
    return said;
}

}  // namespace

// A date with its year is two values that read alike.
std::string evidence_list(const std::vector<Evidence>& items, bool with_nats,
                          const TerminalStyle& style) {
    const std::string between = style.unicode ? std::string(no_break_space).append("· ") : "; ";
    std::string list;
    std::string before;
    const auto most = std::min(items.size(), style.limit_pairs);
    for (std::size_t i = 0; i < most; ++i) {
        auto item = shown(items[i], with_nats, style.unicode);
        if (item != before) {
            list.append(list.empty() ? "" : between).append(item);
        }
        before = std::move(item);
    }
    if (items.size() > most) {
        list.append(list.empty() ? "" : between).append(grouped(items.size() - most));
        list.append(no_break_space).append("more");
    }
    return list;
}

}  // namespace wirecopy::report
