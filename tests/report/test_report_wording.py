"""In which words a fact is told, and what is no fact that can be read alone."""

import pytest
from fact_world import fact, joined, telling

from sayso.report import report
from sayso.report.linked.best_wording import Wording
from sayso.report.linked.readable import is_colour, is_fragment
from sayso.report.model.counts import Unlisted

# The first is the best; the claim's subject, where it has none, is "~" before the words.
BEST = {
    "a sentence, not a piece": [
        "Globe | Ines Vale | The driver had slept two hours before the crash",
        "Echo | Ines Vale | ~Driving after two hours of sleep",
    ],
    "a name, not a pronoun": [
        "Globe | the court | Ana Kov had paid the fine in March",
        "Echo | the court | She had paid the fine in March",
    ],
    "the third person, not the first": [
        "Globe | Dale | Dale will stay with Rovers for two years",
        "Echo | Dale | I will stay with Rovers for two years",
    ],
    "on the record, not the page's own": [
        "Globe, 2024-01-02 | the ministry | Twelve soldiers died at the bridge of Orlo",
        "Echo, 2024-01-01 | - | Twelve soldiers were killed at the bridge",
    ],
    "the earlier, of the page's own and an unnamed source's": [
        "Echo, 2024-01-01 | ?a banker | Orlo Bank has slashed four hundred posts",
        "Globe, 2024-01-02 | - | Orlo Bank has cut four hundred posts",
    ],
    "a sentence, not a headline of a page without a title": [
        "Globe, 2024-01-02 | Rovers | The Rovers have sold Dale to Norland",
        "Echo, 2024-01-01 | Rovers | Champions sell star to old rivals",
    ],
    "an unnamed source's, not what is left open": [
        "Globe, 2024-01-02 | ?a banker | Orlo Bank has cut four hundred posts",
        "Echo, 2024-01-01 | open | Orlo Bank has slashed four hundred posts",
    ],
    "not the longest": [
        "Globe, 2024-01-02 | the court | The court fined Halden two million euros",
        "Echo, 2024-01-01 | the court | The court, which sat for eleven days in a hall that was built for dances, and "
        "heard forty witnesses, some of them twice, has now fined Halden two million euros",
    ],
    "not the shortest": [
        "Globe, 2024-01-02 | the court | The court fined Halden two million euros",
        "Echo, 2024-01-01 | the court | Halden was fined",
    ],
    "the earliest of equals": [
        "Globe, 2024-01-01 | the court | The court fined Halden two million euros",
        "Echo, 2024-01-02 | the court | By the court Halden fined two million euros",
    ],
    "a dated one before one without a date": [
        "Globe, 2024-01-01 | Rovers | The new stand will open in the autumn",
        "Echo | Rovers | In the autumn the new stand will open",
    ],
    "a name, though it is not on the record": [
        "Globe | - | Ana Kov had paid the fine in March",
        "Echo | the court | She had paid the fine in March",
    ],
    "what most of them tell": [
        "Globe, 2024-01-02 | the monitors | Pilots are training the fighters to fly captured jets",
        "Echo, 2024-01-01 | the monitors | The group has trainers who once served in another army",
        "Mail, 2024-01-03 | the monitors | Pilots are training fighters to fly three captured jets in the north",
        "Post, 2024-01-04 | - | Pilots train fighters to fly the captured jets",
    ],
    "fewer pronouns": [
        "Globe, 2024-01-02 | Rovers | Rovers sold the old stand to Dale",
        "Echo, 2024-01-01 | Rovers | Rovers sold their old stand to Dale",
    ],
}


def told(line: str):
    paper, chain, words = (part.strip() for part in line.split("|"))
    bare = words.removeprefix("~")
    return telling(f"{paper} | {chain} | {bare}", who=None if words.startswith("~") else "somebody")


@pytest.mark.parametrize("lines", BEST.values(), ids=BEST)
def test_the_best_wording_is_the_same_in_any_order(lines: list[str]) -> None:
    claims = [told(line).published_claim for line in lines]
    assert Wording(claims).best(claims).id == Wording(claims).best(claims[::-1]).id == claims[0].id


def test_a_headline_gives_way_to_a_sentence_of_the_text() -> None:
    head = telling(
        "Globe, 2024-01-01 | - | Court fines Halden two million", title="Court fines Halden two million - Globe"
    )
    body = telling("Echo, 2024-01-02 | - | The court fined Halden two million")
    both = [head.published_claim, body.published_claim]
    assert Wording(both).best(both).id == body.claim.id


def test_what_is_denied_is_told_in_other_words_where_there_are_any() -> None:
    denied = telling("Globe, 2024-01-01 | Halden | Halden paid the fine of the court")
    statement = denied.statement.model_copy(update={"polarity": "denied"})
    denied = denied.model_copy(update={"statement": statement})
    said = telling("Echo, 2024-01-02 | - | Halden paid the fine of the court")
    both = [denied.published_claim, said.published_claim]
    assert Wording(both).best(both).id == said.claim.id


# The words, and the subject that the engine finds in them; none where there is none.
FRAGMENTS = [
    ("Taking money from builder.", None),
    ("The revenge of somebody I had to dismiss.", None),
    ("A bang like a door slamming, only much bigger.", None),
    ("Suggestions that the ship had been unfit to sail.", None),
    ("That the towers would pay for his house.", "the towers"),
    ("After it emerged that the company had paid.", "it"),
    ("Which appeared to be captured jets.", "Which"),
    ("Because the keeper was hurt.", "the keeper"),
    ("Of lying to save his own skin.", None),
    ("It was true.", "it"),
    ("They are flying in the skies outside the airport.", "they"),
    ("This is wrong.", "this"),
    ("He did.", "he"),
    ("Encouraging.", None),
    ("Lost in March when everybody else had stopped looking.", None),
    ("The court fined Halden after.", "The court"),
    ("The picture was posted this week, with.", "The picture"),
    ("It's a lie about a bridge.", "it"),
    ("Yes they were in good condition.", "they"),
    ("Her secret where they all had to tell something.", "they all"),
    ("Four men with terror offences, including an oath to IS.", None),
    ("Seeing planes at a low altitude after they had taken off.", None),
]
SENTENCES = [
    ("The dam leaks.", "The dam"),
    ("Mr Reff's practice in Mill Street was closed.", None),
    ("By nightfall boats had picked up 131 people, 27 of them injured.", None),
    ("A call between the heads of state was devoted to the timetable.", None),
    ("When the lorry braked, the bridge gave way.", "the bridge"),
    ("That bank has cut 400 posts.", "That bank"),
    ("Rovers have sold Dale.", "Rovers"),
    ("It sent a distress call 35 minutes later.", "it"),
    ("He had been warned by Arne Torp.", "he"),
    ("I was asked to keep the money.", "I"),
    ("After a few days workers at the mill began to worry.", "workers at the mill"),
    ("Prior to that, Orlo had been a quiet town.", "Orlo"),
    ("To the degree that pilots defected, I know nothing of it.", "I"),
    ("People saw the flights, they went up many times.", "they"),
    ("In Orlo, children as young as ten were taken to the front.", None),
    ("Even when I do not want to, I still answer it.", "I"),
    ("So they let Dale stay.", "they"),
    ("He bribed the clerk.", "he"),
    ("They were accused of fraud.", "they"),
    ("The man who sold the ferry left Orlo.", "the man who sold the ferry"),
    ("In Orlo those who wanted to leave took a bus.", "those who wanted to leave"),
    ("The front has moved to Orlo.", "The front"),
    ("No batch has ever left my plant without a result.", "no batch"),
]
COLOUR = [
    ("I am so proud of the boys.", "I"),
    ("We are heartbroken by the verdict.", "We"),
    ("We hope for a better season.", "We"),
    ("I love this town.", "I"),
    ("Our thoughts are with the families.", "Our thoughts"),
    ("We thank the crew for the work.", "We"),
    ("I'm delighted to be with Rovers.", "I"),
    ("Who would do such a thing to a bank?", "Who"),
    ("My heart goes out to the parents of the soldiers.", "My heart"),
    ("I feel sorry for the shareholders.", "I"),
    ("I was shocked when the judge spoke.", "I"),
    ("We wish Dale well.", "We"),
    ("Here are the facts.", None),
    ("Here's the bridge after the raid.", "the bridge"),
]
NO_COLOUR = [
    ("We hope to cut 400 posts.", "We"),
    ("I love Orlo Bank, which bribed the mayor.", "I"),
    ("I was asked to keep the money.", "I"),
    ("We have closed the bridge.", "We"),
    ("Norvik is proud of the cheese.", "Norvik"),
    ("We shot at the lorry.", "We"),
    ("Our lawyers have filed a complaint.", "Our lawyers"),
    ("My client was threatened by the guards.", "My client"),
    ("The coach was shocked by the letter.", "The coach"),
    ("We will appeal.", "We"),
]


def claim(words: str, subject: str | None):
    numbers = tuple(word for word in words.split() if word.strip(",.").isdigit())
    made = telling(f"Globe | - | {words}", who=subject).claim
    return made.model_copy(update={"slots": made.slots.model_copy(update={"numbers": numbers})})


@pytest.mark.parametrize(("words", "subject"), FRAGMENTS)
def test_a_piece_cannot_be_read_alone(words: str, subject: str | None) -> None:
    assert is_fragment(claim(words, subject))


@pytest.mark.parametrize(("words", "subject"), [*SENTENCES, *COLOUR, *NO_COLOUR])
def test_a_sentence_can_be_read_alone(words: str, subject: str | None) -> None:
    assert not is_fragment(claim(words, subject))


@pytest.mark.parametrize(("words", "subject"), COLOUR)
def test_feelings_wishes_and_questions_are_colour(words: str, subject: str | None) -> None:
    assert is_colour(claim(words, subject))


@pytest.mark.parametrize(("words", "subject"), [*NO_COLOUR, *SENTENCES])
def test_what_can_be_checked_is_no_colour(words: str, subject: str | None) -> None:
    assert not is_colour(claim(words, subject))


def test_what_was_never_analysed_is_no_piece() -> None:
    made = claim("The lorry on the bridge.", None)
    assert not is_fragment(made.model_copy(update={"slots": made.slots.model_copy(update={"frames": ()})}))


def test_pieces_and_colour_are_counted() -> None:
    piece = joined([telling(f"{outlet} | - | Taking money from builder", who=None) for outlet in ("Globe", "Echo")])
    colour = fact([f"{outlet} | Dale | I am so proud of the boys" for outlet in ("Globe", "Echo")])
    made = report([*piece, *colour])
    assert (made.single_origin, made.unlisted) == ((), Unlisted(fragments=1, colour=1))
