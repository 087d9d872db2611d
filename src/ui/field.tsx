import { ErrorMessage, type FieldError } from '#ui/error-message.tsx'
import { Hint } from '#ui/hint.tsx'
import { Label } from '#ui/label.tsx'
import { classes, shows, type Child, type TextSize } from '#ui/markup.ts'

/** One question with one control: its label, hint and error, and the ids that tie them together. */
export type FieldProps = {
  readonly name: string
  /** The name, if left out. The error summary links to it. */
  readonly id?: string | undefined
  readonly label: Child
  readonly labelSize?: TextSize | undefined
  readonly pageHeading?: boolean | undefined
  readonly hint?: Child
  readonly error?: FieldError | undefined
  /** Ids of further elements, elsewhere on the page, that describe the field. */
  readonly describedBy?: string | undefined
}

type Described = {
  readonly id: string
  readonly hint?: Child
  readonly error?: FieldError | undefined
  readonly describedBy?: string | undefined
}

export const fieldId = ({
  id,
  name,
}: {
  readonly id?: string | undefined
  readonly name: string
}) => id ?? name

export const describedBy = ({ id, hint, error, describedBy }: Described): string | undefined =>
  classes(describedBy, shows(hint) && `${id}-hint`, error && `${id}-error`)

/** Not the group alone, but the field itself says that it is wrong. */
export const invalid = (error: FieldError | undefined): 'true' | undefined => error && 'true'

export const groupClass = (error: FieldError | undefined, className?: string) =>
  classes('govuk-form-group', error && 'govuk-form-group--error', className)

/** The hint and the error of a field or of a group of choices, with the ids `describedBy` names. */
export function Guidance({ id, hint, error }: Described) {
  return (
    <>
      {shows(hint) && <Hint id={`${id}-hint`}>{hint}</Hint>}
      {error && <ErrorMessage id={`${id}-error`} error={error} />}
    </>
  )
}

type FieldShape = {
  readonly of: FieldProps
  readonly class?: string
  /** Data attributes that a script of the component reads from the group. */
  readonly data?: Readonly<Record<string, string | number | undefined>>
  readonly children: Child
}

export function Field({ of: field, class: className, data = {}, children }: FieldShape) {
  const { label, labelSize, pageHeading, hint, error } = field
  const id = fieldId(field)
  return (
    <div class={groupClass(error, className)} {...data}>
      {shows(label) && (
        <Label for={id} size={labelSize} pageHeading={pageHeading}>
          {label}
        </Label>
      )}
      <Guidance id={id} hint={hint} error={error} />
      {children}
    </div>
  )
}
