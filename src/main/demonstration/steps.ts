import type { Answers } from '#core/answers/answers.ts'
import { assert } from '#core/assert.ts'
import { resubmit, submit, withdraw, type Uploaded } from '#core/lifecycle/apply.ts'
import { pointsOf, type Application, type Mark } from '#core/lifecycle/application.ts'
import { criteriaOf, giveOpinion, noteSilence, score } from '#core/lifecycle/assess.ts'
import { draftDecision, sendBack, sign } from '#core/lifecycle/decide.ts'
import {
  accept,
  closeUnexamined,
  extend,
  proposeClosing,
  returnForCorrection,
} from '#core/lifecycle/examine.ts'
import {
  annul,
  confirmDeath,
  dismissDeathReport,
  dropAnnulment,
  expire,
  proposeAnnulment,
  reportDeath,
} from '#core/lifecycle/status.ts'
import type { Context, Step } from '#core/lifecycle/step.ts'
import type { Outcome } from '#core/outcome.ts'
import { evaluate, type Facts } from '#core/policy/evaluate.ts'
import type { Description } from '#core/policy/policy.ts'
import { placeOf } from '#main/demonstration/answers.ts'
import { pointsFor } from '#main/demonstration/points.ts'
import { reasonFor } from '#main/demonstration/reasons.ts'
import type { Deed, Marked, Story } from '#main/demonstration/story.ts'
import type { Reading } from '#telling/fact-values.ts'

/** All that a deed may need to know of its case. */
export type Doing = {
  readonly story: Story
  readonly application: Application
  readonly description: Description
  readonly context: Context
  readonly number: string
  /** What was sent in last, and what is filled in now. */
  readonly before: Filing
  readonly after: Filing
  readonly facts: Facts
  /** The lists and the language of whoever writes. */
  readonly reading: Reading
  /** The hash of the record that would be signed now. */
  readonly record: () => string
}

export type Filing = { readonly answers: Answers; readonly documents: readonly Uploaded[] }

export type SteppingDeed = Exclude<Deed, { readonly act: 'begin' | 'open-decision' }>

/** What the law makes of a deed; the same functions decide it as when a page or a job asks. */
export function stepOf(deed: SteppingDeed, doing: Doing): Outcome<Step, { reason: string }> {
  const { application, context } = doing
  switch (deed.act) {
    case 'withdraw':
      return withdraw(application, context)
    case 'submit':
    case 'resubmit':
      return sentIn(deed.act, doing)
    case 'accept':
      return accept(application, context)
    case 'return': {
      const marks = deed.marks.map((each) => markOf(each, doing))
      return returnForCorrection(application, context, { ...deed, marks })
    }
    case 'propose-closing':
      return proposeClosing(application, context)
    case 'close-unexamined':
      return closeUnexamined(application, context)
    case 'score':
      return score(application, context, scoresOf(doing))
    case 'give-opinion':
      return giveOpinion(application, context, deed)
    case 'note-silence':
      return noteSilence(application, context)
    case 'extend':
      return extend(application, context, deed.reason)
    case 'draft-decision':
      return draftDecision(application, context, {
        ...deed,
        reasoning: filledIn(deed.reasoning, doing),
      })
    case 'send-back':
      return sendBack(application, context, deed.reason)
    case 'sign':
      return sign(application, context, { record: doing.record(), adopted: true })
    case 'propose-annulment':
    case 'drop-annulment':
    case 'annul':
    case 'report-death':
    case 'dismiss-death-report':
    case 'confirm-death':
    case 'expire':
      return statusStep(deed, application, context)
  }
}

type StatusDeed = Extract<
  Deed,
  {
    readonly act:
      | 'propose-annulment'
      | 'drop-annulment'
      | 'annul'
      | 'report-death'
      | 'dismiss-death-report'
      | 'confirm-death'
      | 'expire'
  }
>

function statusStep(
  deed: StatusDeed,
  application: Application,
  context: Context,
): Outcome<Step, { reason: string }> {
  switch (deed.act) {
    case 'propose-annulment':
      return proposeAnnulment(application, context, deed)
    case 'drop-annulment':
      return dropAnnulment(application, context, deed.reason)
    case 'annul':
      return annul(application, context)
    case 'report-death':
      return reportDeath(application, context, deed.evidence)
    case 'dismiss-death-report':
      return dismissDeathReport(application, context, deed.reason)
    case 'confirm-death':
      return confirmDeath(application, context)
    case 'expire':
      return expire(application, context)
  }
}

function sentIn(
  act: 'submit' | 'resubmit',
  { application, context, description, number, before, after }: Doing,
): Outcome<Step, { reason: string }> {
  const { type, typeHash, rules, rulesHash } = description
  if (act === 'submit') {
    const law = { type, typeHash, ruleSet: rulesHash, adopted: true }
    return submit(application, context, { ...after, ...law, number })
  }
  const fields = rules.fields.map(({ code }) => code)
  return resubmit(application, context, { type, fields, before, after, confirmed: [] })
}

function markOf(marked: Marked, { description: { type }, before }: Doing): Mark {
  const { note } = marked
  if (!('document' in marked)) {
    return { kind: 'field', ...placeOf(type, before.answers, marked), note }
  }
  const rule = type.checklist.find(({ means }) => means === marked.document)
  assert(rule !== undefined, `the type asks for ${marked.document}`)
  return { kind: 'document', document: rule.code, note }
}

/** What a reasoning says of the points is what they have become. */
function filledIn(text: string, { application, context: { rules } }: Doing): string {
  const values = {
    criteria: rules.criteria.length,
    points: pointsOf(application).points,
    passMark: rules.passMark,
  }
  return Object.entries(values).reduce(
    (filled, [name, value]) => filled.replace(`{${name}}`, String(value)),
    text,
  )
}

/** Points that come to what the story says, each with a reason that rests on the facts. */
function scoresOf({ story, application, context: { rules, by }, facts, reading }: Doing) {
  const evaluation = evaluate(rules, facts)
  const { reaches } = story
  assert(reaches !== undefined, `${story.email} is given points`)
  const points = pointsFor(rules, evaluation, reaches)
  return criteriaOf(application, by.body ?? '').map((code) => {
    const index = rules.criteria.findIndex((each) => each.code === code)
    const [criterion, finding] = [rules.criteria[index], evaluation.findings[index]]
    assert(criterion !== undefined && finding !== undefined, `${code} is a criterion`)
    const given = points.get(code) ?? 0
    const reason = reasonFor(criterion, { facts, finding, points: given }, reading)
    return { criterion: code, points: given, reason }
  })
}
