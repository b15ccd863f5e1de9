#include "rejections.hpp"

#include <iostream>
#include <string>

#include "wirecopy/report.hpp"

namespace wirecopy::cli {

namespace {

// Rejections are named one by one up to here, then counted: a broken file of a million lines must
// not bury what else was said.
constexpr std::size_t most_named = 20;

// The reader has escaped what a terminal would act on in names of files.
std::string name_of(const std::string& source) {
    if (source.empty()) {
        return "\"\"";
    }
    return source == "-" ? "standard input" : source;
}

// A reason may quote the data, which must not reach the terminal raw. Its own backslashes stay
// single: they stand in notation such as \u0000.
std::string sentence_of(const std::string& reason) {
    std::string sentence;
    for (const char byte : printable(reason)) {
        if (byte != '\\' || sentence.empty() || sentence.back() != '\\') {
            sentence += byte;
        }
    }
    return sentence;
}

}  // namespace

void Rejections::add(const Rejected& rejected) {
    if (++count_ > most_named) {
        return;
    }
    std::cerr << "wirecopy: " << name_of(rejected.source);
    if (rejected.line != 0) {
        std::cerr << ":" << rejected.line;
        if (!rejected.id.empty()) {
            std::cerr << " (" << printable(rejected.id) << ")";
        }
    }
    std::cerr << ": " << sentence_of(rejected.reason) << "\n";
}

void Rejections::print_rest() const {
    if (count_ > most_named) {
        std::cerr << "wirecopy: ... and " << count_ - most_named << " more\n";
    }
}

}  // namespace wirecopy::cli
