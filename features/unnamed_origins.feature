Feature: Unnamed sources are not counted twice
  Two unnamed sources that could be one are one, and an unnamed official could be anybody of whom one knows.

  Scenario: Unnamed twice
    Given the article "a" of "The Harbour Gazette":
      """
      Another senior Russian source told Asharq Al-Awsat that the base would close.
      """
    And the article "b" of "Valley Courier":
      """
      The base will close, a senior Russian official said.
      """
    And these say the same:
      | a | the base would close |
      | b | The base will close  |
    Then "The base will close" rests on 1 independent origin

  Scenario: A leak through two papers
    Given the article "a" of "The Harbour Gazette":
      """
      The budget will be cut by a third, a person familiar with the matter told The New York Times.
      """
    And the article "b" of "Valley Courier":
      """
      An official told The Washington Post that the budget will be cut by a third.
      """
    And these say the same:
      | a | The budget will be cut by a third |
      | b | the budget will be cut by a third |
    Then "The budget will be cut by a third" rests on 1 independent origin
    And the editor reads: At least one known independent origin: unnamed “official”. Unnamed “official” could be unnamed “person familiar with the matter”.

  Scenario: Officials of two countries
    Given the article "a" of "The Harbour Gazette":
      """
      The base will close, a senior Russian official said.
      """
    And the article "b" of "Valley Courier":
      """
      An Israeli official said that the base will close.
      """
    And these say the same:
      | a | The base will close |
      | b | the base will close |
    Then "The base will close" rests on 2 independent origins

  Scenario: An unnamed official and the government
    Given the article "a" of "The Harbour Gazette":
      """
      The base will close, a senior Russian official said.
      """
    And the article "b" of "Valley Courier":
      """
      The Kremlin said that the base will close.
      """
    And these say the same:
      | a | The base will close |
      | b | the base will close |
    Then "The base will close" rests on 1 independent origin
