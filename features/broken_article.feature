Feature: A broken article does not stop the others
  Scenario: A file that is no text, between two articles
    Given a folder with the articles "bee-survey.txt", "tram-accident.txt"
    And the folder has a file "notes.txt" that is no text
    When the folder is traced
    Then the record holds claims of "bee-survey.txt"
    And the record holds claims of "tram-accident.txt"
    And the record says that "notes.txt" could not be read
    And the record is intact
