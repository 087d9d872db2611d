import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import type { CaseRole } from '#core/cases/life.ts'
import { tieIn } from '#core/cases/tied.ts'
import { PROVISIONAL, say } from '#test/toy-rules.ts'

const role = (code: string, relation?: 'spouse' | 'child') => ({
  code,
  title: say(code),
  ...(relation === undefined ? {} : { relation }),
  basis: PROVISIONAL,
})
const comes = { comes: 'invited', subject: true } as const
const roles: readonly CaseRole[] = [
  role('keeper'),
  { ...role('partner', 'spouse'), ...comes },
  { ...role('pupil', 'child'), ...comes },
  { ...role('friend'), ...comes },
  { ...role('partner-alone', 'spouse'), subject: true },
  { ...role('member-alone'), subject: true },
  { ...role('sponsor'), comes: 'invited', letInBy: ['partner-alone', 'member-alone'] },
]
const begins = { by: ['keeper', 'partner-alone', 'member-alone'], basis: PROVISIONAL }
const here = (id: string, as: string) => ({ id, role: as, isSubject: true })
const parties = [here('ana', 'keeper'), here('ben', 'partner'), here('lia', 'pupil')]

test('whoever came into a case is tied to its first person, as their role says', () => {
  const tie = (id: string) => tieIn({ roles, begins }, { parties }, { id })
  deepEqual(tie('ben'), { relation: 'spouse', to: 'ana' })
  deepEqual(tie('lia'), { relation: 'child', to: 'ana' })
  equal(tie('ana'), undefined)
  equal(tie('nobody'), undefined)
})

test('nobody is tied by a role without a relation, nor to somebody who has left', () => {
  const friend = [...parties, here('eva', 'friend')]
  equal(tieIn({ roles, begins }, { parties: friend }, { id: 'eva' }), undefined)
  const gone = parties.map((each) => (each.id === 'ana' ? { ...each, left: true as const } : each))
  equal(tieIn({ roles, begins }, { parties: gone }, { id: 'ben' }), undefined)
})

test('whoever begins without the first person is tied to whoever consents to that', () => {
  const sponsor = { id: 'ana', role: 'sponsor', isSubject: false }
  const alone = (as: string, answered?: string, others = [sponsor]) =>
    tieIn({ roles, begins }, { parties: [here('ben', as), ...others] }, { id: 'ben', answered })
  deepEqual(alone('partner-alone'), { relation: 'spouse', to: 'ana' })
  deepEqual(alone('partner-alone', undefined, []), { relation: 'spouse' }, 'before they come')
  deepEqual(alone('member-alone', 'child'), { relation: 'child', to: 'ana' }, 'as they say')
  equal(alone('member-alone', 'as-before'), undefined)
  equal(alone('member-alone'), undefined)
  equal(alone('friend', 'spouse'), undefined, 'nobody says so of themselves who was let in')
  equal(alone('keeper', 'spouse'), undefined)
})
