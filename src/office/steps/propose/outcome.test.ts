import { deepEqual, equal, ok } from 'node:assert/strict'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { inTransaction } from '#platform/database.ts'
import { readCase } from '#records/read-case.ts'
import { house, type TestHouse } from '#test/house.ts'
import { caseIn } from '#test/played-case.ts'
import { FROZEN_POLICY } from '#test/policies.ts'
import { sent } from '#test/signed-case.ts'

/** Policy in which an annulment can also end by leaving the status, in two ways. */
function policyOfChoice(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'kecid-policy-'))
  t.after(() => rmSync(folder, { recursive: true }))
  cpSync(FROZEN_POLICY, folder, { recursive: true })
  const file = join(folder, 'types', 'annulment.yaml')
  const outcome = (code: string) => `
  - code: ${code}
    favourable: true
    effects: []
    officeTag: { az: ${code}, en: ${code} }
    basis: { '*': provisional }
`
  const text = readFileSync(file, 'utf8')
    .replace('outcomes: [annulled]', 'outcomes: [annulled, kept, warned]')
    .replace(/(?=^letters:)/m, `${outcome('kept')}${outcome('warned')}\n`)
  writeFileSync(file, text)
  return folder
}

test('which outcome is proposed is asked only where no ground tells', async (t) => {
  const here = await house(t, { policy: policyOfChoice(t) })
  const id = await caseIn('recognised', here, await here.signedUpApplicant())
  const officer = await here.office('officer@kecid.example')
  const address = `/en/cases/${id}/open/annulment`
  const reasoning = 'Seen in the register.'

  const html = await (await officer.get(address)).text()
  const open = await sent(officer, address, { reasoning })
  const strange = await sent(officer, address, { reasoning, outcome: 'annulled' })
  const stale = await officer.post(address, { reasoning, outcome: 'warned', version: '77' })

  ok(/value="kept"/.test(html) && /value="warned"/.test(html))
  equal(html.includes('value="annulled"'), false, 'a ground carries that one')
  for (const answer of [open, strange]) {
    equal(answer.status, 400)
    ok((await answer.text()).includes('href="#outcome"'))
  }
  ok((await stale.text()).includes('>warned<'), 'what was chosen is told')
  equal((await sent(officer, address, { reasoning, outcome: 'warned' })).status, 303)
  deepEqual(await proposedAbout(here), { outcome: 'warned', grounds: [] })
})

test('a ground that is chosen carries its outcome, whatever else is ticked', async (t) => {
  const here = await house(t, { policy: policyOfChoice(t) })
  const id = await caseIn('recognised', here, await here.signedUpApplicant())
  const officer = await here.office('officer@kecid.example')
  const form = { reasoning: 'Seen in the register.', outcome: 'kept', grounds: 'A2' }

  equal((await sent(officer, `/en/cases/${id}/open/annulment`, form)).status, 303)
  deepEqual(await proposedAbout(here), { outcome: 'annulled', grounds: ['A2'] })
})

async function proposedAbout({ db, owned: office }: TestHouse): Promise<unknown> {
  const { id } = await db
    .selectFrom('caseFile')
    .select('id')
    .where('type', '=', 'annulment')
    .executeTakeFirstOrThrow()
  const found = await inTransaction(office.db, (tx) => readCase(tx, office.keys, id))
  const [proposal] = found?.standing.proposed?.proposals ?? []
  return proposal && { outcome: proposal.outcome, grounds: proposal.grounds }
}
