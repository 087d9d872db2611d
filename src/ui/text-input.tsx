import { describedBy, Field, fieldId, invalid, type FieldProps } from '#ui/field.tsx'
import { classes, shows, type Child } from '#ui/markup.ts'

/** A line of text; its width says how long an answer is expected. */
type InputWidth =
  2 | 3 | 4 | 5 | 10 | 20 | 30 | 'full' | 'two-thirds' | 'one-half' | 'one-third' | 'one-quarter'

export type TextInputProps = FieldProps & {
  readonly type?: 'text' | 'email' | 'tel' | 'url' | 'search' | undefined
  readonly value?: string | undefined
  readonly width?: InputWidth | undefined
  readonly letterSpacing?: boolean | undefined
  readonly prefix?: Child
  readonly suffix?: Child
  readonly autocomplete?: string | undefined
  readonly autocapitalize?: 'none' | 'sentences' | 'words' | 'characters' | undefined
  readonly inputmode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | 'search' | undefined
  readonly pattern?: string | undefined
  readonly spellcheck?: boolean | undefined
  readonly disabled?: boolean | undefined
}

export function TextInput(props: TextInputProps) {
  const { prefix, suffix } = props
  const input = <InputBox {...props} />
  return (
    <Field of={props}>
      {shows(prefix) || shows(suffix) ? (
        <div class="govuk-input__wrapper">
          {shows(prefix) && <Affix side="prefix">{prefix}</Affix>}
          {input}
          {shows(suffix) && <Affix side="suffix">{suffix}</Affix>}
        </div>
      ) : (
        input
      )}
    </Field>
  )
}

function InputBox(props: TextInputProps) {
  const { name, error, width, letterSpacing, type = 'text' } = props
  const id = fieldId(props)
  return (
    <input
      class={classes(
        'govuk-input',
        width !== undefined && widthClass(width),
        letterSpacing && 'govuk-input--extra-letter-spacing',
        error && 'govuk-input--error',
      )}
      id={id}
      name={name}
      type={type}
      value={props.value}
      spellcheck={props.spellcheck}
      disabled={props.disabled}
      aria-describedby={describedBy({ ...props, id })}
      aria-invalid={invalid(error)}
      autocomplete={props.autocomplete}
      autocapitalize={props.autocapitalize}
      pattern={props.pattern}
      inputmode={props.inputmode}
    />
  )
}

const widthClass = (width: InputWidth): string =>
  typeof width === 'number' ? `govuk-input--width-${width}` : `govuk-!-width-${width}`

function Affix({
  side,
  children,
}: {
  readonly side: 'prefix' | 'suffix'
  readonly children: Child
}) {
  return (
    <div class={`govuk-input__${side}`} aria-hidden="true">
      {children}
    </div>
  )
}
