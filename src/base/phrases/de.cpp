// German.
#include "base/phrase_table.h"

namespace blogbind {
namespace {

constexpr PhraseText german_texts[] = {
    {Phrase::contents, "Inhalt"},
    {Phrase::landmarks, "Orientierungspunkte"},
    {Phrase::start_of_text, "Beginn des Textes"},
    {Phrase::cover, "Umschlag"},
    {Phrase::cover_of, "Umschlag: {a}"},
    {Phrase::from_the_blog, "Aus dem Blog {a}"},
    {Phrase::period, "{a} bis {b}"},
    {Phrase::readers_comments, "Kommentare der Leser"},
    {Phrase::comments_on, "Zu „{a}“"},
    {Phrase::comments_on_part, "Zu „{a}“ ({b} von {c})"},
    {Phrase::comments_title, "Kommentare zu „{a}“"},
    {Phrase::continued, "{a} (Fortsetzung, {b} von {c})"},
    {Phrase::to_comments, "{n} Kommentar zu diesem Kapitel|{n} Kommentare zu diesem Kapitel"},
    {Phrase::to_chapter, "Zurück zum Kapitel „{a}“"},
    {Phrase::comments_summary, "{n} Kommentar|{n} Kommentare"},
    {Phrase::people_count, "{n} Person|{n} Personen"},
    {Phrase::comments_from, "{a} von {b}."},
    {Phrase::comments_retrieved, "{a} von {b}, Stand: {c}."},
    {Phrase::comments_order,
     "Die Kommentare stehen ungekürzt und in der Reihenfolge, in der sie geschrieben wurden; eine Antwort steht unter "
     "dem Kommentar, auf den sie antwortet. Gespräche, die tiefer als drei Stufen gingen, laufen auf der dritten "
     "weiter und nennen, wem geantwortet wird."},
    {Phrase::by_post_author, "Autor"},
    {Phrase::in_reply_to, "Antwort an {a}"},
    {Phrase::anonymous, "Anonym"},
    {Phrase::likes, "{n} „Gefällt mir“|{n} „Gefällt mir“"},
    {Phrase::removed_comment, "einen entfernten Kommentar"},
    {Phrase::comment_removed, "Hier stand ein Kommentar, der im Blog entfernt wurde."},
    {Phrase::first_published, "Zuerst erschienen am {a} bei {b}."},
    {Phrase::first_published_updated, "Zuerst erschienen am {a}, geändert am {b}, bei {c}."},
    {Phrase::published_at, "Erschienen bei {a}."},
    {Phrase::notes, "Anmerkungen"},
    {Phrase::back_to_text, "Zurück zum Text, Anmerkung {a}"},
    {Phrase::photo, "Foto"},
    {Phrase::photo_undescribed, "Foto ohne Beschreibung"},
    {Phrase::photo_missing, "Dieses Foto ließ sich nicht abrufen: {a}"},
    {Phrase::photo_source, "Es stand unter {a}"},
    {Phrase::gallery, "Galerie, {n} Foto|Galerie, {n} Fotos"},
    {Phrase::still_of, "Standbild aus: {a}"},
    {Phrase::video, "Video"},
    {Phrase::audio, "Tonaufnahme"},
    {Phrase::map, "Karte"},
    {Phrase::embedded, "Eingebetteter Inhalt"},
    {Phrase::embed_not_included, "In diesem Buch nicht enthalten. Online:"},
    {Phrase::photo_here, "[Foto: {a}]"},
    {Phrase::pull_quote, "Hervorgehobenes Zitat"},
    {Phrase::about_book, "Über dieses Buch"},
    {Phrase::about_summary, "Dieses Buch enthält {a}, {b} und {c}."},
    {Phrase::posts_count, "{n} Beitrag|{n} Beiträge"},
    {Phrase::photos_count, "{n} Foto|{n} Fotos"},
    {Phrase::sources, "Quellen"},
    {Phrase::label_series, "Reihe"},
    {Phrase::changes_and_losses, "Was fehlt oder geändert wurde"},
    {Phrase::nothing_lost, "Unterwegs ging nichts verloren."},
    {Phrase::rights, "Rechte"},
    {Phrase::rights_notice,
     "© {a} {b}; jeder Kommentar © seine Verfasserin oder sein Verfasser. Private Lesekopie eines öffentlichen Blogs."},
    {Phrase::how_made, "Wie es entstand"},
    {Phrase::made_with, "Hergestellt mit {a} aus den Seiten des Blogs selbst."},
    {Phrase::label_author, "Geschrieben von"},
    {Phrase::label_published, "Erschienen"},
    {Phrase::label_updated, "Geändert"},
    {Phrase::label_address, "Adresse"},
    {Phrase::label_retrieved, "Abgerufen"},
    {Phrase::accessibility_all, "Jedes Bild hat die Beschreibung, die sein Autor geschrieben hat."},
    {Phrase::accessibility_some,
     "Bilder: {n}. Vom Autor beschrieben: {a}. Ohne Beschreibung und als Fotos ohne Beschreibung angesagt: {b}."},
    {Phrase::accessibility_none, "Das Buch hat keine Bilder."},
    {Phrase::no_conformance_claim,
     "Es wird keine Konformität behauptet: Dieses Buch wurde von Software hergestellt und von niemandem geprüft."},
    {Phrase::title_page, "Titelseite"},
    {Phrase::lost_posts, "{n} Beitrag war nicht lesbar und fehlt.|{n} Beiträge waren nicht lesbar und fehlen."},
    {Phrase::lost_parts,
     "{n} Teil, den die Reihe nennt, wurde nicht gefunden.|{n} Teile, die die Reihe nennt, wurden nicht gefunden."},
    {Phrase::lost_comments,
     "Unter {n} Beitrag zählt das Blog mehr Kommentare, als zu finden waren.|Unter {n} Beiträgen zählt das Blog mehr "
     "Kommentare, als zu finden waren."},
    {Phrase::lost_images,
     "{n} Bild ließ sich nicht abrufen; an seiner Stelle steht ein Hinweis.|{n} Bilder ließen sich nicht abrufen; an "
     "ihrer Stelle steht jeweils ein Hinweis."},
    {Phrase::lost_embeds,
     "{n} Video, Karte oder Player ist nicht enthalten, aber an seiner Stelle genannt.|{n} Videos, Karten oder Player "
     "sind nicht enthalten, aber an ihrer Stelle genannt."},
    {Phrase::vanished_posts,
     "{n} Beitrag ist von der Website verschwunden und bleibt hier, wie er war.|{n} Beiträge sind von der Website "
     "verschwunden und bleiben hier, wie sie waren."},
    {Phrase::rescued_posts,
     "{n} Beitrag ist von der Website verschwunden und stammt aus einem Webarchiv.|{n} Beiträge sind von der Website "
     "verschwunden und stammen aus einem Webarchiv."},
    {Phrase::rescued_images,
     "{n} Bild ist im Netz verschwunden und stammt aus einem Webarchiv.|{n} Bilder sind im Netz verschwunden und "
     "stammen aus einem Webarchiv."},
    {Phrase::new_posts, "{n} Beitrag ist neu in dieser Ausgabe:|{n} Beiträge sind neu in dieser Ausgabe:"},
    {Phrase::changed_posts,
     "{n} Beitrag hat sich seit der letzten Ausgabe geändert:|{n} Beiträge haben sich seit der letzten Ausgabe "
     "geändert:"},
    {Phrase::lost_other, "{n} kleinere Änderung war nötig.|{n} kleinere Änderungen waren nötig."},
    {Phrase::more_losses, "… und {n} weiterer Fall|… und {n} weitere Fälle"},
    {Phrase::references, "Verweise von anderen Websites"},
    {Phrase::volume, "{a}, Band {b}"},
    {Phrase::readers_font, "Die Schrift des Textes ist die Ihres Lesegeräts."},
    {Phrase::fonts_within, "Schriften in diesem Buch: {a}."},
};
static_assert(is_complete(german_texts, plural_rules::one_other));

}  // namespace

constinit const PhraseTable phrase_tables::german{
    .tags = "de",
    .plurals = plural_rules::one_other,
    .day_format = "{d}. {m} {y}",
    .moment_format = "{a}, {b} Uhr",
    .months = {"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober",
               "November", "Dezember"},
    .texts = german_texts,
};

}  // namespace blogbind
