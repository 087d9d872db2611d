import { describedBy, Field, fieldId, invalid, type FieldProps } from '#ui/field.tsx'
import { classes } from '#ui/markup.ts'
import { scriptWords } from '#ui/script-words.ts'

/** A password, hidden at first; with scripts a button shows it. */
export type PasswordWords = {
  readonly show: string
  readonly hide: string
  readonly showLabel: string
  readonly hideLabel: string
  readonly shown: string
  readonly hidden: string
}

type Props = FieldProps & {
  readonly words: PasswordWords
  readonly autocomplete: 'current-password' | 'new-password'
  readonly value?: string | undefined
  readonly width?: 10 | 20 | 30 | undefined
  readonly disabled?: boolean | undefined
}

export function PasswordInput(props: Props) {
  const { name, words, autocomplete, value, width, error, disabled } = props
  const id = fieldId(props)
  return (
    <Field of={props} class="govuk-password-input" data={scriptData(words)}>
      <div class="govuk-input__wrapper govuk-password-input__wrapper">
        <input
          class={classes(
            'govuk-input govuk-password-input__input govuk-js-password-input-input',
            width && `govuk-input--width-${width}`,
            error && 'govuk-input--error',
          )}
          id={id}
          name={name}
          type="password"
          spellcheck={false}
          value={value}
          disabled={disabled}
          aria-describedby={describedBy({ ...props, id })}
          aria-invalid={invalid(error)}
          autocomplete={autocomplete}
          autocapitalize="none"
        />
        <button
          type="button"
          class={classes(
            'govuk-button govuk-button--secondary govuk-password-input__toggle',
            'govuk-js-password-input-toggle',
          )}
          data-module="govuk-button"
          aria-controls={id}
          aria-label={words.showLabel}
          hidden
        >
          {words.show}
        </button>
      </div>
    </Field>
  )
}

const scriptData = (words: PasswordWords) => ({
  'data-module': 'govuk-password-input',
  ...scriptWords({
    'show-password': words.show,
    'hide-password': words.hide,
    'show-password-aria-label': words.showLabel,
    'hide-password-aria-label': words.hideLabel,
    'password-shown-announcement': words.shown,
    'password-hidden-announcement': words.hidden,
  }),
})
