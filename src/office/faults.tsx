import { HTTPException } from 'hono/http-exception'
import { isOfficeLanguage } from '#core/language.ts'
import { noteAbsence } from '#platform/absence.ts'
import { isForNow, isSignedOut } from '#platform/database-reach.ts'
import { isFromAnotherAddress } from '#platform/guards.ts'
import { faultFields, problemId } from '#platform/log.ts'
import { wayBack } from '#office/back.ts'
import { viewOf, type OfficeContext, type View } from '#office/env.ts'
import { keptForm, signInFirst } from '#office/session.tsx'
import { Page } from '#office/shell.tsx'
import { officeWords } from '#office/words.ts'
import { erasedIn } from '#records/read-case.ts'
import { TroubleText, troubleTitle, type Trouble } from '#ui/trouble.tsx'

/** The pages for what went wrong: the one place where a thrown error ends. */
export async function onFault(fault: Error, c: OfficeContext): Promise<Response> {
  if (fault instanceof HTTPException) {
    if (fault.status === 413) return c.render(page(c, { kind: 'too-large' }), 413)
    if (fault.status === 400) return c.render(page(c, { kind: 'broken' }), 400)
    if (fault.status === 403) return c.render(page(c, await strange(c)), 403)
    return fault.getResponse()
  }
  if (isSignedOut(fault)) {
    c.set('visitor', undefined)
    return signInFirst(c, viewWhere(c).language)
  }
  const erased = erasedIn(fault)
  if (erased) return c.render(page(c, { kind: 'erased', ...erased }), 410)
  if (isForNow(fault)) {
    noteAbsence(fault, { ...c.var.house, part: 'office' })
    c.header('retry-after', '10')
    const kept = c.req.method === 'POST' ? { kept: await keptForm(c) } : {}
    return c.render(page(c, { kind: 'busy', here: viewOf(c).here, ...kept }), 503)
  }
  const id = problemId()
  c.var.house.log.warn('office fault', {
    problemId: id,
    method: c.req.method,
    route: c.req.routePath,
    ...faultFields(fault),
  })
  return c.render(page(c, { kind: 'fault', id }), 500)
}

/** A form of somebody who is signed in may be theirs after all; one from elsewhere is not shown. */
async function strange(c: OfficeContext): Promise<Trouble> {
  const { officeUrl } = c.var.house
  if (isFromAnotherAddress(c.req.raw, officeUrl)) {
    return { kind: 'elsewhere', href: `${officeUrl}${viewOf(c).here}` }
  }
  const kept = c.var.visitor ? await keptForm(c) : []
  return kept.length > 0 ? { kind: 'once-more', here: viewOf(c).here, kept } : { kind: 'strange' }
}

export function onAbsent(c: OfficeContext): Promise<Response> | Response {
  return c.render(page(c, { kind: 'absent' }), 404)
}

function page(c: OfficeContext, trouble: Trouble) {
  const view = viewWhere(c)
  const words = officeWords[view.language]
  const title = troubleTitle(trouble, words)
  return (
    <Page view={view} title={title} holdsForm={'kept' in trouble}>
      <h1 class="govuk-heading-l">{title}</h1>
      <TroubleText trouble={trouble} words={words} start={wayBack(view)} />
    </Page>
  )
}

/** Faults happen also before the language of the request was set. */
function viewWhere(c: OfficeContext): View {
  const first = new URL(c.req.url).pathname.split('/')[1] ?? ''
  c.set('language', isOfficeLanguage(first) ? first : 'az')
  return viewOf(c)
}
