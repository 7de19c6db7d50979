Feature: What the desk has settled leaves the report
  An editor looks into what the report lists, says what came of it with the id that stands there, and meets it no more.
  Nothing is lost: the report counts what it leaves out, and the editor can take it back.

  Scenario: A sentence without a source
    Given the record of an article of "The Harbour Gazette":
      """
      The old dam leaks.
      """
    When the editor decides "accept" on what the report lists as "The old dam leaks."
    Then the report does not list "The old dam leaks."
    And the report says "1 settled and left out"
    When the editor decides "reopen" on the same
    Then the report lists "The old dam leaks."

  Scenario: Its reprint leaves with it
    Given the record of an article of "The Harbour Gazette":
      """
      The old dam leaks, and nobody has repaired it since the flood of 1954. The council has known of it for ten years.
      """
    And the record of an article of "Valley Courier":
      """
      The old dam leaks, and nobody has repaired it since the flood of 1954. The council has known of it for ten years.
      """
    When the editor decides "accept" on what the report lists as "The council has known of it for ten years."
    Then the report does not say "**The council has known of it for ten years.**"
    But the report lists "The old dam leaks, and nobody has repaired it since the flood of 1954."

  Scenario: A conflict is no news until a person has confirmed it
    Given the record of an article of "The Harbour Gazette":
      """
      12 people were killed in the fire in Lviv, the mayor, Ivan Petrov, said.
      """
    And the record of an article of "Valley Courier":
      """
      At least 30 people were killed in the fire in Lviv, the police chief, Anna Holt, said.
      """
    Then the report does not list "30 people were killed"
    And the report says "1 suggested conflict not listed"
    And the report with suggestions says "a machine's suggestion, more often wrong than right"
    When the editor decides "confirm" on the conflict that is suggested
    Then the report lists "30 people were killed"
    When the editor decides "reject" on the same
    Then the report does not list "30 people were killed"
    And the report does not say "suggested"

  Scenario: Who could not confirm something neither says nor denies it
    Given the record of an article of "The Harbour Gazette":
      """
      12 people were killed in the fire in Lviv, the mayor, Ivan Petrov, said.
      """
    And the record of an article of "Valley Courier":
      """
      Reuters could not confirm that 12 people were killed in the fire in Lviv.
      """
    Then nothing is linked
