import { equal, match, notEqual } from 'node:assert/strict'
import { test } from 'node:test'
import { LANGUAGES } from '#core/language.ts'
import { deedIn, deedOf, deedText, done, DoneBanner, placeIn } from '#telling/done.tsx'
import { toyType } from '#test/toy-types.ts'
import { render } from '#ui/markup.ts'

const led = (path: string, of?: string) => {
  const c = { redirect: (place: string, status: 303) => new Response(place, { status }) }
  return done(c, path, 'saved', of).text()
}

test('a form that was taken leads to its page, and the address holds what was done', async () => {
  equal(await led('/en/applications/7'), '/en/applications/7?done=saved')
  equal(await led('/en?list=all'), '/en?list=all&done=saved')
  equal(await led('/en?done=removed&of=cv'), '/en?done=saved')
  equal(await led('/en?done=removed&of=cv', 'contact'), '/en?done=saved&of=contact')
  equal(await led('/en/documents#kind-passport'), '/en/documents?done=saved')
})

test('an address can say only what is in the list', () => {
  equal(deedIn('https://kecid.example/en?done=removed'), 'removed')
  equal(deedIn('https://kecid.example/en?done=step&of=recognition.submit'), 'step')
  for (const other of [
    '',
    '?done=',
    '?done=title',
    '?done=toString',
    '?done=You+won',
    '?x=saved',
  ]) {
    equal(deedIn(`https://kecid.example/en${other}`), undefined, other)
  }
})

test('a link from elsewhere, or from nowhere, cannot say that something was done', () => {
  const from = (site?: string) => {
    const headers = new Headers(site === undefined ? {} : { 'sec-fetch-site': site })
    return deedOf(new Request('https://kecid.example/en?done=step&of=annulment.annul', { headers }))
  }
  equal(from('same-origin'), 'step')
  equal(from(), 'step')
  for (const site of ['cross-site', 'same-site', 'none']) equal(from(site), undefined, site)
})

test('of a step the type says what was done, and an address can name no other', () => {
  const said = (of: string) => deedText({ deed: 'step', deedOf: of }, 'en', [toyType])
  const { steps } = toyType
  const type = { ...toyType, steps: steps.map((each) => ({ ...each, done: DONE })) }
  equal(deedText({ deed: 'step', deedOf: 'recognition.submit' }, 'en', [type]), DONE.en)
  notEqual(said('recognition.submit'), undefined)
  for (const of of ['', 'recognition', 'recognition.', 'recognition.rob', 'other.submit']) {
    equal(said(of), undefined, of)
  }
})

const DONE = { az: 'Oldu', tr: 'Oldu', en: 'Yours is done', ru: 'Готово' }

test('no deed leads to another host', async () => {
  equal(await led('/en/..//evil.example/x'), '/evil.example/x?done=saved')
})

test('links to this page in another language do not say it again', () => {
  equal(placeIn('https://kecid.example/en/work?list=all&done=saved'), '/en/work?list=all')
  equal(placeIn('https://kecid.example/en/7?done=uploaded&of=cv'), '/en/7')
  equal(placeIn('https://kecid.example/en/work?q=a%20b'), '/en/work?q=a%20b')
})

test('the banner is an alert, which takes the focus, and says it in the language', () => {
  for (const language of LANGUAGES) {
    const text = deedText({ deed: 'saved' }, language, []) ?? ''
    const banner = render(<DoneBanner text={text} language={language} />)
    match(banner, /role="alert"/)
    match(banner, new RegExp(`>${text}<`))
  }
})
