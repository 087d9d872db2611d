import type { IsoDate, IsoMoment } from '#core/dated.ts'
import { AnswerFields, errorsOf, type Asking } from '#portal/answer-fields.tsx'
import { EmailAddress } from '#portal/email-field.tsx'
import type { View } from '#portal/env.ts'
import { selfAsked } from '#portal/invitation/take-over/form.ts'
import { takeOverWords } from '#portal/invitation/take-over/words.ts'
import { invitationWords } from '#portal/invitation/words.ts'
import { paths } from '#portal/paths.ts'
import { Page } from '#portal/shell.tsx'
import { portalWords } from '#portal/words.ts'
import { formatDate, formatMomentInBaku } from '#telling/dates.ts'
import { Button, ButtonGroup, ButtonLink } from '#ui/button.tsx'
import { InsetText } from '#ui/inset-text.tsx'

/** What somebody may read who has come by a link to act for themselves. */
export type Verdict =
  /** They have yet to sign in. */
  | { readonly kind: 'open' }
  | { readonly kind: 'asked'; readonly inviter?: string; readonly asksDocument: boolean }
  | { readonly kind: 'early'; readonly from: IsoDate }
  | { readonly kind: 'has-own' | 'over' }
  | { readonly kind: 'wrong' | 'absent' | 'used' | 'withdrawn' | 'expired' }
  | { readonly kind: 'too-often'; readonly until: IsoMoment }

type Props = { readonly view: View; readonly verdict: Verdict; readonly asking?: Asking }

export const TakeOverPage = ({ view, verdict, asking }: Props) => {
  if (verdict.kind === 'open') return <OpenPage view={view} />
  if (verdict.kind === 'asked' && asking) {
    return <AskedPage view={view} verdict={verdict} asking={asking} />
  }
  return <ShutPage view={view} verdict={verdict} />
}

/** From the sign-in they come back here by themselves; from a registration by the link. */
const OpenPage = ({ view }: Pick<Props, 'view'>) => {
  const { language, here } = view
  const [words, portal] = [takeOverWords[language], portalWords[language]]
  const signIn = `${paths.signIn.to(language)}?next=${encodeURIComponent(here)}`
  return (
    <Page view={view} title={words.title} noIndex>
      <h1 class="govuk-heading-l">{words.title}</h1>
      <p class="govuk-body-l">{words.lead}</p>
      <Means view={view} />
      <p class="govuk-body">{words.account}</p>
      <p class="govuk-body">{invitationWords[language].byHidden}</p>
      <ButtonGroup>
        <ButtonLink href={signIn}>{portal.signIn}</ButtonLink>
        <a class="govuk-link" href={paths.register.to(language)}>
          {portal.register}
        </a>
      </ButtonGroup>
      <p class="govuk-body-s">{words.again}</p>
    </Page>
  )
}

const Means = ({ view: { language } }: Pick<Props, 'view'>) => {
  const { means, all, alone, goesOn } = takeOverWords[language]
  return (
    <>
      <h2 class="govuk-heading-m">{means}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {[all, alone, goesOn].map((text) => (
          <li>{text}</li>
        ))}
      </ul>
    </>
  )
}

type AskedProps = Required<Props> & {
  readonly verdict: Extract<Verdict, { readonly kind: 'asked' }>
}

const AskedPage = ({ view, verdict: { inviter, asksDocument }, asking }: AskedProps) => {
  const words = takeOverWords[view.language]
  const [before, after] = words.by.split('{email}')
  const block = selfAsked(asksDocument)
  return (
    <Page view={view} title={words.title} errors={errorsOf(block, asking)} keeps="typed" noIndex>
      <h1 class="govuk-heading-l">{words.title}</h1>
      <p class="govuk-body-l">{words.lead}</p>
      <InsetText>
        {inviter === undefined ? (
          words.byService
        ) : (
          <>
            {before}
            <EmailAddress email={inviter} />
            {after}
          </>
        )}
      </InsetText>
      <Means view={view} />
      <h2 class="govuk-heading-m">{words.show}</h2>
      <form
        id="typed"
        class="kc-form"
        method="post"
        action={view.here.split('?')[0] ?? view.here}
        novalidate
      >
        <AnswerFields block={block} asking={asking} />
        <Button preventDoubleClick>{words.button}</Button>
      </form>
    </Page>
  )
}

/** Says what is so, and what to do. */
const ShutPage = ({ view, verdict }: Pick<Props, 'view' | 'verdict'>) => {
  const { title, texts } = said(view, verdict)
  const { language, signedIn } = view
  return (
    <Page view={view} title={title} noIndex>
      <h1 class="govuk-heading-l">{title}</h1>
      {texts.map((text) => (
        <p class="govuk-body">{text}</p>
      ))}
      {signedIn && (
        <p class="govuk-body">
          <a class="govuk-link" href={paths.applications.to(language)}>
            {invitationWords[language].toApplications}
          </a>
        </p>
      )}
    </Page>
  )
}

type Told = { readonly title: string; readonly texts: readonly string[] }

function said({ language }: View, verdict: Verdict): Told {
  const [words, invitation] = [takeOverWords[language], invitationWords[language]]
  switch (verdict.kind) {
    case 'open':
    case 'asked':
      return { title: words.title, texts: [words.lead] }
    case 'early': {
      const title = words.earlyTitle.replace('{date}', formatDate(verdict.from, language))
      return { title, texts: [words.early] }
    }
    case 'has-own':
      return { title: words.hasOwnTitle, texts: [words.hasOwn, words.hasOwnAsk] }
    case 'over':
      return { title: words.overTitle, texts: [words.over] }
    case 'wrong':
      return { title: invitation.wrongTitle, texts: [invitation.wrong, invitation.wrongDo] }
    case 'too-often': {
      const until = formatMomentInBaku(verdict.until, language)
      const text = invitation.tooOften.replace('{time}', until)
      return { title: invitation.tooOftenTitle, texts: [text] }
    }
    case 'absent':
    case 'used':
    case 'withdrawn':
    case 'expired':
      return { title: invitation[`${verdict.kind}Title`], texts: [invitation[verdict.kind]] }
  }
}
