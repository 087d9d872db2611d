import type { TestContext } from 'node:test'
import { assert } from '#core/assert.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { begun, familyHouse, personForm, withChild } from '#test/family.ts'
import { house, type TestHouse } from '#test/house.ts'
import { kinPolicy } from '#test/lamp-family.ts'
import { signedCase, versionOn } from '#test/signed-case.ts'
import { familyType } from '#test/toy-family.ts'
import { placeOf, type Visitor } from '#test/visitor.ts'
import { median } from './rounds.ts'
import { figure, milliseconds, times, within, type Figure } from './table.ts'

const PEOPLE = 8
const ROUNDS = 7
const BUDGET = 4

/** One who applies, and seven who are brought along; nothing else is asked of any. */
const eight: CaseType = {
  ...familyType,
  subjects: { max: PEOPLE },
  blocks: familyType.blocks.filter(({ code }) => code === 'person'),
  roles: familyType.roles.map((role) => (role.code === 'child' ? { ...role, max: 7 } : role)),
}

const STEPS = ['sent in', 'case page', 'proposed', 'decided', 'read'] as const
type Spent = Readonly<Record<(typeof STEPS)[number], number>>

/** What eight people of a family cost beside one: a case, and the pages of what each may do. */
export const measureFamily = async (): Promise<readonly Figure[]> => [
  ...(await measureCase()),
  ...(await measureMay()),
]

/** As many concessions as the Code has. */
const LAW = { people: PEOPLE, times: 8 }
const READ_TIMES = 40

/** The picture of a family, and the page of one of them, beside those of whoever has no family. */
async function measureMay(): Promise<readonly Figure[]> {
  const endings: (() => Promise<void>)[] = []
  const until = { after: (end: () => Promise<void>) => void endings.push(end) }
  const t = until as unknown as TestContext
  const here = await house(t, { policy: kinPolicy(t, LAW) })
  try {
    const [all, one] = [await kin(here, PEOPLE), await kin(here, 1)]
    const pages = ['family', 'may'] as const
    const figures: Figure[] = []
    for (const page of pages) {
      const spent: Record<'all' | 'one', number[]> = { all: [], one: [] }
      const place = page === 'may' ? '~1' : ''
      for (let round = 0; round < READ_TIMES; round += 1) {
        for (const [name, { ana, id }] of [['all', all] as const, ['one', one] as const]) {
          const took = await timed(() => ana.get(`/en/${page}/${id}${place}`), 200)
          if (round > 2) spent[name].push(took)
        }
      }
      const [ours, peer] = [median(spent.all), median(spent.one)]
      figures.push(
        figure({
          name: `${page === 'may' ? 'what one may do' : 'the picture'}, a family of eight | of one`,
          ours: milliseconds(ours),
          peer: milliseconds(peer),
          ratio: times(ours, peer),
          note: within(ours / peer, BUDGET, `${BUDGET} times`),
        }),
      )
    }
    return figures
  } finally {
    for (const end of endings) await end()
  }
}

/** Somebody recognised, with a family of so many. */
async function kin(here: TestHouse, people: number) {
  const ana = await here.signedUpApplicant()
  await signedCase(here, ana, { number: `HQM-2026-00012${people}` })
  const id =
    placeOf(await ana.post('/en/family', {}))
      .split('/')
      .at(-1) ?? ''
  for (let child = 1; child < people; child += 1) {
    const answer = await withChild(ana, id, ['27', '3', String(2010 + child)])
    assert(answer.status === 303, 'a child is in the family')
  }
  return { ana, id }
}

/** A case of eight persons from filing to decision, beside one of one person, by turns. */
async function measureCase(): Promise<readonly Figure[]> {
  const endings: (() => Promise<void>)[] = []
  const until = { after: (end: () => Promise<void>) => void endings.push(end) }
  const here = await familyHouse(until as unknown as TestContext, eight)
  const found: Record<'one' | 'all', Spent[]> = { one: [], all: [] }
  try {
    for (let round = 0; round <= ROUNDS; round += 1) {
      const [one, all] = [await lived(here, 1), await lived(here, PEOPLE)]
      if (round === 0) continue // the first time is slower
      found.one.push(one)
      found.all.push(all)
    }
  } finally {
    for (const end of endings) await end()
  }
  const of = (spent: readonly Spent[], step: keyof Spent) => median(spent.map((each) => each[step]))
  const whole = (spent: readonly Spent[]) =>
    median(spent.map((each) => STEPS.reduce((sum, step) => sum + each[step], 0)))
  const line = (name: string, [ours, peer]: readonly [number, number], note = '') =>
    figure({
      name: `a case of eight persons, ${name} | of one`,
      ours: milliseconds(ours),
      peer: milliseconds(peer),
      ratio: times(ours, peer),
      ...(note === '' ? {} : { note }),
    })
  const both = [whole(found.all), whole(found.one)] as const
  return [
    ...STEPS.map((step) => line(step, [of(found.all, step), of(found.one, step)])),
    line('all of that', both, within(both[0] / both[1], BUDGET, `${BUDGET} times`)),
  ]
}

/** What each step of it takes, in the house itself, without a socket. */
async function lived(here: TestHouse, people: number): Promise<Spent> {
  const ana = await here.signedUpApplicant()
  const id = await begun(ana)
  for (let child = 1; child < people; child += 1) {
    const answer = await withChild(ana, id, ['27', '3', String(2010 + child)])
    assert(answer.status === 303, 'a child is brought along')
  }
  for (let place = 1; place <= people; place += 1) {
    const form = { ...personForm('Ferreira', `Number ${place}`), paper: `CD12345${place}` }
    const born = { 'born-on-day': '27', 'born-on-month': '3', 'born-on-year': String(2009 + place) }
    const said = { ...form, ...(place === 1 ? { ...born, 'born-on-year': '1987' } : born) }
    const at = `/en/applications/${id}~${place}/answers/person`
    // Of a child the day of birth was written down as it was brought along.
    const answer = await ana.post(at, { ...said, version: place === 1 ? '0' : '1' })
    assert(answer.status === 303, `the answers of person ${place} are taken`)
  }
  const officer = await here.office('officer@kecid.example')
  const signer = await here.office('signer@kecid.example')
  const proposal = Object.fromEntries(
    Array.from({ length: people }, (_, index) => index + 1).flatMap((number) => [
      [`${number}.outcome`, 'recognised'] as const,
      [`${number}.reasoning`, `Number ${number} does no harm.`] as const,
    ]),
  )
  const step = async (who: Visitor, code: string, form: object) => {
    const page = `/en/cases/${id}/steps/${code}`
    const version = await versionOn(who, page)
    return timed(() => who.post(page, { version, ...form }), 303)
  }
  return {
    'sent in': await timed(() => ana.post(`/en/applications/${id}/submit`), 303),
    'case page': await timed(() => officer.get(`/en/cases/${id}`), 200),
    proposed: await step(officer, 'draft-decision', proposal),
    decided: await step(signer, 'sign', {}),
    read: await timed(() => ana.get(`/en/applications/${id}~1/decision`), 200),
  }
}

async function timed(ask: () => Promise<Response>, wanted: number): Promise<number> {
  const began = performance.now()
  const answer = await ask()
  const text = await answer.text()
  assert(answer.status === wanted, `${answer.status} and not ${wanted}: ${text.slice(0, 400)}`)
  return performance.now() - began
}
