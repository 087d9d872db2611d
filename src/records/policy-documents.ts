import { z } from 'zod'
import { canonical } from '#core/canonical.ts'
import type { Place } from '#core/appointments/places.ts'
import type { StatusKind } from '#core/cases/statuses.ts'
import { hexOf } from '#core/ledger/bytes.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import type { Concessions } from '#core/policy/concessions.ts'
import type { Laws } from '#core/policy/laws.ts'
import type { Procedure } from '#core/policy/procedure.ts'
import type { Scoring } from '#core/policy/scoring.ts'
import type { Systems } from '#core/policy/systems.ts'
import type { Mission } from '#core/promotion/missions.ts'
import { sha256 } from '#records/ledger.ts'
import { calendarShape, type CalendarDocument } from '#records/policy-calendars.ts'
import { concessionsShape } from '#records/policy-concessions.ts'
import { statusKindShape } from '#records/policy-life-shapes.ts'
import { missionShape } from '#records/policy-missions.ts'
import { placeShape } from '#records/policy-places.ts'
import {
  caseTypeShape,
  educationShape,
  lawsShape,
  occupationsShape,
  procedureShape,
  scoringShape,
} from '#records/policy-shapes.ts'
import { systemsShape } from '#records/policy-systems.ts'

/** Policy documents as bytes that outlive the code which reads them: docs/specs/policy.md. */
export type Documents = {
  readonly 'case-type': CaseType
  readonly procedure: Procedure
  readonly scoring: Scoring
  readonly status: StatusKind
  readonly calendar: CalendarDocument
  readonly education: z.output<typeof educationShape>
  readonly occupations: z.output<typeof occupationsShape>
  readonly laws: Laws
  readonly systems: Systems
  readonly concessions: Concessions
  readonly place: Place
  readonly mission: Mission
}

/** What documents there are. */
export type Kind = keyof Documents

/** A document of an earlier form in the next one, with what was meant before. */
type Next = (document: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>

/** Today's shape of each kind, and how each earlier form becomes the one after it. */
const FORMS: {
  readonly [Each in Kind]: {
    readonly shape: z.ZodType<Documents[Each]>
    readonly steps: readonly Next[]
  }
} = {
  'case-type': { shape: caseTypeShape, steps: [] },
  procedure: { shape: procedureShape, steps: [] },
  scoring: { shape: scoringShape, steps: [] },
  status: { shape: statusKindShape, steps: [] },
  calendar: { shape: calendarShape, steps: [] },
  education: { shape: educationShape, steps: [] },
  occupations: { shape: occupationsShape, steps: [] },
  laws: { shape: lawsShape, steps: [] },
  systems: { shape: systemsShape, steps: [] },
  concessions: { shape: concessionsShape, steps: [] },
  place: { shape: placeShape, steps: [] },
  mission: { shape: missionShape, steps: [] },
}

/** The canonical bytes of a document, in the form of today. What is absent is left out. */
export function textOf<Each extends Kind>(kind: Each, document: Documents[Each]): string {
  const plain = z.record(z.string(), z.json()).parse(JSON.parse(JSON.stringify(document)))
  return canonical({ ...plain, shape: formOf(kind) })
}

/** Its name. */
export const hashOf = (text: string): string => hexOf(sha256(new TextEncoder().encode(text)))

const formOf = (kind: Kind): number => FORMS[kind].steps.length + 1

/** The document in these bytes, whichever form it was written in. */
export function readText<Each extends Kind>(kind: Each, text: string): Documents[Each] {
  const { shape, ...written } = formed.parse(JSON.parse(text))
  if (shape > formOf(kind)) {
    throw new Error(`a ${kind} of form ${shape} was written by a later house than this one`)
  }
  const { shape: today, steps } = FORMS[kind]
  return today.parse(steps.slice(shape - 1).reduce((document, next) => next(document), written))
}

const formed = z.looseObject({ shape: z.int().min(1) })
