// The only file that knows HarfBuzz.
#include "media/worker/font_subset.h"

#include <hb-ot.h>
#include <hb-subset.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <vector>

#include "media/worker/destroyer.h"
#include "media/worker/font_names.h"

namespace blogbind::media {
namespace {

constexpr std::size_t largest_subset = 12U << 20;
constexpr unsigned most_name_units = 20000;

using Blob = std::unique_ptr<hb_blob_t, Destroyer<hb_blob_destroy>>;
using Face = std::unique_ptr<hb_face_t, Destroyer<hb_face_destroy>>;
using Set = std::unique_ptr<hb_set_t, Destroyer<hb_set_destroy>>;
using Input = std::unique_ptr<hb_subset_input_t, Destroyer<hb_subset_input_destroy>>;

constexpr hb_tag_t os2 = HB_TAG('O', 'S', '/', '2'), cff = HB_TAG('C', 'F', 'F', ' '),
                   glyf = HB_TAG('g', 'l', 'y', 'f'), name = HB_TAG('n', 'a', 'm', 'e');
/// Programs of other text engines and signatures: of no use in a part.
constexpr std::array dropped_tables{HB_TAG('S', 'i', 'l', 'f'), HB_TAG('G', 'l', 'a', 't'), HB_TAG('G', 'l', 'o', 'c'),
                                    HB_TAG('F', 'e', 'a', 't'), HB_TAG('S', 'i', 'l', 'l'), HB_TAG('D', 'S', 'I', 'G')};
constexpr hb_ot_name_id_t notice = 0, family = 1, style = 2, unique = 3, full_name = 4, version = 5, postscript = 6,
                          licence = 13, licence_address = 14;

std::string table_of(hb_face_t* face, hb_tag_t tag) {
    const Blob blob(hb_face_reference_table(face, tag));
    unsigned size = 0;
    const char* bytes = hb_blob_get_data(blob.get(), &size);
    return {bytes, size};
}

bool has_table(hb_face_t* face, hb_tag_t tag) {
    return hb_blob_get_length(Blob(hb_face_reference_table(face, tag)).get()) > 0;
}

std::u16string name_of(hb_face_t* face, hb_ot_name_id_t id) {
    const hb_language_t english = hb_language_from_string("en", -1);
    unsigned size = std::min(hb_ot_name_get_utf16(face, id, english, nullptr, nullptr), most_name_units) + 1;
    std::vector<std::uint16_t> units(size);
    hb_ot_name_get_utf16(face, id, english, &size, units.data());
    return {units.begin(), units.begin() + size};
}

/// For comparing: what is no ASCII becomes "?".
std::string plain_name_of(hb_face_t* face, hb_ot_name_id_t id) {
    std::string text;
    for (const char16_t unit : name_of(face, id)) text += unit < 0x80 ? static_cast<char>(unit) : '?';
    return text;
}

std::string lower(std::string text) {
    std::ranges::transform(text, text.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return text;
}

// OpenType "OS/2" #fstype: what the makers allow.
Status check_permission(hb_face_t* face) {
    const std::string table = table_of(face, os2);
    if (table.size() < 10) return {};
    const unsigned bits = static_cast<std::uint8_t>(table[8]) << 8U | static_cast<std::uint8_t>(table[9]);
    if ((bits & 0x000FU) == 0x0002U) return fail(ErrorKind::refused, "may not be embedded, as its makers say");
    if ((bits & 0x0300U) != 0) return fail(ErrorKind::refused, "may not be embedded in parts, as its makers say");
    return {};
}

/// The licence by its usual name; else its address.
std::string licence_of(hb_face_t* face) {
    struct Licence {
        std::string_view mark, name;
    };
    constexpr Licence licences[] = {{"open font license", "SIL Open Font License"},
                                    {"openfontlicense", "SIL Open Font License"},
                                    {"scripts.sil.org/ofl", "SIL Open Font License"},
                                    {"ubuntu font licence", "Ubuntu Font Licence"},
                                    {"apache license", "Apache License"},
                                    {"bitstream", "Bitstream Vera licence"},
                                    {"general public license", "GNU General Public License"}};
    std::string said;
    for (const hb_ot_name_id_t id : {licence, licence_address, notice}) said += lower(plain_name_of(face, id)) + '\n';
    for (const Licence& each : licences)
        if (said.find(each.mark) != std::string::npos) return std::string(each.name);
    return plain_name_of(face, licence_address);
}

Set wanted_characters(std::string_view text) {
    Set set(hb_set_create());
    const std::unique_ptr<hb_buffer_t, Destroyer<hb_buffer_destroy>> buffer(hb_buffer_create());
    hb_buffer_add_utf8(buffer.get(), text.data(), static_cast<int>(text.size()), 0, static_cast<int>(text.size()));
    unsigned length = 0;
    const hb_glyph_info_t* characters = hb_buffer_get_glyph_infos(buffer.get(), &length);
    for (unsigned i = 0; i < length; ++i) hb_set_add(set.get(), characters[i].codepoint);
    return set;
}

Face cut(hb_face_t* face, const hb_set_t* characters) {
    const Input input(hb_subset_input_create_or_fail());
    if (!input) return nullptr;
    hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NO_HINTING);
    hb_set_union(hb_subset_input_unicode_set(input.get()), characters);
    for (const hb_ot_name_id_t id : {licence, licence_address})
        hb_set_add(hb_subset_input_set(input.get(), HB_SUBSET_SETS_NAME_ID), id);
    for (const hb_tag_t tag : dropped_tables)
        hb_set_add(hb_subset_input_set(input.get(), HB_SUBSET_SETS_DROP_TABLE_TAG), tag);
    return Face(hb_subset_or_fail(face, input.get()));
}

/// Many licences keep a font's name for the whole of it, and not all fonts say so: a part never bears it. Notice and
/// licence stay.
std::string names_of_part(hb_face_t* face) {
    std::vector<FontName> names;
    for (const hb_ot_name_id_t id :
         {notice, family, style, unique, full_name, version, postscript, licence, licence_address}) {
        std::u16string text = name_of(face, id);
        if (id == family || id == full_name) text = u"Part of a font";
        if (id == unique || id == postscript) text = u"PartOfAFont";
        if (!text.empty()) names.push_back({static_cast<std::uint16_t>(id), std::move(text)});
    }
    return name_table(names);
}

std::vector<hb_tag_t> tables_of(hb_face_t* face) {
    unsigned count = hb_face_get_table_tags(face, 0, nullptr, nullptr);
    std::vector<hb_tag_t> tags(count);
    hb_face_get_table_tags(face, 0, &count, tags.data());
    std::ranges::sort(tags);
    return tags;
}

/// The font's file, its tables in the order of their names.
std::string packed(hb_face_t* part) {
    const Blob whole(hb_face_reference_blob(part));
    const Face written(hb_face_create(whole.get(), 0));  // what is being built does not tell its tables
    hb_face_t* face = written.get();
    const Face builder(hb_face_builder_create());
    std::vector<hb_tag_t> tags = tables_of(face);
    for (const hb_tag_t tag : tags) {
        std::string table = table_of(face, tag);
        if (tag == name) table = names_of_part(face);
        if (tag == cff) disguise_cff(table, {plain_name_of(face, family), plain_name_of(face, postscript)});
        const Blob blob(hb_blob_create(table.data(), static_cast<unsigned>(table.size()), HB_MEMORY_MODE_DUPLICATE,
                                       nullptr, nullptr));
        hb_face_builder_add_table(builder.get(), tag, blob.get());
    }
    tags.push_back(0);
    hb_face_builder_sort_tables(builder.get(), tags.data());
    const Blob file(hb_face_reference_blob(builder.get()));
    unsigned size = 0;
    const char* bytes = hb_blob_get_data(file.get(), &size);
    return {bytes, size};
}

}  // namespace

Result<CutFont> subset_font(std::string_view file, unsigned index, std::string_view characters) {
    const Blob blob(
        hb_blob_create(file.data(), static_cast<unsigned>(file.size()), HB_MEMORY_MODE_READONLY, nullptr, nullptr));
    if (index >= hb_face_count(blob.get())) return fail(ErrorKind::unreadable, "is no readable font");
    const Face face(hb_face_create(blob.get(), index));
    const bool is_postscript = has_table(face.get(), cff);
    if (!is_postscript && !has_table(face.get(), glyf)) return fail(ErrorKind::unreadable, "is no readable font");
    if (Status allowed = check_permission(face.get()); !allowed) return fail(allowed.error());

    const Set wanted = wanted_characters(characters), held(hb_set_create());
    hb_face_collect_unicodes(face.get(), held.get());
    const unsigned asked = hb_set_get_population(wanted.get());
    hb_set_intersect(wanted.get(), held.get());
    const unsigned found = hb_set_get_population(wanted.get());
    if (found == 0) return fail(ErrorKind::refused, "has none of the characters of this book");

    const Face part = cut(face.get(), wanted.get());
    std::string bytes = part ? packed(part.get()) : std::string();
    if (bytes.empty()) return fail(ErrorKind::unreadable, "is no readable font");
    if (bytes.size() > largest_subset) return fail(ErrorKind::refused, "is too large for a book");
    return CutFont{.bytes = std::move(bytes),
                   .media_type = is_postscript ? "font/otf" : "font/ttf",
                   .family = {},
                   .licence = licence_of(face.get()),
                   .missing = static_cast<int>(asked - found)};
}

}  // namespace blogbind::media
