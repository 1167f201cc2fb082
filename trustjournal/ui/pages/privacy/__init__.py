"""Privacy, live: what the program has open and has written, what protects it, and a test of what it relies on."""

from __future__ import annotations

from collections.abc import Callable

from trustjournal.domain.proof import ProcessProof
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.tasks import Tasks
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.pages.privacy.page import PrivacyPage
from trustjournal.ui.pages.privacy.presenter import PrivacyPresenter, SelfTest


def build_privacy_page(
    *,
    read_proof: Callable[[], ProcessProof],
    make_self_test: Callable[[], SelfTest],
    self_test_tasks: Tasks,
    settings_file: str,
    theme: Theme,
    icons: Icons,
) -> PrivacyPage:
    """The page, with its presenter.

    `self_test_tasks` are the self-test's own, so that nothing waits for it; `settings_file` is the path of what is kept
    in clear.
    """
    return PrivacyPage(
        lambda show: PrivacyPresenter(
            read_proof=read_proof, make_self_test=make_self_test, tasks=self_test_tasks, show=show
        ),
        settings_file=settings_file,
        theme=theme,
        icons=icons,
    )
