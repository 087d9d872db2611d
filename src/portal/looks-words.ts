import type { Language } from '#core/language.ts'

const en = {
  registersTitle: 'Registers that were asked or told about you',
  registersIntro:
    'We ask registers of the state about you, and tell one when your status begins or ends. Each is told only what it needs for that; each time stands here, with the clause that allows it. Where it says “Provisional”, no such clause has been found yet.',
  tries: 'Tries so far: {n}, the first: {moment}.',
  answeredTitle: 'Who was answered about you',
  answeredIntro:
    'Other systems of the state may ask whether your status is valid or whether you may work, and may ask to be told for a time when it ends or changes. They must know its number or your travel document already, and they are told that and nothing else. Each answer stands here, with the clause that allows it, or “Provisional” where none has been found yet.',
  title: 'Who looked at your data',
  intro:
    'Every time an official opens your data, it is recorded here before the page is shown to them. Nobody can remove an entry. Some state bodies may not be named; for them you see only the day.',
  none: 'Nobody has looked at your data yet.',
  case: 'Looked at your application',
  question: 'Looked at your question',
  document: 'Looked at a document of yours',
  points: 'Looked at your application, to give points',
  opinion: 'Looked at your application, to say whether they object',
  correction: 'Looked at your application, to see what needs correcting',
  decision: 'Looked at your application, to decide it',
  holding: 'Looked at what you and your family hold, and at what comes next',
  same: 'Looked whether two entries are the same person',
  consent: 'Looked at the application of another that you have consented to, and at what you hold',
  older: 'Older entries',
  askTitle: 'What you can ask',
  askIntro:
    'You can ask about what we keep of you. One person examines what you ask, and another decides.',
  you: 'You',
  copy: 'Downloaded a copy of everything. If it was not you, change your password.',
  goOn: 'Go on with your request',
  asked: 'A request of yours is being dealt with. You will find it among your applications.',
} as const

export type LooksWords = Readonly<Record<keyof typeof en, string>>

export const looksWords: Readonly<Record<Language, LooksWords>> = {
  en,
  az: {
    registersTitle: 'Haqqınızda soruşulan və bildirilən reyestrlər',
    registersIntro:
      'Dövlət reyestrlərindən haqqınızda soruşuruq və statusunuz başlayanda və ya bitəndə onlardan birinə bildiririk. Hər birinə yalnız bunun üçün lazım olan bildirilir; hər dəfə, ona icazə verən maddə ilə birlikdə burada göstərilir. “Müvəqqəti məlumat” yazılan yerdə belə maddə hələ tapılmayıb.',
    tries: 'Cəhdlərin sayı: {n}, birincisi: {moment}.',
    answeredTitle: 'Haqqınızda kimə cavab verilib',
    answeredIntro:
      'Dövlətin digər sistemləri statusunuzun etibarlı olub-olmadığını və işləmək hüququnuzun olub-olmadığını soruşa, müəyyən müddət ərzində onun bitməsi və ya dəyişməsi barədə xəbər verilməsini istəyə bilər. Onlar statusun nömrəsini və ya səyahət sənədinizi əvvəlcədən bilməlidir və yalnız bunu öyrənir. Hər cavab, ona icazə verən maddə ilə, belə maddə hələ tapılmayıbsa, “Müvəqqəti məlumat” qeydi ilə burada göstərilir.',
    title: 'Məlumatlarınıza kim baxıb',
    intro:
      'Əməkdaş məlumatlarınızı hər dəfə açanda, səhifə ona göstərilməzdən əvvəl bura yazılır. Heç kim qeydi silə bilməz. Bəzi dövlət orqanlarının adı açıqlanmır; onlar üçün yalnız gün göstərilir.',
    none: 'Hələ heç kim məlumatlarınıza baxmayıb.',
    case: 'Müraciətinizə baxıb',
    question: 'Sualınıza baxıb',
    document: 'Sənədinizə baxıb',
    points: 'Bal vermək üçün müraciətinizə baxıb',
    opinion: 'Etirazı olub-olmadığını bildirmək üçün müraciətinizə baxıb',
    correction: 'Nəyin düzəldilməli olduğunu görmək üçün müraciətinizə baxıb',
    decision: 'Qərar vermək üçün müraciətinizə baxıb',
    holding: 'Sizdə və ailənizdə nələrin olduğuna və qarşıda nə olduğuna baxıb',
    same: 'İki qeydin eyni şəxs olub-olmadığına baxıb',
    consent: 'Razılıq verdiyiniz başqasının müraciətinə və sizdə nələrin olduğuna baxıb',
    older: 'Əvvəlki qeydlər',
    askTitle: 'Nə istəyə bilərsiniz',
    askIntro:
      'Haqqınızda saxladıqlarımız barədə müraciət edə bilərsiniz. İstəyə bir əməkdaş baxır, qərarı başqası verir.',
    you: 'Siz',
    copy: 'Hər şeyin surətini endirmisiniz. Bunu siz etməmisinizsə, şifrənizi dəyişin.',
    goOn: 'İstəyinizə davam edin',
    asked: 'İstəyinizə baxılır. Onu müraciətlərinizin arasında tapa bilərsiniz.',
  },
  tr: {
    registersTitle: 'Hakkınızda sorulan veya bilgi verilen siciller',
    registersIntro:
      'Devletin sicillerine hakkınızda soruyoruz ve statünüz başladığında veya sona erdiğinde birine bildiriyoruz. Her birine yalnızca bunun için gerekli olan bildirilir; her sefer, izin veren maddeyle birlikte burada görünür. “Geçici değer” yazan yerde böyle bir madde henüz bulunmadı.',
    tries: 'Deneme sayısı: {n}, ilki: {moment}.',
    answeredTitle: 'Hakkınızda kime cevap verildi',
    answeredIntro:
      'Devletin diğer sistemleri statünüzün geçerli olup olmadığını veya çalışma hakkınız olup olmadığını sorabilir ve belirli bir süre boyunca statünüz sona erdiğinde ya da değiştiğinde kendilerine bildirilmesini isteyebilir. Statünün numarasını ya da seyahat belgenizi önceden bilmeleri gerekir ve yalnızca bunu öğrenirler. Her cevap, izin veren maddeyle, böyle bir madde henüz bulunmadıysa “Geçici değer” notuyla burada görünür.',
    title: 'Verilerinize kim baktı',
    intro:
      'Bir görevli verilerinizi her açtığında bu, sayfa ona gösterilmeden önce buraya yazılır. Hiç kimse bir kaydı silemez. Bazı devlet kurumlarının adı açıklanmaz; bunlar için yalnızca gün gösterilir.',
    none: 'Henüz kimse verilerinize bakmadı.',
    case: 'Başvurunuza baktı',
    question: 'Sorunuza baktı',
    document: 'Bir belgenize baktı',
    points: 'Puan vermek için başvurunuza baktı',
    opinion: 'İtirazı olup olmadığını bildirmek için başvurunuza baktı',
    correction: 'Neyin düzeltilmesi gerektiğini görmek için başvurunuza baktı',
    decision: 'Karar vermek için başvurunuza baktı',
    holding: 'Sizde ve ailenizde nelerin olduğuna ve sırada ne olduğuna baktı',
    same: 'İki kaydın aynı kişi olup olmadığına baktı',
    consent: 'Rıza verdiğiniz başkasının başvurusuna ve sizde nelerin bulunduğuna baktı',
    older: 'Daha eski kayıtlar',
    askTitle: 'Neler isteyebilirsiniz',
    askIntro:
      'Hakkınızda sakladıklarımızla ilgili talepte bulunabilirsiniz. Talebi bir görevli inceler, kararı bir başkası verir.',
    you: 'Siz',
    copy: 'Her şeyin kopyasını indirdiniz. Bunu siz yapmadıysanız şifrenizi değiştirin.',
    goOn: 'Talebinize devam edin',
    asked: 'Talebiniz inceleniyor. Onu başvurularınız arasında bulabilirsiniz.',
  },
  ru: {
    registersTitle: 'Реестры, в которых спрашивали о вас или которым сообщали',
    registersIntro:
      'Мы спрашиваем о вас реестры государства и сообщаем одному из них, когда ваш статус начинается или заканчивается. Каждому сообщают только то, что для этого нужно; каждый раз стоит здесь, вместе с пунктом, который его разрешает. Где написано «Предварительно», такой пункт ещё не найден.',
    tries: 'Попыток: {n}, первая: {moment}.',
    answeredTitle: 'Кому ответили о вас',
    answeredIntro:
      'Другие системы государства могут спросить, действителен ли ваш статус или можно ли вам работать, и могут попросить, чтобы им какое-то время сообщали, когда он прекращается или меняется. Номер статуса или ваш проездной документ они уже должны знать, и сообщают им только это. Каждый ответ стоит здесь, вместе с пунктом, который его разрешает, или с пометкой «Предварительно», если такой пункт ещё не найден.',
    title: 'Кто смотрел ваши данные',
    intro:
      'Каждый раз, когда сотрудник открывает ваши данные, это записывается здесь ещё до того, как страница откроется. Удалить запись никто не может. Некоторые государственные органы не называются; для них указан только день.',
    none: 'Пока никто не смотрел ваши данные.',
    case: 'Открыто ваше обращение',
    question: 'Открыт ваш вопрос',
    document: 'Открыт ваш документ',
    points: 'Открыто ваше обращение, чтобы начислить баллы',
    opinion: 'Открыто ваше обращение, чтобы сообщить, есть ли возражение',
    correction: 'Открыто ваше обращение, чтобы посмотреть, что нужно исправить',
    decision: 'Открыто ваше обращение, чтобы принять решение',
    holding: 'Открыты сведения о том, что есть у вас и вашей семьи и что дальше',
    same: 'Проверялось, относятся ли две записи к одному человеку',
    consent: 'Просмотр чужого обращения, на которое вы дали согласие, и того, что есть у вас',
    older: 'Более ранние записи',
    askTitle: 'О чём можно попросить',
    askIntro:
      'Вы можете обратиться по поводу того, что мы о вас храним. Просьбу рассматривает один сотрудник, решение принимает другой.',
    you: 'Вы',
    copy: 'Скачана копия всего. Если это были не вы, смените пароль.',
    goOn: 'Продолжить',
    asked: 'Ваша просьба рассматривается. Она есть в списке ваших обращений.',
  },
}
