import { isIsoDate, type IsoDate } from '#core/dated.ts'
import { plainDashes, plainDigits } from '#core/facts/digits.ts'
import type { Role, State } from '#core/lifecycle/lifecycle.ts'

/** What the lists of the Service are called in an address, and what is in them. */
export const LISTS = {
  check: ['submitted'],
  returned: ['returned'],
  bodies: ['in-assessment'],
  decide: ['awaiting-decision'],
  sign: ['decision-drafted'],
  closing: ['closing-proposed'],
  decided: [
    'recognised',
    'refused',
    'annulment-proposed',
    'death-reported',
    'annulled',
    'expired',
    'holder-deceased',
  ],
  all: [
    'submitted',
    'returned',
    'closing-proposed',
    'in-assessment',
    'awaiting-decision',
    'decision-drafted',
    'recognised',
    'annulment-proposed',
    'death-reported',
    'withdrawn',
    'left-unexamined',
    'refused',
    'annulled',
    'expired',
    'holder-deceased',
  ],
} as const satisfies Readonly<Record<string, readonly State[]>>

export type ListCode = keyof typeof LISTS
export const LIST_CODES: readonly ListCode[] = [
  'check',
  'returned',
  'bodies',
  'decide',
  'sign',
  'closing',
  'decided',
  'all',
]

export function isListCode(text: string): text is ListCode {
  return Object.hasOwn(LISTS, text)
}

/** The list that somebody in this role opens first. */
export const firstList = (roles: readonly Role[]): ListCode =>
  roles.includes('signer') && !roles.includes('case-officer') ? 'sign' : 'check'

/** After which line of a list a page begins. */
export type Place = {
  readonly dueOn?: IsoDate
  readonly id: string
  /** The line is one of those whose clock stands still, which come after those that run. */
  readonly stopped?: true
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** A place as it stands in an address; whatever else stands there is the beginning. */
export function placeIn(text: string): Place | undefined {
  const [day = '', id = '', clock] = text.split('_')
  if (!UUID.test(id)) return undefined
  if (day === '') return { id }
  if (!isIsoDate(day)) return undefined
  return { dueOn: day, id, ...(clock === STOPPED ? { stopped: true } : {}) }
}

export const placeText = ({ dueOn, id, stopped }: Place): string =>
  [dueOn ?? '', id, ...(stopped === true ? [STOPPED] : [])].join('_')

const STOPPED = 'stopped'

/** A number as people write it out, such as HQM-2026-000123; a part of one finds nothing. */
export const isWhole = (number: string): boolean => /^[A-Z]+-\d{4}-\d{6,}$/.test(number)

/** A number as people type or paste it; nothing where it can be none. */
export function tidyNumber(text: string): string | undefined {
  const tidy = plainDashes(plainDigits(text)).replace(/\s+/g, '-').toUpperCase()
  return /^(?=.*[A-Z0-9])[A-Z0-9-]{1,40}$/.test(tidy) ? tidy : undefined
}
