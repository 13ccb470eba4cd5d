"""What is wrong with cases: names that clash, patterns that are none, quoted notes that are not there, copied text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from coach.errors import BadInput

from .casebook import AnyCase, CaseFile, Hard, Rule, read_case_file

FEWEST_WORDS = 8
"""A note shorter than this is no note."""
MECHANICAL = 0.4
"""The share of rules that a machine should be able to tell, over a folder."""
_RUN = 10
"""Two communities that share so many words in a row were copied from each other."""
_WORD = re.compile(r"\w+")


def lint_folder(folder: Path) -> list[str]:
    """Return what is wrong in a folder of case files, a line each."""
    files: dict[str, CaseFile] = {}
    wrong: list[str] = []
    for path in sorted(folder.glob("*.yaml")):
        try:
            files[path.stem] = read_case_file(path)
        except BadInput as error:
            wrong.append(error.message)
    for name, file in files.items():
        wrong += [f"{name}: {line}" for line in lint_file(file)]
    return [*wrong, *_lint_names(files.values()), *_lint_copies(files), *_lint_rules(files.values())]


def lint_file(file: CaseFile) -> Iterator[str]:
    """Yield what is wrong in one community's cases."""
    names = [note.name for note in file.notes]
    yield from (f"two notes are called {name}" for name, count in Counter(names).items() if count > 1)
    for note in file.notes:
        if len(note.text.split()) < FEWEST_WORDS:
            yield f"the note {note.name} has fewer than {FEWEST_WORDS} words"
    for case in file.cases:
        yield from (f"{case.id}: {line}" for line in _lint_case(case, names))


def _lint_case(case: AnyCase, notes: Sequence[str]) -> Iterator[str]:
    if not case.id.startswith(case.kind.value):
        yield f"its id does not begin with {case.kind.value}"
    for rule in (*case.must, *case.must_not):
        yield from _lint_rule(rule, notes)
    if case.hard is Hard.THIN and case.evidence.value == "enough":
        yield "its notes are called thin and enough at once"


def _lint_rule(rule: Rule, notes: Sequence[str]) -> Iterator[str]:
    for pattern in rule.contains:
        try:
            found = re.compile(pattern, re.IGNORECASE).search("")
        except re.error as error:
            yield f"“{pattern}” is no regular expression ({error})"
        else:
            if found:
                yield f"“{pattern}” fits everything"
    if rule.quotes and rule.quotes not in notes:
        yield f"it wants {rule.quotes} quoted, which is not there"


def _lint_names(files: Iterable[CaseFile]) -> Iterator[str]:
    known = list(files)
    ids = Counter(case.id for file in known for case in file.cases)
    yield from (f"{count} cases are called {name}" for name, count in ids.items() if count > 1)
    names = Counter(file.community.name for file in known)
    yield from (f"{count} communities are called {name}" for name, count in names.items() if count > 1)


def _lint_copies(files: dict[str, CaseFile]) -> Iterator[str]:
    seen: dict[tuple[str, ...], str] = {}
    for name, file in files.items():
        for run in {run for note in file.notes for run in _runs(note.text)}:
            other = seen.setdefault(run, name)
            if other != name:
                yield f"{name} and {other} share “{' '.join(run)}”"


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    words = _WORD.findall(text.lower())
    return (tuple(words[start : start + _RUN]) for start in range(len(words) - _RUN + 1))


def _lint_rules(files: Iterable[CaseFile]) -> Iterator[str]:
    rules = [rule for file in files for case in file.cases for rule in (*case.must, *case.must_not)]
    share = sum(rule.is_mechanical for rule in rules) / len(rules) if rules else 1.0
    if share < MECHANICAL:
        yield f"a machine can tell only {share:.0%} of the rules; {MECHANICAL:.0%} are wanted"
