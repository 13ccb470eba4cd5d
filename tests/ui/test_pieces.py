"""The pieces that draw a plan and its sources, as HTML."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from coach.models import Doing, Part, PlanRequest, SessionPlan, Step, TextNote
from tests.ui.fake_coach import RETRO, _note
from tests.ui.good_plan import good_plan
from ui.components.alignment_map import drawn_links, render_map, render_table
from ui.components.balance_bar import render_balance
from ui.components.lanes import ALONE, GROUPS, TOGETHER, lane_of
from ui.components.passage_card import stems, with_marks
from ui.components.plan_desk import file_name
from ui.components.plan_part import render_part
from ui.components.source_chip import says_date
from ui.components.timeline import blocks_of, main_doing, minutes_by_doing, render_timeline
from ui.markup import label, tag
from ui.wording import clock, count, date_label


def plan(*outcomes: str) -> SessionPlan:
    note = _note("c", TextNote(text=RETRO, path="2026-03-12-retro.md", source="demo notes"))
    return good_plan(PlanRequest(outcomes=outcomes or ("We want to be able to map",)), note, "Circle").plan


def part(name: str) -> Part:
    return next(one for one in plan().parts if one.id == name)


def test_blocks_follow_each_other_and_fill_the_session() -> None:
    blocks = blocks_of(plan())
    assert [block.start for block in blocks[1:]] == [block.end for block in blocks[:-1]]
    assert (blocks[0].start, blocks[-1].end) == (0, 90)


def test_blocks_are_as_wide_as_their_minutes() -> None:
    shares = [float(one) for one in re.findall(r'class="c-block[^>]*--share:([\d.]+)', render_timeline(plan()))]
    assert shares == [round(one.minutes / 90, 4) for one in plan().parts]


def test_what_people_are_doing_is_said_in_words_and_not_by_colour_alone() -> None:
    page = render_timeline(plan())
    assert page.count(", mostly ") >= 2 * len(plan().parts)
    balance = re.sub(r"<[^>]+>", "", render_balance(plan()))
    assert "making 39 min" in balance
    assert "What the minutes are for: 39 minutes of making, 17 minutes of reviewing, 15 minutes of listening" in balance
    assert "besides 5 minutes of rest." in balance


@pytest.mark.parametrize(
    ("who", "lane"),
    [
        ("everyone", TOGETHER),
        ("the group", TOGETHER),
        ("the author, then everyone", TOGETHER),
        ("threes, then everyone", GROUPS),
        ("neighbouring groups", GROUPS),
        ("everyone, quietly", ALONE),
        ("the group, quietly", ALONE),
    ],
)
def test_each_step_stands_in_the_lane_of_its_people(who: str, lane: str) -> None:
    assert lane_of(Step(minutes=5, who=who, does="Draw.")) == lane


def test_the_doing_of_a_part_is_that_of_most_of_its_minutes() -> None:
    assert main_doing(part("a1")) is Doing.MAKING
    assert main_doing(part("r1")) is Doing.REVIEWING
    assert main_doing(part("open")) is Doing.OPEN
    assert sum(minutes for _, minutes in minutes_by_doing(plan().parts)) == 90


def test_the_map_and_the_table_hold_the_same_links_with_their_reasons() -> None:
    one = plan("We want to be able to map", "We want to be able to read")
    links = drawn_links(one)
    table = render_table(one)
    assert len(links) == 6
    assert table.count("<tr>") == 1 + len(links)
    assert render_map(one).count('class="c-link-no"') == len(links)
    assert all(link.reason in table for link in links)
    assert "Partly" in table


def test_a_link_to_something_that_is_not_there_is_left_out() -> None:
    one = plan()
    broken = one.model_copy(update={"links": (*one.links, one.links[0].model_copy(update={"target": "gone"}))})
    assert len(drawn_links(broken)) == len(drawn_links(one))


def test_a_plan_with_markup_in_its_words_stays_inert() -> None:
    wild = part("a1").model_copy(update={"title": '<img src=x onerror="x()">', "norm": "</section><b>"})
    whole = plan().model_copy(update={"parts": (wild,)})
    pages = render_part(blocks_of(whole)[0]) + render_timeline(whole) + render_map(whole)
    assert "<img" not in pages
    assert "<b>" not in pages


def test_labels_show_markdown_as_it_stands() -> None:
    assert label("![x](y) :red[z]\n*w*") == r"\!\[x\]\(y\) \:red\[z\] \*w\*"


def test_attributes_are_escaped() -> None:
    assert tag("p", "x", title='"><b>') == '<p title="&quot;&gt;&lt;b&gt;">x</p>'


def test_the_words_of_a_question_are_marked_whatever_their_ending() -> None:
    wanted = stems("How have others been drawing their maps?")
    assert with_marks("We draw <maps>; nobody else did", wanted) == (
        'We <span class="c-soft">draw</span> &lt;<span class="c-soft">maps</span>&gt;; nobody else did'
    )


def test_a_date_is_said_once() -> None:
    assert says_date("Retro, 12 March 2026", "2026-03-12")
    assert says_date("2026-03-12 retro", "2026-03-12")
    assert not says_date("Retro", "2026-03-12")


def test_dates_clocks_and_counts_read_well() -> None:
    assert [date_label(one) for one in ("2026-03-12", "2026-03", "2026", None)] == [
        "12 Mar 2026",
        "Mar 2026",
        "2026",
        "undated",
    ]
    assert [clock(0), clock(68), clock(68, dt.time(23, 30))] == ["0:00", "1:08", "00:38"]
    assert [count(1, "note"), count(1200, "note")] == ["1 note", "1,200 notes"]


def test_an_export_is_named_after_its_plan() -> None:
    assert file_name(plan()) == "practising-together-map-a-service.md"
    assert file_name(plan().model_copy(update={"title": "///"})) == "session-plan.md"
