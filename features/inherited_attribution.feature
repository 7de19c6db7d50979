Feature: A source that is not named again
  "It further stated", "the report added": the sentence leans on the one before, and so does its source.

  Scenario: It further stated
    Given the article "kremlin-call.txt"
    Then "harbour pilots from both shores would meet in April" is attributed to "Kremlin"
    And the words that name the source of "harbour pilots from both shores would meet in April" are "It"

  Scenario: The report added
    Given the article "fishing-rights.txt"
    Then "two larger ships had already been fitted out" is attributed to "Asharq Al-Awsat"
    And the words that name the source of "two larger ships had already been fitted out" are "The report"

  Scenario: A quotation that goes on after its speaker was named
    Given the article:
      """
      "The roof is safe," said Nora Feld, the chief engineer. "It has carried more snow than this."
      """
    Then "It has carried more snow than this." is attributed to "Nora Feld"
    And the source of "It has carried more snow than this." is carried over from an earlier sentence
