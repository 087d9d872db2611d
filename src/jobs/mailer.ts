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
 * Hands a mail to the mail server. `undeliverable`: there is no such mailbox, today or later.
 * Any other trouble passes, or is ours, and rejects.
 */
export type Mailer = { readonly send: (mail: MailContent) => Promise<Sending> }
type Sending = 'sent' | 'undeliverable'

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

/** Replies to RCPT TO that speak of the mailbox (RFC 5321, 4.2.3; RFC 7504 for 556). */
const NO_MAILBOX = new Set([501, 550, 551, 553, 556])

/** What a server has against us, such as a block list, it says in class 7 (RFC 3463, 3.8). */
const AGAINST_US = /^\d{3}[ -]5\.7\./

function isForGood(error: unknown): boolean {
  if (!(error instanceof Error) || !('command' in error)) return false
  const code = 'responseCode' in error ? Number(error.responseCode) : 0
  const reply = 'response' in error ? String(error.response) : ''
  return error.command === 'RCPT TO' && NO_MAILBOX.has(code) && !AGAINST_US.test(reply)
}
