"""Words of which a sentence has at least one when it tells something: a quick first look. Pure data."""

from __future__ import annotations

TRIGGERS = frozenset(
    """
    wish wished want wants wanted hope hoped like love keen eager curious goal goals aim aims hopes set learn learned
    learnt realised realized found discovered took taken away lesson lessons take takeaway take-away insight thing
    things learning saw first gave given know knew understand see realise realize feel eye opener eyes hindsight
    looking turned used using use tried applied adopted adapted reused re rewrote redrew redrawn rewritten redid
    borrowed rolled implemented incorporated integrated swapped switched introduced started began begun stopped put
    changed reworked taught ran run shared passed showed built now went regularly always result because thanks fewer
    half faster sooner earlier quicker less more twice hardly longest down up came dropped fell fallen risen rose cut
    reduced grew grown halved shrank rang called surfaced caught spotted made difference easier better clearer simpler
    helped enabled allowed freed saved right back residents tenants customers parents drivers patients families
    resident tenant meant possible increased improved doubled raised shortened lowered drew wrote mapped practised
    practiced reviewed read compared listed sorted split walked followed sketched role rehearsed interviewed
    brainstormed paired worked collaborated looked marked shadowed debugged held organised organized hosted joined did
    pairs met spent explored gathered experimented ourselves discussed shifted altered upended think measure count
    judge value treat regard success done good quality rethink differently question thought measured counted felt
    enjoyed loved liked fun best favourite favorite works didn't doesn't never hasn't haven't hadn't wasn't weren't
    nobody no enough without no-one none few flat broke fizzled petered died stalled lapsed off gone wrong backfired
    flopped dragged overran failed failure still couldn't unable struggled struggle lost stuck overwhelmed frustrated
    too had main biggest hardest trouble difficulty difficulties problems problem issues hiccups downside drawback
    challenge challenges unfortunately hard difficult tricky challenging impossible confusing frustrating stressful
    exhausting intimidating overwhelming confused rushed low poor lower declining disappointing wasted tedious working
    confuses confuse lack lacks lacked do bottleneck pain obstacle barrier don't unclear unknown clear early soon
    remains swear say tell jury sure unsure uncertain knows checked open data interesting great productive useful
    helpful brilliant lovely lively energising energizing fantastic engaging inspiring intense relaxed friendly
    enjoyable hectic tiring worth valuable rewarding calm safe fascinating excellent awkward quiet chaotic exciting
    agreed settled resolved differ others whereas divided mixed disagree disagreed agree can't consensus disagreement
    differing
    """.split()
)
"""In small letters."""
