"""Words to tell names from: names that are also words, and what is written with a capital and names nobody."""

from __future__ import annotations

NAMES_THAT_ARE_WORDS = frozenset(
    """will mark grace rose may bill summer hope art rob pat sue dawn joy faith june april august jan march drew chase
    grant frank rich nick dean earl duke king prince guy gene ray jay robin wren lark iris lily violet daisy poppy
    ivy heather holly hazel olive ginger basil sage rosemary fern flora clay cliff dale glen heath forest brook lane
    ford reed rush dash miles randy buck chip chuck skip tony ruby pearl opal amber jade gem crystal jewel coral
    star sky storm rain sunny misty stormy autumn winter spring noel christian pope bishop abbot mason cooper tanner
    turner walker hunter fisher baker cook smith potter carter carpenter archer page marshal major judge justice
    honor honour charity patience prudence constance verity mercy felicity bliss merry gay happy melody harmony
    carol aria cadence viola max al ed don ken norm stew van herb rusty dusty lance pierce wade bob dick tad tab
    penny patty peg kitty bunny honey candy sandy brandy sherry gale dot dolly bee kay ann an so do no le in my li
    long young song hung bing sun man tang wing ping pong yes black white green brown gray grey blue gold silver
    stone wood woods hill hills field fields river rivers lake pond marsh moss bush tree bank banks beach shore
    street park parks porter butler shepherd knight noble savage small little short strong sharp swift quick bright
    best good wise moody blunt power powers price cash bond case day days week weeks winters snow frost hail love
    heart head hand hands foot beard bird fox wolf lamb hare drake swan crane finch nightingale bull pike salmon
    bass roach fish bell bells horn drum pipe piper singer dance dancer ball court church temple cross bridge
    bridges gate gates hall house bath wells well waters water pool burn burns bacon rice bean beans berry cherry
    apple pepper salt sugar lemon farmer gardener miller weaver fuller dyer draper sawyer glover thatcher slater
    painter plumber clerk chancellor constable sergeant captain monk nun priest parson deacon friend guest neighbour
    neighbor stranger child boy girl lord lady baron queen east west north south english french german holland
    england ireland welsh hunt cope ring link key keys lock nail pin gun shield shields spear bow arrow speed race
    rider driver flood grove groves orchard moor hood close law laws read reader book pen post note story speaker
    call cry blow wish dream dare doubt might must shall can need ever else sales marks bills jack dolphin angel
    destiny trinity liberty genesis heaven eden paris london sydney florence victoria chelsea austin dallas houston
    madison lincoln jackson washington georgia virginia carolina savannah india china jordan israel kenya chad cuba
    hays ace chance colt cruise dane denver jet kit leaf mist monday neon ocean phoenix pilot pip pixie prairie
    raven rebel rocky rowan saint salem sailor shade sonny sterling tag tate ty tiger trace treasure unity valor
    venus vision whisper wild windy xray yank zen zip bat bear beck blaze blossom bonny booth brand brick briar
    buddy chess chi cricket cruz dell dew dug faye fleur gill glory haven hawk haze heron indigo ink isle jazz jig
    journey jude juniper laurel lee legend less lex lot lotus luck lyric mac magnolia maple marina meadow mint moon
    nova oak pace palmer pax peace peck pine posy quill rally reef reign ripple roam robe royal rue rye sable
    saffron say shaw shea sienna sierra sol sparrow spike spirit sully sunshine sylvan tally teal temperance thistle
    thorn timber topaz tulip twig vale vesper way weld willow winner witt yarrow zeal zephyr the a i to on at me us
    we he she it as is be or if by of and but for all any one two ten up go am""".split()
)
"""First names, surnames and nicknames that also stand in a dictionary, folded."""

MONTHS_AND_SEASONS = frozenset("may june april august jan march summer winter spring autumn".split())
"""Names that are also a time of the year."""

THINGS = frozenset(
    """hope joy faith art love peace honor honour charity mercy patience justice liberty harmony unity
    victory dream doubt luck glory destiny chance power price cash water church law speed""".split()
)
"""Names that are also things of which one says that they are or have: `Hope is what carries us`."""

CALLS_NOBODY = frozenset(
    "here channel everyone all team param return returns property media import override staticmethod classmethod "
    "dataclass pytest app click test throws see since author deprecated todo charset keyframes include".split()
)
"""What stands behind an `@` and calls nobody in particular."""

NAMES_NOBODY = frozenset(
    """january february march april may june july august september october november december monday tuesday wednesday
    thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun today tomorrow yesterday easter
    christmas english welsh scottish irish british french german spanish polish arabic latin chinese hindi american
    european african asian australian canadian nobody everybody somebody anybody everyone someone anyone noone
    people folks everything nothing something anything this that there what who which whose where when why how none
    half most each one two three four five six first second third last next other another some many several few both
    all any every he she they it we you i him her them us me his hers theirs ours yours mine my our your their its
    the a an and or but so if then than as at by for from in into of off on onto out over to up with without yes no
    not ok okay agenda agendas action actions attendee attendees attendance apologies apols aob announcement
    announcements background call chat comment comments context date decision decisions discussion discussions done
    email example facilitator feedback follow goal goals here host hosts idea ideas info intro introduction
    introductions issue issues item items link links location meeting meetings member members minutes moderator note
    notes notetaker news online open organizer organizers overview participant participants plan plans present
    presenter problem problems proposal purpose question questions reason recording recordings reference references
    regrets remote report reports request resources result results review room scribe session sessions speaker
    speakers status step steps summary task tasks team thanks thank time title topic topics tldr update updates
    version video votes warning welcome week weeks world zoom slack github gitlab google microsoft apple amazon meta
    twitter facebook youtube linkedin discord zulip teams hangouts python java javascript typescript node linux
    windows docker kubernetes jupyter foundation community committee council board group working university college
    school institute company department office project program programme workshop workshops conference summit lab
    labs center centre london paris berlin europe africa asia america usa uk austin texas california canada india
    germany france spain england scotland wales ireland australia brazil japan china italy mexico netherlands poland
    sweden norway north south east west northern southern eastern western city county state street road avenue house
    new old big small good great best high low more less free real true false general main key pros cons also
    currently previously finally basically overall however therefore maybe perhaps please sorry hi hello hey dear
    regards cheers cool warm nice wow yeah yep nope let lets need needs needed want wants should would could can
    will shall might must do does did don is are was were be been being has have had get got go going went make made
    see saw look looks add added create created use used using try trying keep start stop continue sender receiver
    user users reader readers author authors maintainer maintainers contributor contributors customer client lead
    leads chair chairs owner owners reviewer reviewers approver approvers mentor mentors student students learner
    learners instructor instructors teacher teachers trainer trainers helper helpers newcomer newcomers manager
    engineer designer developer developers researcher researchers director secretary treasurer president professor
    dr mr mrs ms prof sir q qs ans answer answers fyi ps nb eg ie etc tbd tba wip pr prs url api ui ux faq rfc sig
    wg cc part section chapter page figure table appendix phase stage level day month year quarter morning afternoon
    evening night spring summer autumn fall winter data model models test tests tool tools code docs doc
    documentation website site blog post posts release releases roadmap milestone milestones priority priorities
    risk risks challenge challenges opportunity opportunities strength strengths weakness weaknesses learning
    learnings lesson lessons outcome outcomes benefit benefits cost costs budget funding survey surveys event events
    talk talks demo demos show tell breakout breakouts stickies worked dragged liked learned lacked longed
    outstanding pending completed complete description details detail type name names role roles contact contacts
    phone address likewise meanwhile otherwise although though because since while after before during until unless
    whether still lobby chore chores gut additionally similarly firstly secondly lastly moreover carpentry
    carpentries berkeley princeton oxford cambridge harvard stanford mit florida ghana hamilton manitoba oklahoma
    oslo otago seattle virginia washington shanghai houston orlando antonio san los angeles francisco york boston
    chicago toronto vancouver montreal amsterdam barcelona madrid rome vienna zurich geneva brussels dublin
    edinburgh glasgow manchester bristol leeds birmingham cardiff belfast copenhagen stockholm helsinki tokyo seoul
    beijing singapore mumbai delhi bangalore nairobi lagos cairo johannesburg sydney melbourne auckland zealand
    nigeria kenya ethiopia egypt russia ukraine turkey israel colombia argentina chile peru denmark finland belgium
    switzerland austria portugal greece colorado oregon arizona utah nevada ohio michigan illinois wisconsin
    minnesota massachusetts pennsylvania maryland carolina dropbox netlify heroku aws azure openai anthropic mozilla
    redhat ibm intel nvidia wikipedia stackoverflow reddit taker takers mic ping via nominating kubecon rackspace
    korean slackbot interviewee interviewer interviewees development seed here's there's it's that's what's who's
    let's i'm i've i'd we're we've they're you're don't""".split()
)
"""What is written with a capital, or stands before a colon, and names nobody; folded."""
