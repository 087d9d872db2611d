/** The names in an address pattern such as `/applications/:id/answers/:block`. */
type PlacesOf<Pattern extends string> = Pattern extends `${infer Start}/${infer Rest}`
  ? PlacesOf<Start> | PlacesOf<Rest>
  : Pattern extends `:${infer Name}`
    ? Name
    : never

/** A page's address: the pattern that routes match, and how to write a link to it. */
export type Address<Pattern extends string> = {
  /** With the language in front, as the router matches it. */
  readonly pattern: string
  readonly bare: Pattern
  readonly to: (
    language: string,
    ...places: PlacesOf<Pattern> extends never ? [] : [Readonly<Record<PlacesOf<Pattern>, string>>]
  ) => string
}

/** An address in every one of these languages; values are percent-encoded. */
export function address<const Pattern extends string>(
  languages: readonly string[],
  bare: Pattern,
): Address<Pattern> {
  return {
    pattern: `/:language{(?:${languages.join('|')})}${bare}`,
    bare,
    to: (language, ...places) => {
      const values: Readonly<Record<string, string>> = places[0] ?? {}
      const path = bare.replace(/:([a-z]+)/gi, (_, name: string) =>
        encodeURIComponent(values[name] ?? ''),
      )
      return `/${language}${path}`
    },
  }
}
