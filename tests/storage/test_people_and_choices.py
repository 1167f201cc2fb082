"""People, prompts that were shown, units that were read, and settings."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import cast
from uuid import uuid4

import pytest

from tests.storage.conftest import Stores, entry, person
from trustjournal.domain.ids import PersonId, ServedPromptId
from trustjournal.domain.person import LONGEST_NAME, Role
from trustjournal.domain.prompt import Intensity, Outcome, ServedPrompt
from trustjournal.errors import NameTakenError, TooLongError
from trustjournal.storage.canonical import JsonValue

DAY = date(2026, 8, 1)


def served(prompt: str = "unit.one", day: date = DAY) -> ServedPrompt:
    return ServedPrompt(ServedPromptId(uuid4()), prompt, prompt.split(".")[0], Intensity.DEEP, day, "Wording?")


def test_people_come_in_the_order_they_were_added(stores: Stores) -> None:
    sam, ann = stores.people.add(person("Sam")), stores.people.add(person("  Ann \n B "))
    assert ann.name == "Ann B"
    assert stores.people.all(archived=False) == (sam, ann)
    gone = stores.people.change(replace(sam, is_archived=True, role=Role.EX))
    assert stores.people.all(archived=False) == (ann,)
    assert stores.people.all(archived=True) == (gone, ann)
    assert stores.people.get(sam.id) == gone
    assert stores.people.get(PersonId(uuid4())) is None


def test_two_people_cannot_have_one_name(stores: Stores) -> None:
    sam, ann = stores.people.add(person("Zoë")), stores.people.add(person("Ann"))
    for taken in ("Zoë", "ZOË", "Zoe\u0308", " zoë "):
        with pytest.raises(NameTakenError):
            stores.people.add(person(taken))
        with pytest.raises(NameTakenError):
            stores.people.change(replace(ann, name=taken))
    assert stores.people.change(replace(sam, name="zoë")).name == "zoë"
    stores.people.add(person("Zoe"))


def test_a_name_may_be_so_long_and_no_longer(stores: Stores) -> None:
    stores.people.add(person("n" * LONGEST_NAME))
    with pytest.raises(TooLongError):
        stores.people.add(person("m" * (LONGEST_NAME + 1)))


def test_changing_nobody_is_our_bug_and_changing_nothing_is_no_revision(stores: Stores) -> None:
    sam = stores.people.add(person())
    stores.people.change(sam)
    assert stores.db.row("SELECT revision FROM person") == (1,)
    with pytest.raises(LookupError):
        stores.people.change(person("Nobody"))


def test_shown_prompts_are_kept_in_order_with_what_became_of_them(stores: Stores) -> None:
    first, second, third = served(day=DAY), served("unit.two", DAY), served("other.one", DAY + timedelta(1))
    for shown in (third, first, second):
        stores.prompts.add(shown)
    assert stores.prompts.all_served() == (first, second, third)
    assert stores.prompts.served_since(DAY + timedelta(1)) == (third,)
    stores.prompts.set_outcome(first.id, Outcome.SWAPPED)
    stores.prompts.add(first)
    assert stores.prompts.all_served()[0] == replace(first, outcome=Outcome.SWAPPED)
    with pytest.raises(LookupError):
        stores.prompts.set_outcome(ServedPromptId(uuid4()), Outcome.SHOWN)


def test_prompts_written_about_are_counted_once_each(stores: Stores) -> None:
    shown = [served("unit.one"), served("unit.one"), served("unit.two"), served("unit.three"), served("other.one")]
    for one in shown:
        stores.prompts.add(one)
    assert stores.prompts.written_prompts() == {}
    for one in shown[:3]:
        stores.prompts.set_outcome(one.id, Outcome.WRITTEN)
    stores.entries.save(replace(entry(), prompt=shown[4]))
    assert stores.prompts.written_prompts() == {"unit": 2, "other": 1}


def test_a_hidden_prompt_can_be_shown_again(stores: Stores) -> None:
    for _ in range(2):
        stores.prompts.hide("unit.one")
        stores.prompts.hide("unit.one")
        stores.prompts.hide("unit.two")
        assert stores.prompts.hidden() == {"unit.one", "unit.two"}
        stores.prompts.unhide("unit.one")
        stores.prompts.unhide("unit.one")
        stores.prompts.unhide("never.was")
        assert stores.prompts.hidden() == {"unit.two"}


def test_a_unit_is_visited_once_and_the_last_day_kept(stores: Stores) -> None:
    for day in (DAY, DAY + timedelta(2), DAY + timedelta(1)):
        stores.prompts.visit("unit", day)
    stores.prompts.visit("other", DAY)
    assert stores.prompts.visited() == {"unit", "other"}
    assert stores.db.row("SELECT last_day, revision FROM guide_visit WHERE unit = 'unit'") == ("2026-08-03", 2)


@pytest.mark.parametrize(
    "value", [None, True, False, 0, -3, "", "ünïcödé \ud83d", [1, [2, "x"]], {"a": {"b": None}}, list(range(1000))]
)
def test_a_setting_comes_back_as_it_was_put(stores: Stores, value: object) -> None:
    assert stores.settings.get("key") is None
    stores.settings.put("key", "before")
    stores.settings.put("key", cast("JsonValue", value))
    assert stores.settings.get("key") == value
    stores.settings.put("key", cast("JsonValue", value))
    assert stores.db.row("SELECT revision FROM setting") == (2,)


def test_a_setting_that_is_no_json_is_our_bug(stores: Stores) -> None:
    with pytest.raises(ValueError):
        stores.settings.put("key", cast("JsonValue", float("nan")))
    assert stores.settings.get("key") is None
