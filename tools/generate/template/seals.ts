import type { KeyObject } from 'node:crypto'
import { open } from '#platform/sealing.ts'
import { emailPlace } from '#records/accounts.ts'
import { blockPlace } from '#records/answers.ts'
import { eventPlace } from '#records/event-rows.ts'
import { COLUMN_PRIVACY } from '#records/column-privacy.ts'
import { correctionPlace } from '#records/corrections.ts'
import { recordPlace } from '#records/decisions.ts'
import { documentNamePlace } from '#records/documents.ts'
import { replyPlace, requestPlace } from '#records/exchange-log.ts'
import { answerPlace, questionPlace } from '#records/inquiries.ts'
import type { KeyOf, KeyRing } from '#records/keys.ts'
import { letterPlace } from '#records/letters.ts'
import { codePlace } from '#records/papers.ts'
import { draftPlace } from '#records/task-drafts.ts'
import { bytesIn, type Group, type Row } from './rows.ts'

const value = (row: Row, column: string): string => row[column] ?? ''

/** Where each sealed column is sealed for, as the records say it. */
const PLACES: Readonly<Record<string, (row: Row) => string>> = {
  'answer.sealed': (row) =>
    blockPlace(value(row, 'case_id'), value(row, 'subject'), value(row, 'block')),
  'correction.sealed': (row) => correctionPlace(value(row, 'id')),
  'credential.sealed': (row) => emailPlace(value(row, 'account')),
  'decision.record_sealed': (row) => recordPlace(value(row, 'id')),
  'document.name_sealed': (row) => documentNamePlace(value(row, 'id')),
  'event.sealed': (row) => eventPlace(value(row, 'id')),
  'exchange_message.answer_sealed': (row) => replyPlace(value(row, 'id')),
  'exchange_message.request_sealed': (row) => requestPlace(value(row, 'id')),
  'inquiry.answer_sealed': (row) => answerPlace(value(row, 'id')),
  'inquiry.question_sealed': (row) => questionPlace(value(row, 'id')),
  'letter.content_sealed': (row) => letterPlace(value(row, 'id')),
  'status.code_sealed': (row) => codePlace(value(row, 'number')),
  'task_draft.sealed': (row) =>
    draftPlace({
      caseId: value(row, 'case_id'),
      task: value(row, 'task'),
      official: value(row, 'official'),
    }),
}

/** A seal that was opened: what it says, where it belongs, and whose key it is under. */
export type Opened = {
  readonly place: string
  readonly plain: string
  readonly of: KeyOf
}

/** True of a column that is made anew for each copy, because it is sealed. */
export const isSealed = (table: string, column: string): boolean =>
  COLUMN_PRIVACY[table]?.[column] === 'sealed'

export function opened(
  { group, ring }: { readonly group: Group; readonly ring: KeyRing },
  table: string,
  { row, column }: { readonly row: Row; readonly column: string },
): Opened {
  const placed = PLACES[`${table}.${column}`]
  if (placed === undefined) throw new Error(`Nobody says where ${table}.${column} is sealed for`)
  const [place, of] = [placed(row), keyOf(group, row)]
  return { place, plain: openedText(ring, of, { place, sealed: value(row, column) }), of }
}

export function openedText(
  ring: KeyRing,
  of: KeyOf,
  { place, sealed }: { readonly place: string; readonly sealed: string },
): string {
  return open(heldIn(ring, of), { place, sealed: bytesIn(sealed) }).toString('utf8')
}

function heldIn(ring: KeyRing, of: KeyOf): KeyObject {
  const key = ring.of(of)
  if (key === 'erased') throw new Error('Nobody was erased in a story')
  return key
}

/** What is told of somebody in a case is under their key in it. */
export function keyOf({ parties }: Group, row: Row): KeyOf {
  const [first] = parties
  const party = row['subject'] ?? row['party'] ?? row['holder'] ?? first
  const { case_id: caseId } = row
  return {
    ...(party === undefined ? {} : { party }),
    ...(typeof caseId === 'string' ? { caseId } : {}),
  }
}
