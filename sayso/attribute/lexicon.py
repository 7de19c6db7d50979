"""Closed lists of English: what reports, what doubts, what denies, who stays unnamed."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ATTITUDE = _words(
    """abhor admire adore aim anticipate appreciate aspire assume await believe care consider contemplate covet crave
    decide deem deplore desire determine detest disagree dislike doubt dread dream enjoy envisage envision envy
    expect favor favour fear feel foresee forget gather hate hear hope imagine intend know learn like loathe
    long look love mean mind mull need notice oppose perceive plan ponder prefer presume realise realize reckon
    refuse regard regret remember resent see seek sense support suppose suspect think trust try understand view
    want weigh wish wonder worry yearn"""
)
"""Lemmas of verbs of thinking and wanting: an attribution, but nothing that anybody is said to have said."""

SPEECH = _words(
    """accuse acknowledge add address admit advise affirm agree allege announce answer appeal apologize applaud argue
    ask assail assert assess assure attack attest blame blast boast brag brand call caution challenge charge chide
    cite claim clarify comment commend complain concede conclude condemn confess confide confirm congratulate
    contend continue contradict counsel counter cry criticize criticise declare decry defend demand denounce deny
    deride describe detail dictate disclose dismiss dispute dub echo elaborate emphasize emphasise estimate exclaim
    explain express find forecast grumble guess hail highlight hint identify illustrate imply indicate inform
    insinuate insist instruct interject invite joke jeer label lament laud lambast lambaste lash list maintain mention
    mock muse mutter name narrate note notify object observe offer opine order outline pledge point portray post
    praise predict press proclaim project promise pronounce propose protest publish question quip quote read reaffirm
    reassure rebuke recall recommend recount refer regard reiterate reject relate remark remind repeat reply
    report request respond retort retweet reveal rule say scoff shout show signal slam speak specify speculate state
    stress submit suggest summarize swear sympathize take talk tell testify thank theorize threaten tout tweet
    underline underscore urge utter verify voice vow warn welcome whisper write yell"""
)
"""Lemmas of verbs that report speech, writing or a finding."""

DENIAL = _words("deny dispute refute rebut reject repudiate disavow dismiss contradict")
FACTIVE = _words(
    """acknowledge admit affirm attest clarify concede confess confirm demonstrate disclose discover find learn
    note point prove realize realise recall remind reveal show verify"""
)
DOUBT = _words(
    "accuse allege assert boast claim contend insinuate maintain purport speculate suggest insist argue imply"
)
HEDGES = _words("allegedly purportedly reportedly supposedly apparently ostensibly")

PRONOUNS = _words(
    """he she they it we i you him her them us me who whom which himself herself themselves itself his hers their its
    my our this that these those one both"""
)
PLURAL = _words("they them their both these those")

UNNAMED_PEOPLE = _words(
    """academic activist administrator adviser advisor advocate agent aide ally analyst attendee attorney author
    backer banker broker businessman businesswoman bystander citizen client colleague columnist commentator
    commander confidant conservative consultant contractor correspondent counsel critic delegate demonstrator
    detective developer diplomat doc doctor donor driver economist editor employee engineer ex-aide executive expert
    farmer father figure fighter friend front-runner graduate guest guy hacker head historian host individual
    informant insider inspector intermediary investigator investor jihadist journalist judge juror lawmaker lawyer
    leader legislator liberal listener lobbyist loyalist man manager member merchant militant minister mother neighbor
    neighbour observer occupant officer official oncologist onlooker operative opponent organizer organiser owner
    panelist parent parishioner participant party passenger passerby patient patron people person physician pilot
    player policeman politician pollster practitioner prisoner proponent prosecutor protester protestor pundit
    questioner rebel refugee relative reporter representative researcher resident responder rival scholar scientist
    senator soldier source spectator spokesman spokesperson spokeswoman staffer strategist student supporter
    survivor sympathizer teacher technician teenager tenant thinker trader traveler traveller trooper user veteran
    viewer villager visitor volunteer voter watchdog whistleblower whistle-blower witness woman worker writer youth
    kid child wife husband sister brother son daughter cousin uncle aunt dad mom doctorate nurse surgeon pastor priest
    rabbi imam cleric broadcaster camp circle quarter detractor skeptic sceptic lot few handful dozen"""
)
"""Lemmas that name a kind of person: with no name beside them, the source is unnamed."""

KIN = _words(
    """wife husband mother father son daughter brother sister uncle aunt cousin mom dad widow widower fiance fiancee
    girlfriend boyfriend grandfather grandmother nephew niece parent spouse stepfather stepmother"""
)
"""One relative of somebody who is named can be looked up."""

COLLECTIVE = _words("public electorate crowd audience mainstream establishment populace citizenry readership")
"""Everybody and nobody, though in the singular."""

QUANTIFIERS = _words(
    """some many several few others most all any everyone everybody someone somebody anyone nobody none dozens
    hundreds thousands one another two three four five six scores"""
)
OFFICES = _words(
    """president premier chancellor king queen prince pope mayor governor ambassador minister secretary commissioner
    speaker chief chairman chairwoman chair director-general director prosecutor-general monarch emir sultan sheikh
    senator congressman congresswoman candidate nominee defendant plaintiff spokesman spokeswoman spokesperson
    businessman billionaire mogul author host comedian actor actress singer coach captain pontiff commander-in-chief
    attorney general admiral colonel lieutenant sergeant archbishop bishop patriarch judge sheriff superintendent
    principal envoy consul foreign prime vice deputy leader head"""
)
"""Lemmas of offices: with "the" and in the singular they point to one person that the reader can look up."""

BODIES = _words(
    """administration agency army association authority bank board body bureau cabinet campaign center centre
    church club coalition college commission committee company conference congress consortium corporation council
    country court department embassy federation firm force foundation government group headquarters hospital
    institute institution intelligence junta kremlin laboratory league legislature magistrate majority military
    ministry mission monarchy movement municipality navy network ngo office organisation organization panel parliament
    party police presidency regime regulator school secretariat senate service side society startup state taskforce
    team tribunal trust union university watchdog"""
)
OUTLETS = _words(
    """agency broadcaster channel daily gazette magazine media network newspaper newswire outlet paper periodical
    press publication radio site station tabloid television website weekly wire blog show program programme"""
)
OUTLET_NAMES = _words(
    """Times Post News Journal Tribune Herald Gazette Chronicle Radio TV Television Magazine Daily Weekly Press
    Review Network Broadcasting Podcast Observer Guardian Telegraph Mail Mirror Globe Examiner Register Dispatch
    Enquirer Inquirer Bulletin Courier Sentinel Independent Newspaper Today Show Newsnight Newsday Tonight Beast Ynet
    Zeitung Presse Gazeta Diario Corriere Rundfunk Reporter Wire Agency Channel Caller Morning Sunday Newshour
    Politico"""
)
"""Words that, capitalised in the name of an organisation or a work, make it look like an outlet."""

DOCUMENTS = _words(
    """account ad advertisement affidavit analysis announcement appeal article assessment audit autopsy bill blog book
    broadcast brief bulletin cable census chart commercial communique complaint constitution contract copy data
    datum diary result list ranking rule regulation statute ordinance amendment
    disclosure document dossier draft editorial email e-mail estimate evidence excerpt figure file filing finding
    footage forecast guideline headline image index indictment interview invitation invoice judgment law lawsuit leak
    leaflet letter manifesto manuscript memo memoir memorandum message minute motion newsletter note notice opinion
    order page pamphlet paper paperwork passage petition photo photograph picture piece platform poll post poster
    presentation proposal proposition readout record recording release reporting report research resolution response
    return review ruling rumor rumour schedule script spot statement statistic story study submission subpoena suit
    summary survey tape testimony text tract transcript translation treaty tweet verdict version video voicemail
    warrant website will op-ed"""
)

CONTINUERS = ("also", "further", "furthermore", "moreover", "additionally", "in addition", "as a result", "during the")
"""How a sentence begins, or what stands in it, that goes on with what was reported before."""

NAMED_BEFORE = OUTLETS - _words("media press radio television show wire agency")
"""Words for an outlet that, with "the", point back to one already named."""

REPORTING = _words(
    """say tell report announce claim confirm deny reveal state write note add warn allege insist acknowledge argue
    testify disclose admit assert estimate find show suggest predict conclude declare promise threaten vow pledge"""
)
"""Lemmas that, with a subject and a clause, report somebody else within what is reported."""

UNDERTAKING = _words("promise vow pledge claim")
"""Those whose clause may be an infinitive ("promised to leave"); a threat that another tells of is that one's word."""

TURNS = (
    "notably",
    "however",
    "meanwhile",
    "earlier",
    "previously",
    "but ",
    "still,",
    "separately",
    "elsewhere",
    "in fact",
)
"""How a sentence begins in which the article turns to something else in its own voice."""

JUDGING = _words("call describe dub label denounce dismiss condemn reject criticize criticise praise blame accuse hail")
"""Lemmas that report a judgement without a clause: "called the report an invention"."""

TALKING = _words("discuss debate negotiate tackle exchange")
"""Lemmas that name a subject, not what anybody said about it."""

ANSWERS = _words("a answer")
"""What an interview prints before the words of whoever is interviewed: "A:"."""

TELLING = _words("tell inform remind assure advise notify")
"""Lemmas whose object is told something."""
