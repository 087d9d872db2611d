import { describedBy, Field, fieldId, invalid, type FieldProps } from '#ui/field.tsx'
import { classes } from '#ui/markup.ts'

/** Text of several lines. */
export type TextareaProps = FieldProps & {
  readonly value?: string | undefined
  readonly rows?: number | undefined
  readonly autocomplete?: string | undefined
  readonly spellcheck?: boolean | undefined
  readonly disabled?: boolean | undefined
}

export function Textarea(props: TextareaProps) {
  return (
    <Field of={props}>
      <TextareaBox {...props} />
    </Field>
  )
}

export function TextareaBox(props: TextareaProps & { readonly class?: string }) {
  const { name, value = '', rows = 5, error, class: className } = props
  const id = fieldId(props)
  return (
    <textarea
      class={classes('govuk-textarea', error && 'govuk-textarea--error', className)}
      id={id}
      name={name}
      rows={rows}
      spellcheck={props.spellcheck}
      disabled={props.disabled}
      aria-describedby={describedBy({ ...props, id })}
      aria-invalid={invalid(error)}
      autocomplete={props.autocomplete}
    >
      {keepFirstLineBreak(value)}
    </textarea>
  )
}

/** HTML drops a line break right after the opening tag, so one that was typed needs a second. */
const keepFirstLineBreak = (value: string): string => (/^\r?\n/.test(value) ? `\n${value}` : value)
