import type { Language } from '#core/language.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { familyPeople } from '#portal/family-joining-words.ts'

/** Bringing somebody along into an application, or asking them to join it. */
const en = {
  addTitle: 'Add a person',
  addLead:
    'For a child, or somebody whose guardian you are. You answer for them here, in a part of the application that is theirs.',
  addName: 'Their name, as in the passport, is asked in their own part.',
  addAge: 'You act for a child until the day before their 18th birthday.',
  addButton: 'Add this person',
  who: 'Who are they?',
  whoMissing: 'Choose who they are',
  born: 'Date of birth of the child',
  bornHint: 'As in the passport or birth certificate, for example 27 3 2015.',
  bornMissing: 'Enter the child’s date of birth',
  ofAge:
    'Whoever is 18 or older answers for themselves. Send them an invitation instead of adding them here.',
  toInvite: 'Invite an adult',
  inviteTitle: 'Invite an adult',
  inviteLead:
    'They join with an account of their own and answer for themselves. You do not see their answers or documents, and they do not see yours.',
  inviteAs: 'They join as: {role}.',
  inviteTold:
    'We mail them a link that works for 14 days. It opens only for an account with that email address.',
  inviteYours:
    'When they have signed in, we show them your email address, so that they know who asks.',
  email: 'Their email address',
  emailMissing: 'Enter their email address, for example ben@example.com',
  language: 'Language of the email',
  languageMissing: 'Choose the language of the email',
  inviteButton: 'Send the invitation',
  ownAddress: 'This is your own address. Enter the address of the person you invite.',
  askedAlready:
    'This address already has an invitation here. You can send it again from the list of people.',
  tooOften:
    'You have sent many invitations in a short time. You can send more from this time on: {time}.',
  full: 'Nobody else can join this application in that role.',
  closed: 'Nobody can join this application at this stage.',
  toApplication: 'Back to the application',
  withdrawTitle: 'Withdraw this invitation?',
  withdraw: 'The link we mailed to {email} stops working at once.',
  withdrawYes: 'Yes, withdraw it',
  withdrawNo: 'No, keep it',
  removeTitle: 'Take this person out of the application?',
  remove:
    'What you have written and uploaded for them here is deleted at once, and from our archives after seven days. This cannot be undone.',
  removeYes: 'Yes, take them out',
  removeNo: 'No, keep them',
  leaveTitle: 'Leave this application?',
  leave:
    'What you have written and uploaded here and not sent in is deleted at once, and from our archives after seven days. The others go on without you.',
  leaveYes: 'Yes, leave it',
  leaveNo: 'No, stay',
  tooLate: 'This is no longer possible: the application has moved on.',
  actsForOthers: 'People whom you added are in this application. Take them out first.',
} as const

export type PeopleWords = Readonly<Record<keyof typeof en, string>>

export const peopleWords: Readonly<Record<Language, PeopleWords>> = {
  en,
  az: {
    addTitle: 'Şəxs əlavə edin',
    addLead:
      'Uşaq və ya qəyyumu olduğunuz şəxs üçün. Onun əvəzinə siz cavab verirsiniz, müraciətin ona aid hissəsində.',
    addName: 'Pasportdakı adı onun öz hissəsində soruşulur.',
    addAge: 'Uşağın əvəzindən onun 18 yaşının tamam olduğu günədək hərəkət edirsiniz.',
    addButton: 'Bu şəxsi əlavə edin',
    who: 'Bu şəxs kimdir?',
    whoMissing: 'Bu şəxsin kim olduğunu seçin',
    born: 'Uşağın doğum tarixi',
    bornHint: 'Pasportda və ya doğum haqqında şəhadətnamədə olduğu kimi, məsələn, 27 3 2015.',
    bornMissing: 'Uşağın doğum tarixini yazın',
    ofAge:
      '18 yaşı tamam olmuş şəxs özü cavab verir. Onu burada əlavə etməyin, ona dəvət göndərin.',
    toInvite: 'Yetkin şəxsi dəvət edin',
    inviteTitle: 'Yetkin şəxsi dəvət edin',
    inviteLead:
      'O, öz şəxsi kabineti ilə qoşulur və özü cavab verir. Siz onun cavablarını və sənədlərini görmürsünüz, o da sizinkiləri görmür.',
    inviteAs: 'Bu qismdə qoşulur: {role}.',
    inviteTold:
      'Ona 14 gün işləyən link göndəririk. Link yalnız həmin e-poçt ünvanı ilə açılmış kabinet üçün açılır.',
    inviteYours:
      'O daxil olduqda kimin dəvət etdiyini bilməsi üçün e-poçt ünvanınızı ona göstəririk.',
    email: 'Onun e-poçt ünvanı',
    emailMissing: 'Onun e-poçt ünvanını yazın, məsələn, ben@example.com',
    language: 'Məktubun dili',
    languageMissing: 'Məktubun dilini seçin',
    inviteButton: 'Dəvəti göndərin',
    ownAddress: 'Bu, sizin öz ünvanınızdır. Dəvət etdiyiniz şəxsin ünvanını yazın.',
    askedAlready:
      'Bu ünvana artıq dəvət göndərmisiniz. Onu şəxslərin siyahısından yenidən göndərə bilərsiniz.',
    tooOften:
      'Qısa müddətdə çoxlu dəvət göndərmisiniz. Bu vaxtdan sonra yenə göndərə bilərsiniz: {time}.',
    full: 'Bu müraciətə bu qismdə daha heç kim qoşula bilməz.',
    closed: 'Bu mərhələdə müraciətə heç kim qoşula bilməz.',
    toApplication: 'Müraciətə qayıdın',
    withdrawTitle: 'Bu dəvət geri götürülsün?',
    withdraw: '{email} ünvanına göndərdiyimiz link dərhal işləmir.',
    withdrawYes: 'Bəli, geri götürürəm',
    withdrawNo: 'Xeyr, qalsın',
    removeTitle: 'Bu şəxs müraciətdən çıxarılsın?',
    remove:
      'Burada onun üçün yazdıqlarınız və yüklədikləriniz dərhal, arxivlərimizdən isə yeddi gündən sonra silinir. Onları bərpa etmək mümkün deyil.',
    removeYes: 'Bəli, çıxarın',
    removeNo: 'Xeyr, qalsın',
    leaveTitle: 'Bu müraciətdən çıxmaq istəyirsiniz?',
    leave:
      'Burada yazdığınız, yüklədiyiniz və təqdim etmədikləriniz dərhal, arxivlərimizdən isə yeddi gündən sonra silinir. Qalanlar sizsiz davam edir.',
    leaveYes: 'Bəli, çıxıram',
    leaveNo: 'Xeyr, qalıram',
    tooLate: 'Bunu artıq etmək mümkün deyil: müraciət növbəti mərhələyə keçib.',
    actsForOthers: 'Əlavə etdiyiniz şəxslər bu müraciətdədir. Əvvəlcə onları çıxarın.',
  },
  tr: {
    addTitle: 'Kişi ekleyin',
    addLead:
      'Çocuğunuz ya da vasisi olduğunuz biri için. Onun yerine siz, başvurunun ona ait bölümünde yanıt verirsiniz.',
    addName: 'Pasaporttaki adı kendi bölümünde sorulur.',
    addAge: 'Çocuk adına, 18 yaşını doldurduğu günden önceki güne kadar siz hareket edersiniz.',
    addButton: 'Bu kişiyi ekleyin',
    who: 'Bu kişi kim?',
    whoMissing: 'Bu kişinin kim olduğunu seçin',
    born: 'Çocuğun doğum tarihi',
    bornHint: 'Pasaportta ya da doğum belgesinde olduğu gibi, örneğin 27 3 2015.',
    bornMissing: 'Çocuğun doğum tarihini yazın',
    ofAge:
      '18 yaşını doldurmuş olanlar kendileri yanıt verir. Onu burada eklemeyin, ona davet gönderin.',
    toInvite: 'Bir yetişkini davet edin',
    inviteTitle: 'Bir yetişkini davet edin',
    inviteLead:
      'Kendi hesabıyla katılır ve kendisi yanıt verir. Siz onun yanıtlarını ve belgelerini görmezsiniz, o da sizinkileri görmez.',
    inviteAs: 'Şu sıfatla katılır: {role}.',
    inviteTold:
      'Ona 14 gün geçerli bir bağlantı göndeririz. Bağlantı yalnızca bu e-posta adresiyle açılmış bir hesapta açılır.',
    inviteYours:
      'Giriş yaptığında kimin davet ettiğini bilmesi için e-posta adresinizi ona gösteririz.',
    email: 'Onun e-posta adresi',
    emailMissing: 'Onun e-posta adresini yazın, örneğin ben@example.com',
    language: 'E-postanın dili',
    languageMissing: 'E-postanın dilini seçin',
    inviteButton: 'Daveti gönderin',
    ownAddress: 'Bu sizin kendi adresiniz. Davet ettiğiniz kişinin adresini yazın.',
    askedAlready:
      'Bu adrese burada zaten bir davet gitti. Onu kişiler listesinden yeniden gönderebilirsiniz.',
    tooOften:
      'Kısa sürede çok sayıda davet gönderdiniz. Şu saatten sonra yenilerini gönderebilirsiniz: {time}.',
    full: 'Bu başvuruya bu sıfatla başka kimse katılamaz.',
    closed: 'Bu aşamada başvuruya kimse katılamaz.',
    toApplication: 'Başvuruya dönün',
    withdrawTitle: 'Bu davet geri çekilsin mi?',
    withdraw: '{email} adresine gönderdiğimiz bağlantı hemen geçersiz olur.',
    withdrawYes: 'Evet, geri çekiyorum',
    withdrawNo: 'Hayır, kalsın',
    removeTitle: 'Bu kişi başvurudan çıkarılsın mı?',
    remove:
      'Burada onun için yazdıklarınız ve yükledikleriniz hemen, arşivlerimizden ise yedi gün sonra silinir. Bu işlem geri alınamaz.',
    removeYes: 'Evet, çıkarın',
    removeNo: 'Hayır, kalsın',
    leaveTitle: 'Bu başvurudan ayrılmak istiyor musunuz?',
    leave:
      'Burada yazıp yüklediğiniz ve göndermediğiniz her şey hemen, arşivlerimizden ise yedi gün sonra silinir. Diğerleri sizsiz sürdürür.',
    leaveYes: 'Evet, ayrılıyorum',
    leaveNo: 'Hayır, kalıyorum',
    tooLate: 'Bu artık yapılamaz: başvuru bir sonraki aşamaya geçti.',
    actsForOthers: 'Eklediğiniz kişiler bu başvuruda. Önce onları çıkarın.',
  },
  ru: {
    addTitle: 'Добавить человека',
    addLead:
      'Ребёнка или того, чьим опекуном вы являетесь. За него отвечаете вы — в его собственной части обращения.',
    addName: 'Имя, как в паспорте, мы спросим в его части.',
    addAge: 'За ребёнка вы действуете до дня перед его восемнадцатилетием.',
    addButton: 'Добавить этого человека',
    who: 'Кто это?',
    whoMissing: 'Выберите, кто это',
    born: 'Дата рождения ребёнка',
    bornHint: 'Как в паспорте или свидетельстве о рождении, например 27 3 2015.',
    bornMissing: 'Введите дату рождения ребёнка',
    ofAge:
      'Тот, кому исполнилось 18 лет, отвечает за себя сам. Не добавляйте его здесь, а отправьте ему приглашение.',
    toInvite: 'Пригласить взрослого',
    inviteTitle: 'Пригласить взрослого',
    inviteLead:
      'Он присоединится со своей учётной записью и ответит за себя сам. Вы не видите его ответы и документы, а он — ваши.',
    inviteAs: 'В этом качестве: {role}.',
    inviteTold:
      'Мы отправим ему ссылку, она действует 14 дней. Открыть её можно только с учётной записью на этот адрес.',
    inviteYours: 'Когда он войдёт, мы покажем ему ваш адрес почты, чтобы он знал, кто его зовёт.',
    email: 'Его адрес электронной почты',
    emailMissing: 'Введите его адрес электронной почты, например ben@example.com',
    language: 'Язык письма',
    languageMissing: 'Выберите язык письма',
    inviteButton: 'Отправить приглашение',
    ownAddress: 'Это ваш собственный адрес. Введите адрес того, кого вы приглашаете.',
    askedAlready:
      'На этот адрес уже есть приглашение. Отправить его ещё раз можно из списка людей.',
    tooOften:
      'Вы отправили много приглашений за короткое время. Новые можно отправить с этого времени: {time}.',
    full: 'Больше никто не может присоединиться к этому обращению в этом качестве.',
    closed: 'На этом этапе присоединиться к обращению нельзя.',
    toApplication: 'Вернуться к обращению',
    withdrawTitle: 'Отозвать это приглашение?',
    withdraw: 'Ссылка, отправленная на {email}, сразу перестанет действовать.',
    withdrawYes: 'Да, отозвать',
    withdrawNo: 'Нет, оставить',
    removeTitle: 'Убрать этого человека из обращения?',
    remove:
      'Всё, что вы написали и загрузили здесь для него, удаляется сразу, а из наших архивов — через семь дней. Вернуть это нельзя.',
    removeYes: 'Да, убрать',
    removeNo: 'Нет, оставить',
    leaveTitle: 'Выйти из этого обращения?',
    leave:
      'Всё, что вы здесь написали, загрузили и не отправили, удаляется сразу, а из наших архивов — через семь дней. Остальные продолжат без вас.',
    leaveYes: 'Да, выйти',
    leaveNo: 'Нет, остаться',
    tooLate: 'Этого уже нельзя сделать: обращение перешло на другой этап.',
    actsForOthers: 'В обращении есть люди, которых вы добавили. Сначала уберите их.',
  },
}

/** The same sentence in each language, as the questions of a form have it. */
export const inEach = (word: keyof PeopleWords) => ({
  az: peopleWords.az[word],
  tr: peopleWords.tr[word],
  en: peopleWords.en[word],
  ru: peopleWords.ru[word],
})

/** What is said of an application, or of a family. */
export const peopleWordsOf = (
  language: Language,
  type: Pick<CaseType, 'family'>,
): typeof peopleWords.en => ({
  ...peopleWords[language],
  ...(type.family === true ? familyPeople[language] : {}),
})
