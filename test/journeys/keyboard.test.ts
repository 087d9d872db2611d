import { test } from 'node:test'
import { mainJobByKeys, officeTours, portalTours } from '#test/keyboard-job.ts'

/** A selection of the long journeys beside this file: where each face is used most. */
test('the whole main job is done with the keyboard alone, and the focus is seen', (t) =>
  mainJobByKeys(t, { width: 1280, height: 900 }))

test('at 400 % every stop of the pages of the portal is seen', (t) =>
  portalTours(t, { width: 320, height: 256 }))

test('at a desk no head that stays in view hides a stop of the office', (t) =>
  officeTours(t, { width: 1280, height: 700 }))
