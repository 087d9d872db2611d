import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import type { State } from '#core/lifecycle/lifecycle.ts'
import { house, type TestHouse } from '#test/house.ts'
import { caseIn } from '#test/played-case.ts'

const tasksOf = ({ db }: TestHouse, id: string) =>
  db.selectFrom('assessmentTask').select('doneOn').where('applicationId', '=', id).execute()

test('what bodies owe to a case ends when it leaves them, whoever makes it leave', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant()
  const id = await caseIn('in-assessment', here, ana)
  const open = await tasksOf(here, id)
  ok(open.length > 2 && open.every(({ doneOn }) => doneOn === null))

  equal((await ana.post(`/en/applications/${id}/withdraw`)).status, 303)

  deepEqual(
    await tasksOf(here, id),
    open.map(() => ({ doneOn: here.clock.today() })),
  )
})

test('a case that stays with the bodies keeps what is still owed, and no other keeps any', async (t) => {
  const here = await house(t)
  const owed: Partial<Record<State, boolean>> = {}
  for (const state of ['in-assessment', 'awaiting-decision', 'recognised', 'refused'] as const) {
    const id = await caseIn(state, here, await here.signedUpApplicant())
    owed[state] = (await tasksOf(here, id)).some(({ doneOn }) => doneOn === null)
  }

  deepEqual(owed, {
    'in-assessment': true,
    'awaiting-decision': false,
    recognised: false,
    refused: false,
  })
})
