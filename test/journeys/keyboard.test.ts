import { test } from 'node:test'
import { officeTours, portalTours } from '#test/keyboard-job.ts'

/** A selection of the long journeys beside this file: the pages of each face. */
test('at 400 % every stop of the pages of the portal is seen', (t) =>
  portalTours(t, { width: 320, height: 256 }))

test('at a desk no head that stays in view hides a stop of the office', (t) =>
  officeTours(t, { width: 1280, height: 700 }))
