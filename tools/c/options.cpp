#include "options.hpp"

#include <array>
#include <charconv>
#include <fstream>
#include <memory>
#include <sstream>
#include <utility>

#include "status.hpp"
#include "wirecopy/error.hpp"

namespace wirecopy::c {

namespace {

[[noreturn]] void refuse(std::string_view name, std::string_view value, std::string_view wanted) {
    throw Error(ErrorKind::option, "options: " + std::string(name) + ": \"" + std::string(value) +
                                       "\" is not " + std::string(wanted));
}

template <typename Number>
Number number_from(std::string_view name, std::string_view value, std::string_view wanted) {
    Number number{};
    const auto* const end = value.data() + value.size();
    const auto [stopped, problem] = std::from_chars(value.data(), end, number);
    if (problem != std::errc() || stopped != end) {
        refuse(name, value, wanted);
    }
    return number;
}

bool flag_from(std::string_view name, std::string_view value) {
    if (value != "true" && value != "false") {
        refuse(name, value, "true or false");
    }
    return value == "true";
}

unsigned days_from(std::string_view name, std::string_view value) {
    const auto digits = value.ends_with('d') ? value.substr(0, value.size() - 1) : value;
    const auto days = number_from<unsigned>(name, digits, "a number of days, such as 7d");
    return days;
}

void set_keep(wirecopy_options& options, std::string_view value) {
    constexpr std::string_view of_source = "source:";
    if (value == "earliest" || value == "longest") {
        options.keep = value == "earliest" ? Keep::earliest : Keep::longest;
    } else if (value.starts_with(of_source) && value.size() > of_source.size()) {
        options.keep = Keep::source;
        options.keep_source = value.substr(of_source.size());
    } else {
        refuse("keep", value, "earliest, longest or source:NAME");
    }
}

std::string read_file(std::string_view path) {
    std::ifstream file(std::string(path), std::ios::binary);
    std::ostringstream bytes;
    bytes << file.rdbuf();  // nothing to be had is a failure, too
    if (!file.is_open() || file.bad() || bytes.fail()) {
        throw Error(ErrorKind::input, std::string(path) + ": cannot be read, or is empty");
    }
    return std::move(bytes).str();
}

// What is wrong with a table is said with its file, before any article is looked at.
std::string table_from(std::string_view path, std::string Tables::*which) {
    CompareOptions options;
    options.tables.*which = read_file(path);
    try {
        static_cast<void>(Comparison({}, options));
    } catch (const Error& error) {
        throw Error(error.kind(), std::string(path) + ": " + error.what());
    }
    return std::move(options.tables.*which);
}

struct Setter {
    std::string_view name;
    void (*set)(wirecopy_options& options, std::string_view value);
};

constexpr std::string_view share = "a number above 0 and below 1";

constexpr std::array<Setter, 21> setters{{
    {"grade", [](auto& options, auto value) { options.grade = grade_from_name(value); }},
    {"all", [](auto& options, auto value) { options.all = flag_from("all", value); }},
    {"window",
     [](auto& options, auto value) { options.compare.window_days = days_from("window", value); }},
    {"prior",
     [](auto& options, auto value) {
         options.compare.base_rate = number_from<double>("prior", value, share);
         if (!(options.compare.base_rate > 0 && options.compare.base_rate < 1)) {
             refuse("prior", value, share);
         }
     }},
    {"no-credit", [](auto& options,
                     auto value) { options.compare.use_credit = !flag_from("no-credit", value); }},
    {"ngram",
     [](auto& options, auto value) {
         options.compare.ngram = number_from<std::size_t>("ngram", value, "a number");
     }},
    {"threads",
     [](auto& options, auto value) {
         options.compare.threads = number_from<unsigned>("threads", value, "a number");
     }},
    {"measure", [](auto& options, auto value) { options.measure = measure_from_name(value); }},
    {"unit",
     [](auto& options, auto value) {
         if (value != "word" && value != "char") {
             refuse("unit", value, "word or char");
         }
         options.unit = value == "word" ? ShingleUnit::word : ShingleUnit::character;
     }},
    {"grades", [](auto& options, auto value) { options.grades = flag_from("grades", value); }},
    {"keep", [](auto& options, auto value) { set_keep(options, value); }},
    {"frequencies",
     [](auto& options, auto value) {
         options.compare.tables.prior = table_from(value, &Tables::prior);
     }},
    {"model", [](auto& options,
                 auto value) { options.compare.tables.model = table_from(value, &Tables::model); }},
    {"jaccard",
     [](auto& options, auto value) {
         options.jaccard = number_from<double>("jaccard", value, "a number");
     }},
    {"recall",
     [](auto& options, auto value) {
         options.recall = number_from<double>("recall", value, "a number");
     }},
    {"across",
     [](auto& options, auto value) {
         if (value != "source") {
             refuse("across", value, "source");
         }
         options.across_sources = true;
     }},
    {"expires", [](auto& options, auto value) { options.expires = flag_from("expires", value); }},
    {"epoch",
     [](auto& options, auto value) {
         options.epoch_articles = number_from<std::size_t>("epoch", value, "a number");
     }},
    {"most-articles",
     [](auto& options, auto value) {
         options.most_articles = number_from<std::size_t>("most-articles", value, "a number");
     }},
    {"memory",
     [](auto& options, auto value) {
         options.index_memory = number_from<std::uint64_t>("memory", value, "a number of bytes");
     }},
    {"matches",
     [](auto& options, auto value) {
         options.most_matches = number_from<std::size_t>("matches", value, "a number");
     }},
}};

}  // namespace

void set_option(wirecopy_options& options, std::string_view name, std::string_view value) {
    for (const auto& setter : setters) {
        if (setter.name == name) {
            return setter.set(options, value);
        }
    }
    std::string names;
    for (const auto& setter : setters) {
        names += (names.empty() ? "" : ", ") + std::string(setter.name);
    }
    throw Error(ErrorKind::option,
                "options: there is no \"" + std::string(name) + "\" among " + names);
}

CompareOptions compare_options(const wirecopy_options* options) {
    return options == nullptr ? CompareOptions{} : options->compare;
}

ClusterOptions cluster_options(const wirecopy_options* options, Grade least) {
    ClusterOptions made;
    made.least = least;
    if (options != nullptr) {
        made.compare = options->compare;
        made.least = options->grade.value_or(least);
        made.keep = options->keep;
        made.keep_source = options->keep_source;
    }
    return made;
}

SimilarityOptions similarity_options(const wirecopy_options* options) {
    SimilarityOptions made;
    if (options != nullptr) {
        made.measure = options->measure;
        made.ngram = options->compare.ngram;
        made.unit = options->unit;
        made.tables = options->compare.tables;
        made.grades = options->grades;
        made.threads = options->compare.threads;
        made.progress = options->compare.progress;
    }
    return made;
}

CopyOptions copy_options(const wirecopy_options& options) {
    CopyOptions made;
    made.threshold = options.jaccard.value_or(made.threshold);
    made.width_words = options.compare.ngram;
    made.recall = options.recall;
    made.threads = options.compare.threads;
    return made;
}

IndexOptions index_options(const wirecopy_options* options) {
    IndexOptions made;
    if (options != nullptr) {
        made.base_rate = options->compare.base_rate;
        made.use_credit = options->compare.use_credit;
        made.ngram = options->compare.ngram;
        made.tables = options->compare.tables;
        made.window_days = options->compare.window_days;
        made.expires = options->expires;
        made.most_articles = options->most_articles;
        made.epoch_articles = options->epoch_articles;
        made.least_grade = options->grade.value_or(made.least_grade);
        made.most_matches = options->most_matches;
        made.threads = options->compare.threads;
    }
    return made;
}

}  // namespace wirecopy::c

extern "C" {

wirecopy_status wirecopy_options_new(wirecopy_options** options) {
    return wirecopy::c::make_handle(options, [] { return std::make_unique<wirecopy_options>(); });
}

void wirecopy_options_free(wirecopy_options* options) {
    const std::unique_ptr<wirecopy_options> owner(options);
}

wirecopy_status wirecopy_options_set(wirecopy_options* options, const char* name,
                                     const char* value) {
    return wirecopy::c::guarded([&] {
        wirecopy::c::require(options, "options");
        wirecopy::c::require(name, "name");
        wirecopy::c::require(value, "value");
        wirecopy::c::set_option(*options, name, value);
    });
}

wirecopy_status wirecopy_options_set_progress(wirecopy_options* options,
                                              wirecopy_progress_function progress, void* context) {
    return wirecopy::c::guarded([&] {
        wirecopy::c::require(options, "options");
        if (progress == nullptr) {
            options->compare.progress = {};
            return;
        }
        options->compare.progress = [=](const wirecopy::RunStep& step) {
            return progress(std::string(step.stage).c_str(), step.done, step.total, context) == 0;
        };
    });
}

}  // extern "C"
