import type { Language } from '#core/language.ts'
import { amount } from '#telling/amounts.ts'

/** What an act says around the words and points of those who made it. */
export type ActWords = Readonly<Record<keyof typeof en, string>> & {
  readonly sum: (points: number, passMark: number) => string
}

const en = {
  noObjection: 'No state body objected.',
  number: 'Number',
  decidedOn: 'Date of the decision',
  signer: 'An authorised official of the Service',
  groundsTitle: 'What it rests on',
  remedy: 'What you can do',
  pointsTitle: 'Points, criterion by criterion',
  notScored: 'The decision was taken before any points were given.',
  givenBy: 'Given by',
  evidence: 'Based on',
  reasoningTitle: 'In the words of the decision',
  reasoningWho: 'Written by the officer who prepared the decision.',
  passMark: 'Pass mark',
  title: 'Decision',
  mark: 'Translation: what counts is the Azerbaijani text',
  about: 'About',
  inPassport: 'As at the foot of the passport',
  birthDate: 'Date of birth',
  document: 'Passport or travel document',
  matter: 'Matter',
  filedOn: 'Date of the application',
  decided: 'What was decided',
  givesTitle: 'What it gives',
  statusNumber: 'Number of the status',
  from: 'From',
  until: 'Valid until',
  inPlaceOf: 'In place of this, which ends with it',
  endsTitle: 'What it ends',
  replacesTitle: 'What it replaces',
  replaces:
    'names its holder from this day on as in the application. It stays in force as long as before. Earlier documents of it are no longer valid.',
  erasesTitle: 'What is erased',
  erases:
    'The account of this person and all that is kept of them in cases that have ended goes after this day: {day}. While a case of theirs is open, a status is held or the data is held back, nothing is erased.',
  toldTitle: 'Last day for the decision',
  told: 'On the application {number}, the office has to decide by this day: {day}.',
  changesTitle: 'What is corrected',
  changes:
    'Whoever reads what was written there reads beside it what this decision says. What was sent in, decided or signed stays as it was.',
  changesIn: 'In',
  disclosesTitle: 'What can be downloaded',
  discloses:
    'This person can download a copy of what is kept of them, as often as they like. The last day for it: {day}.',
  untranslated: 'Not translated yet. The text stands in the act, in Azerbaijani.',
  'in-az': 'In Azerbaijani:',
  'in-tr': 'Translated into Turkish:',
  'in-en': 'Translated into English:',
  'in-ru': 'Translated into Russian:',
  signatureTitle: 'Signature',
  role: 'As',
  unsigned: 'Not yet signed electronically. Who signs is recorded in the ledger of the Service.',
  contestTitle: 'If you do not agree',
  contestCourt:
    'The Council has decided, and you do not have to accept this decision. You can still go to court.',
  contestLead:
    'You do not have to accept this decision. There are two ways to challenge it, and both are open to you.',
  council: 'Complaint to the Appeal Council of the State Migration Service',
  councilHow:
    'Write what you do not agree with and why, and add what proves it. Give the number of the decision.',
  court: 'Claim in the administrative court',
  compel: 'You ask the court to oblige the Service to do what it declined to do.',
  'set-aside': 'You ask the court to set the decision aside.',
  lastDay: 'Last day',
  delivered:
    'These days are counted from the day on which the decision counts as delivered to you:',
  further: 'Good to know',
  term: 'Time',
  counted: 'These days are counted from the day on which you are told of the decision.',
} as const

const az: ActWords = {
  sum: (points, passMark) => `Dövlət orqanları sizə ${points} bal verib. Keçid balı: ${passMark}.`,
  noObjection: 'Heç bir dövlət orqanı etiraz etməyib.',
  number: 'Nömrə',
  decidedOn: 'Qərarın tarixi',
  signer: 'Xidmətin səlahiyyətli vəzifəli şəxsi',
  groundsTitle: 'Qərar nəyə əsaslanır',
  remedy: 'Nə edə bilərsiniz',
  pointsTitle: 'Meyarlar üzrə ballar',
  notScored: 'Qərar ballar verilməzdən əvvəl qəbul edilib.',
  givenBy: 'Balı verən orqan',
  evidence: 'Əsas götürülən sənədlər',
  reasoningTitle: 'Qərarın mətnindən',
  reasoningWho: 'Qərarı hazırlayan əməkdaş yazıb.',
  passMark: 'Keçid balı',
  title: 'Qərar',
  mark: 'Qərarın Azərbaycan dilində mətni',
  about: 'Kim haqqında',
  inPassport: 'Pasportun aşağı sətirlərində',
  birthDate: 'Doğum tarixi',
  document: 'Pasportun (sərhədkeçmə sənədinin) nömrəsi',
  matter: 'Məsələ',
  filedOn: 'Müraciət tarixi',
  decided: 'Qərara alındı',
  givesTitle: 'Qərarla nə verilir',
  statusNumber: 'Statusun nömrəsi',
  from: 'Bu tarixdən',
  until: 'Bu tarixədək etibarlıdır',
  inPlaceOf: 'Bununla bitən və əvəz olunan',
  endsTitle: 'Qərarla nə başa çatır',
  replacesTitle: 'Qərarla nə əvəz edilir',
  replaces:
    'bu gündən sahibinin adı və sənədi müraciətdə yazıldığı kimi göstərilir. Qüvvədə olma müddəti dəyişmir. Əvvəlki sənədləri artıq etibarlı deyil.',
  erasesTitle: 'Nə silinir',
  erases:
    'Şəxsi kabinet və bitmiş işlərdə bu şəxs barəsində saxlanılan hər şey bu gündən sonra silinir: {day}. Açıq işi və ya qüvvədə olan statusu varsa, yaxud məlumatların saxlanılmasına göstəriş verilibsə, heç nə silinmir.',
  toldTitle: 'Qərar üçün son gün',
  told: '{number} nömrəli müraciət üzrə qərar üçün son gün: {day}.',
  changesTitle: 'Nə düzəldilir',
  changes:
    'Orada yazılanları oxuyan hər kəs onun yanında bu qərarda deyiləni oxuyur. Göndərilən, qərara alınan və ya imzalanan olduğu kimi qalır.',
  changesIn: 'İş',
  disclosesTitle: 'Nəyi endirmək olar',
  discloses:
    'Bu şəxs haqqında saxlanılanların surətini istədiyi qədər endirə bilər. Bunun üçün son gün: {day}.',
  untranslated: 'Hələ tərcümə olunmayıb. Mətn qərarda Azərbaycan dilində verilib.',
  'in-az': 'Azərbaycan dilində:',
  'in-tr': 'Türk dilinə tərcümə:',
  'in-en': 'İngilis dilinə tərcümə:',
  'in-ru': 'Rus dilinə tərcümə:',
  signatureTitle: 'İmza',
  role: 'Vəzifəsi',
  unsigned:
    'Hələ elektron imza ilə imzalanmayıb. Kimin imzaladığı Xidmətin əməliyyatlar jurnalında qeyd olunur.',
  contestTitle: 'Qərarla razı deyilsinizsə',
  contestCourt:
    'Şura qərar verib, amma bu qərarla razılaşmaq məcburiyyətində deyilsiniz. Hələ məhkəməyə müraciət edə bilərsiniz.',
  contestLead:
    'Bu qərarla razılaşmaq məcburiyyətində deyilsiniz. Ondan iki yolla şikayət etmək olar, hər ikisi sizin üçün açıqdır.',
  council: 'Dövlət Miqrasiya Xidmətinin Apellyasiya Şurasına şikayət',
  councilHow:
    'Nə ilə və niyə razı olmadığınızı yazın, bunu təsdiq edən sənədləri əlavə edin. ' +
    'Qərarın nömrəsini göstərin.',
  court: 'İnzibati məhkəməyə iddia',
  compel:
    'Məhkəmədən xahiş edirsiniz ki, Xidmətin üzərinə imtina etdiyi qərarı qəbul etmək vəzifəsini qoysun.',
  'set-aside': 'Məhkəmədən qərarın qüvvədən salınmasını xahiş edirsiniz.',
  lastDay: 'Son gün',
  delivered: 'Bu müddətlər qərarın sizə təqdim edilmiş sayıldığı gündən hesablanır:',
  further: 'Bunları da bilin',
  term: 'Müddət',
  counted: 'Bu müddətlər qərarın sizə təqdim edildiyi gündən hesablanır.',
}

const tr: ActWords = {
  sum: (points, passMark) =>
    `Devlet kurumları size ${points} puan verdi. Geçme puanı ${passMark} idi.`,
  noObjection: 'Hiçbir devlet kurumu itiraz etmedi.',
  number: 'Numara',
  decidedOn: 'Karar tarihi',
  signer: 'Kurumun yetkili görevlisi',
  groundsTitle: 'Karar neye dayanıyor',
  remedy: 'Ne yapabilirsiniz',
  pointsTitle: 'Kriterlere göre puanlar',
  notScored: 'Karar, puan verilmeden önce alındı.',
  givenBy: 'Puanı veren',
  evidence: 'Dayandığı belgeler',
  reasoningTitle: 'Karar metninden',
  reasoningWho: 'Kararı hazırlayan görevli yazdı.',
  passMark: 'Geçme puanı',
  title: 'Karar',
  mark: 'Çeviri: geçerli olan, Azerbaycanca metindir',
  about: 'Kimin hakkında',
  inPassport: 'Pasaportun altındaki yazılışıyla',
  birthDate: 'Doğum tarihi',
  document: 'Pasaport veya seyahat belgesi',
  matter: 'Konu',
  filedOn: 'Başvuru tarihi',
  decided: 'Verilen karar',
  givesTitle: 'Kararla ne veriliyor',
  statusNumber: 'Statünün numarası',
  from: 'Başlangıç tarihi',
  until: 'Son geçerlilik tarihi',
  inPlaceOf: 'Yerine geçtiği ve böylece sona eren',
  endsTitle: 'Kararla ne sona eriyor',
  replacesTitle: 'Kararla ne değiştiriliyor',
  replaces:
    'bu günden başlayarak sahibinin adı ve belgesi başvuruda yazıldığı gibidir. Yürürlük süresi değişmez. Önceki belgeleri artık geçerli değildir.',
  erasesTitle: 'Neler siliniyor',
  erases:
    'Kişinin hesabı ve sonuçlanmış dosyalarında onunla ilgili saklanan her şey şu günden sonra silinir: {day}. Açık bir dosyası veya geçerli bir statüsü varken ya da verilerin saklanması istenmişken hiçbir şey silinmez.',
  toldTitle: 'Karar için son gün',
  told: '{number} numaralı başvuruda karar için son gün: {day}.',
  changesTitle: 'Ne düzeltiliyor',
  changes:
    'Orada yazılanı okuyan herkes, yanında bu kararın söylediğini okur. Gönderilen, karara bağlanan veya imzalanan olduğu gibi kalır.',
  changesIn: 'Dosya',
  disclosesTitle: 'Ne indirilebilir',
  discloses:
    'Kişi, hakkında saklananların kopyasını istediği sıklıkta indirebilir. Bunun için son gün: {day}.',
  untranslated: 'Henüz çevrilmedi. Metin, kararda Azerbaycanca olarak yer alıyor.',
  'in-az': 'Azerbaycanca:',
  'in-tr': 'Türkçe çevirisi:',
  'in-en': 'İngilizce çevirisi:',
  'in-ru': 'Rusça çevirisi:',
  signatureTitle: 'İmza',
  role: 'Görevi',
  unsigned:
    'Henüz elektronik imzayla imzalanmadı. Kimin imzaladığı Göç Servisinin işlem kütüğüne kaydedilir.',
  contestTitle: 'Katılmıyorsanız',
  contestCourt:
    'Kurul kararını verdi, ama bu kararı kabul etmek zorunda değilsiniz. Hâlâ mahkemeye gidebilirsiniz.',
  contestLead:
    'Bu kararı kabul etmek zorunda değilsiniz. Karara karşı iki yolunuz var ve ikisi de size açık.',
  council: 'Devlet Göç Servisi Apelasyon Kuruluna şikâyet',
  councilHow:
    'Neye, neden katılmadığınızı yazın ve bunu kanıtlayan belgeleri ekleyin. Kararın ' +
    'numarasını belirtin.',
  court: 'İdare mahkemesinde dava',
  compel:
    'Mahkemeden, Göç Servisini yapmayı reddettiği işlemi yapmaya mecbur kılmasını istersiniz.',
  'set-aside': 'Mahkemeden, kararı kaldırmasını istersiniz.',
  lastDay: 'Son gün',
  delivered: 'Bu süreler, kararın size tebliğ edilmiş sayıldığı günden itibaren işler:',
  further: 'Bunları da bilin',
  term: 'Süre',
  counted: 'Bu süreler, kararın size tebliğ edildiği günden itibaren işler.',
}

const ru: ActWords = {
  sum: (points, passMark) =>
    `Государственные органы начислили вам ${amount(points, 'points', 'ru')}. Проходной балл: ${passMark}.`,
  noObjection: 'Ни один государственный орган не возразил.',
  number: 'Номер',
  decidedOn: 'Дата решения',
  signer: 'Уполномоченное должностное лицо Службы',
  groundsTitle: 'На чём основано решение',
  remedy: 'Что вы можете сделать',
  pointsTitle: 'Баллы по критериям',
  notScored: 'Решение принято до того, как были начислены баллы.',
  givenBy: 'Кто начислил баллы',
  evidence: 'Подтверждено документами',
  reasoningTitle: 'Из текста решения',
  reasoningWho: 'Написано сотрудником, который подготовил решение.',
  passMark: 'Проходной балл',
  title: 'Решение',
  mark: 'Перевод: силу имеет текст на азербайджанском языке',
  about: 'О ком',
  inPassport: 'Как внизу страницы паспорта',
  birthDate: 'Дата рождения',
  document: 'Паспорт или проездной документ',
  matter: 'Предмет',
  filedOn: 'Дата обращения',
  decided: 'Что решено',
  givesTitle: 'Что даёт решение',
  statusNumber: 'Номер статуса',
  from: 'С какого дня',
  until: 'Действителен по',
  inPlaceOf: 'Вместо этого, что на этом заканчивается',
  endsTitle: 'Что прекращает решение',
  replacesTitle: 'Что заменяет решение',
  replaces:
    'с этого дня владелец указан так, как в обращении. Срок действия остаётся прежним. Прежние документы больше не действительны.',
  erasesTitle: 'Что удаляется',
  erases:
    'Личный кабинет и всё, что хранится об этом человеке в завершённых делах, удаляется после этого дня: {day}. Пока его дело открыто, статус действует или данные велено сохранить, ничего не удаляется.',
  toldTitle: 'Последний день для решения',
  told: 'По обращению {number} нужно вынести решение не позднее этого дня: {day}.',
  changesTitle: 'Что исправлено',
  changes:
    'Кто читает написанное там, читает рядом и то, что сказано в этом решении. Поданное, решённое и подписанное остаётся как было.',
  changesIn: 'В деле',
  disclosesTitle: 'Что можно скачать',
  discloses:
    'Этот человек может сколько угодно раз скачать копию того, что о нём хранится. Последний день для этого: {day}.',
  untranslated: 'Ещё не переведено. Текст есть в решении на азербайджанском языке.',
  'in-az': 'На азербайджанском языке:',
  'in-tr': 'Перевод на турецкий язык:',
  'in-en': 'Перевод на английский язык:',
  'in-ru': 'Перевод на русский язык:',
  signatureTitle: 'Подпись',
  role: 'В качестве кого',
  unsigned: 'Электронной подписи пока нет. Кто подписывает, записывается в журнале Службы.',
  contestTitle: 'Если вы не согласны',
  contestCourt:
    'Совет принял решение, но вы не обязаны с ним соглашаться. Вы ещё можете обратиться в суд.',
  contestLead:
    'Вы не обязаны соглашаться с этим решением. Обжаловать его можно двумя путями, и оба для вас открыты.',
  council: 'Жалоба в Апелляционный совет Государственной миграционной службы',
  councilHow:
    'Напишите, с чем и почему вы не согласны, и приложите подтверждающие документы. Укажите ' +
    'номер решения.',
  court: 'Иск в административный суд',
  compel: 'Вы просите суд обязать Службу сделать то, в чём она отказала.',
  'set-aside': 'Вы просите суд отменить это решение.',
  lastDay: 'Последний день',
  delivered: 'Эти сроки считаются со дня, когда решение считается вручённым вам:',
  further: 'Что ещё важно знать',
  term: 'Срок',
  counted: 'Эти сроки считаются со дня, когда решение вручено вам.',
}

export const actWords: Readonly<Record<Language, ActWords>> = {
  az,
  tr,
  en: {
    ...en,
    sum: (points, passMark) =>
      `The state bodies gave you ${points} points. The pass mark was ${passMark}.`,
  },
  ru,
}
