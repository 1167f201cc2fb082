"""How long a text of the guide takes to read."""

from __future__ import annotations

import pytest

from trustjournal.domain.guide import Article, ArticleText, Fact, Paragraph, Section


@pytest.mark.parametrize(("facts", "minutes"), [(0, 1), (1, 2), (4, 5)])
def test_the_claims_of_an_article_and_their_limits_count_as_reading(facts: int, minutes: int) -> None:
    section = Section("", (Paragraph("word " * 200),))
    fact = Fact("claim " * 120, "limit " * 80, "source " * 400, ())
    text = ArticleText("Why.", (section,), (fact,) * facts)
    article = Article("a", "A", is_care=False, language="en", read=lambda: text)
    assert article.minutes == minutes
