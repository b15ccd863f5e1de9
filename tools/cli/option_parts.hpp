// Option parts: options that several commands have. Behind the same door to CLI11 as arguments.cpp.

#pragma once

#include <CLI/App.hpp>
#include <CLI/Validators.hpp>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "arguments.hpp"

namespace wirecopy::cli {

// Accepts the names of a table and turns them into its values; help lists the names alone.
template <typename Value>
CLI::Option* add_choice(CLI::App& app, const std::string& name, Value& value,
                        const std::map<std::string, Value>& choices, const std::string& text) {
    std::vector<std::string> names;
    std::string listed;
    for (const auto& [choice, unused] : choices) {
        names.push_back(choice);
        listed.append(listed.empty() ? "" : "|").append(choice);
    }
    return app
        .add_option_function<std::string>(
            name, [&value, &choices](const std::string& chosen) { value = choices.at(chosen); },
            text)
        ->check(CLI::IsMember(names).description(""))
        ->type_name(listed);
}

/// Whole numbers in decimal: CLI11 by itself takes 010 for 8 and 0x10 for 16.
[[nodiscard]] CLI::Validator whole_number(unsigned least, unsigned most);

template <typename Number>
CLI::Option* add_number(CLI::App& app, const std::string& name, Number& value, unsigned least,
                        unsigned most, const std::string& text) {
    return app.add_option(name, value, text)->transform(whole_number(least, most))->type_name("N");
}

/// tsv, csv, jsonl: what is a line each.
[[nodiscard]] const std::map<std::string, PairFormat>& pair_formats();

/// --grade, with the names that may be given.
CLI::Option* add_grade(CLI::App& app, Grade& grade, std::span<const std::string_view> names,
                       const std::string& text);

/// --window
void add_window(CLI::App& app, CompareOptions& compare);

/// What changes the verdict on a pair.
void add_judging(CLI::App& app, CompareOptions& compare, TableFiles& tables);

/// Tables other than the shipped ones.
void add_tables(CLI::App& app, TableFiles& tables, bool with_model = true);

/// How files are read.
void add_read_options(CLI::App& app, ReadOptions& read);

}  // namespace wirecopy::cli
