import { Hono } from 'hono'
import { isMissionOpen } from '#core/promotion/missions.ts'
import { inTransaction } from '#platform/database.ts'
import { askedOf } from '#platform/typed.ts'
import { viewOf, type PortalEnv } from '#portal/env.ts'
import { paths } from '#portal/paths.ts'
import { QuestionsToldPage } from '#portal/questions-told/page.tsx'
import { lawHere, QUESTIONS_A_PAGE, toldQuestions } from '#records/frequent-questions.ts'

/** What missions are asked often, and what they answer. */
export const questionsToldRoute = new Hono<PortalEnv>()

const PAGES_MAX = 1000

questionsToldRoute.get(paths.questions.pattern, async (c) => {
  const { house, language } = c.var
  const today = house.clock.today()
  const missions = house.policy.missions.filter((mission) => isMissionOpen(mission, today))
  const asked = Number(askedOf(c.req, 'page'))
  const page = Number.isInteger(asked) && asked > 0 && asked <= PAGES_MAX ? asked : 1
  const codes = missions.map(({ code }) => code)
  const found = await inTransaction(house.db, (tx) =>
    toldQuestions(tx, { missions: codes, language, page }),
  )
  const here = paths.questions.to(language)
  const before = page === 2 ? here : `${here}?page=${page - 1}`
  return c.render(
    <QuestionsToldPage
      view={viewOf(c)}
      missions={missions}
      law={lawHere(c.var.house)}
      questions={found.slice(0, QUESTIONS_A_PAGE)}
      previous={page > 1 ? before : undefined}
      next={found.length > QUESTIONS_A_PAGE ? `${here}?page=${page + 1}` : undefined}
    />,
  )
})
