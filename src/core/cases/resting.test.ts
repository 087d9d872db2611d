import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { whoIs } from '#core/answers/asked-of.ts'
import { isoDate } from '#core/dated.ts'
import { givenBeside, goesOnAfter, unheld } from '#core/cases/resting.ts'
import { outcome } from '#test/life-parts.ts'
import { ANA, begin, heldAs, MONDAY } from '#test/toy-case.ts'
import { permitType } from '#test/toy-permit.ts'
import { comfortProcedure as procedure, PROVISIONAL, say } from '#test/toy-rules.ts'
import { block, field } from '#test/toy-types.ts'

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

test('an extension goes on after what it extends, and after nothing else that it ends', () => {
  const effect = {
    effect: 'issue',
    status: 'permit',
    inPlaceOf: { statuses: ['permit', 'stay'], as: 'followed' },
  } as const
  const until = (day: string) => ({ until: isoDate(day) })
  const held = [
    { ...permitted, holder: ANA.id, ...until('2027-03-01') },
    { ...permitted, holder: BEN, ...until('2028-03-01') },
    { ...permitted, kind: 'stay', holder: ANA.id, ...until('2029-03-01') },
  ]
  equal(goesOnAfter(effect, held, ANA.id), '2027-03-01')
  equal(goesOnAfter(effect, held.slice(1), ANA.id), undefined)
  const { inPlaceOf: _none, ...alone } = effect
  equal(goesOnAfter(alone, held, ANA.id), undefined)
})

test('what is asked for after a day is held against the last day of what it goes on from', () => {
  const [first] = type.outcomes
  ok(first)
  const after = (status: string) => {
    const wanted = { answer: 'requested-days', unit: 'calendar-days', after: 'stay-ends' } as const
    return { ...first, effects: [{ effect: 'issue', status, for: wanted } as const] }
  }
  const until = (day: string) => ({ until: isoDate(day), holder: ANA.id })
  const from = (kinds: readonly string[], others = ANA.id) => {
    const held = [
      { ...permitted, ...until('2027-03-01'), holder: others },
      { ...permitted, kind: 'stay', ...until('2026-03-01'), holder: others },
    ]
    return whoIs({ roles: type.roles, outcomes: kinds.map(after) }, { standing, held }, ANA.id)
      .goesOnFrom
  }
  deepEqual(from(['permit']), { 'stay-ends': '2027-03-01' })
  deepEqual(from(['permit', 'stay']), { 'stay-ends': '2027-03-01' }, 'the later of both')
  deepEqual(from(['gone']), {})
  deepEqual(from(['permit'], BEN), {}, 'what others hold does not count')
})

test('what is given rests on what is held, or on what the same decision gives somebody else', () => {
  const both = given('granted', 'granted')
  equal(unheld(standing, { type, procedure, held: [recognised] }, both), undefined)
  deepEqual(unheld(standing, { type, procedure, held: [] }, both), lacks('recognition'))

  const alone = given('refused', 'granted')
  deepEqual(unheld(standing, { type, procedure, held: [recognised] }, alone), lacks('permit'))
  equal(unheld(standing, { type, procedure, held: [permitted] }, alone), undefined)
  equal(unheld(standing, { type, procedure, held: [] }, given('refused', 'refused')), undefined)
})

test('beside somebody it is given to whoever has the role, and is given it', () => {
  const of = (ana: string, status = 'permit') =>
    givenBeside(type, { standing, given: given(ana, 'granted') }, { role: 'applicant', status })
  equal(of('granted'), ANA.id)
  equal(of('refused'), undefined)
  equal(of('granted', 'spouse-permit'), undefined, 'that is for another role')
})

test('nothing is given for a time that nobody asked for, nor for longer at first than the first lasts', () => {
  const year = { code: 'first', length: 1, unit: 'years', basis: PROVISIONAL } as const
  const terms = [...procedure.terms, { ...year, title: say('First') }]
  const wanted = { answer: 'requested-term', unit: 'months', first: year.code } as const
  const asked = {
    ...permitType,
    blocks: [block('term', [field('months', 'whole-number', { means: 'requested-term' })])],
    outcomes: [
      outcome('granted', {
        favourable: true,
        effects: [{ effect: 'issue', status: 'permit', for: wanted }],
      }),
    ],
  }
  const said = (months: string, ...held: readonly string[]) => {
    const answers = { term: [{ id: 't', values: { months } }] }
    const filing = { subject: ANA.id, answers, documents: [], confirmed: [], on: MONDAY, marks: [] }
    const filed = { ...begun, filings: [filing] }
    const known = held.map((kind) => ({ ...recognised, kind, holder: ANA.id }))
    const context = { type: asked, procedure: { ...procedure, terms }, held: known }
    return unheld(filed, context, [{ subject: ANA.id, outcome: 'granted' }])?.test
  }
  equal(said('12'), undefined)
  equal(said('13'), 'holds')
  equal(said('13', 'other'), 'holds', 'of another kind it does not go on')
  equal(said('13', 'permit'), undefined, 'what goes on can be longer')
  equal(said(''), 'answers', 'whoever asked for none is given none')
})

test('what is given can rest on one of several that somebody holds', () => {
  const rests = { role: 'applicant', status: 'permit', or: ['recognition'] }
  const [granted, ...others] = type.outcomes
  const effects = [{ effect: 'issue', status: 'spouse-permit', of: ['spouse'], rests }] as const
  const either = { ...type, outcomes: granted ? [{ ...granted, effects }, ...others] : [] }
  const alone = given('refused', 'granted')
  equal(unheld(standing, { type: either, procedure, held: [recognised] }, alone), undefined)
  equal(unheld(standing, { type: either, procedure, held: [permitted] }, alone), undefined)
  deepEqual(unheld(standing, { type: either, procedure, held: [] }, alone), {
    test: 'holds-any',
    of: [
      { role: 'applicant', status: 'permit' },
      { role: 'applicant', status: 'recognition' },
    ],
  })
})
