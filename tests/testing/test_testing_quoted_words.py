"""Words in an article: whatever quotation marks and line breaks a feature and an article have."""

import pytest
from factories import find, make_article, make_extraction

from sayso.testing.quoted_words import nearest, places_of

TEXT = "He spoke of a “new quality” of ties, and of the\ncoach's ‘plan’. We don’t know: \"over”, he said. He left."


@pytest.mark.parametrize(
    ("words", "found"),
    {
        'a "new quality" of': "a “new quality” of",
        "a new quality of": "a “new quality” of",
        "the coach's plan.": "the\ncoach's ‘plan’.",
        "We don't  know: ‘over’, he": 'We don’t know: "over”, he',
        "over,": "over”,",
    }.items(),
)
def test_marks_and_breaks_make_no_difference(words, found):
    [place] = places_of(words, TEXT)
    assert place.words == found
    assert TEXT[place.start : place.end] == found


@pytest.mark.parametrize(
    ("words", "count"), [("He", 2), ("an old quality", 0), ("new, quality", 0), ("“”", 0), ("", 0)]
)
def test_other_words_are_no_match_and_the_same_words_several(words, count):
    assert len(places_of(words, TEXT)) == count


def test_the_nearest_sentences_share_most_words():
    article = make_article("The crane leans. The gulls are loud. A crane was sold. Nobody paid.")
    sentences = [segment.span for segment in make_extraction(article).segmentation.segments]
    assert nearest("the crane was leaning", sentences) == [
        find(article, "The crane leans."),
        find(article, "A crane was sold."),
    ]
    assert nearest("crane", []) == []
