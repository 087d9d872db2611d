import { test } from 'node:test'
import { killedAmid } from '#test/killing/killing.ts'
import { PROCESSES } from '#test/killing/parted-house.ts'

test('whichever process is killed amid what people do, nothing is lost, doubled or half', (t) =>
  killedAmid(t, { acts: 25, kills: 5, kinds: PROCESSES }))
