import type { Language } from '#core/language.ts'
import type { MailText } from '#telling/mails.ts'

/**
 * The mail about a link says that there is something to read, and not what: a mailbox is read by
 * others, and that somebody is here twice is for them alone.
 */
export function linkMail({
  portalUrl,
  language,
}: {
  readonly portalUrl: string
  readonly language: Language
}): MailText {
  const { subject, news, read, from } = mailWords[language]
  return { subject, paragraphs: [news, read, `${portalUrl}/${language}/who-looked`, from] }
}

type Words = Readonly<Record<'subject' | 'news' | 'read' | 'from', string>>

const mailWords: Readonly<Record<Language, Words>> = {
  en: {
    subject: 'There is something new about your data in Keçid',
    news: 'There is something new in your account, on the page about your data. To protect your data, we do not write in an email what it says.',
    read: 'Sign in and read it there:',
    from: 'Keçid, State Migration Service of the Republic of Azerbaijan',
  },
  az: {
    subject: 'Keçid portalında məlumatlarınız barədə yenilik var',
    news: 'Şəxsi kabinetinizdə, məlumatlarınız barədə səhifədə yenilik var. Məlumatlarınızı qorumaq üçün orada nə yazıldığını e-poçtla bildirmirik.',
    read: 'Kabinetinizə daxil olub orada oxuyun:',
    from: 'Keçid, Azərbaycan Respublikasının Dövlət Miqrasiya Xidməti',
  },
  tr: {
    subject: 'Keçid’de verilerinizle ilgili bir yenilik var',
    news: 'Hesabınızda, verilerinizle ilgili sayfada bir yenilik var. Verilerinizi korumak için orada ne yazdığını e-postayla bildirmiyoruz.',
    read: 'Giriş yapıp orada okuyun:',
    from: 'Keçid, Azerbaycan Cumhuriyeti Devlet Göç Servisi',
  },
  ru: {
    subject: 'В Keçid есть новое о ваших данных',
    news: 'В вашем личном кабинете, на странице о ваших данных, есть новое. Чтобы защитить ваши данные, мы не сообщаем содержание по электронной почте.',
    read: 'Войдите и прочитайте там:',
    from: 'Keçid, Государственная миграционная служба Азербайджанской Республики',
  },
}
