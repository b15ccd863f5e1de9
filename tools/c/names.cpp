#include "names.hpp"

#include "wirecopy/similarity.hpp"
#include "wirecopy/version.hpp"

// Names are parts of string literals: each ends in NUL.
extern "C" {

const char* wirecopy_version(void) {
    return wirecopy::version.data();
}

const char* wirecopy_grade_name(int32_t grade) {
    if (grade < WIRECOPY_GRADE_NONE || grade > WIRECOPY_GRADE_COPY) {
        return nullptr;
    }
    return wirecopy::grade_names()[static_cast<std::size_t>(grade)].data();
}

const char* wirecopy_role_name(int32_t role) {
    if (role < WIRECOPY_ROLE_ALONE || role > WIRECOPY_ROLE_COPY) {
        return nullptr;
    }
    return wirecopy::role_name(static_cast<wirecopy::Role>(role)).data();
}

}  // extern "C"
