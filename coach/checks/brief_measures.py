"""Ways of holding people to a figure, a rank or a standard, colloquial ones too."""

from __future__ import annotations

from .brief_words import phrases

_UNIT = (
    r"(?:teams?|crews?|wards?|depots?|groups?|squads?|offices?|sites?|branch(?:es)?|departments?|shops?|schools?|members?|people"
    r"|colleagues|newcomers|drivers|nurses|ones?|units?|floors?|councils?|chapters?|regions?|performers?|learners?|rest|others?"
    r"|field|pack|class|community|communities|circle)"
)
MEASURED = phrases(
    r"up to (?:standard|scratch|par|the mark|the job|speed|the task), (?:meet|meets|met|hit|hits|make|makes|made|reach|reached)"
    r" (?:the|its|their|every|all|our)(?: \w+)? (?:mark|grade|standards?|bar|targets?|goals?|milestones?|requirements?"
    r"|expectations|benchmark|criteria), below par, sub-?par",
    r"(?:came|come|comes|coming) (?:out )?(?:on )?top, on top of the (?:table|list|class), top of the (?:class|league|table"
    r"|pile|list|tree|game), top of (?:its|their) (?:class|game), number one, first place, second place, last place, in the lead"
    ", took the lead in the, pole position, came in (?:first|second|last)(?= ?[:.,“]|$), second to none, front of the pack",
    r"thumbs[- ]up, flying colours, full marks, top marks, high marks, good marks, low marks, gold stars?, gold medal, straight"
    r" a's, an a\+?(?= for), a plus, tick(?:s|ed|ing)? (?:the|every|all|all the|off the) box(?:es)?, a tick in",
    r"sign(?:s|ed)?[- ]off (?:as|on|for|by), signed off, sign-off, certificates?, certified, certification, badges?, accredit\w*"
    r", diplomas?, qualified (?:as|for|to|in), qualifications?, fully trained, (?:a )?licence to, gradu(?:ated|ates) from",
    r"from (?:red|amber|orange) to (?:amber|green|yellow), (?:in|into|to) the (?:green|red|amber)(?= ?[:.,“]|$), (?:is|are|turned"
    r"|went|all|now|stands? at|on|moved to|still) (?:green|amber|red)(?= ?[:.,“]|$| now| on| across), traffic lights?, rag status",
    r"(?:next|higher|another|top|first|second|third|fourth|entry|expert|required|expected|same) level, levels? (?:one|two|three"
    r"|four|five|\d), levell?ed up, a level (?:up|higher|above), moved up, moves up, went up a, up a (?:notch|level|grade|gear)"
    r", from (?:basic|novice|beginner|zero) to, from \w+ to (?:advanced|expert|master|hero), a notch (?:up|above)",
    rf"class (?:above|apart), a cut above, head and shoulders, best in, (?:the |our )?(?:best|worst|weakest|weaker|strongest"
    rf"|stronger|slowest|slower|quickest|fastest|smartest|brightest|poorest|top|star|leading|most (?:improved|advanced|able"
    rf"|active|engaged)|least (?:able|active|engaged)|lowest|highest|better|worse) (?:\w+ )?{_UNIT}, most improved, star pupil"
    ", role models?, shining example, model pupil, a leader in",
    rf"caught up(?: with)?, catch(?:es|ing)? up(?: with)?, (?:lags?|lagged|lagging|trails?|trailed|trailing)(?= (?:the|behind|our"
    rf"|other)| ?[:.,“]), (?:falls?|fell|fallen|falling|left|is|are|was|were|far|still|stays?) behind(?= ?[:.,“]|$| (?:the|other|our"
    rf"|all|schedule|plan|its|their)(?: \w+)? ?{_UNIT}| schedule| plan)",
    rf"ahead of (?:(?:the|its|their|all|our|other|every)(?: \w+)? {_UNIT}|the (?:curve|game)|plan|schedule|target), a step ahead"
    r", (?:way|far|well|clearly|still|is|are) ahead(?= ?[:.,“]|$), left (?:\w+ ){1,3}behind, leads the (?:field|way|pack|table)",
    rf"(?:do|does|did|doing|done|far(?:es?|ed)|works?|worked|learns?|learned|copes?|copes?) (?:\w+ly |much |far |still )?(?:better"
    rf"|worse|faster|more|less) than, (?:better|worse|stronger|weaker|faster|slower|quicker|safer|further|more \w+|less \w+) than"
    rf" (?:the |any |all |every |most |our |its )?(?:\w+ )?{_UNIT}, compared (?:favourably|well|badly) (?:with|to), beats? the"
    rf", beat the, (?:above|below) (?:the )?average, rank(?:s|ed|ing)? (?:above|below|among|first|last|high\w*|low\w*)",
    r"against (?:the )?(?:plan|target|budget), on target, on plan, beyond target, past the (?:post|mark), over the line",
    r"turn-?out, attendances?, well[- ]attended, (?:room|hall|house|session|evening|sessions|evenings) (?:was|were|is|are) (?:always "
    r")?(?:full|packed|bursting|heaving|overbooked|fuller|booked out|sold out), full (?:room|house|hall)s?, packed (?:room|house"
    r"|hall)s?, standing room, (?:numbers|figures|sign-?ups|registrations|headcounts?) (?:\w+ )?(?:up|rose|grew|doubled|climbed"
    r"|held|higher|strong|good|soared), (?:more|record|big|large|huge|great) (?:\w+ )?(?:crowds?|numbers|audiences?|turn-?outs?)"
    r", more (?:people |of us |members )?(?:came|come|joined|attended|turned up|showed up)(?: than| each| every)?, never missed a"
    r", (?:came|come) in (?:droves|numbers), a waiting list, filled the (?:room|hall)",
    r"(?:overwhelmingly|largely|very|mostly|highly|universally) (?:positive|happy|satisfied|favourable), (?:positive|good|great"
    r"|glowing|excellent|rave) (?:feedback|reviews?|ratings?|responses?), feedback (?:was|is|has been) (?:very |mostly )?(?:good"
    r"|great|positive|excellent), satisf(?:ied|action) with, five stars?, \w+[- ]star, went down well",
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+) (?:in|out of) (?:every )?(?:ten|five|four|three|a hundred|\d+)(?! (?:sessions|notes|stories|months|meetings|of))"
    r", (?:one|two|three|four|five|six|seven|eight|nine) (?:tenths|fifths|quarters?|thirds?|eighths), of the way there, half-?way there",
    r"got it right, get it right, (?:have|has|had) what it takes, cut out for, pass(?:es|ed)? (?:muster|the test|with|the bar)"
    r", fail(?:s|ed) the (?:test|bar|mark|check), prov(?:ed|en) (?:themselves|itself|their worth|herself|himself|their mettle)"
    r", skills? (?:went|rose|improved|grew|have|are|is|has)(?: \w+)?, skill-?set, improved skills, make the cut, made the cut"
    r", earned (?:its|their) stripes, (?:is|are) now (?:experts?|competent|proficient|masters?), fit for purpose, best practice"
    r", value for money, worth (?:every|the) (?:penny|money|cost|investment), return on, pays its way, key performance",
    r"sharpest (?:\w+ )?\w+, pass marks?, scored?, scores, a score of, scoreboard, league, podium, medals?, (?:won|wins|win) (?:the|a)"
    r" (?:race|contest|prize|award)",
)
"""What holds people to something in any case, unless the object of their work is called so."""
