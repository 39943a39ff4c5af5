//! Logins in many languages, with a password and before one is asked for, and pages that only have their words.

use crate::verdict::signs::tests::seen;

const LOGIN: &str = "withheld login unknown";
const LIVE: &str = "live - sound";
const PASSWORD: &str = "<input type=password name=p>";

/// A language, what a login is called in it, the labels of its fields, who has forgotten, who is new, and with whose account one goes on.
#[rustfmt::skip]
const TONGUES: &[(&str, [&str; 7])] = &[
    ("en", ["Sign in", "Username", "Password", "Forgot password?", "Create account", "Next", "Continue with Google"]),
    ("de", ["Anmelden", "Benutzername", "Passwort", "Passwort vergessen?", "Registrieren", "Weiter", "Weiter mit Google"]),
    ("fr", ["Connexion", "Identifiant", "Mot de passe", "Mot de passe oublié ?", "Créer un compte", "Suivant", "Continuer avec Google"]),
    ("es", ["Iniciar sesión", "Usuario", "Contraseña", "¿Olvidaste tu contraseña?", "Crear cuenta", "Siguiente", "Continuar con Google"]),
    ("pt", ["Entrar", "Usuário", "Senha", "Esqueceu a senha?", "Criar conta", "Próximo", "Continuar com o Google"]),
    ("it", ["Accedi", "Nome utente", "Password", "Password dimenticata?", "Registrati", "Avanti", "Continua con Google"]),
    ("ca", ["Inicia la sessió", "Usuari", "Contrasenya", "Heu oblidat la contrasenya?", "Registreu-vos", "Següent", "Continua amb Google"]),
    ("nl", ["Inloggen", "Gebruikersnaam", "Wachtwoord", "Wachtwoord vergeten?", "Account aanmaken", "Volgende", "Doorgaan met Google"]),
    ("sv", ["Logga in", "Användarnamn", "Lösenord", "Glömt lösenordet?", "Skapa konto", "Nästa", "Fortsätt med Google"]),
    ("da", ["Log ind", "Brugernavn", "Adgangskode", "Glemt adgangskode?", "Opret konto", "Næste", "Fortsæt med Google"]),
    ("no", ["Logg inn", "Brukernavn", "Passord", "Glemt passord?", "Opprett konto", "Neste", "Fortsett med Google"]),
    ("fi", ["Kirjaudu sisään", "Käyttäjätunnus", "Salasana", "Unohditko salasanan?", "Luo tili", "Seuraava", "Jatka Googlella"]),
    ("pl", ["Zaloguj się", "Nazwa użytkownika", "Hasło", "Nie pamiętasz hasła?", "Załóż konto", "Dalej", "Kontynuuj z Google"]),
    ("cs", ["Přihlášení", "Uživatelské jméno", "Heslo", "Zapomenuté heslo?", "Registrace", "Další", "Pokračovat přes Google"]),
    ("sk", ["Prihlásenie", "Používateľské meno", "Heslo", "Zabudnuté heslo?", "Registrácia", "Ďalej", "Pokračovať cez Google"]),
    ("hu", ["Bejelentkezés", "Felhasználónév", "Jelszó", "Elfelejtett jelszó", "Regisztráció", "Tovább", "Folytatás Google-fiókkal"]),
    ("ro", ["Autentificare", "Nume de utilizator", "Parolă", "Ați uitat parola?", "Cont nou", "Înainte", "Continuați cu Google"]),
    ("hr", ["Prijava", "Korisničko ime", "Lozinka", "Zaboravljena lozinka?", "Registracija", "Dalje", "Nastavi s Googleom"]),
    ("sl", ["Prijava", "Uporabniško ime", "Geslo", "Pozabljeno geslo?", "Registracija", "Naprej", "Nadaljuj z Googlom"]),
    ("sr", ["Пријава", "Корисничко име", "Лозинка", "Заборављена лозинка?", "Регистрација", "Даље", "Наставите са Google-ом"]),
    ("bg", ["Вход", "Потребителско име", "Парола", "Забравена парола?", "Регистрация", "Напред", "Продължете с Google"]),
    ("ru", ["Войти", "Имя пользователя", "Пароль", "Забыли пароль?", "Регистрация", "Далее", "Войти через Google"]),
    ("uk", ["Увійти", "Логін", "Пароль", "Забули пароль?", "Реєстрація", "Далі", "Увійти через Google"]),
    ("el", ["Σύνδεση", "Όνομα χρήστη", "Κωδικός", "Ξεχάσατε τον κωδικό;", "Εγγραφή", "Επόμενο", "Συνέχεια με Google"]),
    ("tr", ["Giriş yap", "Kullanıcı adı", "Şifre", "Şifremi unuttum", "Üye ol", "İleri", "Google ile devam et"]),
    ("id", ["Masuk", "Nama pengguna", "Kata sandi", "Lupa kata sandi?", "Daftar", "Berikutnya", "Lanjutkan dengan Google"]),
    ("vi", ["Đăng nhập", "Tên đăng nhập", "Mật khẩu", "Quên mật khẩu?", "Đăng ký", "Tiếp theo", "Tiếp tục với Google"]),
    ("th", ["เข้าสู่ระบบ", "ชื่อผู้ใช้", "รหัสผ่าน", "ลืมรหัสผ่าน?", "สมัครสมาชิก", "ถัดไป", "ดำเนินการต่อด้วย Google"]),
    ("ja", ["サインイン", "ユーザー名", "パスワード", "パスワードをお忘れですか？", "新規登録", "次へ", "Google で続行"]),
    ("zh", ["登录", "用户名", "密码", "忘记密码？", "注册", "下一步", "微信登录"]),
    ("tw", ["登入", "使用者名稱", "密碼", "忘記密碼？", "註冊", "下一步", "使用 Google 繼續"]),
    ("ko", ["로그인", "아이디", "비밀번호", "비밀번호 찾기", "회원가입", "다음", "Google로 계속하기"]),
    ("ar", ["تسجيل الدخول", "اسم المستخدم", "كلمة المرور", "نسيت كلمة المرور؟", "إنشاء حساب", "التالي", "المتابعة باستخدام Google"]),
    ("he", ["התחברות", "שם משתמש", "סיסמה", "שכחת סיסמה?", "הרשמה", "הבא", "המשך עם Google"]),
    ("hi", ["लॉग इन", "उपयोगकर्ता नाम", "पासवर्ड", "पासवर्ड भूल गए?", "पंजीकरण", "आगे", "Google के साथ जारी रखें"]),
    ("bn", ["লগইন", "ব্যবহারকারীর নাম", "পাসওয়ার্ড", "পাসওয়ার্ড ভুলে গেছেন?", "নিবন্ধন", "পরবর্তী", "Google দিয়ে চালিয়ে যান"]),
];

/// Languages whose word for a login is that for an entry or a connection as well, or that ask in other words: they need a password.
const WITH_A_PASSWORD: [&str; 10] = ["fr", "hr", "sl", "sr", "bg", "el", "ar", "he", "hi", "bn"];

fn page(title: &str, body: &str) -> String {
    format!("<html><head><title>{title}</title></head><body>{body}</body></html>")
}

fn check(pages: &[(String, String)], expected: &str) {
    let told = |(name, html): &(String, String)| {
        let told = seen(200, html).told();
        (told != expected).then(|| format!("{name}: {told}: {html}"))
    };
    let wrong: Vec<String> = pages.iter().filter_map(told).collect();
    assert!(wrong.is_empty(), "{} of {}\n{}", wrong.len(), pages.len(), wrong.join("\n"));
}

#[test]
fn a_login_asks_for_a_password_at_once_or_later_or_with_another_account_in_many_languages() {
    let mut pages = Vec::new();
    for (language, [login, user, password, forgot, new, next, with]) in TONGUES {
        let links = format!("<a href=/f>{forgot}</a> <a href=/r>{new}</a>");
        let fields = format!(
            "<form method=post><label>{user}</label><input><label>{password}</label>{PASSWORD}<button>{login}</button></form>{links}"
        );
        let first =
            format!("<form method=post><label>E-mail</label><input type=email><button>{next}</button></form>{links}");
        let beside = "<form class=language><select><option>English<option>Deutsch</select></form>";
        let sign_up = format!("<div><h2>{new}</h2><form><input><button>{new}</button></form></div>");
        let apple = with.replace("Google", "Apple");
        for (shape, title, body) in [
            ("password", login.to_string(), format!("<h1>{login}</h1>{fields}")),
            ("e-mail first", format!("{login} | Port of Quay"), format!("<h1>{login}</h1>{first}")),
            ("two forms", format!("Port of Quay – {login}"), format!("{beside}<h2>{login}</h2>{fields}{sign_up}")),
            ("without a heading", "Port of Quay".to_owned(), format!("<div>{login}</div>{fields}")),
            (
                "another account",
                format!("{login} – Port of Quay"),
                format!("<h1>{login}</h1><button>{with}</button><button>{apple}</button>{first}"),
            ),
        ] {
            let is_later = matches!(shape, "e-mail first" | "another account");
            if !is_later || !WITH_A_PASSWORD.contains(language) {
                pages.push((format!("{language} {shape}"), page(&title, &body)));
            }
        }
    }
    check(&pages, LOGIN);
}

#[test]
fn who_logs_in_with_an_institution_is_asked_which() {
    let institutions =
        "<form action=/wayf><select><option>Quay University<option>Mill College</select><button>OK</button></form>";
    let pages = [
        "Sign in with your institution",
        "Mit Ihrer Einrichtung anmelden",
        "Se connecter via votre établissement",
        "Accede con tu institución",
        "Entrar com sua instituição",
        "Accedi con il tuo ateneo",
        "Inloggen via uw instelling",
        "Logga in via ditt lärosäte",
        "Zaloguj się przez swoją uczelnię",
        "Přihlásit se přes svou instituci",
        "Kurumunuzla giriş yapın",
        "所属機関でログイン",
    ]
    .map(|heading| (heading.to_owned(), page("Quay Press", &format!("<h1>{heading}</h1>{institutions}"))));
    check(&pages, LOGIN);
}

#[test]
fn a_login_may_say_what_it_is_for() {
    let fields = format!(
        "<form><label>Username</label><input><label>Password</label>{PASSWORD}<input type=submit value=Go></form>"
    );
    let pages = [
        ("Log in – Quay Library", format!("<h1>Log in</h1><p>Please log in with your university username and password to read what the library has.</p>{fields}<p>Problems? Contact the library.</p>")),
    ]
    .map(|(title, body)| (title.to_owned(), page(title, &body)));
    check(&pages, LOGIN);
}

#[test]
fn what_has_the_words_of_a_login_and_is_none_is_there() {
    let login =
        format!("<form><label>Username</label><input><label>Password</label>{PASSWORD}<button>Log in</button></form>");
    let mail = "<form><label>E-Mail</label><input type=email><button>Weiter</button></form>";
    let pages = [
        ("How to log in", "<h1>How to log in</h1><ol><li>Open the library site.</li><li>Enter your username and password.</li><li>Press Sign in.</li></ol><p>The card number stands on the back of your card.</p>".to_owned()),
        ("Quay Gazette", format!("<h1>Ferry stops for the winter</h1><p>The ferry to the island makes its last crossing on Sunday, the harbour office said, and is back in April, as it is each year since the war.</p><p>Two buses go around the bay in its place, at seven and at four.</p><h3>Log in</h3><form class=a></form>{login}")),
        ("Anmeldung zum Sommerkurs", format!("<h1>Anmeldung zum Sommerkurs</h1><label>Name</label>{mail}<p>Der Kurs beginnt am 3. Juli um neun Uhr.</p>")),
        ("Anmeldung", format!("<h1>Anmeldung</h1><label>Vorname</label><label>Nachname</label>{mail}")),
        ("Prijava na tečaj", "<h1>Prijava na tečaj</h1><form><label>Ime i prezime</label><input><label>E-pošta</label><input><button>Pošalji</button></form>".to_owned()),
        ("Acceso | Museo", "<h1>Acceso</h1><p>Por el muelle, de martes a domingo.</p><form><label>Correo electrónico</label><input><button>Siguiente</button></form>".to_owned()),
        ("Вход | Парк", "<h1>Вход</h1><p>Вход со стороны набережной, ежедневно с 9 до 20. Билет 200 рублей.</p>".to_owned()),
        ("Giriş | Liman tarihi", "<h1>Giriş</h1><p>Bu kitap limanın tarihini anlatır.</p>".to_owned()),
        ("Log in", "<h1>Log in</h1><p>A novel by John Quay. 212 pages, 2019.</p><form><label>Email</label><input><button>Buy</button></form>".to_owned()),
        ("Sign in the sky", "<h1>Sign in the sky</h1><p>A light above the pier,<br>a sign in the sky,<br>and nobody to read it.</p>".to_owned()),
        ("Newsletter", format!("<h1>Newsletter</h1>{mail}<p>Neues aus dem Hafen, jeden Monat.</p>")),
        ("Universities of the coast", "<h1>Universities of the coast</h1><ul><li>Quay University</li><li>Mill College</li></ul><form><input><button>Find your institution</button></form>".to_owned()),
        ("登录月球", "<h1>登录月球</h1><p>1969年7月，人类第一次登上月球。</p>".to_owned()),
        ("Change password", format!("<h1>Change password</h1><form><label>Old password</label>{PASSWORD}<label>New password</label>{PASSWORD}</form>")),
    ]
    .map(|(title, body)| (title.to_owned(), page(title, &body)));
    check(&pages, LIVE);
}
