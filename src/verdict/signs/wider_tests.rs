//! Notices of catalogues, platforms and walls in the languages in which their kind is told, and pages that only speak so.

use crate::verdict::signs::tests::seen;

const GONE: &str = "gone soft-404 unknown";
const TROUBLE: &str = "failing server-error unknown";
const WALL: &str = "withheld bot-wall unknown";
const RATE: &str = "withheld rate-limited unknown";
const CONSENT: &str = "withheld consent unknown";
const PAYWALL: &str = "withheld paywall unknown";
const REGION: &str = "withheld region unknown";
const FORBIDDEN: &str = "withheld forbidden unknown";
const LIVE: &str = "live - sound";

/// Each with a title and what stands below.
#[rustfmt::skip]
const NOTICES: &[(&str, &str, &str)] = &[
    (GONE, "Register of Mills", "<h2>Record</h2><p>No record found with ID 4410.</p>"),
    (GONE, "Mühlenregister", "<p>Kein Datensatz mit dieser Nummer vorhanden.</p>"),
    (GONE, "Base Moulins", "<p>Aucune notice ne correspond à cet identifiant.</p>"),
    (GONE, "Registro de molinos", "<p>Ningún registro corresponde a este identificador.</p>"),
    (GONE, "Registo de moinhos", "<p>Nenhum registo corresponde a este identificador.</p>"),
    (GONE, "Catalogo dei mulini", "<p>Nessuna scheda corrisponde a questo identificativo.</p>"),
    (GONE, "Molenregister", "<p>Geen record gevonden met dit nummer.</p>"),
    (GONE, "Kvarnregistret", "<p>Ingen post finns med detta nummer.</p>"),
    (GONE, "Rejestr młynów", "<p>Nie znaleziono rekordu o podanym identyfikatorze.</p>"),
    (GONE, "Реестр мельниц", "<p>Запись не найдена: нет объекта с таким номером.</p>"),
    (GONE, "Boats", "<p>This listing has been sold or removed.</p><a href=/b>Browse boats</a>"),
    (GONE, "Boote", "<p>Dieses Inserat wurde verkauft oder gelöscht.</p>"),
    (GONE, "Bateaux", "<p>Cette annonce a été vendue ou retirée.</p>"),
    (GONE, "Barcos", "<p>Este anuncio ha sido vendido o retirado.</p>"),
    (GONE, "Barche", "<p>Questo annuncio è stato venduto o rimosso.</p>"),
    (GONE, "Stellenangebot nicht mehr online", "<h1>Diese Stelle ist nicht mehr ausgeschrieben.</h1><p>Das Stellenangebot wurde deaktiviert oder ist abgelaufen.</p><a href=/j>Zur Jobsuche</a>"),
    (GONE, "Jobs", "<h1>This job posting is no longer advertised.</h1><p>This position has been deactivated.</p>"),
    (GONE, "Emploi", "<h1>Cette offre n’est plus en ligne</h1><p>Cette annonce a été désactivée.</p>"),
    (GONE, "Empleo", "<h1>Esta vacante ya no está activa</h1><p>Esta oferta ha sido desactivada.</p>"),
    (GONE, "Praca", "<h1>To ogłoszenie nie jest już aktywne</h1>"),
    (GONE, "Job", "<h1>Jobopslaget er ikke længere aktivt</h1><p>Stillingen er deaktiveret.</p>"),
    (TROUBLE, "Archive: Internal System Error", "<h1>Internal System Error</h1><p>The system has experienced an internal error. Please try to do what you were doing again, and if the problem persists, please contact us so that we can fix it.</p>"),
    (TROUBLE, "Service Temporarily Unavailable", "<h1>There has been an error processing your request</h1><p>Exception printing is disabled by default for security reasons.</p><p>Error log record number: 77f0</p>"),
    (TROUBLE, "Internal error - Millwiki", "<h1>Internal error</h1><p>[Qb1] 2025-02-01 09:00:00: Fatal exception of type \"Wikimedia\\Rdbms\\DBQueryError\"</p>"),
    (TROUBLE, "Storing", "<h1>Er is een storing</h1><p>Onze website is op dit moment niet bereikbaar. Probeer het later nog eens.</p>"),
    (TROUBLE, "Driftstörning", "<h1>Vi har tekniska problem</h1><p>Just nu går det inte att nå webbplatsen. Vi arbetar för att lösa problemet.</p>"),
    (TROUBLE, "メンテナンス中", "<h1>ただいまメンテナンス中です</h1><p>ご不便をおかけいたします。</p>"),
    (TROUBLE, "混雑", "<p>現在アクセスが集中しており、つながりにくくなっております。時間をおいて再度お試しください。</p>"),
    (TROUBLE, "服务器错误", "<h1>服务器开小差了，请稍后再试</h1>"),
    (TROUBLE, "Ayuntamiento", "<h1>Estamos realizando tareas de mantenimiento</h1><p>El servicio no está disponible. Inténtelo más tarde.</p>"),
    (TROUBLE, "Sede electrónica", "<p>Sede electrónica no disponible por tareas de mantenimiento hasta las 8:00 h del lunes.</p>"),
    (TROUBLE, "Portal em manutenção", "<h1>Portal em manutenção</h1><p>Estamos a trabalhar para melhorar o nosso serviço. Voltaremos em breve.</p>"),
    (TROUBLE, "Boutique en maintenance", "<h1>Nous serons bientôt de retour.</h1><p>Nous sommes en train de mettre à jour notre boutique. Merci de votre patience.</p>"),
    (TROUBLE, "Relaunch", "<h1>Wir bauen um!</h1><p>Unsere neue Internetseite ist bald für Sie da.</p>"),
    (TROUBLE, "404", "<h1>Wartungsarbeiten</h1><p>Unsere Website wird gerade gewartet. Wir sind in Kürze wieder erreichbar.</p>"),
    (TROUBLE, "404", "<h1>Under maintenance</h1><p>Our website is being upgraded. We will be back soon.</p>"),
    (GONE, "404", "<h1>Something went wrong</h1><p>The page does not exist. Please try again later.</p>"),
    (GONE, "404", "<h1>404</h1><p>Our website is being rebuilt, and this page was not found.</p>"),
    (WALL, "Vérification", "<h1>Êtes-vous un humain ?</h1><p>Nous avons détecté un trafic inhabituel. Merci de résoudre le captcha pour continuer.</p>"),
    (WALL, "Prüfung", "<p>Wir haben ungewöhnlichen Datenverkehr festgestellt. Bitte lösen Sie das Captcha, um fortzufahren.</p>"),
    (WALL, "Verificación", "<p>Hemos detectado tráfico inusual. Resuelva el captcha para continuar.</p>"),
    (WALL, "Verificação", "<p>Detectamos tráfego incomum. Resolva o captcha para continuar.</p>"),
    (WALL, "Verifica", "<p>Abbiamo rilevato traffico insolito. Risolvi il captcha per continuare.</p>"),
    (WALL, "Проверка", "<p>Мы заметили подозрительный трафик. Введите капчу, чтобы продолжить.</p>"),
    (WALL, "Un instant…", "<h1>quay.example</h1><p>Vérification de sécurité en cours</p><p>Ce site utilise un service de sécurité pour se protéger contre les robots malveillants.</p>"),
    (WALL, "Nur einen Moment…", "<h1>quay.example</h1><p>Sicherheitsüberprüfung wird durchgeführt</p>"),
    (WALL, "Un momento…", "<h1>quay.example</h1><p>Realizando verificación de seguridad</p>"),
    (WALL, "Um momento…", "<h1>quay.example</h1><p>Realizando verificação de segurança</p>"),
    (WALL, "Un momento…", "<h1>quay.example</h1><p>Verifica di sicurezza in corso</p>"),
    (WALL, "Один момент…", "<h1>quay.example</h1><p>Выполняется проверка безопасности</p>"),
    (WALL, "请稍候…", "<h1>quay.example</h1><p>正在进行安全验证</p>"),
    (WALL, "Work", "<p>Your browser is solving a small sum to prove it is not a scraper. This takes a second or two.</p>"),
    (WALL, "Captcha Page", "<p>We apologize for the inconvenience...</p><p>...but your activity and behavior on this site made us think that you are a bot.</p>"),
    (WALL, "Repository", "<h1>Access limited for now</h1><p>Due to heavy crawling by AI bots we have restricted access. Please solve the puzzle to go on.</p>"),
    (WALL, "Repositorium", "<p>Wegen vieler KI-Bots haben wir den Zugriff eingeschränkt. Lösen Sie das Rätsel, um weiterzulesen.</p>"),
    (WALL, "Dépôt", "<p>À cause des robots d’IA nous avons dû restreindre l’accès. Merci de résoudre le captcha.</p>"),
    (RATE, "Límite", "<p>Ha superado el número máximo de consultas permitidas. Inténtelo más tarde.</p>"),
    (RATE, "Limit", "<p>Sie haben die maximale Anzahl an Anfragen überschritten.</p>"),
    (RATE, "Limite", "<p>Vous avez dépassé le nombre maximal de requêtes.</p>"),
    (RATE, "Limite", "<p>Hai superato il numero massimo di richieste.</p>"),
    (RATE, "Лимит", "<p>Превышен лимит запросов. Повторите попытку через час.</p>"),
    (RATE, "Aguarde", "<p>Muitas solicitações. Tente novamente em alguns minutos.</p>"),
    (RATE, "Подождите", "<p>Слишком много запросов. Попробуйте позже.</p>"),
    (RATE, "Warten", "<p>Zu viele Anfragen. Bitte versuchen Sie es später noch einmal.</p>"),
    (RATE, "Vent", "<p>For mange forespørsler. Prøv igjen om litt.</p>"),
    (RATE, "Chwila", "<p>Zbyt wiele żądań. Spróbuj ponownie później.</p>"),
    (CONSENT, "Consenso", "<h1>Hai scelto di non accettare i cookie</h1><p>Per leggere il sito puoi accettare i cookie di profilazione oppure abbonarti.</p><button>Accetta e continua</button>"),
    (CONSENT, "Consentimento", "<p>Nós e os nossos 87 parceiros utilizamos cookies. Escolha aceitar ou subscreva.</p><button>Aceitar e continuar</button>"),
    (CONSENT, "Cookies", "<p>Para continuar navegando, acepta el uso de cookies o suscríbete por 2,99 €.</p><button>Aceptar y continuar</button>"),
    (CONSENT, "Terms of use", "<h1>Terms of use</h1><p>Before you use the database you have to accept the terms of use.</p><label><input type=checkbox> I accept</label><button>Continue</button>"),
    (CONSENT, "Nutzungsbedingungen", "<p>Bevor Sie die Datenbank nutzen, müssen Sie den Nutzungsbedingungen zustimmen.</p><button>Ich stimme zu</button>"),
    (CONSENT, "Conditions", "<p>Avant de consulter la base, vous devez accepter les conditions d’utilisation.</p><button>J’accepte</button>"),
    (CONSENT, "Altersprüfung", "<p>Bist du mindestens 16 Jahre alt?</p><button>Ja</button><button>Nein</button>"),
    (CONSENT, "Vérification de l’âge", "<p>Avez-vous l’âge légal pour consommer de l’alcool ?</p><button>Oui</button><button>Non</button>"),
    (CONSENT, "Verificación de edad", "<p>¿Tienes la edad legal para consumir alcohol?</p><button>Sí</button><button>No</button>"),
    (CONSENT, "Over 18?", "<p>You must be 18+ to view this community</p><button>Yes, I am over 18</button>"),
    (PAYWALL, "Sahil", "<h1>Ringa kotası düştü</h1><p>Bakanlar gece anlaştı.</p><p>Bu haberin devamı abonelere özeldir.</p>"),
    (PAYWALL, "Le Quai", "<h1>Le quota baisse</h1><p>Les ministres se sont accordés dans la nuit.</p><p>La suite de cet article est réservée aux abonnés.</p>"),
    (PAYWALL, "Kyst", "<h1>Kvoten falder</h1><p>Ministrene blev enige i nat.</p><p>Resten af artiklen er for abonnenter.</p>"),
    (PAYWALL, "Вестник", "<h1>Квота снижена</h1><p>Министры договорились ночью.</p><p>Продолжение статьи доступно подписчикам.</p>"),
    (PAYWALL, "Eels", "<h1>Eels</h1><p>Journal of the Weir 9 (2001)</p><p>Purchase a PDF: $12.00. You do not have access to this article.</p>"),
    (PAYWALL, "Aale", "<h1>Aale</h1><p>Zeitschrift für Wehre 9 (2001)</p><p>Sie haben keinen Zugriff auf diesen Artikel. Artikel kaufen: 12 €</p>"),
    (REGION, "Player", "<p>The quay player only works in the UK. Sorry, it’s due to rights issues.</p>"),
    (REGION, "Gemist", "<p>Deze video is vanwege rechten niet te bekijken vanaf jouw locatie.</p>"),
    (REGION, "Play", "<p>Det här programmet kan bara ses i Sverige.</p>"),
    (REGION, "TV", "<p>Udsendelsen kan desværre ikke ses uden for Danmark.</p>"),
    (REGION, "TV", "<p>Dieses Video ist nur in Österreich verfügbar.</p>"),
    (REGION, "TV", "<p>Cette vidéo est visible uniquement en France.</p>"),
    (REGION, "TV", "<p>Dette programmet kan bare ses i Norge.</p>"),
    (REGION, "VOD", "<p>To wideo jest dostępne tylko w Polsce.</p>"),
    (FORBIDDEN, "Uninetz", "<p>Dieses Dokument ist nur innerhalb des Universitätsnetzes zugänglich.</p>"),
    (FORBIDDEN, "Campus", "<p>This document is only accessible within the university.</p>"),
    (FORBIDDEN, "Réseau", "<p>Ce document est consultable uniquement depuis le réseau de l’université.</p>"),
    (FORBIDDEN, "Red", "<p>Este documento se puede consultar solo desde la red de la universidad.</p>"),
];

/// Of the same things, with something to say.
#[rustfmt::skip]
const PAGES: &[(&str, &str)] = &[
    ("Searching the register", "<h1>Searching the register</h1><p>Type the number of the mill. If there is no record with this number, the mill was pulled down before the survey of 1871. The clerk can look in the older books on request.</p>"),
    ("Mühle 12", "<h1>Mühle 12</h1><p>Erbaut 1742, abgebrochen 1911. Zu dieser Nummer gibt es kein Dokument aus der Zeit vor dem Brand. Der Eintrag von 1871 nennt neun Mahlgänge.</p>"),
    ("Dorothea, 1931", "<h1>Dorothea, 1931</h1><p>Clinker boat, 5.4 m, larch on oak. She has been sold to a harbour in Fife and was taken off her moorings in May.</p>"),
    ("Gelöschte Ladung", "<h1>Gelöschte Ladung</h1><p>Die Stelle am Kai, an der gelöscht wurde, ist seit 1964 nicht mehr in Betrieb. Heute liegt dort die Fähre.</p>"),
    ("Storing in de sluis", "<h1>Storing in de sluis</h1><p>De sluis bij Oudewater was dinsdag twee uur dicht door een storing. Een schip had de deur geraakt.</p>"),
    ("Driftstörning på bron", "<h1>Driftstörning på bron</h1><p>Bron öppnades inte på lördagen. Färjan gick i stället var tionde minut.</p>"),
    ("Wir bauen um", "<h1>Wir bauen um!</h1><p>Der Laden in der Mühlgasse bekommt eine neue Theke. Bis 9. Mai verkaufen wir im Hof.</p>"),
    ("Relaunch", "<h1>Relaunch</h1><p>Das Boot von 1931 wurde am Samstag wieder zu Wasser gelassen. Neunzig Gäste sahen zu.</p>"),
    ("Corte de la sede", "<h1>Corte de la sede</h1><p>El sábado 9 de mayo la sede electrónica no estará disponible por tareas de mantenimiento. Las oficinas abren de nueve a dos.</p>"),
    ("La piscina", "<h1>La piscina</h1><p>La piscina cubierta no está disponible por tareas de mantenimiento del 3 al 9 de mayo. La exterior abre a las diez.</p>"),
    ("アクセス", "<h1>アクセス</h1><p>駅から徒歩九分です。祭りの日は駐車場が混み合うため、電車をご利用ください。</p>"),
    ("Bus 404", "<h1>Bus 404</h1><p>Wegen Wartungsarbeiten an der Brücke hält der Bus 404 bis 9. Mai am Markt.</p>"),
    ("Es-tu un robot ?", "<h1>Es-tu un robot ?</h1><p>Pièce en un acte de L. Maro, jouée à Nantes le 3 mai 2014. Durée : une heure. Entrée libre.</p>"),
    ("Contact", "<h1>Contact</h1><p>Écrivez-nous, nous répondons sous deux jours.</p><form><label>Nom <input></label><label>Message <textarea></textarea></label><p>Merci de résoudre le captcha pour envoyer le message.</p><button>Envoyer</button></form>"),
    ("AI bots and the catalogue", "<h1>AI bots and the catalogue</h1><p>The library was slow in March. Due to heavy crawling by AI bots it had restricted access for nine days, the head of systems said. Readers saw a queue of an hour.</p>"),
    ("Datenverkehr im Hafen", "<h1>Datenverkehr im Hafen</h1><p>Am Dienstag gab es ungewöhnlichen Datenverkehr zwischen den Kränen. Der Betreiber prüft die Leitungen.</p>"),
    ("Consultas", "<h1>Consultas</h1><p>El centro atendió en mayo 900 consultas. El número máximo de consultas por médico es de treinta al día.</p>"),
    ("Письма", "<h1>Письма</h1><p>Слишком много запросов пришло в архив весной, сказал хранитель. Ответы готовят три сотрудника.</p>"),
    ("Hall rules", "<h1>Hall rules</h1><p>Before you use the hall you have to accept the terms of the club. Keys are with the warden. Leave by ten.</p>"),
    ("Saunaordnung", "<h1>Saunaordnung</h1><p>Bevor Sie die Sauna betreten, müssen Sie den Nutzungsbedingungen zustimmen. Handtücher gibt es am Eingang.</p>"),
    ("Ferienjob", "<h1>Ferienjob in der Mühle</h1><p>Du bist mindestens 16 Jahre alt und hast im Juli Zeit? Wir zahlen 12 Euro die Stunde.</p>"),
    ("L’âge légal", "<h1>L’âge légal en Europe</h1><p>L’âge légal pour consommer de l’alcool est de dix-huit ans en France et de seize en Belgique pour la bière.</p>"),
    ("Abonelik", "<h1>Abonelik</h1><p>Gazetemizin basılı sayısı abonelere her sabah yediden önce ulaşır. Adres değişikliğini bir hafta önce bildirin.</p>"),
    ("Sommarfågel", "<h1>Sommarfågel</h1><p>Fjärilen kan bara ses i Sverige under tre veckor i juni. Honan lägger sina ägg på älggräs vid bäckar.</p>"),
    ("Udsendelsen 1962", "<h1>Udsendelsen 1962</h1><p>Udsendelsen blev optaget uden for Danmark, på Færøerne og i Bergen, af et hold på fire.</p>"),
    ("Das Wehr (2014)", "<h1>Das Wehr</h1><p>Dokumentarfilm, 54 Minuten. Diese Folge lief nur in Österreich im Fernsehen. Regie: A. Miller. Auf DVD seit 2016.</p>"),
    ("VPN", "<h1>VPN einrichten</h1><p>Manche Zeitschriften sind nur innerhalb des Universitätsnetzes zugänglich. Laden Sie das Programm, tragen Sie den Server ein und starten Sie neu.</p>"),
    ("Eels", "<h1>Eels of the weir</h1><p>We counted eels in nine pools. Pools of clay held four times as many as pools of stone.</p><p>Buy the book in our shop for £12.</p>"),
    ("Sicherheitsüberprüfung", "<h1>Sicherheitsüberprüfung</h1><p>Am Hafentor wird das Gepäck der Reisenden vor jeder Abfahrt geprüft. Flüssigkeiten bleiben draußen. Planen Sie eine halbe Stunde ein.</p>"),
];

#[test]
fn such_notices_are_told_in_many_languages() {
    let told = |title: &str, said: &str| seen(200, &format!("<title>{title}</title>{said}")).told();
    let missed: Vec<String> = NOTICES
        .iter()
        .map(|(expected, title, said)| (expected, told(title, said), title, said))
        .filter(|(expected, told, ..)| told != *expected)
        .map(|(expected, told, title, said)| format!("{title} / {said}: {told}, not {expected}"))
        .collect();
    assert!(missed.is_empty(), "{missed:#?}");
}

#[test]
fn pages_in_such_words_are_pages() {
    let taken: Vec<String> = PAGES
        .iter()
        .map(|(title, said)| (title, seen(200, &format!("<title>{title}</title>{said}")).told()))
        .filter(|(_, told)| told != LIVE)
        .map(|(title, told)| format!("{title}: {told}"))
        .collect();
    assert!(taken.is_empty(), "{taken:#?}");
}

#[test]
fn a_page_that_readers_are_sent_to_for_now_says_that_its_site_is_maintained() {
    let soon = "<title>Back soon</title><h1>Back soon!</h1><p>We are busy with our site.</p>";
    for to in [
        "https://site.example/maintenance.html",
        "https://site.example/wartung/",
        "https://site.example/en/under-maintenance",
    ] {
        seen(200, soon).led_to(to).check(TROUBLE);
    }
    for to in ["https://site.example/boats/maintenance-of-decks", "https://site.example/maintenance/decks.html"] {
        assert!(seen(200, soon).led_to(to).told() != TROUBLE, "{to}");
    }
    let mut moved = seen(200, "<title>Decks</title><h1>Decks</h1><p>Wash them with salt water.</p>")
        .led_to("https://site.example/a/maintenance.html");
    moved.0.hops[0].status = 301;
    assert!(moved.told() != TROUBLE);
}
