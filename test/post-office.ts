import { join } from 'node:path'
import { smtpMailer } from '#jobs/mailer.ts'
import { openMailFolder } from '#standins/mail-folder.ts'
import { openMailServer } from '#standins/mailbox.ts'

/** Opened when the first job runs; most tests send nothing. */
export function postOffice(folder: string) {
  const open = async () => {
    const mails = await openMailFolder(join(folder, 'mails'))
    const server = await openMailServer({ host: '127.0.0.1', port: 0, folder: mails })
    const url = `smtp://127.0.0.1:${server.port}`
    const mailer = smtpMailer({ url, from: 'Keçid <kecid@localhost>', answerMsMax: 500 })
    return { folder: mails, server, mailer }
  }
  let opened: ReturnType<typeof open> | undefined
  return Object.assign(() => (opened ??= open()), { opened: async () => opened })
}
