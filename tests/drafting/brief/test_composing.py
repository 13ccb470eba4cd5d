"""A page from hand-made notes: every claim has its words, every number was counted, nothing of ours is a claim."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter

import pytest

from coach.checks.brief import BriefGround, check_brief
from coach.checks.brief_frames import FRAME_STEMS
from coach.checks.brief_words import numbers_in
from coach.drafting.brief.answering import compose_answer
from coach.drafting.brief.composing import compose_brief
from coach.drafting.brief.composing.counting import in_words
from coach.drafting.brief.composing.wording import Phrases, load_wording
from coach.drafting.playbook import PlaybookDrafter
from coach.models import Brief, BriefSentence, ClaimKind, Consent, SectionKind, Severity
from coach.playbook import content_stems, load_playbook
from coach.ports import BriefInput, Tells

from .pages import LINES, NOTES, answer_input, brief_input, outcome, statement, story, without_consent

LEXICON = load_playbook().lexicon
CAUSES = re.compile(r"\b(?:led to|resulted in|caused|thanks to|because of|due to)\b", re.IGNORECASE)
PAGES = {
    "plain": brief_input(),
    "asked": brief_input(question="Do our letters say the deadline?"),
    "with a story": brief_input(stories=(story(),)),
    "for the community": brief_input(voice="community", stories=(story(),), asks=("Cover for two hours a month",)),
    "another seed": brief_input(seed=7),
    "no outcome": brief_input(outcomes=()),
    "outcome without a note": brief_input(outcomes=(outcome(evidence=()),)),
    "no notes": brief_input(()),
    "a single note": brief_input(LINES[4:5]),
}


@pytest.fixture(params=PAGES, ids=str)
def page(request: pytest.FixtureRequest) -> tuple[BriefInput, Brief]:
    given = PAGES[request.param]
    return given, compose_brief(given)


def own_words(sentence: BriefSentence) -> str:
    """Return a sentence without what it quotes, the days of its evidence and the community's kept words."""
    text = re.sub(r"“[^“”]*”", "", sentence.text)
    for kept in (outcome().text, *(sign.text for sign in outcome().signs)):
        text = re.sub(re.escape(kept.removeprefix("We want to be able to ").rstrip(".")), "", text, flags=re.IGNORECASE)
    return re.sub(r"\b\d{1,2} (?:January|February|March|April|May|June)\b|\bSeptember 2026\b", "", text)


def test_every_claim_has_its_words_or_was_counted(page: tuple[BriefInput, Brief]) -> None:
    for sentence in page[1].sentences():
        if sentence.kind.is_claim:
            assert sentence.evidence or sentence.counted, sentence.text


def test_quotes_are_what_is_shown(page: tuple[BriefInput, Brief]) -> None:
    for sentence in page[1].sentences():
        shown = {piece.shown for piece in sentence.evidence}
        assert set(re.findall(r"“([^“”]*)”", sentence.text)) <= shown


def test_numbers_recount_and_stand_in_the_text(page: tuple[BriefInput, Brief]) -> None:
    for sentence in page[1].sentences():
        for counted in sentence.counted:
            assert counted.says in sentence.text
            assert counted.number == len(counted.items)
            assert in_words(counted.number) in counted.says or counted.says.startswith("all ")
            assert counted.of is None or counted.of >= counted.number


def test_no_number_of_ours_is_uncounted(page: tuple[BriefInput, Brief]) -> None:
    for sentence in page[1].sentences():
        if sentence.kind is ClaimKind.ASK and page[0].request.asks:
            continue  # what is asked for is theirs
        text = own_words(sentence)
        for counted in sentence.counted:
            text = text.replace(counted.says, "")
        told = [part.text for given in page[0].stories for part in given.parts]
        assert not numbers_in(text) or any(words in text for words in told), sentence.text


def test_our_words_claim_no_cause(page: tuple[BriefInput, Brief]) -> None:
    for sentence in page[1].sentences():
        assert not CAUSES.search(own_words(sentence)), sentence.text


def test_each_part_says_something_or_what_is_missing(page: tuple[BriefInput, Brief]) -> None:
    assert [section.kind for section in page[1].sections] == list(SectionKind)
    for section in page[1].sections:
        assert section.gap or any(item.kind.is_claim or item.kind is ClaimKind.ASK for item in section.sentences)


def test_a_page_is_a_page(page: tuple[BriefInput, Brief]) -> None:
    brief = page[1]
    texts = [text for section in brief.sections for text in (section.title, section.gap)]
    words = sum(len(text.split()) for text in [*texts, *(sentence.text for sentence in brief.sentences())])
    assert words <= 452


def test_no_note_is_quoted_more_than_twice_and_no_quote_again(page: tuple[BriefInput, Brief]) -> None:
    quoting = [item for item in page[1].sentences() if "“" in item.text]
    quotes = [quote for item in quoting for quote in re.findall(r"“([^“”]*)”", item.text)]
    assert len(quotes) == len(set(quotes))
    outside_stories = [item for item in quoting if item.kind is not ClaimKind.STORY]
    notes = Counter(piece.note_id for item in outside_stories for piece in item.evidence)
    assert max(notes.values(), default=0) <= 2


def test_no_lead_in_comes_twice(page: tuple[BriefInput, Brief]) -> None:
    leads = [re.split("“", item.text)[0] for item in page[1].sentences() if "“" in item.text]
    bare = [re.sub(r"(?i)the \w+ session|the session on \d+ \w+", "", lead) for lead in leads]
    assert len(bare) == len(set(bare))


def test_ids_are_their_own(page: tuple[BriefInput, Brief]) -> None:
    ids = [item.id for item in page[1].sentences()]
    assert len(ids) == len(set(ids))


def test_the_same_input_gives_the_same_page(page: tuple[BriefInput, Brief]) -> None:
    assert compose_brief(page[0]) == page[1]


def test_the_notes_allow_five_claims_and_a_page_of_words() -> None:
    brief = compose_brief(PAGES["plain"])
    assert sum(item.kind.is_claim for item in brief.sentences()) >= 5
    assert sum(len(item.text.split()) for item in brief.sentences()) >= 220


def test_the_question_comes_first() -> None:
    for question, word in (
        ("Do our letters say the deadline?", "deadline"),
        ("Who reads letters to strangers?", "stranger"),
    ):
        section = compose_brief(brief_input(question=question)).sections[1]
        assert word in section.sentences[0].text.lower()
        assert section.gap == ""


def test_a_question_that_nothing_speaks_to_is_said_to_be_open() -> None:
    section = compose_brief(brief_input(question="What about procurement of forklifts?")).sections[1]
    assert "question" in section.gap
    assert section.sentences


def test_a_question_of_worth_asks_for_nothing_in_particular() -> None:
    assert compose_brief(brief_input(question="Is this worth our time?")).sections[1].gap == ""


def test_seeds_and_what_was_said_before_make_other_pages() -> None:
    texts = {tuple(item.text for item in compose_brief(brief_input(seed=seed)).sentences()) for seed in range(4)}
    assert len(texts) == 4
    first = compose_brief(brief_input())
    avoid = tuple(item.text for item in first.sentences())
    again = compose_brief(brief_input(avoid=avoid))
    assert [item.text for item in again.sections[1].sentences] != [item.text for item in first.sections[1].sentences]


def test_themes_are_counted_in_sessions() -> None:
    section = compose_brief(brief_input()).sections[1]
    counted = [number for item in section.sentences for number in item.counted]
    assert [(item.says, item.of) for item in counted] == [("three of five sessions", 5)]
    assert [item.date for item in counted[0].items] == ["2026-02-12", "2026-03-12", "2026-05-12"]
    assert all(item.note_id for item in counted[0].items)


def test_what_nobody_planned_is_said_so() -> None:
    unplanned = [item for item in compose_brief(brief_input()).sentences() if item.kind is ClaimKind.UNPLANNED]
    assert len(unplanned) == 1
    assert "nobody had asked for" in unplanned[0].text
    without = compose_brief(brief_input(outcomes=())).sentences()
    assert not any(item.kind is ClaimKind.UNPLANNED for item in without)


def test_hopes_and_views_are_never_what_people_can_do() -> None:
    opinions = {item.evidence.shown for item in brief_input().statements if item.is_opinion}
    for seed in range(5):
        for item in compose_brief(brief_input(seed=seed)).sentences():
            if item.kind in (ClaimKind.CAN, ClaimKind.UNPLANNED, ClaimKind.CONTRIBUTION, ClaimKind.HARD):
                assert not opinions & {piece.shown for piece in item.evidence}


def test_both_sides_are_kept() -> None:
    told = [item for item in compose_brief(brief_input()).sentences() if item.kind is ClaimKind.DISAGREEMENT]
    assert [piece.shown for piece in told[0].evidence] == [LINES[9][2], LINES[10][2]]


def test_nobody_is_quoted_who_may_not_be() -> None:
    given = brief_input()
    never = {"n1", "n3"}
    statements = tuple(
        without_consent(item, Consent.NEVER if item.evidence.note_id in never else Consent.ANYWHERE)
        for item in given.statements
    )
    brief = compose_brief(brief_input(statements=statements))
    assert not {piece.note_id for item in brief.sentences() for piece in item.evidence} & never
    private = compose_brief(brief_input(private=frozenset({"n4"})))
    assert not {piece.note_id for item in private.sentences() for piece in item.evidence} & {"n4"}


def test_outside_only_what_may_be_quoted_anywhere() -> None:
    statements = tuple(
        without_consent(item, Consent.ANYWHERE) if item.evidence.note_id == "n2" else item
        for item in brief_input().statements
    )
    brief = compose_brief(brief_input(statements=statements, circle="outside"))
    assert {piece.note_id for item in brief.sentences() for piece in item.evidence} == {"n2"}


def test_words_that_were_withdrawn_are_not_there() -> None:
    gone = [statement(*line, shown="", quote="") for line in LINES]
    brief = compose_brief(brief_input(statements=tuple(gone), outcomes=()))
    assert not any("“" in item.text for item in brief.sentences())


def test_curly_quotes_inside_words_are_left_alone() -> None:
    line = (4, Tells.USED, "We call the first line “the door” now and write it last.")
    brief = compose_brief(brief_input([*LINES, line]))
    assert not any("the door" in item.text for item in brief.sentences())


def test_a_period_over_years_names_the_year() -> None:
    brief = compose_brief(brief_input(start=dt.date(2024, 9, 1)))
    assert brief.title.endswith("September 2024 to June 2026")
    assert any(re.search(r"(?:Febr|M|Apr|Jun)\w+ 2026", item.text) for item in brief.sections[1].sentences)


def test_a_year_across_new_year_needs_no_year_beside_its_months() -> None:
    brief = compose_brief(brief_input(start=dt.date(2025, 9, 1)))
    assert not any("2026" in re.sub("“[^”]*”", "", item.text) for item in brief.sections[1].sentences)


def test_lead_ins_are_used_up_before_one_comes_again() -> None:
    wording = load_wording()
    phrases = Phrases(wording, "leader", "letters", 0)
    words = {"source": "the May session", "when": "in May", "quote": "“So.”"}
    leads = [phrases.lead("plain", **words) for _ in wording.leads["plain"]]
    assert len(set(leads)) == len(leads)


def test_long_quotes_do_not_make_a_long_page() -> None:
    padding = " and so on through every single part of the letter that anybody in the room could remember that day"
    lines = [(day, tells, text.rstrip(".") + padding + ".") for day, tells, text in LINES]
    brief = compose_brief(brief_input(lines, stories=(story(),)))
    texts = [text for section in brief.sections for text in (section.title, section.gap)]
    assert sum(len(text.split()) for text in [*texts, *(item.text for item in brief.sentences())]) <= 452
    assert all(section.sentences or section.gap for section in brief.sections)


def test_what_comes_back_less_than_three_times_is_not_counted() -> None:
    brief = compose_brief(brief_input([line for line in LINES if line[0] != 0], outcomes=()))
    assert not any(item.counted for item in brief.sections[1].sentences)


def test_texts_of_ours_hold_no_number_and_no_cause() -> None:
    wording = load_wording()
    texts = [text for leads in wording.leads.values() for text in leads]
    texts += [text for gap in wording.gaps.values() for text in ([gap] if isinstance(gap, str) else gap)]
    texts += [text for asks in wording.asks.values() for text in asks]
    for text in texts:
        assert not numbers_in(text.replace("one story", "")), text
        assert not CAUSES.search(text), text
        assert "!" not in text


def test_the_checks_stop_nothing_on_it(page: tuple[BriefInput, Brief]) -> None:
    given, brief = page
    ground = BriefGround(
        notes=NOTES, outcomes=given.outcomes, stories=given.stories, sessions=given.sessions, lexicon=LEXICON
    )
    stops = [item for item in check_brief(brief, ground).findings if item.severity is Severity.STOP]
    assert not stops, [(item.where, item.message) for item in stops]


def test_lead_ins_say_little_of_their_own() -> None:
    wording = load_wording()
    for key, leads in wording.leads.items():
        if any(part in key for part in ("suggested", "asked_for", "left_out", "others_above")):
            continue
        for lead in leads:
            own = content_stems(re.sub(r"\{\w+\}", " ", lead)) - FRAME_STEMS
            assert len(own) < 3, (key, lead, own)


def test_the_playbook_drafts_both() -> None:
    drafter = PlaybookDrafter(load_playbook())
    assert drafter.draft_brief(brief_input()) == compose_brief(brief_input())
    asked = answer_input("Who puts the deadline first?")
    assert drafter.draft_answer(asked) == compose_answer(asked)
