"""A model is tried and switched on in a real browser, against a server that speaks a provider's language."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Witness, open_demo, settle
from tests.openai_server import OpenAiServer

pytestmark = pytest.mark.browser

PATIENCE_MS = 30_000
SECTIONS = ("Who drafts", "What may leave", "What it may cost", "What was drafted", "Whom to turn to")
SCROLLS = "one => one.scrollWidth - one.clientWidth"


@pytest.fixture
def page(browser: Browser, witness: Witness, address: str) -> Iterator[Page]:
    """A phone on the settings page, with the demo community open."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    one = context.new_page()
    one.set_default_timeout(PATIENCE_MS)
    expect.set_options(timeout=PATIENCE_MS)
    witness.watch(one)
    open_demo(one, address)
    one.goto(f"{address}/settings")
    expect(one.get_by_role("heading", level=1).last).to_have_text("Who drafts here, and what may leave?")
    yield one
    context.close()


def test_a_server_of_ones_own_is_tried_and_switched_on_by_keys_alone(page: Page, witness: Witness) -> None:
    with OpenAiServer("fits") as server:
        page.get_by_label("Provider", exact=True).last.focus()
        page.keyboard.type("A server of our own")
        page.keyboard.press("Enter")
        expect(page.get_by_label("Address", exact=True).last).to_be_visible()
        settle(page)
        page.get_by_label("Model", exact=True).last.press_sequentially("tiny")
        page.keyboard.press("Tab")
        expect(page.get_by_text("openai/tiny").first).to_be_visible()
        settle(page)
        page.get_by_label("Address", exact=True).last.press_sequentially(server.address)
        page.keyboard.press("Tab")
        settle(page)
        page.get_by_role("button", name="Try it first").press("Enter")
        # The first question waits for the library that asks: seconds, and on a busy machine many.
        expect(page.get_by_text("openai/tiny answered").first).to_be_visible(timeout=2 * PATIENCE_MS)
        expect(page.get_by_text("not known: limits count calls and tokens only").first).to_be_visible()
        settle(page)
        page.get_by_role("button", name="Save", exact=True).press("Enter")
        expect(page.get_by_text("Saved: openai/tiny drafts from now on.").first).to_be_visible()
        page.reload()
        expect(page.get_by_role("heading", name="openai/tiny drafts")).to_be_visible()
        expect(page.get_by_text("this machine", exact=True).first).to_be_visible()
        settle(page)
        page.get_by_role("button", name="Switch off").press("Enter")
        expect(page.get_by_text("The playbook drafts here.").first).to_be_visible()
        settle(page)
        page.get_by_role("button", name="Switch it on again").press("Enter")
        expect(page.get_by_role("heading", name="openai/tiny drafts")).to_be_visible()
    assert witness.outside == []
    assert witness.complaints == []


def test_no_section_is_wider_than_a_phone(page: Page, witness: Witness) -> None:
    for section in SECTIONS:
        page.get_by_text(section, exact=True).first.click()
        page.wait_for_timeout(500)
        expect(page.get_by_test_id("stMain")).to_be_visible()
        assert page.get_by_test_id("stMain").evaluate(SCROLLS) == 0, section
    assert witness.complaints == []
