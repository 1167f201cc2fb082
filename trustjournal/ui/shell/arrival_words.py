"""What is said when the journal has opened: what was done before, when it was last opened, and what to look at."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from trustjournal.domain.arrival import Arrival
from trustjournal.domain.vault_task import TaskOrder, VaultNews, VaultTask
from trustjournal.domain.way_in import WayInKind
from trustjournal.ui.parts.opening_words import failed_words, last_opened_words
from trustjournal.ui.parts.page import ToastMessage


def arrival_message(
    arrival: Arrival,
    last_opened: datetime | None,
    *,
    zone: str,
    key_file_is_older: bool,
    start_task: Callable[[TaskOrder], None],
) -> ToastMessage | None:
    """What to say; None where there is nothing. `last_opened` is in UTC, `zone` the one the person is in.

    An older key file is told whatever else there is to say.
    """
    translate = QCoreApplication.translate
    news = _news(arrival.news)
    said = f"{news} {_failed(arrival)}".strip() if news else _before(arrival, last_opened, zone)
    if key_file_is_older:
        warning = translate(
            "arrival",
            "An older key file was put back. Passphrases replaced since may open the journal again. "
            "If that was not you, encrypt everything anew.",
        )
        return _offer(
            f"{said} {warning}".strip(), translate("arrival", "Encrypt anew…"), VaultTask.RE_ENCRYPT, start_task
        )
    if arrival.way_in is WayInKind.RECOVERY and arrival.news is VaultNews.NONE:
        advice = translate("arrival", "You came in by the recovery code. You could set a passphrase you will remember.")
        return _offer(
            f"{advice} {said}".strip(),
            translate("arrival", "Set a passphrase…"),
            VaultTask.CHANGE_PASSPHRASE,
            start_task,
        )
    return ToastMessage(said) if said else None


def _offer(text: str, action: str, task: VaultTask, start_task: Callable[[TaskOrder], None]) -> ToastMessage:
    return ToastMessage(text, action, lambda: start_task(TaskOrder(task)), is_undo=False)


def _news(news: VaultNews) -> str:
    translate = QCoreApplication.translate
    return {
        VaultNews.NONE: "",
        VaultNews.CREATED: "",  # the first page says enough
        VaultNews.PASSPHRASE_CHANGED: translate(
            "arrival", "Your passphrase is changed. Older backups still open with the old one."
        ),
        VaultNews.RECOVERY_CODE_MADE: translate(
            "arrival", "The new recovery code opens this journal. An older code does not any more."
        ),
        VaultNews.RECOVERY_CODE_WORKS: translate("arrival", "Your recovery code works."),
        VaultNews.COMPUTER_TRUSTED: translate(
            "arrival", "This computer can now open the journal. Your passphrase still does too."
        ),
        VaultNews.WAY_IN_REMOVED: translate(
            "arrival", "That way in is closed. Older backups can still be opened with it."
        ),
        VaultNews.RE_ENCRYPTED: translate(
            "arrival", "Everything is encrypted anew. A recovery code made before opens nothing here any more."
        ),
        VaultNews.MOVED: translate("arrival", "The journal is in its new place."),
    }[news]


def _before(arrival: Arrival, last_opened: datetime | None, zone: str) -> str:
    said = []
    if last_opened is not None:
        said.append(last_opened_words(last_opened, zone))
    return " ".join([*said, _failed(arrival)]).strip()


def _failed(arrival: Arrival) -> str:
    return failed_words(arrival.failed_attempts) if arrival.failed_attempts else ""
