// Preparation in bytes: what was taken from an article, to be kept and had again.
//
//   in      an article as it was prepared, before anything is known of boilerplate
//   out     bytes, and the same article from them
//   cost    a copy

#pragma once

#include "engine/kept_run.hpp"
#include "engine/preparation.hpp"

namespace wirecopy::engine {

void add(BytesOut& out, const Prepared& article, const Repetition& repetition);

/// BytesIn::is_whole() says whether all was there.
void take(BytesIn& in, Prepared& article, Repetition& repetition);

}  // namespace wirecopy::engine
