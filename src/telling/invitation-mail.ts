import type { Language } from '#core/language.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import type { MailText } from '#telling/mails.ts'

/** The mail with the link by which somebody joins an application. */
type About = {
  readonly type: Pick<CaseType, 'title' | 'roles'>
  readonly role: string
  readonly portalUrl: string
  readonly language: Language
  readonly token: string
}

/**
 * It does not say who invites: an address may be mistyped, and mails are passed on. Whoever has
 * signed in with the address that it went to reads it there.
 */
export function invitationMail({ type, role, portalUrl, language, token }: About): MailText {
  const words = invitationMailWords[language]
  const { subject, reason, what, ask, days, unasked, from } = words
  const link = `${portalUrl}/${language}/invitation/${encodeURIComponent(token)}`
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
