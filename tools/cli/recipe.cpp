#include "recipe.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "wirecopy/error.hpp"
#include "wirecopy/report.hpp"

namespace wirecopy::cli {

namespace {

using nlohmann::json;

class RecipeReader {
public:
    RecipeReader(const std::string& path, const std::string& data, ArticleReader& reader,
                 Rejections& rejections)
        : path_(path), data_(data), reader_(reader), rejections_(rejections) {}

    Recipe read() {
        json whole;
        try {
            whole = json::parse(read_file(path_), nullptr, true, true);
        } catch (const json::exception& error) {
            refuse(sentence_of(error));
        }
        try {
            check_fields(whole, {"about", "fixed", "ridge", "sets"}, "the recipe");
            recipe_.ridge = whole.value("ridge", 1.0);
            const json fixed = whole.value("fixed", json::object());
            for (const auto& [name, value] : fixed.items()) {
                recipe_.fixed.emplace_back(name, value.get<double>());
            }
            for (const auto& set : whole.at("sets")) {
                add_set(set);
            }
        } catch (const json::exception& error) {
            refuse(sentence_of(error));
        }
        return std::move(recipe_);
    }

private:
    // Without the name of the exception in front.
    static std::string sentence_of(const json::exception& error) {
        const std::string said = error.what();
        return said.substr(std::min(said.find("] ") + 2, said.size()));
    }

    [[noreturn]] void refuse(const std::string& sentence) const {
        throw Error(ErrorKind::input, printable(path_) + ": " + printable(sentence));
    }

    void check_fields(const json& object, const std::set<std::string>& known,
                      const std::string& where) const {
        if (!object.is_object()) {
            refuse(where + " is no object");
        }
        for (const auto& [name, unused] : object.items()) {
            if (!known.contains(name)) {
                refuse(where + " has an unknown field \"" + name + "\"");
            }
        }
    }

    [[nodiscard]] std::string resolved(const std::string& named) const {
        constexpr std::string_view prefix = "{data}/";
        if (named.starts_with(prefix)) {
            if (data_.empty()) {
                refuse("\"" + named + "\" is below {data}: name that folder with --data");
            }
            return (std::filesystem::path(data_) / named.substr(prefix.size())).string();
        }
        return (std::filesystem::path(path_).parent_path() / named).string();
    }

    // A corpus is one path or several.
    [[nodiscard]] std::size_t corpus_of(const json& named) {
        std::vector<std::string> paths;
        const json all = named.is_array() ? named : json::array({named});
        for (const auto& path : all) {
            paths.push_back(resolved(path.get<std::string>()));
        }
        const auto [known, is_new] = corpora_.emplace(paths, recipe_.corpora.size());
        if (is_new) {
            recipe_.corpora.push_back(reader_.read(paths));
            if (recipe_.corpora.back().empty()) {
                refuse("no articles in " + listed(paths));
            }
        }
        return known->second;
    }

    // The rows whose cell in another column has a value.
    void keep_where(Labels& labels, const std::string& file, const std::string& column,
                    const std::string& value) const {
        const auto others = read_labels(file, {.kind = LabelKind::pairs, .column = column});
        std::set<std::uint64_t> lines;
        for (const auto& row : others.rows) {
            if (row.label == value) {
                lines.insert(row.line);
            }
        }
        std::erase_if(labels.rows, [&](const LabelRow& row) { return !lines.contains(row.line); });
        if (labels.rows.empty()) {
            refuse("no row of " + file + " has \"" + value + "\" in " + column);
        }
    }

    void add_set(const json& object) {
        const auto name = object.is_object() ? object.value("name", std::string()) : std::string();
        const auto where = "the set \"" + name + "\"";
        check_fields(object,
                     {"name", "target", "corpus", "labels", "column", "where", "positive",
                      "negative", "weight", "positive_weight", "use_days", "population"},
                     where);
        LearnSet set;
        set.name = name;
        const auto target = object.at("target").get<std::string>();
        if (target != "story" && target != "derived") {
            refuse(where + " has the target \"" + target + "\", not story or derived");
        }
        set.target = target == "story" ? LearnTarget::story : LearnTarget::derived;
        set.corpus = corpus_of(object.at("corpus"));
        const auto file = resolved(object.at("labels").get<std::string>());
        auto labels = read_labels(file, {.column = object.value("column", std::string())});
        const json where_cells = object.value("where", json::object());
        for (const auto& [column, value] : where_cells.items()) {
            keep_where(labels, file, column, value.get<std::string>());
        }
        LabelClasses classes;
        const bool is_named = object.contains("positive") || object.contains("negative");
        classes.positive = object.value("positive", std::vector<std::string>());
        classes.negative = object.value("negative", std::vector<std::string>());
        if (is_named) {
            // Only what is named: a set may have pairs of one class.
            std::erase_if(labels.rows, [&](const LabelRow& row) {
                const auto is_in = [&](const std::vector<std::string>& names) {
                    return std::ranges::find(names, row.label) != names.end();
                };
                return !is_in(classes.positive) && !is_in(classes.negative);
            });
        }
        auto matched = match_labels(labels, present(classes, labels), recipe_.corpora[set.corpus]);
        for (const auto& rejected : matched.rejected) {
            rejections_.add(rejected);
        }
        set.pairs = std::move(matched.pairs);
        set.weight = object.value("weight", 1.0);
        set.positive_weight = object.value("positive_weight", 1.0);
        set.use_days = object.value("use_days", true);
        set.is_population = object.value("population", false);
        recipe_.sets.push_back(std::move(set));
    }

    // A label that is named and does not occur is a mistake, but one that `where` took out is not.
    static LabelClasses present(const LabelClasses& classes, const Labels& labels) {
        const auto kept = [&](const std::vector<std::string>& names) {
            std::vector<std::string> some;
            std::ranges::copy_if(names, std::back_inserter(some), [&](const std::string& name) {
                return std::ranges::find(labels.rows, name, &LabelRow::label) != labels.rows.end();
            });
            return some;
        };
        return {kept(classes.positive), kept(classes.negative)};
    }

    const std::string& path_;
    const std::string& data_;
    ArticleReader& reader_;
    Rejections& rejections_;
    Recipe recipe_;
    std::map<std::vector<std::string>, std::size_t> corpora_;
};

}  // namespace

std::string read_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream bytes;
    if (!file || std::filesystem::is_directory(path) || !(bytes << file.rdbuf())) {
        throw Error(ErrorKind::input, printable(path) + ": cannot be read");
    }
    return bytes.str();
}

Recipe read_recipe(const std::string& path, const std::string& data, ArticleReader& reader,
                   Rejections& rejections) {
    return RecipeReader(path, data, reader, rejections).read();
}

}  // namespace wirecopy::cli
