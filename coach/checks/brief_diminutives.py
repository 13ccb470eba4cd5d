"""Short forms of given names, so that a name is known again by the half of it."""

from __future__ import annotations

from collections.abc import Collection, Mapping

_FORMS = (
    "abigail:abby abbie gail; albert:al bert bertie; alexander alexandra alejandro:alex lex sandy sasha"
    " xander alec ally;"
    " alfred:alf alfie fred; alison:ali ally; amanda:mandy; amelia:millie amy; andrew andrea:andy drew;"
    " angela:angie; anna"
    " anne annabel:annie nan; anthony antonia:tony toni ant; archibald:archie; arthur:art artie; barbara:babs barb;"
    " barnaby:barney; bartholomew:bart; beatrice beatrix:bea bee trixie; benjamin:ben benny benji; bernard"
    " bernadette:bernie;"
    " bethany:beth; bridget:biddy bridie; cameron:cam; caroline carolyn:caz carrie caro; catherine katherine kathleen"
    " kathryn:cathy kathy kate katie kat kit kitty cat; cecilia:cece cissy; charles charlotte:charlie chuck"
    " chas lottie;"
    " christine christina christopher christian:chris chrissie tina kit topher; clara:clarrie; cynthia:cindy; daniel"
    " danielle:dan danny dani; david:dave davy; deborah:deb debbie; derek:del; diana:di; dominic:dom;"
    " donald:don donny;"
    " dorothy dorothea:dot dottie dolly thea; douglas:doug; edward edwin edmund eduardo:ed eddie ted teddy"
    " ned; eleanor"
    " elena helen:ellie nell nellie nora lena; elizabeth elisabeth:liz lizzie beth betty bess betsy libby eliza lisa"
    " lisbeth; emily emma:em emmy millie; eugene:gene; evelyn:evie eve; fiona:fi; florence:flo florrie"
    " flossie; frances"
    " francis francesca:fran frankie frank cesca; frederick:fred freddie; gabriel gabrielle:gabe gabby;"
    " geoffrey:geoff;"
    " georgina george:georgie; gerald:gerry jerry; gillian:gill jill; gregory:greg; gwendolyn:gwen; harold"
    " henry harriet:hal"
    " harry hattie hank; hector:hec; hilary:hils; hubert:bert; isabel isabella:izzy bella issy; jacob"
    " jacqueline:jake jackie"
    " jacqui; james jamal:jim jimmy jamie jem; janet jane:jan janey; jason:jay; jennifer:jen jenny;"
    " jeremy:jez jerry; jessica:"
    "jess jessie; joan joanna joanne:jo joey; john jonathan:jon johnny jack jonny; joseph josephine:joe joey"
    " jo josie; joshua:"
    "josh; judith:judy jude; julia julian juliet:jules; kenneth:ken kenny; kimberley:kim; lawrence"
    " laurence:larry laurie;"
    " leonard leonardo:leo len lenny; lesley leslie:les; louise louis luisa:lou louie; lucinda lucy:lu lucie"
    " cindy; madeleine:"
    "maddie; malcolm:mal; margaret:maggie meg peggy madge marge margie greta rita daisy; maria mary"
    " marie:molly polly minnie"
    " mia; martha:marty mattie; martin martina:marty; matilda:tilly mattie; matthew:matt matty; maureen:mo;"
    " maurice:mo;"
    " maximilian maxine:max; michael michaela michelle:mike mick micky shelly; mildred:millie; mohammed"
    " muhammad mohamed:mo;"
    " morag morris:mo; natalie natasha:nat tasha; nathaniel nathan:nat nate; neville:nev; nicholas nicola"
    " nicole:nick nicky"
    " nico; norman:norm; oliver olivia:ollie liv livvy; oscar:ozzie; pamela:pam; patricia patrick:pat patty"
    " paddy trish"
    " tricia; penelope:pen; peter:pete; philip philippa:phil pip pippa; priscilla:prissy cilla; prudence:pru;"
    " rachel:rach;"
    " raymond:ray; rebecca:becky becca bex; reginald:reg reggie; richard ricardo:rich rick ricky dick; robert"
    " roberta:rob"
    " robbie bob bobby bert; roderick:rod; roger:rodge; ronald:ron ronnie; rosemary rosalind:rosie ros roz;"
    " samuel samantha"
    " samira:sam sammy; sarah sara:sally sadie; sebastian:seb bas; sharon:shaz; sheila:shelly; simon:si;"
    " sophia sophie:soph;"
    " stanley:stan; stephen steven stephanie:steve stevie steph; stuart stewart:stu; susan susanna"
    " suzanne:sue susie suze;"
    " sylvester:sly; tabitha:tabby; terence teresa theresa:terry tess tessa tel; thaddeus:thad; theodore"
    " theodora:theo ted thea;"
    " thomas:tom tommy; timothy:tim timmy; tobias:toby; tracey:trace; valentine valerie:val; veronica:ronnie"
    " roni; victor"
    " victoria:vic vicky tori; vincent:vin vince; violet:vi; virginia:ginny; walter:wally walt; wilfred wilfrid:wilf;"
    " william wilhelm:bill billy will willie liam; winifred:win winnie; yvonne:von; zachary:zach zak; zoe:zo"
)


def _read() -> Mapping[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for row in _FORMS.split(";"):
        names, _, shorts = row.strip().partition(":")
        for short in shorts.split():
            found[short] = found.get(short, frozenset()) | frozenset(names.split())
    return found


_SHORT_FOR = _read()
_ALSO_WORDS = frozenset(
    "al ant art bas bee bell bill bob cam cat charlie chuck dick dolly don dot drew em eve fi flo frank gene"
    " gill hal hank jack"
    " jay jill jo kit lex lou mal max may mia mo nan nat norm pat patty pen pip ray rich rick rob rod ros"
    " rosie sandy si sly"
    " sue tabby tel terry trace val vi von will win violet olive daisy ginny jerry mick miles prudence"
    " florence victoria"
    " virginia valentine douglas stanley john".split()
)
_FEWEST = 3
GIVEN_FORMS = (frozenset(name for names in _SHORT_FOR.values() for name in names) | frozenset(_SHORT_FOR)) - _ALSO_WORDS
"""Given names and their short forms that are hardly ever another word."""


def is_short_for(word: str, names: Collection[str]) -> bool:
    """Return whether a word with a capital is a short form of a name that is known, or its beginning."""
    short = word.casefold()
    for name in names:
        for part in name.casefold().split():
            if part in _SHORT_FOR.get(short, ()) or (
                _FEWEST <= len(short) < len(part) and part.startswith(short.rstrip("iey") if len(short) > 4 else short)
            ):
                return True
    return False
