import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { signInAgain } from '#test/days-later.ts'
import {
  begun,
  couple,
  familyHouse,
  idsIn,
  invited,
  linkIn,
  personForm,
  portalAs,
  withChild,
} from '#test/family.ts'

test('an adult comes in by the link that was mailed to them, with an account of their own', async (t) => {
  const here = await familyHouse(t)
  const [ana, ben] = [await here.signedUpApplicant(), await here.signedUpApplicant()]
  const id = await begun(ana)
  const link = await invited(here, ana, { id, email: ben.email })
  const [mail] = await here.mails(ben.email)
  match(mail?.text ?? '', /Application: Comfort for a family\. You would be in it as: Spouse\./)
  doesNotMatch(mail?.text ?? '', new RegExp(ana.email), 'a mail may be passed on')

  const stranger = await (await here.visitor().get(link)).text()
  match(stranger, /Application: Comfort for a family/)
  match(stranger, /\/en\/sign-in\?next=/)
  doesNotMatch(stranger, new RegExp(ana.email.split('@')[0] ?? ''))
  doesNotMatch(stranger, new RegExp(id))

  const page = await (await ben.get(link)).text()
  match(withoutBreaks(page), new RegExp(`You are invited by <strong>${ana.email}`))
  match(page, /They do not see your answers/)
  deepEqual(await casesOf(here, ben), [], 'looking changes nothing')

  const answer = await ben.post(link)
  equal(answer.status, 303, await answer.text())
  equal(answer.headers.get('location')?.split('?')[0], `/en/applications/${id}`)
  match(await (await ben.follow(answer)).text(), /Another person joined/)
  match(await (await ben.get('/en/applications')).text(), /Comfort for a family/)
  const list = await (await ana.get(`/en/applications/${id}`)).text()
  match(list, /Spouse/)
  doesNotMatch(list, /Invitations nobody has used yet/)
  const relations = await here.db
    .selectFrom('relation')
    .select(['party', 'kind', 'other'])
    .execute()
  deepEqual(relations, [{ party: ben.account.partyId, kind: 'spouse', other: ana.account.partyId }])

  const again = await ben.post(link)
  equal(again.status, 303, 'a second press of the button')
  match(await (await ben.get(link)).text(), /You have joined already/)
  match(await (await ana.get(link)).text(), /This is your own invitation/)
  const events = await here.db.selectFrom('event').select('kind').where('caseId', '=', id).execute()
  equal(events.length, 2)
})

test('a link opens nothing for another address, and nothing once it has ended', async (t) => {
  const here = await familyHouse(t)
  const [ana, ben] = [await here.signedUpApplicant(), await here.signedUpApplicant()]
  const eve = await here.signedUpApplicant()
  const id = await begun(ana)
  const link = await invited(here, ana, { id, email: ben.email })

  const wrong = await eve.post(link)
  equal(wrong.status, 409)
  const said = await wrong.text()
  match(said, /This invitation is for another address/)
  doesNotMatch(withoutBreaks(said), new RegExp(ana.email))
  doesNotMatch(said, new RegExp(ben.email))
  match(await (await ana.post(link)).text(), /This is your own invitation/)

  const [open] = await here.db.selectFrom('invitation').select('id').execute()
  const path = `/en/applications/${id}/people/invitations/${open?.id}`
  equal((await eve.post(`${path}/withdraw`)).status, 404)
  equal((await eve.post(`${path}/again`)).status, 404)
  match(await (await ana.get(`${path}/withdraw`)).text(), /Withdraw this invitation/)
  equal((await ana.post(`${path}/withdraw`)).status, 303)
  equal((await ana.post(`${path}/withdraw`)).status, 303, 'a second press')
  match(await (await ben.get(link)).text(), /This invitation was withdrawn/)
  equal((await ben.post(link)).status, 409)
  match(await (await here.visitor().get(link)).text(), /This invitation was withdrawn/)
  deepEqual(await casesOf(here, ben), [])

  const lost = await here.visitor().get('/en/invitation/nothing')
  equal(lost.status, 404)
  match(await lost.text(), /does not open anything/)
})

test('it works for fourteen days, and anew once it was sent again, by the newest link alone', async (t) => {
  const here = await familyHouse(t)
  const [ana, ben] = [await here.signedUpApplicant(), await here.signedUpApplicant()]
  const id = await begun(ana)
  const old = await invited(here, ana, { id, email: ben.email })

  here.clock.advance(14 * DAY_MS - 1000)
  await signInAgain(here, ben)
  match(await (await ben.get(old)).text(), /Join the application/)
  here.clock.advance(1000)
  await signInAgain(here, ben)
  match(await (await ben.get(old)).text(), /This invitation has run out/)
  equal((await ben.post(old)).status, 409)

  await signInAgain(here, ana)
  match(await (await ana.get(`/en/applications/${id}`)).text(), /Has run out/)
  const [open] = await here.db.selectFrom('invitation').select('id').execute()
  const again = await ana.post(`/en/applications/${id}/people/invitations/${open?.id}/again`)
  equal(again.status, 303)
  match(await (await ana.follow(again)).text(), /The invitation is on its way/)
  const link = await linkIn(here, ben.email)
  match(await (await ben.get(old)).text(), /does not open anything/)
  equal((await ben.post(link)).status, 303)
})

test('who is in it already, and where there is no room, is told so', async (t) => {
  const here = await familyHouse(t)
  const { ana, ben, id } = await couple(here)
  const cleo = await here.signedUpApplicant()

  const twice = await invited(here, ana, { id, email: ben.email, who: 'friend' })
  match(await (await ben.get(twice)).text(), /You are in it as: Spouse/)
  equal((await ben.post(twice)).status, 409)
  const rows = await here.db.selectFrom('caseParty').select('role').execute()
  deepEqual(rows.map(({ role }) => role).toSorted(), ['applicant', 'spouse'])

  const link = await invited(here, ana, { id, email: cleo.email, who: 'friend' })
  for (const year of ['2015', '2016']) await withChild(ana, id, ['1', '1', year])
  const ward = await ana.post(`/en/applications/${id}/people/add`, { who: 'ward' })
  equal(ward.status, 303)
  const full = await cleo.post(link)
  equal(full.status, 409)
  match(await full.text(), /nobody else can join as: Friend/)
  const shut = await ana.get(`/en/applications/${id}/people/invite`)
  match(await shut.text(), /Nobody else can join/)
})

test('once the case was sent in nobody joins it, and its draft is not deleted unsaid', async (t) => {
  const here = await familyHouse(t)
  const [ana, ben] = [await here.signedUpApplicant(), await here.signedUpApplicant()]
  const id = await begun(ana)
  const link = await invited(here, ana, { id, email: ben.email })
  equal((await withChild(ana, id, ['1', '1', '2015'])).status, 303)
  const discard = await (await ana.get(`/en/applications/${id}/discard`)).text()
  match(discard, /the other people of this application/)
  equal((await ana.post(`/en/applications/${id}~2/leave`)).status, 303)
  for (const [block, form] of [
    ['person', personForm('Ferreira', 'Ana')],
    ['purpose', { purpose: 'To work.' }],
  ] as const) {
    const path = `/en/applications/${id}/answers/${block}`
    equal((await ana.post(path, { ...form, version: '0' })).status, 303)
  }
  const sent = await ana.post(`/en/applications/${id}/submit`)
  equal(sent.status, 303, await sent.text())

  match(await (await ben.get(link)).text(), /Nobody can join at this stage/)
  equal((await ben.post(link)).status, 409)
  equal((await ana.post(`/en/applications/${id}/people/add`, { who: 'ward' })).status, 409)
})

test('two who are asked for one place: one of them joins', async (t) => {
  const here = await familyHouse(t)
  const ana = await here.signedUpApplicant()
  const both = [await here.signedUpApplicant(), await here.signedUpApplicant()] as const
  const id = await begun(ana)
  const links: string[] = []
  for (const { email } of both) links.push(await invited(here, ana, { id, email }))

  const answers = await Promise.all(both.map((each, index) => each.post(links[index] ?? '')))

  deepEqual(new Set(answers.map(({ status }) => status)), new Set([303, 409]))
  const rows = await here.db
    .selectFrom('caseParty')
    .select('role')
    .where('role', '=', 'spouse')
    .execute()
  equal(rows.length, 1)
})

test('who invites is asked for an address once, and not for their own', async (t) => {
  const here = await familyHouse(t)
  const [ana, ben] = [await here.signedUpApplicant(), await here.signedUpApplicant()]
  const id = await begun(ana)
  const invite = (email: string, more = {}) =>
    ana.post(`/en/applications/${id}/people/invite`, {
      who: 'spouse',
      email,
      language: 'tr',
      ...more,
    })

  const own = await invite(ana.email.toUpperCase())
  equal(own.status, 409)
  match(await own.text(), /This is your own address/)
  const garbled = await invite('ben at example')
  equal(garbled.status, 400)
  match(await garbled.text(), /value="ben at example"/)
  equal((await invite(ben.email, { language: '' })).status, 400)
  equal((await invite(ben.email)).status, 303)
  const [mail] = await here.mails(ben.email)
  match(mail?.text ?? '', /\/tr\/invitation\//)
  const twice = await invite(ben.email)
  equal(twice.status, 409)
  match(await twice.text(), /already has an invitation here/)
  equal((await here.db.selectFrom('invitation').selectAll().execute()).length, 1)
})

test('nobody sends mails without end', async (t) => {
  const here = await familyHouse(t)
  const ana = await here.signedUpApplicant()
  const id = await begun(ana)
  await invited(here, ana, { id, email: 'ben@example.org' })
  const [open] = await here.db.selectFrom('invitation').select('id').execute()
  const again = () => ana.post(`/en/applications/${id}/people/invitations/${open?.id}/again`)
  for (let sent = 1; sent < 5; sent += 1) equal((await again()).status, 303)

  const answer = await again()

  equal(answer.status, 429)
  ok(Number(answer.headers.get('retry-after')) > 0)
  match(await answer.text(), /You have sent many invitations/)
})

test('whoever tries many links waits, and a link that is right counts for nobody', async (t) => {
  const here = await familyHouse(t)
  const [ana, ben] = [await here.signedUpApplicant(), await here.signedUpApplicant()]
  const id = await begun(ana)
  const link = await invited(here, ana, { id, email: ben.email })
  for (let tried = 0; tried < 300; tried += 1) {
    equal((await here.portal.get('/en/invitation/guess')).status, 404)
  }

  const answer = await here.portal.get('/en/invitation/guess')

  equal(answer.status, 429)
  match(await answer.text(), /Too many links were tried/)
  here.clock.advance(15 * 60_000)
  for (let opened = 0; opened < 320; opened += 1) equal((await ben.get(link)).status, 200)
})

const DAY_MS = 86_400_000

/** An address is broken where it reads best. */
const withoutBreaks = (html: string): string => html.replaceAll('<wbr/>', '')

const casesOf = (here: Parameters<typeof portalAs>[0], who: Parameters<typeof portalAs>[1]) =>
  idsIn(portalAs(here, who), 'select id from case_file')
