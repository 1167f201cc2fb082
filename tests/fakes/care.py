"""What is shown to somebody who asks for help, made up in Greek letters: one country with every kind of line."""

from __future__ import annotations

from datetime import date

from trustjournal.domain.guide import Article, ArticleText, Paragraph, Section
from trustjournal.domain.help import Care, HelpCountry, HelpKind, HelpLine, HelpNumbers, HelpStatus, ShownOnBill

TODAY = date(2026, 12, 1)


def made_up_numbers() -> HelpNumbers:
    """A country whose lines say all there is to say, an emergency number that says nothing, and an old line."""
    emergency = HelpLine(
        service="Ανάγκη",
        who_for="Όποιος κινδυνεύει.",
        kind=HelpKind.EMERGENCY,
        number="112",
        dial="112",
        shows_on_bill=ShownOnBill.NO,
        source="Κοινοβούλιο",
        source_url="https://example.org/112",
        checked_on=date(2026, 11, 25),
        status=HelpStatus.SOURCE_CHECKED,
    )
    line = HelpLine(
        service="Γραμμή με μακρύ όνομα για όποιον φοβάται στο σπίτι",
        who_for="Όποιος φοβάται κάποιον κοντινό του.",
        kind=HelpKind.DOMESTIC,
        number="0800 12 34 56",
        dial="0800123456",
        shows_on_bill=ShownOnBill.UNKNOWN,
        source="Υπουργείο",
        source_url="https://example.org/help",
        checked_on=date(2026, 11, 25),
        status=HelpStatus.SOURCE_CHECKED,
        hours="Μέρα και νύχτα.",
        cost="Δωρεάν.",
        languages="Ελληνικά.",
        text_option="Γράψε εδώ.",
        source_date=date(2024, 2, 29),
    )
    old = HelpLine(
        service="Παλιά γραμμή με μακρύ όνομα για όποιον φοβάται στο σπίτι και στη δουλειά",
        who_for="Όλοι.",
        kind=HelpKind.EMOTIONAL,
        number="116 123",
        dial="116123",
        shows_on_bill=ShownOnBill.YES,
        source="Παλιό υπουργείο με πολύ μακρύ όνομα, τμήμα υγείας και φροντίδας",
        source_url="https://example.org/old",
        checked_on=date(2025, 1, 1),
        status=HelpStatus.SOURCE_CHECKED,
    )
    return HelpNumbers(
        (HelpCountry("AA", "Αλφαχώρα", (emergency, line)), HelpCountry("BB", "Βηταχώρα", (emergency, old)))
    )


def made_up_care() -> Care:
    """The numbers, and one article."""
    text = ArticleText(
        "Για να δεις.",
        (Section("", (Paragraph("Λέξεις. " * 40, ("Ένα.", "Δύο.")),)), Section("Τώρα", (Paragraph("Λίγες λέξεις."),))),
        closing_step="Κοίτα γύρω σου.",
    )
    return Care(
        made_up_numbers(), (Article("safe", "Είμαι ασφαλής;", is_care=True, language="en", read=lambda: text),), TODAY
    )
