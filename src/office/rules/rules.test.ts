import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { house, type TestHouse } from '#test/house.ts'

test('every document in force is listed with every value that is provisional', async (t) => {
  const here = await house(t)
  const officer = await here.office('policy-officer@kecid.example')

  const html = await (await officer.get('/en/rules')).text()

  ok(html.includes('Rules for evaluating a person as a highly qualified migrant'))
  ok(html.includes('Criteria for evaluating a person as a highly qualified migrant'))
  ok(html.includes('Procedure: terms, bodies and grounds'))
  ok(html.includes('Scoring: criteria, points and fields of activity'))
  ok(html.includes('Recognition as a highly qualified migrant'))
  match(html, /Education › Most points</)
  equal(html.includes('Work experience › Most points<'), false, 'an act says it')
  const { types, procedures, scorings } = here.faces.office.policy
  equal(
    html.split('Not adopted').length - 1,
    types.current.size + procedures.current.size + scorings.current.size,
  )
})

test('a type says what its people will miss, before it is adopted', async (t) => {
  const here = await house(t)
  const officer = await here.office('policy-officer@kecid.example')

  const html = await (await officer.get('/en/rules')).text()

  const erasing = html.slice(html.indexOf('Erasing of your data'))
  ok(erasing.includes('cannot be complained of in the portal'))
  ok(erasing.includes('It asks nobody’s surname'))
  const recognition = html.slice(html.indexOf('Recognition as a highly qualified migrant'))
  equal(recognition.split('<section')[0]?.includes('cannot be complained of'), false)
})

/** As a document writes a property or a code. */
const KEY = /^[a-z][A-Za-z-]*$/

test('the values are named in the words of the reader, and by no key of the document', async (t) => {
  const here = await house(t)
  const officer = await here.office('policy-officer@kecid.example')
  for (const language of ['en', 'az']) {
    const html = await (await officer.get(`/${language}/rules`)).text()
    const cells = [...html.matchAll(/<td[^>]*>([^<]*)<\/td>/g)].map(([, text = '']) => text)
    const places = cells.filter((_, index) => index % 2 === 0)
    const keys = places.flatMap((text) => text.split(' › ')).filter((each) => KEY.test(each))
    ok(cells.length > 1000, String(cells.length))
    deepEqual(keys, [], language)
    const raw = cells.filter((text) => /&quot;:|^(true|false)$/.test(text))
    deepEqual(raw, [], language)
  }
})

test('two different people adopt a document; one person twice is still one', async (t) => {
  const here = await house(t)
  const hash = await procedureHash(here)
  const officer = await here.office('policy-officer@kecid.example')
  const approver = await here.office('policy-approver@kecid.example')
  const address = `/en/rules/${hash}/adopt`
  const asked = await (await officer.get(address)).text()
  ok(asked.includes(hash) && asked.includes(`method="post" action="${address}"`))
  ok(asked.includes('Adopt it with all its provisional values'))
  deepEqual(await here.db.selectFrom('policyAdoption').selectAll().execute(), [], 'only asked')

  for (const visitor of [officer, officer]) equal((await visitor.post(address)).status, 303)
  const waiting = await (await officer.get('/en/rules')).text()
  ok(waiting.includes('You have adopted this document'))
  const again = await (await officer.get(address)).text()
  ok(again.includes('You have adopted this document') && !again.includes(`action="${address}"`))
  ok(waiting.includes('Elçin Rzayev'))
  equal(waiting.includes('Adopted by two people'), false)

  equal((await approver.post(address)).status, 303)
  const adopted = await (await officer.get('/en/rules')).text()
  ok(adopted.includes('Adopted by two people') && adopted.includes('Gülnar Səfərova'))
  const leaves = await here.db.selectFrom('ledgerLeaf').select('leaf').execute()
  equal(leaves.filter(({ leaf }) => leaf.includes('"policy-adopted"')).length, 2)
})

test('nobody else adopts, and there is nothing to adopt that was never published', async (t) => {
  const here = await house(t)
  const hash = await procedureHash(here)

  for (const email of ['officer', 'signer', 'head', 'auditor', 'expert.etn']) {
    const visitor = await here.office(`${email}@kecid.example`)
    const page = await (await visitor.get('/en/rules')).text()
    equal(page.includes('/adopt"'), false, email)
    equal((await visitor.get(`/en/rules/${hash}/adopt`)).status, 404, email)
    equal((await visitor.post(`/en/rules/${hash}/adopt`)).status, 409, email)
  }
  const officer = await here.office('policy-officer@kecid.example')
  equal((await officer.post(`/en/rules/${'0'.repeat(64)}/adopt`)).status, 404)
  const nobody = await here.office()
  equal((await nobody.post(`/en/rules/${hash}/adopt`)).status, 401)
  deepEqual(await here.db.selectFrom('policyAdoption').selectAll().execute(), [])
})

async function procedureHash({ db }: TestHouse): Promise<string> {
  const row = await db
    .selectFrom('policyDocument')
    .select('hash')
    .where('kind', '=', 'procedure')
    .executeTakeFirstOrThrow()
  return row.hash
}
