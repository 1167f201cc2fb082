"""Sentences of the view of own prompts that are made of parts."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale, QObject

from trustjournal.domain.deck import (
    LONGEST_DECK_NAME,
    LONGEST_NOTE,
    LONGEST_OWN_PROMPT,
    MOST_DECK_MEGABYTES,
    MOST_MINUTES,
    MOST_PROMPTS,
    Deck,
)
from trustjournal.domain.prompt import Intensity, Kind, Topic
from trustjournal.errors import DeckFileError, DeckProblem, NameTakenError, TooLongError
from trustjournal.ui.messages import Message, sentence
from trustjournal.ui.pages.guide.decks.state import Incoming, News, NewsKind

_LONGEST = {"text": LONGEST_OWN_PROMPT, "note": LONGEST_NOTE, "name": LONGEST_DECK_NAME}


class DeckCounts(QObject):
    """What is counted: lupdate finds plural forms only where `tr` asks for them."""

    def prompts(self, count: int) -> str:
        """So many prompts."""
        return self.tr("%n prompt(s)", "", count)

    def all_here(self, count: int) -> str:
        """So many, and nothing new."""
        return self.tr("%n prompt(s), and every one is already here.", "", count)

    def already_here(self, count: int) -> str:
        """So many of them."""
        return self.tr("%n already here", "", count)

    def deleted(self, count: int) -> str:
        """A deck is gone, with so many prompts."""
        return self.tr("“{name}” is deleted with %n prompt(s). What you wrote stays.", "", count)

    def added(self, count: int) -> str:
        """A deck has come, with so many prompts."""
        return self.tr("%n prompt(s) added as “{name}”. The deck is off.", "", count)

    def saved(self, count: int) -> str:
        """So many prompts are in a file."""
        return self.tr("%n prompt(s) saved. The file is plain text.", "", count)


def trouble_words(error: Exception) -> Message:
    """What went wrong; for a file that is no deck, what is wrong with it and where."""
    message = sentence(error)
    if not isinstance(error, DeckFileError):
        return message
    what = _what(error)
    if error.prompt is not None:
        where = QCoreApplication.translate("DecksView", "Prompt {number} in the file: {what}")
        what = where.format(number=QLocale().toString(error.prompt), what=what)
    nothing = QCoreApplication.translate("DecksView", "Nothing was added.")
    if error.problem is DeckProblem.NEWER:
        update = QCoreApplication.translate("DecksView", "A newer TrustJournal can read it.")
        return Message(message.title, f"{what} {nothing}", update)
    return Message(message.title, f"{what} {nothing}", message.next_step)


def form_words(error: Exception) -> str:
    """Why what is in a form was not kept."""
    translate = QCoreApplication.translate
    if isinstance(error, NameTakenError):
        return translate("DecksView", "Another deck is called so. A word more would tell them apart.")
    if isinstance(error, TooLongError):
        words = translate("DecksView", "A prompt may have up to {number} characters.")
        return words.format(number=QLocale().toString(LONGEST_OWN_PROMPT))
    message = sentence(error)
    return f"{message.title}. {message.next_step}"


def _what(error: DeckFileError) -> str:
    translate = QCoreApplication.translate
    key = error.found
    match error.problem:
        case DeckProblem.NOT_A_DECK:
            return translate("DecksView", "It is not a deck of prompts, or it was cut short.")
        case DeckProblem.NEWER:
            return translate("DecksView", "It was made by a newer version of TrustJournal.")
        case DeckProblem.TOO_MANY_BYTES:
            words = translate("DecksView", "It has more than {number} MB, which no deck has.")
            return words.format(number=QLocale().toString(MOST_DECK_MEGABYTES))
        case DeckProblem.NO_PROMPTS:
            return translate("DecksView", "There is no prompt in it.")
        case DeckProblem.TOO_MANY_PROMPTS:
            words = translate("DecksView", "It has more than {number} prompts.")
            return words.format(number=QLocale().toString(MOST_PROMPTS))
        case DeckProblem.KEY_TWICE:
            return translate("DecksView", "“{key}” is there twice.").format(key=key)
        case DeckProblem.UNKNOWN_KEY:
            return translate("DecksView", "“{key}” is something that this version does not know.").format(key=key)
        case DeckProblem.MISSING_KEY:
            return translate("DecksView", "“{key}” is missing.").format(key=key)
        case DeckProblem.WRONG_VALUE:
            return _what_can_stand(key)
        case DeckProblem.NO_WORDS:
            return translate("DecksView", "There are no words behind “{key}”.").format(key=key)
        case DeckProblem.TOO_LONG:
            words = translate("DecksView", "What stands behind “{key}” is longer than {number} characters.")
            return words.format(key=key, number=QLocale().toString(_LONGEST.get(key, LONGEST_OWN_PROMPT)))
        case DeckProblem.HIDDEN_CHARACTERS:
            return translate("DecksView", "There are hidden characters behind “{key}”.").format(key=key)


def _what_can_stand(key: str) -> str:
    """What a key of a file may have: whoever made it can mend it by that."""
    translate = QCoreApplication.translate
    match key:
        case "intensity":
            values = ", ".join(intensity.name.lower() for intensity in Intensity)
        case "kind":
            values = ", ".join(Kind)
        case "topics":
            words = translate("DecksView", "“{key}” is a list of any of these: {values}.")
            return words.format(key=key, values=", ".join(Topic))
        case "about_someone":
            values = "true, false"
        case "minutes":
            words = translate("DecksView", "“{key}” is a whole number from 1 to {number}.")
            return words.format(key=key, number=QLocale().toString(MOST_MINUTES))
        case "prompts":
            return translate("DecksView", "“{key}” is a list of prompts.").format(key=key)
        case _:
            return translate("DecksView", "“{key}” is words in quotation marks.").format(key=key)
    return translate("DecksView", "“{key}” is one of these: {values}.").format(key=key, values=values)


def deck_words(deck: Deck) -> str:
    """“12 prompts · in the daily draw”."""
    count = DeckCounts().prompts(len(deck.prompts))
    switch = (
        QCoreApplication.translate("DecksView", "in the daily draw")
        if deck.is_on
        else QCoreApplication.translate("DecksView", "off")
    )
    return f"{count} · {switch}"


def look_words(incoming: Incoming) -> str:
    """“12 prompts, 2 of them already here.”, and what adding would do."""
    counts, look = DeckCounts(), incoming.look
    if not look.new:
        return counts.all_here(look.total)
    count = counts.prompts(look.total)
    here = counts.already_here(look.already_here)
    said = f"{count}, {here}." if look.already_here else f"{count}."
    name = QCoreApplication.translate(
        "DecksView", "The new ones would be a deck of their own, “{name}”, which is off until you switch it on."
    )
    return f"{said} {name.format(name=look.name)}"


def news_words(news: News) -> str:
    """What was done."""
    translate, counts = QCoreApplication.translate, DeckCounts()
    match news.kind:
        case NewsKind.PROMPT_DELETED:
            return translate("DecksView", "The prompt is deleted. What you wrote from it stays.")
        case NewsKind.DECK_DELETED:
            return counts.deleted(news.count).format(name=news.name)
        case NewsKind.TAKEN_IN:
            return counts.added(news.count).format(name=news.name)
        case NewsKind.WRITTEN_OUT:
            return counts.saved(news.count)
        case NewsKind.NOT_KEPT:
            return translate("DecksView", "Your words were not kept.")
        case NewsKind.KEPT:
            return ""
