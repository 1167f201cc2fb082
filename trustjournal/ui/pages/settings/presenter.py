"""Decides what the Settings page shows. Knows no widgets; every change applies at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from trustjournal.domain.change import Changed
from trustjournal.domain.look import ThemeChoice
from trustjournal.domain.memory import OnThisDay
from trustjournal.domain.prompt import Intensity, Topic
from trustjournal.domain.settings import JournalSettings, OthersMaySee
from trustjournal.domain.vault_task import TaskOrder, VaultTask
from trustjournal.domain.way_in import WayIn, WayInKind
from trustjournal.domain.writing_look import WritingLook
from trustjournal.services.choices import ChoiceService
from trustjournal.ui.kit.tasks import Tasks


@dataclass(frozen=True, slots=True)
class WaysIn:
    """What opens the journal; `trusted` are the ids of those whose secret this computer has."""

    all: tuple[WayIn, ...] = ()
    trusted: frozenset[str] = frozenset()

    @property
    def recovery(self) -> WayIn | None:
        """The recovery code, if there is one."""
        return next((way for way in self.all if way.kind is WayInKind.RECOVERY), None)

    @property
    def here(self) -> WayIn | None:
        """This computer, if it opens the journal by itself."""
        return next((way for way in self.all if self.is_here(way)), None)

    def is_here(self, way: WayIn) -> bool:
        """Whether a way in is this computer."""
        return way.kind is WayInKind.DEVICE and way.id in self.trusted


@dataclass(frozen=True, slots=True)
class SettingsState:
    """Every setting as it is now. `journal` and `ways` are None until they were read once."""

    theme: ThemeChoice
    text_percent: int
    journal: JournalSettings | None = None
    ways: WaysIn | None = None
    helps_before_unlocking: bool | None = None
    """Whether the unlock screen leads to Help; None until that was read."""
    trouble: Exception | None = None


class SettingsPresenter:
    """Reads and changes settings: the look for this computer, everything else inside the journal."""

    def __init__(
        self,
        *,
        choices: ChoiceService,
        tasks: Tasks,
        read_look: Callable[[], tuple[ThemeChoice, int]],
        change_look: Callable[[ThemeChoice, int], None],
        read_ways: Callable[[], tuple[WayIn, ...]],
        trusted_ways: Callable[[], frozenset[str]],
        start_task: Callable[[TaskOrder], None],
        reads_help_before_unlocking: Callable[[], bool],
        keep_help_before_unlocking: Callable[[bool], None],
        show: Callable[[SettingsState], None],
    ) -> None:
        self._choices = choices
        self._tasks = tasks
        self._change_look = change_look
        self._show = show
        self._read_look = read_look
        self._read_ways = read_ways
        self._trusted_ways = trusted_ways
        self._start_task = start_task
        self._reads_help_before_unlocking = reads_help_before_unlocking
        self._keep_help_before_unlocking = keep_help_before_unlocking
        theme, text_percent = read_look()
        self._state = SettingsState(theme, text_percent)

    @property
    def state(self) -> SettingsState:
        """What is shown now."""
        return self._state

    def read(self) -> None:
        """Look at what is chosen now."""
        theme, text_percent = self._read_look()
        helps = self._reads_help_before_unlocking()
        self._set(replace(self._state, theme=theme, text_percent=text_percent, helps_before_unlocking=helps))
        self._tasks.run(self._choices.settings, owner=self, done=self._on_read, failed=self._on_failed)
        self._tasks.run(self._look_at_ways, owner=self, done=self._on_ways_read, failed=self._on_failed)

    def refresh(self, changed: Changed) -> None:
        """Something changed, perhaps on another page."""
        if changed is Changed.SETTINGS:
            self.read()

    # The look ---------------------------------------------------------------------------------

    def choose_theme(self, theme: ThemeChoice) -> None:
        """Light, dark, or as the system is."""
        if theme is not self._state.theme:
            self._set(replace(self._state, theme=theme))
            self._change_look(theme, self._state.text_percent)

    def choose_text_percent(self, text_percent: int) -> None:
        """How large the text is, in percent."""
        if text_percent != self._state.text_percent:
            self._set(replace(self._state, text_percent=text_percent))
            self._change_look(self._state.theme, text_percent)

    # Help --------------------------------------------------------------------------------------

    def help_before_unlocking(self, shown: bool) -> None:
        """Whether the unlock screen leads to Help, on this computer."""
        self._set(replace(self._state, helps_before_unlocking=shown))
        self._keep_help_before_unlocking(shown)

    # The journal ------------------------------------------------------------------------------

    def choose_ceiling(self, ceiling: Intensity) -> None:
        """How deep the day's prompt may go."""
        self._change(lambda settings: replace(settings, ceiling=ceiling, medium_offered=True))

    def offer_past_pain(self, offered: bool) -> None:
        """Whether prompts may touch old hurt."""
        self._change(lambda settings: replace(settings, past_pain_prompts=offered))

    def offer_topic(self, topic: Topic, *, offered: bool) -> None:
        """Whether prompts may touch a topic."""
        one = frozenset({topic})
        self._change(
            lambda settings: replace(
                settings, topics_off=settings.topics_off - one if offered else settings.topics_off | one
            )
        )

    def offer_part(self, part: str, *, offered: bool) -> None:
        """Whether a day's prompt may come from a part of the guide."""
        one = frozenset({part})
        self._change(
            lambda settings: replace(
                settings, parts_off=settings.parts_off - one if offered else settings.parts_off | one
            )
        )

    def choose_acute_until(self, until: date | None) -> None:
        """Up to which day only short and light prompts come up; None: that is over."""
        self._change(lambda settings: replace(settings, acute_until=until))

    def choose_idle_minutes(self, minutes: int) -> None:
        """After how many minutes without a touch the journal locks."""
        self._change(lambda settings: replace(settings, idle_minutes=minutes))

    def lock_on_minimise(self, lock: bool) -> None:
        """Whether it locks when the window is minimised."""
        self._change(lambda settings: replace(settings, lock_on_minimise=lock))

    def lock_on_focus_loss(self, lock: bool) -> None:
        """Whether it locks when another window has been in front for a while."""
        self._change(lambda settings: replace(settings, lock_on_focus_loss=lock))

    def hide_from_capture(self, hide: bool) -> None:
        """Whether the system is asked to leave the window out of pictures of the screen."""
        self._change(lambda settings: replace(settings, hide_from_capture=hide))

    def check_spelling(self, check: bool) -> None:
        """Whether unknown words are underlined."""
        self._change(lambda settings: replace(settings, spell_check=check))

    def choose_spell_languages(self, languages: tuple[str, ...]) -> None:
        """The languages a word may be of; none: what fits the system."""
        self._change(lambda settings: replace(settings, spell_languages=languages))

    def choose_on_this_day(self, choice: OnThisDay) -> None:
        """Which pages of earlier years may come back on their day."""
        self._change(lambda settings: replace(settings, on_this_day=choice))

    def answer_who_may_see(self, answer: OthersMaySee) -> None:
        """Whether somebody who worries the person could see this computer; what follows is chosen with it."""
        self._change(lambda settings: settings.seen_by_others(answer))

    def choose_writing_look(self, look: WritingLook) -> None:
        """How the sheet one writes on looks."""
        self._change(lambda settings: replace(settings, writing=look))

    # What needs the keys ----------------------------------------------------------------------

    def start(self, task: VaultTask) -> None:
        """Lock, do this, and come back here."""
        self._start_task(TaskOrder(task))

    def remove(self, way: WayIn) -> None:
        """The same, to close a way in."""
        self._start_task(TaskOrder(VaultTask.REMOVE_WAY_IN, way.id))

    # ------------------------------------------------------------------------------------------

    def _look_at_ways(self) -> WaysIn:
        return WaysIn(self._read_ways(), self._trusted_ways())

    def _on_ways_read(self, ways: WaysIn) -> None:
        self._set(replace(self._state, ways=ways))

    def _change(self, change: Callable[[JournalSettings], JournalSettings]) -> None:
        before = self._state.journal
        if before is None:
            return
        after = change(before)
        if after == before:
            return
        self._set(replace(self._state, journal=after, trouble=None))
        self._tasks.run(lambda: self._choices.change(after), owner=self, failed=self._on_change_failed)

    def _on_change_failed(self, error: Exception) -> None:
        self._on_failed(error)
        self.read()  # show what is kept, not what was wished

    def _on_read(self, settings: JournalSettings) -> None:
        self._set(replace(self._state, journal=settings))

    def _on_failed(self, error: Exception) -> None:
        self._set(replace(self._state, trouble=error))

    def _set(self, state: SettingsState) -> None:
        self._state = state
        self._show(state)
