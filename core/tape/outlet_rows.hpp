// Outlet rows: the agencies, papers, broadcasters and sites that articles credit by name.
//
//   in      nothing; the rows are constants of the program
//   out     for each outlet its canonical name, its kind and the other names it goes by
//   cost    none at start-up
//   error   an outlet that is missing here is found only by the shape of its name (credit.hpp)
//
// To add an outlet, add a row. Its own name is one of its aliases, without "The". An alias is
// written as print writes it: a word with a capital is matched only by one with a capital, a word
// in capitals only by one in capitals. What a mark before an alias means:
//
//   *   also an ordinary word or another's name: counts only where the text credits it
//   ~   the same, and not at the start of a sentence: Time, People
//   ^   as *, and only behind "the": The Hill, The Week
//   %   as *, and not in an English text: Die Welt, Focus, AS
//   @   also a person: as *, and "said" is no credit: Bloomberg, Forbes
//   !   not looked for in texts; only what `source` fields call it
//
// An alias with a full stop and no space is a domain. Han and Kana are matched as bytes.

#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace wirecopy::tape {

/// What may stand for an outlet later in a text: "the paper", "the agency", "the network".
enum class OutletKind : std::uint8_t { paper, agency, broadcaster, magazine, site };

struct OutletRow {
    std::string_view name;
    OutletKind kind;
    std::string_view aliases;  ///< parted by '|'
};

/// The agencies, and the outlets of the United States and Canada. Rows live as long as the program.
[[nodiscard]] std::span<const OutletRow> american_outlet_rows() noexcept;
/// Those of Europe and Latin America, which share languages.
[[nodiscard]] std::span<const OutletRow> european_outlet_rows() noexcept;
/// Those of Asia, Australia and Africa.
[[nodiscard]] std::span<const OutletRow> world_outlet_rows() noexcept;

}  // namespace wirecopy::tape
