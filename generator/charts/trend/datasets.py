"""The datasets of a trend's specification, and the runs that its lines are drawn in."""

import re
from enum import StrEnum


class TrendData(StrEnum):
    """The name of a dataset; the template of trends has a layer for each."""

    MARKS = "marks"
    BEFORE = "before"
    AFTER = "after"
    INTERVAL = "interval"
    PEERS = "peers"
    MEDIAN = "median"
    OWN = "own"
    AHEAD = "ahead"
    OWN_AHEAD = "own_ahead"
    LONE = "lone"
    OWN_LONE = "own_lone"
    END = "end"
    LABELS = "labels"
    NAME = "name"


AHEAD = (TrendData.AHEAD, TrendData.OWN_AHEAD)
"""Forecasts, each run with the figures beside it."""

LINES = (TrendData.PEERS, TrendData.OWN, TrendData.MEDIAN, *AHEAD)
"""Points of lines, each with its run."""

WORDS, DOTS = (TrendData.LABELS, TrendData.NAME), (TrendData.LONE, TrendData.OWN_LONE, TrendData.END)
"""Labels at the ends of lines; points drawn for themselves."""

MARKS = (TrendData.INTERVAL, TrendData.MARKS, TrendData.BEFORE, TrendData.AFTER)
"""What is no point of a line: intervals, rules in time, and the words left and right of them."""

_NUMBER = re.compile(r"[0-9]+$")


def run_name(series: str, number: int) -> str:
    """Return the name of a run of consecutive years of a line: `Kazakhstan0`, then `Kazakhstan1`."""
    return f"{series}{number}"


def series_of(run: str) -> str:
    """Return the name of the line that a run is of, `Kazakhstan`: `run_name` the other way round."""
    return _NUMBER.sub("", run)
