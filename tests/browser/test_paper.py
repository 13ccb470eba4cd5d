"""The sheets on paper: how many pages of A4 a browser makes of them."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser

from coach.export.print import render_cards, render_handout, render_run_sheet
from coach.models import SessionPlan
from tests.drafting.drafting import OUTCOMES
from tests.export.plans import full

pytestmark = pytest.mark.browser


def _pages(browser: Browser, sheet: str) -> int:
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.set_content(sheet)
    paper = page.pdf(prefer_css_page_size=True)
    page.close()
    assert asked == []
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", paper))


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize(
    ("render", "minutes", "outcomes", "pages"),
    [
        (render_handout, 90, 1, 1),
        (render_run_sheet, 90, 1, 1),
        (render_run_sheet, 90, 2, 1),
        (render_run_sheet, 360, 2, 2),
        (render_cards, 90, 1, 2),
    ],
)
def test_a_sheet_fits_its_pages(
    browser: Browser, render: Callable[[SessionPlan], str], minutes: int, outcomes: int, pages: int, seed: int
) -> None:
    plan = full(minutes=minutes, outcomes=OUTCOMES[:outcomes], seed=seed, mode="hybrid")

    assert _pages(browser, render(plan)) == pages
