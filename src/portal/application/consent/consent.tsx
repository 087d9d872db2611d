import { consentingAs, consentsAwaited, leavingStep } from '#core/cases/joining.ts'
import { consentsFor } from '#core/cases/people.ts'
import { leave } from '#core/cases/joining.ts'
import { rolesIn, type Context } from '#core/cases/context.ts'
import { subjectsOf, type Standing } from '#core/cases/standing.ts'
import type { Language } from '#core/language.ts'
import type { Tx } from '#platform/database.ts'
import type { Person } from '#portal/application/people/page.tsx'
import { consentWords } from '#portal/consent-words.ts'
import { viewOf, type PortalContext, type View } from '#portal/env.ts'
import { caseIn, ownWhole } from '#portal/own-case.ts'
import { paths } from '#portal/paths.ts'
import { Page } from '#portal/shell.tsx'

/** What whoever consented to an application is shown of it; absent for everybody else. */
export async function consentPage(c: PortalContext, tx: Tx): Promise<Response> {
  const own = caseIn(c).place === undefined ? await ownWhole(c, tx) : undefined
  const { partyId } = c.var.applicant
  const role = own && consentingAs(own.context.type, own.held.standing, partyId)
  if (!own || !role) return c.notFound()
  const { context, held } = own
  const { language } = c.var
  const page = (
    <ConsentPage
      view={viewOf(c)}
      id={held.standing.id}
      title={context.type.title[language]}
      role={role.title[language]}
      mayLeave={canLeave(held.standing, context, partyId)}
    />
  )
  return c.render(page)
}

function canLeave(standing: Standing, context: Context, subject: string): boolean {
  const step = leavingStep(context.type, standing.state)?.code
  return step !== undefined && leave(standing, context, { step, subject }).ok
}

type Props = {
  readonly view: View
  readonly id: string
  readonly title: string
  readonly role: string
  readonly mayLeave: boolean
}

const ConsentPage = ({ view, id, title, role, mayLeave }: Props) => {
  const { language } = view
  const words = consentWords[language]
  return (
    <Page view={view} title={title} back={paths.applications.to(language)}>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body-l">{words.lead.replace('{role}', () => role)}</p>
      <p class="govuk-body">{words.rests}</p>
      <p class="govuk-body">{words.sees}</p>
      <p class="govuk-body">
        {mayLeave ? (
          <a class="govuk-link" href={paths.leaveCase.to(language, { id })}>
            {words.takeBack}
          </a>
        ) : (
          words.sent
        )}
      </p>
    </Page>
  )
}

/** As what somebody consents to it, whoever has or has still to. */
export function consentingIn(
  standing: Standing,
  { type }: Pick<Context, 'type'>,
  language: Language,
): readonly Person[] {
  const [first = ''] = subjectsOf(standing)
  const awaited = consentsAwaited(type, standing)
  return consentsFor(type, rolesIn(standing, first)).map((role) => ({
    name: role.title[language],
    progress: awaited.includes(role) ? 'awaited' : 'joined',
  }))
}
