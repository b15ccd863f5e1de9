// Record: values as bytes and back.
//
//   in      numbers, texts, lists, optional values, and whatever says which fields it has
//   out     bytes, or the values
//   cost    a copy
//   error   reading throws Error{format} for bytes that end too early or too late, and for a bool
//           that is neither 0 nor 1; it takes no more memory than the bytes can mean
//
// Numbers are little-endian, lists and texts stand behind their length. A type says its fields
// once, for both ways, in a function beside it:
//
//   void fields(auto& archive, base::Either<Place> auto& place) { archive(place.story, place.day);
//   }

#pragma once

#include <bit>
#include <concepts>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace wirecopy::base {

static_assert(std::endian::native == std::endian::little && sizeof(std::size_t) == 8);

/// A `Type`, const or not.
template <typename Given, typename Type>
concept Either = std::same_as<std::remove_const_t<Given>, Type>;

template <typename Type>
concept PlainNumber = std::is_arithmetic_v<Type> && !std::same_as<Type, bool>;

/// Specialise it for structs of plain numbers without padding: lists of them are copied at once.
template <typename Type>
inline constexpr bool is_plain = PlainNumber<Type>;

class RecordWriter {
public:
    template <typename... Values>
    void operator()(const Values&... values) {
        (write(values), ...);
    }
    [[nodiscard]] std::string take() { return std::move(bytes_); }

private:
    void append(const void* from, std::size_t size) {
        bytes_.append(static_cast<const char*>(from), size);
    }
    void write(bool value) { write(static_cast<std::uint8_t>(value ? 1 : 0)); }
    template <PlainNumber Number>
    void write(Number value) {
        append(&value, sizeof value);
    }
    void write(const std::string& text) {
        write(std::uint64_t{text.size()});
        append(text.data(), text.size());
    }
    template <typename Value>
    void write(const std::optional<Value>& value) {
        write(value.has_value());
        if (value) {
            write(*value);
        }
    }
    template <typename Value>
    void write(const std::vector<Value>& values) {
        write(std::uint64_t{values.size()});
        if constexpr (is_plain<Value>) {
            append(values.data(), values.size() * sizeof(Value));
        } else {
            for (const auto& value : values) {
                write(value);
            }
        }
    }
    template <typename Record>
        requires std::is_class_v<Record>
    void write(const Record& record) {
        fields(*this, record);
    }

    std::string bytes_;
};

class RecordReader {
public:
    /// The bytes must outlive it.
    explicit RecordReader(std::string_view bytes) : bytes_(bytes) {}

    template <typename... Values>
    void operator()(Values&... values) {
        (read(values), ...);
    }
    /// Nothing is left.
    void end() const {
        if (!bytes_.empty()) {
            damaged();
        }
    }
    [[noreturn]] static void damaged();

private:
    std::string_view taken(std::size_t size) {
        if (size > bytes_.size()) {
            damaged();
        }
        const auto found = bytes_.substr(0, size);
        bytes_.remove_prefix(size);
        return found;
    }
    void read(bool& value) {
        std::uint8_t byte = 0;
        read(byte);
        if (byte > 1) {
            damaged();
        }
        value = byte == 1;
    }
    template <PlainNumber Number>
    void read(Number& value) {
        std::memcpy(&value, taken(sizeof value).data(), sizeof value);
    }
    // Every value takes a byte at least.
    std::size_t count() {
        std::uint64_t count = 0;
        read(count);
        if (count > bytes_.size()) {
            damaged();
        }
        return count;
    }
    void read(std::string& text) { text = taken(count()); }
    template <typename Value>
    void read(std::optional<Value>& value) {
        bool has_value = false;
        read(has_value);
        value.reset();
        if (has_value) {
            read(value.emplace());
        }
    }
    template <typename Value>
    void read(std::vector<Value>& values) {
        const auto size = count();
        if constexpr (is_plain<Value>) {
            const auto all = taken(size * sizeof(Value));
            values.resize(size);
            if (size > 0) {
                std::memcpy(static_cast<void*>(values.data()), all.data(), all.size());
            }
        } else {
            values.clear();
            for (std::size_t i = 0; i < size; ++i) {
                read(values.emplace_back());
            }
        }
    }
    template <typename Record>
        requires std::is_class_v<Record>
    void read(Record& record) {
        fields(*this, record);
    }

    std::string_view bytes_;
};

/// The bytes of one record, and the record of such bytes.
template <typename Record>
[[nodiscard]] std::string to_record(const Record& record) {
    RecordWriter out;
    out(record);
    return out.take();
}
template <typename Record>
[[nodiscard]] Record from_record(std::string_view bytes) {
    RecordReader in(bytes);
    Record record;
    in(record);
    in.end();
    return record;
}

}  // namespace wirecopy::base
