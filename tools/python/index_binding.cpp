#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <nanobind/nanobind.h>
#include <nanobind/stl/optional.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/string_view.h>

#include "article_list.hpp"
#include "bindings.hpp"
#include "run.hpp"
#include "wirecopy/compare.hpp"
#include "wirecopy/error.hpp"
#include "wirecopy/index.hpp"
#include "wirecopy/report.hpp"

namespace wirecopy::python {

namespace nb = nanobind;
using namespace nb::literals;

namespace {

IndexAccess access_of(std::string_view name) {
    if (name == "write") {
        return IndexAccess::write;
    }
    return name == "check" ? IndexAccess::check : IndexAccess::read;
}

// One index that any thread may call, one after the other; answers are lines of JSON, as those of
// the program.
class SharedIndex {
public:
    SharedIndex(const std::optional<std::string>& folder, std::string_view access,
                const IndexOptions* options, std::uint64_t memory_bytes)
        : index_(opened(folder, access, options, memory_bytes)) {}

    // On the thread that called: there is no step at which the work could be stopped, and a thread
    // for every article costs half as much again as adding it.
    template <typename Work>
    auto call(const Work& work) {
        const nb::gil_scoped_release released;
        const std::lock_guard lock(mutex_);
        if (!index_) {
            throw Error(ErrorKind::option, "index: it was closed");
        }
        return work(*index_);
    }

    void close() {
        static_cast<void>(run(nb::none(), [&](const Progress& /*tell*/) {
            const std::lock_guard lock(mutex_);
            index_.reset();
            return true;
        }));
    }

private:
    static std::optional<Index> opened(const std::optional<std::string>& folder,
                                       std::string_view access, const IndexOptions* options,
                                       std::uint64_t memory_bytes) {
        return run(nb::none(), [&](const Progress& /*tell*/) {
            if (!folder) {
                return std::optional<Index>(std::in_place,
                                            options != nullptr ? *options : IndexOptions());
            }
            return std::optional<Index>(std::in_place, *folder, access_of(access), options,
                                        memory_bytes);
        });
    }

    std::mutex mutex_;
    std::optional<Index> index_;
};

// Of the articles, or, with `ask`, as if they came.
std::string answers(SharedIndex& index, const ArticleList& list, bool ask) {
    return index.call([&](Index& open) {
        std::string text;
        AnswerLines lines([&](std::string_view block) { text += block; });
        for (const auto& article : list.articles()) {
            lines.write(ask ? open.query(article) : open.add(article));
        }
        lines.flush();
        return text;
    });
}

std::optional<std::string> answer_of_id(SharedIndex& index, std::string_view id) {
    return index.call([&](Index& open) -> std::optional<std::string> {
        const auto answer = open.query(id);
        if (!answer) {
            return std::nullopt;
        }
        std::string text;
        AnswerLines lines([&](std::string_view block) { text += block; });
        lines.write(*answer);
        lines.flush();
        return text;
    });
}

std::size_t expire_before(SharedIndex& index, std::string_view date) {
    const auto day = day_of_date(date);
    if (!day) {
        throw Error(ErrorKind::option,
                    "index: \"" + std::string(date) + "\" is no date; write 2024-12-31");
    }
    return index.call([&](Index& open) { return open.expire_before(*day); });
}

// articles, stories, epoch, disk_bytes, latest_day
nb::tuple info_of(SharedIndex& index) {
    const auto info = index.call([&](Index& open) { return open.info(); });
    return nb::make_tuple(info.articles, info.stories, info.epoch, info.disk_bytes,
                          info.latest_day);
}

}  // namespace

void bind_index(nb::module_& module) {
    nb::class_<IndexOptions>(module, "IndexOptions")
        .def(
            "__init__",
            [](IndexOptions* made, const CompareOptions& compare, bool expires,
               std::size_t most_articles, std::size_t epoch) {
                new (made) IndexOptions();
                made->base_rate = compare.base_rate;
                made->use_credit = compare.use_credit;
                made->ngram = compare.ngram;
                made->tables = compare.tables;
                made->window_days = compare.window_days;
                made->threads = compare.threads;
                made->expires = expires;
                made->most_articles = most_articles;
                made->epoch_articles = epoch;
            },
            "compare"_a, "expires"_a, "most_articles"_a, "epoch"_a);
    nb::class_<SharedIndex>(module, "Index")
        .def(nb::init<const std::optional<std::string>&, std::string_view, const IndexOptions*,
                      std::uint64_t>(),
             "folder"_a.none(), "access"_a, "options"_a.none(), "memory"_a)
        .def("answers", answers, "articles"_a, "ask"_a)
        .def("answer_of_id", answer_of_id, "id"_a)
        .def(
            "learn",
            [](SharedIndex& index, const ArticleList& list) {
                index.call([&](Index& open) {
                    for (const auto& article : list.articles()) {
                        open.learn(article);
                    }
                    return true;
                });
            },
            "articles"_a)
        .def(
            "remove",
            [](SharedIndex& index, std::string_view id) {
                return index.call([&](Index& open) { return open.remove(id); });
            },
            "id"_a)
        .def("expire_before", expire_before, "date"_a)
        .def("commit",
             [](SharedIndex& index) {
                 index.call([](Index& open) {
                     open.commit();
                     return true;
                 });
             })
        .def("checkpoint",
             [](SharedIndex& index) {
                 index.call([](Index& open) {
                     open.checkpoint();
                     return true;
                 });
             })
        .def(
            "show",
            [](SharedIndex& index, std::string_view grade, std::size_t most_matches) {
                const auto least = grade_from_name(grade);
                index.call([&](Index& open) {
                    open.show(least, most_matches);
                    return true;
                });
            },
            "grade"_a, "most_matches"_a)
        .def("info", info_of)
        .def("misplaced",
             [](SharedIndex& index) {
                 return index.call([](Index& open) { return open.misplaced(); });
             })
        .def(
            "resolved_story",
            [](SharedIndex& index, std::uint64_t story) {
                return index.call([&](Index& open) { return open.resolved_story(story); });
            },
            "story"_a)
        .def("__len__",
             [](SharedIndex& index) { return index.call([](Index& open) { return open.size(); }); })
        .def(
            "__contains__",
            [](SharedIndex& index, std::string_view id) {
                return index.call([&](Index& open) { return open.contains(id); });
            },
            "id"_a)
        .def("close", &SharedIndex::close);
    module.def(
        "compact",
        [](const std::string& folder) {
            run(nb::none(), [&](const Progress& /*tell*/) {
                Index::compact(folder);
                return true;
            });
        },
        "folder"_a);
}

}  // namespace wirecopy::python
