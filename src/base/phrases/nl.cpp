// Dutch.
#include "base/phrase_table.h"

namespace blogbind {
namespace {

constexpr PhraseText dutch_texts[] = {
    {Phrase::contents, "Inhoud"},
    {Phrase::landmarks, "Oriëntatiepunten"},
    {Phrase::start_of_text, "Begin van de tekst"},
    {Phrase::cover, "Omslag"},
    {Phrase::cover_of, "Omslag: {a}"},
    {Phrase::from_the_blog, "Van het blog {a}"},
    {Phrase::period, "{a} tot {b}"},
    {Phrase::readers_comments, "Reacties van lezers"},
    {Phrase::comments_on, "Op ‘{a}’"},
    {Phrase::comments_on_part, "Op ‘{a}’ ({b} van {c})"},
    {Phrase::comments_title, "Reacties op ‘{a}’"},
    {Phrase::continued, "{a} (vervolg, {b} van {c})"},
    {Phrase::to_comments, "{n} reactie op dit hoofdstuk|{n} reacties op dit hoofdstuk"},
    {Phrase::to_chapter, "Terug naar het hoofdstuk ‘{a}’"},
    {Phrase::comments_summary, "{n} reactie|{n} reacties"},
    {Phrase::people_count, "{n} persoon|{n} personen"},
    {Phrase::comments_from, "{a} van {b}."},
    {Phrase::comments_retrieved, "{a} van {b}, stand van {c}."},
    {Phrase::comments_order,
     "De reacties staan er volledig, in de volgorde waarin ze zijn geplaatst; een antwoord staat onder de reactie waar "
     "het bij hoort. Gesprekken van meer dan drie niveaus gaan op het derde verder en noemen op wie wordt geantwoord."},
    {Phrase::by_post_author, "auteur"},
    {Phrase::in_reply_to, "als antwoord op {a}"},
    {Phrase::anonymous, "Anoniem"},
    {Phrase::likes, "{n} like|{n} likes"},
    {Phrase::removed_comment, "een verwijderde reactie"},
    {Phrase::comment_removed, "Hier stond een reactie die op het blog is verwijderd."},
    {Phrase::first_published, "Eerst verschenen op {a} bij {b}."},
    {Phrase::first_published_updated, "Eerst verschenen op {a}, bijgewerkt op {b}, bij {c}."},
    {Phrase::published_at, "Verschenen bij {a}."},
    {Phrase::notes, "Noten"},
    {Phrase::back_to_text, "Terug naar de tekst, noot {a}"},
    {Phrase::photo, "Foto"},
    {Phrase::photo_undescribed, "Foto zonder beschrijving"},
    {Phrase::photo_missing, "Deze foto kon niet worden opgehaald: {a}"},
    {Phrase::photo_source, "Hij stond op {a}"},
    {Phrase::gallery, "Galerij, {n} foto|Galerij, {n} foto’s"},
    {Phrase::still_of, "Beeld uit: {a}"},
    {Phrase::video, "Video"},
    {Phrase::audio, "Geluidsfragment"},
    {Phrase::map, "Kaart"},
    {Phrase::embedded, "Ingesloten inhoud"},
    {Phrase::embed_not_included, "Niet in dit boek opgenomen. Online:"},
    {Phrase::photo_here, "[foto: {a}]"},
    {Phrase::pull_quote, "Uitgelicht citaat"},
    {Phrase::about_book, "Over dit boek"},
    {Phrase::about_summary, "Dit boek is gemaakt van {a}, {b} en {c}."},
    {Phrase::posts_count, "{n} bericht|{n} berichten"},
    {Phrase::photos_count, "{n} foto|{n} foto’s"},
    {Phrase::sources, "Bronnen"},
    {Phrase::label_series, "Serie"},
    {Phrase::changes_and_losses, "Wat ontbreekt of is veranderd"},
    {Phrase::nothing_lost, "Onderweg is niets verloren gegaan."},
    {Phrase::rights, "Rechten"},
    {Phrase::rights_notice,
     "© {a} {b}; elke reactie © de schrijver ervan. Persoonlijk leesexemplaar van een openbaar blog."},
    {Phrase::how_made, "Hoe het is gemaakt"},
    {Phrase::made_with,
     "Gemaakt met {a} uit de pagina’s van het blog zelf. De tekst staat in het lettertype van uw lezer."},
    {Phrase::label_author, "Geschreven door"},
    {Phrase::label_published, "Verschenen"},
    {Phrase::label_updated, "Bijgewerkt"},
    {Phrase::label_address, "Adres"},
    {Phrase::label_retrieved, "Opgehaald"},
    {Phrase::accessibility_all, "Elke afbeelding heeft de beschrijving die de auteur ervan schreef."},
    {Phrase::accessibility_some,
     "Afbeeldingen: {n}. Beschreven door de auteur: {a}. Zonder beschrijving, en aangekondigd als foto’s zonder "
     "beschrijving: {b}."},
    {Phrase::accessibility_none, "Het boek heeft geen afbeeldingen."},
    {Phrase::no_conformance_claim,
     "Er wordt geen conformiteit beweerd: dit boek is door software gemaakt en niet door een mens beoordeeld."},
    {Phrase::title_page, "Titelpagina"},
    {Phrase::lost_posts,
     "{n} bericht kon niet worden gelezen en ontbreekt.|{n} berichten konden niet worden gelezen en ontbreken."},
    {Phrase::lost_parts,
     "{n} deel dat de serie noemt, is niet gevonden.|{n} delen die de serie noemt, zijn niet gevonden."},
    {Phrase::lost_comments,
     "Onder {n} bericht telt het blog meer reacties dan er te vinden waren.|Onder {n} berichten telt het blog meer "
     "reacties dan er te vinden waren."},
    {Phrase::lost_images,
     "{n} afbeelding kon niet worden opgehaald; op haar plaats staat een opmerking.|{n} afbeeldingen konden niet "
     "worden opgehaald; op de plaats van elk staat een opmerking."},
    {Phrase::lost_embeds,
     "{n} video, kaart of speler is niet opgenomen, maar wordt op zijn plaats genoemd.|{n} video’s, kaarten of spelers "
     "zijn niet opgenomen, maar worden op hun plaats genoemd."},
    {Phrase::vanished_posts,
     "{n} bericht is van de site verdwenen en blijft hier zoals het was.|{n} berichten zijn van de site verdwenen en "
     "blijven hier zoals ze waren."},
    {Phrase::rescued_posts,
     "{n} bericht is van de site verdwenen en komt uit een webarchief.|{n} berichten zijn van de site verdwenen en "
     "komen uit een webarchief."},
    {Phrase::rescued_images,
     "{n} foto is van het web verdwenen en komt uit een webarchief.|{n} foto’s zijn van het web verdwenen en komen uit "
     "een webarchief."},
    {Phrase::new_posts, "{n} bericht is nieuw in deze uitgave:|{n} berichten zijn nieuw in deze uitgave:"},
    {Phrase::changed_posts,
     "{n} bericht is gewijzigd sinds de vorige uitgave:|{n} berichten zijn gewijzigd sinds de vorige uitgave:"},
    {Phrase::lost_other, "{n} kleinere wijziging was nodig.|{n} kleinere wijzigingen waren nodig."},
    {Phrase::more_losses, "… en nog {n}|… en nog {n}"},
    {Phrase::references, "Verwijzingen van andere sites"},
    {Phrase::volume, "{a}, deel {b}"},
};
static_assert(is_complete(dutch_texts, plural_rules::one_other));

}  // namespace

constinit const PhraseTable phrase_tables::dutch{
    .tags = "nl",
    .plurals = plural_rules::one_other,
    .day_format = "{d} {m} {y}",
    .moment_format = "{a}, {b}",
    .months = {"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
               "november", "december"},
    .texts = dutch_texts,
};

}  // namespace blogbind
