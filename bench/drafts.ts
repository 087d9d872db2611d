import { randomUUID } from 'node:crypto'
import type { Answers } from '#core/answers/answers.ts'
import { submit } from '#core/cases/filing.ts'
import { descriptionInForce, type Description } from '#core/policy/policy.ts'
import { pinnedBy } from '#core/policy/policy.ts'
import { actingOn, inTransaction, poolOf, type Database, type Tx } from '#platform/database.ts'
import { createPortal } from '#portal/app.tsx'
import { addAccount, type Account } from '#records/accounts.ts'
import { readAnswers, saveBlock } from '#records/answers.ts'
import {
  beginCase,
  contextIn,
  nextSerial,
  numberOf,
  recordStep,
  type Taking,
} from '#records/cases.ts'
import { holdCase, readCase } from '#records/read-case.ts'
import { addDocument, documentsOf, type CaseDocument } from '#records/documents.ts'
import type { Keys } from '#records/keys.ts'
import { heldKey } from '#records/parties.ts'
import type { House } from '#records/house.ts'
import { formToken } from '#platform/form-token.ts'
import { startSession } from '#records/sessions.ts'
import { fillIn } from '#test/ana.ts'
import { visitor } from '#test/visitor.ts'

/** Somebody who is signed in. */
export type Someone = Account & { readonly token: string; readonly formToken: string }
/** A draft that may be submitted at once, and whose it is. */
export type Draft = { readonly id: string; readonly applicant: Someone }

/** What a complete draft holds, as it came through the forms once. */
export type Pattern = {
  readonly answers: Answers
  readonly documents: readonly CaseDocument[]
}

export async function patternOf(portal: House, assetsFolder: string): Promise<Pattern> {
  const applicant = await someone(portal)
  const client = visitor(
    createPortal(portal, assetsFolder),
    portal.portalUrl,
    async () => applicant.formToken,
  )
  client.cookies.set('kecid', applicant.token)
  const id = await fillIn(client)
  return inTransaction(ownDatabase(portal, applicant), async (tx) => {
    const found = await readCase(tx, portal.keys, id)
    if (!found) throw new Error('what was filled in is there')
    const { answers } = (await readAnswers(tx, id))(found)
    return { answers, documents: (await documentsOf(tx, id))(found) }
  })
}

export const someone = (portal: House): Promise<Someone> =>
  inTransaction(portal.door, async (tx) => {
    const email = `${randomUUID()}@example.org`
    const at = portal.clock.now()
    const account = await addAccount(tx, portal, { email, language: 'en', at })
    const { id: accountId, partyId } = account
    const session = { accountId, partyId, at, idleHours: portal.sessionHours }
    const token = await startSession(tx, portal.keys, session)
    return { ...account, token, formToken: formToken(portal.secret, account) }
  })

/** A draft for each of these people, written through records without the forms. */
export async function addDrafts(
  portal: House,
  pattern: Pattern,
  people: readonly Someone[],
): Promise<readonly Draft[]> {
  const { description, taking } = lawToday(portal)
  const drafts: Draft[] = []
  for (const applicant of people) {
    const by = { id: applicant.partyId, roles: [] }
    const wanted = { applicant, taking: { ...taking, by, description } }
    const id = await inTransaction(ownDatabase(portal, applicant), (tx) =>
      addDraft(tx, portal.keys, pattern, wanted),
    )
    drafts.push({ id, applicant })
  }
  return drafts
}

/** The database, with somebody who is signed in acting there. */
export const ownDatabase = ({ db, clock }: House, { token }: Pick<Someone, 'token'>): Database =>
  actingOn(db, { token, at: clock.now() })

/** What the portal does for a submission between the session and the answer. */
export async function submitDraft(house: House, { id, applicant }: Draft): Promise<void> {
  const { description, taking: today } = lawToday(house)
  const { type } = description
  const taking = { ...today, by: { id: applicant.partyId, roles: [] }, description }
  await inTransaction(ownDatabase(house, applicant), async (tx) => {
    const [found, kept, sealed, serial] = await Promise.all([
      holdCase(tx, house.keys, id),
      readAnswers(tx, id),
      documentsOf(tx, id),
      nextSerial(tx),
    ])
    if (!found) throw new Error('the draft is there')
    const { answers } = kept(found)
    const outcome = submit(found.standing, contextIn(found, taking), {
      step: 'submit',
      parts: [{ subject: found.partyId, answers, documents: sealed(found) }],
      number: numberOf(type, { serial, on: taking.on }),
      law: pinnedBy(description),
      adopted: true,
    })
    if (!outcome.ok) throw new Error(`refused: ${outcome.refusal.reason}`)
    await recordStep(tx, found, outcome.value, taking)
  })
}

/**
 * Makes what was submitted drafts again, so that each round finds the same work. History does not
 * allow that: its triggers are passed over, here and on a database that is thrown away.
 */
export async function takeBack(all: Database): Promise<void> {
  const client = await poolOf(all).connect()
  try {
    for (const statement of TAKE_BACK) await client.query(statement)
  } finally {
    client.release()
  }
}

const TAKE_BACK = [
  'set session_replication_role = replica',
  `delete from task using event where opened_by = event.id and event.kind = 'file'`,
  `update task set state = 'open', closed_by = null from event
     where closed_by = event.id and event.kind = 'file'`,
  `delete from event where kind = 'file'`,
  'delete from letter',
  'delete from waiting_job',
  `update case_file set state = 'draft', stage = 'draft', version = 1, number = null, field = null,
     type_hash = null, procedure_hash = null, scoring_hash = null, filed_on = null, due_on = null`,
  'reset session_replication_role',
  'vacuum case_file, event, task, letter, waiting_job',
]

function lawToday(house: House): {
  readonly description: Description
  readonly taking: Omit<Taking, 'by' | 'description'>
} {
  const { clock, policy } = house
  const description = descriptionInForce(policy, 'recognition', clock.today())
  if (!description) throw new Error('recognition is in force today')
  return {
    description,
    taking: { at: clock.now(), on: clock.today(), calendars: policy.calendars },
  }
}

type Drafting = { readonly applicant: Someone; readonly taking: Taking }

async function addDraft(
  tx: Tx,
  keys: Keys,
  ...[{ answers, documents }, { applicant, taking }]: readonly [Pattern, Drafting]
): Promise<string> {
  const { partyId, language } = applicant
  const id = await beginCase(tx, keys, { reader: { partyId, language } }, taking)
  const key = heldKey(await keys.read({ cases: [id] }), { party: partyId, caseId: id })
  const { at, description } = taking
  for (const block of description.type.blocks) {
    const items = answers[block.code]
    if (items) await saveBlock(tx, { caseId: id, partyId, block, items, version: 0, key, at })
  }
  for (const each of documents) await addDocument(tx, { ...each, caseId: id, partyId, key })
  return id
}
