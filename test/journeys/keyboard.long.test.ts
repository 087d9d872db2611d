import { test } from 'node:test'
import { mainJobByKeys, officeTours, portalTours } from '#test/keyboard-job.ts'

/** With and without scripts, on a phone's width, and at 400 % of a desk's. */
for (const scripts of [true, false]) {
  for (const [width, height] of [
    [320, 900],
    [320, 256],
    [1280, 900],
  ] as const) {
    const how = `${width} × ${height}, ${scripts ? 'with' : 'without'} scripts`
    test(`the main job with the keyboard alone: ${how}`, (t) =>
      mainJobByKeys(t, { width, height, scripts }))
    test(`every stop of the portal: ${how}`, (t) => portalTours(t, { width, height, scripts }))
    test(`every stop of the office: ${how}`, (t) => officeTours(t, { width, height, scripts }))
  }
}
