// Evidence in a line: "Starlink (5.3) · trawlers / Trawler (5.1) · 65 more".
//
//   in      evidence, what tells most first; a terminal
//   out     as many as the style names (limit_pairs) and how many more there are; what the articles
//           say in different words, in both
//   cost    a copy of what is shown
//
// The texts are raw: they go to a terminal through a Flow, which keeps what stands at a no-break
// space in one line.

#pragma once

#include <string>
#include <vector>

#include "wirecopy/report.hpp"

namespace wirecopy::report {

[[nodiscard]] std::string evidence_list(const std::vector<Evidence>& items, bool with_nats,
                                        const TerminalStyle& style);

}  // namespace wirecopy::report
