"""The toast: says it, offers one thing, waits for the person, and goes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QEnterEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from trustjournal.ui.kit import toast as toast_module
from trustjournal.ui.kit.button import Button, IconButton
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.toast import Toast


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    window.resize(900, 600)
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def toast(window: QWidget, icons: Icons) -> Toast:
    return Toast(window, icons)


def timer_of(toast: Toast) -> QTimer:
    timer = toast.findChild(QTimer)
    assert isinstance(timer, QTimer)
    return timer


def test_it_stays_eight_seconds(toast: Toast) -> None:
    toast.show_message("Entry deleted.")
    assert timer_of(toast).interval() == 8000
    assert timer_of(toast).isSingleShot()
    timer_of(toast).timeout.emit()
    assert toast.isHidden()


def test_it_lies_centred_over_the_lower_edge_and_follows_the_window(toast: Toast, window: QWidget) -> None:
    toast.show_message("Entry deleted.", "Undo")
    assert toast.geometry().center().x() == pytest.approx(450, abs=2)
    assert 500 < toast.geometry().bottom() < 600
    window.resize(700, 400)
    assert toast.geometry().center().x() == pytest.approx(350, abs=2)
    assert window.rect().contains(toast.geometry())


@pytest.fixture
def page(window: QWidget, toast: Toast, qtbot: QtBot) -> QTextEdit:
    """Somebody writes on the whole window."""
    page = QTextEdit(window)
    page.setGeometry(window.rect())
    page.setPlainText("\n".join("a line" for _ in range(60)))
    page.show()
    toast.raise_()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    page.setFocus()
    return page


def write_at(page: QTextEdit, y: int) -> None:
    page.setTextCursor(page.cursorForPosition(QPoint(20, y)))
    QTest.keyClicks(page, "x")


def test_it_never_covers_the_line_somebody_writes_on(toast: Toast, page: QTextEdit) -> None:
    write_at(page, 560)
    toast.show_message("Photo removed.", "Undo")
    assert toast.geometry().bottom() < 150
    write_at(page, 300)
    assert toast.geometry().bottom() < 150  # and does not go to and fro
    write_at(page, 90)
    assert toast.geometry().top() > 450
    write_at(page, 560)
    assert toast.geometry().bottom() < 150
    toast.show_message("Copied.")
    assert toast.geometry().bottom() < 150


def test_it_stays_below_where_nobody_writes_under_it(toast: Toast, page: QTextEdit) -> None:
    write_at(page, 300)
    toast.show_message("Photo removed.", "Undo")
    assert toast.geometry().top() > 450
    page.setReadOnly(True)
    page.setTextCursor(page.cursorForPosition(QPoint(20, 560)))
    toast.show_message("Photo removed.", "Undo")
    assert toast.geometry().top() > 450


def test_it_does_not_go_from_under_the_mouse(toast: Toast, page: QTextEdit) -> None:
    write_at(page, 300)
    toast.show_message("Photo removed.", "Undo")
    toast.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    write_at(page, 560)
    assert toast.geometry().top() > 450


def test_a_long_sentence_in_a_narrow_window_wraps_and_is_not_cut(toast: Toast, window: QWidget) -> None:
    window.resize(420, 500)
    toast.show_message("This is a long sentence that cannot possibly fit on one line of a narrow window. " * 2, "Undo")
    assert window.rect().contains(toast.geometry())
    assert toast.height() >= toast.heightForWidth(toast.width())


def test_its_action_is_done_once_and_the_toast_goes(toast: Toast) -> None:
    done: list[bool] = []
    toast.show_message("Entry deleted.", "Undo", lambda: done.append(True))
    action = toast.findChild(Button)
    assert isinstance(action, Button)
    QTest.mouseClick(action, Qt.MouseButton.LeftButton)
    assert done == [True]
    assert toast.isHidden()
    assert toast.sentence == ""


def test_it_can_be_dismissed_without_doing_the_action(toast: Toast) -> None:
    done: list[bool] = []
    toast.show_message("Entry deleted.", "Undo", lambda: done.append(True))
    close = toast.findChild(IconButton)
    assert isinstance(close, IconButton)
    assert close.accessibleName() == "Dismiss"
    QTest.mouseClick(close, Qt.MouseButton.LeftButton)
    assert toast.isHidden()
    assert done == []


def test_an_action_can_show_the_next_message(toast: Toast) -> None:
    toast.show_message("Entry deleted.", "Undo", lambda: toast.show_message("It is back."))
    action = toast.findChild(Button)
    assert isinstance(action, Button)
    QTest.mouseClick(action, Qt.MouseButton.LeftButton)
    assert not toast.isHidden()
    assert toast.sentence == "It is back."
    assert action.isHidden()


def test_it_waits_while_the_mouse_is_on_it(toast: Toast) -> None:
    toast.show_message("Entry deleted.")
    QApplication.sendEvent(toast, QEnterEvent(QPointF(), QPointF(), QPointF()))
    assert not timer_of(toast).isActive()
    QApplication.sendEvent(toast, QEvent(QEvent.Type.Leave))
    assert timer_of(toast).isActive()


def test_it_waits_while_the_keyboard_is_on_it(toast: Toast, window: QWidget, qtbot: QtBot) -> None:
    toast.show_message("Copied.")
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    close = toast.findChild(IconButton)
    assert isinstance(close, IconButton)
    close.setFocus()
    timer_of(toast).timeout.emit()
    assert not toast.isHidden()


def test_an_offer_waits_until_somebody_answers_it(toast: Toast) -> None:
    toast.show_message("Copied.")
    toast.show_message("Entry deleted.", "Undo")
    assert not timer_of(toast).isActive()
    QApplication.sendEvent(toast, QEvent(QEvent.Type.Leave))
    assert not timer_of(toast).isActive()
    toast.show_message("Copied.")
    assert timer_of(toast).isActive()


def test_the_key_that_undoes_takes_up_the_offer_and_only_while_there_is_one(
    toast: Toast, window: QWidget, qtbot: QtBot
) -> None:
    done: list[bool] = []
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    toast.show_message("Entry deleted.", "Undo", lambda: done.append(True))
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert done == [True]
    toast.show_message("Copied.")
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not toast.isHidden()
    assert done == [True]


def test_the_key_that_undoes_belongs_to_the_text_while_somebody_writes(
    toast: Toast, window: QWidget, qtbot: QtBot
) -> None:
    done: list[bool] = []
    field = QLineEdit(window)
    field.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    field.setFocus()
    QTest.keyClicks(field, "a")
    toast.show_message("Entry deleted.", "Undo", lambda: done.append(True))
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert done == []
    assert field.text() == ""


def test_the_button_says_which_key_does_it_too(toast: Toast) -> None:
    toast.show_message("Entry deleted.", "Undo")
    action = toast.findChild(Button)
    assert isinstance(action, Button)
    assert action.text() == "Undo"
    assert action._hint == QKeySequence(QKeySequence.StandardKey.Undo).toString(QKeySequence.SequenceFormat.NativeText)


def test_it_takes_no_focus_when_it_comes(toast: Toast, window: QWidget, qtbot: QtBot) -> None:
    window.activateWindow()
    window.setFocus()
    toast.show_message("Entry deleted.", "Undo")
    assert not toast.isAncestorOf(QApplication.focusWidget() or window)


def test_it_is_announced_to_screen_readers(toast: Toast, monkeypatch: pytest.MonkeyPatch) -> None:
    announced: list[str] = []

    class Ears:
        """Stands in for the accessibility bridge."""

        @staticmethod
        def updateAccessibility(event: object) -> None:  # noqa: N802 - Qt's name
            announced.append(event.message())  # type: ignore[attr-defined]

    monkeypatch.setattr(toast_module, "QAccessible", Ears)
    toast.show_message("Entry deleted.")
    assert announced == ["Entry deleted."]


def test_an_offer_that_undoes_nothing_is_not_taken_by_the_key_of_undo(toast: Toast, window: QWidget) -> None:
    done: list[str] = []
    toast.show_message("An older key file was put back.", "Encrypt anew…", lambda: done.append("anew"), is_undo=False)
    window.activateWindow()
    window.setFocus()
    QTest.keySequence(window, QKeySequence(QKeySequence.StandardKey.Undo))
    assert done == []
    toast.show_message("Entry deleted.", "Undo", lambda: done.append("undone"))
    QTest.keySequence(window, QKeySequence(QKeySequence.StandardKey.Undo))
    assert done == ["undone"]


def test_a_click_on_its_button_leaves_the_keyboard_where_it_was(window: QWidget, toast: Toast, qtbot: QtBot) -> None:
    field = QLineEdit(window)
    field.show()
    field.setFocus()
    done: list[str] = []
    toast.show_message("Gone.", "Undo", lambda: done.append("undone"))
    (button,) = (one for one in toast.findChildren(Button) if one.text() == "Undo")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert done == ["undone"]
    assert field.hasFocus()
