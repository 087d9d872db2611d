import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

/** A mail as the stand-in server took it; `to` is what the sender said on the envelope. */
const mailShape = z.object({
  id: z.string(),
  receivedAt: z.string(),
  messageId: z.string(),
  from: z.string(),
  to: z.array(z.string()).readonly(),
  subject: z.string(),
  text: z.string(),
})
export type Mail = Readonly<z.infer<typeof mailShape>>

/** The newest mails, in memory and as files, so that a restart still has them. */
export type MailFolder = {
  readonly add: (mail: Omit<Mail, 'id'>) => Promise<Mail>
  /** Newest first. */
  readonly newest: (to?: string) => readonly Mail[]
  readonly byId: (id: string) => Mail | undefined
}

const MAILS_MAX = 500
const NAME = /^\d{10}\.json$/

export async function openMailFolder(folder: string): Promise<MailFolder> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const names = (await readdir(folder)).filter((name) => NAME.test(name)).sort()
  const read = await Promise.all(names.slice(-MAILS_MAX).map((name) => readMail(folder, name)))
  const mails = read.filter((mail) => mail !== undefined)
  let last = Number.parseInt(names.at(-1) ?? '0', 10)
  return {
    add: async (content) => {
      last += 1
      const mail = { id: String(last).padStart(10, '0'), ...content }
      await keep(folder, mail)
      mails.push(mail)
      for (const old of mails.splice(0, mails.length - MAILS_MAX)) {
        await rm(join(folder, `${old.id}.json`), { force: true })
      }
      return mail
    },
    newest: (to) => mails.filter((mail) => to === undefined || isTo(mail, to)).toReversed(),
    byId: (id) => mails.find((mail) => mail.id === id),
  }
}

const isTo = ({ to }: Mail, wanted: string): boolean =>
  to.some((each) => each.toLowerCase() === wanted.trim().toLowerCase())

/** Written aside, so that a kill leaves no half mail behind. */
async function keep(folder: string, mail: Mail): Promise<void> {
  const aside = join(folder, `${mail.id}.new`)
  await writeFile(aside, JSON.stringify(mail), { mode: 0o600 })
  await rename(aside, join(folder, `${mail.id}.json`))
}

/** A file that somebody spoiled is passed over: these are stand-ins. */
async function readMail(folder: string, name: string): Promise<Mail | undefined> {
  try {
    return mailShape.parse(JSON.parse(await readFile(join(folder, name), 'utf8')))
  } catch {
    return undefined
  }
}
