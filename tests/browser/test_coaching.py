"""The coach in a real browser, on a phone, in a corridor: asked, answered, tried, told, chosen, and forgotten."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Witness, open_demo, settle
from tests.browser.test_walk import picture

pytestmark = pytest.mark.browser

PATIENCE_MS = 30_000
QUESTION = "What is on your mind about hosting?"
SILENCE = "I ask them what they think, nobody answers, and then I fill the gap myself. We start at two."
ODD = "It was odd."
HYBRID = "Half of us are in the room and the others are on the call, and those on the call hardly speak."
BULLIED = "One of our members told me that her manager shouts at her every day and she cries at night."
VIEWS = {
    "Talk": "Kept for you alone.",
    "Earlier": "Only you can see this.",
    "What I do already": "Nothing stands here yet.",
    "My way": "Your way so far",
    "Lessons": "No lesson is written down here yet.",
}
"""What stands in each view once it is drawn."""
SCROLLS = "one => one.scrollWidth - one.clientWidth"


@pytest.fixture
def page(browser: Browser, witness: Witness, address: str) -> Iterator[Page]:
    """A phone on the coaching page, with the demo community open."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    one = context.new_page()
    one.set_default_timeout(PATIENCE_MS)
    expect.set_options(timeout=PATIENCE_MS)
    witness.watch(one)
    open_demo(one, address)
    one.goto(f"{address}/coaching")
    expect(one.get_by_role("heading", level=1).last).to_have_text(QUESTION)
    yield one
    context.close()


def pick(page: Page, name: str) -> None:
    """Pick a door or a view."""
    page.get_by_role("radio", name=name, exact=True).click()
    expect(page.get_by_role("radio", name=name, exact=True)).to_be_checked()


def ask(page: Page, words: str) -> None:
    """Write to the coach and press the button."""
    page.get_by_label("In your own words", exact=True).last.press_sequentially(words)
    page.get_by_role("button", name="Send").click(delay=100)
    expect(page.get_by_role("heading", name="Coach", exact=True)).to_be_visible()


def press_when_settled(page: Page, name: str) -> None:
    """Leave the field, and press once the page has drawn itself anew: a press in the middle of that is lost."""
    page.keyboard.press("Tab")
    settle(page)
    page.get_by_role("button", name=name, exact=True).click(delay=100)


def is_no_wider_than_the_screen(page: Page) -> bool:
    return bool(page.get_by_test_id("stMain").evaluate(SCROLLS) == 0)


def test_ten_minutes_before_a_session_on_a_phone_and_told_of_afterwards(page: Page, witness: Witness) -> None:
    picture(page, "coaching-doors")
    pick(page, "I have ten minutes")
    box = page.get_by_label("In your own words", exact=True).last
    box.press_sequentially(SILENCE)
    box.press("Control+Enter")
    expect(page.get_by_text("One thing to try", exact=True).first).to_be_visible()
    expect(page.get_by_text("You could say", exact=True).first).to_be_visible()
    # What was said is read from its top, and what stands behind the move is folded on a phone.
    expect(page.get_by_role("heading", name="You", exact=True)).to_be_in_viewport()
    why = page.get_by_text("Why it works", exact=True).locator("visible=true")
    expect(why).to_have_count(0)
    page.get_by_text("Why it works, and if it doesn’t land").click()
    expect(why).to_have_count(1)
    expect(page.get_by_label("Your answer", exact=True).last).to_have_value("")
    picture(page, "coaching-ten-minutes", 1700)
    page.get_by_role("button", name="I’ll try this").click()
    expect(page.get_by_label("What you mean to do, in your words").last).to_have_value(
        re.compile("^In the next session I")
    )
    page.get_by_role("button", name="Keep it for me").click()
    expect(page.get_by_text("That is noted, for you alone.")).to_be_in_viewport()
    pick(page, "My way")
    expect(page.get_by_text("Only you can see this.").first).to_be_visible()
    page.get_by_role("button", name="Tell how it went").click()
    page.get_by_label("How did it go? What happened?").last.fill("Two people spoke whom I never hear.")
    page.get_by_role("button", name="Keep it", exact=True).last.click(delay=100)
    expect(page.get_by_text("Kept under My way, in your words.").first).to_be_visible()
    expect(page.get_by_text("Two people spoke whom I never hear.").first).to_be_visible()
    assert not witness.outside
    assert not witness.complaints


def test_a_source_opens_its_note_and_what_is_typed_survives_a_reload(page: Page, witness: Witness) -> None:
    ask(page, HYBRID)
    page.locator('[class*="st-key-chip-"] button').first.click()
    expect(page.get_by_role("dialog").locator("mark").first).to_be_in_viewport()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    answer = page.get_by_label("Your answer", exact=True).last
    answer.press_sequentially("Last month, when we wrote first")
    expect(page.get_by_text("Kept for you alone.").first).to_be_visible()
    page.wait_for_timeout(1500)  # the words go to the server by themselves after a pause
    page.reload()
    expect(answer).to_have_value("Last month, when we wrote first")
    expect(page.get_by_text(HYBRID).first).to_be_visible()
    assert not witness.complaints


def test_words_stay_in_the_box_through_another_view_and_a_refusal(page: Page, witness: Witness) -> None:
    box = page.get_by_label("In your own words", exact=True).last
    box.press_sequentially(SILENCE)
    pick(page, "Earlier")
    expect(page.get_by_text("No conversation is kept here yet.").first).to_be_visible()
    pick(page, "Talk")
    expect(box).to_have_value(SILENCE)
    far_too_long = f"{SILENCE} " * 2200
    box.fill(far_too_long)
    page.get_by_role("button", name="Send").click(delay=100)
    expect(page.get_by_text("I read 200,000 at once.").first).to_be_visible()
    expect(box).to_have_value(far_too_long)
    assert is_no_wider_than_the_screen(page)
    assert not witness.complaints


def test_unsure_it_lets_one_choose_among_three(page: Page, witness: Witness) -> None:
    ask(page, ODD)
    choices = page.locator(".st-key-choices").get_by_role("button")
    expect(choices).to_have_count(4)
    picture(page, "coaching-choose", 1100)
    title = choices.first.inner_text()
    choices.first.click()
    expect(page.get_by_text(f"It took this for: {title}.").first).to_be_visible()
    expect(page.get_by_text("One thing to try", exact=True).first).to_be_visible()
    assert is_no_wider_than_the_screen(page)
    assert not witness.complaints


def test_what_is_for_people_shows_whom_the_community_has_named(page: Page, witness: Witness, address: str) -> None:
    ask(page, BULLIED)
    expect(page.get_by_text("Nothing of this was kept.").first).to_be_visible()
    picture(page, "coaching-signpost", 1300)
    page.get_by_role("button", name="Name somebody for this community").click()
    expect(page.get_by_text("Nobody is named for this community yet.").first).to_be_visible()
    page.get_by_label("Who", exact=True).last.fill("Amina in HR")
    page.get_by_label("How to reach them").last.fill("020 7946 0018")
    press_when_settled(page, "Add")
    expect(page.get_by_text("Amina in HR is named here.").first).to_be_visible()
    page.goto(f"{address}/coaching")
    ask(page, BULLIED)
    expect(page.get_by_role("link", name="020 7946 0018")).to_have_attribute("href", "tel:02079460018")
    pick(page, "Earlier")
    expect(page.get_by_text("No conversation is kept here yet.").first).to_be_visible()
    assert not witness.complaints


def test_a_conversation_is_forgotten_and_put_back(page: Page, witness: Witness) -> None:
    ask(page, SILENCE)
    pick(page, "Earlier")
    page.get_by_role("button", name="Forget", exact=True).click()
    expect(page.get_by_text("No conversation is kept here yet.").first).to_be_visible()
    page.get_by_role("button", name="Put it back").click()
    page.get_by_role("button", name="I ask them what they think").click()
    expect(page.get_by_role("heading", name="Coach", exact=True)).to_be_visible()
    assert not witness.complaints


@pytest.mark.parametrize("width", [360, 1280])
def test_no_view_is_wider_than_its_screen_in_the_dark(
    page: Page, browser: Browser, witness: Witness, address: str, width: int
) -> None:
    ask(page, SILENCE)
    context = browser.new_context(viewport={"width": width, "height": 844}, color_scheme="dark")
    other = context.new_page()
    witness.watch(other)
    other.goto(f"{address}/coaching")
    for name, stands in VIEWS.items():
        pick(other, name)
        expect(other.get_by_text(stands).first).to_be_visible()
        expect(other.get_by_role("button", name="Send")).to_have_count(1 if name == "Talk" else 0)
        picture(other, f"coaching-dark-{width}-{name.split()[0].lower()}", 1300)
        assert is_no_wider_than_the_screen(other), name
    context.close()
    assert not witness.outside
    assert not witness.complaints
