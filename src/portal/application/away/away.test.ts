import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { statesOf } from '#test/asking.ts'
import type { Saying } from '#test/consulting.ts'
import { everyValue } from '#test/dump.ts'
import { htmlOf } from '#test/ferreiras.ts'
import { anaForwarded, heard } from '#test/forwarding.ts'
import type { TestHouse } from '#test/house.ts'
import { sent } from '#test/signed-case.ts'

/** A case that another system examines, as its person and the office meet it. */

const OFFICER = 'officer@kecid.example'
const HEAD = 'head@kecid.example'

const plain = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('\u00ad', '')
    .replace(/\s+/g, ' ')

const onPortal = async (visitor: Parameters<typeof htmlOf>[0], id: string, language = 'en') =>
  plain(await htmlOf(visitor, `/${language}/applications/${id}`))

const atOffice = async (here: TestHouse, id: string, language = 'en') =>
  plain(await htmlOf(await here.office(OFFICER), `/${language}/cases/${id}`))

const stateOf = async ({ db }: TestHouse, id: string) =>
  (await db.selectFrom('caseFile').select('state').where('id', '=', id).executeTakeFirst())?.state

const eventsOf = async ({ db }: TestHouse, id: string) =>
  (
    await db
      .selectFrom('event')
      .select(['kind', 'audience'])
      .where('caseId', '=', id)
      .orderBy('seq')
      .execute()
  ).map(({ kind, audience }) => `${kind} ${audience}`)

test('what was filed goes there, and its answer is read by the person and the office', async (t) => {
  const { here, ana, id, says } = await anaForwarded(t, 'CD 123456')
  const asked: Parameters<Saying>[0][] = []
  const heardOf: Saying = (content, ...more) => {
    asked.push(content)
    return says(content, ...more)
  }
  const first = await onPortal(ana, id)
  match(first, /Your application is examined in another system/)
  match(first, /Who examines it[^]*not confirmed yet, and we keep asking/)

  await heard(here, heardOf)
  const [question] = asked
  equal(question?.['does'], 'send')
  const filed = JSON.stringify(question?.['filed'])
  match(filed, /Universidade do Porto/)
  match(filed, /"kind":"passport"[^}]*"media":"(?:pdf|png|jpeg)","bytes":"\d+"/)
  match(
    await onPortal(ana, id),
    /people of the “Toy registers” examine it[^]*Its number there: UMS-C-000001/,
  )
  match(await atOffice(here, id), /Meanwhile nothing is proposed or decided here/)
  match(await onPortal(ana, id, 'ru'), /Номер в той системе: UMS-C-000001/)

  await heard(here, heardOf)
  equal(await stateOf(here, id), 'settled-there')
  const hers = await onPortal(ana, id)
  match(hers, /It was decided there[^]*not decided here, but in this system: Toy registers/)
  match(hers, /granted[^]*UMS-P-000001[^]*Valid, last day/)
  doesNotMatch(hers, /Read the decision/)
  match(await atOffice(here, id, 'az'), /Xahiş təmin edilib[^]*UMS-P-000001/)
  const decisions = await here.db.selectFrom('decision').selectAll().execute()
  deepEqual(decisions, [], 'nothing was decided here')
  deepEqual((await eventsOf(here, id)).slice(-2), ['report person', 'report person'])
  deepEqual([...new Set(await statesOf(here, id))], ['taken'])
  const dump = await everyValue(here.db)
  const said = JSON.stringify(dump)
  ok(said.includes('settled-there'))
  ok(!/UMS-[CP]-000001/.test(said), 'what the system says is sealed')
})

test('a refusal is read with its grounds, its day and the way to complain', async (t) => {
  const { here, ana, id, says } = await anaForwarded(t, 'ZZ0000920')
  await heard(here, says)
  await heard(here, says)
  const hers = await onPortal(ana, id)
  match(hers, /Refused[^]*sənədlər dəyişikliyi təsdiq etmir[^]*How to complain[^]*30 gün/)
  equal(await stateOf(here, id), 'settled-there')
})

test('a correction goes to the person and back, and coming in person is told', async (t) => {
  const { here, ana, id, says } = await anaForwarded(t, 'ZZ0000921')
  await heard(here, says)
  await heard(here, says)
  equal(await stateOf(here, id), 'returned')
  const path = `/en/applications/${id}/correct`
  const page = await htmlOf(ana, path)
  match(page, /Sənəd oxunmur/)
  const version = /name="version" value="([^"]*)"/.exec(page)?.[1] ?? ''
  const [right = ''] = /right\.document\.[\w-]+/.exec(page) ?? []
  equal((await ana.post(path, { [right]: 'yes', press: 'send', version })).status, 303)
  equal(await stateOf(here, id), 'submitted')
  await heard(here, says)
  await heard(here, says)
  equal(await stateOf(here, id), 'settled-there')

  const other = await anaForwarded(t, 'ZZ0000922')
  await heard(other.here, other.says)
  await heard(other.here, other.says)
  match(await onPortal(other.ana, other.id), /You have to come in person[^]*saat 10:00/)
  await heard(other.here, other.says)
  equal(await stateOf(other.here, other.id), 'settled-there')
})

test('a system that is down, says nonsense or says it twice loses and doubles nothing', async (t) => {
  const { here, ana, id, says } = await anaForwarded(t, 'ZZ0000924')
  for (let day = 0; day < 3; day += 1) {
    await heard(here, () => 'unreachable')
    here.clock.advance(7 * 3_600_000)
  }
  match(await atOffice(here, id), /The system cannot be reached\. Tried so far: 3/)
  match(await onPortal(ana, id), /not confirmed yet, and we keep asking/)
  await heard(here, () => ({ result: 'refuses', case: 'another' }))
  here.clock.advance(7 * 3_600_000)
  match(await atOffice(here, id), /is not what was agreed/)
  equal((await eventsOf(here, id)).filter((each) => each.startsWith('report')).length, 0)

  await heard(here, says)
  await heard(here, says)
  equal((await eventsOf(here, id)).filter((each) => each.startsWith('report')).length, 1, 'twice')
  await heard(here, says)
  equal(await stateOf(here, id), 'settled-there')
})

test('whoever withdraws it has the system told, and what that says then opens nothing', async (t) => {
  const { here, ana, id, says } = await anaForwarded(t, 'CD 123456')
  await heard(here, says)
  equal((await ana.post(`/en/applications/${id}/withdraw`)).status, 303)
  const does: unknown[] = []
  await heard(here, (content, ...more) => {
    does.push(content['does'])
    return says(content, ...more)
  })
  deepEqual(does, ['withdraw'])
  equal(await stateOf(here, id), 'withdrawn')
  deepEqual((await eventsOf(here, id)).at(-1), 'end person')
  deepEqual([...new Set(await statesOf(here, id))].toSorted(), ['dropped', 'taken'])
})

test('an official has it sent again where nothing arrived, and asks how it stands, once a day', async (t) => {
  const { here, ana, id, says } = await anaForwarded(t, 'ZZ0000923')
  await heard(here, () => 'unreachable')
  const officer = await here.office(OFFICER)
  const step = `/en/cases/${id}/steps/ask-there`
  const purpose = { service: 'forward-case', purpose: 'Nobody there knows of it.' }
  const again = await sent(officer, step, purpose)
  equal(again.status, 400, 'it was sent today')
  match(await again.text(), /sent or asked today already/)
  here.clock.advance(24 * 3_600_000)
  const late = await here.office(OFFICER)
  equal((await sent(late, step, { ...purpose, purpose: ' ' })).status, 400)
  const once = await sent(late, step, purpose)
  equal(once.status, 303, JSON.stringify(here.logged.slice(-3)))
  equal((await sent(late, step, purpose)).status, 400)
  const does: unknown[] = []
  const heardOf: Saying = (content, ...more) => {
    does.push(content['does'])
    return says(content, ...more)
  }
  await heard(here, heardOf)
  deepEqual(does, ['send'], 'once more, and not the one of before beside it')
  match(await atOffice(here, id), /Its number there: UMS-C-000001/)
  match(
    await atOffice(here, id),
    /It was sent once more by [^,]+, [^:]*\d\d:\d\d[^]*Nobody there knows of it/,
  )
  doesNotMatch(await onPortal(ana, id), /Nobody there knows of it/)

  here.clock.advance(24 * 3_600_000)
  equal((await sent(await here.office(OFFICER), step, purpose)).status, 303)
  await heard(here, heardOf)
  deepEqual(does.slice(1), ['ask'])
  match(
    await atOffice(here, id, 'az'),
    /Yenidən soruşan: [^]*Əvvəlki sorğular \(1\)[^]*Bir daha göndərən: [^]*Səbəb: Nobody there/,
  )
  deepEqual([...new Set(await statesOf(here, id))].toSorted(), ['dropped', 'taken', 'waiting'])
  deepEqual((await eventsOf(here, id)).at(-1), 'consult office')
  const other = await here.signedUpApplicant()
  equal((await other.get(`/en/applications/${id}`)).status, 404)
})

test('two officials take back what is never answered, and examine it here', async (t) => {
  const { here, ana, id, says } = await anaForwarded(t, 'ZZ0000923')
  await heard(here, says)
  const [officer, head] = [await here.office(OFFICER), await here.office(HEAD)]
  const lies = await atOffice(here, id)
  match(
    lies,
    /Examined elsewhere[^]*It lies with this system: Toy registers\. It was sent there on/,
  )
  doesNotMatch(lies, /Next to act|Step due/)
  for (const list of ['mine', 'examined', 'all']) {
    const listed = plain(await htmlOf(officer, `/en?list=${list}`))
    match(listed, /Examined elsewhere .*With this system since [^:]*: Toy registers/, list)
    doesNotMatch(listed, /To check/, 'nobody here has to')
  }
  const who = /Who has to act now Toy registers/
  match(await onPortal(ana, id), who)
  const step = (code: string) => `/en/cases/${id}/steps/${code}`
  const blocked = await sent(officer, step('accept'))
  equal(blocked.status, 409)
  match(await blocked.text(), /Another system examines this case/)
  equal((await sent(officer, step('ask-for-recall'), { reason: ' ' })).status, 400)
  equal((await sent(officer, step('ask-for-recall'), { reason: 'No answer.' })).status, 303)
  equal((await sent(officer, step('recall'))).status, 409)
  match(
    await atOffice(here, id),
    /Asked back[^]*Taking it back was asked for by [A-Z][^,]+, [^]*time\)\. Another official/,
  )
  match(
    await atOffice(here, id, 'az'),
    /Geri istənilib[^]*Geri götürülməsini istəyən: [^]*etməlidir/,
  )
  doesNotMatch(await onPortal(ana, id), /No answer\./)
  match(plain(await htmlOf(head, step('recall'))), /It takes two people[^]*No answer\./)
  equal((await sent(head, step('recall'))).status, 303)

  match(
    await onPortal(ana, id),
    /was taken back from this system: Toy registers\. We examine it now/,
  )
  const does: unknown[] = []
  await heard(here, (content, ...more) => {
    does.push(content['does'])
    return says(content, ...more)
  })
  deepEqual(does, ['recall'])
  match(await atOffice(here, id), /Next to act: Case officer/)
  match(plain(await htmlOf(officer, '/en?list=mine')), /To check/)
  doesNotMatch(await onPortal(ana, id), who)
  equal((await sent(officer, step('accept'))).status, 303)
  equal(await stateOf(here, id), 'in-assessment')
})
