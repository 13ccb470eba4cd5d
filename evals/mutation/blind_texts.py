"""The wordings of the blind damages, out of many trades, so that no list of words catches them all.

`{deed}` stands for what the outcome names, such as `map a service`; `{thing}` for its object.
"""

from __future__ import annotations

from typing import NamedTuple


class Talk(NamedTuple):
    """Somebody who speaks while the others sit."""

    who: str
    does: str
    after: str


class Spoiled(NamedTuple):
    """A field's new content, and the sentence in a step that goes with it."""

    field: str
    step: str


class Chat(NamedTuple):
    """A review that asks how people liked it."""

    looks_at: str
    step: str
    prompts: tuple[str, ...]


class Kept(NamedTuple):
    """What is kept of people without asking them."""

    consent: str
    writes: str
    goes: str


TOPICS = (
    ("Getting started: {thing}", ""),
    ("{Thing}: the background, and why it matters", ""),
    ("Theory and practice in one evening: {thing}", ""),
    ("Staff will be familiar with {thing}", ""),
    ("Those who attend gain an insight into {thing}", "gain"),
    ("From the first stone to the ridge: {thing}", ""),
    ("Refresher for all shifts: {thing}", ""),
)

TARGETS = (
    "so that nine in ten of us do it unaided by the end of June",
    "with four out of five members signed off on it before the autumn visit",
    "in under twenty minutes and without a single slip by our third meeting",
    "twice as fast as last year, as promised to head office",
    "until every ward is in the green on the dashboard, at the latest by Easter",
    "well enough to clear the bar that the board has set for the spring",
    "so that each of us brings in six finished ones a month from the new year",
)

TALKS = (
    Talk(
        "an experienced member",
        "Takes the group through how they {deed}, from the first idea to the finished thing, with slides.",
        "The floor is open for questions.",
    ),
    Talk(
        "the practice educator",
        "Sets out on the screen the six points to remember when you {deed}. Handouts go round at the end.",
        "Anything that was unclear on the handout is taken up, as far as the time allows.",
    ),
    Talk(
        "the lead engineer",
        "Shares a screen and narrates how their squad came to {deed}. The others leave their microphones off.",
        "What has gathered in the chat is read out, and the lead engineer replies.",
    ),
    Talk(
        "a colleague from the county",
        "Repeats what went down so well at the spring conference: the research, and what it takes to {deed}.",
        "Hands up, one at a time; the colleague has an answer for each.",
    ),
    Talk(
        "the workshop master",
        "Stands at the bench and shows, piece by piece, how a professional would {deed}. The rest gather round.",
        "Whatever you could not see from where you stood, the master explains once more.",
    ),
    Talk(
        "our guest from the city archive",
        "Looks back on eleven years in which they had to {deed}, picture after picture.",
        "The guest is happy to be asked about any of the pictures.",
    ),
)

MADE_UP = (
    Spoiled(
        "Rye & Daughters, a bakery with nine shops that was thought up for the handout, staff and complaints included",
        "Everyone has the same four pages about Rye & Daughters. The answers are on the back of the last one.",
    ),
    Spoiled(
        "the papers of Mrs Ashby, a patient who never lived, with the results left in",
        "Open the folder on Mrs Ashby and treat everything in it as if it had happened.",
    ),
    Spoiled(
        "the sample project that comes with the course, in which three faults have been planted",
        "Download the sample project; there are three faults to be found, and each team finds the same three.",
    ),
    Spoiled(
        "a Tuesday at Elmfield School, written for this evening, with twenty-eight pupils who don't exist",
        "Imagine that you work at Elmfield. The cards tell you who said what that Tuesday.",
    ),
    Spoiled(
        "Lower Marling, a pretend council whose five departments are on cards",
        "Shuffle the cards of Lower Marling and deal them out; leave your own place of work at the door today.",
    ),
    Spoiled(
        "the bicycle hire firm from chapter four, where everything comes out even",
        "Turn to the bicycle hire firm in chapter four and follow the numbered stages.",
    ),
)

NOTHING_LEFT = (
    Spoiled("", "Wipe the board before you go; it was the talking that counted."),
    Spoiled("a lively exchange", "Put the pens away now and let it sink in. Nobody needs to have anything in hand."),
    Spoiled("new energy and a fresh look at things", "Close the tab without saving, since it was only to get going."),
    Spoiled("a common understanding of what matters", "Sweep the bench clean, so that the next class finds it empty."),
    Spoiled("the good feeling of having been heard", "Put the sheets in the recycling on the way to the circle."),
    Spoiled("", "Clear the wall for the late shift and come back to your seats."),
)

NEWCOMER_JOBS = (
    "Sit near the front, enjoy it, and pick up what you can.",
    "Look after the tea urn and the sign-in sheet.",
    "Shadow a senior colleague, in silence; your turn will come next term.",
    "Leave your camera on and send a thumbs-up when something lands.",
    "Hold the tape and pass the tools when you are asked to.",
    "Take a few photographs for the newsletter.",
    "Read the starter pack at the back table until the others have finished.",
    "",
)

CONTESTS = (
    Spoiled(
        "May the sharpest crew win.",
        "Whichever table can {deed} most cleanly by the bell takes the shortbread home.",
    ),
    Spoiled(
        "Keep an eye on the wall: nobody wants to be at the bottom of it.",
        "After every round the points go up on the wall, and the bottom table buys the coffees.",
    ),
    Spoiled(
        "Go all out, since the jury notices everything.",
        "A jury of three walks round, and only the two best go on to show theirs.",
    ),
    Spoiled(
        "You'll want to be on the right side of that spoon.",
        "The neatest piece of work gets the blue rosette, and the sloppiest the wooden spoon.",
    ),
    Spoiled(
        "Speed shows who has done their homework.",
        "The first to finish are off to lunch; the slow ones stay until theirs is right.",
    ),
    Spoiled(
        "A slip costs your team a life, so think before you put anything down.",
        "Each team starts with three lives and loses one for every slip; the last one standing gets the cup.",
    ),
)

CHATS = (
    Chat(
        "the evening as a whole",
        "Go round the room, and each says in a sentence how the evening was.",
        (
            "How did you find this evening?",
            "Was it worth the journey?",
            "What should we do more of?",
            "Would you tell a friend to come?",
        ),
    ),
    Chat(
        "the day, the room and the hosts",
        "Fill in the sheet on your chair and drop it in the box by the door.",
        ("Did the pace suit you?", "How were the room and the lunch?", "Was it what you had expected when you booked?"),
    ),
    Chat(
        "the call",
        "Type a line into the chat for each question; the host reads a few of them out.",
        (
            "Was the sound all right at your end?",
            "Did you get a word in?",
            "Which bit was the most fun?",
            "Is an hour about right?",
        ),
    ),
    Chat(
        "the training",
        "Turn to your neighbour on the ward bench and tell each other what you made of it.",
        (
            "What did you like best?",
            "Did the trainer keep things moving?",
            "Was there enough time for coffee?",
            "Should the next shift have it too?",
        ),
    ),
    Chat(
        "the lesson",
        "Stand along a line between the window and the door, and say why you stand there.",
        ("Happy face or long face, and why?", "Did the time fly?", "What would make the next lesson even nicer?"),
    ),
)

RATINGS = (
    "Out of ten, how sure are you that you could {deed} on your own?",
    "Hold up your fingers, one for shaky and five for rock solid: where are you with it now?",
    "Red, amber or green: which are you today when you have to {deed}?",
    "If the inspector came in now, which of their four words would you get for it?",
    "How many stars would a customer leave for yours?",
    "On the ladder from apprentice to master, on which rung do you stand after this?",
    "Bronze, silver or gold: what would you hang on your own piece?",
)

PEOPLE = (
    "Which of you has a natural eye for this, and who finds it harder going?",
    "How careful is the author, going by what is on the table?",
    "Is the maker ready to be let loose on the real thing, do you think?",
    "What kind of colleague leaves a thing half done, as this one is?",
    "Who pulled their weight in the team, and who let the others do it?",
    "Where did lack of experience let the author down?",
    "Would you want its author on your night shift, and why?",
    "Does the author have more of a tidy mind or more of a scatter-brain?",
)

DECISIONS = (
    "Right, what are we going to do differently from Monday?",
    "What goes into the protocol, and from which shift on?",
    "Which version do we take over, and who carries it across?",
    "What is the lesson of this for next term's scheme of work?",
    "Which way do we settle on, so that from now on everybody cuts it alike?",
)

FACTS = (
    "And what is actually there, if you look at it for a moment?",
    "By the way, what do you see on the sheet?",
    "Just for completeness: which parts does it consist of?",
    "Finally, could somebody read out what it says?",
)

WELCOMES = (
    Talk(
        "the chair",
        "Welcomes everyone, thanks the hosts and the kitchen, and goes through the programme point by point.",
        "Make yourselves comfortable, and top up your cups.",
    ),
    Talk(
        "the head of department",
        "Says a few words on the year so far, on where the house is heading and why occasions like this matter.",
        "Turn your chairs to the tables.",
    ),
    Talk(
        "the organiser",
        "Presents the sponsors, the house rules, the hashtag and the last four meetups, with pictures.",
        "A show of hands: who has been here before?",
    ),
    Talk(
        "the ward manager",
        "Runs through fire exits, parking, the new rota and last month's minutes, and introduces the team by name.",
        "Phones off, please, and find your group on the list.",
    ),
    Talk(
        "the honorary secretary",
        "Reads out the apologies and recalls how a handful of enthusiasts began all this in a borrowed barn.",
        "Applause for the founders, and a stretch.",
    ),
)

EATEN = (
    Talk("the secretary", "Reads out the dates for the diary and who still owes their subscription.", "Notices"),
    Talk("the steering group", "Reports on its last two meetings, point by point.", "News from the steering group"),
    Talk("the vendor", "Shows what is new in the autumn release and how to order it.", "A look at the new tool"),
    Talk("somebody from the office", "Goes through the new expenses form and the travel claims.", "Paperwork"),
    Talk("one speaker from each table", "Reports back to the hall, table by table, from left to right.", "Reports"),
    Talk("the deputy head", "Explains what the timetable will look like after half-term.", "Looking ahead"),
)

KEPT = (
    Kept(
        "",
        "Write a sentence about what you made, with your name under it.",
        "The host collects the sheets and types them up for the newsletter, names and all.",
    ),
    Kept(
        "Whoever comes along has agreed to it by coming.",
        "Gather round your table with what you made, all faces to the front.",
        "A photograph is taken of each table; the pictures go up in the corridor.",
    ),
    Kept(
        "The call is recorded, as always.",
        "Say into the microphone what you found hard, and why.",
        "The recording and the chat go to the shared drive, where every team can find them.",
    ),
    Kept(
        "As with all training records.",
        "Put down your name and what you could not do before.",
        "The sheets go to the line managers, for the files.",
    ),
    Kept(
        "If this is a problem for you, please take it up with the office.",
        "Tell the person next to you what went wrong for you; they write it down.",
        "What was written down is passed on to the sponsors with the attendance list.",
    ),
)

CLAIMS = (
    "Most of you told us in the spring that this is what keeps you awake at night.",
    "At your last three meetings this came up, and each time it was put off.",
    "Since the move to the new building you have lost the habit of showing each other anything unfinished.",
    "Two of your longest-standing members left over exactly this.",
    "It is well known that the people on nights here don't trust what the day team writes.",
    "When the old workshop closed, this was what everybody missed most.",
    "You have always been a group that learns best under pressure.",
    "Your newer colleagues say that nobody has ever shown them how.",
)

SWAPS = (
    ("never", "hardly ever"),
    ("always", "often"),
    ("nobody", "hardly anybody"),
    ("everyone", "most of us"),
    ("can't", "don't"),
    ("couldn't", "didn't"),
    ("don't", "can't"),
    ("wish", "hope"),
    ("wants", "needs"),
    ("want", "need"),
    ("could", "might"),
    ("can", "may"),
    ("three", "several"),
    ("two", "some"),
    ("hard", "tricky"),
    ("tell", "see"),
    ("know", "understand"),
    ("think", "know"),
    ("good", "great"),
    ("should", "must"),
    ("where", "how"),
    ("the", "our"),
    ("a", "another"),
)
"""Words that a tidying hand changes in a quotation, each for one that shifts its meaning a little."""
