import type { Child } from '#ui/markup.ts'
import { VisuallyHidden } from '#ui/visually-hidden.tsx'

/** What is wrong with one answer, said at the answer; the prefix is for those who hear it. */
export type FieldError = { readonly prefix: string; readonly text: Child }

type Props = { readonly id?: string | undefined; readonly error: FieldError }

export function ErrorMessage({ id, error: { prefix, text } }: Props) {
  return (
    <p id={id} class="govuk-error-message">
      {prefix && (
        <>
          <VisuallyHidden>{prefix}:</VisuallyHidden>{' '}
        </>
      )}
      {text}
    </p>
  )
}
