"""Signs that a sentence tells a deed: what people showed, made, ran, finished or agreed together. Pure data.

Minutes leave out who did it ("Merged the …"), or name somebody ("Wei showed …"); both count, plans and orders do not.
"""

from __future__ import annotations

import re

_SHOWED = (
    r"(?:demo(?:e)?d|provided (?:a|an|the) (?:\w+ )?(?:summary|overview|demo|walk-?through|template|list)"
    r"|worked with \w+ \w+"
    r"|demonstrated|presented|showcased|showed(?= (?:a|an|the|us|our|their|his|her|off|how|two|three"
    r"|what)\b"
    r"(?! me\b))|walked (?:[A-Z]?\w+ )?through|gave (?:a|an|us|the|our|their) (?:\w+ ){0,2}(?:demos?|talks?|overview"
    r"|tour"
    r"|presentations?|summary|introduction|intro|walk-?through|workshop|keynote|tutorial)|submitted (?:to|for|a|an"
    r"|the|our|two)"
    r"|published (?:in|on|a|an|the|our|two|new)|met with|secured|spoke at)\b"
)
_MADE = (
    r"(?:added|created|wrote|built|merged|launched|implemented|released|published|deployed|shipped|refactored|migrated"
    r"|drafted|developed|designed|produced|introduced|prototyped|brainstormed|debugged|rewrote|redrew|removed|set up"
    r"|put together"
    r"|crossed off|graduated|formed|established|upgraded|redesigned|hosted|taught|trained|co-?taught|facilitated"
    r"|piloted"
    r"|visited|interviewed|surveyed|onboarded|mentored|transferred|renamed|restructured|reorgani[sz]ed|reworked"
    r"|consolidated|archived|extended|enabled|rehearsed|fixed(?= [^.,;]*\b(?:issues?|bugs?|problems?|tests?|errors?"
    r"|links?|conditions?|leaks?|builds?)\b))\b"
    r"(?= (?!(?:by|to|on|for|with|from|in|at|of|over|into|around|upon|through|using|due|as|that|and|or|but|is|are|was"
    r"|were|will|completely|entirely|itself|themselves)\b)[\w\"'‘“(\[])"
)
_MET = (
    r"(?:ran (?=a\b|an\b|our\b|the\b|two\b|three\b|\d)|tried out \w|experimented with \w|organi[sz]ed (?=a\b|an\b|our\b"
    r"|the\b|two\b|\d)|held (?=a\b|an\b|our\b|the\b|two\b|three\b|four\b|\d|\w+ (?:sessions?|meetings?|workshops?))"
    r"|(?:started|finished|completed|began|stopped) (?=\w+ing\b))"
)
_LOOSE = (
    r"(?:updated|completed|finished|improved|translated|documented|integrated|replaced|resolved|closed|reviewed|fixed"
    r"|compared|analy[sz]ed|investigated|explored|tested|collected|gathered|recorded|delivered|started|automated"
    r"|opened|moved|cleaned up|simplified|expanded|shared|changed|split|sent|read|drew|mapped|listed|sorted"
    r"|turned on)\b"
)
"""These also stand before a noun ("Updated version"): believed only with an article or the like behind them."""
_DET = (
    r"(?= (?:a|an|the|our|my|your|their|its|his|her|these|those|two|three|four|five|six|\d+|some|several|all|one"
    r"|many|most|new|more|another|each|every|how|what|us)\b(?! (?:\w+ )?(?:interest|concerns?|desire|enthusiasm"
    r"|excitement|struggles?|thoughts?|opinions?|frustration|views?|intention|willingness|commitment|eagerness|idea"
    r"|minds?"
    r"|discussion)\b))"
)
_PASSED_ON = (
    r"shared (?:\w+ )?(?:insights?|details|information|updates?|findings|results|lessons|slides|tips|examples"
    r"|experiences"
    r"|practices|strategies|techniques)\b"
)
_DEED = rf"(?:{_SHOWED}|{_PASSED_ON}|{_MADE}|{_MET}|{_LOOSE}{_DET})"
_BARE = rf"(?!(?:set|read|put|split) ){_DEED}"
"""Words that are an order as well are none of these."""
_NOBODY = (
    r"(?!(?:No|Not|If|When|Once|How|What|Need|Needs|"
    r"People|Users|Developers|Others|Has|Have|Is|Are|So|It|It's|This|That|These|Those|There|Newly|Any|To)\b)"
)
_NAME = rf"{_NOBODY}[A-ZÀ-Þ][\w'’-]+(?: (?:[A-Z]\. )?[A-ZÀ-Þ][\w'’-]*){{0,2}}(?: \([^()]{{1,30}}\))?"
_NAMES = rf"(?:{_NAME}|\[somebody\])(?:(?:,| and| &|,? \+|, and) (?:{_NAME}|\[somebody\])){{0,4}}"
_GROUP = (
    r"(?:we|they|everyone|everybody|all of us|some of us|most of us|(?:two|three|four|five|half|several) of (?:us|them)"
    r"|(?:the |our |both |all |one |two |three |many |several |some |each )*(?:\w+ )?(?:team|group|groups|teams"
    r"|committee"
    r"|subproject|subgroup|community|members|interns?|volunteers|participants|attendees|contributors|instructors"
    r"|mentors|mentees|learners|students|maintainers|pairs|task force|working group|chapter|sig|wg|organi[sz]ers))"
)
_ALSO = r"(?:,? ?(?:have|has|had|'ve|also|then|just|now|already|recently|successfully|finally|all|both|each|\w+ly))?"
_ALSO2 = rf"{_ALSO}{_ALSO.replace(',? ?', ' ?')}"
BY_NOBODY = re.compile(
    rf"^(?:(?:just|also|recently|finally|successfully|today|already|yesterday|this week),? )?{_BARE}", re.IGNORECASE
)
"""A line without a subject."""
BY_NAME = re.compile(rf"^(?:{_NAMES})(?i:{_ALSO2} {_DEED})")
"""Somebody with a name; the name goes before anybody reads it."""
BY_GROUP = re.compile(rf"(?:^|[,;:–—-] |\b(?:and|then|where|when|so) )(?:{_GROUP}){_ALSO2} {_DEED}", re.IGNORECASE)
"""The group, or a part of it."""
WAS_DONE = re.compile(
    r"\b(?:was|were|has been|have been|got|has now been|have now been) (?:now |just |finally |recently |successfully"
    r" |officially |also |first )?(?:merged|released|published|fixed|launched|completed|submitted|deployed|shipped"
    r"|translated|migrated|created|added|set up|introduced|built|developed|held|taught|organi[sz]ed|demonstrated"
    r"|demoed|presented|piloted|rewritten|redesigned|accepted|adopted|formed|resolved|implemented"
    r"|finali[sz]ed|graduated|updated|donated|onboarded|opened|run)\b"
    r"|\b(?:is|are) (?:now |finally |officially )(?:merged|released|published|live|out|online|available|in place"
    r"|complete)\b|\b(?:is|are) out!|\b(?:is|are) (?:merged|released|published|live)[.!,]?$|\bwent live\b"
    r"|\bis up and running\b|\b(?:has|have) (?:now )?graduated\b|\b(?:was|were|has been|have been) (?:transferred"
    r"|renamed"
    r"|moved)\b|^(?!(?:no|any|if|when|once|all|get|should)\b)(?:(?!(?:after|before|when|once|if|until|that|which|to"
    r"|being)\b)[\w.'’/-]+ ){1,6}(?:merged|released|published|submitted"
    r"|launched|deployed|shipped|demoed|fixed|completed|accepted|graduated|taught|presented|elected|created(?=[,.]|$))"
    r"(?:[.!]*$| (?:to|in|on|into|at|last|this|and) (?!be\b))",
    re.IGNORECASE,
)
"""It was done, whoever did it."""
_SETTLES = (
    r"(?i:(?:agreed|decided|voted|settled)(?: \w+ly)? (?:to|on|not to|against|upon|that we(?:'ll| will| won't|'re"
    r"| are)|we"
    r"(?:'ll| will))\b(?! (?:differ|disagree|discuss)))"
)
AGREED = re.compile(
    rf"^(?:(?:(?i:{_GROUP})|{_NAMES}) )?(?i:have |has |all |then |also |\w+ly )?{_SETTLES}"
    rf"|\b(?i:we|the (?:group|team|committee)) (?i:have |all |then |also |\w+ly )?{_SETTLES}"
    r"|^(?i:(?:consensus|agreement|decision) (?:was |is |reached |made )*(?:to|on))\b",
)
"""What people agreed; that may lie ahead."""
NO_DEED = re.compile(
    r"^\W*(?:how|why|to-?do|action|ai|next|plan|planned|goal|idea|proposal|option|wip)\b"
    r"|^\w+ed [\w-]+ (?:is|are|was|were|can|has|have|had|need|needs|of)\b"
    r"|\b(?:once|until|unless|as soon as|ready to be|to be|needs?|needed|waiting|pending|almost|nearly|about to"
    r"|trying to"
    r"|tbd|tomorrow|next (?:week|month|year|time))\b",
    re.IGNORECASE,
)
"""What only looks like a deed: a task, a thing with a property, something that waits for something."""
WAITS = re.compile(r"\b(?:after|before|when|once|if|that|which|who|what|where|how) (?:[\w'’.-]+ ){0,5}$", re.IGNORECASE)
"""What stands before a deed that only says when something else was."""
MAKING = re.compile(
    r"\b(?:pull requests?|prs?|merged?|merging|commits?|release[sd]? \d[\w.]*|v\d[\w.]*|kep-?\d*|milestones?"
    r"|blog ?posts?"
    r"|website|web ?pages?|issue #\d*|recordings?|youtube|newsletters?|sign(?:ed)? up|slack channel|minutes are"
    r"|lunch|invite|calendar|follow[- ]?up|funded|hosted by|led by|organi[sz]ed by|announc\w+|licen[cs]es?)\b"
    r"|(?:pr|issue)? ?#\d+",
    re.IGNORECASE,
)
"""What people make, and what only looks like an errand where it is told as done."""
