"""Deadlines, stopping and places, against a server that hangs or drips."""

from __future__ import annotations

import threading
import time
from dataclasses import replace

import pytest

from coach.adapters.litellm_llm import LiteLlm, import_litellm
from coach.errors import ModelUnavailable, Stopped
from coach.ports import LLMRequest
from tests.openai_server import PATIENCE_S, OpenAiServer

ASKED = LLMRequest("Be brief.", "Hello?", timeout_s=PATIENCE_S, total_s=4 * PATIENCE_S)
SAYS = "We met on the quay, and nobody rang Ulla. That was all there was to it."
WIRES = ("openai/any", "anthropic/claude-sonnet-4-5", "ollama_chat/any")


@pytest.fixture(scope="module", autouse=True)
def _warm():
    import_litellm()


@pytest.fixture(autouse=True)
def _at_once():
    """Fail whatever would have waited for the server to give up."""
    begun = time.perf_counter()
    yield
    assert time.perf_counter() - begun < PATIENCE_S / 2


def open_model(server: OpenAiServer, model: str = "openai/any", **kwargs) -> LiteLlm:
    address = server.address if model.startswith("openai/") else server.root
    return LiteLlm(model, address, key=lambda: "mine", **kwargs)


def stop_on(wanted: bool):
    """Return one who stops at the first piece, or at the first sign that nothing comes."""

    def heard(piece: str) -> None:
        if bool(piece) is wanted:
            raise Stopped("That is enough.")

    return heard


@pytest.mark.parametrize("model", WIRES)
@pytest.mark.parametrize("streams", [True, False])
def test_one_who_stops_is_let_go_while_the_server_hangs(model, streams):
    with OpenAiServer("hang") as server, pytest.raises(Stopped):
        open_model(server, model, streams=streams).ask(ASKED, stop_on(False))


@pytest.mark.parametrize("model", WIRES)
def test_one_who_stops_hangs_up_as_soon_as_the_server_says_another_word(model):
    with OpenAiServer("drip", text=SAYS * 20, drip_s=0.05) as server:
        with pytest.raises(Stopped):
            open_model(server, model).ask(ASKED, stop_on(True))
        assert server.wait_until_left(1)
        assert len(server.bodies) == 1


@pytest.mark.parametrize("model", WIRES)
@pytest.mark.parametrize("mode", ["hang", "hang-after"])
def test_silence_ends_it_before_the_first_word_and_between_two(model, mode):
    with OpenAiServer(mode, text=SAYS) as server:
        with pytest.raises(ModelUnavailable, match="in time"):
            open_model(server, model).ask(replace(ASKED, timeout_s=0.3))
        assert len(server.bodies) == 1  # nobody waits that long a second time
        assert server.wait_until_left(1)  # the connection gives up by itself, a second later


@pytest.mark.parametrize("model", WIRES)
def test_one_who_drips_is_heard_out_within_the_time_for_it_all(model):
    with OpenAiServer("drip", text=SAYS, drip_s=0.1) as server:
        assert open_model(server, model).ask(replace(ASKED, timeout_s=1.0)).text == SAYS
        with pytest.raises(ModelUnavailable, match="in time"):
            open_model(server, model).ask(replace(ASKED, timeout_s=1.0, total_s=0.4))
        assert len(server.bodies) == 2


def test_a_wait_between_two_tries_is_broken_off():
    with OpenAiServer("429", retry_after="20") as server:
        beats: list[str] = []

        def heard(piece: str) -> None:
            beats.append(piece)
            if server.bodies and len(beats) > 5:
                raise Stopped("That is enough.")

        with pytest.raises(Stopped):
            open_model(server).ask(ASKED, heard)
    assert len(server.bodies) == 1


@pytest.mark.parametrize(("places", "busiest"), [(2, 2), (6, 6)])
def test_no_more_are_on_their_way_than_may_be(places, busiest):
    with OpenAiServer(latency_s=0.5) as server:
        llm = open_model(server, at_once=places)
        threads = [threading.Thread(target=llm.ask, args=(ASKED,), daemon=True) for _ in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(timeout=20)
    assert len(server.bodies) == 6
    assert server.busiest == busiest


def test_one_who_was_left_keeps_the_place_until_the_connection_gives_up():
    with OpenAiServer("hang-then-ok", text=SAYS) as server:
        llm = open_model(server, at_once=1)
        with pytest.raises(ModelUnavailable):
            llm.ask(replace(ASKED, timeout_s=0.2))
        with pytest.raises(ModelUnavailable):
            llm.ask(replace(ASKED, total_s=0.2))
        assert len(server.bodies) == 1
        assert llm.ask(ASKED).text == SAYS
