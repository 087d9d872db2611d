import { Hono } from 'hono'
import { blockOf } from '#core/answers/asked.ts'
import { askedDocuments, gapsIn, gapsInBlock } from '#core/answers/gaps.ts'
import { dayInBaku, type IsoDate } from '#core/dated.ts'
import { laterOf } from '#core/deadlines/terms.ts'
import { clockOf, stepDueOn, stepTerm, turnOf } from '#core/lifecycle/dues.ts'
import { appealDays } from '#core/lifecycle/appeal.ts'
import type { Recorded } from '#core/lifecycle/application.ts'
import { announcedSince } from '#core/lifecycle/idle.ts'
import type { State } from '#core/lifecycle/lifecycle.ts'
import { actionsFor } from '#core/lifecycle/may.ts'
import { heardUntil } from '#core/lifecycle/status.ts'
import type { Context as LawContext } from '#core/lifecycle/step.ts'
import { inTransaction } from '#platform/database.ts'
import type { Contest } from '#portal/appeal.tsx'
import { DraftPage, StatusPage, type Part } from '#portal/application/page.tsx'
import { applicationWords } from '#portal/application/words.ts'
import { viewOf, type PortalContext, type PortalEnv } from '#portal/env.ts'
import { ownAnswers, type OwnAnswers } from '#portal/own-case.ts'
import { paths } from '#portal/paths.ts'
import { signedInOnly } from '#portal/session.tsx'
import { ToldToApplicant } from '#telling/told-to-applicant.tsx'
import { documentsOf, type CaseDocument } from '#records/documents.ts'

/** One application: what is left to do, or where it stands. */
export const applicationRoute = new Hono<PortalEnv>()

applicationRoute.use(paths.application.pattern, signedInOnly)

applicationRoute.get(paths.application.pattern, (c) =>
  inTransaction(c.var.house.db, async (tx) => {
    const own = await ownAnswers(c, tx)
    if (!own) return c.notFound()
    const { application, key } = own.found
    if (application.state !== 'draft') return c.html(statusPage(c, own))
    return c.html(draftPage(c, own, (await documentsOf(tx, application.id))(key)))
  }),
)

function draftPage(c: PortalContext, own: OwnAnswers, documents: readonly CaseDocument[]) {
  const { found, description, kept, law } = own
  const { type, rules } = description
  const { language } = c.var
  const { id } = found.application
  const { answers } = kept
  const fields = rules.fields.map(({ code }) => code)
  const surroundings = { type, answers, on: law.on, fields }
  const parts = type.blocks.map((block): Part => {
    const isDone = gapsInBlock(block, surroundings).length === 0
    const isBegun = answers[block.code] !== undefined
    return {
      title: block.title[language],
      href: paths.block.to(language, { id, block: block.code }),
      progress: isDone ? 'done' : isBegun ? 'begun' : 'to-do',
    }
  })
  const view = viewOf(c)
  return (
    <DraftPage
      view={view}
      id={id}
      title={type.title[language]}
      about={blockOf(type, view.deedOf ?? '')?.title[language]}
      parts={parts}
      documents={documentsPart(c, own, documents)}
      told={<ToldToApplicant {...{ type, answers, language }} on={law.on} />}
      complete={gapsIn(type, { ...surroundings, documents }).length === 0}
      goesAfter={announcedSince(found.application, rules, touchedOn(own, documents))?.discardOn}
      on={law.on}
    />
  )
}

/** The day on which something was last saved or added; what was taken away leaves no trace here. */
function touchedOn({ found, kept }: OwnAnswers, documents: readonly CaseDocument[]): IsoDate {
  const moments = [
    ...documents.map(({ addedAt }) => addedAt),
    ...(kept.savedAt ? [kept.savedAt] : []),
  ]
  return moments.map(dayInBaku).reduce(laterOf, found.application.stateSince)
}

function documentsPart(
  c: PortalContext,
  { found, description, kept }: OwnAnswers,
  documents: readonly CaseDocument[],
): Part {
  const { language } = c.var
  const missing = askedDocuments(description.type, kept.answers).filter(
    ({ rule, isRequired }) => isRequired && !documents.some(({ kind }) => kind === rule.code),
  )
  return {
    title: applicationWords[language].documentsTitle,
    href: paths.documents.to(language, { id: found.application.id }),
    progress: missing.length === 0 ? 'done' : documents.length > 0 ? 'begun' : 'to-do',
  }
}

function statusPage(c: PortalContext, { found, description, law }: OwnAnswers) {
  const { application, history } = found
  const { laws, lists } = c.var.house.policy
  const { rules, type } = description
  const rule = description.type.lifecycle.states.find(({ state }) => state === application.state)
  return (
    <StatusPage
      view={viewOf(c)}
      id={application.id}
      number={application.number ?? ''}
      state={application.state}
      owner={turnOf(application, law).owner}
      term={stepTerm(application, law)}
      stepDueOn={stepDueOn(application, law, law.on)}
      on={law.on}
      calendars={law.calendars}
      clock={rule?.ends === true ? undefined : clockOf(application, law, law.on)}
      history={history}
      reading={{ rules, laws, lists, type }}
      closed={application.state === 'left-unexamined' ? application.marks : undefined}
      heardOn={
        application.state === 'annulment-proposed' ? heardUntil(application, law) : undefined
      }
      appeal={appealOf(application.state, history, law)}
      actions={actionsFor(law, application)}
      decided={application.decided !== undefined}
    />
  )
}

/** These ends have no decision with a page of its own; each is fought by its own kind of claim. */
const CLAIMS: Readonly<Partial<Record<State, Contest['claim']>>> = {
  'left-unexamined': 'compel',
  annulled: 'set-aside',
}

/** Their terms run from the day itself. */
function appealOf(
  state: State,
  history: readonly Recorded[],
  law: LawContext,
): Contest | undefined {
  const [claim, last] = [CLAIMS[state], history.at(-1)]
  return claim && last && { claim, days: appealDays(law, last.on, claim) }
}
