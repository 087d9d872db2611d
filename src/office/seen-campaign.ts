import { isId } from '#core/id.ts'
import type { Campaign } from '#core/promotion/campaigns.ts'
import type { OfficeContext } from '#office/env.ts'
import { isOneOf } from '#office/own-page.ts'
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

export const isOfMission = (c: OfficeContext): boolean => isOneOf(c.var.official.roles, 'mission')

/** Whether whoever reads is of its mission. */
export const isOwnCampaign = (c: OfficeContext, { mission }: Campaign): boolean =>
  isOfMission(c) && c.var.official.body === mission
