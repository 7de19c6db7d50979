"""Properties of the count that hold for every cluster."""

from by_installed import one_origin, origins
from examples import examples
from hypothesis import example, given
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


def reprint(page, outlet, on=None):
    """What `page` says on a page of another outlet, with the words that tell its source."""
    copy = told(outlet, on=on, page=99)
    publisher, known = copy.statement.chain[-1], page.statement
    statement = copy.statement.model_copy(
        update={"chain": (*known.chain[:-1], publisher), "sourcing": known.sourcing, "polarity": known.polarity}
    )
    return copy.model_copy(update={"statement": statement})


@st.composite
def reprinted(draw):
    """A cluster, a reprint of one of its pages by an outlet that no chain names, and how the two share their text."""
    cluster = draw(CLUSTERS)
    page = draw(st.sampled_from(cluster))
    named = {hop.name for one in cluster for hop in one.statement.chain}
    outlets = [one for one in OUTLETS if one is None or one not in named]
    copy = reprint(page, draw(st.sampled_from(outlets)), draw(st.sampled_from(DATES)))
    return cluster, copy, copied(page, copy, draw(st.sampled_from([None, page])))


def with_reprint(page, outlet, *others, on=None, first=True):
    """The same of a page and others that are given; `first`: it is known which of the two texts came first."""
    copy = reprint(page, outlet, on)
    return [page, *others], copy, copied(page, copy, page if first else None)


ROE = told("Herald", "Ann Roe")
SELF_CITED = told("Globe", outlet("Globe"))
TASS_CITED = told("TASS", "TASS")
CIRCLING = told("Post", outlet("Post"), "TASS", on="2024-05-02")


@given(CLUSTERS, st.randoms(use_true_random=False))
@examples(50)
def test_the_order_does_not_matter(cluster, random):
    derivations = [copied(a, b) for a, b in zip(cluster, cluster[2:], strict=False)]
    mixed, turned = list(cluster), [one.model_copy(update={"a": one.b, "b": one.a}) for one in derivations[::-1]]
    random.shuffle(mixed)
    assert origins(mixed, turned) == origins(cluster, derivations)


@given(CLUSTERS)
@examples(50)
def test_never_more_than_speakers(cluster):
    found = origins(cluster)
    assert found.independent <= len(found.speakers)
    assert found.independent == len(found.lines)


@given(reprinted())
@example(with_reprint(SELF_CITED, "Post", ROE))
@example(with_reprint(SELF_CITED, "Post", ROE, first=False))
@example(with_reprint(SELF_CITED, "Post", told("Globe", page=2), ROE))
@example(with_reprint(SELF_CITED, "Post", told("Herald", "Reuters")))
@example(with_reprint(told("Globe", outlet("Globe"), on="2024-05-01"), "Post", told("Globe", "Ann Roe", page=2)))
@example(with_reprint(TASS_CITED, "Post", ROE))
@example(with_reprint(TASS_CITED, "Post", told("TASS", page=2), ROE, first=False))
@example(with_reprint(TASS_CITED, "Globe", told("Post", outlet("Post"), "TASS")))
@example(with_reprint(told("Globe"), "Herald", CIRCLING, on="2024-05-01", first=False))
@examples(50)
def test_a_copy_never_adds_an_origin(world):
    """A reprint elsewhere; on a page of an outlet that a chain names it would be what the others took it from.

    So a circle that comes back to TASS stands on nothing until TASS has the words on a page of its own. The day of a
    reprint may show a text to be older than such a circle: where nobody was counted, somebody is then known to have
    said so before it.
    """
    cluster, copy, derivation = world
    before = origins(cluster).independent or int(copy.publication.published is not None)
    assert origins([*cluster, copy], [derivation]).independent <= before


@given(st.lists(st.tuples(st.sampled_from(PERSONS), st.sampled_from([None, *RELAYS])), min_size=1, max_size=6))
@examples(50)
def test_two_origins_that_turn_out_to_be_one_never_add_any(chains):
    def cluster(names):
        return [
            told(f"Paper {i}", names.get(name, name), *([relay] if relay else []))
            for i, (name, relay) in enumerate(chains)
        ]

    assert origins(cluster({"Bo Lind": "Ann Roe"})).independent <= origins(cluster({})).independent


@given(pages(number=1), pages(number=2))
@examples(50)
def test_two_claims_with_one_origin_count_once(a, b):
    known = one_origin(a, b)
    assert known is one_origin(b, a)
    if known is not False and a.statement.polarity == b.statement.polarity:
        assert origins([a, b]).independent < 2


@given(CLUSTERS, st.sampled_from(DATES))
@example([told("Globe", on="2024-05-01"), CIRCLING], None)
@example([told("Globe", on="2024-05-01"), told("TASS", "TASS", "Reuters", on="2024-05-02")], None)
@example([told("Globe", outlet("Globe"), "TASS", on="2024-05-02"), told("Post", on="2024-05-01")], None)
@example([told("Globe", "Ann Roe", denied=True), told("Post", "Bo Lind", denied=True)], None)
@examples(50)
def test_a_page_that_gives_no_source_never_adds_an_origin(cluster, on):
    """Nor does it take one away, but for that of a page which told it alone, and gave no source either.

    It says what the counted side says: whom it contradicts, it may leave without a count. Where nobody was counted,
    since all stand in a circle, it is counted itself if it is known to be older.
    """
    denied = all(page.statement.polarity == "denied" for page in cluster)
    known, page = origins(cluster), told("Morning Weekly", on=on, denied=denied, page=99)
    alone = "which names no source" in known.sentence
    assert origins([*cluster, page]).independent == known.independent - alone or known.independent == 0


@given(CLUSTERS)
@examples(50)
def test_a_source_that_could_not_confirm_the_claim_changes_nothing(cluster):
    page = told("Morning Weekly", "Ann Roe", "Reuters", cue="could not confirm", page=99)
    found, before = origins([*cluster, page]), origins(cluster)
    assert (found.independent, found.lines, found.speakers) == (before.independent, before.lines, before.speakers)
