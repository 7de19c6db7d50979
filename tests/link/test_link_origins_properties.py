"""What holds for every cluster, whoever is in it."""

from by_installed import one_origin, origins
from hypothesis import given, settings
from hypothesis import strategies as st
from origin_world import copied, outlet, person, together, told, unnamed

PERSONS = ("Ann Roe", "Bo Lind", "Cy Dean")
SOURCES = (
    *PERSONS,
    "Kremlin",
    "Israeli Foreign Ministry",
    "TASS",
    person("Vladimir Putin", "Russian President Vladimir Putin"),
    unnamed("senior Russian official"),
    unnamed("Israeli official"),
    unnamed("person familiar with the matter"),
    outlet("Globe"),
    outlet("Post"),
    together("Vladimir Putin", "Isaac Herzog"),
)
RELAYS = ("TASS", "Reuters", outlet("Globe"), outlet("Post"))
OUTLETS = ("Globe", "Post", "Herald", "TASS", None)
DATES = (None, "2024-05-01", "2024-05-02")


@st.composite
def pages(draw, number=None):
    chain = [draw(st.sampled_from(SOURCES))] if draw(st.booleans()) else []
    chain += draw(st.lists(st.sampled_from(RELAYS), max_size=2)) if chain else []
    number = draw(st.integers(1, 9)) if number is None else number
    return told(
        draw(st.sampled_from(OUTLETS)),
        *chain,
        on=draw(st.sampled_from(DATES)),
        denied=draw(st.integers(0, 9)) == 0,
        page=number,
    )


CLUSTERS = st.lists(pages(), min_size=1, max_size=6, unique_by=lambda one: one.publication.article)
EXAMPLES = settings(max_examples=30, deadline=None)


@given(CLUSTERS, st.randoms(use_true_random=False))
@EXAMPLES
def test_the_order_does_not_matter(cluster, random):
    derivations = [copied(a, b) for a, b in zip(cluster, cluster[2:], strict=False)]
    mixed, turned = list(cluster), [one.model_copy(update={"a": one.b, "b": one.a}) for one in derivations[::-1]]
    random.shuffle(mixed)
    assert origins(mixed, turned) == origins(cluster, derivations)


@given(CLUSTERS)
@EXAMPLES
def test_never_more_than_speakers_or_articles(cluster):
    found = origins(cluster)
    assert found.independent <= len(found.speakers)
    assert found.independent <= len({one.publication.article for one in cluster})
    assert found.independent == len(found.lines)


@given(CLUSTERS, st.data())
@EXAMPLES
def test_a_copy_never_adds_an_origin(cluster, data):
    """A reprint elsewhere; on a page of an outlet that a chain names it would be what the others took it from.

    So a circle that comes back to TASS stands on nothing until TASS has the words on a page of its own.
    """
    source = data.draw(st.sampled_from(cluster))
    named = {hop.name for one in cluster for hop in one.statement.chain}
    page = told(
        data.draw(st.sampled_from([one for one in OUTLETS if one is None or one not in named])),
        on=data.draw(st.sampled_from(DATES)),
        page=99,
    )
    publisher, known = page.statement.chain[-1], source.statement
    statement = page.statement.model_copy(
        update={"chain": (*known.chain[:-1], publisher), "sourcing": known.sourcing, "polarity": known.polarity}
    )
    reprint = page.model_copy(update={"statement": statement})
    earlier = data.draw(st.sampled_from([None, source]))
    derivation = copied(source, reprint, earlier)
    assert origins([*cluster, reprint], [derivation]).independent <= origins(cluster).independent


@given(st.lists(st.tuples(st.sampled_from(PERSONS), st.sampled_from([None, *RELAYS])), min_size=1, max_size=6))
@EXAMPLES
def test_two_origins_that_turn_out_to_be_one_never_add_any(chains):
    def cluster(names):
        return [
            told(f"Paper {i}", names.get(name, name), *([relay] if relay else []))
            for i, (name, relay) in enumerate(chains)
        ]

    assert origins(cluster({"Bo Lind": "Ann Roe"})).independent <= origins(cluster({})).independent


@given(pages(number=1), pages(number=2))
@EXAMPLES
def test_of_two_that_have_one_origin_one_is_counted(a, b):
    known = one_origin(a, b)
    assert known is one_origin(b, a)
    if known is not False and a.statement.polarity == b.statement.polarity:
        assert origins([a, b]).independent < 2


@given(CLUSTERS, st.sampled_from(DATES))
@EXAMPLES
def test_a_page_that_gives_no_source_never_adds_an_origin(cluster, on):
    known = origins(cluster).independent
    assert origins([*cluster, told("Morning Weekly", on=on, page=99)]).independent == known or known == 0


@given(CLUSTERS)
@EXAMPLES
def test_who_could_not_confirm_it_changes_nothing(cluster):
    page = told("Morning Weekly", "Ann Roe", "Reuters", cue="could not confirm", page=99)
    found, before = origins([*cluster, page]), origins(cluster)
    assert (found.independent, found.lines, found.speakers) == (before.independent, before.lines, before.speakers)
