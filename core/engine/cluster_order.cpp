#include "cluster/leaf_order.hpp"
#include "cluster/linkage.hpp"
#include "wirecopy/error.hpp"
#include "wirecopy/similarity.hpp"

namespace wirecopy {

void order_by_cluster(Matrix& matrix) {
    if (!matrix.same_set) {
        throw Error(ErrorKind::option,
                    "matrix: cluster order needs one set of articles, not rows against columns");
    }
    cluster::reorder(matrix, cluster::leaf_order(cluster::average_linkage(matrix), matrix));
}

}  // namespace wirecopy
