"""Ways of saying that something is the community's doing."""

from __future__ import annotations

from .brief_words import phrases

OURS = (
    r"(?:(?:the|our|these|those|this|all that|all this|such) )?(?:\w+ )?(?:community|communities|network"
    r"|guild|circle|club|sessions?"
    r"|meetings?|meet-?ups?|gatherings?|group|practice|learning|exchanges?|evenings?|afternoons?"
    r"|conversations?|talks?"
    r"|workshops?|get-togethers?|visits?|walk-?throughs?|hours?|mondays?|tuesdays?|wednesdays?|thursdays?"
    r"|fridays?|discussions?"
    r"|coming together|getting together|sitting together|comparing notes|learning together|peer \w+"
    r"|show-and-tells?|demos?"
    r"|meeting (?:every|each) \w+|meeting (?:up|regularly|monthly|weekly)|sharing)"
)
_EVENTS = (
    r"(?:(?:the|our|these|those|this|all that|all this) )?(?:\w+ )?(?:sessions?|meetings?|meet-?ups?"
    r"|gatherings?|practice|learning"
    r"|exchanges?|evenings?|afternoons?|conversations?|talks?|workshops?|get-togethers?|visits?"
    r"|walk-?throughs?|hours?|mondays?"
    r"|tuesdays?|wednesdays?|thursdays?|fridays?|discussions?|coming together|getting together|comparing"
    r" notes|meeting (?:every"
    r"|each) \w+|meeting (?:up|regularly|monthly|weekly)|sharing|show-and-tells?|demos?)"
)
_DATE = r"(?: (?:on|of|in|at|from) (?:\w+ ){0,2}?\w+)?"
_AUX = r"(?: (?:has|have|had|also|really|clearly|directly|finally|certainly|surely|then|now|soon|in turn))*"
CLAIMED_TOO = phrases(
    rf"{_EVENTS}{_DATE}{_AUX} (?:won|rescued|freed|spared|saved|mended|cured|brought|kept|made|turned|changed"
    rf"|put|set|gave|got"
    r"|took|let|cut|lifted|built|did|pulled|moved|shifted|restored|healed|ended|stopped|solved|fixed|raised"
    r"|opened the door"
    r"|broke|paved|carried|pushed|removed|closed the gap|drew (?:a line|people)|inspired|sparked|prompted"
    r"|sharpened|eased"
    r"|produced|created|yielded|generated|achieved|calmed|strengthened|multiplied|paid|bore|worked"
    r"|transformed|secured|protected|prevented|unblocked|earned|ensured)",
    rf"{OURS}{_AUX} (?:won|rescued|freed|spared|saved|mended|cured|restored|healed|inspired|sparked|spurred"
    rf"|solved|unblocked"
    r"|produced|yielded|generated|achieved|eased|calmed|earned|lifted|transformed|turned|changed|strengthened)",
    rf"{OURS}{_AUX} (?:gave|brought|got|won|put|kept|made|took|set) (?:\w+ ){{1,5}}?(?:back|going|alive|open"
    rf"|standing|afloat|right"
    r"|possible|happen|easier|better|safer|quieter|calmer|faster|out of|away|down to|place|an end|in motion"
    r"|together again"
    r"|on track|off the ground)",
    rf"it (?:is|was) {OURS}{_DATE} (?:that|which|who), what (?:\w+ ){{1,6}}?(?:is|was) {OURS}",
    rf"without {OURS} (?:\w+ ){{0,4}}?(?:would|could|might), would (?:\w+ ){{0,5}}?without {OURS}, but for {OURS}"
    rf", (?:were|had) it not (?:been )?for, had (?:we|people|they|it|\w+) not (?:met|come|shared|sat|talked),"
    rf" if (?:we|people"
    rf"|they) had not (?:met|come|shared|sat|talked), if not for {OURS}",
    r"(?:is|are|was|were|remains?) (?:\w+ )?(?:a|the|one)? ?(?:\w+ )?(?:fruits?|product|result|outcome|effect"
    r"|work|merit|legacy"
    r"|dividend|reward|consequence|upshot|payoff|return|achievement|child|success) of",
    r"(?:the|a) (?:\w+ )?(?:fruits?|reward|return|dividend|payoff|pay-off|merit|legacy|upshot) (?:of|on|for|from)",
    rf"credit (?:for|goes|is due|belongs) (?:\w+ ){{0,4}}?(?:to|goes|belongs|is), ow(?:e|es|ed) (?:\w+"
    rf" ){{1,5}}?to {OURS}"
    rf", {OURS} (?:is|are|was|were|lies?|stands?) (?:\w+ )?(?:behind|at the (?:root|heart|bottom) of"
    rf"|responsible for|to thank for)",
    rf"down to {OURS}, comes? down to {OURS}, {OURS} (?:is|are|was) to thank, we have {OURS} to thank",
    rf"because {OURS}, because (?:we|people|members|they) (?:met|meet|share\w*|came|sat|talked|compared"
    rf"|exchanged|practi\w+)",
    r"(?:swapping|talking|sharing|learning|meeting|comparing|exchanging|practising|listening|sitting|showing"
    r"|telling|coming|working)"
    r"(?: (?!about|from|at|in)\w+){0,4}? (?:has |have )?(?:made|brought|kept|won|gave|given|saved|cut|turned"
    r"|took|taken|changed|put|let)",
    rf"(?:it )?took {OURS}(?: \w+)? to, trac(?:ed|es?|eable) (?:\w+ )?to {OURS}, with {OURS} came, behind"
    rf" (?:\w+ ){{1,6}}(?:stands?|is|are|lies?)"
    rf" {OURS}, {OURS} (?:is|are|was|were) (?:the reason )?why, {OURS} (?:is|are|was|were) what, is what"
    rf" {OURS}, because (?:people|members|we|they)"
    r" (?:\w+ )?(?:exchange\w*|swap\w*|pool\w*), were enough to, (?:was|is) enough to, (?:grew"
    r"|stems|sprang|flows) (?:\w+ )?out of"
    rf" {OURS}, rooted in {OURS}, born (?:of|from|in) {OURS}, fed by {OURS}, made possible by, driven by,"
    rf" brought by, helped along by {OURS}",
    rf"if it (?:were|was|had) not (?:been )?for, what {OURS} (?:gave|brought|did|has given|has brought),"
    rf" what (?:\w+ ){{1,3}}(?:got|gained|have|had) from {OURS}, {OURS}{_AUX} brought (?:\w+ ){{1,4}}(?:round|closer)",
    r"did it(?= ?[:.,“]|$), did the trick, made (?:all )?the difference, paid off, pays off, bore fruit,"
    r" works? wonders"
    r", worked wonders, paid for (?:itself|themselves), paid back, repaid, put (?:an end|a stop|paid) to, set"
    r" (?:\w+ ){1,3}in motion"
    r", turned the corner, turned the tide, turning point, paved the way, opened the door, laid the"
    r" ground\w*, sowed the seeds?"
    r", kick-?started, fuelled, sparked, spurred, unlocked, made it happen, made (?:this|that|it) happen,"
    r" works? like magic"
    r", has everything to do with, is the secret of, tipped the (?:scales|balance), was decisive, is the key"
    r" to, was (?:the )?key",
    r"thanks to, owing to, on account of, by virtue of, courtesy of, off the back of, on the strength of",
)
"""Claims of a cause, whatever else is said."""
JOINED = phrases(
    r"which is why, that is why, this is why, that's why, therefore, hence, thus, in turn, with the effect"
    r" that, as a consequence",
    rf"(?:ever )?since (?:\w+ ){{0,2}}?(?:{OURS}|we|people|members|they) (?:\w+ )?(?:began|started|exists?"
    rf"|met|meets?|runs?|came|joined"
    r"|shared?|talk\w*|compare\w*|practi\w+|sat|took|took up|got together|formed|set up|opened)",
    rf"now that (?:{OURS}|we|people|members|they), after (?:{OURS}) (?:\w+ ){{0,3}}?(?:the|it|they|we) \w+"
    rf" (?:stopped|improved|rose)",
    r"(?:met|shared|compared|talked|exchanged|practised|sat|learned|learnt|came|session|meeting|community"
    r"|circle|group|evenings?"
    r"|talks?|workshops?|notes|together)(?:,)?(?: and)? so (?!far|say|it|to|that)(?:now )?(?:the|we|they"
    r"|people|it|our|nobody|no|fewer"
    r"|less|more|\w+s)",
)
"""Joints that make a cause of what stands before them; the quote may make the same."""
