import { test } from 'node:test'
import { killedAmid } from '#test/killing/killing.ts'
import { KINDS } from '#test/killing/parted-house.ts'

test('however often processes are killed amid what people do, nothing is lost, doubled or half', (t) =>
  killedAmid(t, { acts: 1000, kills: 72, kinds: KINDS }))
