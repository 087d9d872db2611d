import { isId } from '#core/id.ts'
import type { Recorded } from '#core/lifecycle/application.ts'
import { lastFiled, type Filed } from '#core/lifecycle/filed.ts'
import type { Action } from '#core/lifecycle/lifecycle.ts'
import { ruleOf } from '#core/lifecycle/may.ts'
import type { Context as LawContext } from '#core/lifecycle/step.ts'
import { descriptionOf, type Description } from '#core/policy/policy.ts'
import type { Tx } from '#platform/database.ts'
import { actorIn, type OfficeContext } from '#office/env.ts'
import { sightOf, type Sight } from '#office/sight.ts'
import { holdCase, nowIn, readCase, type Case, type Taking } from '#records/cases.ts'
import { filedDocuments, type CaseDocument } from '#records/documents.ts'
import { recordLook } from '#records/looks.ts'

/** A case as far as whoever is signed in may see it, with its law. */
export type OpenCase = {
  readonly found: Case
  readonly sight: Sight
  readonly description: Description
  readonly taking: Taking
  readonly law: LawContext
}

/** Whether the lifecycle lets anybody take this action from where the case stands. */
export const leadsFrom = ({ found, law }: OpenCase, action: Action): boolean =>
  ruleOf(law.lifecycle, action)?.from.includes(found.application.state) === true

/**
 * Absent too where the person has nothing to do with it: that there is a case is not told either.
 */
export async function openCase(
  c: OfficeContext,
  tx: Tx,
  { hold = false }: { readonly hold?: boolean } = {},
): Promise<OpenCase | undefined> {
  const id = c.req.param('id') ?? ''
  if (!isId(id)) return undefined
  const { keys, clock, policy } = c.var.house
  const found = await (hold ? holdCase : readCase)(tx, keys, id)
  const by = actorIn(c)
  const sight = found && sightOf(by, found.application)
  if (!found || !sight) return undefined
  const { at, on } = nowIn(found, clock.now())
  const description = descriptionOf(policy, found.application, on)
  if (!description) return undefined
  const { calendars } = policy
  const { rules, type } = description
  return {
    found,
    sight,
    description,
    taking: { by, at, on, description, calendars },
    law: { by, on, lifecycle: type.lifecycle, rules, calendars },
  }
}

/** What an official looked at; the person reads it in their account. */
export type LookedAt = 'case-page' | 'document' | 'return-page' | 'score-page' | 'opinion-page'
export type LookedAtDecision = 'draft-page' | 'sign-page'

/** Written in the transaction that reads, before anything is shown. */
export async function noteLook(
  tx: Tx,
  { found, taking, sight }: OpenCase,
  page: LookedAt | LookedAtDecision,
): Promise<void> {
  const { application, partyId, key } = found
  await recordLook(tx, {
    by: { ...taking.by, roles: [sight.as] },
    at: taking.at,
    page,
    partyId,
    caseId: application.id,
    key,
  })
}

/** The answers and documents as they were sent in last; what is being mended is not filed yet. */
export function filedIn(history: readonly Recorded[]): Filed {
  return lastFiled(history) ?? { answers: {}, documents: [] }
}

/** What was sent in last, with its documents. */
export async function readFiled(
  tx: Tx,
  { found: { application, history, key } }: OpenCase,
): Promise<{ readonly filed: Filed; readonly documents: readonly CaseDocument[] }> {
  const filed = filedIn(history)
  const wanted = { caseId: application.id, ids: filed.documents, key }
  return { filed, documents: await filedDocuments(tx, wanted) }
}
