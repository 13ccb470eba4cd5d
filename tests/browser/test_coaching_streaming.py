"""A model answers a host in a real browser: what is sent, words as they come, stop with nothing lost, and a reply."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Witness, serving
from tests.browser.test_coaching import PATIENCE_MS, SILENCE, pick
from tests.browser.test_walk import create_community, picture
from tests.jobs.test_coaching_model import answering
from tests.openai_server import OpenAiServer

pytestmark = pytest.mark.browser

MODEL = "openai/small"
FIRST_MS = 120_000
"""The first question of a process waits for LiteLLM to be imported, on a busy machine for a long time."""
FIRST_WORDS = "What stays with me is"
ASKS = "Which question would you put on the wall for them?"
REPLY = answering(
    diagnosis="A question was put to the whole group, and the host filled the gap.",
    strategy="Let everyone write a line before anybody speaks.",
    heard="What stays with me is “nobody answers” when you ask them what they think.",
    strength="You noticed that “I fill the gap myself”.",
    asks=ASKS,
)


@pytest.fixture
def server() -> OpenAiServer:
    """A model that answers piece by piece; it has an address and does not serve yet."""
    return OpenAiServer("drip", REPLY, drip_s=0.4, patience_s=180)


@pytest.fixture
def page(browser: Browser, witness: Witness, server: OpenAiServer, tmp_path: Path) -> Iterator[Page]:
    """A phone on the coaching page of a community for which that model answers."""
    with serving(tmp_path, COACH_MODEL=MODEL, COACH_API_BASE=server.address) as address:
        context = browser.new_context(viewport={"width": 390, "height": 844})
        one = context.new_page()
        one.set_default_timeout(PATIENCE_MS)
        expect.set_options(timeout=PATIENCE_MS)
        witness.watch(one)
        one.goto(address)
        create_community(one)
        one.goto(f"{address}/coaching")
        pick(one, "I have ten minutes")
        one.get_by_label("In your own words", exact=True).last.press_sequentially(SILENCE)
        expect(one.get_by_text(f"{MODEL} answers, on this machine.").first).to_be_visible()
        yield one
        context.close()


def test_words_are_seen_as_they_come_stopped_and_asked_for_again(
    page: Page, server: OpenAiServer, witness: Witness
) -> None:
    page.get_by_role("button", name="Show what is sent").click()
    sent = page.get_by_role("dialog")
    expect(sent.get_by_text("Exactly this leaves").first).to_be_visible()
    assert "nobody answers" in (sent.locator("pre").first.text_content() or "")
    page.keyboard.press("Escape")
    expect(sent).to_have_count(0)
    assert not server.bodies
    with server:
        page.get_by_role("button", name="Send").click(delay=100)
        expect(page.get_by_text(f"{MODEL} is answering").first).to_be_visible()
        expect(page.get_by_text(FIRST_WORDS).first).to_be_visible(timeout=FIRST_MS)
        picture(page, "coaching-coming", 1000)
        page.get_by_role("button", name="Stop").click()
        expect(page.get_by_text("Stopped, as you asked.").first).to_be_visible()
        box = page.get_by_label("In your own words", exact=True).last
        expect(box).to_have_value(SILENCE)
        page.get_by_role("button", name="Send").click(delay=100)
        expect(page.get_by_text(f"By {MODEL}.").first).to_be_visible(timeout=FIRST_MS)
        expect(page.get_by_text(ASKS).first).to_be_visible()
        expect(page.get_by_label("Your answer", exact=True).last).to_have_value("")
        picture(page, "coaching-model", 1900)
    assert not witness.outside
    assert not witness.complaints
