// Error: what the library throws when a call cannot do its work.
//
// One unreadable article is not an error: it is a Rejected value (article.hpp) and the run goes on.

#pragma once

#include <stdexcept>
#include <string>

namespace wirecopy {

enum class ErrorKind {
    option,      ///< an option or argument has a value the call cannot use
    input,       ///< something that should be read cannot be
    format,      ///< bytes that are not what they claim to be: magic, version, sizes
    parameters,  ///< two signatures or files were made with different parameters
    output,      ///< a result cannot be written
    stopped,     ///< whoever watched the run ended it
};

/// Carries a kind to branch on and a sentence for the user that names the thing and the value.
class Error : public std::runtime_error {
public:
    Error(ErrorKind kind, const std::string& sentence)
        : std::runtime_error(sentence), kind_(kind) {}

    [[nodiscard]] ErrorKind kind() const noexcept { return kind_; }

private:
    ErrorKind kind_;
};

}  // namespace wirecopy
