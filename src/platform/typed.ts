import { cleaned, type Typed } from '#core/answers/typed.ts'

/**
 * The one entrance of what people type, for both faces: every field of a form and of an address is
 * cleaned here. Files are streamed elsewhere; a secret is taken as it is, letter by letter.
 */
type Request = {
  readonly parseBody: (options: { all: true }) => Promise<Record<string, unknown>>
  readonly query: (name: string) => string | undefined
}

/** What is no form at all is one with nothing in it; one that breaks off was refused before. */
export async function typedOf(request: Pick<Request, 'parseBody'>): Promise<Typed> {
  return mapped(await textsOf(request), cleaned)
}

/** What was asked for in the address, such as a search; empty where it was not. */
export const askedOf = (request: Pick<Request, 'query'>, name: string): string =>
  cleaned(request.query(name) ?? '')

/** A password or a code of a field, exactly as it was sent; empty where there is none. */
export async function secretOf(request: Pick<Request, 'parseBody'>, name: string): Promise<string> {
  return (await textsOf(request))[name]?.[0] ?? ''
}

/** The fields of a form as they were sent, to be sent once more by a form that was kept. */
export async function textsOf(request: Pick<Request, 'parseBody'>): Promise<Typed> {
  const body = await request.parseBody({ all: true })
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [
      name,
      (Array.isArray(value) ? value : [value]).filter((each) => typeof each === 'string'),
    ]),
  )
}

/** Name and text of each field but these, in the order in which they were sent. */
export const fieldsOf = (
  typed: Typed,
  left: readonly string[],
): readonly (readonly [string, string])[] =>
  Object.entries(typed).flatMap(([name, texts]) =>
    left.includes(name) ? [] : texts.map((text) => [name, text] as const),
  )

const mapped = (typed: Typed, each: (text: string) => string): Typed =>
  Object.fromEntries(Object.entries(typed).map(([name, texts]) => [name, texts.map(each)]))
