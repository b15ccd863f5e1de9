#include "read/folder.hpp"

#include <dirent.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <utility>

#include "read/raw_input.hpp"

namespace wirecopy::read {

namespace {

enum class EntryKind { file, folder, other, unreadable };

struct Entry {
    std::string name;  ///< a folder's ends in a slash, so that names sort as whole paths do
    EntryKind kind = EntryKind::other;
    int error_number = 0;  ///< why it is unreadable
};

EntryKind kind_of(const struct stat& status) {
    if (S_ISREG(status.st_mode)) {
        return EntryKind::file;
    }
    return S_ISDIR(status.st_mode) ? EntryKind::folder : EntryKind::other;
}

// What an entry is; a link to a file is a file, a link to a folder nothing of ours.
Entry look_at(const std::string& path, std::string name) {
    struct stat status {};
    if (::lstat(path.c_str(), &status) != 0) {
        return {std::move(name), EntryKind::unreadable, errno};
    }
    if (!S_ISLNK(status.st_mode)) {
        const auto kind = kind_of(status);
        return {kind == EntryKind::folder ? name + '/' : std::move(name), kind};
    }
    if (::stat(path.c_str(), &status) != 0) {
        return {std::move(name), EntryKind::unreadable, errno};
    }
    return {std::move(name), S_ISREG(status.st_mode) ? EntryKind::file : EntryKind::other};
}

std::string join(const std::string& folder, std::string_view name) {
    return folder.ends_with('/') ? folder + std::string(name) : folder + '/' + std::string(name);
}

std::vector<Entry> list_entries(const std::string& folder, const FolderVisitor& visitor) {
    std::vector<Entry> entries;
    const auto close = [](DIR* open_folder) { ::closedir(open_folder); };
    const std::unique_ptr<DIR, decltype(close)> open_folder(::opendir(folder.c_str()), close);
    if (!open_folder) {
        visitor.problem(folder, "cannot be opened: " + system_message(errno));
        return entries;
    }
    while (true) {
        errno = 0;
        const auto* entry = ::readdir(open_folder.get());
        if (entry == nullptr) {
            break;
        }
        std::string name(static_cast<const char*>(entry->d_name));
        if (!name.starts_with('.')) {
            const auto path = join(folder, name);
            entries.push_back(look_at(path, std::move(name)));
        }
    }
    if (errno != 0) {
        visitor.problem(folder, "cannot be listed to its end: " + system_message(errno));
    }
    return entries;
}

}  // namespace

void walk_folder(const std::string& folder, const FolderVisitor& visitor,
                 std::vector<FolderIdentity> above) {
    struct stat status {};
    if (::stat(folder.c_str(), &status) != 0) {
        visitor.problem(folder, "cannot be opened: " + system_message(errno));
        return;
    }
    const FolderIdentity self{status.st_dev, status.st_ino};
    if (std::find(above.begin(), above.end(), self) != above.end()) {
        visitor.problem(folder, "is a folder that contains itself, its loop is not followed");
        return;
    }
    above.push_back(self);
    auto entries = list_entries(folder, visitor);
    std::sort(entries.begin(), entries.end(),
              [](const Entry& a, const Entry& b) { return a.name < b.name; });
    for (const auto& entry : entries) {
        const auto path = join(folder, entry.name);
        if (entry.kind == EntryKind::file) {
            visitor.file(path);
        } else if (entry.kind == EntryKind::folder) {
            walk_folder(path.substr(0, path.size() - 1), visitor, above);
        } else if (entry.kind == EntryKind::unreadable) {
            visitor.problem(path, "cannot be opened: " + system_message(entry.error_number));
        }
    }
}

std::string single_slashes(std::string_view path) {
    std::string out;
    for (const char letter : path) {
        if (letter != '/' || !out.ends_with('/')) {
            out += letter;
        }
    }
    return out;
}

}  // namespace wirecopy::read
