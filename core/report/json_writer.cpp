#include "report/json_writer.hpp"

#include <cassert>

#include "report/figure_text.hpp"
#include "report/quoted.hpp"

namespace wirecopy::report {

// A comma before all but the first item of a bracket; nothing between a key and its value.
void JsonWriter::separate() {
    if (behind_key_) {
        behind_key_ = false;
        return;
    }
    if (!has_items_.empty()) {
        if (has_items_.back()) {
            out_.text(",");
        }
        has_items_.back() = true;
    }
    if (begins_line_) {
        out_.text("\n");
        begins_line_ = false;
    }
}

void JsonWriter::value(std::string_view json) {
    separate();
    out_.text(json);
}

void JsonWriter::key(std::string_view name) {
    separate();
    out_.text(json_string(name));
    out_.text(":");
    behind_key_ = true;
}

void JsonWriter::open(char bracket) {
    value(std::string_view(&bracket, 1));
    has_items_.push_back(false);
}

void JsonWriter::close(char bracket) {
    assert(!has_items_.empty());
    has_items_.pop_back();
    out_.text(std::string_view(&bracket, 1));
}

void JsonWriter::text(std::string_view text) {
    value(json_string(text));
}

void JsonWriter::whole(std::uint64_t number) {
    value(std::to_string(number));
}

void JsonWriter::number(double number) {
    value(figure_text(number));
}

void JsonWriter::null() {
    value("null");
}

}  // namespace wirecopy::report
