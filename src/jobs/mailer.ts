import { createTransport } from 'nodemailer'

/** A mail as a job writes it: the text, and the same as simple markup. */
export type MailContent = {
  /** Tells a mail from another, so that one that is sent twice is shown once. */
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly language: string
}

/**
 * Hands a mail to the mail server. `undeliverable`: it will not take it, today or later, such as for a
 * mailbox that does not exist (RFC 5321, 4.2.1: a reply that begins with 5). Any other trouble
 * passes, and rejects.
 */
export type Mailer = { readonly send: (mail: MailContent) => Promise<Sending> }
export type Sending = 'sent' | 'undeliverable'

const CONNECT_MS_MAX = 10_000
const ANSWER_MS_MAX = 20_000

export function smtpMailer({
  url,
  from,
  answerMsMax = ANSWER_MS_MAX,
}: {
  readonly url: string
  readonly from: string
  readonly answerMsMax?: number
}): Mailer {
  const transport = createTransport({
    url,
    connectionTimeout: CONNECT_MS_MAX,
    greetingTimeout: CONNECT_MS_MAX,
    dnsTimeout: CONNECT_MS_MAX,
    socketTimeout: answerMsMax,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    send: async ({ id, to, subject, text, html, language }) => {
      const sending = transport.sendMail({
        from,
        to: { name: '', address: to }, // an object, so that an address is never read as a list
        subject,
        text,
        html,
        messageId: `<${id}@kecid>`,
        headers: { 'auto-submitted': 'auto-generated', 'content-language': language },
      })
      return sending.then(
        () => 'sent',
        (error: unknown) => {
          if (isForGood(error)) return 'undeliverable'
          throw error
        },
      )
    },
  }
}

function isForGood(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'responseCode' in error ? Number(error.responseCode) : 0
  // Of the envelope only: a server that wants us to sign in first refuses nobody's address.
  return 'code' in error && error.code === 'EENVELOPE' && (code === 0 || code >= 500)
}
