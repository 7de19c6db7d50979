Feature: He, she and the prime minister
  A pronoun is resolved beside the text. The words that stand in the article stay as they are.

  Scenario: She
    Given the article "lake-summit.txt"
    Then "freight on the lake had grown by 18% since January" is attributed to "Ilse Marhold"
    And the words that name the source of "freight on the lake had grown by 18% since January" are "She"

  Scenario: He, after the speaker has changed
    Given the article "lake-summit.txt"
    Then "You were the first to answer our call last winter" is attributed to "Teodor Lanz"
    And the words that name the source of "You were the first to answer our call last winter" are "he"

  Scenario: An office instead of a name
    Given the article "lake-summit.txt"
    Then "The fishermen have never needed an interpreter" is attributed to "Teodor Lanz"
    And the words that name the source of "The fishermen have never needed an interpreter" are "the prime minister"

  Scenario: An ambassador
    Given the article "fishing-rights.txt"
    Then "the first joint survey of the banks had taken place fifty years ago" is attributed to "Karin Lindgren"
