import { doesNotMatch, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { isoMoment } from '#core/dated.ts'
import { LANGUAGES } from '#core/language.ts'
import { house } from '#test/house.ts'
import { caseIn } from '#test/played-case.ts'

test('whoever is told the day of the answer is told what could move it', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant()
  const id = await caseIn('submitted', here, ana)

  for (const path of ['', '/receipt']) {
    const html = await (await ana.get(`/en/applications/${id}${path}`)).text()
    match(html, /Answer due by<\/dt><dd>Thursday 9 April 2026</, path)
    ok(html.includes('we may extend this time, by 10 working days at most'), path)
    ok(html.includes('the clock stops until you send it back'), path)
  }
})

test('while the clock stands still, days left are told and no day, in every language', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant()
  const id = await caseIn('returned', here, ana)
  const officer = await here.office('officer@kecid.example')

  for (const path of ['', '/receipt']) {
    for (const language of LANGUAGES) {
      const html = await (await ana.get(`/${language}/applications/${id}${path}`)).text()
      match(html, /<dd>20 (working days|iş günü|рабочих дней)<\/dd>/, `${language} ${path}`)
      doesNotMatch(html, /9 (April|aprel|Nisan|апреля)/, `${language} ${path}`)
    }
  }
  const office = await (await officer.get(`/en/cases/${id}`)).text()
  ok(office.includes('Clock stopped: 20 working days left'))
  doesNotMatch(office, /9 April/)
})

test('a day of a year without an official calendar says so to both sides', async (t) => {
  const here = await house(t, { at: isoMoment('2026-12-16T06:00:00.000Z') })
  const ana = await here.signedUpApplicant()
  const id = await caseIn('submitted', here, ana)
  const officer = await here.office('officer@kecid.example')
  const open = /2027 \(the calendar for that year is not official yet/

  for (const path of ['', '/receipt']) {
    match(await (await ana.get(`/en/applications/${id}${path}`)).text(), open, path)
  }
  const letters = await (await ana.get(`/en/applications/${id}/letters`)).text()
  ok(letters.includes('This date falls in a year whose calendar is not official yet'))
  const office = await (await officer.get(`/en/cases/${id}`)).text()
  match(office, open)
  match(office, /2027 \(provisional\)/)
  match(await (await officer.get('/en')).text(), /2027 \(provisional\)/)
})

test('where officials’ own words stand, whoever cannot read them is told who can help', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant()
  const id = await caseIn('returned', here, ana)

  for (const path of ['', '/correct']) {
    for (const language of LANGUAGES) {
      const html = await (await ana.get(`/${language}/applications/${id}${path}`)).text()
      const helps = /right to an interpreter|tercüman hakkınız|право на переводчика/.test(html)
      equal(helps, language !== 'az', `${language} ${path}`)
    }
  }
})

test('a day that is counted from a provisional time says so beside it', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant()
  const id = await caseIn('returned', here, ana)

  for (const path of ['', '/correct']) {
    const html = await (await ana.get(`/en/applications/${id}${path}`)).text()
    match(html, /Time to correct the application: <span class="kc-provisional">Provisional</, path)
  }
})
