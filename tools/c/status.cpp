#include "status.hpp"

#include <exception>
#include <new>

namespace wirecopy::c {

namespace {

thread_local std::string last_error;

wirecopy_status fail(wirecopy_status status, const char* sentence) noexcept {
    try {
        last_error = sentence;
    } catch (...) {
        last_error.clear();
    }
    return status;
}

wirecopy_status status_of(ErrorKind kind) noexcept {
    switch (kind) {
        case ErrorKind::option:
            return WIRECOPY_ERROR_OPTION;
        case ErrorKind::input:
            return WIRECOPY_ERROR_INPUT;
        case ErrorKind::format:
            return WIRECOPY_ERROR_FORMAT;
        case ErrorKind::parameters:
            return WIRECOPY_ERROR_PARAMETERS;
        case ErrorKind::output:
            return WIRECOPY_ERROR_OUTPUT;
        case ErrorKind::stopped:
            return WIRECOPY_ERROR_STOPPED;
    }
    return WIRECOPY_ERROR_INTERNAL;
}

}  // namespace

wirecopy_status guarded(const std::function<void()>& body) noexcept {
    try {
        body();
        return WIRECOPY_OK;
    } catch (const Error& error) {
        return fail(status_of(error.kind()), error.what());
    } catch (const std::bad_alloc&) {
        return fail(WIRECOPY_ERROR_MEMORY, "not enough memory");
    } catch (const std::exception& error) {
        return fail(WIRECOPY_ERROR_INTERNAL, error.what());
    } catch (...) {
        return fail(WIRECOPY_ERROR_INTERNAL, "an unknown mistake");
    }
}

}  // namespace wirecopy::c

extern "C" {

const char* wirecopy_last_error(void) {
    return wirecopy::c::last_error.c_str();
}

}  // extern "C"
