import { assert } from '#core/assert.ts'
import { isIsoDate } from '#core/dated.ts'
import type { Language } from '#core/language.ts'
import { stepOf } from '#core/cases/life.ts'
import { isOfficeRole, SYSTEM } from '#core/cases/roles.ts'
import { MONEY_LETTERS, type CaseType } from '#core/policy/case-type.ts'
import { formatDate } from '#telling/dates.ts'
import { linkFor, renderLetter, type KeptLetter } from '#telling/letters.ts'
import type { MailText } from '#telling/mails.ts'

/**
 * What of a letter goes by e-mail: all of it, or that it is there. A mailbox is read by others,
 * lies open for years and is passed on: it is told of no decision, no sum and nothing that is held.
 */
export function mailOfLetter(
  type: CaseType,
  letter: KeptLetter,
  { portalUrl }: { readonly portalUrl: string },
): MailText {
  const rule = type.letters.find(({ code }) => code === letter.code)
  assert(rule !== undefined, `the type that sent ${letter.code} has its words`)
  return tellsMore(type, rule)
    ? newsOf(letter, portalUrl)
    : renderLetter(type, letter, { portalUrl })
}

/**
 * That something is owed, paid or paid back follows what was given. A letter that goes with one
 * outcome alone says it, and so does one about a decision that can say one thing only, or about
 * what officials ended. Where they open a case about what somebody holds, all that is written of
 * it names that.
 */
function tellsMore(type: CaseType, { on, when }: CaseType['letters'][number]): boolean {
  if (MONEY_LETTERS.some((each) => each === on) || when !== undefined) return true
  const step = stepOf(type, on)
  if (step === undefined) return false
  const { about, by } = type.begins ?? { by: [] }
  if (about !== undefined && 'status' in about && by.every(isOfOffice)) return true
  if (step.kind === 'end') return step.by.every(isOfOffice)
  return step.kind === 'decide' && outcomesBefore(type, step.from).size === 1
}

const isOfOffice = (role: string): boolean => isOfficeRole(role) || role === SYSTEM

/** What can be proposed where it is decided from there. */
const outcomesBefore = ({ steps }: CaseType, from: readonly string[]): ReadonlySet<string> =>
  new Set(
    steps.flatMap((step) => {
      if (step.kind === 'propose' && from.includes(step.to)) return step.outcomes
      const isByTime = step.kind === 'lapse' && step.does === 'propose' && from.includes(step.to)
      return isByTime ? [step.outcome] : []
    }),
  )

function newsOf(letter: KeptLetter, portalUrl: string): MailText {
  const { language, values } = letter
  const { number, payBy = '' } = values
  const { subject, hello, news, last, soon, read, from } = WORDS[language]
  const day = isIsoDate(payBy) ? formatDate(payBy, language) : undefined
  const link = linkFor(letter, { portalUrl, language, place: '/letters' })
  return {
    subject: subject.replace('{number}', () => number),
    paragraphs: [
      hello,
      news.replace('{number}', () => number),
      day === undefined ? soon : last.replace('{day}', () => day),
      read.replace('{link}', () => link),
      from,
    ],
  }
}

const WORDS = {
  az: {
    subject: 'Şəxsi kabinetinizdə yeni məktub var: {number}',
    hello: 'Hörmətli müraciətçi!',
    news: '{number} nömrəsi üzrə şəxsi kabinetinizdə yeni məktub var. Məlumatlarınızı qorumaq üçün onda nə yazıldığını e-poçtla bildirmirik.',
    last: 'Orada sizdən bir addım istənilir, son gün: {day}.',
    soon: 'Onu tez oxuyun: orada bir addım üçün son gün göstərilə bilər.',
    read: 'Məktubu oxuyun: {link}',
    from: 'Dövlət Miqrasiya Xidməti',
  },
  tr: {
    subject: 'Hesabınızda yeni bir bildirim var: {number}',
    hello: 'Sayın başvuru sahibi,',
    news: '{number} numarasıyla ilgili olarak hesabınızda yeni bir bildirim var. Verilerinizi korumak için içinde ne yazdığını e-postayla bildirmiyoruz.',
    last: 'Orada sizden bir adım isteniyor, son gün: {day}.',
    soon: 'Onu kısa sürede okuyun: içinde bir adım için son gün yazıyor olabilir.',
    read: 'Bildirimi okuyun: {link}',
    from: 'Devlet Göç Servisi',
  },
  en: {
    subject: 'There is a new letter in your account: {number}',
    hello: 'Hello,',
    news: 'There is a new letter in your account, under the number {number}. To protect your data, we do not write in an email what it says.',
    last: 'It asks you to do something, the last day: {day}.',
    soon: 'Please read it soon: it can have a last day for you to do something.',
    read: 'Read the letter: {link}',
    from: 'State Migration Service',
  },
  ru: {
    subject: 'В личном кабинете новое письмо: {number}',
    hello: 'Здравствуйте!',
    news: 'В вашем личном кабинете есть новое письмо, номер {number}. Чтобы защитить ваши данные, мы не сообщаем его содержание по электронной почте.',
    last: 'В нём вас просят что-то сделать, последний день: {day}.',
    soon: 'Прочитайте его скорее: в нём может быть указан последний день, чтобы что-то сделать.',
    read: 'Прочитать письмо: {link}',
    from: 'Государственная миграционная служба',
  },
} as const satisfies Record<Language, unknown>
