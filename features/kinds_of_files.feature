Feature: The same reading from a page and from a feed
  Scenario: A web page
    Given the article "opera-strike.html"
    Then "the report “pure invention”" is attributed to "Her office" via "dpa"
    And "Four performances were cancelled" has no source given

  Scenario: One of several articles in a file
    Given the article "Seal count doubles" of "island-brief.jsonl"
    Then "the colony has spread to three further islets" is attributed to "the nature reserve's own report" via "BBC News"
