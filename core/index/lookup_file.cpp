#include "index/lookup_file.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <filesystem>
#include <system_error>

#include "base/hash.hpp"
#include "base/printable.hpp"
#include "index/packed_text.hpp"
#include "wirecopy/error.hpp"

namespace wirecopy::index {

namespace {

constexpr std::string_view prefix = "lookup-";
// Another one for another format: a file of an earlier one is as none.
constexpr std::uint64_t seed = 0x6c6f6f6b7571;
// Higher levels save a tenth and take three times as long.
constexpr int level = 1;

std::string path_of(const std::string& folder, std::uint64_t number) {
    return folder + "/" + std::string(prefix) + std::to_string(number);
}

class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor() {
        if (number_ >= 0) {
            ::close(number_);
        }
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int number() const noexcept { return number_; }

private:
    int number_;
};

bool write_all(int file, std::string_view bytes) {
    while (!bytes.empty()) {
        const auto written = ::write(file, bytes.data(), bytes.size());
        if (written < 0 && errno != EINTR) {
            return false;
        }
        bytes.remove_prefix(written < 0 ? 0 : static_cast<std::size_t>(written));
    }
    return ::fsync(file) == 0;
}

}  // namespace

LookupName write_lookup(const std::string& folder, std::uint64_t number, std::string_view bytes) {
    const auto packed = pack(bytes, level);
    const auto path = path_of(folder, number);
    const Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666));
    if (file.number() < 0 || !write_all(file.number(), packed)) {
        const auto why = std::generic_category().message(errno);
        ::unlink(path.c_str());
        throw Error(ErrorKind::output,
                    "index: " + base::printable(folder) +
                        ": what was done is kept, but no lookup file could be written: " + why);
    }
    return {number, base::hash_bytes(packed, seed), packed.size()};
}

std::optional<std::string> read_lookup(const std::string& folder, const LookupName& name) {
    const Descriptor file(::open(path_of(folder, name.number).c_str(), O_RDONLY | O_CLOEXEC));
    struct stat status {};
    if (file.number() < 0 || ::fstat(file.number(), &status) != 0 ||
        static_cast<std::uint64_t>(status.st_size) != name.size_bytes || name.size_bytes == 0) {
        return std::nullopt;
    }
    // Read, not mapped: a file that is cut short meanwhile would end the process.
    std::string packed(name.size_bytes, '\0');
    std::size_t filled = 0;
    while (filled < packed.size()) {
        const auto got = ::read(file.number(), packed.data() + filled, packed.size() - filled);
        if (got == 0 || (got < 0 && errno != EINTR)) {
            return std::nullopt;
        }
        filled += got < 0 ? 0 : static_cast<std::size_t>(got);
    }
    if (base::hash_bytes(packed, seed) != name.checksum) {
        return std::nullopt;
    }
    return unpack(packed);
}

void remove_other_lookups(const std::string& folder, std::uint64_t number) noexcept {
    std::error_code ignored;
    for (auto entry = std::filesystem::directory_iterator(folder, ignored);
         !ignored && entry != std::filesystem::directory_iterator(); entry.increment(ignored)) {
        const auto name = entry->path().filename().string();
        std::uint64_t found = 0;
        const auto* const end = name.data() + name.size();
        if (name.starts_with(prefix) &&
            std::from_chars(name.data() + prefix.size(), end, found).ptr == end &&
            found != number) {
            std::filesystem::remove(entry->path(), ignored);
        }
    }
}

}  // namespace wirecopy::index
