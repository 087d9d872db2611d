import { Hono } from 'hono'
import { askedFor } from '#core/answers/asked.ts'
import { isAway } from '#core/cases/away.ts'
import { contestOf } from '#core/cases/appeal.ts'
import { isToMission } from '#core/cases/contesting.ts'
import { hasEnded } from '#core/cases/life.ts'
import { isOfficeRole } from '#core/cases/roles.ts'
import { registersAwaited } from '#core/cases/consulted.ts'
import { toldOf } from '#core/cases/telling.ts'
import type { Recorded } from '#core/cases/happenings.ts'
import {
  everFiled,
  lastFiled,
  repliedWith,
  subjectsOf,
  type Standing,
} from '#core/cases/standing.ts'
import { inTransaction, type Tx } from '#platform/database.ts'
import { askedOf } from '#office/asked-of.ts'
import { viewOf, type OfficeContext, type OfficeEnv } from '#office/env.ts'
import { noteLook, openCase, partsOf, type OpenCase } from '#office/open-case.ts'
import { isOneOf } from '#office/own-page.ts'
import { paths } from '#office/paths.ts'
import { signedInOnly } from '#office/session.tsx'
import { casesBeside } from '#office/concerned.tsx'
import { decidedElsewhere } from '#office/elsewhere.tsx'
import { votersSeen } from '#office/sight.ts'
import { visitsSeen } from '#office/visits-asked.ts'
import { wordingOf } from '#office/wording.ts'
import { missionOfCase } from '#records/asking.ts'
import { readDecisions, type Decision } from '#records/decisions.ts'
import { filedDocuments } from '#records/documents.ts'
import { holdingsOf, type Holding } from '#records/foundations.ts'
import type { House } from '#records/house.ts'
import { invoicesOf } from '#records/invoices.ts'
import { knownAs } from '#records/known-as.ts'
import { triesIn } from '#records/inquiries.ts'
import { keepingsOf } from '#records/keeping.ts'
import { namedOtherwiseIn, type NamedOtherwise } from '#records/named-otherwise.ts'
import { namesOfOfficials } from '#records/officials.ts'
import { nameOf } from '#telling/person.ts'
import { aroundOf } from './beside/around.ts'
import { caseAbout, complaintsAbout } from './beside/queries.ts'
import { CasePage, type CasePart } from './page.tsx'

export const caseRoute = new Hono<OfficeEnv>()

caseRoute.get(paths.case.pattern, signedInOnly, async (c) => {
  const { house } = c.var
  const seen = await inTransaction(house.db, async (tx) => {
    const open = await openCase(c, tx)
    if (!open) return undefined
    const { history } = open.found
    const looked = noteLook(tx, open, 'case-page')
    if (!open.sight.whole) {
      const [parts, names] = await Promise.all([
        partsIn(tx, open),
        namesOfOfficials(tx, house.secret, votersIn(open)),
        looked,
      ])
      return { open, parts, contests: [], complaints: [], names }
    }
    const [
      parts,
      decisions,
      stood,
      complaints,
      names,
      name,
      kept,
      elsewhere,
      beside,
      tries,
      held,
      owed,
      besideIt,
    ] = await Promise.all([
      partsIn(tx, open),
      readDecisions(tx, open.found),
      Promise.all(partsOf(open).map((part) => aroundOf(tx, house, part))),
      complaintsAbout(tx, open.found.standing.id),
      namesOfOfficials(tx, house.secret, [...officialsIn(history), ...votersIn(open)]),
      nameElsewhere(tx, house, open),
      keptIn(tx, open),
      elsewhereOf(c, tx, open),
      casesBeside(tx, open),
      waitsForSystems(open.found.standing) ? triesIn(tx, open.found.standing.id) : [],
      holdingsOf(tx, subjectsOf(open.found.standing)),
      owedIn(tx, open),
      besides(c, tx, open),
      looked,
    ])
    return {
      open,
      elsewhere,
      beside,
      tries,
      cards: isOneOf(c.var.official.roles, 'service') ? cardsIn(held) : [],
      owed,
      ...besideIt,
      knownAs: name,
      parts: parts.map((part, index) => ({
        ...part,
        around: stood[index],
        named: namedIn(house, part.open, held),
        kept: kept.find(({ party }) => party === part.open.found.partyId),
        ...decidedIn(part.open, decisions),
      })),
      contests: (decisions[0]?.contests ?? []).flatMap(caseAbout),
      complaints,
      names,
    }
  })
  if (!seen) return c.notFound()
  const wording = wordingOf(c, seen.open.description)
  return c.render(<CasePage view={viewOf(c)} {...seen} wording={wording} policy={house.policy} />)
})

/** When somebody comes in person, and which mission was asked. */
async function besides(c: OfficeContext, tx: Tx, open: OpenCase) {
  const [visits, asked] = await Promise.all([
    visitsSeen(tx, open, c.var.language),
    missionAsked(c, tx, open),
  ])
  return { visits, asked }
}

/** Of what is begun to a mission, which that is, and the language to answer in. */
async function missionAsked(c: OfficeContext, tx: Tx, { found, law }: OpenCase) {
  if (!isToMission(law.type.begins)) return undefined
  const mission = await missionOfCase(tx, found.standing.id)
  const askedIn = found.reader.language
  return askedOf({ mission, askedIn }, c.var.house.policy.missions, c.var.language)
}

const keptIn = async (tx: Tx, { law, found: { standing } }: OpenCase) =>
  hasEnded(law.type, standing.state) ? keepingsOf(tx, standing.id) : []

/** What it is about stands there anyway. */
const elsewhereOf = async (c: OfficeContext, tx: Tx, open: OpenCase) =>
  open.found.contested ? undefined : decidedElsewhere({ c, tx, open })

/** Each of those whom it is about, with what was sent in of them. */
async function partsIn(tx: Tx, open: OpenCase): Promise<readonly CasePart[]> {
  const parts = partsOf(open).map((part) => ({ part, ...sentIn(part) }))
  const caseId = open.found.standing.id
  const documents = await filedDocuments(tx, { caseId, ids: parts.flatMap(({ ids }) => ids) })
  return parts.map(({ part, now }) => {
    const all = documents(part.found)
    return {
      open: part,
      documents: all.filter(({ id }) => now.includes(id)),
      replaced: all.filter(({ id }) => !now.includes(id)),
    }
  })
}

/** Whoever reads the whole case, until it is decided, reads what names somebody otherwise. */
function namedIn(
  { policy, secret }: Pick<House, 'policy' | 'secret'>,
  { found, description, law }: OpenCase,
  held: readonly Holding[],
): readonly NamedOtherwise[] {
  const { standing, partyId: holder } = found
  const answers = lastFiled(standing)?.answers
  if (answers === undefined || standing.decided !== undefined) return []
  const asked = { policy, type: description.type, answers, holder, on: law.on }
  return namedOtherwiseIn(held, secret, asked)
}

/**
 * Statuses on which rests what they hold, and which rest on nothing: each has a card. A type says
 * how many people a case is about, and a body of the state decided of each status.
 */
const cardsIn = (held: readonly Holding[]): readonly Pick<Holding, 'number'>[] =>
  held.filter(({ restsOn }) => restsOn === null)

/** What was decided of somebody: no body that was asked learns that. */
function decidedIn(
  part: OpenCase,
  decisions: readonly Decision[],
): Pick<CasePart, 'decision' | 'contest'> {
  const { standing, partyId } = part.found
  const decision = decisions.find(({ record }) => record.subject === partyId)
  return standing.decided && decision ? { decision, contest: contestIn(part, decision) } : {}
}

/** Whom a case is about that asks nobody's name. */
async function nameElsewhere(
  tx: Tx,
  house: Pick<House, 'keys' | 'policy'>,
  { found, law: { type, on } }: OpenCase,
): Promise<string | undefined> {
  if (found.several || askedFor(type, 'surname') || askedFor(type, 'given-names')) return undefined
  const named = await knownAs(tx, house, { held: found, on })
  return named && nameOf(named)
}

const votersIn = ({ sight, found }: OpenCase): readonly string[] => votersSeen(sight, found.history)

/** What was sent in last, and, for those who see the whole case, what that replaced. */
function sentIn({ found: { standing }, sight }: OpenCase) {
  const filed = lastFiled(standing)?.documents ?? []
  const now = sight.whole ? [...filed, ...repliedWith(standing)] : filed
  return { now, ids: sight.whole ? [...new Set(everFiled(standing))] : now }
}

/** What is paid for what was given: by itself, or by the case that gave what it is about. */
const owedIn = async (tx: Tx, { found: { giver, standing }, law: { type } }: OpenCase) =>
  giver === undefined && type.tariff === undefined
    ? []
    : invoicesOf(tx, giver?.caseId ?? standing.id)

/** Until when the person can fight what was decided. */
const contestIn = ({ law, found: { standing } }: OpenCase, { decidedOn, hash, record }: Decision) =>
  contestOf(law, { outcome: record.outcome, decidedOn, told: toldOf(standing, hash) })?.days

/** Those who acted or were given the case; parties and the system are no officials. */
const officialsIn = (events: readonly Recorded[]): readonly string[] =>
  events.flatMap(({ by, role, event }) => [
    ...(isOfficeRole(role) ? [by] : []),
    ...(event.kind === 'assign' && event.to !== undefined ? [event.to] : []),
  ])

/** Registers have still to answer, or the system that examines it. */
const waitsForSystems = (standing: Standing): boolean =>
  registersAwaited(standing).length > 0 || isAway(standing)
