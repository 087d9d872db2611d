import { doesNotMatch, equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import { begun, familyHouse, personForm } from '#test/family.ts'
import { familyType } from '#test/toy-family.ts'
import { PROVISIONAL, say } from '#test/toy-rules.ts'

test('what hangs on an answer that is not given yet is not told as left to choice', async (t) => {
  const proof = {
    code: 'proof',
    title: say('Proof'),
    required: false,
    filesMax: 1,
    basis: PROVISIONAL,
    requiredWhen: { block: 'person', field: 'citizenships', is: ['PRT'] },
    accepts: ['pdf' as const],
  }
  const here = await familyHouse(t, { ...familyType, checklist: [proof] })
  const ana = await here.signedUpApplicant()
  const id = await begun(ana)
  const page = `/en/applications/${id}~1/documents`
  match(await (await ana.get(page)).text(), /Depends on your answers[\s\S]*from the part “/)

  const form = { ...personForm('Ferreira', 'Ana'), version: '0' }
  equal((await ana.post(`/en/applications/${id}~1/answers/person`, form)).status, 303)

  const told = await (await ana.get(page)).text()
  doesNotMatch(told, /Depends on your answers|You have not filled that in yet/)
  match(told, /If you have it/)
})
