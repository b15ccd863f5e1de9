#include <algorithm>
#include <array>
#include <span>
#include <string_view>

#include "tape/clause.hpp"

namespace wirecopy::tape {

namespace {

constexpr std::size_t reach_bytes = 48;  // sixteen letters of three bytes

std::string_view first_of(std::string_view text, std::span<const std::string_view> words) {
    std::size_t best = text.size();
    std::string_view found;
    for (const auto word : words) {
        if (const auto at = text.find(word); at < best) {
            best = at;
            found = text.substr(0, at + word.size());
        }
    }
    return found;
}

bool drop_end(std::string_view& text, std::span<const std::string_view> words) {
    for (const auto word : words) {
        if (text.ends_with(word)) {
            text.remove_suffix(word.size());
            return true;
        }
    }
    return false;
}

bool drop_start(std::string_view& text, std::span<const std::string_view> words) {
    for (const auto word : words) {
        if (text.starts_with(word)) {
            text.remove_prefix(word.size());
            return true;
        }
    }
    return false;
}

constexpr std::array<std::string_view, 24> before_a_name{
    "《",     "“",    "「",   "『",     " ",    "美国", "英国", "法国",
    "德国",   "日本", "韩国", "俄罗斯", "俄",   "香港", "台湾", "香港",
    "新加坡", "媒体", "美國", "英國",   "法國", "德國", "官媒", "、"};
constexpr std::array<std::string_view, 8> behind_a_name{"》", "”",    "」", "』",
                                                        " ",  "网站", "网", "新闻社"};
constexpr std::array<std::string_view, 10> cites{"据",   "據",   "根据", "援引", "引述",
                                                 "引用", "依据", "引自", "转引", "转述"};
constexpr std::array<std::string_view, 13> labels{
    "来源：", "來源：", "来源:",  "來源:",  "转自",     "稿源：",  "来源丨",
    "来源|",  "综合自", "转载自", "转载于", "信息来自", "综合自："};
constexpr std::array<std::string_view, 8> voices{"告诉", "告訴", "接受", "对",
                                                 "對",   "向",   "受访", "受訪"};
constexpr std::array<std::string_view, 10> voice_ends{"采访", "採訪", "专访", "專訪", "表示",
                                                      "说",   "說",   "透露", "称",   "稱"};
constexpr std::array<std::string_view, 19> reports{
    "报道", "報道", "报导", "報導",     "消息",     "称",     "稱",     "撰文", "披露",  "曝光",
    "指出", "刊文", "援引", "によると", "によれば", "報じた", "が伝え", "获悉", "了解到"};
constexpr std::array<std::string_view, 5> wires{"日电", "日電", "日讯", "日訊", "日专电"};
constexpr std::array<std::string_view, 2> opening_brackets{"（", "("};
constexpr std::array<std::string_view, 3> closing_brackets{"）", ")", "记者"};
constexpr std::array<std::string_view, 5> ends{"。", "；", "\n", "！", "？"};
constexpr std::array<std::string_view, 6> firsts{"独家", "率先", "最先", "首先", "獨家", "最早"};

}  // namespace

Verdict judge_unspaced(const CreditRow& row, const Mention& mention) {
    const auto text = row.text();
    const auto begin = mention.place.begin;
    const auto end = mention.place.end;
    const std::size_t from = begin > reach_bytes ? begin - reach_bytes : 0;
    auto before = text.substr(from, begin - from);
    while (drop_end(before, before_a_name)) {
    }
    const auto start_of = [&] { return static_cast<std::uint32_t>(from + before.size()); };
    auto cut = before;
    if (drop_end(cut, labels)) {
        before = cut;
        return {Strength::source, {start_of(), end}};
    }
    auto behind = text.substr(end, reach_bytes);
    behind = behind.substr(0, std::min(behind.size(), [&] {
                               std::size_t stop = behind.size();
                               for (const auto mark : ends) {
                                   stop = std::min(stop, behind.find(mark));
                               }
                               return stop;
                           }()));
    const auto whole = behind;
    while (drop_start(behind, behind_a_name)) {
    }
    const auto behind_at = static_cast<std::uint32_t>(end + (whole.size() - behind.size()));
    const auto reported = first_of(behind, reports);
    const auto phrase_end = behind_at + static_cast<std::uint32_t>(reported.size());
    constexpr std::uint32_t dateline_bytes = 600;  // a headline and a summary stand before it
    if (const auto wire = first_of(behind.substr(0, behind.find("，")), wires); !wire.empty()) {
        return {begin < dateline_bytes ? Strength::source : Strength::credit,
                {begin, behind_at + static_cast<std::uint32_t>(wire.size())}};
    }
    cut = before;
    auto closing = behind;
    if (drop_end(cut, opening_brackets) && drop_start(closing, closing_brackets)) {
        return {Strength::source, mention.place};
    }
    cut = before;
    if (drop_end(cut, cites)) {
        before = cut;
        const bool is_first = !reported.empty() && !first_of(reported, firsts).empty();
        return {is_first ? Strength::source : Strength::credit,
                {start_of(), std::max(phrase_end, end)}};
    }
    cut = before;
    if (drop_end(cut, voices)) {
        const auto voice = first_of(behind, voice_ends);
        before = cut;
        return voice.empty()
                   ? Verdict{}
                   : Verdict{Strength::side,
                             {start_of(), behind_at + static_cast<std::uint32_t>(voice.size())}};
    }
    if (reported.empty()) {
        return {};
    }
    const bool is_first = !first_of(reported, firsts).empty();
    return {is_first ? Strength::source : Strength::credit, {begin, phrase_end}};
}

}  // namespace wirecopy::tape
