import { equal, match, notEqual, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { house } from '#test/house.ts'
import { IN_ANOTHER_LANGUAGE } from '#ui/shell-frame.tsx'
import { ASK, ASKER, linkIn, policyWithQuestions, questionAsked, saidBy } from '#test/toy-asking.ts'

test('a question is asked without an account, answered by the mission, and read by the link', async (t) => {
  const home = await house(t, { policy: policyWithQuestions(t) })
  const mission = await (await home.portal.get('/en/missions/example-ankara')).text()
  ok(mission.includes(`href="${ASK}"`) && mission.includes('Ask a toy'))
  const { link, number, id, asker } = await questionAsked(home)
  equal(asker.cookies.has('kecid'), false, 'nobody is signed in by asking')
  const waiting = await (await home.visitor().get(link)).text()
  ok(waiting.includes(number) && waiting.includes('May my spouse work?'))
  ok(waiting.includes('Example embassy, Ankara'))
  match(waiting, /5 March 2026/, 'three working days')
  const consul = await home.office('consul@kecid.example')
  const list = await (await consul.get('/en?list=all')).text()
  ok(list.includes(number) && list.includes('Example embassy, Ankara, English'))
  const read = await (await consul.get(`/en/cases/${id}`)).text()
  ok(read.includes('May my spouse work?') && read.includes('Example embassy, Ankara, English'))
  equal((await saidBy(home, 'consul', { id, step: 'tell-toy', text: 'Yes, at once.' })).status, 303)
  const [mail] = await home.mails(ASKER)
  equal(linkIn(mail?.text ?? ''), link, 'the same link again')
  const told = await (await home.visitor().get(link)).text()
  ok(told.includes('Yes, at once.') && told.includes('The toy was told'))
  ok(told.includes('Officer of a mission') && !told.includes('Consul'))
})

test('whoever asked asks once more in the same case, and it waits for the mission again', async (t) => {
  const home = await house(t, { policy: policyWithQuestions(t) })
  const { link, number, id } = await questionAsked(home)
  await saidBy(home, 'consul', { id, step: 'tell-toy', text: 'Yes.' })
  const asker = home.visitor()
  const version = /name="version" value="(\d+)"/.exec(await (await asker.get(link)).text())?.[1]
  const form = { text: 'And my child?', version: version ?? '' }
  equal((await asker.post(link, { ...form, text: '' })).status, 400)
  equal((await asker.post(link, form)).status, 303)
  equal((await asker.post(link, form)).status, 303, 'the same press once more')
  const said = await home.db.selectFrom('event').where('caseId', '=', id).selectAll().execute()
  equal(said.filter(({ step }) => step === 'more').length, 1)
  const consul = await home.office('consul@kecid.example')
  ok((await (await consul.get('/en?list=all')).text()).includes(number))
  await saidBy(home, 'consul', { id, step: 'tell-more', text: 'A child goes to school.' })
  ok((await (await asker.get(link)).text()).includes('A child goes to school.'))
})

test('what is wrong stands beside its field, and nothing that was typed is lost', async (t) => {
  const home = await house(t, { policy: policyWithQuestions(t) })
  const long = 'ö'.repeat(10_000)
  const tooLong = await home.portal.post(ASK, { text: long, email: 'no address' })
  equal(tooLong.status, 400)
  const page = await tooLong.text()
  ok(page.includes(long) && page.includes('value="no address"'))
  match(page, /id="text-error"/)
  match(page, /id="email-error"/)
  const empty = await (await home.portal.post(ASK, { text: '', email: ASKER })).text()
  ok(empty.includes(`value="${ASKER}"`))
  const script = '</textarea><script>alert(1)</script>'
  const shown = await (await home.portal.post(ASK, { text: script, email: '' })).text()
  ok(!shown.includes('<script>alert') && shown.includes('&lt;script&gt;alert(1)'))
  const { link } = await questionAsked(home, { text: script })
  ok(!(await (await home.portal.get(link)).text()).includes('<script>alert'))
  const typed = { text: 'kept', email: ASKER, [IN_ANOTHER_LANGUAGE]: 'tr' }
  const turkish = await home.portal.post(ASK.replace('/en/', '/tr/'), typed)
  equal(turkish.status, 200)
  const inTurkish = await turkish.text()
  ok(inTurkish.includes('kept') && inTurkish.includes(`value="${ASKER}"`))
})

test('the same form sent twice asks once, and says the same', async (t) => {
  const home = await house(t, { policy: policyWithQuestions(t) })
  const page = await (await home.portal.get(ASK)).text()
  const form = /name="form" value="([\w-]{43})"/.exec(page)?.[1] ?? ''
  const typed = { text: 'Once', email: ASKER, form }
  const both = await Promise.all([home.portal.post(ASK, typed), home.portal.post(ASK, typed)])
  for (const answer of both) equal(answer.status, 303)
  const asked = await home.portal.follow(both[0])
  match(await asked.text(), /Your question has come to us/)
  const asking = () => home.db.selectFrom('asking').selectAll().execute()
  equal((await asking()).length, 1)
  const mended = { ...typed, email: 'deniz@example.com' }
  equal((await home.portal.post(ASK, mended)).status, 303)
  equal((await asking()).length, 2, 'whoever mends the address is written to there')
  const [mail] = await home.mails('deniz@example.com')
  equal((await home.portal.post(`${linkIn(mail?.text ?? '')}/delete`)).status, 303)
  equal((await home.portal.post(ASK, mended)).status, 303)
  equal((await home.mails('deniz@example.com')).length, 2, 'what was deleted can be asked again')
})

test('the address of somebody who has an account begins nothing in it, and opens nothing', async (t) => {
  const home = await house(t, { policy: policyWithQuestions(t) })
  const ana = await home.signedUpApplicant({ email: 'ana@example.org' })
  await questionAsked(home, { email: 'ana@example.org' })
  const own = await (await ana.get('/en/applications')).text()
  ok(!own.includes('Toy question'))
  const asked = await home.db.selectFrom('asking').select('account').executeTakeFirstOrThrow()
  notEqual(asked.account, ana.account.id)
  await home.visitor().post('/en/forgotten-password', { email: ASKER })
  equal((await home.mails(ASKER)).length, 0, 'who only asked has nothing to sign in to')
})

test('whoever has the link deletes what was asked, and it opens nothing from then on', async (t) => {
  const home = await house(t, { policy: policyWithQuestions(t) })
  const { link, id, number } = await questionAsked(home)
  const asker = home.visitor()
  match(await (await asker.get(`${link}/delete`)).text(), /Delete this question for good/)
  equal((await asker.get(link)).status, 200, 'looking at that deletes nothing')
  equal((await asker.post(`${link}/delete`)).status, 303)
  for (const address of [link, `${link}/delete`]) equal((await asker.get(address)).status, 404)
  equal((await asker.post(`${link}/delete`)).status, 404)
  const { account, isApart } = await home.db
    .selectFrom('asking')
    .selectAll()
    .where('caseId', '=', id)
    .executeTakeFirstOrThrow()
  equal(account, null)
  equal(isApart, true)
  equal(
    (await home.db.selectFrom('answer').selectAll().where('caseId', '=', id).execute()).length,
    0,
  )
  const consul = await home.office('consul@kecid.example')
  ok(!(await (await consul.get('/en?list=all')).text()).includes(number), 'nothing waits')
  await home.runJobs()
})

test('a link that was mistyped, cut off or made up opens nothing, and many are too many', async (t) => {
  const home = await house(t, { policy: policyWithQuestions(t) })
  const { link } = await questionAsked(home)
  const stranger = home.visitor()
  const turned = link.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))
  for (const wrong of [turned, link.slice(0, -1), '/en/questions/x', '/en/questions/%00']) {
    equal((await stranger.get(wrong)).status, 404, wrong)
    equal((await stranger.post(wrong, { text: 'x' })).status, 404, wrong)
  }
  equal((await stranger.get(link)).status, 200)
  for (let times = 8; times < 300; times += 1) await stranger.get(`${turned}${times}`)
  const late = await stranger.get(turned)
  equal(late.status, 429)
  ok(Number(late.headers.get('retry-after')) > 0)
})

test('whoever is signed in reads a question by its link alone, and goes on as themselves', async (t) => {
  const home = await house(t, { policy: policyWithQuestions(t) })
  const { link } = await questionAsked(home)
  const ana = await home.signedUpApplicant()
  ok((await (await ana.get(link)).text()).includes('May my spouse work?'))
  const own = await ana.get('/en/applications')
  equal(own.status, 200)
  ok(!(await own.text()).includes('Toy question'))
  equal((await ana.post(ASK, { text: 'Mine', email: ASKER })).status, 303)
  ok(!(await (await ana.get('/en/applications')).text()).includes('Toy question'))
})

test('so many questions come from one address in an hour, and what was typed stays', async (t) => {
  const home = await house(t, { policy: policyWithQuestions(t) })
  for (let times = 0; times < 5; times += 1) {
    equal((await home.visitor().post(ASK, { text: `No. ${times}`, email: ASKER })).status, 303)
  }
  const sixth = await home.visitor().post(ASK, { text: 'The sixth', email: ASKER.toUpperCase() })
  equal(sixth.status, 429)
  ok((await sixth.text()).includes('The sixth'))
  equal((await home.visitor().post(ASK, { text: 'Another', email: 'e@example.org' })).status, 303)
  home.clock.advance(3_600_000)
  equal((await home.visitor().post(ASK, { text: 'Later', email: ASKER })).status, 303)
})

test('nothing is asked of a mission that is not there, or by a type that is for none', async (t) => {
  const home = await house(t, { policy: policyWithQuestions(t) })
  const away = ['example-paris/ask/toy-question', 'example-ankara/ask/recognition']
  for (const each of [...away, 'example-ankara/ask/constructor']) {
    equal((await home.portal.get(`/en/missions/${each}`)).status, 404, each)
    const form = { text: 'Hello', email: ASKER }
    equal((await home.portal.post(`/en/missions/${each}`, form)).status, 404, each)
  }
})

test('whoever asked reads by the link which official looked and when, and nobody else does', async (t) => {
  const home = await house(t, { policy: policyWithQuestions(t) })
  const { link, id } = await questionAsked(home)
  const looks = `${link}/who-looked`
  ok((await (await home.visitor().get(link)).text()).includes(`href="${looks}"`))
  match(await (await home.visitor().get(looks)).text(), /Nobody has looked at your data yet/)
  const consul = await home.office('consul@kecid.example')
  await consul.get(`/en/cases/${id}`)
  const page = await (await home.visitor().get(looks)).text()
  match(page, /Officer of a mission, Example embassy, Ankara[^]*Looked at your question/)
  ok(!page.includes('Nağıyeva'), 'officials are not named')
  for (const asked of ['?before=x', `?before=${id}`]) {
    equal((await home.visitor().get(`${looks}${asked}`)).status, 200, asked)
  }
  equal(
    (await home.visitor().get(looks.replace(/.{43}\/who/, `${'x'.repeat(43)}/who`))).status,
    404,
  )
})
