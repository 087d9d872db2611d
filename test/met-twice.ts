import { equal } from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import type { TestContext } from 'node:test'
import { actingOn, type Database } from '#platform/database.ts'
import { begun, familyHouse, personForm } from '#test/family.ts'
import { returning } from '#test/ferreiras.ts'
import type { Applicant, TestHouse } from '#test/house.ts'
import { sent } from '#test/signed-case.ts'
import type { Visitor } from '#test/visitor.ts'

/** Somebody by one of the accounts that they have, with the case that gave them something. */
export type Met = {
  readonly who: Applicant
  readonly id: string
  readonly party: string
  /** Of the status, and of the case. */
  readonly status: string
  readonly number: string
}

export type MetTwice = { readonly here: TestHouse; readonly once: Met; readonly again: Met }

/** Ana was given the same by two accounts, in which she wrote her passport down alike. */
export async function metTwice(t: TestContext): Promise<MetTwice> {
  const here = await familyHouse(t, returning)
  return { here, once: await given(here), again: await given(here) }
}

/** Of somebody else, who is called Eve and has another passport. */
export const somebodyElse = (here: TestHouse): Promise<Met> =>
  given(here, { name: 'Eve', paper: 'EV999999', day: '12' })

const ANA = { name: 'Ana', paper: 'CD123456', day: '27' }

async function given(here: TestHouse, { name, paper, day } = ANA): Promise<Met> {
  const who = await here.signedUpApplicant()
  const id = await begun(who)
  const born = { 'born-on-day': day, 'born-on-month': '3', 'born-on-year': '1987' }
  const person = { version: '0', ...personForm('Ferreira', name), paper, ...born }
  equal((await who.post(`/en/applications/${id}/answers/person`, person)).status, 303)
  const purpose = { version: '0', purpose: 'To work.' }
  equal((await who.post(`/en/applications/${id}/answers/purpose`, purpose)).status, 303)
  equal((await who.post(`/en/applications/${id}/submit`)).status, 303)
  const officer = await here.office('officer@kecid.example')
  const signer = await here.office('signer@kecid.example')
  const proposal = { '1.outcome': 'recognised', '1.reasoning': 'Does no harm.' }
  const drafted = await sent(officer, `/en/cases/${id}/steps/draft-decision`, proposal)
  equal(drafted.status, 303)
  equal((await sent(signer, `/en/cases/${id}/steps/sign`, {})).status, 303)
  const { number: status, holder: party } = await here.db
    .selectFrom('status')
    .select(['number', 'holder'])
    .where('caseId', '=', id)
    .executeTakeFirstOrThrow()
  const { number } = await here.db
    .selectFrom('caseFile')
    .select('number')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return { who, id, party, status, number: number ?? '' }
}

/** Two officials do it on the pages of their own; the id of the link. */
export async function linkedByTwo({ here, once, again }: MetTwice): Promise<string> {
  const officer = await here.office('officer@kecid.example')
  const signer = await here.office('signer@kecid.example')
  const page = `/en/cases/${once.id}/same-person/${once.party}`
  const form = { party: again.party, case: again.id, ground: 'document-shown' }
  equal((await officer.post(page, form)).status, 303)
  const { id: link } = await here.db.selectFrom('partyLink').select('id').executeTakeFirstOrThrow()
  equal((await signer.post(page, { link, act: 'confirm' })).status, 303)
  return link
}

type Entry = Pick<Met, 'party' | 'id'>

/** That two are one person, as if two officials had said so: nothing of how is there. */
export async function areOne({ db }: Pick<TestHouse, 'db'>, both: readonly [Entry, Entry]) {
  const [one, two] = both[0].party < both[1].party ? both : [both[1], both[0]]
  await db
    .insertInto('partyLink')
    .values({
      id: randomUUID(),
      party: one.party,
      other: two.party,
      caseId: one.id,
      otherCase: two.id,
      ground: 'document-shown',
      agrees: ['document', 'names'],
      state: 'linked',
    })
    .execute()
}

/** The database as an official who is signed in acts on it, whatever pages ask. */
export const officeAs = ({ faces, clock }: TestHouse, { cookies }: Visitor): Database =>
  actingOn(faces.office.db, { token: cookies.get('kecid-office') ?? '', at: clock.now() })
