import { HTTPException } from 'hono/http-exception'
import { isLanguage } from '#core/language.ts'
import { isUnreachable } from '#platform/database-reach.ts'
import { faultFields, problemId } from '#platform/log.ts'
import { viewOf, type PortalContext, type View } from '#portal/env.ts'
import { paths } from '#portal/paths.ts'
import { isKeepable, keptForm } from '#portal/session.tsx'
import { Page } from '#portal/shell.tsx'
import { portalWords } from '#portal/words.ts'
import { Button } from '#ui/button.tsx'

/** The pages for what went wrong: the one place where a thrown error ends. */
export async function onFault(fault: Error, c: PortalContext): Promise<Response> {
  const view = viewWhere(c)
  if (fault instanceof HTTPException) {
    if (fault.status === 413) return c.html(<TooLargePage view={view} />, 413)
    if (fault.status === 403) return c.html(<StrangePage view={view} />, 403)
    return fault.getResponse()
  }
  if (isUnreachable(fault)) {
    c.header('retry-after', '10')
    const kept = isKeepable(c) ? { kept: await keptForm(c) } : {}
    return c.html(<BusyPage view={view} {...kept} />, 503)
  }
  const id = problemId()
  c.var.house.log.warn('portal fault', {
    problemId: id,
    method: c.req.method,
    route: c.req.routePath,
    ...faultFields(fault),
  })
  return c.html(<FaultPage view={view} id={id} />, 500)
}

export function onAbsent(c: PortalContext): Promise<Response> | Response {
  return c.html(<AbsentPage view={viewWhere(c)} />, 404)
}

/** Faults happen also before the language of the request was set. */
function viewWhere(c: PortalContext): View {
  const first = new URL(c.req.url).pathname.split('/')[1] ?? ''
  return { ...viewOf(c), language: isLanguage(first) ? first : 'en' }
}

type FaultProps = { readonly view: View }

const AbsentPage = ({ view }: FaultProps) => {
  const words = portalWords[view.language]
  return (
    <Page view={view} title={words.notFoundTitle} noIndex>
      <h1 class="govuk-heading-l">{words.notFoundTitle}</h1>
      <p class="govuk-body">{words.notFound}</p>
      <ToStart view={view} />
    </Page>
  )
}

const FaultPage = ({ view, id }: FaultProps & { readonly id: string }) => {
  const words = portalWords[view.language]
  return (
    <Page view={view} title={words.faultTitle} noIndex>
      <h1 class="govuk-heading-l">{words.faultTitle}</h1>
      <p class="govuk-body">
        {words.fault} <strong>{id}</strong>
      </p>
      <ToStart view={view} />
    </Page>
  )
}

/** With a form that could not be dealt with, to be sent again, even where it has no fields. */
type BusyProps = FaultProps & { readonly kept?: readonly (readonly [string, string])[] }

const BusyPage = ({ view, kept }: BusyProps) => {
  const words = portalWords[view.language]
  const isTyped = kept !== undefined && kept.length > 0
  return (
    <Page view={view} title={words.busyTitle} noIndex>
      <h1 class="govuk-heading-l">{words.busyTitle}</h1>
      <p class="govuk-body">{isTyped ? words.busy : words.busyPlain}</p>
      {kept ? (
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
  const words = portalWords[view.language]
  return (
    <Page view={view} title={words.tooLargeTitle} noIndex>
      <h1 class="govuk-heading-l">{words.tooLargeTitle}</h1>
      <p class="govuk-body">{words.tooLarge}</p>
    </Page>
  )
}

const StrangePage = ({ view }: FaultProps) => {
  const words = portalWords[view.language]
  return (
    <Page view={view} title={words.strangeTitle} noIndex>
      <h1 class="govuk-heading-l">{words.strangeTitle}</h1>
      <p class="govuk-body">{words.strange}</p>
      <ToStart view={view} />
    </Page>
  )
}

const ToStart = ({ view }: FaultProps) => (
  <p class="govuk-body">
    <a class="govuk-link" href={paths.home.to(view.language)}>
      {portalWords[view.language].toStart}
    </a>
  </p>
)
