import { deepEqual, equal, match } from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { parseDocument } from 'yaml'
import type { Content } from '#exchange/content.ts'
import { followingStatuses } from '#jobs/follow-statuses.ts'
import { tellingRegisters } from '#jobs/tell-registers.ts'
import { askNow } from '#test/asking.ts'
import { policyFollowing } from '#test/consulting.ts'
import { signInAgain } from '#test/days-later.ts'
import { house, type TestHouse } from '#test/house.ts'
import { begunAbout, decided, proposed } from '#test/played-case.ts'
import { ENGINEER, signedCase } from '#test/signed-case.ts'
import { policyWithReplacing, replacingAsked } from '#test/toy-replacing.ts'
import { placeOf, type Form, type Visitor } from '#test/visitor.ts'

const DAY_MS = 86_400_000
const document = { type: 'passport', number: 'CD123456', 'issuing-country': 'PRT' }
const PASSPORT = { ...ENGINEER, document: [{ id: 'document-1', values: document }] }
const NO_MAIL = { send: () => Promise.reject(new Error('registers are asked without mail')) }

/** Registers are told of recognitions, and asked about holders and whoever has a new passport. */
function policyTelling(t: TestContext): string {
  const folder = policyWithReplacing(t, policyFollowing(t), replacingAsked)
  const file = join(folder, 'statuses', 'recognition.yaml')
  const status = parseDocument(readFileSync(file, 'utf8'))
  status.set('tells', ['write-recognition'])
  writeFileSync(file, status.toString())
  return folder
}

/** What registers were asked or told since, each with the passport of whom. */
function registersOf(here: TestHouse) {
  const heard: string[] = []
  const passportIn = ({ person }: Content): string => {
    const found =
      typeof person === 'object' && 'documentNumber' in person && person['documentNumber']
    return typeof found === 'string' ? found : ''
  }
  const hear = async () => {
    await tellingRegisters.work({ house: here.faces.jobs, mailer: NO_MAIL }, {})
    await askNow(here, (content, service) => {
      heard.push(`${service} ${passportIn(content)}`)
      return service === 'write-recognition'
        ? { result: 'written', record: `R-${heard.length}` }
        : { result: 'clear', ...content }
    })
    await here.runJobs()
    return heard.splice(0)
  }
  const follow = async () => {
    await followingStatuses.work({ house: here.faces.jobs, mailer: NO_MAIL }, {})
    return hear()
  }
  return { hear, follow }
}

const NEW: Form = {
  surname: 'Alves',
  'given-names': 'Ana',
  paper: 'PT987654',
  issuer: 'PRT',
  'born-on-day': '27',
  'born-on-month': '3',
  'born-on-year': '1987',
  citizenships: ['PRT', '', ''],
}

async function asked(ana: Visitor, id: string): Promise<string> {
  const base = placeOf(
    await ana.post(`/en/applications/${id}/status/about`, { type: 'renaming' }),
  ).split('?')[0]
  for (const [block, form] of [
    ['person', NEW],
    ['purpose', { purpose: 'A new passport.' }],
  ] as const) {
    equal((await ana.post(`${base}/answers/${block}`, { ...form, version: '0' })).status, 303)
  }
  equal((await ana.post(`${base}/submit`)).status, 303)
  return base?.split('/').at(-1) ?? ''
}

test('registers are asked about the passport that a status names, and told once it is another', async (t) => {
  const here = await house(t, { policy: policyTelling(t) })
  const ana = await here.signedUpApplicant()
  const id = await signedCase(here, ana, { answers: PASSPORT })
  const { hear, follow } = registersOf(here)
  deepEqual(await hear(), ['write-recognition CD123456'])
  here.clock.advance(31 * DAY_MS)
  deepEqual(await follow(), ['entry-restrictions CD123456'])

  await signInAgain(here, ana)
  const replacing = await asked(ana, id)
  deepEqual(await hear(), ['entry-restrictions PT987654'], 'as it was filed in this case')
  const annulment = await begunAbout(here.owned, id, 'annulment')
  deepEqual(await hear(), ['entry-restrictions CD123456'], 'the status names that one yet')
  const said = { outcome: 'recognised', grounds: [], reasoning: 'Seen.' }
  await proposed(here.owned, replacing, { step: 'draft-decision', ...said })
  await decided(here.owned, replacing, 'sign')
  deepEqual(await hear(), ['write-recognition PT987654'])
  here.clock.advance(31 * DAY_MS)
  deepEqual(await follow(), ['entry-restrictions PT987654'])

  const officer = await here.office('officer@kecid.example')
  const page = await (await officer.get(`/en/cases/${annulment}`)).text()
  match(page, /Ana Alves/, 'whom the status names now')
})
