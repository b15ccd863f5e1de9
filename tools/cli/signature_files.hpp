// Signature files: those of a command line, opened.

#pragma once

#include <string>
#include <vector>

#include "wirecopy/signatures.hpp"

namespace wirecopy::cli {

/// True when it is a file that opens like one of signatures.
[[nodiscard]] bool is_signature_file(const std::string& path);

/// Opens each, "-" as standard input. Throws Error{input} for one that cannot be read and what
/// SignatureReader throws.
[[nodiscard]] std::vector<SignatureReader> open_signature_files(
    const std::vector<std::string>& paths);

}  // namespace wirecopy::cli
