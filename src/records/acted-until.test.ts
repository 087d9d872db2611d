import { deepEqual, doesNotMatch, equal, match, rejects } from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test, type TestContext } from 'node:test'
import type { CaseType } from '#core/policy/case-type.ts'
import { found } from '#test/toy-spoilt.ts'
import { wakesOn } from '#test/days-later.ts'
import { familyHouse, idsIn, personForm, portalAs } from '#test/family.ts'
import { family, filled, htmlOf, returning, type Family } from '#test/ferreiras.ts'
import { sent } from '#test/signed-case.ts'
import { PROVISIONAL, say } from '#test/toy-rules.ts'

/** Lia was thought to be of another age than the application says on which it is decided. */
const written: CaseType = {
  ...returning,
  letters: [
    ...returning.letters,
    {
      code: 'acts-until',
      on: 'acts-until',
      subject: say('Somebody else acts'),
      body: say('By {number} somebody else acts: {link}'),
      basis: PROVISIONAL,
    },
  ],
}

type Thought = {
  readonly all: Family
  readonly lia: string
  readonly mandate: () => Promise<string | null | undefined>
}

/** Until when Ana acts for Lia by what was said before, and when Lia was born as it is sent in. */
async function thought(t: TestContext, until: string, year: string): Promise<Thought> {
  const all = await family(t, familyHouse(t, written))
  const { here, ana, ben, id } = all
  await filled(all)
  const born = { 'born-on-day': '27', 'born-on-month': '3', 'born-on-year': year }
  const form = { ...personForm('Ferreira', 'Lia'), paper: 'CD123458', ...born, version: '2' }
  equal((await ana.post(`/en/applications/${id}~3/answers/person`, form)).status, 303)
  for (const who of [ben, ana]) {
    equal((await who.post(`/en/applications/${id}/submit`)).status, 303)
  }
  const { party: lia } = await here.db
    .selectFrom('mandate')
    .select('party')
    .executeTakeFirstOrThrow()
  await here.db.updateTable('mandate').set({ untilOn: until }).execute()
  const mandate = async () =>
    (await here.db.selectFrom('mandate').select('untilOn').executeTakeFirst())?.untilOn
  return { all, lia, mandate }
}

async function decides({ here, id }: Family): Promise<void> {
  const proposal = {
    '1.reasoning': 'Ana does no harm.',
    '2.reasoning': 'Benedito does none either.',
    '3.reasoning': 'Lia does none at all.',
    ...Object.fromEntries(['1', '2', '3'].map((each) => [`${each}.outcome`, 'recognised'])),
  }
  for (const [mailbox, step, form] of [
    ['officer', 'draft-decision', proposal],
    ['signer', 'sign', {}],
  ] as const) {
    const who = await here.office(`${mailbox}@kecid.example`)
    const answer = await sent(who, `/en/cases/${id}/steps/${step}`, form)
    equal(answer.status, 303, await answer.text())
  }
}

const told = async ({ here, ana }: Family): Promise<number> => {
  const mails = await here.mails(ana.email)
  return mails.filter(({ subject }) => subject.endsWith('Somebody else acts')).length
}

test('who was thought to be older than a decision says is acted for longer, and that is told', async (t) => {
  const { all, mandate } = await thought(t, '2026-03-01', '2009')
  const { ana, id } = all
  const page = `/en/applications/${id}~3`
  doesNotMatch(await htmlOf(ana, page), /Lia/, 'nobody acts for whoever is thought to be of age')
  await decides(all)
  equal(await mandate(), '2027-03-26')
  equal(await told(all), 1)
  match(await htmlOf(ana, page), /Lia/)
})

test('who is of age by a decision is acted for by nobody from then on, and that is told', async (t) => {
  const { all, lia, mandate } = await thought(t, '2033-03-26', '2008')
  const { here, ana, ben, id } = all
  await wakesOn(here, '2026-03-27', [ana, ben])
  const acts = () => idsIn(portalAs(here, ana), `select unnest((acting()).parties) as id`)
  equal((await acts()).includes(lia), true)
  await decides(all)
  equal(await mandate(), '2026-03-26')
  equal((await acts()).includes(lia), false)
  equal(await told(all), 1)
  match(await htmlOf(ana, `/en/applications/${id}`), /18 or older now/)
  // What was given stays, and is theirs.
  const { holder } = await here.db
    .selectFrom('status')
    .select('holder')
    .where('holder', '=', lia)
    .executeTakeFirstOrThrow()
  equal(holder, lia)
})

test('a decision that says the same moves nothing, and nothing else is one that moves it', async (t) => {
  const { all, mandate } = await thought(t, '2027-03-26', '2009')
  const { here } = all
  await decides(all)
  deepEqual([await mandate(), await told(all)], ['2027-03-26', 0])
  const { id: decision } = await here.db
    .selectFrom('decision')
    .select('id')
    .executeTakeFirstOrThrow()
  const moved = (of: string) =>
    `select act_until_decided('${of}', '2030-01-01', '2026-03-02T06:00:00Z', '[]')::text as id`
  for (const of of [decision, randomUUID()]) {
    await rejects(idsIn(here.faces.office.db, moved(of)), /nobody is acted for until then by that/)
  }
  await rejects(idsIn(portalAs(here, all.ana), moved(decision)), /permission denied/)
  equal(await mandate(), '2027-03-26')
})

test('that letter is of types that give or name something', () => {
  const [letter] = written.letters.slice(-1)
  const outcomes = written.outcomes.map((each) => ({ ...each, effects: [] }))
  const wrong = found({ ...written, outcomes }).filter((each) => /^letters.*on:/.test(each))
  equal(letter?.on, 'acts-until')
  deepEqual(wrong, [
    `letters.${written.letters.length - 1}.on: nobody is named by what is decided here, so leave the letter out`,
  ])
})
