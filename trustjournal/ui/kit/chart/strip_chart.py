"""A small chart of a few lanes, each with its title above it, that is looked at and not worked with."""

from __future__ import annotations

from trustjournal.ui.kit.chart.still_chart import StillChart


class StripChart(StillChart):
    """Each lane keeps its own fixed scale and its own strip: two measures never share an axis."""

    has_gutter = False
