import { cleaned, type Typed } from '#core/answers/typed.ts'

/**
 * The one entrance of what people type, for both faces: every field of a form and of an address is
 * cleaned here. Files are streamed elsewhere; a secret is taken as it is, letter by letter.
 */
type Request = {
  readonly text: () => Promise<string>
  readonly query: (name: string) => string | undefined
}

/** What is no form, or breaks off, was refused before any page asks (`readsForms`). */
export async function typedOf(request: Pick<Request, 'text'>): Promise<Typed> {
  return mapped(await textsOf(request), cleaned)
}

/** What was asked for in the address, such as a search; empty where it was not. */
export const askedOf = (request: Pick<Request, 'query'>, name: string): string =>
  cleaned(request.query(name) ?? '')

/** All that was asked for under one name, such as each box that was ticked. */
export const allAskedOf = (
  request: { readonly queries: (name: string) => readonly string[] | undefined },
  name: string,
): readonly string[] => (request.queries(name) ?? []).map(cleaned)

/** A password or a code of a field, exactly as it was sent; empty where there is none. */
export async function secretOf(request: Pick<Request, 'text'>, name: string): Promise<string> {
  return (await textsOf(request))[name]?.[0] ?? ''
}

/** The fields of a form as they were sent, to be sent once more by a form that was kept. */
export async function textsOf(request: Pick<Request, 'text'>): Promise<Typed> {
  const sent = Map.groupBy(new URLSearchParams(await request.text()), ([name]) => name)
  return Object.fromEntries([...sent].map(([name, pairs]) => [name, pairs.map(([, text]) => text)]))
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
