//! Offers of domains, sites that were not paid, paywalls, and what is asked before a page is shown.

use super::tests::seen;

#[test]
fn domains_that_are_offered_or_kept_are_parked() {
    for html in [
        "<title>Welcome</title><h1>site.example</h1><p>is registered, but may still be available. Get this domain at Namestead.</p><p>The \
         owner of site.example is offering it for sale for an asking price of 450 EUR!</p>",
        "<title>Domain expired</title><h1>This domain has expired.</h1><p>If you are the owner of site.example, please log in to your \
         account to renew it. If it is not renewed within 30 days it will be deleted.</p><p>Registered at Namestead</p>",
        "<title>site.example | Coming soon</title><h1>site.example</h1><p>This domain name has just been registered and parked free of \
         charge by Namestead. Want your own? Search for a domain.</p>",
        "<title>site.example - Make an offer</title><h1>Make an offer on site.example</h1><p>Buy safely and securely. All payments through \
         escrow. Ownership transferred within 24 hours.</p>",
        "<title>Doe een bod op site.example</title><h1>Doe een bod op site.example</h1><p>Afternic</p><p>Buy now</p>",
        "<title>site.example</title><p>site.example is parked. The owner has not yet uploaded a website. If you are the owner, sign in to \
         the panel to begin.</p>",
        "<title>site.example</title><h1>site.example</h1><p>This domain is available!</p><p>Interested in this name? Fill in the form below \
         and a broker will contact you.</p><form><input name=email><button>Send</button></form>",
        "<title>site.example</title><h1>Domena wygasła</h1><p>Domena site.example nie została opłacona. Jeśli jesteś właścicielem, zaloguj \
         się i odnów domenę.</p>",
        "<title>site.example</title><h1>Domain abgelaufen</h1><p>Die Domain site.example wurde nicht bezahlt. Domain verlängern</p>",
    ] {
        seen(200, html).check("gone parked unknown");
    }
    for html in [
        "<title>Boats</title><h1>Make an offer on site.example</h1><p>Choose a boat, press the button, and wait for its owner to answer.</p>",
        "<title>site.example - Make an offer</title><h1>Make an offer</h1><p>Tell us which boat you like and what you would pay for it.</p>",
        "<title>House by the river</title><h1>House by the river</h1><p>The owner is offering it for sale for an asking price of 450,000 \
         EUR, all payments through escrow.</p>",
        "<title>Name search</title><h1>harbour.test</h1><p>This domain is available! Register it now for 9 EUR a year.</p>",
        "<title>Parking a domain</title><h1>Parking a domain</h1><p>A name is parked free of charge until the owner has uploaded a website. \
         Ships in the harbour pay by the metre and the night.</p>",
        "<title>Wygasła umowa</title><h1>Umowa wygasła</h1><p>Faktura za most nie została opłacona, mówi burmistrz, i roboty stoją.</p>",
    ] {
        seen(200, html).check("live - sound");
    }
}

#[test]
fn sites_that_were_not_paid_or_that_their_host_blocks_are_suspended() {
    for html in [
        "<p>The website site.example has been temporarily disabled because of an unpaid invoice. If you are the owner, please contact \
         billing.</p>",
        "<title>site.example</title><p>Diese Webseite wurde wegen einer unbezahlten Rechnung abgeschaltet.</p>",
        "<p>Ce site a été désactivé pour défaut de paiement.</p>",
        "<title>Website geblokkeerd</title><h1>Deze website is geblokkeerd</h1><p>Neem contact op met uw hostingprovider.</p>",
        "<title>Website blocked</title><h1>Website blocked</h1><p>Please contact your hosting provider.</p>",
    ] {
        seen(200, html).check("gone suspended unknown");
    }
    for html in [
        "<title>Fountain</title><h1>Fountain</h1><p>The fountain was switched off because of an unpaid bill, and the site is fenced.</p>",
        "<title>Newsletter</title><h1>Comments</h1><p>Comments on this site have been disabled since May, as nobody had time to read them.</p>",
        "<title>Members</title><h1>Cards</h1><p>A library card is blocked while there is an unpaid invoice.</p>",
        "<title>Licht aus</title><h1>Licht aus</h1><p>Die Laternen am Hafen wurden wegen einer unbezahlten Rechnung abgeschaltet.</p>",
    ] {
        seen(200, html).check("live - sound");
    }
    seen(200, "<title>Website geblokkeerd</title><h1>Website geblokkeerd</h1><p>Op bevel van de rechter is deze site geblokkeerd.</p>")
        .check("withheld legal unknown");
}

#[test]
fn a_headline_and_an_offer_to_read_on_is_a_paywall() {
    for html in [
        "<title>You have reached your article limit | Dale Tribune</title><h1>You’ve read all your free articles</h1><p>Subscribe for \
         unlimited access to the Dale Tribune. Only $1 for 6 months.</p><button>Get unlimited access</button>",
        "<title>Kvarnen | Bladet</title><h1>Kvarnen</h1><h2>Den här artikeln är låst</h2><p>Lås upp artikeln och läs vidare för 1 krona den \
         första månaden.</p><button>Bli prenumerant</button>",
        "<title>Mølla | Avisa</title><h1>Mølla</h1><h2>For abonnenter</h2><p>Få tilgang til hele saken for 1 krone de første to \
         ukene.</p><button>Kjøp abonnement</button>",
        "<title>Młyn | Gazeta</title><h1>Młyn</h1><h2>Ten artykuł przeczytasz tylko z prenumeratą</h2><p>Wykup dostęp od 1 zł za pierwszy \
         miesiąc.</p><button>Kup prenumeratę</button>",
        "<title>Die Mühle | Bote</title><h1>Die Mühle</h1><p>Artikel freischalten und weiterlesen. Jetzt abonnieren, 1 Euro im ersten \
         Monat.</p>",
        "<title>Le moulin | Courrier</title><h1>Le moulin</h1><p>Accédez à l’intégralité de l’article. Abonnez-vous pour 1 € le premier \
         mois.</p>",
        "<title>Molen | Krant</title><h1>Molen</h1><p>Krijg toegang tot het hele artikel. Neem een abonnement vanaf 1 euro.</p>",
    ] {
        seen(200, html).check("withheld paywall unknown");
    }
    for html in [
        "<title>Nyckel</title><h1>Nyckel</h1><p>Lås upp dörren med nyckeln och gå in till vänster. Stugan har två rum.</p>",
        "<title>Prenumerera</title><h1>Prenumerera</h1><p>Bli prenumerant för 99 kronor i månaden, så kommer tidningen varje morgon.</p>",
        "<title>Abonnement</title><h1>For abonnenter</h1><p>Her melder du adresseendring og stopper avisa i ferien. Kjøp abonnement i \
         butikken.</p>",
        "<title>Prenumerata</title><h1>Prenumerata</h1><p>Kup prenumeratę na rok, a płyta będzie gratis. Poczta roznosi gazetę rano.</p>",
        "<title>Gym</title><h1>Unlimited access</h1><p>Subscribe for unlimited access to the pool and the hall, from $20 a month.</p>",
    ] {
        seen(200, html).check("live - sound");
    }
}

#[test]
fn terms_and_ages_that_are_asked_for_first_are_questions_for_consent() {
    for html in [
        "<title>Terms of use</title><h1>Terms of use</h1><p>You must accept the terms of use before you can view this dataset.</p><form>\
         <input type=checkbox name=ok> I have read and accept the terms of use<button>Continue to data</button></form>",
        "<title>End user licence</title><h1>End user licence agreement</h1><p>To view this chart you must first agree to the licence \
         below.</p><button>I agree</button><button>I do not agree</button>",
        "<title>Nutzungsbedingungen</title><h1>Nutzungsbedingungen</h1><p>Bitte stimmen Sie den Nutzungsbedingungen zu, um die Karte \
         anzusehen.</p><form><input type=checkbox> Ich stimme zu<button>Weiter</button></form>",
        "<title>Conditions d’utilisation</title><h1>Conditions d’utilisation</h1><p>Vous devez accepter les conditions d’utilisation pour \
         consulter les cartes en ligne.</p><form><button>J’accepte</button><button>Je refuse</button></form>",
        "<title>Podmínky</title><h1>Podmínky</h1><p>Pro zobrazení mapy je třeba souhlasit s podmínkami.</p><button>Souhlasím</button>",
        "<title>18+</title><h1>Вам уже есть 18 лет?</h1><p>Сайт содержит материалы для взрослых.</p><form><button>Да, мне есть \
         18</button><button>Нет</button></form>",
        "<title>Åldersgräns</title><h1>Har du fyllt 20?</h1><p>Sidan innehåller information om alkoholdrycker.</p><form><button>Ja, jag är \
         över 20</button><button>Nej</button></form>",
        "<title>Ikäraja</title><h1>Oletko täyttänyt 20 vuotta?</h1><button>Kyllä, olen täyttänyt 20</button><button>En</button>",
        "<title>Vin</title><h1>Czy masz ukończone 18 lat?</h1><button>Tak, mam ukończone 18 lat</button><button>Nie</button>",
    ] {
        seen(200, html).check("withheld consent unknown");
    }
    for html in [
        "<title>Villkor</title><h1>Villkor</h1><p>För att se samlingen behöver du godkänna villkoren vid disken, där du får en nyckel.</p>",
        "<title>Nutzungsbedingungen</title><h1>Nutzungsbedingungen</h1><p>Wer die Karten druckt, stimmt den Nutzungsbedingungen zu und \
         nennt das Archiv.</p>",
        "<title>Simhallen</title><h1>Har du fyllt 20?</h1><p>Då kan du söka jobb som badvakt i sommar. Skriv till hallen före maj.</p>",
        "<title>Клуб</title><h1>Вам есть 18 лет?</h1><p>Тогда приходите в субботу на занятия по гребле. Лодки дает клуб.</p>",
        "<title>Wahl</title><h1>Bist du mindestens 18?</h1><p>Dann darfst du am Sonntag den Rat wählen. Die Halle ist ab acht offen.</p>",
        "<title>Licence</title><h1>Licence</h1><p>To view this chart on paper, visit the reading room. Readers agree to the licence at the \
         desk.</p>",
    ] {
        seen(200, html).check("live - sound");
    }
}
