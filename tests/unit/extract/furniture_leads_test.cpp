#include "extract/furniture_leads.h"

#include <doctest/doctest.h>

#include <string>

#include "extract/extract.h"
#include "extract/furniture_lines.h"
#include "sample_page.h"

namespace blogbind::extract {

TEST_CASE("furniture leads: lines that lead to other posts go, in the languages of blogs") {
    const std::string post = "Ten bridges of Bergen";
    for (const std::string lead : {"Read also: ", "Lesen Sie auch: ", "Lea también: ", "LEE TAMBIÉN: ", "MIRA: ",
                                   "À lire aussi : ", "Leggi anche: ", "Leia também: ", "Lees ook: ", "Czytaj też: ",
                                   "Читайте также: ", "関連記事：", "Mehr zum Thema » "}) {
        CAPTURE(lead);
        CHECK(is_cross_link(lead + post, post.size()));
        CHECK_FALSE(is_cross_link(lead + post, 0));
    }
    // the author's own words around a link
    CHECK_FALSE(is_cross_link("Read the story of the bridges before you go", 10));
    CHECK_FALSE(is_cross_link("Read: the captain's notes, which I found in the harbour office, and the log", 8));
    CHECK_FALSE(is_cross_link("See also: Bergen Railway", 15));
}

TEST_CASE("furniture leads: tags and invitations") {
    CHECK(is_term_list("Tags: ferry, night, Oslo", 15));
    CHECK(is_term_list("Schlagwörter: Fähre, Nacht", 11));
    CHECK_FALSE(is_term_list("Tags: sewn into the collar of the coat", 0));
    CHECK(is_invitation("Sign up for our weekly newsletter!"));
    CHECK(is_invitation("Melde dich jetzt für unseren Newsletter an"));
    CHECK(is_invitation("Folge uns auf Facebook und Instagram"));
    CHECK(is_invitation("Join our WhatsApp channel for ferry news."));
    CHECK(is_invitation("¿Ya sabías que tenemos canal? Únete a nuestro Telegram."));
    CHECK(is_invitation("Um diese Fahrt kommentieren zu können, müssen Sie eingeloggt sein."));
    CHECK(is_invitation("Puedes seguir a la naviera en Facebook o suscribirte a nuestra newsletter."));
    CHECK(is_invitation("Kennt ihr schon unseren Fahrplan für den Winter?"));
    CHECK_FALSE(is_invitation("I could not join them on the pier, and Telegram was a name of a boat."));
    CHECK_FALSE(is_invitation("The newsletter of the harbour told us to sign up for the ferry."));
}

TEST_CASE("furniture leads: what a page earns from its links") {
    CHECK(is_disclosure("*Werbung. Dieser Beitrag enthält Werbung für eine Fähre."));
    CHECK(is_disclosure("Anzeige, enthält Affiliate-Links"));
    CHECK(is_disclosure("(This post contains affiliate links to tickets.)"));
    CHECK_FALSE(is_disclosure("Werbung hing an jedem Mast der Fähre."));
    CHECK_FALSE(is_disclosure("The commission of inquiry heard the captain, and an affiliate of the line was fined."));
}

TEST_CASE("furniture leads: a text keeps what its author wrote and loses the rest") {
    const std::string html = "<html><body><article><h1>Night ferry</h1><div class=entry-content>" + std::string(prose) +
                             "<p><strong>Read also:</strong> <a href='/bridges/'>Ten bridges of Bergen</a></p>" +
                             std::string(prose) +
                             "<p>Subscribe to our newsletter.</p><p><a href='#'>Copy link</a></p><p>See also: <a "
                             "href='https://railway.example/'>Bergen Railway</a></p></div></article></body></html>";
    Report report;
    const Result<Post> post = extract_post({}, page_of(part_of(html)), report);
    REQUIRE(post);
    const std::string text = markup::collapsed_text(post->body.root());
    CHECK(text.find("Ten bridges") == std::string::npos);
    CHECK(text.find("newsletter") == std::string::npos);
    CHECK(text.find("Copy link") == std::string::npos);
    CHECK(text.find("Bergen Railway") != std::string::npos);
}

TEST_CASE("furniture headings: capitals with accents are no other letters") {
    CHECK(is_author_heading("Über den Autor"));
    CHECK(is_related_heading("Ähnliche Beiträge"));
    CHECK(is_furniture_line("ZURÜCK ZUR ÜBERSICHT"));
    CHECK(is_furniture_line("Écouter l’article"));
    CHECK(is_furniture_line("Seguir leyendo:"));
}

TEST_CASE("furniture lines: how long a text takes, and when it was changed") {
    CHECK(is_reading_time("4 min read"));
    CHECK(is_reading_time("Lesezeit: 4 Minuten"));
    CHECK_FALSE(is_reading_time("We had 4 minutes to read the chart before the ferry left."));
    CHECK_FALSE(is_reading_time("Reading time is over."));
    CHECK(is_update_text("Last updated: 3 May 2019"));
    CHECK(is_update_text("Aktualisiert am 3. Mai 2019"));
    CHECK(is_update_text("Aktualisiert am 17.01.2021."));
    CHECK(is_update_text("Updated on 3 May 2019, 5 pm EST"));
    CHECK_FALSE(is_update_text("Updated on 3 May 2019: the ferry no longer runs."));
    CHECK_FALSE(is_update_text("Stand: 3. Mai 2019, die Fähre fährt nicht mehr."));
    CHECK_FALSE(is_byline_text("Updated on 3 May 2019: the ferry no longer runs."));
    CHECK(is_byline_text("Updated on 3 May 2019 by Ann Lee"));
    CHECK_FALSE(is_update_text("Last updated by hand"));
    CHECK_FALSE(is_update_text("Stand: 12 boats"));
}

TEST_CASE("furniture lines: a date alone is a byline") {
    CHECK(is_byline_text("11 Jan 2019"));
    CHECK(is_byline_text("23.10.2018"));
    CHECK_FALSE(is_byline_text("On 11 January 2019 the last ferry left the harbour of Bergen."));
}

}  // namespace blogbind::extract
