#include "tape/credit.hpp"

#include <algorithm>
#include <span>

#include "tape/clause.hpp"
#include "tape/credit_row.hpp"
#include "tape/mentions.hpp"
#include "tape/references.hpp"

namespace wirecopy::tape {

namespace {

// The lead: what is credited in it stands for the whole. README.md has what other shares give.
constexpr std::uint32_t lead_percent = 35;
constexpr std::uint32_t least_lead_sentences = 2;

bool is_among_unspaced(const CreditRow& row, const Mention& mention) {
    const auto is_beyond_latin = [&](std::size_t at) {
        return static_cast<unsigned char>(row.text()[at]) >= 0xE3U;
    };
    const auto end = mention.place.end;
    return (mention.flags & alias_bytes) != 0 || (end < row.text().size() && is_beyond_latin(end));
}

enum class Listing : std::uint8_t { none, comma, linked };

// Whether the words between two mentions only list them: "Reuters, AP and the BBC", "AP/AFP".
Listing listing_of(const CreditRow& row, const Mention& left, const Mention& right) {
    constexpr std::uint32_t most_words = 3;
    if (right.first - left.last > most_words + 1) {
        return Listing::none;
    }
    auto listing = Listing::none;
    for (auto i = left.last + 1; i <= right.first; ++i) {
        const auto gap = row.gap(i);
        constexpr std::size_t longest_gap = 4;
        if (row.starts_sentence(i) || gap.size() > longest_gap ||
            gap.find_first_of(".;:()\n") != std::string_view::npos) {
            return Listing::none;
        }
        const auto cues = i < right.first ? row.cues(i) : cue_article;
        if ((cues & (cue_link | cue_article | cue_filler)) == 0) {
            return Listing::none;
        }
        if ((cues & cue_link) != 0 || gap.find_first_of("/-&") != std::string_view::npos ||
            gap == "、") {
            listing = Listing::linked;
        } else if (listing == Listing::none && gap.find(',') != std::string_view::npos) {
            listing = Listing::comma;
        }
    }
    return listing;
}

void share(const Occurrence& from, Occurrence& to) {
    if (to.verdict.strength < from.verdict.strength) {
        to.verdict.strength = from.verdict.strength;
        to.verdict.phrase = {std::min(from.verdict.phrase.begin, to.mention.place.begin),
                             std::max(from.verdict.phrase.end, to.mention.place.end)};
    }
}

// What is said of one in a list is said of all. Commas alone make a list only where it ends
// with "and" or in a bracket: "According to X, Y fired its editor" lists nothing.
void share_in_lists(const CreditRow& row, std::span<Occurrence> occurrences) {
    for (std::size_t begin = 0; begin < occurrences.size();) {
        auto end = begin + 1;
        bool is_list = false;
        for (; end < occurrences.size(); ++end) {
            const auto listing =
                listing_of(row, occurrences[end - 1].mention, occurrences[end].mention);
            if (listing == Listing::none) {
                break;
            }
            is_list = is_list || listing == Listing::linked;
        }
        const auto last = occurrences[end - 1].mention.last;
        is_list = is_list || row.gap(last + 1).starts_with(")") || last + 1 == row.size();
        for (auto i = begin + 1; is_list && i < end; ++i) {
            share(occurrences[i - 1], occurrences[i]);
        }
        for (auto i = end - 1; is_list && i > begin; --i) {
            share(occurrences[i], occurrences[i - 1]);
        }
        begin = end;
    }
}

std::vector<Occurrence> read_occurrences(const CreditRow& row) {
    std::vector<Occurrence> occurrences;
    for (const auto& mention : find_mentions(row)) {
        const auto verdict =
            is_among_unspaced(row, mention) ? judge_unspaced(row, mention) : judge(row, mention);
        occurrences.push_back({mention, verdict, row.sentence_of(mention.first)});
    }
    share_in_lists(row, occurrences);
    resolve_references(occurrences);
    // What only may be an outlet is one where it is credited.
    std::erase_if(occurrences, [](const Occurrence& occurrence) {
        const bool is_sure = occurrence.mention.form == MentionForm::full &&
                             (occurrence.mention.flags & alias_ambiguous) == 0;
        return occurrence.verdict.strength == Strength::none && !is_sure;
    });
    return occurrences;
}

// Credited again and again: two sentences that credit it for a report, or twice as many for one
// voice each. With one weight for both, pairs of articles that were judged to be independent
// share a source more often (README.md).
constexpr std::uint32_t report_weight = 2;
constexpr std::uint32_t voice_weight = 1;
constexpr std::uint32_t source_weight = 4;

// All that a text says of one outlet.
struct Standing {
    std::uint32_t weight = 0;
    const Occurrence* source = nullptr;  ///< the first that makes it the source by itself
    const Occurrence* credit = nullptr;  ///< the first that credits
};

Standing standing_of(std::uint32_t outlet, std::span<const Occurrence> occurrences,
                     std::uint32_t lead_end) {
    Standing standing;
    std::uint32_t sentence = 0;
    std::uint32_t sentence_weight = 0;
    for (const auto& occurrence : occurrences) {
        const auto strength = occurrence.verdict.strength;
        if (occurrence.mention.outlet != outlet || strength == Strength::none) {
            continue;
        }
        const auto keep_first = [&](const Occurrence*& slot) {
            slot = slot == nullptr ? &occurrence : slot;
        };
        keep_first(standing.credit);
        const bool leads = strength == Strength::credit && occurrence.sentence < lead_end;
        if (leads || strength == Strength::source) {
            keep_first(standing.source);
        }
        // A sentence counts once, by the strongest thing it says.
        if (occurrence.sentence != sentence) {
            sentence = occurrence.sentence;
            sentence_weight = 0;
        }
        const auto weight = strength == Strength::side ? voice_weight : report_weight;
        standing.weight += weight > sentence_weight ? weight - sentence_weight : 0;
        sentence_weight = std::max(sentence_weight, weight);
    }
    return standing;
}

// `named` is where the outlet is named first.
Credit credit_of(const Occurrence& named, const Standing& standing) {
    const auto made = [&](const Occurrence& occurrence, CreditRole role) {
        const auto place = occurrence.mention.place;
        const bool is_credit = role != CreditRole::mention;
        return Credit{named.mention.outlet, role, place,
                      is_credit ? occurrence.verdict.phrase : place};
    };
    if (standing.source != nullptr) {
        return made(*standing.source, CreditRole::source);
    }
    if (standing.credit != nullptr) {
        return made(*standing.credit,
                    standing.weight >= source_weight ? CreditRole::source : CreditRole::side_fact);
    }
    return made(named, CreditRole::mention);
}

}  // namespace

std::vector<Credit> read_credits(std::string_view text, const Tape& tape) {
    const CreditRow row(text, tape);
    if (row.triggers().empty()) {
        return {};
    }
    const auto occurrences = read_occurrences(row);
    const auto lead_end =
        std::max(least_lead_sentences, (row.sentence_count() * lead_percent + 99) / 100);
    std::vector<Credit> credits;
    for (const auto& occurrence : occurrences) {
        const auto outlet = occurrence.mention.outlet;
        const bool is_known = std::any_of(credits.begin(), credits.end(), [&](const Credit& known) {
            return known.outlet == outlet;
        });
        if (!is_known) {
            credits.push_back(credit_of(occurrence, standing_of(outlet, occurrences, lead_end)));
        }
    }
    std::stable_sort(credits.begin(), credits.end(), [](const Credit& a, const Credit& b) {
        return a.place.begin < b.place.begin;
    });
    return credits;
}

}  // namespace wirecopy::tape
