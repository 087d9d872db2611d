import { describedBy, Field, fieldId, invalid, type FieldProps } from '#ui/field.tsx'
import { classes, raw, render } from '#ui/markup.ts'

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
        {Object.isFrozen(options)
          ? chosen(drawnOnce(options), value)
          : options.map((option) => <Option {...option} selected={option.value === value} />)}
      </select>
    </Field>
  )
}

const Option = ({ value, text, disabled, selected }: SelectOption & { selected?: boolean }) => (
  <option value={value} selected={selected} disabled={disabled}>
    {text}
  </option>
)

/** A list of options as text, and where in it the mark of each value goes. */
type DrawnOptions = { readonly text: string; readonly places: ReadonlyMap<string, number> }

/** Two hundred countries are most of a form. A frozen list stays as it is, so it is drawn once. */
const drawn = new WeakMap<readonly SelectOption[], DrawnOptions>()

function drawnOnce(options: readonly SelectOption[]): DrawnOptions {
  const known = drawn.get(options)
  if (known) return known
  const places = new Map<string, number>()
  let text = ''
  for (const option of options) {
    const one = render(<Option {...option} />)
    // Behind the value, in which a quotation mark is written as a reference.
    places.set(option.value, text.length + one.indexOf('"', BEFORE_VALUE.length) + 1)
    text += one
  }
  const made = { text, places }
  drawn.set(options, made)
  return made
}

const BEFORE_VALUE = '<option value="'

function chosen({ text, places }: DrawnOptions, value: string | undefined) {
  const place = value === undefined ? undefined : places.get(value)
  if (place === undefined) return raw(text)
  return raw(`${text.slice(0, place)} selected=""${text.slice(place)}`)
}
