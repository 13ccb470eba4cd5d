"""Words that lead up to what is told and claim nothing by themselves."""

from __future__ import annotations

from coach.playbook import content_stems

FRAME_STEMS = content_stems(
    "say says said saying tell tells told write writes wrote written word words put puts note notes noted session"
    " sessions meeting meetings met people person somebody someone member members community team teams group one"
    " another other others voice voices quote quoted month year week day days time times learn learnt learned learning"
    " set wish wished want wanted hope hoped work works worked know known knows yet story stories end part"
    " use used did came come became went took take away found see saw seen change changed now today still first"
    " then later again since until here there back look looked looking ask asks asked question mean means"
    " sees different differently view views like make made think thinks thought feel feels felt"
    " keep kept able try tried help helped able planned plan nobody everybody way ways bit thing"
    " both two three four five six seven eight nine ten eleven twelve twice several speak speaks spoke spoken speaking"
    " january february march april may june july august september october november december"
    " heard hear report reports reported describe describes described show shows showed shown happen happened"
    " result results example instance words reader page brief difficult hard open unknown missing"
    " year months weeks last next earlier clear remains remain place"
)
"""Stems of words that any sentence of a brief may hold: to share them, or not to, shows nothing."""

LEAD_STEMS = FRAME_STEMS | content_stems(
    "left unanswered lesson lessons stayed stays stay hope hopes hoped hoping going aside claim claims tie ties link"
    " linked chosen confirmed told along list follow follows thread beginning begin begins began started start starts"
    " taken taking tried trying real job line lines page behind whole part parts together done afterwards"
    " outcome outcomes hold holds agreed agree agrees settle suggestion suggestions question questions nearest"
    " somewhere elsewhere cause causes planned planning expected unexpected surprise surprised success"
    " noticed notice notices sign signs looked reason reasons named names above below side sides both"
    " contributed contribution credit alone doing given got matters matter near end ends summary sum sums"
    " answer answers answered onwards early late later recent recently already meanwhile morning evening"
    " add adds added has having begins earliest goes further furthermore also people's somebody's community's"
)
"""More words that lead up to a quote; what they lead to is all that such a sentence claims."""
