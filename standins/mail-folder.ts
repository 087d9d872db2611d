import { mkdir, readFile, readdir, rename, writeFile } from 'node:fs/promises'
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

/**
 * Every mail that came, in memory and as files, so that a restart still has them. Nothing is thrown
 * away for a newer one: a folder that is full takes no more, and says so to whoever sends or looks.
 */
export type MailFolder = {
  /** Undefined where there is no room for it. */
  readonly add: (mail: Omit<Mail, 'id'>) => Promise<Mail | undefined>
  /** Newest first. */
  readonly newest: (to?: string) => readonly Mail[]
  readonly byId: (id: string) => Mail | undefined
  readonly isFull: () => boolean
}

/** Some ten thousand letters of ours; a megabyte is a million bytes. */
export const MEGABYTES_MAX = 16
const READ_AT_ONCE = 100
const NAME = /^\d{10}\.json$/

export async function openMailFolder(
  folder: string,
  bytesMax = MEGABYTES_MAX * 1_000_000,
): Promise<MailFolder> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const names = (await readdir(folder)).filter((name) => NAME.test(name)).sort()
  const mails: Mail[] = []
  for (let first = 0; first < names.length; first += READ_AT_ONCE) {
    const some = names.slice(first, first + READ_AT_ONCE)
    const read = await Promise.all(some.map((name) => readMail(folder, name)))
    mails.push(...read.filter((mail) => mail !== undefined))
  }
  let last = Number.parseInt(names.at(-1) ?? '0', 10)
  let bytes = mails.reduce((sum, mail) => sum + sizeOf(mail), 0)
  let refused = false
  return {
    add: async (content) => {
      const mail = { id: String(last + 1).padStart(10, '0'), ...content }
      refused = bytes + sizeOf(mail) > bytesMax
      if (refused) return undefined
      last += 1
      bytes += sizeOf(mail)
      await keep(folder, mail)
      mails.push(mail)
      return mail
    },
    newest: (to) => mails.filter((mail) => to === undefined || isTo(mail, to)).toReversed(),
    byId: (id) => mails.find((mail) => mail.id === id),
    isFull: () => refused,
  }
}

const sizeOf = (mail: Mail): number => Buffer.byteLength(JSON.stringify(mail))

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
