#include "wirecopy/index.hpp"

#include <algorithm>
#include <utility>

#include "engine/index_state.hpp"
#include "feature/day.hpp"
#include "wirecopy/error.hpp"

namespace wirecopy {

std::optional<std::int32_t> day_of_date(std::string_view date) {
    return feature::parse_day(date);
}

Index::Index(const IndexOptions& options) : state_(std::make_unique<State>(options)) {}
Index::Index(const std::string& folder, IndexAccess access, const IndexOptions* options,
             std::uint64_t memory_bytes) {
    index::Store store(folder, access == IndexAccess::write ? index::Store::Access::write
                                                            : index::Store::Access::read);
    const auto chosen = State::options_of(store, access, options);
    state_ = std::make_unique<State>(std::move(store), access, chosen, memory_bytes);
}
Index::~Index() = default;
Index::Index(Index&&) noexcept = default;
Index& Index::operator=(Index&&) noexcept = default;

IndexAnswer Index::add(const Article& article) {
    return state_->add(article);
}

void Index::learn(const Article& article) {
    if (state_->live.next() != 0) {
        throw Error(ErrorKind::option, "index: it learns before the first article is added");
    }
    state_->live.learn(article);
}

bool Index::remove(std::string_view id) {
    const auto known = state_->numbers.find(std::string(id));
    if (known == state_->numbers.end()) {
        return false;
    }
    const auto number = known->second;
    state_->let_go({&number, 1});
    return true;
}

std::size_t Index::expire_before(std::int32_t day) {
    const auto& live = state_->live;
    auto old = state_->numbers_here();
    std::erase_if(old, [&](std::uint32_t number) {
        return live.window_day(number) == engine::LiveArticles::no_day ||
               live.window_day(number) >= day;
    });
    state_->let_go(old);
    return old.size();
}

IndexAnswer Index::query(const Article& article) {
    return state_->ask(article);
}

std::optional<IndexAnswer> Index::query(std::string_view id) {
    const auto known = state_->numbers.find(std::string(id));
    return known == state_->numbers.end() ? std::nullopt
                                          : std::optional(state_->answer_of(known->second));
}

std::size_t Index::size() const noexcept {
    return state_->live.size();
}

bool Index::contains(std::string_view id) const {
    return state_->numbers.contains(std::string(id));
}

std::uint64_t Index::resolved_story(std::uint64_t story) const {
    return state_->stories.resolved(story);
}

void Index::commit() {
    state_->commit();
}

void Index::checkpoint() {
    state_->checkpoint();
}

void Index::show(Grade least_grade, std::size_t most_matches) noexcept {
    state_->options.least_grade = least_grade;
    state_->options.most_matches = most_matches;
}

IndexInfo Index::info() const {
    const auto& live = state_->live;
    IndexInfo info;
    info.options = state_->options;
    info.articles = live.size();
    std::vector<std::uint64_t> stories;
    stories.reserve(live.size());
    for (const auto number : state_->numbers_here()) {
        stories.push_back(state_->stories.of(number).story);
    }
    std::ranges::sort(stories);
    info.stories =
        static_cast<std::uint64_t>(std::unique(stories.begin(), stories.end()) - stories.begin());
    info.epoch = live.epoch_number();
    if (live.latest_day() != engine::LiveArticles::no_day) {
        info.latest_day = live.latest_day();
    }
    info.disk_bytes = state_->store ? State::disk_bytes(*state_->store) : 0;
    return info;
}

IndexInfo Index::info_of(const std::string& folder) {
    index::Store store(folder, index::Store::Access::read);
    return State::info_of(store);
}

std::uint64_t Index::misplaced() const {
    return state_->stories.misplaced(state_->numbers_here());
}

void Index::compact(const std::string& folder) {
    index::Store::compact(folder);
}

}  // namespace wirecopy
