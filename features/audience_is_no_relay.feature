Feature: Who was told
  Those who are told something do not pass it on. A paper or an agency that is told something does.

  Scenario: Reporters
    Given the article "tram-accident.txt"
    Then "both drivers had been questioned" is attributed to "Emil Sand"
    And "both drivers had been questioned" is not attributed to "reporters"

  Scenario: A prime minister
    Given the article "lake-summit.txt"
    Then "the water treaty had outlived six governments" is attributed to "Ilse Marhold"
    And "the water treaty had outlived six governments" is not attributed to "prime minister"

  Scenario: A council, of whose meeting a paper reports
    Given the article "tram-accident.txt"
    Then "the crossing should have been rebuilt years ago" is attributed to "Lukas Arendt" via "Brennberger Zeitung"
    And "the crossing should have been rebuilt years ago" is not attributed to "the council"

  Scenario: An agency that was told passes it on
    Given the article "grid-talks.txt"
    Then "We found their gloves, their thermos flasks and a newspaper of the same day" is attributed to "Mira Solberg" via "Reuters"
