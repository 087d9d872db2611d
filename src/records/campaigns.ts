import { randomInt, randomUUID } from 'node:crypto'
import { sql, type Selectable } from 'kysely'
import { z } from 'zod'
import { isoDate, type IsoDate, type IsoMoment } from '#core/dated.ts'
import { LANGUAGES } from '#core/language.ts'
import {
  LANDINGS,
  type Campaign,
  type CampaignKept,
  type CampaignSaid,
} from '#core/promotion/campaigns.ts'
import { MATERIAL_KINDS, type MaterialKind } from '#core/promotion/material.ts'
import { drawCode, readCode, type ShortCode } from '#core/promotion/short-code.ts'
import { json, type Tx } from '#platform/database.ts'
import type { DB } from '#platform/schema.gen.ts'

/** What missions tell of the Program, each by a link of its own. Whose it is, the database asks. */

/** As many as a page shows at once. */
export const CAMPAIGNS_A_PAGE = 50

type Paging = { readonly mission?: string; readonly after?: { from: IsoDate; id: string } }

/** Those that whoever acts may see, the latest first; one more than a page where there are more. */
export async function campaignsSeen(
  tx: Tx,
  { mission, after }: Paging,
): Promise<readonly Campaign[]> {
  const rows = await tx
    .selectFrom('campaign')
    .selectAll()
    .$if(mission !== undefined, (found) => found.where('mission', '=', mission ?? ''))
    .$if(after !== undefined, (found) =>
      found.where(sql<boolean>`(from_on, id) < (${after?.from}::date, ${after?.id}::uuid)`),
    )
    .orderBy('fromOn', 'desc')
    .orderBy('id', 'desc')
    .limit(CAMPAIGNS_A_PAGE + 1)
    .execute()
  return rows.map(campaignIn)
}

/** What a mission is still to tell of, or tells of on that day, the next first. */
export async function campaignsAhead(
  tx: Tx,
  { mission, on }: { readonly mission: string; readonly on: IsoDate },
): Promise<readonly Campaign[]> {
  const rows = await tx
    .selectFrom('campaign')
    .selectAll()
    .where('mission', '=', mission)
    .where('untilOn', '>=', on)
    .where('retiredOn', 'is', null)
    .orderBy('fromOn')
    .orderBy('id')
    .limit(CAMPAIGNS_A_PAGE)
    .execute()
  return rows.map(campaignIn)
}

/** A campaign as a table of figures tells of it. */
export type CampaignInYear = Omit<Campaign, 'code' | 'place' | 'version'> & {
  /** What was printed and sent of it. */
  readonly kinds: readonly MaterialKind[]
}

/** Those that had a day, or figures, within these; of all missions that whoever acts may see. */
export async function campaignsWithin(
  tx: Tx,
  { from, until }: { readonly from: IsoDate; readonly until: IsoDate },
): Promise<readonly CampaignInYear[]> {
  const rows = await tx
    .selectFrom('campaign')
    .selectAll()
    .select((each) =>
      each
        .selectFrom('material')
        .whereRef('material.campaign', '=', 'campaign.id')
        .select(sql<readonly string[]>`array_agg(distinct material.kind)`.as('kinds'))
        .as('kinds'),
    )
    .where((each) =>
      each.or([
        each.and([each('fromOn', '<=', until), each('untilOn', '>=', from)]),
        each.exists(
          each
            .selectFrom('figureBatch')
            .whereRef('figureBatch.campaign', '=', 'campaign.id')
            .where('week', '>=', from)
            .where('week', '<=', until),
        ),
      ]),
    )
    .orderBy('fromOn', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(({ kinds, ...row }) => ({
    ...campaignIn(row),
    kinds: MATERIAL_KINDS.filter((kind) => kinds?.includes(kind)),
  }))
}

export async function campaignById(tx: Tx, id: string): Promise<Campaign | undefined> {
  const row = await tx.selectFrom('campaign').selectAll().where('id', '=', id).executeTakeFirst()
  return row && campaignIn(row)
}

/** The campaign whose link somebody follows, also where it has ended. */
export async function campaignByCode(tx: Tx, code: ShortCode): Promise<Campaign | undefined> {
  const row = await tx
    .selectFrom('campaign')
    .selectAll()
    .where('code', '=', code)
    .executeTakeFirst()
  return row && campaignIn(row)
}

const eventShape = z.partialRecord(z.enum(LANGUAGES), z.string())
const languagesShape = z.array(z.enum(LANGUAGES))

function campaignIn(row: Selectable<DB['campaign']>): Campaign {
  const code = readCode(row.code)
  if (code === undefined) throw new Error(`campaign ${row.id} has no code that can be read`)
  return {
    id: row.id,
    mission: row.mission,
    code,
    event: eventShape.parse(row.event),
    place: row.place,
    from: isoDate(row.fromOn),
    until: isoDate(row.untilOn),
    languages: languagesShape.parse(row.languages),
    leadsTo: z.enum(LANDINGS).parse(row.leadsTo),
    version: row.version,
    isUncounted: row.uncounted,
    ...(row.retiredOn === null ? {} : { retiredOn: isoDate(row.retiredOn) }),
  }
}

const rowOf = ({ event, place, from, until, languages, leadsTo }: CampaignSaid) => ({
  event,
  place,
  from_on: from,
  until_on: until,
  languages,
  leads_to: leadsTo,
})

/** Of some forty thousand codes one that is free is found soon, or somebody has to think anew. */
const TRIES_MAX = 50

/** A campaign of the mission of whoever acts, with a code that nobody had before. */
export async function makeCampaign(tx: Tx, said: CampaignSaid, at: IsoMoment): Promise<string> {
  for (let tries = 0; tries < TRIES_MAX; tries += 1) {
    const id = randomUUID()
    const row = { id, code: drawCode(randomInt), ...rowOf(said) }
    const { rows } = await sql<{ readonly made: boolean }>`
      select make_campaign(${json(row)}, ${at}) as made`.execute(tx)
    if (rows[0]?.made === true) return id
  }
  throw new Error('no code of four syllables was free')
}

/** What somebody saw and now changes. */
type Seen = Pick<Campaign, 'id' | 'version'>

/** False where a colleague was faster. The code, which is printed, stays. */
export async function changeCampaign(
  tx: Tx,
  { id, version }: Seen,
  { said, at }: { readonly said: CampaignSaid; readonly at: IsoMoment },
): Promise<boolean> {
  const { rows } = await sql<{ readonly is: boolean }>`
    select change_campaign(${id}::uuid, ${version}, ${json(rowOf(said))}, ${at}) as is`.execute(tx)
  return rows[0]?.is === true
}

/** Its link says that the event is over from that day on, or no longer does. */
export async function retireCampaign(
  tx: Tx,
  { id, version }: Seen,
  { on, at }: { readonly on: IsoDate | null; readonly at: IsoMoment },
): Promise<boolean> {
  const { rows } = await sql<{ readonly is: boolean }>`
    select retire_campaign(${id}::uuid, ${version}, ${on}::date, ${at}) as is`.execute(tx)
  return rows[0]?.is === true
}

/** What there is of a campaign of whoever acts besides what it says. */
export async function keptOfCampaign(tx: Tx, id: string): Promise<CampaignKept | undefined> {
  const { rows } = await sql<{ made: string; isPrinted: boolean; isShown: boolean }>`
    select made_on::text as made, is_printed, is_shown from kept_of_campaign(${id}::uuid)
    where made_on is not null`.execute(tx)
  const [row] = rows
  return row && { madeOn: isoDate(row.made), isPrinted: row.isPrinted, isShown: row.isShown }
}

/** What it said is gone, and its code is given to no other. False where a colleague was faster. */
export async function deleteCampaign(
  tx: Tx,
  { id, version }: Seen,
  at: IsoMoment,
): Promise<boolean> {
  const { rows } = await sql<{ readonly is: boolean }>`
    select delete_campaign(${id}::uuid, ${version}, ${at}) as is`.execute(tx)
  return rows[0]?.is === true
}

/** One more who followed the link, or began an account by it; nobody in particular. */
export async function countByLink(
  tx: Tx,
  what: 'followed' | 'begun',
  code: ShortCode,
): Promise<void> {
  await sql`select count_by_link(${what}, ${code})`.execute(tx)
}

/** That some of those who follow it are machines, and are not counted. */
export async function noteUncounted(tx: Tx, code: ShortCode): Promise<void> {
  await sql`select note_uncounted(${code})`.execute(tx)
}
