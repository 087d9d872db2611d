import { equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { person, type Person, phone } from '#test/browser.ts'
import { begun, familyHouse, invited } from '#test/family.ts'
import type { Applicant } from '#test/house.ts'
import { sent } from '#test/signed-case.ts'
import { permitOfFamily } from '#test/toy-family.ts'

/** A family on phones without scripts: a child is added, a husband joins and leaves again. */
const PHONE = phone({ width: 320 })

async function onPhone(url: string, who: Applicant): Promise<Person> {
  const their = await person(url, PHONE)
  await their.context.addCookies([{ name: 'kecid', value: who.cookies.get('kecid') ?? '', url }])
  return their
}

test('a mother adds her child and asks her husband, who joins, on phones without scripts', async (t) => {
  const home = await familyHouse(t)
  const { portalUrl } = await home.serve()
  const [ana, ben] = [await home.signedUpApplicant(), await home.signedUpApplicant()]
  const id = await begun(ana)
  const her = await onPhone(portalUrl, ana)
  await her.go(`/en/applications/${id}`)
  await her.click('Add a child or somebody in your care')
  await her.fill({ who: 'child', 'born-day': '27', 'born-month': '3', 'born-year': '2015' })
  await her.press('Add this person')
  match(await her.text(), /Another person joined/)

  await her.click('Invite an adult')
  await her.fill({ who: 'spouse', email: ben.email, language: 'en' })
  await her.press('Send the invitation')
  match(await her.text(), /The invitation is on its way/)
  match(await her.text(), /Works until/)

  const [mail] = await home.mails(ben.email)
  const link = /\/en\/invitation\/[\w-]+/.exec(mail?.text ?? '')?.[0] ?? ''
  const his = await onPhone(portalUrl, ben)
  await his.go(link)
  ok((await his.text()).includes(ana.email))
  await his.press('Join the application')
  equal(new URL(his.page.url()).pathname, `/en/applications/${id}`)

  await his.click('Leave this application')
  await his.press('Yes, leave it')
  match(await his.text(), /A person left/)
})

test('a permit for a mother and her child, from beginning to end, on a phone without scripts', async (t) => {
  const home = await familyHouse(t, permitOfFamily)
  const { portalUrl } = await home.serve()
  const ana = await home.signedUpApplicant()
  const id = await begun(ana)
  const her = await onPhone(portalUrl, ana)
  await her.go(`/en/applications/${id}`)
  await her.click('Add a child or somebody in your care')
  await her.fill({ who: 'child', 'born-day': '27', 'born-month': '3', 'born-year': '2015' })
  await her.press('Add this person')

  await fillPart(her, `${id}~1`, { given: 'Ana', year: '1987', paper: 'CD123456' })
  await fillPart(her, `${id}~2`, { given: 'Lia', year: '2015', paper: 'CD123458' })
  await her.go(`/en/applications/${id}`)
  await her.click('Check your answers and submit')
  const check = await her.text()
  match(check, /60 AZN[\s\S]*80 AZN[\s\S]*30 AZN[\s\S]*50 AZN/)
  match(check, /You pay nothing now[\s\S]*Provisional/)
  await her.press('Submit my application')
  match(await her.text(), /Your application has been received/)

  const proposal = { '1.outcome': 'recognised', '1.reasoning': 'All is there.' }
  const refusal = { '2.grounds': 'C1', '2.reasoning': 'Too young for comfort.' }
  const officer = await home.office('officer@kecid.example')
  const signer = await home.office('signer@kecid.example')
  const drafted = { ...proposal, ...refusal }
  equal((await sent(officer, `/en/cases/${id}/steps/draft-decision`, drafted)).status, 303)
  equal((await sent(signer, `/en/cases/${id}/steps/sign`, {})).status, 303)

  await her.go('/en/applications')
  await her.page
    .locator('main')
    .getByRole('link', { name: /FAM-2026/ })
    .first()
    .click()
  match(await her.text(), /Ana Ferreira[\s\S]*Favourable[\s\S]*Lia Ferreira[\s\S]*Unfavourable/)
  const number = /FAM-S-2026-\d{6}-1/.exec(await her.text())?.[0] ?? ''
  await her.click('Read the decision')
  match(await her.text(), /All is there/)
  await her.go(`/en/applications/${id}~2`)
  await her.click('Read the decision')
  match(await her.text(), /Too young for comfort/)

  const stranger = await person(portalUrl, PHONE)
  await stranger.go('/en/verify')
  const [day, month] = ['27', '3']
  const birth = { 'birth-date-day': day, 'birth-date-month': month, 'birth-date-year': '1987' }
  await stranger.fill({ document: number, ...birth, passport: '3456' })
  await stranger.press('Check')
  match(await stranger.text(), /This status is valid today/)
})

type Written = { readonly given: string; readonly year: string; readonly paper: string }

/** Answers all that is asked of one person, page by page. */
async function fillPart(their: Person, part: string, { given, year, paper }: Written) {
  await their.go(`/en/applications/${part}/answers/person`)
  await their.fill({
    surname: 'Ferreira',
    'given-names': given,
    paper,
    'born-on-day': '27',
    'born-on-month': '3',
    'born-on-year': year,
  })
  await their.press('Save and continue')
  await their.go(`/en/applications/${part}/answers/term`)
  await their.fill({ months: '6' })
  await their.press('Save and continue')
}

test('a stranger signs in from the link and comes back to it', async (t) => {
  const home = await familyHouse(t)
  const { portalUrl } = await home.serve()
  const [ana, ben] = [await home.signedUpApplicant(), await home.signedUpApplicant()]
  const link = await invited(home, ana, { id: await begun(ana), email: ben.email })
  const his = await person(portalUrl, PHONE)
  await his.go(link)
  await his.page.locator('main').getByRole('link', { name: 'Sign in' }).click()
  await his.fill({ email: ben.email, password: ben.password })
  await his.press('Sign in')
  equal(new URL(his.page.url()).pathname, link)
  await his.press('Join the application')
  match(await his.text(), /Another person joined/)
})
