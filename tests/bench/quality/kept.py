"""Which parts of posts are kept as what they are: pictures, headings, captions, quotations and items of lists.

What counts is decided by a set's own truth: elements whose text it has, beside other text that it has. Pictures, and
captions beside them, which truths in plain text leave out, count where the texts before and after them are both in the
truth, so that they stand amid the post. A second figure leaves out what stands in a passage that was not taken at all.
"""
import html as entities
import json
import os
import re
from html.parser import HTMLParser
from urllib.parse import unquote

KINDS = ("pictures", "headings", "captions", "quotes", "items")
SETS = ("wcxb", "aeb")  # whose truths people wrote

VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
HIDDEN = frozenset("script style template head svg iframe select textarea".split())
APART = frozenset("nav aside footer form button".split())  # no part of a post, wherever they stand
HEADINGS = frozenset("h2 h3 h4 h5 h6".split())
BLOCKS = HEADINGS | frozenset("p li blockquote figcaption td pre".split())
SHORTEST_BLOCK = 40    # letters of a text that tells whether the post is here
SHORTEST_ITEM = 20     # letters below which an item may be anything; up to a block it must be a line of the truth
SMALLEST_PICTURE = 60  # pixels


def words(text):
    """Addresses that a text shows count without "https://www.": books show them so."""
    return re.sub(r"\W+", " ", re.sub(r"https?://(www\.)?", " ", text, flags=re.I)).lower().strip()


def picture_names(attributes):
    """File names under which a picture is known, without sizes: "coast-300x200.jpg" is "coast"."""
    names = set()
    for key, value in attributes.items():
        if not value or not ("src" in key or key == "data-orig-file") or value.startswith("data:"):
            continue
        for address in re.split(r",\s+|\s+\d+(?:\.\d+)?[wx],?\s*", unquote(value)):
            inner = re.search(r"[?&]url=([^&]+)", address)
            path = (inner.group(1) if inner else address).split("?")[0].split("#")[0].rstrip("/")
            stem = re.sub(r"\.[A-Za-z]{3,4}$", "", path.rsplit("/", 1)[-1]).lower()
            stem = re.sub(r"(-\d+x\d+|-scaled|@\dx|_\d+x\d*)+$", "", stem)
            if stem:
                names.add(stem)
    return names


def is_small(attributes):
    sizes = [attributes.get(key) or "" for key in ("width", "height")]
    return any(size.isdigit() and int(size) < SMALLEST_PICTURE for size in sizes)


class Parts(HTMLParser):
    """The parts of a page in order, as (kind, what): of pictures their names, else words; a "block" is any text."""

    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.found, self.stack = [], []
        self.feed(html)
        self.close()
        while self.stack:
            self.leave()

    def is_inside(self, names):
        return any(entry["tag"] in names for entry in self.stack)

    def handle_starttag(self, tag, attrs):
        attributes = {key: value or "" for key, value in attrs}
        if tag == "img" and not self.is_inside(HIDDEN | APART):
            names = picture_names(attributes)
            if names and not is_small(attributes):
                self.found.append(("pictures", names))
        if tag in VOID:
            return
        if tag == "a" and "#" in attributes.get("href", ""):
            for entry in self.stack:
                entry["jumps"] = True
        if tag in ("p", "li") and self.stack and self.stack[-1]["tag"] == tag:
            self.leave()
        classes = attributes.get("class", "")
        caption = tag == "figcaption" or "wp-caption-text" in classes
        place = len(self.found)
        if tag in BLOCKS or caption:
            self.found.append(None)
        self.stack.append({"tag": tag, "caption": caption, "place": place, "text": [], "nested": False, "jumps": False})

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag):
        if any(entry["tag"] == tag for entry in self.stack):
            while self.stack[-1]["tag"] != tag:
                self.leave()
            self.leave()

    def handle_data(self, data):
        if not self.is_inside(HIDDEN):
            for entry in self.stack:
                entry["text"].append(data)

    def leave(self):
        entry = self.stack.pop()
        if entry["tag"] not in BLOCKS and not entry["caption"]:
            return
        if entry["tag"] == "li":
            for outer in self.stack:
                outer["nested"] = outer["nested"] or outer["tag"] == "li"
        kind = "block"
        if entry["caption"]:
            kind = "captions"
        elif entry["tag"] in HEADINGS:
            kind = "headings"
        elif entry["tag"] == "blockquote":
            kind = "quotes"
        elif entry["tag"] == "li" and not entry["nested"] and not entry["jumps"]:  # tables of contents jump
            kind = "items"
        if self.is_inside(APART):
            kind = "apart"
        self.found[entry["place"]] = (kind, words(" ".join(entry["text"])))


def is_beside_picture(parts, i):
    """A caption says nothing of how pictures are read where the page has no picture for it."""
    near = parts[max(0, i - 2):i] + parts[i + 1:i + 2]
    return any(kind == "pictures" for kind, _ in near)


def told(parts, is_there):
    """For each part the nearest texts before and after it, each with whether the truth has it."""
    before, after, last = [], [], None
    for kind, what in parts:
        before.append(last)
        if kind in ("block", "items", "quotes", "headings", "apart") and len(what) >= SHORTEST_BLOCK:
            last = (what, is_there(what))
    last = None
    for kind, what in reversed(parts):
        after.append(last)
        if kind in ("block", "items", "quotes", "headings", "apart") and len(what) >= SHORTEST_BLOCK:
            last = (what, is_there(what))
    return before, after[::-1]


def wanted_parts(page, truth, lines):
    """What of a page belongs to the text `truth`, each with the truth's texts before and after it."""
    parts = Parts(page).found
    before, after = told(parts, lambda what: " %s " % what in truth)
    wanted = []
    for i, (kind, what) in enumerate(parts):
        around = [near[0] for near in (before[i], after[i]) if near and near[1]]
        if kind == "pictures":
            take = what and len(around) == 2
        elif kind == "captions":
            take = what and len(around) == 2 and is_beside_picture(parts, i)
        elif kind == "headings":
            take = what in lines and around
        else:
            is_there = what in lines or (len(what) >= SHORTEST_BLOCK and " %s " % what in truth)
            take = kind in KINDS and len(what) >= SHORTEST_ITEM and is_there and around
        if take:
            wanted.append((kind, what, around))
    return wanted


def is_kept(kind, what, output):
    if kind == "pictures":
        return any(what & names for found, names in output if found == kind)
    same = [text for found, text in output if found == kind and text]
    return any(what in text or (kind == "quotes" and text in what and 2 * len(text) > len(what)) for text in same)


def kept(arguments, posts):
    """Of each kind: how many there were, how many of those where the text around was taken, and how many of these
    were kept; and what was lost, by case."""
    there, reached, right = (dict.fromkeys(KINDS, 0) for _ in range(3))
    lost = []
    for each in SETS:
        folder = os.path.join(arguments.cases, each)
        for case in sorted(os.listdir(folder)) if os.path.isdir(folder) else []:
            wanted = unique(wanted_of(os.path.join(folder, case)))
            if not wanted:
                continue
            url = read_key(os.path.join(folder, case, "meta.json"), "url")
            found = posts(arguments.program, url, os.path.join(folder, case, "source.html"))
            html = "".join(post["xhtml"] for post in found)
            output, text = Parts(html).found, " %s " % words(entities.unescape(re.sub(r"<[^>]*>", " ", html)))
            for kind, what, around in wanted:
                there[kind] += 1
                if not all(" %s " % near in text for near in around):
                    continue
                reached[kind] += 1
                good = is_kept(kind, what, output)
                right[kind] += good
                if not good:
                    lost.append((each + "/" + case, kind, what))
    return [(kind, there[kind], reached[kind], right[kind]) for kind in KINDS], lost


def unique(wanted):
    result = []
    for each in wanted:
        if each[:2] not in [one[:2] for one in result]:
            result.append(each)
    return result


def read(path):
    with open(path, encoding="utf-8", errors="replace") as file:
        return file.read()


def read_key(path, key):
    with open(path, encoding="utf-8") as file:
        return json.load(file).get(key) or ""


def wanted_of(folder):
    text = os.path.join(folder, "expected.txt")
    if not os.path.exists(text):
        return []
    truth = read(text)
    return wanted_parts(read(os.path.join(folder, "source.html")), " %s " % words(truth),
                        {words(line) for line in truth.splitlines()})
