"""How English sets instructions aside. Pure data; `<WORDS>` are filled in from `signs_words`."""

from __future__ import annotations

OVERRIDES: tuple[str, ...] = (
    r"\b(?:only|sole|single) (?:permitted|allowed|valid|correct|acceptable|possible|right|true) (?:output|answer"
    r"|reply|response|plan|word|text|suggestion)\b",
    r"\b(?:everything|anything|all|whatever) else (?:in|on|here|above|below|that|you)\b<GAP>{0,40}\b(?:out of date"
    r"|outdated|void|wrong|ignored?|invalid|obsolete|superseded|false|forgotten|does not count|may be left)\b",
    r"\b(?:ignor(?:e|ing)|disregard(?:ing)?|overrul(?:e|ing)|set(?:ting)? aside|put(?:ting)? aside|pass(?:ing)? "
    r"over|forget|drop) (?:\w+ ){0,2}?(?:(?:what|whatever|anything|everything) (?:the |your |any )?(?:hosts?"
    r"|users?|facilitators?|persons?|people|leads?|somebody|anybody|you)(?: \w+){0,2} (?:asked|asks|wants?|wanted"
    r"|said|says|requested|requests|wrote|typed|told)|(?:the |your |any )?(?:hosts?|users?|facilitators?|persons?"
    r"|people|leads?)(?:'s?|s') (?:own )?(?:requests?|wish(?:es)?|questions?|instructions?|words))\b",
    r"\b(?:overrul\w+|outrank\w*|overrid\w+|supersed\w+|replac\w+|takes? (?:precedence|priority) over|stands? "
    r"above)\b(?: \w+){0,2} (?:all|every|any)(?: the)? other (?:files?|notes?|pages?|documents?|sources?|passages?"
    r"|texts?)\b",
    r"\b(?:ignor(?:e|ing)|disregard(?:ing)?|forget(?:ting)?|overrid(?:e|ing)|overwrit(?:e|ing)|bypass(?:ing)?"
    r"|discard(?:ing)?|neglect(?:ing)?|circumvent(?:ing)?),? (?:\w+[ ,]+){0,4}?<BEFORE> (?:\w+[ "
    r",]+){0,4}?<ORDERED>\b",
    r"\b(?:ignore|disregard|forget|override) (?:the )?<ORDERED>(?: (?:above|before|given|you|so far)|[.!,:])",
    r"\b(?:do not|don't|stop|no longer) (?:follow|obey|following|obeying|heed)\w* (?:\w+ ){0,3}?(?:instructions?"
    r"|prompts?|system)\b",
    r"(?:^|[.!?:\n\"] ?|\b(?:please|now|and|then|must|should|you) )(?:ignore|disregard|forget|discard) (?:all"
    r"|everything|anything|what|whatever|the)(?: (?:of|that|the|was|were|is|has|been|you|said|told|written|came"
    r"|stood|text|notes?|request|rest|data|context|content|words|stands|comes|asked)){0,4} (?:above|before(?: "
    r"this)?|earlier|previously|so far|preceding|told|below|you know)\b",
    r"\b(?:new|updated|revised|real|actual|true|additional|hidden|secret|urgent|priority) <ORDERED>(?: \w+){0,4} "
    r"?:",
    r"\byour (?:new|real|actual|true|only|updated|sole) (?:<ORDERED>|task|objective|purpose|mission|goal) (?:is"
    r"|are|now)\b",
    r"\b<ORDERED> (?:above|before this|so far|you were given|you got|you received) (?:\w+ )?(?:are|is|were|was"
    r"|have|has)\b",
    r"\b(?:supersedes?|overrides?|replaces?|outranks?|takes? (?:precedence|priority) over|more important than"
    r"|instead of) (?:\w+ ){0,4}?(?:(?:previous|prior|earlier|above|other|your|system|all) )(?:\w+ "
    r"){0,2}?<ORDERED>\b",
    r"\byou are (?:now |hereby )?(?:no longer bound|free of|freed from|released from|unrestricted|jailbroken|in "
    r"(?:developer|debug|admin|god|maintenance|test|training|evaluation) mode|dan\b)",
    r"\b(?:enter|enable|activate|switch (?:in)?to|turn on) (?:\w+ )?(?:developer|god|jailbreak|dan|unrestricted"
    r"|admin|override) mode\b",
    r"\bfrom (?:now|here|this point|this line)(?: on(?:wards?)?)?,? you (?:are|will|must|should|only|shall|always"
    r"|have)\b",
    r"\b(?:end|start|begin) of (?:the )?(?:system|real|user|data|notes?|prompt|instructions?|fence|context)(?: "
    r"\w+){0,2}[.:;,]? (?:new|now|system|instructions?|the real|follow|you)\b",
)
"""Patterns over looks."""
