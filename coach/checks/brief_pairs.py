"""What we may say, and what the words behind it then may not: pairs of ways of speaking that shut each other out."""

from __future__ import annotations

from .brief_words import phrases

SHUT_OUT = (
    (
        phrases("together, as one, as a (?:group|team), side by side, jointly, hand in hand, in pairs, with"
                " each other"),
        phrases(r"alone, on (?:their|my|our|his|her) own, separately, apart, each (?:at|in|for), by (?:my|our"
                r"|them)sel\w+"),
    ),
    (
        phrases("within (?:days|hours|minutes|a day|an hour|a week), at once, the same day, straight away,"
                " promptly, on time"),
        phrases("weeks, months, ages, too late, takes (?:us )?(?:so )?long, for ever, forever, late, overdue,"
                " waiting for"),
    ),
    (
        phrases(r"likes?, enjoy\w*, loves?, fond of, glad, welcome[sd]?, tak(?:e|es|en) to, happy,"
                r" comfortable, at ease, look"
                " forward, keen on, appreciate\\w*, pleased"),
        phrases(r"squirm, nuisance, dread\w*, hate\w*, bor(?:e|es|ed|ing), dull, awkward, embarrass\w*,"
                r" uncomfortable, a chore"
                r", a pain, moan\w*, complain\w*, annoy\w*, leave mine, avoid\w*, skip\w*, drags?, tedious,"
                r" nervous, sick of"
                ", fed up, silly, childish, waste, rather not, cringe, roll\\w* (?:my|our|their) eyes"),
    ),
    (
        phrases(r"supports?, supported, backs?, backed, agreed to, approv\w+, welcomed, said yes, listens?,"
                r" listened, talks? to us"
                ", behind us, on our side, interested, in favour, give us, gave us, lets us, let us"),
        phrases(r"brush\w* (?:us|me|it) (?:off|aside), turned (?:\w+ ){0,2}down, said no, refus\w*, ignor\w*,"
                r" walk\w* (?:straight )?past"
                r", laughed (?:at|it), shrug\w*, no reply, no answer, declin\w*, reject\w*, block\w*, waved"
                r" (?:us|it) away, deaf ears"
                ", sent (?:us|me) away, sent it back, cold shoulder, put (?:us|it) off, not interested, looked away"),
    ),
    (
        phrases(r"sorted, solved, fixed, settled, work(?:s|ed)? out, found out, figured out, know why, knows"
                r" why, understand\w*"
                r", cleared up, dealt with, answer\w*, got to the bottom, agree\w*, resolved, closed, cured,"
                r" over, behind (?:us|them)"),
        phrases(r"none the wiser, keeps? \w+ing, still, again and again, riddle, puzzle\w*, unclear,"
                r" whenever, goes on, go on, as ever"
                r", guess, swear by, each time, every time, back again, come back, comes back, round in"
                r" circles, no nearer, in the dark"
                ", mystery, baffl\\w*, stumped, argu\\w*, row about, at odds, fight\\w*, bicker\\w*"),
    ),
    (
        phrases(r"uses?, used, using, wears?, reach for, reaches for, rel(?:y|ies) on, puts? (?:\w+ ){1,3}to"
                r" use, in use, adopted, works? with"),
        phrases(r"dust, unused, in (?:the|a|my) drawer, leave mine, on the shelf, untouched, hangs? on the"
                r" wall, forg[eo]t\w*, threw"
                r", binned, bin, ignored, skip\w*, lost the, never saw, switched (?:it )?off, work round it,"
                r" works? around it"),
    ),
    (
        phrases("came, joined, turned up, took part, takes part, take part, showed up, attended, present"),
        phrases("nobody, not one, stayed away, empty, cancelled, no one, on my own, alone in the, hardly a soul"),
    ),
    (
        phrases("quiet\\w*, calm\\w*, peaceful, at ease, relaxed"),
        phrases(r"loud\w*, shout\w*, nois\w+, hectic, rush\w*, chaos, frantic, tense, on edge, stress\w*, bedlam"),
    ),
    (
        phrases(r"eas(?:y|ier|ily), simple, simpler, handy, clear\w*, straightforward, no trouble, lighter,"
                r" effortless, quick\w*"),
        phrases(r"fiddly, clumsy, confus\w*, complicated, headache, ages, cumbersome, tricky, hard\w*,"
                r" difficult\w*, a maze, baffl\w*"
                ", twice as long, more work, heavy going, a struggle, struggl\\w*"),
    ),
    (
        phrases(r"trust\w*, rel(?:y|ies) on, depend on, confident, sure, certain, believe\w*"),
        phrases(r"double-check\w*, suspicious, doubt\w*, not sure, unsure, check again, second-guess\w*,"
                r" wary, nervous, afraid, distrust\w*"),
    ),
    (
        phrases("remember\\w*, always, never forget, as a matter of course, routinely, by habit, reliably"),
        phrases(r"forg[eo]t\w*, slips? (?:our|my|the) mind, when i think of it, sometimes, now and then, hit"
                r" and miss, rarely, seldom"),
    ),
    (
        phrases(r"keeps? (?:on|going|it up), carr(?:y|ies) on, continue\w*, lasts?, lasting, stuck (?:with"
                r"|to) it, held, holds, stays"),
        phrases(r"fizzled, petered, stopped, dropped, gave up, ended, died, back to (?:the )?(?:old|how"
                r"|square), wore off, slid back"
                ", by (?:summer|autumn|winter|spring|june|march) it was gone, no longer, did not last"),
    ),
    (
        phrases(r"find\w*, found, spot\w*, see\w*, noticed?, caught, catch\w*, hear\w*"),
        phrases(r"miss(?:ed|es)? it, overlooked, slipped (?:through|past)\w*, walked past, went unnoticed,"
                r" too late, out of sight, no idea"),
    ),
    (
        phrases(r"shar(?:e|es|ed|ing), open\w*, for (?:everyone|all), hands? (?:on|over), pass(?:es)? on, in"
                r" the open"),
        phrases(r"to (?:my|him|her|them)sel\w+, locked, kept (?:it )?(?:from|back), secret\w*, behind closed,"
                r" guard\w*, keep mine, only the boss"),
    ),
    (
        phrases(r"finish\w*, complete\w*, done, ready, in place, up and running, launched, live"),
        phrases(r"unfinished, half done, half finished, to be done, waiting, delayed, on hold, stuck,"
                r" stalled, not ready, shelved, paused"),
    ),
    (
        phrases(r"fewer, less, down, stopped, gone, ended, no longer, disappeared"),
        phrases(r"more than ever, as many, just as, still, every day, all the time, worse, again, whenever,"
                r" doubled, twice as"),
    ),
)  # fmt: skip
"""Each pair: a way of telling good news, and words that it can't stand on."""
