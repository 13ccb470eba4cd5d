"""The command that proposes outcomes from a community's notes."""

from __future__ import annotations

import click

from coach.models import OutcomeProposal, OutcomesRequest, OutcomesResult, Severity

from .output import Output, community_option, json_option, open_here

_WHO = {"newcomer": "New here", "regular": "Come often", "expert": "Know it well"}


@click.command()
@community_option()
@click.option("--about", default="", help="What they should be about; anything when left out.")
@click.option("--count", default=4, show_default=True, help="How many to propose, 3 to 5.")
@click.option("--seed", default=0, show_default=True, help="Another number gives another set.")
@json_option
@click.pass_obj
def outcomes(output: Output, /, community: str, **options: object) -> None:
    """Propose outcomes from what people struggle with, ask and wish for in your notes."""
    result = open_here().outcomes(community, OutcomesRequest.model_validate(options))
    output.show(result.model_dump(mode="json"), _describe(result))


def _describe(result: OutcomesResult) -> str:
    blocks = [result.message]
    blocks.extend(_describe_one(place, outcome) for place, outcome in enumerate(result.outcomes, 1))
    blocks.extend(f"? {question}" for question in result.ask_first)
    if result.heard:
        quotes = "\n".join(f"    “{item.shown}” ({item.title or item.note})" for item in result.heard)
        blocks.append(f"Sentences to start from:\n{quotes}")
    return "\n\n".join(blocks)


def _describe_one(place: int, outcome: OutcomeProposal) -> str:
    hint = f"Level: {outcome.level.value}, by its words; overrule it freely." if outcome.level else ""
    lines = [f"{place}. {outcome.text}", f"   {outcome.because}", f"   {outcome.sign}", f"   {hint}".rstrip()]
    lines += [f"   {_WHO.get(who, who)}: {way}" for who, way in outcome.ways_in.items()]
    lines += [
        f"   {item.label}  “{item.shown}” ({item.title or item.note}, {item.date or 'undated'})"
        for item in outcome.citations
    ]
    lines += [
        f"   Worth mending: {finding.message}"
        for finding in outcome.findings
        if finding.severity is not Severity.QUESTION
    ]
    return "\n".join(line for line in lines if line.strip())
