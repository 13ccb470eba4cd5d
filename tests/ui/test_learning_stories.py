"""Stories: told one question at a time, found in the notes and confirmed by a person, never scored."""

from __future__ import annotations

import re

import pytest
from streamlit.testing.v1 import AppTest

from coach.models import Consent, StoryLink, ValueStory
from tests.ui.conftest import go_to, keys, open_page, press, said
from tests.ui.fake_coach import DEMO, FakeCoach
from tests.ui.fake_learning import found_story
from ui.components.learning_story import holds, render_chain


@pytest.fixture
def stories(demo_coach: FakeCoach) -> AppTest:
    """The page with its stories."""
    return turn(open_page("learning"))


def turn(at: AppTest) -> AppTest:
    """Turn to the stories."""
    at.segmented_control(key="/learning.view").set_value("Stories").run()
    assert not at.exception
    return at


def answer(at: AppTest, link: StoryLink, words: str, story: str = "new") -> AppTest:
    """Answer the question for one part."""
    at.text_area(key=f"{DEMO.name}/story.{story}.text.{link.value}").set_value(words)
    return at


def told(coach: FakeCoach) -> ValueStory:
    """Return the story that is kept."""
    one: ValueStory = next(iter(coach.learning.told.values()))
    return one


def test_an_empty_page_says_what_a_story_is(stories: AppTest) -> None:
    assert "No story is told here yet." in said(stories)


def test_a_story_is_told_one_question_at_a_time(demo_coach: FakeCoach, stories: AppTest) -> None:
    at = press(stories, "tell-story")
    assert len(at.text_area) == 1
    assert "Asked for did?" in said(at)
    at = press(answer(at, StoryLink.DID, "We drew <b>a map</b>."), "story-next")
    assert "Asked for took_away?" in said(at)
    at = press(at, "story-skip")
    at = press(answer(at, StoryLink.USED, "I put it up."), "story-back")
    assert at.text_area[0].value == ""
    at = press(press(at, "story-next"), "story-next")
    assert "Asked for came_of_it?" in said(at)
    at = press(press(at, "story-skip"), "story-skip")
    at.segmented_control(key=f"{DEMO.name}/story.new.consent").set_value(Consent.ANYWHERE).run()
    at.text_input(key=f"{DEMO.name}/story.new.title").set_value("The map & the wall").run()
    at = press(at, "story-keep")
    story = told(demo_coach)
    assert [part.link for part in story.parts] == [StoryLink.DID, StoryLink.USED]
    assert (story.state, story.consent) == ("confirmed", Consent.ANYWHERE)
    page = said(at)
    assert "The map &amp; the wall" in page
    assert "We drew &lt;b&gt;a map&lt;/b&gt;." in page
    assert "Asked for took_away?" in page
    assert "The next thing to ask" in page
    press(at, "undo-learning")
    assert demo_coach.learning.told == {}


def test_it_is_kept_as_far_as_it_goes(demo_coach: FakeCoach, stories: AppTest) -> None:
    at = press(stories, "tell-story")
    assert "Answer one of the questions first" in said(press(at, "story-save"))
    at = press(answer(at, StoryLink.DID, "We met."), "story-save")
    assert [part.text for part in told(demo_coach).parts] == ["We met."]
    at = press(at, "tell-story")
    assert at.text_area[0].value == ""


def test_nothing_that_was_typed_is_lost(demo_coach: FakeCoach, stories: AppTest) -> None:
    at = press(answer(press(stories, "tell-story"), StoryLink.DID, "We met."), "story-leave")
    at = turn(go_to(go_to(at, "notes"), "learning"))
    assert press(at, "tell-story").text_area[0].value == "We met."


def test_a_story_is_gone_on_with_at_its_first_gap(demo_coach: FakeCoach) -> None:
    demo_coach.learning.keep_story(
        DEMO.name, found_story(demo_coach, DEMO.name).model_copy(update={"state": "confirmed"})
    )
    before = told(demo_coach)
    at = press(turn(open_page("learning")), f"change-{before.id}")
    assert "Asked for came_of_it?" in said(at)
    at = press(answer(at, StoryLink.CAME_OF_IT, "Fewer calls.", before.id), "story-save")
    assert told(demo_coach).parts[0].evidence == before.parts[0].evidence
    assert told(demo_coach).completeness == 3
    assert "It is told up to what came of it." in said(at)
    press(at, "undo-learning")
    assert told(demo_coach) == before


@pytest.mark.parametrize(("pressed", "state"), [("yes-0", "confirmed"), ("no-0", "declined")])
def test_a_story_found_in_the_notes_waits_for_a_word(demo_coach: FakeCoach, pressed: str, state: str) -> None:
    demo_coach.learning.found = (found_story(demo_coach, DEMO.name),)
    at = turn(open_page("learning"))
    assert "We drew a &lt;map&gt; together." in said(at)
    assert 'class="c-mark"' in said(press(at, "open-found-0-0"))
    at = press(at, pressed)
    assert told(demo_coach).state == state
    assert "yes-0" not in keys(at)
    at = press(at, "undo-learning")
    assert demo_coach.learning.told == {}
    assert "yes-0" in keys(at)


def test_the_first_view_says_that_stories_wait(demo_coach: FakeCoach) -> None:
    demo_coach.learning.found = (found_story(demo_coach, DEMO.name),)
    at = open_page("learning")
    assert "1 story found in the notes waits for your word." in said(at)
    assert "yes-0" in keys(press(at, "to-stories"))


def test_a_story_is_removed_and_put_back(demo_coach: FakeCoach) -> None:
    demo_coach.learning.keep_story(
        DEMO.name, found_story(demo_coach, DEMO.name).model_copy(update={"state": "confirmed"})
    )
    before = told(demo_coach)
    at = press(turn(open_page("learning")), f"remove-{before.id}")
    assert demo_coach.learning.told == {}
    press(at, "undo-learning")
    assert told(demo_coach) == before


def test_how_far_it_goes_is_said_in_words_and_never_as_a_figure(demo_coach: FakeCoach) -> None:
    story = found_story(demo_coach, DEMO.name)
    chain = re.sub(r"<[^>]+>", " ", render_chain(story))
    assert chain.count("●") == 3
    assert chain.count("○") == 2
    assert chain.count("Not told yet") == 2
    assert not re.search(r"\d", chain)
    assert holds(story) == "Two steps are told."
