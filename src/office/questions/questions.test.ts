import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { sql } from 'kysely'
import { addDays } from '#core/dated.ts'
import { lawToday, questionSeen, shownQuestion, written } from '#test/frequent-questions.ts'
import { house, type TestHouse } from '#test/house.ts'
import { DEMONSTRATION_MISSIONS, policyWithMissions } from '#test/missions.ts'
import { policyWithQuestions, questionAsked, saidBy } from '#test/toy-asking.ts'
import { IN_ANOTHER_LANGUAGE } from '#ui/shell-frame.tsx'
import { placeOf, type Visitor } from '#test/visitor.ts'

const FORM = {
  'question-tr': 'Eşim çalışabilir mi?',
  'answer-tr': 'Evet.\n\nİzin gerekmez.',
  'question-en': '',
  'answer-en': '',
  audience: 'mission',
  press: 'ask',
} as const

const NEW = '/en/questions/new'

const at = (t: TestContext): Promise<TestHouse> => house(t, { policy: policyWithMissions(t) })

const idIn = async (desk: Visitor) =>
  /name="id" value="([^"]+)"/.exec(await (await desk.get(NEW)).text())?.[1] ?? ''

const countOf = async ({ db }: TestHouse) =>
  (await db.selectFrom('frequentQuestionText').select('id').execute()).length

test('one officer writes it, another sends it back with a reason, and shows it once it is mended', async (t) => {
  const home = await at(t)
  const consul = await home.office('consul@kecid.example')
  match(await (await consul.get('/en/questions')).text(), /There is none yet/)
  const address = placeOf(await consul.post(NEW, { ...FORM, id: await idIn(consul) }))
  const mine = await (await consul.get(address)).text()
  match(mine, /You wrote this, so that somebody else/)
  ok(!mine.includes('value="show"') && mine.includes('Waits for a second person'))
  const refused = await consul.post(address, { press: 'show', version: '1' })
  equal(refused.status, 409)
  match(await refused.text(), /You wrote this/)
  const colleague = await home.office('consul2@kecid.example')
  const wordless = await colleague.post(address, { press: 'send-back', version: '1', reason: '' })
  equal(wordless.status, 400)
  match(await wordless.text(), /Write what has to be mended/)
  const reason = 'Say since when. <b>'
  equal((await colleague.post(address, { press: 'send-back', version: '1', reason })).status, 303)
  match(await (await consul.get(address)).text(), /Sent back[^]*Say since when\. &lt;b&gt;/)
  const change = `${address}/change`
  ok((await (await consul.get(change)).text()).includes('İzin gerekmez.'))
  const mended = { ...FORM, 'answer-tr': 'Evet, 2026 yılından beri.', version: '2' }
  equal((await consul.post(change, mended)).status, 303)
  const shown = await colleague.post(address, { press: 'show', version: '3' })
  match(
    await (await colleague.follow(shown)).text(),
    /Everybody can read it now[^]*Shown on the po/,
  )
  const list = await (await colleague.get('/az/questions')).text()
  match(list, /Eşim çalışabilir mi\?[^]*Göstərilir/)
})

test('what is wrong is said beside its field, and nothing that was typed is lost', async (t) => {
  const home = await at(t)
  const consul = await home.office('consul@kecid.example')
  const long = 'ö'.repeat(200)
  const rows = [
    [
      { ...FORM, 'question-tr': '', 'answer-tr': '' },
      /at least one of the languages of your mission/,
    ],
    [{ ...FORM, 'question-tr': `${long}x` }, /Question in Turkish: more than 200 letters/],
    [{ ...FORM, 'answer-tr': 'x'.repeat(3001) }, /Answer in Turkish: more than 3000 letters/],
    [{ ...FORM, 'question-en': '<b>&"' }, /Answer in English: write it, or leave the language out/],
    [{ ...FORM, 'answer-tr': 'ana@example.com' }, /an e-mail address, the number of a case/],
    [{ ...FORM, 'answer-tr': 'TQ 20260000123' }, /another long number/],
    [{ ...FORM, audience: 'https://evil.example' }, /Choose where it is told/],
    [{}, /Choose where it is told/],
  ] as const
  for (const [form, said] of rows) {
    const answer = await consul.post(NEW, form)
    const page = await answer.text()
    equal(answer.status, 400, said.source)
    match(page, said)
    for (const text of Object.values(form)) {
      const shown = text.replace('<b>&"', '&lt;b&gt;&amp;&quot;')
      ok(page.includes(shown) || text === 'ask' || text.startsWith('https'), text.slice(0, 30))
    }
  }
  equal(await countOf(home), 0)
  const whole = await consul.post(NEW, {
    ...FORM,
    'question-tr': long,
    'answer-tr': 'x'.repeat(3000),
  })
  const page = await (await consul.follow(whole)).text()
  ok(page.includes(long), 'a word of 200 letters is a question')
  const turned = await consul.post('/az/questions/new', { ...FORM, [IN_ANOTHER_LANGUAGE]: 'az' })
  equal(turned.status, 200)
  ok((await turned.text()).includes('İzin gerekmez.'))
  equal(await countOf(home), 1)
})

test('the same form sent twice writes one, and another text from it is not lost', async (t) => {
  const home = await at(t)
  const consul = await home.office('consul@kecid.example')
  const form = { ...FORM, id: await idIn(consul) }
  const [one, two] = [await consul.post(NEW, form), await consul.post(NEW, form)]
  equal(placeOf(one), placeOf(two))
  equal(await countOf(home), 1)
  const other = await consul.post(NEW, { ...form, 'answer-tr': 'Hayır.' })
  equal(other.status, 409)
  const page = await other.text()
  ok(page.includes('Hayır.') && page.includes('İzin gerekmez.'))
  ok(page.includes(`action="${placeOf(one)}/change"`) && page.includes('name="version" value="1"'))
})

test('of two officers the second reads how it stands, with what they typed', async (t) => {
  const home = await at(t)
  const { id } = await written(home)
  const [one, two] = [
    await home.office('consul@kecid.example'),
    await home.office('consul2@kecid.example'),
  ]
  const [address, change] = [`/en/questions/${id}`, `/en/questions/${id}/change`]
  equal((await one.post(change, { ...FORM, version: '1', 'answer-tr': 'Bir' })).status, 303)
  const late = await two.post(change, { ...FORM, version: '1', 'answer-tr': 'İki' })
  equal(late.status, 409)
  const page = await late.text()
  match(page, /Somebody else did something with it[^]*How it stands now[^]*Bir/)
  ok(page.includes('İki') && page.includes('name="version" value="2"'))
  const press = (name: Visitor, what: string, version: string) =>
    name.post(address, { press: what, version, reason: 'Why so?' })
  const unseen = await press(two, 'send-back', '1')
  equal(unseen.status, 409, 'what was not seen is not judged')
  ok((await unseen.text()).includes('Why so?'))
  deepEqual(
    [(await press(two, 'show', '2')).status, (await press(two, 'show', '2')).status],
    [303, 303],
    'twice is once',
  )
  equal((await press(one, 'show', '2')).status, 409)
  for (const version of ['', 'x', '-1', '99999999999']) {
    equal((await press(one, 'take-down', version)).status, 409, version)
  }
  equal((await press(one, 'burn', '3')).status, 404)
  equal((await press(one, 'take-down', '3')).status, 303)
  const gone = await one.follow(await press(one, 'forget', '4'))
  ok(!(await gone.text()).includes('Eşim'))
  equal((await one.get(address)).status, 404)
})

test('a mission sees its own, the ministry all and shows what is for all, nobody else any', async (t) => {
  const home = await at(t)
  const { id } = await written(home, { audience: 'all' })
  const address = `/en/questions/${id}`
  const rows = [
    ['consul2', 200, 200, 200],
    ['consul.lisbon', 200, 404, 404],
    ['ministry', 200, 200, 404],
    ['officer', 404, 404, 404],
    ['administrator', 404, 404, 404],
  ] as const
  for (const [name, list, read, change] of rows) {
    const desk = await home.office(`${name}@kecid.example`)
    equal((await desk.get('/en/questions')).status, list, name)
    equal((await desk.get(address)).status, read, name)
    equal((await desk.get(`${address}/change`)).status, change, name)
    if (change === 404) equal((await desk.post(`${address}/change`, FORM)).status, 404, name)
    if (read === 404) {
      equal((await desk.post(address, { press: 'take-down', version: '1' })).status, 404, name)
    }
  }
  const colleague = await home.office('consul2@kecid.example')
  const may = await colleague.post(address, { press: 'show', version: '1' })
  equal(may.status, 409)
  match(await may.text(), /somebody of the ministry looks at it/)
  const ministry = await home.office('ministry@kecid.example')
  match(await (await ministry.get('/en/questions')).text(), /Example embassy, Ankara/)
  equal((await ministry.get(NEW)).status, 404)
  equal((await ministry.post(address, { press: 'remove', version: '1' })).status, 404)
  equal((await ministry.post(address, { press: 'show', version: '1' })).status, 303)
  for (const asked of ['?page=0', '?page=1e9', '?page=<b>', '?mission=nobody', '?page=2']) {
    equal((await ministry.get(`/en/questions${asked}`)).status, 200, asked)
  }
})

test('where the law changed since, it says so, and the same words go to a second person again', async (t) => {
  const home = await at(t)
  const { id } = await shownQuestion(home)
  const address = `/en/questions/${id}`
  const [family = ''] = Object.keys(lawToday(home))
  const other = JSON.stringify({ [family]: 'other' })
  await sql`update frequent_question_text set law = law || ${other}::jsonb,
    law_on = ${addDays(home.clock.today(), -9000)}`.execute(home.db)
  const consul = await home.office('consul@kecid.example')
  match(await (await consul.get('/en/questions')).text(), /Law changed/)
  match(await (await consul.get(address)).text(), /Written before the law changed on \d+ /)
  const still = await consul.post(address, { press: 'still-right', version: '2' })
  equal(still.status, 303)
  equal((await consul.post(address, { press: 'still-right', version: '2' })).status, 303, 'twice')
  const { shown, next } = (await questionSeen(home, 'consul', id)) ?? {}
  deepEqual(next?.said, shown?.said)
  equal((await consul.post(address, { press: 'show', version: '3' })).status, 409)
  const colleague = await home.office('consul2@kecid.example')
  equal((await colleague.post(address, { press: 'show', version: '3' })).status, 303)
  ok(!(await (await colleague.get(address)).text()).includes('Written before the law'))
})

test('what waits by a law that has changed is not shown', async (t) => {
  const home = await at(t)
  const { id } = await written(home)
  await sql`update frequent_question_text set law = '{}'`.execute(home.db)
  const colleague = await home.office('consul2@kecid.example')
  const shown = await colleague.post(`/en/questions/${id}`, { press: 'show', version: '1' })
  equal(shown.status, 409)
  match(await shown.text(), /The law has changed since it was written/)
})

test('a mission that is closed writes and shows nothing, and takes down what it shows', async (t) => {
  const [ankara, ...others] = DEMONSTRATION_MISSIONS
  ok(ankara)
  const { clock } = await house(t)
  const closed = [{ ...ankara, closedAfter: clock.today() }, ...others]
  const home = await house(t, { policy: policyWithMissions(t, closed) })
  const { id, version } = await shownQuestion(home)
  await written(home, { id, version })
  home.clock.advance(86_400_000)
  const consul = await home.office('consul2@kecid.example')
  match(await (await consul.get('/en/questions')).text(), /nothing new is written/)
  equal((await consul.get(NEW)).status, 404)
  equal((await consul.post(NEW, FORM)).status, 404)
  const address = `/en/questions/${id}`
  const shown = await consul.post(address, { press: 'show', version: '3' })
  equal(shown.status, 409)
  match(await shown.text(), /is closed, and shows nothing new/)
  equal((await consul.post(address, { press: 'take-down', version: '3' })).status, 303)
})

test('what was answered to somebody begins one, without what was asked, and is a look at it', async (t) => {
  const home = await house(t, { policy: policyWithQuestions(t) })
  const { id } = await questionAsked(home, { text: 'I am Deniz, may my spouse work?' })
  const consul = await home.office('consul@kecid.example')
  const link = `/en/questions/new?case=${id}`
  ok(!(await (await consul.get(`/en/cases/${id}`)).text()).includes(link), 'nothing is answered')
  await saidBy(home, 'consul', { id, step: 'tell-toy', text: 'Yes, at once.' })
  ok((await (await consul.get(`/en/cases/${id}`)).text()).includes(link))
  const before = await home.db.selectFrom('look').where('caseId', '=', id).selectAll().execute()
  const page = await (await consul.get(link)).text()
  ok(page.includes('Yes, at once.') && !page.includes('Deniz'))
  match(page, /Take out all that is about that person/)
  const form = /<form id="typed"[^]*?<\/form>/.exec(page)?.[0] ?? ''
  ok(form.includes('Yes, at once.') && !form.includes(id), 'it carries nothing of the case')
  const looks = await home.db.selectFrom('look').where('caseId', '=', id).selectAll().execute()
  equal(looks.length, before.length + 1)
  for (const name of ['consul.lisbon', 'ministry', 'officer']) {
    const desk = await home.office(`${name}@kecid.example`)
    equal((await desk.get(link)).status, 404, name)
  }
  for (const wrong of ['x', '', '00000000-0000-4000-8000-000000000000']) {
    equal((await consul.get(`/en/questions/new?case=${wrong}`)).status, wrong === '' ? 200 : 404)
  }
  const typed = { ...FORM, id: await idIn(consul), 'answer-en': 'Yes.', 'question-en': 'May I?' }
  equal((await consul.post(NEW, typed)).status, 303)
  const rows = await home.db.selectFrom('frequentQuestionText').selectAll().execute()
  ok(!JSON.stringify(rows).includes(id))
})
