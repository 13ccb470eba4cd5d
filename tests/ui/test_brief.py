"""The page for leaders: asked for, read, opened to its words, changed, drafted again and taken along."""

from __future__ import annotations

import datetime as dt
import threading

from streamlit.testing.v1 import AppTest

from coach.models import Consent, Finding, Severity, Visibility
from tests.ui.conftest import finish_job, go_to, keys, open_page, press, said, seen
from tests.ui.fake_coach import DEMO, FakeCoach
from tests.ui.fake_drafts import FELL_BACK
from tests.ui.good_brief import OUTCOME
from ui import resources
from ui.components.brief_standing import WITHHELD, as_it_stands
from ui.components.home_begin import DEMO_WORK

READER = f"{DEMO.name}/brief.reader"
CLAIM, COUNTED, ASKED = "mark-s-can_now-1", "mark-s-can_now-2", "mark-s-ask-1"
STOP = Finding(
    check="L3", severity=Severity.STOP, where="can_now-1", message="That says <more> than the quote.", why="It shows.",
    way_forward="Say less.",
)  # fmt: skip


def draft(at: AppTest | None = None, reader: str = "Director of <Digital>") -> AppTest:
    """Ask for a page and see it."""
    at = at or open_page("brief")
    at.text_input(key=READER).set_value(reader)
    return press(at, "draft-brief")


def note_of(coach: FakeCoach) -> str:
    """Return the note whose words the page quotes."""
    return next(one.id for one in coach.shelf[DEMO.name].values() if "11 people." in one.text)


def test_an_empty_page_says_what_will_stand_here(demo_coach: FakeCoach) -> None:
    page = said(open_page("brief"))
    assert "The page will stand here." in page
    assert "leaves out the names of people" in page


def test_while_notes_are_coming_in_it_says_that_a_page_would_not_know_them_all(demo_coach: FakeCoach) -> None:
    waiting = threading.Event()
    work = resources.long_works().start(DEMO_WORK, "Taking in the demo community", lambda _: waiting.wait(10))
    try:
        assert "Taking in the demo community is not done yet." in said(open_page("brief"))
    finally:
        waiting.set()
        assert work is not None
        assert work.wait(10)
        resources.long_works().forget(DEMO_WORK)
    assert "is not done yet" not in said(open_page("brief"))


def test_without_a_reader_it_asks_for_one_and_drafts_nothing(demo_coach: FakeCoach) -> None:
    at = press(open_page("brief"), "draft-brief")
    assert "Say who will read it first" in said(at)
    assert demo_coach.briefs.asked == []


def test_the_page_is_set_with_its_parts_gaps_and_what_was_not_used(demo_coach: FakeCoach) -> None:
    page = said(draft())
    assert "What we learned &lt;b&gt;0&lt;/b&gt;" in page
    assert "For Director of &lt;Digital&gt;" in page
    assert "27 Nov 2025 to 26 Nov 2026" in page
    assert 'class="c-brief-gap"' in page
    assert "One note may not be quoted &amp; was left out." in page
    assert "<letters>" not in page
    assert "The page will stand here." not in page


def test_what_stands_in_the_form_is_asked_for(demo_coach: FakeCoach) -> None:
    at = open_page("brief")
    at.segmented_control(key=f"{DEMO.name}/brief.circle").set_value("outside").run()
    assert "only notes that may be quoted anywhere" in said(at)
    at.segmented_control(key=f"{DEMO.name}/brief.period").set_value("Other dates").run()
    at.date_input(key=f"{DEMO.name}/brief.from").set_value(dt.date(2026, 1, 1)).run()
    at.date_input(key=f"{DEMO.name}/brief.to").set_value(dt.date(2026, 6, 30)).run()
    at.text_area(key=f"{DEMO.name}/brief.question").set_value("Is it worth it?")
    at.text_area(key=f"{DEMO.name}/brief.asks").set_value("Two hours\n\n A room ")
    draft(at)
    asked = demo_coach.briefs.asked[-1]
    assert (asked.circle, asked.voice, asked.question) == ("outside", "leader", "Is it worth it?")
    assert (asked.start, asked.end) == (dt.date(2026, 1, 1), dt.date(2026, 6, 30))
    assert asked.asks == ("Two hours", "A room")


def test_dates_the_wrong_way_round_are_said(demo_coach: FakeCoach) -> None:
    at = open_page("brief")
    at.segmented_control(key=f"{DEMO.name}/brief.period").set_value("Other dates").run()
    at.date_input(key=f"{DEMO.name}/brief.from").set_value(dt.date(2026, 6, 1)).run()
    at.date_input(key=f"{DEMO.name}/brief.to").set_value(dt.date(2026, 1, 1)).run()
    assert "Turn the two dates round." in said(draft(at))
    assert demo_coach.briefs.asked == []


def test_a_year_of_the_notes_is_one_press(demo_coach: FakeCoach) -> None:
    at = open_page("brief")
    picker = at.segmented_control(key=f"{DEMO.name}/brief.period")
    year = next((one for one in picker.options if one.isdigit()), "")
    if year:
        picker.set_value(year).run()
        draft(at)
        assert demo_coach.briefs.asked[-1].start == dt.date(int(year), 1, 1)
    else:
        assert picker.options == ["Last twelve months", "Other dates"]


def test_a_sentence_opens_to_everything_behind_it_and_to_the_note(demo_coach: FakeCoach) -> None:
    at = draft()
    assert at.button(key=CLAIM).label == "1 quote"
    at = press(at, CLAIM)
    page = said(at)
    for words in (
        "<dd>Retro</dd>",
        "12 March 2026",
        "inside, without names",
        OUTCOME,
        "[somebody] drew &amp; everyone",
    ):
        assert words in page
    at = press(at, "open-s-can_now-1-0")
    assert 'class="c-mark"' in said(at)
    assert 'class="c-note-title"' in said(at)


def test_a_number_opens_to_what_was_counted(demo_coach: FakeCoach) -> None:
    at = press(draft(), COUNTED)
    page = said(at)
    assert "“three of five sessions”: what was counted" in page
    assert "9 April 2026" in page
    assert 'class="c-note-title"' in said(press(at, "item-s-can_now-2-0-0"))


def test_only_one_sentence_stands_open(demo_coach: FakeCoach) -> None:
    at = press(press(draft(), CLAIM), COUNTED)
    assert at.button(key=CLAIM).label == "1 quote"
    assert at.button(key=COUNTED).label == "Close"
    assert at.button(key=ASKED).label == "change"


def test_a_sentence_in_own_words_keeps_what_stands_behind_it(demo_coach: FakeCoach) -> None:
    at = press(press(draft(), CLAIM), "reword-s-can_now-1")
    at.text_area(key=f"{DEMO.name}/brief.words.can_now-1").set_value("They draw <together> now.")
    at = press(at, "save-s-can_now-1")
    assert "They draw &lt;together&gt; now.<span" in said(at)
    assert "in your own words" in said(at)
    assert at.button(key=CLAIM).label == "1 quote"
    at = press(at, "undo-brief")
    assert "They draw &lt;together&gt; now." not in said(at)
    assert "in your own words" not in said(at)


def test_a_sentence_is_taken_out_and_put_back(demo_coach: FakeCoach) -> None:
    at = press(press(draft(), ASKED), "out-s-ask-1")
    assert "Two hours a month" not in said(at)
    assert "We left this part out." in said(at)
    at = press(at, "undo-brief")
    assert "Two hours a month" in said(at)


def test_what_has_to_be_mended_is_shown_and_nothing_goes_out_meanwhile(demo_coach: FakeCoach) -> None:
    demo_coach.briefs.findings = (STOP,)
    at = draft()
    assert "That says &lt;more&gt; than the quote." in said(at)
    assert "Something on it has to be mended first." in said(at)
    at = press(at, "show-0")
    assert at.button(key=CLAIM).label == "Close"
    at = press(at, "out-s-can_now-1")
    assert "Something on it has to be mended first." not in said(at)
    assert "The checks see nothing to mend." in said(at)


def test_another_draft_and_the_way_between(demo_coach: FakeCoach) -> None:
    at = press(draft(), "another-brief")
    assert [one.seed for one in demo_coach.briefs.asked] == [0, 1]
    assert "&lt;b&gt;1&lt;/b&gt;" in said(at)
    assert "&lt;b&gt;0&lt;/b&gt;" in said(press(at, "earlier-brief"))


def test_the_community_gets_a_version_of_its_own(demo_coach: FakeCoach) -> None:
    at = press(draft(), "for-community")
    assert demo_coach.briefs.asked[-1].voice == "community"
    assert "What became of your words" in said(at)
    assert "for-community" not in keys(at)


def test_it_is_still_there_after_a_page_change_and_in_a_new_window(demo_coach: FakeCoach) -> None:
    at = draft()
    assert "What we learned" in said(go_to(go_to(at, "notes"), "brief"))
    assert "What we learned" in said(open_page("brief"))


def test_words_that_were_closed_to_quoting_meanwhile_are_not_shown(demo_coach: FakeCoach) -> None:
    at = draft()
    demo_coach.set_rights(DEMO.name, note_of(demo_coach), Visibility.MEMBERS, Consent.NEVER)
    page = seen(at)
    assert WITHHELD in page
    assert "everyone saw it" not in page
    assert "everyone saw it" not in said(press(at, CLAIM))


def test_a_file_has_none_of_the_words_that_were_closed_meanwhile(demo_coach: FakeCoach) -> None:
    draft()
    brief = demo_coach.briefs.make(DEMO.name, demo_coach.briefs.asked[-1]).brief
    assert as_it_stands(brief, demo_coach, DEMO.name) == brief  # type: ignore[arg-type]
    demo_coach.set_rights(DEMO.name, note_of(demo_coach), Visibility.ONLY_ME, Consent.INSIDE)
    now = as_it_stands(brief, demo_coach, DEMO.name)  # type: ignore[arg-type]
    assert "everyone saw it" not in "".join(one.text for one in now.sentences())
    assert all(not one.evidence for one in now.sentences())


def test_what_happened_on_the_way_is_told_and_the_model_can_be_asked_again(model_coach: FakeCoach) -> None:
    model_coach.drafts.holds, model_coach.drafts.drafting = False, FELL_BACK
    at = draft()
    assert "the playbook drafted this." in said(at)
    press(at, "again-brief")
    assert len(model_coach.briefs.asked) == 2


def test_a_model_drafts_in_the_background_and_can_be_stopped(model_coach: FakeCoach) -> None:
    at = draft()
    assert "is writing the page" in said(at)
    assert "stop-brief" in keys(at)
    assert "is writing the page" in said(open_page("brief"))
    at = finish_job(at, model_coach)
    assert "What we learned" in said(at)


def test_what_is_sent_is_shown_before_it_is(model_coach: FakeCoach) -> None:
    at = open_page("brief")
    at.text_input(key=READER).set_value("Director").run()
    assert "PERSON_1" not in said(at)
    assert "PERSON_1" in said(press(at, "sent-brief"))


def test_a_refusal_is_said_and_the_form_stays(demo_coach: FakeCoach) -> None:
    at = open_page("brief")
    at.segmented_control(key=f"{DEMO.name}/brief.period").set_value("Other dates").run()
    at.date_input(key=f"{DEMO.name}/brief.from").set_value(dt.date(1995, 1, 1)).run()
    at = draft(at)
    assert "That is too long ago." in said(at)
    assert at.text_input(key=READER).value == "Director of <Digital>"


def test_without_a_community_the_first_page_is_offered(coach: FakeCoach) -> None:
    assert "none is open yet" in said(open_page("brief"))


def test_a_sentence_in_own_words_goes_too_when_nothing_stands_behind_it_any_more(demo_coach: FakeCoach) -> None:
    at = press(press(draft(), CLAIM), "reword-s-can_now-1")
    at.text_area(key=f"{DEMO.name}/brief.words.can_now-1").set_value("They draw together now.")
    at = press(at, "save-s-can_now-1")
    assert "They draw together now." in said(at)
    demo_coach.set_rights(DEMO.name, note_of(demo_coach), Visibility.MEMBERS, Consent.NEVER)
    page = seen(at)
    assert "They draw together now." not in page
    assert "It came up in three of five sessions." in page
