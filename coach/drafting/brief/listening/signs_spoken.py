"""How people say it who do not write reports: what they did with it, what came of it, what they found. Pure data."""

from __future__ import annotations

import re
from collections.abc import Mapping

from coach.ports import Tells


def _any(*alternatives: str) -> re.Pattern[str]:
    return re.compile("|".join(alternatives), re.IGNORECASE)


SPOKEN: Mapping[Tells, re.Pattern[str]] = {
    Tells.USED: _any(
        r"^(?:i |we |they |[a-zà-ÿ]+ |\[somebody\] )?(?:did|tried|used|ran|kept) (?:it|this|that|them) (?:for|in"
        r"|on (?:a|the|our|my|real)|with"
        r"|at|during|since|every|twice|again)\b",
        r"\b(?:call|list|form|template|page|test|check|slip|line|question|review|meeting|round)s? has (?:now )?(?:run"
        r"|been running|held|gone out)\b",
        r"\b(?:half|two thirds|three quarters|most|\w+ out of \w+)(?: of (?:them|us|the \w+))? (?:now )?(?:fill|use"
        r"|do|ask for|send"
        r"|write|keep) (?:it|them|this|that|the)\b",
        r"\bfirst time (?:anyone|anybody|we|somebody|any of us)(?:'s| has|'ve| have|'d| had)? (?:ever )?(?:used|tried"
        r"|done|run)\b",
        r"\b(?:when (?:i|we) got back|since then|after that|afterwards),? (?:i|we)(?:'ve| have|'d)? (?:\w+ly |also )?"
        r"(?:asked|changed|did|done|put|took|moved|made|built|wrote|started|stopped|used|tried)\b",
        r"\b(?:i|we) (?:now |always now )(?:ask|write|send|draw|read|show|put|check|have (?:a|an|two|three)"
        r" \w+ (?:that|which|for))\b",
        r"\b(?:got|had|'d got|had got) (?:a|an|the|one) (?:slip|page|list|card|box|sheet|line|form|sign|template)\b"
        r".{0,60}\b(?:going out|in use|on the (?:wall|desk|page|form|request)|out with)\b",
        r"\b(?:took|taken) (?:it|that|this|the (?:drawing|map|list|page|test|template|lesson|material|exercise))"
        r" (?:round |back |along |straight )?to (?:each|my|our|their|the|her|his|a)\b",
        r"\b(?:i|we) (?:have |'ve )?(?:re)?used (?:your|the|her|his|their|what|[a-z]+'s) (?:\w+ ){0,2}(?:lane|template"
        r"|question|test|idea|list|map|lesson|material|exercise|slides|format|approach|method)s?\b",
        r"\bnow (?:have|has) (?:a|an|the|one|two|their own) (?:\w+ ){0,3}(?:first|at the (?:top|end)|in the first line"
        r"|in place|on (?:it|them|page one))\b",
    ),
    Tells.CAME_OF_IT: _any(
        r"\b(?:doesn't|don't|does not|do not|no longer|hasn't|haven't) .{0,50}\b(?:now|any ?more|these days)\b"
        r"(?=.{0,60}\b(?:because|since|as)\b)",
        r"\bhelped (?:me|us) (?:to )?(?:get|see|prepare|find|understand|think|write|teach|keep|learn|build|reach"
        r"|correct|notice"
        r"|improve|become|start|plan)\b",
        r"\b\d+ (?:out )?of (?:the |our )?\d+ .{0,60}\b(?:qualified|finished|completed|passed|came back|joined"
        r"|attended)\b",
        r"^it worked (?:while|until|as long as)\b",
        r"\blongest .{0,60}\bused to be\b",
        r"\b(?:fewer|less|half as many) (?:\w+ )?(?:people|calls|callers|residents|tenants|parents|complaints|questions"
        r"|errors|bugs|mistakes|repeats)\b(?! (?:can|will|should|who|than we))(?=.{0,40}\b(?:ring|rang|call|called|ask"
        r"|asked|come|came|now|since|than|twice|again|back)\b)",
        r"\b(?:answered|replied|came back|got (?:it|one|through|an answer|a reply)|sorted|fixed|done) in (?:a|an|one"
        r"|two"
        r"|three|half an?) (?:day|hour|week|minute|afternoon|morning)s?\b",
        r"\bthat moved (?:things|it)\b|\b(?:the|my|our|[a-z]+'s) (?:map|letter|form|list|page|lesson|draft|workshop)"
        r"(?: is|'s) (?:\w+ )?(?:better|clearer|shorter|easier)(?! (?:if|when|to|with))\b",
        r"\b(?:was|were) easier for (?:them|us|me|people|everyone|her|him|learners|students) than\b",
        r"\b(?:enrol\w+|attendance|membership|contributors?|downloads?|users?|participation|response rate|sign-?ups?"
        r"|stars)"
        r" (?:has |have )?(?:nearly |almost |more than )?(?:doubled|tripled|grew|grown|increased|rose|went up)\b",
        r"\bgrew from (?:about |around |over )?\d[\d,]* (?:\w+ ){0,3}to (?:about |around |over |more than )?\d",
    ),
    Tells.TOOK_AWAY: _any(
        r"\b(?:widened|deepened|broadened|improved|increased|strengthened) (?:my|our"
        r"|their) (?:\w+ )?(?:understanding|knowledge"
        r"|appreciation|skills|confidence|teaching|awareness)\b",
        r"\b(?:i|we|they)(?: have|'ve) learn(?:ed|t) (?:a lot|so much|lots|a great deal)\b",
        r"\b(?:that's|that is|which is) how (?:i|we) (?:learn(?:ed|t)|found|got)\b",
        r"\b(?:(?:i|we|he|she|they|\[somebody\])'?(?:d| would)|would) never have (?:found|spotted|seen|known|noticed"
        r"|thought|come out|caught)\b",
        r"\b(?:i've|i'd|i had|i have|we had|we'd|we have|we've) (?:\w+ ){1,8}(?:for years |for months )?and "
        r"(?:i |we )?(?:didn't|never|hadn't) (?:know|knew|known|reali[sz]ed?|seen)\b",
        r"\b(?:had|'d|i|we|she|he|they) (?:\w+ )?learn(?:ed|t) more (?:about|in|from)\b",
        r"\b(?:nobody|no one|no-one|none of us) (?:in \w+ |here )?(?:had )?(?:knew|known|reali[sz]ed|noticed"
        r"|thought of)"
        r" (?!what|why|how|if|whether|who|where)(?:that |the |it |this |there |of )",
        r"\bturns out,? (?:that )?(?:we|the|it|there|nobody|most|people)\b",
        r"\b(?:we|i|people|watchers|the group|participants) (?:have |'ve |also |all )?(?:noticed|discovered"
        r"|figured out)"
        r" (?:that|how|why|the|we|a)\b",
    ),
    Tells.HARD: _any(
        r"\bnobody (?:in the room |on the call )?(?:asked|answered|replied|picked|spoke|stayed|wanted to)\b(?! to be)",
        r"\bwe never (?:heard|got|saw|finished|started|came back|did|reached|found|managed)\b",
        r"\b(?:test|tell-?back|check|exercise|demo|session|sound|call|plan|audio|build|deployment|pipeline"
        r"|ci)s? (?:has "
        r"|have )?(?:failed|broke|broken|crashed|kept failing|keeps failing|is failing|are failing|is broken)\b",
        r"\b(?:one|two|three|four|five|half|some|most|several|a few|about a third|many) (?:of|in) (?:the|our|my|her|his"
        r"|us|them)\b.{0,30}\b(?:don't|do not|didn't|did not|won't|never|stopped)\b(?=.{0,20}\b(?:do|use|did|used"
        r"|come|came"
        r"|read|finish|reply|attend|work|have|get)\w*)",
        r"\bwe(?:'ve| have) (?:had|talked about|been (?:asking|trying|waiting|stuck)).{0,40}\b(?:\w+ times|since \w+"
        r"|for"
        r" (?:months|weeks|years))\b",
        r"\b(?:we|i)(?:'ve| have) not got (?:near|round|around|far|any|anywhere)\b",
        r"\b(?:keeps|kept|keep) (?:getting |being )?(?:bumped|failing|breaking|crashing|postponed|slipping|falling)\b",
        r"\b(?:double[- ]booked|ran over|had to be (?:cancelled|postponed|moved|cut|dropped))\b",
        r"\b(?:low|no|little|limited|not enough|lack of|shortage of|lacking) (?:reviewer |contributor |maintainer )?"
        r"(?:bandwidth|capacity|attendance|participation|engagement|turnout|contributors|maintainers|reviewers"
        r"|volunteers"
        r"|responses?)\b(?=.*\b(?:is|are|was|were|has|have|had|been|due|because|made|makes)\b)",
        r"\b(?:challenge|problem|difficulty|trouble|struggle|bottleneck|blocker)s? (?:has been|have been|remains?)\b",
        r"\b(?:have|has) (?:seem\w* to )?(?:have )?(?:stalled|stall out|slowed down|lapsed|dried up)\b",
        r"\b(?:doesn't|does not|don't|do not|didn't|did not) (?:quite |really |yet |actually )?(?:work|working|load"
        r"|save|render)"
        r"(?: \w+)?(?: yet| correctly| properly| anymore| on \w+| in \w+|\.|,|$)",
        r"(?<!when )(?<!if )\b(?:we|the team|the group|people|participants|contributors|maintainers"
        r"|reviewers) (?:are|were|'re|have been"
        r"|is|was) (?:\w+ )?(?:short of|behind|overloaded|overwhelmed|stretched|understaffed|blocked|stuck|falling"
        r" behind)\b",
        r"\b(?:challenges|issues|problems|difficulties) (?:with [\w-]+ )?(?:were|was) (?:noted|reported|encountered"
        r"|faced)\b",
        r"\b(?:don't|doesn't|didn't) successfully \w+",
        r"\bfac(?:e|ed|es|ing) (?:\w+ ){0,4}(?:challenges?|difficult(?:y|ies)|problems?)\b|\bdifficulties (?:to|in"
        r"|with|getting"
        r"|finding)\b|\b(?:has|had|have) been (?:\w+ )?(?:hard|difficult|tricky|challenging)\b",
        r"\b(?:began|started|kept|were) falling behind\b",
        r"\b(?:has ?n[o']t|have ?n[o']t|did ?n[o']t|has not|have not|did not) ma[dk]e (?:much |any |a lot of )?"
        r"progress\b|^(?:still )?blocked (?:on|by)\b|\b(?:is|are|was|were|remains?) (?:still )?blocked (?:on|by)\b",
        r"\b(?:we |the (?:\w+ ){1,3}|it )had (?:too (?:many|few|much|little)|(?:\w+ ){0,2}(?:challenges|problems"
        r"|difficulties|glitches|hiccups)(?:,| with))",
        r"^(?:we )?still (?:did ?n[o']t|have ?n[o']t|has ?n[o']t|have not|has not) (?!want|need|decided|tried)\w+",
        r"^(?:struggled|had (?:trouble|problems|issues|difficulty)|ran into (?:some |a few |many )?(?:trouble"
        r"|problems|issues))\b",
        r"\b(?:has|have|had) an? (?:high|steep) learning curve\b",
        r"\b(?:we|the \w+) (?:do ?n[o']t|did ?n[o']t) have (?:enough|the (?:capacity|people|time)"
        r"|any) \w+(?! to (?:say|add))",
    ),
    Tells.UNKNOWN: _any(
        r"\b(?:nobody|no one|no-one|none of us) (?:in the room |here )?(?:had|has|could give"
        r"|gave) an? (?:\w+ )?answer\b",
        r"\b(?:we|i)(?:'ve| have)?(?: got)? no (?:good |real )?answer (?:to|for|yet|\.)|\bhaven't got an answer\b",
        r"^(?:still )?(?:not (?:yet )?(?:sure|clear)|unclear|unsure|unknown) (?:if|whether|what (?!to do about (?:it"
        r"|that|this)\b)|how|why|who|where)\b",
        r"\b(?:nobody|no one|no-one) (?:in the room )?could (?:say|tell|explain) (?:who|what|why|how|whether|if"
        r"|where)\b",
        r"\bwe (?:still )?don't (?:yet |really )?(?:know|understand) (?:what|why|how|whether|if|where|who)\b",
        r"^(?:we )?(?:do ?n[o']t|still don't) know (?:what|why|how|whether|if|where|who)\b",
    ),
    Tells.DISAGREEMENT: _any(
        r"(?:^|[.;:] )(?:still split|opinions (?:vary|differ|are split)|mixed (?:feelings|views|opinions|feedback))\b",
        r"\b(?:disagree[sd]?) (?:with|over|about|on|that)\b(?! each)",
        r"\b(?:nobody|no one|neither) (?:\w+ )?(?:won|gave way|was persuaded|was convinced)\b|\b(?:is"
        r"|was) not persuaded\b",
    ),
}
"""By what it tells."""
TELLS_FACT = re.compile(
    r"^(?!(?:They|People|Some|Many|Most|We|I|He|She|It|Everyone|Everybody|Nobody|Others|Who|Somebody|Someone)\b)"
    r"[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)? (?:also |now )?(?:says|said|reports|reported|told (?:us|me)|confirmed"
    r"|confirms|mentioned|mentions)(?: that)? (?=\S+ \S+ \S+)|^(?:Mentioned|Noted|Reported)(?: that)? (?=\S+ \S+ \S+)"
)
"""Somebody with a name tells a fact; a crowd that says so is hearsay."""
DOUBTS = re.compile(r",? so (?:i|we) would(?: not|n't|n’t) swear to it\b", re.IGNORECASE)
"""Doubts whether it came of that, not that it happened."""
NO_DISAGREEMENT = re.compile(
    r"^\W*(?:some )?(?:things?|what|where|something|one thing|points?) (?:that |on which "
    r"|which )?we (?:still )?(?:do(?: not"
    r"|n't)|disagree|differ)\b|\bagree to disagree\b",
    re.IGNORECASE,
)
"""A heading over what people do not agree about."""
NO_HARD = re.compile(
    r"\b(?:no|little|(?<!a )few|fewer|without) (?:\w+ )?(?:problems?|trouble|issues|difficult\w+)\b"
    r"|^(?:envision|imagine|suppose)\b|\bwhat (?:did(?:n't| not)|does(?:n't| not)|went|was|is) \w+|\b(?:do"
    r"|did)(?:n't| not) (?:think"
    r"|believe) (?:that )?(?:any|we|it"
    r"|they)\w*|\bnobody had (?:any )?(?:trouble|problems|difficult\w+)|\bwhen (?:we|you) (?:are|get) stuck\b",
    re.IGNORECASE,
)
"""Speaks of what was hard without saying that anything was."""
ONLY_MINE = re.compile(
    r"\bfor (?:me|her|him)\b(?! and| too)|^i (?:can't|cannot|couldn't|could not|don't|am not|'m not) (?:hear|see"
    r"|read|do"
    r"|come|stand|get|use)\b|\bmy (?:back|eyes|ears|hearing|screen reader|train)\b"
    r"|\bscreen ?readers?\b.{0,20}\b(?:says|gives)"
    r" me\b",
    re.IGNORECASE,
)
"""What one person needs."""
CHAT = re.compile(
    r"^(?:(?:so|ok|and|but|oh),? )?(?:who (?!(?:is|are|'s) (?:allowed|responsible)|decides|owns|gets to|should|can\b"
    r"|does)"
    r"|(?:did|does|has|have|is|are|was|were|do|can|could) (?:anyone|anybody|everyone|you|somebody|someone)\b"
    r"|(?:when|what time|where) (?:is|are|will|do we meet|shall we meet)\b)"
    r"|\b(?:now|today|tomorrow|tonight|this (?:week|month|time)|next (?:week|month|time))\?$",
    re.IGNORECASE,
)
"""Questions of the day, not of the work."""
