import { deepEqual, equal, match, rejects } from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { sql } from 'kysely'
import { consult } from '#core/cases/registers.ts'
import { actingOn, connect, disconnect } from '#platform/database.ts'
import { addressAs } from '#platform/logins.ts'
import { anaAsked, inquiriesOf, questionsLeft } from '#test/asking.ts'
import { policyConsulting } from '#test/consulting.ts'
import { run } from '#test/hostile.ts'
import type { TestHouse } from '#test/house.ts'
import { play } from '#test/played-case.ts'

const OFFICER = 'officer@kecid.example'

/** The login of the office alone, for whoever has this address. */
async function byOfficial({ url, office, clock }: TestHouse, email: string) {
  const db = connect({ url: addressAs(url, 'kecid_office'), max: 1, application: 'hostile' })
  const { cookies, official } = await office(email)
  const token = cookies.get('kecid-office') ?? ''
  return { db: actingOn(db, { token, at: clock.now() }), end: () => disconnect(db), official }
}

test('the database lets nobody have a register asked but in the role for it, and of whom the case is', async (t) => {
  const { here, ana, id } = await anaAsked(t, policyConsulting(t))
  const { version } = await here.db
    .selectFrom('caseFile')
    .select('version')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const own = { subject: ana.account.partyId, service: 'diploma' }
  const stranger = (await here.signedUpApplicant()).account.partyId
  const tries = [
    [OFFICER, 'signer', [own], /not for whoever acts/],
    ['signer@kecid.example', 'signer', [own], /no published type has the step ask-register/],
    ['signer@kecid.example', 'case-officer', [own], /not for whoever acts/],
    ['expert.etn@kecid.example', 'expert', [own], /not for whoever acts/],
    [OFFICER, 'case-officer', [{ ...own, service: 'match-person' }], /asks no such register/],
    [OFFICER, 'case-officer', [{ ...own, subject: stranger }], /asks no such register/],
    [OFFICER, 'case-officer', [own, own], /asks no such register/],
    [OFFICER, 'case-officer', [], /asks no such register/],
    [OFFICER, 'case-officer', undefined, /asks no such register/],
  ] as const
  for (const [email, role, consults, said] of tries) {
    const { db, end, official } = await byOfficial(here, email)
    const the = { id, state: 'submitted', stage: 'examined', versionBefore: version }
    const event = { id: randomUUID(), seq: version, kind: 'consult', step: 'ask-register' }
    const text = `select record_step('${JSON.stringify({ ...the, version: version + 1 })}',
      '${JSON.stringify({
        ...event,
        actor: official?.id,
        role,
        to_state: 'submitted',
        readable: { v: 1, consults },
      })}', '{}', '[]', '[]')`
    await rejects(run(db, text), said, `${email} as ${role}`)
    await end()
  }
  const events = await here.db.selectFrom('event').select('kind').where('caseId', '=', id).execute()
  equal(events.filter(({ kind }) => kind === 'consult').length, 0)
})

test('a question for an official is left once, and not in place of another', async (t) => {
  const { here, ana, id } = await anaAsked(t, policyConsulting(t))
  const [before] = await inquiriesOf(here, id)
  const subject = ana.account.partyId
  await play(here.owned, id, {
    by: { id: (await here.office(OFFICER)).official?.id ?? '', roles: ['case-officer'] },
    decide: (standing, context) =>
      consult(standing, context, {
        step: 'ask-register',
        service: 'diploma',
        subject,
        purpose: 'The school is unknown.',
      }),
  })
  const event = sql<{ id: string }>`select id from event where kind = 'consult'`
  const [consulted] = (await event.execute(here.db)).rows
  match(consulted?.id ?? '', /-/)
  await questionsLeft(here)
  await questionsLeft(here)
  const left = await inquiriesOf(here, id)
  deepEqual(
    new Map(left.map(({ service, openedBy, state }) => [service, [openedBy, state]])),
    new Map([
      ['diploma', [consulted?.id, 'waiting']],
      ['entry-restrictions', [before?.openedBy, 'waiting']],
    ]),
  )
  equal(left.length, 2)
})
