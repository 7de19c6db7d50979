Feature: What the text leaves open
  A sentence after a source's words, with no mark of its own, may be the source's or the reporter's. Sayso does not
  toss a coin.

  Scenario: A sentence between two of the president's
    Given the article "lake-summit.txt"
    Then "The old shipyard is being rebuilt after the fire of 2019" is undetermined
