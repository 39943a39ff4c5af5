//! Words that one beside them needs to say what it says: `always` behind a `not`, `second` behind an `every`, `but` behind a denial; and
//! phrases that take back what stands around them: `I think`, `acquitted of`, `one of the`.

use super::language::Language::{
    self, Bulgarian, Czech, Danish, Dutch, English, Finnish, French, German, Greek, Hungarian, Indonesian, Italian,
    Polish, Portuguese, Romanian, Russian, Spanish, Swedish, Turkish, Ukrainian,
};

/// What a negation before it denies in part only: `not always`, `nicht alle`.
pub(crate) const WHOLLY: &[(Language, &str)] = &[
    (
        English,
        "all,altogether,always,completely,entirely,especially,every,everyone,everything,exactly,fully,generally,necessarily,particularly,\
         quite,really,so much,solely,that,totally,usually,very,wholly",
    ),
    (
        German,
        "alle,allen,aller,alles,besonders,durchweg,ganz,genau,gänzlich,immer,jede,jedem,jeden,jeder,jedes,restlos,sehr,so,sonderlich,stets,\
         unbedingt,vollkommen,vollständig,völlig,zwangsläufig,notwendigerweise,überall,in jedem Fall",
    ),
    (
        French,
        "chaque,complètement,entièrement,exactement,forcément,nécessairement,particulièrement,partout,si,totalement,toujours,tous,tout,\
         tout à fait,toute,toutes,très,vraiment",
    ),
    (
        Spanish,
        "cada,completamente,del todo,enteramente,especialmente,exactamente,muy,necesariamente,plenamente,siempre,tan,todas,todo,todos,toda,\
         totalmente",
    ),
    (
        Italian,
        "completamente,del tutto,esattamente,interamente,molto,necessariamente,ogni,particolarmente,pienamente,sempre,totalmente,tutta,tutte,\
         tutti,tutto",
    ),
    (
        Portuguese,
        "cada,completamente,de todo,exatamente,inteiramente,muito,necessariamente,plenamente,sempre,tão,toda,todas,todo,todos,totalmente",
    ),
    (
        Dutch,
        "alle,allemaal,altijd,bijzonder,erg,geheel,helemaal,iedere,iedereen,elke,noodzakelijk,overal,per se,volledig,zo,zeer",
    ),
    (
        Polish,
        "bardzo,całkiem,całkowicie,każda,każde,każdy,koniecznie,szczególnie,w pełni,wszyscy,wszystkie,wszystko,zawsze,zupełnie",
    ),
    (Czech, "každá,každé,každý,nutně,příliš,tak,úplně,vždy,vždycky,všechno,všechny,všichni,zcela,zvlášť"),
    (
        Russian,
        "везде,весь,все,всегда,всё,всякий,вполне,каждая,каждое,каждый,обязательно,особенно,очень,полностью,совсем,так,целиком",
    ),
    (Ukrainian, "всі,усі,завжди,зовсім,кожен,кожна,кожне,обовʼязково,особливо,повністю,цілком,дуже"),
    (Bulgarian, "всички,всеки,винаги,задължително,много,напълно,особено,съвсем"),
    (Swedish, "alla,allt,alltid,fullt,helt,nödvändigtvis,riktigt,särskilt,så,varje,överallt"),
    (Danish, "alle,alt,altid,fuldt,helt,hver,nødvendigvis,særlig,særligt,så"),
    (Finnish, "aina,aivan,jokainen,kaikki,kokonaan,kovin,täysin,välttämättä"),
    (Hungarian, "egészen,feltétlenül,mindegyik,minden,mindenki,mindig,nagyon,teljesen,túl"),
    (Romanian, "complet,fiecare,foarte,în întregime,mereu,neapărat,toate,toți,total,tot timpul,întotdeauna"),
    (Turkish, "bütün,her,her zaman,tamamen,tüm"),
    (Indonesian, "selalu,sepenuhnya,semua,seluruh,setiap,sangat"),
    (Greek, "απαραίτητα,απόλυτα,εντελώς,ιδιαίτερα,κάθε,όλα,όλες,όλοι,πάντα,πλήρως,πολύ,τελείως"),
];

/// Each of many.
pub(crate) const EACH: &[(Language, &str)] = &[
    (English, "each every"),
    (German, "alle jede jedem jeden jeder jedes"),
    (French, "chaque tous toutes"),
    (Spanish, "cada"),
    (Italian, "ogni"),
    (Portuguese, "cada"),
    (Dutch, "elk elke ieder iedere om"),
    (Polish, "co kazda kazde kazdy"),
    (Czech, "kazda kazde kazdy"),
    (Russian, "каждая каждое каждую каждыи"),
    (Ukrainian, "кожен кожна кожне кожну кожнии"),
    (Bulgarian, "всеки всяка всяко"),
    (Swedish, "var vart varje"),
    (Danish, "hver hvert"),
    (Finnish, "joka"),
    (Hungarian, "minden"),
    (Romanian, "fiecare"),
    (Turkish, "her"),
    (Indonesian, "setiap tiap"),
    (Greek, "καθε"),
];

/// Of how many one is meant, behind such a word; and with a number `3rd`, `3.`.
pub(crate) const WHICH: &[(Language, &str)] = &[
    (
        English,
        "alternate couple eighth few fifth fourth hundredth ninth other second seventh sixth tenth third thousandth",
    ),
    (
        German,
        "achte achten achtes achter andere anderen dritte dritten dritter drittes funfte funften funfter funftes hundertste sechste sechster sechstes \
         siebte siebter siebtes tausendste vierte vierten vierter viertes zehnte zehnten zehnter zehntes zweite zweiten zweiter zweites",
    ),
    (French, "autre cinquieme deuxieme dixieme quatrieme second seconde troisieme"),
    (Spanish, "cuarta cuarto decima decimo otra otro quinta quinto segunda segundo tercer tercera tercero"),
    (Italian, "altra altro decima decimo quarta quarto quinta quinto seconda secondo terza terzo"),
    (Portuguese, "decima decimo outra outro quarta quarto quinta quinto segunda segundo terceira terceiro"),
    (Dutch, "andere derde tiende tweede vierde vijfde"),
    (
        Polish,
        "czwarta czwarte czwarty druga drugi drugie dziesiata dziesiate dziesiaty piata piate piaty trzeci trzecia trzecie",
    ),
    (Czech, "ctvrta ctvrte ctvrty desata desate desaty druha druhe druhy pata pate paty treti"),
    (
        Russian,
        "вторая второе второи вторую десятая десятое десятыи другои пятая пятое пятыи третии третье третья четвертая четвертое четвертыи",
    ),
    (Ukrainian, "другии друга друге третіи третя третє четвертии пятии десятии"),
    (Bulgarian, "втора второ втори трета трето трети четвърти пети десети"),
    (Swedish, "andra annan annat femte fjarde tionde tredje"),
    (Danish, "anden andet femte fjerde tiende tredje"),
    (Finnish, "kolmas kymmenes neljas toinen viides"),
    (Hungarian, "harmadik masodik negyedik otodik tizedik"),
    (Romanian, "doilea treilea patrulea cincilea zecelea"),
    (Turkish, "ikinci ucuncu dorduncu besinci onuncu"),
    (Indonesian, "kedua ketiga keempat kelima"),
    (
        Greek,
        "δευτερη δευτερο δευτεροσ τριτη τριτο τριτοσ τεταρτη τεταρτο τεταρτοσ πεμπτη πεμπτο πεμπτοσ δεκατη δεκατο δεκατοσ",
    ),
];

/// What makes of the largest one of several: whole, before a superlative.
pub(crate) const AMONG: &[(Language, &str)] = &[
    (English, "among,arguably,formerly,once,one of,some of"),
    (German, "einer der,eine der,eines der,einem der,einen der,eins der,einst,früher,unter den"),
    (French, "autrefois,jadis,l’un des,l’une des,parmi,un des,une des"),
    (Spanish, "antes,entre,una de,uno de"),
    (Italian, "fra i,fra le,tra i,tra le,un tempo,una delle,uno degli,uno dei"),
    (Portuguese, "entre os,entre as,outrora,um dos,uma das"),
    (Dutch, "een van,eens,ooit,onder de"),
    (Polish, "dawniej,jeden z,jedna z,jedno z,jednym z,jedną z,niegdyś"),
    (Czech, "jeden z,jedna z,jedno z,jedním z,jednou z,kdysi"),
    (Russian, "когда-то,один из,одна из,одно из,одним из,одной из"),
    (Ukrainian, "колись,один з,один із,одна з,одна із,одним з,однією з"),
    (Swedish, "en av,ett av,en gång"),
    (Danish, "en af,et af,engang"),
    (Romanian, "cândva,unul dintre,una dintre,unul din,una din"),
];

/// What leads to a superlative of two words.
pub(crate) const MOST: &[(Language, &str)] = &[
    (English, "best first last least most oldest worst"),
    (French, "meilleur meilleure meilleurs meilleures pire plus"),
    (Spanish, "mas mayor mejor mejores peor"),
    (Italian, "maggiore migliore migliori peggiore piu"),
    (Portuguese, "maior mais melhor melhores pior"),
    (Russian, "крупнеиших самая самои самым самых самыи"),
    (Ukrainian, "наибільш наибільших"),
    (Swedish, "basta mest samsta"),
    (Danish, "bedste mest vaerste"),
    (Romanian, "cea cei cel cele mai"),
];

/// Endings of a superlative of one word.
pub(crate) const SUPERLATIVE: &[(Language, &str)] = &[
    (English, "est"),
    (German, "ste sten ster stes"),
    (Dutch, "ste"),
    (Swedish, "sta"),
    (Danish, "ste"),
    (Russian, "еишии еишая еишее еишие еиших"),
];

/// What stands before a figure and is no other thing that has it.
pub(crate) const NO_THING: &str = "about again almost another around circa exactly further just later nearly next only over plus roughly some then under \
    anschliessend danach dann erneut etwa fast genau knapp nochmals rund sowie spater ungefahr weitere zuletzt \
    encore ensuite environ puis presque quasi apres aproximadamente casi cerca despues luego otra otros otro circa dopo poi quasi ancora \
    depois mais outra outros bijna daarna ongeveer vervolgens darefter omkring sedan ungefar dernaest potem nastepnie okolo prawie pote \
    затем потом около почти примерно ще потім майже";

/// What says behind a denial what is so.
pub(crate) const BUT: &[(Language, &str)] = &[
    (English, "but"),
    (German, "aber sondern"),
    (French, "mais"),
    (Spanish, "pero sino"),
    (Italian, "bensi ma"),
    (Portuguese, "mas senao"),
    (Dutch, "maar"),
    (Polish, "ale lecz"),
    (Czech, "ale nybrz"),
    (Russian, "а но"),
    (Ukrainian, "а але"),
    (Bulgarian, "а но"),
    (Swedish, "men utan"),
    (Danish, "men"),
    (Finnish, "mutta vaan"),
    (Hungarian, "hanem"),
    (Romanian, "ci dar"),
    (Turkish, "ama fakat"),
    (Indonesian, "melainkan tetapi tapi"),
    (Greek, "αλλα"),
];

/// Asides in which somebody only thinks, hopes or says so.
pub(crate) const ASIDES: &[(Language, &str)] = &[
    (
        English,
        "I think,I believe,I suppose,I guess,I hope,I fear,I imagine,I reckon,I suspect,I understand,I am told,I assume,we think,we believe,we suppose,we hope,\
         we fear,we are told,we assume,they say,they think,they believe,they claim,they hope,some say,some think,some believe,some claim,people say,it seems,\
         it appears,it is said,it is thought,it is believed,it is claimed,it is hoped,it was said,it was thought,it seemed,it would seem,so they say,so I think,\
         so I believe,so it seems,so it is said,or so they say,or so it seems,he thinks,he believes,he claims,he hopes,he thought,he believed,he claimed,\
         she thinks,she believes,she claims,she hopes,she thought,she believed,she claimed,they thought,they believed,\
         they claimed,as they say,as some say,as I think,as he thinks,as she thinks,as he claims,as she claims,as they claim,as they believe,rumour has it,\
         rumor has it,one hears,one hopes,you could say,if you like,I thought,we thought,I hoped,I believed",
    ),
    (
        German,
        "glaube ich,denke ich,meine ich,vermute ich,hoffe ich,nehme ich an,so glaube ich,so denke ich,glauben wir,hoffen wir,vermuten wir,heißt es,so heißt es,\
         wie es heißt,sagt man,so sagt man,wie man sagt,scheint es,so scheint es,wie es scheint,glaubt er,glaubt sie,glauben sie,\
         meint er,meint sie,meinen sie,behauptet er,behauptet sie,behaupten sie,hofft er,hofft sie,wie ich glaube,wie ich meine,wie sie glauben,wie er meint,\
         wie er behauptet,wie sie behauptet,angeblich,so meint er,so meint sie",
    ),
    (
        French,
        "je crois,je pense,je suppose,je l’espère,j’espère,j’imagine,dit-on,à ce qu’on dit,paraît-il,semble-t-il,à ce qu’il paraît,à ce qu’il semble,pense-t-il,\
         pense-t-elle,croit-il,croit-elle,croit-on,pensent-ils,croient-ils,pensons-nous,croyons-nous,\
         espérons-nous,selon lui,selon elle,selon eux",
    ),
    (
        Spanish,
        "creo,creo yo,pienso,supongo,espero,imagino,dicen,se dice,según dicen,según creo,según cree,según él,según ella,según ellos,al parecer,parece,parece ser,\
         por lo visto,creemos,esperamos,suponemos,cree,creen",
    ),
    (
        Italian,
        "credo,penso,suppongo,spero,immagino,dicono,si dice,a quanto pare,a quanto si dice,pare,sembra,crediamo,speriamo,secondo lui,secondo lei,secondo loro,crede",
    ),
    (
        Portuguese,
        "acho,acho eu,creio,creio eu,penso,suponho,espero,dizem,diz-se,ao que parece,parece,segundo dizem,segundo ele,segundo ela,acreditamos,esperamos",
    ),
    (
        Dutch,
        "denk ik,geloof ik,vermoed ik,hoop ik,meen ik,zegt men,naar men zegt,zo zegt men,lijkt het,zo lijkt het,naar het schijnt,\
         denkt hij,denkt ze,beweert hij,beweert ze,denken wij,hopen wij,volgens hem,volgens haar",
    ),
    (
        Swedish,
        "tror jag,tänker jag,hoppas jag,antar jag,sägs det,sägs det ha,verkar det,som det verkar,tror han,tror hon,påstår han,påstår hon,tror vi,hoppas vi",
    ),
    (
        Danish,
        "tror jeg,håber jeg,antager jeg,siges det,synes det,tror han,tror hun,påstår han,påstår hun,tror vi,håber vi",
    ),
    (
        Polish,
        "myślę,sądzę,jak sądzę,wierzę,przypuszczam,mam nadzieję,mówią,jak mówią,podobno,ponoć,zdaje się,wydaje się,jak się zdaje,jak twierdzi,jak twierdzą,jego zdaniem,jej zdaniem",
    ),
    (Czech, "myslím,doufám,tuším,předpokládám,říká se,prý,zdá se,jak se zdá,jak tvrdí,podle něj,podle ní"),
    (
        Russian,
        "я думаю,думаю,я полагаю,полагаю,надеюсь,я надеюсь,кажется,как кажется,говорят,как говорят,по слухам,мне кажется,как я думаю,как он считает,как она считает,\
         как они считают,как утверждают,считает он,считает она,считают они,по его словам,по ее словам,по его мнению,по ее мнению,думаем,мы думаем",
    ),
    (
        Ukrainian,
        "я думаю,думаю,гадаю,сподіваюся,здається,кажуть,як кажуть,мабуть,за чутками,на його думку,на її думку,вважає він,вважає вона",
    ),
    (Bulgarian, "мисля,мисля аз,надявам се,изглежда,казват,както казват,според него,според нея"),
    (Finnish, "luulen,luulen minä,toivon,oletan,sanotaan,näyttää siltä,kuulemma,hänen mukaansa"),
    (Hungarian, "azt hiszem,gondolom,remélem,úgy tűnik,azt mondják,mondják,állítólag,szerinte"),
    (Romanian, "cred,cred eu,sper,presupun,se spune,se zice,se pare,zice-se,după el"),
    (Turkish, "sanırım,galiba,derler,denir,umarım,bence,ona göre"),
    (Indonesian, "saya kira,saya rasa,saya harap,konon,katanya,kabarnya,menurut dia"),
    (Greek, "νομίζω,πιστεύω,ελπίζω,υποθέτω,λένε,όπως λένε,φαίνεται,όπως φαίνεται,κατά τη γνώμη του"),
];

/// What somebody is freed of, or only charged with, before what that is.
pub(crate) const CHARGES: &[(Language, &str)] = &[
    (
        English,
        "absolved of,accused of,acquitted of,charged with,cleared of,exonerated of,found innocent of,found not guilty of,indicted for,innocent of,not guilty of,suspected of",
    ),
    (
        German,
        "angeklagt wegen,freigesprochen vom,freigesprochen von,freigesprochen wegen,beschuldigt,vom Vorwurf,vom Verdacht,vom Vorwurf des,vom Vorwurf der,\
         vom Verdacht des,vom Verdacht der,unter dem Vorwurf,unter dem Verdacht,unter Verdacht,verdächtigt",
    ),
    (
        French,
        "accusé de,accusée de,accusé d’,accusée d’,acquitté de,acquittée de,acquitté du,acquittée du,blanchi de,blanchi du,blanchie de,inculpé de,inculpé pour,\
         innocenté de,innocenté du,mis en examen pour,mise en examen pour,relaxé du,soupçonné de,soupçonné d’,soupçonnée de",
    ),
    (
        Spanish,
        "absuelta de,absuelta del,absuelto de,absuelto del,acusada de,acusada del,acusado de,acusado del,exculpado de,exonerado de,imputado por,inocente de,\
         sospechoso de",
    ),
    (
        Italian,
        "accusata di,accusato di,accusato del,accusata del,assolto da,assolto dal,assolta da,assolta dal,assolto dall’,imputato di,indagato per,prosciolto da,\
         prosciolto dall’,prosciolto dal,scagionato da,scagionato dal,sospettato di",
    ),
    (
        Portuguese,
        "absolvida de,absolvida do,absolvido da,absolvido de,absolvido do,acusada de,acusado de,acusado do,inocentado de,inocentado do,suspeito de",
    ),
    (Dutch, "aangeklaagd voor,beschuldigd van,verdacht van,vrijgesproken van"),
    (Swedish, "anklagad för,friad från,frikänd från,misstänkt för,åtalad för"),
    (Danish, "anklaget for,frifundet for,frikendt for,mistænkt for,sigtet for,tiltalt for"),
    (
        Polish,
        "oczyszczona z,oczyszczony z,oskarżona o,oskarżony o,podejrzana o,podejrzany o,uniewinniona od,uniewinniony od",
    ),
    (Czech, "obviněn z,obviněna z,obžalován z,podezřelý z,zproštěn"),
    (Russian, "обвинен в,обвинена в,обвиняется в,обвиняемый в,оправдан по,подозревается в,подозреваемый в"),
    (Ukrainian, "звинувачений у,звинувачена у,звинувачується у,підозрюється у,виправданий за"),
    (Bulgarian, "обвинен в,заподозрян в,оправдан за"),
    (Romanian, "achitat de,achitat pentru,acuzat de,acuzată de,inculpat pentru,suspectat de"),
    (Indonesian, "dibebaskan dari,dituduh,diduga"),
    (Greek, "αθωώθηκε από,κατηγορείται για,ύποπτος για"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quote_match::folding::fold::{Folded, Spaces};

    #[test]
    fn words_that_are_needed_are_written_as_they_are_folded() {
        for word in [EACH, WHICH, MOST, SUPERLATIVE, BUT]
            .into_iter()
            .flatten()
            .flat_map(|(_, words)| words.split_ascii_whitespace())
        {
            assert_eq!(Folded::new(word, Spaces::Written).text, word);
        }
    }
}
