import { canonical, type Json } from '#core/canonical.ts'
import type { IsoDate } from '#core/dated.ts'
import type { Language } from '#core/language.ts'

/** What a mission prints, shows and sends. */
export const MATERIAL_KINDS = [
  'leaflet-a4',
  'leaflet-a5',
  'poster',
  'slides',
  'wallet-card',
  'text',
] as const
/** One of them. */
export type MaterialKind = (typeof MATERIAL_KINDS)[number]

/** True for one of them. */
export const isMaterialKind = (text: string): text is MaterialKind =>
  MATERIAL_KINDS.some((kind) => kind === text)

/** Something that is told with what it rests on, in words. */
export type Told = {
  readonly title: string
  readonly text: string
  readonly rests: readonly string[]
  readonly isProvisional: boolean
}

/** All that material says, whatever it is drawn as: nothing else goes on paper. */
export type MaterialContent = {
  readonly language: Language
  readonly madeOn: IsoDate
  readonly programme: string
  readonly title: string
  readonly lead: string
  readonly whatTitle: string
  readonly what: string
  readonly figures: readonly Told[]
  readonly criteria: readonly (Told & { readonly points: number })[]
  readonly gets: readonly Told[]
  readonly steps: readonly { readonly title: string; readonly text: string }[]
  readonly event: { readonly title: string; readonly place: string; readonly days: string }
  readonly mission: {
    readonly title: string
    readonly address: string
    readonly open: string
    readonly phone: string
    readonly email: string
  }
  readonly link: string
  /** The acts that all of this rests on, each with its date where that is known. */
  readonly acts: readonly string[]
  /** The day whose law this is, in words. */
  readonly asOf: string
  /** First what the mark of an uncertain value means, where one is marked; then what it is not. */
  readonly notes: readonly string[]
  readonly headings: Readonly<Record<Heading, string>>
}

/** The notes on what is shown of it: a mark is explained where it stands, and nowhere else. */
export function notesOn(
  {
    figures,
    criteria,
    gets,
    notes,
  }: Pick<MaterialContent, 'figures' | 'criteria' | 'gets' | 'notes'>,
  shown: readonly Told[],
): readonly string[] {
  const isMarked = (told: readonly Told[]) => told.some(({ isProvisional }) => isProvisional)
  return isMarked([...figures, ...criteria, ...gets]) && !isMarked(shown) ? notes.slice(1) : notes
}

/** What stands above a part, or says how to use it. */
export const HEADINGS = ['criteria', 'gets', 'steps', 'scan', 'square', 'ask', 'acts'] as const
type Heading = (typeof HEADINGS)[number]

/** The parts of it, as officials are told of them when they change. */
export const MATERIAL_PARTS = [
  'programme',
  'title',
  'lead',
  'whatTitle',
  'what',
  'figures',
  'criteria',
  'gets',
  'steps',
  'event',
  'mission',
  'link',
  'acts',
  'notes',
  'headings',
] as const satisfies readonly (keyof MaterialContent)[]
export type MaterialPart = (typeof MATERIAL_PARTS)[number]

/** One thing that it says, and where in it. */
export type MaterialLine = {
  readonly part: MaterialPart
  readonly at: string
  readonly text: string
}

/** What it says, line by line; on what day it was said is no part of that. */
export const linesOf = (content: MaterialContent): readonly MaterialLine[] =>
  MATERIAL_PARTS.flatMap((part) => linesIn(part, content[part]))

function linesIn(part: MaterialPart, value: Json): readonly MaterialLine[] {
  if (typeof value !== 'object' || value === null) return [{ part, at: part, text: String(value) }]
  return Object.entries<Json>(value).map(([key, entry]) => ({
    part,
    at: `${part}.${key}`,
    text: textsIn(entry).join(' · '),
  }))
}

/** Numbers and marks stand in words beside it already. */
function textsIn(value: Json): readonly string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values<Json>(value).flatMap(textsIn)
}

/** Gives the SHA-256 of a text in hexadecimal letters. */
type Hashing = (text: string) => string

/** The same for all that says the same, and for nothing else. */
export const fingerprintOf = (content: MaterialContent, hashing: Hashing): string =>
  hashing(canonical(linesOf(content).map(({ at, text }) => [at, text])))

/** A line that is not what it was; without one of the two it came or went. */
export type ChangedLine = {
  readonly part: MaterialPart
  readonly was?: string
  readonly is?: string
}

/** What the one says and the other does not. */
export function changesBetween(
  before: MaterialContent,
  now: MaterialContent,
): readonly ChangedLine[] {
  const [was, is] = [textsByPlace(before), textsByPlace(now)]
  return [...linesOf(now), ...linesOf(before).filter(({ at }) => !is.has(at))]
    .filter(({ at }) => was.get(at) !== is.get(at))
    .map(({ part, at }) => ({ part, ...given('was', was.get(at)), ...given('is', is.get(at)) }))
}

const textsByPlace = (content: MaterialContent): ReadonlyMap<string, string> =>
  new Map(linesOf(content).map(({ at, text }) => [at, text]))

const given = (key: 'was' | 'is', text: string | undefined) =>
  text === undefined ? {} : { [key]: text }

/** So much of a hash tells one line from another. */
const DIGEST_LETTERS = 12

/** Each line by its digest, so that a form can say what somebody saw without carrying it. */
export const digestsOf = (content: MaterialContent, hashing: Hashing): string =>
  linesOf(content)
    .map(({ at, text }) => `${at}=${hashing(text).slice(0, DIGEST_LETTERS)}`)
    .join(' ')

/** What is told now that somebody did not see who saw lines of these digests. */
export function unseenIn(
  content: MaterialContent,
  digests: string,
  hashing: Hashing,
): readonly ChangedLine[] {
  const seen = new Set(digests.split(' '))
  const now = linesOf(content)
  const places = new Set(now.map(({ at }) => at))
  const gone = [...seen].flatMap((each) => {
    const [at = ''] = each.split('=')
    const part = MATERIAL_PARTS.find((known) => at === known || at.startsWith(`${known}.`))
    return part !== undefined && !places.has(at) ? [{ part }] : []
  })
  const changed = now
    .filter(({ at, text }) => !seen.has(`${at}=${hashing(text).slice(0, DIGEST_LETTERS)}`))
    .map(({ part, text }) => ({ part, is: text }))
  return [...changed, ...gone]
}
