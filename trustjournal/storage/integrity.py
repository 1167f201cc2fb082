"""Asks SQLite and SQLCipher whether a whole database file is sound."""

from __future__ import annotations

from sqlcipher3 import dbapi2 as sqlite


def problems_of(connection: sqlite.Connection) -> tuple[str, ...]:
    """The findings of both checks, which name pages and no content; nothing where all is well.

    Both are asked: `cipher_integrity_check` sees pages that were altered, `integrity_check` pages that are missing.
    """
    damaged_pages = [str(row[0]) for row in connection.execute("PRAGMA cipher_integrity_check")]
    structure = [str(row[0]) for row in connection.execute("PRAGMA integrity_check")]
    return (*damaged_pages, *(finding for finding in structure if finding != "ok"))
