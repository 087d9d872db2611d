import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { inTransaction } from '#platform/database.ts'
import { campaignById, retireCampaign } from '#records/campaigns.ts'
import { house, type TestHouse } from '#test/house.ts'
import { campaignOf, policyWithMissions } from '#test/missions.ts'
import { placeOf } from '#test/visitor.ts'

const TURKISH = { 'accept-language': 'tr-TR,tr;q=0.9,en;q=0.5' }

async function tallies({ db }: TestHouse) {
  const rows = await db.selectFrom('tally').select(['what', 'people']).execute()
  return Object.fromEntries(rows.map(({ what, people }) => [what, people]))
}

test('a link leads to its event in the language of the phone, counts one, and leaves nothing', async (t) => {
  const home = await house(t, { policy: policyWithMissions(t) })
  const { campaign } = await campaignOf(home)
  const phone = home.visitor()
  const answer = await phone.get(`/go/${campaign.code.toUpperCase()}`, TURKISH)
  equal(answer.status, 303)
  equal(answer.headers.get('location'), `/tr/go/${campaign.code}`)
  deepEqual(await tallies(home), { followed: 1 })
  const page = await (await phone.follow(answer)).text()
  match(page, /<h1[^>]*>Mühendislik Fuarı<\/h1>/)
  ok(page.includes('Örnek büyükelçilik, Ankara'))
  equal(phone.cookies.size, 0)
  deepEqual(await tallies(home), { followed: 1 }, 'the page itself counts nobody')
  equal(home.logged.join('').includes(campaign.code), false)
})

test('the code goes from page to page in the address, and an account that begins is one more', async (t) => {
  const home = await house(t, { policy: policyWithMissions(t) })
  const { campaign } = await campaignOf(home)
  const phone = home.visitor()
  const via = `?via=${campaign.code}`
  const welcome = await (await phone.get(`/tr/go/${campaign.code}`)).text()
  ok(welcome.includes(`href="/tr/estimate${via}"`))
  const estimate = await (await phone.get(`/tr/estimate${via}`)).text()
  ok(estimate.includes(`href="/tr/register${via}"`))
  const register = await (await phone.get(`/tr/register${via}`)).text()
  ok(register.includes(`action="/tr/register${via}"`))
  const wrong = await phone.post(`/tr/register${via}`, { email: 'no address' })
  equal(wrong.status, 400)
  ok((await wrong.text()).includes(`action="/tr/register${via}"`), 'nothing is lost')
  deepEqual(await tallies(home), {})
  equal((await phone.post(`/tr/register${via}`, { email: 'deniz@example.org' })).status, 303)
  deepEqual(await tallies(home), { begun: 1 })
  await phone.post(`/tr/register${via}`, { email: 'deniz@example.org' })
  deepEqual(await tallies(home), { begun: 1 }, 'the same address is nobody new')
  await home.visitor().post('/tr/register', { email: 'ekin@example.org' })
  deepEqual(await tallies(home), { begun: 1 })
})

const OF_CAMPAIGNS = ['campaign', 'campaign_act', 'tally', 'figure_batch']

test('no row, log or mail leads from whoever came by a link to the link, nor back', async (t) => {
  const home = await house(t, { policy: policyWithMissions(t) })
  const { campaign } = await campaignOf(home)
  const phone = home.visitor()
  await phone.get(`/go/${campaign.code}`)
  await phone.post(`/tr/register?via=${campaign.code}`, { email: 'deniz@example.org' })
  const mails = await home.mails()
  equal(mails.length, 1)
  const telling = [campaign.code, campaign.id]
  const named = (text: string) => telling.some((each) => text.includes(each))
  equal(named(JSON.stringify(mails) + home.logged.join('')), false)
  const { rows: tables } = await sql<{ schema: string; name: string }>`
    select schemaname as schema, tablename as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema')`.execute(home.db)
  const naming: string[] = []
  for (const { schema, name } of tables) {
    const { rows } = await sql<{ row: string }>`
      select row_to_json(each)::text as row from ${sql.table(`${schema}.${name}`)} as each`.execute(
      home.db,
    )
    if (rows.some(({ row }) => named(row))) naming.push(name)
  }
  deepEqual(naming.toSorted(), ['campaign', 'campaign_act', 'tally'])
  const { rows: ties } = await sql<{ from: string; to: string }>`
    select conrelid::regclass::text as from, confrelid::regclass::text as to
    from pg_constraint where contype = 'f'`.execute(home.db)
  const tied = ties
    .filter(({ from, to }) => OF_CAMPAIGNS.includes(from) || OF_CAMPAIGNS.includes(to))
    .filter(({ to }) => to !== 'campaign')
  // An official who made a campaign is the only person that is named.
  deepEqual(tied, [{ from: 'campaign_act', to: 'party' }])
})

test('what is mistyped, was never made or is no code says so, and can be typed again', async (t) => {
  const home = await house(t, { policy: policyWithMissions(t) })
  const { campaign } = await campaignOf(home)
  const phone = home.visitor()
  for (const code of [
    'baba-baba',
    'xyz',
    campaign.code.replace(/.$/, 'x'),
    '%00',
    'a'.repeat(900),
  ]) {
    const answer = await phone.follow(await phone.get(`/go/${code}`, TURKISH))
    equal(answer.status, 404, code)
    match(await answer.text(), /Bu bağlantıyı tanımıyoruz/, code)
  }
  const says = async (code: string, language: string) =>
    (await phone.get(`/${language}/go?code=${encodeURIComponent(code)}&unknown=1`)).text()
  match(await says('biba-baba', 'en'), /Letter 2, “i”, cannot be right[^]*value="biba-baba"/)
  match(await says('baba-bab', 'ru'), /Введено букв: 7\. В коде их 8[^]*value="baba-bab"/)
  match(await says('baba-babe', 'az'), /Bir hərf səhvdir/)
  match(await says('baba-baba', 'tr'), /bu kodun etkinliği yok/)
  match(await says('"><b>', 'en'), /Letters typed: 5[^]*value="&quot;&gt;&lt;b&gt;"/)
  const again = await phone.get(
    `/tr/go?code=${encodeURIComponent(`kecid.gov.az/go/${campaign.code}`)}`,
  )
  equal(again.headers.get('location'), `/go/${campaign.code}`)
  deepEqual(await tallies(home), {})
})

test('whoever leaves the code out is asked for it in their language, without scripts', async (t) => {
  const home = await house(t, { policy: policyWithMissions(t) })
  const { campaign } = await campaignOf(home)
  const phone = home.visitor()
  for (const address of ['/go', '/go/', '/go?code=']) {
    let answer = await phone.get(address, TURKISH)
    while (answer.status === 303 || answer.status === 308) {
      answer = await phone.get(answer.headers.get('location') ?? '', TURKISH)
    }
    const page = await answer.text()
    equal(answer.status, address.includes('code') ? 404 : 200, address)
    match(page, /lang="tr"[^]*<form[^>]*method="get"[^>]*action="\/tr\/go"[^]*name="code"/)
    equal(page.includes('error-message'), address.includes('code'))
  }
  match(await (await phone.get('/ru/go?code=')).text(), /Введите код так, как он стоит/)
  const typed = await phone.get(`/go?code=${campaign.code.toUpperCase()}`, TURKISH)
  const followed = await phone.follow(await phone.follow(typed))
  equal(placeOf(followed), `/tr/go/${campaign.code}`)
  deepEqual(await tallies(home), { followed: 1 })
})

test('a link that has ended leads on, says so, and counts nobody', async (t) => {
  const home = await house(t, { policy: policyWithMissions(t) })
  const { db, at, campaign } = await campaignOf(home, { leadsTo: 'estimate' })
  const phone = home.visitor()
  const open = await phone.get(`/go/${campaign.code}`)
  equal(open.headers.get('location'), `/tr/estimate?via=${campaign.code}`)
  const now = await inTransaction(db, (tx) => campaignById(tx, campaign.id))
  ok(now)
  await inTransaction(db, (tx) => retireCampaign(tx, now, { on: home.clock.today(), at }))
  const ended = await phone.follow(await phone.get(`/go/${campaign.code}`))
  match(await ended.text(), /Bu etkinlik bitti/)
  await phone.post(`/tr/register?via=${campaign.code}`, { email: 'late@example.org' })
  deepEqual(await tallies(home), { followed: 1 })
})

test('a machine that follows a link is counted up to a bound, and the figures say so', async (t) => {
  const home = await house(t, { policy: policyWithMissions(t) })
  const { db, campaign } = await campaignOf(home)
  const machine = home.visitor()
  await machine.get(`/go/${campaign.code}`, { 'sec-purpose': 'prefetch' })
  deepEqual(await tallies(home), {}, 'who only looks ahead follows nothing')
  for (let n = 0; n < 310; n += 1) equal((await machine.get(`/go/${campaign.code}`)).status, 303)
  deepEqual(await tallies(home), { followed: 300 })
  equal((await inTransaction(db, (tx) => campaignById(tx, campaign.id)))?.isUncounted, true)
  home.clock.advance(60_000)
  await machine.get(`/go/${campaign.code}`)
  deepEqual(await tallies(home), { followed: 301 })
})
