"""The whole way in a real browser: from an empty home to a plan on disk."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import RESULTS, Witness

pytestmark = pytest.mark.browser

PATIENCE_MS = 30_000
NOTES = {
    "2026-03-12-retro.md": (
        "# Retro\n\n## To try\n- a session where everyone draws the same case, then compares\n"
        "- someone in the room whose only job is the people on the call\n\n"
        "## Dragged\n- from the call I get about 70% of it. When people laugh I don't know why\n"
    ),
    "2026-04-09-minutes.md": (
        "# April: everyone draws\n\nWe drew the same appeal in threes. Nobody could read our map without asking us.\n"
        "Gwen wants to find three things without asking: where it starts, who is waiting, where it crosses a team.\n"
    ),
    "jotting.txt": "How should a delay be shown on a map? Fergus asked again and nobody knew.\n",
}
OUTCOME = "We want to be able to map a service so that someone who was not there can say who is waiting on whom."


@pytest.fixture
def page(browser: Browser, witness: Witness, address: str) -> Page:
    """A window on the first page, watched."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True)
    one = context.new_page()
    one.set_default_timeout(PATIENCE_MS)
    expect.set_options(timeout=PATIENCE_MS)
    witness.watch(one)
    one.goto(address)
    expect(one.get_by_role("heading", level=1).last).to_have_text("Where shall we begin?")
    return one


def picture(page: Page, name: str, height: int = 900) -> None:
    """Keep a picture of the page; a taller window shows more of it."""
    RESULTS.mkdir(exist_ok=True)
    width = page.viewport_size["width"] if page.viewport_size else 1280
    page.set_viewport_size({"width": width, "height": height})
    page.screenshot(path=RESULTS / f"{name}.png", animations="disabled")
    page.set_viewport_size({"width": width, "height": 900})


def visit(page: Page, name: str, question: str) -> None:
    """Go to another page by the sidebar and see its question."""
    # As long as a finger stays down: of a click of no length at all Streamlit hears before the words just typed.
    page.get_by_test_id("stSidebarNav").get_by_role("link", name=name, exact=True).click(delay=100)
    expect(page.get_by_role("heading", level=1).last).to_have_text(question)


def create_community(page: Page) -> None:
    page.get_by_label("What its members call it").last.fill("Map Circle")
    page.get_by_label("What its members call it").last.press("Enter")
    page.get_by_role("button", name="Create the community").click()
    expect(page.get_by_role("heading", level=1).last).to_have_text("What do we want to do next?")


def upload_notes(page: Page, folder: Path) -> None:
    for name, text in NOTES.items():
        (folder / name).write_text(text, encoding="utf-8")
    page.get_by_role("button", name="Bring notes").first.click()
    page.get_by_role("tab", name="Upload files").click()
    page.locator('input[type="file"]').set_input_files([folder / name for name in NOTES])
    page.get_by_role("button", name="Bring 3 files in").click()
    expect(page.get_by_text("From uploads: 3 added.").first).to_be_visible()
    expect(page.get_by_text("3 notes, newest first").first).to_be_visible()


def find_and_open(page: Page) -> None:
    visit(page, "Find", "What do our notes say about…?")
    page.get_by_label("Your question").last.fill("How should a delay be shown on a map?")
    page.get_by_label("Your question").last.press("Enter")
    expect(page.get_by_text("the nearest first").first).to_be_visible()
    picture(page, "walk-find", 1400)
    page.get_by_role("button", name="Open the note here").first.click()
    mark = page.get_by_role("dialog").locator("mark").first
    expect(mark).to_be_in_viewport()
    expect(mark).to_contain_text("delay")
    picture(page, "walk-note")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)


def draft_plan(page: Page) -> None:
    visit(page, "Plan", "What do we want to be able to do?")
    page.get_by_label("In one whole sentence").last.fill(OUTCOME)
    page.get_by_role("button", name="Draft a plan").click()
    expect(page.get_by_text("Drafted by the playbook, no model").first).to_be_visible()
    expect(page.get_by_role("list", name="Timeline, 90 minutes")).to_be_visible()
    # The button stood at the foot of a long form; what was drafted is read from its top.
    expect(page.get_by_role("heading", level=1).last).to_be_in_viewport()


def hold_the_page(page: Page) -> None:
    line = page.locator(".c-run summary").first
    does = page.locator(".c-run details > p").first
    expect(line).to_contain_text("“")
    expect(does).not_to_be_visible()
    line.focus()
    page.keyboard.press("Enter")
    expect(does).to_be_visible()
    expect(page.get_by_text("If you are new")).to_have_count(0)
    page.get_by_role("radio", name="Everything").click()
    expect(page.get_by_text("If you are new").first).to_be_visible()


def export(page: Page, button: str = "Export as Markdown") -> str:
    with page.expect_download() as download:
        page.get_by_role("button", name=button).click()
    assert download.value.suggested_filename.endswith(".md")
    return Path(download.value.path()).read_text(encoding="utf-8")


def test_from_an_empty_home_to_a_plan_on_disk(page: Page, witness: Witness, tmp_path: Path) -> None:
    picture(page, "walk-begin")
    create_community(page)
    upload_notes(page, tmp_path)
    picture(page, "walk-notes", 1200)
    find_and_open(page)
    draft_plan(page)
    picture(page, "walk-plan", 5200)
    hold_the_page(page)
    picture(page, "walk-plan-everything", 9000)
    markdown = export(page)
    assert markdown.startswith("# ")
    assert "who is waiting on whom" in markdown
    assert "| from | to |" in markdown
    assert not witness.outside
    assert not witness.complaints


def test_what_is_being_typed_survives_a_page_change_and_a_reload(page: Page, witness: Witness) -> None:
    create_community(page)
    visit(page, "Plan", "What do we want to be able to do?")
    box = page.get_by_label("In one whole sentence").last
    box.press_sequentially(OUTCOME)
    # The thought comes by itself after a pause: the words are with the server though the cursor never left them.
    expect(page.get_by_text("This says what people will do.").first).to_be_visible()
    expect(box).to_be_focused()
    # Typing and leaving in one breath is the moment at which a page most easily forgets.
    box.press_sequentially(" Soon.")
    visit(page, "Find", "What do our notes say about…?")
    visit(page, "Plan", "What do we want to be able to do?")
    expect(box).to_have_value(f"{OUTCOME} Soon.")
    page.reload()
    expect(box).to_have_value(f"{OUTCOME} Soon.")
    assert not witness.complaints


def test_a_phone_and_the_dark_show_the_same_plan(
    page: Page, browser: Browser, witness: Witness, address: str, tmp_path: Path
) -> None:
    create_community(page)
    upload_notes(page, tmp_path)
    draft_plan(page)
    for name, width in (("phone", 390), ("dark", 1280)):
        scheme: Literal["dark", "light"] = "dark" if name == "dark" else "light"
        context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
        other = context.new_page()
        witness.watch(other)
        other.goto(f"{address}/plan")
        expect(other.get_by_text("Drafted by the playbook, no model").first).to_be_visible()
        assert other.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
        picture(other, f"walk-plan-{name}", 6000)
        context.close()
    assert not witness.outside
    assert not witness.complaints


def test_a_series_is_drafted_read_and_taken_away(page: Page, witness: Witness, tmp_path: Path) -> None:
    create_community(page)
    upload_notes(page, tmp_path)
    visit(page, "Plan", "What do we want to be able to do?")
    page.get_by_label("In one whole sentence").last.fill(OUTCOME)
    page.get_by_role("radio", name="A series").click()
    page.get_by_role("button", name="Draft a series").click()
    expect(page.get_by_role("list", name="The sessions of the series").get_by_role("listitem")).to_have_count(3)
    expect(page.get_by_role("heading", level=1).last).to_be_in_viewport()
    picture(page, "walk-series", 3600)
    markdown = export(page, "Export the series as Markdown")
    assert markdown.count("## Session ") == 3
    page.get_by_role("tab", name="3. ").click()
    page.get_by_role("button", name="Open it as a plan of its own").click()
    expect(page.get_by_role("heading", name="3 of 3: ", level=2)).to_be_visible()
    page.get_by_role("button", name="Back to the series").click()
    # The third session's tab is still the open one.
    expect(page.get_by_role("tab", name="3. ")).to_have_attribute("aria-selected", "true")
    assert not witness.outside
    assert not witness.complaints


def test_an_outcome_in_own_words_is_mended_and_carried_into_a_plan(page: Page, witness: Witness) -> None:
    create_community(page)
    visit(page, "Outcomes", "What might we want to be able to do?")
    expect(page.get_by_text("There are no notes here yet.").first).to_be_visible()
    page.get_by_role("button", name="Say it in our own words").click()
    page.get_by_label("Your outcomes, one on each line").last.fill("understand maps\nincrease uptake")
    card = page.get_by_role("group", name="understand maps", exact=True)
    expect(card.get_by_text("something that nobody can see anybody do").first).to_be_visible()
    card.get_by_role("button", name="Use this").first.click()
    mended = page.get_by_role("group", name="We want to be able to", exact=False)
    words = mended.get_attribute("aria-label") or ""
    mended.get_by_role("button", name="Plan with this").click()
    expect(page.get_by_role("heading", level=1).last).to_have_text("What do we want to be able to do?")
    expect(page.get_by_label("In one whole sentence").last).to_have_value(words)
    assert not witness.outside
    assert not witness.complaints
