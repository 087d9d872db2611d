import { equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { LANGUAGES } from '#core/language.ts'
import { isNamed, publicBodyName } from '#telling/bodies.ts'
import { house } from '#test/house.ts'
import { recognitionBy } from '#test/policies.ts'
import { signedCase } from '#test/signed-case.ts'

const PAGES = ['', '/check', '/receipt', '/letters', '/decision'] as const

test('no page of a case with an objection names a body that policy keeps unnamed', async (t) => {
  const here = await house(t)
  const ana = await here.signedUpApplicant()
  const id = await signedCase(here, ana, { objector: 'dtx' })
  const procedure = recognitionBy(here.faces.portal.policy)
  ok(procedure)
  const unnamed = procedure.bodies.filter(({ code }) => !isNamed(procedure.bodies, code))
  ok(unnamed.length > 0)
  const officer = await here.office('officer@kecid.example')
  equal((await officer.get(`/en/cases/${id}`)).status, 200)

  for (const language of LANGUAGES) {
    const paths = [
      ...PAGES.map((page) => `/${language}/applications/${id}${page}`),
      ...['who-looked', 'criteria', 'how-it-works', 'applications', 'privacy'].map(
        (page) => `/${language}/${page}`,
      ),
      `/${language}`,
    ]
    for (const path of paths) {
      const answer = await ana.get(path)
      equal(answer.status, 200, path)
      const html = await answer.text()
      for (const { name, abbreviation, code } of unnamed) {
        for (const word of [...Object.values(name), abbreviation, `"${code}"`]) {
          ok(!html.includes(word), `${path} names ${word}`)
        }
      }
    }
  }
})

test('whoever is not known to policy is not named either', async (t) => {
  const here = await house(t)
  const procedure = recognitionBy(here.faces.portal.policy)
  ok(procedure)
  equal(publicBodyName(procedure.bodies, 'dmx', 'en'), 'State Migration Service')
  equal(publicBodyName(procedure.bodies, 'dtx', 'en'), 'a state body')
  equal(publicBodyName(procedure.bodies, 'nobody', 'ru'), 'государственный орган')
  const elsewhere = procedure.bodies.map((body) => ({ ...body, named: true }))
  equal(publicBodyName([...elsewhere, ...procedure.bodies], 'dtx', 'en'), 'a state body')
})
