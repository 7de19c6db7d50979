Feature: An accusation is read more than once
  Whose word it is that somebody did wrong must not depend on how a sentence is built, or on what stands around it.
  Sayso reads such a sentence again in other forms. Where another then says so, it is open who does.

  Scenario: The article makes another the speaker than the sentence by itself
    Given the article:
      """
      Nordfish made no statement about the dispute. Its manager, Karl Moe, was on holiday.

      Lind described the fraud, of which Hale had accused Moe, as a mistake, saying that he had stolen nothing.

      The harbour opens again on Thursday.
      """
    Then "he had stolen nothing" is undetermined

  Scenario: Every form of the sentence has the same speaker
    Given the article:
      """
      Nordfish made no statement about the dispute. Its manager, Karl Moe, was on holiday.

      Hale's former partner, Joan Pryce, said he had bribed the mayor.
      """
    Then "he had bribed the mayor" is attributed to "Joan Pryce"
