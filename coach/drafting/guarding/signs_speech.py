"""How a sentence speaks to whatever reads the notes. Pure data; `<WORDS>` are filled in from `signs_words`."""

from __future__ import annotations

SPEAKS: tuple[str, ...] = (
    r"\b(?:whoever|whichever|anyone|anybody|(?:the|any) (?:person|one|member|host|planner)|those)(?: who| that)? "
    r"(?:next )?(?:prepares?|drafts?|writes?|makes?|plans?|draws? up|puts? together|composes?|words?|is "
    r"(?:drafting|planning|writing|preparing)) (?:up )?(?:(?:the|a|an|any|our|your|this|next|following|new|coming"
    r"|session|learning) ){0,4}(?:plans?|outcomes?|suggestions?|drafts?|rewrites?|run ?sheets?|sessions?"
    r"|summary)\b<GAP>{0,60}(?:\b<MUST>\b|:|\bplease\b)",
    r"\bwhen(?:ever)? (?:\w+ )?(?:cit|quot|us|mention|nam|referenc|referr|summaris|summariz)\w* (?:to |from "
    r")?(?:this|these) (?:files?|notes?|pages?|documents?|texts?|lines?|passages?)\b<GAP>{0,20}(?:,|\b<ORDERS>\b)",
    r"\bwhen(?:ever)? (?:\w+ ){0,3}?(?:outcomes?|plans?|suggestions?|drafts?|rewrites?|sessions?) (?:are|is|get"
    r"|gets) (?:written|drafted|made|planned|prepared|proposed|worded|taken)\b<GAP>{0,60}?(?:,|:|\bplease\b) "
    r"?(?:please |always |then |do )?<ORDERS>\b",
    r"\b(?:drafting|planning|summary|summari[sz]er|generator|assistant|model|ai|llm|prompt)[ -](?:notes?|memo"
    r"|instructions?|hints?|directives?|guidance|rules?) ?:",
    r"\b(?:nobody|no one|no-one|none of them) will (?:check|notice|know|find out|ask|mind)\b<GAP>{0,30}$"
    r"|\bwhether or not (?:the |our |these )?(?:passages?|notes?|sources?|evidence)\b",
    r"(?:^|[.!?:\n\"(-] ?|\bpart \w+ |\b(?:important|urgent|note|attention|reminder|special|nb|only|hint|tip|meant"
    r"|written|intended) )(?:for|to|@) ?(?:the |any |all |every |our )?(?:\w+ )?<AI>(?: \w+){0,4}?[:,]",
    r"(?:^|[.!?:\n\"(-] ?)(?:(?:dear|all|ai|planning|drafting|virtual|digital|writing|automated|language) "
    r"){0,2}(?:assistants?|models?|planners?|agents?|bots?|summari[sz]ers?|tools?) ?[:,!] ?(?:please |always |you "
    r"|must |should |kindly |now |also )*<ORDERS>\b",
    r"\b(?:(?:auto-?|automatically |machine-?|ai-?|computer-?)(?:generated|written|made|drafted)|automatic"
    r"|automated) (?:\w+ )?(?:plans?|suggestions?|summar(?:y|ies)|drafts?|outputs?|outcomes?"
    r"|agendas?)\b<GAP>{0,40}\b<MUST>\b",
    r"\b(?:the|any|our|your|this|whichever|whatever) (?:\w+ )?(?:software|coach|planner|summari[sz]er|(?:planning"
    r"|drafting|writing|ai) (?:tool|system|app|service|assistant))(?: that| which)? (?:\w+ ){0,5}?<MUST> (?:\w+ "
    r"){0,2}?<ORDERS>\b",
    r"(?:^|[.!?:\n(\"\[-] ?)(?:(?:important|special|urgent|private|secret|quick|short|standing|hidden) )?(?:notes?"
    r"|messages?|memo|instructions?|attention|hints?|reminders?|requests?|hello|dear|order|advice|directions?"
    r"|tips?|addressed|word)(?: (?:to|for|of))?(?: (?:the|any|all|our|every|whichever|my|an?|you))?(?: \w+){0,1}? "
    r"<AI>(?: \w+){0,6} ?[:,;!-]",
    r"\b(?:instructions?|message|notes?|words?|orders) (?:to|for) (?:the|any|all|our|every|whichever|an?) (?:\w+ "
    r")?<AI> (?:\w+ )?(?:that|which|who|reading|summari[sz]ing|planning|drafting|writing|processing)",
    r"\b(?:if|when(?:ever)?|since|because|as|in case) you(?:'re| are) <AI_ALONE>",
    r"\b(?:if|when(?:ever)?|in case|should) (?:you|an?|the|any|some|this (?:note|text|file|page)? ?(?:is|gets)(?: "
    r"being)?) ?(?:are )?(?:read|processed|summari[sz]ed|parsed|used|ingested|seen|fed|handled)? ?(?:by|to|into)? "
    r"?(?:an? )?(?:ai|llm|language model|chat-?gpt|gpt|(?:ai|planning|drafting|automatic|automated) (?:assistant"
    r"|model|agent|planner|tool|system|coach|reader))\b(?: (?:reads?|who|that reads|which reads|summari[sz]es"
    r"|plans|drafts|writes|processes|sees|finds|makes) |[,:])",
    r"\b(?:whoever|whatever|anyone|anything|any (?:\w+ )?(?:tool|system|program|software|machine|service|process"
    r"|reader)|(?:the|to|for) (?:one|thing|tool|system|program|software|machine|planner|person|reader)) ?(?:that"
    r"|which|who)?(?: \w+){0,1}? (?:(?:is |are )?(?:summari[sz]|plan|draft|generat|process|pars|compil|condens"
    r"|digest)(?:es|e|s|ing|ed)?|reads?|turns?|works?|builds?|makes?|prepares?|writes?) (?:up )?(?:(?:a |an |the "
    r"|your |our |sessions?|plans?|outcomes?|something|suggestions?|anything)<GAP>{0,30} )?(?:(?:out of|from|with"
    r"|by|using|based on|on) )?(?:this|these|it|them|the notes|our notes|here)\b<GAP>{0,80}\b(?:must|should|shall"
    r"|please|has to|have to|is to|are to|needs? to|will|always|[,:] <ORDERS>)\b",
    r"\byou are (?:now )?(?:an? )(?:\w+ ){0,2}?(?:ai|llm|language model|chat-?bot|helpful assistant|(?:evil"
    r"|obedient|unrestricted|uncensored|rogue|pirate)(?: \w+)?|assistant (?:that|who|whose)|planner (?:that|who"
    r"|whose))\b",
    r"(?:^|[.!?:\n\"(-] ?)@?(?:(?:hey|hi|hello|ok|okay|dear) )?(?:assistants?|ai|model|chat-?gpt|gpt|bot|llm"
    r"|copilot|planner|coach|computer|agent|claude|gemini|siri|alexa|language model|summari[sz]er|drafter"
    r"|machine)(?:(?<!ai) ?[,:!-]|(?<=ai) ?[,!]) ?(?:please |now |you |kindly |must |should |when \w+ing "
    r"<GAP>{0,40}|if <GAP>{0,40}){0,2}<ORDERS>\b",
    r"\b(?:when|while|before|after|whenever)(?: you| you're| you are)? (?:draft|plan|writ|generat|summari[sz]"
    r"|compos|creat|produc|propos|prepar|mak|answer|respond|reply)(?:ing|e)?(?: (?:to|from|with|up|on))?(?: (?:the"
    r"|an?|any|every|your|each|up|out|this|these|new))*(?: (?:session|learning))? ?(?:plans?|outcomes?"
    r"|suggestions?|summary|summaries|answers?|rep(?:ly|lies)|outputs?|rewrites?|from (?:this|these|our)(?: \w+)?"
    r"|this (?:note|document|text|file|page)|these notes)\b<GAP>{0,60}?(?:,|:|;|-|always|please|you (?:must|should"
    r"|will|have)) ?(?:please |you |always |must |should |also ){0,3}<ORDERS>\b",
    r"\b(?:in|into|to|at (?:the )?(?:top|start|end|beginning) of|throughout) your (?:next |own |final |whole "
    r")*(?:outputs?|completions?|generated \w+|json|json answers?)\b",
    r"(?:^|[.!?:;,\n\"(] ?|\b(?:please|and|then|must|should|always|also) )<ORDERS>\b<GAP>{0,60}\b(?:in|into|to"
    r"|with) your (?:next |own |final |whole )*(?:plans?|suggestions?|summary|answers?)\b",
    r"\byour (?:next |final |whole |entire |only |first )?(?:output|completion|answer|reply|response|json"
    r"|suggestion|plan|draft) (?:must|should|shall|has to|is to|will|needs to|may)\b",
    r"\b(?:do not|don't|never|without) (?:tell|mention|reveal|inform|show|let|alert|explain|warn|say|admit)\w*(?: "
    r"this| it| that| any of this)?(?: to)? (?:the )?(?:users?|hosts?|facilitators?|humans?|readers?)\b",
    r"\b(?:the|any|every|each|all|an?) (?:\w+ ){0,1}?<AI>(?: \w+){0,6}? (?:must|should|shall|has to|have to|is to"
    r"|are to|needs? to|will now|may only) (?:\w+ ){0,2}?<ORDERS>\b<GAP>{0,80}\b(?:plans?|outcomes?|sessions?"
    r"|titles?|suggestions?|these notes|this note|instructions|word for word|verbatim)\b",
    r"\b(?:assistants?|language models?|ai|llms?|bots?|models?) (?:reading|processing|summari[sz]ing|planning from"
    r"|drafting from|that reads?|which reads?|who reads?) (?:this|these)\b",
)
"""Patterns over looks."""
