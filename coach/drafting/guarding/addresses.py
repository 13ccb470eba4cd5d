"""Telling an address from a file's name, a version, a time or the end of a sentence. Pure."""

from __future__ import annotations

import re
import unicodedata

_SCHEME = re.compile(
    r":[/\\]{2}|(?<![a-z])(?:(?:javascript|vbscript|livescript|mailto|callto|magnet|view-source|blob|webcal|bitcoin|xmpp|sips?"
    r"|mhtml|jar|intent):(?=\S)|data:[\w.+-]*[/;,]|tel:\+?\d|sms:\+?\d|about:blank|hxxps?|https?:|ftps?:/|file:/)"
)
_HOST = r"(?:[^\W_](?:[\w-]{0,62}[^\W_])?\.)+"
_DOMAIN = re.compile(
    rf"(?P<host>{_HOST})(?P<tld>[^\W\d_]{{2,24}}|xn--[\w-]+)\.?(?P<port>:\d{{1,5}})?(?P<path>[/?#]\S*)?"
)
_IP4 = re.compile(r"(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})(?::\d{1,5})?(?:/\S*)?")
_IP6 = re.compile(r"(?=\D*\d)(?=.*::|(?:[^:]+:){7})[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}(?:%\w+)?(?:/\S*)?")
_MAIL = re.compile(rf"[^\s@]+@{_HOST}[^\W\d_]{{2,24}}")
_LOCAL = re.compile(r"localhost(?::\d{1,5}(?:/\S*)?|/\S*)")
_UNC = re.compile(r"\\\\[\w.-]+\\\S+")

_TLDS = frozenset(
    "com org net edu gov mil int info biz io co uk de fr es nl eu ru cn jp br ca au nz ch se dk fi cz tv ly gg "
    "ai fm app dev"
    " xyz site online shop store tech cloud page link click top live club icu zip mov example test invalid "
    "localhost local"
    " onion internal lan cam buzz rest monster quest sbs cfd cyou wtf lol gl gd pw ws cx cc tk ml ga cf gq su kr "
    "hk sg tw ie"
    " pl pt wales cymru scot london academy agency blog news social space website world email wiki host press "
    "digital".split()
)
"""Endings that make an address by themselves."""
_FILES = frozenset(
    "md js ts py rb go cs hs kt jl ml vb fs ex exs gz xz db rs sh pl ps cc so tf zip mov jsx tsx mjs cjs json "
    "yaml yml toml"
    " xml html htm css scss csv tsv txt rst adoc pdf doc docx xls xlsx ppt pptx odt ods odp png jpg jpeg gif svg "
    "webp ico mp3"
    " mp4 wav avi tar tgz rar exe bin log cfg conf ini lock java class jar php sql ipynb rmd tex bib vue svelte "
    "proto bat ps1"
    " dll diff patch tmp bak env key pem ics vcf eml msg epub onnx parquet feather hdf5 nc geojson gpx kml "
    "qgz".split()
)
"""Endings that files have, some of them countries as well: those make an address only with a port or a path to it."""
_DOTTED_NAMES = frozenset("asp.net vb.net ado.net ml.net paint.net socket.io draw.io monday.com booking.com".split())
"""Products whose names look like addresses."""


def has_scheme(word: str) -> bool:
    """Say whether an address begins in a word by its scheme: `https://…`, `mailto:…`, `data:…`."""
    return bool(_SCHEME.search(fold_address(word)) or _UNC.search(word))


def is_address(word: str) -> bool:
    """Say whether a word is a bare address: a host with an ending, an e-mail address, numbers with a port."""
    plain = fold_address(word)
    if plain.startswith(("www.", "//www.")) and len(plain) > len("//www."):
        return True
    plain = plain.removeprefix("//")
    if _MAIL.fullmatch(plain) or _LOCAL.fullmatch(plain) or _IP6.fullmatch(plain):
        return True
    numbers = _IP4.fullmatch(plain)
    if numbers:
        return all(int(number) <= 255 for number in numbers.groups())
    domain = _DOMAIN.fullmatch(plain)
    return domain is not None and _is_domain(word, domain)


def fold_address(word: str) -> str:
    """Return a word with full-width signs, odd dots and the usual disguises of addresses undone."""
    plain = unicodedata.normalize("NFKC", word).casefold().replace("。", ".").replace("\u2024", ".")
    return re.sub(r"[\[({](?:\.|dot)[\])}]", ".", plain).replace("[:]", ":").replace("[@]", "@")


def _is_domain(word: str, found: re.Match[str]) -> bool:
    tld, leads_on = found["tld"], bool(found["port"] or found["path"])
    if tld.startswith("xn--"):
        return True
    if (found["host"] + tld) in _DOTTED_NAMES and not leads_on:
        return False
    if tld in _FILES:
        return bool(found["port"]) or (leads_on and tld in _TLDS) or (tld in {"zip", "mov"} and leads_on)
    if leads_on:
        return True
    # "We stop.It is late": a missing space, and no address.
    ending = unicodedata.normalize("NFKC", word).rstrip(".")[-len(tld) :]
    runs_on = ending[:1].isupper() and not ending.isupper()
    return not runs_on and (tld in _TLDS or found["host"].count(".") >= _MANY_LABELS)


_MANY_LABELS = 3
"""`files.evil.some.where` is an address whatever it ends in; `e.g.` has fewer letters between its dots."""
