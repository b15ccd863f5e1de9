// JSON writer: nested objects and arrays in the order they are said.
//
//   in      keys, texts, numbers, opened and closed brackets
//   out     JSON with commas where they belong, through a block writer
//   cost    a copy of the text
//   error   bytes that are not UTF-8 become U+FFFD

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "report/block_writer.hpp"

namespace wirecopy::report {

class JsonWriter {
public:
    /// `out` must outlive the writer.
    explicit JsonWriter(BlockWriter& out) : out_(out) {}

    /// What comes next, a key or a value, begins a line.
    void begin_line() { begins_line_ = true; }
    void key(std::string_view name);
    void open(char bracket);
    void close(char bracket);
    void text(std::string_view text);
    void whole(std::uint64_t number);
    /// As whole millionths. Requires: -4e9 <= number <= 4e9.
    void number(double number);
    void null();

    /// A key and its value.
    void text(std::string_view name, std::string_view value) {
        key(name);
        text(value);
    }
    void whole(std::string_view name, std::uint64_t value) {
        key(name);
        whole(value);
    }
    void number(std::string_view name, double value) {
        key(name);
        number(value);
    }

private:
    void separate();
    void value(std::string_view json);

    BlockWriter& out_;
    std::vector<bool> has_items_;  // of each open bracket
    bool behind_key_ = false;
    bool begins_line_ = false;
};

}  // namespace wirecopy::report
