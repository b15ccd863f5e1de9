// Lookup files: what makes a store quick to open, beside its records.
//
//   in      bytes; a folder
//   out     a file of them, packed, and back
//   cost    writing 3 ns a byte and a synchronised write, reading 1 ns a byte
//   error   writing throws Error{output}; of a file that is missing, cut short or damaged reading
//           says that there is none
//
// A file is written whole under a name of its own and never changed. Which one is meant, and its
// checksum, stand among the records, in the transaction whose state it holds: a file that nobody
// names is a leftover.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace wirecopy::index {

struct LookupName {
    std::uint64_t number = 0;
    std::uint64_t checksum = 0;
    std::uint64_t size_bytes = 0;
};

/// All of it is on the disk when it returns.
[[nodiscard]] LookupName write_lookup(const std::string& folder, std::uint64_t number,
                                      std::string_view bytes);
[[nodiscard]] std::optional<std::string> read_lookup(const std::string& folder,
                                                     const LookupName& name);
/// Removes every other lookup file of the folder; 0: all of them.
void remove_other_lookups(const std::string& folder, std::uint64_t number) noexcept;

}  // namespace wirecopy::index
