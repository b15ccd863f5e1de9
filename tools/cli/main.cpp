#include <exception>
#include <iostream>
#include <new>

#include "arguments.hpp"
#include "cluster_command.hpp"
#include "dedup_command.hpp"
#include "evaluate_command.hpp"
#include "explain_command.hpp"
#include "learn_command.hpp"
#include "matrix_command.hpp"
#include "output.hpp"
#include "pairs_command.hpp"

// The only place that catches everything: what the engine could not do becomes a sentence.
int main(int argc, char** argv) {
    using namespace wirecopy::cli;
    try {
        occupy_standard_descriptors();
        install_signal_handlers();
        const auto parsed = parse_arguments(argc, argv);
        if (parsed.matrix) {
            return run_matrix(*parsed.matrix);
        }
        if (parsed.explain) {
            return run_explain(*parsed.explain);
        }
        if (parsed.pairs) {
            return run_pairs(*parsed.pairs);
        }
        if (parsed.cluster) {
            return run_cluster(*parsed.cluster);
        }
        if (parsed.dedup) {
            return run_dedup(*parsed.dedup);
        }
        if (parsed.evaluate) {
            return run_evaluate(*parsed.evaluate);
        }
        if (parsed.learn_prior) {
            return run_learn_prior(*parsed.learn_prior);
        }
        if (parsed.learn_model) {
            return run_learn_model(*parsed.learn_model);
        }
        Output("-").write(parsed.answer);
        return parsed.exit_code;
    } catch (const ClosedPipe&) {
        return exit_done;
    } catch (const std::bad_alloc&) {
        std::cerr << "wirecopy: out of memory\n";
    } catch (const std::exception& error) {
        std::cerr << "wirecopy: " << error.what() << "\n";
    }
    return exit_trouble;
}
