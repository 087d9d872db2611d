import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { answer, criteriaOf } from '#core/cases/answering.ts'
import { ask } from '#core/cases/asking.ts'
import { submitted as sentIn } from '#test/ana.ts'
import { contentsOf } from '#test/contents.ts'
import { house, type TestHouse } from '#test/house.ts'
import { caseIn, play } from '#test/played-case.ts'

const SERVICE = [
  'officer@kecid.example',
  'head@kecid.example',
  'signer@kecid.example',
  'auditor@kecid.example',
  'data-protection@kecid.example',
]

const pageOf = async (of: TestHouse, email: string, id: string) =>
  (await of.office(email)).get(`/en/cases/${id}`)

/** The expert of this body gives every criterion of theirs full points with this reason. */
const scored = (of: TestHouse, id: string, body: string) =>
  play(of.owned, id, {
    by: { id: '0d5d1f0e-51a5-4a61-8f2b-0a4b3a2f6a01', roles: ['expert'], body },
    decide: (standing, context) =>
      answer(standing, context, {
        step: 'score',
        points: criteriaOf(standing, body).map((criterion) => ({
          criterion,
          points: 7,
          reason: `Reason of ${body}`,
        })),
      }),
  })

const objected = (of: TestHouse, id: string, body: string) =>
  play(of.owned, id, {
    by: { id: '0d5d1f0e-51a5-4a61-8f2b-0a4b3a2f6a02', roles: ['objection-officer'], body },
    decide: (standing, context) =>
      answer(standing, context, {
        step: 'give-opinion',
        objects: true,
        reason: `Objection of ${body}`,
      }),
  })

test('the Service and those who watch over it see every submitted case', async (t) => {
  const here = await house(t)
  const id = await caseIn('submitted', here, await here.signedUpApplicant())

  for (const email of SERVICE) equal((await pageOf(here, email, id)).status, 200, email)
})

test('a case begins with what is on its page, for those who read the whole of it', async (t) => {
  const here = await house(t)
  const id = await caseIn('submitted', here, await here.signedUpApplicant())

  const read = async (email: string) => (await pageOf(here, email, id)).text()
  deepEqual(contentsOf(await read('officer@kecid.example')), [
    'What comes next',
    'Answers',
    'Documents',
    'What happened',
  ])
})

test('nobody sees a draft', async (t) => {
  const here = await house(t)
  const id = await caseIn('draft', here, await here.signedUpApplicant())

  const others = ['expert.etn@kecid.example', 'objection.dtx@kecid.example']
  for (const email of [...SERVICE, ...others]) {
    equal((await pageOf(here, email, id)).status, 404, email)
  }
})

test('a body sees a case only from the moment that it is asked', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant()
  const early = await caseIn('submitted', here, ana)
  const asked = await caseIn('in-assessment', here, ana, { field: 'ict' })

  for (const email of ['expert.etn@kecid.example', 'objection.dtx@kecid.example']) {
    equal((await pageOf(here, email, early)).status, 404, email)
    equal((await pageOf(here, email, asked)).status, 200, email)
  }
  equal((await pageOf(here, 'expert.sehiyye@kecid.example', asked)).status, 404)
  equal((await pageOf(here, 'policy-officer@kecid.example', asked)).status, 404)
})

test('an address that is no case, and a case that is not there, read as absent', async (t) => {
  const { office } = await house(t)
  const officer = await office('officer@kecid.example')

  const ids = ['1', '00000000-0000-4000-8000-000000000000', "x'--", '%00']
  for (const id of ids) equal((await officer.get(`/en/cases/${id}`)).status, 404, id)
})

test('who is not signed in is asked to sign in and led back', async (t) => {
  const { office } = await house(t)
  const nobody = await office()

  const answer = await nobody.get('/en/cases/00000000-0000-4000-8000-000000000000')

  equal(answer.status, 303)
  match(answer.headers.get('location') ?? '', /^\/en\/sign-in\?next=%2Fen%2Fcases%2F/)
})

test('each view of a case is a look with its leaf, and the person is told the role', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant()
  const id = await caseIn('in-assessment', here, ana)
  const leaves = () =>
    here.db
      .selectFrom('ledgerLeaf')
      .select((each) => each.fn.countAll<number>().as('all'))
      .where('caseId', '=', id)
      .executeTakeFirstOrThrow()
  const before = (await leaves()).all

  await pageOf(here, 'officer@kecid.example', id)
  await pageOf(here, 'expert.etn@kecid.example', id)

  const looks = await here.db.selectFrom('look').selectAll().orderBy('role').execute()
  deepEqual(
    looks.map(({ role, body, page, caseId, party }) => [
      role,
      body,
      page,
      caseId === id,
      party === ana.account.partyId,
    ]),
    [
      ['case-officer', null, 'case-page', true, true],
      ['expert', 'etn', 'case-page', true, true],
    ],
  )
  equal((await leaves()).all, before + 2)
})

test('what cannot be logged is not shown', async (t) => {
  const here = await house(t)
  const id = await caseIn('submitted', here, await here.signedUpApplicant())
  await here.db.schema.alterTable('look').renameTo('look_away').execute()

  const answer = await pageOf(here, 'officer@kecid.example', id)

  equal(answer.status, 500)
  equal((await answer.text()).includes('HQM-TEST'), false)
})

test('a case that reads as absent leaves no look', async (t) => {
  const here = await house(t)
  const id = await caseIn('draft', here, await here.signedUpApplicant())

  await pageOf(here, 'officer@kecid.example', id)

  equal((await here.db.selectFrom('look').select('id').execute()).length, 0)
})

test('a scoring body sees its own criteria and nothing of the others', async (t) => {
  const here = await house(t)
  const id = await caseIn('in-assessment', here, await here.signedUpApplicant(), { field: 'ict' })
  await scored(here, id, 'rinn')
  await scored(here, id, 'etn')

  const page = await (await pageOf(here, 'expert.etn@kecid.example', id)).text()

  ok(page.includes('Reason of etn'))
  ok(page.includes('Education'))
  equal(page.includes('Reason of rinn'), false)
  equal(page.includes('Work experience,'), false)
  equal(page.match(/A state body gave its points/g)?.length, 1)
})

test('officers learn who has given points, and how many only when all have', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant()
  const id = await caseIn('in-assessment', here, ana, { field: 'ict' })
  await scored(here, id, 'etn')

  for (const email of SERVICE) {
    const page = await (await pageOf(here, email, id)).text()
    ok(page.includes('Given; shown once every body has answered'), email)
    equal(page.includes('Reason of etn'), false, email)
  }
  const done = await caseIn('awaiting-decision', here, ana)
  const page = await (await pageOf(here, 'officer@kecid.example', done)).text()
  ok(page.includes('Seen in the documents for EDU.'))
  ok(page.includes('The pass mark is 70: reached.'))
})

test('the history says whose points came and how the decision was drafted', async (t) => {
  const here = await house(t)
  const id = await caseIn('decision-drafted', here, await here.signedUpApplicant())

  const page = await (await pageOf(here, 'officer@kecid.example', id)).text()

  for (const part of [
    /Work experience, [A-Z]/,
    /Recognised/,
    /The points speak for themselves\./,
  ]) {
    match(page, part)
  }
})

test('the reason of an objection is read by those who answer for the decision', async (t) => {
  const here = await house(t)
  const id = await caseIn('in-assessment', here, await here.signedUpApplicant(), { field: 'ict' })
  await objected(here, id, 'dtx')

  const early = await (await pageOf(here, 'officer@kecid.example', id)).text()
  equal(early.includes('Objection of dtx'), false)
  const own = await (await pageOf(here, 'objection.dtx@kecid.example', id)).text()
  ok(own.includes('Objection of dtx'))
  const other = await (await pageOf(here, 'objection.din@kecid.example', id)).text()
  equal(other.includes('Objection of dtx'), false)

  const scoring = [...here.faces.office.policy.scorings.current.values()][0]
  const scorers = new Set(scoring?.criteria.map(({ scoredBy }) => scoredBy))
  for (const body of scorers) await scored(here, id, body === 'field-body' ? 'rinn' : body)
  for (const body of ['din', 'xkx']) await objected(here, id, body)

  for (const email of SERVICE.slice(0, 3)) {
    ok((await (await pageOf(here, email, id)).text()).includes('Objection of dtx'), email)
  }
  for (const email of SERVICE.slice(3)) {
    const page = await (await pageOf(here, email, id)).text()
    equal(page.includes('Objection of dtx'), false, email)
  }
})

test('an objection body sees answers but no points', async (t) => {
  const here = await house(t)
  const id = await caseIn('in-assessment', here, await here.signedUpApplicant())
  await scored(here, id, 'etn')

  const page = await (await pageOf(here, 'objection.dtx@kecid.example', id)).text()

  equal(page.includes('kc-points'), false)
  equal(page.includes('A state body gave its points'), false)
})

test('where only opinions are open, whoever gives them is awaited, and no expert', async (t) => {
  const here = await house(t)
  const id = await caseIn('in-assessment', here, await here.signedUpApplicant())
  const next = async (email = 'officer@kecid.example') =>
    /Next to act: ([^,<.]*)/.exec(await (await pageOf(here, email, id)).text())?.[1]
  equal(await next(), 'Scoring expert')
  const tasks = here.db.selectFrom('task').select('ownerBody').where('kind', '=', 'points')
  for (const { ownerBody } of await tasks.execute()) await scored(here, id, ownerBody ?? '')

  equal(await next(), 'Officer of a body asked for its opinion')
  equal(await next('objection.dtx@kecid.example'), await next())
  const hidden = 'State bodies that were asked'
  equal(await next('expert.etn@kecid.example'), hidden, 'who learns nothing of others')
})

test('of the answers a body sees only what it was asked about, and only while it is', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant()
  const { id } = await sentIn(ana)
  await play(here.owned, id, {
    by: { id: '0d5d1f0e-51a5-4a61-8f2b-0a4b3a2f6a03', roles: ['case-officer'] },
    decide: (standing, context) => ask(standing, context, { step: 'accept' }),
  })
  const files = await here.db
    .selectFrom('document')
    .select(['id', 'kind'])
    .where('caseId', '=', id)
    .execute()
  const asked = [
    ['expert.etn@kecid.example', ['education', 'languages'], ['diploma']],
    [
      'objection.dtx@kecid.example',
      ['person', 'document', 'stay', 'field', 'experience'],
      ['passport', 'photo'],
    ],
  ] as const
  for (const [email, blocks, documents] of asked) {
    const body = await here.office(email)

    const page = await (await body.get(`/en/cases/${id}`)).text()

    const seen = Array.from(page.matchAll(/id="block-([a-z-]+)"/g), ([, code]) => code)
    deepEqual(new Set(seen), new Set(blocks), email)
    for (const { id: file, kind } of files) {
      const isShown = documents.some((each) => each === kind)
      equal(page.includes(`/documents/${file}`), isShown, `${email} ${kind}`)
      const { status } = await body.get(`/en/cases/${id}/documents/${file}`)
      equal(status, isShown ? 200 : 404, `${email} ${kind}`)
    }
  }
  const decided = await caseIn('recognised', here, ana)
  for (const email of ['expert.etn@kecid.example', 'objection.dtx@kecid.example']) {
    equal((await pageOf(here, email, decided)).status, 404, email)
  }
})
