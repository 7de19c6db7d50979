Feature: Tampering is found
  Whoever can write to the file of the record can change it. Nobody can do it unnoticed.

  Scenario: As it was written
    Given a folder with the article "harbour-election.txt"
    When the folder is traced
    Then the record is intact

  Scenario Outline: One byte
    Given a folder with the article "harbour-election.txt"
    When the folder is traced
    And one byte of entry <number> is changed
    Then the record is found broken at entry <number>

    Examples:
      | number |
      | 1      |
      | 2      |
