Feature: A denial
  Whoever denies something says the opposite of the words that follow.

  Scenario: A company denies a failure
    Given the article "dam-inquiry.txt"
    Then "any of the sensors had failed" is denied by "Hydrosella"

  Scenario: A denial carried by an agency
    Given the article:
      """
      The ministry denied that any licence had been sold, Interfax reported.
      """
    Then "any licence had been sold" is denied by "the ministry" via "Interfax"

  Scenario: A confirmation is no denial
    Given the article "dam-inquiry.txt"
    Then "two hundred people had been brought to a school" is attributed to "Irena Duric"
