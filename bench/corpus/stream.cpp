#include "stream.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <utility>

#include "wirecopy/error.hpp"

namespace wirecopy::bench {

namespace {

// Chosen so that shape.csv comes out: sizes fall with this power, up to the largest story.
constexpr double size_slope = 1.9;
constexpr double largest_story = 60;
constexpr double mean_days_between = .6;
constexpr std::uint64_t copies_come_within = 500;

std::string padded(std::uint64_t number, std::size_t width) {
    auto digits = std::to_string(number);
    return std::string(width - std::min(width, digits.size()), '0') + digits;
}

std::string date_of(std::uint64_t day) {
    using namespace std::chrono;
    constexpr sys_days first = year{2031} / January / 1;
    const year_month_day date{first + days(static_cast<std::int64_t>(day))};
    return std::to_string(static_cast<int>(date.year())) + '-' +
           padded(static_cast<unsigned>(date.month()), 2) + '-' +
           padded(static_cast<unsigned>(date.day()), 2);
}

}  // namespace

Stream::Stream(StreamOptions options, const std::vector<Sentences>& pool)
    : options_(options), newsroom_(options.seed, pool), random_(base::mix(options.seed + 3)) {
    if (options.articles_a_day == 0) {
        throw Error(ErrorKind::option, "articles a day must be at least 1");
    }
    if (!(options.planted_share >= 0 && options.planted_share < .5)) {
        throw Error(ErrorKind::option, "the share of planted articles must be from 0 to below .5");
    }
}

std::size_t Stream::free_slot() {
    if (free_.empty()) {
        running_.emplace_back();
        return running_.size() - 1;
    }
    const auto slot = free_.back();
    free_.pop_back();
    return slot;
}

// All its articles are put on the calendar at once.
void Stream::begin_story(std::size_t slot) {
    auto& running = running_[slot];
    running.event = newsroom_.new_event(random_);
    const double size = std::pow(1 - uniform(random_), -1 / size_slope);
    running.left = static_cast<std::uint64_t>(std::min(size, largest_story));
    double at = static_cast<double>(made_);
    for (std::uint64_t i = 1; i < running.left; ++i) {
        at -= std::log(1 - uniform(random_)) * mean_days_between *
              static_cast<double>(options_.articles_a_day) / std::sqrt(static_cast<double>(i));
        stories_.push({static_cast<std::uint64_t>(at) + 1, scheduled_++, slot});
    }
}

void Stream::write_original(StreamedArticle& streamed) {
    std::size_t slot = 0;
    if (!stories_.empty() && stories_.top().at <= made_) {
        slot = stories_.top().slot;
        stories_.pop();
    } else {
        slot = free_slot();
        begin_story(slot);
    }
    auto& running = running_[slot];
    streamed.article = newsroom_.next_article(running.event, random_);
    streamed.article.date = date_of(made_ / options_.articles_a_day);
    streamed.article.id = "g" + padded(made_, 8);
    streamed.original.clear();
    streamed.kind = {};
    if (--running.left == 0) {
        running.event = {};
        free_.push_back(slot);
    }
}

void Stream::plant(const Article& original) {
    const auto& kind = edit_kinds.at(planted_ % edit_kinds.size());
    StreamedArticle copy{original, original.id, kind.name};
    copy.article.id = "plant:" + std::string(kind.name) + ':' + std::to_string(planted_);
    copy.article.text = edited(original.text, kind, newsroom_.prose(), random_);
    ++planted_;
    if (free_waiting_.empty()) {
        free_waiting_.push_back(waiting_.size());
        waiting_.emplace_back();
    }
    const auto slot = free_waiting_.back();
    free_waiting_.pop_back();
    waiting_[slot] = std::move(copy);
    copies_.push({made_ + 1 + random_.below(copies_come_within), scheduled_++, slot});
}

bool Stream::next(StreamedArticle& streamed) {
    if (made_ == options_.articles) {
        return false;
    }
    if (!copies_.empty() && copies_.top().at <= made_) {
        const auto slot = copies_.top().slot;
        copies_.pop();
        streamed = std::move(waiting_[slot]);
        free_waiting_.push_back(slot);
    } else {
        write_original(streamed);
        if (chance(random_, options_.planted_share / (1 - options_.planted_share))) {
            plant(streamed.article);
        }
    }
    ++made_;
    return true;
}

}  // namespace wirecopy::bench
