/** What a form sent, field by field, as it was typed: it is shown again when it is wrong. */
export type Typed = Readonly<Record<string, readonly string[]>>

type Request = {
  readonly parseBody: (options: { all: true }) => Promise<Record<string, unknown>>
}

export async function typedOf(request: Request): Promise<Typed> {
  const body = await request.parseBody({ all: true })
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [
      name,
      (Array.isArray(value) ? value : [value]).filter((each) => typeof each === 'string'),
    ]),
  )
}

/** The text of a field with the line breaks and the writing of letters that we keep. */
export const textOf = (typed: Typed, name: string): string =>
  (typed[name]?.[0] ?? '').replaceAll('\r\n', '\n').trim().normalize('NFC')
