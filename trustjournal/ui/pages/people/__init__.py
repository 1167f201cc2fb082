"""People: whoever the journal is about, by the names the writer gives them."""

from __future__ import annotations

from trustjournal.services.people import PeopleService
from trustjournal.ui.kit.icons import Icons
from trustjournal.ui.kit.tasks import Tasks
from trustjournal.ui.kit.theme import Theme
from trustjournal.ui.pages.people.page import PeoplePage
from trustjournal.ui.pages.people.presenter import PeoplePresenter


def build_people_page(*, people: PeopleService, tasks: Tasks, theme: Theme, icons: Icons) -> PeoplePage:
    """The page, with its presenter."""
    return PeoplePage(
        lambda show, archived: PeoplePresenter(people=people, tasks=tasks, show=show, archived=archived),
        theme=theme,
        icons=icons,
    )
