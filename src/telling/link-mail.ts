import type { LinkTold } from '#core/cases/one-person.ts'
import type { Language } from '#core/language.ts'
import { linkedWords } from '#telling/linked.tsx'
import type { MailText } from '#telling/mails.ts'

/** The mail about a link; of the other entry it says no more than the page to which it leads. */
export function linkMail(
  stands: LinkTold,
  { portalUrl, language }: { readonly portalUrl: string; readonly language: Language },
): MailText {
  const words = linkedWords[language]
  const { subject, read, from } = mailWords[language]
  return {
    subject,
    paragraphs: [words[stands], read, `${portalUrl}/${language}/who-looked`, words.wrong, from],
  }
}

type Words = Readonly<Record<'subject' | 'read' | 'from', string>>

const mailWords: Readonly<Record<Language, Words>> = {
  en: {
    subject: 'About another entry in Keçid that may be you',
    read: 'Sign in and open this page to read what agreed and how it was seen:',
    from: 'Keçid, State Migration Service of the Republic of Azerbaijan',
  },
  az: {
    subject: 'Keçid portalında sizə aid ola biləcək başqa bir qeyd barədə',
    read: 'Nəyin üst-üstə düşdüyünü və bunun necə müəyyən olunduğunu oxumaq üçün kabinetinizə daxil olub bu səhifəni açın:',
    from: 'Keçid, Azərbaycan Respublikasının Dövlət Miqrasiya Xidməti',
  },
  tr: {
    subject: 'Keçid’de size ait olabilecek başka bir kayıt hakkında',
    read: 'Neyin aynı olduğunu ve nasıl belirlendiğini okumak için giriş yapıp bu sayfayı açın:',
    from: 'Keçid, Azerbaycan Cumhuriyeti Devlet Göç Servisi',
  },
  ru: {
    subject: 'О другой записи в Keçid, которая может быть вашей',
    read: 'Чтобы прочитать, что совпало и как это установлено, войдите и откройте эту страницу:',
    from: 'Keçid, Государственная миграционная служба Азербайджанской Республики',
  },
}
