"""Word lists of a small, careful English: what may stand in an outcome, what ends it and what keeps a phrase out."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


DETERMINERS = _words("a an the our my your their each every any some no all both more fewer less many several enough")
PREPOSITIONS = _words(
    """
    about above across after against along alongside among amongst around at before behind below beside between
    beyond by down during for from in inside into like near of off on onto out outside over past per through throughout
    to toward towards under until up upon using via with within without
    """
)
POINTING = _words(
    """
    it its it's itself he she him her hers his himself herself this these those there here they they're they'd them
    themselves something anything everything someone's somebody's stuff thing things whatever etc same latter former
    above below aforementioned someone somebody such certain various so
    """
)
"""What points to another sentence, or to nothing in particular."""
PLURAL_OWNERS = _words("their them they themselves")
"""These may stay when people or a plural went before."""
PEOPLE = _words(
    """
    people newcomers members learners students participants instructors contributors beginners reviewers mentors
    mentees maintainers volunteers users helpers trainees teachers authors colleagues attendees speakers residents
    families parents clients everyone others developers researchers leads staff customers teams folks readers
    """
)
FINITE = _words(
    """
    is are was were am be been being has have had having will would can could should do does did may might must shall
    don't doesn't didn't isn't aren't wasn't weren't won't wouldn't can't cannot couldn't shouldn't haven't hasn't i'm
    i've i'd we're we've we'd we'll i'll you're you've you'd you'll they've they'll that's who's what's there's let's
    """
)
CUT_AT = _words(
    """
    because since although though if unless until once whereas given but yet then which including plus so than whose
    as due considering however therefore i.e e.g vs versus just maybe perhaps especially particularly specifically
    instead either
    """
)
"""Clauses that begin with one of these are left out."""
SITUATIONS = _words("when whenever before after while during without")
"""A clause that begins with one of these says in which situation, and may stay."""
RELATIVES = _words("that who where")
QUESTION_WORDS = _words("what who whom which where when why how whether")
TRAILING = _words(
    """
    today tomorrow now later again too also instead yet already soon right well better more much most ever
    currently properly correctly really here there anymore again moment point time week month year quarter next last
    this these that best early quickly effectively efficiently successfully appropriately easily necessary needed
    possible first only just even still rather both either etc way anyway though
    """
)
"""Words that a phrase does not end on."""
DANGLING = (
    PREPOSITIONS
    | DETERMINERS
    | QUESTION_WORDS
    | RELATIVES
    | _words("and or but as if than because so not to is are be being very")
)
GENERIC = _words(
    """
    people thing things stuff way ways work works working lot lots bit issue issues something anything everything
    problem problems question questions idea ideas time times part parts kind kinds sort sorts type types case cases
    area areas matter point points place places number option options side level topic topics item items task tasks
    one ones everyone anyone someone others other different same new good better best right next first last own
    set side step steps job need needs effort efforts amount list stuff want back experience experiences look place
    solution solutions approach approaches example examples bunch couple opportunity opportunities direction impact
    sense goal goals result results change changes effect progress plan plans action actions context situation
    situations aspect aspects detail details combination balance capacity process ability possibility amount value
    potential purpose reason reasons difference concern concerns concept concepts group groups day days available
    related number feature features current whole entire single large small big great nice long short high low hard
    easy important main real needed able various future general common space information input session sessions
    """
)
"""Heads that say nothing by themselves."""
ADMIN = _words(
    """
    calendar doodle invoice catering pizza snacks lunch dinner swag shirt shirts t-shirt t-shirts badge badges hotel
    flight flights visa venue parking ticket registration mailing email emails e-mail e-mails youtube tweet tweets
    twitter newsletter deadline deadlines slot slots monday tuesday wednesday thursday friday saturday sunday january
    february march april june july august september october november december election elections nomination
    nominations poll polls booth sponsor sponsors sponsorship budget budgets payment payments fee fees funding funds
    money price invite invites invitation invitations url urls link links button buttons logo logos username usernames
    password passwords login credentials account accounts agenda zoom webinar airport bus train taxi podcast
    vote votes voting announcement announcements minutes attendance rsvp signup sign-up sheet spreadsheet folder
    website meetup meetups hackathon workshop-request fundraising credits donation donations seats seat rooms tables
    awareness computer computers laptop laptops folks
    facebook linkedin instagram slides dinner hallway date dates board hotdesk tldr
    """
)
"""Logistics: what is settled once, by one person."""
MEETING_ADMIN = _words("meeting meetings call calls conference conferences event events summit repo repos recording")
"""Often logistics too, unless the sentence is about how people take part."""
VAGUE_OBJECTS = _words(
    """
    involved started rid going done feedback better ready worse used stuck lost sure clear possible away along together
    attention care advantage note notes part place action steps ownership consideration account touch sense
    """
)
TOOLS = _words(
    """
    git github python r sql bash shell jupyter slack discord docker unix excel openrefine markdown javascript
    typescript linux latex zulip etherpad node.js pandas ggplot2 numpy pytest english figma miro qgis postgres
    django react vim emacs rstudio golang go
    """
)
"""Names that everybody may say."""
TAKES_PREPOSITION = _words(
    """
    communicate collaborate work contribute teach talk speak listen respond reply deal build plan reach engage present
    search connect ask help cut argue prepare apply report
    """
)
"""Verbs that may stand before a preposition with no object between."""
UNFINISHED = r"\b(?:a|an|more|very|the)\s+\w+(?:ive|ful|able|ible|al|ous|ic|ent|ant|ary|less|ing|ed|er|ish|ier)$"
"""An article and an adjective: the noun was lost where the phrase was cut."""
