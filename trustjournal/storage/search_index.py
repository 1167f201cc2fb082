"""Full-text search: the index over title and text inside the encrypted database."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from trustjournal.domain.entry import SearchHit, TextRun
from trustjournal.domain.query import Node
from trustjournal.storage.database import Database
from trustjournal.storage.entry_rows import summaries_at
from trustjournal.storage.highlight import Highlighter
from trustjournal.storage.search_finder import Finder
from trustjournal.storage.search_names import NameBook, PartNames
from trustjournal.storage.search_query import TextQuery, plain_words
from trustjournal.storage.shadow_text import Shadows

_LONG_TEXT: Final = 64 * 1024
"""Bytes: of a longer text only this much is read for the snippet."""
_INDEXED_PREFIX: Final = 3
"""Prefixes up to this many characters have an index of their own."""
_MOST_ENDINGS: Final = 64
"""FTS5 reads every hit of a longer prefix before it gives the first one. The tokens themselves, joined by OR, come in
order at once, at a price per token and not per hit; from about here on (at 100,000 entries) FTS5's way is as fast."""

_MARK: Final = """
INSERT INTO search_mark (mark, position)
SELECT 't' || tag.n, e.position FROM entry e JOIN entry_tag l ON l.entry = e.id JOIN tag ON tag.id = l.tag
    WHERE e.position = ?
UNION SELECT 'p' || person.n, e.position FROM entry e JOIN entry_person l ON l.entry = e.id
    JOIN person ON person.id = l.person WHERE e.position = ?
UNION SELECT 'u' || served.unit, e.position FROM entry e JOIN prompt_served served ON served.id = e.prompt
    WHERE e.position = ?
UNION SELECT 'f' || l.word, e.position FROM entry e JOIN entry_feeling l ON l.entry = e.id WHERE e.position = ?
"""
"""What filters ask for, read from the tables the entry was just kept in."""


class SearchIndex:
    """Finds entries, newest first. An entry is in the index under its position."""

    def __init__(self, db: Database, parts: Sequence[PartNames] = ()) -> None:
        self._db = db
        self._shadows = Shadows()
        self._has_vocabulary = False
        self.names = NameBook(db, self._shadows, parts)

    def put(self, position: int, title: str, text: str) -> None:
        """Index an entry that is not in the index, and has just been kept at `position`."""
        self._db.write(
            "INSERT INTO search (rowid, title, text) VALUES (?, ?, ?)",
            (position, self._shadows.of(title), self._shadows.of(text)),
        )
        self._db.write(_MARK, (position,) * 4)

    def remove(self, position: int) -> None:
        """Take an entry out of the index."""
        self._db.write("DELETE FROM search WHERE rowid = ?", (position,))
        self._db.write("DELETE FROM search_mark WHERE position = ?", (position,))

    def find(self, words: str, limit: int, before: int | None = None) -> tuple[SearchHit, ...]:
        """Entries that have every one of some words, newest first; no sign in them means anything.

        The last word may be the beginning of a longer one. Accents and case do not matter. Words without a letter,
        digit or emoji find nothing.
        """
        tree = plain_words(words)
        return () if tree is None else self.find_query(tree, limit, before)

    def find_query(self, tree: Node, limit: int, before: int | None = None) -> tuple[SearchHit, ...]:
        """Entries a query is true for, newest first, those older than position `before` if given.

        A query that says nothing finds nothing.
        """
        text = self._text(tree)
        positions = Finder(self._db, self.names, text, self._shadows).positions(tree, limit, before)
        if not positions:
            return ()
        summaries = summaries_at(self._db, positions)
        if not text.wanted:
            return tuple(SearchHit(one, _plain(one.title), _plain(one.excerpt)) for one in summaries)
        highlighter = Highlighter(text.wanted, self._shadows)
        texts = self._texts(positions)
        return tuple(
            SearchHit(one, highlighter.title(one.title), highlighter.snippet(texts[one.position])) for one in summaries
        )

    def count(self, tree: Node, most: int) -> int:
        """How many entries a query is true for, counted up to `most`."""
        return len(Finder(self._db, self.names, self._text(tree), self._shadows).positions(tree, most, None))

    def places(self, tree: Node, text: str) -> tuple[tuple[int, int], ...]:
        """Where the words of a query stand in any text: beginning and end of each in characters, in order."""
        return tuple(Highlighter(self._text(tree).wanted, self._shadows).spans(text))

    def _text(self, tree: Node) -> TextQuery:
        return TextQuery(tree, self._shadows, self._tokens_beginning_with)

    def _texts(self, positions: Sequence[int]) -> dict[int, str]:
        rows = self._db.rows(
            "SELECT position, n, CASE WHEN octet_length(text) <= ? THEN text END FROM entry WHERE position IN"  # noqa: S608
            f" ({', '.join('?' * len(positions))})",
            (_LONG_TEXT, *positions),
        )
        return {position: text if text is not None else self._beginning(n) for position, n, text in rows}

    def _beginning(self, entry: int) -> str:
        return self._db.beginning_of("entry", "text", entry, _LONG_TEXT).decode("utf-8", "ignore")

    def _tokens_beginning_with(self, prefix: str) -> list[str] | None:
        if len(prefix) <= _INDEXED_PREFIX:
            return None
        self._have_vocabulary()
        found: list[str] = []
        least = prefix
        while (row := self._db.row("SELECT term FROM temp.search_words WHERE term >= ? LIMIT 1", (least,))) is not None:
            token = str(row[0])
            if not token.startswith(prefix):
                break
            if len(found) == _MOST_ENDINGS:
                return None
            found.append(token)
            least = token + "\x01"
        return found

    def _have_vocabulary(self) -> None:
        """FTS5's own list of tokens, as a table of this connection; it holds nothing itself."""
        if not self._has_vocabulary:
            self._db.rows("CREATE VIRTUAL TABLE temp.search_words USING fts5vocab (main, search, instance)")
            self._has_vocabulary = True


def _plain(text: str) -> tuple[TextRun, ...]:
    return (TextRun(text, is_hit=False),) if text else ()
