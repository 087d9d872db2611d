import { sql } from 'kysely'
import { isGrantedThere } from '#core/cases/away.ts'
import { subjectsOf } from '#core/cases/standing.ts'
import type { IsoDate } from '#core/dated.ts'
import type { Words } from '#core/language.ts'
import { typeOf } from '#core/policy/policy.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import type { Tx } from '#platform/database.ts'
import type { House } from '#records/house.ts'
import { partIn, readCase, unlessErased, type Case } from '#records/read-case.ts'

/** What another system said that it gave to somebody: held there, and looked at here by nobody. */
export type GivenThere = {
  readonly holder: string
  readonly caseId: string
  /** The type of the case in which it was asked for. */
  readonly type: CaseType
  readonly service: string
  /** What it is called. */
  readonly title: Words
  readonly number: string
  /** The day on which it was decided there, or on which we heard of it. */
  readonly from: IsoDate
  /** None where it said none. */
  readonly until?: IsoDate
  /** By which it was read, for whoever notes that it was. */
  readonly key: Case['key']
}

/** So many cases of theirs are read for it, the newest. */
const CASES_MAX = 20

/** Of each of them, what lasts on that day as far as it was said. */
export async function givenThere(
  tx: Tx,
  { keys, policy }: Pick<House, 'keys' | 'policy'>,
  { parties, on }: { readonly parties: readonly string[]; readonly on: IsoDate },
): Promise<readonly GivenThere[]> {
  if (parties.length === 0) return []
  const { rows } = await sql<{ readonly id: string }>`
    select f.id from case_file f
    where exists (select from event where event.case_id = f.id and event.kind = 'report')
      and f.id in (
        select case_id from case_party
        where party = any (${sql.val([...parties])}::uuid[]) and is_subject and until_on is null
      )
    order by f.state_since desc, f.id limit ${sql.lit(CASES_MAX)}`.execute(tx)
  const cases = await Promise.all(rows.map(({ id }) => readCase(tx, keys, id).catch(unlessErased)))
  return cases
    .flatMap((held) => (held === undefined ? [] : givenIn(held, policy, parties)))
    .filter(({ until }) => until === undefined || on <= until)
}

const givenIn = (
  held: Case,
  policy: House['policy'],
  parties: readonly string[],
): readonly GivenThere[] =>
  subjectsOf(held.standing)
    .filter((id) => parties.includes(id))
    .flatMap((holder) => {
      const { standing, key } = partIn(held, holder)
      const own = standing.away.find(({ subject }) => subject === holder)
      if (own === undefined || !isGrantedThere(own)) return []
      const { id: caseId } = standing
      const type = typeOf(policy, standing)
      return own.reports.flatMap(({ as, gives, on, cameOn }) =>
        as !== 'grants' || gives === undefined
          ? []
          : {
              ...gives,
              holder,
              caseId,
              type,
              title: type.givesThere ?? type.title,
              service: own.service,
              from: on ?? cameOn,
              key,
            },
      )
    })
