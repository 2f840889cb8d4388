// Hebrew.
#include "base/phrase_table.h"

namespace blogbind {
namespace {

constexpr PhraseText hebrew_texts[] = {
    {Phrase::contents, "תוכן העניינים"},
    {Phrase::landmarks, "נקודות ציון"},
    {Phrase::start_of_text, "תחילת הטקסט"},
    {Phrase::cover, "כריכה"},
    {Phrase::cover_of, "כריכה: {a}"},
    {Phrase::from_the_blog, "מתוך הבלוג {a}"},
    {Phrase::period, "מ־{a} עד {b}"},
    {Phrase::readers_comments, "תגובות הקוראים"},
    {Phrase::comments_on, "על ”{a}”"},
    {Phrase::comments_on_part, "על ”{a}” ({b} מתוך {c})"},
    {Phrase::comments_title, "תגובות על ”{a}”"},
    {Phrase::continued, "{a} (המשך, {b} מתוך {c})"},
    {Phrase::to_comments, "תגובה אחת לפרק זה|שתי תגובות לפרק זה|{n} תגובות לפרק זה"},
    {Phrase::to_chapter, "חזרה לפרק ”{a}”"},
    {Phrase::comments_summary, "תגובה אחת|שתי תגובות|{n} תגובות"},
    {Phrase::people_count, "אדם אחד|שני אנשים|{n} אנשים"},
    {Phrase::comments_from, "{a} מאת {b}."},
    {Phrase::comments_retrieved, "{a} מאת {b}, נכון ל־{c}."},
    {Phrase::comments_order,
     "התגובות מובאות במלואן ובסדר שבו נכתבו; תשובה מופיעה מתחת לתגובה שהיא עונה עליה. שיחות שהעמיקו מעבר לשלוש רמות "
     "נמשכות ברמה השלישית ומציינות למי הן עונות."},
    {Phrase::by_post_author, "מחבר הרשומה"},
    {Phrase::in_reply_to, "בתשובה אל {a}"},
    {Phrase::anonymous, "אנונימי"},
    {Phrase::likes, "לייק אחד|שני לייקים|{n} לייקים"},
    {Phrase::removed_comment, "תגובה שהוסרה"},
    {Phrase::comment_removed, "כאן הייתה תגובה שהוסרה מהבלוג."},
    {Phrase::first_published, "פורסם לראשונה ב־{a} באתר {b}."},
    {Phrase::first_published_updated, "פורסם לראשונה ב־{a}, עודכן ב־{b}, באתר {c}."},
    {Phrase::published_at, "פורסם באתר {a}."},
    {Phrase::notes, "הערות"},
    {Phrase::back_to_text, "חזרה לטקסט, הערה {a}"},
    {Phrase::photo, "תצלום"},
    {Phrase::photo_undescribed, "תצלום ללא תיאור"},
    {Phrase::photo_missing, "לא ניתן היה לאחזר תצלום זה: {a}"},
    {Phrase::photo_source, "הוא היה בכתובת {a}"},
    {Phrase::gallery, "גלריה, תצלום אחד|גלריה, שני תצלומים|גלריה, {n} תצלומים"},
    {Phrase::still_of, "תמונה מתוך: {a}"},
    {Phrase::video, "סרטון"},
    {Phrase::audio, "קטע קול"},
    {Phrase::map, "מפה"},
    {Phrase::embedded, "תוכן מוטבע"},
    {Phrase::embed_not_included, "לא נכלל בספר זה. ברשת:"},
    {Phrase::photo_here, "[תצלום: {a}]"},
    {Phrase::pull_quote, "ציטוט מודגש"},
    {Phrase::about_book, "על הספר הזה"},
    {Phrase::about_summary, "הספר הזה כולל: {a}, {b}, {c}."},
    {Phrase::posts_count, "רשומה אחת|שתי רשומות|{n} רשומות"},
    {Phrase::photos_count, "תצלום אחד|שני תצלומים|{n} תצלומים"},
    {Phrase::sources, "מקורות"},
    {Phrase::label_series, "סדרה"},
    {Phrase::changes_and_losses, "מה חסר או השתנה"},
    {Phrase::nothing_lost, "שום דבר לא אבד בדרך."},
    {Phrase::rights, "זכויות"},
    {Phrase::rights_notice, "© {a} {b}; הזכויות בכל תגובה © שמורות למי שכתב אותה. עותק קריאה אישי של בלוג ציבורי."},
    {Phrase::how_made, "איך נוצר הספר"},
    {Phrase::made_with, "נוצר באמצעות {a} מדפי הבלוג עצמו. הטקסט מוצג בגופן של מכשיר הקריאה שלכם."},
    {Phrase::label_author, "נכתב בידי"},
    {Phrase::label_published, "פורסם"},
    {Phrase::label_updated, "עודכן"},
    {Phrase::label_address, "כתובת"},
    {Phrase::label_retrieved, "אוחזר"},
    {Phrase::accessibility_all, "לכל תמונה יש תיאור שכתב המחבר."},
    {Phrase::accessibility_some, "תמונות: {n}. עם תיאור של המחבר: {a}. ללא תיאור, ומוקראות כתצלומים ללא תיאור: {b}."},
    {Phrase::accessibility_none, "אין תמונות בספר."},
    {Phrase::no_conformance_claim, "אין הצהרה על עמידה בתקני נגישות: הספר הופק בתוכנה ולא הוערך בידי אדם."},
    {Phrase::title_page, "עמוד השער"},
    {Phrase::lost_posts,
     "רשומה אחת לא ניתנה לקריאה וחסרה.|שתי רשומות לא ניתנו לקריאה וחסרות.|{n} רשומות לא ניתנו לקריאה וחסרות."},
    {Phrase::lost_parts,
     "חלק אחד שהסדרה מזכירה לא נמצא.|שני חלקים שהסדרה מזכירה לא נמצאו.|{n} חלקים שהסדרה מזכירה לא נמצאו."},
    {Phrase::lost_comments,
     "ברשומה אחת הבלוג מונה יותר תגובות ממה שנמצא.|בשתי רשומות הבלוג מונה יותר תגובות ממה שנמצא.|ב־{n} רשומות הבלוג "
     "מונה יותר תגובות ממה שנמצא."},
    {Phrase::lost_images,
     "תמונה אחת לא אוחזרה; הערה עומדת במקומה.|שתי תמונות לא אוחזרו; הערה עומדת במקום כל אחת מהן.|{n} תמונות לא אוחזרו; "
     "הערה עומדת במקום כל אחת מהן."},
    {Phrase::lost_embeds,
     "סרטון, מפה או נגן אחד לא נכלל; הוא מוזכר במקומו.|שני סרטונים, מפות או נגנים לא נכללו; כל אחד מוזכר במקומו.|{n} "
     "סרטונים, מפות או נגנים לא נכללו; כל אחד מוזכר במקומו."},
    {Phrase::vanished_posts,
     "רשומה אחת נעלמה מהאתר ונשמרה כאן כפי שהייתה.|שתי רשומות נעלמו מהאתר ונשמרו כאן כפי שהיו.|{n} רשומות נעלמו מהאתר "
     "ונשמרו כאן כפי שהיו."},
    {Phrase::rescued_posts,
     "רשומה אחת נעלמה מהאתר ונלקחה מארכיון רשת.|שתי רשומות נעלמו מהאתר ונלקחו מארכיון רשת.|{n} רשומות נעלמו מהאתר "
     "ונלקחו מארכיון רשת."},
    {Phrase::rescued_images,
     "תמונה אחת נעלמה ממקומה ונלקחה מארכיון רשת.|שתי תמונות נעלמו ממקומן ונלקחו מארכיון רשת.|{n} תמונות נעלמו ממקומן "
     "ונלקחו מארכיון רשת."},
    {Phrase::new_posts, "רשומה אחת חדשה במהדורה זו:|שתי רשומות חדשות במהדורה זו:|{n} רשומות חדשות במהדורה זו:"},
    {Phrase::changed_posts,
     "רשומה אחת השתנתה מאז המהדורה הקודמת:|שתי רשומות השתנו מאז המהדורה הקודמת:|{n} רשומות השתנו מאז המהדורה הקודמת:"},
    {Phrase::lost_other, "נדרש שינוי קטן אחד.|נדרשו שני שינויים קטנים.|נדרשו {n} שינויים קטנים."},
    {Phrase::more_losses, "… ועוד מקרה אחד|… ועוד שני מקרים|… ועוד {n} מקרים"},
    {Phrase::references, "קישורים מאתרים אחרים"},
    {Phrase::volume, "{a}, כרך {b}"},
};
static_assert(is_complete(hebrew_texts, plural_rules::hebrew));

}  // namespace

constinit const PhraseTable phrase_tables::hebrew{
    .tags = "he iw",
    .plurals = plural_rules::hebrew,
    .day_format = "{d} ב{m} {y}",
    .moment_format = "{a}, {b}",
    .months = {"ינואר", "פברואר", "מרץ", "אפריל", "מאי", "יוני", "יולי", "אוגוסט", "ספטמבר", "אוקטובר", "נובמבר",
               "דצמבר"},
    .texts = hebrew_texts,
};

}  // namespace blogbind
