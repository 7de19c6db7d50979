"""Families: the topmost owner or government of a source."""

from collections import Counter

import pytest
from installed import registry

SOURCES = registry.sources


def government_of(source):
    top = registry.family(source)
    return top if top.governs else None


@pytest.mark.parametrize(
    ("government", "keys"),
    {
        "government-of-russia": (
            "government-of-russia kremlin russian-foreign-ministry russian-embassy-in-israel russian-defence-ministry "
            "federal-security-service tass ria-novosti sputnik rt rossiya-24 channel-one-russia rossiyskaya-gazeta "
            "zvezda gazprom ntv-russia"
        ),
        "government-of-israel": (
            "government-of-israel israeli-prime-minister-s-office israeli-foreign-ministry israel-defense-forces "
            "israeli-embassy-in-russia israeli-defence-ministry mossad shin-bet army-radio"
        ),
        "us-government": (
            "us-government white-house us-state-department us-embassy-in-israel us-central-command pentagon fbi "
            "voice-of-america"
        ),
        "government-of-china": "government-of-china chinese-foreign-ministry xinhua cgtn global-times people-s-daily",
        "government-of-iran": (
            "iranian-foreign-ministry irna press-tv tasnim-news-agency kayhan islamic-revolutionary-guard-corps"
        ),
        "government-of-syria": "syrian-foreign-ministry syrian-arab-news-agency",
        "government-of-the-united-kingdom": "downing-street foreign-office-uk mi5",
        "palestinian-authority": "palestinian-authority palestinian-foreign-ministry wafa",
        "holy-see": "holy-see vatican-news",
    }.items(),
)
def test_ministries_embassies_armies_and_a_state_s_media_belong_to_their_government(government, keys):
    found = {key: government_of(SOURCES[key]) for key in keys.split()}
    assert {key: top and top.key for key, top in found.items()} == dict.fromkeys(keys.split(), government)
    assert {registry.family(SOURCES[key]).key for key in keys.split()} == {government}


@pytest.mark.parametrize(
    ("key", "top"),
    {
        "the-sun": "news-corp",
        "the-wall-street-journal": "news-corp",
        "reuters": "thomson-reuters",
        "morning-joe": "msnbc",
        "bbc-persian": "bbc",
        "interfax": "interfax",
        "al-manar": "hezbollah",
        "gaza-health-ministry": "hamas",
        "house-judiciary-committee": "us-congress",
        "knesset": "knesset",
        "basmanny-court": "basmanny-court",
        "bank-of-israel": "bank-of-israel",
        "metropolitan-police": "metropolitan-police",
    }.items(),
)
def test_a_source_of_no_government_has_its_topmost_owner_as_family(key, top):
    assert registry.family(SOURCES[key]).key == top
    assert government_of(SOURCES[key]) is None


def test_a_country_has_at_most_one_government_and_it_has_no_parent():
    governments = [source for source in SOURCES.values() if source.governs]
    assert [top.key for top in governments if top.parent or top.kind != "government" or not top.country] == []
    assert [country for country, n in Counter(top.country for top in governments).items() if n > 1] == []


def test_every_source_that_a_state_owns_or_runs_belongs_to_a_government():
    assert [source.key for source in SOURCES.values() if source.state and government_of(source) is None] == []


def test_all_ministries_and_embassies_belong_to_the_government_of_their_country():
    bodies = [source for source in SOURCES.values() if "Ministry" in source.name or "Embassy" in source.name]
    found = {body.key: government_of(body) for body in bodies if body.key != "gaza-health-ministry"}
    assert [key for key, top in found.items() if top is None or top.country != SOURCES[key].country] == []


def test_a_family_s_head_is_its_own_family():
    families = [registry.family(source) for source in SOURCES.values()]
    assert [top.key for top in families if registry.family(top) != top] == []
