import type { FieldError } from '#ui/error-message.tsx'
import type { FieldProps } from '#ui/field.tsx'
import type { Child, TextSize } from '#ui/markup.ts'
import { type Text, words } from '#test/govuk-fixtures.ts'

/** The options that all fields of govuk-frontend have, and the props that say the same. */
export type Titled = Text & { readonly classes?: string; readonly isPageHeading?: boolean }

export type FieldOptions = {
  readonly name: string
  readonly id?: string
  readonly label?: Titled
  readonly hint?: Text
  readonly errorMessage?: Text
  readonly describedBy?: string
  readonly classes?: string
  readonly value?: string
  readonly autocomplete?: string
  readonly spellcheck?: boolean
  readonly disabled?: boolean
}

export const modifier = (classes: string | undefined, name: string): string | undefined =>
  new RegExp(`${name}-(\\S+)`).exec(classes ?? '')?.[1]

export const size = (titled: Titled | undefined) =>
  modifier(titled?.classes, '(?:label|legend)-') as TextSize | undefined

export const error = (message: Text | undefined): FieldError | undefined =>
  message && { prefix: 'Error', text: words(message) }

export const field = (options: FieldOptions): FieldProps & { readonly hint: Child } => ({
  name: options.name,
  id: options.id,
  label: words(options.label),
  labelSize: size(options.label),
  pageHeading: options.label?.isPageHeading,
  hint: words(options.hint),
  error: error(options.errorMessage),
  describedBy: options.describedBy,
})
