"""Words that turn a sentence into its opposite: negations and pairs of opposites."""

from __future__ import annotations

from collections.abc import Mapping

from .brief_words import phrases

NOT = phrases(
    r"\w+n't, not, no, never, nobody, none, nothing, neither, nor, without, hardly, barely, rarely, seldom, cannot",
    "unable, instead of, rather than, far from, few, no longer, used to",
)
"""Negations that reach over what follows in their clause."""
STOPPING = phrases(
    r"fail(?:s|ed)? to, stop(?:s|ped)?, refus(?:e|es|ed) to, gave up, give up, lack(?:s|ed)?, avoid(?:s|ed)?",
    r"quit, dropp?(?:s|ed)?, abandon(?:s|ed)?, forget(?:s)? to, forgot to",
)
"""Verbs that undo the doing right after them."""
TRAILING = phrases("any ?more, any longer, no longer")
"""Negations that may stand after what they deny."""
UNABLE = phrases(
    r"can't, cannot, couldn't, unable, still (?:don't|doesn't|can't|cannot|not|struggl\w*|haven't|hasn't|have"
    r" no|fail)",
    r"not yet, never (?:managed|worked|got|happened|took off), (?:didn't|did not) (?:work|happen|help|change|get"
    r"|manage|use)",
    r"(?:haven't|have not|hasn't|has not) (?:\w+ )?(?:managed|been able|used|tried|done|started|drawn|learnt"
    r"|learned)",
    "failed to, fail to, gave up, not able, (?:nobody|no one) (?:does|uses|did|used|can|could|knows how|draws|asks)",
    "struggl(?:e|es|ed|ing) (?:to|with), no longer (?:can|able|do|use|draw|meet), lost the (?:habit|knack)",
    "stopped (?:using|doing|drawing|coming|asking|meeting), made no difference, (?:nothing|nothing has|has)"
    " changed nothing",
    "nothing (?:changed|came of|has changed)",
)  # fmt: skip
"""What says that people can't do something, or that it came to nothing."""
WENT_WELL = phrases(
    "work(?:s|ed) (?:really |very |so )?(?:well|brilliantly|like a charm|nicely|beautifully)",
    "went (?:really |very )?(?:well|smoothly), (?:a|great|huge|big) (?:success|help|relief), so much (?:easier|better)",
    "a joy, delighted, great fun, brilliant, loved it, really helped, solved it, without a hitch",
)
"""What says that something went well."""
TROUBLE = phrases(
    r"\w+n't, but, not, no, never, hard\w*, difficult\w*, problem\w*, trouble\w*, fail\w*, wrong, miss\w*, lost,"
    r" lose, late",
    r"slow\w*, stuck, confus\w*, worr\w*, unclear, only, too, nobody, however, although, except, still, cannot,"
    r" without",
    r"lack\w*, broke\w*, drop\w*, cancel\w*, gave up, struggl\w*, argu\w*, tired, forgot\w*, annoy\w*, frustrat\w*",
    r"empty, silent, unsure, if, until, before, stop\w*, less, fewer, once",
)  # fmt: skip
"""What says that something was hard or missing."""
CHANGED = phrases(
    r"no longer, any ?more, used to, nowadays, these days, never again, fewer, (?:nobody|no one) (?:has to|needs)",
    r"stopped (?:waiting|guessing|arguing|chasing|losing|sending|worrying|fearing|blaming), instead of, rather than",
    r"(?:do|does)n't (?:have|need) to, not (?:only|just)",
)
"""What tells of something bad that is over."""
STILL = phrases(
    "still, gave up, given up, (?:nobody|no one) (?:uses|does|draws|asks|comes), no longer (?:can|able|do|use"
    "|draw|meet), stopped (?:using|doing|drawing|coming|asking|meeting)"
)
"""What tells that it is not over, or that something good is."""

_PAIRS = (
    "more/less fewer; longer/shorter; sooner earlier/later; faster quicker/slower; longer slower/quicker faster"
    " shorter; easier easily easy/harder hard"
    " difficult; better/worse; increase increased increases grew grown risen rose"
    "/decrease decreased decreases drop dropped shrank fallen; start started starts begin began begun"
    "/stop stopped stops ended quit abandoned; opened/closed; succeed succeeded success/fail failed failure fails"
    "; works worked/failed; kept keep keeps keeping/dropped dropping abandoned; agree agreed agrees agreement"
    "/disagree disagreed disagreement differ; always/never rarely seldom; early/late; accept accepted"
    "/refuse refused reject rejected declined; clear clearer clearly/unclear confusing confused muddled"
    "; certain confident/unsure uncertain unconfident; trust trusted trusts/distrust distrusted mistrust"
    "; improved improve improves/worsened worsen declined deteriorated; gained/lost; joined/quit"
    "; remember remembered remembers/forget forgot forgotten forgets; useful helpful helped helps"
    "/useless unhelpful pointless hindered; everyone everybody/nobody; cheaper/dearer costlier"
    "; safer safe/unsafe riskier dangerous; calm calmer/tense chaotic; simple simpler/complicated complex"
    "; possible/impossible; able/unable; saved saves/wasted wastes; liked loved enjoyed/disliked hated"
    "; most many/few handful; louder noisier/quieter; warmer/colder; heavier/lighter; bigger larger/smaller;"
    " higher/lower"
    "; stronger/weaker; kinder/harsher; fuller/emptier; cleaner/dirtier; tidy/messy; welcome"
    " welcomed/unwelcome resented"
    "; praised/criticised; supported backed/opposed blocked; allowed/forbidden banned; shared/hoarded;"
    " finished completed"
    "/unfinished incomplete; found/missed overlooked; present/absent; awake/asleep; ready/unready; won/lost;"
    " built/demolished"
    "; hired/sacked; arrived/left; public/secret; proud/ashamed; relaxed/stressed; bold/timid"
    "; honest/dishonest; fair/unfair; patient/impatient; visible/hidden invisible; answered/unanswered;"
    " resolved/unresolved"
    "; used/unused; known/unknown; heard/unheard ignored; well/badly poorly; willing keen/unwilling"
    " reluctant; together/alone separately; solved fixed/unsolved broken"
)


def _read_pairs() -> Mapping[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for pair in _PAIRS.split("; "):
        one, other = (frozenset(side.split()) for side in pair.split("/"))
        for word in one | other:
            found[word] = found.get(word, frozenset()) | (other if word in one else one)
    return found


OPPOSITES = _read_pairs()
"""A word to the words that say the opposite."""
