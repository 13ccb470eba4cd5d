"""Commands for what leaders are told from: what the community set out to be able to do, and its stories."""

from __future__ import annotations

import datetime as dt
import hashlib
import sys
from typing import Any

import click

from coach.errors import BadRequest
from coach.models import (
    Evidence,
    KeptOutcome,
    OutcomeLook,
    Sign,
    StoryLink,
    StoryPart,
    StoryQuestion,
    ValueStory,
    WorthItLook,
)
from coach.service import Coach

from .hearing import edit_lines, hear
from .output import Output, community_option, json_option, open_here
from .words import only_one, only_with, say_day, to_day, wrap

_MARKS = {"open": "not looked at yet", "seen": "seen", "not_seen": "not seen"}
_LINKS = {
    StoryLink.DID: "What we did",
    StoryLink.TOOK_AWAY: "What I took away",
    StoryLink.USED: "What I did with it",
    StoryLink.CAME_OF_IT: "What came of it",
    StoryLink.CHANGED_VIEW: "What it changed",
}

_NOT_TOLD = {link: f"{words[0].lower()}{words[1:]}" for link, words in _LINKS.items()}


@click.command()
@community_option()
@click.option("--from", "start", metavar="DAY", help="From when on: 2026-01-01; a year back when left out.")
@click.option("--to", "end", metavar="DAY", help="Until when, that day included.")
@click.option("--keep", metavar="TEXT", help="Keep an outcome to come back to: “We want to be able to …”.")
@click.option("--sign", "signs", multiple=True, metavar="TEXT", help="With --keep: what you would notice.")
@click.option("--seen", nargs=2, metavar="OUTCOME SIGN", help="Say that a sign was seen.")
@click.option("--not-seen", nargs=2, metavar="OUTCOME SIGN", help="Say that a sign was looked for and not seen.")
@click.option("--stop", nargs=2, metavar="OUTCOME WHY", help="Put an outcome aside, and say why.")
@click.option("--remove", metavar="OUTCOME", help="Remove an outcome with its signs.")
@click.option("--stages", is_flag=True, help="Print questions to talk about where the community is.")
@json_option
@click.pass_obj
def worth(output: Output, /, community: str, **options: Any) -> None:
    """Ask whether it is worth your time: what you said, what was seen and what was not, what you stop.

    Nothing here is a verdict: it is what to talk about together.
    """
    wanted = only_one(**{name: options[name] or None for name in ("keep", "seen", "not_seen", "stop", "remove")})
    only_with(wanted, ("keep",), sign=options["signs"] or None)
    coach = open_here()
    if options["stages"]:
        _show_stages(coach, output)
    elif wanted:
        outcome = _change(coach, community, wanted, options)
        output.show(outcome.model_dump(mode="json"), describe_outcome(outcome))
    else:
        look = coach.learning.worth_it(community, to_day(options["start"]), to_day(options["end"]))
        output.show(look.model_dump(mode="json"), describe_look(look))


def _change(coach: Coach, community: str, wanted: str, options: dict[str, Any]) -> KeptOutcome:
    given = options[wanted]
    if wanted == "keep":
        signs = tuple(Sign(text=text) for text in options["signs"])
        return coach.learning.keep_outcome(community, KeptOutcome(text=given, signs=signs))
    if wanted == "remove":
        return coach.learning.remove_outcome(community, given)
    if wanted == "stop":
        return coach.learning.put_aside(community, given[0], given[1])
    return coach.learning.look_at_sign(community, given[0], given[1], "seen" if wanted == "seen" else "not_seen")


def _show_stages(coach: Coach, output: Output) -> None:
    stages = coach.learning.stages()
    said = []
    for stage in stages:
        asks = [wrap(f"- {ask}") for ask in stage.asks]
        after = wrap(f"Often useful next: {stage.next_thing}")
        said.append("\n".join([stage.name, wrap(stage.sounds_like), *asks, after]))
    output.show({"stages": [stage.model_dump(mode="json") for stage in stages]}, "\n\n".join(said))


def describe_look(look: WorthItLook) -> str:
    """Return the whole look as it is read."""
    parts = [f"{say_day(look.start)} to {say_day(look.end)}", *map(_describe_outcome_look, look.outcomes)]
    if not look.outcomes:
        parts.append('No outcome is kept to come back to. `coach worth --keep "We want to be able to …"` keeps one.')
    parts += [
        _list_words(title, found)
        for title, found in (
            ("Wishes in the notes that nobody has kept", look.heard_wishes),
            ("What came of it that nobody planned", look.unplanned),
            ("What did not work", look.hard),
        )
    ]
    parts += [f"We stop: {item.text} ({item.ended_why or 'no reason was written down'})" for item in look.stopped]
    if look.candidates:
        one = look.candidates == 1
        parts.append(f"{'One story was' if one else f'{look.candidates} stories were'} found: `coach stories --find`.")
    return "\n\n".join(filter(None, parts))


def describe_outcome(outcome: KeptOutcome) -> str:
    """Return an outcome with its signs."""
    lines = [wrap(f"{outcome.id}  {outcome.text}")]
    lines += [wrap(f"- {sign.id}  {sign.text} ({_MARKS[sign.seen]})", "  ") for sign in outcome.signs]
    if outcome.ended:
        lines.append(f"  Put aside on {say_day(outcome.ended)}: {outcome.ended_why}")
    return "\n".join(lines)


def _describe_outcome_look(look: OutcomeLook) -> str:
    found = [item for items in look.found.values() for item in items]
    may = _list_words("The notes may show a sign; you say", found)
    return "\n".join(filter(None, [describe_outcome(look.outcome), may]))


def _list_words(title: str, found: tuple[Evidence, ...] | list[Evidence]) -> str:
    lines = [wrap(f"- “{item.shown or item.quote}” ({item.session or item.date or item.note})") for item in found]
    return "\n".join([f"{title}:", *lines]) if lines else ""


@click.command()
@community_option()
@click.option("--find", is_flag=True, help="Look for beginnings of stories in the notes.")
@click.option("--from", "start", metavar="DAY", help="With --find: from when on.")
@click.option("--to", "end", metavar="DAY", help="With --find: until when, that day included.")
@click.option("--tell", is_flag=True, help="Tell one, a question at a time.")
@click.option("--confirm", metavar="ID", help="Say that a found one is a story; only those are counted.")
@click.option("--decline", metavar="ID", help="Say that a found one is none.")
@click.option("--remove", metavar="ID", help="Remove a story.")
@json_option
@click.pass_obj
def stories(output: Output, /, community: str, start: str | None, end: str | None, **options: Any) -> None:
    """List the stories of what came of the community's time, tell one, or look for them in the notes."""
    wanted = only_one(**{name: value or None for name, value in options.items()})
    only_with(wanted, ("find",), **{"from": start, "to": end})
    coach = open_here()
    if wanted == "tell":
        _show_stories(output, [_tell(coach, output, community)])
    elif wanted == "find":
        found = coach.learning.find_stories(community, to_day(start), to_day(end))
        _show_stories(output, found, "Nothing in the notes tells how one thing came of another.")
    elif wanted == "remove":
        _show_stories(output, [coach.learning.remove_story(community, options["remove"])])
    elif wanted:
        state = "confirmed" if wanted == "confirm" else "declined"
        _show_stories(output, [_judge(coach, community, options[wanted], state)])
    else:
        _show_stories(output, coach.learning.stories(community), "No story yet. `coach stories --tell` asks for one.")


def _judge(coach: Coach, community: str, story_id: str, state: str) -> ValueStory:
    known = [*coach.learning.stories(community), *coach.learning.find_stories(community, dt.date.min)]
    story = next((item for item in known if to_handle(item) == story_id), None)
    if story is None:
        raise BadRequest(f"There is no story {story_id[:40]!r} here.", "`coach stories --find` lists those found.")
    return coach.learning.keep_story(community, ValueStory.model_validate({**story.model_dump(), "state": state}))


def to_handle(story: ValueStory) -> str:
    """Return what a story is called on the command line: its id, or for one that is only found, where it stands."""
    places = [f"{item.note_id}:{item.start}" for part in story.parts for item in part.evidence]
    return story.id or hashlib.sha256(" ".join(places).encode()).hexdigest()[:10]


def _tell(coach: Coach, output: Output, community: str) -> ValueStory:
    coach.community(community)
    if output.as_json or not sys.stdin.isatty():
        raise BadRequest("A story is told at a terminal.", "Run it without --json, or tell it on the Learning page.")
    edit_lines()
    output.say("One question at a time. An empty line passes one over.")
    parts = tuple(part for question in coach.learning.questions() if (part := _ask(output, question)))
    if not parts:
        raise BadRequest("Nothing was told, so nothing was kept.")
    return coach.learning.keep_story(community, ValueStory(parts=parts, state="confirmed"))


def _ask(output: Output, question: StoryQuestion) -> StoryPart | None:
    output.say(f"\n{wrap(question.asks)}\n{wrap(f'For example: {question.example}')}")
    text = hear()
    return StoryPart(link=question.link, text=text) if text else None


def _show_stories(output: Output, found: list[ValueStory], empty: str = "") -> None:
    data = {"stories": [{**story.model_dump(mode="json"), "id": to_handle(story)} for story in found]}
    output.show(data, "\n\n".join(map(describe_story, found)) or empty)


def describe_story(story: ValueStory) -> str:
    """Return a story as it is read, with the next thing to ask."""
    lines = [wrap(f"{to_handle(story)}  {story.title or 'A story'} ({story.state})")]
    lines += [wrap(f"{_LINKS[part.link]}: {part.text}", "  ") for part in story.parts]
    if story.next_gap:
        lines.append(f"  Not told yet: {_NOT_TOLD[story.next_gap]}.")
    return "\n".join(lines)
