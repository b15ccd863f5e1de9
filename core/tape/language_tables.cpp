#include <array>
#include <cassert>

#include "tape/language_data.hpp"
#include "tape/languages.hpp"

namespace wirecopy::tape {

std::span<const LanguageTable> language_tables() noexcept {
    // Copied on first use: a constant array cannot be joined from other translation units, and a
    // global one would need a constructor. A table is a handful of views.
    static const std::array<LanguageTable, language_count - 1> tables{
        english_table, german_table,  spanish_table,    french_table,
        italian_table, russian_table, portuguese_table, dutch_table,
    };
    return tables;
}

const LanguageTable& language_table(Language language) noexcept {
    assert(language != Language::none);
    return language_tables()[static_cast<std::size_t>(language) - 1];
}

}  // namespace wirecopy::tape
