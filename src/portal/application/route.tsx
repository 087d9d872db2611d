import { isDeepStrictEqual } from 'node:util'
import { whoIs } from '#core/answers/asked-of.ts'
import { Hono } from 'hono'
import { blockOf } from '#core/answers/asked.ts'
import { askedDocuments, gapsIn, gapsInBlock } from '#core/answers/gaps.ts'
import { assert } from '#core/assert.ts'
import { liesThere } from '#core/cases/away.ts'
import { rolesIn } from '#core/cases/context.ts'
import { clockOf, stepDueOn, stepTerm, turnOf } from '#core/cases/dues.ts'
import { noticeSince } from '#core/cases/examining.ts'
import { isDraft } from '#core/cases/filing.ts'
import { endsCase, hasEnded, outcomeOf } from '#core/cases/life.ts'
import { isFor, lastDayBefore, stepHere, stepsFor } from '#core/cases/may.ts'
import type { Filed } from '#core/cases/happenings.ts'
import { lastFiled, outcomeIn } from '#core/cases/standing.ts'
import type { IsoDate } from '#core/dated.ts'
import { laterOf } from '#core/deadlines/terms.ts'
import { descriptionOf } from '#core/policy/policy.ts'
import { serviceOf } from '#core/policy/systems.ts'
import { inTransaction, type Tx } from '#platform/database.ts'
import { shownIn, stillToCome } from '#portal/application/carrying-out/carrying-out.tsx'
import { aboutOf } from '#portal/about-what.ts'
import type { AboutWhat } from '#portal/about-line.tsx'
import { servicesAhead } from '#portal/ahead.ts'
import { consentPage } from '#portal/application/consent/consent.tsx'
import { DraftPage, type LookUpPart, type Part } from '#portal/application/draft/page.tsx'
import { isPaid, owedOf } from '#portal/application/duty/duty.tsx'
import { ContestDay, contestDay } from '#portal/contest-day.tsx'
import { hastening } from '#portal/contest-ways.ts'
import { PeoplePage, type Person } from '#portal/application/people/page.tsx'
import { peopleIn } from '#portal/application/people/people-in.ts'
import { StatusPage, type StatusProps } from '#portal/application/status-page.tsx'
import { visitsOf } from '#portal/application/visits/visits.tsx'
import { wardIn } from '#portal/wards.tsx'
import { applicationWords } from '#portal/application/words.ts'
import { stillNamed } from '#portal/carried.ts'
import { contestOf } from '#core/cases/appeal.ts'
import { toldOf } from '#core/cases/telling.ts'
import { fieldsOf } from '#core/policy/scoring.ts'
import { setAsideText } from '#portal/set-aside.tsx'
import { contestsIn, type Contest } from '#portal/contests.tsx'
import { chargesIn } from '#portal/charges.tsx'
import { viewOf, type PortalContext, type PortalEnv } from '#portal/env.ts'
import { joinsOf, JoinsSection, leaversOf, type Joins } from '#portal/joins.tsx'
import { nameOfPart } from '#portal/names-of-parts.ts'
import { caseIn, ownAnswers, ownParts, type OwnAnswers, type OwnCase } from '#portal/own-case.ts'
import { aroundHeld } from '#portal/held-ways.ts'
import { ownCases } from '#portal/own-cases.ts'
import { toFamily } from '#portal/own-family.ts'
import { ownStatus } from '#portal/own-status.ts'
import { renewedOn, touchedOn, type Versions } from '#portal/application/draft/touched.ts'
import { paths } from '#portal/paths.ts'
import { signedInOnly } from '#portal/session.tsx'
import { lawOf, readDecisions, type Decision } from '#records/decisions.ts'
import { documentsOf, repliedDocuments, type CaseDocument } from '#records/documents.ts'
import { keepingsOf } from '#records/keeping.ts'
import { versionsOfType } from '#records/policy.ts'
import { dutyPaidFor } from '#portal/duty-paid.tsx'
import { nextText, whoseTurn } from '#telling/next.ts'
import { ToldToApplicant } from '#telling/told-to-applicant.tsx'

/** One application: what is left to do, or where it stands. */
export const applicationRoute = new Hono<PortalEnv>()

applicationRoute.use(paths.application.pattern, signedInOnly)

applicationRoute.get(paths.application.pattern, (c) =>
  inTransaction(c.var.house.db, async (tx) => {
    const own = await ownAnswers(c, tx)
    if (!own) return consentPage(c, tx)
    const { standing } = own.found
    if (own.context.type.family === true) return toFamily(c, standing.id)
    if (!isDraft(standing, own.context.type)) return c.render(await statusPage(c, tx, own))
    const [documents, versions] = await Promise.all([
      documentsOf(tx, standing.id),
      versionsOfType(tx, standing.type),
    ])
    if (own.found.several && caseIn(c).place === undefined) {
      const [first, ...others] = await ownParts(c, tx)
      assert(first !== undefined, 'a case is shown to whoever has a part in it')
      const joins = await joinsOf(c, tx, [first, ...others])
      return c.render(peoplePage(c, { parts: [first, ...others], joins, documents, versions }))
    }
    const until = await contestDay(c, tx, own)
    const of = await aboutOf(c, tx, own)
    return c.render(draftPage(c, own, { documents: documents(own.found), versions, until, of }))
  }),
)

type Documents = Awaited<ReturnType<typeof documentsOf>>

type People = {
  readonly parts: readonly [OwnAnswers, ...OwnAnswers[]]
  readonly joins: Joins
  readonly documents: Documents
  readonly versions: Versions
}

/** A draft about several: who is in it, and how far each is of those for whom whoever asks acts. */
function peoplePage(c: PortalContext, { parts, joins, documents, versions }: People) {
  const [{ found, context }] = parts
  const whole = found.whole ?? found
  const { standing } = whole
  const { language } = c.var
  const { type, on } = context
  const steps = stepsFor(context, standing).map(({ rule }) => rule)
  const people = peopleIn(c, parts, (part) => {
    const { found: own, description } = part
    const who = whoIs(description.type, own, own.partyId)
    const { ahead } = part
    const filled = { answers: part.kept.answers, documents: documents(own), on, who, ahead }
    const fields = fieldsOf(part.description).map(({ code }) => code)
    const isDone = gapsIn(part.description.type, { ...filled, fields }).length === 0
    if (isDone && isAsConfirmed(part, filled)) return 'confirmed'
    return isDone ? 'done' : Object.keys(part.kept.answers).length > 0 ? 'begun' : 'to-do'
  })
  const sends = steps.some((rule) => rule.kind === 'file' && rule.part !== true)
  // Whoever only confirms what is of them need not wait for the others.
  const asked = sends ? people : people.filter(({ href }) => href !== undefined)
  return (
    <PeoplePage
      view={viewOf(c)}
      id={standing.id}
      title={type.title[language]}
      people={people}
      sends={sends}
      isReady={asked.every(({ progress }) => READY.includes(progress))}
      isConfirmed={!sends && asked.every(({ progress }) => progress === 'confirmed')}
      mayDiscard={steps.some(endsCase)}
      goesAfter={noticeSince(standing, context, touchedIn(parts, documents))?.after}
      renewedOn={renewedOn(c.var.house.policy, parts, { documents, versions })}
      on={on}
    >
      <JoinsSection {...joins} />
    </PeoplePage>
  )
}

const READY: readonly Person['progress'][] = ['done', 'confirmed', 'joined']

/** Whether somebody has confirmed what now stands there: what they change counts not before. */
function isAsConfirmed(
  { found }: OwnAnswers,
  { answers, documents }: Pick<Filed, 'answers'> & { readonly documents: readonly CaseDocument[] },
): boolean {
  const filed = lastFiled(found.standing)
  if (!filed || !isDeepStrictEqual(filed.answers, answers)) return false
  const ids = documents.map(({ id }) => id)
  return ids.length === filed.documents.length && ids.every((id) => filed.documents.includes(id))
}

const touchedIn = (parts: readonly OwnAnswers[], documents: Documents): IsoDate =>
  parts.map((part) => touchedOn(part, documents(part.found))).reduce(laterOf)

type Draft = {
  readonly documents: readonly CaseDocument[]
  readonly versions: Versions
  /** The last day to contest what it is about. */
  readonly until: IsoDate | undefined
  readonly of: AboutWhat | undefined
}

function draftPage(c: PortalContext, own: OwnAnswers, draft: Draft) {
  const { documents, versions, until, of } = draft
  const { found, address: id, description, kept, context, ahead } = own
  const { type } = description
  const { on } = context
  const { language } = c.var
  const { answers } = kept
  const fields = fieldsOf(description).map(({ code }) => code)
  const who = whoIs(type, found, found.partyId)
  const surroundings = { type, answers, on, fields, who, ahead }
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
      title={found.several ? nameOfPart(own, language) : type.title[language]}
      {...(found.several
        ? { among: paths.application.to(language, { id: found.standing.id }) }
        : {})}
      about={blockOf(type, view.deedOf ?? '')?.title[language]}
      parts={parts}
      documents={documentsPart(c, own, documents)}
      lookUp={lookUpPart(c, own)}
      of={of}
      told={
        <>
          <ContestDay {...{ until, on, language }} />
          <ToldToApplicant {...{ type, answers, language }} on={on} />
        </>
      }
      complete={gapsIn(type, { ...surroundings, documents }).length === 0}
      goesAfter={noticeSince(found.standing, context, touchedOn(own, documents))?.after}
      renewedOn={renewedOn(c.var.house.policy, [own], { documents: () => documents, versions })}
      on={on}
    />
  )
}

function documentsPart(
  c: PortalContext,
  { address: id, description, kept, ahead }: OwnAnswers,
  documents: readonly CaseDocument[],
): Part {
  const { language } = c.var
  const missing = askedDocuments(description.type, kept.answers, ahead).filter(
    ({ rule, isRequired }) => isRequired && !documents.some(({ kind }) => kind === rule.code),
  )
  return {
    title: applicationWords[language].documentsTitle,
    href: paths.documents.to(language, { id }),
    progress: uploaded({ missing: missing.length > 0, some: documents.length > 0 }),
  }
}

/** That registers can be asked first; undefined where there is none to ask. */
function lookUpPart(c: PortalContext, own: OwnAnswers): LookUpPart | undefined {
  if (servicesAhead(c, own).length === 0) return undefined
  const isAnswered = own.ahead.some(({ answer }) => answer !== undefined)
  const progress = isAnswered ? 'answered' : own.ahead.length > 0 ? 'asked' : 'open'
  return { href: paths.lookUp.to(c.var.language, { id: own.address }), progress }
}

function uploaded({ missing, some }: { missing: boolean; some: boolean }): Part['progress'] {
  if (missing) return some ? 'begun' : 'to-do'
  return some ? 'done' : 'none-needed'
}

async function statusPage(c: PortalContext, tx: Tx, own: OwnCase) {
  const { house, applicant } = c.var
  const { policy } = house
  const { found, context } = own
  const { on, type } = context
  const { state, decided, enteredOn } = found.standing
  const isDecided = decided !== undefined || enteredOn !== undefined
  const decisions = isDecided ? await readDecisions(tx, found) : []
  const contests = contestsIn(policy, decisions)
  const [first, ...others] = found.several ? await ownParts(c, tx) : []
  const isWhole = caseIn(c).place === undefined
  const parts: readonly [OwnCase, ...OwnCase[]] = first && isWhole ? [first, ...others] : [own]
  const whole = { held: found.whole ?? found, context }
  const [gave, of, hasten, kept, replied, shown, owed, visits, paid, charges] = await Promise.all([
    ownStatus(tx, house, own),
    aboutOf(c, tx, own),
    hastening(tx, policy, own),
    hasEnded(type, state) ? keepingsOf(tx, found.standing.id) : [],
    repliedDocuments(tx, found),
    shownIn(c, tx, own),
    isDecided && type.tariff !== undefined ? owedOf(tx, parts, c.var.language) : [],
    visitsOf(c, tx, own),
    dutyPaidFor(tx, { about: found.standing.about, party: found.partyId }),
    found.several || found.whole ? chargesIn(c, tx, whole) : [],
  ])
  const [still, ward] = [await stillNamed(c, tx, own), await wardIn(c, tx, own)]
  const cases = gave ? await ownCases(tx, policy, applicant.partyId) : []
  const isOver = hasEnded(type, state) || decided !== undefined
  return (
    <StatusPage
      view={viewOf(c)}
      address={own.address}
      people={first ? peopleIn(c, [first, ...others], inProgress) : []}
      leavers={first ? leaversOf(c, [first, ...others]) : []}
      charges={charges}
      found={found}
      context={context}
      laws={policy.laws}
      systems={policy.systems}
      turn={turnIn(c, own)}
      coming={stillToCome(parts, { ...shown, isInvoiced: owed.length > 0, isPaid: isPaid(owed) })}
      clock={isOver ? undefined : clockOf(found.standing, context, on)}
      steps={stepsFor(context, found.standing).map(({ rule }) => rule)}
      heardOn={heardUntil(own)}
      next={nextOf(c, own, { decisions, contests })}
      hastening={hasten}
      {...{ replied, gave, owed, visits, still, paid, ward }}
      statuses={policy.statuses}
      {...aroundHeld(policy, { own, held: gave, cases })}
      contests={contests}
      of={of}
      kept={kept.find(({ party }) => party === found.partyId)}
    />
  )
}

/** Whoever has something to mend is to do it; nothing is asked of the others. */
const inProgress = ({ found }: OwnAnswers): Person['progress'] =>
  found.standing.marks.length > 0 ? 'to-do' : 'confirmed'

/** What others answer is not told before the decision; so neither is whose answer is awaited. */
function turnIn(c: PortalContext, { found, context }: OwnCase): StatusProps['turn'] {
  const { standing } = found
  const { type, by } = context
  const { state } = standing
  const there = liesThere((found.whole ?? found).standing)
  if (there !== undefined) {
    const { service: code } = there
    const known = serviceOf(c.var.house.policy.systems, code)
    return { who: known?.system.name[c.var.language] ?? code, isYours: false }
  }
  const { owner = '' } = turnOf({ state }, type, {})
  const file = stepHere(context, standing, 'file')
  return {
    who: whoseTurn({ type, state }, c.var.language),
    isYours:
      rolesIn(standing, by.id).includes(owner) || (file && isFor(file, by, standing)) === true,
    dueOn: stepDueOn(standing, context),
    term: stepTerm(standing, context),
  }
}

/** The day before the first on which it can be decided, where one is heard and sends nothing. */
function heardUntil({ found: { standing }, context }: OwnCase): IsoDate | undefined {
  const decide = stepHere(context, standing, 'decide')
  if (!decide || stepHere(context, standing, 'file')) return undefined
  return lastDayBefore(decide, standing, context)
}

/** It is being dealt with, or was answered: what can be done now is told there. */
const isBefore = ({ progress, stood }: Contest): boolean =>
  progress === 'sent' || stood.outcome !== undefined

type Decided = {
  readonly decisions: readonly Decision[]
  readonly contests: readonly Contest[]
}

/** Until when what was decided can be fought, counted from when it was read, while it was not. */
function nextOf(
  c: PortalContext,
  own: OwnCase,
  { decisions, contests }: Decided,
): string | undefined {
  const { found, context } = own
  const { standing } = found
  const outcome = outcomeIn(standing)
  const isContested = outcome && outcomeOf(context.type, outcome)?.favourable === false
  if (isContested !== true) return undefined
  const decision = decisions.find(({ record }) => record.subject === found.partyId)
  if (decision?.setAsideOn !== undefined) return setAsideText(decision.setAsideOn, c.var.language)
  const told = decision && toldOf(standing, decision.hash)
  if (!told || contests.some(isBefore)) return undefined
  const law = { ...context, ...descriptionOf(c.var.house.policy, lawOf(decision), context.on) }
  const contest = contestOf(law, {
    outcome: decision.record.outcome,
    decidedOn: decision.decidedOn,
    told,
  })
  if (!contest) return undefined
  const { type, on, calendars } = context
  const stood = { type, state: standing.state, contest: contest.days }
  return nextText(stood, { on, calendars, language: c.var.language })
}
