import { setTimeout as pause } from 'node:timers/promises'
import { FORM_TOKEN } from '#platform/form-token.ts'
import { visitor, type Face, type Form, type Upload } from '#test/visitor.ts'

/** Somebody at a browser, who looks again where nothing came. */
export type Browser = {
  /** What a page says, as soon as there is somebody to say it. */
  readonly look: (path: string) => Promise<Seen>
  /** True: it was answered that it is done. False: nobody can tell whether it is. */
  readonly send: (path: string, form?: Form, file?: Upload) => Promise<boolean>
}

export type Seen = { readonly status: number; readonly text: string }

const WEB: Face = { fetch: (request) => fetch(request, { redirect: 'manual' }) }
const LOOKS_MAX = 1200
const BETWEEN_MS = 50

export function browser(origin: string): Browser {
  let token = ''
  const { get, post, upload } = visitor(WEB, origin, async () => token)
  const seen = async (path: string) => {
    const answer = await answerOf(() => get(path))
    if (!answer) return undefined
    const text = await answer.text().catch(() => undefined)
    if (text === undefined) return undefined // it broke off
    if (answer.status >= 500) throw new Error(`${path}: ${answer.status} ${wordsOf(text)}`)
    token = hidden(text, FORM_TOKEN) ?? token
    return { status: answer.status, text }
  }
  return {
    look: async (path) => {
      for (let looks = 0; looks < LOOKS_MAX; looks += 1) {
        const page = await seen(path)
        if (page) return page
        await pause(BETWEEN_MS)
      }
      throw new Error(`${path} is not answered any more`)
    },
    send: async (path, form = {}, file) => {
      const answer = await answerOf(() => (file ? upload(path, form, [file]) : post(path, form)))
      if (!answer) {
        await pause(BETWEEN_MS)
        return false
      }
      const text = await answer.text().catch(() => '')
      if (answer.status !== 303) throw new Error(`${path}: ${answer.status} ${wordsOf(text)}`)
      return true
    },
  }
}

/** Undefined where none came, or one that only says to come again. */
async function answerOf(ask: () => Promise<Response>): Promise<Response | undefined> {
  const answer = await ask().catch(() => undefined)
  if (answer?.status !== 503) return answer
  await answer.body?.cancel().catch(() => undefined)
  return undefined
}

/** The value of a field that the page carries for its form. */
export const hidden = (text: string, name: string): string | undefined =>
  new RegExp(`<input[^>]*name="${name}"[^>]*value="([^"]*)"`).exec(text)?.[1]

const wordsOf = (page: string): string =>
  (/<main[\s\S]*?<\/main>/.exec(page)?.[0] ?? page)
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, 600)
