// The languages that the book's own words are in.
#include "base/phrase_table.h"

namespace blogbind {
namespace {

constexpr const PhraseTable* tables[] = {
    &phrase_tables::english,  // first: stands in where a language is not here
    &phrase_tables::arabic,
    &phrase_tables::chinese,
    &phrase_tables::dutch,
    &phrase_tables::french,
    &phrase_tables::german,
    &phrase_tables::hebrew,
    &phrase_tables::italian,
    &phrase_tables::japanese,
    &phrase_tables::korean,
    &phrase_tables::polish,
    &phrase_tables::portuguese,
    &phrase_tables::russian,
    &phrase_tables::spanish,
    &phrase_tables::traditional_chinese,
};

}  // namespace

std::span<const PhraseTable* const> all_phrase_tables() { return tables; }

}  // namespace blogbind
