import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { tieIn } from '#core/cases/tied.ts'
import { PROVISIONAL, say } from '#test/toy-rules.ts'

const role = (code: string, relation?: 'spouse' | 'child') => ({
  code,
  title: say(code),
  ...(relation === undefined ? {} : { relation }),
  basis: PROVISIONAL,
})
const roles = [role('keeper'), role('partner', 'spouse'), role('pupil', 'child'), role('friend')]
const here = (id: string, as: string) => ({ id, role: as, isSubject: true })
const parties = [here('ana', 'keeper'), here('ben', 'partner'), here('lia', 'pupil')]

test('whoever came into a case is tied to its first person, as their role says', () => {
  const tie = (id: string) => tieIn({ roles }, { parties }, id)
  deepEqual(tie('ben'), { relation: 'spouse', first: 'ana' })
  deepEqual(tie('lia'), { relation: 'child', first: 'ana' })
  equal(tie('ana'), undefined)
  equal(tie('nobody'), undefined)
})

test('nobody is tied by a role without a relation, nor to somebody who has left', () => {
  const friend = [...parties, here('eva', 'friend')]
  equal(tieIn({ roles }, { parties: friend }, 'eva'), undefined)
  const gone = parties.map((each) => (each.id === 'ana' ? { ...each, left: true as const } : each))
  equal(tieIn({ roles }, { parties: gone }, 'ben'), undefined)
})
