"""In which language a sentence is written, as far as its small words and its letters tell."""

from __future__ import annotations

import re
import unicodedata

_SMALL_WORDS = {
    "German": "wir und der die das den dem ein eine einen zu mit für auf ist nicht wollen können möchten unsere unser"
    " besser damit werden von"
    " ich habe haben hatte sie es wie aber auch nach niemand etwas sich mir mich kann noch wenn bei wurde keiner uns"
    " alle immer",
    "French": "nous et le la les des du un une pour avec dans sur est pas voulons pouvoir nos notre mieux afin que qui"
    " être aux"
    " je ai on il elle ils ce quand mais ne personne rien comme fait tout toujours très était ça",
    "Spanish": "nosotros y el la los las del un una para con en es no queremos poder nuestros nuestra nuestro mejor que"
    " por ser podemos"
    " yo han mi se lo le pero nadie cómo qué cuando como más muy todo siempre hay fue esta",
    "Italian": "noi e il lo la gli le dei un una per con in è non vogliamo poter nostri nostra meglio che di essere"
    " più"
    " io ho hanno mi si ma nessuno come cosa quando sempre tutti molto era questa",
    "Portuguese": "nós e o a os as dos um uma para com em é não queremos poder nossos nossa nosso melhor que ser mais"
    " eu ninguém se mas quando foi sempre todos muito tem isso",
    "Dutch": "wij we en de het een voor met in op is niet willen kunnen onze ons beter zodat van worden te"
    " ik heb heeft hebben maar niemand hoe wat als ze er altijd bij ook geen naar",
    "Swedish": "vi och att det en ett för med på är inte vill kunna våra vår bättre så som"
    " jag har hade men ingen hur vad när de alla alltid om inte",
    "Danish": "vi og at det en et for med på er ikke vil kunne vores bedre så som"
    " jeg har havde men ingen hvordan hvad når de alle altid om ikke",
    "Polish": "my i w z na do nie chcemy móc nasze nasz lepiej aby że jest się być"
    " ja mam ale nikt jak co kiedy mi mnie wszyscy zawsze bardzo był",
}
_ENGLISH = frozenset(
    "we want to be able the a an of in on with for and or our is are not that it this can how what so by from at as who"
    " when where more better each my i you they no do now but was were me he she her him them his us all one if out up"
    " there here then just about had has have did been would people".split()
)
_WORD = re.compile(r"[^\W\d_]+")
_TONGUES = {name: frozenset(words.split()) for name, words in _SMALL_WORDS.items()}
_FEWEST = 2


def find_other_language(text: str) -> str:
    """Return the name of the language that a sentence is written in, `another script`, or nothing for English."""
    words = [match.group().lower() for match in _WORD.finditer(text)]
    if not words:
        return ""
    letters = [letter for word in words for letter in word]
    latin = sum("LATIN" in unicodedata.name(letter, "") for letter in letters)
    if latin * 2 < len(letters):
        return "another script"
    counts = {name: sum(word in small for word in words) for name, small in _TONGUES.items()}
    name = max(counts, key=lambda each: counts[each])
    english = sum(word in _ENGLISH for word in words)
    return name if counts[name] >= _FEWEST and counts[name] > english else ""
