import { deepEqual, equal, throws } from 'node:assert/strict'
import { test } from 'node:test'
import { addDays, isoDate } from '#core/dated.ts'
import {
  annul,
  confirmDeath,
  dismissDeathReport,
  dropAnnulment,
  expire,
  proposeAnnulment,
  reportDeath,
  validUntil,
} from '#core/lifecycle/status.ts'
import {
  ANA,
  around,
  assessed,
  contextOf,
  MONDAY,
  OFFICER,
  official,
  recognised,
  SIGNER,
  SYSTEM,
  take,
  told,
  TOY,
  type Case,
} from '#test/toy-case.ts'

const BY_OFFICER = contextOf(OFFICER)
const BY_SIGNER = contextOf(SIGNER)
const LATE = addDays(MONDAY, 100)

const proposed = (ground = 'A1'): Case =>
  take(recognised(), BY_OFFICER, (now, context) =>
    proposeAnnulment(now, context, { ground, reason: 'A false diploma.' }),
  )

const reported = (): Case =>
  take(recognised(), BY_OFFICER, (now, context) => reportDeath(now, context, 'Act 12 of 2026.'))

test('a status is valid through the day before the fifth year is full', () => {
  const cases = [
    ['2026-04-06', '2031-04-05'],
    ['2026-01-01', '2030-12-31'],
    ['2024-02-29', '2029-02-27'],
    ['2023-03-01', '2028-02-29'],
  ] as const
  for (const [on, until] of cases) equal(validUntil(isoDate(on), TOY.rules), until)
  throws(() => validUntil(MONDAY, { ...TOY.rules, terms: [] }), /in years/)
})

test('a status expires the day after its last valid day, not on it', () => {
  const { now } = recognised()
  const becomes = around('2031-04-05').map((on) => told(expire(now, contextOf(SYSTEM, on))))
  deepEqual(becomes, ['not-yet-due', 'not-yet-due', 'expired'])
})

test('expiry waits for nothing else, and comes from the clock alone', () => {
  const after = isoDate('2031-04-06')
  equal(told(expire(proposed().now, contextOf(SYSTEM, after))), 'expired')
  equal(told(expire(reported().now, contextOf(SYSTEM, after))), 'expired')
  equal(told(expire(recognised().now, contextOf(OFFICER, after))), 'not-your-role')
  equal(told(expire(assessed({ EXP: 0, EDU: 0, ACH: 0 }).now, contextOf(SYSTEM, after))), NOT_HERE)
})

const NOT_HERE = 'not-in-this-state'

test('an annulment is proposed with a reason, on a ground of annulment that there is', () => {
  const { now } = recognised()
  const cases = [
    [{ ground: 'A1', reason: 'A false diploma.' }, 'annulment-proposed'],
    [{ ground: 'A1', reason: '' }, 'reason-missing'],
    [{ ground: 'A9', reason: 'A false diploma.' }, 'ground-unknown'],
    [{ ground: 'R3', reason: 'A false diploma.' }, 'ground-unknown'],
  ] as const
  for (const [said, wanted] of cases) equal(told(proposeAnnulment(now, BY_OFFICER, said)), wanted)
  const [[said]] = cases
  equal(told(proposeAnnulment(now, BY_SIGNER, said)), 'not-your-role')
  equal(told(proposeAnnulment(now, contextOf(ANA), said)), 'not-your-role')
  equal(told(proposeAnnulment(proposed().now, BY_OFFICER, said)), NOT_HERE)
})

test('the holder is heard first, and nothing is annulled before the time for it has passed', () => {
  const { now } = proposed()
  const becomes = around('2026-04-20').map((on) => told(annul(now, contextOf(SIGNER, on))))
  deepEqual(becomes, ['not-yet-due', 'not-yet-due', 'annulled'])
})

test('where the ground says so, nobody waits for a hearing', () => {
  equal(told(annul(proposed('A2').now, BY_SIGNER)), 'annulled')
})

test('whoever proposed the annulment does not annul', () => {
  const both = official(OFFICER.id, ['case-officer', 'signer'])
  equal(told(annul(proposed().now, contextOf(both, LATE))), 'another-person-must')
  equal(told(annul(proposed().now, contextOf(OFFICER, LATE))), 'not-your-role')
  equal(told(annul(recognised().now, contextOf(SIGNER, LATE))), NOT_HERE)
})

test('an annulment is dropped with a reason, and the status is as it was', () => {
  const drop = (context: typeof BY_SIGNER, reason: string) =>
    told(dropAnnulment(proposed().now, context, reason))
  equal(drop(BY_OFFICER, 'The diploma is real.'), 'recognised')
  equal(drop(BY_SIGNER, 'The diploma is real.'), 'recognised')
  equal(drop(BY_SIGNER, ' '), 'reason-missing')
  equal(drop(contextOf(ANA), 'The diploma is real.'), 'not-your-role')
  equal(told(dropAnnulment(recognised().now, BY_SIGNER, 'No.')), NOT_HERE)
})

test('a second proposal is judged by its own ground and its own day', () => {
  const dropped = take(proposed(), contextOf(SIGNER, LATE), (now, context) =>
    dropAnnulment(now, context, 'The diploma is real.'),
  )
  const other = official('other', ['case-officer'])
  const again = take(dropped, contextOf(other, LATE), (now, context) =>
    proposeAnnulment(now, context, { ground: 'A1', reason: 'This one is not.' }),
  )
  equal(told(annul(again.now, contextOf(SIGNER, addDays(LATE, 1)))), 'not-yet-due')
  equal(told(annul(again.now, contextOf(SIGNER, addDays(LATE, 40)))), 'annulled')
})

test('a death is reported with evidence, and confirmed by another person', () => {
  const { now } = recognised()
  equal(told(reportDeath(now, BY_OFFICER, ' ')), 'reason-missing')
  equal(told(reportDeath(now, BY_SIGNER, 'Act 12.')), 'not-your-role')
  equal(told(reportDeath(proposed().now, BY_OFFICER, 'Act 12.')), NOT_HERE)

  const both = official(OFFICER.id, ['case-officer', 'signer'])
  equal(told(confirmDeath(reported().now, contextOf(both))), 'another-person-must')
  equal(told(confirmDeath(reported().now, BY_SIGNER)), 'holder-deceased')
  equal(told(confirmDeath(now, BY_SIGNER)), NOT_HERE)
})

test('a mistaken report is dismissed with a reason, by whoever sees the mistake', () => {
  equal(told(dismissDeathReport(reported().now, BY_OFFICER, 'A namesake.')), 'recognised')
  equal(told(dismissDeathReport(reported().now, BY_SIGNER, 'A namesake.')), 'recognised')
  equal(told(dismissDeathReport(reported().now, BY_SIGNER, '')), 'reason-missing')
  equal(told(dismissDeathReport(reported().now, contextOf(ANA), 'I live.')), 'not-your-role')
  equal(told(dismissDeathReport(recognised().now, BY_SIGNER, 'A namesake.')), NOT_HERE)
})
