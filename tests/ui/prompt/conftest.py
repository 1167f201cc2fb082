"""The window of the prompt, as tests begin with it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.fakes.care import made_up_care
from tests.ui.prompt.scene import ALL_WAYS, BY_COMPUTER, OLD, PERSONAL
from tests.ui.prompt.window_scene import Answers, Begin, Scene
from trustjournal.domain.vault_task import TaskOrder, VaultTask
from trustjournal.services.passphrases import Strength
from trustjournal.services.vault import Outlook
from trustjournal.ui.kit.dialogs import Dialogs
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.tasks import InlineTasks
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.prompt.enquiries import Enquiries
from trustjournal.ui.prompt.window import PromptWindow


@pytest.fixture
def answers() -> Answers:
    return Answers()


@pytest.fixture
def begin(theme: Theme, icons: Icons, qtbot: QtBot, answers: Answers) -> Begin:
    def begin(
        task: VaultTask | None = None, detail: str = "", *, can_trust: bool = True, offers_help: bool = True
    ) -> Scene:
        window = PromptWindow(
            theme,
            icons,
            journals=(PERSONAL, OLD),
            place=Path("/data"),
            order=TaskOrder(task, detail) if task is not None else None,
            trusted_ways=frozenset({BY_COMPUTER.id}),
            enquiries=Enquiries(
                outlook_of=lambda _folder: Outlook(ways_in=ALL_WAYS),
                can_trust_computer=lambda: can_trust,
                estimate=lambda passphrase, _own: Strength(float(len(passphrase))),
                propose=lambda: "six words here",
            ),
            tasks=InlineTasks(),
            read_care=made_up_care if offers_help else None,
            dialogs=Dialogs(answers.ask_for_folder, answers.ask_where_to_save, answers.ask_to_print),
        )
        qtbot.addWidget(window)
        scene = Scene(window, [])
        window.requested.connect(scene.requests.append)
        with qtbot.waitSignal(window.painted):
            window.show()
        window.activateWindow()
        qtbot.waitUntil(lambda: (QApplication.focusWidget() or QApplication.activePopupWidget()) is not None)
        return scene

    return begin
