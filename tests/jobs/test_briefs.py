"""The page for leaders through the front door: made, checked, kept, looked at again; and questions to the notes."""

from __future__ import annotations

import datetime as dt
import io
import zipfile

import pytest

from coach.errors import BadRequest, NotAllowed, UnknownBrief
from coach.jobs.briefs import refuse_stopped
from coach.models import (
    Actor,
    AnswerRequest,
    Brief,
    BriefRequest,
    BriefResult,
    Consent,
    KeptOutcome,
    SectionKind,
    Severity,
    Sign,
    TextNote,
    Visibility,
)
from coach.service import Coach

from .conftest import Bench

CIRCLE = "Letters Circle"
ANN = BriefRequest(reader="Head of Service", start=dt.date(2026, 1, 1), end=dt.date(2026, 12, 31))
MARCH = """# Minutes, 12 March 2026

We read four refusal letters aloud in pairs and marked every word that nobody would say on the phone.

Since the February session I have rewritten the opening of our parking letter and used it with eleven people.

It took us far too long to choose a letter, and half of the group had nothing to work on.

We still don't know whether people who get the new letter ring less.
"""
MAY = """# Minutes, 14 May 2026

Two of us tried the phone test with our own teams and changed the reason paragraph after it.

After that change fewer people rang to ask what the letter meant, though the phone menu changed as well.

We want to be able to write the reason for a refusal as plainly as we would say it on the phone.

Some of us think the legal sentence has to stay on top, and others think that it belongs at the end.
"""
GARDEN = """# Notes, 9 July 2026

I learned that a letter is read from the middle, where the amount stands, and I now start there.

Nobody from the appeals desk has been released to come, and without them we guess.
"""


def fill(coach: Coach, **notes: str) -> None:
    coach.create_community(CIRCLE)
    coach.add_texts(CIRCLE, [TextNote(text=text, title=name) for name, text in notes.items()])


def every_quote_is_proved(coach: Coach, brief: Brief) -> bool:
    for sentence in brief.sentences():
        for item in sentence.evidence:
            note = coach.note(CIRCLE, item.note_id)
            if note.text[item.start : item.end] != item.quote:
                return False
    return True


def words_of(result: BriefResult) -> str:
    return " ".join(f"{sentence.text} {item}" for sentence in result.brief.sentences() for item in [sentence.evidence])


def test_every_claim_opens_to_words_that_stand_in_their_note(bench: Bench) -> None:
    fill(bench.coach, march=MARCH, may=MAY, july=GARDEN)
    result = bench.coach.briefs.make(CIRCLE, ANN)
    assert [section.kind for section in result.brief.sections] == list(SectionKind)
    claims = [sentence for sentence in result.brief.sentences() if sentence.kind.is_claim]
    assert len(claims) >= 5
    assert all(claim.evidence or claim.counted for claim in claims)
    assert every_quote_is_proved(bench.coach, result.brief)
    assert not [finding for finding in result.findings if finding.severity is Severity.STOP]
    for sentence in claims:
        for counted in sentence.counted:
            assert counted.number == len(counted.items)
            assert counted.says in sentence.text


def test_what_may_not_be_told_is_not_told(bench: Bench) -> None:
    coach = bench.coach
    fill(coach, march=MARCH, may=MAY, july=GARDEN)
    by_title = {note.title: note.id for note in coach.notes(CIRCLE)}
    for title, visibility, consent in (
        (next(name for name in by_title if "March" in name or name == "march"), Visibility.ONLY_ME, Consent.ANYWHERE),
        (next(name for name in by_title if "May" in name or name == "may"), Visibility.MEMBERS, Consent.NEVER),
    ):
        coach.set_rights(CIRCLE, by_title[title], visibility, consent)
    said = words_of(coach.briefs.make(CIRCLE, ANN))
    assert "parking letter" not in said
    assert "phone test" not in said
    assert "middle" in said or "appeals desk" in said


def test_outside_only_what_may_be_quoted_anywhere(bench: Bench) -> None:
    coach = bench.coach
    fill(coach, march=MARCH, may=MAY)
    inside = coach.briefs.make(CIRCLE, ANN)
    outside = coach.briefs.make(CIRCLE, ANN.model_copy(update={"circle": "outside"}))
    assert any(sentence.evidence for sentence in inside.brief.sentences())
    assert not any(sentence.evidence for sentence in outside.brief.sentences())
    assert any("inside the community only" in says for says in outside.brief.left_out)


@pytest.mark.parametrize(
    ("start", "end"),
    [(dt.date(2019, 1, 1), dt.date(2019, 12, 31)), (dt.date(2026, 12, 1), dt.date(2026, 12, 31))],
)
def test_a_period_with_no_notes_is_an_honest_page(bench: Bench, start: dt.date, end: dt.date) -> None:
    fill(bench.coach, march=MARCH)
    result = bench.coach.briefs.make(CIRCLE, ANN.model_copy(update={"start": start, "end": end}))
    assert not any(sentence.evidence for sentence in result.brief.sentences())
    gaps = [section.gap for section in result.brief.sections if section.kind is not SectionKind.ASK]
    assert sum(bool(gap) for gap in gaps) >= 4
    assert result.brief.used[0].number == 0


def test_ten_years_and_one_note_make_a_page(bench: Bench) -> None:
    fill(bench.coach, july=GARDEN)
    result = bench.coach.briefs.make(
        CIRCLE, ANN.model_copy(update={"start": dt.date(2016, 1, 1), "end": dt.date(2026, 12, 31)})
    )
    assert result.brief.used[0].number == 1
    assert every_quote_is_proved(bench.coach, result.brief)


def test_nobody_is_exposed(bench: Bench) -> None:
    complaint = """# Minutes, 3 June 2026

Margaret Oakes keeps talking over everybody and has ruined two sessions.

Margaret Oakes was off sick again with her back.

I tried Margaret Oakes's phone test with my team and changed two paragraphs.
"""
    fill(bench.coach, june=complaint, march=MARCH)
    said = words_of(bench.coach.briefs.make(CIRCLE, ANN))
    assert "talking over" not in said
    assert "off sick" not in said
    result = bench.coach.briefs.make(CIRCLE, ANN)
    shown = " ".join(item.shown for sentence in result.brief.sentences() for item in sentence.evidence)
    assert "Margaret" not in shown
    assert "Oakes" not in " ".join(sentence.text for sentence in result.brief.sentences())


def test_notes_that_are_all_logistics_give_gaps_and_no_claims(bench: Bench) -> None:
    dull = "# Agenda, 2 June 2026\n\n- Room 4 from ten to twelve\n- Please bring your own cups\n- Doors at 9.45\n"
    fill(bench.coach, june=dull)
    result = bench.coach.briefs.make(CIRCLE, ANN)
    assert not [sentence for sentence in result.brief.sentences() if sentence.evidence]


def test_a_kept_outcome_with_its_signs_is_on_the_page(bench: Bench) -> None:
    fill(bench.coach, march=MARCH, may=MAY)
    kept = bench.coach.learning.keep_outcome(
        CIRCLE,
        KeptOutcome(
            text="We want to be able to write a refusal as plainly as we would say it on the phone.",
            signs=(Sign(text="Fewer people ring to ask what a letter means."),),
            since=dt.date(2026, 2, 1),
        ),
    )
    result = bench.coach.briefs.make(CIRCLE, ANN)
    set_out = next(section for section in result.brief.sections if section.kind is SectionKind.SET_OUT)
    assert "as plainly as we would say it on the phone" in " ".join(item.text for item in set_out.sentences)
    assert kept.id


def test_a_kept_page_says_what_became_of_its_words(bench: Bench) -> None:
    coach = bench.coach
    fill(coach, march=MARCH, may=MAY, july=GARDEN)
    kept = coach.briefs.keep(CIRCLE, coach.briefs.make(CIRCLE, ANN).brief)
    assert [item.id for item in coach.briefs.kept(CIRCLE)] == [kept.id]
    opened = coach.briefs.open(CIRCLE, kept.id).brief
    assert opened.sentences() == kept.sentences()
    assert {item.state for item in coach.briefs.check_up(CIRCLE, kept.id).evidence} == {"same"}

    quoted = {item.note_id for sentence in kept.sentences() for item in sentence.evidence}
    closed = sorted(quoted)[0]
    coach.set_rights(CIRCLE, closed, Visibility.MEMBERS, Consent.NEVER)
    again = coach.briefs.check_up(CIRCLE, kept.id)
    assert {item.state for item in again.evidence} >= {"withdrawn"}
    assert "may not be quoted any more" in again.says
    blank = coach.briefs.open(CIRCLE, kept.id).brief
    for before, after in zip(kept.sentences(), blank.sentences(), strict=True):
        for item, now in zip(before.evidence, after.evidence, strict=True):
            if item.note_id == closed:
                assert now.quote == ""
                assert item.shown not in after.text


def test_a_page_is_removed_and_put_back(bench: Bench) -> None:
    coach = bench.coach
    fill(coach, march=MARCH)
    kept = coach.briefs.keep(CIRCLE, coach.briefs.make(CIRCLE, ANN).brief)
    gone = coach.briefs.remove(CIRCLE, kept.id)
    with pytest.raises(UnknownBrief):
        coach.briefs.open(CIRCLE, kept.id)
    coach.briefs.restore(CIRCLE, gone)
    assert coach.briefs.open(CIRCLE, kept.id).brief.title == kept.title


def test_only_whoever_looks_after_a_community_tells_its_leaders(bench: Bench) -> None:
    fill(bench.coach, march=MARCH)
    other = Actor(id="somebody-else", name="Somebody else")
    with pytest.raises(NotAllowed):
        bench.coach.briefs.make(CIRCLE, ANN, actor=other)
    with pytest.raises(NotAllowed):
        bench.coach.briefs.kept(CIRCLE, actor=other)


def test_a_changed_page_is_checked_and_left_standing(bench: Bench) -> None:
    coach = bench.coach
    fill(coach, march=MARCH, may=MAY, july=GARDEN)
    brief = coach.briefs.make(CIRCLE, ANN).brief
    section = next(item for item in brief.sections if item.kind is SectionKind.CAN_NOW and item.sentences)
    changed = section.sentences[0].model_copy(
        update={"text": "The circle led to a 30 % productivity uplift.", "worded_by": "person"}
    )
    sections = tuple(
        item.model_copy(update={"sentences": (changed, *item.sentences[1:])}) if item is section else item
        for item in brief.sections
    )
    result = coach.briefs.check(CIRCLE, brief.model_copy(update={"sections": sections}))
    assert changed in result.brief.sentences()
    assert [finding for finding in result.findings if finding.where == changed.id and finding.severity is Severity.STOP]
    # It can be worked on, and goes no further: neither kept, from where it could be sent, nor written to a file.
    with pytest.raises(BadRequest, match="cannot go out yet"):
        coach.briefs.keep(CIRCLE, result.brief)
    with pytest.raises(BadRequest, match="cannot go out yet"):
        refuse_stopped(result)
    assert coach.briefs.kept(CIRCLE) == []


@pytest.mark.parametrize("form", ["markdown", "docx", "pdf", "pptx"])
def test_a_page_can_be_taken_along(bench: Bench, form: str) -> None:
    fill(bench.coach, march=MARCH, may=MAY)
    data = bench.coach.briefs.render(bench.coach.briefs.make(CIRCLE, ANN), form)  # type: ignore[arg-type]
    assert data
    if form in {"docx", "pptx"}:
        assert zipfile.ZipFile(io.BytesIO(data)).testzip() is None
    if form == "pdf":
        assert data.startswith(b"%PDF")


def test_a_question_is_answered_with_the_words_behind_it(bench: Bench) -> None:
    fill(bench.coach, march=MARCH, may=MAY, july=GARDEN)
    answer = bench.coach.briefs.answer(
        CIRCLE, AnswerRequest(question="Which refusal letters did we read aloud in pairs, and which words did we mark?")
    )
    assert answer.enough
    for sentence in answer.sentences:
        assert sentence.evidence or sentence.counted
        for item in sentence.evidence:
            assert bench.coach.note(CIRCLE, item.note_id).text[item.start : item.end] == item.quote


def test_what_the_notes_do_not_say_is_not_answered(bench: Bench) -> None:
    fill(bench.coach, march=MARCH)
    answer = bench.coach.briefs.answer(CIRCLE, AnswerRequest(question="Which submarine cables need new insulation?"))
    assert not answer.enough
    assert answer.sentences == ()
    assert answer.message
    with pytest.raises(BadRequest):
        bench.coach.briefs.answer(CIRCLE, AnswerRequest(question=" "))


def test_drafting_in_the_background_gives_the_same_page(bench: Bench) -> None:
    fill(bench.coach, march=MARCH, may=MAY)
    job_id = bench.coach.drafts.start(CIRCLE, ANN)
    view = bench.coach.drafts.wait(job_id, 60.0)
    assert isinstance(view.result, BriefResult)
    assert view.result.brief.sections == bench.coach.briefs.make(CIRCLE, ANN).brief.sections


def test_a_question_is_met_with_plain_words_of_the_notes_where_nothing_tells_of_learning(bench: Bench) -> None:
    plain = """# Notes, 3 March 2026

Eighteen groups with thirty-four mentors took part in the mentoring programme this winter.

The canteen is on the second floor of the old building by the river.
"""
    fill(bench.coach, march=plain)
    asked = ANN.model_copy(update={"question": "How many groups and mentors took part in the mentoring programme?"})
    without = " ".join(item.text for item in bench.coach.briefs.make(CIRCLE, ANN).brief.sentences())
    with_question = " ".join(item.text for item in bench.coach.briefs.make(CIRCLE, asked).brief.sentences())
    assert "Eighteen groups" in with_question
    assert "canteen" not in with_question
    assert "canteen" not in without


def test_meetings_outside_the_period_are_not_counted(bench: Bench) -> None:
    archive = """---
date: 2026-02-10
---
# Minutes of the circle

## 10 February 2026

Attendees: eight of us.

We read two letters aloud and marked what nobody would say.

## 9 December 2025

Attendees: nine of us.

We tried the phone test in pairs and changed three openings.
"""
    fill(bench.coach, archive=archive)
    used = bench.coach.briefs.make(CIRCLE, ANN).brief.used
    sessions = next(item for item in used if item.what == "sessions")
    assert all(item.date and item.date.startswith("2026") for item in sessions.items)
