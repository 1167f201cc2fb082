"""A rating of one person: a number, not sure, and what it rests on."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from trustjournal.domain.ids import PersonId
from trustjournal.domain.person import Person, Role
from trustjournal.domain.trust import Basis, TrustRating
from trustjournal.ui.kit.rating_slider import RatingSlider
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.parts.person_rating import PersonRating

ALEX = Person(PersonId(UUID(int=1)), "<b>Alex</b>", Role.PARTNER)
MYSELF = Person(PersonId(UUID(int=2)), "Myself", Role.MYSELF)


@pytest.fixture
def rating(theme: Theme, qtbot: QtBot) -> PersonRating:
    rating = PersonRating(ALEX, theme)
    qtbot.addWidget(rating)
    rating.resize(700, rating.height())  # room for every word, in any font
    rating.show()
    return rating


def _slider(rating: PersonRating) -> RatingSlider:
    return rating.findChildren(RatingSlider)[0]


def _button(rating: PersonRating, start: str) -> QAbstractButton:
    return next(button for button in rating.findChildren(QAbstractButton) if button.accessibleName().startswith(start))


def _words(rating: PersonRating) -> str:
    return "\n".join(label.text() for label in rating.findChildren(QLabel) if label.isVisible())


def test_it_starts_empty_and_asks_nothing_more(rating: PersonRating) -> None:
    assert rating.value() is None
    assert not rating.is_not_sure()
    assert not _button(rating, "What your rating").isVisible()
    assert "–" in _words(rating)


def test_a_name_is_never_taken_for_markup(rating: PersonRating) -> None:
    name = next(label for label in rating.findChildren(QLabel) if "Alex" in label.text())

    assert name.textFormat() is Qt.TextFormat.PlainText


def test_the_slider_asks_the_question_by_name(theme: Theme, qtbot: QtBot, rating: PersonRating) -> None:
    about_me = PersonRating(MYSELF, theme)
    qtbot.addWidget(about_me)

    assert "rely on <b>Alex</b> right now" in _slider(rating).accessibleName()
    assert "rely on yourself right now" in _slider(about_me).accessibleName()


def test_a_number_is_shown_and_its_basis_can_be_said(rating: PersonRating) -> None:
    answers: list[int | None] = []
    rating.answered.connect(lambda: answers.append(rating.value()))

    QTest.keyClick(_slider(rating), Qt.Key.Key_6)
    assert answers == [6]
    assert "6" in _words(rating)
    basis = _button(rating, "What your rating")
    assert basis.isVisible()

    action = next(action for action in rating.findChildren(QAction) if action.text() == "a feeling")
    action.trigger()
    assert rating.basis() is Basis.FEELING
    assert "a feeling" in basis.text()
    assert len(answers) == 2


def test_not_sure_and_a_number_exclude_each_other(rating: PersonRating) -> None:
    _slider(rating).set_value(6)
    not_sure = _button(rating, "Not sure about")

    not_sure.click()
    assert rating.is_not_sure()
    assert rating.value() is None

    _slider(rating).set_value(3)
    assert not rating.is_not_sure()
    assert rating.value() == 3


def test_a_rating_of_earlier_today_is_said_and_the_slider_stays_empty(rating: PersonRating) -> None:
    rating.set_earlier(TrustRating(ALEX.id, date(2026, 3, 10), 7))
    assert "earlier: 7" in _words(rating)
    assert rating.value() is None

    rating.set_earlier(TrustRating(ALEX.id, date(2026, 3, 10), None))
    assert "earlier: not sure" in _words(rating)

    rating.set_earlier(None)
    assert "earlier:" not in _words(rating)


def test_answering_moves_nothing(rating: PersonRating) -> None:
    before = (rating.sizeHint().height(), rating.minimumSizeHint().height(), _slider(rating).pos())

    _slider(rating).set_value(10)
    next(action for action in rating.findChildren(QAction) if "someone else" in action.text()).trigger()
    QApplication.processEvents()

    assert (rating.sizeHint().height(), rating.minimumSizeHint().height(), _slider(rating).pos()) == before


@pytest.mark.parametrize("percent", [100, 200])
def test_a_long_name_and_a_long_basis_fit_into_the_line(theme: Theme, qtbot: QtBot, percent: int) -> None:
    theme.set_text_percent(percent)
    rating = PersonRating(Person(PersonId(UUID(int=3)), "The one from the choir with the dog", Role.EX), theme)
    qtbot.addWidget(rating)
    width = theme.sp(286)
    rating.resize(width, theme.sp(64))
    rating.show()
    rating.set_answer(10, Basis.HEARD, is_not_sure=False)
    QApplication.processEvents()

    assert rating.minimumSizeHint().width() <= width
    basis = _button(rating, "What your rating")
    assert basis.text().endswith("…")
    assert basis.accessibleDescription() == "something someone else told me"
    assert "something someone else told me" in basis.toolTip()
    assert basis.geometry().right() < _button(rating, "Not sure").mapTo(rating, QPoint(0, 0)).x()


def test_a_name_is_not_cut_for_what_stands_beside_it(theme: Theme, qtbot: QtBot) -> None:
    rating = PersonRating(MYSELF, theme)
    qtbot.addWidget(rating)
    rating.resize(283, 64)
    rating.set_earlier(TrustRating(MYSELF.id, date(2026, 3, 10), None))
    rating.show()
    QApplication.processEvents()

    name = next(label for label in rating.findChildren(QLabel) if label.text() == "Myself")
    assert name.width() >= name.sizeHint().width()


def test_what_was_kept_earlier_makes_way_for_what_the_new_answer_rests_on(rating: PersonRating) -> None:
    rating.set_earlier(TrustRating(ALEX.id, date(2026, 3, 10), 7))

    _slider(rating).set_value(3)
    assert "earlier" not in _words(rating)

    _slider(rating).set_value(None)
    assert "earlier: 7" in _words(rating)
