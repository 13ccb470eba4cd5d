"""A report in a real browser: choosing among suggestions, on a phone, without scripts, and labelling by keys."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from evals.comparing import compare
from evals.reporting.html import render_comparison, render_report
from evals.runs import save_run
from tests.browser.conftest import Witness
from tests.evals.reports import CRITERIA, report_of

pytestmark = pytest.mark.browser

PATIENCE_MS = 30_000
PHONE: ViewportSize = {"width": 390, "height": 844}


def test_suggestions_are_chosen_by_kind_and_hardship_and_nothing_in_them_runs(
    browser: Browser, witness: Witness
) -> None:
    page = browser.new_page()
    witness.watch(page)
    page.set_content(render_report(report_of(cases=12, skip=[5])))
    shown = page.locator("#list details:visible")
    expect(shown).to_have_count(12)
    expect(shown.first).to_contain_text("activity-letters-5#0")
    page.get_by_label("Kind").last.select_option("outcome")
    expect(shown).to_have_count(6)
    page.get_by_label("Kind").last.select_option("")
    page.get_by_label("Made hard by").last.select_option("injection")
    expect(shown).to_have_count(1)
    shown.first.locator("summary").press("Enter")
    expect(shown.first).to_contain_text("<script>document.title")
    page.get_by_label("Made hard by").last.select_option("")
    page.get_by_label("Order").last.select_option("case")
    expect(shown.first).to_contain_text("outcome-letters-0#0")
    expect(page).to_have_title(re.compile("Evaluation of playbook"))
    assert witness.outside == []
    assert witness.complaints == []
    page.close()


def test_without_scripts_every_suggestion_can_still_be_read(browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.set_content(render_report(report_of(cases=12)))
    assert page.locator("#list details").count() == 12
    assert not page.locator("#choose").is_visible()
    context.close()


def test_pages_fit_a_phone(browser: Browser) -> None:
    changed = compare(report_of(cases=24), report_of("after", "some-model", cases=24, lower=["A1"]))
    for sheet in (render_report(report_of()), render_comparison(changed)):
        page = browser.new_page(viewport=PHONE)
        page.set_content(sheet)
        page.locator("details").first.evaluate("one => { one.open = true; }")
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
        page.close()


def test_labelling_goes_by_keys_and_is_on_disk_at_once(
    browser: Browser, witness: Witness, address: str, tmp_path: Path
) -> None:
    run = save_run(report_of("run", cases=12), "", CRITERIA, tmp_path / "home")
    page = browser.new_page()
    page.set_default_timeout(PATIENCE_MS)
    expect.set_options(timeout=PATIENCE_MS)
    witness.watch(page)
    page.goto(f"{address}/evals")
    page.get_by_test_id("stMain").get_by_text("Label", exact=True).click()
    _type_name(page)
    expect(page.get_by_text("0 of 6 labelled").first).to_be_visible()
    page.keyboard.press("2")
    expect(page.get_by_text("1 of 6 labelled").first).to_be_visible()
    page.keyboard.press("3")
    expect(page.get_by_text("2 of 6 labelled").first).to_be_visible()
    kept = (run / "labels.jsonl").read_text(encoding="utf-8").splitlines()
    assert ['"value":2' in kept[0], '"value":null' in kept[1], len(kept)] == [True, True, 2]
    assert witness.outside == []
    page.close()


def _type_name(page: Page) -> None:
    name = page.get_by_label("Your name").last
    name.fill("Imke")
    name.press("Enter")
    # Keys that are typed into a field are letters of it, and no answers.
    name.blur()
