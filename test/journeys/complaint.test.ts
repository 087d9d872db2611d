import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { person, type Person, phone } from '#test/browser.ts'
import { house, type Applicant, type TestHouse } from '#test/house.ts'
import { signedCase } from '#test/signed-case.ts'

/** A refusal that is contested: written on a phone, voted on, set aside, and decided anew. */
const WRONG = 'Diplomam okunmadı. Üniversitenin yazısı dosyada var.'
const WANTED = 'Dosyamın yeniden incelenmesini istiyorum.'
const PHONE = phone({ locale: 'tr-TR', width: 320 })
const MEMBERS = [1, 2, 3, 4, 5].map((each) => `council${each}@kecid.example`)

test('somebody who was refused complains on a phone, and the council has the case decided anew', async (t) => {
  const home = await house(t, { sessionHours: 12 })
  const { portalUrl, officeUrl } = await home.serve()
  const ana = await home.signedUpApplicant({ language: 'tr' })
  const refused = await signedCase(home, ana, { share: 0.5 })
  const her = await complains(portalUrl, ana, refused)
  const complaint = new URL(her.page.url()).pathname.split('/').at(-2) ?? ''
  const [letter] = await home.mails(ana.email)
  match(letter?.subject ?? '', /Şikâyetiniz bize ulaştı: CMP-2026-\d{6}$/)

  await council(home, officeUrl, { complaint, refused })
  await home.runJobs()
  await her.go(`/tr/applications/${complaint}/decision`)
  const answer = (await her.text()).replaceAll('\u00ad', '')
  match(answer, /karar kaldırıldı ve dosya yeniden inceleniyor/)
  match(answer, /Olgular veya belgeler tam incelenmemiş/)
  match(answer, /Karara karşı şikâyet, HQM-2026-000123/)
  await her.go(`/tr/applications/${refused}`)
  match(await her.text(), /Belgelerin tam olup olmadığını kontrol ediyoruz/)
  match(await her.text(), /Şikâyetten sonra dosya yeniden inceleniyor/)

  await decidesAnew(home, officeUrl, refused)
  await her.go(`/tr/applications/${refused}/decision`)
  match(await her.text(), /Diploma oxundu/)
  const decisions = await home.db
    .selectFrom('decision')
    .select(['id', 'supersedes', 'setAsideBy'])
    .where('caseId', '=', refused)
    .execute()
  const anew = decisions.find(({ supersedes }) => supersedes !== null)
  const first = decisions.find(({ setAsideBy }) => setAsideBy !== null)
  deepEqual([decisions.length, anew?.supersedes], [2, first?.id])
})

/** In Turkish, at 320 pixels, without scripts: from the decision to the receipt. */
async function complains(url: string, ana: Applicant, refused: string): Promise<Person> {
  const her = await person(url, PHONE)
  const cookie = { name: 'kecid', value: ana.cookies.get('kecid') ?? '', url }
  await her.context.addCookies([cookie])
  await her.go(`/tr/applications/${refused}/decision`)
  await her.press('Şikâyet edin')
  match(await her.text(), /Hangi dosyadaki karar hakkında/)
  await her.click('Şikâyetiniz')
  await fits(her)
  await her.fill({ wrong: WRONG, wanted: WANTED })
  await her.press(/Kaydedip/)
  await her.click(/Yanıtlarınızı kontrol/)
  const check = await her.text()
  ok(check.includes(WRONG) && check.includes(WANTED))
  await fits(her)
  await her.press('Şikâyeti gönderin')
  await her.page.waitForURL('**/receipt**')
  match(await her.text(), /Şikâyetiniz alındı/)
  match(await her.text(), /CMP-2026-\d{6}/)
  await fits(her)
  return her
}

async function fits(her: Person): Promise<void> {
  const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'
  equal(await her.page.evaluate(overflow), 0, her.page.url())
}

type About = { readonly complaint: string; readonly refused: string }

/** The secretary puts it to the vote; five vote, one of them against; the head signs. */
async function council(home: TestHouse, url: string, about: About): Promise<void> {
  const { complaint, refused } = about
  const secretary = await official(home, url, 'council-secretary@kecid.example')
  await secretary.go('/en')
  match(await secretary.text(), /CMP-2026-/)
  await secretary.go(`/en/cases/${complaint}`)
  const seen = await secretary.text()
  ok(seen.includes(WRONG))
  match(seen, /The decision that this case is about/)
  equal(await secretary.go(`/en/cases/${refused}`), 200)
  await takes(secretary, `/en/cases/${complaint}/steps/put-to-vote`, {})
  for (const [index, email] of MEMBERS.entries()) {
    const member = await official(home, url, email)
    const vote = index === 0 ? 'dismissed' : 'set-aside'
    const reason = 'Diplom barədə məktub oxunmayıb.'
    await takes(member, `/en/cases/${complaint}/steps/vote`, { vote, reason })
    await member.context.close()
  }
  const written = { grounds: 'K3', reasoning: 'Diplom barədə məktub nəzərə alınmayıb.' }
  await takes(secretary, `/en/cases/${complaint}/steps/propose-answer`, written)
  const head = await official(home, url, 'head@kecid.example')
  await takes(head, `/en/cases/${complaint}/steps/answer-complaint`, {})
}

async function decidesAnew(home: TestHouse, url: string, refused: string): Promise<void> {
  const officer = await official(home, url, 'officer@kecid.example')
  await officer.go(`/en/cases/${refused}`)
  match(await officer.text(), /About the decision in this case/)
  const drafted = { grounds: 'R3', reasoning: 'Diploma oxundu.' }
  await takes(officer, `/en/cases/${refused}/steps/draft-decision`, drafted)
  const signer = await official(home, url, 'signer@kecid.example')
  await takes(signer, `/en/cases/${refused}/steps/sign`, {})
}

/** Fills in the page of a step, and sends it. */
async function takes(
  who: Person,
  page: string,
  form: Readonly<Record<string, string>>,
): Promise<void> {
  equal(await who.go(page), 200, page)
  await who.fill(form)
  await who.page.locator('main form button').first().click()
  await who.page.waitForURL('**done=step**')
}

async function official(home: TestHouse, url: string, email: string): Promise<Person> {
  const somebody = await person(url, { width: 1280 })
  const [[name, value] = ['', '']] = [...(await home.office(email)).cookies]
  await somebody.context.addCookies([{ name, value, url }])
  return somebody
}
