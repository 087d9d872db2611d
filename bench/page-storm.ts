import { randomUUID } from 'node:crypto'
import { paths } from '#portal/paths.ts'
import { loaded, requestFor } from './http-load.ts'
import type { Page } from './page-turns.ts'
import { quantile } from './rounds.ts'
import { figure, milliseconds, times, within, type Figure } from './table.ts'

const ROUNDS = 3
const TURN_MS = 2000
const READERS = 2
const STORMERS = 16
const TIMES_MAX = 2

/** How long others wait for a page while sixteen people sign in without a pause. */
export async function besideStorm(page: Page): Promise<Figure> {
  const waited = { quiet: [] as number[], storm: [] as number[] }
  let signedIn = 0
  for (let round = 0; round < ROUNDS; round += 1) {
    waited.quiet.push(...(await read(page)))
    const [times, tries] = await Promise.all([read(page), storm(page.origin)])
    waited.storm.push(...times)
    signedIn += tries
  }
  const [quiet, stormy] = [quantile(waited.quiet, 0.99), quantile(waited.storm, 0.99)]
  return figure({
    name: `longest form, p99, while ${STORMERS} sign in | while nobody does`,
    ours: milliseconds(stormy),
    peer: milliseconds(quiet),
    ratio: times(stormy, quiet),
    note:
      `${within(stormy / quiet, TIMES_MAX, `${TIMES_MAX}×`)}; ` +
      `${signedIn} sign-ins weighed in ${(ROUNDS * TURN_MS) / 1000} s`,
  })
}

const read = async (page: Page): Promise<readonly number[]> => {
  const load = { ...page, clients: READERS, ms: TURN_MS, status: 200, request: () => page.request }
  return (await loaded(load)).times
}

/** Each is somebody else from somewhere else, so that none is refused before it is weighed. */
async function storm(origin: string): Promise<number> {
  const path = paths.signIn.to('en')
  const request = () => {
    const form = new URLSearchParams({ email: `${randomUUID()}@example.org`, password: 'guessed' })
    return requestFor({ origin, path }, { 'x-forwarded-for': randomUUID() }, form.toString())
  }
  const { times } = await loaded({ origin, clients: STORMERS, ms: TURN_MS, request, status: 400 })
  return times.length
}
