// Italian.
#include "base/phrase_table.h"

namespace blogbind {
namespace {

constexpr PhraseText italian_texts[] = {
    {Phrase::contents, "Indice"},
    {Phrase::landmarks, "Punti di riferimento"},
    {Phrase::start_of_text, "Inizio del testo"},
    {Phrase::cover, "Copertina"},
    {Phrase::cover_of, "Copertina: {a}"},
    {Phrase::from_the_blog, "Dal blog {a}"},
    {Phrase::period, "{a} – {b}"},
    {Phrase::readers_comments, "Commenti dei lettori"},
    {Phrase::comments_on, "Su «{a}»"},
    {Phrase::comments_on_part, "Su «{a}» ({b} di {c})"},
    {Phrase::comments_title, "Commenti su «{a}»"},
    {Phrase::continued, "{a} (continua, {b} di {c})"},
    {Phrase::to_comments, "{n} commento a questo capitolo|{n} commenti a questo capitolo"},
    {Phrase::to_chapter, "Torna al capitolo «{a}»"},
    {Phrase::comments_summary, "{n} commento|{n} commenti"},
    {Phrase::people_count, "{n} persona|{n} persone"},
    {Phrase::comments_from, "{a} di {b}."},
    {Phrase::comments_retrieved, "{a} di {b}, situazione al {c}."},
    {Phrase::comments_order,
     "I commenti sono riportati per intero e nell’ordine in cui furono pubblicati; una risposta sta sotto il commento "
     "a cui risponde. Le conversazioni oltre i tre livelli proseguono al terzo e dicono a chi rispondono."},
    {Phrase::by_post_author, "autore"},
    {Phrase::in_reply_to, "in risposta a {a}"},
    {Phrase::anonymous, "Anonimo"},
    {Phrase::likes, "{n} mi piace|{n} mi piace"},
    {Phrase::removed_comment, "un commento rimosso"},
    {Phrase::comment_removed, "Qui c’era un commento che è stato rimosso sul blog."},
    {Phrase::first_published, "Prima pubblicazione: {a}, su {b}."},
    {Phrase::first_published_updated, "Prima pubblicazione: {a}, aggiornamento: {b}, su {c}."},
    {Phrase::published_at, "Pubblicato su {a}."},
    {Phrase::notes, "Note"},
    {Phrase::back_to_text, "Torna al testo, nota {a}"},
    {Phrase::photo, "Foto"},
    {Phrase::photo_undescribed, "Foto senza descrizione"},
    {Phrase::photo_missing, "Non è stato possibile recuperare questa foto: {a}"},
    {Phrase::photo_source, "Si trovava su {a}"},
    {Phrase::gallery, "Galleria, {n} foto|Galleria, {n} foto"},
    {Phrase::still_of, "Fotogramma da: {a}"},
    {Phrase::video, "Video"},
    {Phrase::audio, "Audio"},
    {Phrase::map, "Mappa"},
    {Phrase::embedded, "Contenuto incorporato"},
    {Phrase::embed_not_included, "Non incluso in questo libro. Online:"},
    {Phrase::photo_here, "[foto: {a}]"},
    {Phrase::pull_quote, "Citazione in evidenza"},
    {Phrase::about_book, "Informazioni su questo libro"},
    {Phrase::about_summary, "Questo libro raccoglie {a}, {b} e {c}."},
    {Phrase::posts_count, "{n} articolo|{n} articoli"},
    {Phrase::photos_count, "{n} fotografia|{n} fotografie"},
    {Phrase::sources, "Fonti"},
    {Phrase::label_series, "Serie"},
    {Phrase::changes_and_losses, "Che cosa manca o è cambiato"},
    {Phrase::nothing_lost, "Nulla è andato perduto lungo la strada."},
    {Phrase::rights, "Diritti"},
    {Phrase::rights_notice,
     "© {a} {b}; ogni commento © di chi l’ha scritto. Copia di lettura personale di un blog pubblico."},
    {Phrase::how_made, "Come è stato fatto"},
    {Phrase::made_with, "Realizzato con {a} a partire dalle pagine del blog."},
    {Phrase::label_author, "Scritto da"},
    {Phrase::label_published, "Pubblicato"},
    {Phrase::label_updated, "Aggiornato"},
    {Phrase::label_address, "Indirizzo"},
    {Phrase::label_retrieved, "Consultato"},
    {Phrase::accessibility_all, "Ogni immagine ha la descrizione scritta dal suo autore."},
    {Phrase::accessibility_some,
     "Immagini: {n}. Descritte dal loro autore: {a}. Senza descrizione, e annunciate come foto senza descrizione: "
     "{b}."},
    {Phrase::accessibility_none, "Il libro non contiene immagini."},
    {Phrase::no_conformance_claim,
     "Non si dichiara alcuna conformità: questo libro è stato prodotto da un programma e non è stato valutato da "
     "nessuno."},
    {Phrase::title_page, "Frontespizio"},
    {Phrase::lost_posts, "{n} articolo non è stato letto e manca.|{n} articoli non sono stati letti e mancano."},
    {Phrase::lost_parts,
     "{n} parte che la serie nomina non è stata trovata.|{n} parti che la serie nomina non sono state trovate."},
    {Phrase::lost_comments,
     "In {n} articolo il blog conta più commenti di quanti ne siano stati trovati.|In {n} articoli il blog conta più "
     "commenti di quanti ne siano stati trovati."},
    {Phrase::lost_images,
     "{n} immagine non è stata recuperata; al suo posto c’è una nota.|{n} immagini non sono state recuperate; al posto "
     "di ciascuna c’è una nota."},
    {Phrase::lost_embeds,
     "{n} video, mappa o riproduttore non è incluso, ma è nominato al suo posto.|{n} video, mappe o riproduttori non "
     "sono inclusi, ma sono nominati al loro posto."},
    {Phrase::vanished_posts,
     "{n} articolo è scomparso dal sito e resta qui com’era.|{n} articoli sono scomparsi dal sito e restano qui "
     "com’erano."},
    {Phrase::rescued_posts,
     "{n} articolo è scomparso dal sito e proviene da un archivio web.|{n} articoli sono scomparsi dal sito e "
     "provengono da un archivio web."},
    {Phrase::rescued_images,
     "{n} immagine è scomparsa dalla rete e proviene da un archivio web.|{n} immagini sono scomparse dalla rete e "
     "provengono da un archivio web."},
    {Phrase::new_posts, "{n} articolo è nuovo in questa edizione:|{n} articoli sono nuovi in questa edizione:"},
    {Phrase::changed_posts,
     "{n} articolo è cambiato dall’ultima edizione:|{n} articoli sono cambiati dall’ultima edizione:"},
    {Phrase::lost_other, "È stata necessaria {n} modifica minore.|Sono state necessarie {n} modifiche minori."},
    {Phrase::more_losses, "… e {n} altro|… e altri {n}"},
    {Phrase::references, "Collegamenti da altri siti"},
    {Phrase::volume, "{a}, volume {b}"},
    {Phrase::readers_font, "Il testo usa il carattere del vostro lettore."},
    {Phrase::fonts_within, "Caratteri inclusi in questo libro: {a}."},
};
static_assert(is_complete(italian_texts, plural_rules::one_other));

}  // namespace

constinit const PhraseTable phrase_tables::italian{
    .tags = "it",
    .plurals = plural_rules::one_other,
    .day_format = "{d} {m} {y}",
    .moment_format = "{a}, {b}",
    .first_of_month = "1º",
    .months = {"gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre", "ottobre",
               "novembre", "dicembre"},
    .texts = italian_texts,
};

}  // namespace blogbind
