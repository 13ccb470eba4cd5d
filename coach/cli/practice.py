"""Commands about what a host keeps for themselves: what they do already, experiments, a journal, their own way."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

import click

from coach.errors import UnknownConversation
from coach.models import AlreadyDoing, Experiment, Growth, GrowthMoment, JournalEntry
from coach.service import Coach

from .output import Output, community_option, json_option, open_here
from .words import only_one, only_with, read_words, say_day, to_day, wrap

_MOMENTS = {"asked": "You asked", "tried": "You tried", "learned": "You took from it", "wrote": "You wrote"}
_ONLY_YOU = "Only you see this; whoever looks after the community does not."
T = TypeVar("T", AlreadyDoing, Experiment, JournalEntry)
Act = Callable[[Coach, str, Any], T]


@click.group()
def practice() -> None:
    """Keep what you try and learn as a host.

    Only you see it. Nobody who looks after the community can.
    """


@practice.command()
@community_option()
@click.option("--add", metavar="WORDS", help="Something you do already, so that nobody advises it to you.")
@click.option("--flopped/--works", default=None, help="With --add or --change: whether it did not work.")
@click.option("--change", nargs=2, metavar="ID WORDS", help="Say it in other words.")
@click.option("--remove", metavar="ID", help="Take it off the list.")
@json_option
@click.pass_obj
def doing(output: Output, /, community: str, flopped: bool | None, **asked: Any) -> None:
    """List what you say you do already; advice near to it is dropped, or named as something to keep doing."""
    wanted = only_one(**asked)
    only_with(wanted, ("add", "change"), flopped=flopped)
    coach = open_here()
    if not wanted:
        found = coach.practice.doing(community)
        empty = "Nothing yet. `--add` puts something on the list, and the coach hears it when you say it."
        _show_all(output, "doing", found, map(_tell_doing, found), empty)
        return
    if wanted == "add":
        thing = coach.practice.add_doing(community, read_words(asked["add"]), flopped=bool(flopped))
    elif wanted == "change":
        old = _find(coach.practice.doing(community), asked["change"][0])
        changed = {"text": read_words(asked["change"][1]), "flopped": old.flopped if flopped is None else flopped}
        thing = coach.practice.change_doing(community, old.model_copy(update=changed))
    else:
        thing = coach.practice.remove_doing(community, asked["remove"])
    _show_one(output, thing, _tell_doing(thing), gone=wanted == "remove")


@practice.command()
@community_option()
@click.option("--begin", metavar="WORDS", help='What you mean to try: "In the next session I will …".')
@click.option("--due", metavar="DAY", help="With --begin: when you meet next, as 2026-12-01.")
@click.option("--thread", metavar="ID", help="With --begin: the conversation that it came out of.")
@click.option("--tell", nargs=2, metavar="ID WORDS", help="Say what happened.")
@click.option("--learned", metavar="WORDS", help="With --tell: what you take from it.")
@click.option("--drop", metavar="ID", help="It will not happen; nobody asks about it any more.")
@click.option("--remove", metavar="ID", help="Take it out for good, with all that was told of it.")
@json_option
@click.pass_obj
def experiments(output: Output, /, community: str, **options: Any) -> None:
    """List what you mean to try and what came of it."""
    wanted = only_one(**{name: options[name] for name in _EXPERIMENTING})
    only_with(wanted, ("begin",), due=options["due"], thread=options["thread"])
    only_with(wanted, ("tell",), learned=options["learned"])
    coach = open_here()
    if not wanted:
        found = coach.practice.experiments(community)
        empty = 'Nothing yet. `--begin "In the next session I will …"` keeps something to try.'
        _show_all(output, "experiments", found, map(_tell_experiment, found), empty)
        return
    thing = _EXPERIMENTING[wanted](coach, community, options)
    _show_one(output, thing, _tell_experiment(thing), gone=wanted == "remove")


@practice.command()
@community_option()
@click.option("--write", metavar="WORDS", help="A note to yourself; `-` reads it from standard input.")
@click.option("--thread", metavar="ID", help="With --write: the conversation that it came out of.")
@click.option("--change", nargs=2, metavar="ID WORDS", help="Put other words in its place.")
@click.option("--remove", metavar="ID", help="Take it out for good.")
@json_option
@click.pass_obj
def journal(output: Output, /, community: str, thread: str | None, **asked: Any) -> None:
    """Read your journal, or write in it."""
    wanted = only_one(**asked)
    only_with(wanted, ("write",), thread=thread)
    coach = open_here()
    if not wanted:
        found = coach.practice.journal(community)
        _show_all(output, "journal", found, map(_tell_entry, found), "Nothing yet. `--write` keeps a note to yourself.")
        return
    if wanted == "write":
        thing = coach.practice.write_entry(community, read_words(asked["write"]), thread=thread or "")
    elif wanted == "change":
        old = _find(coach.practice.journal(community), asked["change"][0])
        words = read_words(asked["change"][1])
        thing = coach.practice.change_entry(community, old.model_copy(update={"text": words}))
    else:
        thing = coach.practice.remove_entry(community, asked["remove"])
    _show_one(output, thing, _tell_entry(thing), gone=wanted == "remove")


@practice.command()
@community_option()
@json_option
@click.pass_obj
def growth(output: Output, community: str) -> None:
    """Read your own way as a host, in your own words, oldest first; nothing is counted or judged."""
    found = open_here().practice.growth(community)
    empty = "Nothing yet. What you ask, try and write down comes together here."
    output.show(found.model_dump(mode="json"), _tell_growth(found) or empty)
    output.say(_ONLY_YOU)


def _begin(coach: Coach, community: str, options: dict[str, Any]) -> Experiment:
    begun = Experiment(text=read_words(options["begin"]), due=to_day(options["due"]), thread=options["thread"] or "")
    return coach.practice.begin_experiment(community, begun)


def _tell(coach: Coach, community: str, options: dict[str, Any]) -> Experiment:
    experiment_id, happened = options["tell"]
    return coach.practice.tell_experiment(community, experiment_id, read_words(happened), options["learned"] or "")


def _drop(coach: Coach, community: str, options: dict[str, Any]) -> Experiment:
    return coach.practice.drop_experiment(community, options["drop"])


def _remove(coach: Coach, community: str, options: dict[str, Any]) -> Experiment:
    return coach.practice.remove_experiment(community, options["remove"])


_EXPERIMENTING: dict[str, Act[Experiment]] = {"begin": _begin, "tell": _tell, "drop": _drop, "remove": _remove}


def _find(things: Sequence[T], thing_id: str) -> T:
    for thing in things:
        if thing.id == thing_id:
            return thing
    raise UnknownConversation(
        f"Nothing of the id “{thing_id}” is kept for you here; nothing was changed.",
        "The same command without --change lists what is kept for you, with the ids.",
    )


def _show_all(output: Output, name: str, things: Sequence[T], lines: Iterable[str], empty: str) -> None:
    output.show({name: [thing.model_dump(mode="json") for thing in things]}, "\n\n".join(lines) or empty)


def _show_one(output: Output, thing: T, text: str, *, gone: bool = False) -> None:
    output.show(thing.model_dump(mode="json"), text)
    output.say("Taken out." if gone else f"Kept. {_ONLY_YOU}")


def _tell_doing(thing: AlreadyDoing) -> str:
    flopped = "  You say that it did not work." if thing.flopped else ""
    return _lines(thing.id, f"{thing.text}{flopped}", "heard in a conversation" if thing.heard else "")


def _tell_experiment(thing: Experiment) -> str:
    due = f"due {say_day(thing.due)}" if thing.due and thing.state == "open" else ""
    state = {"open": due or "open", "told": "told", "dropped": "dropped"}[thing.state]
    when = f"{say_day(thing.at)}, {state}" if thing.at else state
    blocks = [_lines(thing.id, thing.text, when)]
    blocks += [wrap(f"What happened: {thing.happened}", "    ")] if thing.happened else []
    blocks += [wrap(f"What you take from it: {thing.learned}", "    ")] if thing.learned else []
    return "\n".join(blocks)


def _tell_entry(thing: JournalEntry) -> str:
    return _lines(thing.id, thing.text, say_day(thing.at))


def _lines(thing_id: str, text: str, beside: str) -> str:
    head = f"{thing_id}  {beside}".rstrip()
    return f"{head}\n{wrap(text, '    ')}"


def _tell_growth(found: Growth) -> str:
    blocks = [_tell_moment(moment) for moment in found.moments]
    if found.returns:
        blocks.append("What comes back:\n" + "\n".join(wrap(f"- {item}", "  ") for item in found.returns))
    return "\n\n".join(blocks)


def _tell_moment(moment: GrowthMoment) -> str:
    about = f" ({moment.situation})" if moment.situation else ""
    return f"{say_day(moment.at)} · {_MOMENTS[moment.what]}{about}\n{wrap(moment.text, '    ')}"
