from __future__ import annotations

import json
from typing import Any

import pytest
import sqlalchemy as sa

from coach.adapters.sql import SqlStore
from coach.errors import BadRequest
from coach.models import AnswerShape, ModelSetup, SpendingLimits
from tests.contracts.making import open_notes
from tests.contracts.older import read_all

SETUP = ModelSetup(
    model="openai/gpt",
    api_base="https://models.example.org/v1",
    fallback="ollama_chat/llama3",
    fallback_api_base="http://[::1]:11434",
    is_ours=True,
    shape=AnswerShape.JSON_OBJECT,
    streams=False,
    at_once=2,
    limits=SpendingLimits(calls_per_job=None, usd_per_day=2.5),
)


def test_nothing_is_saved_at_first(store: SqlStore):
    assert store.records().read_setup() is None


def test_a_setup_comes_back_as_it_was_saved(store: SqlStore, store_url: str):
    store.records().write_setup(ModelSetup(model="anthropic/claude"))
    store.records().write_setup(SETUP)

    assert store.records().read_setup() == SETUP
    assert len(read_all(store_url)["setting"]) == 1


def test_a_setup_is_no_community_s_and_stays_when_one_goes(store: SqlStore):
    open_notes(store)
    store.records().write_setup(SETUP)

    store.remove_community("reading")

    assert store.records().read_setup() == SETUP


@pytest.mark.parametrize("wrong", [{"at_once": 0}, {"limits": {"calls_per_job": 0}}, {"key": "sk-1"}, {"shape": "xml"}])
def test_a_saved_setup_that_no_longer_holds_is_none_and_stays_as_it_is(
    store: SqlStore, store_url: str, wrong: dict[str, Any]
):
    store.records().write_setup(SETUP)
    engine = sa.create_engine(store_url, poolclass=sa.NullPool)
    body = json.dumps({**SETUP.model_dump(mode="json"), **wrong})
    with engine.begin() as connection:
        connection.execute(sa.text("UPDATE setting SET body = :body"), {"body": body})
    engine.dispose()
    before = read_all(store_url)["setting"]

    assert store.records().read_setup() is None

    assert read_all(store_url)["setting"] == before
    store.records().write_setup(SETUP)
    assert store.records().read_setup() == SETUP


def test_a_setup_that_does_not_hold_is_not_saved(store: SqlStore):
    store.records().write_setup(SETUP)

    with pytest.raises(BadRequest, match="at_once"):
        store.records().write_setup(SETUP.model_copy(update={"at_once": 1000}))

    assert store.records().read_setup() == SETUP


@pytest.mark.parametrize("field", ["api_base", "fallback_api_base"])
@pytest.mark.parametrize(
    "address",
    [
        "https://me:hush-hush@models.example.org/v1",
        "https://hush-hush@models.example.org/v1",
        "https://models.example.org/v1?api_key=hush-hush",
        "https://models.example.org/v1?version=1&Access-Token=hush-hush",
        "https://[models.example.org/hush-hush",
    ],
)
def test_an_address_never_carries_a_key_into_the_database(store: SqlStore, store_url: str, field: str, address: str):
    with pytest.raises(BadRequest) as caught:
        store.records().write_setup(SETUP.model_copy(update={field: address}))

    assert "hush" not in str(caught.value)
    assert store.records().read_setup() is None
    assert read_all(store_url)["setting"] == []


def test_an_address_may_say_which_version_it_wants(store: SqlStore):
    wanted = SETUP.model_copy(update={"api_base": "https://models.example.org/v1?api-version=2"})

    store.records().write_setup(wanted)

    assert store.records().read_setup() == wanted
