#include "arrow_column.hpp"

#include <array>
#include <chrono>
#include <cstring>

#include "wirecopy/error.hpp"

namespace wirecopy::python {

namespace {

constexpr std::string_view whole_number_formats = "cCsSiIlL";
constexpr std::int64_t seconds_a_day = 86'400;

bool is_whole_number(std::string_view format) {
    return format.size() == 1 && whole_number_formats.find(format[0]) != std::string_view::npos;
}

bool is_string(std::string_view format) {
    return format == "u" || format == "U" || format == "vu";
}

// Of a second, or 0 for what is no point in time.
std::int64_t parts_of_time(std::string_view format) {
    if (format == "tdm" || format.starts_with("tsm:")) {
        return 1'000;
    }
    return format.starts_with("tss:")   ? 1
           : format.starts_with("tsu:") ? 1'000'000
           : format.starts_with("tsn:") ? 1'000'000'000
                                        : 0;
}

std::int64_t floor_divided(std::int64_t number, std::int64_t by) {
    return number / by - (number % by < 0 ? 1 : 0);
}

template <typename Value>
Value value_at(const void* buffer, std::int64_t place) {
    Value value{};
    std::memcpy(&value,
                static_cast<const char*>(buffer) + static_cast<std::size_t>(place) * sizeof(Value),
                sizeof(Value));
    return value;
}

void append_padded(std::string& text, unsigned number, std::size_t digits) {
    const auto written = std::to_string(number);
    text.append(digits > written.size() ? digits - written.size() : 0, '0');
    text += written;
}

// "2013-08-19"; nothing outside the years 0 to 9999.
std::string written_day(std::int64_t days) {
    constexpr std::int64_t first = -719'528;
    constexpr std::int64_t last = 2'932'896;
    if (days < first || days > last) {
        return {};
    }
    const std::chrono::year_month_day date{
        std::chrono::sys_days(std::chrono::days(static_cast<int>(days)))};
    std::string text;
    append_padded(text, static_cast<unsigned>(static_cast<int>(date.year())), 4);
    text += '-';
    append_padded(text, static_cast<unsigned>(date.month()), 2);
    text += '-';
    append_padded(text, static_cast<unsigned>(date.day()), 2);
    return text;
}

// "2013-08-19T13:30:00", with a Z where the column has a time zone: what it holds is UTC then.
std::string written_time(std::int64_t time, std::int64_t parts, bool zoned) {
    const auto seconds = floor_divided(time, parts);
    const auto days = floor_divided(seconds, seconds_a_day);
    auto text = written_day(days);
    if (!text.empty()) {
        const auto rest = static_cast<unsigned>(seconds - days * seconds_a_day);
        char separator = 'T';
        for (const unsigned part : {rest / 3600, rest / 60 % 60, rest % 60}) {
            text += separator;
            append_padded(text, part, 2);
            separator = ':';
        }
        text += zoned ? "Z" : "";
    }
    return text;
}

}  // namespace

bool is_string_type(const ArrowSchema& schema) noexcept {
    return is_string(schema.dictionary != nullptr ? schema.dictionary->format : schema.format);
}

void require_text_type(const ArrowSchema& schema, std::string_view column) {
    const std::string_view format = schema.format;
    const bool is_known = schema.dictionary != nullptr
                              ? is_whole_number(format) && is_string(schema.dictionary->format)
                              : is_string(format) || is_whole_number(format) || format == "n" ||
                                    format == "tdD" || parts_of_time(format) > 0;
    if (!is_known) {
        throw Error(ErrorKind::input, "column " + std::string(column) + ": the Arrow type \"" +
                                          std::string(format) +
                                          "\" is no text; cast it to a string");
    }
}

ArrowColumn::ArrowColumn(const ArrowSchema& schema, const ArrowArray& array)
    : array_(array), format_(schema.format) {
    if (schema.dictionary != nullptr) {
        dictionary_ = std::make_unique<ArrowColumn>(*schema.dictionary, *array.dictionary);
    }
}

std::optional<std::string_view> ArrowColumn::at(std::int64_t row) {
    const auto place = array_.offset + row;
    if (format_ == "n") {
        return std::nullopt;
    }
    if (array_.null_count != 0 && array_.buffers[0] != nullptr) {
        const auto byte = value_at<std::uint8_t>(array_.buffers[0], place / 8);
        if ((byte >> static_cast<unsigned>(place % 8) & 1U) == 0) {
            return std::nullopt;
        }
    }
    if (dictionary_ != nullptr) {
        return dictionary_->at(whole_number(place));
    }
    if (is_string(format_)) {
        return view(place);
    }
    if (format_ == "tdD") {
        written_ = written_day(value_at<std::int32_t>(array_.buffers[1], place));
    } else if (const auto parts = parts_of_time(format_)) {
        const auto time = value_at<std::int64_t>(array_.buffers[1], place);
        written_ = format_ == "tdm" ? written_day(floor_divided(time, parts * seconds_a_day))
                                    : written_time(time, parts, format_.size() > 4);
    } else if (format_ == "L") {
        written_ = std::to_string(value_at<std::uint64_t>(array_.buffers[1], place));
    } else {
        written_ = std::to_string(whole_number(place));
    }
    return written_;
}

std::int64_t ArrowColumn::whole_number(std::int64_t place) const noexcept {
    const void* const values = array_.buffers[1];
    switch (format_[0]) {
        case 'c':
            return value_at<std::int8_t>(values, place);
        case 'C':
            return value_at<std::uint8_t>(values, place);
        case 's':
            return value_at<std::int16_t>(values, place);
        case 'S':
            return value_at<std::uint16_t>(values, place);
        case 'i':
            return value_at<std::int32_t>(values, place);
        case 'I':
            return value_at<std::uint32_t>(values, place);
        default:
            return value_at<std::int64_t>(values, place);
    }
}

std::string_view ArrowColumn::view(std::int64_t place) const noexcept {
    const auto bytes = [](const void* buffer, std::int64_t begin, std::int64_t length) {
        return length == 0 ? std::string_view()
                           : std::string_view(static_cast<const char*>(buffer) + begin,
                                              static_cast<std::size_t>(length));
    };
    if (format_ == "u") {
        const auto begin = value_at<std::int32_t>(array_.buffers[1], place);
        const auto end = value_at<std::int32_t>(array_.buffers[1], place + 1);
        return bytes(array_.buffers[2], begin, end - begin);
    }
    if (format_ == "U") {
        const auto begin = value_at<std::int64_t>(array_.buffers[1], place);
        const auto end = value_at<std::int64_t>(array_.buffers[1], place + 1);
        return bytes(array_.buffers[2], begin, end - begin);
    }
    // Sixteen bytes a string: its length and up to 12 bytes, or its length, its first four bytes,
    // the number of a buffer and the place in it.
    constexpr std::int32_t most_inline = 12;
    const auto parts = value_at<std::array<std::int32_t, 4>>(array_.buffers[1], place);
    if (parts[0] <= most_inline) {
        return bytes(array_.buffers[1], place * 16 + 4, parts[0]);
    }
    return bytes(array_.buffers[2 + parts[2]], parts[3], parts[0]);
}

}  // namespace wirecopy::python
