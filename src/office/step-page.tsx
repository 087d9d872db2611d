import type { Child } from 'hono/jsx'
import type { Action } from '#core/lifecycle/lifecycle.ts'
import type { View } from '#office/env.ts'
import type { OpenCase } from '#office/open-case.ts'
import { paths } from '#office/paths.ts'
import { Page, type PageError } from '#office/shell.tsx'
import { officeWords } from '#office/words.ts'
import { actionName } from '#telling/action-names.ts'
import { Button, ButtonGroup, type ButtonVariant } from '#ui/button.tsx'

export type StepFormProps = {
  readonly view: View
  readonly open: OpenCase
  readonly action: Action
  /** The address that takes the step. */
  readonly to: string
  /** Which of several steps at this address. */
  readonly choice?: string
  readonly variant?: ButtonVariant
  readonly children?: Child
}

/** The form of one step; it carries the version of the case that the page was made from. */
export const StepForm = ({ view, open, action, to, choice, variant, children }: StepFormProps) => (
  <form method="post" action={to} novalidate>
    <input type="hidden" name="version" value={String(open.found.version)} />
    {choice !== undefined && <input type="hidden" name="step" value={choice} />}
    {children}
    <ButtonGroup>
      <Button variant={variant} preventDoubleClick>
        {actionName(action, view.language)}
      </Button>
      <a class="govuk-link" href={caseAddress(view, open)}>
        {officeWords[view.language].cancel}
      </a>
    </ButtonGroup>
  </form>
)

export type StepPageProps = {
  readonly view: View
  readonly open: OpenCase
  readonly title: string
  readonly errors?: readonly PageError[]
  readonly children?: Child
}

/** A page about one step of one case. */
export const StepPage = ({ view, open, title, errors = [], children }: StepPageProps) => (
  <Page
    view={view}
    title={`${title}, ${open.found.application.number ?? ''}`}
    errors={errors}
    back={caseAddress(view, open)}
    backText={officeWords[view.language].backToCase}
  >
    <p class="govuk-caption-l">{open.found.application.number}</p>
    <h1 class="govuk-heading-l">{title}</h1>
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">{children}</div>
    </div>
  </Page>
)

export const caseAddress = ({ language }: View, { found }: OpenCase): string =>
  paths.case.to(language, { id: found.application.id })
