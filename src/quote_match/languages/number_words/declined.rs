//! The words for numbers of languages that decline them in many cases.

/// Of Finnish.
pub(super) const FINNISH: &str = "2 kaksi kahden kahta kahdessa kahdesta kahteen kahdella kahdelta kahdelle kahdeksi kahtena 3 kolme kolmen \
    kolmea kolmessa kolmesta kolmeen kolmella kolmelta kolmelle kolmeksi kolmena 4 nelja neljan neljaa neljassa \
    neljasta neljaan neljalla neljalta neljalle neljaksi neljana 5 viisi viiden viitta viidessa viidesta viiteen \
    viidella viidelta viidelle viideksi viitena 6 kuusi kuuden kuutta kuudessa kuudesta kuuteen kuudella kuudelta \
    kuudelle kuudeksi kuutena 7 seitseman seitsemaa seitsemassa seitsemasta seitsemaan seitsemalla seitsemalta \
    seitsemalle seitsemaksi seitsemana 8 kahdeksan kahdeksaa kahdeksassa kahdeksasta kahdeksaan kahdeksalla \
    kahdeksalta kahdeksalle kahdeksaksi kahdeksana 9 yhdeksan yhdeksaa yhdeksassa yhdeksasta yhdeksaan yhdeksalla \
    yhdeksalta yhdeksalle yhdeksaksi yhdeksana 10 kymmenen kymmenta kymmenessa kymmenesta kymmeneen kymmenella \
    kymmenelta kymmenelle kymmeneksi kymmenena 11 yksitoista yhdentoista yhtatoista yhdessatoista yhdestatoista \
    yhteentoista yhdellatoista yhdeltatoista yhdelletoista yhdeksitoista yhtenatoista 12 kaksitoista kahdentoista \
    kahtatoista kahdessatoista kahdestatoista kahteentoista kahdellatoista kahdeltatoista kahdelletoista \
    kahdeksitoista kahtenatoista 13 kolmetoista kolmentoista kolmeatoista kolmessatoista kolmestatoista \
    kolmeentoista kolmellatoista kolmeltatoista kolmelletoista kolmeksitoista kolmenatoista 14 neljatoista \
    neljantoista neljaatoista neljassatoista neljastatoista neljaantoista neljallatoista neljaltatoista \
    neljalletoista neljaksitoista neljanatoista 15 viisitoista viidentoista viittatoista viidessatoista \
    viidestatoista viiteentoista viidellatoista viideltatoista viidelletoista viideksitoista viitenatoista 16 \
    kuusitoista kuudentoista kuuttatoista kuudessatoista kuudestatoista kuuteentoista kuudellatoista \
    kuudeltatoista kuudelletoista kuudeksitoista kuutenatoista 17 seitsemantoista seitsemaatoista \
    seitsemassatoista seitsemastatoista seitsemaantoista seitsemallatoista seitsemaltatoista seitsemalletoista \
    seitsemaksitoista seitsemanatoista 18 kahdeksantoista kahdeksaatoista kahdeksassatoista kahdeksastatoista \
    kahdeksaantoista kahdeksallatoista kahdeksaltatoista kahdeksalletoista kahdeksaksitoista kahdeksanatoista 19 \
    yhdeksantoista yhdeksaatoista yhdeksassatoista yhdeksastatoista yhdeksaantoista yhdeksallatoista \
    yhdeksaltatoista yhdeksalletoista yhdeksaksitoista yhdeksanatoista 20 kaksikymmenta kahdenkymmenen \
    kahtakymmenta kahdessakymmenessa kahdestakymmenesta kahteenkymmeneen kahdellakymmenella kahdeltakymmenelta \
    kahdellekymmenelle kahdeksikymmeneksi kahtenakymmenena 30 kolmekymmenta kolmenkymmenen kolmeakymmenta \
    kolmessakymmenessa kolmestakymmenesta kolmeenkymmeneen kolmellakymmenella kolmeltakymmenelta \
    kolmellekymmenelle kolmeksikymmeneksi kolmenakymmenena 40 neljakymmenta neljankymmenen neljaakymmenta \
    neljassakymmenessa neljastakymmenesta neljaankymmeneen neljallakymmenella neljaltakymmenelta \
    neljallekymmenelle neljaksikymmeneksi neljanakymmenena 50 viisikymmenta viidenkymmenen viittakymmenta \
    viidessakymmenessa viidestakymmenesta viiteenkymmeneen viidellakymmenella viideltakymmenelta \
    viidellekymmenelle viideksikymmeneksi viitenakymmenena 60 kuusikymmenta kuudenkymmenen kuuttakymmenta \
    kuudessakymmenessa kuudestakymmenesta kuuteenkymmeneen kuudellakymmenella kuudeltakymmenelta \
    kuudellekymmenelle kuudeksikymmeneksi kuutenakymmenena 70 seitsemankymmenta seitsemankymmenen \
    seitsemaakymmenta seitsemassakymmenessa seitsemastakymmenesta seitsemaankymmeneen seitsemallakymmenella \
    seitsemaltakymmenelta seitsemallekymmenelle seitsemaksikymmeneksi seitsemanakymmenena 80 kahdeksankymmenta \
    kahdeksankymmenen kahdeksaakymmenta kahdeksassakymmenessa kahdeksastakymmenesta kahdeksaankymmeneen \
    kahdeksallakymmenella kahdeksaltakymmenelta kahdeksallekymmenelle kahdeksaksikymmeneksi kahdeksanakymmenena 90 \
    yhdeksankymmenta yhdeksankymmenen yhdeksaakymmenta yhdeksassakymmenessa yhdeksastakymmenesta \
    yhdeksaankymmeneen yhdeksallakymmenella yhdeksaltakymmenelta yhdeksallekymmenelle yhdeksaksikymmeneksi \
    yhdeksanakymmenena 100 sata sadan sataa sadassa sadasta sataan sadalla sadalta sadalle sadaksi satana";

/// Of Ukrainian.
pub(super) const UKRAINIAN: &str = "0 нуль 1 один одна одне одного одної 2 два дві двох двом двома 3 три трьох трьом трьома 4 чотири чотирьох \
    чотирьом чотирма 5 пять пяти пятьох пятьом пятьма 6 шість шести шістьох шістьом шістьма 7 сім семи сімох сімом \
    сьома 8 вісім восьми вісьмох вісьмом вісьма 9 девять девяти девятьох девятьом девятьма 10 десять десяти \
    десятьох десятьом десятьма 11 одинадцять одинадцяти одинадцятьох одинадцятьом одинадцятьма 12 дванадцять \
    дванадцяти дванадцятьох дванадцятьом дванадцятьма 13 тринадцять тринадцяти тринадцятьох тринадцятьом \
    тринадцятьма 14 чотирнадцять чотирнадцяти чотирнадцятьох чотирнадцятьом чотирнадцятьма 15 пятнадцять \
    пятнадцяти пятнадцятьох пятнадцятьом пятнадцятьма 16 шістнадцять шістнадцяти шістнадцятьох шістнадцятьом \
    шістнадцятьма 17 сімнадцять сімнадцяти сімнадцятьох сімнадцятьом сімнадцятьма 18 вісімнадцять вісімнадцяти \
    вісімнадцятьох вісімнадцятьом вісімнадцятьма 19 девятнадцять девятнадцяти девятнадцятьох девятнадцятьом \
    девятнадцятьма 20 двадцять двадцяти двадцятьох двадцятьом двадцятьма 30 тридцять тридцяти тридцятьох \
    тридцятьом тридцятьма 40 сорок сорока 50 пятдесят пятдесяти пятдесятьох пятдесятьом пятдесятьма 60 шістдесят \
    шістдесяти шістдесятьох шістдесятьом шістдесятьма 70 сімдесят сімдесяти сімдесятьох сімдесятьом сімдесятьма 80 \
    вісімдесят вісімдесяти вісімдесятьох вісімдесятьом вісімдесятьма 90 девяносто девяноста 100 сто ста 200 двісті \
    двохсот двомстам 300 триста трьохсот трьомстам 400 чотириста чотирьохсот чотирьомстам 500 пятсот пятисот \
    пятистам 600 шістсот шестисот 700 сімсот семисот 800 вісімсот восьмисот 900 девятсот девятисот";
