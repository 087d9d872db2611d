import { randomUUID, type KeyObject } from 'node:crypto'
import { assert } from '#core/assert.ts'
import { dayOf } from '#core/deadlines/counted.ts'
import { nextWorkingMorning } from '#core/deadlines/working-days.ts'
import type { Language } from '#core/language.ts'
import type { Law, Taking as Acting } from '#core/cases/context.ts'
import { countsOf, movable, type Dues } from '#core/cases/dues.ts'
import { stateOf, type StateRule } from '#core/cases/life.ts'
import { SYSTEM } from '#core/cases/roles.ts'
import { outcomeIn, partOf, subjectsActedFor, type Standing } from '#core/cases/standing.ts'
import type { CaseEvent, Recorded } from '#core/cases/happenings.ts'
import type { Description } from '#core/policy/policy.ts'
import { seal } from '#platform/sealing.ts'
import { letterPlace, type LetterValues } from '#records/letters.ts'

/** How a step of a case is laid out in the rows that `record_step` takes, and read back. */
export type About = {
  /** Whom the case is about, and the key to what is told of them in it. */
  readonly partyId: string
  readonly key: KeyObject
  readonly reader: Reader
  /** Where it can be about several: the key of the case alone, and of each of them. */
  readonly several?: {
    readonly caseKey: KeyObject
    readonly keyOf: (subject: string) => KeyObject
    /** Whether that key is gone; asked of whoever once had one in it. */
    readonly isErased: (party: string) => boolean
    /** Who is written to, each of those for whom they act. */
    readonly readers: readonly Reader[]
  }
}

/** Who is written to, and in which language. */
export type Reader = { readonly partyId: string; readonly language: Language }

/** Who takes a step, when, and by which law. */
export type Taking = Acting & {
  readonly description: Description
  /** The event that it follows from: what was decided in another case. */
  readonly cause?: string
}

export type Noted = Recorded & { readonly id: string }

/** The current row: what lists are made from. */
export function caseRow(
  after: Standing,
  { version, taking }: { readonly version: number; readonly taking: Taking },
) {
  const { at, calendars } = taking
  const { clock: counted } = countsOf(after, lawOf(taking))
  const rule = stateIn(after, taking)
  return {
    id: after.id,
    state: after.state,
    stateSince: after.stateSince,
    versionBefore: version,
    version: version + 1,
    stage: rule.stage,
    subjectState: subjectStateOf(after, rule),
    number: after.number,
    typeHash: after.typeHash,
    procedureHash: after.procedure,
    scoringHash: after.scoring,
    field: after.field,
    filedOn: after.filedOn,
    endedOn: rule.stage === 'ended' ? after.stateSince : null,
    counted: counted ?? null,
    dueOn: counted ? dayOf(counted, calendars) : null,
    toldOn: after.told ?? null,
    changedAt: at,
  }
}

/** How far whom it is about has come, alike for every type. */
function subjectStateOf({ decided }: Standing, { stage }: StateRule): SubjectState {
  if (decided !== undefined) return 'decided'
  if (stage === 'ended') return 'ended'
  return stage === 'with-person' ? 'returned' : 'open'
}

type SubjectState = 'open' | 'returned' | 'decided' | 'ended'

/** By what the days of a case are counted. */
export const lawOf = ({ description: { type, procedure, scoring }, calendars }: Taking): Law => ({
  type,
  procedure,
  scoring,
  calendars,
})

export function stateIn({ state }: Pick<Standing, 'state'>, { description }: Taking): StateRule {
  const rule = stateOf(description.type, state)
  assert(rule !== undefined, `${state} is a state of ${description.type.code}`)
  return rule
}

type Addressee = {
  readonly reader: Reader
  readonly subject: string
  readonly key: KeyObject
  readonly as: 'leaver' | undefined
}

const SAID: readonly CaseEvent['kind'][] = ['report', 'return']

/** The letters that the type sends for this step; what they say is written when they go out. */
export function letterRows(
  after: Standing,
  { step, role, event, by }: Noted,
  { about, taking, dues }: { readonly about: About; readonly taking: Taking; readonly dues: Dues },
) {
  const { description, at, calendars } = taking
  const values: LetterValues = {
    number: after.number ?? '',
    dueOn: dues.dueOn ?? '',
    stepDueOn: dues.stepDueOn ?? '',
    application: after.id,
    typeHash: description.typeHash,
    provisional: [...movable(after, lawOf(taking), dues)],
  }
  const { letters } = description.type
  return addressees(about).flatMap((to) => {
    const seen = about.several ? partOf(after, to.subject) : after
    return letters
      .filter(({ on, to: meant }) => on === step && meant === to.as)
      .filter(({ when }) => !when || when.outcome === outcomeIn(seen))
      .map(({ code }) => {
        const id = randomUUID()
        const plain = JSON.stringify(values)
        return {
          id,
          party: to.reader.partyId,
          subject: to.subject,
          code,
          language: to.reader.language,
          content_sealed: seal(to.key, { place: letterPlace(id), plain }).toString('base64'),
          written_at: at,
          // What no person did is told when there are people whom one can ask about it; people did
          // what a system says that examines the case, or gives back.
          send_from:
            role === SYSTEM && !SAID.includes(event.kind)
              ? nextWorkingMorning(at, calendars)
              : null,
        }
      })
  })

  /**
   * Each who can read; of those for whom they act, the first, whose case it is to them. Where
   * somebody leaves, they as well; and whoever did that knows it.
   */
  function addressees({ partyId, key, reader, several }: About): readonly Addressee[] {
    if (!several) return [{ reader, subject: partyId, key, as: undefined }]
    const leaver = event.kind === 'end' ? event.leaves : undefined
    return several.readers.flatMap((each): readonly Addressee[] => {
      if (leaver !== undefined && each.partyId === by) return []
      const as: Addressee['as'] = each.partyId === leaver ? 'leaver' : undefined
      const subject = as === undefined ? subjectsActedFor(after, each.partyId)[0] : leaver
      const to = { reader: each, as }
      return subject === undefined ? [] : [{ ...to, subject, key: several.keyOf(subject) }]
    })
  }
}
