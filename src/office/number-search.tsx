import { BACK } from '#office/back.ts'
import type { View } from '#office/env.ts'
import { officeWords } from '#office/words.ts'

/** What was looked for by its number; and that nothing was found, and why. */
export type Sought = {
  readonly text: string
  readonly problem?: 'nothingTyped' | 'notFound'
}

type Props = {
  readonly view: View
  readonly action: string
  readonly label: string
  readonly words: Readonly<Record<'searchHint' | 'nothingTyped' | 'notFound', string>>
  readonly sought: Sought | undefined
  /** Where whoever looks comes back to. */
  readonly from: string | undefined
}

/** Looks for something by its number, or by the end of it. */
export const NumberSearch = ({ view, action, label, words, sought, from }: Props) => {
  const problem = sought?.problem
  return (
    <form method="get" action={action} role="search">
      <div class={problem ? 'govuk-form-group govuk-form-group--error' : 'govuk-form-group'}>
        <label class="govuk-label" for="number">
          {label}
        </label>
        <div class="govuk-hint" id="number-hint">
          {words.searchHint}
        </div>
        {problem && (
          <p class="govuk-error-message" id="number-error">
            {words[problem]}
          </p>
        )}
        <input
          class="govuk-input govuk-input--width-20"
          id="number"
          name="number"
          value={sought?.text}
          autocomplete="off"
          spellcheck={false}
          data-kc-key="/"
          aria-describedby={problem ? 'number-hint number-error' : 'number-hint'}
        />{' '}
        <button class="govuk-button govuk-button--secondary" data-module="govuk-button">
          {officeWords[view.language].searchButton}
        </button>
        {from !== undefined && <input type="hidden" name={BACK} value={from} />}
      </div>
    </form>
  )
}
