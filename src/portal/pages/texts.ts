import type { Language } from '#core/language.ts'

/** A page of plain text. Only what this software does stands here; what the law says is named. */
export type Text = {
  readonly title: string
  readonly lead: string
  readonly sections: readonly {
    readonly title: string
    readonly paragraphs: readonly string[]
  }[]
}

export const privacyTexts: Readonly<Record<Language, Text>> = {
  az: {
    title: 'Məlumatlarınız',
    lead: 'Nəyi saxlayırıq, necə qoruyuruq, kim görə bilər və siz nə edə bilərsiniz.',
    sections: [
      {
        title: 'Nəyi saxlayırıq',
        paragraphs: [
          'E-poçt ünvanınızı, seçdiyiniz dili, müraciətdə verdiyiniz cavabları, əlavə etdiyiniz sənədləri və müraciətinizlə nə vaxt nə baş verdiyini saxlayırıq. Parolunuzun özü saxlanılmır: ondan yalnız yoxlamaq üçün iz qalır.',
          'Bal hesablaması saxlanılmır. Saytda reklam, izləmə və kənar xidmət yoxdur. Daxil olduqda bir kuki istifadə olunur, o da yalnız sizi tanımaq üçündür. İkincisi bu brauzerdə 400 gün qalır və heç kimin adını göstərmir: o, buradan əvvəllər daxil olduğunuzu bildirir ki, parol sınayan yad adamlar sizin girişinizi bağlaya bilməsin. E-poçtla link istədikdə daha bir kuki ünvanınızı yarım saat yadda saxlayır. Müraciəti düzəldərkən daha biri düzgün olduğunu qeyd etdiklərinizi 60 gün saxlayır, heç kimin adını göstərmir.',
        ],
      },
      {
        title: 'Necə qoruyuruq',
        paragraphs: [
          'Adınız, nömrələriniz, ünvanlarınız, iş yerləriniz və sənədləriniz yalnız sizə aid açarla şifrələnir. Bu açarları açan əsas açar məlumat bazasından kənarda saxlanılır, ona görə bazanın surətindən heç kimin adını öyrənmək olmaz.',
          'Kimliyi göstərməyən cavablar, məsələn, ölkə, təhsil səviyyəsi və ya təcrübə ayları, statistika üçün açıq qalır.',
        ],
      },
      {
        title: 'Kim görə bilər',
        paragraphs: [
          'Təqdim etdiyiniz müraciəti Xidmətin ona baxan və qərarı imzalayan əməkdaşları, bal verən və ya etiraz edə bilən dövlət orqanlarının əməkdaşları, auditor və fərdi məlumatların mühafizəsi üzrə məsul şəxs görə bilər. Dövlət orqanının əməkdaşı yalnız öz orqanına göndərilmiş müraciətləri görür. Qaralamanı sizdən başqa heç kim görmür.',
          'Müraciətinizi açan hər kəs müraciət ona göstərilməzdən əvvəl qeydə alınır. Şəxsi kabinetinizdə «Məlumatlarınıza kim baxıb» səhifəsi hər baxışı göstərir.',
          'Müraciətiniz üçün lazım olanı, məsələn, pasportunuzun etibarlı olub-olmadığını dövlət reyestrlərindən soruşuruq: müraciəti göndərəndən sonra, ondan əvvəl isə yalnız bunun üçün düyməni özünüz bassanız. Müraciətinizə baxan vəzifəli şəxs də reyestrdən soruşa bilər, bunun nə üçün lazım olduğunu isə yazır. Statusunuz qüvvədə olduqca sənədlər reyestrində haqqınızda nə yazıldığını və ölkəyə girişinizin məhdudlaşdırılıb-məhdudlaşdırılmadığını vaxtaşırı yenidən soruşuruq, hara getdiyinizi isə soruşmuruq. Statusunuzla bağlı iş başlayanda, məsələn, onun ləğvi təklif olunanda, reyestrlərdən bir daha soruşuruq. Statusunuz başlayanda və ya bitəndə reyestrlərdən birinə bildiririk. Dövlətin digər sistemləri bizdən statusunuzun etibarlı olub-olmadığını və işləmək hüququnuzun olub-olmadığını soruşa, müəyyən müddət ərzində onun bitməsi və ya dəyişməsi barədə xəbər verilməsini istəyə bilər. Hər biri həmin səhifədə göstərilir.',
          'Bir neçə şəxs haqqında olan müraciətdə hər yetkin şəxs yalnız öz hissəsini, uşağın əvəzindən hərəkət edən isə onun hissəsini də görür.',
          'Ailə siyahınızda hər kəs başqalarının adını, doğum tarixini, nəyinin hansı günədək qüvvədə olduğunu görür, başqa heç nə görmür. Kimsə siyahıdan çıxan kimi bu bitir. Bəzi müraciətlərə Xidmətin vahid sistemində baxılır, onda göndərdikləriniz ora ötürülür. Dövlətin ödəniş portalına yalnız nömrə, məbləğ və son gün verilir, ad yox. Şəxsən gəlmək üçün seçdiyiniz vaxtı siz, əvəzinizdən hərəkət edən və Xidmətin əməkdaşları görür.',
          'Səfirlik və ya konsulluğa şəxsi kabinet olmadan sual verə bilərsiniz. Onu oradakı əməkdaşlar, ötürsələr, Xidmət də oxuyur. Məktubdakı link kimdədirsə, sualı və cavabı oxuya və silə bilər.',
        ],
      },
      {
        title: 'Siz nə edə bilərsiniz',
        paragraphs: [
          'Cavablarınızı, sənədlərinizi və qərarı şəxsi kabinetinizdə istədiyiniz vaxt görə bilərsiniz. Qaralamanı dəyişə və silə, təqdim etdiyiniz müraciəti qərardan əvvəl geri götürə bilərsiniz.',
          'İşəgötürənlərə göstərilməyə razılıq ayrıdır və istəyə bağlıdır: razılıq verməsəniz, bu, müraciətinizə təsir etmir.',
          '«Fərdi məlumatlar haqqında» 998-IIIQ nömrəli Qanun tətbiq olunur. Burada özünüz düzəldə bilmədiyiniz səhv varsa, Dövlət Miqrasiya Xidmətinə yazın.',
          'Haqqınızda saxladıqlarımızın surətini və bu məlumatlarla bağlı başqa şeyləri şəxsi kabinetinizdə, “Məlumatlarınıza kim baxıb” səhifəsinin sonunda istəyə bilərsiniz.',
        ],
      },
      {
        title: 'Nə qədər saxlayırıq',
        paragraphs: [
          'Sildiyiniz qaralama cavabları, sənədləri və onun barədə məktublarımızla birlikdə dərhal, arxivlərimizdən isə yeddi gündən sonra silinir. Yalnız qaralamanın başlandığı və silindiyi barədə qeyd qalır, onun kimə aid olduğu orada yazılmır. Aylarla toxunulmayan qaralama da belə silinir; əvvəlcədən sizə yazacağıq.',
          'Qərar verilmiş müraciətin nə qədər saxlanılacağını Xidmət müəyyən edir və bunu hələ dərc etməyib.',
          'Kimsə sizi öz müraciətinə dəvət edərsə, dəvətin göndərildiyi ünvanı dəvət bitdikdən sonra 90 gün saxlayırıq.',
        ],
      },
    ],
  },
  tr: {
    title: 'Verileriniz',
    lead: 'Neyi saklıyoruz, nasıl koruyoruz, kim görebilir ve siz ne yapabilirsiniz.',
    sections: [
      {
        title: 'Neyi saklıyoruz',
        paragraphs: [
          'E-posta adresinizi, seçtiğiniz dili, başvuruda verdiğiniz yanıtları, eklediğiniz belgeleri ve başvurunuzda ne zaman ne olduğunu saklıyoruz. Parolanızın kendisi saklanmaz: yalnızca kontrol etmeye yarayan bir izi kalır.',
          'Puan tahmini saklanmaz. Sitede reklam, izleme ve üçüncü taraf hizmeti yoktur. Giriş yaptığınızda bir çerez kullanılır, o da yalnızca sizi tanımak içindir. İkincisi bu tarayıcıda 400 gün kalır ve kimsenin adını göstermez: buradan daha önce giriş yaptığınızı bildirir; böylece parola deneyen yabancılar girişinizi engelleyemez. E-postayla bağlantı istediğinizde bir başka çerez adresinizi yarım saat hatırlar. Başvuruyu düzeltirken bir çerez daha doğru diye işaretlediklerinizi 60 gün hatırlar ve kimsenin adını göstermez.',
        ],
      },
      {
        title: 'Nasıl koruyoruz',
        paragraphs: [
          'Adınız, numaralarınız, adresleriniz, iş yerleriniz ve belgeleriniz yalnızca size ait bir anahtarla şifrelenir. Anahtarları açan ana anahtar veri tabanının dışında durur; bu yüzden veri tabanının bir kopyası kimsenin kimliğini açığa çıkarmaz.',
          'Kimliği göstermeyen yanıtlar, örneğin ülke, eğitim düzeyi ya da deneyim ayları, istatistikler için okunabilir kalır.',
        ],
      },
      {
        title: 'Kim görebilir',
        paragraphs: [
          'Sunduğunuz başvuruyu Göç Servisinin onu inceleyen ve kararı imzalayan görevlileri, puan veren ve itiraz edebilen devlet kurumlarının görevlileri, denetçi ve kişisel verileri koruma görevlisi görebilir. Bir devlet kurumunun görevlisi yalnızca kendi kurumuna gönderilen başvuruları görür. Taslağı sizden başka kimse görmez.',
          'Başvurunuza bakan herkes, başvuru kendisine gösterilmeden önce kayda geçirilir. Hesabınızdaki “Verilerinize kim baktı” sayfası bu kayıtların hepsini gösterir.',
          'Başvurunuz için gerekeni, örneğin pasaportunuzun geçerli olup olmadığını devletin sicillerine soruyoruz: başvuruyu gönderdikten sonra, ondan önce ise yalnızca bunun için düğmeye basarsanız. Başvurunuzu inceleyen görevli de bir sicile sordurabilir ve bunun ne için gerektiğini yazar. Statünüz sürdükçe belge sicilinin sizin hakkınızda ne söylediğini ve ülkeye girişinizin kısıtlanıp kısıtlanmadığını ara ara yeniden soruyoruz; nereye gittiğinizi sormuyoruz. Statünüzle ilgili bir dosya açıldığında, örneğin iptali önerildiğinde, sicillere bir kez daha soruyoruz. Statünüz başladığında veya sona erdiğinde sicillerden birine bildiriyoruz. Devletin diğer sistemleri bize statünüzün geçerli olup olmadığını veya çalışma hakkınız olup olmadığını sorabilir ve belirli bir süre boyunca statünüz sona erdiğinde ya da değiştiğinde kendilerine bildirilmesini isteyebilir. Bunların hepsi aynı sayfada görünür.',
          'Birkaç kişi hakkındaki bir başvuruda her yetişkin yalnızca kendi bölümünü, bir çocuk adına hareket eden ise onun bölümünü de görür.',
          'Aile listenizde herkes ötekilerin adını, doğum tarihini, kimin neye hangi güne kadar sahip olduğunu görür, başka bir şey görmez. Biri listeden çıkınca bu biter. Bazı başvurular Göç Servisinin birleşik sisteminde incelenir; o zaman gönderdikleriniz oraya iletilir. Devletin ödeme portalına yalnızca numara, tutar ve son gün verilir, ad verilmez. Bizzat gelmek için seçtiğiniz saati siz, sizin adınıza hareket eden kişi ve Göç Servisinin görevlileri görür.',
          'Bir büyükelçiliğe veya konsolosluğa hesap açmadan soru sorabilirsiniz. Onu oradaki çalışanlar, aktarırlarsa Göç Servisi de okur. E-postadaki bağlantı kimdeyse soruyu ve yanıtı okuyup silebilir.',
        ],
      },
      {
        title: 'Siz ne yapabilirsiniz',
        paragraphs: [
          'Yanıtlarınızı, belgelerinizi ve kararı hesabınızda her zaman görebilirsiniz. Taslağı değiştirip silebilir, sunduğunuz başvuruyu karardan önce geri çekebilirsiniz.',
          'İşverenlere gösterilme rızası ayrıdır ve isteğe bağlıdır: vermezseniz başvurunuz etkilenmez.',
          '998-IIIQ sayılı Kişisel Veriler Kanunu uygulanır. Burada kendiniz düzeltemediğiniz yanlış bir veri varsa Devlet Göç Servisine yazın.',
          'Hakkınızda sakladıklarımızın bir kopyasını ve bu verilerle ilgili başka şeyleri hesabınızda, “Verilerinize kim baktı” sayfasının sonunda isteyebilirsiniz.',
        ],
      },
      {
        title: 'Ne kadar saklıyoruz',
        paragraphs: [
          'Sildiğiniz taslak; yanıtları, belgeleri ve onun hakkındaki mektuplarımızla birlikte hemen, arşivlerimizden ise yedi gün sonra silinir. Yalnızca bir taslağa başlandığının ve silindiğinin kaydı kalır, kime ait olduğu orada yazmaz. Aylarca dokunulmayan taslak da böyle silinir; çok önceden size yazarız.',
          'Karar verilmiş bir başvurunun ne kadar saklanacağını Göç Servisi belirler ve bunu henüz yayımlamadı.',
          'Biri sizi başvurusuna davet ederse, davetin gittiği adresi davet sona erdikten sonra 90 gün saklarız.',
        ],
      },
    ],
  },
  en: {
    title: 'Your data',
    lead: 'What we keep, how it is protected, who can see it, and what you can do.',
    sections: [
      {
        title: 'What we keep',
        paragraphs: [
          'We keep your email address, the language you chose, the answers you gave in an application, the documents you added, and what happened to your application and when. We do not keep your password itself, only a scrambled form of it that lets us check it.',
          'The estimate of your points is not kept. There is no advertising, no tracking and no outside service on this site. When you sign in, one cookie is used, only so that we know it is you. A second one stays in this browser for 400 days and names nobody: it tells us that you have signed in here before, so that strangers who try out passwords cannot keep you out. When you ask us for a link by email, another cookie remembers your address for half an hour. While you correct an application, one more remembers for 60 days what you ticked as right, and names nobody.',
        ],
      },
      {
        title: 'How it is protected',
        paragraphs: [
          'Your name, numbers, addresses, employers and documents are sealed (encrypted) with a key that is yours alone. The master key that opens these keys is kept outside the database, so a copy of the database names nobody.',
          'Answers that identify nobody, such as a country, a level of education or months of experience, stay readable for statistics.',
        ],
      },
      {
        title: 'Who can see it',
        paragraphs: [
          'An application that you submitted can be seen by the officers of the Service who examine it and sign the decision, by officers of the state bodies that give points or may object, by the auditor, and by the data protection officer. An officer of a state body sees only the applications that were sent to that body. Nobody but you sees a draft.',
          'Anyone who opens your application is recorded before it is shown to them. The page “Who looked at your data” in your account lists every time.',
          'We ask registers of the state what your application needs, such as whether your passport is valid: once you have sent it in, and before that only where you press a button for it. Whoever examines it may have a register asked as well, and writes down what that is needed for. While you hold a status we ask again from time to time what the register of documents says of you and whether you may enter, and nothing about where you go. When a case about your status begins, for example one about annulling it, we ask registers once more. We tell one register when your status begins or ends. Other systems of the state may ask us whether your status is valid or whether you may work, and may ask to be told for a time when it ends or changes. Each of these stands on the same page.',
          'In an application about several people each adult sees their own part alone, and whoever acts for a child sees the child’s as well.',
          'On your family list everybody sees the others’ name, date of birth, and what each holds and until when, and nothing else. It ends as soon as somebody leaves the list. Some applications are examined in the unified system of the Service, and then what you sent in goes there. The portal of payments of the state is given a number, an amount and a last day, and no name. The time that you choose to come in person is seen by you, by whoever acts for you, and by officials of the Service.',
          'You can ask an embassy or a consulate a question without an account. Its people read it, and so does the Service if they hand it over. Whoever has the link in our e-mail can read and delete the question and the answer.',
        ],
      },
      {
        title: 'What you can do',
        paragraphs: [
          'You can see your answers, your documents and the decision in your account at any time. You can change and delete a draft, and withdraw an application before it is decided.',
          'Consent to being shown to employers is separate and optional: if you do not give it, your application is not affected.',
          'The Law on Personal Data, No. 998-IIIQ, applies. If some of your data is wrong and you cannot change it yourself, write to the State Migration Service.',
          'You can ask for a copy of what we keep of you, and for other things about it, in your account, at the end of the page “Who looked at your data”.',
        ],
      },
      {
        title: 'How long we keep it',
        paragraphs: [
          'A draft that you delete is gone at once, with its answers, its documents and our letters about it, and from our archives after seven days. All that stays is a note that a draft was begun and deleted, which does not say whose it was. A draft left untouched for months is deleted in the same way; we write to you well before that.',
          'The State Migration Service decides how long to keep an application after the decision, and has not published this yet.',
          'If somebody invites you to their application, we keep the address to which the invitation went for 90 days after it ended.',
        ],
      },
    ],
  },
  ru: {
    title: 'Ваши данные',
    lead: 'Что мы храним, как это защищено, кто это видит и что можете сделать вы.',
    sections: [
      {
        title: 'Что мы храним',
        paragraphs: [
          'Мы храним адрес вашей электронной почты, выбранный язык, ответы в обращении, приложенные документы и то, что и когда происходило с обращением. Сам пароль не хранится: остаётся только отпечаток, по которому его можно проверить.',
          'Примерный расчёт баллов не сохраняется. На сайте нет рекламы, отслеживания и посторонних сервисов. При входе используется один файл cookie, и только чтобы знать, что это вы. Второй хранится в этом браузере 400 дней и никого не называет: по нему мы знаем, что отсюда вы уже входили, и посторонние, подбирая пароль, не могут закрыть вам вход. Когда вы запрашиваете ссылку по почте, ещё один файл cookie полчаса помнит ваш адрес. Пока вы исправляете обращение, ещё один 60 дней помнит, что вы отметили как верное, и никого не называет.',
        ],
      },
      {
        title: 'Как это защищено',
        paragraphs: [
          'Имя, номера, адреса, места работы и документы зашифрованы ключом, который создан только для вас. Главный ключ, открывающий такие ключи, находится вне базы данных, поэтому копия базы не выдаст ничьего имени.',
          'Ответы, по которым нельзя узнать человека, например страна, уровень образования или месяцы опыта, не зашифрованы: они нужны для статистики.',
        ],
      },
      {
        title: 'Кто это видит',
        paragraphs: [
          'Поданное обращение могут видеть сотрудники Службы, которые его рассматривают и подписывают решение, сотрудники государственных органов, которые начисляют баллы или могут возразить, аудитор и ответственный за защиту персональных данных. Сотрудник государственного органа видит только обращения, направленные в его орган. Черновик не видит никто, кроме вас.',
          'Каждый просмотр обращения записывается ещё до того, как оно откроется. Все просмотры перечислены в личном кабинете, на странице «Кто смотрел ваши данные».',
          'Мы спрашиваем в реестрах государства то, что нужно для вашего обращения, например действителен ли ваш паспорт: после того как вы отправите обращение, а до этого только если вы сами нажмёте для этого кнопку. Сотрудник, который рассматривает обращение, тоже может запросить реестр и пишет, для чего это нужно. Пока у вас есть статус, мы время от времени снова спрашиваем, что сообщает о вас реестр документов и не ограничен ли вам въезд, и не спрашиваем, куда вы ездите. Когда начинается дело о вашем статусе, например о его аннулировании, мы спрашиваем реестры ещё раз. Когда ваш статус начинается или заканчивается, мы сообщаем об этом одному из реестров. Другие системы государства могут спросить нас, действителен ли ваш статус или можно ли вам работать, и попросить, чтобы им какое-то время сообщали, когда он прекращается или меняется. Всё это видно на той же странице.',
          'В обращении о нескольких людях каждый взрослый видит только свою часть, а тот, кто действует за ребёнка, — и его часть.',
          'В списке вашей семьи каждый видит имя и дату рождения других, что у кого есть и до какого дня, и больше ничего. Это прекращается, как только человек выходит из списка. Некоторые обращения рассматривают в единой системе Службы, тогда отправленное вами передаётся туда. Государственному платёжному порталу сообщают только номер, сумму и последний день, без имени. Время, которое вы выбрали для личного визита, видите вы, тот, кто действует за вас, и сотрудники Службы.',
          'Посольству или консульству можно задать вопрос без учётной записи. Его читают сотрудники представительства, а если они его передадут, то и Миграционная служба. Тот, у кого есть ссылка из письма, может прочитать и удалить вопрос и ответ.',
        ],
      },
      {
        title: 'Что можете сделать вы',
        paragraphs: [
          'Вы в любое время можете посмотреть свои ответы, документы и решение в личном кабинете. Черновик можно изменить и удалить, а поданное обращение можно отозвать до решения.',
          'Согласие на показ работодателям отдельное и необязательное: если его не дать, на обращение это не повлияет.',
          'Применяется Закон № 998-IIIQ «О персональных данных». Если в данных есть ошибка, которую вы не можете исправить сами, напишите в Государственную миграционную службу.',
          'Попросить копию того, что мы о вас храним, и задать другие вопросы об этих данных можно в личном кабинете, в конце страницы «Кто смотрел ваши данные».',
        ],
      },
      {
        title: 'Как долго мы храним',
        paragraphs: [
          'Черновик, который вы удаляете, исчезает сразу вместе с ответами, документами и нашими письмами о нём, а из наших архивов — через семь дней. Остаётся только запись о том, что черновик был начат и удалён; чей он был, в ней не сказано. Так же удаляется черновик, который месяцами не меняют; мы заранее вам напишем.',
          'Сколько хранить обращение, по которому принято решение, определяет Служба; этот срок она ещё не опубликовала.',
          'Если кто-то приглашает вас в своё обращение, адрес, на который ушло приглашение, мы храним ещё 90 дней после его окончания.',
        ],
      },
    ],
  },
}

export const accessibilityTexts: Readonly<Record<Language, Text>> = {
  az: {
    title: 'Əlçatanlıq',
    lead: 'Bu saytdan hər kəs istifadə edə bilməlidir. Əsas götürdüyümüz standart WCAG 2.2, AA səviyyəsidir.',
    sections: [
      {
        title: 'Nə yoxlanılır',
        paragraphs: [
          'Bu səhifə son dəfə 26 noyabr 2026-cı ildə yenilənib. Proqram hər dəfə dəyişəndə səhifələr həqiqi brauzerdə (Chromium) avtomatik yoxlanılır.',
          'Yoxlanılır: müraciətin bütün hallarında axe qaydaları, dörd dildə; 320 piksel en; iki dəfə böyük hərflər; müraciətin başdan sona yalnız klaviatura ilə, o cümlədən 400 % böyüdülmüş halda və skriptsiz keçilməsi; düymələrin işıqlı və tünd görünüşdə kontrastı; səhifələrin və bölmələrin başlıqları; hər formadan sonra fokusun cavaba keçməsi; qərarın bütöv çap olunması.',
        ],
      },
      {
        title: 'Nə hələ yoxlanılmayıb',
        paragraphs: [
          'Köməkçi vasitələrdən hər gün istifadə edən insanlarla, ekran oxuyucusu ilə, səslə idarəetmə ilə və başqa brauzerlərdə yoxlama hələ aparılmayıb. Endirilən PDF sənəddə teqlər, dillər və QR kodun təsviri yoxlanılır, amma sənəd ekran oxuyucusu ilə hələ oxunmayıb.',
        ],
      },
      {
        title: 'Bildiyimiz çatışmazlıqlar',
        paragraphs: [
          'Əməkdaşların sizə yazdığı qeydlərin hansı dildə olduğu göstərilmir, ona görə ekran oxuyucusu onları səhv tələffüzlə oxuya bilər. Skriptlər söndürüləndə seansın bitməsi əvvəlcədən təkrar bildirilmir; müddət hər səhifənin sonunda yazılıb.',
        ],
      },
      {
        title: 'Sizə nəsə mane olursa',
        paragraphs: [
          'Dövlət Miqrasiya Xidmətinə yazın: hansı səhifədə, nə etmək istəyirdiniz və nə baş verdi.',
        ],
      },
    ],
  },
  tr: {
    title: 'Erişilebilirlik',
    lead: 'Bu siteyi herkes kullanabilmelidir. Ölçümüz WCAG 2.2, AA düzeyidir.',
    sections: [
      {
        title: 'Neler test edilir',
        paragraphs: [
          'Bu sayfa en son 26 Kasım 2026’da güncellendi. Yazılım her değiştiğinde sayfalar gerçek bir tarayıcıda (Chromium) otomatik olarak test edilir.',
          'Test edilenler: başvurunun her durumunda, dört dilde axe kuralları; 320 piksel genişlik; iki kat büyük yazı; bir başvurunun baştan sona yalnızca klavyeyle, %400 büyütmede ve betiksiz de yapılması; düğmelerin açık ve koyu renklerdeki karşıtlığı; sayfa ve bölüm başlıkları; her formdan sonra odağın yanıta geçmesi; kararın eksiksiz yazdırılması.',
        ],
      },
      {
        title: 'Henüz test edilmeyenler',
        paragraphs: [
          'Yardımcı araçları her gün kullanan kişilerle, ekran okuyucuyla, sesle kumandayla ve başka tarayıcılarda henüz test yapılmadı. İndirilen PDF belgenin etiketleri, dilleri ve karekodun açıklaması test edilir; belge henüz ekran okuyucuyla okunmadı.',
        ],
      },
      {
        title: 'Bildiğimiz eksikler',
        paragraphs: [
          'Görevlilerin size yazdığı notların hangi dilde olduğu belirtilmez; ekran okuyucu bunları yanlış telaffuzla okuyabilir. Betikler kapalıyken oturumun biteceği önceden yeniden haber verilmez; süre her sayfanın altında yazar.',
        ],
      },
      {
        title: 'Bir şey sizi engelliyorsa',
        paragraphs: ['Devlet Göç Servisine yazın: hangi sayfada, ne yapmak istediniz ve ne oldu.'],
      },
    ],
  },
  en: {
    title: 'Accessibility',
    lead: 'Everyone should be able to use this site. The standard we work to is WCAG 2.2, level AA.',
    sections: [
      {
        title: 'What is tested',
        paragraphs: [
          'This page was last brought up to date on 26 November 2026. Each time the software changes, its pages are tested automatically in a real browser (Chromium).',
          'Tested are: the rules of axe in every state of an application, in four languages; a width of 320 pixels; letters twice as large; a whole application with the keyboard alone, also at 400% and without scripts; the contrast of buttons in light and dark colours; the titles and headings of pages; that each form is answered where the focus goes; and that a decision prints whole.',
        ],
      },
      {
        title: 'What is not tested yet',
        paragraphs: [
          'The site has not yet been tested with people who use assistive technology every day, with a screen reader, with voice control, or in other browsers. In the PDF document that can be downloaded, the tags, the languages and the description of the square code are tested, but it has not yet been read with a screen reader.',
        ],
      },
      {
        title: 'What we know is missing',
        paragraphs: [
          'Notes that officials write to you do not say which language they are in, so a screen reader may pronounce them wrongly. Without scripts, the end of a session is not announced again before it comes; the time stands at the foot of every page.',
        ],
      },
      {
        title: 'If something stands in your way',
        paragraphs: [
          'Write to the State Migration Service: which page you were on, what you wanted to do, and what happened.',
        ],
      },
    ],
  },
  ru: {
    title: 'Доступность',
    lead: 'Сайтом должен иметь возможность пользоваться каждый. Наш ориентир — WCAG 2.2, уровень AA.',
    sections: [
      {
        title: 'Что проверяется',
        paragraphs: [
          'Эта страница обновлена 26 ноября 2026 года. При каждом изменении программы страницы автоматически проверяются в настоящем браузере (Chromium).',
          'Проверяются: правила axe для каждого состояния обращения на четырёх языках; ширина 320 пикселей; вдвое увеличенный шрифт; всё обращение от начала до конца с помощью одной клавиатуры, в том числе при увеличении 400 % и без скриптов; контраст кнопок в светлых и тёмных цветах; названия страниц и заголовки; переход фокуса к ответу после каждой формы; печать решения целиком.',
        ],
      },
      {
        title: 'Что ещё не проверено',
        paragraphs: [
          'Проверок с людьми, которые каждый день пользуются вспомогательными средствами, с программой чтения с экрана, с голосовым управлением и в других браузерах ещё не было. В скачиваемом документе PDF проверяются теги, языки и описание QR-кода, но программой чтения с экрана его ещё не читали.',
        ],
      },
      {
        title: 'О каких недостатках мы знаем',
        paragraphs: [
          'У заметок, которые вам пишут сотрудники, не указан язык, и программа чтения с экрана может произносить их неверно. Без скриптов о конце сеанса заранее ещё раз не сообщается; срок указан внизу каждой страницы.',
        ],
      },
      {
        title: 'Если что-то вам мешает',
        paragraphs: [
          'Напишите в Государственную миграционную службу: на какой странице, что вы хотели сделать и что произошло.',
        ],
      },
    ],
  },
}
