"""Signs that something did not work, and that nobody knows. Pure data."""

from __future__ import annotations

import re


def _any(*alternatives: str) -> re.Pattern[str]:
    return re.compile("|".join(alternatives), re.IGNORECASE)


_CAME = (
    r"(?:came|turned up|showed up|used|uses|read|reads|replied|responded|signed up|answered|volunteered|tried"
    r"|attended|joined"
    r"|noticed|finished|picked (?:it|this) up|took (?:it|this) up)"
)
HARD = _any(
    r"(?<!that )\b(?:did ?n[o']t|does ?n[o']t|never|has ?n[o']t|have ?n[o']t|had ?n[o']t|was ?n[o']t|were ?n[o']t"
    r"|did not|does not"
    r"|has not|have not|was not|were not) (?:really |quite |all |yet |even |actually )?(?:work(?:ed"
    r"|ing)?(?= (?:well|at all|out"
    r"|because|for|as|when|so|properly|on zoom|online)|[.,;:]|$)|hold up|catch on|happen(?:ed)?(?=[.,;]|$"
    r"| because| yet)"
    r"|take off|stick|go (?:well|as|to plan|anywhere)|gone (?:well|anywhere)|(?:get|got) (?:round|around) to"
    r"|have enough"
    r" (?:time|people)|get enough|succeed(?:ed)?|turn up|turned up|show up|showed up|manage to"
    r"|reach(?:ed)? (?:as|the|our|them"
    r"|people)|(?:very |that )(?:effective|sustainable|productive|useful|helpful))\b",
    rf"\b(?:nobody|no one|no-one|hardly (?:anyone|anybody)|none of (?:us|them|the \w+)|(?:very )?few (?:people"
    rf"|of us|of them"
    rf"|\w+s)|only (?:one|two|a few|a handful)(?: of \w+| people| \w+s)?) (?:has |have |had )?(?:ever |yet "
    rf"|really |actually )?{_CAME}\b",
    r"\bran out of (?:time|steam|money|people|energy|volunteers)\b",
    r"\b(?:fell (?:over(?! each)|flat|through|apart)|fallen (?:over|apart|through|behind)|(?<=it )broke down"
    r"|fizzled out"
    r"|petered out|died"
    r" (?:out|down)|came to nothing|stalled|lapsed|dropped off|gave up(?! (?:his|her|their|its|the))|(?:have"
    r"|has|had) given up|(?<!that )(?<!what )(?<!'s )(?<!who )(?<!has )went wrong"
    r"|backfired|flopped"
    r"|dragged on|overran)\b",
    r"\b(?:(?:we|i|they|it|which|that|\w+s?) (?:have |has )?failed (?:to|because|when|after)|was a failure"
    r"|(?:efforts?"
    r"|attempts?) failed)\b",
    r"\b(?:we|i|they|people|participants|learners|students|instructors|members|newcomers|contributors|many|some|most)"
    r" (?:still (?:can't|cannot|could not|couldn't|don't have|do not have|have no|haven't)|couldn't"
    r"|could not(?! only)|weren't able to"
    r"|were not able to|were unable to|are still unable)(?! (?:(?:really |very well |even )?(?:think|read|do"
    r"|remember|get)|miss|believe|imagine|tell|have|agree|help"
    r"|recommend|wait|say|be))\b",
    r"\b(?:we|i|they|people|participants|learners|students|instructors|members|newcomers|contributors|many"
    r"|some|most|several)"
    r"(?: of (?:them|us|the \w+|our \w+))? (?:\w+ly |also |all |often |still |both |have |has |had )*(?:struggled"
    r"|(?:got|were) (?:lost|stuck|overwhelmed|frustrated))\b|\b(?:we|i) (?:still |often |always )?struggle\b",
    r"\b(?:we've had|we had|i had|there (?:was|were|has been)|it had|we've|we have) (?:no|not enough"
    r"|too (?:many|few|little"
    r"|much)) (?:\w+ )?(?:time|people|reviewers|helpers|volunteers|capacity|bandwidth|space|chance|response"
    r"|replies|progress"
    r"|attendance|take-?up|uptake|content|material)\b",
    r"\b(?:has|have)(?: still)?(?:n't| not) (?:moved|improved|been (?:used|tried|followed|taken up))\b"
    r"|\bwhat hasn't moved\b",
    r"\b(?:made|makes) no difference\b|\bno difference at all\b|\bnothing came of\b",
    r"\b(?:session|exercise|lesson|workshop|pace|meeting|round|intro\w*|it|day|group|room|material|content"
    r"|clinic|activity|talk"
    r"|call|first|second|part|things|we)s? (?:\w+ )?(?:was|were|took|felt|went|going) (?:\w+ )?(?:far |much "
    r"|way |a bit )?too"
    r" (?:long|short|fast|slow|late|much|many|big|hard|advanced|crowded|noisy)\b",
    r"\b(?:main|biggest|hardest|second-biggest|most (?:difficult|challenging|common)) (?:\w+ )?(?:problem"
    r"|difficulty|challenge"
    r"|obstacle|complaint)s? (?:(?!is\b)\w+ ){0,4}(?:was|were|has been)\b",
    r"\bit stopped (?:when|because|after|as)\b|\b(?:and|then) it stopped\b|\bgone back to (?:the|using|doing)\b",
)
"""What did not work."""
UNKNOWN = _any(
    r"\b(?:i|we|nobody|no one|no-one) (?:still |really |just |honestly )*(?:do ?n[o']t|does ?n[o']t|do not"
    r"|does not) (?:yet"
    r" |really |actually |even )?know (?:yet|(?:if|whether) (?!he|she|i\b|i'|to\b|they're|you)|why|what (?:it"
    r"|difference|effect|came|became|made|happened)"
    r"|how (?:many|much|often|long|well|far|all))\b",
    r"\b(?:nobody|no one|no-one|none of us) (?:has |had |have )?(?:ever |yet |really "
    r"|actually )?(?:checked (?:what|whether|if|how|the|it|that)"
    r"|counted|measured"
    r"|followed up|tracked|tracks|measures|counts|looked into (?:it|this))\b",
    r"\b(?:we|i) (?:never|didn't|did not|haven't|have not|don't|do not) (?:yet |really |actually "
    r"|ever )?(?:count(?:ed)?"
    r"|measured?|track(?:ed)?|follow(?:ed)? up|collect(?:ed)? (?:any |that |this |the )?(?:data|numbers)"
    r"|evaluated?|have (?:any"
    r" |the |good |much |enough )?(?:data|numbers|figures|evidence))\b",
    r"\b(?:it(?:'s| is)|is|are|remains?) (?:still |very |quite )?(?:unclear|unknown|not (?:yet |at all "
    r"|entirely )?(?:clear"
    r"|known)) (?:to us |yet |so far )?(?:if|whether|what|how|why|who|which)\b",
    r"\b(?:nobody|no one|no-one|none of us) (?:really )?knows (?:if|whether|why|how (?!to)|what|who (?!is\b))\b",
    r"\b(?:too (?:early|soon) to (?:say|tell|know)|remains to be seen|(?:wouldn't|would not) swear to"
    r"|hard to (?:say|tell)"
    r" (?:if|whether|what|how (?:much|many|well))|jury is (?:still )?out|no way of (?:knowing|telling) (?:if"
    r"|whether|how|what))\b",
    r"\b(?:i'm|i am|we're|we are) (?:still |really |also )?(?:not sure|unsure|uncertain) (?:if|whether"
    r"|what (?:difference|came"
    r"|effect|happen)|how (?:many|much|well|long|far|often))\b",
)
"""What nobody knows."""
