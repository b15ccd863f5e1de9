#include "tables.hpp"

#include "recipe.hpp"
#include "wirecopy/compare.hpp"
#include "wirecopy/error.hpp"
#include "wirecopy/report.hpp"

namespace wirecopy::cli {

namespace {

// What is wrong with a table is said with its file, before any article is read.
void check(const Tables& tables, const std::string& file) {
    try {
        CompareOptions options;
        options.tables = tables;
        static_cast<void>(Comparison({}, options));
    } catch (const Error& error) {
        throw Error(error.kind(), printable(file) + ": " + error.what());
    }
}

}  // namespace

Tables read_tables(const TableFiles& files) {
    Tables tables;
    if (!files.frequencies.empty()) {
        tables.prior = read_file(files.frequencies);
        check(tables, files.frequencies);
    }
    if (!files.model.empty()) {
        tables.model = read_file(files.model);
        check({.prior = {}, .model = tables.model}, files.model);
    }
    return tables;
}

}  // namespace wirecopy::cli
