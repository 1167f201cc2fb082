"""Writes a tidied page as the Markdown a person would type: one sign for each thing, and no sign more than needed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bs4.element import Tag
from typing_extensions import override

from trustjournal.exchange.soup import Late, TooHardError

if TYPE_CHECKING:

    class MarkdownConverter:
        """What is used of markdownify's; its own types leave out the methods it is made to be changed by."""

        def __init__(
            self, *, heading_style: str, bullets: str, strip_pre: str | None, wrap: bool, wrap_width: int | None
        ) -> None: ...
        def convert_soup(self, soup: Tag) -> str: ...
        def process_tag(self, node: Tag, parent_tags: set[str] | None = None) -> str: ...
        def process_text(self, el: object, parent_tags: set[str] | None = None) -> str: ...
        def escape(self, text: str, parent_tags: set[str]) -> str: ...
        def convert_div(self, el: Tag, text: str, parent_tags: set[str]) -> str: ...
        def convert_li(self, el: Tag, text: str, parent_tags: set[str]) -> str: ...

else:
    from markdownify import MarkdownConverter

_NO_TEXT = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufffc]")
_CELL_END, _ROW_END = "\x02", "\x03"
_PICTURE_END = "\ufffc"
_PICTURE = re.compile(f"{_PICTURE_END}([^{_PICTURE_END}]*){_PICTURE_END}")
_WHOLE_LINE = re.compile(r"[^\n]*\S[^\n]*")
_AFTER_BOX = re.compile(r"(?<=^\[[ x]\])[ \n]+")
_MEANT = re.compile(r"\*(?=\S)|(?<=\S)\*|(?<!\w)_(?=\S)|(?<=\S)_(?!\w)|`|~(?=~)|(?<=\])\(")
"""Where a sign of the text itself would be taken for a sign of Markdown."""


class MarkdownWriter(MarkdownConverter):
    """Turns one tidied tree into Markdown; raises TooHardError when the time is up."""

    def __init__(self, is_late: Late) -> None:
        super().__init__(heading_style="atx", bullets="-", strip_pre=None, wrap=True, wrap_width=None)
        self._is_late = is_late

    def write(self, soup: Tag) -> tuple[str, tuple[str, ...]]:
        """The Markdown, with PICTURE_MARK in place of each address of a picture, and these addresses in order."""
        text = _one_blank_line(self.convert_soup(soup)).strip("\n")  # white space around the page is none of it
        return _PICTURE.sub(_PICTURE_END, text), tuple(_PICTURE.findall(text))

    @override
    def process_tag(self, node: Tag, parent_tags: set[str] | None = None) -> str:
        if self._is_late():
            raise TooHardError
        return super().process_tag(node, parent_tags=parent_tags)

    @override
    def process_text(self, el: object, parent_tags: set[str] | None = None) -> str:
        return _NO_TEXT.sub("", super().process_text(el, parent_tags=parent_tags))

    @override
    def escape(self, text: str, parent_tags: set[str]) -> str:
        text = _MEANT.sub(r"\\\g<0>", text)
        return text.replace("|", r"\|") if "td" in parent_tags or "th" in parent_tags else text

    # Words in a line --------------------------------------------------------------------------

    def convert_strong(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        is_heading = any(re.fullmatch("h[1-6]", tag) for tag in parent_tags)
        return text if is_heading else _each_line(text, "**", parent_tags)

    def convert_em(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return _each_line(text, "*", parent_tags)

    def convert_del(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return _each_line(text, "~~", parent_tags)

    def convert_a(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        words = " ".join(text.split())
        if "_noformat" in parent_tags or not words:
            return text
        address = str(el["href"])
        link = f"<{address}>" if words.replace("\\", "") == address else f"[{words}]({address})"
        return f"{text[: len(text) - len(text.lstrip())]}{link}{text[len(text.rstrip()) :]}"

    def convert_br(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        if "pre" in parent_tags:
            return "\n"
        if "_inline" in parent_tags:
            return " "
        return "\n\n" if _is_break(el.next_sibling) else "\n"

    def convert_img(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        words = _NO_TEXT.sub("", str(el["alt"])).translate({ord("["): "(", ord("]"): ")", ord("\\"): "/"})
        picture = f"![{words}]({_PICTURE_END}{el['src']}{_PICTURE_END})"
        return picture if "_inline" in parent_tags else f"\n\n{picture}\n\n"

    @override
    def convert_li(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return super().convert_li(el, _AFTER_BOX.sub(" ", text), parent_tags)

    def convert_input(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return "[x] " if "checked" in el.attrs else "[ ] "

    # Blocks -----------------------------------------------------------------------------------

    def convert_p(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return self.convert_div(el, text, parent_tags)

    def convert_pre(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        text = text.strip("\n")
        if not text.strip():
            return ""
        fence = "`" * max(3, *(len(run) + 1 for run in re.findall("`+", text)), 3)
        return f"\n\n{fence}\n{text}\n{fence}\n\n"

    # Tables -----------------------------------------------------------------------------------

    def convert_td(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return " ".join(text.split()) + _CELL_END

    def convert_th(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return self.convert_td(el, text, parent_tags)

    def convert_tr(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return text + _ROW_END

    def convert_table(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        rows = [[cell.strip() for cell in row.split(_CELL_END)[:-1]] for row in text.split(_ROW_END)[:-1]]
        columns = max(len(row) for row in rows)
        lines = ["| " + " | ".join(row + [""] * (columns - len(row))) + " |" for row in rows]
        lines.insert(1, "|" + " --- |" * columns)
        return "\n\n" + "\n".join(lines) + "\n\n"


def _each_line(text: str, sign: str, parent_tags: set[str]) -> str:
    """Put a sign on both ends of each line, beside the first and the last letter: a sign never spans lines."""
    if "_noformat" in parent_tags:
        return text

    def mark(match: re.Match[str]) -> str:
        line, words = match[0], match[0].strip()
        start = line.index(words)
        return f"{line[:start]}{sign}{words}{sign}{line[start + len(words) :]}"

    return _WHOLE_LINE.sub(mark, text)


def _one_blank_line(text: str) -> str:
    """The text without spaces at the ends of lines, and with one blank line where there were more, except in code."""
    lines, fence = list[str](), ""
    for line in text.split("\n"):
        line = line.rstrip(" \t")
        bare = line.strip("> ")
        if bare.startswith("```") and fence in ("", bare):
            fence = "" if fence else bare
        if bare or fence or not lines or lines[-1].strip("> ") or lines[-1].count(">") != line.count(">"):
            lines.append(line)
    return "\n".join(lines)


def _is_break(node: object) -> bool:
    """Whether a line break stands there, perhaps after spaces."""
    if isinstance(node, str) and not node.strip():
        node = getattr(node, "next_sibling", None)
    return isinstance(node, Tag) and node.name == "br"
