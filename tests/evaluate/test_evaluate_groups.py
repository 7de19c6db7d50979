"""What an attribution is like."""

import pytest
from factories import find, make_article, make_segmentation

from sayso.evaluate.annotation import Annotation
from sayso.evaluate.groups import AttributionGroups
from sayso.evaluate.word_places import Text
from schemas import Quotation

ARTICLE = make_article(
    "Officials said no. Those officials left. “We go,” she said. The minister Ann Roe sang. Witnesses ran. "
    "Peskov called it “a plan” that ten or more people who were not there could have made. "
    "A Reuters poll asked the people in the street whether they would vote for one or the other party on Sunday at all."
)
TEXT = Text(ARTICLE.text)
QUOTATIONS = [Quotation(span=find(ARTICLE, words)) for words in ("“We go,”", "“a plan”")]
GROUPING = AttributionGroups(TEXT, make_segmentation(ARTICLE, quotations=QUOTATIONS))


def words(said, nth=0):
    return TEXT.words([find(ARTICLE, said, nth).range]) if said else frozenset()


FORMS = {
    "": "none",
    "she": "pronoun",
    "those officials": "described",
    "Officials": "described",
    "The minister": "described",
    "The minister Ann Roe": "named",
    "Ann Roe": "named",
    "Peskov": "named",
    "A Reuters poll": "named",
}


@pytest.mark.parametrize(("source", "form"), FORMS.items())
def test_the_form_of_a_source(source, form):
    source = source.replace("those", "Those")
    assert GROUPING.form(words(source)) == form


CONTENTS = {
    "no": ("indirect", "short"),
    "We go": ("direct", "short"),
    "it “a plan” that ten or more people who were not there": ("mixed", "medium"),
    "a plan” that ten": ("mixed", "short"),
    "the people in the street whether they would vote for one or the other party on Sunday at all": (
        "indirect",
        "medium",
    ),
    "ten or more people who were not there could have made. A Reuters poll asked the people in the street whether": (
        "indirect",
        "long",
    ),
}


@pytest.mark.parametrize(("content", "expected"), CONTENTS.items())
def test_manner_and_length(content, expected):
    assert GROUPING.content(words(content)) == (("manner", expected[0]), ("length", expected[1]))


def test_all_three():
    one = Annotation(words("she"), words("said"), words("We go"))
    assert GROUPING.of(one) == (("source", "pronoun"), ("manner", "direct"), ("length", "short"))
