import { deepEqual, equal, ok, rejects } from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { addDays } from '#core/dated.ts'
import { ACTS, mayAct, type FrequentQuestion } from '#core/promotion/frequent-questions.ts'
import { lawInForce } from '#core/promotion/law-of-day.ts'
import { inTransaction } from '#platform/database.ts'
import { frequentQuestionsSeen, markOfTold, toldQuestions } from '#records/frequent-questions.ts'
import { sha256 } from '#records/material.ts'
import { officialByEmail } from '#records/officials.ts'
import {
  done,
  lawToday,
  questionSeen,
  SAID,
  shownQuestion,
  written,
} from '#test/frequent-questions.ts'
import { house, type TestHouse } from '#test/house.ts'
import { officialIn } from '#test/missions.ts'

const PEOPLE = ['consul', 'consul2', 'consul.lisbon', 'ministry', 'officer'] as const

/** Each way in which one can stand, as the consul left it. */
const STANDS: Readonly<Record<string, (home: TestHouse) => Promise<string>>> = {
  draft: async (home) => (await written(home, { waits: false })).id,
  waiting: async (home) => (await written(home)).id,
  'waiting for the ministry': async (home) => (await written(home, { audience: 'all' })).id,
  'sent back': async (home) => {
    const { id } = await written(home)
    await done(home, 'consul2', { id, version: 1, act: 'send-back' })
    return id
  },
  shown: async (home) => (await shownQuestion(home)).id,
  'shown, and another waits': async (home) => {
    const { id, version } = await shownQuestion(home)
    await written(home, { id, version })
    return id
  },
  'taken down': async (home) => {
    const { id, version } = await shownQuestion(home)
    await done(home, 'consul', { id, version, act: 'take-down' })
    return id
  },
}

async function doerIn({ faces, clock }: TestHouse, name: string) {
  const { door, secret } = faces.office
  const wanted = { email: `${name}@kecid.example`, on: clock.today() }
  const official = await inTransaction(door, (tx) => officialByEmail(tx, secret, wanted))
  ok(official)
  const mission = official.roles.includes('mission-officer') ? official.body : undefined
  return { id: official.id, mission, isMinistry: official.roles.includes('promotion-officer') }
}

const lawIn = ({ faces, clock }: TestHouse) =>
  lawInForce(faces.office.policy, clock.today(), sha256)

test('however one stands, whoever acts and whatever they do: the database refuses what the law does', async (t) => {
  const home = await house(t)
  const around = { isMissionOpen: true, law: lawIn(home) }
  const agreed: string[] = []
  for (const [stands, made] of Object.entries(STANDS)) {
    for (const name of PEOPLE) {
      const doer = await doerIn(home, name)
      let id = await made(home)
      for (const act of ACTS) {
        const question = await questionSeen(home, 'consul', id)
        ok(question, stands)
        const what = `${stands}: ${name}: ${act}`
        const doing = done(home, name, { ...question, act })
        if (mayAct(question, act, { doer, around }).ok) {
          equal(await doing, true, what)
          agreed.push(what)
          id = await made(home)
        } else await rejects(doing, /of whoever acts|by whoever acts/, what)
      }
    }
  }
  deepEqual(agreed, [
    'draft: consul: remove',
    'draft: consul2: remove',
    'waiting: consul: remove',
    'waiting: consul2: show',
    'waiting: consul2: send-back',
    'waiting: consul2: remove',
    'waiting: ministry: show',
    'waiting: ministry: send-back',
    'waiting for the ministry: consul: remove',
    'waiting for the ministry: consul2: remove',
    'waiting for the ministry: ministry: show',
    'waiting for the ministry: ministry: send-back',
    'sent back: consul: remove',
    'sent back: consul2: remove',
    'shown: consul: take-down',
    'shown: consul2: take-down',
    'shown: ministry: take-down',
    'shown, and another waits: consul: take-down',
    'shown, and another waits: consul: remove',
    'shown, and another waits: consul2: show',
    'shown, and another waits: consul2: send-back',
    'shown, and another waits: consul2: take-down',
    'shown, and another waits: consul2: remove',
    'shown, and another waits: ministry: show',
    'shown, and another waits: ministry: send-back',
    'shown, and another waits: ministry: take-down',
    'taken down: consul: forget',
    'taken down: consul2: forget',
    'taken down: ministry: forget',
  ])
  const alone = await home.db
    .selectFrom('frequentQuestionText')
    .select('id')
    .whereRef('shownBy', '=', 'writtenBy')
    .execute()
  equal(alone.length, 0)
})

test('whoever changed it last never shows it, and what is shown stays until another is', async (t) => {
  const home = await house(t)
  const { id, version } = await shownQuestion(home)
  const said = { en: { question: 'May my spouse work?', answer: 'Yes, from 2027 on.' } }
  await written(home, { id, version, said, by: 'consul2' })
  const changed = await questionSeen(home, 'consul', id)
  ok(changed)
  deepEqual([changed.shown?.said, changed.next?.said, changed.version], [SAID, said, 3])
  await rejects(done(home, 'consul2', { ...changed, act: 'show' }), /by whoever acts/)
  await done(home, 'consul', { ...changed, act: 'show' })
  deepEqual((await questionSeen(home, 'consul', id))?.shown?.said, said)
})

test('of two officers the second is told, and every act is kept', async (t) => {
  const home = await house(t)
  const { id, isTaken } = await written(home)
  deepEqual([isTaken, (await written(home, { id })).isTaken], [true, false], 'the same form twice')
  equal((await written(home, { id, version: 1, by: 'consul2' })).isTaken, true)
  equal((await written(home, { id, version: 1 })).isTaken, false)
  equal(await done(home, 'consul', { id, version: 1, act: 'show' }), false)
  equal(await done(home, 'consul', { id, version: 2, act: 'show' }), true)
  const acts = await home.db
    .selectFrom('frequentQuestionAct')
    .select(['version', 'act'])
    .where('question', '=', id)
    .orderBy('version')
    .execute()
  deepEqual(
    acts.map(({ version, act }) => [version, act]),
    [
      [1, 'ask'],
      [2, 'ask'],
      [3, 'show'],
    ],
  )
  await rejects(sql`update frequent_question_act set act = 'save'`.execute(home.db))
  await rejects(sql`delete from frequent_question_act`.execute(home.db))
})

test('a mission writes its own alone, and nobody else any', async (t) => {
  const home = await house(t)
  const { id } = await written(home)
  for (const by of ['consul.lisbon', 'ministry', 'officer', 'administrator']) {
    await rejects(written(home, { id, version: 1, by }), /whoever acts|people of/, by)
  }
  for (const by of ['ministry', 'officer']) await rejects(written(home, { by }), /of a mission/, by)
  const seenBy = async (name: string) => {
    const paging = { law: lawToday(home), page: 1 }
    const db = await officialIn(home, name)
    return (await inTransaction(db, (tx) => frequentQuestionsSeen(tx, paging))).length
  }
  const seen = await Promise.all(PEOPLE.map(seenBy))
  deepEqual(seen, [1, 1, 0, 1, 0])
})

test('the portal reads what is shown and nothing else, nor by whom', async (t) => {
  const home = await house(t)
  await written(home)
  const own = await shownQuestion(home)
  const all = await shownQuestion(home, { audience: 'all', by: 'consul.lisbon' })
  const { db } = home.faces.portal
  const told = (missions: readonly string[]) =>
    inTransaction(db, (tx) => toldQuestions(tx, { missions, language: 'en' }))
  deepEqual(
    (await told(['example-ankara'])).map(({ id }) => id),
    [all.id, own.id],
    'what all tell is first',
  )
  deepEqual(
    (await told([])).map(({ id }) => id),
    [all.id],
  )
  const { rows } = await sql`select id from frequent_question`.execute(db)
  equal(rows.length, 2)
  for (const column of ['written_by', 'shown_by', 'reason', 'written_at']) {
    await rejects(sql`select ${sql.ref(column)} from frequent_question_text`.execute(db), /denied/)
  }
  for (const query of [
    sql`select from frequent_question_act`,
    sql`update frequent_question_text set stands = 'shown'`,
    sql`insert into frequent_question (id, mission, made_at)
      values (gen_random_uuid(), 'x', now())`,
    sql`select act_on_frequent_question(${own.id}::uuid, 2, 'take-down', null, now())`,
  ]) {
    await rejects(query.execute(db), /permission denied/)
  }
  for (const face of [home.faces.jobs.db, home.faces.office.door]) {
    await rejects(sql`select from frequent_question_text`.execute(face), /permission denied/)
  }
})

test('the office reads no other mission’s, and writes by no way of its own', async (t) => {
  const home = await house(t)
  const { id } = await written(home)
  const lisbon = await officialIn(home, 'consul.lisbon')
  equal(await questionSeen(home, 'consul.lisbon', id), undefined)
  for (const table of ['frequent_question_text', 'frequent_question_act']) {
    const { rows } = await inTransaction(lisbon, (tx) =>
      sql`select id from ${sql.table(table)}`.execute(tx),
    )
    equal(rows.length, 0, table)
  }
  const colleague = await officialIn(home, 'consul2')
  for (const query of [
    sql`update frequent_question_text
      set stands = 'shown', shown_by = written_by, shown_at = now()`,
    sql`update frequent_question_text set written_by = shown_by`,
    sql`delete from frequent_question`,
  ]) {
    await rejects(
      inTransaction(colleague, (tx) => query.execute(tx)),
      /permission denied/,
    )
  }
  await rejects(
    sql`update frequent_question_text
      set stands = 'shown', shown_by = written_by, shown_at = now()`.execute(home.db),
    /check constraint/,
    'not by the owner of the tables either',
  )
})

test('another is told after whatever is shown or taken down', async (t) => {
  const home = await house(t)
  const mark = () => inTransaction(home.faces.portal.db, markOfTold)
  const marks = [await mark()]
  const { id, version } = await shownQuestion(home)
  marks.push(await mark())
  await written(home, { id, version })
  equal(await mark(), marks.at(-1), 'what waits is not told')
  await done(home, 'consul2', { id, version: version + 1, act: 'show' })
  marks.push(await mark())
  equal(new Set(marks).size, 3)
  await done(home, 'consul2', { id, version: version + 2, act: 'take-down' })
  equal(await mark(), '')
})

test('nothing of it leads to a case, nor to whoever asked', async (t) => {
  const home = await house(t)
  const { rows } = await sql<{ from: string; to: string }>`
    select conrelid::regclass::text as from, confrelid::regclass::text as to from pg_constraint
    where contype = 'f' and (conrelid::regclass::text ~ '^frequent_question'
      or confrelid::regclass::text ~ '^frequent_question')
    order by 1, 2`.execute(home.db)
  deepEqual(
    rows.map(({ from, to }) => `${from} → ${to}`),
    [
      'frequent_question_act → frequent_question',
      'frequent_question_act → party',
      'frequent_question_text → frequent_question',
      'frequent_question_text → party',
      'frequent_question_text → party',
    ],
    'the parties are officials',
  )
})

test('what was never shown is gone with the next, and what was is until it is deleted', async (t) => {
  const home = await house(t)
  const texts = async (id: string) =>
    (
      await home.db
        .selectFrom('frequentQuestionText')
        .where('question', '=', id)
        .select('id')
        .execute()
    ).length
  const { id } = await written(home, { waits: false })
  await written(home, { id, version: 1 })
  equal(await texts(id), 1)
  await done(home, 'consul2', { id, version: 2, act: 'show' })
  await written(home, { id, version: 3 })
  await done(home, 'consul2', { id, version: 4, act: 'show' })
  equal(await texts(id), 2)
  await done(home, 'consul', { id, version: 5, act: 'take-down' })
  const past: FrequentQuestion | undefined = await questionSeen(home, 'consul', id)
  deepEqual([past?.past?.said, past?.shown, past?.next], [SAID, undefined, undefined])
  await done(home, 'consul', { id, version: 6, act: 'forget' })
  deepEqual([await texts(id), await questionSeen(home, 'consul', id)], [0, undefined])
})

test('what was written by another law comes after what waits, and before what holds', async (t) => {
  const home = await house(t)
  const holds = await shownQuestion(home)
  const old = await shownQuestion(home)
  const before = addDays(home.clock.today(), -9)
  await sql`update frequent_question_text set law = '{}', law_on = ${before}
    where question = ${old.id}`.execute(home.db)
  const draft = await written(home, { waits: false })
  const waits = await written(home)
  const db = await officialIn(home, 'ministry')
  const paging = { law: lawToday(home), page: 1 }
  const seen = await inTransaction(db, (tx) => frequentQuestionsSeen(tx, paging))
  deepEqual(
    seen.map(({ id }) => id),
    [waits.id, old.id, draft.id, holds.id],
  )
})
