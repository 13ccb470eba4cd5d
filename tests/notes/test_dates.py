from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import pytest

from coach.models import DateFrom, DatePrecision
from coach.notes.dates import DateClues, DayOrder, find_date, find_day_orders, find_heading_date
from tests.notes.building import note


def iso(path: str, front: Mapping[str, object] | None = None, order: DayOrder = DayOrder.UNKNOWN) -> str | None:
    return find_date(DateClues(path=path, front_matter=front or {}, order=order)).iso


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("2026-03-12-retro.md", "2026-03-12"),
        ("20250311-community/index.md", "2025-03-11"),
        ("minutes_2026_03_12.md", "2026-03-12"),
        ("2024-08-15Community-call.md", "2024-08-15"),
        ("2026-03/jotting.md", "2026-03"),
        ("2015/10/debrief.html", "2015-10"),
        ("events/2018/05-contributor-summit/RETRO.md", "2018-05"),
        ("fixit201606.md", "2016-06"),
        ("annual-report-2021.md", "2021"),
        ("12 March 2026.md", "2026-03-12"),
        ("March-12th-2026.md", "2026-03-12"),
        ("notes 12 Mar 26.txt", "2026-03-12"),
        ("10-13-2023/x.md", "2023-10-13"),
        ("13-10-2023/x.md", "2023-10-13"),
        ("201801-201807_Minutes.md", "2018"),
        ("201808-201902_Minutes.md", "2018-08"),
        ("2023/10-10-2023/10-10-20230-typo.md", "2023-10-10"),
        ("2017-12/roadmap-2018.md", "2017-12"),
        ("1345-1430_GOVERNANCE.md", None),
        ("1930-2000_session.md", None),
        ("2026-02-30.md", None),
        ("2026-13-01.md", None),
        ("1969-12-31.md", None),
        ("3026-01-01.md", None),
        ("readme.md", None),
    ],
)
def test_dates_in_names(path: str, expected: str | None) -> None:
    assert iso(path) == expected


@pytest.mark.parametrize(
    ("order", "expected"),
    [(DayOrder.MONTH_FIRST, "2024-03-04"), (DayOrder.DAY_FIRST, "2024-04-03"), (DayOrder.UNKNOWN, "2024")],
)
def test_an_open_date_needs_proof_for_more_than_its_year(order: DayOrder, expected: str) -> None:
    assert iso("03-04-2024.md", order=order) == expected


def test_the_same_day_and_month_needs_no_proof() -> None:
    assert iso("03-03-2024.md") == "2024-03-03"


def test_the_nearest_folder_with_proof_decides() -> None:
    orders = find_day_orders(
        ["us/10-13-2023.md", "us/sub/03-04-2024.md", "uk/13-10-2023.md", "uk/1-2-2024.md", "x/1-2-2024.md"]
    )
    assert orders["us/sub/03-04-2024.md"] is DayOrder.MONTH_FIRST
    assert orders["uk/1-2-2024.md"] is DayOrder.DAY_FIRST
    # The root proves both orders, and so neither.
    assert orders["x/1-2-2024.md"] is DayOrder.UNKNOWN


@pytest.mark.parametrize("key", ["date", "Date", "day", "published"])
def test_front_matter_wins_and_says_so(key: str) -> None:
    date = find_date(DateClues(path="2015-09-29.md", front_matter={key: "2015-10-28"}))
    assert (date.iso, date.source) == ("2015-10-28", DateFrom.FRONT_MATTER)


def test_an_impossible_date_in_front_matter_gives_way() -> None:
    assert iso("2015-09-29.md", {"date": "2015-02-30", "published": "never"}) == "2015-09-29"


def test_a_later_place_makes_a_coarse_date_finer_and_never_changes_it() -> None:
    assert iso("2026-03-12.md", {"date": "2026"}) == "2026-03-12"
    assert iso("2025-03-12.md", {"date": "2026"}) == "2026"


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("### December 19 (recording)", "2018-12-19"),
        ("## August 1 ([Recording]())", "2018-08-01"),
        ("**6/26/2018 (APAC)**", "2018-06-26"),
        ("## **November 9th**", "2018-11-09"),
        ("MAY 3, 2018", "2018-05-03"),
        ("Feb 21 2018", "2018-02-21"),
        ("## 13 Dec, 2022 (recording)", "2022-12-13"),
        ("Oct. 21, 2019", "2019-10-21"),
        ("## November 20/21 - APAC Meeting", "2018-11-20"),
        ("**~~10/27/2020~~ Cancelled **", "2020-10-27"),
        ("# Minutes, 12 November 2026", "2026-11-12"),
        ("--- Wed 14 January ---", "2018-01-14"),
        ("Date:  2018-12-10", "2018-12-10"),
        ("## March 2026", "2026-03"),
        ("## Next meeting 18 October 2023", None),
        ("# May we help?", None),
        ("## 3. Budget", None),
        ("## February 30", None),
        ("# Release 1.18 retrospective", None),
    ],
)
def test_headings_of_meetings(heading: str, expected: str | None) -> None:
    date = find_heading_date(heading, 2018)
    assert (date.iso if date else None) == expected


def test_a_heading_without_a_year_is_no_date_until_a_year_is_known() -> None:
    assert find_heading_date("### December 19 (recording)") is None


def test_an_open_date_in_a_heading_needs_proof_too() -> None:
    month_first = find_heading_date("**6/5/2018**", None, DayOrder.MONTH_FIRST)
    open_date = find_heading_date("**6/5/2018**")
    assert month_first is not None
    assert month_first.iso == "2018-06-05"
    assert open_date is not None
    assert open_date.precision is DatePrecision.YEAR


def test_a_heading_dates_the_note_before_its_name_does() -> None:
    found = note("# Retro, 12 March 2026\n\nWe met.", "2026-03-13.md").date
    assert (found.iso, found.source) == ("2026-03-12", DateFrom.HEADING)


def test_file_and_folder_together_outvote_a_slip_in_the_heading() -> None:
    found = note("# Call - April 18, 2022\n\nWe met.", "04-18-2024/04-18-2024-call.md").date
    assert (found.iso, found.source) == ("2024-04-18", DateFrom.FILE_NAME)


@pytest.mark.parametrize(
    "text", ["Circle agenda\nThursday 13 November 2025\n10.00 hello", "# Retro\n\n* **Date:** 11/13/2025\n\nWe met."]
)
def test_a_line_that_is_a_date_counts_as_a_heading(text: str) -> None:
    assert note(text, "agenda.md").date.day == dt.date(2025, 11, 13)


def test_a_date_in_prose_does_not_date_the_note() -> None:
    assert note("We began all this on 12 March 2026, in the rain, and never stopped.", "a.md").date.day is None


@pytest.mark.parametrize("text", ["14 MAY\nTomasz\nBronagh", "# What do we fix first? 14 May\n\nWe met."])
def test_a_heading_without_a_year_borrows_it_from_the_folder(text: str) -> None:
    assert note(text, "2026-05/attendance.md").date.iso == "2026-05-14"
    assert note(text, "2026-06/attendance.md").date.iso == "2026-06"


def test_an_archive_of_meetings_is_dated_by_its_name() -> None:
    text = "".join(f"## December {day}\n\nWe met.\n\n" for day in (19, 12, 5))
    found = note(text, "2018-meeting-notes.md").date
    assert (found.iso, found.source) == ("2018", DateFrom.FILE_NAME)


def test_an_archive_that_nothing_else_dates_takes_its_newest_meeting() -> None:
    text = "".join(f"## 2026-0{month}-12\n\nWe met.\n\n" for month in (3, 5, 4))
    assert note(text, "log.md").date.iso == "2026-05-12"


def test_a_year_in_a_heading_counts_last() -> None:
    assert note("# Plans for 2027\n\nWe dream.", "2026-03/plans.md").date.iso == "2026-03"
    assert note("# Annual report 2027\n\nWe did.", "report.md").date.iso == "2027"


def test_the_head_of_a_page_dates_it_like_front_matter() -> None:
    from tests.notes.building import html

    page = '<html><head><meta name="date" content="2026-05-14"></head><body><p>We met.</p></body></html>'
    assert (html(page).date.iso, html(page).date.source) == ("2026-05-14", DateFrom.FRONT_MATTER)
