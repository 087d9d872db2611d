import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { caseIn } from '#test/played-case.ts'
import { house } from '#test/house.ts'
import { ENGINEER, sent, versionOn } from '#test/signed-case.ts'
import type { Visitor } from '#test/visitor.ts'

const OFFICER = 'officer@kecid.example'

/** The place that a row of a list has: its first page ends where a page behind it begins. */
const PLACE = '/en?list=examined&after=2026-03-01_00000000-0000-0000-0000-000000000000'

const read = (address: string) => address.replaceAll('&amp;', '&')

const linksTo = (page: string, address: string): readonly string[] =>
  Array.from(page.matchAll(new RegExp(`(?:href|action)="(${address}[^"]*)"`, 'g')), ([, href]) =>
    read(href ?? ''),
  )

/** The ways back of a page, the nearest first. */
const waysOf = (page: string): readonly string[] =>
  Array.from(page.matchAll(/<a href="([^"]*)" class="govuk-back-link"/g), ([, href]) =>
    read(href ?? ''),
  )

async function caseOn(visitor: Visitor, list: string, id: string): Promise<string> {
  const page = await (await visitor.get(list)).text()
  const [address] = linksTo(page, `/en/cases/${id}`)
  ok(address, `the case is on ${list}`)
  return address
}

test('the way back leads to the list and the place that one came from, and nowhere else', async (t) => {
  const here = await house(t)
  const id = await caseIn('submitted', here, await here.signedUpApplicant())
  const officer = await here.office(OFFICER)
  const address = await caseOn(officer, '/en?list=examined', id)
  const backOf = async (page: string) => waysOf(await (await officer.get(page)).text())

  deepEqual(await backOf(address), ['/en?list=examined'])
  deepEqual(await backOf(address.replace('/en/', '/az/')), ['/az?list=examined'])
  const elsewhere = [
    '',
    'https://evil.example',
    '//evil.example',
    '/en\\evil.example',
    '/en/sign-out',
    `/en/cases/${id}`,
  ]
  for (const back of elsewhere) {
    deepEqual(await backOf(`/en/cases/${id}?back=${encodeURIComponent(back)}`), ['/en'], back)
  }
})

test('on every page of a step and after it the way back is still there', async (t) => {
  const here = await house(t)
  const id = await caseIn('submitted', here, await here.signedUpApplicant(), { answers: ENGINEER })
  const officer = await here.office(OFFICER)
  const address = await caseOn(officer, PLACE, id)
  const bare = `/en/cases/${id}`
  const kept = `?back=${encodeURIComponent(PLACE)}`
  const leadsOn = (page: string) => {
    const links = linksTo(page, `${bare}(?!/documents)`)
    for (const link of links) ok(link.endsWith(kept), link)
    return links
  }

  const step = leadsOn(await (await officer.get(address)).text()).find((link) =>
    link.startsWith(`${bare}/steps/return`),
  )
  const version = await versionOn(officer, step ?? '')
  const asked = await (await officer.get(step ?? '')).text()
  const again = await officer.post(step ?? '', { version })
  const marks = { mark: 'person.person-1.surname', 'note.person.person-1.surname': 'Look again.' }
  const stale = await officer.post(step ?? '', { version: '99', ...marks })
  const taken = await officer.post(step ?? '', { version, ...marks })

  equal(again.status, 400)
  equal(stale.status, 409)
  for (const page of [asked, await again.text()]) {
    ok(leadsOn(page).length > 3, 'the form, what cancels it, the case and the other language')
    deepEqual(waysOf(page), [`${bare}${kept}`, PLACE])
  }
  const refused = await stale.text()
  ok(leadsOn(refused).includes(`${bare}${kept}`))
  deepEqual(waysOf(refused), [`${bare}${kept}`, PLACE])
  equal(taken.status, 303)
  const after = await (await officer.follow(taken)).text()
  match(after, /govuk-notification-banner--success/)
  deepEqual(waysOf(after), [PLACE])
})

test('a case about what another gave, and the other, keep the same way back', async (t) => {
  const here = await house(t)
  const id = await caseIn('recognised', here, await here.signedUpApplicant())
  const officer = await here.office(OFFICER)
  const list = '/en?list=ended'
  const giving = await (await officer.get(await caseOn(officer, list, id))).text()
  const [begins = ''] = linksTo(giving, `/en/cases/${id}/open/annulment`)

  const said = { reasoning: 'The diploma was forged.', grounds: 'A2' }
  const begun = await (await officer.follow(await sent(officer, begins, said))).text()

  deepEqual(waysOf(begun), [list])
  const [other = ''] = linksTo(begun, `/en/cases/${id}`)
  deepEqual(waysOf(await (await officer.get(other)).text()), [list])
})

test('a search leads back to what was found, and that to the list it was made from', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant()
  const numbers = ['HQM-2025-000123', 'HQM-2026-000123', 'HQM-2026-000124']
  const [id = ''] = await Promise.all(
    numbers.map((number) => caseIn('submitted', here, ana, { number })),
  )
  const officer = await here.office(OFFICER)
  const list = await (await officer.get(PLACE)).text()
  const [, from = ''] = /name="back" value="([^"]*)"/.exec(list) ?? []
  const search = `/en/search?number=000123&back=${encodeURIComponent(read(from))}`

  const found = await (await officer.get(search)).text()
  const address = await caseOn(officer, search, id)
  const one = await officer.get(search.replace('000123', '000124'))

  deepEqual(waysOf(found), [PLACE])
  equal(/name="back" value="([^"]*)"/.exec(found)?.[1], from, 'and so does the next search')
  const opened = await (await officer.get(address)).text()
  deepEqual(waysOf(opened), [search])
  match(opened, />Back to the cases that were found</)
  deepEqual(waysOf(await (await officer.follow(one)).text()), [PLACE])
})

test('whoever came from the looks goes back to them', async (t) => {
  const here = await house(t)
  const id = await caseIn('submitted', here, await here.signedUpApplicant())
  await (await here.office(OFFICER)).get(`/en/cases/${id}`)
  const auditor = await here.office('auditor@kecid.example')

  const page = await (await auditor.get(await caseOn(auditor, '/en/looks', id))).text()

  deepEqual(waysOf(page), ['/en/looks'])
  match(page, />Back to who looked</)
})

test('a body that gave the last answer is told so on its list: the case is no more theirs', async (t) => {
  const here = await house(t)
  const playing = { answers: ENGINEER, field: 'energy' }
  const id = await caseIn('in-assessment', here, await here.signedUpApplicant(), playing)
  const tasks = await here.db
    .selectFrom('task')
    .select(['ownerBody', 'ownerRole', 'step'])
    .where('caseId', '=', id)
    .where('ownerBody', 'is not', null)
    .execute()
  const places: (string | null)[] = []

  for (const { ownerBody, step } of tasks) {
    const mailbox = step === 'score' ? 'expert' : 'objection'
    const body = await here.office(`${mailbox}.${ownerBody}@kecid.example`)
    const page = `/en/cases/${id}/steps/${step}?back=%2Fen%3Flist%3Dpoints`
    const criteria = (await (await body.get(page)).text()).matchAll(/name="points\.(\w+)"/g)
    const form: Record<string, string> = { objects: 'no' }
    for (const [, code] of criteria) {
      form[`points.${code}`] = '0'
      form[`reason.${code}`] = 'Nothing proves it.'
    }
    const answer = await sent(body, page, form)
    places.push(answer.headers.get('location'))
    equal((await body.follow(answer)).status, 200)
  }

  const deeds = [...new Set(tasks.map(({ step }) => `done=step&of=recognition.${step}`))]
  equal(deeds.length, 2)
  const [last, ...others] = places.toReversed()
  ok(
    deeds.some((deed) => last === `/en?list=points&${deed}`),
    last ?? '',
  )
  for (const place of others) match(place ?? '', new RegExp(`^/en/cases/${id}\\?back=`))
})
