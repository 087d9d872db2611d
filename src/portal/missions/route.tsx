import { Hono } from 'hono'
import { isToMission } from '#core/cases/contesting.ts'
import { isCountry } from '#core/facts/countries.ts'
import { eventIn } from '#core/promotion/campaigns.ts'
import { descriptionsInForce } from '#core/policy/policy.ts'
import { isMissionOpen, missionOf, missionsFor, type Mission } from '#core/promotion/missions.ts'
import { readCode } from '#core/promotion/short-code.ts'
import { inTransaction } from '#platform/database.ts'
import { askedOf } from '#platform/typed.ts'
import { viewOf, type PortalContext, type PortalEnv } from '#portal/env.ts'
import { MissionPage, MissionsPage } from '#portal/missions/page.tsx'
import { missionsWords } from '#portal/missions/words.ts'
import { paths } from '#portal/paths.ts'
import { campaignByCode, campaignsAhead } from '#records/campaigns.ts'
import { lawHere, toldQuestions } from '#records/frequent-questions.ts'
import { stepName } from '#telling/case-words.ts'
import { calendarFile } from '#telling/calendar-file.ts'
import { countriesSorted } from '#telling/names-of-codes.ts'

/** Which embassies and consulates tell of the Program, and where one meets them. */
export const missionsRoute = new Hono<PortalEnv>()

missionsRoute.get(paths.missions.pattern, (c) => {
  const { house, language } = c.var
  const { missions } = house.policy
  const today = house.clock.today()
  const open = missions.filter((mission) => isMissionOpen(mission, today))
  const served = new Set(open.flatMap(({ serves }) => serves))
  const asked = askedOf(c.req, 'country')
  const country = isCountry(asked) ? asked : undefined
  return c.render(
    <MissionsPage
      view={viewOf(c)}
      missions={country === undefined ? open : missionsFor(missions, country, today)}
      countries={countriesSorted(language).filter(({ code }) => served.has(code))}
      country={country}
    />,
  )
})

/** Those that stand on the page of a mission; it leads to all. */
const QUESTIONS_SHOWN = 10

missionsRoute.get(paths.mission.pattern, async (c) => {
  const { house, language } = c.var
  const mission = missionOf(house.policy.missions, c.req.param('mission') ?? '')
  if (!mission) return c.notFound()
  const today = house.clock.today()
  const isOpen = isMissionOpen(mission, today)
  const [events, told] = await inTransaction(house.db, (tx) =>
    Promise.all([
      campaignsAhead(tx, { mission: mission.code, on: today }),
      toldQuestions(tx, { missions: isOpen ? [mission.code] : [], language, first: 'mission' }),
    ]),
  )
  const questions = told.slice(0, QUESTIONS_SHOWN)
  const url = house.portalUrl + paths.mission.to(language, { mission: mission.code })
  const asks = asksTo(c, mission)
  return c.render(
    <MissionPage
      view={viewOf(c)}
      law={lawHere(c.var.house)}
      {...{ mission, events, today, asks, url, questions }}
    />,
  )
})

/** Types of case that anybody begins to a mission, by the step that does. */
const asksTo = (c: PortalContext, { code: mission }: Mission) => {
  const { house, language } = c.var
  return descriptionsInForce(house.policy, house.clock.today())
    .filter(({ type }) => isToMission(type.begins))
    .flatMap(({ type }) => {
      const first = type.steps.find(({ kind }) => kind === 'begin')
      const href = paths.ask.to(language, { mission, type: type.code })
      return first ? [{ href, text: stepName(type, first.code, language) }] : []
    })
}

missionsRoute.get(paths.missionEvent.pattern, async (c) => {
  const { house, language } = c.var
  const code = readCode(c.req.param('event') ?? '')
  const campaign = code && (await inTransaction(house.db, (tx) => campaignByCode(tx, code)))
  if (
    !campaign ||
    campaign.mission !== c.req.param('mission') ||
    campaign.retiredOn !== undefined
  ) {
    return c.notFound()
  }
  const { id, place: where, from, until } = campaign
  const title = eventIn(campaign, language)
  const what = missionsWords[language].at
  const file = calendarFile([{ id, title, where, what, from, until }], house.clock.now())
  return c.body(file, 200, {
    'content-type': 'text/calendar; charset=utf-8',
    'content-disposition': `attachment; filename="${campaign.code}.ics"`,
  })
})
