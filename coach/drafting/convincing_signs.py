"""Signs by which a sentence tells: that people struggle, ask, wish or differ, or that it only reports. Pure data."""

from __future__ import annotations

import re

AUX = (
    r"is|are|was|were|be|been|am|has|have|had|do|does|did|can|could|will|would|should|must|may|might|needs?|ought"
    r"|cannot|wanna"
)
PLAIN_VERBS = (
    r"wants?|wanted|felt|feels?|got|gets?|went|goes|comes?|came|said|says|made|makes|took|takes?|found|finds?|learnt"
    r"|thought|thinks?|kept|keeps?|knew|knows?|gave|gives?|saw|sees?|tells?|told|seems?|looks?|works?|helps?"
    r"|struggles?|lacks?|likes?|hopes?|wish|wishes|uses?|tries|begins?|began|becomes?|became|means?|meant|left"
    r"|leaves?"
    r"|lost|loses?|asks?|drives?|breaks?|broke|runs?|ran|sits?|sat|stays?|drags?|depends?|requires?|remains?|shows?"
)
WHO = r"i|we|you|they|he|she|it|people|nobody|somebody|everybody|everyone|someone|who|there|this|that|folks"
FINITE = re.compile(
    rf"\b(?:{AUX}|{PLAIN_VERBS}|\w{{3,}}ed)\b|n't\b|(?:\b(?:{WHO})|\w)'(?:s|re|ve|d|ll|m)\b"
    rf"|\b(?:{WHO}|\w{{3,}}(?:ers|ors|ants|ents|ees)) (?:\w+ly |also |just |still |often )?[a-z]+\b",
    re.IGNORECASE,
)
CLAUSE = re.compile(r"\b(?:that|who|whose|which|where|because|so that|to)\b", re.IGNORECASE)
OPENS = re.compile(r"^(?:when|if|as|since|while|after|before|because|although|though|whenever|once|given)\b", re.I)
SPOKEN_START = re.compile(
    r"^(?:i )?(?:wish|can'?t|couldn'?t|don'?t know|didn'?t know|do not know|not sure|unsure|hard to|difficult to"
    r"|never know|would like|would love|would be|'d like|can be (?:hard|difficult)|no idea|takes too"
    r"|too (?:many|much)"
    r"|nobody|no one|not enough|not everyone|still not)\b",
    re.IGNORECASE,
)
"""How people write a struggle or a wish down in a hurry, without a subject."""
STATUS = re.compile(
    r"^(?:begun|started|still|currently|completed|done|waiting|looking|trying|working|hoping|holding|planning|moving"
    r"|thinking|continuing|reaching|getting ready|going|talking|discussing|considering|asking|also|note|idea|update"
    r"|\w+ed (?:that|to|by|the|about|on|for|in|a|an|some|with|if|how|every|his|her|and)|anyone|if anyone"
    r"|would you|are you"
    r"|do you|have you|who wants|who will|who can|who is going|who would|what time|what date|is everyone|are we"
    r"|are you"
    r"|open question|action|tbd|tl;?dr|e\.?g|fyi|q|a|n\.?b)\b(?! to [a-z]+ is| is| are| takes)",
    re.IGNORECASE,
)
"""Where the work stands, or what somebody is to do: nothing that people struggle with."""
ANNOUNCES = re.compile(
    r"\bwe(?:'re| are) (?:hoping|looking|pleased|planning|working|going|excited|now|always|currently|happy)\b"
    r"|\bwe(?:'d| would) (?:like|love) (?:you|to (?:thank|invite|hear|know|announce|now|take|express|remind"
    r"|welcome))\b"
    r"|\bwe (?:encourage|invite|welcome|offer|hope|aim|plan|appreciate|look forward|thank|have (?:created|added"
    r"|made))\b"
    r"|\bfeel free\b|\bif you(?:'d| would|'re| are)? (?:like|want|interested|have|know|think|will|need)\b|\bplease\b"
    r"|\bwill (?:be|include|hold|take place|present|host|discuss|follow|continue|work|share|provide|help|give"
    r"|start)\b"
    r"|\b(?:has|have) been (?:fixed|resolved|updated|added|created|merged|completed|very|great|successful)\b"
    r"|\bthis (?:post|blog|page|report|lesson|section|document|charter|year|grant|episode)\b|\blet us know\b"
    r"|\blooking forward\b|\bjoin us\b|\b(?:thank|thanks|kudos|congrat\w*|welcome to)\b"
    r"|\bwe want to (?:make sure|work with"
    r"|thank|hear)\b|\bhope to see\b|\bstay tuned\b|\bour (?:mission|vision) is\b|\bjust wanted? to\b"
    r"|\bsign up\b|\b(?:license|licensor|licence|warranty|liable|hereby|copyright)\b",
    re.IGNORECASE,
)
ONE_OFF = re.compile(
    r"\b(?:today|tomorrow|yesterday|tonight|this (?:week|morning|afternoon|month)|(?:next|last) (?:week|month)"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday|(?:19|20)\d\d|v?\d+\.\d+\S*|q[1-4]"
    r"|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|ember|ober)?\.? \d+)\b"
    r"|#\d|[a-z]\w*_\w|\w\(\)|\w/\w+/|[<>{}\[\]=|\\^`]|(?:^|\s)[+-]\d|https?:|\bwww\.|\S@\S",
    re.IGNORECASE,
)
SOMEBODY = re.compile(
    r"^[A-ZÀ-Þ][a-zà-ÿ]+(?: (?:and )?[A-ZÀ-Þ][a-zà-ÿ]+)+ (?:is|are|needs?|wants?|has|have|will|asked|suggested"
    r"|shared|offered)\b"
    r"|^(?:[A-ZÀ-Þ][a-zà-ÿ]+) (?:has (?:volunteered|been|agreed|finished|asked|started)|is (?:preparing|working"
    r"|wondering|looking|planning|going)|will|volunteered|emphasized|explored"
    r"|shared|offered|presented|noted|raised|recommended|provided|acknowledged|demonstrated|reported|agreed"
    r"|needs more)\b"
    r"|\breach(?:ed|ing)? out\b|^[A-ZÀ-Þ][a-zà-ÿ]+(?:,? and [A-ZÀ-Þ][a-zà-ÿ]+)? to (?:potentially "
    r"|also )?[a-z]+\b|\bto contact\b"
)
"""What one person did or is about to do."""
NOBODYS_IT = re.compile(
    r"^it(?=(?:'s| is| was| would be| can be| feels| takes) (?:(?:\w+ly|often|always|still|so|too|very|not|more) )*"
    r"(?:hard|harder|difficult|helpful|useful|nice|good|great|easier|better|best|confusing|easy|important|impossible"
    r"|challenging|tricky|intimidating|ages|long|weeks)\b)",
    re.IGNORECASE,
)
"""The "it" of "it is hard to explain", which points to nothing before it."""
ERRANDS = re.compile(
    r"^[A-ZÀ-Þ][a-zà-ÿ]+(?:,? and [A-ZÀ-Þ][a-zà-ÿ]+)? to (?:potentially |also )?[a-z]+\b|\bto contact\b|\breach out\b"
    r"|\bcan be available\b|\(maybe\b|\b(?:indicative of|testament to|commitment to fostering)\b"
    r"|^(?:[Bb]egun|[Ss]tarted|[Ss]till|[Cc]urrently|[Cc]ompleted|[Ww]aiting|[Ll]ooking|[Tt]rying|[Ww]orking|[Ff]eedback)\b"
)
"""What somebody is about to do, or has just begun."""
LEANS = re.compile(
    r"^(?:this|that|these|those|it|its|they|he|she|there|potential|discussion (?:on|of)|explore)\b", re.I
)
BABBLE = re.compile(
    r"^(?:okay|ok|alright|yeah|hey|well|so yeah)\b|(?:^|, )you know\b|\b(?:i mean|i guess|kinda|gonna|gotta|uh"
    r"|um|okay so|, like,|was like|(?:to|the|is|of|a|so) like|and everything else)\b|\b(\w{2,}) \1\b",
    re.IGNORECASE,
)
"""Talk taken down by a machine."""
PRAISE = re.compile(
    r"\b(?:attentive|appreciat\w+|enjoy\w+|excellent|fantastic|awesome|wonderful|amazing|overwhelming(?:ly)? positive"
    r"|loved?|great (?:job|work|experience|time|success|help)|positive feedback|went (?:very |really )?(?:well"
    r"|smoothly)"
    r"|no (?:problems?|issues?|difficult\w+|trouble)|without (?:any )?(?:problems?|issues?|difficult\w+|trouble)"
    r"|(?:solved|resolved|overcame|overcome|addressed|eliminat\w+) (?:the|this|that|these|by|with|many|most)"
    r"|can'?t wait|problem[- ]solving|proud)\b",
    re.IGNORECASE,
)
EASES = re.compile(
    r"\b(?:can|could|to|will|may|explored how|which) (?:\w+ ){0,3}(?:reduce|prevent|avoid|overcome|ease"
    r"|minimi[sz]e|eliminate)\w*"
    r"|\b(?:helps?|helped) (?:to )?(?:\w+ ){0,2}(?:identify|avoid|reduce|people|learners|them|us|those)\b"
    r"|\b(?:isn't|wasn't|aren't|weren't|not|never|less) (?:too |so |that |very |a |all that )?(?:hard|difficult"
    r"|problem\w*"
    r"|challenging|confusing|the most difficult)\b|\bcan'?t recommend\b|\b(?:work|working|worked|go|going|solve"
    r"|solving) (?:through |the |their )*problems?\b|\bwho (?:may|might) be struggling\b|\bsearching for\b"
    r"|\b(?:may|might) have to\b",
    re.IGNORECASE,
)
"""Something was made easier, or is not hard: no struggle."""
BUT = re.compile(r"\b(?:but|however|although|though|yet|except)\b", re.IGNORECASE)
ASKS = re.compile(
    r"\bhow (?:do|does|can|could|should|would|might|are|did) (?:we|i|you|one|people|they|somebody|someone"
    r"|new\w*|the|a|an"
    r"|\w+s)\b|\bhow (?:best )?to\b|\bhow (?:rough|big|long|far|detailed|often|early|honest|open)\b|\bwhy (?:do"
    r"|does|don't"
    r"|doesn't|is|are|isn't|aren't|can't|should|would)\b|\bwhat (?:do|should|can|would|could) (?:we|you|i|one"
    r"|people) (?:do"
    r"|say|tell|look|put|write|ask)\b|\bwhat (?:does|makes|is) (?:a |an )?good\b|\bwhat if\b|\bwhat (?:should"
    r"|does|do)"
    r" (?:\w+ ){1,4}(?:needs?|know|look|go|mean|expect)\b|\bwhat(?:'s| is) (?:stopping|the (?:right|best"
    r"|difference))\b"
    r"|\bwho (?:owns|decides|is responsible|reviews|should|redraws|reads|is allowed|maintains)\b|\b(?:is|are"
    r"|isn't) there"
    r" (?:a |any |an )?(?:\w+ )?(?:ways?|good|right|better|best)\b|\bwhich \w+ (?:should|do|can|is|are)\b"
    r"|\bwhen should\b"
    r"|\bwhere (?:do|should|can) (?:we|i|you|people|new\w*)\b",
    re.IGNORECASE,
)
"""What a group asks that does not know yet how to do it; "do we want to" and "should we" are there to be answered."""
REPORTS_A_QUESTION = re.compile(
    r"\bkeeps? asking\b|\b(?:asked|asks|wonder(?:ed|ing|s)?) (?:how|what|whether|why|who)\b", re.IGNORECASE
)
FORM_ASKS = re.compile(
    r"^(?!.*\b(?:how|what|why|where) (?:do|would|can|should) (?:you|i|we)\b).*\byou\b.*\?|\byour\b"
    r"|\bdo we (?:want|have)\b|\bnext (?:meeting|step|time)\b|\bhow (?:do|does|did) (?:we|you|people"
    r"|everyone) feel\b",
    re.IGNORECASE,
)
POINTS = re.compile(
    r"\b(?:this|these|those)(?= *(?:$|[?.,;:]|(?:for|to|in|with|more|better|and|or|when|as|at|on|work|happen)\b))"
    r"|\b(?:that (?:one|group|meeting|issue)|above|below)\b",
    re.IGNORECASE,
)
ASKS_UNMARKED = re.compile(
    r"^(?:so |and )?(?:how (?:do|can|should) (?:we|i|you)|what (?:do|should) (?:we|i|you) do|what to do (?:when"
    r"|if)|what if"
    r"|is there a (?:\w+ )?way to|how to)\b",
    re.IGNORECASE,
)
STRUGGLES_TOO = re.compile(
    r"\bnot (?:very |really |so |always |that )?(?:scalable|clear|easy|obvious|working|documented|enough"
    r"|consistent|visible)\b"
    r"|\b(?:doesn't|don't|does not|do not) (?:scale|work well|have (?:the |any |enough )?(?:capacity|time"
    r"|bandwidth|people"
    r"|access))\b|\bisn't (?:documented|clear|easy|working)\b|\boverload\w*|\bfall(?:s|ing)? behind\b|\bout of date\b"
    r"|\boutdated\b|\b(?:rarely|hardly)\b|\bwe risk\b|\bat risk of\b|\bconcerns? (?:about|that|over)\b"
    r"|\b(?:too|very) few\b|\bdon't work on it again\b|\bneeds? (?:more )?attention\b",
    re.IGNORECASE,
)
MANY = (
    r"(?:i|we|you|people|they|users|learners|members|newcomers|students|participants|contributors|instructors|mentees"
    r"|mentors|everyone|folks|maintainers|leads|teams|volunteers|beginners|attendees|helpers|colleagues|residents)"
)
WISHES = re.compile(
    rf"\b{MANY}(?:'d| would| really| also| still| just| often| all| might| do)* (?:wish|wished|wants?|wanted"
    rf"|needs?|needed"
    r"|like|love|liked|asked) (?:to (?:be able|know|learn|understand|see|find|improve|get better|hear"
    r"|practi[cs]e|have (?:more"
    r"|better)|do better|try|meet|share|avoid)|more|better|clearer|fewer|less|smaller|help|support|guidance"
    r"|ways?|time|i|we"
    r"|there|an? (?:\w+ )?(?:ways?|place|guide|pipeline|process|path|list|mentor|space|mechanism))\b"
    r"|\b(?:would|might|could) be (?:very |really |so |more |also )?(?:nice|good|great|helpful|useful|better"
    r"|beneficial"
    r"|ideal|interesting|valuable|easier|fantastic)\b|\b(?:would|might|could) (?:really |also )?help\b"
    r"|\bit would (?:also )?have (?:been|helped)\b|\bthere should be\b|\bshould(?: all| also)? be (?:more"
    r"|better|clear\w*"
    r"|easier|documented|accessible|explained|recogni[sz]ed|welcome|shorter|smaller|obvious)\b"
    r"|\bshould have (?:been|had)\b"
    r"|^(?:i )?wish\b|\bi wish\b|\b(?:i|we)'d (?:like|love)\b|\bneeds? (?:more|better|clear(?:er)?|help (?:with"
    r"|getting|to|in)"
    r"|to be (?:more|better|clear\w*|easier|documented|simpler))\b|\bwould have liked\b|\bkeen to\b",
    re.IGNORECASE,
)
NO_WISH = re.compile(
    r"\b(?:if|when|who|anyone who|those who|anybody who|whether) (?:\w+ ){0,3}(?:wants?|wanted|needs?"
    r"|would like|interested)\b"
    r"|\bwants? to (?:thank|make sure|check|share an|give an update|mention|point out)\b|\b(?:i|we) (?:want"
    r"|need) to (?:see if"
    r"|see whether|find a (?:date|time|day))\b|\bdoes(?: not|n't) need\b|\bdon't (?:need|want)\b|\b(?:not a"
    r"|no) need\b|\b(?:more|better) attendance\b",
    re.IGNORECASE,
)
DIFFERS = re.compile(
    r"\bdisagree\w*|\b(?:didn'?t|don'?t|doesn'?t|not|never|couldn'?t|can'?t|won'?t|hard to|not everyone"
    r"|no one) agree\w*"
    r"|\bno (?:agreement|consensus)\b|\bcontentious\b|\bcontroversial\b|(?<!be )\bpush(?:ed|es) ?back (?:on"
    r"|against)\b"
    r"|\bsplit on\b|\btensions?\b|\bargument (?:between|about|over)\b|\b(?:others?|some people) (?:think|feel"
    r"|say|said|felt"
    r"|thought|prefer)\b|\bdiffer\w* (?:opinions?|views?)\b|\bmixed (?:feelings|opinions|views|reactions)\b"
    r"|\btwo camps\b|\bgoes? round in circles\b",
    re.IGNORECASE,
)


CALLS_FOR = re.compile(
    r"\b(?:should|needs?|needed|ought to|must|want(?:s|ed)? to|would like to|could be|let's|how about|worth"
    r"|important to)\b"
    r"|\?\s*[\"”')]*$|\bask(?:s|ed|ing) (?:for|about)\b|\brequest\w* for\b|\binterest(?:ed)? in\b",
    re.IGNORECASE,
)
WISH_LIST = re.compile(
    r"\bwe (?:want|wish|would like|'d like) to (?:get better|be able|learn|practi[sc]e|try)\b"
    r"|^(?:our |my )?wish(?:es|[ -]?lists?)\b|\bwant to (?:get better at|be able to|learn|practi[sc]e)\b"
    r"|\bwhat we want to (?:get better|be able|learn)\b",
    re.IGNORECASE,
)
STRONG_WORDS = frozenset(
    """
    struggle struggles struggled struggling difficult difficulty difficulties hard harder confusing confused confusion
    unclear challenge challenges challenging frustrating frustrated frustration stuck lost lack lacking lacks missing
    problem problems bottleneck burnout exhausting overwhelmed overwhelming overloaded painful pain unsure nobody wish
    why how afraid nervous intimidating tedious disagree tension forgot better too would helpful useful never
    outdated should need needs enough issues problematic can't couldn't didn't hiccups
    """.split()
)
CUE_WORDS = STRONG_WORDS | frozenset(
    """
    should need needs needed who which what where when enough can't cannot don't couldn't isn't doesn't want
    wants wanted must ask asked asking could let's interested important ought worth concern concerns few rarely
    hardly risk not
    """.split()
)


MARKS = str.maketrans(dict.fromkeys('.,;:!?()"“”*_’', " "))
