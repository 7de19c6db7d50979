"""Two articles, evaluated and printed: every figure can be counted by hand."""

from __future__ import annotations

import json

import pytest
from factories import ENGINE, make_article, make_attribution, make_extraction, make_hop, make_statement
from gold_world import row, standoff

from sayso.evaluate import Evaluation, Gold, Skipped, evaluate, mark, render
from sayso.evaluate.gold_items import GoldItem
from sayso.evaluate.standoff import standoff as read
from sayso.evaluate.word_places import Text
from schemas import Extraction

FERRY = make_article("The mayor said that the ferry was late. Ann Roe hoped for rain.")
TALKS = make_article("An official told the Post that the talks failed.")


def ferry() -> tuple[Gold, Extraction]:
    """One attribution is right, one is missed, one is made up."""
    right = ("The mayor", "said", "that the ferry was late")
    annotated = standoff(FERRY, right, ("Ann Roe", "hoped for", "rain"))
    text = Text(FERRY.text)
    found = [
        make_attribution(FERRY, right[2], source=right[0], cue=right[1], confidence=0.9),
        make_attribution(FERRY, "Ann", cue="late", confidence=0.7),
    ]
    return Gold("ferry", text, read(annotated, text), ()), make_extraction(FERRY, attributions=found)


def talks() -> tuple[Gold, Extraction]:
    """The chain lacks its relay; attributions are not annotated."""
    item = GoldItem.model_validate(row(TALKS, "the talks failed", ("An official", True), ("the Post", False)))
    hop = make_hop(TALKS, "An official", anonymous=True)
    statement = make_statement(TALKS, "that the talks failed", chain=[hop], confidence=0.6)
    return Gold("talks", Text(TALKS.text), None, (item,)), make_extraction(TALKS, [statement])


@pytest.fixture(scope="module")
def evaluation() -> Evaluation:
    return evaluate([mark(*talks()), mark(*ferry())], [Skipped("bare", "no gold")])


TABLE = """\
articles scored: 2, left out: 1; Sayso 0.1.0, model mmmmmmmmmmmm
in brackets: 95 % interval over articles

ATTRIBUTIONS, articles: 1
                                95 %  precision  recall  of  found
  attribution   0.500  [0.500 0.500]      0.500   0.500   2      2    content and source right
  content       0.500  [0.500 0.500]      0.500   0.500   2      2    content found
  exact         0.500  [0.500 0.500]      0.500   0.500   2      2    content word for word
  cue           0.500  [0.500 0.500]      0.500   0.500   2      2    content and cue right
  span source   0.667  [0.667 0.667]      1.000   0.500   2      1    the same source, word for word
  span cue      0.500  [0.500 0.500]      0.500   0.500   2      2    the same cue
  span content  0.500  [0.500 0.500]      0.500   0.500   2      2    the same content
  source_acc    1.000  [1.000 1.000]                      1           source right where the content is found

  by source  of  attribution           95 %  content  source_acc
  described   1        1.000  [1.000 1.000]    1.000       1.000
  named       1        0.000  [0.000 0.000]    0.000           -
  none        0        0.000  [0.000 0.000]    0.000           -

  by manner  of  attribution           95 %  content  source_acc
  indirect    2        0.500  [0.500 0.500]    0.500       1.000

  by length  of  attribution           95 %  content  source_acc
  short       2        0.500  [0.500 0.500]    0.500       1.000

ATTRIBUTIONS: inverted  0 of 1  given to somebody who is spoken of, spoken to, or only says whose the source is

ATTRIBUTIONS: what went wrong

  missed: 1
    ferry
      gold   Ann Roe [hoped for] rain

  spurious: 1
    ferry
      found  nobody [late] Ann

ATTRIBUTIONS: expected calibration error 0.400 over 2 judged
  confidence            judged   mean  right
  0.700       to 0.700       1  0.700  0.000
  0.900       to 0.900       1  0.900  1.000

  worst articles     F1  gold  found  right
  ferry           0.500     2      2      1

CHAINS, articles: 1
                             95 %  precision  recall  of  found
  multi      0.000  [0.000 0.000]                      1           chains of two hops or more: every hop right
  anonymous  1.000  [1.000 1.000]      1.000   1.000   1      1    unnamed origins
  origin     1.000  [1.000 1.000]                      1           origin right
  found      1.000  [1.000 1.000]                      1           a statement found; for chains, one with a source
  overlap    0.000  [0.000 0.000]                      4           words that stand in two statements
  relayed    0.000  [0.000 0.000]                      1           statements that have a relay

  by source  of  origin           95 %  multi  single  anonymous
  person      1   1.000  [1.000 1.000]  0.000       -      1.000

  by manner  of  origin           95 %  multi  single  anonymous
  indirect    1   1.000  [1.000 1.000]  0.000       -      1.000

  by length  of  origin           95 %  multi  single  anonymous
  short       1   1.000  [1.000 1.000]  0.000       -      1.000

CHAINS: inverted  0 of 1  given to somebody who is spoken of, spoken to, or only says whose the source is

CHAINS: what went wrong

  relay missing: 1
    talks
      gold   unnamed: An official via the Post: the talks failed
      found  unnamed: An official

CHAINS: expected calibration error 0.600 over 1 judged
  confidence            judged   mean  right
  0.600       to 0.600       1  0.600  0.000
"""


def test_the_table(evaluation: Evaluation) -> None:
    assert render(evaluation, "text") == TABLE


def test_json_holds_everything(evaluation: Evaluation) -> None:
    fields = json.loads(render(evaluation, "json"))
    assert fields.pop("schema") == 1
    assert Evaluation.model_validate_json(json.dumps(fields)) == evaluation


def test_the_inverted_are_counted_and_the_first_ten_are_shown() -> None:
    said = ("The mayor", "told", "that it rained")
    article = make_article("The mayor told Ann Roe that it rained.")
    text = Text(article.text)
    gold = read(standoff(article, said), text)
    found = make_extraction(article, attributions=[make_attribution(article, said[2], source="Ann Roe", cue=said[1])])
    evaluation = evaluate(mark(Gold(f"storm-{number:02}", text, gold, ()), found) for number in range(12))
    fields = json.loads(render(evaluation, "json"))["attributions"]["inverted"]
    assert (fields["count"], fields["judged"], len(fields["places"])) == (12, 12, 12)
    assert fields["places"][11] == {
        "article": "storm-11",
        "how": "spoken to",
        "gold": "The mayor [told] that it rained",
        "found": "Ann Roe [told] that it rained",
    }
    table = render(evaluation, "text")
    _, _, shown = table.partition("\nATTRIBUTIONS: inverted  12 of 12  ")
    assert shown.split("\n\n")[0].splitlines()[1:4] == [
        "  storm-00: spoken to",
        "    gold   The mayor [told] that it rained",
        "    found  Ann Roe [told] that it rained",
    ]
    assert [f"storm-{number:02}: spoken to" in table for number in range(12)] == [True] * 10 + [False] * 2


def test_the_order_of_articles_does_not_matter(evaluation: Evaluation) -> None:
    assert evaluate([mark(*ferry()), mark(*talks())], [Skipped("bare", "no gold")]) == evaluation


def test_nothing_to_score_is_no_error() -> None:
    assert evaluate([]) == Evaluation(engine=None, articles=0, omitted=(), attributions=None, chains=None, scores=())
    assert render(evaluate([]), "text").startswith("articles scored: 0\n")
    assert evaluate([mark(*ferry())]).engine == ENGINE
