"""What putting people, or their learning, to a test sounds like.

Each pattern names what is done and to whom; the same verb with another object ("test the prototype", "mark the
handovers") is left alone. `FINE` lists what a pattern would wrongly take, and `NEGATION` what turns a hit into its
opposite ("never a test").
"""

from __future__ import annotations

import re

_ONE = (
    r"(?:members?|participants?|people|persons?|learners?|newcomers?|attendees?|students?|pupils?|trainees?|mentees?"
    r"|apprentices?|colleagues?|peers?|neighbou?rs?|individuals?|delegates?|employees?|staff|beginners?|experts?"
    r"|performers?|regulars?|authors?|presenters?)"
)
_ALL = r"(?:everyone|everybody|anyone|anybody|each other|one another|every(?:\s+single)?\s+one)"
_TEAMS = r"(?:teams?|pairs?|groups?|tables?)"
_LEAD = r"(?:the|our|your|their|all|all\s+the|each|every|both|new|individual|other|of|these|those|\w+ing)"
_TO = rf"(?:{_LEAD}\s+){{0,3}}"
PEOPLE = rf"(?:{_ONE}|{_ALL})"
"""Words for the people in the room."""
OWNERS = rf"(?:(?:{_TO}(?:{_ONE}|{_ALL}|{_TEAMS})(?:['’]s|s?['’]))|their|your|his|her|my)"
"""Words for what belongs to them."""
_LEARNING = (
    r"(?:knowledge|skills?|understanding|learning|progress|performance|competenc\w+|abilit(?:y|ies)|proficiency"
    r"|mastery"
    r"|confidence|memory|recall)"
)
_WORK = (
    r"(?:work|maps?|drafts?|drawings?|sketch(?:es)?|canvas(?:es)?|answers?|essays?|presentations?|contributions?"
    r"|efforts?"
    r"|reflections?|attempts?|results?|homework)"
)
_VERB = r"\b(?:(?:test|assess|benchmark|rank)(?:s|es|ed|ing)?|(?:evaluat|examin|rat|scor|grad|judg)(?:e|es|ed|ing))\b"
_TO_WORK = r"\b(?:(?:assess|rank)(?:es|s|ed|ing)?|(?:rat|scor|grad|judg)(?:e|es|ed|ing))\b"
_SCALE = (
    r"(?:\b(?:1|one|0|zero)\s*(?:–|—|-|to|and)\s*(?:3|4|5|6|7|10|100|three|four|five|seven|ten)\b"
    r"|\bout\s+of\s+(?:\d+|five|ten|a\s+hundred)\b|\bon\s+a\s+scale\b|\b\w+\s+stars\b|/\s?(?:5|10)\b"
    r"|\ba\s*(?:–|-|to)\s*[ef]\b)"
)
_MUST = r"(?:must|should|shall|has\s+to|have\s+to|needs?\s+to|will|is\s+to|are\s+to)"

PEOPLE_UNDER_TEST = (
    # the person as the object: score each member, rank the teams, benchmark our people
    rf"{_VERB}\s+{_TO}{PEOPLE}\b(?!['’]|\s+(?:at\s+home|in\s+(?:hospital|crisis|pain|need)|for\s+\w+))",
    rf"{_VERB}\s+(?:our|your|all|each|every|both)\s+{_TEAMS}\b(?!['’-])",
    rf"\b(?:rank(?:s|ed|ing)?|(?:scor|grad)(?:e|es|ed|ing))\s+the\s+{_TEAMS}\b(?!['’-])",
    rf"\b(?:test|quiz)(?:s|ed|zed|ing|zing)?\s+the\s+(?:{_TEAMS}|class|room)\s+on\b",
    # what people know or made: test participants' knowledge, grade their work
    rf"{_VERB}\s+{OWNERS}\s+(?:own\s+)?(?:\w+\s+)?{_LEARNING}\b",
    rf"{_TO_WORK}\s+{OWNERS}\s+(?:own\s+)?(?:\w+\s+)?{_WORK}\b",
    rf"\bcheck(?:s|ed|ing)?\s+(?:{_TO}{PEOPLE}['’]s?|their)\s+(?:knowledge|understanding|skills?|competenc\w+"
    rf"|learning)\b",
    rf"\b{OWNERS}\s+{_LEARNING}\s+(?:is|are|gets?|(?:will|can|must)\s+be)\s+(?:then\s+|also\s+)?"
    r"(?:measured|tested|assessed|checked|scored|graded|rated|tracked|evaluated|ranked)\b",
    rf"\bmark(?:s|ed|ing)?\s+(?:{PEOPLE}['’]s\s+{_WORK}|(?:the|their|all|each)\s+(?:work|answers?|essays?"
    rf"|homework))\b(?!\s+(?:as|on|in)\b)",
    rf"(?<!keep\s)\b(?:measure[sd]?|measuring|(?:track|monitor)(?:s|ed|ing)?)\s+{OWNERS}\s+(?:{_LEARNING})\b",
    rf"\b(?:test|quiz|examine)(?:s|ed|ing)?\s+what\s+(?:{_TO}{PEOPLE}|they|you)\s+(?:\w+\s+)?(?:know|learn|remember"
    rf"|recall|took)\w*",
    rf"\b(?:individual|personal|{PEOPLE}(?:['’]s|['’]))\s+performance\b",
    # the person as the subject: newcomers are graded
    rf"\b{PEOPLE}\s+(?:\w+\s+){{0,2}}?(?:is|are|be|being|gets?|was|were)\s+(?:then\s+|also\s+|all\s+)?"
    r"(?:tested|assessed|evaluated|examined|benchmarked|ranked|rated|scored|graded|marked|certified)\b",
    r"\b(?:you|we)\s+(?:will|are\s+going\s+to|may|might|must|should)\s+(?:all\s+)?be\s+"
    r"(?:tested|assessed|graded|marked|ranked|scored|examined|evaluated)\b",
    rf"\bhow\s+(?:well\s+)?{_TO}{PEOPLE}\s+(?:perform|scor|compar)\w*",
    rf"\b(?:{PEOPLE}|{_TEAMS}|those|whoever)\s+(?:who\s+|that\s+)?(?:pass|fail)(?:es|s|ed)?\b"
    r"(?=\s*(?:$|[.,;:!?)]|the\s+(?:test|exam|quiz|course|module|assessment)|may|can|will|must|move|get|go))",
    # assessment of learners; peer assessment; skills test
    rf"\b(?:assessment|evaluation|appraisal|testing|ranking|grading|scoring|marking|rating"
    rf"|benchmarking)s?\s+of\s+{_TO}"
    rf"(?:{PEOPLE}|{OWNERS}\s+{_LEARNING}|{_LEARNING})\b(?!['’])",
    r"\b(?:learner|skills?|member|participant|peer|knowledge|competenc(?:y|e)|staff|summative|formative|student)\s+"
    r"(?:assessment|evaluation|appraisal|grading|marking|ranking|rating|scoring|testing|test|check)s?\b",
    rf"\bcomplian(?:ce|t)\s+of\s+{_TO}{PEOPLE}\b|\b{PEOPLE}['’]s?\s+compliance\b|\bnon-?compliant\s+{PEOPLE}\b",
)
"""Done to people: tested, graded, ranked, assessed."""

SCHOOLROOM = (
    r"\bquiz(?:zes|zed)?\b",
    r"\bexams?\b",
    r"\b(?:an|the|final|oral|written|closing|entrance)\s+examinations?\b(?!\s+of)",
    r"\bpass(?:es)?\s*/\s*fail(?:s|ed)?\b|\bpass(?:es|ed)?\s+or\s+fail(?:s|ed)?\b|\bpass\s+mark\b",
    r"\bpass(?:es|ed|ing)?\s+the\s+(?:course|module|assessment)\b",
    r"\bpass(?:es|ed|ing)?\s+(?:a|an|our|their|the)\s+(?:(?!unit|smoke|load|type|regression"
    r"|integration)\w+\s+)?test\b"
    r"(?!\s+(?:suite|case|run|environment|build|drive|bed))",
    r"\b(?:multiple[- ]choice|end[- ]of[- ](?!the\b)\w+|aptitude|vocabulary|glossary|memory|closed[- ]book|surprise"
    r"|pop)\s+tests?\b",
    r"\b(?:pre|post)-?tests?\b(?!\s+(?:\w+\s+)?(?:validation|hook|step|clean))",
    r"\bgraded\s+(?:exercises?|tasks?|assignments?|homework|activity|activities|session)\b",
    r"\b(?:who|how\s+many)\s+(?:\w+\s+){0,2}?(?:got|gets?)\s+\w+\s+(?:right|wrong)\b",
    r"\b(?:sits?|sat|sitting|takes?|took|taking|sets?|setting|gives?|finish(?:es)?|ends?|close[sd]?|begins?"
    r"|starts?)\s+"
    r"(?:(?:with|by)\s+)?(?:a|an|the|another|this|one)\s+(?:(?:short|quick|little|small|final|written|brief|timed"
    r"|spot)\s+)?"
    r"tests?\b(?!\s+(?:environment|run|case|suite|drive|branch|plan|bed|user|page|build|script|infra\w*))",
    r"\btests?\s+(?:at\s+the\s+(?:end|start|close)\b|on\s+the\s+(?:glossary|vocabulary|basics|theory|content"
    r"|material|terms))",
    rf"\b(?:knowledge|skills?)\s+(?:check|quiz)\b|\btests?\s+of\s+(?:{_LEARNING}|what\s+(?:people|they|you|members))",
    r"\bcertif\w+\b.{0,60}\bpass(?:es|ed|ing)?\b|\bcertified\s+(?:after|once|if|when|only|by\s+passing)\b",
)
"""Things that belong to a schoolroom: quizzes, exams, passing."""

SCORES = (
    # a scale, whatever it is laid on: rate the map 1–5
    rf"\b(?:rat|scor|grad)(?:e|es|ed|ing)\b(?!\s+of\b)[^.;?!\n]{{0,60}}?{_SCALE}",
    r"\bscor(?:e|es|ed|ing)\s+(?:at\s+least\s+|over\s+|above\s+|more\s+than\s+)?\d+\s?(?:%|per\s?cent|points?)",
    r"\bmark(?:s|ed|ing)?\b[^.;?!\n]{0,40}?\bout\s+of\s+(?:\d+|five|ten|a\s+hundred)\b",
    r"\bon\s+a\s+(?:scale\s+(?:of|from)\s+(?:1|one|0|zero)|(?:1|0)\s*(?:–|-|to)\s*\d+\s+scale)\b|\bstar\s+ratings?\b",
    rf"\b(?:scor|grad)(?:e|es|ed|ing)\s+(?:the|each|every|all)\s+(?:{_WORK})\b",
    # scores and grades that people get
    rf"\b(?:{OWNERS}|everyone['’]s|individual|personal|team|test|satisfaction|confidence|attendance|engagement"
    rf"|average|final)\s+"
    r"(?:scores?|grades?|rankings?)\b",
    rf"\bscores?\s+(?:(?:between|across|of|for|per|from)\s+{_TO}(?:{PEOPLE}|{_TEAMS})\b|(?:per|a)\s+head)"
    r"|\b(?:compare|keep|keeping|comparing)\s+scores?\b",
    rf"\b(?:gets?|receives?|earns?|gives?|giving|awards?|given)\s+(?:{_TO}(?:{PEOPLE}|{_WORK}|them)\s+)?(?:a|an"
    rf"|their|its)?\s*"
    r"(?:final\s+|overall\s+)?(?:(?:grade|score|point)s?\b(?!-)|marks?\s+(?:out\s+of|for)\b)",
    r"\b(?:collect|add\s+up|compare|publish|announce)(?:s|es|ing)?\s+(?:the\s+|all\s+)?(?:marks|grades)\b",
    rf"\b(?:those|whoever|{PEOPLE}|{_TEAMS})\s+with\s+(?:the\s+)?(?:high|low|best|worst|top)\w*\s+(?:scores?|grades?"
    rf"|marks?)\b",
    r"\bleague\s+tables?\b|\bleader\s?boards?\b",
    rf"\b(?:top|low|high|poor|best|worst|weak|weakest|strong|strongest|under)[- ]?(?:performers?"
    rf"|performing\s+{PEOPLE})\b"
    r"|\b(?:weak|weaker|weakest|strong|stronger|strongest|poor|bad)\s+(?:members?|participants?|learners?|students?"
    r"|newcomers?)\b",
)
"""Numbers, grades and ranks."""

TARGETS = (
    r"\bkpis?\b|\bkey\s+performance\s+indicators?\b",
    rf"\b(?:{PEOPLE}|we|you|they|{_TEAMS})\s+(?:\w+\s+){{0,2}}?(?:{_MUST}\s+)?(?:all\s+|each\s+)?(?:hit|meet|reach"
    rf"|achieve|miss|beat)"
    r"(?:s|es|ed)?\s+(?:the|their|its|our|a|your|every|all)\s+(?:\w+\s+)?targets?\b"
    r"(?=\s*(?:$|[.,;:!?)]|of\b|for\b|by\b|set\b|each\b|every\b|this\b))",
    r"\b(?:individual|personal|attendance|participation|engagement|learning|training)\s+targets?\b",
    rf"\b{PEOPLE}\s+(?:\w+\s+){{0,3}}?(?:reach|meet|attain|achieve)(?:s|es|ed)?\s+(?:the\s+|a\s+)?(?:required\s+"
    rf"|minimum\s+|expected\s+)?"
    r"(?:level|standard|grade)s?\b",
    r"\btargets?\s+of\s+[^.;?!\n]{0,40}?\bper\s+(?:person|member|head|participant)\b",
    rf"\btargets?\s+(?:is\s+|are\s+|set\s+)*for\s+{_TO}{PEOPLE}\b",
    r"\b\d+\s?(?:%|per\s?cent)\s+(?!of\b)(?:\w+\s+)?(?:competenc\w+|competent|mastery|proficien\w+|attendance"
    r"|satisfaction|engagement|pass\s+rate)\b",
    rf"\b\d+\s?(?:%|per\s?cent)\s+of\s+(?:the\s+|our\s+|all\s+)?{PEOPLE}\b[^.;?!\n]{{0,40}}?"
    r"\b(?:must|should|have\s+to|need\s+to|competent|proficient|certified|master\w*|achiev\w*|pass\w*|scor\w*)\b",
    r"\b(?:achiev|reach|attain|demonstrat|prov)(?:e|es|ed|ing)?\s+(?:\w+\s+){0,2}?(?:competenc(?:y|e)|proficiency"
    r"|mastery)\b",
    r"\bcompetenc(?:y|e|ies)\s+(?:framework|matrix|level|score|rating)s?\b",
    rf"\bperformance\s+(?:review|management|appraisal|rating)s?\b(?!\s+(?:of|for"
    rf"|on)\s+(?!{_TO}{PEOPLE}))(?!\s+(?:tool|team|system)s?)",
    r"\b(?:annual|yearly|staff|employee|your|their|quarterly)\s+(?:\w+\s+)?appraisals?\b",
)
"""Targets and performance, laid on people."""

_NUMBER = r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty)"
CONTESTS = (
    rf"\b(?:{PEOPLE}|{_TEAMS})\s+(?:then\s+|will\s+)?(?:compete|race)\b|\bcompet(?:e|ing)\s+(?:against|for\s+a"
    rf"|with\s+each)\b",
    r"\b(?:best|fastest|most|highest|finest)\s+(?:\w+\s+)?wins\b|\bthe\s+winning\s+(?:team|pair|group|table"
    r"|person)\b",
    rf"\b(?:prizes?|trophy|trophies|medals?)\s+(?:for|goes?\s+to)\b|\bvote\s+(?:for|on)\s+the\s+(?:best"
    rf"|worst)\s+(?:{_WORK}|{_TEAMS})\b",
    rf"\b(?:at\s+least|a\s+minimum\s+of|no\s+fewer\s+than)\s+{_NUMBER}\s+(?:\w+\s+){{1,3}}?(?:per|a|each"
    rf"|every)\s+(?:week|month|quarter"
    r"|year|person|member|head)\b",
    rf"\b(?:give|award|rate|score|mark|grade)\s+(?:yourself|yourselves"
    rf"|each\s+other)\s+(?:\w+\s+){{0,3}}?(?:{_NUMBER}|points?|stars?|marks?)\b",
)
"""People set against one another, or against a quota."""

FINE = (
    # the object of somebody's work, not a thing done to the people in the room
    r"\bexams?\s+(?:results?|board|boards|paper|papers|timetable|office|hall|system|service|platform|data|room"
    r"|season)\b",
    r"\bpub\s+quiz(?:zes)?\b|\bquiz(?:zes)?\s+(?:app|page|service|feature|component|software|engine|form|night)\b",
    r"\b(?:medical|physical|dental|eye)\s+exam(?:ination)?s?\b",
    r"\b(?:risk|risks|hazards?|likelihood|severity|urgency|priority|pain|bugs?|tickets?)\b[^.;?!\n]{0,40}"
    r"(?:\b\d\s*(?:–|-|to)\s*\d+\b|\bscale\b|\bout\s+of\b)",
    rf"\b(?:assess|evaluat)\w*\s+{_TO}{PEOPLE}['’]s?\s+(?:\w+\s+)?needs\b",
    r"\btargets?\s+(?:audience|date|platform|release|state|group)s?\b",
)
"""What looks like a hit and is the object of the work."""

NEGATION = (
    r"\b(?:not|never|no|none|nobody|no[- ]one|without|neither|nor|rather\s+than|instead\s+of|isn['’]t|aren['’]t"
    r"|don['’]t"
    r"|doesn['’]t|didn['’]t|won['’]t|wasn['’]t|weren['’]t|can['’]t|cannot|free\s+of|avoid(?:s|ing)?|nothing)\b"
)
"""Words that turn what follows into its opposite."""
NEGATION_BROKEN = r"\b(?:only|just|forget|miss|skip|leave|leaves|until|unless|before|fail|but|everyone|everybody)\b"
"""Words between a negation and a hit that undo the negation: "don't forget the quiz"."""


def compile_patterns(sources: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """Compile patterns that ignore case."""
    return tuple(re.compile(source, re.IGNORECASE) for source in sources)
