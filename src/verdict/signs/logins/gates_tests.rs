//! Logins that are told by their forms, their targets and what they let choose, in many languages; and pages that only name these.

use crate::verdict::signs::tests::seen;

const LOGIN: &str = "withheld login unknown";
const LIVE: &str = "live - sound";

fn check(pages: &[(&str, &str, &str)], expected: &str) {
    let told = |(name, title, body): &(&str, &str, &str)| {
        let html = format!("<html><head><title>{title}</title></head><body>{body}</body></html>");
        let told = seen(200, &html).told();
        (told != expected).then(|| format!("{name}: {told}: {html}"))
    };
    let wrong: Vec<String> = pages.iter().filter_map(told).collect();
    assert!(wrong.is_empty(), "{} of {}\n{}", wrong.len(), pages.len(), wrong.join("\n"));
}

#[test]
#[rustfmt::skip]
fn who_may_choose_how_to_say_who_they_are_stands_before_a_login() {
    check(&[
        ("da", "Log ind", "<h1>Log ind på Min Havn</h1><p>Vælg hvordan du vil logge ind</p><a href=/m>MitID</a> <a href=/l>Lokal idp</a>"),
        ("no", "Logg inn", "<h1>Logg inn</h1><a href=/b>BankID</a><a href=/m>MinID</a><a href=/bp>Buypass ID</a>"),
        ("sv", "Mina sidor – Viksta kommun", "<h1>Identifiera dig</h1><p>Logga in med en e-legitimation.</p><button>BankID</button><button>Freja eID</button>"),
        ("nl", "Inloggen | Gemeente Oudewater", "<h1>Inloggen</h1><p>Kies hoe u wilt inloggen.</p><a href=/d>DigiD</a><a href=/e>eHerkenning</a><a href=/i>itsme</a>"),
        ("de", "Bürgerportal – Anmeldung", "<h1>Anmeldung</h1><p>Bitte wählen Sie Ihr Konto.</p><a href=/b>BundID</a><a href=/e>ELSTER-Zertifikat</a>"),
        ("de at", "Login", "<h1>Login</h1><form action=/go><button>ID Austria</button></form>"),
        ("fr", "Connexion – Mon dossier", "<h1>Connexion</h1><a href=/fc><img alt='S’identifier avec FranceConnect'></a><a href=/ec>EduConnect</a>"),
        ("es", "Sede electrónica. Identificación", "<h1>Identificación</h1><a href=/1>Cl@ve PIN</a> <a href=/2>Certificado electrónico</a>"),
        ("pt", "Entrar", "<h1>Entrar</h1><a href=/a>Entrar com gov.br</a><p>Ou</p><a href=/b>Certificado digital</a>"),
        ("pt pt", "Área reservada", "<h1>Autenticação</h1><a href=/1>Chave Móvel Digital</a> <a href=/2>Cartão de Cidadão</a>"),
        ("it", "Servizi online – Accesso", "<h1>Accesso ai servizi</h1><a href=/s>Entra con SPID</a><a href=/c>Entra con CIE</a><a href=/n>TS-CNS</a>"),
        ("et", "Logi sisse", "<h1>Logi sisse</h1><button>ID-kaart</button><button>Mobiil-ID</button><button>Smart-ID</button>"),
        ("lv", "Pieslēgties", "<h1>Pieslēgties</h1><a href=/e>eParaksts mobile</a><a href=/s>Smart-ID</a>"),
        ("fi", "Tunnistautuminen", "<h1>Tunnistautuminen</h1><p>Valitse tunnistustapa.</p><ul><li>Pankkitunnukset</li><li>Mobiilivarmenne</li></ul>"),
        ("pl", "Logowanie", "<h1>Logowanie</h1><a href=/p>Profil Zaufany</a><a href=/m>mObywatel</a>"),
        ("cs", "Přihlášení", "<h1>Přihlášení</h1><a href=/b>Bankovní identita</a><a href=/n>Mobilní klíč eGovernmentu</a>"),
        ("el", "Σύνδεση χρήστη", "<h1>Σύνδεση</h1><a href=/t>Κωδικοί TAXISnet</a><a href=/g>gov.gr</a>"),
        ("tr", "Giriş yap", "<h1>Giriş yap</h1><a href=/e>e-Devlet</a> <a href=/i>e-İmza</a>"),
        ("ru", "Вход в личный кабинет", "<h1>Вход</h1><a href=/g>Войти через Госуслуги</a> <a href=/s>Сбер ID</a>"),
        ("uk", "Вхід", "<h1>Вхід до кабінету</h1><a href=/d>Дія.Підпис</a> <a href=/b>BankID НБУ</a>"),
        ("ko", "로그인", "<h1>로그인</h1><a href=/1>간편인증</a><a href=/2>공동인증서</a><a href=/3>금융인증서</a>"),
        ("en", "Sign in", "<h1>Sign in</h1><p>Choose how to sign in.</p><a href=/l>Login.gov</a><a href=/i>ID.me</a>"),
    ], LOGIN);
}

#[test]
#[rustfmt::skip]
fn who_names_such_ways_and_asks_for_none_is_there() {
    check(&[
        ("sv article", "Så fungerar BankID", "<h1>Så fungerar BankID</h1><p>BankID lanserades 2003 av sju banker och används i dag av nästan alla vuxna i landet.</p><a href=https://bank.example>BankID</a> <a href=/f>Freja eID</a>"),
        ("sv list", "E-legitimationer", "<h1>E-legitimationer</h1><ul><li><a href=/b>BankID</a><li><a href=/f>Freja eID</a><li><a href=/s>SITHS</a></ul>"),
        ("sv header", "Fiskmarknaden", "<header><a href=/l>Logga in</a></header><h1>Fiskmarknaden</h1><p>Öppet lördagar. Vi tar kort och kontanter.</p><a href=/b>BankID</a><a href=/f>Freja eID</a>"),
        ("it news", "SPID e CIE: cosa cambia", "<h1>SPID e CIE: cosa cambia</h1><p>Dal primo marzo il comune di Valdarena accetta anche la carta elettronica allo sportello di via Roma.</p><a href=/s>SPID</a><a href=/c>CIE</a>"),
        ("nl help", "Wat is DigiD?", "<h1>Wat is DigiD?</h1><p>DigiD bestaat sinds 2005 en wordt beheerd door een agentschap van het ministerie.</p><a href=/d>DigiD</a><a href=/e>eHerkenning</a>"),
        ("fr firm", "Berger &amp; Cie", "<h1>Berger &amp; Cie</h1><p>Horlogers depuis 1902.</p><a href=/c>Berger et Cie</a> <a href=/d>Dubois et Cie</a>"),
        ("de course", "Anmeldung zum Segelkurs", "<h1>Anmeldung zum Segelkurs</h1><p>Mitzubringen: Personalausweis.</p><a href=/f>Formular</a>"),
        ("en social", "Comments", "<h1>The lamp on the pier</h1><p>It was lit again on Sunday, after nine years of dark nights at the harbour mouth.</p><h3>Leave a reply</h3><a href=/g>Continue with Google</a><a href=/f>Continue with Facebook</a>"),
        ("es office", "Oficinas", "<h1>Oficinas de registro</h1><p>En la calle Mayor se expide desde 2019 el certificado digital a los vecinos que lo pidan.</p><a href=/c>Certificado digital</a><a href=/d>DNIe</a>"),
        ("ko news", "공동인증서 안내", "<h1>공동인증서 안내</h1><p>올해부터 발급 수수료가 사라졌다고 시청이 밝혔다.</p><a href=/1>공동인증서</a><a href=/2>금융인증서</a>"),
    ], LIVE);
}

#[test]
#[rustfmt::skip]
fn the_forms_and_targets_of_federated_logins_are_logins_in_any_words() {
    check(&[
        ("wayf", "Where are you from?", "<h1>Select your home organisation</h1><form action=/ds><select name=user_idp><option>Quay<option>Mill</select><input type=submit value=Select></form>"),
        ("simplesaml", "Hautatu zure erakundea", "<form action=/module.php/saml/disco><input type=hidden name=entityID value=x><select name=idpentityid><option>A<option>B</select><button>Jarraitu</button></form>"),
        ("shibboleth storage", "Loading Session Information", "<form action='/idp/profile/SAML2/Redirect/SSO?execution=e1s1' method=post><input type=hidden name=shib_idp_ls_supported><button>Continue</button></form>"),
        ("cas is", "Vefgátt", "<h2>Notandanafn og lykilorð</h2><form action=/x><input name=username><input type=password name=password><input type=hidden name=execution><input type=hidden name=_eventId value=submit><button>Áfram</button></form>"),
        ("oidc", "Accedi", "<h1>Accedi</h1><a href='https://id.test/oauth2/authorize?client_id=7&response_type=code'>Prosegui</a>"),
        ("adfs", "Inloggen", "<h1>Inloggen</h1><p>Portaal van Quay.</p><a href=/adfs/ls/?wa=wsignin1.0>Medewerkers</a>"),
        ("shib link", "Anmelden", "<h1>Anmelden</h1><a href='/Shibboleth.sso/Login?target=/a'>Universität Kai</a>"),
        ("origin fr", "Quai Presse", "<h1>Choisissez votre établissement</h1><p>Pour accéder à cette revue, indiquez votre établissement.</p><select><option>Université du Quai<option>École du Moulin</select>"),
        ("origin es", "SIR", "<h1>Seleccione su institución</h1><p>Para acceder al servicio, elija su institución de origen.</p><form><select><option>A<option>B</select><button>Continuar</button></form>"),
        ("origin de", "Heimateinrichtung auswählen", "<h1>Heimateinrichtung auswählen</h1><p>Um auf den Dienst „Repositorium“ zuzugreifen, wählen Sie Ihre Heimateinrichtung.</p><select><option>A<option>B</select><button>Auswahl</button>"),
        ("origin pt", "Federação", "<p>Selecione a sua instituição para acessar este serviço.</p><button>Prosseguir</button>"),
    ], LOGIN);
    check(&[
        ("documentation", "SAML bindings", "<h1>Bindings</h1><p>The message goes in a field.</p><pre>&lt;input name=\"SAMLRequest\"&gt; /idp/profile/SAML2/POST/SSO?RelayState=x</pre>"),
        ("docs link", "Setting up single sign-on", "<h1>Setting up single sign-on</h1><p>The address of your provider ends in a path such as the one below.</p><a href=https://id.test/idp/profile/SAML2>Example</a>"),
        ("universities", "Universities of the coast", "<h1>Universities of the coast</h1><ul><li><a href=/q>Quay University</a><li><a href=/m>Mill College</a></ul>"),
        ("hautes écoles", "Choisissez votre établissement", "<h1>Choisissez votre établissement</h1><p>Menus de la cantine, semaine 14.</p><select><option>Collège du Quai<option>Lycée du Moulin</select>"),
        ("wayf box", "Opening hours", "<h1>Opening hours</h1><p>Monday to Friday, 9 to 17.</p><form><select name=user_idp><option>Quay<option>Mill</select><button>Log in</button></form>"),
        ("box de", "Öffnungszeiten", "<h1>Öffnungszeiten</h1><p>Montag bis Freitag, 9 bis 17 Uhr.</p><form><select name=user_idp><option>Kai<option>Mühle</select><button>Anmelden</button></form>"),
        ("checkout", "Your basket", "<h1>Your basket</h1><p>One lamp, 40 euros.</p><form><input type=hidden name=execution><input type=hidden name=_eventId><button>Continue</button></form>"),
        ("record", "Tides of the Quay", "<h1>Tides of the Quay</h1><p>John Mill. Journal of Harbours 12 (2019), 3–19.</p><a href=/i>Access through your institution</a>"),
        ("wiki", "Editing: Quay", "<h1>Quay</h1><p>The quay was built in 1902 of granite from the island, and widened after the war.</p><a href='/login?response_type=code'>Log in to edit</a>"),
    ], LIVE);
}

#[test]
#[rustfmt::skip]
fn libraries_ask_for_a_card_and_accounts_are_asked_for_first() {
    let proxy = "<form action=/login method=post><input type=hidden name=url><input name=user><input type=password name=pass><button>OK</button></form>";
    check(&[
        ("ezproxy", "Remote access", &format!("<h1>Remote access to library resources</h1><p>Enter your library barcode and PIN to go on.</p>{proxy}<p>Access is restricted to members of the college.</p>")),
        ("ezproxy es", "Acceso remoto", &format!("<h1>Acceso remoto a recursos electrónicos</h1><p>Introduzca su usuario y su clave.</p>{proxy}")),
        ("card de", "Bibliothekskonto", "<h1>Bibliothekskonto</h1><p>Ausweisnummer und Geburtsdatum eingeben.</p><form><input name=borrowernumber><input type=password name=pw><button>Weiter</button></form>"),
        ("first nl", "Aanmelden", "<h1>Aanmelden</h1><form><input type=email name=loginfmt><button>Volgende</button></form>"),
        ("first es", "Iniciar sesión", "<h1>Iniciar sesión</h1><p>Con su cuenta institucional.</p><form><input><button>Siguiente</button></form><a href=/f>¿Olvidó su contraseña?</a>"),
        ("central it", "CAS", "<h1>Servizio centrale di autenticazione</h1><form><label>Nome utente</label><input name=u><label>Password</label><input type=password name=p><button>Accedi</button></form><p>Per la tua sicurezza chiudi il browser quando hai finito di usare i servizi.</p>"),
        ("first sv", "Logga in", "<h1>Logga in</h1><form><input type=email><button>Nästa</button></form>"),
    ], LOGIN);
    check(&[
        ("explained", "Off-campus access", "<h1>Off-campus access</h1><p>Members of the college read journals from home through a proxy that was set up in 2004, with the number of their card.</p><a href=/login>EZproxy</a>"),
        ("explained de", "Fernzugriff", "<h1>Fernzugriff</h1><p>Der Zugriff von zu Hause läuft seit 2011 über einen Proxy der Universitätsbibliothek, mit der Nummer des Ausweises.</p><a href=/login>EZproxy</a>"),
        ("hours", "Opening hours", &format!("<h1>Opening hours</h1><p>The reading room is open from Monday to Friday, and closes at noon on the day before a feast.</p><p>Bring your library card.</p>{proxy}")),
        ("news", "Aanmelden", "<h1>Aanmelden</h1><form><input type=email name=email><button>Verzenden</button></form><p>Nieuws uit de haven, elke maand.</p>"),
        ("letters es", "Iniciar", "<h1>Boletín del puerto</h1><form><input><button>Siguiente</button></form><p>Cada mes, gratis.</p>"),
        ("central", "Central Authentication Service", "<h1>Central Authentication Service</h1><p>It was written at a university in 2001 and is kept by a foundation today.</p>"),
        ("course", "Anmelden", "<h1>Anmelden</h1><p>Segelkurs im Juli, 120 Euro.</p><form><input type=email name=email><button>Weiter</button></form>"),
    ], LIVE);
}
