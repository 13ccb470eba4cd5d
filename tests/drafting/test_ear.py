from __future__ import annotations

import numpy as np
import pytest

from coach.adapters.onnx_embedder import OnnxEmbedder
from coach.drafting.ear import hear_cues, load_ear
from coach.drafting.listening import rule_cues, to_cues
from coach.locate import embedder_folder
from coach.models import Cue
from evals.ear.data import checksum, read_sentences
from evals.ear.train import train

PLAIN = "the printer eats every third label and nobody rings anyone"
NEWS = "Fourteen of us, and Dawn brought the scones."


@pytest.fixture(scope="module")
def embedder() -> OnnxEmbedder:
    return OnnxEmbedder(embedder_folder())


def hear(texts, embedder, **more):
    return hear_cues(texts, np.asarray(embedder.embed(texts), np.float32), embedder.name, **more)


def share_heard(sentences, embedder, **more) -> tuple[float, float]:
    """Return precision and recall of telling sentences."""
    told = [bool(item and item.cue) for item in hear([item.text for item in sentences], embedder, **more)]
    right = sum(heard and bool(item.cue) for heard, item in zip(told, sentences, strict=True))
    return right / max(1, sum(told)), right / sum(bool(item.cue) for item in sentences)


def test_a_struggle_is_heard_that_no_word_names(embedder):
    assert rule_cues(PLAIN) == ()
    struggle, news = hear([PLAIN, NEWS], embedder)
    assert to_cues(PLAIN, struggle) == (Cue.STRUGGLE,)
    assert to_cues(NEWS, news) == ()


def test_words_that_tell_come_first(embedder):
    [heard] = hear(["We struggle with handovers every week."], embedder)
    assert to_cues("We struggle with handovers every week.", heard) == (Cue.STRUGGLE,)
    assert to_cues("We struggle with handovers every week.", None) == (Cue.STRUGGLE,)


def test_on_communities_of_which_nothing_was_learnt_it_hears_twice_as_much_as_the_words(embedder):
    sentences = read_sentences("test")
    precision, recall = share_heard(sentences, embedder)
    by_words = sum(bool(rule_cues(item.text)) and bool(item.cue) for item in sentences)
    assert precision >= 0.55
    assert recall * sum(bool(item.cue) for item in sentences) >= 2 * by_words


def test_shuffled_weights_hear_nothing_in_particular(embedder):
    given = load_ear()
    rows = given.rows[:, np.random.default_rng(1).permutation(given.columns)].astype(np.float64)
    broken = given.pack(rows, given.embedder, given.data_sha256)
    good, bad = (share_heard(read_sentences("test"), embedder, weights=one) for one in (given, broken))
    assert bad[1] < good[1] / 2


def test_another_embedder_leaves_it_silent():
    assert hear_cues([PLAIN], np.zeros((1, 384), np.float32), "another") == [None]
    assert hear_cues([], np.zeros((0, 384), np.float32), "another") == []


def test_the_weights_are_those_that_our_sentences_give(embedder):
    assert load_ear().data_sha256 == checksum()
    again, kept = train(embedder), load_ear()
    assert np.allclose(again.rows, kept.rows, atol=0.05)
