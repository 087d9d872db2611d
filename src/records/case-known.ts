import type { HoldKnown, OwnCase } from '#core/cases/context.ts'
import type { HeldBack } from '#core/cases/life.ts'
import { isoDate, isoMoment } from '#core/dated.ts'

/** What else is known beside a case, as the database gives it. */
export type OwnCaseRow = Omit<OwnCase, 'since'> & { readonly since: string }

export const ownCaseIn = ({ since, ...own }: OwnCaseRow): OwnCase => ({
  ...own,
  since: isoMoment(since),
})

export type HoldRow = {
  readonly back: HeldBack
  readonly subject: string | null
  readonly decision: string | null
  readonly since: string
  readonly by: HoldKnown['by']
}

export const holdIn = ({ back, subject, decision, since, by }: HoldRow): HoldKnown => ({
  back,
  since: isoDate(since),
  by,
  ...(subject === null ? {} : { subject }),
  ...(decision === null ? {} : { decision }),
})
