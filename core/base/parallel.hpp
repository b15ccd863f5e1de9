// The one door to threads.
//
//   in      a count of items and a body that writes to the items of its own range alone
//   out     every item done, once; the calling thread waits
//   cost    one task a range; ranges are cut at multiples of `grain`, whatever the threads
//   error   the first exception of a body is thrown again on the calling thread

#pragma once

#include <cstddef>
#include <functional>
#include <memory>

namespace wirecopy::base {

/// Calls `body(begin, end)` for consecutive ranges of at most `grain` items that cover
/// [0, count), on up to `threads` threads (0: as many as the machine has). The ranges do not
/// depend on the number of threads; their order in time does. Requires: grain > 0.
void for_ranges(std::size_t count, std::size_t grain, unsigned threads,
                const std::function<void(std::size_t begin, std::size_t end)>& body);

/// Work that goes on beside the calling thread. One thread hands it over.
class Background {
public:
    explicit Background(unsigned threads);
    /// Waits; an error that nobody asked for is lost.
    ~Background();
    Background(const Background&) = delete;
    Background& operator=(const Background&) = delete;

    /// Does it on another thread, or here and now when all have enough to do: what is handed over
    /// and not yet done is never more than two for each other thread.
    void run(std::function<void()> work);

    /// Waits for all. Throws the first error again.
    void wait();

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// How many threads `threads` = 0 stands for.
[[nodiscard]] unsigned machine_threads() noexcept;

}  // namespace wirecopy::base
