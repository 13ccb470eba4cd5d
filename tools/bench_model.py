"""What asking a model costs beside the model itself, against a server of our own that always takes as long.

    python tools/bench_model.py [--rounds 30]

The server runs in a process of its own on this machine. Bare calls and ours take turns, so that both see the same load;
what is said of them is their difference and not their time.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

LATENCY_S = 0.05
FILLER = "What people on the quay said to each other that evening. " * 40
BODY = {
    "model": "any",
    "messages": [{"role": "system", "content": "Be brief."}, {"role": "user", "content": "Hello?"}],
    "temperature": 0,
    "max_tokens": 2000,
}


@dataclass(frozen=True)
class Line:
    """One line of the table."""

    what: str
    """What was measured."""
    value: str
    """What came of it."""
    aim: str = ""
    """What it should be."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Measure what asking a model costs beside the model.")
    parser.add_argument("--rounds", type=int, default=30, help="how often each thing is measured")
    parser.add_argument("--serve", type=int, metavar="QUESTIONS", help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.serve:
        return _serve(options.serve)
    with _server(12 * options.rounds + 50) as address:
        _show([line for measure in MEASURES for line in measure(address, options.rounds)])
    return 0


# -- measuring ---------------------------------------------------------------------------------------------------------


def measure_calls(address: str, rounds: int) -> list[Line]:
    """Return what one of our calls takes beyond a bare one, in one piece and as a stream."""
    import httpx

    from coach.adapters.litellm_llm import LiteLlm
    from coach.ports import LLMRequest

    request = LLMRequest("Be brief.", "Hello?")
    lines = []
    with httpx.Client(timeout=30) as client:
        for name, streams in (("in one piece", False), ("as a stream", True)):
            llm = LiteLlm("openai/any", address, streams=streams)
            bare, ours = _compare(partial(_ask_bare, client, address, streams), partial(llm.ask, request), rounds)
            says = f"{(ours - bare) * 1000:.1f} ms over {bare * 1000:.1f} ms"
            lines.append(Line(f"our call over a bare one, {name}", says, "under 60 ms"))
    return lines


def measure_first_words(address: str, rounds: int) -> list[Line]:
    """Return how long words take from the server, which writes the moment into them, to whoever listens."""
    from coach.adapters.litellm_llm import LiteLlm
    from coach.ports import LLMRequest

    llm = LiteLlm("openai/any", address)
    times = []
    for _ in range(rounds):
        moments: list[float] = []

        def heard(piece: str, moments: list[float] = moments) -> None:
            if piece and not moments:
                moments.append(time.perf_counter() - float(piece.split()[0]))

        llm.ask(LLMRequest("Be brief.", "Hello?"), heard)
        times += moments
    worst = sorted(times)[int(0.95 * (len(times) - 1))]
    says = f"{statistics.median(times) * 1000:.1f} ms, 95 % within {worst * 1000:.1f} ms"
    return [Line("from the server's first word to ours", says, "under 700 ms")]


def measure_import(address: str, rounds: int) -> list[Line]:
    """Return the CPU that naming a model takes, and that the first question takes for the import."""
    naming = "from coach.adapters.litellm_llm import LiteLlm, import_litellm; LiteLlm('openai/any')"
    report = "; import time; print(time.process_time())"
    without, named, imported = (_run(code + report) for code in ("pass", naming, f"{naming}; import_litellm()"))
    return [
        Line("naming a model", f"{named - without:.2f} s of CPU"),
        Line("importing LiteLLM, once, in the background", f"{imported - named:.2f} s of CPU"),
    ]


MEASURES: tuple[Callable[[str, int], list[Line]], ...] = (measure_calls, measure_first_words, measure_import)
"""What is measured, in order; each is given the server's address and how often to ask."""


def _compare(bare: Callable[[], Any], ours: Callable[[], Any], rounds: int) -> tuple[float, float]:
    for _ in range(3):  # the first ones open connections and import
        bare()
        ours()
    pairs = [(_time(bare), _time(ours)) for _ in range(rounds)]
    return statistics.median(pair[0] for pair in pairs), statistics.median(pair[1] for pair in pairs)


def _ask_bare(client: Any, address: str, streams: bool) -> None:
    url, body = f"{address}/chat/completions", BODY | ({"stream": True} if streams else {})
    if not streams:
        client.post(url, json=body).raise_for_status().json()
        return
    with client.stream("POST", url, json=body) as response:
        for _ in response.iter_lines():
            pass


def _time(run: Callable[[], Any]) -> float:
    begun = time.perf_counter()
    run()
    return time.perf_counter() - begun


def _run(code: str) -> float:
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True, timeout=120)
    return float(done.stdout)


def _show(lines: Sequence[Line]) -> None:
    width = max(len(line.what) for line in lines)
    for line in lines:
        sys.stdout.write(f"{line.what:<{width}}  {line.value}{f'  (aim: {line.aim})' if line.aim else ''}\n")


# -- the server --------------------------------------------------------------------------------------------------------


@contextlib.contextmanager
def _server(questions: int) -> Iterator[str]:
    """Run the server in a process of its own; it ends when we do, or after so many questions."""
    command = [sys.executable, str(Path(__file__).resolve()), "--serve", str(questions)]
    root = str(Path(__file__).resolve().parents[1])
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, (root, os.environ.get("PYTHONPATH"))))}
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, env=environment) as process:
        assert process.stdin
        assert process.stdout
        try:
            yield process.stdout.readline().strip()
        finally:
            process.stdin.close()
            process.wait(timeout=10)


def _serve(questions: int) -> int:
    from tests.openai_server import OpenAiServer

    def stamped(body: dict[str, Any]) -> str:
        return f"{time.perf_counter():020.6f} {FILLER}"

    with OpenAiServer(text=stamped, most=questions, latency_s=LATENCY_S, keeps_alive=1) as server:
        sys.stdout.write(f"{server.address}\n")
        sys.stdout.flush()
        sys.stdin.read()  # until the other side goes away
    return 0


if __name__ == "__main__":
    sys.exit(main())
