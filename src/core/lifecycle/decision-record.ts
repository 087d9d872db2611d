import { assert } from '#core/assert.ts'
import { canonicalBytes } from '#core/canonical.ts'
import type { IsoDate } from '#core/dated.ts'
import { pointsOf, type Application, type DecisionOutcome } from '#core/lifecycle/application.ts'
import { basisOf } from '#core/policy/basis.ts'
import { evaluate, type Facts, type Finding } from '#core/policy/evaluate.ts'
import type { RuleSet } from '#core/policy/rule-set.ts'

/**
 * Everything a decision rests on, in one record: run again in ten years from the same case and
 * the same rule set, it gives the same bytes. Pages, letters and the ledger all print from it.
 */
export type DecisionRecord = {
  readonly v: 1
  readonly number: string
  readonly applicationType: string
  readonly typeHash: string
  readonly ruleSet: string
  readonly submittedOn: string
  readonly decidedOn: string
  readonly outcome: DecisionOutcome
  readonly grounds: readonly string[]
  readonly reasoning: string
  readonly passMark: number
  /** Absent where the decision was taken before scoring. */
  readonly points: number | null
  readonly criteria: readonly ScoredCriterion[]
  readonly opinions: readonly { readonly body: string; readonly opinion: string }[]
  readonly facts: Facts
  readonly draftedBy: string
  readonly signedBy: string
}

/** What a body gave for one criterion, beside what the estimate says of the same facts. */
export type ScoredCriterion = {
  readonly criterion: string
  readonly body: string
  readonly points: number
  readonly pointsMax: number
  readonly reason: string
  readonly clause: string
  /** Kinds of documents that can prove it and were sent in. */
  readonly evidence: readonly string[]
  /** What the self-assessment makes of the same facts. */
  readonly estimate: Finding
}

/** The record of the decision as it stands drafted, for the day and the person that sign it. */
export function decisionRecord(
  application: Application,
  {
    rules,
    facts,
    documents,
    on,
    by,
  }: {
    readonly rules: RuleSet
    readonly facts: Facts
    /** What was sent in: only that can be evidence. */
    readonly documents: readonly { readonly kind: string }[]
    readonly on: IsoDate
    readonly by: string
  },
): DecisionRecord {
  const { draft, number, ruleSet, typeHash, submittedOn } = application
  assert(draft !== undefined, 'a decision is drafted before it is signed')
  assert(
    number !== undefined && ruleSet !== undefined && typeHash !== undefined,
    'a decided application has a number and its law',
  )
  assert(submittedOn !== undefined, 'a decided application was submitted on a day')
  const { points, complete } = pointsOf(application)
  const { outcome, grounds, reasoning } = draft
  const kinds = new Set(documents.map(({ kind }) => kind))
  return {
    v: 1,
    number,
    applicationType: application.applicationType,
    typeHash,
    ruleSet,
    submittedOn,
    decidedOn: on,
    outcome,
    grounds,
    reasoning,
    passMark: rules.passMark,
    points: complete ? points : null,
    criteria: scoredCriteria(application, rules, { facts, kinds }),
    opinions: Object.entries(application.opinions).map(([body, opinion]) => ({ body, opinion })),
    facts,
    draftedBy: draft.by,
    signedBy: by,
  }
}

function scoredCriteria(
  application: Application,
  rules: RuleSet,
  { facts, kinds }: { readonly facts: Facts; readonly kinds: ReadonlySet<string> },
): readonly ScoredCriterion[] {
  const { findings } = evaluate(rules, facts)
  return rules.criteria.flatMap((criterion, index) => {
    const score = application.scores[criterion.code]
    const estimate = findings[index]
    if (!score || !estimate) return []
    const { code, pointsMax } = criterion
    const evidence = criterion.evidence.filter((kind) => kinds.has(kind))
    const { body, points, reason } = score
    return [
      {
        criterion: code,
        body,
        points,
        pointsMax,
        reason,
        clause: basisOf(criterion, 'pointsMax'),
        evidence,
        estimate,
      },
    ]
  })
}

/** The bytes that are hashed, kept and signed (RFC 8785). */
export function recordBytes(record: DecisionRecord): Uint8Array {
  return canonicalBytes(record)
}
