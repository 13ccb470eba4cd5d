"""The reading sheet tells nothing of who worded a claim, and labels are counted with their intervals."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from coach.errors import BadInput
from coach.models import BriefResult, ClaimKind
from evals.brief.corpora import MadeBrief
from evals.brief.reading import QUESTIONS, ReadRow, read_labels, to_reading_table, to_sheet, write_sheet
from evals.brief.recounting import look_again
from evals.measuring.wilson import to_wilson

from .briefs import BLUE, brief, put_notes, said


@pytest.fixture
def made(tmp_path: Path) -> MadeBrief:
    files = put_notes(tmp_path)
    page = brief(said(ClaimKind.ASK, "We ask for a kiln."), said(ClaimKind.HARD, "It is the water.", BLUE))
    return MadeBrief("potters", 2026, BriefResult(brief=page), files, look_again(page, files), 0.1)


def test_every_claim_is_on_the_sheet_with_its_words_in_their_place(made, tmp_path):
    rows = to_sheet([made])
    assert sorted(row.claim for row in rows) == sorted(
        item.text for item in made.result.brief.sentences() if item.kind.is_claim
    )
    [row] = [row for row in rows if row.claim.startswith("People can")]
    assert [(item.before, item.after) for item in row.quotes] == [
        ("# Kiln night It was cold.", "Nobody timed it. Tea after.")
    ]
    assert row.quotes[0].quote == "We learnt to read the cone with Ola"
    [counted] = [row for row in rows if row.counted]
    assert counted.counted == ("two of two sessions: 4 March 2026; 1 April 2026",)
    write_sheet(rows, tmp_path / "sheet.jsonl")
    head, *lines = map(json.loads, (tmp_path / "sheet.jsonl").read_text("utf-8").splitlines())
    assert head == {"questions": QUESTIONS}
    assert all(set(line) == {"id", "claim", "quotes", "counted", "supports", "opinion_as_fact"} for line in lines)
    assert not any(word in json.dumps(lines) for word in ("playbook", '"kind"', "potters", "can-1"))


def test_the_order_is_not_the_pages(made):
    rows = to_sheet([made])
    assert [row.id for row in rows] == sorted(row.id for row in rows)
    assert len({row.id for row in rows}) == len(rows)


# -- labels --------------------------------------------------------------------------------------------
def write(path: Path, *told: tuple[str, str, str]) -> Path:
    lines = [json.dumps({"questions": QUESTIONS})]
    lines += [json.dumps({"id": name, "supports": one, "opinion_as_fact": other}) for name, one, other in told]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_labels_are_read_and_what_nobody_filled_in_is_left_out(tmp_path):
    found = read_labels(write(tmp_path / "a.jsonl", ("a", "yes", "no"), ("b", "", ""), ("c", "partly", "yes")))
    assert {name: row.supports for name, row in found.items()} == {"a": "yes", "c": "partly"}
    for wrong in (("a", "maybe", "no"), ("a", "yes", "")):
        with pytest.raises(BadInput, match="holds no labels"):
            read_labels(write(tmp_path / "b.jsonl", wrong))


def labels(*told: tuple[str, str]) -> dict[str, ReadRow]:
    rows = [
        ReadRow.model_validate({"id": str(at), "supports": a, "opinion_as_fact": b}) for at, (a, b) in enumerate(told)
    ]
    return {row.id: row for row in rows}


def test_one_doubt_moves_the_shares():
    clean, doubt = labels(*[("yes", "no")] * 20), labels(*[("yes", "no")] * 19, ("partly", "yes"))
    before, after = to_reading_table({"one": clean}).rows, to_reading_table({"one": doubt}).rows
    assert [row[2] for row in before] == ["20 of 20", "20 of 20", "0 of 20"]
    assert [row[2] for row in after] == ["19 of 20", "20 of 20", "1 of 20"]
    assert before[0][3] == "1.00 [0.84, 1.00]"
    both = {row[:2]: row[2] for row in to_reading_table({"one": clean, "other": doubt}).rows}
    assert both["the stricter word", "supported"] == "19 of 20"
    assert both["agree with each other", "supports"] == "19 of 20"


def test_the_interval_of_wilson_is_the_published_one():
    # Newcombe 1998, table I, method 3.
    assert [round(end, 4) for end in (to_wilson(81, 263).low or 0, to_wilson(81, 263).high or 0)] == [0.2553, 0.3662]
    assert [round(end, 4) for end in (to_wilson(0, 20).low or 0, to_wilson(0, 20).high or 0)] == [0.0, 0.1611]
    assert str(to_wilson(0, 0)) == "–"
