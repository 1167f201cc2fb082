"""What somebody types to find entries: any text is a query, and some words in it mean more than themselves."""

from trustjournal.domain.query.editing import Completion, completion_at, printed, quoted, term_text, with_term, without
from trustjournal.domain.query.parser import parse_query
from trustjournal.domain.query.terms import (
    All,
    Any,
    Comparison,
    Condition,
    InDays,
    Mark,
    Marked,
    MoodIs,
    Named,
    Node,
    Not,
    Operator,
    Problem,
    ProblemKind,
    Query,
    Term,
    TrustIs,
    Words,
)

__all__ = [
    "All", "Any", "Comparison", "Completion", "Condition", "InDays", "Mark", "Marked", "MoodIs", "Named", "Node", "Not",
    "Operator", "Problem", "ProblemKind", "Query", "Term", "TrustIs", "Words", "completion_at", "parse_query",
    "printed", "quoted", "term_text", "with_term", "without",
]  # fmt: skip
