import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { isoMoment } from '#core/dated.ts'
import { tellOfficials } from '#jobs/officials/tell-officials.ts'
import { setStepDue } from '#test/case-rows.ts'
import { hired } from '#test/hired.ts'
import { house, type TestHouse } from '#test/house.ts'
import { caseIn } from '#test/played-case.ts'
import { changedPolicy } from '#test/published.ts'

const HIRED = { name: 'New', language: 'az', passwordHash: 'none', isDemonstration: false } as const

/** Half past eight in Baku. */
async function morning(kecid: TestHouse, on: string): Promise<void> {
  kecid.clock.set(isoMoment(`${on}T04:30:00.000Z`))
  const mailer = { send: () => Promise.reject(new Error('it only asks for mails')) }
  await tellOfficials.work({ house: kecid.faces.jobs, mailer }, {})
}

/** What lies in the box of somebody, the oldest first. */
const box = async (kecid: TestHouse, to: string) => (await kecid.mails(to)).toReversed()

test('officials are told on the next working morning what came to their role, once', async (t) => {
  const kecid = await house(t)
  const ana = await kecid.signedUpApplicant()
  const id = await caseIn('submitted', kecid, ana, { number: 'HQM-2026-000042' })
  await setStepDue(kecid.db, id, '2026-03-27')

  await morning(kecid, '2026-03-03')
  await morning(kecid, '2026-03-03')
  for (const officer of ['officer@kecid.example', 'officer2@kecid.example']) {
    const [mail, ...others] = await box(kecid, officer)
    equal(others.length, 0)
    equal(mail?.subject, 'Nümayiş: Keçid: sizi gözləyən işlər')
    match(mail?.text ?? '', /Siyahınızda yeni:\n\nHQM-2026-000042, son gün 27 mart 2026-cı il/)
    match(mail?.text ?? '', /http:\/\/office\.test\/az\n/)
    doesNotMatch(mail?.text ?? '', /Ferreira/)
  }
  equal((await box(kecid, 'signer@kecid.example')).length, 0, 'nothing waits for them')
  await morning(kecid, '2026-03-04')
  equal((await box(kecid, 'officer@kecid.example')).length, 1, 'they were told of it')
})

test('nobody is written to on a day off; what came meanwhile waits for a working morning', async (t) => {
  const kecid = await house(t)
  await morning(kecid, '2026-03-06')
  await caseIn('submitted', kecid, await kecid.signedUpApplicant())

  // Sunday the 8th is a holiday, and Monday is given for it.
  for (const off of ['2026-03-07', '2026-03-08', '2026-03-09']) await morning(kecid, off)
  equal((await box(kecid, 'officer@kecid.example')).length, 0)
  await morning(kecid, '2026-03-10')
  equal((await box(kecid, 'officer@kecid.example')).length, 1)
})

test('they are reminded once, on the day of the first warning', async (t) => {
  const kecid = await house(t)
  const number = 'HQM-2026-000042'
  const id = await caseIn('submitted', kecid, await kecid.signedUpApplicant(), { number })
  await morning(kecid, '2026-03-03')
  // Six tenths of the ten days since the second of March.
  await setStepDue(kecid.db, id, '2026-03-12')

  const counts: number[] = []
  for (const on of ['2026-03-05', '2026-03-06', '2026-03-10', '2026-03-11', '2026-03-12']) {
    await morning(kecid, on)
    counts.push((await box(kecid, 'officer@kecid.example')).length)
  }
  deepEqual(counts, [1, 1, 2, 2, 2], 'the eighth and the ninth are days off')
  const [, mail] = await box(kecid, 'officer@kecid.example')
  match(mail?.text ?? '', /Son günü yaxınlaşır:\n\nHQM-2026-000042, son gün 12 mart 2026/)
  doesNotMatch(mail?.text ?? '', /Siyahınızda yeni/)
})

/** Policy in which that term is counted in all days, and not in those of work. */
function policyOfAllDays(t: TestContext, term: string): string {
  const counted = new RegExp(`(?<=- code: ${term}\\n[^-]*unit: )working-days`)
  return changedPolicy(t, 'procedures/az-nk-99-2025.yaml', (text) =>
    text.replace(counted, 'calendar-days'),
  )
}

test('a share of a term in days of work is counted in those, and of another in all days', async (t) => {
  const houses = [
    [await house(t), '2026-03-19'],
    [await house(t, { policy: policyOfAllDays(t, 'completeness') }), '2026-03-31'],
  ] as const

  for (const [kecid, first] of houses) {
    const id = await caseIn('submitted', kecid, await kecid.signedUpApplicant())
    await morning(kecid, '2026-03-03')
    // Twenty days of work after the second of March, and 38 days; of these Novruz takes many.
    await setStepDue(kecid.db, id, '2026-04-09')
    const reminded: string[] = []
    for (const on of ['2026-03-17', '2026-03-18', '2026-03-19', '2026-03-31', '2026-04-01']) {
      const before = (await box(kecid, 'officer@kecid.example')).length
      await morning(kecid, on)
      if ((await box(kecid, 'officer@kecid.example')).length > before) reminded.push(on)
    }
    deepEqual(reminded, [first])
  }
})

test('a body is told of what is asked of it alone, in the language of whoever reads', async (t) => {
  const kecid = await house(t)
  const id = await caseIn('in-assessment', kecid, await kecid.signedUpApplicant())
  const tasks = await kecid.db
    .selectFrom('task')
    .select(['ownerBody', 'ownerRole'])
    .where('caseId', '=', id)
    .where('state', '=', 'open')
    .execute()
  const asked = tasks.find(({ ownerRole }) => ownerRole === 'expert')?.ownerBody ?? ''
  const other = { ...HIRED, roles: ['expert'], body: 'nobody-asked' } as const
  await hired(kecid, { ...other, email: 'other@kecid.example' })
  await hired(kecid, { ...other, email: 'asked@kecid.example', body: asked, language: 'en' })

  await morning(kecid, '2026-03-03')
  equal((await box(kecid, 'other@kecid.example')).length, 0)
  const [mail] = await box(kecid, 'asked@kecid.example')
  equal(mail?.subject, 'Demonstration: Keçid: work waiting for you')
  match(mail?.text ?? '', /New in your list:/)
})

test('a mail names the first twenty, and says how many more there are', async (t) => {
  const kecid = await house(t)
  const ana = await kecid.signedUpApplicant()
  for (let count = 1; count <= 22; count += 1) await caseIn('submitted', kecid, ana)

  await morning(kecid, '2026-03-03')
  const [mail] = await box(kecid, 'officer@kecid.example')
  equal(mail?.text.match(/son gün/g)?.length, 20)
  match(mail?.text ?? '', /Siyahıda daha 2 iş var\./)
})
