"""Leaves of a foreign page what Markdown can say: no scripts, nothing hidden, looks turned into meaning."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bs4.element import NavigableString, PreformattedString, Tag

from trustjournal.exchange.soup import Late, Soup, TooHardError

LONGEST_ADDRESS = 2_000

_DROPPED = frozenset({
    "script", "style", "noscript", "template", "head", "title", "meta", "link", "base", "object", "embed", "applet",
    "iframe", "frame", "frameset", "svg", "math", "canvas", "audio", "video", "source", "track", "map", "area",
    "select", "option", "optgroup", "datalist", "button", "textarea", "progress", "meter", "dialog",
})  # fmt: skip
_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "center", "dd", "details", "dir", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "li",
    "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead",
    "tr", "ul",
})  # fmt: skip
_PLAIN_BLOCKS = frozenset({
    "address", "aside", "center", "dd", "details", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form",
    "header", "hgroup", "main", "menu", "nav", "summary", "dir", "caption",
})  # fmt: skip
_LOOKS = {"b": "strong", "strong": "strong", "i": "em", "em": "em", "s": "del", "del": "del", "strike": "del"}
_SIGNS = frozenset({"strong", "em", "del"})
_SETTLED = _SIGNS | {"a", "table", "ul", "ol"}
_NOT_IN_A_LINE = _BLOCKS | {"img"}
_NOT_IN_A_CELL = frozenset({"table", "ul", "ol", "pre", "blockquote", "hr", "img", "h1", "h2", "h3", "h4", "h5", "h6"})
_OF_A_TABLE = ["thead", "tbody", "tfoot", "tr", "td", "th"]
_MEANINGS = _SIGNS | _NOT_IN_A_CELL | {"a", "code", "kbd", "samp", "input"}
_SAFE_ADDRESS = re.compile(r"(?:https?://[^\s/?#]|mailto:[^\s@]+@)[^\s\x00-\x1f\x7f]*", re.IGNORECASE)
_ENCODED = str.maketrans({" ": "%20", "(": "%28", ")": "%29", "<": "%3C", ">": "%3E", '"': "%22", "\\": "%5C"})
_TINY = re.compile(r"[012](?:px)?|0?\.\d+(?:px)?")
_WEIGHT = re.compile(r"bold|bolder|[6-9]00")


def tidy(soup: Soup, pictures: frozenset[str], is_late: Late) -> None:
    """Change the tree in place; `pictures` are the addresses of pictures that are kept. Raises TooHardError."""
    for text in list(soup.descendants):
        if isinstance(text, PreformattedString):  # comments, declarations, what is meant for another reader
            text.extract()
    for tag in _tags(soup):
        if is_late():
            raise TooHardError
        if not tag.decomposed and tag.parent is not None:
            _tidy_tag(tag, pictures)
    soup.smooth()  # white space on both sides of what is gone is one space
    rest = [tag for tag in _tags(soup) if tag.name in _SETTLED]
    for tag in rest:
        if tag.name in _SIGNS and not tag.decomposed:
            _join_with_next(tag)
    # From the innermost: what is inside has its last shape before what is around is judged by it.
    for tag in reversed(rest):
        if is_late():
            raise TooHardError
        if tag.decomposed:
            continue
        if tag.name == "table":
            _settle_table(tag)
        elif tag.name in ("ul", "ol"):
            _settle_list(tag)
        elif _holds(tag, _NOT_IN_A_LINE):
            tag.unwrap()


def has_meaning(soup: Soup) -> bool:
    """Whether anything is left that Markdown has a sign for; where not, the plain text says the same and better."""
    return _holds(soup, _MEANINGS)


def _tidy_tag(tag: Tag, pictures: frozenset[str]) -> None:
    style = _style(tag)
    attributes = {name: " ".join(value) if isinstance(value, list) else str(value) for name, value in tag.attrs.items()}
    if tag.name in _DROPPED or _is_hidden(attributes, style):
        tag.decompose()
        return
    tag.attrs = {}
    if tag.name == "img":
        _tidy_picture(tag, attributes, style, pictures)
    elif tag.name == "input":
        _tidy_input(tag, attributes)
    elif tag.name == "a":
        _tidy_link(tag, attributes)
    elif tag.name in _LOOKS or tag.name in ("span", "font"):
        _tidy_look(tag, attributes, style)
    elif tag.name in _PLAIN_BLOCKS:
        tag.name = "div"
    elif tag.name == "ol" and re.fullmatch("[0-9]{1,6}", attributes.get("start", "")):
        tag["start"] = attributes["start"]
    elif tag.name == "li" and attributes.get("role") == "checkbox":
        is_done = attributes.get("aria-checked") == "true"
        (tag.find("p") or tag).insert(0, Tag(name="input", attrs={"checked": ""} if is_done else {}))


def _tidy_picture(tag: Tag, attributes: dict[str, str], style: dict[str, str], pictures: frozenset[str]) -> None:
    sizes = (attributes.get("width"), attributes.get("height"), style.get("width"), style.get("height"))
    alt = " ".join(attributes.get("alt", "").split())
    if any(size and _TINY.fullmatch(size.strip()) for size in sizes):
        tag.decompose()  # it is there to tell somebody that the page was read
    elif attributes.get("src", "") in pictures:
        tag.attrs = {"src": attributes["src"], "alt": alt}
    elif any(map(str.isalnum, alt)):
        tag.replace_with(NavigableString(" "))  # words about a picture nobody sees here are no words of the page
    else:
        tag.replace_with(NavigableString(alt))  # an emoji or an arrow, drawn as a picture


def _tidy_input(tag: Tag, attributes: dict[str, str]) -> None:
    if attributes.get("type", "").lower() != "checkbox" or not _is_inside(tag, "li"):
        tag.decompose()
    elif "checked" in attributes:
        tag["checked"] = ""


def _tidy_link(tag: Tag, attributes: dict[str, str]) -> None:
    address = attributes.get("href", "").strip().translate(_ENCODED)
    if len(address) <= LONGEST_ADDRESS and _SAFE_ADDRESS.fullmatch(address):
        tag["href"] = address
    else:
        tag.unwrap()


def _tidy_look(tag: Tag, attributes: dict[str, str], style: dict[str, str]) -> None:
    """A look by its name or by its style becomes the tag that means it; a tag whose style takes its look back goes."""
    if style.get("mso-list") == "ignore":  # the sign before an item of a list, as one word processor writes it
        tag.replace_with(NavigableString("- "))
        return
    if attributes.get("class") == "Apple-converted-space":
        tag.replace_with(NavigableString(" "))
        return
    looks = set()
    weight, slant = style.get("font-weight", ""), style.get("font-style", "")
    meant = _LOOKS.get(tag.name, "")
    if _WEIGHT.fullmatch(weight) or (meant == "strong" and not weight):
        looks.add("strong")
    if slant in ("italic", "oblique") or (meant == "em" and not slant):
        looks.add("em")
    if "line-through" in style.get("text-decoration", "") + style.get("text-decoration-line", "") or meant == "del":
        looks.add("del")
    for look in sorted(looks):
        if not _is_inside(tag, look):
            tag.wrap(Tag(name=look))
    tag.unwrap()


def _settle_list(tag: Tag) -> None:
    """A list right inside a list belongs to the item before it."""
    if tag.parent is not None and tag.parent.name in ("ul", "ol"):
        before = tag.find_previous_sibling("li")
        if before is not None:
            before.append(tag.extract())


def _settle_table(table: Tag) -> None:
    """What only arranges a page becomes blocks one after the other; a row of single words or lines arranges none."""
    # A table inside is settled already, and may be one that stays.
    parts = [part for part in table.find_all(_OF_A_TABLE) if part.find_parent("table") is table]
    rows = [row for row in parts if row.name == "tr"]
    columns = max((len(row.find_all(["td", "th"])) for row in rows), default=0)
    has_long_cells = any(len(cell.find_all(["p", "div"])) > 1 for cell in parts if cell.name in ("td", "th"))
    if columns < 2 or (len(rows) < 2 and has_long_cells) or _holds(table, _NOT_IN_A_CELL):
        for part in (table, *parts):
            part.name = "div"
    else:
        for caption in table.find_all("div", recursive=False):
            table.insert_before(caption.extract())


def _join_with_next(tag: Tag) -> None:
    """Neighbours with the same look are one: the signs between them would be read as something else."""
    while isinstance(after := tag.next_sibling, Tag) and after.name == tag.name:
        tag.extend(list(after.children))
        after.decompose()


def _tags(tag: Tag) -> list[Tag]:
    return [inner for inner in tag.descendants if isinstance(inner, Tag)]


def _holds(tag: Tag, names: frozenset[str]) -> bool:
    return any(isinstance(inner, Tag) and inner.name in names for inner in tag.descendants)


def _is_inside(tag: Tag, name: str) -> bool:
    return any(outer.name == name for outer in tag.parents)


def _is_hidden(attributes: dict[str, str], style: dict[str, str]) -> bool:
    return (
        "hidden" in attributes
        or style.get("display") == "none"
        or style.get("visibility") in ("hidden", "collapse")
        or style.get("mso-hide") == "all"
        or re.fullmatch(r"0(?:\.0*)?(?:px|pt|em)?", style.get("font-size", "")) is not None
    )


def _style(tag: Tag) -> dict[str, str]:
    parts: Iterable[tuple[str, str, str]] = (part.partition(":") for part in str(tag.get("style", "")).split(";"))
    return {
        name.strip().lower(): value.lower().replace("!important", "").strip() for name, _colon, value in parts if value
    }
