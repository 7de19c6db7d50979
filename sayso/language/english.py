"""The word lists of English, by purpose: what each is for stands above it in its file, in the folder `en`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from sayso.language.word_lists import EN, Phrases, Words, load, mapping


class ReportingWords(NamedTuple):
    """Verbs that report, by kind (lemmas), and adverbs that hedge."""

    speech: Words
    embedded: Words
    undertaking: Words
    telling: Words
    judging: Words
    courtesies: Words
    talking: Words
    factive: Words
    doubting: Words
    hedges: Words
    embedded_further: Words
    by_people: Words
    gerunds: Words
    uttering: Words
    asking: Words
    commanding: Words
    reclaimed: Words
    quoting: Words
    asides: Words
    passive: Words
    accusing: Words
    explaining: Words
    receiving: Words
    passively_reported: Words
    viewing: Words


class AttitudeWords(NamedTuple):
    """Attitudes: what a source thinks, feels or wants, which is an attribution but not speech."""

    verbs: Words
    imagining: Words
    believing: Words
    holding: Words
    nouns: Words
    adjectives: Words
    voicing: Words


class DenialWords(NamedTuple):
    """Words that deny, refuse or negate."""

    verbs: Words
    waving_off: Words
    negations: Words
    nothing: Words
    undoing: Words
    in_full: Words
    ruling_out: Words
    feelings: Words
    refusing: Words
    unanswered: Words
    no_one: Words
    never: Words
    undone: Words
    undone_nouns: Words


class PeopleWords(NamedTuple):
    """Words for people: with no name beside them, the source is unnamed."""

    kinds: Words
    kin: Words
    collective: Words
    honorifics: Words
    courtesies: Words
    forms_of_address: Words
    parties_to_a_case: Words
    speaking_for: Words
    hosts: Words
    interviewers: Words
    sources: Words
    men: Words
    women: Words
    features: Words


class OfficeWords(NamedTuple):
    """Offices that people hold."""

    nouns: Words
    epithets: Words
    past: Words
    skipped: Words


class BodyWords(NamedTuple):
    """Bodies of people that speak as one."""

    nouns: Words
    hearing: Words
    of_states: Words
    agencies: Words
    trading: Words


class OutletWords(NamedTuple):
    """Words for outlets, and words that outlets' names are made of."""

    nouns: Words
    named_before: Words
    in_names: Words
    unnamed: Words
    any_of_them: Words
    certain: Words
    possible: Words
    news_on: Words
    never_short: Words
    called: Words
    papers: Words
    broadcasters: Words
    sites: Words
    foreign_articles: Words


class DocumentWords(NamedTuple):
    """Words for what is written or published."""

    nouns: Words
    spoken: Words
    vague: Words
    spoken_for: Words
    reporting: Words
    with_that_clause: Words
    letters: Words
    told: Words


class ClauseWords(NamedTuple):
    """Words that show how a clause or sentence continues the one before."""

    continuing: Phrases
    turning: Phrases
    answers: Words
    connectives: Words
    conditions: Words
    contrasts: Words
    grounds: Words
    of_events: Words
    of_reports: Words
    told: Words
    no_facts: Words
    lasting: Words
    mere: Words
    light_verbs: Words
    later: Phrases


class FunctionWords(NamedTuple):
    """Pronouns, determiners and prepositions, by what they do for the question who is meant."""

    pronouns: Words
    plural_pronouns: Words
    quantifiers: Words
    subject_relatives: Words
    others: Words
    open_questions: Words
    relatives: Words
    within_titles: Words
    before_a_name: Words
    each: Words
    determiners: Words
    locative: Words
    gendered: Mapping[str, str]
    they: Words
    it: Words
    own: Words
    first_person: Words
    third_person: Words
    indefinite: Words
    pointing: Words


class ModalityWords(NamedTuple):
    """Words that leave open whether something is so, or that it is still to come."""

    hypothetical: Words
    uncertain: Words
    possible: Words
    obliged: Words
    future: Words
    plans: Words
    unsure: Words
    modals: Words
    modals_of_the_article: Words
    done_indeed: Words
    conditions: Words


class RelayingWords(NamedTuple):
    """Words that show by which outlet or document something is known."""

    interviewed: Words
    passing_on: Words
    confiding: Words
    made_public: Words
    appeared: Words
    resting_on: Words
    carrying: Words
    occasions: Words
    telling: Words
    speaking: Words
    asking: Words
    airing: Words
    writing: Words
    always_through: Words
    through: Words


class GivenNames(NamedTuple):
    """Given names of men and of women; some are both."""

    male: Words
    female: Words


class QuantityWords(NamedTuple):
    """Words that count."""

    many: Words
    single: Words
    cardinals: Words
    of_those_named: Words
    measures: Words
    units_of_time: Words


class DetectionWords(NamedTuple):
    """Words by which a text is known to be in English."""

    common: Words


class WrongdoingWords(NamedTuple):
    """Words by which a sentence accuses somebody."""

    stems: Words


class SourceWords(NamedTuple):
    """Words that stand beside the names of sources."""

    peoples: Words
    descriptors: Words


REPORTING = load(ReportingWords, EN / "reporting.yaml")
ATTITUDES = load(AttitudeWords, EN / "attitudes.yaml")
DENIALS = load(DenialWords, EN / "denials.yaml")
PEOPLE = load(PeopleWords, EN / "people.yaml")
OFFICES = load(OfficeWords, EN / "offices.yaml")
BODIES = load(BodyWords, EN / "bodies.yaml")
OUTLETS = load(OutletWords, EN / "outlets.yaml")
DOCUMENTS = load(DocumentWords, EN / "documents.yaml")
CLAUSES = load(ClauseWords, EN / "clauses.yaml")
FUNCTION_WORDS = load(FunctionWords, EN / "function_words.yaml")
MODALITY = load(ModalityWords, EN / "modality.yaml")
RELAYING = load(RelayingWords, EN / "relaying.yaml")
GIVEN_NAMES = load(GivenNames, EN / "given_names.yaml")
QUANTITIES = load(QuantityWords, EN / "quantities.yaml")
DETECTION = load(DetectionWords, EN / "detection.yaml")
SOURCES = load(SourceWords, EN / "sources.yaml")
WRONGDOING = load(WrongdoingWords, EN / "wrongdoing.yaml")

NATIONS = mapping(EN / "nations.yaml")
"""Countries, and their adjectives."""

SPELLINGS = mapping(EN / "spellings.yaml")
"""Words, and how they are read."""
