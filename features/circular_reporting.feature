Feature: Outlets that cite each other
  A claim that comes back to the page where it started has not been confirmed by anybody.

  Scenario: A circle of two
    Given the article "a" of "The Harbour Gazette":
      """
      The mayor will resign, the Valley Courier newspaper reported.
      """
    And the article "b" of "Valley Courier":
      """
      The mayor will resign, according to The Harbour Gazette newspaper.
      """
    And these say the same:
      | a | The mayor will resign |
      | b | The mayor will resign |
    Then "The mayor will resign" rests on no independent origin
    And "The Harbour Gazette" and "Valley Courier" cite each other in a circle

  Scenario: A circle of three
    Given the article "a" of "Reuters":
      """
      The mayor will resign, Bloomberg News reported.
      """
    And the article "b" of "Bloomberg News":
      """
      The mayor will resign, according to Agence France-Presse.
      """
    And the article "c" of "Agence France-Presse":
      """
      Reuters reported that the mayor will resign.
      """
    And these say the same:
      | a | The mayor will resign |
      | b | The mayor will resign |
      | c | the mayor will resign |
    Then "The mayor will resign" rests on no independent origin
    And "Agence France-Presse" and "Reuters" and "Bloomberg News" cite each other in a circle
    And the editor reads: No known independent origin. Agence France-Presse cites Reuters, Reuters cites Bloomberg News and Bloomberg News cites Agence France-Presse, in a circle, and nobody outside of it is named.

  Scenario: One of them has asked somebody
    Given the article "a" of "Reuters":
      """
      The mayor will resign, Bloomberg News reported.
      """
    And the article "b" of "Bloomberg News":
      """
      The mayor will resign, Reuters reported.
      """
    And the article "c" of "Reuters" published 2024-05-02:
      """
      The mayor will resign, her driver Paul Brandt said.
      """
    And these say the same:
      | a | The mayor will resign |
      | b | The mayor will resign |
      | c | The mayor will resign |
    Then "The mayor will resign" rests on 1 independent origin
    And "Paul Brandt" says so
