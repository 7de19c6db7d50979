Feature: A quotation mark that is never closed
  It costs one quotation, never the article.

  Scenario: The quotation itself
    Given the article "lake-summit.txt"
    Then "This lake is older than either of our states" is attributed to "Teodor Lanz"

  Scenario: What comes after it
    Given the article "lake-summit.txt"
    Then "The valley does not forget that" is attributed to "Teodor Lanz"
    And "the railway tunnel would be the subject of a second meeting in spring" is attributed to "Teodor Lanz"
