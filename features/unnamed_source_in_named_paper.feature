Feature: An unnamed source, quoted by a paper that has a name
  The paper's good name is not the source's. A claim that rests on somebody unnamed has to show it.

  Scenario: A well-informed source
    Given the article "fishing-rights.txt"
    Then "tired of being shadowed" is attributed to an unnamed "well-informed" via "Asharq Al-Awsat"

  Scenario: The same paper, not named again
    Given the article "fishing-rights.txt"
    Then "the navy would" is attributed to an unnamed "senior Valdorian source" via "Asharq Al-Awsat"

  Scenario: Somebody who gives a reason for staying unnamed
    Given the article "wire-vaccine.txt"
    Then "The shipments had been delayed because a factory had run out of glass vials" is attributed to an unnamed "person familiar with the matter" via "Reuters"

  Scenario: Part of a group without a name
    Given the article "harbour-election.txt"
    Then "a favour to the mayor in the last days of his campaign" is attributed to an unnamed "at least some in the Port Alster business community"
