#include "option_parts.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>

namespace wirecopy::cli {

namespace {

const std::map<std::string, PairFormat> pair_formats{
    {"tsv", PairFormat::tsv}, {"csv", PairFormat::csv}, {"jsonl", PairFormat::jsonl}};

const std::map<std::string, InputFormat> input_formats{{"auto", InputFormat::automatic},
                                                       {"text", InputFormat::text},
                                                       {"jsonl", InputFormat::jsonl},
                                                       {"csv", InputFormat::csv},
                                                       {"tsv", InputFormat::tsv}};

const std::map<std::string, ColourChoice> colour_choices{{"auto", ColourChoice::automatic},
                                                         {"always", ColourChoice::always},
                                                         {"never", ColourChoice::never}};
const std::map<std::string, ShingleUnit> shingle_units{{"word", ShingleUnit::word},
                                                       {"char", ShingleUnit::character}};

// Bytes: a number, alone or with k, M, G, T (or KiB, MB ...: powers of 1,024 all).
std::uint64_t bytes_from(const std::string& option, const std::string& text) {
    constexpr std::array<std::string_view, 5> units{"", "k", "m", "g", "t"};
    std::uint64_t whole = 0;
    double fraction = 0;
    const auto* const end = text.data() + text.size();
    auto [rest, error] = std::from_chars(text.data(), end, whole);
    if (error == std::errc{} && rest != end && *rest == '.') {
        // From the point on; "1." is no number here.
        const bool has_digit = end - rest > 1 && rest[1] >= '0' && rest[1] <= '9';
        const auto parsed = std::from_chars(rest, end, fraction, std::chars_format::fixed);
        rest = parsed.ptr;
        error = has_digit ? parsed.ec : std::errc::invalid_argument;
    }
    std::string unit;
    for (; rest != end; ++rest) {
        if (*rest != ' ') {
            unit += static_cast<char>(*rest >= 'A' && *rest <= 'Z' ? *rest | 0x20 : *rest);
        }
    }
    for (const std::string_view tail : {"ib", "b"}) {
        if (unit.ends_with(tail)) {
            unit.erase(unit.size() - tail.size());
            break;
        }
    }
    const auto power = static_cast<std::size_t>(std::ranges::find(units, unit) - units.begin());
    const auto factor = std::uint64_t{1} << (10 * power);
    if (error != std::errc{} || power == units.size() || whole > ~std::uint64_t{0} / factor ||
        (power == 0 && fraction > 0)) {
        throw CLI::ValidationError(option + ": " + (text.empty() ? "\"\"" : text) +
                                   " is no size; write bytes, or a number with k, M, G or T");
    }
    const auto bytes =
        whole * factor + static_cast<std::uint64_t>(fraction * static_cast<double>(factor));
    if (bytes == 0) {
        throw CLI::ValidationError(option + " must be at least 1");
    }
    return bytes;
}

// Days: a whole number, alone or with a d.
unsigned days_from(const std::string& text) {
    unsigned days = 0;
    const auto* const end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data(), end, days);
    const bool is_whole = rest == end || (rest + 1 == end && *rest == 'd');
    if (error != std::errc{} || !is_whole || days > 1'000'000) {
        throw CLI::ValidationError("--window: " + (text.empty() ? "\"\"" : text) +
                                   " is no number of days; write 7 or 7d");
    }
    return days;
}

// A share between 0 and 1, neither of them.
CLI::Validator open_share() {
    return {[](std::string& given) {
                double number = 0;
                const auto* const end = given.data() + given.size();
                const auto parsed = std::from_chars(given.data(), end, number);
                const bool fits =
                    parsed.ec == std::errc{} && parsed.ptr == end && number > 0 && number < 1;
                return fits ? std::string()
                            : (given.empty() ? "\"\"" : given) + " is no number between 0 and 1";
            },
            ""};
}

CLI::Validator whole_number(unsigned least, unsigned most) {
    return {
        [least, most](std::string& given) {
            unsigned number = 0;
            const auto* const end = given.data() + given.size();
            const auto parsed = std::from_chars(given.data(), end, number);
            if (parsed.ec != std::errc{} || parsed.ptr != end || number < least || number > most) {
                return (given.empty() ? "\"\"" : given) + " is no whole number from " +
                       std::to_string(least) + " to " + std::to_string(most);
            }
            given = std::to_string(number);
            return std::string();
        },
        ""};
}

}  // namespace

void add_pair_format(CLI::App& app, PairFormat& format, const std::string& text) {
    add_choice(app, "-f,--format", format, pair_formats, text);
}

void take_ending(const CLI::App& app, const std::string& file, PairFormat& format) {
    for (const auto& [ending, known] : pair_formats) {
        if (app.get_option("--format")->count() == 0 && file.ends_with("." + ending)) {
            format = known;
        }
    }
}

CLI::Option* require_whole(CLI::Option* option, unsigned least, unsigned most) {
    return option->transform(whole_number(least, most))->type_name("N");
}

CLI::Validator number_within(double least, double most, const std::string& range) {
    return CLI::Validator(
        [=](const std::string& text) {
            double value = 0;
            const auto* const end = text.data() + text.size();
            const auto parsed = std::from_chars(text.data(), end, value);
            const bool is_number = parsed.ec == std::errc{} && parsed.ptr == end;
            const bool is_good = is_number && value >= least && value <= most;
            return is_good ? std::string() : printable(text) + " is no number " + range;
        },
        "");
}

void add_read_options(CLI::App& app, ReadOptions& read) {
    constexpr auto group = "Reading";
    add_choice(app, "--input-format", read.format, input_formats,
               "How files are read; auto goes by name, then by the first bytes")
        ->group(group);
    const auto field = [&](const char* name, std::string& value, const char* text) {
        app.add_option(name, value, text)->group(group)->capture_default_str()->type_name("NAME");
    };
    field("--id-field", read.id_field, "Field or column that names an article");
    field("--text-field", read.text_field, "Field or column with its text");
    field("--title-field", read.title_field, "Field or column with its title");
    field("--source-field", read.source_field, "Field or column with its outlet");
    field("--date-field", read.date_field, "Field or column with its date");
    app.add_option_function<std::string>(
           "--limit-bytes",
           [&read](const std::string& text) {
               read.limit_bytes = bytes_from("--limit-bytes", text);
           },
           "Longest line, row or text file, in bytes or as 500k, 1.5M, 2GiB, 1T\n"
           "(k is 1,024, M 1,024 k and so on); 64M unless given")
        ->group(group)
        ->type_name("SIZE");
}

void add_tables(CLI::App& app, TableFiles& tables, bool with_model) {
    constexpr auto group = "Tables";
    app.add_option("--frequencies", tables.frequencies,
                   "Prior of document frequencies that `wirecopy learn prior` made")
        ->group(group)
        ->type_name("FILE");
    if (with_model) {
        app.add_option("--model", tables.model, "Weights that `wirecopy learn model` made")
            ->group(group)
            ->type_name("FILE");
    }
}

CLI::Option* add_grade(CLI::App& app, Grade& grade, std::span<const std::string_view> names,
                       const std::string& text) {
    std::string listed;
    for (const auto name : names) {
        listed.append(listed.empty() ? "" : "|").append(name);
    }
    return app
        .add_option_function<std::string>(
            "-g,--grade", [&grade](const std::string& name) { grade = grade_from_name(name); },
            text)
        ->check(CLI::IsMember(std::vector<std::string>(names.begin(), names.end())).description(""))
        ->type_name(listed);
}

void add_window(CLI::App& app, CompareOptions& compare) {
    app.add_option_function<std::string>(
           "--window",
           [&compare](const std::string& text) { compare.window_days = days_from(text); },
           "Only pairs whose dates are so many days apart at most, or unknown")
        ->type_name("DAYS");
}

void add_sides(CLI::App& app, SideArguments& sides, const std::string& against,
               const std::string& across) {
    auto* const other = app.add_option("--against", sides.against, against);
    other->allow_extra_args(false)->type_name("PATH");
    app.add_option_function<std::string>(
           "--across", [&sides](const std::string& /*field*/) { sides.across_sources = true; },
           across)
        ->check(CLI::IsMember({"source"}).description(""))
        ->type_name("source")
        ->excludes(other);
}

void add_stats(CLI::App& app, bool& stats) {
    app.add_flag("--stats", stats,
                 "Say on standard error what was read and found, and what each stage took: CPU\n"
                 "seconds, seconds, memory; on a terminal it is said of runs of a second or more");
}

void add_work(CLI::App& app, std::string& work) {
    app.add_option("--work", work,
                   "Folder for the texts of what cannot be read twice (a pipe, packed files,\n"
                   "tables), which are kept packed in memory unless given, and for what --memory\n"
                   "leaves no room for; files there are gone when it ends")
        ->type_name("DIR");
}

void add_epochs(CLI::App& app, IndexOptions& index, const std::string& most_articles) {
    add_number(app, "--epoch", index.epoch_articles, 0, 10'000'000,
               "Weights of words are learned anew after every so many articles, at first\nsooner; "
               "0: never")
        ->capture_default_str();
    add_number(app, "--most-articles", index.most_articles, 0, 100'000'000, most_articles)
        ->capture_default_str();
}

void add_answers(CLI::App& app, IndexOptions& index) {
    add_grade(app, index.least_grade, grade_names(),
              "Matches of this grade and those above it; related unless given");
    add_number(app, "--matches", index.most_matches, 0, 1000, "Matches in an answer")
        ->capture_default_str();
}

CLI::Option* add_resume(CLI::App& app, bool& resume) {
    return app
        .add_flag("--resume", resume,
                  "Keep in --work what is done, and go on with what an earlier run of the same\n"
                  "articles and options kept there that was ended; gone when it is complete")
        ->needs("--work");
}

namespace {

CLI::Option* add_bytes(CLI::App& app, std::uint64_t& bytes, const std::string& text) {
    return app
        .add_option_function<std::string>(
            "--memory",
            [&bytes](const std::string& given) { bytes = bytes_from("--memory", given); }, text)
        ->type_name("SIZE");
}

}  // namespace

CLI::Option* add_memory(CLI::App& app, std::uint64_t& bytes) {
    return add_bytes(
        app, bytes,
        "Memory that the run has of its own at most: 500M, 2G. What is beyond lies in a\n"
        "file in --work, or else in the system's folder for such; half of the machine's\n"
        "unless given");
}

CLI::Option* add_index_memory(CLI::App& app, std::uint64_t& bytes) {
    return add_bytes(
        app, bytes,
        "Memory for what articles are judged by, some 12 kB each: 500M, 2G. Beyond it their\n"
        "texts are read again when they are looked at; half of the machine's unless given");
}

void add_judging(CLI::App& app, CompareOptions& compare, TableFiles& tables) {
    add_number(app, "-n,--ngram", compare.ngram, 1, 1000,
               "Words in a shingle of jaccard and the containments")
        ->capture_default_str();
    app.add_option("--prior", compare.base_rate,
                   "Share of pairs of one event among the candidate pairs of this stream")
        ->check(open_share().description(""))
        ->type_name("P");
    app.add_flag_callback(
        "--no-credit", [&] { compare.use_credit = false; },
        "Judge as if no article said where it has its report from");
    add_tables(app, tables);
}

void add_measure(CLI::App& app, const std::string& name, SimilarityOptions& similarity,
                 const std::string& text) {
    const auto names = measure_names();
    std::string listed;
    for (const auto known : names) {
        listed.append(listed.empty() ? "" : "|").append(known);
    }
    app.add_option_function<std::string>(
           name,
           [&similarity](const std::string& chosen) {
               similarity.measure = measure_from_name(chosen);
           },
           text + ":\n" + listed)
        ->check(CLI::IsMember(std::vector<std::string>(names.begin(), names.end())).description(""))
        ->type_name("NAME");
    add_number(app, "-n,--ngram", similarity.ngram, 1, 1000,
               "Words or characters in a shingle of jaccard and containment")
        ->capture_default_str();
    add_unit(app, similarity.unit);
}

void add_unit(CLI::App& app, ShingleUnit& unit) {
    add_choice(app, "--unit", unit, shingle_units, "What shingles are made of; word unless given");
}

void add_output(CLI::App& app, std::string& output) {
    app.add_option("-o,--output", output,
                   "File to write, complete or not at all; - is standard output")
        ->type_name("FILE");
}

void add_run_options(CLI::App& app, bool& strict, unsigned& threads, const std::string& things) {
    app.add_flag("--strict", strict, "End with 2 when any " + things + " was rejected");
    add_number(app, "-j,--threads", threads, 0, 1024, "Threads; 0 takes all the machine has")
        ->capture_default_str();
}

void add_appearance(CLI::App& app, Appearance& appearance, const std::string& thing) {
    add_choice(app, "--color,--colour", appearance.colour, colour_choices,
               "Colours in a " + thing + "; auto heeds NO_COLOR, TERM and COLORTERM");
    app.add_flag("--ascii", appearance.ascii, "Keep a " + thing + " to ASCII, whatever the locale");
    add_number(app, "--width", appearance.width_columns, 20, 10000,
               "Columns a " + thing + " may take");
}

std::vector<std::string> given_options(const CLI::App& command) {
    std::vector<std::string> names;
    for (const auto* option : command.get_options()) {
        if (option->count() > 0 && !option->get_lnames().empty()) {
            names.push_back("--" + option->get_lnames().front());
        }
    }
    return names;
}

std::string problem_of_files(const std::string& command,
                             const std::vector<std::vector<std::string>>& inputs,
                             const std::string& output) {
    std::ptrdiff_t reads_of_stdin = 0;
    for (const auto& paths : inputs) {
        reads_of_stdin += std::ranges::count(paths, "-");
    }
    if (reads_of_stdin > 1) {
        return command + ": standard input can be read once; name - only once";
    }
    return output.empty() ? "--output: the file name is empty" : "";
}

}  // namespace wirecopy::cli
