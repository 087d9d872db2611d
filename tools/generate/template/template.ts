import { canonical, type Json } from '#core/canonical.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { labelOf, PURPOSES } from '#core/ledger/commitment.ts'
import { openingPlace } from '#records/ledger.ts'
import { keyPlace, type KeyOf, type KeyRing } from '#records/keys.ts'
import { wholeLeaf, type Read } from './leaves.ts'
import { nameThem, type Namings } from './names.ts'
import { isSealed, opened } from './seals.ts'
import { field, rowOf } from '../binary.ts'
import {
  differing,
  finder,
  joined,
  type Differing,
  type Line,
  type Making,
  type Own,
  type Template,
  type Text,
} from './text.ts'
import type { Group, Row, Table } from './rows.ts'

/** What stands in the copies for what is only so where they were played. */
export type Elsewhere = {
  /** Ids of officials, by their ids on the stage. */
  readonly ids: ReadonlyMap<string, string>
  readonly types: ReadonlyMap<string, CaseType>
  /** The number of the policy by which copies are decided. */
  readonly policy: string
  /** The master key that wraps the keys of copies. */
  readonly master: string
  /** What a file of each sort holds, in the order of their numbers; without it there are none. */
  readonly sheets: ReadonlyMap<string, { readonly number: number; readonly bytes: number }>
}

type Building = {
  readonly group: Group
  readonly ring: KeyRing
  readonly elsewhere: Elsewhere
  readonly found: Differing
  readonly textOf: (text: string) => Text
  readonly namings: Namings
  readonly leafHashes: number[]
}

export function templateOf(
  { group, ring }: Read,
  tables: readonly Table[],
  elsewhere: Elsewhere,
): Template {
  const found = differing(elsewhere.ids)
  const namings = nameThem({ read: { group, ring }, found, types: elsewhere.types })
  const textOf = finder(found, namings.names)
  const leafHashes: number[] = []
  const building = { group, ring, elsewhere, found, textOf, namings, leafHashes }
  nameRecords(building)
  const rows = tables.map((table) =>
    numbered(table, group.rows.get(table.name) ?? []).map((row) => lineOf(building, table, row)),
  )
  const cases = group.rows.get('case_file') ?? []
  return {
    cases: cases.length,
    isOpen: cases.some(({ stage }) => stage !== 'ended'),
    firstDay: cases.map((row) => row['opened_on'] ?? '').toSorted()[0] ?? '',
    numbers: namings.numbers,
    makings: found.makings,
    leafHashes,
    rows,
  }
}

/** The hash of a record stands in events and leaves too, so it is made before them. */
function nameRecords({ group, ring, found, textOf }: Building): void {
  for (const row of group.rows.get('decision') ?? []) {
    const { plain } = opened({ group, ring }, 'decision', { row, column: 'record_sealed' })
    const record = found.add({ make: 'text', of: textOf(plain) })
    found.add({ make: 'hash', of: record }, row['record_hash'] ?? '')
  }
}

/** Rows of the ledger are numbered; of the others the order means nothing. */
const numbered = ({ name }: Table, rows: readonly Row[]): readonly Row[] =>
  name === 'ledger_leaf'
    ? rows.toSorted((one, other) => Number(one['id']) - Number(other['id']))
    : rows

function lineOf(building: Building, table: Table, row: Row): Line {
  const { name, columns, types } = table
  const own = OWN_ROWS[name]?.(building, row) ?? {}
  const fields = columns.map((column, index) =>
    fieldOf(own[column] ?? cellOf(building, name, { row, column }), types[index] ?? ''),
  )
  return joinedBytes([rowOf(columns.length), ...fields])
}

/** What a field is made of: nothing, a text with what differs in it, or bytes that differ. */
type Cell = null | Text | { readonly bytes: number }

function fieldOf(cell: Cell, type: string): Uint8Array | Own {
  if (cell === null) return field(type, null)
  if ('bytes' in cell) return { as: 'bytes', of: cell.bytes }
  const [first = ''] = cell
  if (cell.length <= 1 && typeof first === 'string') return field(type, first)
  if (type === 'jsonb') return { as: 'json', text: cell }
  if (typeof first === 'string' || !BY_PLACE.has(type)) return { as: 'text', text: cell }
  return type === 'bigint' ? { as: 'number', of: first } : { as: 'bytes', of: first }
}

/** Of these types a field differs as a whole, and is sent as it was made. */
const BY_PLACE = new Set(['uuid', 'bigint'])

function joinedBytes(pieces: readonly (Uint8Array | Own)[]): Line {
  const line: (Uint8Array | Own)[] = []
  for (const piece of pieces) {
    const last = line.at(-1)
    if (piece instanceof Uint8Array && last instanceof Uint8Array) {
      line[line.length - 1] = Buffer.concat([last, piece])
    } else line.push(piece)
  }
  return line
}

function cellOf(
  building: Building,
  table: string,
  { row, column }: { readonly row: Row; readonly column: string },
): Cell {
  const value = row[column]
  if (value === null || value === undefined) return null
  if (isSealed(table, column)) return sealOf(building, opened(building, table, { row, column }))
  return building.textOf(value)
}

function sealOf(
  building: Building,
  {
    place,
    plain,
    of,
  }: { readonly place: string; readonly plain: string | Text; readonly of: KeyOf },
): Cell {
  const { found, textOf } = building
  const key = keyFor(building, of)
  const text = typeof plain === 'string' ? textOf(plain) : plain
  return { bytes: found.add({ make: 'seal', key, place: textOf(place), plain: text }) }
}

/** Made when it is first needed; its place says whose it is. */
function keyFor({ found, textOf }: Building, of: KeyOf): number {
  const place = keyPlace(of)
  return found.of(place) ?? found.add({ make: 'key', place: textOf(place) }, place)
}

type Cells = Readonly<Record<string, Cell>>

/** Columns that are made in their own way, by table. */
const OWN_ROWS: Readonly<Record<string, (building: Building, row: Row) => Cells>> = {
  credential: ({ found, namings }, row) => {
    const mailbox = namings.mailboxes.get(row['account'] ?? '')
    return mailbox === undefined || row['index'] === null
      ? {}
      : { index: { bytes: found.add({ make: 'mailbox-index', of: mailbox }) } }
  },
  document: (building, row) => documentCells(building, row),
  event: ({ elsewhere }, { policy }) => (policy === null ? {} : { policy: [elsewhere.policy] }),
  status: ({ found, namings }, row) => {
    const named = namings.statuses.get(row['number'] ?? '')
    if (named === undefined) throw new Error('A status has its holder')
    const { code, holder, issuer } = named
    const offered = (column: OfferedColumn) => ({
      bytes: found.add({ ...holder, make: 'offered-index', column, issuer }),
    })
    return {
      code_index: { bytes: found.add({ make: 'code-index', of: code }) },
      holder_index: { bytes: found.add(holder) },
      birth_index: offered('birth_index'),
      document_index: offered('document_index'),
      issued_index: offered('issued_index'),
    }
  },
  ledger_leaf: (building, row) => leafCells(building, row),
  account: (building) => ({ created_at: [firstMoment(building)] }),
  party: (building) => ({ created_at: [firstMoment(building)] }),
  // What they are for is there, as the product finds out of each in its time.
  'keys.data_key': (building, { party, case_id: caseId }) => {
    const of = { ...(party ? { party } : {}), ...(caseId ? { caseId } : {}) }
    const { master } = building.elsewhere
    return {
      wrapped: { bytes: keyFor(building, of) },
      master: [master],
      is_owned: ['t'],
      made_at: [firstMoment(building)],
    }
  },
}

type OfferedColumn = Extract<Making, { readonly make: 'offered-index' }>['column']

/** When they registered; the database has written when it was played. */
const firstMoment = ({ group }: Building): string =>
  group.rows
    .get('credential')
    ?.map((row) => row['added_at'] ?? '')
    .toSorted()[0] ?? ''

/** What was sent in lies in one file for each sort; of a draft each document has its own. */
function documentCells(building: Building, row: Row): Cells {
  const { found, group, elsewhere } = building
  const { id, case_id: caseId, subject, media } = row
  const sheet = elsewhere.sheets.get(media ?? '')
  if (sheet === undefined) return { address: [found.add({ make: 'address' })] }
  const filed = group.rows.get('case_file')?.find((each) => each['id'] === caseId)?.['filed_on']
  const place = `file:${filed ? `${caseId} ${subject} ${media}` : id}`
  const key = keyFor(building, { party: subject ?? '', caseId: caseId ?? '' })
  const file = found.of(place) ?? found.add({ make: 'file', key, sheet: sheet.number }, place)
  const hash = found.add({ make: 'file-hash', of: file })
  return { address: [file], sha256: { bytes: hash }, bytes: [String(sheet.bytes)], pages: ['1'] }
}

/** The same leaf about others: what it commits to, its text, its hash and its opening. */
function leafCells(building: Building, row: Row): Cells {
  const { found, textOf, leafHashes } = building
  const { leaf, opening, payload } = wholeLeaf(building, row)
  const salt = found.add({ make: 'salt' })
  const hidden = new Map(
    PURPOSES.flatMap((purpose) => {
      const value = purpose === 'payload' ? canonical(payload) : opening[purpose]
      if (typeof value !== 'string') return []
      const of = joined([labelOf(leaf.v, purpose), ...textOf(value)])
      return [[purpose, found.add({ make: 'commitment', salt, of })]]
    }),
  )
  const text = found.add({ make: 'text', of: textIn(building, leaf, hidden) })
  const hash = found.add({ make: 'leaf-hash', of: text })
  const behind = leafHashes.push(hash) - 1
  const plain = textIn(building, opening, new Map([['salt', salt]]))
  const { party, case_id: caseId } = row
  const of = { ...(party ? { party } : {}), ...(caseId ? { caseId } : {}) }
  return {
    id: [found.add({ make: 'leaf-id', behind })],
    leaf: [text],
    leaf_hash: { bytes: hash },
    opening: sealOf(building, { place: openingPlace(leaf.id), plain, of }),
    index: [found.add({ make: 'leaf-index', behind })],
  }
}

/** The canonical text, with some members made anew. */
function textIn(
  { textOf }: Building,
  value: Readonly<Record<string, Json>>,
  anew: ReadonlyMap<string, number>,
): Text {
  const members = Object.entries(value)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, member]): Text => {
      const made = anew.get(name)
      const text = made === undefined ? textOf(canonical(member)) : ['"', made, '"']
      return [`"${name}":`, ...text]
    })
  return joined(['{', ...members.flatMap((each, at) => (at === 0 ? each : [',', ...each])), '}'])
}
