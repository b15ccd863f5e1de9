#include "signature_files.hpp"

#include <array>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>

#include "wirecopy/error.hpp"
#include "wirecopy/report.hpp"

namespace wirecopy::cli {

namespace {

std::size_t read_from(std::istream& stream, std::span<char> buffer, const std::string& path) {
    stream.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
    if (stream.bad()) {
        throw Error(ErrorKind::input, printable(path) + ": cannot be read");
    }
    return static_cast<std::size_t>(stream.gcount());
}

ByteReader open(const std::string& path) {
    if (path == "-") {
        return [path](std::span<char> buffer) { return read_from(std::cin, buffer, path); };
    }
    // Shared, for what a std::function holds must be copyable.
    const auto file = std::make_shared<std::ifstream>(path, std::ios::binary);
    if (!*file || std::filesystem::is_directory(path)) {
        throw Error(ErrorKind::input, printable(path) + ": cannot be read");
    }
    return [file, path](std::span<char> buffer) { return read_from(*file, buffer, path); };
}

}  // namespace

bool is_signature_file(const std::string& path) {
    std::error_code error;
    // A pipe that was looked into would have lost what it opens with.
    if (!std::filesystem::is_regular_file(path, error)) {
        return false;
    }
    std::ifstream file(path, std::ios::binary);
    std::array<char, signature_file_magic.size()> head{};
    file.read(head.data(), head.size());
    return file && std::string_view(head.data(), head.size()) == signature_file_magic;
}

std::vector<SignatureReader> open_signature_files(const std::vector<std::string>& paths) {
    std::vector<SignatureReader> files;
    files.reserve(paths.size());
    for (const auto& path : paths) {
        files.emplace_back(path, open(path));
    }
    return files;
}

}  // namespace wirecopy::cli
