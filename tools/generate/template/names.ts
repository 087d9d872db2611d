import { answerMeaning } from '#core/answers/asked.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { statusNumber } from '#records/status-numbers.ts'
import { documentedIn, holderOf } from '#records/papers.ts'
import { sentIn, type Read } from './leaves.ts'
import type { Differing, Making } from './text.ts'
import { opened } from './seals.ts'

/** What a person and their cases are called and found by, each copy by its own. */
export type Namings = {
  /** The texts that stand for them where they were played. */
  readonly names: readonly string[]
  /** How many numbers of cases a copy takes up. */
  readonly numbers: number
  /** The address of an account. */
  readonly mailboxes: ReadonlyMap<string, number>
  /** The code of a status, and how what only its holder tells is found. */
  readonly statuses: ReadonlyMap<string, NamedStatus>
}

type NamedStatus = {
  readonly code: number
  readonly holder: Making & { readonly make: 'holder-index' }
  readonly issuer: string
}

export type Naming = {
  readonly read: Read
  readonly found: Differing
  readonly types: ReadonlyMap<string, CaseType>
}

export function nameThem(naming: Naming): Namings {
  const { read, found } = naming
  const names: string[] = []
  const named = (making: Making, name: string) => {
    names.push(name)
    return found.add(making, name)
  }
  const mailboxes = new Map<string, number>()
  for (const row of read.group.rows.get('credential') ?? []) {
    if (row['sealed'] === null) continue
    const { plain } = opened(read, 'credential', { row, column: 'sealed' })
    mailboxes.set(row['account'] ?? '', found.of(plain) ?? named({ make: 'mailbox' }, plain))
  }
  let behind = 0
  for (const { number } of read.group.rows.get('case_file') ?? []) {
    if (typeof number !== 'string') continue
    const of = named({ make: 'number', before: number.replace(/\d+$/, ''), behind }, number)
    named({ make: 'status-number', of }, statusNumber(number))
    behind += 1
  }
  const statuses = namedStatuses(naming, named)
  return { names, numbers: Math.max(1, behind), mailboxes, statuses }
}

function namedStatuses(
  { read, found, types }: Naming,
  named: (making: Making, name: string) => number,
): Namings['statuses'] {
  const all = new Map<string, NamedStatus>()
  const sent = sentIn(read)
  const cases = read.group.rows.get('case_file') ?? []
  const numberOf = (caseId: string | null | undefined) => {
    const { number } = cases.find(({ id }) => id === caseId) ?? {}
    return number ?? ''
  }
  for (const { caseId, answers } of sent) {
    const type = types.get(cases.find(({ id }) => id === caseId)?.['type_hash'] ?? '')
    const passport = type && answerMeaning(type, answers, 'document-number')
    if (typeof passport === 'string' && found.of(passport) === undefined && /\d/.test(passport)) {
      named({ make: 'digits', like: passport }, passport)
    }
  }
  for (const row of read.group.rows.get('status') ?? []) {
    const { number, case_id: caseId } = row
    const type = types.get(cases.find(({ id }) => id === caseId)?.['type_hash'] ?? '')
    const filed = sent.findLast((each) => each.caseId === caseId)
    const place = found.of(number ?? '')
    if (!type || !filed || place === undefined || number !== statusNumber(numberOf(caseId))) {
      throw new Error(`The status ${number} was given by a case that was sent in`)
    }
    const { birthDate, passportNumber } = holderOf(type, filed.answers)
    const { plain: code } = opened(read, 'status', { row, column: 'code_sealed' })
    all.set(number, {
      code: named({ make: 'code' }, code),
      holder: {
        make: 'holder-index',
        number: place,
        birthDate,
        passport: [found.of(passportNumber) ?? passportNumber],
      },
      issuer: documentedIn(type, filed.answers).documentIssuer,
    })
  }
  return all
}
