import type { IsoDate } from '#core/dated.ts'
import type { OfficeLanguage } from '#core/language.ts'
import { formatDate } from '#telling/dates.ts'
import type { MailText } from '#telling/mails.ts'

/** Cases that wait for an official: the first of them, and how many there are. */
export type Waiting = {
  readonly first: readonly { readonly number: string; readonly dueOn?: IsoDate }[]
  readonly all: number
}

export type TaskMail = { readonly arrived: Waiting; readonly near: Waiting }

/** What waits for an official this morning, by number and day alone; nothing where nothing does. */
export function taskMail(
  { arrived, near }: TaskMail,
  { officeUrl, language }: { readonly officeUrl: string; readonly language: OfficeLanguage },
): MailText | undefined {
  if (arrived.all + near.all === 0) return undefined
  const words = WORDS[language]
  const listed = (title: string, { first, all }: Waiting): readonly string[] => {
    if (all === 0) return []
    const lines = first.map(({ number, dueOn }) =>
      dueOn === undefined ? number : words.case(number, formatDate(dueOn, language)),
    )
    return [title, ...lines, ...(all > first.length ? [words.more(all - first.length)] : [])]
  }
  return {
    subject: words.subject,
    paragraphs: [
      ...listed(words.arrived, arrived),
      ...listed(words.near, near),
      words.list(`${officeUrl}/${language}`),
      words.from,
    ],
  }
}

const WORDS = {
  az: {
    subject: 'Keçid: sizi gözləyən işlər',
    arrived: 'Siyahınızda yeni:',
    near: 'Son günü yaxınlaşır:',
    case: (number: string, day: string) => `${number}, son gün ${day}`,
    more: (count: number) => `Siyahıda daha ${count} iş var.`,
    list: (link: string) => `İş siyahınız: ${link}`,
    from: 'Keçid, Azərbaycan Respublikasının Dövlət Miqrasiya Xidməti',
  },
  en: {
    subject: 'Keçid: work waiting for you',
    arrived: 'New in your list:',
    near: 'Due soon:',
    case: (number: string, day: string) => `${number}, due on ${day}`,
    more: (count: number) => `Your list has ${count} more.`,
    list: (link: string) => `Your work list: ${link}`,
    from: 'Keçid, State Migration Service of the Republic of Azerbaijan',
  },
} as const
