import { assert } from '#core/assert.ts'
import type { Answers } from '#core/answers/answers.ts'
import type { Applicant, TestHouse } from '#test/house.ts'
import { caseIn } from '#test/played-case.ts'
import type { Form, Visitor } from '#test/visitor.ts'

/** The answers of an invented engineer, with everything that a decision and a status need. */
export const ENGINEER: Answers = {
  person: [
    {
      id: 'person-1',
      values: {
        surname: 'Ferreira',
        'given-names': 'Ana Luísa',
        'birth-date': '1987-03-27',
        citizenships: ['PRT'],
      },
    },
  ],
  document: [{ id: 'document-1', values: { type: 'passport', number: 'CD123456' } }],
  field: [{ id: 'field-1', values: { field: 'energy', occupation: '21' } }],
  education: [{ id: 'education-1', values: { level: '6', 'in-field': 'yes', 'top-ranked': 'no' } }],
  experience: [
    {
      id: 'experience-1',
      values: { 'in-field': 'yes', from: '2019-09', 'position-level': 'senior' },
    },
  ],
  achievements: [],
  languages: [{ id: 'language-1', values: { language: 'en', level: 'b2' } }],
}

export type Signing = {
  readonly share?: number
  readonly number?: string
  readonly objector?: string
  readonly answers?: Answers
}

/** A case that an officer drafted and a signer signed through their pages; gives its id. */
export async function signedCase(
  house: TestHouse,
  applicant: Applicant,
  { share = 0.75, number = 'HQM-2026-000123', objector, answers = ENGINEER }: Signing = {},
): Promise<string> {
  const objecting = objector === undefined ? {} : { objector }
  const playing = { answers, field: 'energy', share, number, ...objecting }
  const id = await caseIn('awaiting-decision', house, applicant, playing)
  await decided(house, id)
  return id
}

/** An officer drafts what the points say, and a signer signs it. */
export async function decided(house: TestHouse, id: string): Promise<void> {
  const officer = await house.office('officer@kecid.example')
  await taken(officer, `/en/cases/${id}/steps/draft-decision`, {
    reasoning: 'Ballar sənədlərlə təsdiqlənir.',
  })
  const signer = await house.office('signer@kecid.example')
  await taken(signer, `/en/cases/${id}/steps/sign`)
}

/** Opens the page of a step and sends its form, with the version that the page carries. */
export async function sent(visitor: Visitor, page: string, form: Form = {}): Promise<Response> {
  const version = await versionOn(visitor, page)
  return visitor.post(page, { version, ...form })
}

async function taken(visitor: Visitor, page: string, form: Form = {}): Promise<void> {
  const answer = await sent(visitor, page, form)
  assert(answer.status === 303, `${page} was answered with ${answer.status}`)
}

/** The version of the case that a page was made from. */
export async function versionOn(visitor: Visitor, page: string): Promise<string> {
  const html = await (await visitor.get(page)).text()
  return /name="version" value="(\d+)"/.exec(html)?.[1] ?? ''
}
