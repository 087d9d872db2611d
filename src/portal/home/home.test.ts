import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import { isoMoment } from '#core/dated.ts'
import { LANGUAGES } from '#core/language.ts'
import { lawOf } from '#core/policy/basis.ts'
import { lawById } from '#core/policy/laws.ts'
import { CONCESSIONS } from '#telling/programme-words.ts'
import { house, readHouse } from '#test/house.ts'

test('the first page leads to the estimate and to an account, in every language', async () => {
  const { portal } = await readHouse()
  for (const language of LANGUAGES) {
    const page = await portal.get(`/${language}`)
    const markup = await page.text()
    equal(page.status, 200)
    equal(page.headers.get('content-language'), language)
    match(markup, new RegExp(`<html lang="${language}"`))
    match(markup, new RegExp(`href="/${language}/estimate"[^>]*govuk-button--inverse`))
    match(markup, new RegExp(`kc-hero__link" href="/${language}/register"`))
    equal(markup.match(/<h1/g)?.length, 1)
    doesNotMatch(markup, /undefined|\{\w+\}/)
  }
})

test('whoever is signed in is led to the applications instead of a new account', async (t) => {
  const { signedUpApplicant } = await house(t)
  const ana = await signedUpApplicant()
  const markup = await (await ana.get('/en')).text()
  match(markup, /kc-hero__link" href="\/en\/applications"/)
})

test('the figures come from the rules in force, each with its act', async () => {
  const { portal } = await readHouse()
  const markup = await (await portal.get('/en')).text()
  for (const figure of ['70 of 100', '20 working days', '5 years'])
    match(markup, new RegExp(figure))
  equal(markup.match(/kc-clause">Decision 99\/2025</g)?.length, 3)
})

test('every concession rests on an article that was read in its own words', async () => {
  const { faces, portal } = await readHouse()
  const { laws } = faces.portal.policy
  const bases = CONCESSIONS.flatMap((concession): readonly string[] => concession.bases)
  const unseen = bases.filter((basis) => {
    const reference = lawOf(basis)
    const law = reference && lawById(laws, reference.law)
    return !law?.clauses.some(({ id, seen }) => id === reference?.clause && seen !== undefined)
  })
  deepEqual(unseen, [])
  match(await (await portal.get('/az')).text(), /Miqrasiya Məcəlləsi, maddə 64\.0\.20/)
})

test('before there are rules in force there is nothing to tell', async (t) => {
  const { portal } = await house(t, { at: isoMoment('2025-04-02T06:00:00.000Z') })
  for (const path of ['/en', '/en/criteria', '/en/estimate', '/en/how-it-works']) {
    equal((await portal.get(path)).status, 404)
  }
})

test('the first page answers to its own address and to no longer one', async () => {
  const { portal } = await readHouse()
  equal((await portal.get('/en/nowhere')).status, 404)
  equal((await portal.get('/xen')).status, 404)
  equal((await portal.get('/')).headers.get('location'), '/en')
})
