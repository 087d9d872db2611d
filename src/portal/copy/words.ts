import type { Language } from '#core/language.ts'

const en = {
  title: 'A copy of what is kept of you',
  lead: 'The copy holds your account, your cases with answers, documents, messages, letters and decisions, what you hold, and who looked at your data. It is made at the moment when you ask for it.',
  until: 'The last day for it',
  page: 'Download to read and print',
  pageHint: 'A page that opens in every browser, without a network.',
  file: 'Download as data',
  fileHint: 'A JSON file, for a program that reads it.',
  safe: 'Keep it safe: whoever opens the file reads everything in it. Each copy that is made is listed on the page that shows who looked at your data.',
  goneTitle: 'The time for this copy is over',
  gone: 'The last day on which it could be downloaded was',
  again: 'You can ask for a copy again. You find how on this page:',
  link: 'Who looked at your data',
  erased: 'It was erased.',
  broken: 'It could not be opened. Write to the State Migration Service, and give this number:',
  unopened:
    'There is a decision that you have not opened yet. Open it first, then make the copy again.',
  tooMany: 'There is more than one copy can hold. Ask the State Migration Service for the rest.',
  outPassword: 'Your password. Only a hash is kept, from which nobody reads it.',
  outOffice:
    'What officials write among themselves, and what they have begun and not decided. Of state bodies that may not be named you see the day of a look, and not which one it was.',
  outOthers: 'What is told of other people in your cases. Each of them can ask for their own.',
  outLeft: 'What you told us in a case that you left. Ask the State Migration Service for it.',
  outFiles: 'The files of your documents. Each is downloaded at the address that stands beside it.',
  outWays:
    'Invitations to your cases, and files that are still being uploaded. You find them there.',
  outLedger:
    'The ledger, which notes that each of these things happened, and when you signed in. It is sealed, and shows that nothing was changed afterwards.',
} as const

export type CopyPageWords = Readonly<Record<keyof typeof en, string>>

const az: CopyPageWords = {
  title: 'Haqqınızda saxlanılanların surəti',
  lead: 'Surətdə şəxsi kabinetiniz, cavablar, sənədlər, yazışma, məktublar və qərarlarla birlikdə işləriniz, sizə verilənlər və məlumatlarınıza kimin baxdığı var. O, siz istədiyiniz anda hazırlanır.',
  until: 'Bunun üçün son gün',
  page: 'Oxumaq və çap etmək üçün endirin',
  pageHint: 'Hər brauzerdə internetsiz açılan səhifə.',
  file: 'Məlumat faylı kimi endirin',
  fileHint: 'Proqramların oxuduğu JSON faylı.',
  safe: 'Onu etibarlı yerdə saxlayın: faylı açan hər kəs içindəkilərin hamısını oxuyur. Hazırlanan hər surət məlumatlarınıza kimin baxdığını göstərən səhifədə qeyd olunur.',
  goneTitle: 'Bu surətin vaxtı bitib',
  gone: 'Onu endirmək üçün son gün bu idi',
  again: 'Surəti yenidən istəyə bilərsiniz. Bunun yolu bu səhifədədir:',
  link: 'Məlumatlarınıza kim baxıb',
  erased: 'Silinib.',
  broken: 'Açmaq mümkün olmadı. Dövlət Miqrasiya Xidmətinə yazın və bu nömrəni göstərin:',
  unopened: 'Hələ açmadığınız qərar var. Əvvəlcə onu açın, sonra surəti yenidən hazırlayın.',
  tooMany: 'Bir surətə sığandan çox məlumat var. Qalanını Dövlət Miqrasiya Xidmətindən istəyin.',
  outPassword:
    'Şifrəniz. Yalnız ondan alınan heş saxlanılır və ondan şifrəni heç kim oxuya bilmir.',
  outOffice:
    'Əməkdaşların öz aralarında yazdıqları, habelə başladıqları və hələ qərar vermədikləri. Adı açıqlanmayan dövlət orqanlarının yalnız baxdığı gün görünür, hansı orqan olduğu görünmür.',
  outOthers: 'İşlərinizdə başqa şəxslər barəsində deyilənlər. Hər kəs özününkünü istəyə bilər.',
  outLeft: 'Tərk etdiyiniz işdə bizə dedikləriniz. Onu Dövlət Miqrasiya Xidmətindən istəyin.',
  outFiles: 'Sənədlərinizin faylları. Hər biri yanında yazılan ünvandan endirilir.',
  outWays: 'İşlərinizə dəvətlər və hələ yüklənən fayllar. Onları həmin işlərdə tapırsınız.',
  outLedger:
    'Bunların hər birinin baş verdiyini və sizin nə vaxt daxil olduğunuzu qeyd edən reyestr. O, möhürlənib və sonradan heç nəyin dəyişdirilmədiyini göstərir.',
}

const tr: CopyPageWords = {
  title: 'Hakkınızda saklananların kopyası',
  lead: 'Kopyada hesabınız; yanıtlar, belgeler, yazışma, mektuplar ve kararlarla birlikte dosyalarınız; size verilenler ve verilerinize kimin baktığı bulunur. Kopya, siz istediğiniz anda hazırlanır.',
  until: 'Bunun için son gün',
  page: 'Okumak ve yazdırmak için indirin',
  pageHint: 'Her tarayıcıda internet olmadan açılan bir sayfa.',
  file: 'Veri dosyası olarak indirin',
  fileHint: 'Programların okuduğu bir JSON dosyası.',
  safe: 'Onu güvenli bir yerde tutun: dosyayı açan herkes içindekilerin tamamını okur. Hazırlanan her kopya, verilerinize kimin baktığını gösteren sayfaya yazılır.',
  goneTitle: 'Bu kopyanın süresi doldu',
  gone: 'Onu indirmek için son gün şuydu',
  again: 'Yeniden kopya isteyebilirsiniz. Nasıl yapıldığı bu sayfada:',
  link: 'Verilerinize kim baktı',
  erased: 'Silindi.',
  broken: 'Açılamadı. Devlet Göç Servisine yazın ve şu numarayı belirtin:',
  unopened: 'Henüz açmadığınız bir karar var. Önce onu açın, sonra kopyayı yeniden hazırlayın.',
  tooMany: 'Bir kopyaya sığandan fazlası var. Kalanını Devlet Göç Servisinden isteyin.',
  outPassword: 'Şifreniz. Yalnızca bir özeti saklanır ve ondan şifreyi kimse okuyamaz.',
  outOffice:
    'Görevlilerin kendi aralarında yazdıkları, başlayıp da henüz karara bağlamadıkları. Adı açıklanmayan devlet kurumlarının yalnızca baktığı gün görünür, hangisi olduğu görünmez.',
  outOthers:
    'Dosyalarınızda başka kişilerle ilgili söylenenler. Her biri kendisininkini isteyebilir.',
  outLeft: 'Ayrıldığınız bir dosyada bize söyledikleriniz. Onu Devlet Göç Servisinden isteyin.',
  outFiles: 'Belgelerinizin dosyaları. Her biri yanında yazan adresten indirilir.',
  outWays: 'Dosyalarınıza davetler ve hâlâ yüklenen dosyalar. Onları o dosyalarda bulursunuz.',
  outLedger:
    'Bunların her birinin gerçekleştiğini ve ne zaman giriş yaptığınızı kaydeden defter. Mühürlüdür ve sonradan hiçbir şeyin değiştirilmediğini gösterir.',
}

const ru: CopyPageWords = {
  title: 'Копия того, что о вас хранится',
  lead: 'В копии личный кабинет, ваши дела с ответами, документами, перепиской, письмами и решениями, что вам предоставлено и кто смотрел ваши данные. Она создаётся в ту минуту, когда вы её просите.',
  until: 'Последний день для этого',
  page: 'Скачать, чтобы читать и печатать',
  pageHint: 'Страница, которая открывается в любом браузере без сети.',
  file: 'Скачать как данные',
  fileHint: 'Файл JSON для программы, которая его читает.',
  safe: 'Держите её в надёжном месте: кто откроет файл, прочитает всё. Каждая созданная копия отмечена на странице, где видно, кто смотрел ваши данные.',
  goneTitle: 'Срок этой копии истёк',
  gone: 'Последний день, когда её можно было скачать',
  again: 'Копию можно попросить снова. Как это сделать, видно на странице:',
  link: 'Кто смотрел ваши данные',
  erased: 'Это удалено.',
  broken: 'Это не удалось открыть. Напишите в Государственную миграционную службу и укажите номер:',
  unopened:
    'Есть решение, которое вы ещё не открыли. Сначала откройте его, потом создайте копию снова.',
  tooMany:
    'Данных больше, чем вмещает одна копия. Остальное спросите в Государственной миграционной службе.',
  outPassword: 'Ваш пароль. Хранится только его хеш, по которому пароль никто не прочитает.',
  outOffice:
    'То, что сотрудники пишут друг другу, а также начатое и ещё не решённое ими. Для государственных органов, которые не называются, виден день, но не видно, какой это орган.',
  outOthers: 'То, что сказано в ваших делах о других людях. Каждый из них может запросить своё.',
  outLeft:
    'То, что вы сообщили в деле, из которого вышли. Спросите об этом в Государственной миграционной службе.',
  outFiles: 'Сами файлы ваших документов. Каждый скачивается по адресу рядом с ним.',
  outWays: 'Приглашения в ваши дела и файлы, которые ещё загружаются. Они видны в самих делах.',
  outLedger:
    'Реестр, в котором отмечено, что всё это произошло, и когда вы входили. Он запечатан и показывает, что потом ничего не изменили.',
}

export const copyPageWords: Readonly<Record<Language, CopyPageWords>> = { az, tr, en, ru }

/** What is kept and in no copy, as each language says it. */
export const LEFT_OUT = [
  'outPassword',
  'outOffice',
  'outOthers',
  'outLeft',
  'outFiles',
  'outWays',
  'outLedger',
] as const satisfies readonly (keyof CopyPageWords)[]
