import { shows, type Child } from '#ui/markup.ts'

/** All that is wrong on the page, said at its top, each linked to the field it is about. */
export type SummaryError = { readonly text: Child; readonly href?: string | undefined }

type Props = {
  readonly title: Child
  readonly description?: Child
  readonly errors: readonly SummaryError[]
  /** Scripts move the focus here when the page opens, unless this is false. */
  readonly autofocus?: boolean | undefined
}

export function ErrorSummary({ title, description, errors, autofocus }: Props) {
  return (
    <div
      class="govuk-error-summary"
      data-disable-auto-focus={autofocus === undefined ? undefined : !autofocus}
      data-module="govuk-error-summary"
    >
      {/* The alert is a child, so that moving the focus does not cut off its announcement. */}
      <div role="alert">
        <h2 class="govuk-error-summary__title">{title}</h2>
        <div class="govuk-error-summary__body">
          {shows(description) && <p>{description}</p>}
          {errors.length > 0 && (
            <ul class="govuk-list govuk-error-summary__list">
              {errors.map(({ text, href }) => (
                <li>{href === undefined ? text : <a href={href}>{text}</a>}</li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </div>
  )
}
