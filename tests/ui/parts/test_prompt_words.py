"""Every intensity, topic, role and basis has words of its own."""

from __future__ import annotations

import pytest

from trustjournal.domain.guide import Part
from trustjournal.domain.person import Role
from trustjournal.domain.prompt import Intensity, Topic
from trustjournal.domain.trust import Basis
from trustjournal.ui.parts.person_words import basis_label, role_label
from trustjournal.ui.parts.prompt_words import intensity_label, part_label, topic_label, topics_label


def test_no_two_things_are_called_the_same() -> None:
    for labels in (
        [intensity_label(intensity) for intensity in Intensity],
        [topic_label(topic) for topic in Topic],
        [role_label(role) for role in Role],
        [basis_label(basis) for basis in Basis],
    ):
        assert all(labels)
        assert len(set(labels)) == len(labels)


@pytest.mark.parametrize(("number", "label"), [(4, "Part 4 · Causes"), (None, "Causes")])
def test_a_part_is_called_by_its_number_and_title(number: int | None, label: str) -> None:
    assert part_label(Part("causes", number, "Causes", ())) == label


def test_topics_are_strung_together_in_words() -> None:
    label = topics_label({Topic.FAMILY, Topic.CHILDHOOD})

    assert label in (f"childhood{between}family" for between in (" and ", ", "))
