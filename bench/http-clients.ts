import { Agent, request } from 'node:http'
import { parentPort, workerData } from 'node:worker_threads'
import { FORM_TOKEN } from '#platform/form-token.ts'
import { drained, type Drained } from './rounds.ts'

/** Browsers of a bench, on a thread of their own so that the server does not do their work. */
export type Load = {
  readonly origin: string
  readonly clients: number
  readonly msMax: number
  readonly posts: readonly Post[]
}
type Post = { readonly path: string; readonly cookie: string; readonly token: string }
export type LoadDone = Drained & { readonly refused: readonly number[] }

const { origin, clients, posts, msMax } = workerData as Load
const agent = new Agent({ keepAlive: true, maxSockets: clients })
const refused: number[] = []

function post({ path, cookie, token }: Post): Promise<number> {
  const type = 'application/x-www-form-urlencoded'
  const own = { cookie, origin, [FORM_TOKEN]: token }
  const headers = { ...own, 'content-type': type, 'content-length': '0' }
  return new Promise((resolve, reject) => {
    request(new URL(path, origin), { method: 'POST', agent, headers }, (response) => {
      response.resume().once('end', () => resolve(response.statusCode ?? 0))
    })
      .once('error', reject)
      .end()
  })
}

const drain = await drained(
  posts.map((each) => async () => {
    const status = await post(each)
    if (status !== 303) refused.push(status)
  }),
  { atOnce: clients, msMax },
)
agent.destroy()
parentPort?.postMessage({ ...drain, refused } satisfies LoadDone, [])
