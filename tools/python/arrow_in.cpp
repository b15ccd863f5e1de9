#include "arrow_in.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "arrow_column.hpp"
#include "wirecopy/error.hpp"

namespace wirecopy::python {

namespace {

[[noreturn]] void refuse(const std::string& sentence) {
    throw Error(ErrorKind::input, "articles: " + sentence);
}

struct Field {
    std::string Article::*target = nullptr;
    std::optional<std::int64_t> child;  ///< none: the column itself
};

// Which columns of a schema the fields of an article come from.
class Columns {
public:
    Columns(const ArrowSchema& schema, const FieldNames& names) : schema_(schema) {
        if (is_string_type(schema)) {
            fields_[count_++] = {&Article::text, std::nullopt};
            return;
        }
        if (std::string_view(schema.format) != "+s") {
            refuse("a stream of the Arrow type \"" + std::string(schema.format) +
                   "\" has neither columns nor texts");
        }
        find(names.text, &Article::text);
        if (count_ == 0) {
            refuse(missing(names.text));
        }
        find(names.id, &Article::id);
        find(names.title, &Article::title);
        find(names.source, &Article::source);
        find(names.date, &Article::date);
    }

    void add(const ArrowArray& batch, ArticleList& list) const {
        std::array<std::optional<ArrowColumn>, most> columns;
        for (std::size_t i = 0; i < count_; ++i) {
            if (fields_[i].child) {
                const auto child = *fields_[i].child;
                columns[i].emplace(*schema_.children[child], *batch.children[child]);
            } else {
                columns[i].emplace(schema_, batch);
            }
        }
        // A struct has an offset of its own, in front of those of its children.
        const auto begin = fields_[0].child ? batch.offset : 0;
        for (std::int64_t row = 0; row < batch.length; ++row) {
            Article article;
            bool has_text = false;
            for (std::size_t i = 0; i < count_; ++i) {
                if (const auto value = columns[i]->at(begin + row)) {
                    (article.*fields_[i].target).assign(*value);
                    has_text = has_text || i == 0;
                }
            }
            if (has_text) {
                list.add(std::move(article));
            } else {
                list.reject(std::move(article.id), "no text");
            }
        }
    }

private:
    static constexpr std::size_t most = 5;

    void find(const std::string& name, std::string Article::*target) {
        for (std::int64_t i = 0; i < schema_.n_children && !name.empty(); ++i) {
            const auto& child = *schema_.children[i];
            if (child.name != nullptr && name == child.name) {
                require_text_type(child, name);
                fields_[count_++] = {target, i};
                return;
            }
        }
    }

    [[nodiscard]] std::string missing(const std::string& name) const {
        std::string names;
        for (std::int64_t i = 0; i < schema_.n_children; ++i) {
            const auto* const child = schema_.children[i]->name;
            names += (i == 0 ? "" : ", ") + std::string(child == nullptr ? "" : child);
        }
        return "no column " + name + " among " + (names.empty() ? "none" : names);
    }

    const ArrowSchema& schema_;
    std::array<Field, most> fields_;
    std::size_t count_ = 0;
};

void check(int code, ArrowArrayStream& stream) {
    if (code != 0) {
        const auto* const said = stream.get_last_error(&stream);
        refuse("the Arrow stream failed: " +
               (said == nullptr ? "error " + std::to_string(code) : std::string(said)));
    }
}

}  // namespace

void add_stream(Owned<ArrowArrayStream> stream, const FieldNames& names, ArticleList& list) {
    Owned<ArrowSchema> schema;
    check(stream.get().get_schema(&stream.get(), &schema.get()), stream.get());
    const Columns columns(schema.get(), names);
    while (true) {
        Owned<ArrowArray> batch;
        check(stream.get().get_next(&stream.get(), &batch.get()), stream.get());
        if (batch.empty()) {
            return;
        }
        columns.add(batch.get(), list);
    }
}

void add_array(Owned<ArrowSchema> schema, Owned<ArrowArray> array, const FieldNames& names,
               ArticleList& list) {
    Columns(schema.get(), names).add(array.get(), list);
}

}  // namespace wirecopy::python
