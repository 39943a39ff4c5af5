//! Given names that are known by sight, and are neither words of titles nor places: they tell `Jane Doe. Low water` from
//! `High Tides. A story`.

/// In many languages, in the letters that they are written with where these are Latin.
const GIVEN: &str = "\
    aaron abdul abigail adam adele adrian adriana agnes agnieszka ahmad ahmed aisha akira alain alan albert alberto \
    alejandro aleksander aleksandra alex alexander alexandra alexandre alexei alexey alfred alfredo ali alice alicia \
    alina alison allison amanda amelia amir amit amy ana anastasia anders andrea andreas andrei andrew andrey andré \
    angela angelika anil anita anja anjali ann anna anne annette annika anthony antoine anton antonia antonio \
    antónio anya arjun arnaud arne arthur arturo arun astrid audrey axel ayşe barbara bart beata beatrice beatriz \
    ben benedikt benjamin bernard bernd bernhard bettina bianca birgit björn bob bogdan boris brian brigitte bruno \
    camille carl carla carlo carlos carmen carolina caroline carsten caterina catherine cecilia charles chiara chloe \
    chloé chris christina christine christoph christophe christopher claire claudia claudio clemens colin corinna \
    craig cristina cynthia cyril daniel daniela daniele danielle dariusz david deborah deepak denis dennis derek \
    diana diego dieter dimitri dirk dmitri dmitry dominik dominique donald donna dora doris dorota dorothy douglas \
    dzmitry eberhard edith eduardo edward edwin eileen elaine eleanor elena elisa elisabeth elizabeth elke ella \
    ellen emil emilia emilie emily emma emmanuel enrico enrique eric erica erich erik erika erin ernst esther eugene \
    eva evelyn ewa fabian fabio fatima federico felipe felix ferdinand fernanda fernando fiona florian francesca \
    francesco francisco franck franz françois françoise frederic frederick frieda friedrich frédéric gabriel \
    gabriela gabriele gareth gary gavin geoffrey georg george georges gerald gerard gerd gerhard giovanni gisela \
    giulia giulio giuseppe gonzalo gordon graham greg gregory greta grzegorz guillaume guillermo gustav gustavo \
    günter günther hanna hannah hannes hans harald harold harriet harry hassan heather heidi heike heinrich heinz \
    helen helena helga helmut henri henrik henry herbert hermann hideo hilary hiroshi holger horst howard hugh hugo \
    hussein ian ibrahim ignacio igor ilse ilya inga inge ingrid irene irina isaac isabel isabella isabelle ivan \
    iwona jaap jacek jack jacob jacqueline jacques jakob jakub james jan jana jane janet janusz jasmin jason javier \
    jean jeff jeffrey jennifer jens jeremy jerome jerzy jessica jill jim joan joanna jochen joel johan johann \
    johanna johannes john jon jonas jonathan jorge josef joseph joshua josé joyce joão juan juana judith juha julia \
    julian julie julien juliette junyoung jurgen jutta jérôme jörg jürgen kai kaito karen karin karl karsten \
    katarina katarzyna kate katharina katherine kathleen kathrin kathryn katja keiko keith kelly ken kenji kenneth \
    kevin khalid kirsten klaus konrad konstantin kristen kristian kristin kristina krzysztof kurt kyle kyunghyun \
    larry lars laura lauren laurent leah leila lena leo leon leonardo leonie leslie liam lidia lilian lina linda \
    lisa lorenzo louis louise luc luca lucas lucia lucie lucy ludwig luigi luis luisa luiz lukas luís lydia lynn \
    maciej magdalena mahmoud maike malcolm malgorzata manfred manuel manuela marc marcel marcin marcos margaret \
    maria marie marina mario marion marius markus marta martha martin martina mary mathias mathieu matteo matthew \
    matthias mattias maureen maurice mauricio mauro max maximilian maya mehmet melanie melissa michael michaela \
    michal michał michel michele michelle miguel mikael mike mikhail milan minh miriam mohamed mohammad mohammed \
    monica monika monique moritz muhammad nadia nadine nancy naomi natalia natalie natasha neha neil nicholas nick \
    nicola nicolas nicole niels nigel nikita nikolai nikolaus nils nina noah noam nora norbert norman olaf oleg olga \
    oliver olivia olivier omar oriol oscar oskar oswald otto pablo pamela paola paolo patricia patrick paul paula \
    pauline paulo pavel pawel paweł pedro peggy penelope peter petra philip philipp philippe phillip pierre pieter \
    piotr priya rachel radek rafael rahul rainer raj rajesh ralf ralph ramesh ramón raphael raquel ravi rebecca \
    reinhard renate renée ricardo richard rita robert roberta roberto rodrigo roger roland rolf roman ronald rosa \
    rosemary roxanne rudolf rupert russell ruth ryan sabine sabrina salvador samantha samir samuel sandra sanjay \
    santiago sara sarah satoshi sebastian sebastián sepp serge sergei sergey sergio shirley silke silvia simon \
    simone sofia sofie sonia sonja sophia sophie stefan stefania stefano stephanie stephen steve steven stuart sumit \
    sunil susan susanna susanne suzanne sven svetlana sylvia sylvie sébastien tadeusz takashi takeshi tamara tanja \
    tatiana ted teresa theodor theresa thierry thomas théo tim timo timothy tobias tom tomas tomasz tomáš tony \
    torsten tracy tristan udo ulrich ulrike ursula ute uwe valentina valerie valérie vanessa vera veronica veronika \
    vijay vikram viktor viktoria vincent vincenzo virginie vivian vladimir volker walter wanda wendy werner wilhelm \
    willem william wilma wojciech wolfgang xavier yan yann yasmin yoko yolanda yoshua yukiko yuri yusuf yves yvonne \
    zachary zoe zofia zoé ángel éric étienne łukasz";

/// Whether a word with a capital is such a name, or one of two (`Jean-Pierre`).
pub(super) fn is_known(word: &str) -> bool {
    let first = word.split('-').next().unwrap_or(word);
    let lower = first.to_lowercase();
    first.starts_with(char::is_uppercase)
        && first.chars().skip(1).all(char::is_lowercase)
        && GIVEN.split_ascii_whitespace().any(|name| name == lower)
}
