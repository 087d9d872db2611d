import { describedBy, Field, fieldId, invalid, type FieldProps } from '#ui/field.tsx'
import { classes } from '#ui/markup.ts'

/** One of a long list; for a short one radios are better. */
export type SelectOption = {
  readonly value: string
  readonly text: string
  readonly disabled?: boolean | undefined
}

type Props = FieldProps & {
  readonly options: readonly SelectOption[]
  readonly value?: string | undefined
  readonly width?: 'full' | 'two-thirds' | 'one-half' | 'one-third' | undefined
  readonly autocomplete?: string | undefined
  readonly disabled?: boolean | undefined
}

export function Select(props: Props) {
  const { name, options, value, width, autocomplete, disabled, error } = props
  const id = fieldId(props)
  return (
    <Field of={props}>
      <select
        class={classes(
          'govuk-select',
          width && `govuk-!-width-${width}`,
          error && 'govuk-select--error',
        )}
        id={id}
        name={name}
        disabled={disabled}
        aria-describedby={describedBy({ ...props, id })}
        aria-invalid={invalid(error)}
        autocomplete={autocomplete}
      >
        {options.map((option) => (
          <option value={option.value} selected={option.value === value} disabled={option.disabled}>
            {option.text}
          </option>
        ))}
      </select>
    </Field>
  )
}
