import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { tellDue, type Paying } from '#exchange/payments/work.ts'
import { createStandins } from '#standins/app.tsx'
import { openMailFolder } from '#standins/mail-folder.ts'
import type { PaymentsState } from '#standins/payments/state.ts'
import type { Person } from '#test/browser.ts'
import { signInAgain } from '#test/days-later.ts'
import { ASSETS, type TestHouse } from '#test/house.ts'
import { inspect } from '#test/inspector.ts'
import { opened, payingBeside, watched } from '#test/paying.ts'
import {
  answers,
  atOffice,
  atPortal,
  begins,
  DECLARED,
  ferreira,
  permitHouse,
  sends,
  submits,
  takes,
  type PermitHouse,
} from '#test/permits.ts'

/** She is given a permit, and does not pay for it in time: a case is opened, and nothing ends. */
const DAY_MS = 86_400_000

test('a duty that is not paid opens a case about the permit, and is paid late', async (t) => {
  const all = await permitHouse(t)
  const { home, ana } = all
  const pages: { state?: PaymentsState } = {}
  const standins = await standinsAt(t, home, () => pages.state)
  const { state, paying } = await payingBeside(t, home, standins)
  pages.state = state
  const her = await atPortal(all.portalUrl, ana)
  const id = await givenTo(all, her)

  const before = await textAt(her, `/en/applications/${id}`)
  match(before, /Paying the duty[\s\S]*Amount\s*160 AZN[\s\S]*The link comes here by itself/)
  equal(await tellDue(paying), 1)
  match(await textAt(her, `/en/applications/${id}`), /Pay 160 AZN/)

  const { dueOn } = await home.db.selectFrom('invoice').select('dueOn').executeTakeFirstOrThrow()
  home.clock.advance(Date.parse(dueOn) - Date.parse(home.clock.today()) + DAY_MS)
  await home.runJobs()
  await watched(home)
  await signInAgain(home, ana)
  const late = await atPortal(all.portalUrl, ana, { scripts: false, width: 360, height: 640 })
  match(await textAt(late, '/en/applications'), /Permit under review/)
  match(await textAt(late, `/en/applications/${id}`), /In force/)
  const review = await reviewOf(home)
  const officer = await atOffice(all, 'officer')
  match(await textAt(officer, `/en/cases/${review}`), /Amount\s*160 AZN, not paid/)

  await paysAt(late, id)
  await home.runJobs()
  match(await textAt(late, `/en/applications/${id}/decision`), /The state duty is paid: 160 AZN/)
  match(
    await textAt(late, `/en/applications/${id}/letters`),
    /A state duty of 160 AZN is to be paid/,
  )
  const after = await textAt(late, `/en/applications/${id}`)
  match(after, /Receipt number Q-000001, paid on/)
  match(after, /You paid after the last day/)
  // What looks for faults is a script.
  const onPhone = await atPortal(all.portalUrl, ana, { width: 320 })
  deepEqual(await inspect(onPhone, [`/en/applications/${id}`, `/ru/applications/${id}`]), [])

  await decidesNothing(officer, review)
  await isPaidBack({ all, officer, her: late, id, standins, paying })
  ok(!(await textAt(late, `/en/applications/${id}`)).includes('You paid after the last day'))
  match(await textAt(late, `/en/applications/${id}`), /In force/)
})

/** The mailbox and the page of the made-up portal, which is there a moment later. */
async function standinsAt(
  t: TestContext,
  home: TestHouse,
  state: () => PaymentsState | undefined,
): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'kecid-pays-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const mails = await openMailFolder(folder)
  const { assets } = home.faces.portal
  const serve = () => {
    const payments = state()
    return createStandins({ mails, assets, assetsFolder: ASSETS, ...(payments && { payments }) })
  }
  return opened(t, { fetch: (request) => serve().fetch(request) })
}

/** A permit for a year, of which the answer came soon; gives its case. */
async function givenTo(all: PermitHouse, her: Person): Promise<string> {
  const id = await begins(her, 'temporary-residence')
  await answers(her, `/en/applications/${id}~1`, {
    ...ferreira('Ana Luísa', 'CD123456', '1987-03-27'),
    contact: { phone: '+994501234567' },
    term: { for: 'own', months: '12' },
    soon: { tier: 'fast' },
    dwelling: { address: 'Bakı, Söyüdlü küçəsi 12, mənzil 4', owner: 'other' },
    ...DECLARED,
  })
  const dwelling = ['dwelling', 'owner-statement', 'owner-identity']
  const papers = ['passport', 'photo', 'health-certificate', ...dwelling]
  await sends(her, `/en/applications/${id}~1`, papers)
  match(await submits(her, id), /TRP-2026-\d{6}/)
  const officer = await atOffice(all, 'officer')
  await takes(officer, `/en/cases/${id}/steps/accept`)
  for (const body of ['dtx', 'din']) {
    const asked = await atOffice(all, `objection.${body}`)
    await takes(asked, `/en/cases/${id}/steps/give-opinion`, { objects: 'no' })
  }
  await takes(officer, `/en/cases/${id}/steps/record-registers`, { option: 'has-it' })
  const reasoning = { '1.reasoning': 'Qanunun tələb etdiyi əsas və sənədlər var.' }
  await takes(officer, `/en/cases/${id}/steps/draft-decision`, reasoning)
  await takes(await atOffice(all, 'signer'), `/en/cases/${id}/steps/sign`)
  return id
}

/** At the portal of payments, which the button leads to. */
async function paysAt(her: Person, id: string): Promise<void> {
  await her.go(`/en/applications/${id}`)
  await her.page.getByRole('link', { name: 'Pay 160 AZN' }).click()
  await her.page.waitForURL('**/pay/*')
  await her.page.getByRole('button', { name: 'Pay 160.00 AZN' }).click()
  await her.page.getByText('Receipt Q-000001, notice: 204').waitFor()
}

/** She pays once more; an official has it paid back, the portal does, and she reads that it did. */
async function isPaidBack({ all, officer, her, id, standins, paying }: PaidBack) {
  const { home } = all
  const { number } = await home.db.selectFrom('invoice').select('number').executeTakeFirstOrThrow()
  await her.page.goto(`${standins}/pay/${number}`)
  await her.page.getByRole('button', { name: 'Pay 160.00 AZN' }).click()
  await her.page.getByText('Receipt Q-000002, notice: 204').waitFor()
  await home.runJobs()
  match(await textAt(her, `/en/applications/${id}`), /You paid more than you had to: 160 AZN/)

  match(await textAt(officer, '/en/payments'), /Owed\s*160 AZN[\s\S]*Paid too much\s*160 AZN/)
  const another = await atOffice(all, 'officer')
  deepEqual(await inspect(another, ['/en/payments', '/az/payments']), [])
  await officer.page.getByRole('button', { name: 'Pay back 160 AZN' }).click()
  await officer.page.waitForURL('**done=saved**')
  equal(await tellDue(paying), 1)
  match(await textAt(her, `/en/applications/${id}`), /160 AZN is being paid back to you/)

  await her.page.goto(`${standins}/payments`)
  await her.page.getByRole('button', { name: 'Pay back 160.00 AZN' }).click()
  await home.runJobs()
  match(await textAt(her, `/en/applications/${id}`), /160 AZN was paid back to you/)
  match(
    await textAt(her, `/en/applications/${id}/letters`),
    /160 AZN that was paid .* was paid back/,
  )
}

type PaidBack = {
  readonly all: PermitHouse
  readonly officer: Person
  readonly her: Person
  readonly id: string
  readonly standins: string
  readonly paying: Paying
}

/** Whoever deals with it says that nothing follows, and the permit stays as it is. */
async function decidesNothing(officer: Person, review: string): Promise<void> {
  match(await textAt(officer, '/en/payments'), /Paid after the last day/)
  await officer.page.getByRole('button', { name: 'Nothing follows' }).click()
  await officer.page.waitForURL('**done=saved**')
  match(await officer.text(), /There is nothing to look at/)
  await takes(officer, `/en/cases/${review}/steps/drop-annulment`, { reason: 'Rüsum ödənilib.' })
}

const reviewOf = async ({ db }: TestHouse): Promise<string> =>
  (
    await db
      .selectFrom('caseFile')
      .select('id')
      .where('type', '=', 'residence-annulment')
      .executeTakeFirstOrThrow()
  ).id

async function textAt(who: Person, page: string): Promise<string> {
  equal(await who.go(page), 200, page)
  return (await who.text()).replaceAll('\u00ad', '')
}
