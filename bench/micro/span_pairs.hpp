// Span pairs: the cost of one comparison of two articles for reuse spans.

#pragma once

namespace wirecopy::bench {

/// Registers anchors, unrelated pairs, copies, edited copies and hostile pairs of 500 words (and
/// 80,000), beside the walk over two sorted lists that an unrelated pair should cost no more than.
void register_span_pairs();

}  // namespace wirecopy::bench
