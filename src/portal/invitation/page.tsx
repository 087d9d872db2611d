import type { IsoMoment } from '#core/dated.ts'
import { EmailAddress } from '#portal/email-field.tsx'
import type { View } from '#portal/env.ts'
import {
  invitationWords,
  invitationWordsOf,
  type InvitationWords,
  type Inviting,
} from '#portal/invitation/words.ts'
import { paths } from '#portal/paths.ts'
import { Page } from '#portal/shell.tsx'
import { portalWords } from '#portal/words.ts'
import { formatMomentInBaku } from '#telling/dates.ts'
import { Button, ButtonGroup, ButtonLink } from '#ui/button.tsx'
import { InsetText } from '#ui/inset-text.tsx'

/** What somebody may read who has come by a link. */
export type Verdict =
  /** They can join; who invites them, once they are signed in. */
  | { readonly kind: 'open'; readonly inviter?: string }
  /** It is theirs, and they are in. */
  | { readonly kind: 'joined'; readonly caseId: string }
  | { readonly kind: 'here'; readonly caseId: string; readonly role: string }
  /** By what they hold, or do not hold yet. */
  | { readonly kind: 'not-now'; readonly why: string }
  | { readonly kind: 'full' | 'closed' | 'wrong' | 'own' | 'absent' }
  | { readonly kind: 'used' | 'withdrawn' | 'expired' }
  | { readonly kind: 'too-often'; readonly until: IsoMoment }

type To = { readonly type: string; readonly role: string; readonly inviting: Inviting }

type Props = {
  readonly view: View
  readonly verdict: Verdict
  /** To what, and as what; nothing where the link opens nothing. */
  readonly to?: To
}

export const InvitationPage = ({ view, verdict, to }: Props) => {
  if (verdict.kind === 'open' && to) return <OpenPage view={view} to={to} verdict={verdict} />
  return <ShutPage view={view} verdict={verdict} {...(to === undefined ? {} : { to })} />
}

type OpenProps = Required<Pick<Props, 'view' | 'to'>> & {
  readonly verdict: Extract<Verdict, { readonly kind: 'open' }>
}

const OpenPage = ({ view, to, verdict: { inviter } }: OpenProps) => {
  const words = invitationWordsOf(view.language, to.inviting)
  const [before, after] = words.by.split('{email}')
  return (
    <Page view={view} title={words.title} noIndex>
      <h1 class="govuk-heading-l">{words.title}</h1>
      <p class="govuk-body-l">{filled(words.lead, to)}</p>
      {inviter === undefined ? null : (
        <InsetText>
          {before}
          <EmailAddress email={inviter} />
          {after}
        </InsetText>
      )}
      <h2 class="govuk-heading-m">{words.means}</h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>{words.own}</li>
        <li>{words.theySee}</li>
        <li>{words.theyDoNot}</li>
        <li>{words.leave}</li>
      </ul>
      {view.signedIn ? <JoinForm view={view} to={to} /> : <ComeIn view={view} />}
    </Page>
  )
}

const JoinForm = ({ view: { language, here }, to }: Pick<OpenProps, 'view' | 'to'>) => (
  <form method="post" action={here.split('?')[0] ?? here}>
    <Button preventDoubleClick>{invitationWordsOf(language, to.inviting).join}</Button>
  </form>
)

/** From the sign-in they come back here by themselves; from a registration by the link. */
const ComeIn = ({ view: { language, here } }: Pick<Props, 'view'>) => {
  const [words, portal] = [invitationWords[language], portalWords[language]]
  const signIn = `${paths.signIn.to(language)}?next=${encodeURIComponent(here)}`
  return (
    <>
      <p class="govuk-body">{words.account}</p>
      <p class="govuk-body">{words.byHidden}</p>
      <ButtonGroup>
        <ButtonLink href={signIn}>{portal.signIn}</ButtonLink>
        <a class="govuk-link" href={paths.register.to(language)}>
          {portal.register}
        </a>
      </ButtonGroup>
      <p class="govuk-body-s">{words.again}</p>
    </>
  )
}

/** Says what is so, and what to do. */
const ShutPage = ({ view, verdict, to }: Props) => {
  const words = invitationWordsOf(view.language, to?.inviting ?? 'application')
  const { title, texts } = said(verdict, words, view)
  return (
    <Page view={view} title={title} noIndex>
      <h1 class="govuk-heading-l">{title}</h1>
      {texts.map((text) => (
        <p class="govuk-body">{to === undefined ? text : filled(text, to)}</p>
      ))}
      <Onward view={view} verdict={verdict} words={words} />
    </Page>
  )
}

type OnwardProps = Pick<Props, 'view' | 'verdict'> & { readonly words: InvitationWords }

const Onward = ({ view: { language, signedIn }, verdict, words }: OnwardProps) => {
  if (!signedIn) return null
  if ('caseId' in verdict) {
    const href = paths.application.to(language, { id: verdict.caseId })
    return <ButtonLink href={href}>{words.toApplication}</ButtonLink>
  }
  return (
    <p class="govuk-body">
      <a class="govuk-link" href={paths.applications.to(language)}>
        {words.toApplications}
      </a>
    </p>
  )
}

type Said = { readonly title: string; readonly texts: readonly string[] }

function said(verdict: Verdict, words: InvitationWords, { language }: View): Said {
  switch (verdict.kind) {
    case 'open':
      return { title: words.title, texts: [words.lead] }
    case 'own':
      return { title: words.ownTitle, texts: [words.ownText] }
    case 'wrong':
      return { title: words.wrongTitle, texts: [words.wrong, words.wrongDo] }
    case 'here':
      return { title: words.hereTitle, texts: [words.here.replace('{role}', verdict.role)] }
    case 'not-now':
      return { title: words.notNowTitle, texts: [verdict.why] }
    case 'too-often': {
      const until = formatMomentInBaku(verdict.until, language)
      return { title: words.tooOftenTitle, texts: [words.tooOften.replace('{time}', until)] }
    }
    case 'joined':
    case 'full':
    case 'closed':
    case 'used':
    case 'withdrawn':
    case 'expired':
    case 'absent':
      return { title: words[`${verdict.kind}Title`], texts: [words[verdict.kind]] }
  }
}

const filled = (text: string, { type, role }: To): string =>
  text.replace('{type}', () => type).replace('{role}', () => role)
