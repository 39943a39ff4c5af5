//! Months and weekdays in the other languages of CLDR 48 (`cldr-dates-full`: wide and abbreviated, in a date and alone), in lower case and without
//! their points. Words that are two months, by language, are left out.

/// Month by month what [`super::names`] does not have.
pub(super) const MORE: [&str; 12] = [
    "eanáir genver hān hānuere ian ianuali ion ionawr jaan janaayo janairu janar jannaayo jannar jannewaris janoary \
     januara januarie januaro januwari janyuwari jenụwarị led mutarama ndira oca ođđajagemánnu ođđj rêbendan samwiyee \
     saus sausis schan schaner sij siječanj tammi tammikuu urt urtarrila xan xin xineru yan yanvar ýan ýanwar ιαν \
     ιανουάριος гыйн гыйнвар кӑр кӑрлач сту студзень студзеня січ січень январ яну јан јануари қаң қаңтар հնվ հունվար \
     հունվարի ינו جانفي جنوري يانۋار जन जाने जानेवारी জানু জানুৱাৰী ਜਨ ਜਨਵਰੀ જાન્યુ જાન્યુઆરી ଜାନୁଆରୀ ஜன ஜனவரி జన \
     జనవరి ಜನ ಜನವರಿ ജനു ജനുവരി ມັງກອນ ဇန် ဇန်နဝါရီ იან იანვარი ጃን ጃንዋሪ មករា ජනවාරි",
    "chw chwef chwefror cʼhwe cʼhwevrer faburairu favrer feabh feabhra febr febraayo febreru febrewaris febroary \
     februara februaro februwari febrụwarị fevral fewral fewriyee gashyantare gearr guovvamánnu helmi helmikuu \
     kukadzi ots otsaila peb pebrero pepeluali pēp pēpuere shk shkurt sibat vas vasaris veebr velj veljača úno şub \
     φεβ φεβρουάριος ақп ақпан лют лютага лютий люты нар нарӑс феб феврал փետրվար փետրվարի փտվ פבר شباط فبروري \
     فيبروري فيفري فېبروري فېۋرال फ़र फेब्रु फेब्रुअरी फेब्रुवारी ফেব ফেব্ৰু ফেব্ৰুৱাৰী ਫ਼ਰ ਫ਼ਰਵਰੀ ફેબ્રુ ફેબ્રુઆરી \
     ଫେବୃଆରୀ பிப் பிப்ரவரி ఫిబ్ర ఫిబ్రవరి ಫೆಬ್ರ ಫೆಬ್ರವರಿ ഫെബ്രു ഫെബ്രുവരി ກຸມພາ ဖေ ဖေဖော်ဝါရီ თებ თებერვალი ፌብ ፌብሩዋሪ \
     កុម្ភៈ පෙබරවාරි",
    "bře kov kovas kurume maachị maalis maaliskuu maarso mac machi malaki maris marso marto martsa martxoa marzu \
     mashi matshi maw mawrth meurzh màrt márc márta mäe mäerz māe māehe měr měrc měrca njukčamánnu ožu ožujak werurwe \
     μάρ μάρτιος μαρ бер березень мар нау наурыз пуш сак сакавік сакавіка մարտ մարտի մրտ آذار مارت মাৰ্চ ਮਾਰਚ માર્ચ \
     ମାର୍ଚ୍ଚ மார் மார்ச் మార్చి ಮಾರ್ಚ್ മാർ മാർച്ച് ມີນາ မတ် მარ მარტი ማርች មីនា මාර්තු marta",
    "abriil abrëll afirilu aibreán api apirila aprel aprili aprilo aprily apryl apryla avrigl awril bal balandis \
     cuoŋománnu dub d’abr d’abril d’avrigl ebr ebrel ebrill ephreli epreel epreli huhti huhtikuu kubvumbi nis nîsan \
     prill tra travanj ápr āpe āpereira āperira ʻap ʻapelila απρ απρίλιος ака апрел квіт квітень кра красавік \
     красавіка сәу сәуір ապր ապրիլ ապրիլի אפר أفريل ئاپرېل اپريل نيسان अप्रिल एप्रि एप्रिल एप्री एप्रील এপ্রি এপ্ৰিল \
     ਅਪ੍ਰੈ ਅਪ੍ਰੈਲ એપ્રિલ ଅପ୍ରେଲ ஏப் ஏப்ரல் ఏప్రి ఏప్రిల్ ಏಪ್ರಿ ಏಪ್ರಿಲ್ ഏപ്രി ഏപ്രിൽ ເມສາ ဧပြီ აპრ აპრილი ኤፕሪ ኤፕሪል \
     មេសា අප්‍රේල්",
    "bealtaine chivabvu cèit geg gegužė gicurasi gulan kvě maaie maayo maiatza mayu maý majo mee meje meja mejju miessemánnu máj svi \
     svibanj touko toukokuu μάι μάιος μαΐ мам мамыр трав травень ҫу մայիս մայիսի մյս מאי أيار مئي ماي مهٔ مۍ मे মে’ \
     ਮਈ મે ମଇ மே మే ಮೇ മേയ് ພຶດສະພາ မေ მაი მაისი ሜይ ឧសភា මැයි",
    "birž birželis chikumi eka ekaina geassemánnu haz hezîran hun hunyo iun iyn iyun iýun junie jún jūn kamena kesä \
     kesäkuu lipanj meh mehefin meith meitheamh mezheven qer qershor xun xunu zercl zercladur ògmh čvn ġun ġunju ιουν \
     ιούν ιούνιος мау маусым черв червень чэр чэрвень чэрвеня јуни ҫӗрт ҫӗртме հնս հունիս հունիսի ئىيۇن جوان حزيران \
     जुन ਜੂਨ જૂન ଜୁନ ஜூன் జూన్ ಜೂನ್ ജൂൺ ມິຖຸນາ ဇွန် ივნ ივნისი ጁን មិថុនា ජූනි",
    "chikunguru fanadur gor gorff gorffennaf gouere heinä heinäkuu hul hulyo hūr hūrae iul iulai iyl iyul iúil iýul \
     jolay julai julayi julaị julie júl jūl korr korrik liep liepa lulju luulyo nyakanga srpanj sulet suoidnemánnu \
     tem tîrmeh uzt uztaila xnt xul xunetu čvc ιουλ ιούλ ιούλιος лип липень ліп ліпень ліпеня утӑ шіл шілде јули հլս \
     հուլիս հուլիսի ئىيۇل تموز جولاءِ جويلية जुल जुलय जुलै জুল ਜੁਲਾ ਜੁਲਾਈ જુલાઈ ଜୁଲାଇ ஜூலை జులై ಜುಲೈ ജൂലൈ ກໍລະກົດ ဇူ \
     ဇူလိုင် ივლ ივლისი ጁላይ កក្កដា ජූලි",
    "abu abuztua ag agasti agosti agostu agu agusta aogositra auguscht avg avq avqust avust awgust awgusta awst \
     awwissu ağu aŭg aŭgusto borgemánnu d’ag d’agost d’agostu d’avust elo elokuu gush gusht kanama kol kolovoz lùna \
     lún lúnasa nyamavhuvhu ogo ogos ogosto rugp rugpjūtis tebax ágú āku ākuhata ʻau ʻaukake αυγ αύγ αύγουστος жні \
     жнівень жніўня серп серпень там тамыз ҫур ҫурла օգոստոս օգոստոսի օգս אוג آب آگسٽ أوت ئاۋغۇست اګست अग अगस्ट ऑग \
     ऑगस्ट আগ ਅਗ ਅਗਸਤ ઑગસ્ટ ଅଗଷ୍ଟ ஆக ஆகஸ்ட் ఆగ ఆగస్టు ಆಗ ಆಗಸ್ಟ್ ഓഗ ഓഗസ്റ്റ് ສິງຫາ ဩဂုတ် აგვ აგვისტო ኦገስ ኦገስት សីហា ọgọ \
     ọgọọst අගෝස්තු",
    "eyl gunyana gwengolo hepetema ira iraila kepakemapa medi mfómh nzeri rugs rugsėjis ruj rujan satumba sebteembar \
     sebtembar sen sentabr sentyabr sentýabr septambra septemba septembar septembro septhemba septimber septämber \
     settember settembru setyembre sht shtator syys syyskuu szept sàt sàttumbar zář îln îlon čakč čakčamánnu σεπ \
     σεπτέμβριος авӑн вер верасень верасня вересень сентябр сеп қыр қыркүйек սեպ սեպտեմբեր սեպտեմբերի ספט أيلول \
     سيپٽمبر سپتمبر سېنتەبىر سېپتمبر सप्टें सप्टेंबर सित सेप्टेम्बर ছেপ্তে ছেপ্তেম্বৰ সেপ সেপ্ট ਸਤੰ ਸਤੰਬਰ સપ્ટે \
     સપ્ટેમ્બર ସେପ୍ଟେମ୍ବର செப் செப்டம்பர் సెప్టెం సెప్టెంబర్ ಸೆಪ್ಟೆಂ ಸೆಪ್ಟೆಂಬರ್ സെപ്റ്റം സെപ്റ്റംബർ ກັນຍາ စက် \
     စက်တင်ဘာ სექ სექტემბერი ሴፕቴ ሴፕቴምበር កញ្ញា සැප්තැම්බර්",
    "cotmeh dfómh dàmh d’ochobre d’oct d’october d’octubre d’octòbre eki golggotmánnu gumiguru hyd hydref loka \
     lokakuu och ochobre oketopa oktabr okthoba okthobha oktoba oktobar oktobro oktoobar oktubre oktyabr oktýabr \
     ottubru spal spalis tet tetor ukwakira urr urria říj ʻok ʻokakopa οκτ οκτώβριος жовт жовтень кас кастрычнік \
     кастрычніка октябр юпа қаз қазан հոկ հոկտեմբեր հոկտեմբերի אוק آڪٽوبر ئۆكتەبىر अक्टू अक्टोबर ऑक्टो ऑक्टोबर অক্টো \
     অক্টোবৰ ਅਕਤੂ ਅਕਤੂਬਰ ઑક્ટો ઑક્ટોબર ଅକ୍ଟୋବର அக் அக்டோபர் అక్టో అక్టోబర్ ಅಕ್ಟೋ ಅಕ್ಟೋಬರ್ ഒക്ടോ ഒക്‌ടോബർ ຕຸລາ အောက် \
     အောက်တိုဘာ ოქტ ოქტომბერი ኦክቶ ኦክቶበር តុលា ọkt ọktoba ඔක්තෝබර්",
    "aza azaroa kas lapkr lapkritis marras marraskuu mbudzi mijdar nob nobyembre noema noofeembar novambra novemba \
     novembar novembru novimber novämber nowemapa nowember nowembra nowàmbar noy noyabr noý noýabr nuwamba nën nëntor \
     nóv pay payares samhain skáb skábmamánnu stu studeni tach tachwedd ugushyingo νοέ νοέμβριος νοε лист листопад \
     ліс лістапад лістапада нов ное ноябр чӳк қар қараша նոյ նոյեմբեր նոյեմբերի נוב نويابىر नव नोभेम्बर नोव्हें \
     नोव्हेंबर নভে নৱে নৱেম্বৰ ਨਵੰ ਨਵੰਬਰ નવે નવેમ્બર ନଭେମ୍ବର நவ நவம்பர் నవం నవంబర్ ನವೆಂ ನವೆಂಬರ್ നവം നവംബർ ພະຈິກ နို \
     နိုဝင်ဘာ ნოე ნოემბერი ኖቬም ኖቬምበር វិច្ឆិកា නොවැම්බර්",
    "abe abendua ara avi avientu berfanbar decembar dek dekabr desambra desemba desimber desàmbar dets dezämber dhj \
     dhjetor disamba diseembar disemba disember disyembre diċ diċembru dùbh d’avientu gruod gruodis joulu joulukuu \
     juovlamánnu kekemapa kerzu nollaig prosinac rhag rhagfyr tīh tīhema ukuboza zvita δεκ δεκέμβριος груд грудень \
     декабр дец жел желтоқсан раш раштав сне снежань снежня դեկ դեկտեմբեր դեկտեմբերի דצמ دېكابىر ڊسمبر डिसे डिसें \
     डिसेंबर डिसेम्बर दिस ডিচে ডিচেম্বৰ ডিসে ਦਸੰ ਦਸੰਬਰ ડિસે ડિસેમ્બર ଡିସେମ୍ବର டிச டிசம்பர் డిసెం డిసెంబర్ ಡಿಸೆಂ \
     ಡಿಸೆಂಬರ್ ഡിസം ഡിസംബർ ທັນວາ ဒီ ဒီဇင်ဘာ დეკ დეკემბერი ዲሴም ዲሴምበር ធ្នូ දෙසැම්බර්",
];

/// Weekdays in languages that [`super::names`] does not have.
pub(super) const WEEKDAYS: &str = "\
    söndag måndag tisdag onsdag torsdag fredag lördag søndag mandag tirsdag lørdag tysdag laurdag sunnuntaina \
    maanantaina tiistaina keskiviikkona torstaina perjantaina lauantaina sunnuntai maanantai tiistai keskiviikko \
    torstai perjantai lauantai sunnudagur mánudagur þriðjudagur miðvikudagur fimmtudagur föstudagur laugardagur \
    niedziela poniedziałek wtorek środa czwartek piątek sobota neděle pondělí úterý středa čtvrtek pátek nedeľa \
    pondelok utorok streda štvrtok piatok nedelja ponedeljek torek sreda četrtek petek nedjelja ponedjeljak utorak \
    srijeda četvrtak petak subota недеља понедељак уторак среда четвртак петак субота ponedeljak неделя понеделник \
    вторник сряда четвъртък петък събота недела четврток петок сабота воскресенье понедельник четверг пятница суббота \
    неділя понеділок вівторок середа четвер пʼятниця нядзеля панядзелак аўторак серада чацвер пятніца vasárnap hétfő \
    kedd szerda csütörtök péntek szombat duminică luni marți miercuri vineri sâmbătă κυριακή δευτέρα τρίτη τετάρτη \
    πέμπτη παρασκευή σάββατο pazar pazartesi salı çarşamba perşembe cuma cumartesi bazar çərşənbə cümə şənbə pühapäev \
    esmaspäev teisipäev kolmapäev neljapäev reede laupäev svētdiena pirmdiena otrdiena trešdiena ceturtdiena \
    piektdiena sestdiena sekmadienis pirmadienis antradienis trečiadienis ketvirtadienis penktadienis šeštadienis \
    diumenge dilluns dimarts dimecres dijous divendres dissabte luns mércores xoves venres igandea astelehena \
    asteartea asteazkena osteguna ostirala larunbata domingu llunes xueves vienres sábadu déardaoin sondag vrydag \
    saterdag sonndeg méindeg dënschdeg mëttwoch donneschdeg freideg samschdeg կիրակի երկուշաբթի երեքշաբթի չորեքշաբթի \
    հինգշաբթի ուրբաթ շաբաթ კვირა ორშაბათი სამშაბათი ოთხშაბათი ხუთშაბათი პარასკევი შაბათი الأحد الاثنين الثلاثاء \
    الأربعاء الخميس الجمعة السبت یکشنبه دوشنبه سه‌شنبه چهارشنبه پنجشنبه جمعه شنبه اتوار منگل جمعرات جمعہ ہفتہ रविवार \
    सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार मंगळवार आइतबार सोमबार मङ्गलबार बुधबार बिहिबार शुक्रबार शनिबार \
    রবিবার সোমবার মঙ্গলবার বুধবার বৃহস্পতিবার শুক্রবার শনিবার રવિવાર સોમવાર મંગળવાર બુધવાર ગુરુવાર શુક્રવાર શનિવાર \
    ਐਤਵਾਰ ਸੋਮਵਾਰ ਮੰਗਲਵਾਰ ਬੁੱਧਵਾਰ ਵੀਰਵਾਰ ਸ਼ੁੱਕਰਵਾਰ ਸ਼ਨੀਵਾਰ ஞாயிறு திங்கள் செவ்வாய் புதன் வியாழன் வெள்ளி ఆదివారం \
    సోమవారం మంగళవారం బుధవారం గురువారం శుక్రవారం శనివారం ಭಾನುವಾರ ಸೋಮವಾರ ಮಂಗಳವಾರ ಬುಧವಾರ ಗುರುವಾರ ಶುಕ್ರವಾರ ಶನಿವಾರ \
    ഞായറാഴ്‌ച തിങ്കളാഴ്‌ച ചൊവ്വാഴ്ച ബുധനാഴ്‌ച വ്യാഴാഴ്‌ച വെള്ളിയാഴ്‌ച ശനിയാഴ്‌ച ചൊവ്വാഴ്‌ച ඉරිදා සඳුදා අඟහරුවාදා \
    බදාදා බ්‍රහස්පතින්දා සිකුරාදා සෙනසුරාදා တနင်္ဂနွေ တနင်္လာ အင်္ဂါ ဗုဒ္ဓဟူး ကြာသပတေး သောကြာ អាទិត្យ ច័ន្ទ អង្គារ \
    ព្រហស្បតិ៍ សុក្រ សៅរ៍ ចន្ទ ວັນອາທິດ ວັນຈັນ ວັນອັງຄານ ວັນພຸດ ວັນພະຫັດ ວັນສຸກ ວັນເສົາ жексенбі дүйсенбі сейсенбі \
    сәрсенбі бейсенбі жұма сенбі жекшемби дүйшөмбү шейшемби шаршемби бейшемби жума ишемби yakshanba dushanba seshanba \
    chorshanba payshanba juma shanba даваа мягмар лхагва пүрэв баасан бямба minggu senin selasa rabu kamis jumat \
    sabtu ahad isnin khamis jumaat jumapili jumatatu jumanne jumatano alhamisi ijumaa jumamosi linggo miyerkules \
    huwebes biyernes sabado dimanĉo lundo mardo merkredo ĵaŭdo vendredo";
