"""An outcome said otherwise by rule: what the checks would put in its place, and the same wish cut or turned. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coach.checks import check_outcome
from coach.checks.reading import without_sign
from coach.checks.rewriting import GAP, STEM, say_sign
from coach.models import Finding, Rewrite, RewritesResult, Severity
from coach.playbook import Lexicon, ParsedOutcome, parse_outcome
from coach.ports import RewriteInput

MOST = 3
"""More to choose from than this helps nobody."""
_SAME = 0.9
"""Sentences that share this much of their words say the same."""
_WISHES = {
    "less": re.compile(
        r"\b(?:small\w*|short\w*|simpl\w*|less|easi\w*|easy|brief\w*|first step|narrow\w*)\b", re.IGNORECASE
    ),
    "newcomers": re.compile(
        r"\b(?:new(?!s)\w*|beginners?|first[- ]tim\w+|start(?:ing|ers?)|joiners?)\b", re.IGNORECASE
    ),
    "case": re.compile(r"\b(?:concrete\w*|real|specific\w*|own work|closer|nearer|practical)\b", re.IGNORECASE),
    "sign": re.compile(r"\b(?:notic\w+|signs?|see|seen|visible|know when|measur\w+)\b", re.IGNORECASE),
}
"""Wishes that a rule can take up, by what it then says."""
_BESIDE = re.compile(r"\b(?:newcomers?|somebody|someone|colleagues?|each other|together|new to)\b", re.IGNORECASE)
_CLAUSE = re.compile(r"\b(?:that|which|who|what|where|when|how|why)\b", re.I)
"""Behind a clause, what is added needs a comma not to belong to it."""
_IN_A_CASE = re.compile(r"\b(?:case|piece|our own|real|of ours)\b", re.IGNORECASE)


@dataclass(frozen=True)
class _Line:
    kind: str
    text: str
    differs: str


def reword(given: RewriteInput, drafted_by: str, lexicon: Lexicon) -> RewritesResult:
    """Return up to three other wordings that really differ, or say why there are none.

    Args:
        given: One's own wording, the wish and what the checks say.
        drafted_by: Who drafts.
        lexicon: The verbs to look for.
    """
    own, wish = given.request.text, given.request.wish
    lines = _turned([*_mended(given.findings, lexicon), *_said_otherwise(own, lexicon)], given)
    kept: list[_Line] = []
    for line in lines:
        told = [own, *(item.text for item in kept)]
        if len(kept) < MOST and _holds(line.text, lexicon) and not any(_is_same(line.text, text) for text in told):
            kept.append(line)
    return RewritesResult(
        text=own,
        rewrites=tuple(Rewrite(text=line.text, differs=line.differs) for line in kept),
        message=_say(kept, wish, given.findings),
        drafted_by=drafted_by,
    )


def _mended(findings: Sequence[Finding], lexicon: Lexicon) -> Iterator[_Line]:
    """Return what the checks would put in its place, where they find something to mend."""
    weak = [finding for finding in findings if finding.severity is not Severity.QUESTION and finding.rewrite]
    for text in dict.fromkeys(line for finding in weak for line in finding.rewrite.splitlines()):
        if GAP not in text:
            verb = parse_outcome(text, lexicon).verb
            yield _Line("mended", text, f"It names a doing that two of us would agree we saw: {verb}.")


def _said_otherwise(own: str, lexicon: Lexicon) -> Iterator[_Line]:
    text = without_sign(own).strip().rstrip(" .")
    parsed = parse_outcome(text, lexicon)
    if parsed.vague is not None or not parsed.known_verb or not parsed.object:
        return
    verbs = [parsed.verb, *(parsed.other_verbs if parsed.shares_object else ())]
    whole = f"{STEM} {' and '.join(verbs)} {parsed.object}"
    comma = "," if _CLAUSE.search(parsed.object) else ""
    yield from _with_less(parsed, verbs, whole)
    if not _IN_A_CASE.search(text):
        yield _Line("case", f"{whole}{comma} in a case of our own", "It ties the doing to work that is there now.")
    if not _BESIDE.search(text):
        yield _Line(
            "newcomers",
            f"{whole}{comma} side by side with somebody who is new",
            "It gives newcomers a seat beside those who know it, and those who know it a reason to slow down.",
        )
    if signed := say_sign(text, lexicon):
        yield _Line("sign", signed, "It says what people would notice, so that nobody has to be measured.")


def _with_less(parsed: ParsedOutcome, verbs: Sequence[str], whole: str) -> Iterator[_Line]:
    if len(verbs) > 1:
        for verb in verbs:
            text = f"{STEM} {verb} {parsed.object}"
            yield _Line("less", text, "It keeps to one of the doings; the other can be an outcome of its own.")
    elif parsed.standard or parsed.context or parsed.purpose:
        yield _Line("less", whole, "It is shorter: where and what for can go on the invitation.")


def _turned(lines: Sequence[_Line], given: RewriteInput) -> list[_Line]:
    """Return what mends first, then what the wish asks for, then the rest, which another seed begins elsewhere."""
    mended = [line for line in lines if line.kind == "mended"]
    asked = [line for line in lines if line.kind in _WISHES and _WISHES[line.kind].search(given.request.wish)]
    rest = [line for line in lines if line not in mended and line not in asked]
    turn = given.request.seed % len(rest) if rest else 0
    start = given.request.seed % len(mended) if mended else 0
    return [*asked, *mended[start:], *mended[:start], *rest[turn:], *rest[:turn]]


def _holds(text: str, lexicon: Lexicon) -> bool:
    return all(finding.severity is Severity.QUESTION for finding in check_outcome(text, lexicon))


def _is_same(one: str, other: str) -> bool:
    mine, theirs = _words(one), _words(other)
    return len(mine & theirs) >= _SAME * len(mine | theirs)


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.lower()))


def _say(kept: Sequence[_Line], wish: str, findings: Sequence[Finding]) -> str:
    if not kept:
        gap = next((line for item in findings for line in item.rewrite.splitlines() if GAP in line), "")
        begin = f" It could begin: {gap}" if gap else ""
        return f"The playbook has no other wording for this that would be better; only you know what is meant.{begin}"
    said = "One other way" if len(kept) == 1 else f"{len(kept)} other ways"
    heard = not wish or any(line.kind in _WISHES and _WISHES[line.kind].search(wish) for line in kept)
    deaf = "" if heard else f" The playbook words by rule and could not take up “{wish}”."
    return f"{said} to say it; your own stays as it is.{deaf}"
