#include "wirecopy/index.hpp"

#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "answer.hpp"
#include "articles.hpp"
#include "options.hpp"
#include "status.hpp"
#include "wirecopy/error.hpp"

struct wirecopy_index {
    explicit wirecopy_index(wirecopy::Index&& opened) : index(std::move(opened)) {}

    wirecopy::Index index;
};

namespace {

using wirecopy::Error;
using wirecopy::ErrorKind;
using wirecopy::IndexAccess;
using wirecopy::c::guarded;
using wirecopy::c::make_answer;
using wirecopy::c::make_handle;
using wirecopy::c::require;

IndexAccess access_of(std::int32_t number) {
    switch (number) {
        case WIRECOPY_INDEX_READ:
            return IndexAccess::read;
        case WIRECOPY_INDEX_WRITE:
            return IndexAccess::write;
        case WIRECOPY_INDEX_CHECK:
            return IndexAccess::check;
        default:
            throw Error(ErrorKind::option, "index: there is no access " + std::to_string(number));
    }
}

// As the readers would have it.
wirecopy::Article article_from(const wirecopy_article* article) {
    require(article, "article");
    auto made = wirecopy::c::article_of(article->id, article->text, article->text_bytes,
                                        article->title, article->source, article->date);
    if (const auto problem = wirecopy::ArticleCheck().problem(made, 0)) {
        throw Error(ErrorKind::input, "article: " + *problem);
    }
    return made;
}

}  // namespace

extern "C" {

wirecopy_status wirecopy_index_new(const wirecopy_options* options, wirecopy_index** index) {
    return make_handle(index, [&] {
        return std::make_unique<wirecopy_index>(
            wirecopy::Index(wirecopy::c::index_options(options)));
    });
}

wirecopy_status wirecopy_index_open(const char* folder, int32_t access,
                                    const wirecopy_options* options, wirecopy_index** index) {
    return make_handle(index, [&] {
        require(folder, "folder");
        const auto wanted = wirecopy::c::index_options(options);
        auto opened = std::make_unique<wirecopy_index>(
            wirecopy::Index(folder, access_of(access), options == nullptr ? nullptr : &wanted,
                            options == nullptr ? 0 : options->index_memory));
        opened->index.show(wanted.least_grade, wanted.most_matches);
        return opened;
    });
}

void wirecopy_index_free(wirecopy_index* index) {
    const std::unique_ptr<wirecopy_index> owner(index);
}

wirecopy_status wirecopy_index_learn(wirecopy_index* index, const wirecopy_article* article) {
    return guarded([&] {
        require(index, "index");
        index->index.learn(article_from(article));
    });
}

wirecopy_status wirecopy_index_add(wirecopy_index* index, const wirecopy_article* article,
                                   wirecopy_answer** answer) {
    wirecopy_answer* unwanted = nullptr;
    const auto status = make_handle(answer == nullptr ? &unwanted : answer, [&] {
        require(index, "index");
        return make_answer(index->index.add(article_from(article)));
    });
    wirecopy_answer_free(unwanted);
    return status;
}

wirecopy_status wirecopy_index_query(wirecopy_index* index, const wirecopy_article* article,
                                     wirecopy_answer** answer) {
    return make_handle(answer, [&] {
        require(index, "index");
        return make_answer(index->index.query(article_from(article)));
    });
}

wirecopy_status wirecopy_index_query_id(wirecopy_index* index, const char* id,
                                        wirecopy_answer** answer) {
    return make_handle(answer, [&] {
        require(index, "index");
        require(id, "id");
        auto found = index->index.query(std::string_view(id));
        return found ? make_answer(std::move(*found)) : nullptr;
    });
}

wirecopy_status wirecopy_index_remove(wirecopy_index* index, const char* id, int32_t* removed) {
    return guarded([&] {
        require(index, "index");
        require(id, "id");
        const bool was_there = index->index.remove(id);
        if (removed != nullptr) {
            *removed = was_there ? 1 : 0;
        }
    });
}

wirecopy_status wirecopy_index_expire_before(wirecopy_index* index, const char* date,
                                             size_t* expired) {
    return guarded([&] {
        require(index, "index");
        require(date, "date");
        const auto day = wirecopy::day_of_date(date);
        if (!day) {
            throw Error(ErrorKind::option,
                        "index: \"" + std::string(date) + "\" is no date; write 2024-12-31");
        }
        const auto count = index->index.expire_before(*day);
        if (expired != nullptr) {
            *expired = count;
        }
    });
}

wirecopy_status wirecopy_index_commit(wirecopy_index* index) {
    return guarded([&] {
        require(index, "index");
        index->index.commit();
    });
}

wirecopy_status wirecopy_index_checkpoint(wirecopy_index* index) {
    return guarded([&] {
        require(index, "index");
        index->index.checkpoint();
    });
}

wirecopy_status wirecopy_index_compact(const char* folder) {
    return guarded([&] {
        require(folder, "folder");
        wirecopy::Index::compact(folder);
    });
}

wirecopy_status wirecopy_index_describe(const wirecopy_index* index, wirecopy_index_info* info) {
    return guarded([&] {
        require(index, "index");
        require(info, "info");
        const auto found = index->index.info();
        *info = {.articles = found.articles,
                 .stories = found.stories,
                 .disk_bytes = found.disk_bytes,
                 .epoch = found.epoch,
                 .latest_day = found.latest_day.value_or(std::numeric_limits<std::int32_t>::min())};
    });
}

wirecopy_status wirecopy_index_misplaced(const wirecopy_index* index, uint64_t* misplaced) {
    return guarded([&] {
        require(index, "index");
        require(misplaced, "misplaced");
        *misplaced = index->index.misplaced();
    });
}

size_t wirecopy_index_count(const wirecopy_index* index) {
    return index == nullptr ? 0 : index->index.size();
}

uint64_t wirecopy_index_resolved_story(const wirecopy_index* index, uint64_t story) {
    return index == nullptr ? story : index->index.resolved_story(story);
}

}  // extern "C"
