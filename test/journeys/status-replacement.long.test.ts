import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { inTransaction } from '#platform/database.ts'
import { statusOf } from '#records/statuses.ts'
import { person, type Person, phone } from '#test/browser.ts'
import { caseKey } from '#test/case-rows.ts'
import { taken } from '#test/held.ts'
import { inspect } from '#test/inspector.ts'
import {
  answers,
  atOffice,
  atPortal,
  DECLARED,
  ferreira,
  permitHouse,
  sends,
  submits,
  takes,
  type PermitHouse,
} from '#test/permits.ts'

/**
 * Ana has a new passport and her husband's name. She asks on a phone, without scripts, that her
 * status names both: she is refused, complains, and is believed then.
 */
const PHONE = phone({ locale: 'en-GB' })
const BEGIN = 'Get a new document: new passport, new name or loss'
const [OLD, NEW] = ['3456', '7654']

test('a status names a new passport, after a complaint, and its old paper says so', async (t) => {
  const all = await permitHouse(t)
  const her = await atPortal(all.portalUrl, all.ana, PHONE)
  const { recognition } = all
  const old = await codeIn(all, recognition)
  const number = /HQM-S-[\w-]+/.exec(await reads(her, `/en/applications/${recognition}`))?.[0] ?? ''
  match(await checks(all, old, OLD), /valid today/)

  const id = await asks(her, recognition)
  await isProposed(all, id, { grounds: 'N1', reasoning: 'Ad görünmür.' })
  match(await reads(her, `/en/applications/${id}/decision`), /The document was not replaced/)
  match(await checks(all, old, OLD), /valid today/)
  await isUpheld(all, await complains(her, id))
  match(await reads(her, `/en/applications/${id}`), /Examined again after a complaint/)
  await isProposed(all, id, { reasoning: 'Pasport və ad təsdiqlənib.' })

  const act = await reads(her, `/en/applications/${id}/decision`)
  match(act, /Your new document is ready[\s\S]*What it replaces[\s\S]*no longer valid/)
  ok(act.includes(number), 'the number stays')
  const replaced = /This document was replaced by another[\s\S]*This one was replaced on/
  for (const passport of [OLD, NEW]) match(await checks(all, old, passport), replaced)
  match(await checks(all, number, OLD), replaced)
  for (const shown of [number, await codeIn(all, id)]) {
    match(await checks(all, shown, NEW), /valid today/)
  }
  for (const page of [id, recognition]) ok(await isPdf(her, page), 'the new paper is there')
  match(await reads(her, `/en/applications/${recognition}`), /About this status[\s\S]*NEW-2026-/)
  match(await reads(her, '/en/who-looked'), /Case officer[\s\S]*NEW-2026-\d{6}/)
  deepEqual(await wrongOnPhone(all, { id, recognition }), [])
})

/** Where she reads of her status; gives the case. */
async function asks(her: Person, recognition: string): Promise<string> {
  await her.go(`/en/applications/${recognition}`)
  await her.press(BEGIN)
  await her.page.waitForURL('**/applications/*?done=told')
  const id = new URL(her.page.url()).pathname.split('/').at(-1) ?? ''
  const part = `/en/applications/${id}`
  const { person: who = {}, document = {} } = ferreira('Ana Luísa', `PT98${NEW}`, '1987-03-27')
  await answers(her, part, {
    change: { what: 'name', told: 'I married, and my name is Alves.' },
    person: { ...who, surname: 'Alves Ferreira' },
    document,
    contact: { phone: '+994501234567' },
    ...DECLARED,
  })
  await sends(her, part, ['passport', 'proof'])
  match(await submits(her, id), /NEW-2026-\d{6}/)
  return id
}

/** One official proposes, and another one signs. */
async function isProposed(all: PermitHouse, id: string, said: Record<string, string>) {
  const officer = await atOffice(all, 'officer')
  await takes(officer, `/en/cases/${id}/steps/draft-decision`, said)
  const signer = await atOffice(all, 'signer')
  await signer.go(`/en/cases/${id}/steps/sign`)
  if (said['grounds'] === undefined) {
    match(await signer.text(), /the status names its holder as in this case, on a new document/)
  }
  await takes(signer, `/en/cases/${id}/steps/sign`)
  for (const each of [officer, signer]) await each.context.close()
}

/** From the page of the decision; gives the complaint. */
async function complains(her: Person, id: string): Promise<string> {
  await her.go(`/en/applications/${id}/decision`)
  await her.press('Make a complaint')
  await her.page.waitForURL('**/applications/*?done=told')
  const complaint = new URL(her.page.url()).pathname.split('/').at(-1) ?? ''
  const said = { wrong: 'My name is in the passport.', wanted: 'Read it again.' }
  await answers(her, `/en/applications/${complaint}`, { complaint: said })
  match(await submits(her, complaint), /CMP-2026-\d{6}/)
  return complaint
}

async function isUpheld({ home }: PermitHouse, complaint: string): Promise<void> {
  const secretary = 'council-secretary@kecid.example'
  const reasoning = 'Pasport oxunmayıb.'
  const votes = [1, 2, 3, 4, 5].map((each) => {
    const said = { vote: 'set-aside', reason: 'It was not read.' }
    return [`council${each}@kecid.example`, 'vote', said] as const
  })
  await taken(home, complaint, [
    [secretary, 'put-to-vote', {}],
    ...votes,
    [secretary, 'propose-answer', { reasoning, grounds: 'K3' }],
    ['head@kecid.example', 'answer-complaint', {}],
  ])
  await home.runJobs()
}

async function codeIn({ home }: PermitHouse, id: string): Promise<string> {
  const key = await caseKey(home.owned, id)
  return (await inTransaction(home.db, (tx) => statusOf(tx, id, { key })))?.code ?? ''
}

/** Whoever is shown a paper checks it, with the day of birth and the end of the passport. */
async function checks({ portalUrl }: PermitHouse, document: string, passport: string) {
  const somebody = await person(portalUrl)
  await somebody.go('/en/verify')
  const born = { 'birth-date-day': '27', 'birth-date-month': '3', 'birth-date-year': '1987' }
  await somebody.fill({ document, ...born, passport })
  await somebody.press('Check')
  const text = await somebody.text()
  await somebody.context.close()
  return text
}

async function isPdf(her: Person, id: string): Promise<boolean> {
  await her.go(`/en/applications/${id}`)
  const link = her.page.locator('a[href*="status-document"]').first()
  const [sheet] = await Promise.all([her.page.waitForEvent('download'), link.click()])
  return (await readFile(await sheet.path())).subarray(0, 5).toString() === '%PDF-'
}

async function reads(who: Person, page: string): Promise<string> {
  equal(await who.go(page), 200, page)
  return (await who.text()).replaceAll('\u00ad', '')
}

type Shown = { readonly id: string; readonly recognition: string }

/** On 320 pixels, in a language that she might read. */
async function wrongOnPhone({ portalUrl, ana }: PermitHouse, { id, recognition }: Shown) {
  const somebody = await atPortal(portalUrl, ana, { width: 320 })
  await somebody.context.route('**/*.js', (route) => route.abort())
  const base = `/az/applications/${id}`
  return inspect(somebody, [base, `${base}/decision`, `/ru/applications/${recognition}`])
}
