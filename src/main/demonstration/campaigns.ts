import { addDays, type IsoDate, type IsoMoment } from '#core/dated.ts'
import type { Language } from '#core/language.ts'
import type { Campaign, CampaignSaid } from '#core/promotion/campaigns.ts'
import type { MaterialKind } from '#core/promotion/material.ts'
import { missionOf } from '#core/promotion/missions.ts'
import { actingIn, type AtWork, type Faces } from '#main/demonstration/live.ts'
import { inTransaction, type Database, type Tx } from '#platform/database.ts'
import { campaignById, changeCampaign, countByLink, makeCampaign } from '#records/campaigns.ts'
import { releaseWeek } from '#records/figures.ts'
import { makeMaterial } from '#records/material.ts'
import { materialOn } from '#telling/material/content.ts'

/** An invented event, by how many days before or after today it is, and how many came by it. */
type Told = Omit<CampaignSaid, 'from' | 'until'> & {
  readonly by: string
  readonly in: number
  readonly days: number
  readonly followed: number
  readonly begun: number
  readonly made?: readonly Piece[]
  /** Where it was moved to when that was made, and what was made since. */
  readonly moved?: { readonly to: string; readonly made: readonly Piece[] }
}

type Piece = readonly [MaterialKind, Language]

const TOLD: readonly Told[] = [
  {
    by: 'consul',
    event: {
      az: 'Mühəndislik sərgisi (nümunə)',
      tr: 'Mühendislik Fuarı (örnek)',
      en: 'Engineering Fair (example)',
    },
    place: 'Örnek Teknik Üniversitesi, Ankara',
    languages: ['az', 'tr', 'en'],
    leadsTo: 'welcome',
    in: -16,
    days: 2,
    followed: 64,
    begun: 11,
    made: [
      ['leaflet-a4', 'tr'],
      ['slides', 'en'],
    ],
  },
  {
    by: 'consul',
    event: { tr: 'Hekimler Günü (örnek)', en: 'Doctors’ Day (example)' },
    place: 'Örnek Tıp Fakültesi, İzmir',
    languages: ['tr', 'en'],
    leadsTo: 'estimate',
    in: -9,
    days: 1,
    followed: 23,
    begun: 3,
  },
  {
    by: 'consul',
    event: { tr: 'Yazılımcılar Buluşması (örnek)', en: 'Developers’ Meeting (example)' },
    place: 'Örnek Kültür Merkezi, İstanbul',
    languages: ['tr', 'en'],
    leadsTo: 'welcome',
    in: 5,
    days: 1,
    followed: 0,
    begun: 0,
    made: [['leaflet-a5', 'tr']],
    moved: {
      to: 'Örnek Kongre Merkezi, İstanbul',
      made: [
        ['poster', 'tr'],
        ['wallet-card', 'en'],
      ],
    },
  },
  {
    by: 'consul.lisbon',
    event: { en: 'Research Night (example)', ru: 'Ночь исследователей (пример)' },
    place: 'Example Institute, Lisbon',
    languages: ['en', 'ru'],
    leadsTo: 'welcome',
    in: 12,
    days: 1,
    followed: 0,
    begun: 0,
  },
]

/** Campaigns of the invented missions, with figures as the weeks before would have left them. */
export async function tellAbroad(
  { office, portal, jobs }: Faces,
  officials: ReadonlyMap<string, AtWork>,
): Promise<void> {
  const today = office.clock.today()
  const at = office.clock.now()
  for (const told of TOLD) {
    const consul = officials.get(told.by)
    if (!consul || !missionOf(office.policy.missions, consul.actor.body ?? '')) continue
    const { db } = actingIn(office, consul.token)
    const campaign = await inTransaction(db, async (tx) =>
      campaignById(tx, await makeCampaign(tx, saidOn(told, today), at)),
    )
    if (!campaign) continue
    await printed({ office, db, at, today }, campaign, told)
    for (const what of ['followed', 'begun'] as const) {
      for (let n = 0; n < told[what]; n += 1) {
        await inTransaction(portal.db, (tx) => countByLink(tx, what, campaign.code))
      }
    }
  }
  while ((await inTransaction(jobs.db, (tx) => releaseWeek(tx, today))) !== undefined);
}

function saidOn(
  { event, place, languages, leadsTo, ...told }: Omit<Told, 'made' | 'moved'>,
  today: IsoDate,
): CampaignSaid {
  const from = addDays(today, told.in)
  return { event, place, languages, leadsTo, from, until: addDays(from, told.days - 1) }
}

type Printing = Pick<Faces, 'office'> & {
  readonly db: Database
  readonly at: IsoMoment
  readonly today: IsoDate
}

/** What was made before the place was another is out of date since. */
async function printed(
  { office, db, at, today }: Printing,
  campaign: Campaign,
  { made = [], moved, ...told }: Told,
): Promise<void> {
  const make = async (tx: Tx, of: Campaign, pieces: readonly Piece[]) => {
    for (const [kind, language] of pieces) {
      const content = materialOn(office, of, { language, madeOn: today })
      if (content) await makeMaterial(tx, { campaign: of.id, kind, content }, at)
    }
  }
  await inTransaction(db, async (tx) => {
    await make(tx, campaign, made)
    if (!moved) return
    const said = { ...saidOn(told, today), place: moved.to }
    await changeCampaign(tx, campaign, { said, at })
    await make(tx, { ...campaign, place: moved.to }, moved.made)
  })
}
