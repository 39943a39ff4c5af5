//! Given names that are known by sight, and are neither words of titles nor places: they tell `Jane Doe. Low water` from
//! `High Tides. A story`.

/// In many languages, in the letters that they are written with where these are Latin.
const GIVEN: &str = "\
    aaron abdul abdullah abigail adam adele aditya adrian adriana agnes agnete agnieszka agustín ahmad ahmed ahmet \
    aisha akira alain alan albert alberto alejandro aleksander aleksandr aleksandra alessandra alessandro alex \
    alexander alexandra alexandre alexei alexey alfred alfredo ali alice alicia alina alison allison amanda amelia \
    amir amit amy ana ananya anastasia anders andrea andreas andrei andrew andrey andré andrés andy angela angelika \
    anil anita anja anjali ann anna anne annette annika anthony antoine anton antonia antonio antónio anya arjun \
    arnaud arne arthur arturo arun astri astrid attila audrey axel ayşe balázs barbara bart beata beatrice beatriz \
    ben benedikt benjamin benoît bernard bernd bernhard beth bettina betty bianca birgit birte bjarne björn bob \
    bodil bogdan boris brandon brett brian brigitte bruno burak camila camille carl carla carlo carlos carmen \
    carolina caroline carsten caterina catherine cathy cecilia charles chiara chloe chloé chris christina christine \
    christoph christophe christopher claire claudia claudio clemens colin corinna craig cristina cynthia cyril \
    cédric dagny dan daniel daniela daniele danielle dariusz dave david davide debbie deborah deepak deepika \
    delphine denis dennis derek diana diego dieter dimitri dirk dmitri dmitry dmytro dominik dominique donald donna \
    dora doris dorota dorothy douglas dustin dzmitry eberhard edith eduarda eduardo edward edwin eileen elaine \
    eleanor elena eleonora elif elisa elisabeth elizabeth elke ella ellen emil emilia emilie emilio emily emma \
    emmanuel emre enrico enrique eric erica erich erik erika erin ernst esa esther ethan eugene eva evan evelyn \
    evgeny ewa fabian fabio fatima fatma federica federico felipe felix ferdinand ferenc fernanda fernando fiona \
    florian francesca francesco francisco franck franz françois françoise frederic frederick freek frieda friedrich \
    frédéric fyodor gabriel gabriela gabriele gareth gary gaurav gavin geoffrey georg george georges gerald gerard \
    gerd gerda gerhard gerrit gilberto gilles giovanni gisela giulia giulio giuseppe gonzalo gordon graham greg \
    gregory greta grzegorz gudrun guillaume guillermo gustav gustavo gábor günter günther hakan hamid hanna hannah \
    hannes hans harald harish harold harriet harry hassan heather hedda heidi heike heinrich heinz helen helena \
    helga helmut henri henrik henry herbert hermann hervé hideo hilary hiroko hiroshi holger horst howard hugh hugo \
    hussein héctor hülya ian ibrahim ida ignacio igor ilaria ilona ilse ilya inga inge inger ingrid ingvild irene \
    irina iryna isaac isabel isabella isabelle istván ivan iwona jaap jacek jack jacob jacqueline jacques jake jakob \
    jakub jamal james jan jana jane janet janusz jared jasmin jason javier jean jeff jeffrey jennifer jenny jens \
    jeremy jerome jerzy jesse jessica jill jim jiří joan joanna joaquín jochen joe joel johan johann johanna \
    johannes john jon jonas jonathan joost jorge jorma josef josefina joseph josh joshua josé joyce joão juan juana \
    judith juha julia julian julie julien juliette junyoung jurgen justin jutta jános jérémy jérôme jörg jürgen kai \
    kaito karen kari karim karin karl karsten katarina katarzyna kate kateřina katharina katherine kathleen kathrin \
    kathryn kathy katie katja kavita kazuo keiko keith kelly kemal ken kenji kenneth kevin khalid kirsten klaus knut \
    konrad konstantin kristen kristian kristin kristina krzysztof kurt kyle kyunghyun lakshmi larry lars laura \
    lauren laurent leah leandro leif leila lena lenka leo leon leonardo leonie leslie leyla liam lidia lilian lina \
    linda lisa liz lorenzo louis louise luc luca lucas lucia lucie lucy ludmila ludovic ludwig luigi luis luisa luiz \
    lukas lukáš luís lydia lynn lászló maciej mads magdalena maggie mahmoud mahmud maike makoto malcolm malgorzata \
    manfred manish manuel manuela marc marcel marcelo marcin marcos maren margaret maria marie marina mario marion \
    marius markus marta martha martin martina mary masahiro massimo mathias mathieu mathilde matt matteo matthew \
    matthias matti mattias maureen maurice mauricio mauro max maximilian maya meena mehmet melanie melissa mette \
    michael michaela michal michał michel michele michelle miguel mikael mike mikhail milan minh miriam mohamed \
    mohammad mohammed molly monica monika monique moritz morten muhammad murat mustafa mykola mónica nadia nadine \
    nancy naoko naomi nasser natalia natalie natasha nathalie nathan natália neha neil nicholas nick nicola nicolas \
    nicole niels nigel nikita niklas nikolai nikolaus nikolay nils nina nisha noah noam nora norbert noriko norman \
    nuria oksana olaf olav oleg oleksandr olena olga oliver olivia olivier omar oriol oscar oskar osvaldo oswald \
    otto pablo pamela paola paolo patricia patrick paul paula pauline paulo pavel pawel paweł pedro peggy pekka \
    penelope pete peter petr petra philip philipp philippe phillip pierre pieter piotr pooja prakash priya péter \
    quentin rachel radek radka rafael ragnhild rahul rainer raj rajesh ralf ralph ramesh ramiro ramón randy raphael \
    raquel rashid ravi raúl rebecca reidar reinhard renate renée ricardo riccardo richard rick rita rob robert \
    roberta roberto rocío rodney rodrigo roger rohit roland rolf roman ron ronald rosa rosemary roxanne rubén rudolf \
    rupert russell ruth ryan rémi sabine sabrina sachin salim sally salvador samantha samir samuel sandra sanjay \
    sanna santiago sara sarah satoshi sean sebastian sebastián selin sepp seppo serge sergei sergey sergi sergio \
    shane shawn shirley shreya sigrid sigurd silke silvia silvio simon simone sofia sofie solveig sonia sonja sophia \
    sophie stanislav stefan stefania stefano steinar stephanie stephen steve steven stig stuart stéphane sumit sunil \
    suresh susan susanna susanne suzanne svein sven sverre svetlana sylvain sylvia sylvie sándor sébastien tadeusz \
    takashi takeshi takuya tamara tamás tanja taras tariq tatiana ted teresa tereza terje theodor theresa thierry \
    thomas théo tim timo timothy tina tobias todd tom tomas tomasz tommaso tomás tomáš tony torsten tove tracy \
    travis trevor tristan trond tyler udo ulrich ulrike umberto ursula ute uwe valentina valerie valérie vanessa \
    vasily vera veronica veronika vigdis vijay vikas vikram viktor viktoria vincent vincenzo virginie vivian \
    vladimir vladislav volker volodymyr walter wanda wendy werner wilhelm willem william wilma wojciech wolfgang \
    xavier ximena yan yann yasmin yasser yevgeny yoko yolanda yoshiko yoshua yukiko yuri yusuf yves yvonne zachary \
    zack zahra zdeněk zeynep zoe zofia zoltán zoé zsuzsa ángel åse éric étienne ömer øystein łukasz";

/// Whether a word with a capital is such a name, or one of two (`Jean-Pierre`).
pub(super) fn is_known(word: &str) -> bool {
    let first = word.split('-').next().unwrap_or(word);
    let lower = first.to_lowercase();
    first.starts_with(char::is_uppercase)
        && first.chars().skip(1).all(char::is_lowercase)
        && GIVEN.split_ascii_whitespace().any(|name| name == lower)
}
