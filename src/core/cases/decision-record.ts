import { assert } from '#core/assert.ts'
import { canonicalBytes } from '#core/canonical.ts'
import type { IsoDate } from '#core/dated.ts'
import type { Pinned } from '#core/cases/filing.ts'
import type { OutcomeCode } from '#core/cases/life.ts'
import { opinionsOf, pointsOf, scoresOf } from '#core/cases/answers-given.ts'
import type { Role } from '#core/cases/roles.ts'
import type { Proposal } from '#core/cases/happenings.ts'
import type { Standing } from '#core/cases/standing.ts'
import type { Translation } from '#core/cases/told.ts'
import type { Named } from '#core/answers/named.ts'
import { basisOf } from '#core/policy/basis.ts'
import { evaluate, type Facts, type Finding } from '#core/policy/evaluate.ts'
import type { Scoring } from '#core/policy/scoring.ts'

/**
 * Everything a decision rests on, in one record: run again in ten years from the same case and
 * the same law, it gives the same bytes. Pages, letters and the ledger all print from it.
 */
export type DecisionRecord = {
  readonly v: 2
  readonly number: string
  readonly type: string
  readonly typeHash: string
  readonly procedure: string
  /** Null where its type scores nothing, as is all that follows from it. */
  readonly scoring: string | null
  readonly subject: string
  /** What answers call them; null where none does. */
  readonly person: Named | null
  /** The number of the status, or of the case that it corrects or whose decision it is about. */
  readonly about: string | null
  /** Of which kind that status is, where cases of the type can be about several. */
  readonly aboutKind?: string
  /** Null where officials began the case. */
  readonly filedOn: string | null
  readonly decidedOn: string
  readonly outcome: OutcomeCode
  readonly grounds: readonly string[]
  readonly reasoning: string
  /** Null where whoever reads it reads the language of the act. */
  readonly translation: Translation | null
  readonly gives: readonly Given[]
  readonly passMark: number | null
  /** Null where the decision was taken without points. */
  readonly points: number | null
  readonly criteria: readonly ScoredCriterion[]
  readonly opinions: readonly { readonly body: string; readonly opinion: string }[]
  readonly facts: Facts
  readonly proposedBy: string
  readonly decidedBy: string
  /** Null where whoever looks may not decide it, and in records of the first form. */
  readonly signer: Signer | null
}

/** A status that a decision gives, and the numbers of those whose place it takes. */
export type Given = {
  /** Its kind. */
  readonly status: string
  readonly number: string
  readonly from: IsoDate
  readonly until: IsoDate
  readonly inPlaceOf?: readonly { readonly status: string; readonly number: string }[]
}

/** Who signs, by name, and as what. */
export type Signer = { readonly name: string; readonly role: Role }

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

/** By what, of what, when and by whom a decision is recorded. */
export type Recording = {
  /** The law by which it is decided: what was pinned, or what is in force. */
  readonly law: Pinned
  /** By what points were given, and the facts that the answers hold; none where nothing is. */
  readonly scored?: Scored
  /** What was sent in: only that can be evidence. */
  readonly documents: readonly { readonly kind: string }[]
  readonly on: IsoDate
  readonly by: string
  readonly signer?: Signer | undefined
  /** What is known of each whom it is about, by who that is. */
  readonly subjects?: Readonly<Record<string, AboutSubject>>
  /** The kind of the status that the case is about, where its type does not say it alone. */
  readonly aboutKind?: string
}

/** What a decision about somebody calls them, and what it gives them. */
type AboutSubject = {
  readonly person?: Named | undefined
  readonly gives?: readonly Given[]
  /** The numbers of the cases that it corrects. */
  readonly corrects?: readonly string[]
}

type Scored = { readonly scoring: Scoring; readonly facts: Facts }

/** The records of what stands proposed, one for each subject, for whoever decides on that day. */
export function decisionRecords(
  standing: Standing,
  recording: Recording,
): readonly DecisionRecord[] {
  const { proposed } = standing
  assert(proposed !== undefined, 'a decision is proposed before it is taken')
  return proposed.proposals.map((proposal) => decisionRecord(standing, proposal, recording))
}

function decisionRecord(
  standing: Standing,
  { subject, outcome, grounds, reasoning, translation }: Proposal,
  { law, scored, documents, on, by, signer, subjects = {}, aboutKind }: Recording,
): DecisionRecord {
  const { number, type, contests, filedOn = null, proposed } = standing
  assert(number !== undefined && proposed !== undefined, 'a decided case has a number')
  const { points, complete } = pointsOf(standing)
  const kinds = new Set(documents.map(({ kind }) => kind))
  const { person, gives = [], corrects } = subjects[subject] ?? {}
  const about = standing.about ?? contests?.number ?? corrects?.join(', ') ?? null
  return {
    v: 2,
    number,
    type,
    typeHash: law.typeHash,
    procedure: law.procedure,
    scoring: law.scoring ?? null,
    subject,
    person: person ?? null,
    about,
    ...(aboutKind === undefined ? {} : { aboutKind }),
    filedOn,
    decidedOn: on,
    outcome,
    grounds,
    reasoning,
    translation: translation ?? null,
    gives,
    passMark: scored?.scoring.passMark ?? null,
    points: complete ? points : null,
    criteria: scored ? scoredCriteria(standing, scored, kinds) : [],
    opinions: Object.entries(opinionsOf(standing)).map(([body, opinion]) => ({ body, opinion })),
    facts: scored?.facts ?? {},
    proposedBy: proposed.by,
    decidedBy: by,
    signer: signer ?? null,
  }
}

function scoredCriteria(
  standing: Standing,
  { scoring, facts }: Scored,
  kinds: ReadonlySet<string>,
): readonly ScoredCriterion[] {
  const { findings } = evaluate(scoring, facts)
  const scores = scoresOf(standing)
  return scoring.criteria.flatMap((criterion, index) => {
    const score = scores[criterion.code]
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
