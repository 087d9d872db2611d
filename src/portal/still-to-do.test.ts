import { doesNotMatch, match, ok } from 'node:assert/strict'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { stringify } from 'yaml'
import { signInAgain } from '#test/days-later.ts'
import { house } from '#test/house.ts'
import { kinPolicy } from '#test/lamp-family.ts'
import { asking, given, paidPermit, pays, tellNow } from '#test/paying.ts'
import { countingStatements } from '#test/statements.ts'
import { policyWithPermits } from '#test/toy-permit.ts'
import { toyPlace } from '#test/toy-place.ts'
import { givenTo, visitedPermit } from '#test/visiting.ts'
import { placeOf, type Visitor } from '#test/visitor.ts'

const read = async (who: Visitor, page: string) =>
  (await (await who.get(page)).text()).replaceAll(/\s+/g, ' ')

const PLAIN = { aliasDuplicateObjects: false }

/** As `test/walk.test.ts` has it. */
const STATEMENTS_MAX = 10

test('what is still to be paid for what somebody was given stands where it is held', async (t) => {
  const policy = policyWithPermits(t, kinPolicy(t), paidPermit)
  const { here, ana, paying, state } = await given(t, asking(), policy)
  await signInAgain(here, ana)
  const before = await read(ana, '/en/may')
  match(before, /Held now.*Pay for it\..*Still to be paid: 40 AZN\. Last day to pay:/)
  doesNotMatch(before, /Pay 40 AZN/)
  await tellNow(paying)
  match(await read(ana, '/en/may'), /href="http:\/\/pay\.test\/pay\/[^"]+"[^>]*>\s*Pay 40 AZN/)

  await pays(state, { amount: '39.00' })
  await here.runJobs()
  match(await read(ana, '/en/may'), /Still to be paid: 1 AZN.*Pay 1 AZN/)
  await pays(state, { amount: '1.00' })
  await here.runJobs()

  doesNotMatch(await read(ana, '/en/may'), /Still to be paid|Pay 1 AZN|Pay for it/)
})

test('for what they come stands there as well, and when, with the way to choose', async (t) => {
  const policy = policyWithPermits(t, kinPolicy(t), visitedPermit)
  mkdirSync(join(policy, 'places'))
  writeFileSync(join(policy, 'places', 'toy.yaml'), stringify(toyPlace, PLAIN))
  const here = await house(t, { policy })
  const { who: ana, page } = await givenTo(here, 'ana@example.org')
  const statements = countingStatements(here.faces.portal)
  const start = statements()
  const before = await read(ana, '/en/may')
  const taken = statements() - start
  match(
    before,
    /Held now.*Come for take-prints:.*\/visits\/take-prints"[^>]*>\s*Choose when you come/,
  )
  match(before, /Come for hand-over: You can choose a time once the step before it is done/)
  ok(taken <= STATEMENTS_MAX, `${taken} statements`)

  const html = await read(ana, page)
  const [, time = ''] = /name="start"[^>]*value="([^"]+)"/.exec(html) ?? []
  await ana.post(page, { who: ['1'], place: 'baku', start: time, press: 'choose' })

  match(await read(ana, '/en/may'), /Come for take-prints:.*Toy office.*Choose another time/)

  const family =
    placeOf(await ana.post('/en/family', {}))
      .split('?')[0]
      ?.split('/')
      .at(-1) ?? ''
  const amid = statements()
  match(await read(ana, `/en/may/${family}~1`), /Come for take-prints:.*Choose another time/)
  const among = statements() - amid
  ok(among <= STATEMENTS_MAX, `${among} statements in a family`)
})
