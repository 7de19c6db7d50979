Feature: On how many independent origins a claim rests
  Ten reprints of one wire story are one voice. What counts is on how many origins a claim rests that have nobody in
  common, and what is not known to be distinct is not counted.

  Scenario: An echo of one wire
    Given the article "a" of "The Harbour Gazette":
      """
      The southern bridge is closed to lorries, TASS reported on Monday. Anglers were the first to notice.
      """
    And the article "b" of "Valley Courier":
      """
      Lorries have to take the ferry this week. According to TASS, the southern bridge is closed to lorries.
      """
    And the article "c" of "Morning Ledger":
      """
      Bakers fear for their flour. The southern bridge is closed to lorries, TASS said.
      """
    And these say the same:
      | a | The southern bridge is closed to lorries |
      | b | the southern bridge is closed to lorries |
      | c | The southern bridge is closed to lorries |
    Then "The southern bridge is closed to lorries" rests on 1 independent origin
    And "TASS" says so
    And the editor reads: At least one known independent origin: TASS. All three pages go back to TASS.

  Scenario: Two agencies with one origin
    Given the article "a" of "The Harbour Gazette":
      """
      The talks will go on in May, the Kremlin said, according to TASS.
      """
    And the article "b" of "Valley Courier":
      """
      The Kremlin said that the talks would go on in May, Interfax reported.
      """
    And these say the same:
      | a | The talks will go on in May        |
      | b | the talks would go on in May |
    Then "The talks will go on in May" rests on 1 independent origin
    And "Kremlin" says so
    And "Interfax" and "TASS" only carry it
    And the editor reads: At least one known independent origin: Kremlin. Both pages go back to Kremlin, carried by Interfax and TASS.

  Scenario: A family of media owned by one state
    Given the article "a" of "TASS":
      """
      The pipeline was repaired over the weekend. Work began on Friday.
      """
    And the article "b" of "RIA Novosti":
      """
      Snow fell in the hills. Workers have repaired the pipeline.
      """
    And these say the same:
      | a | The pipeline was repaired over the weekend |
      | b | Workers have repaired the pipeline         |
    Then "Workers have repaired the pipeline" rests on 1 independent origin
    And the editor reads: At least one known independent origin: the Government of Russia. RIA Novosti and TASS both speak for the Government of Russia.

  Scenario: Two papers of one owner
    Given the article "a" of "The Sun":
      """
      The old lighthouse has been sold. It had stood empty for years.
      """
    And the article "b" of "The Wall Street Journal":
      """
      A buyer was found in spring: the old lighthouse has been sold.
      """
    And these say the same:
      | a | The old lighthouse has been sold |
      | b | the old lighthouse has been sold |
    Then "The old lighthouse has been sold" rests on no independent origin
    And the editor reads: No known independent origin: two pages name no source.

  Scenario: A president and his ambassador
    Given the article "a" of "The Harbour Gazette":
      """
      Russian President Vladimir Putin met farmers on Tuesday. He said the grain corridor would stay open.
      """
    And the article "b" of "Valley Courier":
      """
      The grain corridor will stay open, Russia's ambassador to Israel, Anatoly Viktorov, said.
      """
    And these say the same:
      | a | the grain corridor would stay open |
      | b | The grain corridor will stay open  |
    Then "The grain corridor will stay open" rests on 1 independent origin
    And "Anatoly Viktorov" and "Vladimir Putin" say so
    And the editor reads: At least one known independent origin: the Government of Russia. Anatoly Viktorov and Vladimir Putin both speak for the Government of Russia.

  Scenario: Two witnesses with names
    Given the article "a" of "The Harbour Gazette":
      """
      The dam leaks, the farmer Ivan Petrov said.
      """
    And the article "b" of "Valley Courier":
      """
      "The dam leaks," said Anna Kovac, who teaches at the village school.
      """
    And these say the same:
      | a | The dam leaks |
      | b | The dam leaks |
    Then "The dam leaks" rests on 2 independent origins
    And the editor reads: At least two known independent origins: Anna Kovac and Ivan Petrov.

  Scenario: Two outlets that give no source may have it from each other
    Given the article "a" of "The Harbour Gazette":
      """
      The ferry ran aground at noon. Gulls circled over the deck.
      """
    And the article "b" of "Valley Courier":
      """
      At noon the ferry ran aground. Nobody was hurt.
      """
    And these say the same:
      | a | The ferry ran aground at noon |
      | b | At noon the ferry ran aground |
    Then "The ferry ran aground at noon" rests on no independent origin
    And the editor reads: No known independent origin: two pages name no source.

  Scenario: Who repeats it without a source adds nothing
    Given the article "a" of "The Harbour Gazette":
      """
      The dam leaks, the farmer Ivan Petrov said.
      """
    And the article "b" of "Valley Courier":
      """
      The dam leaks. It was built in 1954.
      """
    And these say the same:
      | a | The dam leaks |
      | b | The dam leaks |
    Then "The dam leaks" rests on 1 independent origin
    And "Ivan Petrov" says so
    And the editor reads: At least one known independent origin: Ivan Petrov, and one page that names no source.

  Scenario: Pages of which nobody knows whose they are
    Given the article "a" of an unknown outlet:
      """
      The ferry ran aground at noon. Gulls circled over the deck.
      """
    And the article "b" of an unknown outlet:
      """
      At noon the ferry ran aground. Nobody was hurt.
      """
    And these say the same:
      | a | The ferry ran aground at noon |
      | b | At noon the ferry ran aground |
    Then "The ferry ran aground at noon" rests on no independent origin
    And the editor reads: No known independent origin: two pages name no source.

  Scenario: Names of one source, and those who speak for it
    Given the article "a" of "The Harbour Gazette":
      """
      Norvik, a maker of cheese, recalled 400 wheels on Monday. "Nobody has fallen ill," said Tove Lind, a spokeswoman for
      Norvik.
      """
    And the article "b" of "Valley Courier":
      """
      Nobody has fallen ill, Norvik said on Tuesday. The cheese was sold in four towns.
      """
    And these say the same:
      | a | Nobody has fallen ill |
      | b | Nobody has fallen ill |
    Then "Nobody has fallen ill" rests on 1 independent origin
    And the editor reads: At least one known independent origin: Tove Lind. Norvik and Tove Lind may speak for one body.

  Scenario: One quotation, given to two
    Given the article "a" of "The Harbour Gazette":
      """
      "We heard the ice crack twice before the lorry went down," said Marta Dahl, who lives by the lake.
      """
    And the article "b" of "Valley Courier":
      """
      "We heard the ice crack twice before the lorry went down," said Olu Bako, a fisherman.
      """
    And these say the same:
      | a | We heard the ice crack twice before the lorry went down |
      | b | We heard the ice crack twice before the lorry went down |
    Then "We heard the ice crack twice before the lorry went down" rests on 1 independent origin
    And the editor reads: At least one known independent origin: Marta Dahl. Marta Dahl and Olu Bako are given the same words.

  Scenario: Two named sources on one page
    Given the article "a" of "The Harbour Gazette":
      """
      The dam leaks, the farmer Ivan Petrov said. "The dam is leaking," said Anna Kovac, who teaches at the village school.
      """
    And these say the same:
      | a | The dam leaks       |
      | a | The dam is leaking  |
    Then "The dam leaks" rests on 2 independent origins
