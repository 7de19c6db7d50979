"""Sentences and the propositions made of them, one fact each."""

from __future__ import annotations

import pytest
from factories import make_article, make_statement

from sayso.language.parse import parse
from sayso.split import split

CASES = {
    "verbs that share a subject": (
        "Israel's Avigdor Liberman was born in Moldova and immigrated to Israel in 1978.",
        "Israel's Avigdor Liberman was born in Moldova.",
        "Israel's Avigdor Liberman immigrated to Israel in 1978.",
    ),
    "an enumeration of verbs": (
        "Prices rose in May, fell in June and rose again in July.",
        "Prices rose in May.",
        "Prices fell in June.",
        "Prices rose again in July.",
    ),
    "verbs that share an auxiliary": (
        "The company will hire 200 people and open three plants in Ohio.",
        "The company will hire 200 people.",
        "The company will open three plants in Ohio.",
    ),
    "clauses with subjects of their own": (
        "The drug reduces pain, but doctors prescribe it rarely.",
        "The drug reduces pain.",
        "Doctors prescribe it rarely.",
    ),
    "clauses joined by a semicolon": (
        "Russia denied the attack; Ukraine blamed Moscow.",
        "Russia denied the attack.",
        "Ukraine blamed Moscow.",
    ),
    "a negation keeps to its verb": (
        "The minister did not visit Kyiv but met the mayor of Lviv on Friday.",
        "The minister did not visit Kyiv.",
        "The minister met the mayor of Lviv on Friday.",
    ),
    "a relative clause that adds a fact": (
        "Sohnut, which has the status of an independent non-profit organisation in Russia, has received a lawsuit "
        "from the Russian Ministry of Justice demanding the liquidation of the agency.",
        "Sohnut has the status of an independent non-profit organisation in Russia.",
        "Sohnut has received a lawsuit from the Russian Ministry of Justice demanding the liquidation of the agency.",
    ),
    "a relative clause with its own subject": (
        "The bank, whose owner lives in Cyprus, collapsed in March.",
        "The bank's owner lives in Cyprus.",
        "The bank collapsed in March.",
    ),
    "a relative clause after a preposition": (
        "The treaty, under which both sides cut arms, expired.",
        "Both sides cut arms under the treaty.",
        "The treaty expired.",
    ),
    "a relative clause after a bracket": (
        "Senate Majority Leader Mitch McConnell (R-Ky.), who is married to Elaine Chao, opposes the bill.",
        "Senate Majority Leader Mitch McConnell (R-Ky.) is married to Elaine Chao.",
        "Senate Majority Leader Mitch McConnell (R-Ky.) opposes the bill.",
    ),
    "an office before a name": (
        "Israel's President Isaac Herzog held a meeting with Russia's Ambassador to Israel, Anatoly Viktorov on "
        "Tuesday.",
        "Israel's President Isaac Herzog held a meeting with Russia's Ambassador to Israel, Anatoly Viktorov on "
        "Tuesday.",
        "Anatoly Viktorov is Russia's Ambassador to Israel.",
    ),
    "age, occupation, and what was done": (
        "Ivan Petrov, 42, a teacher from Omsk, was arrested, charged with treason and released on bail.",
        "Ivan Petrov is 42.",
        "Ivan Petrov is a teacher from Omsk.",
        "Ivan Petrov was arrested.",
        "Ivan Petrov was charged with treason.",
        "Ivan Petrov was released on bail.",
    ),
    "what an unnamed person is": (
        "The judge, a Trump appointee, blocked the order, which had taken effect on Friday.",
        "The judge is a Trump appointee.",
        "The judge blocked the order.",
        "The order had taken effect on Friday.",
    ),
    "participles before and after a subject": (
        "Founded in 1929, the agency, based in Jerusalem, employs 1,200 people.",
        "The agency was founded in 1929.",
        "The agency is based in Jerusalem.",
        "The agency employs 1,200 people.",
    ),
    "participles after a verb": (
        "Netanyahu visited Ukraine in August, signing a series of agreements with Kyiv.",
        "Netanyahu visited Ukraine in August.",
        "Netanyahu was signing a series of agreements with Kyiv.",
    ),
    "a concession is a fact": (
        "Although sales rose, profits fell 12 percent to $3.4 billion.",
        "Sales rose.",
        "Profits fell 12 percent to $3.4 billion.",
    ),
    "a time clause is a fact, and stays where it says when": (
        "The company fired 11,000 workers after its shares fell.",
        "The company fired 11,000 workers after its shares fell.",
        "Its shares fell.",
    ),
}

WHOLE = {
    "a condition": "If Russia attacks, Kyiv will respond and Europe will follow.",
    "a purpose": "He travelled to Geneva to meet the delegates.",
    "a complement": "The inquiry found that officers had lied and that records were destroyed.",
    "a relative clause that tells which one": "The man who shot the officer was seen in Berlin.",
    "one object of two verbs": "The army shot and killed three men.",
    "a choice": "The court will fine or jail the editor.",
    "a joint subject": "Turkey and Greece signed a deal.",
    "a negation over both verbs": "The president did not sign and publish the decree.",
    "a consequence of the whole event": "Liberman refused to join a government, leading to another national ballot.",
    "a place after a name": "He was born in Springfield, Illinois.",
    "a question": "Will he resign and leave the country?",
}

CLEANED = {
    "a conjunction at the beginning": ("But the talks failed.", "The talks failed."),
    "a connective at the beginning": ("However, the talks failed.", "The talks failed."),
    "quotation marks": ("Putin praises ‘new quality’ of “ties”.", "Putin praises new quality of ties."),
    "an apostrophe is no quotation mark": ("The ministers’ aides met.", "The ministers’ aides met."),
    "a quotation that is never closed": ('"Our duty is to remember.', "Our duty is to remember."),
    "exclamation marks": ("Resign now!!", "Resign now."),
    "white space and line breaks": ("The talks\n  failed   again.", "The talks failed again."),
    "words without a verb": ("allegations of FRAUD", "Allegations of FRAUD."),
    "a conjunction alone": ("and", "And."),
    "no full stop": ("The talks failed", "The talks failed."),
    "an abbreviation at the end": ("He moved to the U.S.", "He moved to the U.S."),
    "a bracket without its partner": ("The talks failed) again.", "The talks failed again."),
}


def propositions(text: str) -> list[str]:
    article = make_article(text)
    return [claim.proposition for claim in split(article, parse(text, [0]), [make_statement(article, text)])]


@pytest.mark.parametrize(("text", "expected"), [(case[0], list(case[1:])) for case in CASES.values()], ids=CASES)
def test_every_fact_is_a_proposition_of_its_own(text: str, expected: list[str]) -> None:
    assert propositions(text) == expected


@pytest.mark.parametrize("text", WHOLE.values(), ids=WHOLE)
def test_a_part_that_is_not_asserted_by_itself_stays_in_its_sentence(text: str) -> None:
    assert propositions(text) == [text]


@pytest.mark.parametrize(("text", "expected"), CLEANED.values(), ids=CLEANED)
def test_a_proposition_reads_as_a_sentence(text: str, expected: str) -> None:
    assert propositions(text) == [expected]


@pytest.mark.parametrize("text", ["...", "—", "“ ”", "!?", "🙂"])
def test_marks_without_words_claim_nothing(text: str) -> None:
    assert propositions(text) == []


NO_AGES = ["²", "①", "¹²", "³", "⑤", "0", "00", "120", "٣٤", "9" * 5_000]


@pytest.mark.parametrize("mark", NO_AGES, ids=lambda mark: mark[:3])
def test_a_mark_after_a_name_need_be_no_age(mark: str) -> None:
    text = f"The driver, Anna Berg, {mark}, was taken to hospital."
    assert any(one.endswith("was taken to hospital.") for one in propositions(text))
