"""What to look for in a text, in one reading: addresses, handles, phones, and words that may be names. Pure."""

from __future__ import annotations

import re

from .folding import WORD
from .given import LOOKS_GIVEN

_PLACES = (
    "com|org|net|io|dev|edu|gov|mil|int|info|biz|app|ai|me|tv|co|eu|uk|us|de|fr|es|it|nl|be|at|ch|se|no|dk|fi|ie|pl|pt|cz"
    "|ca|au|nz|in|jp|kr|cn|br|mx|za|ng|ke|ru|tr|gr|hu|ro|ly|gl|gg|im|fm|so|cloud|page|site|online|tech|blog|community"
)
_STOPS = r"\s<>\"“”«»`|\\^{}\[\]\x00-\x20\u200b"
_LINK = (
    r"(?:(?:[a-z][a-z0-9+.-]{1,15}+:(?://|\\/\\/)|www\.|mailto:)"
    rf"|(?<![\w/.@-])(?:[a-z0-9-]{{1,63}}+\.){{1,6}}(?:{_PLACES})(?::[0-9]{{1,5}})?/)"
    rf"(?:[^{_STOPS}()]|\([^{_STOPS}()]*\))*(?:[^{_STOPS}().,;:!?'’*_~]|\([^{_STOPS}()]*\))"
)
_MAIL = r"[\w.+%-]{1,64}+@(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.){1,6}[^\W\d_]{2,24}(?![\w-])"
_SLACK = r"<@!?[A-Z0-9]{2,24}(?:\|[^<>|\n]{1,80})?>"
_HANDLE = (
    r"(?<![\w/@])@(?=[\w.-]{0,60}[a-z])[a-z0-9][\w-]{0,60}+(?:\.[a-z0-9][\w-]{0,60}+){0,4}+"
    r"(?:@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,5})?(?!/\w|\()"
)
_DIGIT = r"(?:[ .()\u00a0/-]{0,3}[0-9])"
_PHONE = (
    rf"(?<![\w.,:/+-])(?:\+[0-9]{_DIGIT}{{7,14}}"
    rf"|(?![0-9]{{1,2}}[./-][0-9]{{1,2}}[./-])(?!0\.[0-9])\(?0{_DIGIT}{{8,13}}"
    r"|\(?[2-9][0-9]{2}\)?[ .-]{1,2}[0-9]{3}[ .-][0-9]{4}|[1-9][0-9]{9,10})(?![\w/]|[.,:-][0-9])"
)
SCAN = re.compile(
    rf"(?P<written>{LOOKS_GIVEN})|(?P<link>{_LINK})|(?P<mail>{_MAIL})|(?P<handle>{_SLACK}|{_HANDLE})"
    rf"|(?P<phone>{_PHONE})|(?P<word>{WORD})",
    re.I,
)
"""Whatever may have to be replaced, from left to right; a word that is no name is passed over."""
ADDRESS = re.compile(rf"{_LINK}|{_MAIL}", re.I)
"""A link or an e-mail address."""
HANDLE = re.compile(_HANDLE, re.I)
"""A handle: `@amina`."""
