import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { isMap, isSeq, parseDocument, type Document } from 'yaml'
import { z } from 'zod'
import { assert } from '#core/assert.ts'
import type { IsoMoment } from '#core/dated.ts'
import type { Content } from '#exchange/content.ts'
import type { Exchanged } from '#exchange/driver.ts'
import type { Sent, Way } from '#exchange/ways.ts'
import type { Exchange } from '#exchange/work.ts'
import { SHIPPED_POLICY } from '#test/policies.ts'
import { copyOfPolicy } from '#test/published.ts'
import type { TestHouse } from '#test/house.ts'
import { signedChange } from '#exchange/signing.ts'
import { TOY_SIGNING } from '#test/toy-signing.ts'

/** A register that tests ask: frozen policy, whose recognition asks whether one may enter. */

const registersOf = (services: readonly string[]) =>
  services.map((service, index) => ({
    service,
    on: ['submit', 'resubmit'],
    ...(index === 0 ? { obligatory: true } : {}),
    basis: { '*': 'provisional' },
  }))

const OPEN = [
  'submitted',
  'returned',
  'closing-proposed',
  'in-assessment',
  'awaiting-decision',
  'decision-drafted',
]

/** A copy of the frozen policy, in a folder of the test; the first of these has to answer. */
export function policyAskingRegisters(
  t: TestContext,
  services: readonly string[] = ['entry-restrictions'],
): string {
  const folder = copyOfPolicy(t)
  const file = join(folder, 'types', 'recognition.yaml')
  const document = parseDocument(readFileSync(file, 'utf8'))
  document.set('registers', registersOf(services))
  document.addIn(['steps'], {
    code: 'take-register-answer',
    kind: 'confirm',
    from: OPEN,
    by: ['system'],
    basis: { '*': 'provisional' },
  })
  const outcomes = document.get('outcomes')
  assert(isSeq(outcomes), 'recognition has outcomes')
  const index = outcomes.items.findIndex((each) => isMap(each) && each.get('code') === 'recognised')
  document.addIn(['outcomes', index, 'needs'], { test: 'registers-answered' })
  writeFileSync(file, document.toString())
  return folder
}

/** The same, and its answers are good for so many days. */
export function policyRemembering(t: TestContext, validDays: number): string {
  const folder = policyAskingRegisters(t)
  const file = join(folder, 'systems.yaml')
  const document = parseDocument(readFileSync(file, 'utf8'))
  document.setIn(['systems', 0, 'services', 0, 'validDays'], validDays)
  writeFileSync(file, document.toString())
  return folder
}

const content: z.ZodType<Content> = z.lazy(() =>
  z.record(z.string(), z.union([z.string(), content, z.array(z.union([z.string(), content]))])),
)

/** The same, and one of the bodies that may object answers by a system of its own. */
export function policyAnsweringBySystem(t: TestContext, body = 'xkx', silence?: string): string {
  const folder = policyAskingRegisters(t)
  const edit = (path: readonly string[], change: (document: Document) => void) => {
    const file = join(folder, ...path)
    const document = parseDocument(readFileSync(file, 'utf8'))
    change(document)
    writeFileSync(file, document.toString())
  }
  const at = (document: Document, list: string, code: string) => {
    const found = document.get(list)
    assert(isSeq(found), `there are ${list}`)
    return found.items.findIndex((each) => isMap(each) && each.get('code') === code)
  }
  edit(['systems.yaml'], (document) =>
    document.addIn(['systems', 0, 'services'], {
      code: 'security-opinion',
      title: { az: 'Rəy', tr: 'Görüş', en: 'Opinion of a body', ru: 'Заключение' },
      purpose: { az: 'Sınaq', tr: 'Deneme', en: 'For tests', ru: 'Для проверки' },
      tells: ['surname', 'given-names', 'birth-date', 'document-number', 'document-issuer'],
      confirms: [],
      results: [
        ['no-objection', 'fits'],
        ['objects', 'against'],
      ].map(([code, finding]) => ({ code, finding, title: say(code ?? '') })),
      validDays: 0,
      basis: { '*': 'provisional' },
    }),
  )
  edit(['procedures', 'az-nk-99-2025.yaml'], (document) => {
    document.setIn(['bodies', at(document, 'bodies', body), 'answersBy'], 'security-opinion')
    if (silence !== undefined) document.set('silenceOfObjectionBody', silence)
  })
  edit(['types', 'recognition.yaml'], (document) =>
    document.setIn(
      ['steps', at(document, 'steps', 'give-opinion'), 'by'],
      ['objection-officer', 'system'],
    ),
  )
  return folder
}

const say = (text: string) => ({ az: text, tr: text, en: text, ru: text })

/** With the systems of the demonstration, which stand-ins play, in place of the toy ones. */
export function policyAskingStandIns(t: TestContext, services: readonly string[]): string {
  const folder = policyAskingRegisters(t, services)
  const file = join(folder, 'systems.yaml')
  const [document, shipped] = [file, join(SHIPPED_POLICY, 'systems.yaml')].map((each) =>
    parseDocument(readFileSync(each, 'utf8')),
  )
  assert(document !== undefined && shipped !== undefined, 'both are there')
  for (const part of ['client', 'systems']) document.set(part, shipped.get(part))
  document.deleteIn(['offered', 'clients', 0, 'told', 'by']) // a system that is not there now
  writeFileSync(file, document.toString())
  return folder
}

/** With the same systems; officials may have these asked as well, each for a purpose. */
export function policyConsulting(
  t: TestContext,
  asked: readonly string[] = ['entry-restrictions'],
  services: readonly string[] = ['entry-restrictions', 'identity-document', 'diploma'],
): string {
  const folder = policyAskingStandIns(t, asked)
  const file = join(folder, 'types', 'recognition.yaml')
  const document = parseDocument(readFileSync(file, 'utf8'))
  document.addIn(['steps'], {
    code: 'ask-register',
    kind: 'consult',
    from: ['submitted', 'returned', 'in-assessment', 'awaiting-decision'],
    by: ['case-officer'],
    registers: services,
    basis: { '*': 'provisional' },
  })
  writeFileSync(file, document.toString())
  return folder
}

/** The frozen policy, in which a register is told of each recognition. */
export function policyTellingRegisters(t: TestContext): string {
  const folder = copyOfPolicy(t)
  const file = join(folder, 'statuses', 'recognition.yaml')
  const document = parseDocument(readFileSync(file, 'utf8'))
  document.set('tells', ['write-recognition'])
  writeFileSync(file, document.toString())
  return folder
}

/** What a register says when it is asked, or that it does not. */
export type Saying = (
  content: Content,
  service: string,
  message?: string,
) => Content | Exclude<Exchanged['outcome'], 'answered'> | 'cut'

/** The exchange of a house at its hour, which speaks with a register without a wire. */
export function exchangeOf(here: TestHouse, says: Saying, at?: () => IsoMoment): Exchange {
  const { jobs, exchange: db } = here.faces
  const way: Way = {
    write: (_system, { content: said, contract, messageId }) => ({
      ok: true,
      request: {
        method: 'POST',
        url: `toy:${contract.code}`,
        headers: [['message', messageId]],
        body: Buffer.from(JSON.stringify(said)),
      },
    }),
    send: async ({ body, url, headers }): Promise<Sent> => {
      const service = url.slice('toy:'.length)
      const message = headers.find(([name]) => name === 'message')?.[1] ?? ''
      const said = says(content.parse(JSON.parse(body?.toString() ?? '{}')), service, message)
      if (said === 'cut') return { ok: false, fault: 'broken' }
      const text = Buffer.from(JSON.stringify(said))
      return { ok: true, reply: { status: 200, headers: [], body: text } }
    },
    read: (_system, { contract }, { body }) => {
      const said: unknown = JSON.parse(body.toString())
      if (said === 'refused' || said === 'unreachable' || said === 'unintelligible') {
        return { outcome: said, code: 'as-told', receipt: { requestId: 'r-1' } }
      }
      const read = contract.answer.safeParse(said)
      return read.success
        ? { outcome: 'answered', content: read.data, receipt: { requestId: 'r-1' } }
        : { outcome: 'unintelligible', code: 'schema', receipt: {} }
    },
  }
  return {
    db,
    keys: jobs.keys,
    policy: () => jobs.policy,
    ways: { 'xroad-rest': way, 'xroad-soap': way, bridge: way },
    now: async () => at?.() ?? here.clock.now(),
    log: jobs.log,
    groundNeeded: false,
    chance: () => 1,
    signed: (change) => signedChange(TOY_SIGNING, jobs.policy.systems, change),
  }
}

/** As with stand-ins, and whoever still writes may have both asked: their documents and degrees. */
export function policyAskingAhead(t: TestContext): string {
  const folder = policyAskingStandIns(t, ['identity-document', 'diploma'])
  const file = join(folder, 'types', 'recognition.yaml')
  const document = parseDocument(readFileSync(file, 'utf8'))
  const at = (part: string, code: string) => {
    const list = document.get(part)
    assert(isSeq(list), `recognition has ${part}`)
    return list.items.findIndex((each) => isMap(each) && each.get('code') === code)
  }
  for (const index of [0, 1]) document.setIn(['registers', index, 'ahead'], true)
  document.setIn(['checklist', at('checklist', 'diploma'), 'confirmedBy'], 'diploma')
  const why = { az: 'Niyə', tr: 'Neden', en: 'Why is it otherwise', ru: 'Почему' }
  for (const block of ['person', 'document', 'education']) {
    document.addIn(['blocks', at('blocks', block), 'fields'], {
      code: 'why-otherwise',
      label: why,
      missing: { ...why, en: 'Say why it is otherwise.' },
      kind: 'long-text',
      means: 'differs-from-register',
      required: true,
      privacy: 'sealed',
      max: 1000,
      basis: { '*': 'provisional' },
    })
  }
  writeFileSync(file, document.toString())
  return folder
}

/** How holders are followed, in what a test changes. */
type Following = { readonly everyDays?: number; readonly forDays?: number; readonly shown?: true }

/** The frozen policy, in which a register is asked about holders; one may open an annulment. */
export function policyFollowing(t: TestContext, changed: Following = {}): string {
  const folder = copyOfPolicy(t)
  const kind = join(folder, 'statuses', 'recognition.yaml')
  const status = parseDocument(readFileSync(kind, 'utf8'))
  status.set('follows', [
    {
      service: 'entry-restrictions',
      everyDays: 30,
      opens: [{ type: 'annulment', results: ['restricted'], differs: ['surname'] }],
      ...changed,
      basis: { '*': 'provisional' },
    },
  ])
  writeFileSync(kind, status.toString())
  const file = join(folder, 'types', 'annulment.yaml')
  const type = parseDocument(readFileSync(file, 'utf8'))
  type.setIn(['begins', 'by'], ['case-officer', 'system'])
  type.setIn(['steps', 0, 'by'], ['case-officer', 'system'])
  type.set('registers', [
    { service: 'entry-restrictions', on: ['begin'], basis: { '*': 'provisional' } },
  ])
  type.addIn(['steps'], {
    code: 'take-register-answer',
    kind: 'confirm',
    from: ['opened', 'hearing', 'proposed'],
    by: ['system'],
    basis: { '*': 'provisional' },
  })
  writeFileSync(file, type.toString())
  return folder
}
