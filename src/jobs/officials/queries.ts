import { sql } from 'kysely'
import { z } from 'zod'
import { isoDate, type IsoDate, type IsoMoment } from '#core/dated.ts'
import type { Counted } from '#core/deadlines/counted.ts'
import type { Calendars } from '#core/deadlines/working-days.ts'
import type { Tx } from '#platform/database.ts'
import { countedShape, dayCounted } from '#records/counted.ts'
import type { TaskMail, Waiting } from '#telling/task-mails.ts'

/** Asks for one mail a day to everybody who works here, about what came since those before. */
export async function askForTaskMails(tx: Tx, until: IsoMoment): Promise<void> {
  await sql`select ask_for_task_mails(${until}::timestamptz)`.execute(tx)
}

/** An official, and the moments between which something came of which they are told. */
export type Asking = {
  readonly account: string
  readonly after: string | null
  readonly until: string
}

/** From when until when tasks run, under which law; no hash where a case was not filed. */
export type TimeGiven = {
  readonly type: string
  readonly typeHash: string
  readonly procedure: string
  readonly kind: string
  readonly step: string
  readonly cameOn: IsoDate
  /** What their last day is counted from. */
  readonly counted: Counted
}

export type ToTell = {
  readonly language: string
  readonly address: Buffer
  /** The times of tasks that they were told of, and have not run out. */
  readonly times: readonly TimeGiven[]
}

/** Nothing where they do not work here any more. */
export async function officialToTell(
  tx: Tx,
  { account, after, until }: Asking,
): Promise<ToTell | undefined> {
  const { rows } = await sql<Omit<ToTell, 'times'> & { readonly times: unknown }>`
    select language, address, times from official_to_tell(
      ${account}::uuid, ${after}::timestamptz, ${until}::timestamptz
    )`.execute(tx)
  const [row] = rows
  return row && { ...row, times: timesShape.parse(row.times ?? []) }
}

const [text, day] = [z.string(), z.string().transform(isoDate)]
const timesShape = z.array(
  z
    .tuple([text, text, text, text, text, day, countedShape])
    .transform(([type, typeHash, procedure, kind, step, cameOn, counted]): TimeGiven => {
      return { type, typeHash, procedure, kind, step, cameOn, counted }
    }),
)

/**
 * What waits for them: cases of which a task came from one moment until another, and those whose
 * time is among those of which the first reminder is due.
 */
export async function waitingFor(
  tx: Tx,
  { account, after, until }: Asking,
  { near, calendars }: { readonly near: readonly TimeGiven[]; readonly calendars: Calendars },
): Promise<TaskMail> {
  const times = near.map(({ type, typeHash, procedure, kind, step, cameOn, counted }) => {
    return [type, typeHash, procedure, kind, step, cameOn, counted]
  })
  const { rows } = await sql<WaitingRow>`
    select number, counted, is_new, in_all from waiting_for(
      ${account}::uuid, ${after}::timestamptz, ${until}::timestamptz,
      ${JSON.stringify(times)}::jsonb
    )`.execute(tx)
  const part = (rowsOf: readonly WaitingRow[]): Waiting => ({
    first: rowsOf.map(({ number, counted }) => {
      const dueOn = dayCounted(counted, calendars)
      return { number, ...(dueOn === undefined ? {} : { dueOn }) }
    }),
    all: rowsOf[0]?.inAll ?? 0,
  })
  return {
    arrived: part(rows.filter(({ isNew }) => isNew)),
    near: part(rows.filter(({ isNew }) => !isNew)),
  }
}

type WaitingRow = {
  readonly number: string
  readonly counted: unknown
  readonly isNew: boolean
  readonly inAll: number
}
