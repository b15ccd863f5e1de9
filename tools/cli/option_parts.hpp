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
CLI::Option* require_whole(CLI::Option* option, unsigned least, unsigned most);

template <typename Number>
CLI::Option* add_number(CLI::App& app, const std::string& name, Number& value, unsigned least,
                        unsigned most, const std::string& text) {
    return require_whole(app.add_option(name, value, text), least, most);
}

/// Numbers from `least` to `most`, called `range`; CLI11 takes nan for one, and says its bounds
/// with six decimals.
[[nodiscard]] CLI::Validator number_within(double least, double most, const std::string& range);

/// --format: tsv, csv or jsonl, what is a line each. `text` says what stands for what is not given.
void add_pair_format(CLI::App& app, PairFormat& format, const std::string& text);
/// Where it was not given, the ending of the file that it is for says it.
void take_ending(const CLI::App& app, const std::string& file, PairFormat& format);

/// --grade, with the names that may be given.
CLI::Option* add_grade(CLI::App& app, Grade& grade, std::span<const std::string_view> names,
                       const std::string& text);

/// --window
void add_window(CLI::App& app, CompareOptions& compare);

/// --against, with its text, and --across; both for CORPUS.
void add_sides(CLI::App& app, SideArguments& sides, const std::string& against,
               const std::string& across);

/// --epoch, and --most-articles with its text.
void add_epochs(CLI::App& app, IndexOptions& index, const std::string& most_articles);

/// What answers show: --grade and --matches.
void add_answers(CLI::App& app, IndexOptions& index);

/// What changes the verdict on a pair.
void add_judging(CLI::App& app, CompareOptions& compare, TableFiles& tables);

/// Tables other than the shipped ones.
void add_tables(CLI::App& app, TableFiles& tables, bool with_model = true);

/// The measure, and what shingles it counts where it counts any.
void add_measure(CLI::App& app, const std::string& name, SimilarityOptions& similarity,
                 const std::string& text);

/// --unit
void add_unit(CLI::App& app, ShingleUnit& unit);

/// --output
void add_output(CLI::App& app, std::string& output);

/// --strict, of rejected `things`, and --threads
void add_run_options(CLI::App& app, bool& strict, unsigned& threads,
                     const std::string& things = "article");

/// --stats
void add_stats(CLI::App& app, bool& stats);

/// --work
void add_work(CLI::App& app, std::string& work);

/// --resume, with --work
CLI::Option* add_resume(CLI::App& app, bool& resume);

/// --memory of a run
CLI::Option* add_memory(CLI::App& app, std::uint64_t& bytes);
/// --memory of an index
CLI::Option* add_index_memory(CLI::App& app, std::uint64_t& bytes);

/// --color, --ascii and --width of a `thing`
void add_appearance(CLI::App& app, Appearance& appearance, const std::string& thing);

/// How files are read.
void add_read_options(CLI::App& app, ReadOptions& read);

/// The options that were given, by their first long names.
[[nodiscard]] std::vector<std::string> given_options(const CLI::App& command);

/// What is wrong with the files of a line: standard input that is to be read twice, an output
/// without a name; empty when nothing is.
[[nodiscard]] std::string problem_of_files(const std::string& command,
                                           const std::vector<std::vector<std::string>>& inputs,
                                           const std::string& output);

}  // namespace wirecopy::cli
