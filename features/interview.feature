Feature: An interview
  What stands before the questions is the article's own voice.

  Scenario: What comes before the questions
    Given the article "lighthouse-interview.txt"
    Then "It was automated last autumn" has no source given
