import { deepEqual, equal, ok, rejects } from 'node:assert/strict'
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { isoDate } from '#core/dated.ts'
import { livingPolicy } from '#records/living-policy.ts'
import { fillIn } from '#test/ana.ts'
import { house, type TestHouse } from '#test/house.ts'
import { caseIn } from '#test/played-case.ts'
import { FROZEN_POLICY } from '#test/policies.ts'
import { changedPolicy, publishNow } from '#test/published.ts'

const TITLE = 'en: Recognition as a highly qualified migrant'
const OTHER_TITLE = 'en: Recognition, as it is called from today'

const renamed = (t: TestContext) =>
  changedPolicy(t, 'types/recognition.yaml', (text) => text.replace(TITLE, OTHER_TITLE))

test('what is published while the house is running is what the next page is drawn by', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant()
  const id = await fillIn(ana)
  const pageOf = async () => (await ana.get(`/en/applications/${id}`)).text()
  const before = here.faces.portal.policy.version
  ok((await pageOf()).includes(TITLE.slice(4)))

  await publishNow(here, renamed(t))

  ok((await pageOf()).includes('as it is called from today'))
  equal(here.faces.portal.policy.version, before + 1)
  equal(here.faces.office.policy.version, before + 1, 'one process has one policy')
})

test('a case that is examined is told in the words of today, one that has ended in its own', async (t) => {
  const here = await house(t)
  const [ana, ben] = [await here.signedUpApplicant(), await here.signedUpApplicant()]
  const examined = await caseIn('submitted', here, ana)
  const ended = await caseIn('recognised', here, ben)
  const folder = changedPolicy(t, 'types/recognition.yaml', (text) =>
    text.replaceAll(/(en: .?)(?=We are checking|You are recognised)/g, '$1OTHERWISE '),
  )
  await publishNow(here, folder)

  const isOtherwise = async (by: typeof ana, id: string) =>
    (await (await by.get(`/en/applications/${id}`)).text()).includes('OTHERWISE')
  equal(await isOtherwise(ana, examined), true)
  equal(await isOtherwise(ben, ended), false)
})

test('whoever is nobody in particular reads it as soon as the process looks', async (t) => {
  const here = await house(t)
  const day = isoDate('2026-03-16')
  const off = changedPolicy(t, 'calendars/2026.yaml', (text) =>
    text.replace('restDays:\n', `restDays:\n  - { on: ${day}, because: decision, basis: {} }\n`),
  )
  await publishNow(here, off)
  const { calendars } = here.faces.portal.policy
  equal(calendars.get(2026)?.restDays.includes(day), false)
  await here.faces.portal.followPolicy()
  const { restDays } = here.faces.portal.policy.calendars.get(2026) ?? {}
  equal(restDays?.includes(day), true)
})

test('what is decided while policy is replaced is decided again, by the new one', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant()
  const id = await fillIn(ana)
  const folder = renamed(t)

  // Somebody else has the case while they press, and policy changes before they have it.
  const { pending } = await here.owned.db.transaction().execute(async (tx) => {
    await sql`select from case_file where id = ${id} for update`.execute(tx)
    const pending = ana.post(`/en/applications/${id}/submit`, {})
    await isWaiting(here)
    await publishNow(here, folder)
    return { pending }
  })
  const answer = await pending

  equal(answer.status, 303)
  const filed = here.db.selectFrom('event').select('policy').where('kind', '=', 'file')
  deepEqual(await filed.execute(), [{ policy: here.faces.portal.policy.version }])
  const { types } = here.faces.portal.policy
  const kept = await here.db.selectFrom('caseFile').select('typeHash').executeTakeFirstOrThrow()
  ok(types.current.has(kept.typeHash ?? ''), 'it rests on the new one')
})

async function isWaiting({ db }: TestHouse): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const { rows } = await sql`select from pg_locks where not granted`.execute(db)
    if (rows.length > 0) return
    await pause(20)
  }
  throw new Error('nobody waits for the case')
}

test('a step by policy that was replaced is refused, whoever takes it', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant()
  const id = await fillIn(ana)
  await publishNow(here, renamed(t))
  for (const version of [0, 1, 99]) {
    await rejects(sql`select is_by_policy_in_force(${version}::bigint)`.execute(here.owned.db), {
      code: 'KC001',
    })
  }
  equal((await ana.post(`/en/applications/${id}/submit`, {})).status, 303)
})

test('a start keeps what was published meanwhile, unless what is shipped has changed', async (t) => {
  const here = await house(t)
  const titleNow = async () => {
    const { types } = (await livingPolicy(here.owned.db)).now()
    return [...types.current.values()].find(({ code }) => code === 'recognition')?.title.en
  }
  await publishNow(here, renamed(t))
  await publishNow(here, FROZEN_POLICY, true)
  equal(await titleNow(), OTHER_TITLE.slice(4))

  const shipped = changedPolicy(t, 'types/recognition.yaml', (text) =>
    text.replace(TITLE, 'en: Recognition as it is shipped now'),
  )
  await publishNow(here, shipped, true)
  equal(await titleNow(), 'Recognition as it is shipped now')
  const { version } = (await livingPolicy(here.owned.db)).now()
  await publishNow(here, shipped, true)
  equal((await livingPolicy(here.owned.db)).now().version, version, 'nothing new, no new version')
})

/** A term of that length more, and a state that it runs in. */
function withTerm(t: TestContext): string {
  const folder = changedPolicy(t, PROCEDURE, (text) =>
    text.replace(
      /  - code: completeness\n(?:    .*\n)+/,
      (term) => term + term.replace('code: completeness', 'code: weighing'),
    ),
  )
  const changed = changedPolicy(t, 'types/recognition.yaml', (text) =>
    text.replace(/(- code: awaiting-decision\n(?:    .*\n)*?    clock: )decision/, '$1weighing'),
  )
  cpSync(join(changed, 'types'), join(folder, 'types'), { recursive: true })
  return folder
}

const PROCEDURE = 'procedures/az-nk-99-2025.yaml'

test('what is shipped and what was published meanwhile are proved together before either holds', async (t) => {
  const here = await house(t)
  const { db } = here.owned
  await publishNow(here, withTerm(t))
  const before = (await livingPolicy(db)).now().version

  const shipped = changedPolicy(t, PROCEDURE, (text) =>
    text.replace(/returnsMax: \d+/, 'returnsMax: 9'),
  )
  await rejects(
    publishNow(here, shipped, true),
    /case-type recognition\.states\.\d\.clock: there is no term weighing/,
  )

  equal((await livingPolicy(db)).now().version, before)
  await publishNow(here, FROZEN_POLICY, true)
  equal((await livingPolicy(db)).now().version, before, 'what goes together still does')
})

test('a document that nobody can read any more is a fault of its cases, and stops no start', async (t) => {
  const here = await house(t)
  const hash = 'f'.repeat(64)
  const canonical = JSON.stringify({ code: 'lost', shape: 1 })
  await here.owned.db
    .insertInto('policyDocument')
    .values({ hash, kind: 'case-type', code: 'lost', canonical })
    .execute()
  const { types } = (await livingPolicy(here.owned.db)).now()
  ok(types.current.size > 0)
  equal(types.get('e'.repeat(64)), undefined)
  let said = ''
  try {
    types.get(hash)
  } catch (fault) {
    said = String(fault)
  }
  ok(said.includes('blocks'), said)
})
