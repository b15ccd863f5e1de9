#include "tape/references.hpp"

#include <algorithm>

namespace wirecopy::tape {

namespace {

constexpr std::uint32_t generic_reach_sentences = 3;

bool fits(OutletKind kind, Cues generic) noexcept {
    switch (kind) {
        case OutletKind::paper:
            return (generic & (cue_paper | cue_site)) != 0;
        case OutletKind::agency:
            return (generic & cue_agency) != 0;
        case OutletKind::broadcaster:
            return (generic & cue_network) != 0;
        case OutletKind::magazine:
            return (generic & (cue_magazine | cue_site)) != 0;
        case OutletKind::site:
            return (generic & cue_site) != 0;
    }
    return false;
}

bool is_name(const Mention& mention) noexcept {
    return mention.form != MentionForm::short_name && mention.form != MentionForm::generic;
}

// "Time" and "People" are outlets only where they are credited.
bool is_doubtful(const Occurrence& occurrence) noexcept {
    return occurrence.verdict.strength == Strength::none &&
           occurrence.mention.form == MentionForm::full &&
           (occurrence.mention.flags & alias_ambiguous) != 0;
}

void take(Mention& mention, const Mention& other) noexcept {
    mention.outlet = other.outlet;
    mention.kind = other.kind;
}

void resolve_short_name(std::vector<Occurrence>& occurrences, std::size_t i) {
    auto& mention = occurrences[i].mention;
    const auto is_meant = [&](const Occurrence& other) {
        return other.mention.last_word == mention.last_word && is_name(other.mention) &&
               !is_doubtful(other);
    };
    for (std::size_t before = i; before > 0; --before) {
        if (is_meant(occurrences[before - 1])) {
            take(mention, occurrences[before - 1].mention);
            return;
        }
    }
    const auto behind = std::find_if(occurrences.begin() + static_cast<std::ptrdiff_t>(i),
                                     occurrences.end(), is_meant);
    if (behind != occurrences.end()) {
        take(mention, behind->mention);
    }
}

void resolve_generic(std::vector<Occurrence>& occurrences, std::size_t i) {
    auto& occurrence = occurrences[i];
    for (std::size_t before = i; before > 0; --before) {
        const auto& other = occurrences[before - 1];
        if (other.sentence + generic_reach_sentences < occurrence.sentence) {
            return;
        }
        if (other.mention.form != MentionForm::generic && other.mention.outlet != 0 &&
            !is_doubtful(other)) {
            if (fits(other.mention.kind, occurrence.mention.last_word)) {
                take(occurrence.mention, other.mention);
            }
            return;
        }
    }
}

}  // namespace

void resolve_references(std::vector<Occurrence>& occurrences) {
    for (std::size_t i = 0; i < occurrences.size(); ++i) {
        if (occurrences[i].mention.form == MentionForm::short_name) {
            resolve_short_name(occurrences, i);
        } else if (occurrences[i].mention.form == MentionForm::generic) {
            resolve_generic(occurrences, i);
        }
    }
    std::erase_if(occurrences,
                  [](const Occurrence& occurrence) { return occurrence.mention.outlet == 0; });
}

}  // namespace wirecopy::tape
