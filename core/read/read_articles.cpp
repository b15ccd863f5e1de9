#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <string>
#include <utility>

#include "base/printable.hpp"
#include "read/article_sink.hpp"
#include "read/byte_source.hpp"
#include "read/folder.hpp"
#include "read/input.hpp"
#include "read/json_lines.hpp"
#include "read/raw_input.hpp"
#include "read/utf8_check.hpp"
#include "wirecopy/read.hpp"

namespace wirecopy {

namespace {

using read::ArticleSink;
using read::RawInput;

constexpr std::string_view standard_input = "-";

void reject_path(const std::string& path, std::string reason, ArticleSink& sink) {
    sink.enter_source(base::printable(path));
    sink.reject(0, {}, std::move(reason));
}

bool is_folder(int descriptor) {
    struct stat status {};
    return ::fstat(descriptor, &status) == 0 && S_ISDIR(status.st_mode);
}

// Opens a path once and hands on the descriptor: a pipe that is opened twice has lost its writer.
// Answers false when it is a folder.
bool read_file(const std::string& path, const ReadOptions& options, ArticleSink& sink) {
    if (path.find('\0') != std::string::npos) {
        reject_path(path, "a path cannot hold a NUL byte", sink);
        return true;
    }
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) {
        reject_path(path, "cannot be opened: " + read::system_message(errno), sink);
        return true;
    }
    RawInput input(descriptor, true);
    if (is_folder(descriptor)) {
        return false;
    }
    read::read_input(std::move(input), path, options, read::default_chunk_bytes, sink);
    return true;
}

void read_folder(const std::string& folder, const ReadOptions& options, ArticleSink& sink) {
    const read::FolderVisitor visitor{
        .file = [&](const std::string& file) { read_file(file, options, sink); },
        .problem = [&](const std::string& path,
                       std::string reason) { reject_path(path, std::move(reason), sink); }};
    read::walk_folder(folder, visitor);
}

void read_paths(std::span<const std::string> paths, const ReadOptions& options, ArticleSink& sink) {
    read::check_options(options);
    for (const auto& given : paths) {
        if (given == standard_input) {
            read::read_input(RawInput(STDIN_FILENO, false), given, options,
                             read::default_chunk_bytes, sink);
            continue;
        }
        const auto path = read::single_slashes(given);
        if (!read_file(path, options, sink)) {
            read_folder(path, options, sink);
        }
    }
}

}  // namespace

void read_articles(std::span<const std::string> paths, const ReadOptions& options,
                   const std::function<void(Article&&)>& accept,
                   const std::function<void(Rejected&&)>& reject) {
    ArticleSink sink(accept, reject);
    read_paths(paths, options, sink);
}

void read_records(std::span<const std::string> paths, const ReadOptions& options,
                  const std::function<void(Article&&, const ArticleRecord&)>& accept,
                  const std::function<void(Rejected&&)>& reject) {
    const ArticleSink* reading = nullptr;
    const read::Accept pass_on = [&](Article&& article) {
        accept(std::move(article), reading->record());
    };
    ArticleSink sink(pass_on, reject);
    reading = &sink;
    read_paths(paths, options, sink);
}

void read_stream(const ReadOptions& options, const std::function<void(Article&&)>& accept,
                 const std::function<void(Rejected&&)>& reject,
                 const std::function<void()>& pause) {
    read::check_options(options);
    ArticleSink sink(accept, reject, read::Ids::may_repeat);
    sink.enter_source(std::string(standard_input));
    RawInput input(STDIN_FILENO, false);
    input.when_waiting(pause);
    read::ByteSource source(std::move(input), standard_input, read::default_chunk_bytes);
    read::read_json_lines(source, options, read::default_chunk_bytes, sink);
}

}  // namespace wirecopy
