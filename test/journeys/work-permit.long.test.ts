import { phone } from '#test/browser.ts'
import { deepEqual, equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import type { Person } from '#test/browser.ts'
import { inspect } from '#test/inspector.ts'
import { atOffice, atPortal, permitHouse, submits, takes, type PermitHouse } from '#test/permits.ts'
import { residing } from '#test/residing.ts'
import { asksToWork, OF_EMPLOYER } from '#test/working.ts'

/**
 * Ana's husband has found work: he asks on a phone in Azerbaijani without any scripts, then for
 * longer, and then for other work; that is refused, and what he has is taken away.
 */
const PHONE = phone({ locale: 'az-AZ' })

test('the spouse of a migrant is given a permit to work, twice, is refused another, and loses it', async (t) => {
  const all = await permitHouse(t)
  const { portalUrl, ana, ben } = all
  await residing(all)
  const her = await atPortal(portalUrl, ana)
  await her.go('/en/applications')
  equal(await her.page.locator('form:has(input[value="work-permit"]) button').count(), 0)

  const his = await atPortal(portalUrl, ben, PHONE)
  const id = await asksToWork(his, { purpose: 'first', documents: ['passport', ...OF_EMPLOYER] })
  match(await submits(his, id, 'az'), /WRK-2026-\d{6}[\s\S]*17 mart 2026/, 'in 10 working days')
  await isExamined(all, id, LOCAL_WORKERS)
  await isDecided(all, id, { reasoning: 'Tələb olunan sənədlərin hamısı var.' })
  const given = await reads(his, `/az/applications/${id}`)
  match(given, /İş icazəsi verilib[\s\S]*rüsumunu işəgötürən ödəyir/)
  match(given, /1\.200 AZN/)
  match(given, /Bu tarixədək qüvvədədir: 1 mart 2027/)
  await isPaid(all, id)
  deepEqual(await wrongOnPhone(all, id), [])

  const again = await asksToWork(his, { purpose: 'again', documents: OF_EMPLOYER })
  await submits(his, again, 'az')
  await isExamined(all, again)
  await isDecided(all, again, { reasoning: 'Həmin iş davam edir.' })
  const longer = await reads(his, `/az/applications/${again}`)
  match(longer, /Bu tarixədək qüvvədədir: 1 mart 2028/, 'from the last day that he had')

  await isPaid(all, again)
  const documents = ['passport', ...OF_EMPLOYER]
  const other = await asksToWork(his, { purpose: 'other-employer', documents })
  await submits(his, other, 'az')
  await isExamined(all, other)
  const reasoning = 'Bu iş başqa ixtisas tələb edir.'
  await isDecided(all, other, { grounds: 'W5', reasoning })
  const refusal = await reads(his, `/az/applications/${other}/decision`)
  match(refusal, /ixtisası və ya iş təcrübəsi yoxdur/)
  await losesIt(all, his, again)
})

const LOCAL_WORKERS = 'Bu işi yerli işçilər görə bilər.'

/** Whatever the ministry says of local workers, it is read, and is no ground against him. */
async function isExamined(all: PermitHouse, id: string, objection?: string): Promise<void> {
  const officer = await atOffice(all, 'officer')
  await takes(officer, `/en/cases/${id}/steps/accept`)
  const ministry = await atOffice(all, 'objection.eesmn')
  const asked = `/en/cases/${id}/steps/give-opinion`
  const question = await reads(ministry, asked)
  match(question, /An objection refuses nothing by itself/)
  match(question, /If you say nothing by [^.]*2026, that counts as no objection/)
  equal(question.includes('health'), false, 'it reads of the work, and not of his health')
  const said = objection === undefined ? { objects: 'no' } : { objects: 'yes', reason: objection }
  await takes(ministry, asked, said)
  await ministry.context.close()
  await takes(officer, `/en/cases/${id}/steps/record-registers`, { option: 'has-it' })
  const drafting = await reads(officer, `/en/cases/${id}/steps/draft-decision`)
  match(drafting, new RegExp(objection ?? 'Does not object'))
  const boxes = await officer.page.locator('[name="grounds"]:enabled').all()
  const offered = await Promise.all(boxes.map((box) => box.getAttribute('value')))
  deepEqual(offered, ['W1', 'W2', 'W3', 'W4', 'W5'])
  await officer.context.close()
}

type Proposal = Readonly<Record<string, string>>

async function isDecided(all: PermitHouse, id: string, proposal: Proposal): Promise<void> {
  const officer = await atOffice(all, 'officer')
  await takes(officer, `/en/cases/${id}/steps/draft-decision`, proposal)
  await takes(await atOffice(all, 'signer'), `/en/cases/${id}/steps/sign`)
}

async function isPaid(all: PermitHouse, id: string): Promise<void> {
  const officer = await atOffice(all, 'officer')
  await takes(officer, `/en/cases/${id}/steps/record-duty`, { option: 'paid' })
  await officer.context.close()
}

/** His employer asks that it end: he is heard, and told what that means for his stay. */
async function losesIt(all: PermitHouse, his: Person, id: string): Promise<void> {
  const officer = await atOffice(all, 'officer')
  await officer.go(`/en/cases/${id}`)
  await officer.click('Start an annulment')
  await takes(officer, new URL(officer.page.url()).pathname, {
    grounds: 'WA1',
    reasoning: 'İşəgötürən icazənin ləğvini xahiş edib.',
  })
  const about = /cases\/([\w-]+)/.exec(officer.page.url())?.[1] ?? ''
  match(await reads(his, '/az/applications'), /WPA-2026-\d{6}/)
  await takes(his, `/az/applications/${about}/reply`, { text: 'Razıyam.' })
  await takes(await atOffice(all, 'signer'), `/en/cases/${about}/steps/annul`)
  match(
    await reads(his, `/az/applications/${about}/decision`),
    /Bu qərar yaşamaq icazənizə təsir etmir/,
  )
  match(await reads(his, `/az/applications/${id}`), /İş icazəniz ləğv edilib/)
}

async function reads(who: Person, page: string): Promise<string> {
  equal(await who.go(page), 200, page)
  return (await who.text()).replaceAll('\u00ad', '')
}

/** On 320 pixels, in the language in which he did not write. */
async function wrongOnPhone({ portalUrl, ben }: PermitHouse, id: string) {
  const his = await atPortal(portalUrl, ben, { width: 320 })
  await his.context.route('**/*.js', (route) => route.abort())
  const base = `/ru/applications/${id}`
  return inspect(his, [base, `${base}/decision`, `${base}/check`])
}
