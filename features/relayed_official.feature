Feature: An official's words that reach the paper through an agency
  Readers should see both: who is said to know, and who carried it. The agency does not vouch for what the official
  says, only that it was said.

  Scenario: A direct quotation from the Kremlin, taken from an agency
    Given the article "kremlin-call.txt"
    Then "The ferry is a lifeline for four port towns" is attributed to "Kremlin" via "TASS"

  Scenario: A court's statement, taken from an agency
    Given the article "kremlin-call.txt"
    Then "has until June to open its books" is attributed to "Moscow City Court" via "TASS"

  Scenario: An engineer on the radio
    Given the article:
      """
      The bridge will be closed for three weeks, city engineer Paul Brandt told BBC News on Monday.
      """
    Then "The bridge will be closed for three weeks" is attributed to "Paul Brandt" via "BBC News"

  Scenario: What the agency reports by itself has no one else behind it
    Given the article:
      """
      The ferry returned to port on Sunday with an engine on fire, Reuters reported.
      """
    Then "The ferry returned to port on Sunday with an engine on fire" is attributed to "Reuters"
