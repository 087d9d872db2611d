/** Words that a script of govuk-frontend will need later, given to it as data attributes. */
export type PluralWords = {
  readonly other: string
  readonly zero?: string
  readonly one?: string
  readonly two?: string
  readonly few?: string
  readonly many?: string
}

type Words = Readonly<Record<string, string | PluralWords>>

/** The attributes' names are those of govuk-frontend: `data-i18n.key` or `data-i18n.key.plural`. */
export function scriptWords(words: Words): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(words).flatMap(([key, value]) =>
      typeof value === 'string'
        ? [[`data-i18n.${key}`, value]]
        : Object.entries(value).map(([plural, text]) => [`data-i18n.${key}.${plural}`, text]),
    ),
  )
}
