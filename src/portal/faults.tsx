import { HTTPException } from 'hono/http-exception'
import { isLanguage } from '#core/language.ts'
import { noteAbsence } from '#platform/absence.ts'
import { isForNow, isSignedOut } from '#platform/database-reach.ts'
import { isFromAnotherAddress } from '#platform/guards.ts'
import { faultFields, problemId } from '#platform/log.ts'
import { viewOf, type PortalContext, type View } from '#portal/env.ts'
import { paths } from '#portal/paths.ts'
import { isKeepable, keptForm, signInFirst, wasSignedIn } from '#portal/session.tsx'
import { Page } from '#portal/shell.tsx'
import { portalWords } from '#portal/words.ts'
import { erasedIn } from '#records/read-case.ts'
import { TroubleText, troubleTitle, type Trouble } from '#ui/trouble.tsx'

/** The pages for what went wrong: the one place where a thrown error ends. */
export async function onFault(fault: Error, c: PortalContext): Promise<Response> {
  if (fault instanceof HTTPException) {
    if (fault.status === 413) return c.render(page(c, { kind: 'too-large' }), 413)
    if (fault.status === 400) return c.render(page(c, { kind: 'broken' }), 400)
    if (fault.status === 403) return c.render(page(c, await strange(c)), 403)
    return fault.getResponse()
  }
  if (isSignedOut(fault)) {
    c.set('account', undefined)
    return signInFirst(c, viewWhere(c).language)
  }
  const erased = erasedIn(fault)
  if (erased) return c.render(page(c, { kind: 'erased', ...erased }), 410)
  if (isForNow(fault)) {
    noteAbsence(fault, { ...c.var.house, part: 'portal' })
    c.header('retry-after', '10')
    const kept = isKeepable(c) ? { kept: await keptForm(c) } : {}
    return c.render(page(c, { kind: 'busy', here: viewOf(c).here, ...kept }), 503)
  }
  const id = problemId()
  c.var.house.log.warn('portal fault', {
    problemId: id,
    method: c.req.method,
    route: c.req.routePath,
    ...faultFields(fault),
  })
  return c.render(page(c, { kind: 'fault', id }), 500)
}

/** A form of somebody who is signed in may be theirs after all; one from elsewhere is not shown. */
async function strange(c: PortalContext): Promise<Trouble> {
  const { portalUrl } = c.var.house
  if (isFromAnotherAddress(c.req.raw, portalUrl)) {
    return { kind: 'elsewhere', href: `${portalUrl}${viewOf(c).here}` }
  }
  const kept = c.var.account ? await keptForm(c) : []
  return kept.length > 0 ? { kind: 'once-more', here: viewOf(c).here, kept } : { kind: 'strange' }
}

export function onAbsent(c: PortalContext): Promise<Response> | Response {
  return c.render(page(c, { kind: 'absent' }), 404)
}

function page(c: PortalContext, trouble: Trouble) {
  const view = viewWhere(c)
  const words = portalWords[view.language]
  const title = troubleTitle(trouble, words)
  const start = { href: paths.home.to(view.language), text: words.toStart }
  return (
    <Page
      view={view}
      title={title}
      noIndex
      holdsForm={'kept' in trouble}
      hidesAccount={wasSignedIn(c)}
    >
      <h1 class="govuk-heading-l">{title}</h1>
      <TroubleText trouble={trouble} words={words} start={start} />
    </Page>
  )
}

/** Faults happen also before the language of the request was set. */
function viewWhere(c: PortalContext): View {
  const first = new URL(c.req.url).pathname.split('/')[1] ?? ''
  c.set('language', isLanguage(first) ? first : 'en')
  return viewOf(c)
}
