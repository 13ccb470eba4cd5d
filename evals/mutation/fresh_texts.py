"""The wordings of the fresh damages, from many trades and tempers; `{verb}` and `{object}` come from the plan."""

from __future__ import annotations

TALKS = (
    ("A guest from next door", "hear how somebody else came to {verb} {object}", "a guest from the sister office",
     "Goes through forty slides on how they came to {verb} {object}. Please keep what you want to ask for the end.",
     "Questions to the guest, if the clock allows."),
    ("Film and commentary", "watch a filmed case and follow the commentary", "the host, beside the screen",
     "Shows the film and stops it four times, to point out what matters and what is easily missed.",
     "Anything unclear? The host explains it once more."),
    ("Through the handbook", "follow the handbook, chapter by chapter", "the co-ordinator",
     "Reads the chapter on {object} paragraph by paragraph and says a few words about each; people follow in theirs.",
     "Underline the sentence that you want to remember."),
    ("On the sofa", "listen to three people who have done this for years", "three old hands and an interviewer",
     "Are interviewed about their best and their worst day; the room sits back, and may put something in the box.",
     "The interviewer draws two slips from the box, and the sofa replies."),
    ("Gallery of finished pieces", "be shown good examples of {object}", "the curator",
     "Leads the whole group from one finished piece to the next and tells how each was made and why it is good.",
     "Take a leaflet, and have a second look at your favourite."),
    ("Fireside chat", "share views on why it is so hard to {verb} {object}", "whoever likes to speak",
     "Talk about what makes it so hard, which books are worth having, and how other places are said to go about it.",
     "The host sums up what the talk was about."),
)  # fmt: skip
"""Instead of doing: the title, what members do, who speaks, what the long step says, and what the short one says."""

SATISFIED = (
    ("How did you like this session?", "Was it too long, too short or about right?", "Would you come again?"),
    ("What did you enjoy most this afternoon?", "Could you hear and see well from your seat?",
     "What should the organisers do better next time?"),
    ("Were your expectations met?", "Did the trainer explain things clearly?",
     "Would you recommend today to a colleague?"),
    ("In one word, how do you feel right now?", "What gave you energy this morning, and what took it away?",
     "Was the pace kind to you?"),
    ("Which item of the programme was most useful to you?", "Which could we drop?",
     "What other subjects should we put on in spring?"),
    ("Did you feel welcome at your table?", "How was the mix of people, and how was the soup?",
     "Is there anything the team should know before the next evening?"),
)  # fmt: skip
"""Rounds that ask how the session was, and not what the work shows."""

ROUND = (
    "One after the other, say how it was for you. Short answers, no discussion.",
    "Fill in the slip at your place and drop it in the box by the door.",
    "Throw the ball to somebody, who says what they made of today, and throws it on.",
    "Everyone types into the form on the link; the host thanks you and closes the call.",
    "Stand in a circle and tell us what you take home with you.",
)  # fmt: skip
"""How such a round goes."""

SELF_RATINGS = (
    "From nought to ten, how well can you {verb} {object} by now?",
    "Hold up a hand: a fist if you can't do this alone, all five fingers if you can do it asleep. What do you see?",
    "Which rung of the ladder on the wall are you on when you {verb} {object}, and which one do you aim for?",
    "How far up does the red go on your thermometer card, if full is somebody who has nothing left to learn?",
    "How many stars would you give your own part in this piece, five being the most?",
    "How sure are you, in per cent, that you could {verb} {object} on Monday without help?",
    "Are you an apprentice, a journeyman or a master at this? Tick one box.",
    "Take your place along the line by the window: door end for clumsy, plant end for skilled. Where do you stand?",
)  # fmt: skip
"""Questions that make people put a figure or a rank on themselves."""

JUDGED = (
    "Who in this group is a natural at it, and who has a long way to go?",
    "What does this piece tell you about how careful its maker is?",
    "Would you trust the author with a difficult patient, and why, or why not?",
    "Which of us was holding the others back today?",
    "How hard did each of the three really try?",
    "What sort of thinker was at work here: a sloppy one, a timid one or a thorough one?",
    "Where was Marta too slow, and what makes Deniz so much better at this?",
    "Has the person who brought it got the ear for this, or will they always need somebody beside them?",
    "What should the author change about themselves before they stand in front of a class again?",
)  # fmt: skip
"""Questions about people."""

MADE_UP = (
    ("a fictional firm, Brightleaf & Sons, with all that you need to know on two pages",
     "No need to bring anything; the case is on the tables.", "Read the two pages about Brightleaf & Sons first."),
    ("the exercise from the training binder: a ward with twelve beds, tidy figures and no surprises",
     "Leave your own papers at home.", "Turn to exercise 4 in the binder and take the ward as it is described there."),
    ("an invented village fête with a stall for each table, so that nobody's own affairs come up", "",
     "Draw a slip that says who you are at the fête, and stay in that part."),
    ("the sample project that came with the software, cleaned up so that everything works first time",
     "Just your laptop.", "Open the sample project; please don't use anything of your own."),
    ("a story of two dragons who open a bakery, printed on cards", "A good mood.",
     "Lay out the dragon cards, and take what happens in the story as given."),
    ("a solved example from the textbook, with the answers on the back", "",
     "Work through the textbook example; whoever is stuck may turn the sheet over."),
    ("practice data, generated for the day and the same at each table", "Nothing.",
     "Everyone has the same practice data; nothing in it is about a place that exists."),
)  # fmt: skip
"""Material that is nobody's: the material, what to bring, and what the first step says of it."""

DECORATIVE = (
    "",
    "Watch this first time, and get a feeling for how we do things here.",
    "Look after the coffee and the biscuits, so that the others can concentrate.",
    "Sit beside somebody experienced and feel free to listen in.",
    "Simply be there; nobody expects you to do anything yet.",
    "Hold up the sign with our name on it when the photo is taken.",
    "Read the welcome leaflet at the side table until the groups have finished.",
    "Clap when a group is done, and keep spirits high.",
    "Say your name and where you come from; after that, lean back and enjoy it.",
)  # fmt: skip
"""What is left to the newcomer when the job has gone."""

QUOTAS = (
    "By the end of June nine in ten of us {verb} {object} without help",
    "Raise the share of members who can {verb} {object} from a third to four fifths before Christmas",
    "Each member hands in three pieces a quarter, so that we {verb} {object} at the agreed rate",
    "We want to be able to {verb} {object} twice as fast as last year, and have the dashboard show it",
    "Twenty people certified to {verb} {object} ahead of the autumn audit",
    "We want to be able to {verb} {object} with no more than two mistakes per head and month",
    "Cut the hours that it takes to {verb} {object} by fifteen per cent in every team",
    "We want to be able to {verb} {object} well enough for the whole branch to reach level 3 by March",
)  # fmt: skip
"""Outcomes that are a figure to be hit."""

CLAIMS = (
    "Most of you have said over the years that you find this part dull, so it is kept short.",
    "In {community} the older ones hardly ever let the younger ones finish; that is why the groups are mixed.",
    "As came out in your last survey, two out of three would rather work alone.",
    "You tried something like it in the spring, and it fell flat since nobody had prepared.",
    "Trust among you has been low ever since the merger, and this is meant to mend it.",
    "Everybody in {community} agrees that the Tuesday shift does it best, so we follow their way.",
    "After that quarrel about the rota, people here are wary of putting things on paper.",
    "Your members told us that they love competition and get bored by writing.",
)  # fmt: skip
"""Sentences about the community that nobody in it has said."""

CONTESTS = (
    "The table that is done first picks something from the hamper.",
    "There is a point for each thing you find; the tally hangs on the door, and the last group washes up.",
    "The host times every pair with a stopwatch and reads out the fastest three.",
    "Then all vote for the finest piece; its makers get the golden trowel and their photo in the newsletter.",
    "It's the red side against the blue: whoever leaves the others without an answer takes the round.",
    "A jury of old hands names a winner and two runners-up, and says what the rest were lacking.",
    "It's a knock-out: of every two the less convincing one sits down, until a single person is standing.",
    "Whoever has the most by the bell wears the crown for the rest of the evening.",
)  # fmt: skip
"""Sentences that turn working together into winning."""

TOPICS = (
    ("An introduction to {object}", ""),
    ("All about {object}", ""),
    ("The basics of {object}, with examples from practice", ""),
    ("Module 3: {object}, with background, terms and current trends", ""),
    ("Growing together: {object} as a journey", ""),
    ("We want to be able to have an overview of {object}", "have"),
    ("We want to be able to be up to date with what is going on around {object}", "be"),
    ("We want to be able to appreciate how much {object} matters to everyone", "appreciate"),
)  # fmt: skip
"""Outcomes that say what it is about and not what anybody will do; with the verb that stands in it, if any."""

EXTRAS = (
    ("everyone", "Gather on the steps outside for the group photo."),
    ("the caretaker", "Explains the alarm, the exits and the new rule about mugs."),
    ("the sponsor", "Says a few words about the foundation and its other projects."),
    ("everyone", "Sing for Ines, cut the cake and pass the plates round."),
    ("the host", "Lets the latecomers in, finds chairs and tells them what has happened so far."),
    ("pairs", "Change rooms, set up again and log in."),
)  # fmt: skip
"""Things that are squeezed in without any minutes being found for them."""

FILLERS = (
    ("Notices", "the secretary", "Reads the notices: dates, dues, the rota and the lost property."),
    ("A look ahead", "the head of section", "Presents the plans for the coming year."),
    ("A new tool", "a colleague from support", "Demonstrates the new booking system, screen by screen."),
    ("Pins and flowers", "the chair", "Hands over the long-service pins and says a few words about each person."),
    ("Last time", "the clerk", "Reads the minutes of the last meeting aloud, for approval."),
    ("From the sponsor", "our sponsor", "Introduces the product range; samples are on the table by the door."),
)  # fmt: skip
"""What takes the place of the open minutes: a title, who, and what they do."""

BEFORE = (
    (),
    ("Put the date in everybody's calendar.", "Order the sandwiches by Thursday."),
    ("Remind people to be punctual; the door is shut at nine.",),
    ("Book the hall on the third floor and collect the key.", "Check that the projector has its cable."),
    ("Ask team leads to send one person each.",),
    ("Order name badges and a banner.", "Tell the press office."),
)  # fmt: skip
"""What stands under `before` when nobody has thought of access."""

AFTER = (
    (),
    ("Stack the chairs and lock up.",),
    ("Pay the invoice for the hall.", "Return the urn to the parish office."),
    ("Post the group photo.",),
    ("Write to the sponsor with thanks.", "Count the leaflets that are left."),
    ("Announce the date of the spring meeting.",),
)  # fmt: skip
"""The same for `after`."""

NO_PLAN_B = (
    ("", "", "", ""),
    ("Won't happen with this crowd.", "Everybody has said yes.", "We're all grown up.", "We have never run late."),
    ("n/a", "n/a", "n/a", "n/a"),
    ("Wait until somebody gives in.", "Send people home and find another date.", "Let them; they usually know best.",
     "Stay until we are through."),
    ("Carry on as planned.", "Carry on as planned.", "Carry on as planned.", "Carry on as planned."),
    ("To be decided on the day.", "To be decided on the day.", "", "To be decided on the day."),
    ("Petra will know.", "Petra will know.", "Petra will know.", "Petra will know."),
    ("See section 9 of the handbook.", "", "See section 9 of the handbook.", ""),
)  # fmt: skip
"""For silence, low turnout, a loud voice and running late: nothing that a host could do."""

NOT_ASKED = (
    ("Everything that is said, recorded from beginning to end", "By walking in, people have agreed.",
     "The recording is stopped and put on the shared drive for all departments."),
    ("The finest lines, with names, for the front page", "",
     "The host picks the finest lines and notes who said them."),
    ("Photos of every card, with the face behind it", "Anyone who minds can write to the office within a week.",
     "Hold your card under your chin for the picture, please, one row after the other."),
    ("What each person still finds hard", "It goes to the line managers, so that they know where to help.",
     "Write your name and what you still find hard, and hand it in on the way out."),
    ("A report by the clerk", "The committee decides what is fit to be quoted.",
     "The clerk goes through the notes and completes them where something was left out."),
    ("Minutes, with each contribution by name", "As always.",
     "Check that your name is spelled as you spell it; the minutes go to the whole list tonight."),
    ("The transcript that the call makes by itself", "",
     "The transcript is saved, and the link goes to everyone who could not come."),
)  # fmt: skip
"""Keeping without asking: what is kept, what stands under consent, and what happens."""

NO_TRACE = (
    ("", "When time is up, wipe the board and push the tables back."),
    ("a good conversation", "There is no need to write anything down."),
    ("a shared understanding of where we stand", "Keep it all in your heads; it's the talking that counts."),
    ("fresh energy and new contacts", "Whatever is on paper goes in the bin by the door."),
    ("an experience that stays with people", "Shut your eyes and let it sink in. The sketches are for the stove."),
    ("awareness", "Close the file without saving it."),
    ("", "Sweep the bench clear, so that the next group finds it empty."),
    ("the feeling of having had a go", "Rub it out together, and enjoy the clean slate."),
)  # fmt: skip
"""What is left in place of the artefact, and the sentence that ends the activity."""

EXPERTS = (
    ("the principal architect", "Does it live on the large screen and thinks aloud, while the rest see how it's done.",
     "Copy the result into your notebooks.", "The architect says what can be seen in it and how to read it."),
    ("our longest-serving midwife", "Goes through six nights from memory, hour by hour, and what she did in each.",
     "Note one thing that you'd like to copy from her.", "She tells what each of you should have noticed, and why."),
    ("the author of the method", "Explains where the idea came from, all seven stages, and what beginners get wrong.",
     "Put up your hand if a stage is still unclear.", "The author comments on each point and settles what it means."),
    ("the master joiner", "Takes up each person's piece in turn and puts it right, with a story to go with it.",
     "Take your piece back to your place.", "The master goes along the bench and says of each joint what is amiss."),
    ("the head of finance", "Reads the guidance aloud, clause by clause, with a remark from experience on each.",
     "Sign the sheet to say that you have understood.", "The head of finance answers the questions on the list."),
    ("the choir director", "Sings every line, says what matters in it, tells who first sang it so, sings it again.",
     "All try the last line once.", "The director describes what a trained ear would have heard."),
)  # fmt: skip
"""Who knows best, what they do for most of the time, what is left for the others, and what becomes of the review."""

SWAPS = {
    "never": "always", "always": "often", "can't": "can", "can": "could", "don't": "do", "won't": "will",
    "doesn't": "does", "not": "hardly", "no": "little", "nobody": "hardly anybody", "nothing": "not much",
    "should": "must", "could": "should", "would": "will", "hard": "easy", "hardest": "hard", "too": "quite",
    "best": "good", "better": "good", "more": "less", "all": "most", "every": "many a", "first": "last",
    "i": "we", "we": "they", "my": "our", "our": "the", "you": "people", "how": "why",
    "what": "why", "when": "if",
    "is": "was", "isn't": "is", "has": "had", "have": "had", "it's": "it was",
    "are": "were", "was": "is", "want": "need", "need": "want", "think": "know", "know": "think",
    "and": "or", "but": "and", "before": "after", "only": "also", "some": "many", "many": "some",
}  # fmt: skip
"""Small words of a quote, and what a careless pen makes of them."""

OTHER_OUTCOMES = (
    ("We want to be able to mend a bicycle chain at the roadside", "mend", "a bicycle chain",
     "We'd notice it because nobody has pushed a bicycle home.", "Working with one's hands comes into it as well."),
    ("We want to be able to write the bid for the new roof", "write", "the bid for the new roof",
     "We'd notice it because the bid is on its way before the deadline.", "It can be done along the way."),
    ("We want to be able to calm a patient before an injection", "calm", "a patient before an injection",
     "We'd notice it because fewer arms are pulled back.", "Being together is calming in itself."),
    ("We want to be able to read a balance sheet line by line", "read", "a balance sheet",
     "We'd notice it because the treasurer is asked other questions.", "There will be figures somewhere in it."),
    ("We want to be able to prune old apple trees in February", "prune", "old apple trees",
     "We'd notice it because light falls through the crowns.", "Both ask for patience."),
    ("We want to be able to pronounce the Welsh names on our route", "pronounce", "the Welsh names on our route",
     "We'd notice it because passengers no longer smile.", "People will be speaking anyway."),
    ("We want to be able to haggle with a landlord over the rent", "haggle", "the rent",
     "We'd notice it because a letter came back with a lower figure.", "The same people need it, so it fits."),
)  # fmt: skip
"""Second outcomes from another world: the sentence, its verb and object, its sign, and a glib reason for the link."""

ELSEWHERE = (
    ("the printed annual report of another branch", "Hands round the report, and everyone leafs through it.",
     ("What strikes you in the report?", "What would you ask its authors?", "What might their branch do next?")),
    ("the model answer on page 90 of the handbook", "Reads the model answer aloud, twice.",
     ("What do you like about the model answer?", "Why is the third line there?",
      "When will you look at page 90 again?")),
    ("a film about an award-winning kitchen crew", "Plays the film, with the lights turned down.",
     ("Which scene pleased you?", "How do you think they got the job?", "Which film could we see next time?")),
    ("the host's slides", "Puts the slides back up, starting from the title.",
     ("Which slide do you find most appealing?", "What is missing on slide 12?",
      "How should the slides look next time?")),
    ("the club's statutes of 1987", "Passes out the statutes, with three clauses marked in yellow.",
     ("Which clause are you glad of?", "What may the founders have had in mind?",
      "Which clause would you alter next?")),
    ("a water-colour on loan from the museum", "Unwraps the picture and sets it on the easel.",
     ("What draws your eye in the painting?", "What do you wonder about the painter?",
      "Which picture shall we borrow next?")),
    ("the attendance list of the past twelve months", "Projects the list and scrolls to the totals.",
     ("Which month looks good to you?", "Why did people stay away in August?", "Whom will you ring next?")),
)  # fmt: skip
"""Reviews of something that nobody made here: what is looked at, how it gets there, and the questions about it."""
