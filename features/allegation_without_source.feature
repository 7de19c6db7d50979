Feature: An allegation that nobody makes
  "Allegedly" tells that somebody says so, and not who.

  Scenario: Allegedly
    Given the article "grid-talks.txt"
    Then "a mobile power station that came in through a third country" is alleged without a source

  Scenario: Reportedly
    Given the article "dam-inquiry.txt"
    Then "room for only half of them" is alleged without a source

  Scenario: It is believed
    Given the article "tram-accident.txt"
    Then "the signal had been out of order since the weekend" has no source given

  Scenario: An allegation that somebody makes is sourced
    Given the article "grid-talks.txt"
    Then "crews from Valdoria had worked on two masts without a permit" is attributed to "Mira Solberg"
