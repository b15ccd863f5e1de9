// Folder: the files in a folder and the folders in it, in one order everywhere.
//
//   in      the path of a folder
//   out     the path of each file, sorted byte by byte as whole paths are (as `LC_ALL=C sort` does)
//   cost    one lstat an entry; memory for the names of one folder at each level
//   error   what cannot be read is told and passed over
//
// Hidden files and folders are left out, and whatever is no regular file. A link to a file stands
// for the file, a link to a folder is not followed.

#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace wirecopy::read {

/// The device and number of a folder: the same for two paths to one folder.
using FolderIdentity = std::pair<std::uint64_t, std::uint64_t>;

struct FolderVisitor {
    std::function<void(const std::string& file)> file;
    std::function<void(const std::string& path, std::string reason)> problem;
};

/// Visits the files below a folder. `above` are the folders that lead to it, by which a loop
/// (a folder mounted inside itself) is noticed.
void walk_folder(const std::string& folder, const FolderVisitor& visitor,
                 std::vector<FolderIdentity> above = {});

/// A path without doubled slashes: they name the same file and would make two ids of one.
[[nodiscard]] std::string single_slashes(std::string_view path);

}  // namespace wirecopy::read
