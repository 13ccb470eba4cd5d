from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy.dialects import sqlite

from coach.adapters.sql.tables import UtcDateTime

DIALECT = sqlite.dialect()


def test_a_moment_is_kept_in_utc_and_sorts_as_text():
    kept = UtcDateTime()
    evening = dt.datetime(2026, 11, 25, 23, 30, tzinfo=dt.timezone(dt.timedelta(hours=-3)))
    later = dt.datetime(2026, 11, 26, 2, 30, 0, 1, tzinfo=dt.UTC)

    first, second = (kept.process_bind_param(moment, DIALECT) for moment in (evening, later))

    assert first is not None
    assert second is not None
    assert first < second
    assert kept.process_result_value(first, DIALECT) == evening
    assert kept.process_bind_param(None, DIALECT) is None
    assert kept.process_result_value(None, DIALECT) is None


def test_a_moment_without_a_time_zone_is_a_mistake():
    with pytest.raises(ValueError, match="time zone"):
        UtcDateTime().process_bind_param(dt.datetime(2026, 11, 25), DIALECT)
