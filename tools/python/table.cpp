#include "table.hpp"

#include <cerrno>
#include <utility>

namespace wirecopy::python {

namespace {

const char* format_of(const Column& column) {
    constexpr const char* formats[] = {"U", "f", "l"};
    return formats[column.values.index()];
}

// What stays until the structure and all its children are released: each holds a share.
struct SchemaParts {
    Table table;
    std::vector<ArrowSchema*> children;
};

void release_schema(ArrowSchema* schema) {
    auto* const parts = static_cast<SchemaParts*>(schema->private_data);
    for (auto* const child : parts->children) {
        if (child->release != nullptr) {
            child->release(child);
        }
        delete child;
    }
    delete parts;
    schema->release = nullptr;
}

void make_schema(ArrowSchema& schema, const char* format, const char* name,
                 std::unique_ptr<SchemaParts> parts) {
    auto* const held = parts.release();
    schema = {.format = format,
              .name = name,
              .metadata = nullptr,
              .flags = 0,
              .n_children = static_cast<std::int64_t>(held->children.size()),
              .children = held->children.data(),
              .dictionary = nullptr,
              .release = release_schema,
              .private_data = held};
}

struct ArrayParts {
    Table table;
    std::vector<const void*> buffers;
    std::vector<ArrowArray*> children;
};

void release_array(ArrowArray* array) {
    auto* const parts = static_cast<ArrayParts*>(array->private_data);
    for (auto* const child : parts->children) {
        if (child->release != nullptr) {
            child->release(child);
        }
        delete child;
    }
    delete parts;
    array->release = nullptr;
}

void make_array(ArrowArray& array, std::size_t length, std::unique_ptr<ArrayParts> parts) {
    auto* const held = parts.release();
    array = {.length = static_cast<std::int64_t>(length),
             .null_count = 0,
             .offset = 0,
             .n_buffers = static_cast<std::int64_t>(held->buffers.size()),
             .n_children = static_cast<std::int64_t>(held->children.size()),
             .buffers = held->buffers.data(),
             .children = held->children.data(),
             .dictionary = nullptr,
             .release = release_array,
             .private_data = held};
}

std::vector<const void*> buffers_of(const Column& column) {
    if (const auto* const texts = std::get_if<TextColumn>(&column.values)) {
        return {nullptr, texts->offsets.data(), texts->bytes.data()};
    }
    if (const auto* const numbers = std::get_if<std::vector<float>>(&column.values)) {
        return {nullptr, numbers->data()};
    }
    return {nullptr, std::get<std::vector<std::int64_t>>(column.values).data()};
}

struct StreamParts {
    Table table;
    bool is_over = false;
};

int get_schema(ArrowArrayStream* stream, ArrowSchema* out) {
    try {
        const auto& table = static_cast<StreamParts*>(stream->private_data)->table;
        const auto& columns = *table.columns;
        auto parts = std::make_unique<SchemaParts>(SchemaParts{table, {}});
        parts->children.reserve(columns.size());
        for (const auto& column : columns) {
            auto child = std::make_unique<ArrowSchema>();
            make_schema(*child, format_of(column), column.name.c_str(),
                        std::make_unique<SchemaParts>(SchemaParts{table, {}}));
            parts->children.push_back(child.release());
        }
        make_schema(*out, "+s", "", std::move(parts));
        return 0;
    } catch (...) {
        return ENOMEM;
    }
}

int get_next(ArrowArrayStream* stream, ArrowArray* out) {
    try {
        auto& state = *static_cast<StreamParts*>(stream->private_data);
        if (std::exchange(state.is_over, true)) {
            *out = {};
            return 0;
        }
        const auto& columns = *state.table.columns;
        const auto rows = rows_of(columns);
        auto parts = std::make_unique<ArrayParts>(ArrayParts{state.table, {nullptr}, {}});
        parts->children.reserve(columns.size());
        for (const auto& column : columns) {
            auto child = std::make_unique<ArrowArray>();
            make_array(
                *child, rows,
                std::make_unique<ArrayParts>(ArrayParts{state.table, buffers_of(column), {}}));
            parts->children.push_back(child.release());
        }
        make_array(*out, rows, std::move(parts));
        return 0;
    } catch (...) {
        return ENOMEM;
    }
}

const char* get_last_error(ArrowArrayStream* /*stream*/) {
    return "not enough memory";
}

void release_stream(ArrowArrayStream* stream) {
    delete static_cast<StreamParts*>(stream->private_data);
    stream->release = nullptr;
}

}  // namespace

std::size_t rows_of(const Columns& columns) {
    return columns.empty() ? 0
                           : std::visit([](const auto& values) { return values.size(); },
                                        columns.front().values);
}

std::unique_ptr<ArrowArrayStream> stream_of(Table table) {
    auto parts = std::make_unique<StreamParts>(StreamParts{std::move(table), false});
    auto stream = std::make_unique<ArrowArrayStream>();
    *stream = {.get_schema = get_schema,
               .get_next = get_next,
               .get_last_error = get_last_error,
               .release = release_stream,
               .private_data = parts.release()};
    return stream;
}

}  // namespace wirecopy::python
