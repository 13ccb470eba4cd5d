"""The pages for leaders and on learning in a real browser: drafted, opened, changed, kept, taken along, asked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Witness, open_demo, press_until, settle
from tests.browser.test_walk import picture

pytestmark = pytest.mark.browser

PATIENCE_MS = 60_000
QUESTION = "What can we show for it?"
WORTH_IT = "Is it worth our time?"
ASKED = "What did we say about drawing together?"
OWN = "We ask for two hours a month for everybody who hosts."
FILES = {"Word": b"PK", "PDF": b"%PDF", "Slides": b"PK", "Markdown": b"#"}
"""How each file begins."""
SCROLLS = "one => one.scrollWidth - one.clientWidth"


@pytest.fixture
def page(browser: Browser, witness: Witness, address: str) -> Iterator[Page]:
    """A phone on the page for leaders, with the demo community open."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    one = context.new_page()
    one.set_default_timeout(PATIENCE_MS)
    expect.set_options(timeout=PATIENCE_MS)
    witness.watch(one)
    open_demo(one, address)
    one.goto(f"{address}/brief")
    expect(one.get_by_role("heading", level=1).last).to_have_text(QUESTION)
    yield one
    context.close()


def press(page: Page, name: str | re.Pattern[str], place: int = 0) -> None:
    """Press a button once the page has drawn itself."""
    settle(page)
    page.get_by_role("button", name=name, exact=isinstance(name, str)).nth(place).click(delay=100)
    settle(page)


def pick(page: Page, name: str) -> None:
    """Pick a view."""
    settle(page)
    page.get_by_role("radio", name=name, exact=True).first.click()
    expect(page.get_by_role("radio", name=name, exact=True).first).to_be_checked()
    settle(page)


def draft(page: Page) -> None:
    """Ask for a page, and wait until it stands there."""
    settle(page)
    page.get_by_label("Who will read it?").last.fill("Director of Digital")
    page.keyboard.press("Tab")
    press(page, "Draft the page")
    expect(page.locator(".c-brief-head")).to_be_visible()


def open_first_quote(page: Page) -> None:
    """Open the first sentence that stands on words of the notes."""
    settle(page)
    mark = page.locator('[class*="st-key-mark-s-"] button', has_text="quote").first
    press_until(page, mark, page.get_by_text("May be quoted", exact=True))


def is_no_wider_than_the_screen(page: Page) -> bool:
    return bool(page.get_by_test_id("stMain").evaluate(SCROLLS) == 0)


def test_a_page_is_drafted_opened_changed_kept_taken_along_and_looked_at_again(page: Page, witness: Witness) -> None:
    picture(page, "brief-form", 1400)
    draft(page)
    assert is_no_wider_than_the_screen(page)
    picture(page, "brief-phone", 3000)
    open_first_quote(page)
    picture(page, "brief-evidence", 1500)
    press(page, "Open the note here")
    expect(page.get_by_role("dialog").locator("mark").first).to_be_in_viewport()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    own = page.get_by_role("button", name="Say it in your own words", exact=True)
    press_until(page, page.get_by_role("button", name="change", exact=True).last, own)
    press_until(page, own, page.get_by_label("Your words for it").last)
    page.get_by_label("Your words for it").last.fill(OWN)
    page.keyboard.press("Tab")
    press(page, "Use these words")
    expect(page.get_by_text("That sentence is in your words now.").first).to_be_visible()
    expect(page.get_by_text(OWN).first).to_be_visible()
    press(page, "Keep it")
    expect(page.get_by_text("Kept as it stands today").first).to_be_visible()
    for name, begins in FILES.items():
        settle(page)
        with page.expect_download() as waiting:
            page.get_by_role("button", name=name, exact=True).click(delay=100)
        assert Path(waiting.value.path()).read_bytes().startswith(begins), name
    pick(page, "Pictures")
    expect(page.get_by_text("As a table").first).to_be_visible()
    picture(page, "brief-pictures", 2200)
    assert is_no_wider_than_the_screen(page)
    pick(page, "Kept")
    press(page, "Look again")
    expect(page.get_by_text(re.compile("^Looked at on")).first).to_be_visible()
    page.reload()
    expect(page.get_by_text("For Director of Digital").first).to_be_visible()
    assert not witness.outside
    assert not witness.complaints


def test_a_question_is_answered_in_the_notes_words_or_not_at_all(page: Page, witness: Witness) -> None:
    pick(page, "Ask the notes")
    page.get_by_label("Your question").last.fill(ASKED)
    page.keyboard.press("Tab")
    press(page, "Ask")
    expect(page.get_by_text("looked through.").first).to_be_visible()
    picture(page, "brief-answer", 1300)
    settle(page)
    page.get_by_label("Your question").last.fill("What does a taxi to the airport cost?")
    page.keyboard.press("Tab")
    press(page, "Ask")
    expect(page.get_by_text("Not in the notes").first).to_be_visible()
    assert is_no_wider_than_the_screen(page)
    assert not witness.complaints


def test_what_was_set_out_is_judged_and_a_story_told_by_keyboard(page: Page, witness: Witness, address: str) -> None:
    page.goto(f"{address}/learning")
    expect(page.get_by_role("heading", level=1).last).to_have_text(WORTH_IT)
    expect(page.get_by_role("radio", name="Still open").first).to_be_checked()
    picture(page, "learning-phone", 4000)
    pick(page, "Seen")
    expect(page.get_by_text("That is noted.").first).to_be_visible()
    press(page, "Take it back")
    expect(page.get_by_role("radio", name="Still open").first).to_be_checked()
    pick(page, "Stories")
    press(page, "Tell a story")
    page.get_by_label("Your answer").last.press_sequentially("We read one log line by line.")
    page.keyboard.press("Tab")
    settle(page)
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Back", exact=True)).to_be_visible()
    picture(page, "learning-capture", 1000)
    press(page, "Save as it is")
    expect(page.get_by_text("The story is kept.").first).to_be_visible()
    expect(page.get_by_text("The next thing to ask").first).to_be_visible()
    picture(page, "learning-stories", 2600)
    assert is_no_wider_than_the_screen(page)
    assert not witness.outside
    assert not witness.complaints


@pytest.mark.parametrize("width", [360, 1280])
def test_no_view_is_wider_than_its_screen_in_the_dark(
    page: Page, browser: Browser, witness: Witness, address: str, width: int
) -> None:
    draft(page)
    context = browser.new_context(viewport={"width": width, "height": 844}, color_scheme="dark")
    other = context.new_page()
    witness.watch(other)
    other.goto(f"{address}/brief")
    expect(other.locator(".c-brief-head")).to_be_visible()
    open_first_quote(other)
    picture(other, f"brief-dark-{width}", 2000)
    assert is_no_wider_than_the_screen(other)
    for name in ("Pictures", "Ask the notes", "Kept"):
        pick(other, name)
        assert is_no_wider_than_the_screen(other), name
    other.goto(f"{address}/learning")
    for name in ("Stories", "What we set out to learn"):
        pick(other, name)
        picture(other, f"learning-dark-{width}-{name.split()[0].lower()}", 2400)
        assert is_no_wider_than_the_screen(other), name
    context.close()
    assert not witness.outside
    assert not witness.complaints
