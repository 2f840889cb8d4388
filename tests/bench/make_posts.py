#!/usr/bin/env python3
"""Writes a blog as saved pages, for measuring and for showing its book to judges:

    make_posts.py FOLDER [--posts N] [--comments M] [--language en|ja|ar|mixed] [--vertical]

Every page has a title, a date, two or more paragraphs and M comments in threads. Same arguments, same bytes."""
import argparse
import datetime
import html
import pathlib

WORDS = {
    "en": "harbour stone ferry morning bread lantern rope gull kettle slate ladder tide orchard window bicycle".split(),
    "ja": "港 石 渡し船 朝 パン 灯り 綱 鴎 やかん 梯子 潮 果樹園 窓 自転車".split(),
    "ar": "ميناء حجر عبارة صباح خبز فانوس حبل نورس غلاية سلم مد بستان نافذة دراجة".split(),
    "ru": "гавань камень паром утро хлеб фонарь канат чайка чайник лестница прилив сад окно".split(),
}
SENTENCES = {
    "en": "We found the {0} behind the {1}, and nobody could say whose {2} it was.",
    "ja": "{1}の裏で{0}を見つけたが、それが誰の{2}なのか誰も言えなかった。",
    "ar": "وجدنا {0} خلف {1} ولم يعرف أحد لمن {2}.",
    "ru": "Мы нашли {0} там, где {1}, и никто не знал, чей это {2}.",
}
NAMES = {"en": ["Ada", "Bram", "Chloe"], "ja": ["花子", "太郎", "Ken"], "ar": ["ليلى", "سامي", "Nora"],
         "ru": ["Анна", "Иван", "Olga"]}
PAGE = """<!DOCTYPE html>
<html lang="{language}"{direction}>
<head><meta charset="utf-8"><title>{title} – Bench Blog</title>
<link rel="canonical" href="https://bench.example/{date:%Y/%m/%d}/post-{number}/">
<meta property="og:type" content="article"><meta property="og:title" content="{title}">
<meta property="og:site_name" content="Bench Blog">
<meta property="article:published_time" content="{date:%Y-%m-%d}T08:00:00+00:00">
<meta name="author" content="{author}">{style}</head>
<body class="single single-post"><main><article class="post hentry">
<h1 class="entry-title">{title}</h1>
<div class="entry-content">
{text}
</div></article>
<div id="comments" class="comments-area"><ol class="comment-list">
{comments}
</ol></div></main></body></html>
"""
COMMENT = """<li id="comment-{id}" class="comment depth-{depth}"><article class="comment-body">
<footer class="comment-meta"><div class="comment-author vcard"><b class="fn">{name}</b></div>
<div class="comment-metadata"><time datetime="{time:%Y-%m-%dT%H:%M:%S}+00:00">{time:%d.%m.%Y %H:%M}</time></div></footer>
<div class="comment-content"><p>{text}</p></div></article>{replies}</li>"""


def language_of(post, wanted):
    return ["en", "ar", "ja", "ru"][post % 4] if wanted == "mixed" else wanted


def sentence(language, seed):
    words = WORDS[language]
    return SENTENCES[language].format(*(words[(seed * k + k) % len(words)] for k in (3, 5, 7)))


def paragraphs(language, wanted, seed):
    lines = []
    for p in range(3):
        text = " ".join(sentence(language, seed + p * 11 + s) for s in range(6))
        if wanted == "mixed" and p == 1:  # a word of another language in the line
            text += " " + WORDS["ja" if language != "ja" else "ar"][seed % 9]
        lines.append(f"<p>{text}</p>")
    lines.insert(1, f"<h2>{sentence(language, seed + 5)}</h2>")
    return "\n".join(lines)


def comments(language, post, count, date):
    """Threads of five: one comment, three replies below one another, one more to the first."""
    def one(n, depth, replies=""):
        return COMMENT.format(id=post * 100_000 + n, depth=depth, name=NAMES[language][n % 3], replies=replies,
                              time=datetime.datetime(date.year, date.month, date.day) + datetime.timedelta(minutes=n),
                              text=sentence(language, n))
    threads = []
    for n in range(1, count + 1, 5):
        left = min(5, count + 1 - n)
        replies = ""
        for depth in range(min(left, 4), 1, -1):
            replies = f'<ol class="children">{one(n + depth - 1, depth, replies)}</ol>'
        if left == 5:
            replies = replies.removesuffix("</ol>") + one(n + 4, 2) + "</ol>"
        threads.append(one(n, 1, replies))
    return "\n".join(threads)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--posts", type=int, default=3)
    parser.add_argument("--comments", type=int, default=7)
    parser.add_argument("--language", choices=["en", "ja", "ar", "mixed"], default="en")
    parser.add_argument("--vertical", action="store_true")
    options = parser.parse_args()
    options.folder.mkdir(parents=True)
    style = "<style>html { writing-mode: vertical-rl; }</style>" if options.vertical else ""
    for post in range(options.posts):
        language = language_of(post, options.language)
        date = datetime.date(2015, 1, 1) + datetime.timedelta(days=3 * post)
        title = f"{WORDS[language][post % 13]} {post + 1}"
        page = PAGE.format(language=language, direction=' dir="rtl"' if language == "ar" else "", title=html.escape(title),
                           date=date, number=post + 1, author=NAMES[language][0], style=style,
                           text=paragraphs(language, options.language, post),
                           comments=comments(language, post + 1, options.comments, date))
        (options.folder / f"post-{post + 1:04}.html").write_text(page, encoding="utf-8")


main()
