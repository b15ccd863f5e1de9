// bench/micro: MB/s on one core of each step from text to signature and tape; microseconds of a
// comparison for reuse spans.
//
//   wirecopy_micro [Google Benchmark's options]     WIRECOPY_SIMD forces an instruction set

#include <benchmark/benchmark.h>

#include <cstdlib>
#include <exception>
#include <functional>
#include <iostream>
#include <string>

#include "base/simd.hpp"
#include "ratio_reporter.hpp"
#include "reference.hpp"
#include "span_pairs.hpp"
#include "subjects.hpp"
#include "texts.hpp"

namespace wirecopy::bench {
namespace {

// Registers `run` over every set of texts; `make` gives a fresh one for each.
template <typename Make>
void measure(const std::string& subject, const std::vector<TextSet>& sets, Make make) {
    for (const auto& set : sets) {
        benchmark::RegisterBenchmark(
            (subject + "/" + std::string(set.name)).c_str(),
            [&set, make](benchmark::State& state) {
                auto run = make();
                for (auto _ : state) {
                    for (const auto& text : set.texts) {
                        benchmark::DoNotOptimize(run(text));
                    }
                }
                state.SetBytesProcessed(static_cast<std::int64_t>(set.bytes) *
                                        static_cast<std::int64_t>(state.iterations()));
            })
            ->Unit(benchmark::kMicrosecond);
    }
}

void register_all(const std::vector<TextSet>& sets) {
    measure("memcpy", sets, [] {
        return [target = std::string()](const std::string& text) mutable {
            copy(text, target);
            return target.data();
        };
    });
    measure("XXH3", sets, [] { return [](const std::string& text) { return hash_whole(text); }; });
    measure("plain loop words", sets, [] {
        return [words = std::vector<std::uint64_t>()](const std::string& text) mutable {
            return tokenise_plainly(text, words);
        };
    });
    measure("plain loop signature", sets, [] {
        return [words = std::vector<std::uint64_t>(), slots = std::vector<std::uint32_t>()](
                   const std::string& text) mutable { return sign_plainly(text, words, slots); };
    });
    measure("words", sets, [] {
        return [subject = WordsSubject()](const std::string& text) mutable {
            return subject.run(text);
        };
    });
    measure("signature minhash 128", sets, [] {
        return [subject = SignSubject(SketchMethod::minhash)](const std::string& text) mutable {
            return subject.run(text);
        };
    });
    measure("signature one-permutation 128", sets, [] {
        return [subject = SignSubject(SketchMethod::one_permutation_densified)](
                   const std::string& text) mutable { return subject.run(text); };
    });
    measure("tape", sets, [] {
        return [subject = TapeSubject()](const std::string& text) mutable {
            return subject.run(text);
        };
    });
}

}  // namespace
}  // namespace wirecopy::bench

int main(int argc, char** argv) {
    try {
        if (const char* const name = std::getenv("WIRECOPY_SIMD"); name != nullptr) {
            wirecopy::base::force_simd(name);
        }
        benchmark::AddCustomContext("instruction set", wirecopy::base::simd_name());
        const auto sets = wirecopy::bench::make_text_sets();
        wirecopy::bench::register_all(sets);
        wirecopy::bench::register_span_pairs();
        benchmark::Initialize(&argc, argv);
        wirecopy::bench::RatioReporter reporter;
        benchmark::RunSpecifiedBenchmarks(&reporter);
    } catch (const std::exception& error) {
        std::cerr << "wirecopy_micro: " << error.what() << "\n";
        return 2;
    }
}
