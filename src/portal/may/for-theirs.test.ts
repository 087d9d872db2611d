import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { sql } from 'kysely'
import { stringify } from 'yaml'
import type { CaseType } from '#core/policy/case-type.ts'
import type { Copy } from '#telling/copy/copy.ts'
import { givenCopy } from '#test/copies.ts'
import { personForm, withChild } from '#test/family.ts'
import { htmlOf } from '#test/ferreiras.ts'
import { house } from '#test/house.ts'
import { kinPolicy } from '#test/lamp-family.ts'
import { signedCase } from '#test/signed-case.ts'
import { forOthersType } from '#test/toy-beginners.ts'
import { PROVISIONAL, say } from '#test/toy-rules.ts'
import { placeOf, type Visitor } from '#test/visitor.ts'

/** Ana begins for her child alone, who holds what she was given. */
const HOLDS = [{ test: 'holds', status: 'recognition' }] as const
const type: CaseType = {
  ...forOthersType,
  begins: {
    ...forOthersType.begins,
    as: forOthersType.begins.as?.slice(0, 1) ?? [],
    for: [{ role: 'minor', by: 'keeper', when: HOLDS }],
  },
  letters: [
    {
      code: 'sent',
      on: 'submit',
      subject: say('It came'),
      body: say('It is here.'),
      basis: PROVISIONAL,
    },
  ],
}

async function anaAndLia(t: TestContext) {
  const policy = kinPolicy(t)
  const path = join(policy, 'types', 'family-comfort.yaml')
  writeFileSync(path, stringify(type, { aliasDuplicateObjects: false }))
  const here = await house(t, { policy, sessionHours: 24 })
  const ana = await here.signedUpApplicant()
  await signedCase(here, ana)
  const family = idIn(await ana.post('/en/family', {}))
  equal((await withChild(ana, family, ['27', '3', '2015'])).status, 303)
  const beside = idIn(await ana.post('/en/applications', { type: type.code }))
  await sql`alter table status disable trigger user`.execute(here.db)
  await sql`
    update status set holder = (
      select party from case_party where case_id = ${family} and role = 'child'
    )`.execute(here.db)
  await sql`alter table status enable trigger user`.execute(here.db)
  return { here, ana, lia: `/en/may/${family}~2`, beside }
}

const idIn = (answer: Parameters<typeof placeOf>[0]): string =>
  placeOf(answer).split('?')[0]?.split('/').at(-1) ?? ''

/** What is asked of everybody in it. */
async function written(ana: Visitor, id: string, parts: readonly string[]): Promise<void> {
  for (const part of parts) {
    for (const [block, form] of [
      ['person', personForm('Ferreira', 'Lia')],
      ['purpose', { purpose: 'To rest.' }],
    ] as const) {
      const path = `/en/applications/${id}${part}/answers/${block}`
      const [, version = '0'] = /name="version" value="(\d+)"/.exec(await htmlOf(ana, path)) ?? []
      equal((await ana.post(path, { ...form, version })).status, 303, path)
    }
  }
}

test('a child alone has one of a kind at a time, in words about the child, and a draft beside it is not sent', async (t) => {
  const { ana, lia, beside } = await anaAndLia(t)
  const begin = async () => idIn(await ana.post(lia, { type: type.code }))
  const alone = await begin()
  match(await htmlOf(ana, lia), /Go on with the draft/)
  equal(await begin(), alone, 'a second press leads to the same')

  await written(ana, alone, [''])
  equal((await ana.post(`/en/applications/${alone}/submit`)).status, 303)

  const page = await htmlOf(ana, lia)
  doesNotMatch(page, /Go on with the draft/)
  match(
    page,
    new RegExp(`There is one of this kind about this person already: <a [^>]*${alone}"[^>]*>FAM-`),
  )
  doesNotMatch(page, new RegExp(`You have one of this kind already: <a [^>]*${alone}`))
  ok(beside !== alone, 'what she began for herself stays as it is')
  match(await htmlOf(ana, `/en/applications/${beside}`), /draft/i)
})

test('a draft for a child alone is not sent beside a case of the family that the child is in', async (t) => {
  const { here, ana, lia, beside } = await anaAndLia(t)
  const alone = idIn(await ana.post(lia, { type: type.code }))
  const [{ party: known } = { party: '' }] = await here.db
    .selectFrom('caseParty')
    .select('party')
    .where('caseId', '=', alone)
    .where('isSubject', '=', true)
    .execute()
  equal((await ana.post(`/en/applications/${beside}/people/add`, { known })).status, 303)
  await written(ana, beside, ['~1', '~2'])
  await written(ana, alone, [''])
  equal((await ana.post(`/en/applications/${beside}/submit`)).status, 303)

  const refused = await ana.post(`/en/applications/${alone}/submit`)

  equal(refused.status, 409)
  match(
    await refused.text(),
    new RegExp(`${beside}"[^>]*>One of this kind is already sent in for the same person: FAM-`),
  )
  match(await htmlOf(ana, `/en/applications/${alone}`), /draft/i, 'and stays as it is')
  match(await htmlOf(ana, lia), new RegExp(`about this person already: <a [^>]*${beside}"`))
  equal((await ana.post(`/en/applications/${alone}/discard`)).status, 303)
})

test('whoever acts for a child reads what was written to them of a case for it alone in their copy', async (t) => {
  const { here, ana, lia } = await anaAndLia(t)
  const alone = idIn(await ana.post(lia, { type: type.code }))
  await written(ana, alone, [''])
  equal((await ana.post(`/en/applications/${alone}/submit`)).status, 303)

  const asked = await givenCopy(here, ana)
  const answer = await ana.post(`/en/applications/${asked}/copy`, { form: 'file' })
  const copy = (await answer.json()) as Copy

  const found = copy.cases.find(({ id }) => id === alone)
  ok(found)
  equal(found.is_about_you, false)
  deepEqual(
    found.letters.map(({ subject }) => subject),
    ['It came'],
  )
  deepEqual([found.answers, found.documents, found.decisions], [[], [], []], 'what is of the child')
})
