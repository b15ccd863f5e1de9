#include "base/embedded_file.hpp"
#include "feature/prior.hpp"

WIRECOPY_EMBED_FILE(wirecopy_english_prior, WIRECOPY_ENGLISH_PRIOR)

namespace wirecopy::feature {

const Prior& english_prior() {
    static const Prior prior =
        Prior::parse(base::bytes_between(wirecopy_english_prior, wirecopy_english_prior_end));
    return prior;
}

}  // namespace wirecopy::feature
