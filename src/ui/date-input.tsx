import type { FieldError } from '#ui/error-message.tsx'
import { describedBy, groupClass, Guidance } from '#ui/field.tsx'
import { Fieldset, type LegendProps } from '#ui/fieldset.tsx'
import { Label } from '#ui/label.tsx'
import { classes, type Child } from '#ui/markup.ts'

/** A day that the person knows by heart, in up to three boxes. */
const PARTS = ['day', 'month', 'year'] as const

export type DatePart = (typeof PARTS)[number]

type Props = LegendProps & {
  readonly id: string
  /** Put before each part with a hyphen, as in `birth-day`. */
  readonly name?: string | undefined
  /** The boxes' labels; a part without one is not asked. */
  readonly labels: Readonly<Partial<Record<DatePart, string>>>
  readonly value?: Readonly<Partial<Record<DatePart, string | undefined>>> | undefined
  readonly hint?: Child
  readonly error?: FieldError | undefined
  /** The boxes that are wrong; all of them where there is an error and none is named. */
  readonly wrong?: readonly DatePart[] | undefined
  readonly describedBy?: string | undefined
  /** A birth date, which a browser may know. */
  readonly birthDate?: boolean | undefined
}

export function DateInput(props: Props) {
  const { id, hint, error, legend, legendSize, pageHeading, labels } = props
  return (
    <div class={groupClass(error)}>
      <Fieldset
        legend={legend}
        legendSize={legendSize}
        pageHeading={pageHeading}
        role="group"
        describedBy={describedBy(props)}
      >
        <Guidance id={id} hint={hint} error={error} />
        <div class="govuk-date-input" id={id}>
          {PARTS.map((part) => {
            const label = labels[part]
            return label !== undefined && <DateBox date={props} part={part} label={label} />
          })}
        </div>
      </Fieldset>
    </div>
  )
}

type BoxProps = { readonly date: Props; readonly part: DatePart; readonly label: string }

function DateBox({ date: { id, name, value, error, wrong, birthDate }, part, label }: BoxProps) {
  const isWrong = wrong?.length ? wrong.includes(part) : error !== undefined
  const boxId = `${id}-${part}`
  return (
    <div class="govuk-date-input__item">
      <div class="govuk-form-group">
        <Label for={boxId} class="govuk-date-input__label">
          {label}
        </Label>
        <input
          class={classes(
            'govuk-input govuk-date-input__input',
            part === 'year' ? 'govuk-input--width-4' : 'govuk-input--width-2',
            isWrong && 'govuk-input--error',
          )}
          id={boxId}
          name={name ? `${name}-${part}` : part}
          type="text"
          inputmode="numeric"
          value={value?.[part]}
          aria-invalid={isWrong ? 'true' : undefined}
          autocomplete={birthDate ? `bday-${part}` : undefined}
        />
      </div>
    </div>
  )
}
