"""Writes the unused pages of a database anew after a save was cut short.

SQLite does not keep what an unused page held when a save takes it into use: after a power cut amid that save, such a
page may be half written. Nothing ever reads it, and the next save that needs it writes it whole. Until then the check
of every page would call a sound journal damaged, and nothing could be copied from it.
"""

from __future__ import annotations

from pathlib import Path

from sqlcipher3 import dbapi2 as sqlite


def was_cut_short(path: Path) -> bool:
    """Whether the rollback journal of the database at `path` holds a save that was not finished; ask before opening."""
    try:
        return path.with_name(path.name + "-journal").stat().st_size > 0
    except OSError:
        return False


def renew_free_pages(connection: sqlite.Connection) -> None:
    """Take every unused page into use, and let go of it again: each is written whole with that."""
    (free,) = connection.execute("PRAGMA freelist_count").fetchone()
    (size,) = connection.execute("PRAGMA page_size").fetchone()
    if not int(free):
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        connection.execute("CREATE TABLE unused_pages (filling BLOB)")
        connection.execute("INSERT INTO unused_pages VALUES (zeroblob(?))", (int(free) * int(size),))
        connection.execute("DROP TABLE unused_pages")
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
