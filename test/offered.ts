import { randomUUID } from 'node:crypto'
import type { TestContext } from 'node:test'
import { createOffered } from '#exchange/offered/app.ts'
import { operationXml, writeEnvelope } from '#exchange/drivers/soap/envelope.ts'
import type { Content } from '#exchange/content.ts'
import { takeDoor } from '#main/door.ts'
import { callAsConsumer, callAsSoapConsumer } from '#standins/exchange/call-as-consumer.ts'
import type { Headers as Written, ProviderReply } from '#standins/exchange/provider.ts'
import type { TestHouse } from '#test/house.ts'
import { TOY_SIGNING } from '#test/toy-signing.ts'

/** What a house offers to other systems, at a free port, and how they ask it. */

const OF = 'TOY/GOV/1/TOY'
export const ASKER = 'TOY/GOV/3/ASKER'
export const NARROW = 'TOY/GOV/3/NARROW'

type Differences = {
  readonly callers?: readonly string[]
  readonly groundNeeded?: boolean
}

export type Asking = {
  readonly client?: string
  readonly headers?: Written
  readonly method?: string
}

export async function offeredBy(
  t: TestContext,
  here: TestHouse,
  { callers = ['127.0.0.1'], groundNeeded = false }: Differences = {},
) {
  const { jobs, exchange: db } = here.faces
  const { door, secret, clock, log, keys, vault } = jobs
  const policy = () => jobs.policy
  const signing = TOY_SIGNING
  const offering = {
    db,
    door,
    secret,
    policy,
    clock,
    log,
    groundNeeded,
    signing,
    files: { keys, vault },
  }
  const opening = await takeDoor({ host: '127.0.0.1', port: 0, setting: 'KECID_EXCHANGE_PORT' })
  if (!opening.ok) throw new Error(opening.problem)
  opening.door.open(createOffered(offering, callers))
  t.after(() => opening.door.close(0))
  const url = `http://127.0.0.1:${opening.door.port}`
  return {
    url,
    /** Through both security servers; the path from the version on. */
    rest: (path: string, body: string | Content, asking: Asking = {}) => {
      const { client = ASKER, headers = [], method = 'POST' } = asking
      const json: Written = [['Content-Type', 'application/json; charset=utf-8']]
      const text = typeof body === 'string' ? body : JSON.stringify(body)
      const asked = { method, path, headers: [...json, ...headers], body: text }
      return callAsConsumer({ at: url, of: OF, code: 'kecid', client }, asked)
    },
    soap: (operation: string, envelope: string, client = ASKER) =>
      callAsSoapConsumer(
        { at: `${url}/soap`, of: OF, code: operation, version: 'v1', client },
        envelope,
      ),
  }
}

export const saidIn = ({ body }: ProviderReply): unknown => JSON.parse(body.toString())

/** An envelope as another institution would write it. */
export function envelopeOf(
  operation: string,
  content: Content,
  { client = ASKER, id = randomUUID() }: { readonly client?: string; readonly id?: string } = {},
): string {
  const [instance = '', memberClass = '', memberCode = '', subsystem = ''] = client.split('/')
  const of = { instance: 'TOY', memberClass: 'GOV', memberCode: '1', subsystem: 'TOY' }
  const header = {
    client: { instance, memberClass, memberCode, subsystem },
    service: { ...of, service: operation, version: 'v1' },
    id,
    userId: 'AZ1ABCDEF',
    protocolVersion: '4.0',
  }
  const body = operationXml(operation, 'urn:kecid:offered:v1', content)
  return writeEnvelope({ header, body }).toString()
}
