import { fork } from 'node:child_process'
import { join } from 'node:path'
import type { Block, FormField } from '#core/policy/case-type.ts'
import { descriptionInForce } from '#core/policy/policy.ts'
import { fieldsOf } from '#core/policy/scoring.ts'
import { paths } from '#portal/paths.ts'
import type { House } from '#records/house.ts'
import { optionsOf, type Wording } from '#telling/option-names.ts'
import { addDrafts, patternOf, someone, type Draft } from './drafts.ts'
import { inHouse, onGround, type BenchHouse, type Ground } from './ground.ts'
import { ended, openHof, originOf, type Hof, type Opening, type PeerField } from './hof-peer.ts'
import { memoryMegabytes, requestFor } from './http-load.ts'
import { besideStorm } from './page-storm.ts'
import { askedByTurns, type Page, type Taken } from './page-turns.ts'
import { figure, milliseconds, perSecond, times, within, type Figure } from './table.ts'

const CLIENTS = [1, 10] as const
const PUBLIC_TIMES = 20
const FORM_MS_MAX = 2.6

/** Our pages as browsers get them, beside a form of hof that asks the same, in the same run. */
export const measurePages = (root: string): Promise<readonly Figure[]> =>
  onGround(root, (ground) =>
    inHouse(ground, 'pages', async (bench) => {
      const portal = bench.face('kecid_portal', 2)
      const pattern = await patternOf(portal, ground.assetsFolder)
      const [draft] = await addDrafts(portal, pattern, [await someone(portal)])
      if (!draft) throw new Error('a draft was added')
      const served = await serving(ground, bench)
      try {
        const form = await longestForm(portal, draft, served)
        const peer = await openHof(root, form.asks)
        try {
          return await figuresOf({ served, draft, form, peer })
        } finally {
          if (peer.ok) await peer.hof.stop()
        }
      } finally {
        await served.stop()
      }
    }),
  )

type Served = { readonly origin: string; readonly pid: number; readonly stop: () => Promise<void> }

async function serving(ground: Ground, { url }: BenchHouse): Promise<Served> {
  const child = fork(join(import.meta.dirname, 'portal-process.ts'), { cwd: ground.root })
  child.send({ ...ground, url })
  const origin = await originOf(child)
  if (child.pid === undefined) throw new Error('a child has a number')
  return { origin, pid: child.pid, stop: () => ended(child) }
}

type Form = { readonly path: string; readonly bytes: number; readonly asks: readonly PeerField[] }

/** Of the forms of an application, all filled in, the one that is the longest to send. */
async function longestForm(house: House, draft: Draft, { origin }: Served): Promise<Form> {
  const description = descriptionInForce(house.policy, 'recognition', house.clock.today())
  if (!description) throw new Error('recognition is in force today')
  const { type } = description
  const wording = {
    language: 'en',
    reader: 'applicant',
    lists: house.policy.lists,
    fields: fieldsOf(description),
  } as const
  const headers = { cookie: `kecid=${draft.applicant.token}` }
  const forms: Form[] = []
  for (const block of type.blocks.filter(({ repeats }) => !repeats)) {
    const path = paths.block.to('en', { id: draft.id, block: block.code })
    const answer = await fetch(new URL(path, origin), { headers })
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`)
    const bytes = (await answer.arrayBuffer()).byteLength
    forms.push({ path, bytes, asks: asksOf(block, wording) })
  }
  const [longest] = forms.toSorted((one, other) => other.bytes - one.bytes)
  if (!longest) throw new Error('an application has forms')
  return longest
}

const asksOf = (block: Block, wording: Wording): readonly PeerField[] =>
  block.fields.flatMap((field) => {
    const options = optionsOf(field, wording).map(({ code, name }) => ({
      value: code,
      label: name,
    }))
    const ask = { name: field.code, label: field.label.en, kind: kindOf(field), options }
    // Citizenships are three lists on our page.
    return field.kind === 'countries'
      ? [1, 2, 3].map((number) => ({ ...ask, name: `${field.code}-${number}` }))
      : [ask]
  })

function kindOf({ kind }: FormField): PeerField['kind'] {
  if (kind === 'date' || kind === 'partial-date' || kind === 'month') return 'date'
  if (kind === 'yes-no' || kind === 'choice') return 'radios'
  const listed = ['country', 'countries', 'issuer', 'language', 'cefr', 'education', 'occupation']
  return [...listed, 'field'].includes(kind) ? 'select' : 'text'
}

type Measuring = {
  readonly served: Served
  readonly draft: Draft
  readonly form: Form
  readonly peer: Opening
}

async function figuresOf({ served, draft, form, peer }: Measuring): Promise<readonly Figure[]> {
  const { origin, pid } = served
  const ours = (path: string, headers = {}): Page => {
    const request = requestFor({ origin, path }, headers)
    return { origin, request, pids: [pid] }
  }
  const own = { cookie: `kecid=${draft.applicant.token}` }
  const pages = {
    form: ours(form.path, own),
    list: ours(paths.applications.to('en'), own),
    check: ours(paths.check.to('en', { id: draft.id }), own),
    criteria: ours(paths.criteria.to('en')),
  }
  const theirs = peer.ok ? peerPages(peer.hof) : []
  const without = peer.ok ? [] : [`peer not measured: ${peer.problem}`]
  const found: Figure[] = []
  for (const clients of CLIENTS) {
    const all = [...Object.values(pages), ...theirs]
    const [longest, list, check, criteria, hof, lists] = await askedByTurns(all, clients)
    if (!longest || !list || !check || !criteria) throw new Error('all were asked')
    const at = `${clients} at once`
    found.push(
      ...formFigures({ at, longest, hof, without }),
      beside(`longest form, ${at}`, { page: longest, hof: lists, without, peer: LISTS }),
      beside(`list of applications, ${at}`, { page: list, hof, without }),
      beside(`check before submission, ${at}`, { page: check, hof, without }),
      publicFigure({ at, criteria, hof, without }),
    )
  }
  found.push(memoryFigure(pid, peer), await besideStorm(pages.form))
  return found
}

type Compared = { readonly hof: Taken | undefined; readonly without: readonly string[] }

function formFigures({
  at,
  longest,
  hof,
  without,
}: Compared & { readonly at: string; readonly longest: Taken }): readonly Figure[] {
  const patience =
    hof === undefined
      ? 'p99 against hof’s p50 not measured'
      : `p99 ${within(longest.p99, hof.p50, 'hof’s p50')}`
  return [
    figure({
      name: `longest form, processor, ${at} | hof’s form`,
      ours: milliseconds(longest.processorMs),
      ...(hof && {
        peer: milliseconds(hof.processorMs),
        ratio: times(longest.processorMs, hof.processorMs),
      }),
      note: [
        within(longest.processorMs, FORM_MS_MAX, `${FORM_MS_MAX} ms`),
        'the aim is 1.5 ms',
        ...without,
      ].join('; '),
    }),
    figure({
      name: `longest form, p50, ${at} | hof’s form`,
      ours: milliseconds(longest.p50),
      ...(hof && { peer: milliseconds(hof.p50), ratio: times(longest.p50, hof.p50) }),
      note: [`p99 ${milliseconds(longest.p99)}`, patience, ...without].join('; '),
    }),
  ]
}

const LISTS = 'hof’s with the same lists'

const peerPages = ({ origin, requests, pids }: Hof): readonly Page[] =>
  [requests.boxes, requests.lists].map((request) => ({ origin, request, pids: [pids.node] }))

type Beside = Compared & { readonly page: Taken; readonly peer?: string }

const beside = (name: string, { page, hof, without, peer = 'hof’s form' }: Beside): Figure =>
  figure({
    name: `${name}, processor | ${peer}`,
    ours: milliseconds(page.processorMs),
    ...(hof && {
      peer: milliseconds(hof.processorMs),
      ratio: times(page.processorMs, hof.processorMs),
    }),
    note: [`p99 ${milliseconds(page.p99)}`, ...without].join('; '),
  })

function publicFigure({
  at,
  criteria,
  hof,
  without,
}: Compared & { readonly at: string; readonly criteria: Taken }): Figure {
  const ratio = hof && criteria.rate / hof.rate
  return figure({
    name: `criteria for a stranger, ${at} | hof’s form`,
    ours: perSecond(criteria.rate),
    ...(hof && ratio !== undefined && { peer: perSecond(hof.rate), ratio: times(ratio, 1) }),
    note: [
      ratio === undefined
        ? `budget ${PUBLIC_TIMES}× not measured`
        : `budget ${PUBLIC_TIMES}× ${ratio >= PUBLIC_TIMES ? 'met' : 'MISSED'}`,
      `${(criteria.processorMs * 1000).toFixed(0)} µs of processor`,
      ...without,
    ].join('; '),
  })
}

/** After all of the above; PostgreSQL is beside both, since hof has its data elsewhere too. */
function memoryFigure(pid: number, peer: Opening): Figure {
  const name = 'memory of the portal after that | hof and its Redis'
  const ours = memoryMegabytes(pid)
  if (!peer.ok) {
    return figure({ name, ours: megabytes(ours), note: `peer not measured: ${peer.problem}` })
  }
  const { node, redis } = peer.hof.pids
  const theirs = memoryMegabytes(node) + memoryMegabytes(redis)
  return figure({
    name,
    ours: megabytes(ours),
    peer: megabytes(theirs),
    ratio: times(ours, theirs),
    note: `${within(ours, theirs, 'the peer')}; ours with tsx in it`,
  })
}

const megabytes = (size: number): string => `${size.toFixed(0)} MB`
