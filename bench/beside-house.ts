import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { STORIES } from '#main/demonstration/stories.ts'
import { paths as officePaths } from '#office/paths.ts'
import { FORM_TOKEN } from '#platform/form-token.ts'
import { startPostgres } from '#platform/postgres-server.ts'
import { paths } from '#portal/paths.ts'
import { DEMONSTRATION_PASSWORD } from '#records/demonstration-officials.ts'
import { ANA, fillIn, isList } from '#test/ana.ts'
import { multiplyCases } from '#test/many-cases.ts'
import { versionOn } from '#test/signed-case.ts'
import { started, stopped, type Program, type Settings } from '#test/program.ts'
import { visitor, type Visitor } from '#test/visitor.ts'

/**
 * The house of the checkout that this file lies in, as it runs for people, with many cases, and
 * what may be asked of it. `beside.ts` starts it there and measures by HTTP alone, because what
 * fills the tables of one version does not fit those of another.
 */
const ROOT = resolve(import.meta.dirname, '..')
const PASSWORD = 'eine lange Losung 7'
const OFFICER = 'officer@kecid.example'
const AT_ONCE = 4
const MAIL_MS_MAX = 10_000
const STEP_MS = 20

const [cases = 0, drafts = 0] = process.argv.slice(2).map(Number)
const endings: (() => unknown)[] = []
let leaving: Promise<never> | undefined
/** What begins while we are leaving ends at once. */
const t = {
  after: (ending: () => unknown) => void (leaving ? ending() : endings.unshift(ending)),
}

async function built() {
  const folder = mkdtempSync(join(tmpdir(), 'kecid-beside-'))
  chmodSync(folder, 0o755) // PostgreSQL runs as another account when we are root
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  const start = await startPostgres({ folder, durable: true, guard: undefined })
  if (!start.ok) throw new Error(start.problem)
  const { server } = start
  t.after(server.stop)
  makeLogins({ ...process.env, DATABASE_URL: server.url, KECID_DATA: folder })

  const open = opening(folder, server.url)
  const faces = () => open({ KECID_PARTS: 'portal,office', KECID_TRUST_PROXY: 'yes' })
  const first = await faces()
  const [portal, office] = [first.place('Portal'), first.place('Office')]
  await multiply(server.url)
  const rest = await open({ KECID_PARTS: 'jobs,standins', KECID_PORTAL_URL: portal })
  const [reader, ...others] = await applicants(portal, rest.place('Emails'))
  if (!reader) throw new Error('somebody was registered')
  const [people, decided] = [others.slice(0, drafts), others.slice(drafts)]
  for (const each of decided) went(await submitting(each))
  const officer = await signedInAt(office)

  const asks = {
    submission: {
      face: 'portal',
      status: 303,
      requests: await Promise.all(people.map(submission)),
    },
    form: { face: 'portal', status: 200, requests: [await longestForm(reader)] },
    list: { face: 'office', status: 200, requests: [workList(officer)] },
    step: { face: 'office', status: 303, requests: await stepsIn(decided, officer) },
    signIn: { face: 'portal', status: 303, requests: people.map(signIn) },
  }
  await Promise.all([first, rest].map((program) => stopped(program)))
  return { asks, sit: sitting(faces, server.pid) }
}

/** Both faces in a process that has just begun, and nothing else beside it. */
function sitting(faces: () => Promise<Program>, postgres: number) {
  let seated: Program | undefined
  return async () => {
    if (seated) await stopped(seated)
    seated = await faces()
    return {
      pids: { node: seated.pid, postgres },
      faces: { portal: seated.place('Portal'), office: seated.place('Office') },
    }
  }
}

function makeLogins(env: NodeJS.ProcessEnv): void {
  const words = ['--import', 'tsx', join('tools', 'db-logins.ts')]
  execFileSync(process.execPath, words, { cwd: ROOT, env })
}

/** Some parts of the program; each comes into the database by a login of its own. */
function opening(data: string, url: string) {
  const address = new URL(url)
  address.username = ''
  const own = { DATABASE_URL: address.href, KECID_LOG: 'warn' }
  return (settings: Settings) => started(t, { data, settings: { ...own, ...settings } })
}

/** The cases of the demonstration over and over, until there are as many as are wanted. */
async function multiply(connectionString: string): Promise<void> {
  const client = new Client({ connectionString })
  await client.connect()
  await multiplyCases(client, { times: Math.round(cases / STORIES.length) - 1 })
  await client.end()
}

type Applicant = { readonly email: string; readonly browser: Visitor; readonly id: string }

/**
 * People who came by the link in a mail, one to read, and as many to submit as have submitted for
 * an official to take a step.
 */
async function applicants(portal: string, mailbox: string): Promise<readonly Applicant[]> {
  const emails = Array.from(
    { length: 2 * drafts + 1 },
    () => `${randomUUID()}@example.org`,
  ).values()
  const found: Applicant[] = []
  const some = async () => {
    for (const email of emails) {
      const browser = browserAt(portal, paths.applications.to('en'))
      const from = { 'x-forwarded-for': email }
      went(await browser.post(paths.register.to('en'), { email }, from))
      const link = await linkIn(`${mailbox}/mails.json?to=${encodeURIComponent(email)}`)
      went(await browser.post(link, { password: PASSWORD }, from))
      found.push({ email, browser, id: await fillIn(browser) })
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, some))
  return found
}

/** Takes the token of its forms from a page, once there is somebody whose page it is. */
function browserAt(origin: string, page: string): Visitor {
  const fetching = (request: Request) => fetch(request, { redirect: 'manual' })
  let token = ''
  const browser = visitor({ fetch: fetching }, origin, async () => {
    if (token === '' && browser.cookies.size > 0) token = tokenIn(await textOf(browser, page))
    return token
  })
  return browser
}

const tokenIn = (page: string): string =>
  new RegExp(`name="${FORM_TOKEN}" value="([^"]+)"`).exec(page)?.[1] ?? ''

async function textOf(browser: Visitor, path: string): Promise<string> {
  return (await browser.get(path)).text()
}

async function linkIn(address: string): Promise<string> {
  for (let waited = 0; waited < MAIL_MS_MAX; waited += STEP_MS) {
    const link = /https?:\/\/[^\s"\\]+\/confirm\/[^\s"\\]+/.exec(
      await (await fetch(address)).text(),
    )
    if (link) return new URL(link[0]).pathname
    await pause(STEP_MS)
  }
  throw new Error(`no mail came in ${MAIL_MS_MAX / 1000} s`)
}

function went({ status, url }: Response): void {
  if (status !== 303) throw new Error(`${url} answered ${status}`)
}

async function submission({ browser, id }: Applicant) {
  const form = new URLSearchParams({ [FORM_TOKEN]: await browser.token() }).toString()
  return { path: paths.submit.to('en', { id }), headers: cookiesOf(browser), form }
}

/** Of the forms of an application, all filled in, the one that is the longest to send. */
async function longestForm({ browser, id }: Applicant) {
  const blocks = Object.keys(ANA).filter((block) => !isList(ANA[block] ?? []))
  const found: { path: string; length: number }[] = []
  for (const block of blocks) {
    const path = paths.block.to('en', { id, block })
    found.push({ path, length: (await textOf(browser, path)).length })
  }
  const [longest] = found.toSorted((one, other) => other.length - one.length)
  return { path: longest?.path ?? '', headers: cookiesOf(browser) }
}

const submitting = ({ browser, id }: Applicant) => browser.post(paths.submit.to('en', { id }), {})

async function signedInAt(office: string): Promise<Visitor> {
  const browser = browserAt(office, officePaths.work.to('en'))
  const secrets = { email: OFFICER, password: DEMONSTRATION_PASSWORD }
  went(await browser.post(officePaths.signIn.to('en'), secrets))
  return browser
}

const workList = (browser: Visitor) => ({
  path: `${officePaths.work.to('en')}?list=all`,
  headers: cookiesOf(browser),
})

/** The first step after submission: every body gets its task. */
async function stepsIn(people: readonly Applicant[], browser: Visitor) {
  const headers = cookiesOf(browser)
  const asked = []
  for (const { id } of people) {
    const path = officePaths.step.to('en', { id, step: 'accept' })
    const version = await versionOn(browser, path)
    const form = new URLSearchParams({ [FORM_TOKEN]: await browser.token(), version }).toString()
    asked.push({ path, headers, form })
  }
  return asked
}

const signIn = ({ email }: Applicant) => ({
  path: paths.signIn.to('en'),
  headers: { 'x-forwarded-for': email },
  form: new URLSearchParams({ email, password: PASSWORD }).toString(),
})

const cookiesOf = ({ cookies }: Visitor) => ({
  cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
})

async function left(code: number): Promise<never> {
  for (const ending of endings) await ending()
  process.exit(code)
}

const leave = (code: number): Promise<never> => (leaving ??= left(code))

process.once('SIGTERM', () => void leave(0)).once('disconnect', () => void leave(0))

async function tell(what: () => Promise<unknown>): Promise<void> {
  try {
    process.send?.(await what())
  } catch (fault) {
    if (!leaving) console.error(fault)
    await leave(1)
  }
}

await tell(async () => {
  const { asks, sit } = await built()
  process.on('message', () => void tell(sit))
  return asks
})
