import { type AskedKind } from '#core/cases/life.ts'
import { STAGES, type Stage } from '#core/cases/stages.ts'
import { isIsoDate, type IsoDate } from '#core/dated.ts'
import { plainDashes, plainDigits } from '#core/facts/digits.ts'

/**
 * The lists of the Service: what waits for whoever looks, then all cases by how far they have come.
 */
export type ListCode = 'mine' | ListedStage | typeof EVERYTHING

export const EVERYTHING = 'all'

/** What is asked of bodies, each a list of its own. */
export const OF_BODIES = ['points', 'opinion'] as const satisfies readonly AskedKind[]
export type OfBodies = (typeof OF_BODIES)[number]

export type ListedStage = Exclude<Stage, 'draft'>

/** A draft is nobody's business yet. */
export const LISTED_STAGES: readonly ListedStage[] = STAGES.filter((stage) => stage !== 'draft')

export const LIST_CODES: readonly ListCode[] = ['mine', ...LISTED_STAGES, EVERYTHING]

/** After which line of a list a page begins: the day that the list goes by, and the case. */
export type Place = { readonly day?: IsoDate; readonly id: string }

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** A place as it stands in an address; whatever else stands there is the beginning. */
export function placeIn(text: string): Place | undefined {
  const [day = '', id = ''] = text.split('_')
  if (!UUID.test(id)) return undefined
  if (day === '') return { id }
  return isIsoDate(day) ? { day, id } : undefined
}

export const placeText = ({ day, id }: Place): string => `${day ?? ''}_${id}`

/** The number of a case or of a status, or the end of one, as people type or paste it. */
export function tidyNumber(text: string): string | undefined {
  const tidy = plainDashes(plainDigits(text)).trim().replace(/\s+/g, '-').toUpperCase()
  return /^(?=.*[A-Z0-9])[A-Z0-9-]{1,40}$/.test(tidy) ? tidy : undefined
}
