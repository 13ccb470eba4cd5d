"""Names of people in a text: those that are known, and what tells or reaches a person without being one."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import lru_cache

_WORDS_TOO = frozenset(
    "will mark hope grace may april june rose bill frank art dale grant chase summer dawn joy faith pat sue rob jack"
    " drew bob page young green brown white black baker cook king long short day hill wood field rich sunny ray gene"
    " max miles guy van de la le di der den von bin al the and of for page penny ruby amber iris ivy olive heath"
    " carter mason turner hunter price banks west north bell stone rivers lane marsh dean dear so an in on to go no"
    " chip earnest ernest major christian angel angelica paris london jordan jersey data lead team chair host people"
    " care case work read may".split()
)
"""Names, or parts of one, that are also words: believed only where nothing else writes them with a capital."""
_CONTACT = re.compile(
    r"[\w.+-]+@[\w-]+\.[\w.]+|(?<![\w@/.])@[A-Za-z][\w-]{1,38}(?![\w.]*@)"
    r"|(?<![\w.-])(?:\+\d{2}|0\d{2,4})[\s-]?\d{2,4}[\s-]?\d{3,4}(?:[\s-]?\d{2,4})?(?![\w-])"
)
_TITLED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame)\.?\s+[A-Z][a-zà-ÿ'’-]+(?:\s+[A-Z][a-zà-ÿ'’-]+)?"
)
_GIVEN = frozenset(
    "aaron abdul adam aisha alan alex alexander ali alice amina amir amy ana andrea andrew angela anita ann anna anne"
    " anthony antonio ashley barbara ben benjamin beth brian callum carla carlos carol caroline catherine charles"
    " chloe chris christine christopher claire craig dan daniel daniela dave david deborah diana diego dina"
    " donna dorothy ed eduardo edward elena elizabeth ella ellen emily emma eric erik esther ethan eva fatima fiona"
    " francesca gareth gary gemma george georgia graham greg hannah harriet harry hassan heather helen henry hugh ian"
    " ibrahim imran ingrid isabel isla jacob james jamie jan jane janet jason jean jen jennifer jenny jessica jim joan"
    " joanna joe johan john jonas jonathan jose joseph josh joshua juan julia julian julie karen kate katherine kathy"
    " katie kelly ken kevin kiran kumar kwame laura lauren leah leila leo liam linda lisa lucy luis luke magda marco"
    " maria marie marta martin mary matt matthew megan mehmet mei michael michelle miguel mike mohamed mohammed mona"
    " monica muhammad nadia naomi natalie nathan nick nicola nicole nina noah nora oliver olivia omar oscar owen pablo"
    " patricia patrick paul paula pedro peter philip phil priya rachel rahul raj rebecca richard robert robin rosa ruth"
    " ryan sally sam samantha samira samuel sandra sara sarah sean sharon simon sofia sophie stefan stephanie stephen"
    " steve steven stuart susan tariq teresa thomas tim tina tom tony tracy vera wei wendy william yasmin"
    " margaret yusuf yuki zainab zara zoe".split()
)
"""Given names that are hardly anything else; a name that nobody noticed in the notes is still one."""
_GIVEN_NAME = re.compile(r"(?<![\w@])[A-Z][a-zà-ÿ]+(?:\s+[A-Z][a-zà-ÿ'’-]+)?(?!\w)")
_START = re.compile(r"(?:^|[.?!:…]\s*[”\"’)]?\s*|[“\"(]\s*)$")
_NAME_LIKE = re.compile(
    r"[@\W]*[A-ZÀ-Ý@][\w.'’@+-]*(?:[ .'’/,&-]{1,3}(?:(?:van|de|der|la|di|bin|al|von)\s)?[A-ZÀ-Ý][\w.'’-]*){0,4}\W*"
)
_NO_NAMES = re.compile(r"\b(?:no|not|never|n['’]t|nobody|none|without|less|more|only|always)\b", re.IGNORECASE)
_FEWEST_LETTERS = 3


def find_names(text: str, names: Collection[str], known: str = "") -> tuple[str, ...]:
    """Return the names of people, and what reaches a person, in a text, in order.

    Args:
        text: The text.
        names: Names of people that are known or noticed, whole ones or parts.
        known: Words that may be said though they look like a name: the community's name, the reader.
    """
    spans = [(match.start(), match[0]) for match in _CONTACT.finditer(text)]
    spans += [(match.start(), match[0]) for match in _TITLED.finditer(text)]
    pattern = _pattern_of(frozenset(names))
    spans += [
        (match.start(), match[0]) for match in (pattern.finditer(text) if pattern else ()) if _is_meant(text, match)
    ]
    spans += [
        (match.start(), match[0]) for match in _GIVEN_NAME.finditer(text) if match[0].split()[0].lower() in _GIVEN
    ]
    return tuple(dict.fromkeys(found for _, found in sorted(spans) if found not in known))


def is_name_like(hidden: str, names: Collection[str]) -> bool:
    """Return whether what a stand-in hides can be a name, a handle, an address or a number, and nothing else."""
    words = hidden.strip()
    if _CONTACT.search(words) or "://" in words or words.replace(" ", "").strip("+()-").isdigit():
        return True
    if _NO_NAMES.search(words):
        return False
    folded = {part.casefold() for name in names for part in (name, *name.split())}
    return words.casefold().strip(".,'’s") in folded or words.casefold() in folded or bool(_NAME_LIKE.fullmatch(words))


@lru_cache(maxsize=64)
def _pattern_of(names: frozenset[str]) -> re.Pattern[str] | None:
    forms = sorted({form for name in names for form in _forms_of(name)}, key=len, reverse=True)
    return re.compile(rf"(?<![\w@])(?:{'|'.join(map(re.escape, forms))})(?!\w)") if forms else None


def _forms_of(name: str) -> Iterable[str]:
    whole = " ".join(name.split())
    if not whole:
        return
    yield whole
    for part in whole.split():
        bare = part.strip(".,()")
        if len(bare) >= _FEWEST_LETTERS and bare[:1].isupper() and bare.casefold() not in _PARTICLES:
            yield bare


_PARTICLES = frozenset("van der den von the and bin".split())


def _is_meant(text: str, match: re.Match[str]) -> bool:
    found = match[0]
    if " " in found or found.casefold() not in _WORDS_TOO:
        return found[:1].isupper() or not found.isalpha() or len(found) > 4
    # “Will” at the start of a sentence asks something; in the middle of one it is somebody.
    return found[:1].isupper() and not _START.search(text[: match.start()]) and found.casefold() not in _MONTHS


_MONTHS = frozenset({"may", "april", "june", "summer"})
