"""Given names and titles that tell he from she; a name in neither list tells nothing."""

from __future__ import annotations

from collections.abc import Iterable

MALE = frozenset(
    """aaron abdel abdul abdullah abraham adam adrian ahmad ahmed al alan albert alberto alejandro aleksandr alex
    alexander alexei alexey alfred ali allan allen alvin amir amos anatoly anders andre andrei andrew andrey
    andy angus anthony anton antonio antony ari ariel arnold arthur artur asaf ashraf avi avigdor barack barry
    bart bashar ben benjamin bernard bernie bill billy bob bobby boris brad bradley brandon brendan brent brett
    brian bruce bryan byron carl carlo carlos cesar charles charlie chester chris christian christopher chuck
    clarence clark claude clay cliff clinton colin corey cornelius craig curt curtis cyril cyrus dale dan daniel
    danny darrell darren dave david dean denis dennis derek dick diego dieter dmitri dmitry don donald doug
    douglas duncan dwight earl ed eddie edgar edmund eduardo edward edwin ehud eli elijah elliot elliott elon
    emmanuel enrique eric erik ernest ernesto eugene evan fabio farid felipe felix ferdinand fernando francisco
    francois frank franklin fred frederick gabriel gary gavin gene geoffrey george gerald gerard gerhard giorgio
    giovanni glenn gordon graham grant greg gregory guillermo gunter gus guy hakeem hamid hank hans harold harry
    harvey hassan hector heinz henri henry herbert herman hossein howard hugh hugo hussein ian ibrahim igor ilan
    ilya imran isaac ismail itamar ivan jack jacob jacques jaime jair jake jamal james jan jared jason javad
    javier jay jeb jeff jeffery jeffrey jens jeremiah jeremy jerome jerry jesus jim jimmy joachim joao joaquin
    joe joel johan johannes john johnny jon jonathan jorge jose josef joseph josh joshua juan julian julio
    jurgen justin kamal karim karl keith ken kenneth kent kevin khaled khalid kirill klaus konstantin kurt kyle
    lance larry lars laurent lawrence lee leo leon leonard leonid lev lewis lincoln lindsey lloyd louis luca
    lucas luis luiz luke magnus mahmoud malcolm manfred manuel marc marcel marco marcos marcus mariano mario
    mark marshall martin marvin mateo matt matteo matteus matthew matthias maurice max maxim mehmet michael
    michel miguel mike mikhail milan mitch mitchell mitt mohamed mohammad mohammed mordechai morton moshe
    muhammad mustafa naftali naim narendra nathan nathaniel ned neil nelson newt nicholas nick nicolas nigel
    nikita nikolai noah noam norman oleg oliver olivier omar omer orrin oscar oswaldo otto owen pablo paolo pat
    patrick paul pavel pedro perry pete peter petro phil philip philippe phillip pierre piotr rafael rahm raj
    ralf ralph ramil ramon rand randy rashid ray raymond recep reggie reince reinhold rene reza ricardo richard
    rick ricky rob robby robert roberto rod rodney rodrigo roger roland rolf roman ron ronald ronnie ross roy
    rudolph rudy rupert russ russell rustam ryan salman salvador sam samir samuel santiago saul scott sean
    sebastian sergei sergey sergio seth shaun shimon shinzo sidney silvio simon stan stanley stefan stephen
    sterling steve steven stuart sven tayyip ted terence teresio terry theodore thomas tim timothy toby todd tom
    tomas tommy tony trent trevor trey tyler vaclav vadim valery vernon victor viktor vincent vitaly vivek
    vladimir volodymyr vyacheslav wade wallace walter warren wayne werner wilbur will william willie wolf
    wolfgang xavier yaakov yair yasser yevgeny yitzhak yoav yossi yuri yury yusuf zachary zeev""".split()
)
FEMALE = frozenset(
    """abigail ada adele adriana agnes aisha alexandra alexis alice alicia alina alison alixandria allison alma amal
    amanda amandla amber amelia amina amy ana anastasia andrea angela angelina angie anita ann anna annabel anne
    annette annie antonia anya april aretha ariana arlene ashley astrid audrey ayelet barbara beatrice becky
    beth betsy betty beverly bonnie brenda bridget brigitte britney brooke camille candace carla carly carmel
    carmen carol carole caroline carolyn carrie catherine cathy cecilia celia celine charlotte chelsea cheryl
    chloe christina christine cindy claire clara claudia colleen condoleezza connie cristina crystal cynthia
    dana danielle daphne darya dawn debbie deborah debra denise diana diane dianne dina dolores donna dora doris
    dorothy edith eileen elaine eleanor elena elisabeth eliza elizabeth ella ellen elsa emily emma erica erin
    esther ethel eva eve evelyn faith fatima fatma fiona florence frances francesca gabby gabriela gabriella
    gail galina georgia geraldine gina gisele gladys glenda gloria golda grace greta gretchen gwen hanna hannah
    harriet hazel heather heidi helen helena helga hilary hillary hope ida ilana ilse ines ingrid irena irene
    irina iris isabel isabella ivana ivanka ivonne jackie jacqueline jan jane janet janice jasmine jean jeanne
    jenna jennifer jenny jessica jill joan joanna joanne jocelyn jodi josephine joy joyce juanita judith judy
    julia juliana julie juliet june kamala karen karin karine katarina kate katerina katherine kathleen kathryn
    kathy katie katya kay kellie kellyanne kim kimberly kirsten kristen kristin kristina lara laura lauren
    laurie leila lena leslie leticia lidia lila lillian lily linda lisa liz liza lois loretta lori lorraine
    louise lucia lucille lucy ludmila luisa lydia lynn lynne mabel madeleine madison maggie malala mandy
    margaret margarita margot maria mariam marian marianne marie marilyn marina marine marion marissa marjorie
    marlene marsha martha mary maryam maureen maya megan megyn melania melanie melezia melinda melissa melody
    merav mercedes meredith mia michele michelle mikaela mildred mindy miranda miri miriam molly mona monica
    monika myra myrtle nadia nadine nahed nancy naomi natalia natalie natasha nathalie neera nellie nicola
    nicole nikki nina noor nora norma odette olga olivia omarosa oprah paige pamela patricia paula paulina
    pauline peggy penelope penny petra phyllis polina priscilla rachel rania rebecca regina renata renee rhonda
    rita roberta robin rosa rosalind rose rosemary roxana ruth sabrina sally samantha sandra sara sarah selma
    serena shannon sharon sheila shelley sherry shirley silvia simone sofia sonia sonja sophia sophie stacey
    stella stephanie sue susan susanna suzanne svetlana sylvia tamar tamara tammy tanya tara tatiana tatyana
    teresa tessa theresa tiffany tina tracee tracy ursula valentina valerie vanessa vera veronica vicky victoria
    viola violet virginia vivian wanda wendy whitney yael yasmin yelena yulia yvette yvonne zainab zoe zsuzsa""".split()
)
MEN = frozenset(
    """actor alderman anchorman assemblyman bishop boy boyfriend brother businessman cameraman cardinal chairman
    congressman councilman dad duke emir emperor father fiance fireman fisherman gentleman grandfather guy herr
    husband imam king lord man monk monsieur mr mr. nephew policeman pope priest prince rabbi salesman señor
    sheikh sir son spokesman sultan uncle waiter widower""".split()
)
WOMEN = frozenset(
    """actress assemblywoman aunt businesswoman chairwoman congresswoman councilwoman daughter duchess empress fiancee
    frau girl girlfriend grandmother lady madam madame miss mom mother mrs mrs. ms ms. niece nun policewoman
    princess queen saleswoman señora sister spokeswoman waitress widow wife woman""".split()
)


def of_title(words: Iterable[str]) -> str | None:
    """`m` or `f` where the words of a title or role (lower-case) tell, else None."""
    found = {"m" for word in words if word in MEN} | {"f" for word in words if word in WOMEN}
    return found.pop() if len(found) == 1 else None


def of_name(name: str) -> str | None:
    """`m` or `f` where the first given name tells, else None."""
    first = next((word.lower() for word in name.replace(".", " ").split() if len(word) > 1), "")
    if (first in MALE) == (first in FEMALE):
        return None
    return "m" if first in MALE else "f"
