#include "index/band_plan.hpp"
#include "wirecopy/plan.hpp"

namespace wirecopy {

CopyPlan plan_copies(const CopyOptions& options) {
    // Refuses what it would refuse there.
    find_copies({}, options, [](const CopyPair& /*pair*/) {});
    const auto plan = options.bands > 0
                          ? index::BandPlan{options.bands, options.rows}
                          : index::plan_bands(options.threshold, options.recall, options.slots);
    CopyPlan made;
    made.threshold = options.threshold;
    made.slots = options.slots;
    made.bands = plan.bands;
    made.rows = plan.rows;
    made.unused_slots = options.slots - plan.used_slots();
    made.recall = plan.recall(options.threshold);
    for (int tenth = 1; tenth <= 10; ++tenth) {
        const auto jaccard = tenth / 10.0;
        made.chances.push_back({jaccard, plan.recall(jaccard)});
    }
    return made;
}

}  // namespace wirecopy
