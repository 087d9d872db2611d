import type { Context, Hono, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { RefusedPage, RegistersPage } from '#standins/exchange/page.tsx'
import {
  CONNECTIONS,
  isMode,
  SECONDS_MAX,
  SPELLINGS,
  type RegistersState,
  type Settings,
} from '#standins/exchange/state.ts'
import { isSystem, PLACES, SYSTEMS } from '#standins/exchange/systems.ts'
import { EXAMINED_NUMBERS } from '#standins/exchange/examinations.ts'
import { AGREED_NUMBERS, agreedNumber } from '#standins/exchange/troubles.ts'
import type { Child, Markup } from '#ui/markup.ts'

/** How the room draws a page: its title, what is on it and where the way back leads. */
type Draw = (title: string, content: Child, back?: string) => Markup

const BYTES_MAX = 16_384
const REASON_MAX = 2000

/** Pages that work without scripts: what is changed here is changed by forms. */
export function mountRegisters(app: Hono, state: RegistersState, draw: Draw): void {
  const refused = (c: Context, problem: string, status: 400 | 403 | 404 | 413 = 400) =>
    c.html(draw('Nothing was changed', <RefusedPage problem={problem} />, '/').text, status)
  const changed = (c: Context, problem: string | undefined) =>
    problem === undefined ? c.redirect('/registers', 303) : refused(c, problem)

  app.get('/registers', (c) => c.html(draw('Registers', <RegistersPage state={state} />, '/').text))
  app.get('/registers.json', (c) => c.json(inData(state)))
  const tooLarge = bodyLimit({
    maxSize: BYTES_MAX,
    onError: (c) => refused(c, 'This is more than any form here holds.', 413),
  })
  const guarded: MiddlewareHandler = async (c, next) => {
    if (isFromOurPage(c.req.raw)) return tooLarge(c, next)
    return refused(c, 'Forms are taken from the pages of this very address only.', 403)
  }
  app.post('/registers/*', guarded)
  app.post('/registers/systems/:system', async (c) => {
    const [system, { mode = '' }] = [c.req.param('system'), await fieldsOf(c)]
    if (!isSystem(system)) return refused(c, 'There is no such system.', 404)
    if (!isMode(mode)) return refused(c, 'Choose one of the ways in which it can behave.')
    state.setMode(system, mode)
    return changed(c, undefined)
  })
  app.post('/registers/settings', async (c) => changed(c, set(state, await fieldsOf(c))))
  app.post('/registers/opinions', async (c) => changed(c, give(state, await fieldsOf(c))))
}

type Fields = Readonly<Record<string, string>>

/** What is no form has no fields. */
const fieldsOf = async (c: Context): Promise<Fields> =>
  Object.fromEntries(new URLSearchParams(await c.req.text()))

/** A browser says where a form comes from in one header, or in both. */
export function isFromOurPage({ headers, url }: Request): boolean {
  const origin = headers.get('origin')
  const site = headers.get('sec-fetch-site')
  if (origin === null) return site === 'same-origin'
  const host = headers.get('host') ?? new URL(url).host
  const isOurs = URL.canParse(origin) && new URL(origin).host === host
  return isOurs && (site ?? 'same-origin') === 'same-origin'
}

/** What is wrong with the fields, in a sentence; else they are set, those that were sent. */
function set(state: RegistersState, fields: Fields): string | undefined {
  const { spelling, connection, slowSeconds, opinionSeconds, examinationSeconds } = fields
  if (spelling !== undefined && !Object.hasOwn(SPELLINGS, spelling)) {
    return 'Choose one of the two ways to write error codes.'
  }
  if (connection !== undefined && !Object.hasOwn(CONNECTIONS, connection)) {
    return 'Choose one of the three ways to come to the security server.'
  }
  const seconds = Object.entries({ slowSeconds, opinionSeconds, examinationSeconds }).filter(
    isGiven,
  )
  const isWhole = seconds.every(([, text]) => /^\d{1,5}$/.test(text) && Number(text) <= SECONDS_MAX)
  if (!isWhole) return `Seconds are a whole number from 0 to ${SECONDS_MAX}.`
  const chosen = Object.entries({ spelling, connection }).filter(isGiven)
  if (seconds.length + chosen.length === 0) return 'The form had nothing in it to change.'
  const numbers = seconds.map(([name, text]) => [name, Number(text)] as const)
  state.set(Object.fromEntries([...chosen, ...numbers]) as Partial<Settings>)
  return undefined
}

const isGiven = (field: [string, string | undefined]): field is [string, string] =>
  field[1] !== undefined

function give(
  state: RegistersState,
  { id = '', objects = '', reason = '' }: Fields,
): string | undefined {
  const said = reason.trim()
  if (objects !== 'yes' && objects !== 'no') return 'Say whether it is objected to.'
  if (said.length > REASON_MAX) return `A reason has at most ${REASON_MAX} characters.`
  if (objects === 'yes' && said === '') return 'An objection needs a reason.'
  const isGiven = state.opinions.give(id, { objects, ...(said === '' ? {} : { reason: said }) })
  return isGiven ? undefined : 'This opinion was given already, or nobody asked for it.'
}

/** The same as on the page, for programs. */
const inData = (state: RegistersState) => ({
  settings: state.settings(),
  systems: SYSTEMS.map((system) => ({
    code: system,
    title: PLACES[system].title,
    mode: state.modeOf(system),
    downUntil: state.downUntil(system),
    calls: state.counted(system),
  })),
  agreed: AGREED_NUMBERS.map(({ ending, trouble, does }) => ({
    number: agreedNumber(ending),
    trouble,
    does,
  })),
  examined: EXAMINED_NUMBERS,
  fetched: state.fetches.all(),
  opinions: state.opinions.waiting(),
  calls: state.calls(),
})
