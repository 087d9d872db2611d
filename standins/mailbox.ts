import { simpleParser } from 'mailparser'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import type { MailFolder } from '#standins/mail-folder.ts'

/**
 * The stand-in for the mail server of the outside world: it speaks SMTP, takes everything and
 * passes nothing on. Two domains show what mail servers do on bad days: whoever is at
 * bounce.invalid is refused, and for slow.invalid the answer never comes.
 */
export type MailServer = { readonly port: number; readonly close: () => Promise<void> }

const BYTES_MAX = 10 * 1024 * 1024
const CLIENTS_MAX = 50
const IDLE_MS_MAX = 60_000
const CLOSE_MS_MAX = 1000

/** Rejects with the error of the socket where the port cannot be had. */
export async function openMailServer({
  host,
  port,
  folder,
}: {
  readonly host: string
  readonly port: number
  readonly folder: MailFolder
}): Promise<MailServer> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: BYTES_MAX,
    maxClients: CLIENTS_MAX,
    socketTimeout: IDLE_MS_MAX,
    closeTimeout: CLOSE_MS_MAX,
    onRcptTo: ({ address }, _session, answer) => {
      if (isAt(address, 'slow.invalid')) return
      answer(isAt(address, 'bounce.invalid') ? answered(550, 'No such mailbox here') : null)
    },
    onData: (stream, session, answer) => {
      take(folder, stream, session).then(() => answer(), answer)
    },
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => resolve())
  })
  server.on('error', () => undefined) // a client that goes away is nothing to us
  const place = server.server.address()
  return {
    port: typeof place === 'object' && place !== null ? place.port : port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
      }),
  }
}

async function take(
  folder: MailFolder,
  stream: SMTPServerDataStream,
  { envelope }: SMTPServerSession,
): Promise<void> {
  const parsed = await simpleParser(stream, { skipImageLinks: true })
  const kept = await folder.add({
    receivedAt: new Date().toISOString(),
    messageId: parsed.messageId ?? '',
    from: parsed.from?.text ?? '',
    to: envelope.rcptTo.map(({ address }) => address),
    subject: parsed.subject ?? '',
    text: parsed.text ?? '',
  })
  if (!kept) throw answered(452, 'The mailbox is full')
}

const isAt = (address: string, domain: string): boolean =>
  address.toLowerCase().endsWith(`@${domain}`)

const answered = (responseCode: number, text: string): Error =>
  Object.assign(new Error(text), { responseCode })
