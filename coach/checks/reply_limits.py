"""K8: what is for people stays with people; no diagnosis, no verdict on anybody, no law, no medicine."""

from __future__ import annotations

import re

from coach.models import Finding, ReplyKind

from .criterion import Criterion, quoted
from .reply_reading import ReplyReading, sentences_of

_PEOPLE = Criterion(
    "K8",
    "Some things need a person who may act; a tool that goes on coaching keeps somebody from that person.",
    "Say kindly that this is for people, name whom to turn to, and offer no move.",
)
_HEALTH = Criterion(
    "K8",
    "From a few lines nobody can tell what somebody has, and the word stays with them.",
    "Say what happened as they told it, and leave out what it may be called.",
)
_VERDICT = Criterion(
    "K8",
    "The coach hears one side; a verdict on somebody who is not there helps nobody to host.",
    "Say what the person did or what happened, in their words, and ask what could be different.",
)
_LAW = Criterion(
    "K8",
    "A wrong answer in law or medicine is theirs to live with.",
    "Leave the answer to somebody who is trained for it, and say so.",
)
_ILLNESS = (
    r"(?:(?:clinical(?:ly)?|severe(?:ly)?|mild(?:ly)?|social|general(?:ised)?|chronic|classic|textbook|undiagnosed"
    r"|probable|possible)\s+)*(?:depress(?:ion|ed|ive)|anxiety(?:\s+disorder)?|adhd|add\b|autis(?:m|tic)|asperger\w*"
    r"|neurodivergent|ptsd|post-?traumatic\s+\w+|traumati[sz]ed|trauma|bipolar|ocd|burn-?out(?:\s+syndrome)?"
    r"|burnt\s+out|burned\s+out|imposter\s+syndrome|panic\s+(?:attacks?|disorder)|eating\s+disorder|anorexi\w+"
    r"|dementia|schizophreni\w+|psychosis|psychotic|paranoid|paranoia|borderline|personality\s+disorder"
    r"|mental(?:ly)?\s+ill(?:ness)?|addict(?:ed|ion)|alcoholi\w+|dyslexi\w+|suicidal|hysterical|narcissis(?:m|tic)"
    r"|on\s+the\s+(?:autis\w+\s+)?spectrum)"
)
_DIAGNOSES = re.compile(
    r"\b(?:(?:sounds?|looks?|seems?|feels?|reads?)\s+(?:very\s+much\s+|a\s+bit\s+|a\s+lot\s+)?(?:like"
    r"|as\s+if\s+(?:\w+\s+){1,3}?(?:have|has|are|is)|to\s+be|to\s+have)|(?:signs?|symptoms?|case|form|picture"
    r"|touch)\s+of|suffer\w*\s+(?:from)?|struggl\w+\s+with|(?:is|are|was|['’]re|['’]s|am|be)\s+(?:probably|clearly"
    r"|likely|perhaps|just|simply|quite|very|a\s+bit)?"
    r"|(?:has|have|had|got)\s+(?:probably|clearly|likely)?)\s*(?:an?\s+)?(?:(?:some\s+)?(?:form|kind|sort|touch|case)\s+of\s+(?:an?\s+)?)?"
    + _ILLNESS
    + r"\b",
    re.IGNORECASE,
)
_BLAME = (
    r"(?:narciss\w+|psychopath\w*|sociopath\w*|bull(?:y|ies|ying)|harass\w+|sabotag\w+|undermin\w+|racist|sexist"
    r"|tyrant|toxic|manipulat\w+|gaslight\w*|control\s+freak|controlling|passive[- ]aggressive|aggressive|arrogant"
    r"|selfish|self-centred|self-absorbed|egotis\w+|lazy|incompetent|unprofessional|immature|childish|insecure"
    r"|jealous|stupid|clueless|ignorant|rude|disrespectful|difficult|impossible|bossy|domineering|dominant|dominating"
    r"|overbearing|stubborn|unreliable|dishonest|a\s+liar|lying|useless|hopeless|know-it-all|know-all|show-off"
    r"|attention[- ]seek\w+|troublemaker|bad\s+(?:host|facilitator|leader|manager|colleague|boss|person)"
    r"|weak\s+(?:host|facilitator|leader|manager)|not\s+(?:fit|suited|cut\s+out|up\s+to|capable|good\s+enough"
    r"|a\s+good\s+\w+|a\s+team\s+player)|(?:better|best|worse|worst|weaker|weakest|stronger|strongest)\s+(?:host"
    r"|facilitator|leader|speaker|one|person|listener)|unfit|to\s+blame|in\s+the\s+wrong|at\s+fault|the\s+problem)"
)
_PRAISE = (
    r"(?:brilliant|talented|gifted|competent|skilled|an?\s+(?:natural|star|excellent|great|strong)(?:\s+\w+)?"
    r"|excellent|outstanding)"
)
_IS = (
    r"(?:\s+(?:is|was|seems?|sounds?|looks?|appears?|acts?|comes?\s+across\s+as|must\s+be|may\s+be|might\s+be"
    r"|can\s+be|has\s+(?:always\s+)?been|tends?\s+to\s+be|sounds?\s+like|looks?\s+like)|['’]s)(?:\s+(?:being|to\s+be"
    r"|clearly|simply|just|so|very|rather|quite|really|probably|obviously|a\s+bit|a|an|the|something\s+of\s+an?|like"
    r"|often|always|known\s+to\s+be))*\s+"
)
_NAME = (
    r"(?-i:(?!(?:The|This|That|These|Those|It|What|Who|Which|There|Here|Where|When|How|Something|Nothing|Everything"
    r"|Everyone|Everybody|Nobody|Silence|Saying|Asking|Being|Hosting|Why|One|Half|Each|Any|Some|All|Your|And|But|So"
    r"|If)\b))(?-i:[A-Z][a-zà-ÿ]{2,})"
)
_SOMEBODY = (
    r"(?:he|she|(?:your|the|this|that|their|our)\s+(?:\w+\s+){0,2}?(?:colleague|co-?host|boss|manager|lead|leader"
    r"|chair|member|person|man|woman|director|expert|newcomer|facilitator|host|author|critic|speaker)|"
    rf"{_NAME})"
)
_JUDGES = re.compile(rf"\b{_SOMEBODY}{_IS}(?:{_BLAME})\b", re.IGNORECASE)
_LAUDS = re.compile(
    rf"\b{_NAME}{_IS}{_PRAISE}\b(?!\s+(?:question|idea|point|way|thing|moment))",
    re.IGNORECASE,
)
_LABELS = re.compile(
    r"\b(?:a|an|the|this|that|your)\s+(?:typical\s+|classic\s+|real\s+|clear\s+)?(?:narcissist\w*|psychopath"
    r"|sociopath|bully|control\s+freak|know-it-all|toxic\s+(?:person|colleague|member|man|woman|boss|manager)"
    r"|difficult\s+(?:person|people"
    r"|colleague|member|participant|character)s?)\b",
    re.IGNORECASE,
)
_CANNOT = re.compile(
    rf"\b{_SOMEBODY}\s+(?:just\s+|simply\s+|clearly\s+)*(?:can['’]t|cannot|is\s+unable\s+to|does(?:n['’]t|\s+not)\s+know\s+how\s+to|has\s+no\s+idea\s+how\s+to)\s+(?:host|facilitate|lead|listen|cope|handle|manage|run|chair)\b|\b(?:they|these|those|some)\s+(?:people\s+|members\s+|colleagues\s+)?are\s+(?:\w+\s+)?(?:toxic|narcissists|bullies|incompetent|lazy|stupid|troublemakers|know-it-alls)\b",
    re.IGNORECASE,
)
_GRADES = re.compile(
    r"\b(?:\d+(?:[.,]\d)?|[a-z]+)\s*(?:/\s*(?:5|10|100)\b|out\s+of\s+(?:5|10|100|five|ten"
    r"|a\s+hundred)\b(?=\s*(?:[.,;:!?)]|$|for\b|as\b)))|\b(?:\d|one|two|three"
    r"|four|five)\s+stars?\b(?=\s*(?:[.,;:!?)]|$|for\b))|\bgive\s+(?:him|her|them|(?-i:[A-Z][a-z]+))\s+an?\s+(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+|(?-i:[A-F]))\b(?!\s+\w+s\b)|\b(?:i(?:['’]d|\s+would)?|we)\s+(?:rate|rank|grade|score)\b",
    re.IGNORECASE,
)
_LEGAL = re.compile(
    r"\byou(?:['’]re|\s+(?:can|may|could|are|cannot|can['’]t|must|have))\s+(?:not\s+)?(?:legally|lawfully|by\s+law"
    r"|within\s+your\s+rights|entitled\s+to|the\s+legal\s+right\s+to|the\s+right\s+to\s+(?:record|refuse|sue|see"
    r"|be\s+paid|appeal|complain)|obliged\s+by\s+law)\b|\b(?:it|that|this|which|what\s+\w+\s+\w+)\s*(?:is|was|['’]s"
    r"|would\s+be|may\s+be|counts\s+as|constitutes|amounts\s+to|breaches|violates|breaks)\s+(?:clearly\s+|not\s+"
    r"|probably\s+|against\s+|an?\s+)*(?:unlawful|lawful|illegal|legal|the\s+law|gdpr|(?:the\s+)?data\s+protection"
    r"|discrimination|harassment|defamation|libel|slander|constructive\s+dismissal|breach\s+of\s+(?:contract"
    r"|confidence|gdpr)|negligence|liable|(?:unfair|wrongful)\s+dismissal)\b|\b(?:grounds\s+for\s+(?:dismissal"
    r"|a\s+claim|suing|a\s+grievance)|under\s+the\s+\w+(?:\s+\w+)?\s+act\b|legally\s+(?:obliged"
    r"|required|entitled|liable|binding|allowed)|you\s+(?:can|could|should|may)\s+sue|sue\s+(?:him|her|them))\b|\b(?:gdpr|the\s+law|employment\s+law|data\s+protection(?:\s+law)?|the\s+equality\s+act|your\s+contract)\s+(?:\w+ly\s+)?(?:allows?|forbids?|requires?|says?|lets?|protects?|obliges?|does|means)\b|\b(?:under|by)\s+(?:gdpr|law|the\s+law|employment\s+law|data\s+protection\s+law)\b|\b(?:employer|company|manager|landlord)\s+(?:must|has\s+to|is\s+obliged\s+to)\s+(?:\w+\s+)?(?:pay|provide|give|allow|let)\b",
    re.IGNORECASE,
)
_MEDICAL = re.compile(
    r"\b\d+\s?(?:mg|ml|milligrams?|tablets?|pills?)\b|\b(?:take|swallow|inject|give\s+(?:him|her|them)|try|needs?|one"
    r"|two|three|\d)\s+(?:an?\s+|some\s+|the\s+)?(?:ibuprofen|aspirin|paracetamol|insulin|antihistamines?"
    r"|antidepressants?|beta-?blockers?|sedatives?|painkillers?|antibiotics|medication|sleeping\s+pills?|valerian"
    r"|magnesium)\b|\b(?:stop|start|keep)\s+taking\s+(?:your|the|his|her|their)\s+\w+|\b(?:no|don['’]t"
    r"|not)\s+need\s+(?:to\s+see\s+)?(?:a\s+|the\s+)?(?:doctor|gp|hospital|ambulance)\b|\b(?:dose|dosage)\s+of\b"
    r"|\b(?:he|she|they|you)\s+(?:is|are|was|were)\s+having\s+an?\s+(?:\w+\s+)?(?:stroke|seizure|heart\s+attack"
    r"|allergic|reaction)\b"
    r"|\bit['’]?s?\s+(?:is\s+)?(?:only|just|probably)\s+(?:an?\s+)?(?:\w+\s+)?(?:allergy|reaction|migraine|virus|panic|stress\s+symptom)\b",
    re.IGNORECASE,
)
_LEFT_OPEN = re.compile(
    r"\b(?:can['’]t|cannot|can\s+not|don['’]t|do\s+not|won['’]t|not\s+for\s+me|no\s+way|whether|nobody|never|neither"
    r"|isn['’]t|not|rather\s+than"
    r"|without|if)\b(?:\W+\w+){0,8}\W*$",
    re.IGNORECASE,
)
"""Before words of this kind: then nothing is said to be so."""
_TOLD = re.compile(
    r"\b(?:you|they)\s+(?:say|said|write|wrote|tell|told|call|called|mention\w*|describe\w*|speak|spoke|name|named"
    r"|feel|felt"
    r"|find|found)\b(?:\W+\w+){0,8}\W*$",
    re.IGNORECASE,
)


def check_limits(read: ReplyReading) -> list[Finding]:
    """Check that a reply keeps to what a tool may say (K8)."""
    return [*_check_for_people(read), *_check_verdicts(read)]


def _check_for_people(read: ReplyReading) -> list[Finding]:
    reply, found = read.reply, []
    if read.given.for_people and reply.kind is not ReplyKind.SIGNPOST:
        found.append(_PEOPLE.stop("reply", "This is a matter for people, and the reply goes on coaching."))
    if reply.kind is ReplyKind.SIGNPOST and (reply.signpost is None or not reply.signpost.says.strip()):
        found.append(_PEOPLE.stop("signpost", "It points to nobody."))
    elif reply.signpost is not None and not (reply.signpost.contacts or reply.signpost.gap.strip()):
        message = "It names none of the community's contacts, and does not say that there are none."
        found.append(_PEOPLE.mend("signpost", message))
    if (read.given.for_people or reply.kind is ReplyKind.SIGNPOST) and reply.move is not None:
        found.append(_PEOPLE.stop("move", "A move is made where the matter is for people."))
    return found


def _check_verdicts(read: ReplyReading) -> list[Finding]:
    found: dict[tuple[str, str], Finding] = {}
    for text in read.texts:
        sentences = sentences_of(text.words)
        for pattern, criterion, says in _LOOKED_FOR:
            words = next(filter(None, (_first(pattern, sentence, read) for sentence in sentences)), "")
            if words:
                finding = criterion.stop(text.where, f"{quoted(words, 20)} {says}")
                found.setdefault((text.where, says), finding)
    return list(found.values())


_LOOKED_FOR = (
    (_DIAGNOSES, _HEALTH, "says what somebody has."),
    (_JUDGES, _VERDICT, "is a verdict on somebody."),
    (_LAUDS, _VERDICT, "is a verdict on somebody."),
    (_CANNOT, _VERDICT, "is a verdict on somebody."),
    (_LABELS, _VERDICT, "is a label for somebody."),
    (_GRADES, _VERDICT, "puts people on a scale."),
    (_LEGAL, _LAW, "answers a question of law."),
    (_MEDICAL, _LAW, "is medical advice."),
)


def _first(pattern: re.Pattern[str], sentence: str, read: ReplyReading) -> str:
    for match in pattern.finditer(sentence):
        before = sentence[: match.start()]
        asks = sentence.rstrip("”’ ").endswith("?") and pattern in {_LEGAL, _MEDICAL}
        if asks or _LEFT_OPEN.search(before) or _is_told(read, before, match[0]):
            continue
        return " ".join(match[0].split())
    return ""


def _is_told(read: ReplyReading, before: str, words: str) -> bool:
    """Return whether it only gives back what they said themselves: “you say that you are burnt out”."""
    return bool(_TOLD.search(f"{before}{words.split()[0]} ") and read.lemmas(words) & read.stems)
