#include <memory>

#include "articles.hpp"
#include "options.hpp"
#include "status.hpp"
#include "wirecopy/similarity.hpp"

struct wirecopy_matrix {
    wirecopy::Matrix made;
};

extern "C" {

wirecopy_status wirecopy_matrix_make(const wirecopy_articles* articles,
                                     const wirecopy_options* options, wirecopy_matrix** matrix) {
    return wirecopy::c::make_handle(matrix, [&] {
        wirecopy::c::require(articles, "articles");
        auto made = std::make_unique<wirecopy_matrix>();
        made->made =
            wirecopy::similarity_matrix(articles->all, wirecopy::c::similarity_options(options));
        return made;
    });
}

void wirecopy_matrix_free(wirecopy_matrix* matrix) {
    const std::unique_ptr<wirecopy_matrix> owner(matrix);
}

size_t wirecopy_matrix_size(const wirecopy_matrix* matrix) {
    return matrix == nullptr ? 0 : matrix->made.rows();
}

const float* wirecopy_matrix_values(const wirecopy_matrix* matrix) {
    return matrix == nullptr ? nullptr : matrix->made.values.data();
}

const uint8_t* wirecopy_matrix_grades(const wirecopy_matrix* matrix) {
    static_assert(sizeof(wirecopy::Grade) == sizeof(uint8_t));
    if (matrix == nullptr || matrix->made.grades.empty()) {
        return nullptr;
    }
    return reinterpret_cast<const uint8_t*>(matrix->made.grades.data());
}

}  // extern "C"
