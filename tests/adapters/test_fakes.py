from __future__ import annotations

import datetime as dt

import numpy as np
import pytest

from coach.testing import FixedClock, HashEmbedder


def test_texts_that_share_words_are_nearer():
    rows = HashEmbedder().embed(["the taxi queue", "The TAXI queue!", "the taxi rank", "ferry timetables"])

    near = rows @ rows[0]

    assert near[1] == pytest.approx(1.0)
    assert near[1] > near[2] > near[3]


def test_every_vector_is_of_unit_length_and_the_same_each_time():
    texts = ["", "?!", "one", " ".join(str(number) for number in range(500))]
    one, two = HashEmbedder(), HashEmbedder()

    rows = one.embed(texts)

    assert rows.shape == (4, one.dim)
    assert rows.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(rows, axis=1), 1.0, rtol=1e-5)
    np.testing.assert_array_equal(rows, two.embed(texts))
    assert one.embed([]).shape == (0, 64)
    assert (one.embedded, two.embedded) == (4, 4)


def test_the_clock_moves_only_when_it_is_moved():
    clock = FixedClock()
    before = clock.now()
    assert clock.now() == before

    clock.move(dt.timedelta(days=1))

    assert clock.now() - before == dt.timedelta(days=1)
    assert clock.now().tzinfo is not None
