import { placeOf, type Place } from '#core/appointments/places.ts'
import { askOf } from '#core/cases/life.ts'
import type { Language } from '#core/language.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import type { Tx } from '#platform/database.ts'
import { appointmentsOf } from '#records/appointments.ts'
import type { Case } from '#records/read-case.ts'
import type { CopiedVisit } from '#telling/copy/copy.ts'

type Of = {
  readonly found: Case
  readonly me: string
  readonly type: CaseType
  readonly places: readonly Place[]
  readonly language: Language
}

/** When they chose to come in this case; a place that is not there any more goes by its code. */
export async function visitsCopied(
  tx: Tx,
  { found, me, type, places, language }: Of,
): Promise<readonly CopiedVisit[]> {
  const visits = await appointmentsOf(tx, found.standing.id)
  return visits
    .filter(({ party }) => party === me)
    .map(({ step, place: code, startsAt: at, state, byService = false }) => ({
      at,
      for: { code: step, name: askOf(type, step)?.visit?.title[language] ?? step },
      place: { code, name: placeOf(places, code)?.title[language] ?? code },
      state,
      by_service: byService,
    }))
}
