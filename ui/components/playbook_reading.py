"""An entry of the playbook as somebody who is to host it would want to read it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from coach.models import OpeningEntry, Pattern, PlaybookItem, Protocol
from coach.models.playbook import PatternStep

from ..markup import esc, items, tag
from ..wording import CUE, DOES, DOING, GROUP, LEVEL, MARK, PHASE, TONE, WAY_IN, listed
from .playbook_shelf import render_modes
from .playbook_view import Entry

_NEEDS = {
    "one": "Somebody who knows the work well",
    "in half of the groups": "People who know it well, in half the groups",
}


def render_lead(item: PlaybookItem) -> str:
    """Return what it is, in one sentence, and for whom and how long it works."""
    entry = item.entry
    said = entry.why if isinstance(entry, OpeningEntry) else entry.summary
    facts = [
        ("Takes", f"{entry.minutes.min} to {entry.minutes.max} minutes, best {entry.minutes.best}"),
        ("For", f"{entry.people.min} to {entry.people.max} people, {_group(entry)}"),
    ]
    rows = "".join(tag("div", tag("dt", name) + tag("dd", esc(text))) for name, text in facts)
    rows += tag("div", tag("dt", "You meet") + tag("dd", render_modes(entry.modes)))
    return tag("p", esc(said), "c-pb-lead") + tag("dl", rows, "c-pb-key")


def render_fit(entry: Pattern) -> str:
    """Return what it is good for, and when something else is better."""
    good = _titled("Good for", items(entry.good_for)) if entry.good_for else ""
    return tag("div", good + _titled("Take another one when", items(entry.not_when)), "c-pb-fit")


def render_body(entry: Entry) -> str:
    """Return what happens, in the order in which a host needs it."""
    if isinstance(entry, Pattern):
        return "".join(_pattern_body(entry))
    if isinstance(entry, Protocol):
        return "".join(_protocol_body(entry))
    return _titled("Everyone answers", tag("p", esc(entry.prompt), "c-prompt")) + _steps(entry)


def render_beside(entry: Entry) -> str:
    """Return what stands beside it: what to have ready, what tends to go wrong, how everyone can take part."""
    if isinstance(entry, Pattern):
        return "".join(_pattern_beside(entry))
    if isinstance(entry, Protocol):
        return "".join(_protocol_beside(entry))
    later = "For later sessions: it begins from what people wrote or made last time." if entry.returns else ""
    return _titled("When", tag("p", later)) if later else ""


# -- what happens ----------------------------------------------------------------------------------
def _pattern_body(entry: Pattern) -> Iterator[str]:
    does = entry.what_members_do[:1].upper() + entry.what_members_do[1:]
    is_said = entry.summary.rstrip(".").casefold() == does.rstrip(".").casefold()
    does = "" if is_said else does
    yield _titled(
        "What people do",
        _facts(("They", does), ("The work", entry.real_work), ("What they end up with", entry.artefact)),
    )
    if entry.norm:
        yield _titled("Say first", tag("p", f"“{esc(entry.norm)}”", "c-prompt"))
    yield _steps(entry)
    roles = [(WAY_IN[name], getattr(entry.roles, name)) for name in WAY_IN]
    yield _titled("Something useful to do for everyone", _facts(*roles, kind="c-facts c-roles"))
    yield _card(entry.card)
    if entry.example:
        yield _titled("It may look like this", tag("p", esc(entry.example), "c-example"))
    yield _titled("If it goes otherwise", _rescue(entry))


def _protocol_body(entry: Protocol) -> Iterator[str]:
    speaks = f"The person whose work it is speaks {entry.author_speaks}."
    yield _titled("How people look", _facts(("Set side by side", entry.compares), ("Who speaks", speaks)))
    yield _steps(entry)
    asked = "".join(tag("li", esc(one.text) + tag("span", TONE[one.tone], "c-tone")) for one in entry.prompts)
    yield _titled("Questions to ask of the work", tag("ol", asked, "c-prompts"))
    yield _card(entry.card)


def _steps(entry: Entry) -> str:
    best = entry.minutes.best
    minutes = split_minutes([step.share for step in entry.steps], best)
    bar = "".join(_segment(step) for step in entry.steps)
    rows = "".join(_step(step, some) for step, some in zip(entry.steps, minutes, strict=True))
    whole = tag("div", bar, "c-balance-bar c-pb-whole", aria_hidden="true")
    hint = tag("p", f"With {best} minutes, the length at which it works best:", "c-hint")
    return _titled("Step by step", hint + whole + tag("ol", rows, "c-pb-steps"))


def _segment(step: PatternStep) -> str:
    kind = f"c-balance-part c-{step.doing.value} c-{step.doing.value}-word"
    return tag("span", MARK[step.doing], kind, style=f"--share:{step.share:.4f}")


def _step(step: PatternStep, minutes: int) -> str:
    word = f"c-{step.doing.value}-word"
    filled = tag("span", "", f"c-pb-bar-fill c-{step.doing.value}-bar", style=f"width:{100 * step.share:.0f}%")
    bar = tag("span", filled, "c-pb-bar", aria_hidden="true")
    when = tag("span", tag("span", f"{minutes} min", "c-num") + bar, "c-pb-when")
    glyph = tag("span", MARK[step.doing], f"c-mark-glyph {word}", aria_hidden="true")
    phase = tag("span", PHASE[step.phase], "c-tone") if step.phase else ""
    who = tag("span", glyph + esc(step.who) + tag("span", DOING[step.doing], "c-tone") + phase, "c-step-who")
    # A short text of one's own may be its own spoken sentence; it is not said twice.
    is_same = step.does.strip().startswith(step.say.strip())
    say = tag("span", f"“{esc(step.say)}”", "c-say") if step.say and not is_same else ""
    return tag("li", when + tag("div", who + say + tag("span", esc(step.does), "c-step-does"), "c-step-what"))


def split_minutes(shares: Sequence[float], total: int) -> list[int]:
    """Return whole minutes by share that add up to the total."""
    exact = [share * total for share in shares]
    whole = [int(one) for one in exact]
    by_rest = sorted(range(len(exact)), key=lambda place: whole[place] - exact[place])
    for place in by_rest[: total - sum(whole)]:
        whole[place] += 1
    return whole


# -- beside it -------------------------------------------------------------------------------------
def _pattern_beside(entry: Pattern) -> Iterator[str]:
    ready = [*entry.materials, *([_NEEDS[entry.needs_experts]] if entry.needs_experts in _NEEDS else [])]
    yield _beside("Have ready", items(ready))
    if entry.bring:
        yield _beside("People bring", tag("p", esc(entry.bring)))
    if entry.lend:
        yield _beside("Lent to those with nothing", tag("p", esc(entry.lend)))
    tasks = [f"{_first_up(task.when)} ({task.minutes} min): {task.does}" for task in entry.prepare]
    if tasks:
        yield _beside("Prepare", items(tasks))
    yield _beside("Watch for", items(entry.pitfalls))
    yield _beside("So that everyone can take part", items(entry.access))
    yield _beside("With some on a call", tag("p", esc(entry.hybrid)))
    heard = [f"{CUE[one.cue]}: {one.change}" for one in entry.take_up]
    yield _beside("What your notes can change in it", items(heard))
    yield _beside("What it asks of people", items([_kinds(entry), *(LEVEL[level] for level in entry.levels)]))


def _protocol_beside(entry: Protocol) -> Iterator[str]:
    yield _beside("If you are new", tag("p", esc(entry.newcomer)))
    yield _beside("Watch for", items(entry.pitfalls))
    yield _beside("So that everyone can take part", items(entry.access))
    yield _beside("With some on a call", tag("p", esc(entry.hybrid)))
    yield _beside("It suits", tag("p", f"{_kinds(entry)}."))
    if entry.before != "opening sentence":
        yield _beside("It needs", tag("p", f"The {entry.before} is there to be laid beside the work."))


def render_credit(entry: Entry) -> str:
    """Return where the idea comes from."""
    credit = getattr(entry, "credit", "")
    return _titled("Where it comes from", tag("p", esc(credit), "c-why")) if credit else ""


def _rescue(entry: Pattern) -> str:
    ways = (
        ("Nobody speaks", entry.plan_b.silence),
        ("Half of them come", entry.plan_b.low_turnout),
        ("One voice fills the room", entry.plan_b.loud_voice),
    )
    return _facts(*ways, kind="c-facts c-roles")


def _kinds(entry: Pattern | Protocol) -> str:
    said = listed([DOES[family].lower() for family in entry.families])
    return said[:1].upper() + said[1:]


def _card(lines: Sequence[str]) -> str:
    if not lines:
        return ""
    body = "".join(tag("li", esc(line.rstrip("… ")) + tag("span", "…", "c-sr")) for line in lines)
    return _titled("The card, to fill in", tag("ul", body, "c-fill-in"))


def _group(entry: Entry) -> str:
    size = entry.people.small_group
    return GROUP.get(size, f"in groups of {size}")


def _first_up(text: str) -> str:
    return text[:1].upper() + text[1:]


def _facts(*facts: tuple[str, str], kind: str = "c-facts") -> str:
    return tag("dl", "".join(tag("dt", name) + tag("dd", esc(text)) for name, text in facts if text), kind)


def _titled(title: str, body: str) -> str:
    return tag("section", tag("h2", title, "c-pb-h") + body, "c-pb-section")


def _beside(title: str, body: str) -> str:
    return tag("section", tag("h2", title, "c-margin-h") + body, "c-pb-beside")
