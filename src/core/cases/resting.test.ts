import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { givenBeside, unheld } from '#core/cases/resting.ts'
import { outcome } from '#test/life-parts.ts'
import { ANA, begin, heldAs } from '#test/toy-case.ts'
import { permitType } from '#test/toy-permit.ts'

const BEN = 'ben'
const begun = begin().now
const standing = {
  ...begun,
  parties: [...begun.parties, { id: BEN, role: 'spouse', isSubject: true }],
}

/** The applicant's permit rests on recognition, and the spouse's on that of the applicant. */
const type = {
  ...permitType,
  outcomes: [
    outcome('granted', {
      favourable: true,
      effects: [
        {
          effect: 'issue',
          status: 'permit',
          of: ['applicant'],
          rests: { role: 'applicant', status: 'recognition' },
        },
        {
          effect: 'issue',
          status: 'spouse-permit',
          of: ['spouse'],
          rests: { role: 'applicant', status: 'permit' },
        },
      ],
    }),
    outcome('refused', {}),
  ],
}

const given = (ana: string, ben: string) => [
  { subject: ANA.id, outcome: ana },
  { subject: BEN, outcome: ben },
]
const recognised = heldAs('applicant')
const permitted = { ...recognised, kind: 'permit', number: 'TOY-S-2026-000002' }
const lacks = (status: string) => ({ test: 'holds', role: 'applicant', status })

test('what is given rests on what is held, or on what the same decision gives somebody else', () => {
  const both = given('granted', 'granted')
  equal(unheld(standing, { type, held: [recognised] }, both), undefined)
  deepEqual(unheld(standing, { type, held: [] }, both), lacks('recognition'))

  const alone = given('refused', 'granted')
  deepEqual(unheld(standing, { type, held: [recognised] }, alone), lacks('permit'))
  equal(unheld(standing, { type, held: [permitted] }, alone), undefined)
  equal(unheld(standing, { type, held: [] }, given('refused', 'refused')), undefined)
})

test('beside somebody it is given to whoever has the role, and is given it', () => {
  const of = (ana: string, status = 'permit') =>
    givenBeside(type, { standing, given: given(ana, 'granted') }, { role: 'applicant', status })
  equal(of('granted'), ANA.id)
  equal(of('refused'), undefined)
  equal(of('granted', 'spouse-permit'), undefined, 'that is for another role')
})
