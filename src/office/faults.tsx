import { HTTPException } from 'hono/http-exception'
import { isOfficeLanguage } from '#core/language.ts'
import { isUnreachable } from '#platform/database-reach.ts'
import { faultFields, problemId } from '#platform/log.ts'
import { viewOf, type OfficeContext, type View } from '#office/env.ts'
import { paths } from '#office/paths.ts'
import { keptForm } from '#office/session.tsx'
import { Page } from '#office/shell.tsx'
import { officeWords } from '#office/words.ts'
import { Button } from '#ui/button.tsx'

/** The pages for what went wrong: the one place where a thrown error ends. */
export async function onFault(fault: Error, c: OfficeContext): Promise<Response> {
  const view = viewWhere(c)
  if (fault instanceof HTTPException) {
    if (fault.status === 413) return c.html(<TooLargePage view={view} />, 413)
    if (fault.status === 403) return c.html(<StrangePage view={view} />, 403)
    return fault.getResponse()
  }
  if (isUnreachable(fault)) {
    c.header('retry-after', '10')
    const form = c.req.method === 'POST' ? await keptForm(c) : []
    return c.html(<BusyPage view={view} kept={form} />, 503)
  }
  const id = problemId()
  c.var.house.log.warn('office fault', {
    problemId: id,
    method: c.req.method,
    route: c.req.routePath,
    ...faultFields(fault),
  })
  return c.html(<FaultPage view={view} id={id} />, 500)
}

export function onAbsent(c: OfficeContext): Promise<Response> | Response {
  return c.html(<AbsentPage view={viewWhere(c)} />, 404)
}

/** Faults happen also before the language of the request was set. */
function viewWhere(c: OfficeContext): View {
  const first = new URL(c.req.url).pathname.split('/')[1] ?? ''
  return { ...viewOf(c), language: isOfficeLanguage(first) ? first : 'az' }
}

type FaultProps = { readonly view: View }

const AbsentPage = ({ view }: FaultProps) => {
  const words = officeWords[view.language]
  return (
    <Page view={view} title={words.notFoundTitle}>
      <h1 class="govuk-heading-l">{words.notFoundTitle}</h1>
      <p class="govuk-body">{words.notFound}</p>
      <ToStart view={view} />
    </Page>
  )
}

const FaultPage = ({ view, id }: FaultProps & { readonly id: string }) => {
  const words = officeWords[view.language]
  return (
    <Page view={view} title={words.faultTitle}>
      <h1 class="govuk-heading-l">{words.faultTitle}</h1>
      <p class="govuk-body">
        {words.fault} <strong>{id}</strong>
      </p>
      <ToStart view={view} />
    </Page>
  )
}

const BusyPage = ({
  view,
  kept,
}: FaultProps & { readonly kept: readonly (readonly [string, string])[] }) => {
  const words = officeWords[view.language]
  return (
    <Page view={view} title={words.busyTitle}>
      <h1 class="govuk-heading-l">{words.busyTitle}</h1>
      <p class="govuk-body">{kept.length > 0 ? words.busy : words.busyPlain}</p>
      {kept.length > 0 ? (
        <form method="post" action={view.here}>
          {kept.map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <Button>{words.tryAgain}</Button>
        </form>
      ) : (
        <p class="govuk-body">
          <a class="govuk-link" href={view.here}>
            {words.tryAgain}
          </a>
        </p>
      )}
    </Page>
  )
}

const TooLargePage = ({ view }: FaultProps) => {
  const words = officeWords[view.language]
  return (
    <Page view={view} title={words.tooLargeTitle}>
      <h1 class="govuk-heading-l">{words.tooLargeTitle}</h1>
      <p class="govuk-body">{words.tooLarge}</p>
    </Page>
  )
}

const StrangePage = ({ view }: FaultProps) => {
  const words = officeWords[view.language]
  return (
    <Page view={view} title={words.strangeTitle}>
      <h1 class="govuk-heading-l">{words.strangeTitle}</h1>
      <p class="govuk-body">{words.strange}</p>
      <ToStart view={view} />
    </Page>
  )
}

const ToStart = ({ view }: FaultProps) => (
  <p class="govuk-body">
    <a class="govuk-link" href={paths.work.to(view.language)}>
      {officeWords[view.language].backToWork}
    </a>
  </p>
)
