"""A web page is pasted, by keys pressed from outside the program."""

from __future__ import annotations

import base64
import re
import struct
import zlib

from tests.journeys.clipboard import copied_page
from tests.journeys.conftest import Start
from tests.journeys.journals import Kept
from tests.journeys.screen import Screen, wait_until


def _png(width: int, height: int) -> bytes:
    """A picture of one colour, made by hand."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + b"\x40\x80\xc0" * width for _ in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


PAGE = f"""
<html><head><style>p {{ color: red }}</style><script>steal("Wallaby-Script")</script></head><body>
<h2>What they said</h2><p>It was <b>kind</b> and <i>short</i>.</p>
<script>document.write("Wallaby-Script")</script>
<ul><li>one</li><li>two</li></ul>
<p><img src="data:image/png;base64,{base64.b64encode(_png(60, 40)).decode()}" alt="a square"></p>
<p><img src="https://tracker.example/pixel.png" alt=""><a href="https://example.org/x">the place</a></p>
</body></html>
"""
PLAIN = "What they said\n\nIt was kind and short."


def test_a_web_page_with_pictures_and_a_script_becomes_words_and_a_photo_of_the_journal(
    screen: Screen, start: Start, kept: Kept
) -> None:
    program = start()
    program.wait_for("prompt")
    screen.write(kept.passphrase)
    screen.press("Return")
    program.wait_for("session")
    screen.press("ctrl+n")
    screen.write("Before")
    screen.press("Return", "Return")
    before = kept.database.stat().st_mtime_ns
    with copied_page(screen, PAGE, PLAIN):
        screen.press("ctrl+v")
        wait_until(lambda: kept.database.stat().st_mtime_ns > before, "the page to be saved")
        wait_until(lambda: screen.is_still(program.window(), kept.home), "the page to be there")
        screen.press("alt+F4")
        assert program.ends() == 0
    (entry,) = kept.entries()
    assert entry.text.startswith("Before\n\n## What they said\n\nIt was **kind** and *short*.")
    assert "- one\n- two" in entry.text
    assert entry.text.endswith("[the place](https://example.org/x)")
    assert "[the place](https://example.org/x)" in entry.text
    assert "Wallaby-Script" not in entry.text
    assert "tracker" not in entry.text
    (shown,) = re.findall(r"!\[a square\]\(tj:([0-9a-f]{32})\)", entry.text)
    with kept.open() as journal:
        (photo,) = journal.attaching.of_entry(entry.id)
        assert photo.id.hex == shown
        assert (photo.width, photo.height) == (60, 40)
    assert "Traceback" not in program.output()


def test_pasting_as_plain_text_takes_the_words_alone(screen: Screen, start: Start, kept: Kept) -> None:
    program = start()
    program.wait_for("prompt")
    screen.write(kept.passphrase)
    screen.press("Return")
    program.wait_for("session")
    screen.press("ctrl+n")
    with copied_page(screen, PAGE, PLAIN):
        screen.press("ctrl+shift+v")
        wait_until(lambda: screen.is_still(program.window(), kept.home), "the words to be there")
        screen.press("alt+F4")
        assert program.ends() == 0
    (entry,) = kept.entries()
    assert entry.text == PLAIN
