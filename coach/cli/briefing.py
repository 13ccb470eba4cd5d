"""Commands for the page for leaders: `brief` makes it and looks after those that are kept; `answer` asks the notes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from coach.errors import BadRequest
from coach.jobs.briefs import Form, refuse_stopped
from coach.jobs.drafts import By
from coach.models import AnswerRequest, Brief, BriefRequest, BriefResult, KeptBrief, NotesAnswer, Severity
from coach.service import Coach

from .drafting import drafter_option, say_drafting, to_how
from .output import Output, community_option, json_option, open_here, write_bytes
from .runs import show_sent
from .words import only_one, to_day

_FORMS: dict[str, Form] = {".md": "markdown", ".docx": "docx", ".pdf": "pdf", ".pptx": "pptx"}


def _period(command: Any) -> Any:
    """Add `--from` and `--to` to a command."""
    command = click.option("--to", "end", metavar="DAY", help="Until when, that day included: 2026-12-31.")(command)
    return click.option("--from", "start", metavar="DAY", help="From when on: 2026-01-01.")(command)


@click.command()
@community_option()
@click.option("--for", "reader", default="", metavar="WHO", help="Who will read it; a role is enough.")
@_period
@click.option("--question", default="", help="What the reader wants to know.")
@click.option("--asks", multiple=True, metavar="TEXT", help="What the reader is asked for; up to four times.")
@click.option("--outside", is_flag=True, help="Anybody may see it: only what may be quoted anywhere is quoted.")
@click.option("--voice", type=click.Choice(["leader", "community"]), default="leader", show_default=True)
@click.option("--seed", default=0, show_default=True, help="Another number takes other sentences.")
@click.option("--out", type=click.Path(dir_okay=False), help="Write it to this file: .md, .docx, .pdf or .pptx.")
@click.option("--keep", is_flag=True, help="Keep it as it stands today.")
@click.option("--sent", is_flag=True, help="Show exactly what would be sent to a model for this; nobody is asked.")
@click.option("--kept", is_flag=True, help="List the briefs that are kept.")
@click.option("--show", metavar="ID", help="Print a kept one.")
@click.option("--look-again", metavar="ID", help="Say what became of a kept one's quotes since.")
@click.option("--forget", metavar="ID", help="Remove a kept one for good.")
@drafter_option
@json_option
@click.pass_obj
def brief(output: Output, /, community: str, by: By, **options: Any) -> None:
    """Write one page for somebody senior, in which every claim opens to the words behind it.

    What was learned, what did not work, what nobody knows, and what you ask for; from the notes of a period (the last
    year when no dates are given), your kept outcomes and confirmed stories.
    """
    looks = {name: options.pop(name) for name in ("kept", "show", "look_again", "forget")}
    wanted = only_one(**looks)
    coach = open_here()
    out, keeps, sent = options.pop("out"), options.pop("keep"), options.pop("sent")
    form = to_form(out)
    if wanted in _LOOKING_AFTER:
        _LOOKING_AFTER[wanted](coach, output, community, looks[wanted])
        return
    result = coach.briefs.open(community, looks["show"]) if wanted else None
    if result is None:
        request = _to_request(options)
        if sent:
            _preview(coach, output, community, request)
            return
        how = to_how(coach, community, by, output)
        result = coach.briefs.make(community, request, by=how.by, watch=how.watch)
    if keeps:
        result = result.model_copy(update={"brief": coach.briefs.keep(community, result.brief)})
    _show(coach, output, result, out, form)


def to_form(out: str | None) -> Form:
    """Return which form a file's name asks for; Markdown where there is none.

    Raises:
        BadRequest: It asks for none that there is.
    """
    if out is None:
        return "markdown"
    form = _FORMS.get(Path(out).suffix.lower())
    if form is None:
        raise BadRequest(f"{out} says no form that a brief has.", "End its name in .md, .docx, .pdf or .pptx.")
    return form


def _to_request(options: dict[str, Any]) -> BriefRequest:
    options["circle"] = "outside" if options.pop("outside") else "inside"
    options["start"], options["end"] = to_day(options["start"]), to_day(options["end"])
    return BriefRequest.model_validate(options)


def _show(coach: Coach, output: Output, result: BriefResult, out: str | None, form: Form) -> None:
    if out:
        refuse_stopped(result)
        write_bytes(Path(out), coach.briefs.render(result, form))
    output.show(_to_data(result, out), "" if out else coach.briefs.render(result, "markdown").decode("utf-8"))
    if output.as_json:
        return
    if out:
        output.say(f"Written to {out}.")
    for finding in result.findings:
        if finding.severity is not Severity.QUESTION:
            output.say(f"Worth a second look: {finding.message}")
    if result.brief.id:
        output.say(f"Kept as {result.brief.id}.")
    say_drafting(output, result.drafting)


def _to_data(result: BriefResult, out: str | None) -> dict[str, Any]:
    data = result.model_dump(mode="json")
    return {**data, "file": out} if out else data


def _preview(coach: Coach, output: Output, community: str, request: BriefRequest | AnswerRequest) -> None:
    shown = coach.briefs.preview(community, request)
    if shown is None:
        output.show({"sent": None}, "Nothing would be sent: the notes tell too little for anybody to write from.")
    else:
        show_sent(output, shown)


def _list(coach: Coach, output: Output, community: str, _: object) -> None:
    found = coach.briefs.kept(community)
    output.show(
        {"briefs": [item.model_dump(mode="json") for item in found]},
        "\n".join(map(_line, found)) or "No brief is kept here. `coach brief --keep` keeps one.",
    )


def _line(kept: KeptBrief) -> str:
    period = f"{kept.start or '…'} to {kept.end or '…'}"
    return f"{kept.id}  {kept.made_at:%Y-%m-%d}  for {kept.reader}, {period}: {kept.title}"


def _look_again(coach: Coach, output: Output, community: str, brief_id: str) -> None:
    found = coach.briefs.check_up(community, brief_id)
    lines = [f"{item.sentence_id}: {item.says}" for item in found.evidence if item.state != "same"]
    output.show(found.model_dump(mode="json"), "\n".join([found.says, *lines]))


def _forget(coach: Coach, output: Output, community: str, brief_id: str) -> None:
    gone: Brief = coach.briefs.remove(community, brief_id)
    output.show({"removed": gone.id}, f"“{gone.title}” is removed.")


_LOOKING_AFTER = {"kept": _list, "look_again": _look_again, "forget": _forget}


@click.command()
@click.argument("question")
@community_option()
@_period
@click.option("--outside", is_flag=True, help="Anybody may see it: only what may be quoted anywhere is quoted.")
@click.option("--sent", is_flag=True, help="Show exactly what would be sent to a model for this; nobody is asked.")
@drafter_option
@json_option
@click.pass_obj
def answer(output: Output, /, question: str, community: str, by: By, **options: Any) -> None:
    """Answer a QUESTION from the notes in a few sentences, each with the words behind it, or say that they do not say.

    For finding the passages themselves there is `coach find`.
    """
    coach, sent = open_here(), options.pop("sent")
    request = AnswerRequest(
        question=question,
        start=to_day(options["start"]),
        end=to_day(options["end"]),
        circle="outside" if options["outside"] else "inside",
    )
    if sent:
        _preview(coach, output, community, request)
        return
    how = to_how(coach, community, by, output)
    found: NotesAnswer = coach.briefs.answer(community, request, by=how.by, watch=how.watch)
    output.show(found.model_dump(mode="json"), coach.briefs.render_answer(found))
    if not output.as_json:
        say_drafting(output, found.drafting)
