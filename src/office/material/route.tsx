import { Hono } from 'hono'
import { first } from '#core/answers/typed.ts'
import { isId } from '#core/id.ts'
import { isLanguage, type Language } from '#core/language.ts'
import { programmeOn } from '#core/policy/policy.ts'
import type { Campaign } from '#core/promotion/campaigns.ts'
import {
  changesBetween,
  digestsOf,
  isMaterialKind,
  unseenIn,
  type MaterialKind,
} from '#core/promotion/material.ts'
import { isMissionOpen, missionOf } from '#core/promotion/missions.ts'
import { drawMaterial } from '#office/drawing.ts'
import { viewOf, type OfficeContext, type OfficeEnv } from '#office/env.ts'
import type { PieceMade } from '#office/material/history.tsx'
import { MaterialPage, type MaterialPageProps } from '#office/material/page.tsx'
import { paths } from '#office/paths.ts'
import { isOwnCampaign, noCampaign, seenCampaign } from '#office/seen-campaign.tsx'
import { signedInOnly } from '#office/session.tsx'
import { contentDisposition } from '#platform/content-disposition.ts'
import type { Tx } from '#platform/database.ts'
import { askedOf, typedOf } from '#platform/typed.ts'
import {
  makeMaterial,
  MATERIAL_A_PAGE,
  materialById,
  materialOf,
  sha256,
  type MadeSoFar,
  type Material,
} from '#records/material.ts'
import { namesOfOfficials } from '#records/officials.ts'
import { linkOf, materialOn } from '#telling/material/content.ts'
import { SQUARE_CODE_FORMS, squareCodeFile } from '#telling/square-code.tsx'

/** What a mission prints and sends of a campaign, made from what is in force today. */
export const materialRoute = new Hono<OfficeEnv>()

for (const { pattern } of [
  paths.campaignCode,
  paths.material,
  paths.materialShown,
  paths.materialMade,
]) {
  materialRoute.use(pattern, signedInOnly)
}

/** A kind and a language that somebody chose. */
type Chosen = { readonly kind: MaterialKind; readonly language: Language }

const chosenIn = (kind: string, language: string): Chosen | undefined =>
  isMaterialKind(kind) && isLanguage(language) ? { kind, language } : undefined

materialRoute.get(paths.material.pattern, async (c) => {
  const answer = await seenCampaign(c, async (campaign, tx) => {
    const [kind, language] = [askedOf(c.req, 'kind'), askedOf(c.req, 'language')]
    const chosen = chosenIn(kind, language)
    const isUnknown = chosen === undefined && (kind !== '' || language !== '')
    return c.render(await page(c, tx, { campaign, chosen, isUnknown }))
  })
  return answer ?? noCampaign(c)
})

/** What is made is what was seen; where that does not hold any more, it is shown anew. */
materialRoute.post(paths.material.pattern, async (c) => {
  const { house, language } = c.var
  const typed = await typedOf(c.req)
  const answer = await seenCampaign(c, async (campaign, tx) => {
    if (!isOwnCampaign(c, campaign)) return noCampaign(c)
    const chosen = chosenIn(first(typed, 'kind'), first(typed, 'language'))
    if (!chosen) return c.render(await page(c, tx, { campaign, isUnknown: true }), 400)
    const content = contentNow(c, campaign, chosen.language)
    if (!content || makesIn(c, campaign) !== 'may') {
      return c.render(await page(c, tx, { campaign, chosen }), 409)
    }
    const digests = first(typed, 'seen')
    if (digests !== digestsOf(content, sha256)) {
      const unseen = unseenIn(content, digests, sha256)
      return c.render(await page(c, tx, { campaign, chosen, unseen }), 409)
    }
    const made = { campaign: campaign.id, kind: chosen.kind, content }
    const id = await makeMaterial(tx, made, house.clock.now())
    return c.redirect(paths.materialMade.to(language, { id: campaign.id, made: id }), 303)
  })
  return answer ?? noCampaign(c)
})

/** How it would be if it were made now; nothing is noted of that. */
materialRoute.get(paths.materialShown.pattern, async (c) => {
  const chosen = chosenIn(askedOf(c.req, 'kind'), askedOf(c.req, 'language'))
  const found = await seenCampaign(c, async (campaign) => ({ campaign }))
  const content = found && chosen && contentNow(c, found.campaign, chosen.language)
  if (!content) return c.notFound()
  const madeAt = c.var.house.clock.now()
  return sent(c, { code: found.campaign.code, how: 'inline', kind: chosen.kind, content, madeAt })
})

/** The square code alone, for slides and posters of their own. */
materialRoute.get(paths.campaignCode.pattern, async (c) => {
  const form = SQUARE_CODE_FORMS.find((each) => each === c.req.param('form'))
  const campaign = form && (await seenCampaign(c, async (found) => found))
  if (!campaign) return c.notFound()
  const bytes = await squareCodeFile(linkOf(c.var.house.portalUrl, campaign), form)
  const type = form === 'svg' ? 'image/svg+xml' : 'image/png'
  const headers = headersOf(type, 'attachment', `${campaign.code}.${form}`)
  return c.body(new Uint8Array(bytes).buffer, 200, headers)
})

/** What was made, as it was. */
materialRoute.get(paths.materialMade.pattern, async (c) => {
  const id = c.req.param('made') ?? ''
  const found = await seenCampaign(c, async ({ id: campaign, code }, tx) => {
    const made = isId(id) ? await materialById(tx, { campaign, id }) : undefined
    return made && { ...made, code }
  })
  return found ? sent(c, { how: 'attachment', ...found }) : c.notFound()
})

type Sent = Pick<Material, 'kind' | 'content' | 'madeAt'> & {
  readonly code: string
  readonly how: 'inline' | 'attachment'
}

async function sent(c: OfficeContext, { code, how, kind, content, madeAt }: Sent) {
  const file = await drawMaterial({ content, kind, madeAt })
  if (!file) return comeAgain(c, { kind, language: content.language })
  const name = `${code}-${kind}-${content.language}.${file.ending}`
  return c.body(new Uint8Array(file.bytes).buffer, 200, headersOf(file.type, how, name))
}

async function comeAgain(c: OfficeContext, chosen: Chosen): Promise<Response> {
  c.header('retry-after', '30')
  const answer = await seenCampaign(c, async (campaign, tx) =>
    c.render(await page(c, tx, { campaign, chosen, isBusy: true }), 503),
  )
  return answer ?? c.notFound()
}

const headersOf = (type: string, how: Sent['how'], name: string) => ({
  'content-type': type,
  'content-disposition': contentDisposition(how, name),
  'cache-control': 'no-store',
})

function makesIn(c: OfficeContext, campaign: Campaign): MaterialPageProps['makes'] {
  const { policy, clock } = c.var.house
  const today = clock.today()
  const mission = missionOf(policy.missions, campaign.mission)
  if (!programmeOn(policy, today) || !mission) return 'nothing'
  if (!isOwnCampaign(c, campaign)) return 'nobody'
  return campaign.retiredOn === undefined && isMissionOpen(mission, today) ? 'may' : 'ended'
}

/** What would be said of it today. */
const contentNow = (c: OfficeContext, campaign: Campaign, language: Language) =>
  materialOn(c.var.house, campaign, { language, madeOn: c.var.house.clock.today() })

type Asked = Pick<MaterialPageProps, 'campaign' | 'isUnknown' | 'isBusy' | 'unseen'> & {
  readonly chosen?: Chosen | undefined
}

async function page(c: OfficeContext, tx: Tx, { campaign, chosen, ...asked }: Asked) {
  const { language } = c.var
  const after = askedOf(c.req, 'after')
  const found = await materialOf(tx, {
    campaign: campaign.id,
    after: isId(after) ? after : undefined,
  })
  const pieces = found.slice(0, MATERIAL_A_PAGE)
  const last = found.length > pieces.length ? pieces.at(-1) : undefined
  const here = paths.material.to(language, { id: campaign.id })
  const content = chosen && contentNow(c, campaign, chosen.language)
  return (
    <MaterialPage
      view={viewOf(c)}
      campaign={campaign}
      {...asked}
      preview={content && { kind: chosen.kind, content, digests: digestsOf(content, sha256) }}
      makes={makesIn(c, campaign)}
      history={await historyOf(c, tx, { campaign, pieces })}
      next={last && `${here}?${new URLSearchParams({ after: last.id }).toString()}`}
    />
  )
}

/** Each with whoever made it, and what of it does not hold today. */
async function historyOf(
  c: OfficeContext,
  tx: Tx,
  { campaign, pieces }: { readonly campaign: Campaign; readonly pieces: readonly MadeSoFar[] },
): Promise<readonly PieceMade[]> {
  const makers = [...new Set(pieces.map(({ madeBy }) => madeBy))]
  const names = await namesOfOfficials(tx, c.var.house.secret, makers)
  const today = new Map(
    [...new Set(pieces.map(({ content }) => content.language))].map(
      (language) => [language, contentNow(c, campaign, language)] as const,
    ),
  )
  const mayMake = makesIn(c, campaign) === 'may'
  return pieces.map((material) => {
    const now = today.get(material.content.language)
    const changes = now ? changesBetween(material.content, now) : []
    const isMadeAnew = mayMake && material.isLatest && changes.length > 0
    return {
      material,
      by: names.get(material.madeBy) ?? '–',
      changes,
      anew: now && isMadeAnew ? digestsOf(now, sha256) : undefined,
    }
  })
}
