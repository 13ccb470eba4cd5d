"""The command that proposes outcomes from a community's notes."""

from __future__ import annotations

import click

from coach.jobs.drafts import By
from coach.models import OutcomeProposal, OutcomesRequest, OutcomesResult, RewriteRequest, RewritesResult, Severity

from .drafting import drafter_option, say_drafting, to_how
from .output import Output, community_option, json_option, open_here

_WHO = {"newcomer": "New here", "regular": "Come often", "expert": "Know it well"}


@click.command()
@community_option()
@click.option("--about", default="", help="What they should be about; anything when left out.")
@click.option("--count", default=4, show_default=True, help="How many to propose, 3 to 5.")
@click.option("--seed", default=0, show_default=True, help="Another number gives another set.")
@drafter_option
@json_option
@click.pass_obj
def outcomes(output: Output, /, community: str, by: By, **options: object) -> None:
    """Propose outcomes from what people struggle with, ask and wish for in your notes."""
    coach = open_here()
    request = OutcomesRequest.model_validate(options)
    result = coach.drafts.jobs.outcomes(community, request, to_how(coach, community, by, output))
    output.show(result.model_dump(mode="json"), _describe(result))
    say_drafting(output, result.drafting)


@click.command()
@click.argument("text")
@community_option()
@click.option("--wish", default="", help="What should be different: smaller, for newcomers.")
@click.option("--seed", default=0, show_default=True, help="Another number gives other wordings.")
@drafter_option
@json_option
@click.pass_obj
def rewrite(output: Output, /, text: str, community: str, by: By, **options: object) -> None:
    """Say an outcome of your own (TEXT) in up to three other ways; yours stays as it is."""
    coach = open_here()
    request = RewriteRequest.model_validate({"text": text, **options})
    result = coach.drafts.jobs.rewrites(community, request, to_how(coach, community, by, output))
    output.show(result.model_dump(mode="json"), _describe_rewrites(result))
    say_drafting(output, result.drafting)


def _describe_rewrites(result: RewritesResult) -> str:
    told = [f"{place}. {item.text}\n   {item.differs}" for place, item in enumerate(result.rewrites, 1)]
    return "\n\n".join([result.message, *told])


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
