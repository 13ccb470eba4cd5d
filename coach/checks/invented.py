"""A2: is the work on the table somebody's own and unfinished, or made up for the occasion?"""

from __future__ import annotations

import re

from coach.models import Activity

from .quotes import search_own

_MADE_UP = (
    r"\b(?:fiction(?:al|alised)?|fictitious|imaginary|imagined|invented|made[- ]up|make-believe|fabricated|concocted"
    r"|dreamt?\s+up|thought\s+up|cooked\s+up|pretend(?:ed)?"
    r"|hypothetical|fake|dummy|toy|mock(?:ed)?(?:[- ]up)?|simulat\w+|synthetic|bogus|composite)\b",
    r"\b(?:never|doesn['’]t|don['’]t|didn['’]t|does\s+not|do\s+not)\s+(?:really\s+|actually\s+)?(?:lived?"
    r"|exist(?:ed)?|happen(?:ed)?)\b|\bno\s+such\s+(?:person|place|firm|case)\b",
    r"\b(?:sample|demo|demonstration|practice|training|tutorial|starter|textbook|classroom|template|stock"
    r"|placeholder|off-the-shelf|canned|ready-made|generic|standard|model"
    r"|prepared|specimen|worked|set)\s+(?:\w+\s+)?(?:case|cases|data|data\s?sets?|system|project|example|examples"
    r"|exercise|exercises|task|scenario|scenarios|problem|"
    r"problems|client|patient|company|letter|report|document|story|brief|files?|answers?|solution|code|repository"
    r"|photos?|site|website|shop)\b",
    r"\b(?:text-?books?|work-?books?|hand-?books?|work-?sheets?|hand-?outs?|exercise\s+(?:sheet|book|from)s?"
    r"|course\s+(?:material|folder|pack|book)s?|case\s+stud(?:y|ies)|"
    r"case\s+from\s+the|scenario\s+cards?|role\s+cards?|character\s+sheets?|role-?plays?\s+(?:with|about|in\s+which"
    r"|from)|old\s+exercises?|winning\s+entr(?:y|ies)|from\s+the\s+product|made\s+for\s+(?:teaching|training|the)"
    r"|answer\s+(?:key|sheet)s?|model\s+(?:answer|solution)s?|(?:chapter|page|unit|module|exercise|lesson)\s+(?:\d+"
    r"|one|"
    r"two|three|four|five|six|seven|eight|nine|ten)|the\s+manual)\b",
    r"\b(?:that\s+comes\s+with|supplied\s+with|bundled\s+with|downloaded\s+from|taken\s+from\s+the\s+(?:internet|web"
    r"|press)|found\s+(?:online|on\s+the\s+(?:internet|web)))\b",
    r"\b(?:written|prepared|put\s+together|created|set\s+up|devised|designed|drawn\s+up)\s+(?:\w+\s+){0,4}?(?:for"
    r"|by)\s+(?:the|this|today['’]?s?|our|tonight)\s*(?:\w+\s+)?(?:"
    r"occasion|evening|session|workshop|exercise|training|trainer|trainers|host|facilitator|purpose|day|course"
    r"|meeting|afternoon|morning)?\b(?=\s*(?:$|[.,;]|so|with|and|in))",
    r"\b(?:faults|errors|mistakes|bugs|problems|traps)\s+(?:have\s+been\s+|are\s+|were\s+)?(?:planted|hidden"
    r"|built\s+in|put\s+in|inserted|seeded)\b|\bcomes\s+out\s+even\b",
    r"\b(?:Acme|Foo\s?bar|Contoso|Widget\s?Co\w*|Lorem\s+ipsum|John\s+Doe|Jane\s+Doe|Anytown|Nowhere(?:ville"
    r"|shire))\b",
    # real once, and finished long ago
    r"\b(?:polished|(?:already|long)\s+(?:since\s+)?(?:finished|closed|settled|solved|published|shipped|delivered)"
    r"|completed\s+(?:case|project|piece|work)s?|award-winning|famous|"
    r"historic(?:al)?|best[- ]practice|exemplary|showcase|published\s+(?:report|case|paper|example|guide)s?"
    r"|from\s+the\s+archives?)\b",
)
_FORMS = re.compile("|".join(_MADE_UP), re.IGNORECASE)
_PRETENDING = re.compile(
    r"\bimagine\s+(?:that\s+)?you\s+(?:work|are|run|manage|own|belong|have\s+(?:been|just)|were)\b(?!\s+(?:there"
    r"|here|in\s+their|them|it|the\s+(?:reader|owner|person)))"
    r"|\b(?:as\s+if|as\s+though)\s+(?:it|they|this|everything\s+in\s+it)\s+(?:had|were"
    r"|was)\s+(?:really\s+)?(?:happened|real|true)\b|\bpretend\s+(?:that\s+)?(?:you|to)\b"
    r"|\b(?:fictional|fictitious|made-up|invented|imaginary|make-believe)\s+(?:\w+\s+)?(?:case|firm|company|client"
    r"|patient|town|council|school|family|person|project|"
    r"organisation|team|service|data)\b|\b(?:answers?|solutions?)\s+(?:are|is|stand|can\s+be\s+found)\s+(?:on|at"
    r"|in)\s+the\s+(?:back|end|last|next)\b"
    r"|\bleave\s+(?:your|our)\s+own\s+(?:\w+\s+)?(?:work|place|case|project|job)\b|\b(?:planted|built-in"
    r"|hidden)\s+(?:faults?|errors?|mistakes?)\b",
    re.IGNORECASE,
)
_CASE = re.compile(
    r"\b(?:cases?|examples?|scenarios?|projects?|exercises?|tasks?|stor(?:y|ies)|briefs?|data|data\s?sets?"
    r"|documents?|situations?|problems?|texts?|clients?|patients?|"
    r"compan(?:y|ies)|firms?|puzzles?|photos?|items|samples?|materials?|reports?|templates?|folders?|packs?|cards)\b",
    re.IGNORECASE,
)
_THEIRS = re.compile(
    r"\b(?:our|ours|your|yours|my|their|own|we|us|you|members?|somebody|someone|somebody['’]s|people|each|everyone"
    r"|colleagues?|owner\w*|author\w*|whose|whoever|one\s+of|"
    r"the\s+(?:team|group|three|pair|community|club|network|parish|ward|school|council|trust))\b"
    r"|(?-i:\b[A-Z]\w+)(?:['’]s|s['’])\s+(?-i:[a-z])|\b(?:morning|week|month|today|tomorrow|yesterday|tonight|member"
    r"|owner|colleague|"
    r"team|club|manager|author|resident|customer|client|neighbour|friend|community|charity)s?['’]s?\b"
    r"|\b(?:this|last|next|coming|today|tomorrow|yesterday|current(?:ly)?|present|recent(?:ly)?|now|new|live|open"
    r"|real|really|actual|unfinished|unsettled|half\w*|stuck|due|"
    r"upcoming|soon|waiting|pending|ongoing|running|started|started|begun|going|not\s+(?:yet\b|\w+ed)|still|draft"
    r"|in\s+(?:progress|hand|use)|on\s+(?:the|somebody)|backlog|queue|"
    r"inbox|board|bring|brought|brings|to-?do|up\s+for|merged|booked|before|until|Monday|Tuesday|Wednesday|Thursday"
    r"|Friday|Saturday|Sunday|January|February|March|April|"
    r"June|July|August|September|October|November|December|20\d\d)\b",
    re.IGNORECASE,
)
_FEWEST_WORDS = 4


def find_invention(activity: Activity) -> str:
    """Return the words that say that the work is made up or long finished, or nothing."""
    said = search_own(_FORMS, activity.real_work)
    if said:
        return said
    told = (*(text for step in activity.steps for text in (step.does, step.say)), activity.bring, activity.lend)
    return next(filter(None, (search_own(_PRETENDING, text) for text in told)), "")


def is_nobodys(real_work: str, *, written_out: bool) -> bool:
    """Return whether work is named of which nothing says that it is anybody's, or going on.

    Args:
        real_work: What it says of the work.
        written_out: Whether the activity says so much that this would be said too; else only a "case" is doubted.
    """
    if _THEIRS.search(real_work):
        return False
    return written_out or (len(real_work.split()) >= _FEWEST_WORDS and bool(_CASE.search(real_work)))
