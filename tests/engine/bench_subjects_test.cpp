// What bench/micro measures is what the program does.

#include <gtest/gtest.h>

#include "engine/articles.hpp"
#include "engine/views.hpp"
#include "subjects.hpp"
#include "tape/words.hpp"
#include "wirecopy/sketch.hpp"

namespace wirecopy::bench {
namespace {

TEST(BenchSubjects, BuildTheTapeThatTheEngineBuilds) {
    const auto seeds = testing::seeds();
    ASSERT_EQ(seeds.size(), 5U);
    std::vector<const Article*> pointers;
    for (const auto& seed : seeds) {
        pointers.push_back(&seed);
    }
    const auto tapes = engine::make_tapes(pointers, 2);
    TapeSubject subject;
    for (std::size_t i = 0; i < seeds.size(); ++i) {
        EXPECT_EQ(subject.run(seeds[i].text), tapes[i].size());
        EXPECT_EQ(subject.tape().terms, tapes[i].terms);
        EXPECT_EQ(subject.tape().flags, tapes[i].flags);
        EXPECT_EQ(subject.tape().places, tapes[i].places);
        EXPECT_EQ(subject.tape().words, tapes[i].words);
        EXPECT_EQ(subject.tape().language, tapes[i].language);
    }
}

TEST(BenchSubjects, FindTheWordsThatTheScannerFinds) {
    WordsSubject subject;
    for (const auto& seed : testing::seeds()) {
        tape::WordScanner scanner;
        EXPECT_EQ(subject.run(seed.text), scanner.scan(seed.text).size());
    }
}

TEST(BenchSubjects, SignAsTheSignerDoes) {
    for (const auto method : {SketchMethod::minhash, SketchMethod::one_permutation,
                              SketchMethod::one_permutation_densified}) {
        SignSubject subject(method);
        for (const auto& seed : testing::seeds()) {
            EXPECT_EQ(subject.run(seed.text),
                      ArticleSigner({.method = method}).sign(seed.text).words()[0]);
        }
    }
}

}  // namespace
}  // namespace wirecopy::bench
