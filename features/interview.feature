Feature: An interview
  What stands before the questions is the article's own voice; what stands behind an answer's name is the answerer's.

  Scenario: What comes before the questions
    Given the article "lighthouse-interview.txt"
    Then "It was automated last autumn" has no source given

  Scenario: What somebody answers
    Given the article:
      """
      Interview with Tomasz Wierzba, deputy governor of the central bank

      Q: Inflation has been above target for 18 months. Have you lost control?

      A: We lost time, which is not the same thing.

      Q: When will rates come down?

      A: The finance minister said that they would fall by the summer.
      """
    Then "We lost time" is attributed to "Tomasz Wierzba"
    And "they would fall by the summer" is attributed to "the finance minister" via "Tomasz Wierzba"
