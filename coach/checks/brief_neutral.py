"""Words that report and claim nothing of their own: saying, noticing, doing, when, where, who, how much of it."""

from __future__ import annotations

from coach.playbook import content_stems

from .brief_frames import LEAD_STEMS

_SAYING = (
    "account admit affirm aloud announce answer argue ask assure attribute aware blunt bring call cite claim comment"
    " compare complain confess confirm confide consider contrast convey correct credit describe detail discuss doubt"
    " echo explain express formulate gather give hand hear hint honest honestly imagine imply inform insist interview"
    " judge lay letter listen log mention message name narrate note notebook object observe offer openly opinion own"
    " paper paragraph paraphrase phrase plain plainly plea point pose post present proud proudly put puzzle query quip"
    " quote raise read recall reckon recommend record recount refer reflect relate remark remember remind repeat reply"
    " report request respond retell sentence share shout show sound source speak spell state stress suggest sum"
    " summarise talk tell term think thought title told touch transcript trace translate utter voice warn whisper"
    " wonder word write written scribble jot minute minutes contribution entry caption diary journal transcribe chat"
    " conversation dialogue debate exchange statement saying sign-off reading heading bullet"
)
_DOING = (
    "accept act action activity adapt add address adjust aim allow alter amend apply approach arrange arrive attempt"
    " become begin behave borrow bring build carry catch change check choose clear close collect combine come compare"
    " consult continue copy cover create decide deal describe design discover discuss divide do double-check draw drop"
    " edit emerge enter exchange experiment explore face fall fetch figure fill find finish fit fold follow form gather"
    " get give go grow habit handle hang happen hold host include introduce invent invite involve join keep know lack"
    " lay lead learn leave lend let lift link listen live look lose maintain make manage mark meet mention mix move"
    " need notice occur offer open order organise pack pair part pass pause pick place plan play practise practice"
    " prefer prepare process produce propose pull push put reach react read realise rearrange recognise reconsider"
    " refuse rely remain remove replace rest return revisit rewrite ring round run scrap see seek seem select send"
    " serve set settle-in shape share shift show sit sketch skip sort speak spend spot stand start stay step stop store"
    " study swap switch take taste teach tend test-run throw tidy touch train treat try turn understand unfold update"
    " upend use vary visit wait walk want watch wear weigh wish work wrap write pursue undertake perform-together"
    " proceed resume repeat begin commence embark undertook attend-to handle hand handed tackle carry-on carried"
    " usage useful-to routine custom practice method manner approach tool sheet list book board card map plan form"
    " check-in walk-through huddle handover meeting meet-up workshop talk talks evening evenings afternoon visit"
)
_WHO = (
    "anyone anybody apprentice artist assistant author baker body boss carer chef child class client colleague company"
    " contributor cook coder crew customer department depot desk developer director driver editor employee engineer"
    " everyone expert family farmer folk friend gang gardener group guest hand helper host human individual joiner kid"
    " lad lady leader learner librarian listener maintainer maker man manager member midwife mind neighbour newcomer"
    " novice nurse office officer operator organiser other outsider owner parent participant partner party patient"
    " peer people person planner player porter printer public pupil reader regular researcher room sceptic school"
    " service shop singer speaker specialist squad staff stagehand steward student supervisor teacher team teller"
    " tenant trade trainee trainer tutor usher user vet visitor volunteer voice ward welder worker writer team-mate"
    " technician translator department unit branch site floor yard section side table circle guild network club"
    " gathering chapter association collective newbie newer older younger senior junior fellow oneself themselves"
    " themself yourself myself each-other together"
)
_WHEN_WHERE = (
    "afterwards again ago ahead-of-time already always annual anywhere april around aside august autumn away back"
    " beforehand beginning between beside besides bit briefly close common constant continue continuous corner course"
    " current currently daily date day december decade deep direct distance down early earlier east elsewhere end"
    " evening eventually ever every everyday everywhere far february final finally first following former formerly"
    " frequent frequently front half-way hour home immediate in-between indoors inside instant instead january july june"
    " last late lately later latest left line local location long march may meanwhile middle midday minute moment"
    " monday month monthly morning near nearby never new newly next night noon north november nowadays occasion"
    " occasional occasionally october off often old once one ongoing onwards opening original originally outside over"
    " overnight past period place point present previous previously prior quarter quick-look rare rarely recent"
    " recently regular regularly right-away round saturday season second september shift short shortly sight simultaneous"
    " since slowly someday sometimes somewhere soon south spring stage start still stretch subsequent subsequently"
    " summer sunday term then there third thursday time times today tomorrow tonight tuesday twice until upcoming usual"
    " usually wednesday week weekend weekly west while whenever winter within workplace year yearly yesterday yet corner"
    " indoors outdoors ground shelf door wall gate hall bench spot scene throughout meantime autumn turn"
)
_HOW = (
    "actual actually almost alone along also alternative apart apparent approach area aspect available basis beginning"
    " beside bigger box brief broad case central certain certainly chance change changed changing choice circumstance"
    " clear collection column common complete-text complicated concern concrete condition connected content context"
    " contrary cross current curious custom decision definite detail difference different differently direct direction"
    " distinct doing doubt due each easily-put edge effect effort element empty entire equal especially essence even event"
    " everything exact exactly example exception exist existing expectation experience expression extent eye eyes face"
    " fact familiar far feature feeling few field figure-out final flow focus force form frame free fresh full further"
    " general glance half hard heart heavy hidden hint hope human idea image impression in-use individual information"
    " inner instance intention interest issue item job kind knowledge large leave less less-so lesson level-with light"
    " likely limit link list little look loose lot main major many mark material matter meaning means mention middle"
    " mistake mood more mostly much mixed moment naked narrow nature nearly necessary need nothing notice number"
    " object obvious odd only open opening opposite option order ordinary other otherwise outline outlook part partial"
    " partly particular path pattern perhaps perspective picture piece plain possible practical precise pretty private"
    " probable problem process proof-read proper question quiet quite rather raw reach ready real reality really reason"
    " regard relation remaining report rest rough routine rule same sample sense separate series set several shape"
    " share short sign similar simply single situation size slight slow small solid sort sound source space special"
    " specific state step story straight strange structure stuff style subject such sudden sure surface surprise"
    " task taste tendency text thing thinking thorough thread tight together tone topic total track trail trouble true"
    " truly turn two type uncertain unclear understood undone unexpected unknown unlike unplanned unusual use usual"
    " value-neutral variety various version very view visible way ways whole wide window word working world worry"
    " worth-noting wrong yes hint eye-opening openness deliberate deliberately aloud silence silent quietly out-loud"
    " asked-for unasked uninvited invited hands-on first-hand everyday humdrum day-to-day likewise equally rather-than"
    " thanks thank among count counted drawn disagreement foot none road theme top towards third half"
)

NEUTRAL_STEMS = LEAD_STEMS | content_stems(" ".join((_SAYING, _DOING, _WHO, _WHEN_WHERE, _HOW)).replace("-", " "))
"""Stems of words that any honest paraphrase may bring along."""
