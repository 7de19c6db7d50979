Feature: Running again
  The same articles, read by the same engine, are in the record already.

  Scenario: Nothing new in the folder
    Given a folder with the articles "kremlin-call.txt", "grid-talks.txt"
    When the folder is traced
    Then 4 entries are added
    When the folder is traced again
    Then no entry is added
    And the record is intact

  Scenario: One article more
    Given a folder with the article "kremlin-call.txt"
    When the folder is traced
    Given a folder with the article "island-brief.jsonl"
    When the folder is traced again
    Then 4 entries are added
    And the record holds claims of "island-brief.jsonl"
