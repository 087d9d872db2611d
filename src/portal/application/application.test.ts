import { doesNotMatch, equal, match, ok } from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { LANGUAGES } from '#core/language.ts'
import { lapse } from '#core/cases/examining.ts'
import { ANA, fillIn, submitted } from '#test/ana.ts'
import { signInAgain } from '#test/days-later.ts'
import { house } from '#test/house.ts'
import { caseIn, play } from '#test/played-case.ts'
import { changedPolicy, publishNow } from '#test/published.ts'
import { placeOf, type Form } from '#test/visitor.ts'

const DAY_MS = 86_400_000

async function drafted(t: TestContext) {
  const built = await house(t)
  const ana = await built.signedUpApplicant()
  const path = placeOf(await ana.post('/en/applications'))
  const page = async () => (await ana.get(path)).text()
  return { ana, path, page }
}

/** How far a part of a draft is, in the words of the page. */
const stateOf = (page: string, href: string): string => {
  const item = page.split('<li').find((each) => each.includes(`href="${href}"`)) ?? ''
  return (/task-list__status[^>]*>([\s\S]*?)<\/div>/.exec(item)?.[1] ?? '')
    .replace(/<[^>]+>/g, '')
    .trim()
}

test('a draft is a list of parts, each with how far it is', async (t) => {
  const { ana, path, page } = await drafted(t)
  const person = `${path}/answers/person`
  const education = `${path}/answers/education`
  equal(stateOf(await page(), person), 'To do')

  await ana.post(person, { ...(ANA['person'] as Form), version: '0' })
  await ana.post(education, { version: '0' })

  equal(stateOf(await page(), person), 'Done')
  equal(stateOf(await page(), education), 'Not complete')
  equal(stateOf(await page(), `${path}/documents`), 'To do')
  equal(stateOf(await page(), `${path}/check`), 'Not complete')
  match(await page(), /left untouched for months is deleted/)
})

test('a draft with everything in it asks to be checked and submitted', async (t) => {
  const { signedUpApplicant } = await house(t)
  const ana = await signedUpApplicant()
  const id = await fillIn(ana)
  const page = await (await ana.get(`/en/applications/${id}`)).text()
  equal(stateOf(page, `/en/applications/${id}/documents`), 'Done')
  equal(stateOf(page, `/en/applications/${id}/check`), 'To do')
})

test('a submitted application leads with where it stands, by when, and who acts', async (t) => {
  const { signedUpApplicant } = await house(t)
  const ana = await signedUpApplicant()
  const { id, number } = await submitted(ana)

  const page = await (await ana.get(`/en/applications/${id}`)).text()

  ok(page.includes(number) && page.includes('Thursday 9 April 2026'))
  match(page, /Who has to act now[\s\S]*by 5 March 2026/)
  match(page, /What has happened so far[\s\S]*2 March 2026/)
  ok(page.includes(`${id}/withdraw`) && !page.includes(`${id}/correct`))
})

test('a day that has passed is told as such, with whose it was and what happens now', async (t) => {
  const built = await house(t)
  const ana = await built.signedUpApplicant()
  const { id } = await submitted(ana)
  const said = async (day: string) => {
    built.clock.advance(Date.parse(`${day}T08:00:00Z`) - Date.parse(built.clock.now()))
    await signInAgain(built, ana)
    const page = await (await ana.get(`/en/applications/${id}`)).text()
    return /The day for (this step|our answer) has passed[^<]*/.exec(page)?.[1]
  }
  equal(await said('2026-03-05'), undefined)
  equal(await said('2026-03-06'), 'this step')
  equal(await said('2026-04-09'), 'this step')
  equal(await said('2026-04-10'), 'our answer')
})

test('a draft that is still there after its last day says how to keep it', async (t) => {
  const built = await house(t)
  const ana = await built.signedUpApplicant()
  const path = placeOf(await ana.post('/en/applications'))
  const at = async (months: number) => {
    built.clock.advance(months * 31 * DAY_MS)
    await signInAgain(built, ana)
    return (await ana.get(path)).text()
  }
  await at(11)
  await play(built.owned, path.split('/').at(-1) ?? '', {
    by: { id: 'system', roles: ['system'] },
    decide: (draft, context) =>
      lapse(draft, context, { step: 'announce-discard', touchedOn: draft.stateSince }),
  })
  const before = await at(0)
  ok(before.includes('will be deleted') && !before.includes('This day has passed'))
  match(await at(3), /This day has passed, but the draft is still here/)
})

test('a returned application leads with what to mend', async (t) => {
  const built = await house(t)
  const ana = await built.signedUpApplicant()
  const id = await caseIn('returned', built, ana)
  const page = await (await ana.get(`/en/applications/${id}`)).text()
  match(page, /kc-answer--act[\s\S]*href="\/en\/applications\/[^"]*\/correct"[\s\S]*Correct/)
})

test('while state bodies are asked, it is not told which of them has answered', async (t) => {
  const built = await house(t)
  const ana = await built.signedUpApplicant()
  const id = await caseIn('in-assessment', built, ana)
  const page = await (await ana.get(`/en/applications/${id}`)).text()
  match(page, /Who has to act now<\/dt>\s*<dd>\s*State bodies that were asked/)
})

test('every state of a case has its page in every language', async (t) => {
  const built = await house(t)
  const states = ['submitted', 'returned', 'in-assessment', 'awaiting-decision'] as const
  for (const state of [...states, 'decision-drafted', 'recognised', 'refused'] as const) {
    const who = await built.signedUpApplicant()
    const id = await caseIn(state, built, who)
    for (const language of LANGUAGES) {
      const answer = await who.get(`/${language}/applications/${id}`)
      equal(answer.status, 200, `${state} ${language}`)
      const page = await answer.text()
      ok(page.includes(`<html lang="${language}"`) && !page.includes('undefined'), state)
    }
  }
})

test('a draft says that other things are asked since something was saved in it, and nothing of other words', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant()
  const base = placeOf(await ana.post('/en/applications'))
  const read = async () => (await ana.get(base)).text()
  const publish = async (change: readonly [from: string, to: string]) => {
    here.clock.advance(60_000)
    const renewed = (text: string) =>
      text.replace('version: 1\n', 'version: 2\n').replace(...change)
    await publishNow(here, changedPolicy(t, 'types/recognition.yaml', renewed))
    await here.faces.portal.followPolicy()
  }
  await publish(['You are recognised as', 'Now you are recognised as'])
  doesNotMatch(await read(), /The questions have changed/)
  await publish([
    'Write everything as it is in your passport.',
    'Write it as it is in your passport.',
  ])
  match(await read(), /The questions have changed since you last saved something \(2 March 2026\)/)

  here.clock.advance(60_000)
  const person = { ...(ANA['person'] as Form), version: '0' }
  equal((await ana.post(`${base}/answers/person`, person)).status, 303)
  doesNotMatch(await read(), /The questions have changed/)
})
