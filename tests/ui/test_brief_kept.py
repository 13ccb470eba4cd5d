"""Pages that are kept: as they stood, looked at again, removed; their pictures; and questions to the notes."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from coach.models import EvidenceNow, MonthFilled
from tests.ui.conftest import finish_job, keys, open_page, press, said
from tests.ui.fake_coach import DEMO, FakeCoach
from tests.ui.good_brief import OUTCOME
from tests.ui.test_brief import draft
from ui.components.brief_strips import Strip, render_strips, spans_of

VIEW = "/brief.view"
QUESTION = f"{DEMO.name}/brief.ask"
GONE = (
    EvidenceNow(sentence_id="can_now-1", place=0, state="deleted", says="Its note <was> taken out."),
    EvidenceNow(sentence_id="can_now-1", place=1, state="same", says="It stands as it did."),
)


def view(at: AppTest, name: str) -> AppTest:
    """Turn to another view of the page."""
    at.segmented_control(key=VIEW).set_value(name).run()
    assert not at.exception
    return at


def ask(question: str, at: AppTest | None = None) -> AppTest:
    """Ask the notes."""
    at = at or view(open_page("brief"), "Ask the notes")
    at.text_input(key=QUESTION).set_value(question)
    return press(at, "ask-notes")


def test_a_page_is_kept_and_taken_out_again(demo_coach: FakeCoach) -> None:
    at = press(draft(), "keep-brief")
    assert list(demo_coach.briefs.pages) == ["b0"]
    assert "Kept as it stands today" in said(at)
    assert "keep-brief" not in keys(at)
    at = press(at, "undo-brief")
    assert demo_coach.briefs.pages == {}
    assert "keep-brief" in keys(at)


def test_a_kept_page_that_is_changed_is_another_one(demo_coach: FakeCoach) -> None:
    at = press(press(draft(), "keep-brief"), "mark-s-ask-1")
    at = press(press(at, "out-s-ask-1"), "keep-brief")
    assert list(demo_coach.briefs.pages) == ["b0", "b1"]
    assert "ask-1" in {one.id for one in demo_coach.briefs.pages["b0"].sentences()}


def test_kept_pages_are_listed_opened_and_removed(demo_coach: FakeCoach) -> None:
    assert "No page is kept yet." in said(view(open_page("brief"), "Kept"))
    at = view(press(draft(view(open_page("brief"), "The page")), "keep-brief"), "Kept")
    assert "For Director of &lt;Digital&gt; · 27 Nov 2025 to 26 Nov 2026 · as of 26 Nov 2026" in said(at)
    at = press(at, "open-kept-b0")
    assert at.segmented_control(key=VIEW).value == "The page"
    assert "Kept, as it stands." in said(at)
    at = press(view(at, "Kept"), "remove-b0")
    assert demo_coach.briefs.pages == {}
    press(at, "undo-brief")
    assert list(demo_coach.briefs.pages) == ["b0"]


def test_looking_again_says_what_became_of_the_words(demo_coach: FakeCoach) -> None:
    demo_coach.briefs.now = GONE
    at = press(view(press(draft(), "keep-brief"), "Kept"), "again-b0")
    page = said(at)
    assert "One of two quotes is &lt;gone&gt;." in page
    assert "<strong>Deleted. </strong>Its note &lt;was&gt; taken out." in page
    assert "1 quote as it was." in page
    assert "It stands as it did." not in page


def test_the_pictures_are_said_in_words_and_as_tables(demo_coach: FakeCoach) -> None:
    assert "No page is drafted yet." in said(view(open_page("brief"), "Pictures"))
    page = said(view(draft(view(open_page("brief"), "The page")), "Pictures"))
    assert "4 days on which people met" in page
    assert "The notes tell of 3 of 5." in page
    assert "Not told of yet." in page
    assert "Told of in 1 note and 1 story." in page
    assert page.count("As a table") == 2
    assert f'<th scope="col">{OUTCOME} (notes that speak to it)</th>' in page
    assert '<th scope="row">Dec 2025</th>' in page
    assert "maps &amp; delays" in page


def test_where_no_day_of_meeting_is_known_that_is_said_and_no_noughts_are_drawn(demo_coach: FakeCoach) -> None:
    demo_coach.briefs.knows_days = False
    page = said(view(draft(open_page("brief")), "Pictures"))
    assert "On which days you met cannot be told from these notes" in page
    assert "0 days" not in page
    assert '<th scope="col">Notes</th>' in page


def test_a_long_time_is_told_in_quarters_and_years() -> None:
    days = [(year, month) for year in range(2016, 2026) for month in range(1, 13)]
    months = [MonthFilled(month=f"{y}-{m:02d}", label=f"{m}/{y}", sessions=1, notes=1) for y, m in days]
    assert [one.label for one in spans_of(months)] == [str(year) for year in range(2016, 2026)]
    assert [one.label for one in spans_of(months[:24])][:2] == ["2016 Q1", "2016 Q2"]
    assert len(spans_of(months[:13])) == 13
    picture = render_strips([Strip("Days", {one.month: 1 for one in months})], spans_of(months), "Days")
    assert '<th scope="row">2016</th><td>12</td>' in picture
    assert render_strips([], [], "Nothing")


def test_an_answer_stands_on_words_that_open(demo_coach: FakeCoach) -> None:
    at = ask("What about drawing?")
    assert "Members draw together" in said(at)
    assert "3 notes looked through." in said(at)
    at = press(at, "mark-a-can_now-1")
    assert "inside, without names" in said(at)
    assert "reword-a-can_now-1" not in keys(at)
    assert 'class="c-mark"' in said(press(at, "open-a-can_now-1-0"))


def test_an_answer_can_be_taken_along(demo_coach: FakeCoach) -> None:
    at = ask("What about drawing?")
    assert [one.label for one in at.get("download_button")] == ["Download"]
    assert not ask("What does a taxi cost?").get("download_button")


def test_what_the_notes_do_not_say_is_said(demo_coach: FakeCoach) -> None:
    at = ask("What does a taxi cost?")
    assert "Not in the notes" in said(at)
    assert "They do not speak of &lt;taxis&gt;." in said(at)
    assert [one.label for one in at.expander] == ["What comes nearest"]
    assert 'class="c-mark"' in said(press(at, "open-near-0"))


def test_nothing_is_asked_while_the_box_is_empty(demo_coach: FakeCoach) -> None:
    ask("   ")
    assert demo_coach.briefs.asked == []


def test_a_model_answers_in_the_background(model_coach: FakeCoach) -> None:
    at = ask("What about drawing?")
    assert "is answering from your notes" in said(at)
    assert "Members draw together" in said(finish_job(at, model_coach))
