Feature: Whose word it is when one speaks for both
  A readout puts words into two mouths and has one author; a statement that both issue has two.

  Scenario: A readout by one side
    Given the article "a" of "The Harbour Gazette":
      """
      The two presidents agreed to open the border, the Kremlin said, according to TASS.
      """
    And the article "b" of "Valley Courier":
      """
      The Kremlin said that the presidents had agreed to open the border.
      """
    And these say the same:
      | a | The two presidents agreed to open the border   |
      | b | the presidents had agreed to open the border |
    Then "The two presidents agreed to open the border" rests on 1 independent origin
    And "Kremlin" says so

  Scenario: Both sides issue it
    Given the article "a" of "The Harbour Gazette":
      """
      The border will open in June, the Kremlin said.
      """
    And the article "b" of "Valley Courier":
      """
      The Israeli Foreign Ministry said that the border will open in June.
      """
    And these say the same:
      | a | The border will open in June |
      | b | the border will open in June |
    Then "The border will open in June" rests on 2 independent origins
    And the editor reads: At least two known independent origins: Israeli Foreign Ministry and Kremlin.

  Scenario: One side denies it
    Given the article "a" of "The Harbour Gazette":
      """
      Troops have left the town, the Kremlin said.
      """
    And the article "b" of "Valley Courier":
      """
      Israel's Foreign Ministry denied that troops have left the town.
      """
    And these say the same:
      | a | Troops have left the town |
      | b | troops have left the town |
    Then "Troops have left the town" rests on 1 independent origin
    And the editor reads: At least one known independent origin: Kremlin. Israeli Foreign Ministry denies it.
