#include "arguments.hpp"

#include <CLI/CLI.hpp>
#include <functional>
#include <iostream>
#include <sstream>
#include <utility>

#include "arguments_cluster.hpp"
#include "arguments_evaluate.hpp"
#include "arguments_explain.hpp"
#include "arguments_index.hpp"
#include "arguments_learn.hpp"
#include "arguments_matrix.hpp"
#include "arguments_pairs.hpp"
#include "arguments_plan.hpp"
#include "arguments_sketch.hpp"
#include "arguments_stream.hpp"
#include "completion.hpp"
#include "wirecopy/report.hpp"
#include "wirecopy/version.hpp"

namespace wirecopy::cli {

namespace {

void add_completion(CLI::App& program, std::string& shell) {
    program.add_subcommand("completion", "Print a completion script")
        ->add_option("SHELL", shell, "For which shell")
        ->check(CLI::IsMember({"bash", "zsh"}).description(""))
        ->type_name("bash|zsh")
        ->capture_default_str();
}

std::string command_names(const CLI::App& program) {
    std::string names;
    for (const auto* command : program.get_subcommands({})) {
        names.append(names.empty() ? "" : ", ").append(command->get_name());
    }
    return names;
}

// Says what is wrong with the line and where help is.
Answer refuse(const CLI::App& program, const std::string& sentence) {
    std::string command;
    for (const auto* app = &program; !app->get_subcommands().empty();) {
        app = app->get_subcommands().back();
        command += " " + app->get_name();
    }
    std::cerr << "wirecopy: " << sentence << "\nTry: wirecopy" << command << " --help\n";
    return {{}, exit_trouble};
}

// CLI11's sentences where they are clear, ours where they are not.
std::string sentence_of(const CLI::App& program, const CLI::ParseError& error,
                        const std::string& first) {
    const bool has_command = !program.get_subcommands().empty();
    if (!has_command && first.empty()) {
        return "name a command: " + command_names(program);
    }
    if (!has_command && first.front() != '-') {
        return "no command " + printable(first) + "; the commands are " + command_names(program);
    }
    const std::string said = error.what();
    if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr) {
        return said.substr(0, said.find(':')) + " needs a value";
    }
    if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr && !has_command) {
        return "name a command: " + command_names(program);
    }
    for (const auto* command : program.get_subcommands()) {
        const auto below = command_names(*command);
        if (!below.empty() && command->get_subcommands().empty()) {
            return command->get_name() + ": name what to do: " + below;
        }
    }
    return printable(said);
}

// Every command's arguments, which CLI11 fills in place, in the order in which help lists them.
class Commands {
public:
    explicit Commands(CLI::App& program) : program_(program) {
        add_matrix(program, matrix_);
        add_pairs(program, pairs_);
        add_cluster(program, cluster_);
        add_dedup(program, dedup_);
        add_explain(program, explain_);
        add_stream(program, stream_);
        add_index(program, index_);
        add_sketch(program, sketch_);
        add_plan(program, plan_);
        add_evaluate(program, evaluate_);
        auto& learn = *program.add_subcommand("learn", "Make the tables that pairs are judged by");
        learn.require_subcommand(1);
        add_learn_prior(learn, learn_prior_);
        add_learn_model(learn, learn_model_);
        add_completion(program, shell_);
        offer(*program.get_subcommand("matrix"), matrix_);
        offer(*program.get_subcommand("pairs"), pairs_);
        offer(*program.get_subcommand("cluster"), cluster_);
        offer(*program.get_subcommand("dedup"), dedup_);
        offer(*program.get_subcommand("explain"), explain_);
        offer(*program.get_subcommand("stream"), stream_);
        for (auto* const action : program.get_subcommand("index")->get_subcommands({})) {
            offer(*action, index_);
        }
        offer(*program.get_subcommand("sketch"), sketch_);
        offer(*program.get_subcommand("plan"), plan_);
        offer(*program.get_subcommand("evaluate"), evaluate_);
        offer(*learn.get_subcommand("prior"), learn_prior_);
        offer(*learn.get_subcommand("model"), learn_model_);
    }

    // What the line asks for. Requires: it was parsed.
    [[nodiscard]] Parsed take() const {
        for (const auto& [command, taken] : commands_) {
            if (command->parsed()) {
                return taken();
            }
        }
        std::ostringstream script;
        print_completion(program_, shell_, script);
        return Answer{script.str(), exit_done};
    }

private:
    template <typename Arguments>
    void offer(const CLI::App& command, Arguments& arguments) {
        commands_.emplace_back(&command, [&]() -> Parsed {
            const auto problem = problem_of(arguments);
            return problem.empty() ? Parsed(std::move(arguments))
                                   : Parsed(refuse(program_, problem));
        });
    }

    const CLI::App& program_;
    MatrixArguments matrix_;
    PairsArguments pairs_;
    ClusterArguments cluster_;
    DedupArguments dedup_;
    ExplainArguments explain_;
    StreamArguments stream_;
    IndexArguments index_;
    SketchArguments sketch_;
    PlanArguments plan_;
    EvaluateArguments evaluate_;
    LearnPriorArguments learn_prior_;
    LearnModelArguments learn_model_;
    std::string shell_ = "bash";
    std::vector<std::pair<const CLI::App*, std::function<Parsed()>>> commands_;
};

}  // namespace

Parsed parse_arguments(int argc, char** argv) {
    CLI::App program("wirecopy tells which news articles are the same wire story.", "wirecopy");
    program.set_version_flag("-V,--version", "wirecopy " + std::string(version));
    program.require_subcommand(1);
    // What an alias or a script says can be said anew behind it. Options of many values keep all.
    program.option_defaults()->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
    program.get_formatter()->label("SUBCOMMAND", "COMMAND");
    program.get_formatter()->label("Subcommands", "Commands");
    const Commands commands(program);
    try {
        program.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() != 0) {
            return refuse(program, sentence_of(program, error, argc > 1 ? argv[1] : ""));
        }
        std::ostringstream text;  // help or version
        program.exit(error, text, text);
        return Answer{text.str(), exit_done};
    }
    return commands.take();
}

}  // namespace wirecopy::cli
