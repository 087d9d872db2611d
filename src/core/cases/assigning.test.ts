import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { assign } from '#core/cases/assigning.ts'
import { propose } from '#core/cases/deciding.ts'
import { end } from '#core/cases/filing.ts'
import { stepsFor } from '#core/cases/may.ts'
import { say } from '#core/cases/saying.ts'
import { openTasks } from '#core/cases/tasks.ts'
import { besideSubmitted, besideType } from '#test/toy-beside.ts'
import { ANA, contextOf, HEAD, MONDAY, OFFICER, official, take, type Case } from '#test/toy-case.ts'
import { comfortProcedure } from '#test/toy-rules.ts'

const OTHER = official('other', ['case-officer'])
const people = {
  'case-officer': ['officer', 'other', 'ana'].map((id) => ({ id, tookPart: false })),
}
const LAW = { type: besideType, procedure: comfortProcedure, people }

const given = (before: Case, to?: string, by = HEAD): Case =>
  take(before, contextOf(by, MONDAY, LAW), (now, context) =>
    assign(now, context, { step: 'give', ...(to === undefined ? {} : { to }) }),
  )

const menu = ({ now }: Case, by = OFFICER) =>
  stepsFor(contextOf(by, MONDAY, LAW), now).map(({ rule }) => rule.code)

test('whose a case is has its next move alone; to write and to give it on is for all of the role', () => {
  const before = besideSubmitted(LAW)
  const [all, beside] = [menu(before), ['give', 'write-back', 'note']]
  const taken = given(before, OTHER.id)
  deepEqual(menu(taken, OTHER), all)
  deepEqual(menu(taken), beside)
  const refused = propose(taken.now, contextOf(OFFICER, MONDAY, LAW), {
    step: 'draft-decision',
    proposals: [],
  })
  deepEqual(refused.ok ? undefined : refused.refusal, {
    reason: 'is-of-another',
    official: OTHER.id,
  })
  deepEqual(menu(given(taken), OFFICER), all)
  deepEqual(menu(given(taken, OFFICER.id, OFFICER)), all)
})

test('the task names whose it is, what is written waits for them too, and the person moves freely', () => {
  const taken = given(besideSubmitted(LAW), OTHER.id)
  const written = take(taken, contextOf(ANA, MONDAY, LAW), (now, context) =>
    say(now, context, { step: 'write', text: 'When?' }),
  )
  deepEqual(
    openTasks(written.now, LAW).map(({ kind, ownerParty }) => [kind, ownerParty]),
    [
      ['next-move', OTHER.id],
      ['message', OTHER.id],
    ],
  )
  equal(end(written.now, contextOf(ANA, MONDAY, LAW), { step: 'withdraw' }).ok, true)
})

test('a case becomes nobody’s who has not the role, or is a party of it', () => {
  const { now } = besideSubmitted(LAW)
  const refusal = (to?: string, by = HEAD) => {
    const given = assign(now, contextOf(by, MONDAY, LAW), { step: 'give', ...(to && { to }) })
    return given.ok ? undefined : given.refusal.reason
  }
  equal(refusal('nobody'), 'not-of-role')
  equal(refusal(ANA.id), 'not-of-role')
  equal(refusal(), 'already-so')
  equal(refusal(OTHER.id, ANA), 'not-your-role')
  equal(refusal(OTHER.id), undefined)
})
