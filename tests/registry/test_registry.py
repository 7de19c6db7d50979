"""The registry: what it lists, which source a mention names, and the errors of a malformed file."""

import re
from collections import defaultdict

import pytest
from installed import registry

from sayso.errors import UsageError
from sayso.language.spelling import form_key
from sayso.registry import Registry


def key_of(source):
    return source and source.key


def test_it_lists_the_world_s_outlets_agencies_governments_and_institutions():
    kinds = [source.kind for source in registry.sources.values()]
    assert len(kinds) >= 250
    assert {kind: kinds.count(kind) >= 20 for kind in kinds} == {
        "news_outlet": True,
        "news_agency": True,
        "government": True,
        "organisation": True,
        "social_media": True,
    }


def test_keys_are_slugs_in_order():
    keys = list(registry.sources)
    assert keys == sorted(keys)
    assert [key for key in keys if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", key)] == []


def test_countries_are_codes_of_two_letters():
    countries = {source.country for source in registry.sources.values() if source.country}
    assert [code for code in countries if not re.fullmatch("[A-Z]{2}", code)] == []
    assert registry.sources["nrk"].country == "NO"


def test_every_parent_is_listed_and_none_is_its_own():
    sources = registry.sources
    for source in sources.values():
        line = [source.key]
        while parent := sources[line[-1]].parent:
            assert parent in sources, f"{line[-1]} has the parent {parent}, which is not listed"
            assert parent not in line, f"{parent} is its own parent"
            line.append(parent)


def test_no_form_names_two_sources():
    named = defaultdict(set)
    for source in registry.sources.values():
        for form, _ in source.forms:
            key = form_key(form)
            named[key if len(key) > 1 else form.removeprefix("The ")].add(source.key)
    assert {form: keys for form, keys in named.items() if len(keys) > 1} == {}


def test_every_form_of_a_source_finds_it_where_it_is_the_whole_mention():
    forms = {form: source.key for source in registry.sources.values() for form, _ in source.forms}
    assert {form: key_of(registry.lookup(form)) for form in forms} == forms


@pytest.mark.parametrize(
    ("words", "key"),
    {
        "TASS": "tass",
        "TASS news agency": "tass",
        "the Russian state news agency TASS": "tass",
        "the Kremlin": "kremlin",
        "Kremlin": "kremlin",
        "Moscow's Basmanny Court": "basmanny-court",
        "the London-based Asharq Al-Awsat newspaper": "asharq-al-awsat",
        "the New York-based Human Rights Watch": "human-rights-watch",
        "Lebanese daily Al-Akhbar": "al-akhbar",
        "the Israeli newspaper Haaretz": "haaretz",
        "The New York Times": "the-new-york-times",
        "the New York Times’": "the-new-york-times",
        "“Meet the Press”": "meet-the-press",
        "the Russian foreign ministry": "russian-foreign-ministry",
        "Russia's Foreign Ministry": "russian-foreign-ministry",
        "Russia’s Ministry of Foreign Affairs": "russian-foreign-ministry",
        "the Israeli Defense Ministry": "israeli-defence-ministry",
        "U.S. State Department": "us-state-department",
        "Hillary Clinton's campaign": "clinton-campaign",
        "Elysée Palace": "elysee-palace",
        "the AP": "associated-press",
        "A.P.": "associated-press",
        "RT": "rt",
        "POLITICO": "politico",
        "the Hill": "the-hill",
        "Time": "time",
        "Time magazine": "time",
        "Moody's": "moody-s",
    }.items(),
)
def test_a_mention_names_a_source_whatever_article_possessive_quotes_or_description_it_has(words, key):
    assert key_of(registry.lookup(words)) == key


@pytest.mark.parametrize(
    "words",
    [
        "",
        "…",
        "Hill",
        "hill",
        "rt",
        "ap",
        "who",
        "time",
        "the state department",
        "the Times",
        "The Post",
        "Moody",
        "Fox News' Sean Hannity",
        "a spokesman for the Kremlin",
        "White House press secretary Jane Roe",
        "TASS and Interfax",
        "the ministry",
    ],
)
def test_an_ambiguous_mention_or_one_of_something_else_names_no_source(words):
    assert registry.lookup(words) is None


@pytest.mark.parametrize(
    ("words", "keys"),
    {
        "Fox News' Sean Hannity": ["fox-news"],
        "a spokesman for the Israeli army": ["israel-defense-forces"],
        "SPUTNIK/AFP via Getty Images": ["sputnik", "agence-france-presse", "getty-images"],
        "an adviser on the hill who reads The Hill": ["the-hill"],
        "a senator on the Hill": [],
        "it is Time": [],
        "BBC News and the BBC": ["bbc-news", "bbc"],
        "Dmitry Doe, a man in the street": [],
    }.items(),
)
def test_sources_are_found_inside_other_words(words, keys):
    found = registry.find_all(words)
    assert [named.source.key for named in found] == keys
    assert key_of(registry.find_in(words)) == (keys[0] if keys else None)


def test_sources_found_inside_other_words_have_their_places():
    words = "Mr Doe of the U.N. told RFE/RL’s Russian service"
    assert [(named.source.key, words[named.start : named.end]) for named in registry.find_all(words)] == [
        ("united-nations", "U.N"),
        ("radio-free-europe-radio-liberty", "RFE/RL’s"),
    ]


def test_only_sources_of_the_wanted_kinds_are_found():
    found = registry.find_in("the White House told Reuters", kinds={"news_agency", "news_outlet"})
    assert key_of(found) == "reuters"


def test_a_state_s_agency_is_distinguished_from_an_independent_outlet():
    sources = registry.sources
    assert {key: sources[key].state for key in ("tass", "xinhua", "irna", "reuters", "haaretz")} == {
        "tass": True,
        "xinhua": True,
        "irna": True,
        "reuters": False,
        "haaretz": False,
    }
    assert sources["kremlin"].parent == "government-of-russia"


def test_the_digest_follows_the_file():
    file = b"sources:\n  a: {name: Daily A, kind: news_outlet}\n"
    digest = Registry.parse(file, "x").digest
    assert digest == Registry.parse(file, "y").digest != Registry.parse(file + b"\n", "x").digest


@pytest.mark.parametrize(
    ("content", "sentence"),
    {
        "[": "x.yaml: expected YAML, found while parsing",
        "": "x.yaml: expected the mapping sources and nothing else, found None; correct the file",
        "sources: {}\nnations: {}": "x.yaml: expected the mapping sources and nothing else, found {'nations': {}",
        "sources: {a: {name: A, kind: blog}}": "x.yaml: input should be 'person', 'group', 'organisation'",
        "sources: {a: {name: A, kind: person, colour: red}}": (
            "x.yaml: extra inputs are not permitted, found 'red' at a.colour; correct the file"
        ),
        "sources: {a: {}, a: {}}": ("x.yaml: expected every key once, found 'a' twice; remove or rename one"),
    }.items(),
)
def test_a_malformed_file_gives_an_error_in_a_sentence(content, sentence):
    with pytest.raises(UsageError) as error:
        Registry.parse(content.encode(), "x.yaml")
    assert str(error.value).startswith(sentence)


@pytest.mark.parametrize(
    ("parents", "said"),
    [
        ({"a": "x"}, "ours.yaml: expected a listed source as the parent of a, found 'x'; correct it"),
        ({"a": "a"}, "ours.yaml: expected a listed source as the parent of a, found itself; correct it"),
        ({"a": "b", "b": "a"}, "ours.yaml: expected a listed source as the parent of b, found itself; correct it"),
    ],
)
def test_a_parent_is_listed_and_nobody_s_own(parents, said):
    rows = [f"  {key}: {{name: Name {key}, kind: group, parent: {parent}}}" for key, parent in parents.items()]
    with pytest.raises(UsageError, match=re.escape(said)):
        Registry.parse("\n".join(["sources:", *rows]).encode(), "ours.yaml")
