"""Draws the unlock screen with one refusal after the other, on the screen of a journey, to compare the program with.

    python -m tests.journeys.sentences HOME FOLDER ERROR…

What stands in the pictures is what `ui.messages` says for each error; a line is written for each picture made.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QTimer
from PySide6.QtGui import QColorSpace, QImage
from PySide6.QtWidgets import QWidget

from tests.journeys.screen import Screen
from trustjournal.app.appearance import dress
from trustjournal.app.life import bring_to_front
from trustjournal.app.prompt import known_error, prompt_window
from trustjournal.host.local_settings import LocalSettingsFile
from trustjournal.host.paths import Paths
from trustjournal.ui.kit.tasks import InlineTasks
from trustjournal.ui.parts.refusal import Refusal

LAYOUT_MS = 200


def main() -> None:
    """Draw every refusal that is named."""
    folder, names = Path(sys.argv[1]), sys.argv[2:]
    paths = Paths.of_user()
    local = LocalSettingsFile(paths.local_settings)
    settings = local.read()
    look = dress(settings)
    window = prompt_window(look, settings, paths, local, InlineTasks())
    waiting = iter(names)

    def next_one() -> None:
        name = next(waiting, None)
        if name is None:
            look.app.quit()
            return
        error = known_error(name)
        assert error is not None, name
        window.refuse(error)
        QTimer.singleShot(LAYOUT_MS, lambda: keep(name))

    def keep(name: str) -> None:
        place = _refusal_in(window)
        assert window.grab(place).save(str(folder / f"{name}.png"))
        sys.stdout.write(f"{name} {place.x()} {place.y()} {place.width()} {place.height()}\n")
        next_one()

    window.painted.connect(next_one)
    bring_to_front(window, "")
    look.app.exec()


def _refusal_in(window: QWidget) -> QRect:
    refusal = next(found for found in window.findChildren(Refusal) if found.isVisible())
    return QRect(refusal.mapTo(window, QPoint(0, 0)), refusal.size())


class Sentences:
    """The refusals as they should look, by the name of the error."""

    def __init__(self, screen: Screen, environment: dict[str, str], folder: Path, names: tuple[str, ...]) -> None:
        self._screen = screen
        self._folder = folder
        self._places: dict[str, QRect] = {}
        for line in screen.run([sys.executable, "-m", __name__, str(folder), *names], environment).splitlines():
            name, *numbers = line.split()
            self._places[name] = QRect(*(int(number) for number in numbers))

    def pictures(self) -> set[bytes]:
        """The different pictures among them."""
        return {bytes(_pixels(self._folder / f"{name}.png").constBits()) for name in self._places}

    def shown_in(self, window: int) -> str | None:
        """The error whose refusal can be read in a window; None if there is none of these."""
        now = self._folder / "now.png"
        if not self._screen.picture(window, now):
            return None
        whole = _pixels(now)
        for name, place in self._places.items():
            if whole.copy(place) == _pixels(self._folder / f"{name}.png"):
                return name
        return None


def _pixels(path: Path) -> QImage:
    """A picture without what its file says about colours, which differs from program to program."""
    image = QImage(str(path)).convertToFormat(QImage.Format.Format_RGB32)
    image.setColorSpace(QColorSpace())
    return image


if __name__ == "__main__":
    main()
