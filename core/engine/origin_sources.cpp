#include "engine/origin_sources.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "tape/credit.hpp"
#include "tape/outlets.hpp"

namespace wirecopy::engine {

namespace {

bool credits(const score::Profile& profile, std::uint32_t outlet) {
    return std::ranges::any_of(profile.credits,
                               [&](const auto& credit) { return credit.outlet == outlet; });
}

// The outlets that more than half of the articles credit in any role.
std::vector<std::uint32_t> often_credited(std::span<const std::uint32_t> members,
                                          std::span<const score::Profile> profiles) {
    std::vector<std::uint32_t> credited;
    for (const auto member : members) {
        for (const auto& credit : profiles[member].credits) {
            credited.push_back(credit.outlet);
        }
    }
    std::sort(credited.begin(), credited.end());
    std::vector<std::uint32_t> often;
    for (std::size_t begin = 0; begin < credited.size();) {
        auto end = begin;
        while (end < credited.size() && credited[end] == credited[begin]) {
            ++end;
        }
        if (2 * (end - begin) > members.size()) {
            often.push_back(credited[begin]);
        }
        begin = end;
    }
    return often;
}

struct Named {
    std::size_t articles = 0;  // that credit it with the report
    std::string name;
};

// In how many articles the report comes from the outlet, and what the first of them calls it.
Named read_source(std::uint32_t outlet, std::span<const std::uint32_t> members,
                  std::span<const Article> articles, std::span<const score::Profile> profiles,
                  ArticleTexts& texts) {
    Named found;
    TapeBuilder builder;
    for (const auto member : members) {
        if (!credits(profiles[member], outlet)) {
            continue;
        }
        const auto text = texts.of(member, articles[member]);
        for (const auto& credit : tape::read_credits(text, builder.build(text))) {
            if (credit.outlet != outlet || credit.role != tape::CreditRole::source) {
                continue;
            }
            ++found.articles;
            if (found.name.empty()) {
                const auto known = tape::outlet_name(outlet);
                const auto [begin, end] = credit.place;
                found.name = known.empty() ? text.substr(begin, end - begin) : known;
            }
        }
    }
    return found;
}

}  // namespace

void name_source(Origin& origin, std::span<const std::uint32_t> members,
                 std::span<const Article> articles, std::span<const score::Profile> profiles,
                 ArticleTexts& texts) {
    std::size_t most = members.size() / 2;  // more than that is needed
    for (const auto outlet : often_credited(members, profiles)) {
        const auto found = read_source(outlet, members, articles, profiles, texts);
        const bool absent = std::ranges::none_of(
            members, [&](std::uint32_t member) { return profiles[member].outlet == outlet; });
        // An outlet that is not there explains more than one that credits itself.
        if (found.articles > most ||
            (found.articles == most && absent && !origin.absent && !origin.source.empty())) {
            most = found.articles;
            origin.source = found.name;
            origin.absent = absent;
        }
    }
}

}  // namespace wirecopy::engine
