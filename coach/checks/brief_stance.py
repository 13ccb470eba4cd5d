"""L2: words that say no, or leave it open, or differ, stand under words of ours that say so, too."""

from __future__ import annotations

import re

from coach.models import ClaimKind, Finding

from .brief_frames import FRAME_STEMS
from .brief_leaning import leaning
from .brief_neutral import NEUTRAL_STEMS
from .brief_opposites import NOT
from .brief_pairs import SHUT_OUT
from .brief_reading import BriefReading, ReadSentence
from .brief_words import clauses_of, fold, phrases
from .criterion import Criterion, quoted

_STANCE = Criterion(
    "L2",
    "Bad news told as good news is found out by whoever was there.",
    "Say plainly that it did not work, is open or is seen differently; the page has a place for that.",
)
_NEGATIVE = phrases(
    r"\w+n't, not, no, no one, nobody, none, never, hardly, barely, rarely, seldom, scarcely, cannot, unable,"
    r" nothing",
    r"neither, nowhere, yet to, far from, refus\w+, fail\w*, gave up, given up, give up, unused, unsolved,"
    r" anything but",
    r"riddle, mystery, guess, in circles, none the wiser, brush\w* us off, walk\w* (?:straight )?past,"
    " nuisance, squirm, keeps? happening, as bad as, no idea, threw it, binned, collapsed, broke down, fell"
    " apart, in vain",
    r"still(?! (?:stand|hold|work|there|going|in use|use)\w*), complain\w*, moan\w*, grumbl\w*, dread\w*,"
    r" hate[sd]?, dislike[sd]?, loathe\w*, annoy\w*, wears? (?:me|us) out",
    r"resent\w*, put(?:s)? (?:me|us|people) off, sick of, fed up, tired of, gets? in the way, in our way, waste of",
    r"threw \w+(?: \w+)? away, forget\w*, forgot, worse, harder, slower, more work, more trouble, cancelled,"
    r" fell through",
    "came to nothing, went nowhere, useless, pointless, a mess, a failure, a disaster, too (?:late|long|much"
    "|few|little"
    "|hard|small|slow|complicated)",
    r"as before, as ever, as always, same as, back to (?:the )?(?:old|paper|how), broke[n]?, lack\w*,"
    r" missing, without any"
    r", stuck, ignor\w+, apart, alone, struggl\w+, only a (?:handful|few), a handful, lost, declin\w+,"
    r" rejected, stopped",
    "abandoned, dropped, died (?:off|out|down), petered out, tailed off, at odds, confus\\w+, unclear, unfinished",
)  # fmt: skip
_OPEN = phrases(
    r"whether, who knows, remains?, unclear, undecided, unsure, wonder\w*, open question, up in the air,"
    r" anybody's guess",
    "anyone's guess, to be seen, unresolved, unanswered, nobody knows, could be, might",
)
_DIVIDED = phrases(
    r"others, the other (?:half|side|camp|lot), the rest of us, half of us, some of us, disagree\w*,"
    r" differ\w*, my neighbour, opposite, on the other hand",
    "split, torn, argu(?:e|ed|ing), against it, both camps, two camps, one half",
)
_CHANGE = phrases(
    r"no longer, any ?more, any longer, used to, these days, never again, fewer, (?:nobody|no one) (?:has|had"
    r"|needs) to"
    r", instead of, rather than",
    r"stopped (?:ringing|waiting|guessing|arguing|chasing|losing|sending|worrying|fearing|blaming|asking for"
    r"|calling)",
    r"(?:do|does|did)n't (?:have|need) to, need not, needn't, not (?:only|just|merely), no more \w+ing,"
    r" without (?:a|any|the"
    r"|being|\w+ing|help|asking|fear)",
    "had (?:never|not), hadn't, never (?:before|knew|thought|noticed|seen|realised|had|did|dared), for the first time"
    ", until, not once more",
    r"(?:\w+n't|not|no|nobody|never|no one) (?:\w+ ){0,3}(?:afraid|worr\w+|wrong|lost|alone|late|harm|miss\w*"
    r"|mind|blame\w*"
    r"|laugh\w*|complain\w*|stuck|problem\w*|fail\w*|forget\w*|queues?|calls?|surprises?|waste|guess\w*|double|twice"
    r"|shout\w*|doubt)",
)  # fmt: skip
_OVER = phrases(
    "still, gave up, given up, nobody (?:uses|comes|does|asks), no one (?:uses|comes|does), we gave, no"
    " longer (?:can|able"
    "|use|come|meet|do|work\\w*)",
)
_NOW = phrases("now, since (?:then|\\w+), today, these days")
_SUBORDINATE = re.compile(
    r"(?:if|when(?:ever)?|because|since|where|although|though|before|after|as|once|while|at first)\b"
)
_MARKED = phrases(
    r"\w+n't, not, no, nobody, none, never, nothing, hardly, barely, rarely, seldom, scarcely, cannot,"
    r" unable, without, less",
    r"still, (?:is|are|was|stays?|remains?|left|leaves? \w+) open, open(?: ?[:.,“]| question| whether| who|"
    r" which| how| what|$), unanswered, missing, hard\w*, difficult\w*, trouble\w*, lost, los(?:e|es|ing),"
    r" fail\w*, wrong, went"
    r" back, drop\w*, stop\w*, g[ia]ve\w* up, gone, empty, cancel\w*, fell, broke\w*, cut out, tir\w+, worse,"
    r" in the way, in"
    " \\w+ way",
    r"complain\w*, complaint\w*, grumbl\w*, moan\w*, little, exception, alone, apart, divided?, differ\w*,"
    r" doubt\w*, unsure"
    r", refus\w*, declin\w*, reluct\w*, only, except, few, some, half, others, however",
    r"problem\w*, stuck, struggl\w*, unclear, unknown, uncertain\w*, unsolved, undecided, unresolved,"
    r" whether, wonder\w*, guess\w*"
    r", mixed, sceptic\w*, critic\w*, against, resist\w*, dread\w*, hate\w*, dislike\w*, fear\w*, worr\w+,"
    r" short of, lack\w*",
    r"yet, unless, instead, unused, out of, obstacle\w*, setback\w*, limit\w*, gap\w*, riddle, puzzle\w*, confus\w*"
    r", remain\w*, wish\w*, hope\w*, want\w*, annoy\w*, burden\w*, harm\w*, mess, bin, threw, forget\w*, forgot"
    r", ignor\w*, more work, slow\w*, too late, longer, pain\w*, unhappy, cost\w*, disagree\w*, opposite, split",
    r"views?, sides, silent, silence, rather, other things, another reason, reject\w*, abandon\w*, mourn\w*",
)  # fmt: skip
_CLAIMED = phrases(
    r"settled, solved, resolved, closed, behind (?:them|us), answered?, gave (?:us )?(?:an|the) answer, found"
    r" (?:out|a way|the)"
    ", took to, (?:came|come) round to, warmed to, glad of, happy with, at hand, of one mind, at one, in"
    " favour, favour",
    r"trust\w*, enjoy\w*, likes, liked, loves?, welcomed?, dealt with, sorted, put to use, puts? (?:\w+"
    r" ){1,3}to use, as a matter of"
    " course, heard by, feel heard, wrote back, side by side, clear, cleared up, knows? by now, agree\\w*,"
    " helped, works"
    ", worked, caught on, pleased, relieved, grateful, accepted, got \\w+ to, managed, mastered, simple,"
    " simpler, easier"
    ", a habit, second nature, up and running, in place, under control, success\\w*, better, improved, adopted",
)
_GENTLY = phrases(
    r"exception, gone, stopped, dropped, little, few, missing, empty, absent, unused, fail\w*, refus\w*,"
    r" declin\w*, lost, hard"
    r", difficult, alone, apart, idle, un\w{3,}ed, unread, undone, unheard, unsaid, yet to, far from,"
    r" forg[eo]t\w*, cancelled, fell, broke, over, past, ended, unable, lacking"
)
_WEAKLY = frozenset({"still", "lost", "missing", "alone", "apart"})
_STRONG = phrases(
    r"complete(?:ly)?, total(?:ly)?, utter(?:ly)?, disaster, abandoned, in tears, cried, walked out, called"
    r" off, catastroph\w*, collapsed?, nobody (?:came|turned"
    r" up), binned, never"
    r", not (?:once|one), broke down, failed, a failure, fell apart, gave up, at all, hopeless, nothing, went"
    r" home, chaos, useless"
    ", whole (?:day|week|month|term), all of it, not a single",
)
_SOFT = phrases(
    r"slight\w*, small, minor, a bit, a little, some delay, hiccups?, teething, thin, brief\w*, modest\w*,"
    r" room for, could be"
    r" better, challeng\w*, learning curve, almost, nearly, mostly worked, largely, not quite, less than"
    r" ideal, a touch"
    ", somewhat, mild\\w*, bumps?, niggles?, tweaks?, fine-tun\\w*, snags?, mixed",
)
_MANY = phrases(
    r"most, many, lots, plenty, widely, commonly, the bulk, majority, generally, across the board, all,"
    r" everyone, everybody, every"
    r" \w+, each \w+, as a matter of course, as a rule, routinely, always, by default, en masse, throughout,"
    r" common practice"
)
_FEW = phrases(
    r"handful, (?:only|just) (?:one|two|a few|some|our|a couple|my|the), a few, few of, hardly any\w*, hardly"
    r" anyone, one of us"
    ", some of us, half of us, the rest, not all, not everyone, not everybody, seldom, rarely, sometimes,"
    " once in a while"
    ", now and then, when we remember, if (?:we|i) remember, a couple of us, very few, one person, nobody"
    " else, no one else"
)
_DONE = frozenset({ClaimKind.CAN, ClaimKind.UNPLANNED, ClaimKind.STORY})
_FREE = frozenset({ClaimKind.ASK, ClaimKind.FRAME, ClaimKind.COUNT, ClaimKind.WISH})
_FEWEST, _SHORT = 2, 3
_BAD, _APART = -0.03, 0.14


def check_stance(read: BriefReading) -> list[Finding]:
    """Check that what is negative, open or divided in the words behind a sentence is told so, and no smaller."""
    found = []
    for each in read.sentences:
        says = _says(each) if each.behind and each.sentence.kind not in _FREE else ""
        if says:
            found.append(_STANCE.stop(each.where, f"{quoted(each.sentence.text)}: {says}."))
    return found


def _says(each: ReadSentence) -> str:
    own = fold(each.own)
    quotes = [fold(piece.quote) for piece in each.sentence.evidence] or [fold(each.behind)]
    soft = _SOFT.search(own)
    if soft and any(map(_STRONG.search, quotes)) and not any(map(_SOFT.search, quotes)):
        return f"“{soft[0]}” makes less of it than the words behind it"
    many = _MANY.search(own)
    if many and not _NEGATIVE.search(own) and any(map(_FEW.search, quotes)) and not any(map(_MANY.search, quotes)):
        return f"“{many[0]}” is more than the words behind it say"
    shut = _shut_out(own, quotes) if each.sentence.kind in _DONE else ""
    if shut:
        return shut
    if not _tells(own, each) or _is_marked(own, " … ".join(quotes), is_done=each.sentence.kind in _DONE):
        return ""
    stances = [stance_of(quote) for quote in quotes]
    return stances[0] if all(stances) else _leans(each, quotes)


def _leans(each: ReadSentence, quotes: list[str]) -> str:
    """Return that a quote is bad news under good news of ours, as far as their meaning shows."""
    embedder = each.ground.embedder
    if embedder is None or len(quotes) > 1 or each.sentence.kind not in _DONE or _is_over(quotes[0]):
        return ""
    if not each.stems(each.own) - NEUTRAL_STEMS:
        # A mere lead-in has no news of its own, good or bad.
        return ""
    own = each.own.replace("“”", "").strip(" :")
    mine, theirs = leaning([own, each.sentence.evidence[0].quote if each.sentence.evidence else quotes[0]], embedder)
    return "the words behind it sound like the opposite" if theirs > _BAD and theirs - mine > _APART else ""


def _shut_out(own: str, quotes: list[str]) -> str:
    if _NEGATIVE.search(own) and not _CHANGE.search(own):
        return ""
    for ours, theirs in SHUT_OUT:
        mine = ours.search(own)
        match = theirs.search(quotes[0]) if mine and len(quotes) == 1 else None
        if mine and match and match[0] not in own and not ours.search(quotes[0]) and not _is_over(quotes[0]):
            return f"“{match[0]}” stands in the words behind it where it says “{mine[0]}”"
    return ""


def _is_over(quote: str) -> bool:
    return bool((_CHANGE.search(quote) and not _OVER.search(quote)) or _turns(_whole_clauses(quote)))


def _tells(own: str, each: ReadSentence) -> bool:
    """Return whether our words tell something themselves, and do not only lead up to the quote."""
    if _CLAIMED.search(own):
        return True
    if each.sentence.kind not in _DONE:
        return False
    mine, theirs = each.stems(each.own), each.stems(each.behind)
    return len(mine - NEUTRAL_STEMS) >= _FEWEST or len((mine & theirs) - FRAME_STEMS) >= _FEWEST


def _is_marked(own: str, quotes: str, *, is_done: bool) -> bool:
    """Return whether our words say no, or leave it open, by more than a word that only names what it is about."""
    for match in _MARKED.finditer(own):
        if NOT.search(match[0]) or match[0] == "still" or match[0] not in quotes:
            return True
    return bool(_MARKED.search(own)) and not (is_done and _CLAIMED.search(own))


def stance_of(quote: str) -> str:
    """Return how a folded quote says no, leaves it open or differs, for a finding; nothing where it does not."""
    if _CHANGE.search(quote) and not _OVER.search(quote):
        return ""
    if quote.rstrip(" \"')*_").endswith("?"):
        return "the words behind it ask"
    if _DIVIDED.search(quote) and not _NOW.search(quote):
        return "in the words behind it people differ"
    clauses = _whole_clauses(quote)
    main = [clause for clause in clauses if not _SUBORDINATE.match(clause)] or clauses
    if main and (_NEGATIVE.search(main[0]) or all(map(_NEGATIVE.search, main))) and not _turns(main):
        return "the words behind it say no"
    return "the words behind it leave it open" if main and _OPEN.search(main[0]) else ""


def _whole_clauses(quote: str) -> list[str]:
    """Return the clauses of a quote; what is too short to be one belongs to its neighbour."""
    found: list[str] = []
    for clause in clauses_of(quote):
        if found and min(clause.count(" "), found[-1].count(" ")) < _SHORT:
            found[-1] = f"{found[-1]}, {clause}"
        else:
            found.append(clause)
    return found


def says_no(own: str, quote: str) -> bool:
    """Return whether two folded texts both say no, in whatever words."""
    if not (NOT.search(own) or _GENTLY.search(own)):
        return False
    return bool(NOT.search(quote)) or any(match[0] not in _WEAKLY for match in _NEGATIVE.finditer(quote))


def _turns(clauses: list[str]) -> bool:
    # “I was not sure at first, now I am”: what comes last counts.
    return any(_NOW.search(clause) and not _NEGATIVE.search(clause) for clause in clauses)
