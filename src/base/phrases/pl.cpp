// Polish.
#include "base/phrase_table.h"

namespace blogbind {
namespace {

constexpr PhraseText polish_texts[] = {
    {Phrase::contents, "Spis treści"},
    {Phrase::landmarks, "Punkty orientacyjne"},
    {Phrase::start_of_text, "Początek tekstu"},
    {Phrase::cover, "Okładka"},
    {Phrase::cover_of, "Okładka: {a}"},
    {Phrase::from_the_blog, "Z bloga {a}"},
    {Phrase::period, "od {a} do {b}"},
    {Phrase::readers_comments, "Komentarze czytelników"},
    {Phrase::comments_on, "Do wpisu „{a}”"},
    {Phrase::comments_on_part, "Do wpisu „{a}” ({b} z {c})"},
    {Phrase::comments_title, "Komentarze do wpisu „{a}”"},
    {Phrase::continued, "{a} (ciąg dalszy, {b} z {c})"},
    {Phrase::to_comments,
     "{n} komentarz do tego rozdziału|{n} komentarze do tego rozdziału|{n} komentarzy do tego rozdziału"},
    {Phrase::to_chapter, "Powrót do rozdziału „{a}”"},
    {Phrase::comments_summary, "{n} komentarz|{n} komentarze|{n} komentarzy"},
    {Phrase::people_count, "{n} osoby|{n} osób|{n} osób"},
    {Phrase::comments_from, "{a} od {b}."},
    {Phrase::comments_retrieved, "{a} od {b}, stan z dnia {c}."},
    {Phrase::comments_order,
     "Komentarze przytoczono w całości, w kolejności ich zamieszczenia; odpowiedź stoi pod komentarzem, którego "
     "dotyczy. Rozmowy głębsze niż trzy poziomy toczą się dalej na trzecim, z podaniem, komu ktoś odpowiada."},
    {Phrase::by_post_author, "autor"},
    {Phrase::in_reply_to, "w odpowiedzi na: {a}"},
    {Phrase::anonymous, "Anonim"},
    {Phrase::likes, "{n} polubienie|{n} polubienia|{n} polubień"},
    {Phrase::removed_comment, "usunięty komentarz"},
    {Phrase::comment_removed, "W tym miejscu znajdował się komentarz, który usunięto z bloga."},
    {Phrase::first_published, "Opublikowano po raz pierwszy {a} na stronie {b}."},
    {Phrase::first_published_updated, "Opublikowano po raz pierwszy {a}, zaktualizowano {b}, na stronie {c}."},
    {Phrase::published_at, "Opublikowano na stronie {a}."},
    {Phrase::notes, "Przypisy"},
    {Phrase::back_to_text, "Powrót do tekstu, przypis {a}"},
    {Phrase::photo, "Zdjęcie"},
    {Phrase::photo_undescribed, "Zdjęcie bez opisu"},
    {Phrase::photo_missing, "Nie udało się pobrać tego zdjęcia: {a}"},
    {Phrase::photo_source, "Znajdowało się pod adresem {a}"},
    {Phrase::gallery, "Galeria, {n} zdjęcie|Galeria, {n} zdjęcia|Galeria, {n} zdjęć"},
    {Phrase::still_of, "Kadr: {a}"},
    {Phrase::video, "Film"},
    {Phrase::audio, "Nagranie dźwiękowe"},
    {Phrase::map, "Mapa"},
    {Phrase::embedded, "Treść osadzona"},
    {Phrase::embed_not_included, "Nie zamieszczono w tej książce. W internecie:"},
    {Phrase::photo_here, "[zdjęcie: {a}]"},
    {Phrase::pull_quote, "Wyróżniony cytat"},
    {Phrase::about_book, "O tej książce"},
    {Phrase::about_summary, "Na tę książkę składają się: {a}, {b} i {c}."},
    {Phrase::posts_count, "{n} wpis|{n} wpisy|{n} wpisów"},
    {Phrase::photos_count, "{n} zdjęcie|{n} zdjęcia|{n} zdjęć"},
    {Phrase::sources, "Źródła"},
    {Phrase::label_series, "Cykl"},
    {Phrase::changes_and_losses, "Czego brakuje lub co zmieniono"},
    {Phrase::nothing_lost, "Po drodze nic nie zginęło."},
    {Phrase::rights, "Prawa"},
    {Phrase::rights_notice, "© {a} {b}; każdy komentarz © jego autor. Kopia publicznego bloga do użytku osobistego."},
    {Phrase::how_made, "Jak powstała ta książka"},
    {Phrase::made_with, "Książkę przygotował program {a} ze stron samego bloga."},
    {Phrase::label_author, "Autor"},
    {Phrase::label_published, "Opublikowano"},
    {Phrase::label_updated, "Zaktualizowano"},
    {Phrase::label_address, "Adres"},
    {Phrase::label_retrieved, "Pobrano"},
    {Phrase::accessibility_all, "Każdy obraz ma opis napisany przez autora."},
    {Phrase::accessibility_some,
     "Obrazy: {n}. Z opisem autora: {a}. Bez opisu, zapowiadane jako zdjęcia bez opisu: {b}."},
    {Phrase::accessibility_none, "Książka nie zawiera obrazów."},
    {Phrase::no_conformance_claim,
     "Nie deklaruje się zgodności ze standardami dostępności: książkę przygotował program i nie oceniał jej człowiek."},
    {Phrase::title_page, "Strona tytułowa"},
    {Phrase::itinerary, "Trasa podróży"},
    {Phrase::route_map, "Mapa podróży"},
    {Phrase::label_date, "Data"},
    {Phrase::label_place, "Miejsce"},
    {Phrase::label_chapter, "Rozdział"},
    {Phrase::photo_index, "Spis zdjęć"},
    {Phrase::part_of_year, "{a}"},
    {Phrase::introduction, "Wprowadzenie"},
    {Phrase::preface, "Przedmowa"},
    {Phrase::dedication, "Dedykacja"},
    {Phrase::coastlines_from, "Linie brzegowe na mapie pochodzą z {a}."},
    {Phrase::lost_posts,
     "Nie udało się odczytać {n} wpisu; brakuje go.|Nie udało się odczytać {n} wpisów; brakuje ich.|Nie udało się "
     "odczytać {n} wpisów; brakuje ich."},
    {Phrase::lost_parts,
     "Nie znaleziono {n} części wymienionej w cyklu.|Nie znaleziono {n} części wymienionych w cyklu.|Nie znaleziono "
     "{n} części wymienionych w cyklu."},
    {Phrase::lost_comments,
     "Pod {n} wpisem blog liczy więcej komentarzy, niż udało się znaleźć.|Pod {n} wpisami blog liczy więcej "
     "komentarzy, niż udało się znaleźć.|Pod {n} wpisami blog liczy więcej komentarzy, niż udało się znaleźć."},
    {Phrase::lost_images,
     "Nie udało się pobrać {n} obrazu; w jego miejscu stoi uwaga.|Nie udało się pobrać {n} obrazów; w miejscu każdego "
     "z nich stoi uwaga.|Nie udało się pobrać {n} obrazów; w miejscu każdego z nich stoi uwaga."},
    {Phrase::lost_embeds,
     "{n} element (film, mapę lub odtwarzacz) pominięto, ale wymieniono w jego miejscu.|{n} elementy (filmy, mapy lub "
     "odtwarzacze) pominięto, ale wymieniono w ich miejscach.|{n} elementów (filmów, map lub odtwarzaczy) pominięto, "
     "ale wymieniono w ich miejscach."},
    {Phrase::vanished_posts,
     "{n} wpis zniknął z witryny i pozostaje tu w dawnej postaci.|{n} wpisy zniknęły z witryny i pozostają tu w dawnej "
     "postaci.|{n} wpisów zniknęło z witryny i pozostaje tu w dawnej postaci."},
    {Phrase::rescued_posts,
     "{n} wpis zniknął z witryny i pochodzi z archiwum internetowego.|{n} wpisy zniknęły z witryny i pochodzą z "
     "archiwum internetowego.|{n} wpisów zniknęło z witryny i pochodzi z archiwum internetowego."},
    {Phrase::rescued_images,
     "{n} obraz zniknął ze swojego miejsca i pochodzi z archiwum internetowego.|{n} obrazy zniknęły ze swoich miejsc i "
     "pochodzą z archiwum internetowego.|{n} obrazów zniknęło ze swoich miejsc i pochodzi z archiwum internetowego."},
    {Phrase::new_posts,
     "{n} wpis jest nowy w tym wydaniu:|{n} wpisy są nowe w tym wydaniu:|{n} wpisów jest nowych w tym wydaniu:"},
    {Phrase::changed_posts,
     "{n} wpis zmienił się od poprzedniego wydania:|{n} wpisy zmieniły się od poprzedniego wydania:|{n} wpisów "
     "zmieniło się od poprzedniego wydania:"},
    {Phrase::lost_other,
     "Konieczna była {n} drobniejsza zmiana.|Konieczne były {n} drobniejsze zmiany.|Koniecznych było {n} drobniejszych "
     "zmian."},
    {Phrase::more_losses, "… i jeszcze {n}|… i jeszcze {n}|… i jeszcze {n}"},
    {Phrase::references, "Odsyłacze z innych witryn"},
    {Phrase::volume, "{a}, tom {b}"},
    {Phrase::readers_font, "Tekst jest składany krojem pisma czytnika."},
    {Phrase::fonts_within, "Kroje pisma dołączone do książki: {a}."},
    {Phrase::cut_posts,
     "{n} wpis zawiera tylko część dostępną dla wszystkich.|{n} wpisy zawierają tylko część dostępną dla "
     "wszystkich.|{n} wpisów zawiera tylko część dostępną dla wszystkich."},
};
static_assert(is_complete(polish_texts, plural_rules::polish));

}  // namespace

constinit const PhraseTable phrase_tables::polish{
    .tags = "pl",
    .plurals = plural_rules::polish,
    .day_format = "{d} {m} {y}",
    .moment_format = "{a}, {b}",
    .months = {"stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca", "lipca", "sierpnia", "września",
               "października", "listopada", "grudnia"},
    .texts = polish_texts,
};

}  // namespace blogbind
