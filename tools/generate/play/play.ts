import { sql } from 'kysely'
import { scorersOf } from '#core/cases/answers-given.ts'
import { hasEnded } from '#core/cases/life.ts'
import { descriptionOf } from '#core/policy/policy.ts'
import { watchTerms } from '#jobs/watch-terms.ts'
import { officialsAtWork, playOut } from '#main/demonstration/furnish.ts'
import { actingIn, type Live } from '#main/demonstration/live.ts'
import { plansIn, type Telling } from '#main/demonstration/settling.ts'
import { STORIES } from '#main/demonstration/stories.ts'
import { pointsName, reasonName } from '#office/steps/answer/points-form.ts'
import { inTransaction } from '#platform/database.ts'
import { readCase } from '#records/read-case.ts'
import { DEMONSTRATION_OFFICIALS } from '#records/demonstration-officials.ts'
import { saveTaskDraft } from '#records/task-drafts.ts'
import type { Chance } from '#test/chance.ts'
import { earlierRounds, lateRounds } from './rounds.ts'
import type { Stage } from './stage.ts'

/**
 * The stories of the demonstration, today and told from so many other days; half of these lie in
 * earlier years. Afterwards time has taken its steps, and letters count as sent: no mail goes out
 * for a copy.
 */
export async function play(stage: Stage, rounds: number, chance: Chance): Promise<void> {
  const { office } = stage
  const tell = (told: Telling) => playOut(stage, plansIn(office, told))
  const today = office.clock.today()
  const first = await tell({ from: today, stories: STORIES })
  const ended = first.filter((live) => isOver(stage, live)).map(({ story }) => story)
  await keepDrafts(stage)
  const drawing = { today, chance, rounds }
  for (const each of [...lateRounds(STORIES, drawing), ...earlierRounds(ended, drawing)]) {
    await tell(each)
  }
  await watchTerms.work({ house: stage.jobs, mailer: { send: async () => 'sent' } }, {})
  await sql`update letter set send_from = null, sent_at = written_at + interval '40 seconds'
    where sent_at is null`.execute(stage.all)
}

/** What officials began about a status lies under the law of its own day, and that is young. */
const isOver = ({ office: { policy, clock } }: Stage, { cases }: Live): boolean =>
  cases.length === 1 &&
  cases.every(({ standing }) => {
    const { type } = descriptionOf(policy, standing, clock.today())
    return hasEnded(type, standing.state)
  })

/** Whoever has points to give has begun to write some of them down. */
async function keepDrafts({ office, all }: Stage): Promise<void> {
  const officials = await officialsAtWork(office, DEMONSTRATION_OFFICIALS)
  const tasks = await all
    .selectFrom('task')
    .select(['caseId', 'step', 'ownerBody'])
    .where('state', '=', 'open')
    .where('kind', '=', 'points')
    .orderBy('caseId')
    .orderBy('ownerBody')
    .execute()
  for (const { caseId, step, ownerBody: body } of tasks) {
    const expert = officials.get(`expert.${body}`)
    if (!expert || body === null) continue
    await inTransaction(actingIn(office, expert.token).db, async (tx) => {
      const found = await readCase(tx, office.keys, caseId)
      const scorers = Object.entries(found ? scorersOf(found.standing) : {})
      const criterion = scorers.find(([, each]) => each === body)?.[0]
      if (!found || criterion === undefined) return
      const typed = { [pointsName(criterion)]: ['5'], [reasonName(criterion)]: ['Sənədlərdə'] }
      const owed = { caseId, step, body, official: expert.actor.id, key: found.key }
      await saveTaskDraft(tx, owed, { typed, savedAt: office.clock.now() })
    })
  }
}
