"""The words of the product keep their promises: every field explained, no ranks, a small front door."""

from __future__ import annotations

import inspect
import re
import subprocess
import sys

import pytest
from pydantic import BaseModel

import coach
from coach import models

MODELS = [item for item in vars(models).values() if inspect.isclass(item) and issubclass(item, BaseModel)]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_field_carries_one_plain_sentence(model: type[BaseModel]) -> None:
    assert model.__doc__
    for name, field in model.model_fields.items():
        assert field.description, f"{model.__name__}.{name} is not explained"
        assert field.description.endswith((".", "…")), f"{model.__name__}.{name} is not a sentence"


def test_nobody_has_a_rank() -> None:
    ranks = re.compile(r"rank|score|grade|rating|level|points|badge", re.IGNORECASE)

    assert not [name for name in models.Member.model_fields if ranks.search(name)]
    assert not [name for name in models.Actor.model_fields if ranks.search(name)]


def test_the_front_door_is_small_and_cheap_to_open() -> None:
    assert len(coach.__all__) <= 12
    for name in coach.__all__:
        assert getattr(coach, name) is not None
    heavy = (
        "import sys, coach; print([m for m in ('numpy', 'sqlalchemy', 'onnxruntime', 'pydantic') if m in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", heavy], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="nothing_of_ours"):
        _ = coach.nothing_of_ours


def test_a_chunk_is_as_long_as_it_says() -> None:
    with pytest.raises(ValueError, match="as long as its offsets"):
        models.Chunk(id="x", community_id="c", note_id="n", position=0, start=0, end=5, text="four", reading="four")


@pytest.mark.parametrize(
    ("iso", "precision", "label"),
    [
        ("2026-03-12", "day", "12 Mar 2026"),
        ("2026-03-01", "month", "Mar 2026"),
        ("2026-01-01", "year", "2026"),
    ],
)
def test_a_date_says_no_more_than_the_note_did(iso: str, precision: str, label: str) -> None:
    date = models.NoteDate.model_validate({"day": iso, "precision": precision, "source": "heading"})

    assert date.label == label
    assert iso.startswith(date.iso or "missing")
    assert models.NoteDate().label == "undated"
    assert models.NoteDate().iso is None
