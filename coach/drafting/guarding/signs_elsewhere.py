"""How other languages set instructions aside: the plainest forms, without accents. Pure data."""

from __future__ import annotations

import unicodedata

_WORDS = r"(?:[^\W\d]+[ ,]+){0,5}?"

_AS_WRITTEN = (
    # German and Dutch
    rf"\b(?:ignorier\w*|missacht\w*|vergiss|vergesst|vergessen sie|uberg\w+|beacht\w* nicht) {_WORDS}"
    r"(?:anweisung|instruktion|prompt|aufforderung|obige|vorherige|bisherige)\w*",
    rf"\b(?:ignorier\w*|missacht\w*|vergiss|vergesst) {_WORDS}(?:alle|samtliche|fruheren?) {_WORDS}"
    r"(?:regel|vorgabe|befehl)\w*",
    r"\b(?:neue|eigentliche|geheime|wichtige) (?:system-?)?(?:anweisung|instruktion|vorgabe|aufgabe)\w*(?: "
    r"\w+){0,3} ?:",
    r"\b(?:hinweis|nachricht|anweisung|notiz) (?:an|fur) (?:die|das|den|jede|jedes|alle)? ?(?:ki|modell|assistent"
    r"|sprachmodell"
    r"|bot|system|planer)\w*",
    r"\b(?:schreib|nenn|gib|setz|fug|wiederhol|erwahn)\w*\b[^.!?\n]{0,80}\b(?:jede[mnrs]?|alle[nr]?) (?:plan"
    r"|vorschl\w+|antwort"
    r"|ergebnis|entwurf|titel|uberschrift)\w*",
    rf"\b(?:negeer|vergeet) {_WORDS}(?:instructies|opdrachten|aanwijzingen|regels)\b",
    # French
    rf"\b(?:ignore[rz]?|oublie[rz]?|neglige[rz]?|ne ten\w+ pas compte)(?: de| des)? {_WORDS}(?:instructions?"
    rf"|consignes?"
    r"|directives?|ordres|regles|ci-dessus|precede)\w*",
    r"\b(?:nouvelles?|vraies?) (?:instructions?|consignes?|directives?)(?: \w+){0,3} ?:",
    r"\b(?:note|message|instructions?|consignes?|avis) (?:a|pour|au) ?(?:l'|la |le |toute |tout |les )?(?:ia"
    r"|assistante?|modele"
    r"|robot|systeme|intelligence)\b",
    r"\b(?:ecri|ajout|inclu|mentionn|repet|mett|affich|insere|insert)\w*\b[^.!?\n]{0,80}\b(?:chaque|tou(?:s|tes) "
    r"les) (?:plans?"
    r"|reponses?|propositions?|suggestions?|titres?|seances?|objectifs?)\b",
    # Spanish, Portuguese and Italian
    rf"\b(?:ignor\w+|olvid\w+|omit\w+|descart\w+|desconsider\w+|esquec\w+|esque\w+|desobedec\w+|dimentic\w+"
    rf"|trascur\w+|no hagas"
    rf" caso)(?: de| a| das| dei)? {_WORDS}(?:instrucci\w+|instruc\w+|istruzion\w+|ordenes|ordens|ordini|indicaci\w+"
    r"|indicac\w+|indicazion\w+|reglas|regras|regole|directrices|diretrizes|comandos|comandi|anteriores|precedent\w+"
    r"|de arriba|acima|sopra)\b",
    r"\b(?:nuevas?|novas?|nuove|nuova|verdader\w+) (?:instrucci\w+|instruc\w+|istruzion\w+|ordenes|ordens|tarea"
    r"|tarefa)"
    r"(?: \w+){0,3} ?:",
    r"\b(?:nota|mensaje|mensagem|messaggio|instrucci\w+|instruc\w+|istruzion\w+|aviso|avviso) (?:para|a|al|ao|per"
    r"|alla|all'|ad)"
    r" ?(?:la |el |o |l'|il |un |una |um |uma |cualquier |qualquer |qualsiasi )?(?:ia|asistente|assistente|modelo"
    r"|modello"
    r"|bot|sistema|inteligencia|intelligenza)\b",
    r"\b(?:escrib|escrev|scriv|anad|agreg|aggiung|adicion|inclu|mencion|menzion|repit|repet|ripet|pon|inser"
    r"|incluy)\w*\b"
    r"[^.!?\n]{0,80}\b(?:cada|todos los|todas las|todos os|todas as|ogni|tutti i|tutte le) (?:plan|respuesta|resposta"
    r"|risposta|propuesta|proposta|titul|titol|sesion|sugerencia|sugest|resultado|risultat|sessao|sessione)\w*",
    # Welsh
    rf"\banwybydd\w* {_WORDS}(?:g?c?h?yfarwyddiad\w*|gorchm\w+|orchm\w+|rheol\w*|uchod|blaenorol)\b",
    rf"\b(?:anghofi\w+) {_WORDS}(?:g?c?h?yfarwyddiad\w*|uchod|blaenorol)\b",
    r"\b(?:nodyn|neges|g?cyfarwyddiad\w*) (?:i|ar gyfer) (?:unrhyw |bob )?(?:'?r )?(?:ai|da|model|fodel"
    r"|cynorthwy\w+|system"
    r"|beiriant|robot)\b",
    r"\b(?:ysgrifenn|cynnwys|cynhwys|ailadrodd|rho|ychwaneg)\w*\b[^.!?\n]{0,80}\bbob (?:cynllun|ateb|teitl|sesiwn"
    r"|awgrym|canlyniad)\b",
    # Polish
    rf"\b(?:zignoruj\w*|ignoruj\w*|pomin\w*|zapomnij\w*|odrzuc\w*) {_WORDS}(?:instrukc\w+|polece\w+|wskaz\w+"
    rf"|rozkaz\w+|zasad\w*"
    r"|powyzsz\w+|poprzedni\w+|wczesniejsz\w+)",
    r"\b(?:nowe|nowa|prawdziwe) (?:instrukc\w+|polece\w+|zadani\w+)(?: \w+){0,3} ?:",
    r"\b(?:uwaga|notatka|wiadomosc|instrukcja|polecenie) (?:do|dla) (?:\w+ )?(?:ai|si|asystent\w*|model\w*|bot\w*"
    r"|system\w*)\b",
    r"\b(?:napisz|wpisz|dodaj|umiesc|powtorz|wstaw|dopisz)\w*\b[^.!?\n]{0,80}\b(?:kazd\w+|wszystk\w+) (?:plan"
    r"|odpowied|tytul|propozycj"
    r"|sesj|sugesti)\w*",
    # Swedish, Danish and Norwegian; Turkish
    rf"\b(?:ignorera|ignorer|glom|bortse fran|se bort fra) {_WORDS}(?:instruktioner\w*|instruks\w*|anvisning\w*"
    rf"|regler)\b",
    r"\b(?:onceki|yukaridaki) (?:tum |butun )?(?:talimat|komut|yonerge)\w* (?:yok say|unut|goz ardi)\w*",
    # Whoever writes the next plan, and what the host asked for put aside
    r"\b(?:quem|quien(?:es)?|chi(?:unque)?|celui qui|celle qui|ceux qui|quiconque|wer|derjenige|kto|ktokolwiek"
    r"|pwy bynnag|wie)\b"
    r"[^.!?\n]{0,40}\b(?:redi[gj]|prepar|escrev|escrib|elabor|faz|fizer|hag|scriv|fass|schreib|schrijf|erstell"
    r"|entwirf|plant|plan"
    r"|vorbereit|ecri|pisze|przygot|uklad|parato|llunio|ysgrifenn|maak)\w*[^.!?\n]{0,40}\b(?:plan\w*|pian[oi]"
    r"|propost\w+|propuest\w+"
    r"|propositions?|vorschl\w+|sesion\w*|sessa\w*|session\w*|sitzung\w*|treffen|cynllun\w*|cel\w*|objetiv\w*"
    r"|obiettiv\w*|objectif\w*)\b"
    r"[^.!?\n]{0,40}(?:\b(?:deve\w*|debe\w*|doit|doivent|muss|mussen|soll\w*|moet\w*|musi\w*|powinien|rhaid|dylai"
    r"|tem de|tiene que)\b|:)",
    r"\b(?:por|poner|dejar|deixar|mettre|laisser|mettere|lasciare|odloz\w*|rhoi)\b[^.!?\n]{0,10}\b(?:de lado|a "
    r"un lado|de cote|da parte"
    r"|na bok|o'r neilltu)\b[^.!?\n]{0,40}\b(?:pedid\w*|peticion\w*|demande\w*|richiest\w*|prosb\w*|cais"
    r"|instru\w*|istru\w*|consign\w*)\b",
    r"\b(?:anfragen?|wunsch\w*|bitten?|auftrag\w*|vorgaben?|anweisung\w*)\b[^.!?\n]{0,40}\b(?:beiseite|zu "
    r"ignorieren|nicht (?:zu )?beachten|vergessen)\b",
    # Scripts of their own
    r"(?:игнориру|проигнорируй|забуд)\w* [^.!?\n]{0,40}?(?:инструкц|указани|команд|предыдущ|выше)\w*",
    r"(?:ігноруй|забудь)\w* [^.!?\n]{0,40}?(?:інструкц|вказівк|попередн)\w*",
    r"(?:忽略|无视|忘记|無視)[^。\n]{0,12}(?:指令|指示|命令|提示|说明|之前|以上|上述)",
    r"(?:前|上|以前|これまで)[^。\n]{0,8}(?:指示|命令|プロンプト)[^。\n]{0,6}(?:無視|忘れ)",
    r"(?:이전|위의|모든)[^.\n]{0,12}(?:지시|명령|지침)[^.\n]{0,8}(?:무시|잊)",
    r"(?:تجاهل|انس)[^.\n]{0,30}(?:التعليمات|الاوامر|السابقة)",
    r"(?:पिछले|सभी|ऊपर)[^।\n]{0,30}(?:निर्देश)[^।\n]{0,20}(?:अनदेखा|भूल)",
)


def _fold(pattern: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFKD", pattern) if not unicodedata.combining(sign))


ELSEWHERE: tuple[str, ...] = tuple(_fold(pattern) for pattern in _AS_WRITTEN)
"""Patterns over looks."""
