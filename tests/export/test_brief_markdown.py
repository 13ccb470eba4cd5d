"""The brief and the answer as Markdown: notes are data, every mark has its row, gaps are gaps."""

from __future__ import annotations

import re

from coach.export.brief import render_answer_markdown, render_brief_markdown
from coach.models import ClaimKind, Drafting, Finding, NotesAnswer, Severity
from tests.export.briefs import HOSTILE, bare, counted, evidence, hostile, ordinary, sentence


def _marks(text: str) -> set[str]:
    return set(re.findall(r"(?<!\\)\[(\d+)\]", text))


def _split(text: str) -> tuple[str, str]:
    page, _, behind = text.partition("## The words behind it")
    return page, behind


def test_a_brief_reads_from_its_heading_to_the_words_behind_it() -> None:
    text = render_brief_markdown(ordinary())

    assert text.startswith(
        "# What came of a year of reading code together\n\n_Review guild · For Director of Digital · "
    )
    headings = re.findall(r"^## (.*)$", text, re.MULTILINE)
    assert headings[:6] == [
        "What we set out to learn",
        "What people can do now",
        "One story from end to end",
        "What did not work, and what we do not know",
        "How far this is the community’s doing",
        "What we ask",
    ]
    assert headings[6:] == ["The words behind it", "What was not used", "The same to look at"]
    assert "- **Keep the hour every second Thursday free of other meetings.**" in text
    assert (
        "| [1] | “give feedback that somebody can use the same day” | Retro of the review guild 1 | 4 February 2026 "
        "| may be quoted anywhere |" in text
    )


def test_every_mark_on_the_page_has_its_row() -> None:
    page, behind = _split(render_brief_markdown(ordinary()))

    assert _marks(page) == set(re.findall(r"^\| \[(\d+)\] ", behind, re.MULTILINE)) == set(map(str, range(1, 14)))


def test_a_gap_is_shown_as_a_gap() -> None:
    assert "_What is missing:_ Nobody has said what else had a part in it." in render_brief_markdown(ordinary())


def test_an_empty_brief_is_honest_and_has_no_table() -> None:
    text = render_brief_markdown(bare())

    assert text.count("_What is missing:_") == 6
    assert "|" not in text


def test_what_the_checks_still_see_is_listed_only_when_there_is_some() -> None:
    assert "## To look at before you send this" not in render_brief_markdown(ordinary())
    assert "## To look at before you send this\n\n- Worth mending (What people" in render_brief_markdown(hostile())


def test_notes_are_never_markup() -> None:
    text = render_brief_markdown(hostile(60))

    assert not re.search(r"(?<!\\)[<`~$]|(?<!\\)&(?=amp)|(?<![\\*])\*(?![*\s])z", text)
    assert "\\<script\\>alert(1)\\</script\\>" in text
    rows = [line for line in _split(text)[1].splitlines() if line.startswith("| [")]
    assert len(rows) == 62
    assert all(len(re.findall(r"(?<!\\)\|", row)) == 6 for row in rows)


def test_a_sentence_cannot_begin_a_list() -> None:
    from coach.export.brief.markdown import _literal

    assert [_literal(text) for text in ("1. one", "2) *x*", "- a", "+ b", "1.5 hours")] == [
        "1\\. one", "2\\) \\*x\\*", "\\- a", "\\+ b", "1\\.5 hours",
    ]  # fmt: skip


def test_the_community_reads_what_became_of_its_words() -> None:
    result = ordinary()
    request = result.brief.request.model_copy(update={"voice": "community", "reader": ""})
    text = render_brief_markdown(ordinary(request=request))

    assert "## What you said you can do now" in text
    assert "## What became of your words" in text
    assert "If something of yours should not stand here, say so and it goes." in text


def test_an_answer_has_its_evidence() -> None:
    met = counted("two sessions", ["12 March 2026", "9 April 2026"])
    said = sentence(ClaimKind.CAN, "Somebody says: “it helped”.", evidence(1, "it helped"), counts=[met])
    answer = NotesAnswer(
        question="What helped?", sentences=(said,), enough=True, searched=1, drafting=Drafting(by="playbook")
    )
    text = render_answer_markdown(answer)

    assert text.startswith("# What helped?\n\nSomebody says: “it helped”. [1][2]\n\n## The words behind it")
    assert "| [2] | Counted: two sessions: 12 March 2026; 9 April 2026 |" in text
    assert text.endswith("_1 note looked through. Drafted by the playbook, without a model._\n")


def test_what_the_notes_do_not_say_is_said_with_what_comes_nearest() -> None:
    finding = Finding(
        check="L1", severity=Severity.QUESTION, where="x", message="One.", why="Two.", way_forward="Three."
    )
    answer = NotesAnswer(
        question=HOSTILE[1], enough=False, message="Ask Thursday’s host.", searched=14, near=(evidence(1, HOSTILE[0]),),
        findings=(finding,),
    )  # fmt: skip
    text = render_answer_markdown(answer)

    assert "The notes do not say.\n\nAsk Thursday’s host." in text
    assert "## What comes nearest" in text
    assert "## To look at before you pass this on\n\n- For you to judge: One. Two. Three." in text
    assert "14 notes looked through" in text
    assert "<script" not in text.replace("\\<script", "")
