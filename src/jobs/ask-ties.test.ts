import { deepEqual, doesNotMatch, equal, match, rejects } from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { sql } from 'kysely'
import { parseDocument, stringify } from 'yaml'
import type { CaseType } from '#core/policy/case-type.ts'
import type { Content } from '#exchange/content.ts'
import { inTransaction } from '#platform/database.ts'
import type { Copy } from '#telling/copy/copy.ts'
import { askNow } from '#test/asking.ts'
import { givenCopy } from '#test/copies.ts'
import { begun, familyPolicy, invited, personForm, portalAs } from '#test/family.ts'
import { house } from '#test/house.ts'
import { taken } from '#test/life-parts.ts'
import { caseIn } from '#test/played-case.ts'
import { SHIPPED_POLICY } from '#test/policies.ts'
import { beginnersType } from '#test/toy-beginners.ts'
import { PROVISIONAL } from '#test/toy-rules.ts'
import { field } from '#test/toy-types.ts'

/** Whoever begins alone is a spouse, and a register is asked whether they are. */
const type: CaseType = {
  ...beginnersType,
  begins: { ...beginnersType.begins, as: beginnersType.begins.as?.slice(0, 1) ?? [] },
  roles: beginnersType.roles.map((role) =>
    role.code === 'member' ? { ...role, relation: 'spouse' } : role,
  ),
  blocks: beginnersType.blocks.map((block) =>
    block.code === 'person'
      ? {
          ...block,
          fields: [...block.fields, field('issuer', 'issuer', { means: 'document-issuer' })],
        }
      : { ...block, of: ['applicant'] },
  ),
  registers: [
    { service: 'family-ties', on: ['submit'], of: ['spouse', 'member'], basis: PROVISIONAL },
  ],
  steps: [
    ...beginnersType.steps,
    { code: 'take-answer', kind: 'confirm', ...taken(['submitted', 'decision-drafted'], 'system') },
  ],
}

function policyTying(t: TestContext): string {
  const folder = familyPolicy(t)
  const file = join(folder, 'systems.yaml')
  const [document, shipped] = [file, join(SHIPPED_POLICY, 'systems.yaml')].map((each) =>
    parseDocument(readFileSync(each, 'utf8')),
  )
  for (const part of ['client', 'systems']) document?.set(part, shipped?.get(part))
  document?.deleteIn(['offered', 'clients', 0, 'told', 'by'])
  writeFileSync(file, document?.toString() ?? '')
  const text = stringify(type, { aliasDuplicateObjects: false })
  writeFileSync(join(folder, 'types', 'family-comfort.yaml'), text)
  return folder
}

const LOOKS = '/en/who-looked'
const NAMED = /Acts of marriage and birth[\s\S]*asked about another person, and told who you are/

/** Ben asks alone, Ana consents, who is recognised; what a register was asked of them. */
async function asked(t: TestContext) {
  const here = await house(t, { policy: policyTying(t) })
  const [ana, ben] = [await here.signedUpApplicant(), await here.signedUpApplicant()]
  const recognition = await caseIn('recognised', here, ana)
  const id = await begun(ben)
  const page = `/en/applications/${id}`
  const link = await invited(here, ben, { id, email: ana.email, who: 'sponsor' })
  equal((await ana.post(link)).status, 303)
  const form = {
    ...personForm('Ferreira', 'Ben'),
    paper: 'CD123457',
    'born-on-day': '1',
    'born-on-month': '5',
    'born-on-year': '1985',
    issuer: 'PRT',
    version: '0',
  }
  equal((await ben.post(`${page}~1/answers/person`, form)).status, 303)
  equal((await ben.post(`${page}/submit`)).status, 303)
  const told: Content[] = []
  await askNow(here, (content) => {
    told.push(content)
    return 'refused'
  })
  return { here, ana, ben, id, recognition, told }
}

test('who begins alone is asked of together with whoever consents, as what names that one tells', async (t) => {
  const { told } = await asked(t)

  deepEqual(
    told.map(({ act, relative }) => [act, relative]),
    [['marriage', { surname: 'Ferreira', birthDate: '1987-03-27' }]],
  )
})

test('who is named in a question about another reads that, and so does their copy', async (t) => {
  const { here, ana, ben } = await asked(t)
  const cem = await here.signedUpApplicant()

  match(await (await ana.get(LOOKS)).text(), NAMED)
  const his = await (await ben.get(LOOKS)).text()
  match(his, /Acts of marriage and birth/)
  doesNotMatch(his, NAMED, 'it was asked about him')
  doesNotMatch(await (await cem.get(LOOKS)).text(), /Acts of marriage/)

  const path = `/en/applications/${await givenCopy(here, ana)}/copy`
  const { registers } = (await (await ana.post(path, { form: 'file' })).json()) as Copy
  deepEqual(
    registers.map(({ service, is_about_you: isAboutYou }) => [service.code, isAboutYou]),
    [['family-ties', false]],
  )
  match(await (await ana.post(path, { form: 'page' })).text(), /told who you are/)
})

test('nobody is named who is not in the case, whatever a page says', async (t) => {
  const { here, ben } = await asked(t)
  const cem = await here.signedUpApplicant()
  const draft = await begun(cem)
  const left = [
    { id: crypto.randomUUID(), service: 'family-ties', question_sealed: 'eA==', named: '' },
  ].map((each) => ({ ...each, named: ben.account.partyId }))
  await rejects(
    inTransaction(portalAs(here, cem), (tx) =>
      sql`select check_named(${draft}::uuid, ${JSON.stringify(left)}::json)`.execute(tx),
    ),
    /permission denied|names whoever is in the case/,
  )
  await rejects(
    inTransaction(here.owned.db, (tx) =>
      sql`select check_named(${draft}::uuid, ${JSON.stringify(left)}::json)`.execute(tx),
    ),
    /names whoever is in the case/,
  )
})
