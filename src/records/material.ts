import { hash, randomUUID } from 'node:crypto'
import { sql, type Selectable } from 'kysely'
import { z } from 'zod'
import { isoDate, isoMoment, type IsoMoment } from '#core/dated.ts'
import { LANGUAGES } from '#core/language.ts'
import {
  fingerprintOf,
  HEADINGS,
  MATERIAL_KINDS,
  type MaterialContent,
  type MaterialKind,
} from '#core/promotion/material.ts'
import { json, type Tx } from '#platform/database.ts'
import type { DB } from '#platform/schema.gen.ts'

/** What missions made of a campaign, as it was made. Whose it is, the database asks. */

/** A piece of material that was made. */
export type Material = {
  readonly id: string
  readonly campaign: string
  readonly kind: MaterialKind
  readonly content: MaterialContent
  readonly fingerprint: string
  readonly madeAt: IsoMoment
  readonly madeBy: string
}

/** Whether it is the last that was made of its kind in its language. */
export type MadeSoFar = Material & { readonly isLatest: boolean }

/** As many as a page shows at once. */
export const MATERIAL_A_PAGE = 20

export const sha256 = (text: string): string => hash('sha256', text, 'hex')

type Paging = { readonly campaign: string; readonly after?: string | undefined }

/** What was made of a campaign, the latest first; one more than a page where there is more. */
export async function materialOf(
  tx: Tx,
  { campaign, after }: Paging,
): Promise<readonly MadeSoFar[]> {
  const rows = await tx
    .selectFrom('material')
    .selectAll()
    .select(
      sql<boolean>`not exists (
        select from material as later
        where (later.campaign, later.kind, later.language)
            = (material.campaign, material.kind, material.language)
          and (later.made_at, later.id) > (material.made_at, material.id)
      )`.as('isLatest'),
    )
    .where('campaign', '=', campaign)
    .$if(after !== undefined, (found) =>
      found.where(
        sql<boolean>`(made_at, id) < (
          select last.made_at, last.id from material as last where last.id = ${after}::uuid
        )`,
      ),
    )
    .orderBy('madeAt', 'desc')
    .orderBy('id', 'desc')
    .limit(MATERIAL_A_PAGE + 1)
    .execute()
  return rows.map((row) => ({ ...materialIn(row), isLatest: row.isLatest }))
}

type Wanted = { readonly campaign: string; readonly id: string }

export async function materialById(
  tx: Tx,
  { campaign, id }: Wanted,
): Promise<Material | undefined> {
  const row = await tx
    .selectFrom('material')
    .selectAll()
    .where('campaign', '=', campaign)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && materialIn(row)
}

type Made = Pick<Material, 'campaign' | 'kind' | 'content'>

/** Which piece that is: this one, or the same that was made on this day already. */
export async function makeMaterial(
  tx: Tx,
  { campaign, kind, content }: Made,
  at: IsoMoment,
): Promise<string> {
  const row = {
    id: randomUUID(),
    campaign,
    kind,
    content,
    language: content.language,
    fingerprint: fingerprintOf(content, sha256),
    made_on: content.madeOn,
  }
  const { rows } = await sql<{ readonly id: string }>`
    select make_material(${json(row)}, ${at}) as id`.execute(tx)
  const [made] = rows
  if (made === undefined) throw new Error(`material of campaign ${campaign} was not made`)
  return made.id
}

const text = z.string()
const told = { title: text, text, rests: z.array(text), isProvisional: z.boolean() }

/** In the order in which it is said, which its fingerprint rests on. */
const contentShape = z.strictObject({
  language: z.enum(LANGUAGES),
  madeOn: text.transform((day) => isoDate(day)),
  programme: text,
  title: text,
  lead: text,
  whatTitle: text,
  what: text,
  figures: z.array(z.strictObject(told)),
  criteria: z.array(z.strictObject({ ...told, points: z.number() })),
  gets: z.array(z.strictObject(told)),
  steps: z.array(z.strictObject({ title: text, text })),
  event: z.strictObject({ title: text, place: text, days: text }),
  mission: z.strictObject({ title: text, address: text, open: text, phone: text, email: text }),
  link: text,
  acts: z.array(text),
  asOf: text,
  notes: z.array(text),
  headings: z.record(z.enum(HEADINGS), text),
})

function materialIn(row: Selectable<DB['material']>): Material {
  const { id, campaign, fingerprint, madeBy } = row
  return {
    id,
    campaign,
    kind: z.enum(MATERIAL_KINDS).parse(row.kind),
    content: contentShape.parse(row.content),
    fingerprint,
    madeAt: isoMoment(row.madeAt),
    madeBy,
  }
}
