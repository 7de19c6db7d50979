Feature: Words around the article that make no claims
  Credits, follow-us lines, datelines and picture widgets stay in the text, so that every character keeps its place, and
  claim nothing.

  Scenario Outline: Around a report
    Given the article "<file>"
    Then "<words>" makes no claim

    Examples:
      | file                | words                                          |
      | lake-summit.txt     | Follow Lakeside News on Facebook and Twitter   |
      | lake-summit.txt     | צפייה בגלריה Teodor Lanz                       |
      | lake-summit.txt     | ( Photo: Jonas Reth )                          |
      | grid-talks.txt      | (Photo credit: AFP via Getty Images)           |
      | harbour-election.txt | By Northern Courier Staff                     |
      | fishing-rights.txt  | Petra Holm/Press Pool                          |
      | wire-vaccine.txt    | (Reporting by Lena Fischer; Editing by Tom Adeyemi) |
