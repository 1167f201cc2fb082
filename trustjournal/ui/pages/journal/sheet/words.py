"""Sentences of the journal page that are made of parts: dates, the saved state, the prompt's quotation."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from trustjournal.domain.guide import Guide
from trustjournal.domain.moment import Moment
from trustjournal.domain.prompt import Intensity, ServedPrompt
from trustjournal.ui.messages import sentence
from trustjournal.ui.pages.journal.sheet.state import JournalState
from trustjournal.ui.parts.prompt_words import part_label
from trustjournal.ui.parts.save_keeper import SavePhase
from trustjournal.ui.parts.when import moment_words


def moment_label(moment: Moment, zone_here: str) -> str:
    """Day and time as they were on the wall; the zone too where it is not the one the person is in now."""
    label = moment_words(moment)
    return label if moment.zone == zone_here else f"{label} ({moment.zone})"


def saved_label(state: JournalState) -> str:
    """Whether the words are on the disk; nothing where nothing was written yet."""
    if state.save.phase is SavePhase.FAILED and state.save.error is not None:
        reason = sentence(state.save.error).title
        return QCoreApplication.translate("JournalPage", "Not saved: {reason}").format(reason=reason)
    if state.is_dirty or state.save.phase is SavePhase.SAVING:
        return QCoreApplication.translate("JournalPage", "Saving…")
    if state.sheet is not None and state.sheet.entry.revision > 0:
        return QCoreApplication.translate("JournalPage", "Saved")
    return ""


def quotation(served: ServedPrompt, guide: Guide) -> str:
    """The prompt an entry was begun from, with its part, as it was worded that day."""
    part = guide.part_of_unit(served.unit)
    if part is None:
        return f"“{served.wording}”"
    return QCoreApplication.translate("JournalPage", "{part} — “{prompt}”").format(
        part=part_label(part), prompt=served.wording
    )


def closing_step(served: ServedPrompt, guide: Guide) -> str:
    """How to come back from a prompt that went a little deeper; nothing for a light one."""
    prompt = guide.prompt(served.prompt_id)
    if prompt is None or prompt.close_step is None or prompt.intensity is Intensity.LIGHT:
        return ""
    return QCoreApplication.translate("JournalPage", "To close: {step}").format(step=prompt.close_step)
