Feature: What the article says by itself
  Background without a source is no fault, but a desk wants to know that nobody else answers for it.

  Scenario: History at the end of a report
    Given the article "kremlin-call.txt"
    Then "In the nineties the line was closed twice for want of passengers" has no source given

  Scenario: Somebody's life
    Given the article "harbour-election.txt"
    Then "grew up on the islands and came to the city in 1998" has no source given

  Scenario: A passive that hides who agreed
    Given the article "kremlin-call.txt"
    Then "A common booking system has been agreed upon" has no source given

  Scenario: News that the reporter saw happen
    Given the article "dam-inquiry.txt"
    Then "The gauge at the bridge was replaced in January" has no source given
