"""Reading what LiteLLM hands back, where its versions and providers differ: ends, counts, refusals, gaps."""

from __future__ import annotations

from types import SimpleNamespace as Thing

import pytest

from coach.adapters.litellm_answers import read_stream, read_whole
from coach.errors import ModelAnswerUnusable, ModelRefused, ModelUnavailable


class Stream(list[object]):
    """What comes, and what the provider said of its end."""

    def __init__(self, *chunks: object, finish: str | None = "stop") -> None:
        super().__init__(chunks)
        self.received_finish_reason = finish
        self.closed = 0

    def close(self) -> None:
        self.closed += 1


def piece(content: str | None = None, finish: str | None = None, **more: object) -> Thing:
    return Thing(choices=[Thing(delta=Thing(content=content, **more), finish_reason=finish)])


def read(stream, heard=lambda _: None):
    return read_stream(stream, "some/model", heard)


MADE_UP = piece(finish="stop")


def test_an_end_that_is_made_up_is_none():
    with pytest.raises(ModelUnavailable, match="broke off"):
        read(Stream(piece("We met"), MADE_UP, finish=None))
    assert read(Stream(piece("We met"), MADE_UP)).text == "We met"


def test_where_the_stream_does_not_say_the_last_piece_does():
    assert read([piece("We met"), piece(finish="length")]).finish == "length"
    with pytest.raises(ModelUnavailable):
        read([piece("We met")])


def test_no_end_and_no_word_is_no_model():
    with pytest.raises(ModelAnswerUnusable) as caught:
        read(Stream(MADE_UP, finish=None))
    assert "COACH_API_BASE" in caught.value.next_step


def test_gaps_are_signs_of_life_and_nothing_else():
    heard: list[str] = []
    usage = Thing(prompt_tokens=11, completion_tokens=3, prompt_tokens_details=None)
    chunks = (
        Thing(),
        Thing(choices=None),
        Thing(choices=[]),
        piece(None),
        piece("So."),
        Thing(choices=[], usage=usage),
    )
    answer = read(Stream(*chunks), heard.append)
    assert (answer.text, answer.tokens_in, answer.tokens_out, answer.tokens_cached) == ("So.", 11, 3, 0)
    assert heard == ["", "", "", "", "So.", ""]


@pytest.mark.parametrize("content", [None, "I would rather"])
def test_a_refusal_is_one_though_words_came_before_it(content):
    with pytest.raises(ModelRefused):
        read(Stream(piece(content), piece(refusal="I will not."), MADE_UP))
    message = Thing(content=content, refusal="I will not.")
    with pytest.raises(ModelRefused):
        read_whole(Thing(choices=[Thing(message=message, finish_reason="stop")]), "some/model", lambda _: None)


def test_the_stream_is_closed_whatever_happens():
    def stop(said: str) -> None:
        raise InterruptedError

    done, left = Stream(piece("So."), MADE_UP), Stream(piece("So."), MADE_UP)
    read(done)
    with pytest.raises(InterruptedError):
        read(left, stop)
    assert (done.closed, left.closed) == (1, 1)


@pytest.mark.parametrize("response", [Thing(), Thing(choices=None), Thing(choices=[Thing()])])
def test_an_answer_with_parts_missing_is_nothing(response):
    with pytest.raises(ModelAnswerUnusable):
        read_whole(response, "some/model", lambda _: None)
