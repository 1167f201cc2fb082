"""Full-text search: the index over title and text inside the encrypted database."""

from __future__ import annotations

from typing import Final

from trustjournal.domain.entry import SearchHit
from trustjournal.storage.database import Database
from trustjournal.storage.entry_rows import summaries_at
from trustjournal.storage.highlight import Highlighter
from trustjournal.storage.search_query import match_expression, words_of
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

    def __init__(self, db: Database) -> None:
        self._db = db
        self._shadows = Shadows()
        self._has_vocabulary = False

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

    def find(self, query: str, limit: int, before: int | None = None) -> tuple[SearchHit, ...]:
        """Entries that have every word of `query`, newest first, those older than position `before` if given.

        The last word may be the beginning of a longer one. Accents and case do not matter. A query without a letter,
        digit or emoji finds nothing.
        """
        words = words_of(query, self._shadows)
        if not words:
            return ()
        rows = self._db.rows(
            "SELECT e.position, e.n, CASE WHEN octet_length(e.text) <= ? THEN e.text END"
            " FROM search CROSS JOIN entry e ON e.position = search.rowid"
            " WHERE search MATCH ? AND search.rowid < ? ORDER BY search.rowid DESC LIMIT ?",
            (
                _LONG_TEXT,
                match_expression(words, self._tokens_beginning_with),
                before if before is not None else 2**63 - 1,
                limit,
            ),
        )
        highlighter = Highlighter(words, self._shadows)
        texts = {position: text if text is not None else self._beginning(n) for position, n, text in rows}
        return tuple(
            SearchHit(summary, highlighter.title(summary.title), highlighter.snippet(texts[summary.position]))
            for summary in summaries_at(self._db, [row[0] for row in rows])
        )

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
