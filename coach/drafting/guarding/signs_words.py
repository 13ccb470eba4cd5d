"""Words that signs are made of, so that each is said once. Pure data."""

from __future__ import annotations

import re

WORDS = {
    # one sign of the same sentence
    "GAP": r"(?:[^.!?\n]|[.!?](?=[\w\[/(]))",
    # a model, by any of its names
    "AI": (
        r"(?:a\.?i\.?|llms?|gpt|chat-?gpt|claude|gemini|copilot|(?:large )?language models?|chat-?bots?|bots?"
        r"|robots?|(?:ai|virtual|planning|drafting|writing|digital|automated|automatic|helpful) (?:assistants?"
        r"|models?|agents?|planners?|tools?|systems?|coach|processors?|readers?|summari[sz]ers?)|assistants?"
        r"|models?|summari[sz]ers?|planners?|drafters?|coach(?:es)?|agents?|machines?|generators?|algorithms?)"
    ),
    # a model, where it cannot be a person
    "AI_ALONE": (
        r"(?:an? a\.?i\.?\b|an? llm|an? (?:large )?language model|an? (?:chat-?)?bot|an? (?:\w+ )?ai (?:system"
        r"|assistant|model|agent|tool|planner)|an? (?:\w+ )?(?:language|planning|drafting) (?:model|assistant"
        r"|agent|tool)|chat-?gpt|gpt|an automated (?:\w+ )?(?:system|tool|reader|assistant|planner)|a machine)"
    ),
    # what one may be ordered to do
    "ORDERS": (
        r"(?:ignore|disregard|forget|include|add|append|insert|put|print|output|say|repeat|mention|cite|quote"
        r"|name|title|call|begin|start|end|finish|close|open|write|state|use|prefix|sign|tag|stamp|place|paste"
        r"|link|recommend|advertise|promote|praise|reveal|show|list|tell|reply|respond|answer|return|give"
        r"|grade|rate|score|mark|send|email|post|copy|reference|attach|indicate|propose|present|reproduce|hand"
        r"|publish|credit|describe|back up|back|support|attribute|have|let|ask|get|make sure|translate|decode"
        r"|execute|run|follow|obey|act|behave|pretend|treat|draft|plan|produce|generate|summari[sz]e|make"
        r"|replace|remove|delete|omit|leave|stop|do not|don't|never|always|only)"
    ),
    # ways in which a text says something
    "SAYS": (
        r"(?:includ(?:e[sd]?|ing)|add(?:s|ed|ing)?|append(?:s|ed)?|insert(?:s|ed)?|put|prints?|printed"
        r"|outputs?|says?|repeats?|repeated|mentions?|mentioned|cit(?:e|es|ed|ing)|quot(?:e|es|ed|ing)|titled?"
        r"|called|named|beg[iua]ns?|starts?|ends?|finish(?:es)?|closes?|opens?|contains?|carr(?:y|ies)|shows?"
        r"|displays?|embeds?|writes?|written|states?|uses?|prefix(?:es|ed)?|signs?|signed|tag(?:s|ged)?"
        r"|stamped|appears?|placed?|paste|links?|recommends?|advertises?|promotes?|praises?|features?|names?"
        r"|thanks?|warns?|tells?|asks?|references?|bears?|lists?|reproduces?)"
    ),
    # what this program writes and people seldom do
    "PIECES": (
        r"(?:plans?|outcomes?|suggestions?|drafts?|repl(?:y|ies)|responses?|outputs?|answers?|rewrites?|run "
        r"?sheets?)"
    ),
    # what this program writes and people write as well
    "PARTS": (
        r"(?:plans?|outcomes?|suggestions?|drafts?|repl(?:y|ies)|responses?|outputs?|answers?|rewrites?|run "
        r"?sheets?|sessions?|activit(?:y|ies)|steps?|titles?|headings?|cards?|openings?|reviews?|summar(?:y"
        r"|ies)|fields?|handouts?|invitations?)"
    ),
    # ways to demand
    "MUST": r"(?:must|should|shall|has to|have to|needs? to|is to|are to|ought to|will|always|may only)",
    # a word made up to be found again
    "CODE": r"(?<![\w/.-])(?!covid)[a-z]{4,}-(?!(?:19|20)\d\d\b)\d{2,5}(?![\w/-])",
    # all of them
    "EACH": r"(?:each|every|all|any)(?: of)?(?: the| your| our| these| its)?",
    # ways to show something
    "REVEAL": (
        r"(?:reveal|print|output|show|repeat|list|quote|copy|paste|include|dump|disclose|leak|expose|recite"
        r"|reproduce|display|return|send|tell|write|state|translate|echo|share|give|spell|add|append|insert"
        r"|put|cite)(?:s|ing)?"
    ),
    # what a model goes by
    "ORDERED": (
        r"(?:instructions?|prompts?|system messages?|directives?|commands?|orders|guardrails?|safety rules"
        r"|programming)"
    ),
    # which ones
    "BEFORE": (
        r"(?:previous|prior|above|earlier|preceding|foregoing|former|initial|original|existing|other|your"
        r"|system|these|those|all|any|every|whatever)"
    ),
}
"""What stands for `<AI>` and the like in a sign."""


def fill_in(sign: str) -> str:
    """Return a sign with its words filled in."""
    filled = re.sub(r"<([A-Z_]+)>", lambda match: WORDS[match[1]], sign)
    return fill_in(filled) if filled != sign else filled
