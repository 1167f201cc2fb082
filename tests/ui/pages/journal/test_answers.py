"""From an entry that was begun from a prompt there is a way to its earlier answers."""

from __future__ import annotations

from tests.ui.pages.journal.conftest import Desk
from trustjournal.domain.place import Place
from trustjournal.ui.pages.journal.answers import PageAnswers


def test_an_entry_from_a_prompt_leads_to_then_and_now_and_another_entry_does_not(desk: Desk) -> None:
    part = desk.page.findChildren(PageAnswers)[0]
    wanted: list[Place] = []
    desk.page.go_requested.connect(wanted.append)
    prompt = desk.journal.guide.prompts[0]
    desk.visit("new", served=str(desk.journal.prompting.serve(prompt).id))
    desk.type("words")
    desk.pause()
    assert part.look.isVisible()
    part.look.trigger()
    assert wanted == [Place("guide", prompt.unit, {"answers": prompt.id})]

    desk.visit(str(desk.write("Another", "one").id))
    assert not part.look.isVisible()
