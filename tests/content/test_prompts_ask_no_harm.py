"""No prompt asks for what could hurt: the person who writes, or somebody else. As far as words can tell.

What is never asked for: proof against somebody, lists of faults, hidden tests and watching, forgiving on demand, the
detail of harm, and why it happened, which keeps people going round in circles.
"""

from __future__ import annotations

import re

import pytest

from tests.content.guide import EXERCISES, PROMPTS, Role, pieces

THEM = r"(?:them|they|their|him|her|his|someone|somebody|this person|the other)"
THEY = r"(?:they|he|she|it|this|that|someone|somebody)"
THINGS = r"(?:phone|messages?|mail|post|pockets|bag)"


def _any_of(*patterns: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(patterns)})\b", re.IGNORECASE)


NEVER_ASKED = {
    "for proof against somebody": _any_of(
        "proofs?", "evidence", f"prove (?:that|it|{THEM})", f"catch {THEM}", f"expose {THEM}",
    ),
    "for a list of faults": _any_of(
        r"(?:list|name|write down) (?:all |everything )?(?:\w+ ){0,3}(?:faults|flaws|failings|sins|lies)",
        f"what is wrong with {THEM}", f"everything {THEM} (?:did|have done|has done)", "worst thing about",
    ),
    "for a hidden test": _any_of(
        "set a trap", "without (?:them|anyone|their) (?:knowing|noticing)", "in secret", "secretly",
        f"test (?:{THEM}|whether)", "pretend (?:to|that)",
    ),
    "for watching": _any_of(
        rf"(?:check|read|look through|search) {THEM} (?:\w+ )?{THINGS}", "passwords?", "track",
        "follow (?:them|him|her)", "where (?:are they|they are|they were|were they)",
    ),
    "for forgiving": _any_of("forgive", "forgave", "thankful (?:to|for) (?:them|what)", "let it go"),
    "for the detail of harm": _any_of(
        "(?:every|full|each) detail", "in detail", r"graphic\w*", r"vivid\w*", "relive", r"assault\w*",
        r"(?:blow|beating|rape\w*|wound)s?", "what did (?:they|he|she) do to you", "moment by moment",
    ),
    "why it happened": _any_of(
        f"why (?:did|do|does|would|have|has|was|were) {THEY}", "what does it mean that", "find the meaning",
        "happened for a reason",
    ),
    "for a verdict on somebody": _any_of(
        f"(?:is|are) {THEM} (?:a )?(?:liar|narcissist|toxic|bad person)", f"do {THEM} deserve", f"rate {THEM}",
    ),
}  # fmt: skip

PLANTED = {
    "for proof against somebody": "What evidence do you have against your brother?",
    "for a list of faults": "List all the flaws of this person, big and small.",
    "for a hidden test": "How could you find out without them noticing?",
    "for watching": "When did you last check their phone? What was there?",
    "for forgiving": "Write a line in which you forgive the person who hurt you.",
    "for the detail of harm": "Describe the worst moment in detail.",
    "why it happened": "Why did they lie to you?",
    "for a verdict on somebody": "Do they deserve you?",
}


def asked_in(text: str) -> list[str]:
    """What a text asks for that none may."""
    return [what for what, pattern in NEVER_ASKED.items() if pattern.search(text)]


def test_no_prompt_asks_for_what_could_hurt() -> None:
    assert {prompt.id: asked for prompt in PROMPTS if (asked := asked_in(prompt.text))} == {}


def test_no_step_after_a_prompt_asks_for_it_either() -> None:
    assert [
        (str(piece), asked) for piece in pieces() if piece.what == "close_step" and (asked := asked_in(piece.text))
    ] == []


def test_no_exercise_asks_for_it() -> None:
    """Steps may speak of watching and passwords, to say that it is not fair; the rest holds for them too."""
    steps = [piece for piece in pieces() if piece.role is Role.STEP]
    assert len(steps) > 5 * len(EXERCISES)
    assert [
        (str(step), asked)
        for step in steps
        if (asked := set(asked_in(step.text)) - {"for watching", "for a hidden test"})
    ] == []


@pytest.mark.parametrize("what", NEVER_ASKED)
def test_a_planted_question_is_found(what: str) -> None:
    assert asked_in(PLANTED[what]) == [what]
