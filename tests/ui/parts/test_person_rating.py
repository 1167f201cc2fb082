"""A rating of one person: a number, not sure, and what it rests on."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel
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
    assert "Earlier today: 7" in _words(rating)
    assert rating.value() is None

    rating.set_earlier(TrustRating(ALEX.id, date(2026, 3, 10), None))
    assert "Earlier today: not sure" in _words(rating)

    rating.set_earlier(None)
    assert "Earlier today" not in _words(rating)
