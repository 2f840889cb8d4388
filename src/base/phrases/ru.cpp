// Russian. What follows a number like 21 is in the singular, so no text of that form says "it" or "its".
#include "base/phrase_table.h"

namespace blogbind {
namespace {

constexpr PhraseText russian_texts[] = {
    {Phrase::contents, "Содержание"},
    {Phrase::landmarks, "Ориентиры"},
    {Phrase::start_of_text, "Начало текста"},
    {Phrase::cover, "Обложка"},
    {Phrase::cover_of, "Обложка: {a}"},
    {Phrase::from_the_blog, "Из блога {a}"},
    {Phrase::period, "{a} — {b}"},
    {Phrase::readers_comments, "Комментарии читателей"},
    {Phrase::comments_on, "К записи «{a}»"},
    {Phrase::comments_on_part, "К записи «{a}» ({b} из {c})"},
    {Phrase::comments_title, "Комментарии к записи «{a}»"},
    {Phrase::continued, "{a} (продолжение, {b} из {c})"},
    {Phrase::to_comments, "{n} комментарий к этой главе|{n} комментария к этой главе|{n} комментариев к этой главе"},
    {Phrase::to_chapter, "Назад к главе «{a}»"},
    {Phrase::comments_summary, "{n} комментарий|{n} комментария|{n} комментариев"},
    {Phrase::people_count, "{n} человека|{n} человек|{n} человек"},
    {Phrase::comments_from, "{a} от {b}."},
    {Phrase::comments_retrieved, "{a} от {b} по состоянию на {c}."},
    {Phrase::comments_order,
     "Комментарии приведены полностью и в том порядке, в котором они были оставлены; ответ стоит под комментарием, на "
     "который он дан. Беседы глубже трёх уровней продолжаются на третьем, с указанием, кому отвечают."},
    {Phrase::by_post_author, "автор"},
    {Phrase::in_reply_to, "в ответ на: {a}"},
    {Phrase::anonymous, "Аноним"},
    {Phrase::likes, "{n} отметка «Нравится»|{n} отметки «Нравится»|{n} отметок «Нравится»"},
    {Phrase::removed_comment, "удалённый комментарий"},
    {Phrase::comment_removed, "Здесь был комментарий, который удалили в блоге."},
    {Phrase::first_published, "Впервые опубликовано {a} на сайте {b}."},
    {Phrase::first_published_updated, "Впервые опубликовано {a}, обновлено {b}, на сайте {c}."},
    {Phrase::published_at, "Опубликовано на сайте {a}."},
    {Phrase::notes, "Примечания"},
    {Phrase::back_to_text, "Назад к тексту, примечание {a}"},
    {Phrase::photo, "Фотография"},
    {Phrase::photo_undescribed, "Фотография без описания"},
    {Phrase::photo_missing, "Эту фотографию не удалось загрузить: {a}"},
    {Phrase::photo_source, "Она находилась по адресу {a}"},
    {Phrase::gallery, "Галерея, {n} фотография|Галерея, {n} фотографии|Галерея, {n} фотографий"},
    {Phrase::still_of, "Кадр: {a}"},
    {Phrase::video, "Видео"},
    {Phrase::audio, "Аудиозапись"},
    {Phrase::map, "Карта"},
    {Phrase::embedded, "Встроенное содержимое"},
    {Phrase::embed_not_included, "В эту книгу не вошло. В интернете:"},
    {Phrase::photo_here, "[фото: {a}]"},
    {Phrase::pull_quote, "Выделенная цитата"},
    {Phrase::about_book, "Об этой книге"},
    {Phrase::about_summary, "В книгу вошли: {a}, {b} и {c}."},
    {Phrase::posts_count, "{n} запись|{n} записи|{n} записей"},
    {Phrase::photos_count, "{n} фотография|{n} фотографии|{n} фотографий"},
    {Phrase::sources, "Источники"},
    {Phrase::label_series, "Серия"},
    {Phrase::changes_and_losses, "Чего недостаёт и что изменено"},
    {Phrase::nothing_lost, "По пути ничего не потерялось."},
    {Phrase::rights, "Права"},
    {Phrase::rights_notice, "© {a} {b}; каждый комментарий © его автор. Личная копия общедоступного блога для чтения."},
    {Phrase::how_made, "Как сделана книга"},
    {Phrase::made_with, "Книгу сделала программа {a} из страниц самого блога."},
    {Phrase::label_author, "Автор"},
    {Phrase::label_published, "Опубликовано"},
    {Phrase::label_updated, "Обновлено"},
    {Phrase::label_address, "Адрес"},
    {Phrase::label_retrieved, "Загружено"},
    {Phrase::accessibility_all, "У каждого изображения есть описание, написанное автором."},
    {Phrase::accessibility_some,
     "Изображения: {n}. С описанием автора: {a}. Без описания, объявляются как фотографии без описания: {b}."},
    {Phrase::accessibility_none, "В книге нет изображений."},
    {Phrase::no_conformance_claim,
     "О соответствии стандартам доступности не заявляется: книга создана программой и не проверялась человеком."},
    {Phrase::title_page, "Титульный лист"},
    {Phrase::itinerary, "Маршрут"},
    {Phrase::route_map, "Карта путешествия"},
    {Phrase::label_date, "Дата"},
    {Phrase::label_place, "Место"},
    {Phrase::label_chapter, "Глава"},
    {Phrase::photo_index, "Указатель фотографий"},
    {Phrase::part_of_year, "{a} год"},
    {Phrase::introduction, "Введение"},
    {Phrase::preface, "Предисловие"},
    {Phrase::dedication, "Посвящение"},
    {Phrase::coastlines_from, "Береговые линии на карте взяты из {a}."},
    {Phrase::lost_posts,
     "{n} запись не удалось прочитать и включить в книгу.|{n} записи не удалось прочитать и включить в книгу.|{n} "
     "записей не удалось прочитать и включить в книгу."},
    {Phrase::lost_parts,
     "Не найдена {n} часть, названная в серии.|Не найдены {n} части, названные в серии.|Не найдено {n} частей, "
     "названных в серии."},
    {Phrase::lost_comments,
     "У {n} записи в блоге указано больше комментариев, чем удалось найти.|У {n} записей в блоге указано больше "
     "комментариев, чем удалось найти.|У {n} записей в блоге указано больше комментариев, чем удалось найти."},
    {Phrase::lost_images,
     "{n} изображение не удалось загрузить; место пропуска отмечено.|{n} изображения не удалось загрузить; места "
     "пропусков отмечены.|{n} изображений не удалось загрузить; места пропусков отмечены."},
    {Phrase::lost_embeds,
     "{n} вставка (видео, карта или проигрыватель) не вошла в книгу и названа на своём месте.|{n} вставки (видео, "
     "карты или проигрыватели) не вошли в книгу и названы на своих местах.|{n} вставок (видео, карты или "
     "проигрыватели) не вошли в книгу и названы на своих местах."},
    {Phrase::vanished_posts,
     "{n} запись исчезла с сайта и сохранена здесь в прежнем виде.|{n} записи исчезли с сайта и сохранены здесь в "
     "прежнем виде.|{n} записей исчезли с сайта и сохранены здесь в прежнем виде."},
    {Phrase::rescued_posts,
     "{n} запись исчезла с сайта и взята из веб-архива.|{n} записи исчезли с сайта и взяты из веб-архива.|{n} записей "
     "исчезли с сайта и взяты из веб-архива."},
    {Phrase::rescued_images,
     "{n} изображение исчезло с прежнего места и взято из веб-архива.|{n} изображения исчезли с прежних мест и взяты "
     "из веб-архива.|{n} изображений исчезли с прежних мест и взяты из веб-архива."},
    {Phrase::new_posts,
     "{n} новая запись в этом издании:|{n} новые записи в этом издании:|{n} новых записей в этом издании:"},
    {Phrase::changed_posts,
     "{n} запись изменилась с прошлого издания:|{n} записи изменились с прошлого издания:|{n} записей изменились с "
     "прошлого издания:"},
    {Phrase::lost_other,
     "Потребовалось {n} мелкое изменение.|Потребовалось {n} мелких изменения.|Потребовалось {n} мелких изменений."},
    {Phrase::more_losses, "… и ещё {n}|… и ещё {n}|… и ещё {n}"},
    {Phrase::references, "Ссылки с других сайтов"},
    {Phrase::volume, "{a}, том {b}"},
    {Phrase::readers_font, "Текст набран шрифтом вашей программы для чтения."},
    {Phrase::fonts_within, "Шрифты внутри книги: {a}."},
    {Phrase::cut_posts,
     "{n} запись приведена только в открытой для всех части.|{n} записи приведены только в открытой для всех "
     "части.|{n} записей приведены только в открытой для всех части."},
};
static_assert(is_complete(russian_texts, plural_rules::russian));

}  // namespace

constinit const PhraseTable phrase_tables::russian{
    .tags = "ru",
    .plurals = plural_rules::russian,
    .day_format = "{d} {m} {y} года",
    .moment_format = "{a}, {b}",
    .months = {"января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября",
               "ноября", "декабря"},
    .texts = russian_texts,
};

}  // namespace blogbind
