//! Small words that turn a sentence where they come, go or change.

use super::{CRITICAL, MINOR, check, class, found};
use crate::quote_match::*;

#[test]
fn a_que_that_restricts_is_no_small_word() {
    for (text, quote) in [
        ("Le musée n'ouvre que le samedi matin.", "Le musée n'ouvre le samedi matin."),
        ("Le musée n’ouvre le samedi que de jour.", "Le musée n’ouvre le samedi de jour."),
        ("On n'y parle plus que le breton.", "On n'y parle plus le breton."),
        ("Elle ne fait que répéter la phrase.", "Elle ne fait répéter la phrase."),
        ("La loi ne vaut que pour les communes.", "La loi ne vaut pour les communes."),
        ("Le décret ne concerne que les petites communes.", "Le décret ne concerne les petites communes."),
        ("Ils n'ont jamais eu que des voisins aimables.", "Ils n'ont jamais eu des voisins aimables."),
        ("Il ne reste, dans le bourg, que le boulanger.", "Il ne reste, dans le bourg, le boulanger."),
        ("Le pont ne sert guère que de passage.", "Le pont ne sert guère de passage."),
        ("Le musée n'ouvre le samedi matin.", "Le musée n'ouvre que le samedi matin."),
    ] {
        check(text, quote, CRITICAL);
        // Both words gone: the negation is.
        let plain = text.replace("ne ", "").replace("n'", "").replace("n’", "").replace("que ", "");
        if plain != text && quote.len() < text.len() {
            assert!(class(text, &plain) >= CRITICAL, "{plain}");
        }
    }
    for (text, quote) in [
        ("Le maire dit que le pont reste fermé.", "Le maire dit le pont reste fermé."),
        ("Il n'a pas dit que le pont reste fermé.", "Il n'a pas dit le pont reste fermé."),
        ("Personne ne croit que le pont reste fermé.", "Personne ne croit le pont reste fermé."),
        ("Rien ne prouve que le pont reste fermé.", "Rien ne prouve le pont reste fermé."),
        ("Aucun élu ne croit que le pont reste fermé.", "Aucun élu ne croit le pont reste fermé."),
        ("Il ne vient pas. On dit que le pont est fermé.", "Il ne vient pas. On dit le pont est fermé."),
        ("Il ne vient pas, parce que le pont est fermé.", "Il ne vient pas, parce le pont est fermé."),
    ] {
        check(text, quote, MINOR);
    }
}

#[test]
fn a_small_word_that_leads_from_is_none_that_leads_to() {
    for (text, quote) in [
        ("Der Weg führt vom Markt zum Hafen hinunter.", "Der Weg führt zum Markt vom Hafen hinunter."),
        ("Das Geld ging von der Stadt an die Kirche.", "Das Geld ging zu der Stadt an die Kirche."),
        ("Der Brief kam vom Bischof und blieb liegen.", "Der Brief kam zum Bischof und blieb liegen."),
        ("La route descend du marché au port.", "La route descend au marché du port."),
        ("La lettre vient du maire de Brest.", "La lettre vient au maire de Brest."),
        ("Il vient de vendre la maison au notaire.", "Il vient de vendre la maison du notaire."),
        ("L'aide des communes aux écoles a baissé.", "L'aide aux communes des écoles a baissé."),
        ("Le train va de Lyon à Paris en été.", "Le train va à Lyon de Paris en été."),
        ("El camino baja del mercado al puerto.", "El camino baja al mercado del puerto."),
        ("La carta llegó del obispo sin respuesta.", "La carta llegó al obispo sin respuesta."),
        ("El tren va de Madrid a Sevilla en verano.", "El tren va a Madrid de Sevilla en verano."),
        ("O trem vai de Braga a Lisboa no verão.", "O trem vai a Braga de Lisboa no verão."),
    ] {
        check(text, quote, CRITICAL);
    }
    for (text, quote) in [
        ("Der Weg führt von dem Markt an den Hafen.", "Der Weg führt vom Markt an den Hafen."),
        ("Er ging zu dem alten Hafen hinunter.", "Er ging zum alten Hafen hinunter."),
        ("Il continue à lire les lettres du maire.", "Il continue de lire les lettres du maire."),
        ("Le maire de la ville voisine est mort.", "Le maire la ville voisine est mort."),
        ("El alcalde de la villa vecina murió.", "El alcalde del la villa vecina murió."),
        ("Sie haben den Brief zu lesen versucht.", "Sie haben den Brief lesen versucht."),
    ] {
        check(text, quote, MINOR);
    }
}

#[test]
fn a_verb_with_de_is_another_than_without() {
    for (text, quote) in [
        ("El río dejó de ser navegable hace un siglo.", "El río dejó ser navegable hace un siglo."),
        ("Las fábricas dejaron de vender tractores.", "Las fábricas dejaron vender tractores."),
        ("A câmara deixou de publicar os relatórios.", "A câmara deixou publicar os relatórios."),
        ("Os barcos deixam de sair em maio.", "Os barcos deixam sair em maio."),
        ("Il vient de vendre la maison du notaire.", "Il vient vendre la maison du notaire."),
        ("Elles viennent de payer le loyer du mois.", "Elles viennent payer le loyer du mois."),
    ] {
        check(text, quote, CRITICAL);
        check(quote, text, CRITICAL);
    }
    for (text, quote) in [
        ("Debe de ser la casa del alcalde viejo.", "Debe ser la casa del alcalde viejo."),
        ("Elle essaie de vendre la maison du notaire.", "Elle essaie vendre la maison du notaire."),
        ("Il vient de Brest avec la maison du notaire.", "Il vient Brest avec la maison du notaire."),
    ] {
        check(text, quote, MINOR);
    }
}

#[test]
fn who_does_it_in_german_is_told_by_the_article() {
    let more = "Der Rat der Stadt kam am Montag zusammen, und es war nicht klar, wer die Brücke bezahlen wird. ";
    let judged = |text: &str, quote: &str, class| check(&format!("{more}{text}"), quote, class);
    for (text, quote) in [
        ("Der Hund biss die alte Wirtin.", "Den Hund biss die alte Wirtin."),
        ("Am Abend rügte der Minister die Richterin.", "Am Abend rügte den Minister die Richterin."),
        ("Am Abend half ein Lehrer der Schülerin.", "Am Abend half einem Lehrer der Schülerin."),
        ("Im Mai lobte den Bischof die Königin.", "Im Mai lobte der Bischof die Königin."),
    ] {
        judged(text, quote, CRITICAL);
    }
    for (text, quote) in [
        // Fitted to the sentence of who quotes.
        ("Der Streit um die Brücke dauert an.", "den Streit um die Brücke dauert an"),
        ("Am Abend half er dem Lehrer und der Schülerin.", "Am Abend half er den Lehrer und der Schülerin."),
        ("Am Abend kam der Bus aus der Stadt.", "Am Abend kam das Bus aus der Stadt."),
    ] {
        judged(text, quote, MINOR);
    }
}

#[test]
fn what_restricts_the_beginning_of_a_sentence_is_told_in_every_language() {
    let beside = |text: &str, quote: &str| {
        let found = found(text, quote, QuoteKind::Sentence);
        assert!(found.class.is_sound(), "{quote} {found:#?}");
        found.hit.and_then(|hit| hit.negation_beside).map(String::from)
    };
    for (text, word) in [
        ("Only residents may enter the park.", "Only"),
        ("Just residents may enter the park.", "Just"),
        ("Solo gli abitanti possono entrare nel parco.", "Solo"),
        ("Soltanto gli abitanti possono entrare nel parco.", "Soltanto"),
        ("Appena tre scuole su dieci hanno una mensa.", "Appena"),
        ("Solo los vecinos pueden entrar en el parque.", "Solo"),
        ("Sólo los vecinos pueden entrar en el parque.", "Sólo"),
        ("Únicamente los vecinos pueden entrar en el parque.", "Únicamente"),
        ("Só os moradores podem entrar no parque.", "Só"),
        ("Somente os moradores podem entrar no parque.", "Somente"),
        ("Seuls les habitants peuvent entrer dans le parc.", "Seuls"),
        ("Lediglich die Anwohner dürfen in den Park.", "Lediglich"),
        ("Alleen bewoners mogen het park in.", "Alleen"),
        ("Ya no vive nadie en la aldea.", "Ya"),
        ("Já não vive ninguém na aldeia.", "Já"),
        ("Endast de boende får gå in i parken.", "Endast"),
        ("Kun beboerne må gå ind i parken.", "Kun"),
        ("Zaledwie trzy szkoły mają własną kuchnię.", "Zaledwie"),
        ("Pouze obyvatelé smějí vstoupit do parku.", "Pouze"),
        ("Лишь жители могут войти в этот парк.", "Лишь"),
        ("Μόνο οι κάτοικοι μπορούν να μπουν στο πάρκο.", "Μόνο"),
        ("Csak a lakók mehetnek be a parkba.", "Csak"),
        ("Vain asukkaat saavat tulla puistoon.", "Vain"),
        ("Yalnızca sakinler parka girebilir.", "Yalnızca"),
    ] {
        let rest = text[word.len()..].trim();
        let mut letters = rest.chars();
        let quote: String = letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
        assert_eq!(beside(text, &quote).as_deref(), Some(word), "{quote}");
        // Where the quote does not pose as the beginning of the sentence, nothing is hidden.
        assert_eq!(beside(text, rest), None, "{rest}");
    }
    for (text, quote) in [
        ("Yesterday residents entered the park.", "Residents entered the park."),
        (
            "The council met on Monday and voted for the new bridge that the mayor had promised to the people of the north. It \
             was not clear who would pay for it. Solo artists may enter the park by day.",
            "Artists may enter the park by day.",
        ),
        ("Ya llegó el tren de la tarde.", "Llegó el tren de la tarde."),
    ] {
        assert_eq!(beside(text, quote), None, "{quote}");
    }
}

#[test]
fn a_verb_in_another_time_is_no_misspelling() {
    for (text, quote) in [
        ("Les communes livrèrent les vivres aux troupes.", "Les communes livreront les vivres aux troupes."),
        ("Le préfet annoncera la décision demain matin.", "Le préfet annoncerait la décision demain matin."),
        ("Os sócios venderam a casa do porto em maio.", "Os sócios venderão a casa do porto em maio."),
        ("A câmara fechará a piscina em junho.", "A câmara fecharia a piscina em junho."),
        ("Los socios compraron la casa en mayo.", "Los socios comprarán la casa en mayo."),
        ("El pueblo cerrará la piscina en junio.", "El pueblo cerraría la piscina en junio."),
    ] {
        check(text, quote, CRITICAL);
        check(quote, text, CRITICAL);
    }
    let russian = "Совет старого города собрался в понедельник, и не было ясно, кто за это заплатит и когда. ";
    check(&format!("{russian}Завод построит дорогу до порта."), "Завод построил дорогу до порта.", CRITICAL);
    check(&format!("{russian}Завод построил дорогу до порта."), "Завод построл дорогу до порта.", MINOR);
    for (text, quote) in [
        ("Les communes livrèrent les vivres aux troupes.", "Les communes livrérent les vivres aux troupes."),
        ("Os sócios venderam a casa do porto em maio.", "Os sócios vendderam a casa do porto em maio."),
        ("La historia de la casa se cuenta en mayo.", "La histora de la casa se cuenta en mayo."),
        ("La firma quiere cerrar la casa en mayo.", "La firma quiere cerrrar la casa en mayo."),
    ] {
        check(text, quote, MINOR);
    }
}

#[test]
fn an_auxiliary_in_another_time_is_no_small_word() {
    for (text, quote) in [
        ("The minister was aware of the report in May.", "The minister is aware of the report in May."),
        ("The shares are worth less than the house.", "The shares were worth less than the house."),
        ("The firm has a licence for the harbour.", "The firm had a licence for the harbour."),
        ("They have debts in three of the towns.", "They had debts in three of the towns."),
        ("What the council does with it is known.", "What the council did with it is known."),
        ("De stal is nog van hem en van zijn broer.", "De stal was nog van hem en van zijn broer."),
        ("The dam holds the water and supplies two towns.", "The dam holds the water and supplied two towns."),
        ("The rule requires every owner to publish it.", "The rule required every owner to publish it."),
        ("Her brothers were questioned about the boat.", "Her brother was questioned about the boat."),
    ] {
        check(text, quote, CRITICAL);
        check(quote, text, CRITICAL);
    }
    for (text, quote) in [
        ("The shares is worth less than the house.", "The shares are worth less than the house."),
        ("The crew was on the boat in the harbour.", "The crew were on the boat in the harbour."),
        ("The firm have a licence for the harbour.", "The firm has a licence for the harbour."),
    ] {
        check(text, quote, MINOR);
    }
}

#[test]
fn a_so_claims_what_an_and_or_a_but_does_not() {
    for (text, quote) in [
        ("The minister knew of it, but the board acted alone.", "The minister knew of it, so the board acted alone."),
        ("It rained all day, and the match was called off.", "It rained all day, so the match was called off."),
    ] {
        check(text, quote, CRITICAL);
        check(quote, text, CRITICAL);
    }
    for (text, quote) in [
        ("The minister knew of it, but the board acted alone.", "The minister knew of it, and the board acted alone."),
        ("The road was so steep and so long.", "The road was so steep and long."),
        ("The road was as steep as it was long.", "The road was so steep as it was long."),
    ] {
        check(text, quote, MINOR);
    }
}

#[test]
fn an_umlaut_that_makes_would_of_did_is_no_accent() {
    for (text, quote) in [
        (
            "Die Briefe wurden im Rathaus gelesen und nicht geteilt.",
            "Die Briefe würden im Rathaus gelesen und nicht geteilt.",
        ),
        ("Der Mann hatte den Brief, und er war im Rathaus.", "Der Mann hätte den Brief, und er war im Rathaus."),
        ("Sie musste den Brief mit der Post schicken.", "Sie müsste den Brief mit der Post schicken."),
        (
            "Die Briefe waren in dem Haus und mit der Post da.",
            "Die Briefe wa\u{308}ren in dem Haus und mit der Post da.",
        ),
    ] {
        check(text, quote, CRITICAL);
        check(quote, text, CRITICAL);
    }
    check("Die Mutter war mit dem Brief in der Stadt.", "Die Mütter war mit dem Brief in der Stadt.", MINOR);
    check(
        "Die Briefe würden in dem Haus gelesen.",
        "Die Briefe wu\u{308}rden in dem Haus gelesen.",
        MatchClass::Typographic,
    );
}

#[test]
fn which_way_an_italian_accent_leans_is_a_habit() {
    let page = |text: &str| {
        format!("Un primo paragrafo parla della piazza e dei lavori che il comune ha avviato nel centro. {text}")
    };
    for (text, quote) in [
        ("Cosí va il mondo e cosí vanno le navi.", "Così va il mondo e così vanno le navi."),
        ("Poiché la piú grande nave era giú nel porto.", "Poichè la più grande nave era giù nel porto."),
    ] {
        check(&page(text), quote, MatchClass::Typographic);
        check(&page(quote), text, MatchClass::Typographic);
    }
    for (text, quote) in [
        ("La pesca della nave è andata bene.", "La pèsca della nave è andata bene."),
        ("La città e la nave sono nel porto.", "La citta e la nave sono nel porto."),
    ] {
        check(&page(text), quote, MINOR);
    }
    // In French and Portuguese the two are two letters.
    check("La vérité est dans les livres de la ville.", "La vèritè est dans les livres de la ville.", MINOR);
}

#[test]
fn what_is_nearly_so_is_not_so() {
    for text in [
        "The bridge was [almost ]finished when the war began.",
        "The bridge was [nearly ]finished when the war began.",
        "Die Brücke war [fast ]fertig, als der Krieg begann.",
        "Le pont était [presque ]terminé quand la guerre éclata.",
        "El puente estaba [casi ]terminado cuando estalló la guerra.",
        "A ponte estava [quase ]pronta quando a guerra começou.",
        "Il ponte era [quasi ]finito quando scoppiò la guerra.",
        "De brug was [bijna ]klaar toen de oorlog begon.",
        "Мост был [почти ]готов, когда началась война.",
        "Міст був [майже ]готовий, коли почалася війна.",
        "Most był [prawie ]gotowy, gdy wybuchła wojna.",
        "Most byl [téměř ]hotový, když začala válka.",
        "Bron var [nästan ]klar när kriget började.",
        "Broen var [næsten ]færdig, da krigen begyndte.",
        "Silta oli [melkein ]valmis, kun sota alkoi.",
        "Η γέφυρα ήταν [σχεδόν ]έτοιμη όταν άρχισε ο πόλεμος.",
        "Savaş başladığında köprü [neredeyse ]bitmişti.",
        "Podul era [aproape ]gata când a început războiul.",
        "A híd [majdnem ]kész volt, amikor kitört a háború.",
        "Jembatan itu [hampir ]selesai ketika perang dimulai.",
        "Cây cầu [gần như ]hoàn thành khi chiến tranh bắt đầu.",
        "كان الجسر [تقريبا ]مكتملا عندما بدأت الحرب.",
        "युद्ध शुरू होने पर पुल [लगभग ]तैयार था।",
        "Мостът беше [почти ]готов, когато започна войната.",
        "הגשר היה [כמעט ]מוכן כשהמלחמה פרצה.",
    ] {
        let (before, rest) = text.split_once('[').unwrap();
        let (left_out, behind) = rest.split_once(']').unwrap();
        let behind = behind.trim_end_matches(['.', '।']);
        check(&format!("{before}{left_out}{behind}."), &format!("{before}{behind}"), CRITICAL);
        check(&format!("{before}{behind}."), &format!("{before}{left_out}{behind}"), CRITICAL);
    }
}
