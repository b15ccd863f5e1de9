// Output: results go to standard output, or to a file that appears complete or not at all.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace wirecopy::cli {

/// Standard output was closed by whoever read it: the program ends quietly.
class ClosedPipe {};

/// Writes to `path`, "-" for standard output. A regular file is written beside its place, under a
/// hidden name, and renamed by commit(), with the mode of the one it replaces; without commit, or
/// when a signal ends the program, nothing of it stays. A link is followed, also to what is not
/// there yet; a device or pipe is written in place.
class Output {
public:
    /// Throws Error{output} when the file cannot be made.
    explicit Output(std::string path);
    ~Output();
    Output(const Output&) = delete;
    Output& operator=(const Output&) = delete;

    /// Throws Error{output} when the disk is full or the like, ClosedPipe when nobody reads.
    void write(std::string_view block);

    /// Closes and renames. Throws Error{output}.
    void commit();

private:
    void open_aside(unsigned mode);
    void forget_aside();
    [[noreturn]] void fail(const char* what) const;

    std::string path_;
    std::string target_;    // where the path leads, through links
    std::string aside_;     // where the file is written; empty: straight to its place
    std::size_t slot_ = 0;  // among what a signal removes
    int descriptor_ = -1;
};

/// Puts /dev/null where standard input, output or error is closed: the next file opened would take
/// its place, and what is said would land in it.
void occupy_standard_descriptors();

/// SIGINT, SIGTERM and SIGHUP end the program with 128 and their number, removing what is half
/// written, unless whoever started it (nohup) had them ignored; a closed pipe and a file too large
/// become errors of write().
void install_signal_handlers();

}  // namespace wirecopy::cli
