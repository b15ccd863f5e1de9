#include <exception>
#include <iostream>
#include <new>
#include <variant>

#include "arguments.hpp"
#include "cluster_command.hpp"
#include "dedup_command.hpp"
#include "evaluate_command.hpp"
#include "explain_command.hpp"
#include "index_command.hpp"
#include "learn_command.hpp"
#include "matrix_command.hpp"
#include "output.hpp"
#include "pairs_command.hpp"
#include "plan_command.hpp"
#include "sketch_command.hpp"
#include "stream_command.hpp"

namespace wirecopy::cli {

namespace {

int run(const Answer& answer) {
    Output("-").write(answer.text);
    return answer.exit_code;
}
int run(const MatrixArguments& arguments) {
    return run_matrix(arguments);
}
int run(const PairsArguments& arguments) {
    return run_pairs(arguments);
}
int run(const ClusterArguments& arguments) {
    return run_cluster(arguments);
}
int run(const DedupArguments& arguments) {
    return run_dedup(arguments);
}
int run(const ExplainArguments& arguments) {
    return run_explain(arguments);
}
int run(const IndexArguments& arguments) {
    return run_index(arguments);
}
int run(const StreamArguments& arguments) {
    return run_stream(arguments);
}
int run(const SketchArguments& arguments) {
    return run_sketch(arguments);
}
int run(const PlanArguments& arguments) {
    return run_plan(arguments);
}
int run(const EvaluateArguments& arguments) {
    return run_evaluate(arguments);
}
int run(const LearnPriorArguments& arguments) {
    return run_learn_prior(arguments);
}
int run(const LearnModelArguments& arguments) {
    return run_learn_model(arguments);
}

}  // namespace

}  // namespace wirecopy::cli

// The only place that catches everything: what the engine could not do becomes a sentence.
int main(int argc, char** argv) {
    using namespace wirecopy::cli;
    try {
        occupy_standard_descriptors();
        install_signal_handlers();
        return std::visit([](const auto& command) { return run(command); },
                          parse_arguments(argc, argv));
    } catch (const ClosedPipe&) {
        return exit_done;
    } catch (const std::bad_alloc&) {
        std::cerr << "wirecopy: out of memory\n";
    } catch (const std::exception& error) {
        std::cerr << "wirecopy: " << error.what() << "\n";
    }
    return exit_trouble;
}
