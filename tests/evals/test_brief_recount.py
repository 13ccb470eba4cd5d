"""Looking again at a brief: notes are opened as files, and every figure moves when something is put wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.models import BriefResult, ClaimKind, Counted, Finding, Severity
from evals.brief.corpora import MadeBrief, find_corpora, to_tables
from evals.brief.noting import Files, is_verbatim, read_around, stands_in
from evals.brief.recounting import PageLook, find_uncounted, look_again, read_numbers

from .briefs import BLUE, CONE, MET, brief, evidence, put_notes, said


@pytest.fixture
def files(tmp_path: Path) -> Files:
    return put_notes(tmp_path)


def look(files: Files, *more, **changed) -> PageLook:
    return look_again(brief(*more, **changed), files)


def count(**changed) -> Counted:
    return MET.model_copy(update=changed)


# -- a good page ---------------------------------------------------------------------------------------
def test_nothing_is_found_on_a_good_page(files):
    found = look(files)
    assert (found.claims, found.quotes, found.numbers, found.gaps) == (3, 2, 2, 1)
    assert found.bare == found.wrong_quotes == found.loose == found.wrong_numbers == ()
    assert found.words == len(
        "A year of pots What people can do now People can do this now: “We learnt to read the cone with [somebody]”. "
        "Glazes came up in two of two sessions in 2026. What we do not know Open: “We still do not know why the blue "
        "runs”. A story Nobody has told one; ask somebody.".split()
    )


# -- quotes --------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "changed",
    [
        {"quote": "We learnt to read the cone with Ola"},
        {"start": CONE.start + 1, "end": CONE.end + 1},
        {"note_id": "b"},
        {"note_id": "gone"},
        {"shown": "We learnt to read the cone with [somebody] and love it"},
        {"shown": "We learnt to love the cone with [somebody]"},
        {"shown": "with [somebody] We learnt to read the cone"},
        {"quote": "", "start": 3, "end": 3, "shown": "x"},
    ],
)
def test_a_quote_that_is_not_so_is_found(files, changed):
    assert is_verbatim(CONE, files)
    wrong = CONE.model_copy(update=changed)
    assert not is_verbatim(wrong, files)
    assert len(look(files, said(ClaimKind.CAN, f"So it is: “{wrong.shown}”.", wrong)).wrong_quotes) == 1


def test_a_note_that_changed_since_is_opened_again(files):
    (files.folder / files.paths["a"]).write_text("All is new.")
    assert len(look(files).wrong_quotes) == 1


def test_markup_may_go_when_words_are_shown():
    assert stands_in("see our kiln &more", "see <b>our</b> [kiln](https://x.example/a) &amp;more")
    assert not stands_in("see their kiln", "see <b>our</b> kiln")


def test_words_in_quotation_marks_that_no_evidence_shows_are_found(files):
    stitched = said(ClaimKind.CAN, "“We learnt to read why the blue runs”, they say.", CONE, BLUE)
    assert look(files, stitched).loose == ("can-1: “We learnt to read why the blue runs”",)


def test_two_sentences_on_either_side_stand_around_a_quote(files):
    timed = evidence("a", "Nobody timed it")
    assert read_around(timed, files) == ("It was cold. We learnt to read the cone with Ola.", "Tea after.")


# -- claims and numbers --------------------------------------------------------------------------------
def test_a_claim_with_nothing_behind_it_is_found(files):
    assert look(files, said(ClaimKind.CAN, "All is well.")).bare == ("can-1",)
    assert look(files, said(ClaimKind.ASK, "We ask for a kiln.")).bare == ()


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"number": 3, "says": "three of three sessions", "of": 3}, "3 is said, and 2 are listed"),
        ({"says": "two of three sessions", "of": 3}, "of 3, yet there are 2"),
        ({"says": "all of two sessions", "number": 2, "of": 3}, "of 3 is not said"),
        ({"says": "two sessions of two"}, "does not stand in the sentence"),
        ({"items": (MET.items[0], MET.items[0])}, "counted twice"),
        ({"items": (MET.items[0], MET.items[1].model_copy(update={"note_id": "gone"}))}, "not there"),
        ({"items": (MET.items[0], MET.items[1].model_copy(update={"date": "2025-04"}))}, "outside the period"),
        ({"number": 2, "says": "most sessions", "of": None}, "does not say 2"),
        ({"number": 2, "of": 1, "what": "evenings"}, "more than there are"),
    ],
)
def test_a_number_that_does_not_recount_is_found(files, changed, why):
    wrong = count(**changed)
    text = "It came up often." if "sessions of two" in wrong.says else f"It came up in {wrong.says}."
    [found] = look(files, said(ClaimKind.COUNT, text, counted=(wrong,))).wrong_numbers
    assert why in found


def test_a_number_that_nobody_counted_is_found(files):
    loud = said(ClaimKind.CAN, f"Forty people and 12 dogs can: “{CONE.shown}”.", CONE)
    assert find_uncounted(loud) == ["Forty", "12"]
    assert len(look(files, loud).wrong_numbers) == 2
    dated = said(ClaimKind.CAN, "On 12 March 2026, in May 2025 and by 2026-03-04 it was so, one says.", CONE)
    assert find_uncounted(dated) == []


def test_numbers_are_read_in_words_and_figures():
    assert read_numbers("three of Twelve, 1,200 and one") == [3, 12, 1200, 1]
    assert read_numbers("some of many") == []


# -- tables --------------------------------------------------------------------------------------------
def row(files: Files, *more) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    page = brief(*more)
    stop = Finding(check="L2", severity=Severity.STOP, where="x", message="m", why="w", way_forward="f")
    result = BriefResult(brief=page, findings=(stop,))
    made = MadeBrief("potters", 2026, result, files, look_again(page, files), 1.5)
    figures, wrong = to_tables([made])
    return figures.rows[0], list(wrong.rows)


def test_the_table_moves_with_what_is_wrong(files):
    assert row(files) == (("potters 2026", "3", "0", "2 of 2 (100 %)", "2 of 2 (100 %)", "55", "1", "1", "1.5"), [])
    bad = CONE.model_copy(update={"start": 0, "end": 9})
    cells, wrong = row(files, said(ClaimKind.CAN, f"Twelve said “{bad.shown}”.", bad), said(ClaimKind.HARD, "Alas."))
    assert cells[1:5] == ("5", "1", "2 of 3 (67 %)", "2 of 3 (67 %)")
    assert [what for _, what, _ in wrong] == ["no evidence", "not verbatim", "does not recount"]


def test_a_community_is_a_folder_with_a_manifest(tmp_path):
    (tmp_path / "weavers").mkdir()
    (tmp_path / "weavers" / "MANIFEST.md").write_text("# Weavers")
    (tmp_path / "other").mkdir()
    assert find_corpora(tmp_path) == ["weavers"]
    with pytest.raises(Exception, match="holds no communities"):
        find_corpora(tmp_path / "other")
