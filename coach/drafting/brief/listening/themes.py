"""What several notes speak of: sentences grouped by meaning, each group named in words that stand in it. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from coach.ports import Statement, Theme

_NEAR = 0.5
"""As near as this on average two groups become one."""
_MOST_THEMES, _MOST_READ = 6, 400
_LEAST_NOTES = 2
_SHARED = 0.4
"""In this part of the notes at least stands the word that a theme is named by."""
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_LITTLE = frozenset(
    """
    a an the this that these those some any no not all both each every many much more most few fewer less other
    another such own same several whole lot lots bit kind sort i me my we us our you your he him his she her it its
    they them their who whom whose which what when where why how is are was were be been being am do does did doing
    done have has had having can could will would shall should may might must of in on at by for with about against
    between into through during before after above below to from up down out off over under again then once here there
    and but or nor so if because as until while than too very just only also still yet now never ever always often
    somebody someone people person everyone everybody nobody anybody one two three four five six seven eight nine ten
    first second third last next new old good great better best bad big small little long short early late today
    yesterday thing things something anything nothing way ways time times day days week weeks month months year years
    really quite actually well even back away get got gets getting go goes went going gone make makes made making take
    takes took taken use uses used using see saw seen say says said know knew known think thought come came give gave
    given find found let put ask asked asks like liked want wanted wants need needed needs try tried trying work
    worked works working help helped helps learn learned learnt learning start started feel felt tell told keep kept
    look looked looking show showed shown mean meant able sure via per etc don doesn didn isn wasn aren weren won
    wouldn couldn shouldn hasn haven hadn ll ve re s t d m im ive part half hard difficult easy possible different
    important useful helpful nice enough without within around along among upon since though although however
    therefore thus instead rather yes okay ok maybe perhaps please thanks thank somebody's hand side end whether else
    himself herself themselves ourselves itself myself become became happen happened seem seemed call called run ran
    write wrote written read bring brought hold held leave left lose lost meet met pay paid send sent set sit sat
    speak spoke spend spent stand stood teach taught turn turned understand understood change changed move moved live
    play talk talked open opened close closed
    """.split()
)
"""Words that name nothing that people speak of."""
_GENERIC = frozenset(
    """
    team teams group groups community communities meeting meetings session sessions member members discussion
    discussions issue issues project projects event events update updates update plan plans idea ideas question
    questions problem problems challenge challenges experience experiences example examples information process
    processes progress result results goal goals topic topics feedback opportunity opportunities activity activities
    participant participants attendee attendees instructor instructors learner learners student students user users
    organisation organization support resource resources content material materials approach focus interest
    current next recent future main general specific various multiple potential initial final full high low open
    point points case cases number set round rounds part area areas level type types term list lists room hour hours
    minute minutes morning afternoon note notes page pages document documents tool tools technical person folks
    """.split()
)
"""Words that name something only together with another."""
Rows = npt.NDArray[np.float32]


def find_themes(statements: Sequence[Statement]) -> tuple[Theme, ...]:
    """Return what the statements speak of, the theme in most notes first; each stands in at least two notes.

    Args:
        statements: What was heard.
    """
    read = sorted(range(len(statements)), key=lambda place: -_clearest(statements[place]))[:_MOST_READ]
    if len(read) < _LEAST_NOTES:
        return ()
    rows = np.asarray([statements[place].vector for place in read], dtype=np.float32)
    groups = [[read[at] for at in group] for group in _cluster(rows)]
    usual = Counter(phrase for item in statements for phrase in set(_phrases(item.reading)))
    themes = [theme for group in groups if (theme := _to_theme(group, statements, usual)) is not None]
    ranked = sorted(
        themes, key=lambda theme: (-len(_notes(theme.statements, statements)), -len(theme.statements), theme.name)
    )
    by_name = {theme.name: theme for theme in reversed(ranked)}
    return tuple(theme for theme in ranked if by_name[theme.name] is theme)[:_MOST_THEMES]


def _clearest(statement: Statement) -> float:
    return max(statement.tells.values(), default=0.0)


def _cluster(rows: Rows) -> list[list[int]]:
    """Return groups of rows: the two groups that are nearest on average are joined, until none are near enough."""
    sums = rows @ rows.T
    np.fill_diagonal(sums, -np.inf)
    sizes = np.ones(len(rows), dtype=np.float32)
    members: list[list[int]] = [[place] for place in range(len(rows))]
    while len(rows) > 1:
        means = sums / np.outer(sizes, sizes)
        one, other = (int(at) for at in np.unravel_index(int(np.argmax(means)), means.shape))
        if not means[one, other] >= _NEAR:
            break
        sums[one] += sums[other]
        sums[:, one] = sums[one]
        sums[one, one] = sums[other] = -np.inf
        sums[:, other] = -np.inf
        sizes[one] += sizes[other]
        members[one] += members[other]
        members[other] = []
    return [sorted(group) for group in members if len(group) > 1]


def _to_theme(group: Sequence[int], statements: Sequence[Statement], usual: Counter[str]) -> Theme | None:
    if len(_notes(group, statements)) < _LEAST_NOTES:
        return None
    rows = np.asarray([statements[place].vector for place in group], dtype=np.float32)
    middle = rows @ rows.mean(axis=0)
    ordered = tuple(group[at] for at in sorted(range(len(group)), key=lambda at: -float(middle[at])))
    name = _name([statements[place] for place in ordered], usual)
    return Theme(name=name, statements=ordered) if name else None


def _notes(places: Sequence[int], statements: Sequence[Statement]) -> set[str]:
    return {statements[place].evidence.note_id for place in places}


def _name(group: Sequence[Statement], usual: Counter[str]) -> str:
    """Return the phrase that several notes share, and others do not; else one round the word they share."""
    notes = _count_notes(group, _phrases)
    shared = {phrase: number for phrase, number in notes.items() if number > 1}
    if shared:
        return max(shared, key=lambda phrase: (shared[phrase] ** 2 / (1 + usual[phrase]) ** 0.5, phrase))
    words = _count_notes(group, _words)
    word = max(words, key=lambda one: (words[one], len(one), one), default="")
    if words[word] < max(_LEAST_NOTES, _SHARED * len(_notes(range(len(group)), group))):
        return ""
    # Sentences come with the one in the middle first, so its phrase names them best.
    return next((phrase for item in group for phrase in _phrases(item.reading) if word in phrase.split()), "")


def _count_notes(group: Sequence[Statement], parts: Callable[[str], Iterable[str]]) -> Counter[str]:
    return Counter(
        part for part, _ in {(part, item.evidence.note_id) for item in group for part in parts(item.reading)}
    )


def _words(reading: str) -> Iterator[str]:
    for match in _WORD.finditer(reading):
        if _names_something(match[0], opens=not match.start()):
            yield match[0].lower()


def _phrases(reading: str) -> Iterator[str]:
    """Yield what a sentence may be named by: two or three telling words in a row, as they stand in it."""
    words = list(_WORD.finditer(reading))
    for size in (2, 3):
        for at in range(len(words) - size + 1):
            run = words[at : at + size]
            if (
                any(match[0].lower() not in _GENERIC for match in run)
                and all(_names_something(match[0], opens=not place and not at) for place, match in enumerate(run))
                and _joined(reading, run)
            ):
                yield reading[run[0].start() : run[-1].end()].lower()


def _names_something(word: str, *, opens: bool) -> bool:
    if word.lower() in _LITTLE or len(word) < 3 or "'" in word or "’" in word:
        return False
    if word.lower().endswith(("ly", "ed")):
        return False
    return word.islower() or (opens and word[1:].islower())


def _joined(reading: str, run: Sequence[re.Match[str]]) -> bool:
    return all(reading[one.end() : other.start()] == " " for one, other in pairwise(run))
