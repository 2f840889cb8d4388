#!/usr/bin/env python3
"""How well pages are read, measured on public sets; ../README.md says more.

    tests/bench/quality/measure.py --cases DIR --scorer SCORE_EXTRACT.py [--program BLOGBIND] [--worst N]
                                   [--feeds DIR --feeds-scorer SCORE_FEEDS.py --feed-dump FEED_DUMP]

Prints each measure beside its floor, and fails if one is below it. A set that DIR lacks is named as not measured.
With --worst, the pages of each set that are read worst come after it.
"""
import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
from datetime import datetime, timedelta

import kept

HERE = os.path.dirname(os.path.abspath(__file__))
LEAVE_OUT = ["--drop-first-h1", "--drop-tag", "figcaption"]  # the truths of two sets have neither

# name, set, options of the scorer, value in its "aggregate", what is printed of a page
MEASURES = [
    ("aeb shingle F1", "aeb", LEAVE_OUT, "shingle_f1", "body"),
    ("wcxb token F1", "wcxb", LEAVE_OUT, "token_f1", "body"),
    ("wcxb blogs token F1", "wcxb", LEAVE_OUT + ["--blog-only"], "token_f1", "body"),
    ("trafilatura segments F1", "trafilatura", [], "snip_f1", "body"),
    ("trafilatura blogs segments F1", "trafilatura", ["--blog-only"], "snip_f1", "body"),
    ("comments shingle F1", "aeb,wcxb,trafilatura", ["--comments"], "shingle_f1", "comments"),
    ("comment segments found", "trafilatura", ["--comment-snippets"], "with_rate", "comments"),
]


def posts(program, url, page):
    """The posts of a page as `extract --as json` gives them; none if there are none."""
    command = [program, "extract", "--no-archive", "-q", "--as", "json", "--url", url, page]
    out = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    return [json.loads(line) for line in out.splitlines()]


def print_page(kind, program, url, page):
    for post in posts(program, url, page):
        if kind == "body":
            print(post["xhtml"])
        else:
            print("\n".join("<article>%s</article>" % comment["xhtml"] for comment in post["comments"]))


def score(arguments, options, kind, key, scratch):
    report = os.path.join(scratch, "report.json")
    command = [sys.executable, os.path.abspath(__file__), "--print", kind, arguments.program, "{url}", "{file}"]
    told = subprocess.run([sys.executable, arguments.scorer, "--cases", arguments.cases, "--jobs", "2", "--json", report,
                           "--worst", str(arguments.worst), "--cmd", " ".join(command)] + options,
                          check=True, capture_output=True, text=True).stdout
    if arguments.worst:
        print(told[told.find("\nworst by "):], flush=True)
    with open(report, encoding="utf-8") as file:
        return json.load(file)["aggregate"][key]


def plain(text):
    return re.sub(r"\W+", " ", text or "").lower().strip()


def same_day(wanted, found):
    """Within a day: many pages give no offset."""
    try:
        a, b = (datetime.fromisoformat(text.replace("Z", "+00:00")).replace(tzinfo=None) for text in (wanted, found))
    except (AttributeError, TypeError, ValueError):
        return False
    return abs(a - b) <= timedelta(days=1)


def same_people(wanted, names):
    """The same names, however the set joins them: "A, B and C"."""
    people = [plain(name) for name in re.split(r", and |,|;| and | & ", wanted)]
    found = [plain(name) for name in names]
    return plain(wanted) == " ".join(found) or [each for each in people if each] == found


def metadata(arguments):
    """Shares of right titles, dates and authors among the pages for which the set names them."""
    right, named = {}, {}
    folder = os.path.join(arguments.cases, "postlight")
    for case in sorted(os.listdir(folder)):
        with open(os.path.join(folder, case, "expected-fields.json"), encoding="utf-8") as file:
            truth = json.load(file)
        with open(os.path.join(folder, case, "meta.json"), encoding="utf-8") as file:
            url = json.load(file)["url"]
        post = (posts(arguments.program, url, os.path.join(folder, case, "source.html")) or [{}])[0]
        names = post.get("authors") or []
        checks = {"title": lambda w, p=post: plain(w) == plain(p.get("title")),
                  "date": lambda w, p=post: same_day(w, p.get("published")),
                  "author": lambda w, n=names: same_people(w, n)}
        for field, key in (("title", "title"), ("date", "date_published"), ("author", "author")):
            if truth.get(key):
                named[field] = named.get(field, 0) + 1
                right[field] = right.get(field, 0) + checks[field](truth[key])
    return [(f"{field} right", right[field] / named[field]) for field in named]


def measured(arguments, scratch):
    for name, sets, options, key, kind in MEASURES:
        present = all(os.path.isdir(os.path.join(arguments.cases, each)) for each in sets.split(","))
        yield name, score(arguments, ["--sets", sets] + options, kind, key, scratch) if present else None
    if os.path.isdir(os.path.join(arguments.cases, "postlight")):
        yield from metadata(arguments)
    yield from parts_kept(arguments)
    yield "feeds", feeds(arguments) if arguments.feeds else None


def parts_kept(arguments):
    """Shares of pictures, headings and so on that stay what they are where the text around them was taken."""
    rows, lost = kept.kept(arguments, posts)
    for case, kind, what in lost if arguments.worst else []:
        print(f"  {case} lost of {kind}: {what if isinstance(what, str) else sorted(what)[0]}"[:160], flush=True)
    for kind, there, reached, right in rows:
        if there and arguments.worst:
            print(f"  {kind}: {there} there, {reached} in passages that were taken, {right} kept", flush=True)
        yield f"{kind} kept", right / reached if reached else None


def feeds(arguments):
    """Fields of odd feeds that are read right, markup in titles included."""
    command = [sys.executable, arguments.feeds_scorer, "--data", arguments.feeds, "--worst", str(arguments.worst),
               "--cases", os.path.join(arguments.feeds, "feedparser.jsonl"),
               "--cmd", os.path.abspath(arguments.feed_dump) + " {file}"]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    if arguments.worst:
        print(told, flush=True)
    return float(re.search(r"feeds: .* = ([\d.]+)", told).group(1))


def main():
    if sys.argv[1:2] == ["--print"]:
        return print_page(*sys.argv[2:6])
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", required=True)
    parser.add_argument("--scorer", required=True)
    parser.add_argument("--program", default="build/release/src/blogbind")
    parser.add_argument("--worst", type=int, default=0)
    parser.add_argument("--feeds")
    parser.add_argument("--feeds-scorer")
    parser.add_argument("--feed-dump", default="build/release/tests/bench/feed_dump")
    arguments = parser.parse_args()
    arguments.program = os.path.abspath(arguments.program)
    with open(os.path.join(HERE, "floors.json"), encoding="utf-8") as file:
        floors = json.load(file)
    below = 0
    with tempfile.TemporaryDirectory() as scratch:
        for name, value in measured(arguments, scratch):
            floor = floors[name]
            below += value is not None and value < floor["kept"]
            shown = "not measured" if value is None else f"{value:.4f}"
            print(f"{name:32} {shown:>12}   floor {floor['kept']:.3f}   wanted {floor['wanted']:.3f}", flush=True)
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
