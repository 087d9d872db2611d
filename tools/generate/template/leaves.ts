import { createHmac } from 'node:crypto'
import { z } from 'zod'
import { canonicalBytes, type Json } from '#core/canonical.ts'
import { mismatches, readOpening, type Opening } from '#core/ledger/opening.ts'
import { readLeaf, type Leaf } from '#core/ledger/leaf.ts'
import { openingPlace } from '#records/ledger.ts'
import type { KeyRing } from '#records/keys.ts'
import { isSealed, keyOf, opened, openedText } from './seals.ts'
import { bytesIn, type Group, type Row } from './rows.ts'

/** A leaf with what it commits to, which is not kept but follows from the rows it speaks of. */
export type WholeLeaf = {
  readonly leaf: Leaf
  readonly opening: Opening
  readonly payload: Json
}

export type Read = { readonly group: Group; readonly ring: KeyRing }

/** Held against the commitments of the leaf that was written, so that no payload is guessed. */
export function wholeLeaf(read: Read, row: Row): WholeLeaf {
  const leaf = readLeaf(bytesIn(row['leaf']))
  if (leaf === undefined) throw new Error('A leaf reads as it was written')
  const sealed = { place: openingPlace(leaf.id), sealed: row['opening'] ?? '' }
  const opening = readOpening(Buffer.from(openedText(read.ring, keyOf(read.group, row), sealed)))
  if (opening === undefined) throw new Error('An opening reads as it was written')
  const payload = payloadOf(read, leaf, opening)
  const wrong = mismatches(leaf, { opening, payload: canonicalBytes(payload) }, hmac)
  if (wrong.length > 0) throw new Error(`A leaf of ${leaf.type} has another ${wrong.join()}`)
  return { leaf, opening, payload }
}

const hmac = (key: Uint8Array, bytes: Uint8Array): Uint8Array =>
  createHmac('sha256', key).update(bytes).digest()

/** The record of an act, as docs/specs/ledger.md §9 has it. */
function payloadOf(read: Read, leaf: Leaf, opening: Opening): Json {
  const { id, at, kind, role, body } = leaf
  const by = opening.actor ?? 'system'
  switch (kind) {
    case 'event': {
      const row = found(read, 'event', (each) => each['id'] === id)
      const event = { ...parsed(row['readable']), ...secretOf(read, row), kind: row['kind'] ?? '' }
      const [step, to, on] = [row['step'] ?? '', row['to_state'] ?? '', row['happened_on'] ?? '']
      return { id, at, happened_at: at, on, by, role, kind: row['kind'] ?? '', step, to, event }
    }
    case 'look':
      return {
        id,
        at,
        by,
        role,
        body,
        page: leaf.type,
        person: opening.subject,
        case: opening.case,
      }
    case 'access': {
      const said = { id, at, by, person: opening.subject }
      if (leaf.type === 'signed-in') return said
      const { kind: of = null } = found(read, 'credential', (each) => each['id'] === id)
      return { ...said, kind: of }
    }
    case 'document':
      return { id, case: opening.case, ...(SAID[leaf.type] ?? statusIn)(read, opening) }
    case 'policy':
      throw new Error('Policy is nobody’s')
  }
}

/** What is said of a status or a decision, by what became of it. */
const SAID: Readonly<
  Record<string, (read: Read, opening: Opening) => Readonly<Record<string, Json>>>
> = {
  'decision-set-aside': undoneIn,
  'hold-placed': heldIn,
  'told-to-decide': toldIn,
  'status-restored': restoredIn,
  'status-issued': statusIn,
  'status-ended': statusIn,
}

/** What is said of what is held back by the decision that the cause of the leaf made. */
function heldIn(
  read: Read,
  { case: caseId, cause = null }: Opening,
): Readonly<Record<string, Json>> {
  const { id } = found(read, 'decision', (each) => each['decided_by'] === cause)
  const { number } = found(read, 'case_file', (each) => each['id'] === caseId)
  const { what, target } = found(
    read,
    'effect',
    (each) => each['effect'] === 'hold' && each['decision'] === id,
  )
  return { number: number ?? '', back: what ?? '', of: target ?? '' }
}

/** What is said of a decision that the one made by the cause of the leaf has set aside. */
function undoneIn(read: Read, { cause = null }: Opening): Readonly<Record<string, Json>> {
  const { id } = found(read, 'decision', (each) => each['decided_by'] === cause)
  const undone = found(read, 'decision', (each) => each['set_aside_by'] === id)
  const { number = '' } = found(read, 'case_file', (each) => each['id'] === undone['case_id'])
  return { number, decision: undone['id'] ?? '' }
}

/** What is said of who was told to decide, by the decision that the cause of the leaf made. */
function toldIn(read: Read, { cause = null }: Opening): Readonly<Record<string, Json>> {
  const { id } = found(read, 'decision', (each) => each['decided_by'] === cause)
  const { target = '', due_on: until = '' } = found(
    read,
    'effect',
    (each) => each['effect'] === 'notify' && each['decision'] === id,
  )
  const { number = '' } = found(read, 'case_file', (each) => each['id'] === target)
  return { number: number ?? '', told: target ?? '', until: until ?? '' }
}

/** What is said of a status that was given in this case, or that the cause of the leaf ended. */
function statusIn(
  read: Read,
  { case: caseId, cause = null }: Opening,
): Readonly<Record<string, Json>> {
  const { group } = read
  const given = group.rows.get('decision')?.find((each) => each['decided_by'] === cause)
  const ended = group.rows
    .get('effect')
    ?.find((each) => each['effect'] === 'end' && each['decision'] === given?.['id'])
  if (given && ended) {
    return { number: ended['target'] ?? '', ended_as: ended['what'] ?? '', ended_by: cause }
  }
  const status = found(
    read,
    'status',
    given ? (each) => each['given_by'] === given['id'] : (each) => each['case_id'] === caseId,
  )
  const number = status['number'] ?? ''
  if (!given) return { number, ended_as: status['ended_as'] ?? '', ended_by: cause }
  return {
    number,
    kind: status['kind'] ?? '',
    valid_from: status['from_on'] ?? '',
    valid_until: status['until_on'] ?? '',
    field: status['field'] ?? '',
    record: given['record_hash'] ?? '',
  }
}

/** What is said of a status that is held again by the decision that the cause of the leaf made. */
function restoredIn(read: Read, { cause = null }: Opening): Readonly<Record<string, Json>> {
  const { id } = found(read, 'decision', (each) => each['decided_by'] === cause)
  const { target } = found(
    read,
    'effect',
    (each) => each['effect'] === 'restore' && each['decision'] === id,
  )
  return { number: target ?? '', restored_by: cause }
}

function found({ group }: Read, table: string, isIt: (row: Row) => boolean): Row {
  const row = group.rows.get(table)?.find(isIt)
  if (row === undefined) throw new Error(`A leaf speaks of a ${table} that is there`)
  return row
}

/** Answers as they were sent in. */
const answersShape = z.record(
  z.string(),
  z.array(
    z.object({
      id: z.string(),
      values: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
    }),
  ),
)

const filing = z.object({ filed: z.array(z.object({ answers: answersShape })) })

const shape = z.record(z.string(), z.json())
const parsed = (text: string | null | undefined) => shape.parse(JSON.parse(text ?? '{}'))

function secretOf(read: Read, row: Row) {
  if (row['sealed'] === null || !isSealed('event', 'sealed')) return {}
  return parsed(opened(read, 'event', { row, column: 'sealed' }).plain)
}

/** What was sent in, each time that it was, and in which case. */
export const sentIn = (read: Read) =>
  (read.group.rows.get('event') ?? [])
    .filter(({ kind }) => kind === 'file')
    .flatMap((row) =>
      filing
        .parse({ ...parsed(row['readable']), ...secretOf(read, row) })
        .filed.map(({ answers }) => ({ caseId: row['case_id'], answers })),
    )
