import { assert } from '#core/assert.ts'
import type { Report } from '#core/cases/away.ts'
import type { Forwards } from '#core/cases/consulted.ts'
import { passOn, report } from '#core/cases/forwarding.ts'
import { SYSTEM } from '#core/cases/roles.ts'
import { partOf, type Standing } from '#core/cases/standing.ts'
import type { StepKind } from '#core/cases/life.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import type { Policy } from '#core/policy/policy.ts'
import type { Tx } from '#platform/database.ts'
import { contextIn, recordStep, type Taking } from '#records/cases.ts'
import type { FiledThere, Forwarding, HeldThere } from '#records/inquiries.ts'
import { caseAfter, type Case } from '#records/read-case.ts'
import { STATUS_STATES } from '#records/statuses.ts'

/** What a case tells the system that examines it, and what becomes of what that says. */

/** Of one of those whom it is about; what they sent in goes along where it is sent. */
export async function forwardingOf(
  tx: Tx,
  { held, type, statuses }: Told,
  { subject, does }: { readonly subject: string; readonly does: Forwards },
): Promise<Forwarding> {
  const { standing } = held
  const heard = standing.away.find((each) => each.subject === subject)?.n ?? 0
  if (does !== 'send') return { does, heard }
  const [filed, holds] = [
    await filedThere(tx, { standing: partOf(standing, subject), type }),
    type.tellsHeld === true ? await heldThere(tx, statuses, subject) : [],
  ]
  return { does, heard, filed: { ...filed, ...(holds.length === 0 ? {} : { held: holds }) } }
}

type Told = {
  readonly held: Case
  readonly type: CaseType
  readonly statuses: Policy['statuses']
}

/** What somebody holds, and held before, as the system is told; the person reads it before. */
export async function heldThere(
  tx: Tx,
  statuses: Policy['statuses'],
  holder: string,
): Promise<readonly HeldThere[]> {
  const rows = await tx
    .selectFrom('status')
    .select(['kind', 'number', 'fromOn', 'untilOn', 'state'])
    .where('holder', '=', holder)
    .orderBy('fromOn')
    .orderBy('number')
    .limit(HELD_MAX)
    .execute()
  return rows.map(({ kind, number, fromOn: from, untilOn: until, state: is }) => {
    const state = STATUS_STATES.find((each) => each === is)
    assert(state !== undefined, `the state of ${number} is known`)
    return { kind, title: statuses.get(kind)?.title.az ?? kind, number, from, until, state }
  })
}

/** As many as one question has room for. */
const HELD_MAX = 50

async function filedThere(
  tx: Tx,
  { standing, type }: { readonly standing: Standing; readonly type: CaseType },
): Promise<FiledThere> {
  const filing = standing.filings.at(-1)
  assert(filing !== undefined, 'what is forwarded was sent in')
  const documents = await documentsThere(tx, { type, ids: filing.documents })
  return {
    type: type.code,
    title: type.title.az,
    on: filing.on,
    answer: type.blocks.flatMap(({ code: block, fields }) =>
      (filing.answers[block] ?? []).flatMap(({ id: item, values }) =>
        fields.flatMap(({ code: field, label }) => {
          const value = [values[field] ?? []].flat().filter((each) => each !== '')
          return value.length === 0 ? [] : [{ block, item, field, question: label.az, value }]
        }),
      ),
    ),
    ...(documents.length === 0 ? {} : { document: documents }),
  }
}

async function documentsThere(
  tx: Tx,
  { type, ids }: { readonly type: CaseType; readonly ids: readonly string[] },
): Promise<NonNullable<FiledThere['document']>> {
  if (ids.length === 0) return []
  const rows = await tx
    .selectFrom('document')
    .select(['id', 'kind', 'media', 'bytes'])
    .where('id', 'in', ids)
    .orderBy('id')
    .execute()
  return rows.map(({ id, kind, media, bytes }) => ({
    id,
    kind,
    title: type.checklist.find(({ code }) => code === kind)?.title.az ?? kind,
    media: mediaOf(media),
    bytes: String(bytes),
  }))
}

function mediaOf(text: string): 'pdf' | 'jpeg' | 'png' {
  assert(text === 'pdf' || text === 'jpeg' || text === 'png', 'the table holds no other media')
  return text
}

/**
 * What the system says becomes an event of the case; what it wants mended goes on to the person, as
 * far as the case can be given back for that. Nothing happens to what was heard before.
 */
export async function takeReport(
  tx: Tx,
  held: Case,
  { taking, service, said }: Taken,
): Promise<Standing | undefined> {
  const code = stepHere(held, taking, 'report')
  if (code === undefined) return undefined
  const step = report(held.standing, contextIn(held, taking), { step: code, service, said })
  if (!step.ok) return undefined
  const after = await recordStep(tx, held, step.value, taking)
  return (await mended(tx, caseAfter(held, after), { taking, service, said })) ?? after
}

type Taken = { readonly taking: Taking; readonly service: string; readonly said: Report }

async function mended(tx: Tx, held: Case, { taking, said }: Taken): Promise<Standing | undefined> {
  const { subject, as } = said
  const known = held.standing.away.find((each) => each.subject === subject)
  const step = stepHere(held, taking, 'return')
  if (as !== 'mend' || known?.recalledOn !== undefined || step === undefined) return undefined
  const given = passOn(held.standing, contextIn(held, taking), { step, said })
  return given.ok ? recordStep(tx, held, given.value, taking) : undefined
}

const stepHere = (
  { standing }: Case,
  { description: { type } }: Taking,
  kind: StepKind,
): string | undefined =>
  type.steps.find(
    (rule) => rule.kind === kind && rule.from.includes(standing.state) && rule.by.includes(SYSTEM),
  )?.code
