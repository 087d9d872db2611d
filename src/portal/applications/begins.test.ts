import { deepEqual, match, rejects } from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { sql } from 'kysely'
import { inTransaction, type Database } from '#platform/database.ts'
import { begun, familyHouse, invited, portalAs } from '#test/family.ts'
import { caseIn } from '#test/played-case.ts'
import { beginnersType } from '#test/toy-beginners.ts'

/** Whoever is recognised begins with a family, and anybody else for themselves. */
const type = {
  ...beginnersType,
  begins: { ...beginnersType.begins, as: beginnersType.begins.as?.slice(0, 1) ?? [] },
}

const call = (db: Database, query: ReturnType<typeof sql>) =>
  inTransaction(db, (tx) => query.execute(tx))

test('each begins as what fits them, and as nothing that nobody begins as', async (t) => {
  const here = await familyHouse(t, type)
  const [ana, ben] = [await here.signedUpApplicant(), await here.signedUpApplicant()]
  await caseIn('recognised', here, ana)

  const [hers, his] = [await begun(ana), await begun(ben)]

  const rows = await here.db
    .selectFrom('caseParty')
    .select(['caseId', 'role', 'isSubject'])
    .where('caseId', 'in', [hers, his])
    .execute()
  deepEqual(
    rows.map(({ caseId, role, isSubject }) => [caseId === hers, role, isSubject]).toSorted(),
    [
      [false, 'member', true],
      [true, 'applicant', true],
    ],
  )
  match(await (await ben.get(`/en/applications/${his}`)).text(), /~1"[^>]*>Member</)
  const begins = (role: string) =>
    call(
      portalAs(here, ben),
      sql`select begin_case(
        ${JSON.stringify({
          id: randomUUID(),
          type: type.code,
          state: 'draft',
          stage: 'draft',
          opened_on: '2026-03-02',
          changed_at: here.clock.now(),
        })}::json,
        ${JSON.stringify([{ party: ben.account.partyId, role, is_subject: true }])}::json)`,
    )
  await rejects(begins('spouse'), /no published type begins like that/)
  await begins('member')
})

test('whoever begins invites those whom they let in, and nobody else', async (t) => {
  const here = await familyHouse(t, type)
  const [ana, ben] = [await here.signedUpApplicant(), await here.signedUpApplicant()]
  const cleo = await here.signedUpApplicant()
  await caseIn('recognised', here, ana)
  const [hers, his] = [await begun(ana), await begun(ben)]

  await invited(here, ana, { id: hers, email: cleo.email })

  const shut = await (await ben.get(`/en/applications/${his}/people/invite`)).text()
  match(shut, /Nobody can join this application at this stage/)
  const invites = (role: string) =>
    call(
      portalAs(here, ben),
      sql`select invite(${his}, ${JSON.stringify({
        id: randomUUID(),
        role,
        email_index: Buffer.alloc(32).toString('base64'),
        token_hash: Buffer.alloc(32).toString('base64'),
        sealed_token: '',
        language: 'en',
        made_at: here.clock.now(),
        expires_at: here.clock.now(),
      })}::json, '\\x00')`,
    )
  await rejects(invites('spouse'), /nobody is invited here/)
})
