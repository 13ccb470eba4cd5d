"""Commands about the product itself: serve, demo, doctor, index."""

from __future__ import annotations

import click

from coach.errors import SetupProblem
from coach.models import HealthLine

from .output import Output, json_option, open_here

_SIGNS = {"ok": "✓", "attention": "!", "problem": "✗"}


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=8501, show_default=True, help="The port; 0 takes any that is free.")
@click.option("--demo", "with_demo", is_flag=True, help="Bring the demo community in first.")
@click.option("--open", "open_browser", is_flag=True, help="Open a browser.")
@click.pass_obj
def serve(output: Output, host: str, port: int, with_demo: bool, open_browser: bool) -> None:
    """Serve the app in a browser until you press Ctrl-C."""
    from coach.serve import run_app  # noqa: PLC0415  # only this command starts a server

    coach = open_here()
    if with_demo:
        coach.load_demo(output.progress())
    coach.close()
    raise SystemExit(run_app(host=host, port=port, headless=not open_browser))


@click.command()
@json_option
@click.pass_obj
def demo(output: Output) -> None:
    """Bring in the fictional community that comes with the product."""
    coach = open_here()
    community = coach.load_demo(output.progress())
    words = coach.demo_words()
    outcomes = words.get("try_outcomes")
    first = outcomes[0] if isinstance(outcomes, list) and outcomes else "We want to be able to …"
    output.show(
        community.model_dump(mode="json"),
        f"{community.name} is here, with {len(coach.notes(community.name))} notes. Try:\n"
        f'  coach plan --community "{community.name}" --outcome "{first}" --mode hybrid --people 14\n'
        f'  coach remove "{community.name}"   takes it away again',
    )


@click.command()
@json_option
@click.pass_context
def doctor(ctx: click.Context) -> None:
    """Say what is configured, what is missing and what to do; exit code 2 when something will not work."""
    try:
        lines = open_here().doctor()
    except SetupProblem as error:
        lines = [HealthLine(name="set-up", state="problem", says=error.message, do=error.next_step)]
    text = "\n".join(
        f"{_SIGNS[line.state]} {line.name:<12} {line.says}" + (f"\n  → {line.do}" if line.do else "") for line in lines
    )
    ok = all(line.state != "problem" for line in lines)
    ctx.ensure_object(Output).show({"ok": ok, "lines": [line.model_dump(mode="json") for line in lines]}, text)
    if not ok:
        ctx.exit(2)


@click.group()
def index() -> None:
    """Look after the vector index."""


@index.command()
@json_option
@click.pass_obj
def rebuild(output: Output) -> None:
    """Build the vector index anew from the vectors kept in the database; nothing is embedded again."""
    coach = open_here("owned")
    count = coach.rebuild_index(output.progress())
    output.show({"chunks": count}, f"The index holds {count} chunks again.")
