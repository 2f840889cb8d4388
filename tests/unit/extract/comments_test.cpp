#include "extract/comments.h"

#include <doctest/doctest.h>

#include "extract/comment_byline.h"
#include "extract/comment_count.h"
#include "extract/comment_fields.h"
#include "sample_page.h"

namespace blogbind::extract {

namespace {

CommentSection section_of(const std::string& html, std::string_view url = "https://blog.example/2019/05/night-ferry/") {
    const PagePart part = part_of(html, url);
    return read_comments(part);
}

/// "id<parent author: text" for each comment.
std::string summary(const std::vector<Comment>& comments) {
    std::string text;
    for (const Comment& comment : comments)
        text += comment.id + "<" + comment.parent.value_or("") + " " + comment.author + ": " +
                markup::collapsed_text(comment.body.root()) + "\n";
    return text;
}

Comment comment_of(std::string id, std::string_view date, std::string parent = {}) {
    Comment comment;
    comment.id = std::move(id);
    comment.author = "Reader " + comment.id;
    comment.published = parse_date(date);
    if (!parent.empty()) comment.parent = std::move(parent);
    markup::append_text(comment.body.root(), "text " + comment.id);
    return comment;
}

std::string ids(const std::vector<Comment>& comments) {
    std::string text;
    for (const Comment& comment : comments) text += comment.id + (comment.parent ? "<" + *comment.parent : "") + " ";
    return text;
}

}  // namespace

TEST_CASE("comments: every generation of markup gives writer, thread and text") {
    struct Case {
        std::string_view name, html;
    };
    const Case cases[] = {
        {"HTML5 themes",
         "<ol class=comment-list><li id=comment-5 class='comment depth-1'><article class=comment-body><footer "
         "class=comment-meta><div class='comment-author vcard'><b class=fn>Ann</b> <span "
         "class=says>says:</span></div><a "
         "href='#comment-5'><time datetime='2020-08-20T10:00:00+02:00'>August</time></a></footer><div "
         "class=comment-content><p>First!</p></div><div class=reply><a class=comment-reply-link "
         "href='?r'>Reply</a></div>"
         "</article><ol class=children><li id=comment-6 class='comment depth-2'><article class=comment-body><footer "
         "class=comment-meta><b class=fn>Bob</b> <time datetime='2020-08-21T10:00:00+02:00'></time></footer><div "
         "class=comment-content><p>Second.</p></div></article></li></ol></li></ol>"},
        {"older themes: bare paragraphs behind the byline",
         "<ol class=commentlist><li id=comment-5 class='comment depth-1'><div id=div-comment-5 class=comment-body><div "
         "class='comment-author vcard'><cite class=fn>Ann</cite> <span class=says>sagt:</span></div><div "
         "class='comment-meta commentmetadata'><a href='#comment-5'>6. Januar 2020 um 9:16</a></div><p>First!</p><div "
         "class=reply><a href='?r'>Antworten</a></div></div><ul class=children><li id=comment-6 class='comment "
         "depth-2'><div class=comment-body><cite class=fn>Bob</cite><div class='comment-meta commentmetadata'><a "
         "href='#comment-6'>7. Januar 2020 um 9:16</a></div><p>Second.</p></div></li></ul></li></ol>"},
        {"replies beside what they answer",
         "<ol><li class='comment depth-1' id=comment-5><cite class=fn>Ann</cite><div "
         "class=comment-text>First!</div></li>"
         "<ul class=children><li class='comment depth-2' id=comment-6><cite class=fn>Bob</cite><div "
         "class=comment-text>Second.</div></li></ul></ol>"},
        {"block themes",
         "<ol class=wp-block-comment-template><li id=comment-5 class=comment><div "
         "class=wp-block-comment-author-name>Ann"
         "</div><div class=wp-block-comment-date><time datetime='2020-08-20T10:00:00+02:00'>x</time></div><div "
         "class=wp-block-comment-content><p>First!</p></div><ol><li id=comment-6 class=comment><div "
         "class=wp-block-comment-author-name>Bob</div><div "
         "class=wp-block-comment-content><p>Second.</p></div></li></ol>"
         "</li></ol>"},
        {"one comment in two elements with one number",
         "<ol><li id=li-comment-5 class='comment depth-1'><div id=comment-5 class=comment><cite "
         "class=fn>Ann</cite><section "
         "class='comment-content comment'>First!</section></div><ul class=children><li id=li-comment-6 class='comment "
         "depth-2'><div id=comment-6 class=comment><cite class=fn>Bob</cite><section "
         "class=comment-content>Second.</section>"
         "</div></li></ul></li></ol>"},
        {"indented tables",
         "<div id=comment-5 style='margin-left:0px'><table><tr><td><img src=a></td><td><b>Ann</b> wrote on <time "
         "datetime='2020-08-20T10:00:00Z'>then</time>:<br><p>First!</p></td></tr></table></div><div id=comment-6 "
         "style='margin-left:20px'><table><tr><td></td><td><b>Bob</b> wrote on <time "
         "datetime='2020-08-20T11:00:00Z'>then"
         "</time>:<br><p>Second.</p></td></tr></table></div>"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        CHECK(summary(section_of("<div id=comments>" + std::string(c.html) + "</div>").comments) ==
              "5< Ann: First!\n6<5 Bob: Second.\n");
    }
}

TEST_CASE("comments: a theme without names is read by what repeats") {
    const CommentSection section =
        section_of("<article><div>" + std::string(prose) +
                   "</div></article><h3>2 comments</h3><div><div><div><b>Ann</b> <i>3 May 2019, "
                   "22:15</i></div><p>I was on that ferry.</p><div><div><b>Bob</b> <i>4 May 2019, 08:01</i></div><p>So "
                   "was I.</p></div>"
                   "</div></div>");
    REQUIRE(section.comments.size() == 2);
    CHECK(section.comments[0].author == "Ann");
    CHECK(markup::collapsed_text(section.comments[0].body.root()) == "I was on that ferry.");
    CHECK(section.comments[1].parent == section.comments[0].id);
    CHECK(section.declared == 2);
}

TEST_CASE("comments: names say what is a comment and what is in it, whoever made the theme") {
    const std::string_view cases[] = {
        // names in capitals, numbers in ids
        "<div class=pageComments><div class=boxComment id=comment31><p class=boxCommentName>Ann</p><p "
        "class=boxCommentTimestamp>28.02.2018</p><div class=boxCommentText>First!</div><div><a>Reply</a></div></div>"
        "<div class=boxComment id=comment32><p class=boxCommentName>Bob</p><p class=boxCommentTimestamp>1.03.2018</p>"
        "<div class=boxCommentText>Second.</div></div></div>",
        // no ids, states in the classes, in the element that was taken for the post
        "<div class=kommentare><div class='kommentar first odd'><span class=benutzer>Ann</span> <span class=datum>"
        "28.02.2018</span><div class=kommentar-text>First!</div></div><div class='kommentar last'><span class=benutzer>"
        "Bob</span> <span class=datum>1.03.2018</span><div class=kommentar-text>Second.</div></div></div>",
        // one line of writer and date
        "<ul class=comments><li class=remark><p class=info>written by Ann on 28 February 2018</p><p>First!</p></li>"
        "<li class=remark><p class=info>written by Bob on March 1, 2018</p><p>Second.</p></li></ul>",
        // a name behind the date
        "<div id=our-comments><div class=our-comment><time datetime='2018-02-28'>28.2.</time><a href='/u/1'>Ann</a>"
        "<div>First!</div></div><div class=our-comment><time datetime='2018-03-01'>1.3.</time><a href='/u/2'>Bob</a>"
        "<div>Second.</div></div></div>"};
    for (const std::string_view html : cases) {
        CAPTURE(html);
        const std::string post = "<article><h1>Night ferry</h1><p>" + std::string(400, 'x') + "</p></article>";
        const CommentSection section = section_of(post + std::string(html));
        REQUIRE(section.comments.size() == 2);
        CHECK(section.comments[0].author == "Ann");
        CHECK(section.comments[1].author == "Bob");
        CHECK(markup::collapsed_text(section.comments[0].body.root()).starts_with("First!"));
        CHECK(markup::collapsed_text(section.comments[1].body.root()) == "Second.");
        REQUIRE(section.comments[0].published);
        CHECK(iso_day(*section.comments[0].published) == "2018-02-28");
    }
}

TEST_CASE("comments: a name ends where the date begins, and what is clicked is nobody's name") {
    CHECK(name_before_date("Ben 19. Juni 2018 um 15:28 Uhr") == "Ben");
    CHECK(name_before_date("geschrieben von otto2012 am 21. Jan. 2015, 19:04") == "otto2012");
    CHECK(name_before_date("Ann Hill | Di, 21. April 2020 - 16:40") == "Ann Hill");
    CHECK(name_before_date("posted by May Hill on May 3, 2019") == "May Hill");
    CHECK(name_before_date("19. Juni 2018") == std::nullopt);
    CHECK(name_before_date("Ann Hill") == std::nullopt);
    CHECK(is_action_label("Antworten"));
    CHECK_FALSE(is_action_label("Anton"));
}

TEST_CASE("comments: what lists other posts' comments, or only counts, is none") {
    const std::string post = "<article><h1>Night ferry</h1><p>" + std::string(400, 'x') + "</p></article>";
    for (const std::string_view html :
         {"<ul class=recent-comments><li class=note><b>Ann</b> <time datetime='2018-02-28'></time> Hm.</li></ul>",
          "<div class=comments><a class=comment-count href='#c'>12 comments</a> <time "
          "datetime='2018-02-28'></time></div>"})
        CHECK(section_of(post + std::string(html)).comments.empty());
}

TEST_CASE("comments: Blogger's dates are exact and removed comments keep their place") {
    const CommentSection section = section_of(
        "<div id=comments><ol><li class=comment id=c99><div class=comment-block><div class=comment-header><cite "
        "class='user "
        "blog-author'><a href='https://b.example/me'>Ann</a></cite><span class='datetime secondary-text'><a "
        "href='https://b.example/p.html?showComment=1505059956197#c99'>10. September</a></span></div><p "
        "class=comment-content>one<br>two</p></div><div class=comment-replies><ol><li class=comment id=c100><cite "
        "class=user>Bob</cite><p class=comment-content><span class=deleted-comment>This comment has been removed by "
        "the "
        "author.</span></p></li></ol></div></li></ol></div>");
    REQUIRE(section.comments.size() == 2);
    CHECK(rfc3339_utc(section.comments[0].published->utc()) == "2017-09-10T16:12:36Z");
    CHECK(section.comments[0].by_post_author);
    CHECK(section.comments[0].author_url == "https://b.example/me");
    CHECK(section.comments[1].removed);
    CHECK(section.comments[1].parent == "99");
}

TEST_CASE("comments: likes are counted and leave the text") {
    const CommentSection section = section_of(
        "<ol id=comments><li class='comment byuser bypostauthor' id=comment-1><cite class=fn>Ann</cite><div "
        "class=comment-content><p>Yes.</p><p class=comment-likes><a class=comment-like-link href='?l'>Like</a> "
        "<span>Liked by "
        "<a class=view-likers data-like-count=2>2 people</a></span></p></div></li><li class=comment id=comment-2><cite "
        "class=fn>Bob</cite><div class=comment-content><p>No.</p><p class=comment-likes><a "
        "href='?l'>Like</a></p></div></li>"
        "</ol>");
    REQUIRE(section.comments.size() == 2);
    CHECK(section.comments[0].likes == 2);
    CHECK(section.comments[0].by_post_author);
    CHECK(markup::collapsed_text(section.comments[0].body.root()) == "Yes.");
    CHECK_FALSE(section.comments[1].likes);
    CHECK(markup::collapsed_text(section.comments[1].body.root()) == "No.");
}

TEST_CASE("comments: links from other sites have a title, an address and perhaps an excerpt") {
    struct Case {
        std::string_view name, html, text;
    };
    const Case cases[] = {
        {"short",
         "<div class=comment-body>Pingback: <a href='https://other.example/p'>Other post</a> <span "
         "class=edit-link></span></div>",
         ""},
        {"short, in a paragraph", "<p>Pingback: <a class=url href='https://other.example/p'>Other post</a></p>", ""},
        {"whole, with an excerpt",
         "<article class=comment-body><footer class=comment-meta><div class='comment-author vcard'><b class=fn><a "
         "class=url href='https://other.example/p'>Other post</a></b> <span class=says>says:</span></div><a "
         "href='https://blog.example/p/#comment-8'><time datetime='2020-08-20T10:00:00Z'>August</time></a></footer>"
         "<div class=comment-content><p>[…] a slow ferry […]</p></div></article>",
         "[…] a slow ferry […]"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        const CommentSection section =
            section_of("<ol id=comments><li class=pingback id=comment-8>" + std::string(c.html) + "</li></ol>");
        REQUIRE(section.comments.size() == 1);
        CHECK(section.comments[0].kind == CommentKind::pingback);
        CHECK(section.comments[0].author == "Other post");
        CHECK(section.comments[0].author_url == "https://other.example/p");
        CHECK(markup::collapsed_text(section.comments[0].body.root()) == c.text);
    }
}

TEST_CASE("comments: the declared number is read in many languages") {
    struct Case {
        std::string_view text;
        std::optional<int> expected;
    };
    const Case cases[] = {
        {"23 thoughts on “Night Ferry, 7 days”", 23},
        {"One thought on “Night Ferry”", 1},
        {"1,204 Comments", 1204},
        {"Ein Gedanke zu „Nachtfähre“", 1},
        {"12 Gedanken zu „Nachtfähre“", 12},
        {"Kommentare (4)", 4},
        {"Se han publicado 3 comentarios", 3},
        {"5 réflexions sur « Nuit »", 5},
        {"No comments:", 0},
        {"2 commenti", 2},
        {"Leave a Reply", std::nullopt},
        {"Part 2: what comments say", std::nullopt},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        CHECK(declared_count(c.text) == c.expected);
    }
}

TEST_CASE("comments: like lines are read in several languages") {
    CHECK(likes_in("Liked by 2 people") == 2);
    CHECK(likes_in("Gefällt 1 Person") == 1);
    CHECK(likes_in("Les gusta a 3 personas") == 3);
    CHECK_FALSE(likes_in("I liked 2 of them"));
}

TEST_CASE("comments: further pages are linked or implied") {
    struct Case {
        std::string_view name, html, expected;
    };
    const Case cases[] = {
        {"newest page shown, older linked",
         "<div class=nav-previous><a href='/2019/05/night-ferry/comment-page-2/#comments'>Older</a></div>", "1 2 "},
        {"oldest page shown, newer linked",
         "<div class=nav-next><a href='/2019/05/night-ferry/comment-page-2/#comments'>Newer</a></div>", "2 "},
        {"a comment's own address tells the page",
         "<li class=comment id=comment-9><a href='/2019/05/night-ferry/comment-page-3/#comment-9'>x</a></li>", "1 2 "},
        {"another post's comment page in a side bar", "<a href='/2019/05/other/comment-page-4/#comment-1'>x</a>", ""},
    };
    for (const Case& c : cases) {
        CAPTURE(c.name);
        std::string found;
        for (const Url& page : section_of(std::string(c.html)).pages)
            found += std::string(1, page.path().at(page.path().size() - 2)) + " ";
        CHECK(found == c.expected);
    }
}

TEST_CASE("conversation: pages become one, oldest first, replies after what they answer") {
    std::vector<std::vector<Comment>> pages(2);
    pages[0].push_back(comment_of("7", "2020-01-05T10:00:00Z"));
    pages[0].push_back(comment_of("9", "2020-01-06T10:00:00Z", "7"));
    pages[0].push_back(comment_of("8", "2020-01-05T11:00:00Z", "7"));
    pages[1].push_back(comment_of("2", "2020-01-01T10:00:00Z"));
    pages[1].push_back(comment_of("3", "2020-01-02T10:00:00Z", "1"));
    pages[1].push_back(comment_of("7", "2020-01-05T10:00:00Z"));
    CHECK(ids(merged_comments(std::move(pages))) == "2 3 7 8<7 9<7 ");
}

TEST_CASE("conversation: what is printed newest first is turned round") {
    std::vector<std::vector<Comment>> pages(1);
    pages[0].push_back(comment_of("a", "2020-01-03"));
    pages[0].push_back(comment_of("b", "2020-01-02"));
    pages[0].push_back(comment_of("c", "2020-01-02"));
    CHECK(ids(merged_comments(std::move(pages))) == "c b a ");
}

TEST_CASE("conversation: answers in a circle still appear") {
    std::vector<std::vector<Comment>> pages(1);
    pages[0].push_back(comment_of("1", "2020-01-01T10:00:00Z", "2"));
    pages[0].push_back(comment_of("2", "2020-01-02T10:00:00Z", "1"));
    CHECK(ids(merged_comments(std::move(pages))) == "1 2<1 ");
}

}  // namespace blogbind::extract
