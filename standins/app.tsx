import { Hono } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import { serveAssets, type Assets } from '#platform/assets.ts'
import { mountRegisters } from '#standins/exchange/pages.tsx'
import type { RegistersState } from '#standins/exchange/state.ts'
import { mountPayments } from '#standins/payments/pages.tsx'
import type { PaymentsState } from '#standins/payments/state.ts'
import { momentInBaku } from '#standins/moments.ts'
import { MEGABYTES_MAX, type Mail, type MailFolder } from '#standins/mail-folder.ts'
import { BackLink } from '#ui/back-link.tsx'
import type { Child } from '#ui/markup.ts'
import { Star } from '#ui/ornaments.tsx'
import { Footer, Frame, Header } from '#ui/shell-frame.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { WarningText } from '#ui/warning-text.tsx'

/**
 * The room `standins` is the outside world, made up so that everything can be tried out on one
 * machine: here, what was sent by e-mail can be read.
 */
export type Standins = {
  readonly mails: MailFolder
  readonly assets: Assets
  readonly assetsFolder: string
  /** The systems of other institutions, where they are made up as well. */
  readonly registers?: RegistersState
  /** The portal of payments, the same. */
  readonly payments?: PaymentsState
}

const PAGE = 50
const startIn = (text = '0'): number => Math.max(0, Number.parseInt(text, 10) || 0)

export function createStandins({
  mails,
  assets,
  assetsFolder,
  registers,
  payments,
}: Standins): Hono {
  const app = new Hono()
  const page = (title: string, content: Child, back?: string) => (
    <Shell assets={assets} title={title} {...(back === undefined ? {} : { back })}>
      {content}
    </Shell>
  )
  app.use('/static/*', serveAssets(assetsFolder))
  app.use(secured)
  app.get('/health', (c) => c.text('ok'))
  app.get('/mails.json', (c) => {
    const [found, from] = [mails.newest(c.req.query('to')), startIn(c.req.query('from'))]
    return c.json({ mails: found.slice(from, from + PAGE), of: found.length })
  })
  app.get('/', (c) => {
    const [to, from] = [c.req.query('to'), startIn(c.req.query('from'))]
    const list = { found: mails.newest(to), to, from, full: mails.isFull() }
    const hasRegisters = registers !== undefined
    return c.html(page('Emails', <MailList {...list} hasRegisters={hasRegisters} />).text)
  })
  app.get('/mails/:id', (c) => {
    const mail = mails.byId(c.req.param('id'))
    if (!mail) return c.notFound()
    return c.html(page(mail.subject || NO_SUBJECT, <MailPage mail={mail} />, '/').text)
  })
  if (registers) mountRegisters(app, registers, page)
  if (payments) mountPayments(app, payments, page)
  app.notFound((c) => c.html(page('Not found', <NotFound />, '/').text, 404))
  return app
}

const self = ["'self'"]
const secured = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: self,
    styleSrc: self,
    imgSrc: self,
    fontSrc: self,
    formAction: self,
    frameAncestors: ["'none'"],
    baseUri: ["'none'"],
  },
  xFrameOptions: 'DENY',
  referrerPolicy: 'same-origin', // else browsers hide where a form is from
  strictTransportSecurity: false,
})

const NO_SUBJECT = '(no subject)'

type ShellProps = {
  readonly assets: Assets
  readonly title: string
  readonly back?: string
  readonly children?: Child
}

const Shell = ({ assets, title, back, children }: ShellProps) => (
  <Frame
    lang="en"
    title={`${title} – Keçid stand-ins`}
    face="office"
    assets={{
      css: assets.assetPath('office.css'),
      headScript: assets.assetPath('head.js'),
      script: assets.assetPath('office.js'),
      favicon: assets.assetPath('favicon.svg'),
    }}
    skip="Skip to main content"
    header={<Header brand={{ href: '/', name: 'Keçid', service: 'Stand-ins' }} />}
    footer={<Footer label="About" links={[]} notes={[FOOT]} />}
    demo={DEMONSTRATION}
    noIndex
    before={back === undefined ? undefined : <BackLink href={back}>All emails</BackLink>}
  >
    {children}
  </Frame>
)

const DEMONSTRATION =
  'Stand-in for the mail server: every email stays on this machine, and nobody else gets it.'
const FOOT =
  'To see what happens on bad days, use an address at bounce.invalid, which is refused, or at ' +
  'slow.invalid, for which the mail server never answers.'

const FULL =
  `The mailbox is full: it holds ${MEGABYTES_MAX} MB and takes no more. Emails wait and are sent ` +
  'again later. To make room, stop Keçid and delete the files in standins/mails of its data folder.'

type ListProps = {
  readonly found: readonly Mail[]
  readonly to: string | undefined
  readonly from: number
  readonly full: boolean
  readonly hasRegisters: boolean
}

const MailList = ({ found, to, from, full, hasRegisters }: ListProps) => (
  <>
    <h1 class="govuk-heading-l">{to === undefined ? 'Emails' : `Emails to ${to}`}</h1>
    {hasRegisters && (
      <p class="govuk-body">
        <a class="govuk-link" href="/registers">
          Registers of other institutions
        </a>
        {' · '}
        <a class="govuk-link" href="/payments">
          Portal of payments
        </a>
      </p>
    )}
    {full && <WarningText label="Warning">{FULL}</WarningText>}
    {to !== undefined && (
      <p class="govuk-body">
        <a class="govuk-link" href="/">
          Emails to everybody
        </a>
      </p>
    )}
    {found.length === 0 ? <NoMails /> : <MailTable mails={found.slice(from, from + PAGE)} />}
    {found.length > from + PAGE && (
      <p class="govuk-body">
        <a class="govuk-link" href={`/?${listQuery(to, from + PAGE)}`}>
          Older emails
        </a>
      </p>
    )}
  </>
)

const listQuery = (to: string | undefined, from: number): string =>
  new URLSearchParams({ ...(to === undefined ? {} : { to }), from: String(from) }).toString()

const NoMails = () => (
  <div class="kc-empty">
    <Star />
    <h2 class="kc-empty__title">Nothing has been sent yet</h2>
    <p>Create an account in the portal: the link to confirm it arrives here in a moment.</p>
  </div>
)

const MailTable = ({ mails }: { readonly mails: readonly Mail[] }) => (
  <table class="kc-list" role="table">
    <thead>
      <tr>
        <th scope="col">To</th>
        <th scope="col">Subject</th>
        <th scope="col">Sent</th>
      </tr>
    </thead>
    <tbody>
      {mails.map(({ id, to, subject, receivedAt }) => (
        <tr>
          <td data-label="To">
            {to.map((each) => (
              <a class="govuk-link" href={`/?${new URLSearchParams({ to: each }).toString()}`}>
                {each}
              </a>
            ))}
          </td>
          <th scope="row" data-label="Subject">
            <a class="govuk-link" href={`/mails/${id}`}>
              {subject || NO_SUBJECT}
            </a>
          </th>
          <td data-label="Sent">{momentInBaku(receivedAt)}</td>
        </tr>
      ))}
    </tbody>
  </table>
)

const MailPage = ({ mail }: { readonly mail: Mail }) => (
  <>
    <h1 class="govuk-heading-l">{mail.subject || NO_SUBJECT}</h1>
    <SummaryList
      rows={[
        { key: 'From', value: mail.from },
        { key: 'To', value: mail.to.join(', ') },
        { key: 'Sent', value: momentInBaku(mail.receivedAt) },
      ]}
    />
    {mail.text.split(/\n{2,}/).map((paragraph) => (
      <p class="govuk-body">
        {paragraph.split('\n').map((line, index) => (
          <>
            {index > 0 && <br />}
            <Linked text={line} />
          </>
        ))}
      </p>
    ))}
  </>
)

/** What is written stays text; only web addresses in it can be followed. */
const Linked = ({ text }: { readonly text: string }) => (
  <>
    {text.split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]])/).map((part, index) =>
      index % 2 === 1 ? (
        <a class="govuk-link" href={part} rel="noreferrer">
          <Breakable text={part} />
        </a>
      ) : (
        part
      ),
    )}
  </>
)

/** An address without a space still fits a narrow screen; copying it gives no gaps. */
const Breakable = ({ text }: { readonly text: string }) => (
  <>
    {(text.match(/.{1,12}/g) ?? []).map((piece) => (
      <>
        {piece}
        <wbr />
      </>
    ))}
  </>
)

const NotFound = () => <h1 class="govuk-heading-l">There is no such email</h1>
