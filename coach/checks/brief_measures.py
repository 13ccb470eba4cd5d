"""Ways of holding people to a figure, a rank or a standard, colloquial ones too."""

from __future__ import annotations

from .brief_words import phrases

_UNIT = (
    r"(?:teams?|crews?|wards?|depots?|groups?|squads?|offices?|sites?|branch(?:es)?|departments?|shops?"
    r"|schools?|members?|people"
    r"|colleagues|newcomers|drivers|nurses|ones?|units?|floors?|councils?|chapters?|regions?|performers?"
    r"|learners?|rest|others?"
    r"|field|pack|class|community|communities|circle)"
)
MEASURED = phrases(
    r"up to (?:standard|scratch|par|the mark|the job|speed|the task), (?:meet|meets|met|hit|hits|make|makes"
    r"|made|reach|reached)"
    r" (?:the|its|their|every|all|our)(?: \w+)? (?:mark|grade|standards?|bar|targets?|goals?|milestones?"
    r"|requirements?"
    r"|expectations|benchmark|criteria), below par, sub-?par",
    r"(?:came|come|comes|coming) (?:out )?(?:on )?top, on top of the (?:table|list|class), top of the"
    r" (?:class|league|table"
    r"|pile|list|tree|game), top of (?:its|their) (?:class|game), number one, first place, second place, last"
    r" place, in the lead"
    ", took the lead in the, pole position, came in (?:first|second|last)(?= ?[:.,“]|$), second to none,"
    " front of the pack",
    r"thumbs[- ]up, flying colours, full marks, top marks, high marks, good marks, low marks, gold stars?,"
    r" gold medal, straight"
    r" a's, an a\+?(?= for), a plus, tick(?:s|ed|ing)? (?:the|every|all|all the|off the) box(?:es)?, a tick in",
    r"sign(?:s|ed)?[- ]off (?:as|on|for|by), signed off, sign-off, certificates?, certified, certification,"
    r" badges?, accredit\w*"
    r", diplomas?, qualified (?:as|for|to|in), qualifications?, fully trained, (?:a )?licence to,"
    r" gradu(?:ated|ates) from",
    r"from (?:red|amber|orange) to (?:amber|green|yellow), (?:in|into|to) the (?:green|red|amber)(?= ?[:.,“]"
    r"|$), (?:is|are|turned"
    r"|went|all|now|stands? at|on|moved to|still) (?:green|amber|red)(?= ?[:.,“]|$| now| on| across), traffic"
    r" lights?, rag status",
    r"(?:next|higher|another|top|first|second|third|fourth|entry|expert|required|expected|same) level,"
    r" levels? (?:one|two|three"
    r"|four|five|\d), levell?ed up, a level (?:up|higher|above), moved up, moves up, went up a, up a (?:notch"
    r"|level|grade|gear)"
    r", from (?:basic|novice|beginner|zero) to, from \w+ to (?:advanced|expert|master|hero), a notch (?:up|above)",
    rf"class (?:above|apart), a cut above, head and shoulders, best in, (?:the |our )?(?:best|worst|weakest"
    rf"|weaker|strongest"
    rf"|stronger|slowest|slower|quickest|fastest|smartest|brightest|poorest|top|star|leading|most (?:improved"
    rf"|advanced|able"
    rf"|active|engaged)|least (?:able|active|engaged)|lowest|highest|better|worse) (?:\w+ )?{_UNIT}, most"
    rf" improved, star pupil"
    ", role models?, shining example, model pupil, a leader in",
    rf"caught up(?: with)?, catch(?:es|ing)? up(?: with)?, (?:lags?|lagged|lagging|trails?|trailed"
    rf"|trailing)(?= (?:the|behind|our"
    rf"|other)| ?[:.,“]), (?:falls?|fell|fallen|falling|left|is|are|was|were|far|still|stays?) behind(?="
    rf" ?[:.,“]|$| (?:the|other|our"
    rf"|all|schedule|plan|its|their)(?: \w+)? ?{_UNIT}| schedule| plan)",
    rf"ahead of (?:(?:the|its|their|all|our|other|every)(?: \w+)? {_UNIT}|the (?:curve|game)|plan|schedule"
    rf"|target), a step ahead"
    r", (?:way|far|well|clearly|still|is|are) ahead(?= ?[:.,“]|$), left (?:\w+ ){1,3}behind, leads the"
    r" (?:field|way|pack|table)",
    rf"(?:do|does|did|doing|done|far(?:es?|ed)|works?|worked|learns?|learned|copes?|copes?) (?:\w+ly |much "
    rf"|far |still )?(?:better"
    rf"|worse|faster|more|less) than, (?:better|worse|stronger|weaker|faster|slower|quicker|safer|further"
    rf"|more \w+|less \w+) than"
    rf" (?:the |any |all |every |most |our |its )?(?:\w+ )?{_UNIT}, compared (?:favourably|well|badly)"
    rf" (?:with|to), beats? the"
    rf", beat the, (?:above|below) (?:the )?average, rank(?:s|ed|ing)? (?:above|below|among|first|last"
    rf"|high\w*|low\w*)",
    r"against (?:the )?(?:plan|target|budget), on target, on plan, beyond target, past the (?:post|mark),"
    r" over the line",
    r"turn-?out, attendances?, well[- ]attended, (?:room|hall|house|session|evening|sessions|evenings) (?:was"
    r"|were|is|are) (?:always "
    r")?(?:full|packed|bursting|heaving|overbooked|fuller|booked out|sold out), full (?:room|house|hall)s?,"
    r" packed (?:room|house"
    r"|hall)s?, standing room, (?:numbers|figures|sign-?ups|registrations|headcounts?) (?:\w+ )?(?:up|rose"
    r"|grew|doubled|climbed"
    r"|held|higher|strong|good|soared), (?:more|record|big|large|huge|great) (?:\w+ )?(?:crowds?|numbers"
    r"|audiences?|turn-?outs?)"
    r", more (?:people |of us |members )?(?:came|come|joined|attended|turned up|showed up)(?: than| each|"
    r" every)?, never missed a"
    r", (?:came|come) in (?:droves|numbers), a waiting list, filled the (?:room|hall)",
    r"(?:overwhelmingly|largely|very|mostly|highly|universally) (?:positive|happy|satisfied|favourable),"
    r" (?:positive|good|great"
    r"|glowing|excellent|rave) (?:feedback|reviews?|ratings?|responses?), feedback (?:was|is|has been)"
    r" (?:very |mostly )?(?:good"
    r"|great|positive|excellent), satisf(?:ied|action) with, five stars?, \w+[- ]star, went down well",
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+) (?:in|out of) (?:every )?(?:ten|five|four"
    r"|three|a hundred|\d+)(?! (?:sessions|notes|stories|months|meetings|of))"
    r", (?:one|two|three|four|five|six|seven|eight|nine) (?:tenths|fifths|quarters?|thirds?|eighths), of the"
    r" way there, half-?way there",
    r"got it right, get it right, (?:have|has|had) what it takes, cut out for, pass(?:es|ed)? (?:muster|the"
    r" test|with|the bar)"
    r", fail(?:s|ed) the (?:test|bar|mark|check), prov(?:ed|en) (?:themselves|itself|their worth|herself"
    r"|himself|their mettle)"
    r", skills? (?:went|rose|improved|grew|have|are|is|has)(?: \w+)?, skill-?set, improved skills, make the"
    r" cut, made the cut"
    r", earned (?:its|their) stripes, (?:is|are) now (?:experts?|competent|proficient|masters?), fit for"
    r" purpose, best practice"
    r", value for money, worth (?:every|the) (?:penny|money|cost|investment), return on, pays its way, key"
    r" performance",
    r"leaves? (?:\w+ ){1,4}(?:standing|in the dust|in (?:its|their) wake), (?:some|a long|a|still a|no) way"
    r" to go, to match the, keeps? up with"
    r", (?:can't|cannot|can not) keep up, (?:up|down) (?:in )?the (?:table|ranks?|list|league|order), more"
    r" and more (?:\w+ )?(?:attend|come|join)\w*"
    r", (?:people|members|colleagues|of us) attend\w*, (?:earned|won) (?:its|their) spurs, stage (?:one|two"
    r"|three|four|five|\d), a record number"
    r", (?:rates?|rated|rate it) (?:it |them )?(?:high|low|well|poor)\w*, (?:professional|high|higher|gold"
    r"|required|expected|good) standards?"
    r", response goals?, (?:did|do|does|doing|done) (?:very |really |so )?well(?= ?[:.,“]|$), overtaken?, overtook",
    r"(?:seats?|chairs?|places) (?:was|were) (?:all )?(?:taken|filled|gone), clos(?:ed?|ing) the gap (?:on"
    r"|with|to), tops? the, "
    r"(?:top|bottom) of the"
    r" (?:pile|heap|table|class|list)",
    r"sharpest (?:\w+ )?\w+, pass marks?, scored?, scores, a score of, scoreboard, league, podium, medals?,"
    r" (?:won|wins|win) (?:the|a)"
    r" (?:race|contest|prize|award)",
)
"""What holds people to something in any case, unless the object of their work is called so."""
