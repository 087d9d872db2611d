import { isId } from '#core/id.ts'
import type { Campaign } from '#core/promotion/campaigns.ts'
import { campaignsWords } from '#office/campaigns-words.ts'
import { viewOf, type OfficeContext } from '#office/env.ts'
import { isOneOf } from '#office/own-page.ts'
import { paths } from '#office/paths.ts'
import { Page } from '#office/shell.tsx'
import { officeWords } from '#office/words.ts'
import { inTransaction, type Tx } from '#platform/database.ts'
import { campaignById } from '#records/campaigns.ts'

/** The campaign that an address names; what is not for whoever reads is as if it were not there. */
export function seenCampaign<Found>(
  c: OfficeContext,
  then: (campaign: Campaign, tx: Tx) => Promise<Found>,
): Promise<Found | undefined> {
  return inTransaction(c.var.house.db, async (tx) => {
    const id = c.req.param('id') ?? ''
    const campaign = isId(id) ? await campaignById(tx, id) : undefined
    return campaign && then(campaign, tx)
  })
}

/** In words of campaigns for those who have some; for everybody else there is no such page. */
export function noCampaign(c: OfficeContext): Response | Promise<Response> {
  const { official, language } = c.var
  if (!isOfMission(c) && !isOneOf(official.roles, 'ministry')) return c.notFound()
  const { notFoundTitle: title } = officeWords[language]
  const { absent, title: campaigns } = campaignsWords[language]
  const back = [{ href: paths.campaigns.to(language), text: campaigns }]
  return c.render(
    <Page view={viewOf(c)} title={title} back={back}>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{absent}</p>
    </Page>,
    404,
  )
}

export const isOfMission = (c: OfficeContext): boolean => isOneOf(c.var.official.roles, 'mission')

/** Whether whoever reads is of its mission. */
export const isOwnCampaign = (c: OfficeContext, { mission }: Campaign): boolean =>
  isOfMission(c) && c.var.official.body === mission
