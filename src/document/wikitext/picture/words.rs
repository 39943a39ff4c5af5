//! Words that say how a picture is shown, in the languages of wikis, lower case, with `_` for a space.

/// How and where it stands.
pub(super) const ALONE: &str = "\
    abaixo abajo acima alaindeksi alas alhaalla altdekstre alte altçizgi ap apice aralığına arriba ast astılığı \
    astına atas atas-teks atek baix baix-text bal balra bas bas-texte bas-txt bas-tèxte base baseline baslinje \
    batas batek bawah bawah-teks beneden bez bez_okvira bez_rama bez_ramki bezokvira bezrama bezramki bezrámu bing \
    bingkai borda bordadura borde border bordo bordure botten bottom boven brak bunn bélyeg bélyegkép c cadre cadru \
    cap centar center centra centrada centrado centrar centrat centre centrerad centreret centro centru centruj \
    centré chenar comborda commoldura d dalt dalt-text dcha dekstra dekstre der derecha desno destra dikey direita \
    dno dreapta dreaptasus drecha dreta droite efst encadre encadré enframed engin enkadrita enkadrite enmarcada \
    enmarcado enquagrat erdian eskuinera esquerda esquerra esquèrra eta exp exponent exposant ezkerrera eşqandaý \
    faracadru fennjobbra frame framed frameless gada garis_dasar gaucha gauche gecentreerd geen gerahmt giữa \
    grondlijn grundlinie haut haut-texte haut-txt hoch hochgestellt hochkant hægri höger høgre højre høyre \
    incorniciato ind indice indici ingen ingenramme inramad ivica izda izq izquierda jempol jmpl jobb jobbra joq \
    jos jïekti ka kader kaderloos kadra kadrigita kadrigite kadrita kadrite kadro kanan kantlinje kantram \
    kehyksetön kehys kehystetty kenarlık keretben keretes keretezett keretnélküli keskellä keski keskitetty khung \
    không không_khung ki kiri közép középre küçük küçükresim l left levo lewo ligne-de-base lijevo linha_de_basa \
    linhadebase linia_de_bază links loop lurus línia_de_base malalte maldekstra maldekstre malsube malsupre marc \
    marco mały medio meio merkez metin-taban metin-tavan metin-tepe metà meza meze midden middle midt midtstilt \
    mijloc milieu min mini miniatur miniatura miniaturadaimagem miniaturadeimagen miniature miniatuur miniatyr \
    miniatűr minijatura mitan mitjà mitte mitten miðja muted mätin-astında mätin-üstinde n nada naut naut-txt \
    naut-tèxte neant nenhum nenhuma nenio neniu nessuno neðst nhỏ ninguna ninguno nir nirbing no nobaý noicon \
    non_encadre non_encadré none nonrés nu náhled náhľad náhľadobrázka néant oben obramowanie ohne oikea oivičeno \
    okraj okvir omkaderd orta ortağa osnova oñ oñğa ped pedice perustaso phải pienois pienoiskuva pod portrett \
    prawo pus pusat pysty quadre rahmenlos ram ramka ramlös ramma ramme rammeløs rand rechtop rechts redresse \
    redreça redreçat reunus right riquadrato rám sans_cadre sağ semborda semmi semmoldura senkadra sens_quadre \
    sense_marc senter sentrer sentrert sentrum senza_cornice senèstra sin_enmarcar sin_marco sinenmarcar sinistra \
    sinmarco sol solğa sopra sotto sredina sredina_teksta sredinateksta središte stanga stred stânga stående střed \
    sub suba-teksto sube sup super superiordireito supre sus sürmeli sürmesiz sınır taban tabançizgisi tanpa \
    tanpabingkai tavan tegak tekst-alte tekst-beneden tekst-boven tekst-bunn tengah tepe tepi text-bottom text-jos \
    text-oben text-sus text-top text-unten texte-bas texte-haut texti-neðst thumb thumbnail tief tiefgestellt tikti \
    tirekjol top topp trái txt-bas txt-haut tyhjä umanjeno undir unten upa upright uspravno vasen venstre vertical \
    verticale vignette vinheta vinstri viền vlevo vora vpravo vrh vrh_teksta vrhteksta vänster vľavo yfir ylhäällä \
    yläindeksi yläoikea ylös yok zentriert çerçeve çerçeveli çerçevesiz üs üst üstiligi üstine þumall đứng žiadny \
    žádné žádný αριστερά δεξιά κέντρο καθόλου καμία με-πλαίσιο μικρογραφία μινι μινιατούρα πλαίσιο χωρίς-πλαίσιο \
    όρθια аралығына аст астылығы астына без без_оквира без_рама безоквира безрама безрамки безрамкі вдясно вляво \
    врх врх_текста врхтекста граница д десно дно дясно ешқандай жиекті жоқ зверху зверхуправоруч злева значак знизу \
    зьверху зьлева зьнізу ивица л лево лијево ляво ліворуч мала межа мини мини-картинка миниатюра міні мініатюра \
    мініяцюра мәтін-астында мәтін-үстінде н над нобай няма обрамить оивичено оквир орта ортаға основа основание оң \
    оңға пасярэдзіне под посередине посередині праворуч рам рамка сверху сверхусправа слева снизу сол солға справа \
    средина средина_текста срединатекста супер сүрмелі сүрмесіз текст-сверху текст-снизу тікті тірекжол умањено \
    усправно ц центар центр център цэнтар цэнтр үст үстілігі үстіне גבול ימין ימין_למעלה לא_ממוסגר ללא ללא_מסגרת \
    ממוזער ממוסגר מסגרת מרכז שמאל أسفل أعلى إطار انگشتدان انگشتی ایستاده بإطار بالا بدون بلا بندانگشتی بی_قاب بیقاب \
    بی‌قاب تصغير حاشیه حدود خط_أساسي راست زبر زیر سب سوبر فرعي قاب لاإطار متن-بالا متن-پایین مركز مصغر معدول میانه \
    نص_أسفل نص_أعلى همکف هیچ وسط يسار يمين پایین چپ अंगूठाकार केंद्र थंब दाएँ बाएँ কেন্দ্র ডান থাম্ব থাম্বনেইল বাম \
    なし サムネイル フレーム フレームなし ベースライン ボーダー 上付き 上標 上端 下付き 下標 下端 下線 中央 中心 中间 右 右上 垂直置中 垂直置底 垂直置頂 基线 境界 子 居中 左 底部 文上端 文下端 \
    文字底部 文字置底 文字置頂 文字顶部 无 无框 替代文字 有框 枠 枠なし 無 無し 無框 縮圖 缩略图 置中 超 边框 邊框 顶部 가운데 섬네일 썸네일 없음 오른쪽 왼쪽 위오른쪽 축소판 테두리 프레임 \
    프레임없음";

/// Names before a sign of equation that say the same, or what stands for the picture.
pub(super) const NAMES: &str = "\
    al alt altdekstre alternatif alternativ alternative alternativo alternativtext alternatywny bağlantı bet bhs \
    clase class classe collegamento dikey dreaptasus end enlace enllaç eta fennjobbra hal halaman hiperligação \
    hochkant idioma jazyk jempol jmpl język kieli klaso klasse koppeling küçük küçükresim lang langue legătură \
    lenke lenkja lenkje lien ligacao ligam ligação ligilo lingua link linkki liên_kết llengua lossy lurus länk \
    língua mini miniatur miniatura miniaturadeimagen miniatuur miniatyr nhỏ nobaý náhled odkaz oldal page pagina \
    pagxo paĝo pienois pienoiskuva portrett pra pranala pysty pàgina página rechtop redresse redreça redreçat sayfa \
    seite sida side sivu sprache start strana stranica strona stående superiordireito sınıf taal tegak tekst \
    testo_alternativo texte thumb thumbnail thumbtime tiktik trang třída umanjeno upright uspravno vertical \
    verticale verweis verwijzing veza vignette vinculo vinheta vínculo yläoikea đứng σελίδα σύνδεσμος όρθια алт \
    альт бет веза зверхуправоруч значак линк мини миниатюра міні мініатюра мініяцюра нобай посилання сверхусправа \
    спасылка ссылка старонка сторінка страна страница тіктік умањено усправно דף טקסט ממוזער קישור انگشتدان انگشتی \
    ایستاده بديل بندانگشتی تصغير جایگزین رابط رتبة زبان صفحة صفحه لغة مصغر معدول وصلة پیوند کلاس サムネイル ページ リンク 代替文 \
    代替画像 右上 替代 替代文字 替代文本 类 縮圖 缩略图 語言 语言 連結 链接 頁 頁數 類別 页 页数 대체글 링크 섬네일 썸네일 쪽";

/// What stands behind the number of a width.
pub(super) const UNITS: &str = "\
    bod dp nükte pik piksel pikseli pixelů pk pks ppx px pxpx бкс нүкте п пиксел пкл пкс נקודות פיקסלים بك بكسل \
    پیکسل अणवः पिट ピクセル 像素 픽셀";
