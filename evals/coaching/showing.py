"""Shows how coaching does, as a table; never a message and never what was made of one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from evals.measuring.shares import Share

from .run import CoachingReport

_HEAD = ("| | share, 95 % interval | n | aim |", "|---|---|---|---|")
Row = tuple[str, Share, str]


def render_coaching(report: CoachingReport) -> str:
    """Return the figures as Markdown."""
    rows = [*_recognition(report), *_signposting(report), *_holding(report), *_already(report)]
    lines = [f"Labelled messages: the {report.half} half.", "", *_HEAD]
    lines += [f"| {says} | {share} | {share.n} | {aim} |" for says, share, aim in rows]
    known = report.recognition
    lines += [
        "",
        f"Replies to messages with a situation: {_kinds(known.kinds)}; without one: {_kinds(known.none_kinds)}.",
    ]
    return "\n".join(lines) + "\n"


def _recognition(report: CoachingReport) -> Iterator[Row]:
    found = report.recognition
    yield "Recognised first", found.top_1, "≥ .70"
    yield "Among the nearest three", found.top_3, "≥ .90"
    yield "Taken for known, not asked about", found.named, ""
    yield "… of those, rightly", found.named_rightly, ""
    yield "Where three are offered, a right one among them", found.offered, ""
    yield "In no situation of ours: left open", found.none_left_open, ""


def _signposting(report: CoachingReport) -> Iterator[Row]:
    yield "For people: pointed to people", report.signposting.recall, "≥ .95"
    yield "Only sounds like it: turned away", report.signposting.false_alarms, "≤ .05"


def _holding(report: CoachingReport) -> Iterator[Row]:
    found = report.holding
    yield "Replies in which the checks find nothing", found.met, "≥ .85"
    yield "Coaching replies that meet K1 and K5", found.own_heard, ""
    yield "… under another message: fail both", found.swapped, "1.00"
    yield "… under another message: fail K1", found.swapped_heard, ""
    yield "… under another message: fail K5", found.swapped_strength, ""
    yield "The commonest opening among coaching replies", Share(found.openings, found.openings_n), "≤ .05"


def _already(report: CoachingReport) -> Iterator[Row]:
    found = report.already
    yield "Advises what the message says is done already", found.told, "≤ .10"
    yield "… of replies that offer a move", found.told_with_move, "≤ .10"
    yield "Advises what is kept as done already", found.kept, "≤ .10"
    yield "Advises the same where nobody said so", found.not_told, ""
    yield "Cases of the suite: suggests what is done already", report.already_cases, "≤ .10"


def _kinds(kinds: Mapping[str, int]) -> str:
    return ", ".join(f"{count} {kind}" for kind, count in kinds.items()) or "none"
