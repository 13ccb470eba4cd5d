"""Briefs to render in tests: an ordinary one, an empty one, and one of everything hostile."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from coach.models import (
    Brief,
    BriefPictures,
    BriefRequest,
    BriefResult,
    BriefSection,
    BriefSentence,
    ClaimKind,
    Consent,
    Counted,
    CountedItem,
    CycleFilled,
    Drafting,
    Evidence,
    Finding,
    MonthFilled,
    SectionKind,
    Severity,
    ThemeFilled,
    ValueCycle,
)

MADE = dt.datetime(2026, 11, 26, 9, 30, tzinfo=dt.UTC)
TITLES = {
    SectionKind.SET_OUT: "What we set out to learn",
    SectionKind.CAN_NOW: "What people can do now",
    SectionKind.STORIES: "One story from end to end",
    SectionKind.NOT_YET: "What did not work, and what we do not know",
    SectionKind.CONTRIBUTION: "How far this is the community's doing",
    SectionKind.ASK: "What we ask",
}


def evidence(place: int, shown: str, consent: Consent = Consent.INSIDE, **given: object) -> Evidence:
    """Return words of the note at this place in a made-up year."""
    day = dt.date(2026, 1 + place % 11, 3 + place % 25)
    facts: dict[str, object] = {
        "quote": shown, "note": f"2026/session-{place}.md", "note_id": f"n{place}", "start": 10, "end": 10 + len(shown),
        "shown": shown, "title": f"Retro of the review guild {place}", "date": f"{day:%Y-%m-%d}",
        "session": f"{day.day} {day:%B %Y}", "consent": consent,
    }  # fmt: skip
    return Evidence.model_validate(facts | given)


def counted(says: str, labels: Sequence[str]) -> Counted:
    """Return a count of these."""
    items = tuple(CountedItem(label=label, note_id=f"n{place}") for place, label in enumerate(labels))
    return Counted(number=len(labels), of=5, what="sessions", says=says, items=items)


def sentence(
    kind: ClaimKind, text: str, *behind: Evidence, counts: Sequence[Counted] = (), at: str = "s"
) -> BriefSentence:
    """Return a sentence with what stands behind it."""
    return BriefSentence(id=at, text=text, kind=kind, evidence=behind, counted=tuple(counts))


def section(kind: SectionKind, *sentences: BriefSentence, gap: str = "") -> BriefSection:
    """Return a part with its sentences numbered."""
    numbered = tuple(one.model_copy(update={"id": f"{kind.value}-{number}"}) for number, one in enumerate(sentences, 1))
    return BriefSection(kind=kind, title=TITLES[kind], sentences=numbered, gap=gap)


def pictures() -> BriefPictures:
    """Return a year in which something happened in most months."""
    counts = [2, 1, 0, 3, 2, 1, 0, 0, 2, 4, 1, 2]
    months = tuple(
        MonthFilled(
            month=f"2026-{number:02d}", label=f"{dt.date(2026, number, 1):%b %Y}", sessions=met, notes=met * 2,
            outcomes={"o1": met // 2},
        )
        for number, met in enumerate(counts, 1)
    )  # fmt: skip
    cycles = tuple(
        CycleFilled(cycle=cycle, asks=asks, notes=notes, stories=stories)
        for cycle, asks, notes, stories in (
            (ValueCycle.IMMEDIATE, "What was it like to be there?", 9, 0),
            (ValueCycle.POTENTIAL, "What did people take away?", 6, 2),
            (ValueCycle.APPLIED, "What did they do with it?", 4, 1),
            (ValueCycle.REALISED, "What came of that?", 1, 1),
            (ValueCycle.REFRAMING, "What did it change in how we see success?", 0, 0),
        )
    )
    themes = (
        ThemeFilled(name="reviews that teach", notes=8, months={"2026-01": 2, "2026-04": 3, "2026-10": 3}),
        ThemeFilled(name="on-call handover", notes=5, months={"2026-05": 1, "2026-06": 1, "2026-09": 2, "2026-12": 1}),
    )
    wanted = {"o1": "We want to be able to give feedback that somebody can use the same day."}
    return BriefPictures(months=months, cycles=cycles, themes=themes, outcomes=wanted)


def ordinary(**given: object) -> BriefResult:
    """Return a brief as one would be proud to send it."""
    met = counted("three of five sessions", ["12 March 2026", "9 April 2026", "7 May 2026"])
    review = evidence(3, "I wrote down what I would change and why, and [somebody] merged it the same afternoon")
    sections = (
        section(
            SectionKind.SET_OUT,
            sentence(ClaimKind.WISH, "People wanted to be able to “give feedback that somebody can use the same day”.",
                     evidence(1, "give feedback that somebody can use the same day", Consent.ANYWHERE)),
            sentence(ClaimKind.COUNT, "It came up in three of five sessions.", counts=[met]),
        ),
        section(
            SectionKind.CAN_NOW,
            sentence(ClaimKind.FRAME, "In their own words:"),
            sentence(ClaimKind.CAN, "Somebody says: “I ask for a review before I am done, not after”.",
                     evidence(2, "I ask for a review before I am done, not after")),
            sentence(ClaimKind.CAN, f"Somebody tells: “{review.shown}”.", review),
            sentence(ClaimKind.UNPLANNED, "Nobody planned that “two teams now share one checklist for the handover”.",
                     evidence(4, "two teams now share one checklist for the handover", Consent.ANYWHERE)),
        ),
        section(
            SectionKind.STORIES,
            sentence(ClaimKind.STORY, "It began when “we read one pull request aloud together”.",
                     evidence(5, "we read one pull request aloud together")),
            sentence(ClaimKind.STORY, "What somebody took away: “a comment can be a question”.",
                     evidence(6, "a comment can be a question")),
            sentence(ClaimKind.STORY, f"What they did with it: “{review.shown}”.", review),
        ),
        section(
            SectionKind.NOT_YET,
            sentence(ClaimKind.HARD, "It was hard that “the last three retros ended without anybody taking a step on”.",
                     evidence(7, "the last three retros ended without anybody taking a step on")),
            sentence(ClaimKind.DISAGREEMENT, "Some hold that “reviews slow us down”, others that “they save us the "
                     "second round”.", evidence(8, "reviews slow us down"),
                     evidence(9, "they save us the second round")),
            sentence(ClaimKind.UNKNOWN, "Nobody knows yet “whether the checklist survives the summer”.",
                     evidence(10, "whether the checklist survives the summer")),
        ),
        section(
            SectionKind.CONTRIBUTION,
            gap="Nobody has said what else had a part in it. Asking two people at the next session would show.",
        ),
        section(
            SectionKind.ASK,
            sentence(ClaimKind.ASK, "Keep the hour every second Thursday free of other meetings."),
            sentence(ClaimKind.ASK, "Let one person from each team spend an afternoon on the shared checklist."),
        ),
    )  # fmt: skip
    request = BriefRequest(reader="Director of Digital", start=dt.date(2025, 11, 26), end=dt.date(2026, 11, 26))
    brief = Brief(
        id="b1",
        community="Review guild",
        request=request,
        title="What came of a year of reading code together",
        sections=sections,
        used=(
            counted("14 notes", ["Retro of the review guild", "Handover day"]),
            counted("5 sessions", ["12 March 2026"]),
        ),
        left_out=("Two notes were not used: their authors keep them to themselves.",),
        pictures=pictures(),
        made_at=MADE,
    )
    return BriefResult(brief=brief.model_copy(update=given), drafting=Drafting(by="playbook", at=MADE))


def bare() -> BriefResult:
    """Return a brief on a period in which nothing was written."""
    gap = "No note of this time speaks to it. Asking people at the next session would show."
    sections = tuple(section(kind, gap=gap) for kind in SectionKind)
    brief = Brief(community="", request=BriefRequest(reader=""), title="", sections=sections)
    return BriefResult(brief=brief)


HOSTILE = (
    "#x $y$ *z* _u_ `v` @ref <lab> \\ // /* [a](b) | ~s~ &amp; 1. -",
    "<script>alert(1)</script><img src=x onerror=alert(2)>",
    "שלום לכולם, זה עבד היטב",
    "مرحبا بالعالم",
    "it went well 🎉👩🏽‍💻",
    "漢字とかな, 한국어",
    "Donau" + "dampfschifffahrts" * 12,
    "half a pair \ud800, nul \x00, bell \x07, turned \u202eround\u202c, a\u0301ccent",
    '#eval("1") #import "@preview/x:1.0.0": * #sys.inputs {{7*7}} ${x} %s',
    "line one\nline two\r\nline three\u2028four",
)


def hostile(count: int = len(HOSTILE)) -> BriefResult:
    """Return a brief that quotes everything that could break a page, with so many pieces of evidence."""
    found = [
        evidence(place, HOSTILE[place % len(HOSTILE)] + f" {place}", title=HOSTILE[place % len(HOSTILE)])
        for place in range(count)
    ]
    said = [sentence(ClaimKind.CAN, f"Somebody says: “{one.shown}”.", one) for one in found[: len(HOSTILE)]]
    many = sentence(ClaimKind.HARD, HOSTILE[0], *found)
    sections = (
        section(SectionKind.CAN_NOW, *said),
        section(SectionKind.NOT_YET, many, gap=HOSTILE[1]),
        section(SectionKind.ASK, sentence(ClaimKind.ASK, HOSTILE[0])),
    )
    finding = Finding(
        check="L1",
        severity=Severity.MEND,
        where="can_now-1",
        message=HOSTILE[0],
        why=HOSTILE[1],
        way_forward=HOSTILE[2],
    )
    result = ordinary(sections=sections, title=HOSTILE[0], community=HOSTILE[1], left_out=HOSTILE)
    return result.model_copy(update={"findings": (finding,)})


def whole_page(words: int = 450) -> BriefResult:
    """Return a brief of about so many words, as long as one may be, with every part filled."""
    each = max(1, words // 6 // 26)
    line = "Somebody tells that “{} and we kept going through it slowly, line by line, until everybody could see why”."

    def filled(kind: SectionKind, claim: ClaimKind, first: int) -> BriefSection:
        quotes = [
            evidence(place, f"in round {place} of it we sat down with the whole of it")
            for place in range(first, first + each)
        ]
        return section(kind, *(sentence(claim, line.format(one.shown), one) for one in quotes))

    kinds = zip(
        SectionKind,
        (ClaimKind.WISH, ClaimKind.CAN, ClaimKind.STORY, ClaimKind.HARD, ClaimKind.CONTRIBUTION),
        strict=False,
    )
    asked = section(SectionKind.ASK, *(sentence(ClaimKind.ASK, line.format("we ask for time")) for _ in range(each)))
    return ordinary(sections=(*(filled(kind, claim, 10 * place) for place, (kind, claim) in enumerate(kinds)), asked))
