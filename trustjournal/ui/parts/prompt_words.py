"""What a prompt's part, intensity and topics are called on screen."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QLocale

from trustjournal.domain.guide import Part
from trustjournal.domain.prompt import Intensity, Topic


def part_label(part: Part) -> str:
    """“Part 4 · Causes”; a side topic, which has no number, is called by its title alone."""
    if part.number is None:
        return part.title
    text = QCoreApplication.translate("PromptWords", "Part {number} · {title}")
    return text.format(number=QLocale().toString(part.number), title=part.title)


def intensity_label(intensity: Intensity) -> str:
    """One word for how close to the bone a prompt goes."""
    match intensity:
        case Intensity.LIGHT:
            return QCoreApplication.translate("PromptWords", "Light")
        case Intensity.MEDIUM:
            return QCoreApplication.translate("PromptWords", "Medium")
        case Intensity.DEEP:
            return QCoreApplication.translate("PromptWords", "Deep")


def topic_label(topic: Topic) -> str:
    """What a topic is called in the middle of a sentence."""
    labels = {
        Topic.CHILDHOOD: QCoreApplication.translate("PromptWords", "childhood"),
        Topic.FAMILY: QCoreApplication.translate("PromptWords", "family"),
        Topic.PARENTS: QCoreApplication.translate("PromptWords", "parents"),
        Topic.INFIDELITY: QCoreApplication.translate("PromptWords", "broken agreements in love"),
        Topic.SEX: QCoreApplication.translate("PromptWords", "sex"),
        Topic.VIOLENCE: QCoreApplication.translate("PromptWords", "violence"),
        Topic.DEATH: QCoreApplication.translate("PromptWords", "death"),
        Topic.ADDICTION: QCoreApplication.translate("PromptWords", "addiction"),
        Topic.MONEY: QCoreApplication.translate("PromptWords", "money"),
        Topic.FAITH: QCoreApplication.translate("PromptWords", "faith"),
        Topic.CHILDREN: QCoreApplication.translate("PromptWords", "children"),
        Topic.WORKPLACE: QCoreApplication.translate("PromptWords", "the workplace"),
        Topic.BREAK_UP: QCoreApplication.translate("PromptWords", "break-ups"),
        Topic.BODY_HEALTH: QCoreApplication.translate("PromptWords", "body and health"),
        Topic.PAST_PAIN: QCoreApplication.translate("PromptWords", "past pain"),
    }
    return labels[topic]


def topics_label(topics: Iterable[Topic]) -> str:
    """Several topics as the locale strings words together: “childhood and family”."""
    return QLocale().createSeparatedList([topic_label(topic) for topic in sorted(topics)])
