import { Hono } from 'hono'
import { first } from '#core/answers/typed.ts'
import { assert } from '#core/assert.ts'
import type { AskedKind, StepKind, StepRule } from '#core/cases/life.ts'
import { stepHere } from '#core/cases/may.ts'
import { isAwaited } from '#core/cases/asked.ts'
import { doneBefore } from '#core/cases/pressed.ts'
import type { Standing } from '#core/cases/standing.ts'
import { versionFor } from '#core/cases/tasks.ts'
import { inTransaction, type Tx } from '#platform/database.ts'
import { FORM_TOKEN } from '#platform/form-token.ts'
import { caseAddress, wayBack } from '#office/back.ts'
import { stepFor, taskFor, whyNot } from '#office/case-actions.ts'
import { tokenOf, typedIn } from '#office/case-step.ts'
import { viewOf, type OfficeContext, type OfficeEnv } from '#office/env.ts'
import { noteLook, openAbout, openCase, type OpenCase } from '#office/open-case.ts'
import { paths } from '#office/paths.ts'
import { refusalShown, refused, type Refusal } from '#office/refusals.tsx'
import { signedInOnly } from '#office/session.tsx'
import { sightOf } from '#office/sight.ts'
import type { Asking, StepHandler } from '#office/step-handler.ts'
import { SAVE_FOR_LATER } from '#office/step-page.tsx'
import { objecting } from '#office/steps/answer/opinion.tsx'
import { givingPoints } from '#office/steps/answer/points.tsx'
import { assigning } from '#office/steps/assign/assigning.tsx'
import { asking } from '#office/steps/ask/asking.tsx'
import { consulting } from '#office/steps/consult/consulting.tsx'
import { deciding, sendingBack } from '#office/steps/decide/deciding.tsx'
import { proposing } from '#office/steps/propose/proposing.tsx'
import { recording } from '#office/steps/record/recording.tsx'
import { entering } from '#office/steps/reply/entering.tsx'
import { ending, extending, recalling, reopening } from '#office/steps/reasoned/reasoned.tsx'
import { returning } from '#office/steps/return/returning.tsx'
import { saying } from '#office/steps/say/saying.tsx'
import { telling } from '#office/steps/tell/telling.tsx'
import { voting } from '#office/steps/vote/voting.tsx'
import { casesAbout, casesAboutParty } from '#records/cases-about.ts'
import { beginCase, recordStep } from '#records/cases.ts'
import { holdCase, type Case } from '#records/read-case.ts'
import { readTaskDraft, saveTaskDraft, type Owed } from '#records/task-drafts.ts'
import { done, STEP, stepOfType } from '#telling/done.tsx'

/** One page for every step of the office: what it asks and shows follows from the step's kind. */
export const stepsRoute = new Hono<OfficeEnv>()

/** What no official does has no page. */
const HANDLERS: Readonly<Partial<Record<StepKind | AskedKind, StepHandler>>> = {
  ask: asking,
  return: returning,
  points: givingPoints,
  opinion: objecting,
  reply: entering,
  record: recording,
  payment: recording,
  appearance: recording,
  vote: voting,
  extend: extending,
  propose: proposing,
  'send-back': sendingBack,
  decide: deciding,
  tell: telling,
  end: ending,
  reopen: reopening,
  recall: recalling,
  assign: assigning,
  say: saying,
  consult: consulting,
}

/** What is done with a step that somebody asks for: its page is shown, or it is taken. */
type Doing = (asking: Asking, handler: StepHandler) => Promise<Response>

for (const { pattern } of [paths.step, paths.open]) stepsRoute.use(pattern, signedInOnly)

stepsRoute.get(paths.step.pattern, (c) => ofCase(c, show))
stepsRoute.post(paths.step.pattern, (c) => ofCase(c, take))
stepsRoute.get(paths.open.pattern, (c) => ofCaseAbout(c, show))
stepsRoute.post(paths.open.pattern, (c) => ofCaseAbout(c, take))

/** A step of the case in the address. */
function ofCase(c: OfficeContext, doing: Doing): Promise<Response> {
  return inTransaction(c.var.house.db, async (tx) => {
    const open = await openCase(c, tx, { hold: isPost(c) })
    return open ? step({ c, tx, open, code: c.req.param('step') ?? '' }, doing) : c.notFound()
  })
}

/** The first step of a case that would begin about what the case in the address gave. */
function ofCaseAbout(c: OfficeContext, doing: Doing): Promise<Response> {
  return inTransaction(c.var.house.db, async (tx) => {
    const about = await openAbout(c, tx, { code: c.req.param('type') ?? '', hold: isPost(c) })
    const first = (open: OpenCase, doing: Doing) =>
      step({ c, tx, open, code: proposes(open)?.code ?? '' }, doing)
    if (about.ok) return first(about.value.open, doing)
    const { refusal } = about
    if (refusal.reason === 'absent') return c.notFound()
    return first(
      refusal.open,
      async (asking, handler) =>
        (await begunBefore(asking)) ?? notTaken(asking, handler, refusal.why),
    )
  })
}

/** A second press of what has begun a case leads to that. */
async function begunBefore(asking: Asking): Promise<Response | undefined> {
  const { c, tx, open, rule } = asking
  if (!isPost(c) || open.begins === undefined) return undefined
  const { about } = open.found.standing
  const beside = await (about === undefined
    ? casesAboutParty(tx, open.found.partyId)
    : casesAbout(tx, about))
  const one = beside.find(({ type, stage }) => type === open.begins?.type && stage !== 'ended')
  const begun = one && (await openCase(c, tx, { id: one.id }))
  if (!begun) return undefined
  const { standing, history } = begun.found
  const pressed = { by: open.law.by.id, step: rule.code, said: writtenIn(asking) }
  return doneBefore(standing.id, history, pressed) && led(asking, standing)
}

/** A second press of a form leads to what the first has led to. */
function pressedBefore(asking: Asking): Response | undefined {
  const { c, open, rule, typed } = asking
  const { standing, history } = open.found.whole ?? open.found
  const version = first(typed, 'version')
  if (!isPost(c) || version === tokenOf(open, rule)) return undefined
  const { type, by } = open.law
  const isFrom = (before: Standing) =>
    String(versionFor(before, { type, step: rule.code, by })) === version
  const pressed = { by: by.id, step: rule.code, isFrom, said: writtenIn(asking) }
  return doneBefore(standing.id, history, pressed) && led(asking, standing)
}

const writtenIn = ({ typed }: Asking): readonly string[] =>
  Object.entries(typed)
    .filter(([name]) => !CARRIED.includes(name))
    .flatMap(([, values]) => (values ?? []).filter((value) => value.trim() !== ''))

/** Where whoever has taken a step goes on: the case, as long as it is theirs. */
function led({ c, view, open, rule }: Asking, after: Standing): Response {
  const isTheirs = sightOf(open.law.by, after, open.description) !== undefined
  const place = isTheirs ? caseAddress(view, after.id) : wayBack(view).href
  return done(c, place, STEP, stepOfType(after.type, rule.code))
}

const proposes = ({ law, found }: OpenCase) => stepHere(law, found.standing, 'propose')

const isPost = (c: OfficeContext): boolean => c.req.method === 'POST'

type Wanted = {
  readonly c: OfficeContext
  readonly tx: Tx
  readonly open: OpenCase
  readonly code: string
}

async function step({ c, tx, open, code }: Wanted, doing: Doing): Promise<Response> {
  const rule = stepFor(open, code)
  const handler = rule && HANDLERS[taskFor(rule, open)?.kind ?? rule.kind]
  if (!rule || !handler) return c.notFound()
  const typed = isPost(c) ? await typedIn(c) : {}
  const task = taskFor(rule, open)
  const mayWait = handler.mayWait === true && task !== undefined && isAwaited(task)
  const later = mayWait ? await laterIn(tx, open, rule) : undefined
  const asking = { c, tx, view: viewOf(c), open, rule, typed, later }
  const refusal = whyNot(open, rule)
  if (refusal) return pressedBefore(asking) ?? notTaken(asking, handler, refusal)
  return doing(asking, handler)
}

/** What whoever acts, or their body, is asked by a step. */
const owedIn = ({ found, law }: OpenCase, { code: step }: StepRule): Owed => ({
  caseId: found.standing.id,
  step,
  body: law.by.body,
  official: law.by.id,
  key: found.key,
})

async function laterIn(tx: Tx, open: OpenCase, rule: StepRule): Promise<Asking['later']> {
  const draft = await readTaskDraft(tx, owedIn(open, rule))
  return draft === undefined ? {} : { draft }
}

const show: Doing = async (asking, handler) => {
  if (handler.look) await noteLook(asking.tx, asking.open, handler.look(asking))
  return asking.c.render(await handler.page(asking, {}))
}

const take: Doing = async (asking, handler) => {
  const { c, tx, open, rule, typed } = asking
  if (asking.later && first(typed, SAVE_FOR_LATER) !== '') return keep(asking)
  const decided = await handler.decide(asking)
  if (!decided.ok) return pressedBefore(asking) ?? showAgain(asking, handler, decided.refusal)
  if (first(typed, 'version') !== tokenOf(open, rule)) {
    return pressedBefore(asking) ?? showAgain(asking, handler, { reason: 'stale' })
  }
  const held = open.begins === undefined ? open.found : await begin(tx, c, open)
  const after = handler.record
    ? await handler.record(asking, decided.value)
    : await recordStep(tx, held, decided.value, open.taking)
  return led(asking, after)
}

/** Nothing is handed in, and nothing is asked of what is written. */
async function keep({ c, tx, view, open, rule, typed, later }: Asking): Promise<Response> {
  const written = Object.entries(typed).filter(([name]) => !CARRIED.includes(name))
  const isEmpty = written.every(([, values]) => (values ?? []).every((value) => value === ''))
  const place = caseAddress(view, open.found.standing.id)
  if (isEmpty && later?.draft === undefined) return done(c, place, 'nothing-written')
  const draft = { typed: Object.fromEntries(written), savedAt: open.law.at }
  await saveTaskDraft(tx, owedIn(open, rule), draft)
  return done(c, place, 'saved-for-later')
}

/** What forms carry, and nobody writes. */
const CARRIED: readonly string[] = ['version', FORM_TOKEN, SAVE_FOR_LATER]

/** With everything typed still there, and what is wrong: beside its field, or above all of them. */
async function showAgain(
  asking: Asking,
  handler: StepHandler,
  refusal: Refusal,
): Promise<Response> {
  const { c, tx, view, open } = asking
  if (handler.look) await noteLook(tx, open, handler.look(asking))
  if (refusal.reason === 'form') return c.render(await handler.page(asking, refusal.errors), 400)
  const refused = refusalShown(refusal, c, open)
  return c.render(await handler.page({ ...asking, view: { ...view, refused } }, {}), 409)
}

/** A step that they cannot take now has no form. */
const notTaken = async (
  asking: Asking,
  handler: StepHandler,
  refusal: Refusal,
): Promise<Response> =>
  refused(asking.c, asking.open, { refusal, kept: handler.kept?.(asking) ?? [] })

/** Begins what stood only as it would, about a holder and a status. */
async function begin(tx: Tx, c: OfficeContext, { found, taking }: OpenCase): Promise<Case> {
  const { keys } = c.var.house
  const { standing, reader, partyId } = found
  const role = standing.parties.find(({ isSubject }) => isSubject)?.role ?? ''
  const about = { partyId, role }
  const { about: status } = standing
  const isActedFor = standing.parties.some(({ isSubject }) => !isSubject)
  const beginning = {
    reader,
    about,
    ...(isActedFor ? { guardian: reader } : {}),
    ...(status === undefined ? {} : { status }),
  }
  const held = await holdCase(tx, keys, await beginCase(tx, keys, beginning, taking))
  assert(held !== undefined, 'a case that has just begun is there')
  return held
}
