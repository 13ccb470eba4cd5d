"""Words that judge, measure, rank or tell a result: in our words they need the same in the words behind them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from coach.playbook.language import stem_of

_RESULT = (
    "accelerate accomplish accomplished achieve achievement achieved adopt adoption attain attained avert"
    " beat benefit"
    " benefited bloom boost breakthrough champion climb closure complete-success conquer convince convinced"
    " cure cured"
    " decline decrease deliver delivered diminish dividend double doubled eliminate eradicate expand"
    " expansion flourish"
    " foster fulfil fulfilled gain gained grew growing growth grown halve halved heal honour impact improve improved"
    " improvement increase increased lasting lessen lower lowered mastered mastery milestone multiply optimise"
    " overcome overcame payoff fewer persuade persuaded prevail prevent prevented progress prosper prove"
    " proven proof quadruple"
    " rebound recover recovered recovery reduce reduced reduction remedied remedy rescue rescued resolve resolved"
    " resolution restore restored restoring revive revived reward rewarded rise risen rose safeguard save"
    " saved saving"
    " savings secured settle settled shrink shrank slash slashed soar solution solve solved spared speed-up"
    " streamline"
    " streamlined strengthen strengthened succeed succeeded success successful successfully surge sustain sustained"
    " thrive thriving transform transformed triple tripled triumph turnaround unlock unlocked upgrade uplift victory"
    " win winner winning won yield cheaper dearer agree-fully agreement consensus agreed agrees agree"
    " unanimous unanimously unite united"
    " endorsed endorse approve approved approval embrace embraced fruit fruitful pay-back bolster cement consolidate"
    " decrease deepen enrich enhance enhanced entrench freed liberate lighten minimise maximise modernise perfected"
    " rectify reinforce rejuvenate relieve relieved reunite revamp simplify simplified sharpen smoothed stabilise"
    " tame vanish vindicate widen worsen worsened deteriorate deteriorated stagnate plummet"
)
_EVALUATION = (
    "admirable admire admired adore advantage amazing appreciate appreciated appreciation awesome beautiful"
    " beautifully"
    " best better brilliant brilliantly capable cheerful commendable committed competent competently comfortable"
    " confident confidence convincing credible crucial delight delighted dedicated diligent eager easier easy"
    " effective"
    " effectively efficient efficiently effortless effortlessly elegant empower empowered empowering"
    " energised engaged"
    " enjoy enjoyed enjoyable enthusiasm enthusiastic excellence excellent exceptional excited exciting exemplary"
    " fabulous fantastic fast faster fastest favourite favour fine-tuned flawless flawlessly glad good grateful great"
    " greatly happier happiest happily happy harmonious healthy healthier helpful ideal immaculate impeccable impress"
    " impressed impressive impressively incredible innovative inspire inspired inspiring invaluable joy joyful keen"
    " likeable love loved magnificent marvellous mature meaningful modern motivated neat nice nicely optimal"
    " outstanding"
    " passionate perfect perfectly pioneering pleased pleasing pleasure popular positive positively powerful praise"
    " praised precious productive professional profitable quicker quickest quickly reliable reliably"
    " remarkable resilient"
    " respected robust safe safer safest safely satisfied satisfying seamless seamlessly significant significantly"
    " simpler skilful skilled smart smarter smooth smoother smoothly spectacular splendid stable stronger strong"
    " stunning substantial substantially superb sustainable talented terrific tidier trusted trust trustworthy"
    " unbeatable valuable valued vibrant vital welcomed wonderful worthwhile"
    " thrilled happiness satisfaction morale wellbeing harmony loyal loyalty dependable foolproof watertight"
    " cutting-edge world-class state-of-the-art top-notch first-class first-rate priceless"
    " awful appalling backward careless catastrophe catastrophic chaos chaotic clumsy disappointing disappointment"
    " disaster disastrous disgrace disgraceful dismal dreadful hopeless horrible ignorant inadequate incapable"
    " incompetent inefficient inept inferior lazy mediocre miserable negligent outdated pathetic pointless shambles"
    " sloppy terrible toxic unprofessional unreliable useless worthless ridiculous shameful stubborn unmotivated"
)
_MEASURE = (
    "attendance attendee turnout headcount uptake engagement participation productivity output throughput efficiency"
    " performance percent percentage percentages proportion rate rating ratings ratio score scores scored"
    " scoring statistic"
    " statistics statistical metric metrics measurable measurably kpi okr roi indicator benchmark benchmarked target"
    " targets quota quotas survey surveyed evaluation evaluated assessed assessment graded"
    " grading appraisal audit-score pass-mark footfall retention compliance utilisation capacity-figure"
    " turnaround-time baseline index scorecard dashboard traffic-light"
    " crowds record-breaking oversubscribed sold-out packed"
)
_RANK = (
    "advanced average above-average accredited badge basic certificate certificates certified certification champion"
    " competence competency competencies contest elite exceed exceeded excel excelled expertise-level foremost"
    " frontrunner highest inferior laggard lagging lags lag league lowest outclass outdo outpace outperform"
    " outperformed"
    " outrank outshine outshines outstrip overtake overtook proficiency proficient qualified qualification"
    " rank ranked"
    " ranking ranks rival runner-up strongest superior surpass surpassed trailblazer underperform unmatched"
    " unrivalled"
    " unsurpassed upskilled weaker weakest worst diploma licence-level medal trophy podium prize award awarded awards"
    " bottom-placed top-ranked merit distinction gold-standard role-model"
)
_NEGATIVE = frozenset(
    "decline decrease deteriorate deteriorated dearer worsen worsened stagnate plummet weaker negative lag"
    " lags lagging"
    " inadequate outdated disappointing disappointment unreliable pointless useless chaos chaotic clumsy slow lower"
    " lowered diminish shrink shrank settle settled agree agreed agrees agreement consensus solution"
    " resolution proof proven".split()
)
"""Loaded words that a sentence about what is hard, open or seen differently may hold."""
_FAMILIES = (
    "fast faster quick quicker quickly sooner earlier shorter speed minute hour half moment straight immediate",
    "fewer no not longer stop stopped stops gone less rare seldom never instead",
    "cut reduce reduced lower lowered shrink shrank decrease fewer less shorter drop halve one",
    "agree agreement consensus settle settled decide unite both together",
    "solve solved solution resolve resolved resolution fix mend repair sort cure remedy hold gone",
    "calm quiet quieter peace harmony",
    "like love enjoy enjoyed glad joy happy happier pleased delight delighted pleasure fun grateful thank"
    " relief relieved",
    "safe safer safely harm risk danger hurt fall scared afraid fear",
    "easy easier simple simpler simplify effort light lighter smooth smoother smoothly effortless",
    "grow grew grown growth rise rose risen increase increased more bigger double up",
    "improve improved improvement better good well",
    "save saved saving spare spared less fewer instead",
    "prevent prevented avert avoid spot catch caught before stop",
    "trust trusted rely reliable believe dare",
    "finish complete done end",
    "win won winner prize award",
    "adopt adopted adoption embrace take use copy",
    "confident confidence sure surer dare afraid brave",
    "good useful helpful help valuable worthwhile great well fine handy",
    "keen eager glad want wanted enthusiastic enthusiasm",
    "average usual normal",
    "free freed relieve no longer gone",
    "prove proven proof show evidence",
    "approve approved approval accept yes",
    "recover recovered restore restored back again revive",
    "attendance attend turnout come came there",
    "impress impressed impressive admire wow",
    "praise praised appreciate appreciated thank thanked",
    "convince convinced persuade persuaded believe mind",
    "comfortable comfort ease dare",
)


def _stems(words: Iterable[str]) -> frozenset[str]:
    return frozenset(stem_of(word) for word in words)


def _read_families() -> Mapping[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for row in _FAMILIES:
        stems = _stems(row.split())
        for stem in stems:
            found[stem] = found.get(stem, frozenset()) | stems
    return found


LOADED: Mapping[str, str] = {
    stem: group
    for group, words in (
        ("a judgement", _EVALUATION),
        ("a result", _RESULT),
        ("a measure", _MEASURE),
        ("a rank", _RANK),
    )
    for stem in _stems(words.split())
}
"""A stem to what a word of it says."""
LOADED_WORDS = frozenset(f"{_EVALUATION} {_RESULT} {_MEASURE} {_RANK}".split())
"""The same as they are written; where a stem is also that of an everyday word, only these count."""
HARD_TOO = _stems(_NEGATIVE)
"""Stems that may lead up to what is hard or open."""
FAMILIES = _read_families()
"""A stem to those of words near enough in meaning to stand behind it."""
EVERYDAY = frozenset("stables goods favours benefits units yields marks grades joys honours targeted".split())
"""Words of the work that only look like loaded ones."""
