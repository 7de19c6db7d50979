Feature: Copies are no second origin
  A page that has its text from another page or from a wire says it on that one's say-so.

  Background:
    Given the article "first" of "The Harbour Gazette" published 2024-03-04:
      """
      The lake has lost a third of its water since last summer, and three villages on its northern shore have no wells
      left. The pumps that were put up in the autumn stand on dry ground. Boats lie in the mud where the harbour was.
      """

  Scenario: A reprint
    Given the article "second" of "Valley Courier" published 2024-03-06:
      """
      The lake has lost a third of its water since last summer, and three villages on its northern shore have no wells
      left. The pumps that were put up in the autumn stand on dry ground. Boats lie in the mud where the harbour was.
      """
    And these say the same:
      | first  | three villages on its northern shore have no wells |
      | second | three villages on its northern shore have no wells |
    Then "three villages on its northern shore have no wells" rests on 1 independent origin
    And the editor reads: At least one known independent origin: The Harbour Gazette, which names no source. Both pages go back to The Harbour Gazette; two pages share their text.

  Scenario: Copies without a date
    Given the article "second" of "Valley Courier":
      """
      The lake has lost a third of its water since last summer, and three villages on its northern shore have no wells
      left. The pumps that were put up in the autumn stand on dry ground. Boats lie in the mud where the harbour was.
      """
    And these say the same:
      | first  | three villages on its northern shore have no wells |
      | second | three villages on its northern shore have no wells |
    Then "three villages on its northern shore have no wells" rests on 1 independent origin
    And the editor reads: At least one known independent origin: The Harbour Gazette or Valley Courier. Two pages share their text.

  Scenario: Two papers that print one agency
    Given the article "a" of "Morning Ledger":
      """
      OSLO, March 5 (Reuters) - Three villages have no wells left. Rain is not in sight.
      """
    And the article "b" of "Valley Courier":
      """
      No rain is in sight. Three villages have no wells left.

      (Reuters)
      """
    And these say the same:
      | a | Three villages have no wells left |
      | b | Three villages have no wells left |
    Then "Three villages have no wells left" rests on 1 independent origin
    And "Reuters" says so
