Feature: Several who speak together
  They are one source with members, and no chain: neither carries the other's words.

  Scenario: Two engineers
    Given the article "dam-inquiry.txt"
    Then "seepage of this kind was common in spring" is attributed to "Anna Kovac" and "Peter Maly"

  Scenario: One of them goes on alone
    Given the article "dam-inquiry.txt"
    Then "It looks worse than it is" is attributed to "Anna Kovac"
