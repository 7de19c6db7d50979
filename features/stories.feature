Feature: Articles about one event are one story
  An editor sees which articles tell of the same, and says so where Sayso does not see it. What the editor knows counts.

  Background:
    Given the record of an article of "The Harbour Gazette":
      """
      Twelve people died in a fire at the Halden cannery on Monday, the fire chief, Runa Osk, said. The cannery had
      locked its exits, Osk said. Workers broke a wall with a forklift to get out of the burning cannery.
      """
    And the record of an article of "Valley Courier":
      """
      The owner of the Halden cannery, where twelve people died in a fire, denied that exits were locked. Bertil Kvist
      said that workers could leave the cannery by every door. The fire chief, Runa Osk, had said that exits were locked.
      """
    And the record of an article of "Echo":
      """
      A fire destroyed a sawmill in Torp on Tuesday, and nobody was hurt, firefighters said. Sparks of a saw set dust
      alight, the foreman, Lars Emmel, said.
      """

  Scenario: What came of an event is its story, another fire is another
    Then the articles of "The Harbour Gazette" and "Valley Courier" are one story
    And the article of "Echo" is a story of its own

  Scenario: The editor knows that two stories are one
    When the editor joins the stories of "Echo" and "Valley Courier"
    Then the articles of "The Harbour Gazette" and "Valley Courier" and "Echo" are one story
    When the editor decides "reopen" on the same
    Then the article of "Echo" is a story of its own

  Scenario: The editor knows that an article is of another story
    When the editor takes the article of "Valley Courier" out of its story
    Then the article of "Valley Courier" is a story of its own
    When the editor joins the stories of "The Harbour Gazette" and "Valley Courier"
    Then the articles of "The Harbour Gazette" and "Valley Courier" are one story

  Scenario: What comes later finds its story, in whatever order it comes
    Given the record of an article of "Wire":
      """
      Prosecutors charged the owner of the Halden cannery, Bertil Kvist, over the fire in which twelve workers died
      behind locked exits. Kvist denies it. The fire chief, Runa Osk, will testify about the exits of the cannery.
      """
    Then the articles of "The Harbour Gazette" and "Valley Courier" and "Wire" are one story
