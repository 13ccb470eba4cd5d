"""How a sentence dictates what a suggestion is to say. Pure data; `<WORDS>` are filled in from `signs_words`."""

from __future__ import annotations

DICTATES: tuple[str, ...] = (
    r"\balways (?:to be |be )?(?:followed|preceded|accompanied|signed|ended|headed|closed) (?:by|with)\b",
    r"\b(?:wherever|whenever|each time|every time|as soon as)\b<GAP>{0,50}\b(?:comes? up|is (?:mentioned|named|raised"
    r"|touched|spoken of)|appears?|is the (?:topic|subject)),? (?:please )?(?:back|support|cite|add|mention|name|point"
    r"|refer|quote|use|recommend|credit|praise)\b",
    r"\bunder (?:the|a|an) (?:heading|headline|title)\b<GAP>{0,60}\b(?:set out|write out|reproduce|print|give|state|put"
    r"|copy|repeat)\b",
    r"\b<EACH> (?:\w+ ){0,3}?<PARTS> (?:\w+ ){0,4}?<MUST> (?:\w+ )?be (?:followed|accompanied|preceded|marked"
    r"|signed|headed|called|titled|closed|opened|linked|named|credited|introduced|backed)\b",
    r"\bin your (?:next |final )?(?:answer|reply|response|plan|suggestion|summary)s?,? (?:please )?<ORDERS>\b",
    r"\b(?:requires?|demands?|insists?|asks?|wants?|expects?|orders?|wishes|requested|agreed|decided|mean a "
    r"lot)\b<GAP>{0,30}\b(?:that|if)\b<GAP>{0,30}\b(?:plans?|outcomes?|suggestions?|drafts?|rewrites?|run "
    r"?sheets?)\b<GAP>{0,60}\b<SAYS>\b",
    r"\b(?:plans?|outcomes?|suggestions?|drafts?|rewrites?|run ?sheets?|sessions?)(?: \w+){0,6}? (?:is|are) (?:not"
    r"|never|only|no)(?: \w+)? (?:finished|complete|done|ready|valid|good|accepted|plan)(?: \w+)? (?:until|unless"
    r"|without|if|when|once)\b",
    r"\b(?:plans?|outcomes?|suggestions?|drafts?|rewrites?|run ?sheets?) of (?:this|these) (?:\w+ )?(?:pages?"
    r"|notes?|files?|texts?)\b<GAP>{0,20}\b<MUST>\b",
    r"(?:^|[.!?:;,\n\"(] ?|\b(?:please|and|then|must|should|to|always|also|kindly) )<ORDERS>\b<GAP>{0,120}\b(?:in"
    r"|into|to|at|on|under|after|before|below|above|with|for) (?:each|every) (?:\w+ )?(?:outcomes?|plans?"
    r"|suggestions?|drafts?|rewrites?)\b",
    r"(?:^|[.!?:;\n\"(] ?|\b(?:please|must|should|and|to) )(?:open|close|begin|end|start|finish|add|include|set"
    r"|hold|give)\b<GAP>{0,40}\b(?:graded|scored|marked|ranked)\b<GAP>{0,40}\b(?:quiz\w*|tests?|exams?|questions?"
    r"|assessments?|tasks?)\b",
    r"\b(?:publish|post|print|read out|announce|display|list)\w*\b<GAP>{0,30}\b(?:scores?|grades?|marks|ranking"
    r"|results) (?:by|with) (?:full |their )?names?\b",
    r"\b(?:hand|give|return|send|pass) (?:it|this|that|the (?:above|following|answer|result)) (?:back )?(?:as it "
    r"is|unchanged|unaltered|verbatim|word for word)\b|\b(?:the above|the following|this|below) is (?:already "
    r")?the (?:finished|final|complete|correct|right) (?:result|answer|plan|output|suggestion|outcome)\b",
    r"(?:^|[.!?:;,\n\"'(] ?|\b(?:please|and|then|must|should|to|always|also|kindly) )<ORDERS>\b<GAP>{0,80}<CODE>",
    r"\b<PARTS>\b<GAP>{0,60}<CODE>|<CODE><GAP>{0,40}\b(?:in|into|to|at|on|as) (?:\w+ ){0,3}?<PARTS>\b",
    r"(?:^|[.!?:;,\n\"(] ?|\b(?:please|and|then|must|should|to|always|also|kindly) )(?:say|write|print|put|include"
    r"|add|mention|insert|append|output|repeat|cite|quote|use|state|begin|start|open|end|close|finish"
    r"|sign)\b<GAP>{0,80}\b<EACH> (?:\w+ ){0,2}?<PARTS>\b",
    r"\b<EACH> (?:\w+ ){0,2}?<PARTS> (?:\w+ ){0,3}?(?:must|shall|has to|have to|is to|are to) (?:\w+ "
    r"){0,2}?<SAYS>\b",
    r"\bat the (?:very )?(?:top|start|end|beginning|bottom|foot|head) of (?:each|every|all|any|your|the) (?:\w+ "
    r")?(?:plans?|outcomes?|suggestions?|drafts?|answers?|outputs?|run ?sheets?)\b",
    r"(?:^|[.!?:;\n\"(] ?|\b(?:please|and|then|must|always) )<ORDERS>\b<GAP>{0,60}\b(?:in|into|to|at|with|of) "
    r"(?:the|your) (?:first|last|final) (?:outcome|suggestion|answer|field)\b",
    r"\b(?:output|repeat|write|say|print|type|copy)\b<GAP>{0,60}\b(?:\d{2,}|ten|fifty|hundreds?|thousands?|million"
    r"|endless\w*) (?:\w+ )?times\b",
    r"\bexample of (?:an? )?(?:good|perfect|correct|right|ideal|great|expected|valid) (?:answer|plan|output|reply"
    r"|response|suggestion|outcome)\b|\b(?:correct|expected|right|ideal) (?:answer|output|reply|response)(?: is)? "
    r"?:",
    r"\b(?:ask|have|tell|get|let|make|invite|urge|remind|want|require)s?\b (?:\w+ ){0,4}?(?:write|enter|type|give"
    r"|share|send|tell|hand|read|put|say|bring|e-?mail|post|note)\b<GAP>{0,50}\b(?:passwords?|passcodes?|pin "
    r"codes?|pins|card numbers?|bank details|security codes?|login details|credentials|sort codes?)\b",
    r"\b(?:please|kindly|grateful|appreciated?|nice|lovely|could you|would you|can you|make sure|be sure|remember "
    r"to|ensure|don't forget|take care)\b<GAP>{0,60}\b(?:mention|recommend|include|name|feature|credit|thank|add"
    r"|say|cite|quote|link|promote|praise)\w*\b<GAP>{0,80}\b(?:in|into|to|from|at|of|on) (?:the|your|each|every"
    r"|any|all)(?: \w+){0,2} (?:plans?|suggestions?|outcomes?|drafts?|summar(?:y|ies)|answers?|run ?sheets?)\b",
    r"\b(?:(?:session |lesson )?plans?|suggestions?|outcomes?|drafts?|run ?sheets?|summaries) (?:\w+ "
    r"){0,4}?<MUST> (?:\w+ ){0,2}?(?:<SAYS>|lists?|link|give|carry|advise|instruct|direct|invite|send)\b",
    r"\b<EACH> (?:\w+ ){0,2}?<PIECES>\b<GAP>{0,60}\bto (?:\w+ )?(?:include|carry|contain|mention|state|list|name"
    r"|link|say|show|display|cite|quote|begin|open|start|end|close)\b",
    r"\b<SAYS>\b<GAP>{0,90}\b(?:in|into|to|at|on|of|with|for|under|inside|atop|as) (?:\w+ ){0,5}?(?:each|every|all"
    r"|any)(?: of)?(?: the| your| these| its)? (?:\w+ ){0,2}?<PIECES>\b",
    r"\b(?:each|every|all|any|no)(?: of)?(?: the| your| our| these)? (?:\w+ ){0,2}?<PIECES> (?:(?:\w+ "
    r"){0,6}?(?:must|should|shall|has to|have to|needs? to|is to|are to|will|always|may|could|would|might)|(?:\w+ "
    r"){0,2}?)(?: \w+)? ?<SAYS>\b",
    r"\b(?:words?|phrases?|strings?|tokens?|code ?words?|sentences?|lines?|markers?|codes?|tags?|passwords?"
    r"|slogans?|names?|links?|images?|address(?:es)?)\b<GAP>{0,60} (?:must|should|shall|has to|needs? to|is to"
    r"|are to|have to) (?:\w+ )?(?:be |appear|stand|come|show up|feature|occur)(?:\w+ )?<GAP>{0,30}(?:in|at|on|as"
    r"|into|under) (?:\w+ ){0,4}?(?:every|each|all|your|the title|the plan|the first|the last|the heading|any)\b",
    r"\b(?:begin|start|open|end|finish|close|title|sign|prefix|introduce|preface)(?:s|ing|e?d)? (?:\w+ "
    r"){0,6}?(?:with|using|by) (?:saying |writing |printing )?(?:the |this |these |exactly )*(?:words?|phrase"
    r"|string|token|code|sentence|slogan|marker|password)\b",
    r"(?:^|[.!?:;,\n] ?|\b(?:please|and|then|must|should|also) )(?:copy|repeat|reproduce|propagate|pass on|spread"
    r"|insert|paste|append|include|add|put) (?:this|these|the following|the (?:above|text|line|sentence|words) "
    r"(?:above|below)?)(?: \w+){0,3}?<GAP>{0,40}\b(?:into|in|to|at|across|under|on) (?:every|each|all|any|your"
    r"|the (?:plan|title|answer|output|outcomes?|suggestion|first|last|summary))\b",
    r"\b(?:cite|cites|cited|quote|quoted|label|labelled|source|sources|citation|attributed?"
    r"|attribute)\b<GAP>{0,50}\bs\d{1,3}\b",
    r"\bs\d{1,3}\b<GAP>{0,50}\b(?:cite|cites|cited|quote|quoted|label|labelled|citation|attributed?)\b",
    r"\b(?:always|only|must|should|please|and|to|then|:) (?:cite|quote|credit|attribute)\b<GAP>{0,90}(?:\"|\bas "
    r"(?:saying|having said|a quote)|\bword for word|\bverbatim|\bas if|\beven (?:if|though)|\bwhether or not"
    r"|\bto (?:him|her|them)\b)",
    r"\b(?:invent|make up|fabricate|fake|forge) (?:an? |some |the |\w+ ){0,3}?(?:quotes?|quotations?|citations?"
    r"|sources?|labels?|evidence|references?)\b",
    r"\b(?:set|give|make|change|rename|call|put|replace|name)\b<GAP>{0,20}\b(?:the )?(?:titles?|headings?|names?) "
    r"(?:of|for|to)\b<GAP>{0,30}\b(?:the|every|each|all|any|your|this) (?:\w+ ){0,2}?(?:plans?|sessions?|outcomes?"
    r"|activit(?:y|ies)|suggestions?|parts?|drafts?)\b",
    r"\b(?:add|include|return|output|use|emit|put|set|fill|write)\b<GAP>{0,40}\b(?:an? |the )?(?:extra|additional"
    r"|new|further|another|json|hidden)? ?(?:json )?(?:fields?|keys?|property|properties"
    r"|schema)\b<GAP>{0,60}\b(?:plans?|answers?|outputs?|repl(?:y|ies)|responses?|json|suggestions?|drafts?"
    r"|outcomes?)\b",
    r"[\"'](?:title|steps|does|say|outcomes?|quote|citations?|parts|artefact|verb|differs|because|real_work|grade"
    r"|verdict|reason)[\"'] ?: ?[\"'\[{\d][^\n]{0,300}?[\"'](?:title|steps|does|say|outcomes?|quote|citations?"
    r"|parts|artefact|verb|differs|because|real work|grade|verdict|reason|minutes|text|label)[\"'] ?:",
    r"\b(?:tell|ask|instruct|urge|have|get|remind|advise|invite|make|let|want|order|persuade|convince)(?:s"
    r"|ing)?\b (?:the |every |all |your |each )?(?:hosts?|facilitators?|members?|participants?|people|everyone"
    r"|users?|readers?|leads?|organi[sz]ers?|newcomers?|humans?|them)\b<GAP>{0,40}\b(?:send|e-?mail|forward|upload"
    r"|paste|share|post|submit|enter|type|hand|give|transfer|read out|disclose|reveal"
    r"|pay)\b<GAP>{0,60}\b(?:passwords?|passcodes?|api keys?|credentials|bank|(?:credit )?card|pins?\b|private "
    r"notes?|(?:all|full set|whole set|copies) (?:of )?(?:the |your |their |our )?notes|(?:the |your |our |their "
    r")notes to|(?:whole |full )?(?:member|membership) list|roster|home address|phone numbers?"
    r"|[a-z0-9.-]+@[a-z0-9.-]+|gift cards?|recovery codes?)\b",
    r"\b(?:plans?|suggestions?|outcomes?|sessions?|drafts?)\b<GAP>{0,30} (?:must|should|has to|have to|needs? to"
    r"|is to|are to) (?:\w+ ){0,3}?(?:say|state|tell|mention|name|claim|declare|announce|point out|make clear"
    r"|stress)\b<GAP>{0,20}\bthat\b",
    r"\b(?:say|write|state|mention|note|claim|declare|announce) (?:in |somewhere |clearly |openly "
    r")?<GAP>{0,30}\bthat\b<GAP>{0,60}\b(?:is|are|was|were) (?:\w+ )?(?:incompetent|useless|lazy|stupid|to blame"
    r"|at fault|the weakest|the worst|a liar|a fraud|a thief|unfit|an idiot|the problem)\b",
)
"""Patterns over looks."""
