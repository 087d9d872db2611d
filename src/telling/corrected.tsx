import type { IsoDate } from '#core/dated.ts'
import type { Language } from '#core/language.ts'
import { formatDate } from '#telling/dates.ts'
import { WRITTEN_IN } from '#telling/officials-write.tsx'
import { InsetText } from '#ui/inset-text.tsx'
import { Written } from '#ui/written.tsx'

/** What is to be read beside a case, as a decision in another one says. */
export type Corrected = {
  readonly on: IsoDate
  readonly number: string
  readonly text: string
  readonly translated?: { readonly language: Language; readonly text: string }
  /** Where that decision is, for whoever may see it. */
  readonly href?: string | undefined
}

type Props = { readonly corrected: readonly Corrected[]; readonly language: Language }

/** Before what it corrects: whoever reads on has read it. */
export const Corrections = ({ corrected, language }: Props) => (
  <>
    {corrected.map(({ on, number, text, translated, href }) => {
      const words = correctedWords[language]
      const isTranslated = language !== WRITTEN_IN && translated?.language === language
      return (
        <InsetText>
          <p class="govuk-body">
            <strong>
              {words.on} {formatDate(on, language, 'plain')}
            </strong>
            , {words.by}{' '}
            {href === undefined ? (
              number
            ) : (
              <a class="govuk-link" href={href}>
                {number}
              </a>
            )}
            :
          </p>
          <Written
            as="p"
            class="govuk-body kc-value"
            language={isTranslated ? language : WRITTEN_IN}
            page={language}
          >
            {isTranslated ? translated.text : text}
          </Written>
        </InsetText>
      )
    })}
  </>
)

export const correctedWords = {
  az: { on: 'Düzəldilib:', by: 'qərar' },
  tr: { on: 'Düzeltildi:', by: 'karar' },
  en: { on: 'Corrected on', by: 'by decision' },
  ru: { on: 'Исправлено:', by: 'решение' },
} as const satisfies Record<Language, { readonly on: string; readonly by: string }>
