import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import type { CaseType } from '#core/policy/case-type.ts'
import { comfortProcedure } from '#test/toy-rules.ts'
import { found } from '#test/toy-spoilt.ts'
import { comfortTiered } from '#test/toy-tiers.ts'

const of = (type: CaseType, procedure = comfortProcedure): readonly string[] =>
  found(type, { procedure }).filter((text) => text.startsWith('clock'))

const fewer =
  comfortProcedure.tariffs?.map((tariff) => ({
    ...tariff,
    tiers: tariff.tiers.slice(0, 1),
  })) ?? []

test('a term by tier has a tariff, and a question that offers its tiers', () => {
  deepEqual(of(comfortTiered), [])
  const { tariff: _tariff, ...unpriced } = comfortTiered
  deepEqual(of(unpriced), ['clock.tiered: letter-of-comfort has no tariff with tiers'])
  const asked =
    'clock.tiered: no question, asked once of whoever comes first, means requested-tier and offers normal, fast'
  deepEqual(of({ ...comfortTiered, blocks: comfortTiered.blocks.slice(1) }), [asked])
  const procedure = { ...comfortProcedure, tariffs: fewer }
  deepEqual(of(comfortTiered, procedure), [
    'clock.tiered: no question, asked once of whoever comes first, means requested-tier and offers normal',
  ])
})

test('its own term is one of the tiers, and all are counted alike', () => {
  const wrong = 'clock.tiered: extension is no tier of it, or another is of another unit'
  deepEqual(of({ ...comfortTiered, clock: { term: 'extension', tiered: true } }), [wrong])
  const terms = comfortProcedure.terms.map((term) =>
    term.code === 'completeness' ? { ...term, unit: 'months' as const } : term,
  )
  deepEqual(of(comfortTiered, { ...comfortProcedure, terms }), [
    'clock.tiered: decision is no tier of it, or another is of another unit',
  ])
})
