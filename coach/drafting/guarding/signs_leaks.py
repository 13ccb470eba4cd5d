"""How a sentence asks for what is not its own: notes, prompts, keys, grades. Pure data, as in `signs_orders`."""

from __future__ import annotations

REVEALS: tuple[str, ...] = (
    r"\b(?:everything|all|whatever|anything|the words) (?:that )?you (?:were|have been|had been|got|are) (?:told|given"
    r"|sent|shown|handed)\b",
    r"\bother (?:passages?|notes?|pages)\b<GAP>{0,80}\b(?:word for word|verbatim|in full|copied|reproduced|printed"
    r"|attached|appended|confidential|private)\b",
    r"\b(?:reproduce|print|publish|list|give|show|include|read out|copy|write out|put"
    r"|insert)\w*\b<GAP>{0,20}\b(?:complete|full|whole|entire|every|all)\b<GAP>{0,40}\b(?:list of (?:the "
    r")?(?:members|people|participants|names)|member(?:ship)? list|roster|(?:tele)?phone numbers?|home addresses"
    r"|private addresses|dates of birth|set of notes|notes of)\b",
    r"\b(?:text|words|lines?|part|everything) (?:that |which )?(?:precedes?|comes? before|stands? before|goes "
    r"before|stands? above) (?:the |this |these )?(?:first |)(?:passages?|notes?|data|fence|page|line)\b",
    r"\byour (?:system|initial|hidden|secret|original) (?:prompt|instructions?|message)\b",
    r"\b(?:list|print|give|show|include|name|write|read out|put|share|publish)\w*\b<GAP>{0,30}\b(?:full names?"
    r"|names|home addresses|phone numbers|mobile numbers|e-?mail addresses|dates of birth|contact "
    r"details)\b<GAP>{0,60}\b(?:in|on|into|under|with|at) (?:the|your|each|every|any|all)(?: \w+){0,2} (?:plans?"
    r"|suggestions?|outcomes?|drafts?|answers?|run ?sheets?|sessions?|handouts?)\b",
    r"\b<REVEAL> (?:\w+ ){0,6}?(?:system|initial|hidden|developer|secret|internal) (?:prompts?|instructions?"
    r"|messages?)\b",
    r"\b(?:<REVEAL>|what (?:is|are|was|were)) (?:\w+ ){0,5}?(?:your|its|the model's|the assistant's) (?:\w+ "
    r"){0,2}?(?:prompts?|instructions?|system message|guidelines|rules|configuration|directives|api keys?|secrets"
    r"|credentials|passwords?)\b",
    r"\b(?:reveal|print|output|show|repeat|quote|copy|dump|disclose|recite|reproduce|translate|echo|write)(?:s"
    r"|ing)? (?:\w+ ){0,4}?(?:everything|all(?: the)? (?:text|words)|the text|the words|the lines?|the data"
    r"|what(?:ever)? (?:stands|is|was|came)) (?:\w+ )?(?:above|before|between|inside|you were (?:given|told)|you "
    r"have been|you can see|you see|in your context)\b",
    r"\b<REVEAL> (?:(?!for|about|on)\w+ ){0,4}?(?:private|confidential|secret|hidden|other people's|only me"
    r"|members only|sealed) (?:\w+ )?(?:notes?|passages?|documents?|entries|data|lines?)\b",
    r"\b<REVEAL> (?:\w+ ){0,4}?(?:the |all |every |any )?(?:other|previous|next|preceding|following|remaining|all"
    r"|every|everyone's|each) (?:of |the |other |members' |people's )*(?:notes?|passages?)\b<GAP>{0,60}\b(?:word "
    r"for word|verbatim|in full|as (?:they|it) (?:are|is|stand)|into (?:the|your|every|each)|in (?:the|your|every"
    r"|each) (?:plan|title|answer|output|outcome|suggestion|draft|first|json)|here|unchanged|complete|whole|you "
    r"(?:can see|have|were))",
    r"\b(?:contents?|text|words|wording|first (?:line|sentence|words)) of (?:the |all |any |every |your )*(?:other"
    r"|private|hidden|confidential|previous|preceding|next|everyone's|remaining) (?:\w+ )?(?:notes?|passages?"
    r"|prompts?)\b",
    r"\bdata label\b<GAP>{0,60}",
)
"""Patterns over looks."""

GRADES: tuple[str, ...] = (
    r"\b(?:giv\w*|grad(?:e|es|ed|ing)|scor(?:e|es|ed|ing)|mark|award\w*|assign\w*|return|deserv\w*|earn\w*|gets?"
    r"|receiv\w*|rat(?:e|es|ed|ing)(?: (?:it|this|the|them|us|me|each|every|all|our|my))?(?! limit)) (?:\w+ "
    r"){0,6}?(?:an? )?(?:(\d{1,3}) ?(?:/|out of) ?\1\b|(?:full|top|maximum|highest|perfect|best possible) "
    r"(?:marks?|scores?|grades?|ratings?|points?))",
    r"\b(?:grade|verdict|score|rating)[\"']? ?(?:[:=]|is|must be|should be|has to be) ?[\"']?(?:2|two|10|pass|full"
    r"|excellent|maximum)\b",
    r"\b(?:give|grade|rate|score|mark|award|assign) (?:this|it|the (?:plan|suggestion|outcome|answer|draft)|me|us"
    r"|them)(?: \w+){0,4}? (?:(?:an? |the )?(?:2|two|full|top|highest|maximum|perfect|pass)|the best)\b",
    r"\b(?:as|dear|hello|attention|notes?|message|to|for|you are|you're|hey|instructions?)(?: to| for)? (?:the "
    r"|an? |our |your |every |any |whoever is )*(?:llm |ai |fair |strict |wise )?(?:evaluators?|judges?|graders?"
    r"|examiners?|assessors?|raters?)(?:[,:;!-]| you\b| must| should| reading| who (?:reads|looks|grades))",
    r"(?:^|[.!?:\n\"(-] ?)(?:evaluator|judge|grader|examiner|assessor|rater)s? ?[,:!-]",
    r"\b(?:this|the) (?:suggestion|plan|outcome|answer|response|review|activity|draft) (?:\w+ )?(?:deserves|earns"
    r"|merits|must (?:get|receive|be given|be graded|be rated|pass)|should (?:get|receive|be given|be graded|be "
    r"rated)|(?:fully )?meets (?:all|every) (?:of )?(?:the |your )?criteri\w+|(?:is|was|has been) (?:already "
    r")?(?:graded|rated|scored|approved by))",
    r"\b(?:the )?(?:judge|grader|evaluator|reviewer|marker)s? (?:must|should|has to|will|is to|shall) (?:\w+ "
    r")?(?:give|grade|rate|score|award|accept|answer|return)\b",
)
"""Patterns over looks."""

TO_JUDGES: tuple[str, ...] = (
    r"\b(?:evaluators?|judges|graders?|raters?|assessors?|examiners?)\b<GAP>{0,60}\b(?:gave|give|given|agree\w*"
    r"|already|scored?|rated?|graded?|award\w*|will be|who|must|should|found|accepted)\b",
    r"\b(?:rubric|criterion|criteria|marking scheme|grading|grades?|scale)\b<GAP>{0,60}\b(?:changed?|updated?"
    r"|revised|replaced|amended|obsolete|now means|withdrawn|no longer|supersed\w+|since)\b",
    r"\b(?:top|full|highest|maximum|perfect|best) (?:possible )?(?:grade|marks?|score|rating)s?\b|\bgrade of (?:2"
    r"|two)\b",
    r"\b(?:counts?|qualif\w+|scores?|earns?|worth|rated?|graded?|merits?|deserves?|receives?) (?:as |for |at "
    r")?(?:an? )?(?:2|two)(?: out of (?:2|two))?(?:[.,;:!]|$)",
    r"\b(?:correct|right|only|final|agreed) (?:grade|score|verdict|rating)\b",
)
"""Patterns over looks, for suggestions only: people in notes may speak of graders and rubrics."""
