Feature: An interview
  Nobody "says" anything in it: the letters before the paragraphs do.

  Scenario: An answer
    Given the article "lighthouse-interview.txt"
    Then "I counted the seconds between the flashes" is attributed to "Marta Oyelaran"

  Scenario: What comes before the questions
    Given the article "lighthouse-interview.txt"
    Then "It was automated last autumn" has no source given
