import { deepEqual, equal, match } from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { isoMoment } from '#core/dated.ts'
import { fixedClock } from '#platform/calendar.ts'
import { fetchDue } from '#standins/exchange/fetching.ts'
import { asksThrough, registersNetwork } from '#standins/exchange/network.ts'
import { headerOf, type ProviderRequest } from '#standins/exchange/provider.ts'
import { registersState } from '#standins/exchange/state.ts'

const ID = '6f1c2d7e-3a54-4b0e-9c7f-1d2a5be80431'
const BYTES = Buffer.from('a passport in two parts')
const HALF = 10

/** A Keçid that hands over one document, behind both security servers; what it was asked. */
function beside(answer: (part: number) => { readonly status?: number; readonly said: object }) {
  const clock = fixedClock(isoMoment('2026-11-27T08:00:00.000Z'))
  const state = registersState(clock)
  const asked: ProviderRequest[] = []
  const world = { state, clock, wait: async () => {}, recognitions: new Map() }
  const network = registersNetwork(world, [], () => async (request) => {
    asked.push(request)
    const { part } = JSON.parse(request.body.toString()) as { part: string }
    const { status = 200, said } = answer(Number(part))
    return { status, headers: [], body: Buffer.from(JSON.stringify(said)) }
  })
  const bytes = String(BYTES.length)
  state.fetches.wants('COD-2026-000001', [{ id: ID, title: 'Pasport', bytes }])
  const outcomes = () => state.fetches.all().map(({ outcome }) => outcome)
  return { asked, outcomes, fetches: () => fetchDue(state.fetches, asksThrough(network)) }
}

const part = (of: number, sha256 = createHash('sha256').update(BYTES).digest('hex')) => ({
  result: 'part',
  media: 'pdf',
  bytes: String(BYTES.length),
  sha256,
  parts: '2',
  content: BYTES.subarray((of - 1) * HALF, of === 2 ? BYTES.length : HALF).toString('base64'),
})

test('what came with a forwarded case is fetched in its parts, by the system it was sent to', async () => {
  const { asked, outcomes, fetches } = beside((of) => ({ said: part(of) }))
  deepEqual(outcomes(), ['waits'])
  await fetches()
  deepEqual(outcomes(), ['whole'])
  deepEqual(
    asked.map(({ path, body }) => [path, body.toString()]),
    ['1', '2'].map((of) => ['/v1/forwarded-document', JSON.stringify({ document: ID, part: of })]),
  )
  match(headerOf(asked[0]?.headers ?? [], 'x-road-client') ?? '', /MIGRATION$/)
  await fetches()
  equal(asked.length, 2, 'once is enough')
})

test('what is not what was told, or not handed over, is said to be so', async () => {
  const other = beside((of) => ({ said: part(of, 'a'.repeat(64)) }))
  await other.fetches()
  deepEqual(other.outcomes(), ['differs'])
  const none = beside(() => ({ said: { result: 'none' } }))
  await none.fetches()
  await none.fetches()
  deepEqual(none.outcomes(), ['none'])
  equal(none.asked.length, 1)
})

test('where it is not reached it is tried again, and not for ever', async () => {
  let isThere = false
  const { outcomes, fetches, asked } = beside((of) =>
    isThere ? { said: part(of) } : { status: 503, said: {} },
  )
  await fetches()
  deepEqual(outcomes(), ['failed'])
  isThere = true
  await fetches()
  deepEqual(outcomes(), ['whole'])
  equal(asked.length, 3)

  const gone = beside(() => ({ status: 503, said: {} }))
  for (let round = 0; round < 15; round += 1) await gone.fetches()
  equal(gone.asked.length, 10)
})
