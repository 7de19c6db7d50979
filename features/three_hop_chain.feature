Feature: A chain of three
  One paper quotes another, which quotes somebody. Whoever is left out of the chain can't be asked.

  Scenario: An official, one paper, another paper
    Given the article "grid-talks.txt"
    Then "plans of the southern line had been passed to engineers in Estmark" is attributed to an unnamed "Valdorian official" via "The Wall Street Journal" via "Financial Times"

  Scenario: An agency that cites a broadcaster that cites a ministry
    Given the article:
      """
      The border crossing will stay closed until Friday, the Interior Ministry told Al Jazeera, according to Reuters.
      """
    Then "The border crossing will stay closed until Friday" is attributed to "the Interior Ministry" via "Al Jazeera" via "Reuters"
