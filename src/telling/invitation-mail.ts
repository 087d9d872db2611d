import type { Language } from '#core/language.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import type { MailText } from '#telling/mails.ts'

/** The mail with the link by which somebody joins an application. */
type About = {
  readonly type: Pick<CaseType, 'title' | 'roles' | 'family'>
  readonly role: string
  readonly portalUrl: string
  readonly language: Language
  readonly token: string
  /** Whoever was acted for as a child is asked to act for themselves. */
  readonly takesOver?: boolean
}

/**
 * It does not say who invites: an address may be mistyped, and mails are passed on. Whoever has
 * signed in with the address that it went to reads it there.
 */
export function invitationMail(about: About): MailText {
  const { type, role, portalUrl, language, token, takesOver = false } = about
  const isFamily = type.family === true
  const words = {
    ...invitationMailWords[language],
    ...(isFamily ? familyMailWords[language] : {}),
  }
  const { subject, reason, what, ask, days, unasked, from } = words
  const at = `${portalUrl}/${language}`
  if (takesOver) {
    const link = `${at}/take-over/${encodeURIComponent(token)}`
    const own = takeOverMailWords[language]
    const { grewUp = own.reason } = isFamily ? familyMailWords[language] : {}
    return {
      subject: own.subject,
      paragraphs: [grewUp, own.ask, link, own.days, own.unasked, from],
    }
  }
  const link = `${at}/invitation/${encodeURIComponent(token)}`
  const name = type.roles.find(({ code }) => code === role)?.title[language] ?? role
  const said = what.replace('{type}', () => type.title[language]).replace('{role}', () => name)
  return { subject, paragraphs: [reason, said, ask, link, days, unasked, from] }
}

type Words = Readonly<
  Record<'subject' | 'reason' | 'what' | 'ask' | 'days' | 'unasked' | 'from', string>
>

const invitationMailWords: Readonly<Record<Language, Words>> = {
  en: {
    subject: 'You are invited to join an application in Keçid',
    reason: 'Somebody asks you to be part of their application to the State Migration Service.',
    what: 'Application: {type}. You would be in it as: {role}.',
    ask: 'Open this link to read what that means and who asks, and decide then:',
    days: 'The link works for 14 days, for an account with this email address. You can create one from there.',
    unasked: 'If you do not want to, you do not need to do anything: nothing happens without you.',
    from: 'Keçid, State Migration Service of the Republic of Azerbaijan',
  },
  az: {
    subject: 'Keçid portalında müraciətə qoşulmağa dəvət olunursunuz',
    reason: 'Kimsə sizi Dövlət Miqrasiya Xidmətinə müraciətinə qoşulmağa dəvət edir.',
    what: 'Müraciət: {type}. Siz orada bu qismdə olacaqsınız: {role}.',
    ask: 'Bunun nə demək olduğunu və kimin dəvət etdiyini oxumaq üçün bu linki açın, sonra qərar verin:',
    days: 'Link 14 gün, bu e-poçt ünvanı ilə açılmış şəxsi kabinet üçün işləyir. Kabineti oradan aça bilərsiniz.',
    unasked: 'İstəmirsinizsə, heç nə etməyin: sizsiz heç nə baş vermir.',
    from: 'Keçid, Azərbaycan Respublikasının Dövlət Miqrasiya Xidməti',
  },
  tr: {
    subject: 'Keçid’de bir başvuruya katılmaya davet edildiniz',
    reason: 'Biri sizi Devlet Göç Servisine yaptığı başvuruya katılmaya davet ediyor.',
    what: 'Başvuru: {type}. Orada şu sıfatla yer alırsınız: {role}.',
    ask: 'Bunun ne anlama geldiğini ve kimin davet ettiğini okumak için bu bağlantıyı açın, sonra karar verin:',
    days: 'Bağlantı 14 gün, bu e-posta adresiyle açılmış bir hesap için geçerlidir. Hesabı oradan açabilirsiniz.',
    unasked: 'İstemiyorsanız bir şey yapmayın: siz olmadan hiçbir şey olmaz.',
    from: 'Keçid, Azerbaycan Cumhuriyeti Devlet Göç Servisi',
  },
  ru: {
    subject: 'Вас приглашают присоединиться к обращению в Keçid',
    reason: 'Кто-то просит вас участвовать в его обращении в Государственную миграционную службу.',
    what: 'Обращение: {type}. Вы участвуете в нём в этом качестве: {role}.',
    ask: 'Откройте эту ссылку, чтобы прочитать, что это значит и кто просит, и тогда решите:',
    days: 'Ссылка действует 14 дней, для учётной записи на этот адрес почты. Создать её можно оттуда же.',
    unasked: 'Если вы не хотите, ничего не делайте: без вас ничего не произойдёт.',
    from: 'Keçid, Государственная миграционная служба Азербайджанской Республики',
  },
}

/** Nothing is applied for in a list of a family. */
const familyMailWords: Readonly<
  Record<Language, Readonly<Record<'subject' | 'reason' | 'what' | 'grewUp', string>>>
> = {
  en: {
    subject: 'You are invited into a family list in Keçid',
    reason:
      'Somebody asks you to be in the list of their family on the portal of the State Migration Service. It shows each of a family what they may do and what ends when. It is no application.',
    what: 'You would be in it as: {role}.',
    grewUp:
      'Somebody entered you in the list of their family on the portal of the State Migration Service while you were under 18. From the day on which you are 18 you go on by yourself, as the same person.',
  },
  az: {
    subject: 'Keçid portalında ailə siyahısına dəvət olunursunuz',
    reason:
      'Kimsə sizi Dövlət Miqrasiya Xidmətinin portalında öz ailəsinin siyahısına dəvət edir. Siyahı ailədəki hər kəsə nə edə biləcəyini və nəyin nə vaxt bitdiyini göstərir. Bu, müraciət deyil.',
    what: 'Siyahıdakı yeriniz: {role}.',
    grewUp:
      '18 yaşınız tamam olmamış kimsə sizi Dövlət Miqrasiya Xidmətinin portalında öz ailəsinin siyahısına əlavə edib. 18 yaşınızın tamam olduğu gündən həmin şəxs kimi özünüz davam edirsiniz.',
  },
  tr: {
    subject: 'Keçid’de bir aile listesine davet edildiniz',
    reason:
      'Biri sizi Devlet Göç Servisi portalındaki aile listesine davet ediyor. Liste, ailedeki herkese neler yapabileceğini ve neyin ne zaman bittiğini gösterir. Bu bir başvuru değildir.',
    what: 'Listedeki yeriniz: {role}.',
    grewUp:
      '18 yaşınızı doldurmadan biri sizi Devlet Göç Servisi portalında kendi ailesinin listesine ekledi. 18 yaşınızı doldurduğunuz günden itibaren aynı kişi olarak kendiniz devam edersiniz.',
  },
  ru: {
    subject: 'Вас приглашают в список семьи в Keçid',
    reason:
      'Кто-то приглашает вас в список своей семьи на портале Государственной миграционной службы. Он показывает каждому в семье, что ему доступно и что когда закончится. Это не обращение.',
    what: 'Кем вы в нём будете: {role}.',
    grewUp:
      'Пока вам не исполнилось 18 лет, вас внесли в список семьи на портале Государственной миграционной службы. Со дня, когда вам исполняется 18 лет, вы продолжаете сами, как тот же человек.',
  },
}

const takeOverMailWords: Readonly<
  Record<Language, Readonly<Record<'subject' | 'reason' | 'ask' | 'days' | 'unasked', string>>>
> = {
  en: {
    subject: 'Act for yourself in Keçid from now on',
    reason:
      'Somebody applied to the State Migration Service for you while you were under 18. From the day on which you are 18 you go on by yourself, as the same person.',
    ask: 'Open this link to read what that means and who asks:',
    days: 'The link works for 14 days, and not before you are 18, for an account with this email address. You can create one from there. Have your passport ready.',
    unasked: 'If this is not about you, you do not need to do anything.',
  },
  az: {
    subject: 'Keçid portalında bundan sonra özünüz hərəkət edin',
    reason:
      '18 yaşınız tamam olmamış kimsə Dövlət Miqrasiya Xidmətinə sizin üçün müraciət edib. 18 yaşınızın tamam olduğu gündən həmin şəxs kimi özünüz davam edirsiniz.',
    ask: 'Bunun nə demək olduğunu və kimin dəvət etdiyini oxumaq üçün bu linki açın:',
    days: 'Link 14 gün, 18 yaşınızdan əvvəl isə yox, bu e-poçt ünvanı ilə açılmış şəxsi kabinet üçün işləyir. Kabineti oradan aça bilərsiniz. Pasportunuz yanınızda olsun.',
    unasked: 'Söhbət sizdən getmirsə, heç nə etməyin.',
  },
  tr: {
    subject: 'Keçid’de bundan sonra kendi adınıza siz hareket edin',
    reason:
      '18 yaşınızı doldurmadan biri sizin adınıza Devlet Göç Servisine başvurdu. 18 yaşınızı doldurduğunuz günden itibaren aynı kişi olarak kendiniz devam edersiniz.',
    ask: 'Bunun ne anlama geldiğini ve kimin davet ettiğini okumak için bu bağlantıyı açın:',
    days: 'Bağlantı 14 gün, 18 yaşınızdan önce ise değil, bu e-posta adresiyle açılmış bir hesap için geçerlidir. Hesabı oradan açabilirsiniz. Pasaportunuz yanınızda olsun.',
    unasked: 'Bu sizinle ilgili değilse bir şey yapmayın.',
  },
  ru: {
    subject: 'Теперь действуйте в Keçid за себя сами',
    reason:
      'Пока вам не исполнилось 18 лет, за вас обращались в Государственную миграционную службу. Со дня, когда вам исполняется 18 лет, вы продолжаете сами, как тот же человек.',
    ask: 'Откройте эту ссылку, чтобы прочитать, что это значит и кто приглашает:',
    days: 'Ссылка действует 14 дней и не раньше, чем вам исполнится 18 лет, для учётной записи на этот адрес почты. Создать её можно оттуда же. Держите паспорт под рукой.',
    unasked: 'Если речь не о вас, ничего делать не нужно.',
  },
}
