import type { z } from 'zod'
import { addDays, type IsoDate, type IsoMoment } from '#core/dated.ts'
import type { forwardCase } from '#exchange/services/forward-case/contract.ts'
import { millisecondsBetween, type Clock } from '#platform/calendar.ts'
import type { FetchDesk } from '#standins/exchange/fetching.ts'
import { remember } from '#standins/exchange/memory.ts'

type Asked = z.output<typeof forwardCase.question>
type Said = z.output<typeof forwardCase.answer>

/** Where the people sit who examine what is forwarded to their system. */
export type ExaminingDesk = {
  /** The same message again is the same request, and has the same answer once it has one. */
  readonly ask: (message: string, asked: Asked) => Said
}

/** What becomes of somebody's case, by the ending of the number of their travel document. */
const AGREED_ENDS = [
  { ending: '920', end: 'refuses', does: 'refuses it, with grounds and a way to complain' },
  { ending: '921', end: 'mends', does: 'has it corrected, and grants it once it is sent again' },
  { ending: '922', end: 'comes', does: 'asks to come in person, and grants it after that' },
  { ending: '923', end: 'silent', does: 'has it, and never says anything more' },
  { ending: '924', end: 'repeats', does: 'says twice that it has it, and then grants it' },
  { ending: '925', end: 'mends-nothing', does: 'has something corrected that nobody was asked' },
] as const

type End = (typeof AGREED_ENDS)[number]['end'] | 'grants'

/** For whoever tries it out: ZZ0000920. */
export const EXAMINED_NUMBERS: readonly { readonly number: string; readonly does: string }[] =
  AGREED_ENDS.map(({ ending, does }) => ({ number: `ZZ0000${ending}`, does }))

const endOf = ({ documentNumber }: Asked['person']): End =>
  documentNumber.startsWith('ZZ')
    ? (AGREED_ENDS.find(({ ending }) => documentNumber.endsWith(ending))?.end ?? 'grants')
    : 'grants'

/** A case of one of those whom it is about, as it stands there. */
type Kept = {
  readonly number: string
  readonly place: number
  /** The moment at which it was last sent, or something was last said of it. */
  readonly since: IsoMoment
  readonly sent: number
  readonly filed: Asked['filed']
  readonly came?: true
  readonly over?: true
  readonly repeated?: true
}

const KEPT_MAX = 2000

/** What nobody says within the seconds comes by itself, so that a demonstration moves on. */
export function examiningDesk(
  clock: Clock,
  seconds: () => number,
  wants: FetchDesk['wants'] = () => {},
): ExaminingDesk {
  const cases = new Map<string, Kept>()
  const answers = new Map<string, Said>()
  return {
    ask: (message, asked) => {
      const known = answers.get(message)
      if (known) return known
      if (asked.does === 'send') wants(asked.case, asked.filed?.document ?? [])
      const key = `${asked.case} ${asked.person.documentNumber}`
      const before = cases.get(key)
      const {
        kept,
        said,
        isLast = true,
      } = saidOf(asked, before, {
        now: clock.now(),
        today: clock.today(),
        seconds: seconds(),
        number: `UMS-C-${String(cases.size + 1).padStart(6, '0')}`,
      })
      if (kept) remember(cases, { key, value: kept, max: KEPT_MAX })
      if (said.result !== 'waits' && isLast) {
        remember(answers, { key: message, value: said, max: KEPT_MAX })
      }
      return said
    },
  }
}

type Now = {
  readonly now: IsoMoment
  readonly today: IsoDate
  readonly seconds: number
  /** For one that was never there. */
  readonly number: string
}
type Came = { readonly kept?: Kept; readonly said: Said; readonly isLast?: boolean }

function saidOf(asked: Asked, before: Kept | undefined, now: Now): Came {
  const { does, case: about } = asked
  const { number = now.number, place = 0, sent = 0 } = before ?? {}
  const next = {
    number,
    place: place + 1,
    since: now.now,
    sent,
    filed: asked.filed ?? before?.filed,
  }
  const saying = { case: about, place: String(next.place), number }
  switch (does) {
    case 'send':
      return { kept: { ...next, sent: sent + 1 }, said: { ...saying, result: 'arrived' } }
    case 'withdraw':
    case 'recall':
      return { kept: { ...next, over: true }, said: { ...saying, result: 'drops' } }
    case 'ask':
      return before === undefined || before.over === true
        ? { said: { case: about, result: 'waits' } }
        : nextOf(asked, before, now)
  }
}

/** What the people there say next of a case that they have. */
function nextOf(asked: Asked, before: Kept, { now, today, seconds }: Now): Came {
  const { case: about } = asked
  const isDue = millisecondsBetween(before.since, now) >= seconds * 1000
  const waits: Came = { said: { case: about, result: 'waits' } }
  if (!isDue) return waits
  const place = before.place + 1
  const saying = { case: about, place: String(place), number: before.number }
  const kept = { ...before, place, since: now }
  const grants: Came = {
    kept: { ...kept, over: true },
    said: {
      ...saying,
      result: 'grants',
      on: today,
      gives: { number: before.number.replace('-C-', '-P-'), until: addDays(today, 365) },
    },
  }
  switch (endOf(asked.person)) {
    case 'grants':
      return grants
    case 'refuses':
      return {
        kept: { ...kept, over: true },
        said: {
          ...saying,
          result: 'refuses',
          on: today,
          note: 'Təqdim edilən sənədlər dəyişikliyi təsdiq etmir.',
          complaint: 'Şikayət 30 gün ərzində Dövlət Miqrasiya Xidmətinə yazılı verilir.',
        },
      }
    case 'mends':
      return before.sent > 1 ? grants : { kept, said: { ...saying, ...mending(before) } }
    case 'mends-nothing':
      return {
        kept: { ...kept, over: true },
        said: {
          ...saying,
          result: 'mend',
          note: 'Düzəliş lazımdır.',
          mark: [{ block: 'nowhere', item: 'none', field: 'nothing', note: 'Bunu düzəldin.' }],
        },
      }
    case 'comes':
      if (before.came) return grants
      return {
        kept: { ...kept, came: true },
        said: {
          ...saying,
          result: 'come',
          on: addDays(today, 7),
          note: 'Barmaq izləri üçün saat 10:00-da gəlin: Bakı, Moskva prospekti, pasportla.',
        },
      }
    case 'silent':
      return waits
    case 'repeats':
      if (before.repeated) return grants
      return {
        kept: { ...before, repeated: true },
        said: { ...saying, place: String(before.place), result: 'arrived' },
        isLast: false,
      }
  }
}

/** The first document is wanted again; of a case without one, its first answer. */
function mending({ filed }: Kept): Pick<Said, 'result' | 'note' | 'mark'> {
  const [document] = filed?.document ?? []
  const [answer] = filed?.answer ?? []
  const note = 'Sənəd oxunmur, yenidən göndərin.'
  const at = document
    ? { document: document.kind }
    : { block: answer?.block ?? '', item: answer?.item ?? '', field: answer?.field ?? '' }
  return { result: 'mend', note, mark: [{ ...at, note }] }
}
