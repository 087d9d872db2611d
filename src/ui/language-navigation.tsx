import { classes, shows, type Child } from '#ui/markup.ts'

/** The same page in other languages, each named in its own. */
export type LanguageLink = {
  readonly text: string
  readonly lang: string
  /** Left out for the language of this page. */
  readonly href?: string | undefined
  readonly dir?: 'ltr' | 'rtl' | undefined
  /** What the link does, in its own language, read out after the name. */
  readonly description?: Child
}

type Props = {
  readonly label: string
  /** The language of the label, where it is not that of the page. */
  readonly lang?: string | undefined
  readonly inverse?: boolean | undefined
  readonly languages: readonly LanguageLink[]
}

export function LanguageNavigation({ label, lang, inverse, languages }: Props) {
  return (
    <nav
      class={classes('govuk-language-navigation', inverse && 'govuk-language-navigation--inverse')}
      lang={lang}
      aria-label={label}
    >
      <ul class="govuk-language-navigation__list">
        {languages.map((language) => (
          <li class="govuk-language-navigation__list-item">
            <Language {...language} />
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Language({ text, lang, href, dir, description }: LanguageLink) {
  if (href === undefined) {
    return (
      <span class="govuk-language-navigation__text" aria-current="true" lang={lang} dir={dir}>
        {text}
      </span>
    )
  }
  return (
    <a
      class="govuk-language-navigation__link"
      href={href}
      rel="alternate"
      lang={lang}
      hreflang={lang}
      dir={dir}
    >
      {text}
      {shows(description) && <span class="govuk-visually-hidden"> {description}</span>}
    </a>
  )
}
