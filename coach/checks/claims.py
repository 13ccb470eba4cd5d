"""X3: things said of the community, of its past or of people in general, with no source beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.models import Finding

from .criterion import Criterion, quoted
from .quotes import search_own, without_quotes
from .texts import Text

_X3 = Criterion(
    "X3",
    "People stop trusting a plan, and the person who shows it, when it puts words into their mouths.",
    "Quote the sentence with its source, or say it as your own guess.",
)
_SENTENCE = re.compile(r"(?<=[.?!…”])\s+")
_LABEL = re.compile(r"[(\[][^()\[\]]*\bS\d+\b[^()\[\]]*[)\]]")
_MANY = (
    r"(?:most|many|some|several|few|half|one|two|three|four|five|a\s+few|a\s+lot|plenty|all|both|none|a\s+(?:third"
    r"|quarter|number|majority)|nearly\s+all|almost\s+all|the\s+majority|a\s+good\s+many)"
)
_FOLK = (
    r"(?:members?|people|colleagues?|communit(?:y|ies)|organisation|department|staff|newcomers?|regulars?"
    r"|old\s+hands?|volunteers?|teams?|circle|network|guild|club|group|nurses|teachers|engineers"
    r"|developers|managers?|ones|shift|crew)"
)
_SOURCE = (
    r"(?:notes?|retros?|retrospectives?|surveys?|minutes|meetings?|sessions?|records?|channels?|chats?|feedback"
    r"|questionnaires?|interviews?|conversations?|figures|statistics|logs?|gatherings?|calls?)"
)
_PAST = (
    r"(?:told|said|wrote|asked|left|felt|found|thought|knew|came|went|gave|took|got|lost|kept|saw|heard|met|fell"
    r"|grew|began|had|was|were|made|spoke|brought|quit|"
    r"wished|wanted|missed|complained|mentioned|reported|stopped|tried|failed|struggled|agreed|voted|decided|showed"
    r"|revealed|named|called|liked|loved|hated|feared|dropped|used\s+to|"
    r"proved|confirmed|learnt|learned|refused|resigned|suggested|admitted|raised|started|ended)"
)
_DONE = (
    r"(?:been|had|lost|said|told|asked|written|felt|found|got|become|grown|stopped|struggled|tried|complained|shown"
    r"|wanted|wished|known|learnt|learned|seen|heard|made|gone|come|given|"
    r"taken|forgotten|avoided|failed|missed|mentioned|reported|agreed|proved|proven|worked|suffered|kept|put|left"
    r"|needed|relied|asked\s+for)"
)
_OFTEN = (
    r"(?:always|never|often|long|usually|rarely|seldom|hardly\s+ever|still|tend\s+to|tends\s+to|keep|keeps"
    r"|no\s+longer)"
)
_STATE = (
    r"(?:say|says|feel|feels|find|finds|think|thinks|know|knows|believe|believes|struggle|struggles|want|wants|fear"
    r"|fears|worry|worries|agree|agrees|trust|trusts|like|likes|love|loves|hate|hates|"
    r"complain|complains|dread|dreads|avoid|avoids|prefer|prefers|lack|lacks|suffer|suffers|need|needs|can['’]t"
    r"|cannot|don['’]t|doesn['’]t|do\s+not|does\s+not|"
    r"(?:are|is|were|was)\s+(?:\w+\s+)?(?:afraid|tired|known|used|proud|frustrated|unsure|worried|scared|reluctant"
    r"|shy|overworked|good|bad|poor|weak|strong|unhappy|confused|a\s+group))"
)
_THEN = (
    r"(?:last|previous|past|recent)\s+(?:\w+\s+)?(?:year|years|month|months|week|weeks|spring|summer|autumn|winter"
    r"|term|season|meetings?|sessions?|retros?|gatherings?|calls?|workshops?|survey|round|quarter)"
)
_SEASON = (
    r"(?:spring|summer|autumn|winter|january|february|march|april|june|july|august|september|october|november"
    r"|december|20\d\d)"
)
_LONG = (
    rf"(?:{_THEN}|(?:years?|months?|weeks?)\s+ago|in\s+(?:the\s+|your\s+|last\s+)?{_SEASON}|since\s+(?:the|then|last"
    rf"|your|our|20\d\d|{_SEASON})\b|back\s+(?:in|then)|over\s+the\s+years|for\s+(?:years|months|ages"
    rf"|a\s+long\s+time)|each\s+time|every\s+time|time\s+and\s+again|once\s+again|recently|lately|ever\s+since"
    rf"|when\s+the\s+\w+(?:\s+\w+)?\s+(?:closed|opened|left|moved|merged|changed|started|ended|broke|went|came))"
)
_START = r"(?:^|[.!?;:]\s+|,\s+(?:and\s+|but\s+|so\s+|that\s+)?|\b(?:and|but)\s+|[–—]\s*)"
_WHO = (
    rf"(?:you|we|they|everybody|everyone|nobody|no\s+one|people|members|this|that|it|there|(?:your|our|the"
    rf"|these)\s+(?:[\w-]+\s+){{0,3}}?{_FOLK}|{_MANY}\s+(?:of\s+)?(?:you|your|our|the|them|us"
    rf"|{_FOLK})(?:\s+[\w-]+){{0,3}}?)"
)
_UNLESS = ("if", "when", "once", "unless", "should", "until", "while", "case", "what", "than", "not", "only", "time")
_NOT_IF = "".join(rf"(?<!{word}\s)" for word in _UNLESS)
_CLAIMS = (
    # so many of you have said, feel, left
    rf"{_NOT_IF}\b{_MANY}\s+of\s+(?:you|us|your|our|the\s+{_FOLK})\b(?:\s+[\w-]+){{0,4}}?\s+(?:{_PAST}\b|(?:have|has"
    rf"|['’]ve)\s+(?:\w+ly\s+|{_OFTEN}\s+|also\s+|already\s+)*{_DONE}\b)",
    rf"{_NOT_IF}\b(?:most|many|some|several|few|half|all|none|nearly\s+all|almost\s+all|plenty"
    rf"|a\s+lot)\s+of\s+(?:you|us|your\s+\w+|our\s+\w+)\s+(?:\w+ly\s+)?{_STATE}\b",
    # your colleagues say, your last retro showed
    rf"{_NOT_IF}\byour\s+(?:[\w-]+\s+){{0,3}}?(?:members|colleagues|communit(?:y|ies)|organisation|department|staff"
    rf"|newcomers|regulars|volunteers|teams?|circle|network|guild|club|people|{_SOURCE})\b"
    rf"(?:\s+\w+){{0,4}}?\s+(?:{_PAST}|(?:have|has)\s+(?:\w+ly\s+|{_OFTEN}\s+)*{_DONE}|{_OFTEN}\s+\w+|{_STATE}"
    rf"|shows?|showed|proves?|reveals?|suggests?|tells?|reports?|makes?\s+(?:it\s+)?clear|is\s+full\s+of"
    rf"|are\s+full\s+of)\b",
    rf"\b(?:in|from|according\s+to|at|since|after|during|over)\s+your\s+(?:own\s+)?(?:last\s+|recent\s+|latest\s+"
    rf"|previous\s+)?(?:\w+\s+)?{_SOURCE}\b[^.?!]{{0,40}}?\b(?:{_PAST}|has|have)\b",
    # you have always been, you tend to
    rf"{_START}you(?:\s+all)?(?:\s+have|['’]ve)\s+(?:(?:always|never|often|long|usually|rarely|repeatedly)\s+{_DONE}"
    rf"|(?:all\s+|\w+ly\s+)?(?:told\s+us|said|asked\s+(?:us|for)|stopped|wished|wanted))\b",
    rf"{_NOT_IF}(?<!that\s)(?<!which\s)(?<!where\s)(?<!after\s)(?<!because\s)\byou(?:\s+all)?(?:\s+have"
    rf"|['’]ve)\s+(?:all\s+|\w+ly\s+|long\s+)?(?:lost|become|grown|struggled|complained|avoided|forgotten|failed"
    rf"|suffered|got\s+used)\b",
    rf"{_START}you(?:\s+all)?\s+(?:tend\s+to|used\s+to|usually|are\s+(?:known|used|famous|a\s+(?:group|team"
    rf"|community)|people)\b|have\s+a\s+(?:habit|tendency|reputation|history))",
    # everybody knows, research shows
    r"\b(?:it\s+is|it['’]s|as\s+is)\s+(?:a\s+)?(?:well[- ]known|widely\s+known|common\s+knowledge|no\s+secret"
    r"|an\s+open\s+secret|known\s+that|obvious\s+to\s+(?:all|everyone))\b|\bwell\s+known\s+that\b",
    r"\b(?:as|what)\s+(?:everyone|everybody|we\s+all|you\s+all|all\s+of\s+(?:you|us))\s+(?:here\s+)?(?:knows?|said"
    r"|agreed?|told|feels?|remembers?)\b",
    r"(?<!what\s)(?<!where\s)(?<!whether\s)(?<!how\s)\b(?:research|studies|a\s+study|surveys|statistics|science"
    r"|scientists|experts|psychologists|the\s+(?:evidence|literature|figures"
    r"|statistics))\b(?:\s+\w+){0,5}?\s+(?:shows?|showed|shown|proves?|proved|proven|says?|tells?|found|finds?"
    r"|suggests?|confirms?|agrees?)\b",
    # people here never dare to
    rf"\b(?:people|members|newcomers|colleagues|staff|teams|everyone|everybody|nobody|no\s+one|most|many|those"
    rf"|the\s+(?:\w+\s+)?{_FOLK})\s+(?:[\w-]+\s+){{0,4}}?(?:here|in\s+(?:this|your)\s+(?:community|group|team|circle"
    rf"|house|organisation|department)|around\s+here|on\s+nights|on\s+days)\s+"
    rf"(?:{_STATE}|{_OFTEN}|{_PAST}|dares?|knows?|have\s+{_DONE}|has\s+{_DONE})\b",
    r"\b(?:members|people|newcomers|colleagues|staff|teams|regulars|beginners|nobody|everyone|everybody|handovers"
    r"|meetings|work)\s+(?:here|in\s+(?:your|this)\s+\w+|in\s+your\s+(?:\w+\s+)?\w+)\s+(?!(?:and|or|who|to|for|with"
    r"|is\s+(?:no|welcome)|may|can|will|"
    r"could|would|might|should|must|has\s+to|have\s+to|needs?\s+to|nods?|says?|reads?|writes?|keeps?\s+count|misses"
    r"|know\s+who)\b)(?:\w+s?|are|is|stay|find)\b",
    r"\b(?:management|the\s+(?:board|director\w*|leadership|head\s+office))\s+(?:has|have|had)\s+\w+ed\b"
    r"|\bin\s+this\s+house\b|\b(?:a|one|every)\s+(?:survey|poll|study|count"
    r"|questionnaire)\s+(?:\w+\s+){0,3}?(?:found|finds|showed|shows|shown)\b"
    r"|\bexperience\s+(?:shows|tells|teaches|suggests)\b|\bas\s+you\s+(?:all\s+|well\s+)*(?:know|remember"
    r"|have\s+seen|noticed|can\s+confirm)(?:,|\s+from|\s+yourselves|\s+only\s+too)|\bhas\s+(?:always|long"
    r"|never)\s+been\s+(?:your|our|a|the)\b|\bhas\s+been\s+(?:your|our)\b",
    r"\b(?:half|most|many|some|several|nobody|none|two|three)\s+of\s+the\s+(?:group|team|community|members|room"
    r"|people)\s+(?:have|has|had)\s+\w+\b|\beveryone\s+(?:agreed|felt|said|wanted|knew)\b[^.?!]*\b(?:last|then"
    r"|before|already)\b",
    r"\bin\s+(?:your|this)\s+(?:community|organisation|department|team|group|house|circle)\b,?\s+(?:people|nobody"
    r"|everyone|most|many|they|it\s+is|there\s+is|newcomers|members)\b",
    # a subject that is the community, and a verb that is no instruction
    rf"(?:^|[.!?;:]\s+|,\s+)(?:{_MANY}\s+of\s+)?(?:this|your|our|these)\s+(?:[\w-]+\s+){{0,2}}?(?:communit(?:y|ies)"
    rf"|network|club|guild|circle|members|colleagues|organisation|department|house|gatherings|meetings|chair|manager"
    rf"|managers|director|committee"
    rf"|(?<!your\s)group)\s+(?:have|has|had|are|is|were|was|{_PAST}|{_STATE}|promised|wished|ended)\b(?!\s+(?:to"
    rf"|free|welcome|asked|invited|allowed|about|here\s+to)\b)",
    r"(?:^|[.!?;:]\s+)your\s+group\s+(?:has|had|have)\s+(?:been|had|always|never|long|lost|\w+ed)\b|(?:^"
    r"|[.!?;:]\s+)you\s+are\s+(?:an?|the)\s+(?:\w+\s+)?(?:communit|group|team|network|club|crowd|people)\w*\b",
    rf"(?:^|[.!?;:]\s+)the\s+(?:last|previous|past|first)\s+(?:\w+\s+)?(?:gatherings?|meetings?|sessions?|workshops?"
    rf"|years?|months?)\s+(?:{_PAST}|have|has)\b|(?:^|[.!?;:]\s+)(?:in|last"
    rf"|since)\s+(?:the\s+)?{_SEASON}\b[^.?!]{{0,50}}\b{_PAST}\b",
    rf"(?:^|[.!?;:]\s+)(?:the\s+)?(?:older|younger|newer|senior|junior|longer-standing|experienced)\s+(?:members"
    rf"|colleagues|people|staff|ones)\s+(?:have|has|had|are|were|{_PAST}|{_STATE})\b",
    r"\bwe\s+know\s+(?:from|that\s+(?:you|your|people|members|many|most))\b|\brumou?r\s+has\s+it\b|\b(?:people"
    r"|they)\s+say\s+that\b(?=[^.?!]*\b(?:here|you|your)\b)|\b(?:apparently|reportedly|allegedly|notoriously"
    r"|famously)\b|\bword\s+(?:is\s+that|has\s+it)\b"
    r"|\bit\s+was\s+(?:the\s+)?(?:\w+\s+)?(?:wish|request|idea|decision|will)\s+of\b"
    r"|\bthe\s+majority\s+(?:of\s+\w+\s+)?(?:want|wish|ask|wanted|wished|asked|feel|felt|think|voted)\w*\b"
    r"|\b(?:somebody|someone|people)\s+(?:has|have)\s+(?:told|complained|said)\b",
    # what happened here before
    rf"(?:^|\bthat\s+|,\s+){_LONG}(?:\s+|[^.?!]{{0,40}}?,\s+){_WHO}\s+(?:\w+\s+){{0,2}}?(?:{_PAST}|(?:have"
    rf"|has)\s+(?:\w+\s+)?{_DONE})\b",
    rf"{_START}{_WHO}\s+(?:\w+\s+){{0,2}}?(?:{_PAST}|(?:have|has)\s+(?:\w+\s+)?{_DONE})\b[^.?!]{{0,60}}?\b{_LONG}\b",
)
_CLAIM = re.compile("|".join(f"(?:{each})" for each in _CLAIMS), re.IGNORECASE)


def check_claims(texts: Sequence[Text]) -> list[Finding]:
    """Check that what is said of the community, of its past or of people in general carries its source (X3)."""
    found: dict[str, Finding] = {}
    for text in texts:
        if text.where in found or not search_own(_CLAIM, text.words):
            continue
        # A full stop inside a quote ends no sentence of ours, and its label stands after it.
        sentence = next(filter(_is_bare_claim, _SENTENCE.split(without_quotes(text.words))), "")
        if sentence:
            message = f"{quoted(sentence)} says something of people here, and names no source."
            found[text.where] = _X3.mend(text.where, message)
    return list(found.values())


def _is_bare_claim(sentence: str) -> bool:
    asks = sentence.rstrip().endswith("?")
    return not asks and not _LABEL.search(sentence) and bool(_CLAIM.search(sentence))
