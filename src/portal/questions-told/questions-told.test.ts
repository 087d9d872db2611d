import { deepEqual, equal, match, notEqual, ok } from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { sql } from 'kysely'
import { done, SAID, shownQuestion, written } from '#test/frequent-questions.ts'
import { house, type TestHouse } from '#test/house.ts'
import { DEMONSTRATION_MISSIONS, policyWithMissions } from '#test/missions.ts'
import { ASK, policyWithQuestions } from '#test/toy-asking.ts'

const at = (t: TestContext): Promise<TestHouse> => house(t, { policy: policyWithMissions(t) })

const PAGE = '/en/questions'
const MISSION = '/en/missions/example-ankara'

const read = async ({ portal }: TestHouse, address = PAGE) => (await portal.get(address, {})).text()

test('the page is kept, and is another at once when one is shown, changed or taken down', async (t) => {
  const home = await at(t)
  match(await read(home), /Nothing stands here yet/)
  const { id, version } = await shownQuestion(home)
  const page = await read(home)
  match(page, /Example embassy, Ankara[^]*May my spouse work\?/)
  match(page, /<p class="govuk-body kc-value">Yes\.<\/p><p class="govuk-body kc-value">No permit/)
  const etag = async () => (await home.portal.get(PAGE)).headers.get('etag')
  const before = await etag()
  ok(before !== null)
  equal(await etag(), before, 'it is kept')
  const said = { en: { question: 'May my wife work?', answer: 'Yes.' } }
  await written(home, { id, version, said })
  equal(await etag(), before, 'what waits changes nothing')
  await done(home, 'consul2', { id, version: version + 1, act: 'show' })
  notEqual(await etag(), before)
  match(await read(home), /May my wife work\?/)
  await done(home, 'consul2', { id, version: version + 2, act: 'take-down' })
  match(await read(home), /Nothing stands here yet/)
})

test('it stands in the language of whoever reads, or says in which it is', async (t) => {
  const home = await at(t)
  await shownQuestion(home)
  const turkish = await read(home, '/tr/questions')
  ok(turkish.includes('Eşim çalışabilir mi?') && !turkish.includes('May my spouse work?'))
  const russian = await read(home, '/ru/questions')
  match(russian, /<span class="kc-value" lang="en">May my spouse work\?<\/span>/)
  match(russian, /Ответа на вашем языке пока нет\. Язык этого ответа: Английский/)
  match(russian, /Ответ в последний раз проверен: 2 марта 2026/)
})

test('what all tell is on the page of each mission, its own there alone, and each leads to all', async (t) => {
  const home = await at(t)
  const hard = { en: { question: 'Is </script><b> allowed?', answer: 'x'.repeat(200) } }
  await shownQuestion(home, { said: hard })
  await shownQuestion(home, { audience: 'all' })
  const own = await read(home, MISSION)
  ok(own.indexOf('Is &lt;/script&gt;') < own.indexOf('May my spouse work?'), 'its own first')
  ok(own.includes(`href="${PAGE}"`))
  const lisbon = await read(home, '/en/missions/example-lisbon')
  ok(lisbon.includes('May my spouse work?') && !lisbon.includes('Is &lt;/script&gt;'))
  const page = await read(home)
  ok(page.indexOf('For everybody') < page.indexOf('Example embassy, Ankara'))
  const data = /<script type="application\/ld\+json">([^]*?)<\/script>/.exec(page)?.[1] ?? ''
  const faq: unknown = JSON.parse(data)
  const answered = (question: string, answer: string) => ({
    '@type': 'Question',
    name: question,
    inLanguage: 'en',
    acceptedAnswer: { '@type': 'Answer', text: answer, inLanguage: 'en' },
  })
  deepEqual(faq, {
    '@context': 'https://schema.org',
    '@type': 'FAQPage',
    mainEntity: [SAID.en, hard.en].map((pair) =>
      answered(pair?.question ?? '', pair?.answer ?? ''),
    ),
  })
})

test('where the law has changed since, it says so', async (t) => {
  const home = await at(t)
  await shownQuestion(home)
  ok(!(await read(home, MISSION)).includes('The law has changed since'))
  await sql`update frequent_question_text set law = '{}'`.execute(home.db)
  match(await read(home, MISSION), /The law has changed since/)
})

test('a mission that is closed tells its own no more, and what it told for all stays', async (t) => {
  const [ankara, ...others] = DEMONSTRATION_MISSIONS
  ok(ankara)
  const { clock } = await house(t)
  const closed = [{ ...ankara, closedAfter: clock.today() }, ...others]
  const home = await house(t, { policy: policyWithMissions(t, closed) })
  await shownQuestion(home)
  const said = { en: { question: 'How long does it take?', answer: 'Twenty working days.' } }
  await shownQuestion(home, { audience: 'all', said })
  ok((await read(home)).includes('May my spouse work?'))
  home.clock.advance(86_400_000)
  for (const address of [PAGE, MISSION]) {
    const page = await read(home, address)
    ok(!page.includes('May my spouse work?') && page.includes('How long does it take?'), address)
  }
})

test('what is more than a page has a way to the rest, and a page that is not there is empty', async (t) => {
  const home = await at(t)
  await shownQuestion(home)
  await sql`insert into frequent_question (id, mission, made_at)
    select gen_random_uuid(), 'example-ankara', now() from generate_series(1, 40)`.execute(home.db)
  await sql`insert into frequent_question_text (
      question, stands, said, for_all, law, law_on, written_by, written_at, shown_by, shown_at
    ) select frequent_question.id, 'shown', said, for_all, law, law_on, written_by, written_at,
      shown_by, shown_at
    from frequent_question cross join frequent_question_text
    where frequent_question.id <> question`.execute(home.db)
  const count = (page: string) => page.match(/<details/g)?.length ?? 0
  const first = await read(home)
  ok(first.includes('href="/en/questions?page=2"'))
  const second = await read(home, '/en/questions?page=2')
  equal(count(first) - count(second), 39)
  ok(second.includes('href="/en/questions"'))
  for (const asked of ['page=3', 'page=0', 'page=-1', 'page=1e9', 'page=<b>', 'page=']) {
    equal((await home.portal.get(`${PAGE}?${asked}`)).status, 200, asked)
  }
})

test('whoever asks a mission is told where it may be answered, once anything is', async (t) => {
  const home = await house(t, { policy: policyWithQuestions(t) })
  const perhaps = /Perhaps this is answered already/
  ok(!perhaps.test(await read(home, ASK)))
  await shownQuestion(home, { by: 'consul' })
  match(await read(home, ASK), perhaps)
  match(await read(home, '/en'), /href="\/en\/questions"/)
})
