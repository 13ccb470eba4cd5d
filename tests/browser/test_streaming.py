"""A model drafts in a real browser: what is sent, words as they come, a reload in the middle, stop, and a fallback."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from coach.models import FindResult, PlanRequest
from coach.ports import DraftInput
from tests.browser.conftest import Witness, serving
from tests.browser.test_walk import OUTCOME, PATIENCE_MS, create_community, picture, upload_notes, visit
from tests.drafting.modelled.making import BASE, COMMUNITY, good_draft
from tests.openai_server import OpenAiServer

pytestmark = pytest.mark.browser

MODEL = "openai/small"
FIRST_MS = 120_000
"""The first question of a process waits for LiteLLM to be imported, on a busy machine for a long time."""
FIRST_WORDS = "The map stops at their own door."
STOPPED = "Stopped, as you asked."


@pytest.fixture
def server() -> OpenAiServer:
    """A model that answers with a good plan, piece by piece; it has an address and does not serve yet."""
    request = PlanRequest(outcomes=(OUTCOME,))
    plan = BASE.draft_plan(DraftInput(request, COMMUNITY, FindResult(enough=False, passages=())))
    return OpenAiServer("drip", json.dumps(good_draft(plan)), drip_s=0.4, patience_s=180)


@pytest.fixture
def page(browser: Browser, witness: Witness, server: OpenAiServer, tmp_path: Path) -> Iterator[Page]:
    """A window on the plan page of a community with notes, for which that model drafts."""
    with serving(tmp_path, COACH_MODEL=MODEL, COACH_API_BASE=server.address) as address:
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        one = context.new_page()
        one.set_default_timeout(PATIENCE_MS)
        expect.set_options(timeout=PATIENCE_MS)
        witness.watch(one)
        one.goto(address)
        create_community(one)
        upload_notes(one, tmp_path)
        visit(one, "Plan", "What do we want to be able to do?")
        one.get_by_label("In one whole sentence").last.fill(OUTCOME)
        expect(one.get_by_text(f"{MODEL} drafts, on this machine.").first).to_be_visible()
        yield one
        context.close()


def draft(page: Page) -> None:
    page.get_by_role("button", name="Draft a plan").click()
    expect(page.get_by_text(f"{MODEL} is drafting a plan").first).to_be_visible()


def test_what_is_sent_is_shown_and_words_are_seen_as_they_come_and_through_a_reload(
    page: Page, server: OpenAiServer, witness: Witness
) -> None:
    page.get_by_role("button", name="Show what is sent").click()
    sent = page.get_by_role("dialog")
    expect(sent.get_by_text("Exactly this leaves").first).to_be_visible()
    shown = sent.locator("pre").first.text_content() or ""
    assert OUTCOME in shown
    assert "Nobody could read our map without asking us." in shown
    picture(page, "streaming-sent", 1400)
    page.keyboard.press("Escape")
    expect(sent).to_have_count(0)
    assert not server.bodies
    with server:
        draft(page)
        expect(page.get_by_text(FIRST_WORDS).first).to_be_visible(timeout=FIRST_MS)
        expect(page.get_by_text("still to come").first).to_be_visible()
        picture(page, "streaming-coming", 1200)
        page.reload()
        expect(page.get_by_text(f"{MODEL} is drafting a plan").first).to_be_visible()
        expect(page.get_by_text(FIRST_WORDS).first).to_be_visible()
        expect(page.get_by_role("heading", name="Where our maps stop")).to_be_visible()
        expect(page.get_by_text(f"Drafted by {MODEL}").first).to_be_visible()
        expect(page.get_by_role("list", name="Timeline, 90 minutes")).to_be_visible()
        picture(page, "streaming-drafted", 1400)
    assert [message["content"] for message in server.bodies[0]["messages"]][-1] == shown
    assert not witness.outside
    assert not witness.complaints


def test_stop_stops_and_a_fallback_is_told_with_the_way_back_to_the_model(
    page: Page, server: OpenAiServer, witness: Witness
) -> None:
    server.mode = "hang-after"
    with server:
        draft(page)
        expect(page.get_by_text(FIRST_WORDS).first).to_be_visible(timeout=FIRST_MS)
        page.get_by_role("button", name="Stop", exact=True).click()
        expect(page.get_by_text(STOPPED).first).to_be_visible()
        expect(page.get_by_label("In one whole sentence").last).to_have_value(OUTCOME)
        server.mode = "401"
        page.get_by_role("button", name="Draft a plan").click()
        expect(page.get_by_text("the playbook drafted this").first).to_be_visible()
        expect(page.get_by_text("Drafted by the playbook, no model").first).to_be_visible()
        expect(page.get_by_text(STOPPED)).to_have_count(0)
        picture(page, "streaming-fallback")
        server.mode = "ok"
        page.get_by_role("button", name="Ask the model again").click()
        expect(page.get_by_text(f"Drafted by {MODEL}").first).to_be_visible()
        expect(page.get_by_text("Version 2 of 2").first).to_be_visible()
    assert not witness.outside
    assert not witness.complaints
