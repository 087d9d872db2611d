import type { Language } from '#core/language.ts'

/** A mail as it reads, before it is laid out. */
export type MailText = { readonly subject: string; readonly paragraphs: readonly string[] }

/** A demonstration says so in the subject and at the foot, so that no mail of one is believed. */
export function asDemonstration({ subject, paragraphs }: MailText, language: Language): MailText {
  const { mark, foot } = MARKS[language]
  return { subject: mark.replace('{subject}', subject), paragraphs: [...paragraphs, foot] }
}

const MARKS = {
  az: {
    mark: 'Nümayiş: {subject}',
    foot: 'Bu, nümayişdir: şəxslər və müraciətlər real deyil. Məktubun hüquqi qüvvəsi yoxdur.',
  },
  tr: {
    mark: 'Tanıtım: {subject}',
    foot: 'Bu bir tanıtımdır: kişiler ve başvurular kurgudur. Bu iletinin hukuki geçerliliği yoktur.',
  },
  en: {
    mark: 'Demonstration: {subject}',
    foot: 'This is a demonstration: the people and cases are invented. This message has no legal force.',
  },
  ru: {
    mark: 'Демонстрация: {subject}',
    foot: 'Это демонстрация: люди и обращения вымышлены. Письмо не имеет юридической силы.',
  },
} as const satisfies Record<Language, Record<'mark' | 'foot', string>>
