#include "arguments_sketch.hpp"

#include <CLI/CLI.hpp>
#include <map>
#include <vector>

#include "option_parts.hpp"

namespace wirecopy::cli {

namespace {

const std::map<std::string, SketchMethod> methods{
    {"minhash", SketchMethod::minhash},
    {"one_permutation", SketchMethod::one_permutation},
    {"one_permutation_densified", SketchMethod::one_permutation_densified}};

void add_parameters(CLI::App& app, SignatureParameters& parameters) {
    add_number(app, "-n,--ngram", parameters.width, 1, 1000, "Words or characters in a shingle")
        ->capture_default_str();
    add_unit(app, parameters.unit);
    add_number(app, "--num-perm", parameters.slots, 1, max_slots, "Permutations of a signature")
        ->capture_default_str();
    add_number(app, "--seed", parameters.seed, 0, 4'000'000'000U, "Which permutations")
        ->capture_default_str();
    app.add_option("--bits", parameters.bits,
                   "Kept of each permutation; 32 unless given. Fewer make the file smaller, and\n"
                   "estimates less sure")
        ->check(
            CLI::IsMember(std::vector<std::string>{"1", "2", "4", "8", "16", "32"}).description(""))
        ->type_name("1|2|4|8|16|32");
    add_choice(app, "--method", parameters.method, methods,
               "How signatures are made; minhash unless given:\n"
               "minhash|one_permutation|one_permutation_densified")
        ->type_name("NAME");
}

}  // namespace

void add_sketch(CLI::App& program, SketchArguments& arguments) {
    auto& app = *program.add_subcommand(
        "sketch", "Signatures of a corpus, made once to be merged and matched many times");
    app.footer(
        "CORPUS as PATH of matrix, or with --merge files that sketch wrote. The file holds ids,\n"
        "sources, dates and signatures, no texts; pairs --jaccard finds the copies in it. "
        "Articles\n"
        "are read one by one, so that a corpus may be larger than memory.\n"
        "Exit codes: 0 done, 2 trouble.\n"
        "Example: wirecopy sketch today.jsonl.gz -o today.sketch\n"
        "         wirecopy sketch --merge week.sketch today.sketch -o week.sketch\n"
        "         wirecopy pairs --jaccard 0.7 today.sketch --against week.sketch");
    app.add_option("CORPUS", arguments.paths, "Articles to sign")->type_name("")->required();
    auto* const merge =
        app.add_flag("--merge", arguments.merge, "Put files of signatures together instead");
    add_parameters(app, arguments.parameters);
    for (const auto* name : {"--ngram", "--unit", "--num-perm", "--seed", "--bits", "--method"}) {
        merge->excludes(app.get_option(name));
    }
    add_output(app, arguments.output);
    add_stats(app, arguments.stats);
    add_run_options(app, arguments.strict, arguments.threads);
    add_read_options(app, arguments.read);
}

std::string problem_of(const SketchArguments& sketch) {
    return problem_of_files("sketch", {sketch.paths}, sketch.output);
}

}  // namespace wirecopy::cli
