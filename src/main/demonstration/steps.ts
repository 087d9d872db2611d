import type { Answers } from '#core/answers/answers.ts'
import { assert } from '#core/assert.ts'
import { answer, criteriaOf, type GivenPoints } from '#core/cases/answering.ts'
import { assign } from '#core/cases/assigning.ts'
import { ask } from '#core/cases/asking.ts'
import type { Context, Step } from '#core/cases/context.ts'
import { decide, propose, sendBack } from '#core/cases/deciding.ts'
import { extend, giveBack, lapse } from '#core/cases/examining.ts'
import { end, resubmit, submit, type Uploaded } from '#core/cases/filing.ts'
import { say } from '#core/cases/saying.ts'
import { tell } from '#core/cases/telling.ts'
import { pointsOf, scoresOf } from '#core/cases/answers-given.ts'
import type { Mark } from '#core/cases/happenings.ts'
import { subjectsOf, type Standing } from '#core/cases/standing.ts'
import type { Translation } from '#core/cases/told.ts'
import type { Language } from '#core/language.ts'
import type { Outcome } from '#core/outcome.ts'
import { evaluate } from '#core/policy/evaluate.ts'
import { factsOf } from '#core/policy/facts.ts'
import { pinnedBy, type Description } from '#core/policy/policy.ts'
import { scoringOf } from '#core/policy/scoring.ts'
import { placeOf } from '#main/demonstration/answers.ts'
import { pointsFor } from '#main/demonstration/points.ts'
import { reasonFor } from '#main/demonstration/reasons.ts'
import type { Deed, Marked, Story } from '#main/demonstration/story.ts'
import type { Reading } from '#telling/fact-values.ts'
import { WRITTEN_IN } from '#telling/officials-write.tsx'

/** All that a deed may need to know of its case. */
export type Doing = {
  readonly story: Story
  readonly standing: Standing
  readonly description: Description
  readonly context: Context
  /** Of a case that is sent in now. */
  readonly number?: string
  /** What was sent in last, and what is filled in now. */
  readonly before: Filing
  readonly after: Filing
  /** The acts, the lists and the language of whoever writes. */
  readonly words: Omit<Reading, 'scoring'>
  /** Officials by the name of their mailbox. */
  readonly officialOf: (mailbox: string) => string
  /** The hashes of what is decided, where it is. */
  readonly records: Readonly<Record<string, string>>
}

export type Filing = { readonly answers: Answers; readonly documents: readonly Uploaded[] }

export type SteppingDeed = Exclude<
  Deed,
  {
    readonly act:
      'begin' | 'expire' | 'ask' | 'ask-for-permit' | 'carry-out' | 'choose-time' | 'note-visit'
  }
>

/** The code of the step that a deed takes. */
export const stepIn = (deed: SteppingDeed): string => ('step' in deed ? deed.step : deed.act)

/** What the law makes of a deed; the same functions decide it as when a page or a job asks. */
export function stepFor(deed: SteppingDeed, doing: Doing): Outcome<Step, { reason: string }> {
  const { standing, context, records } = doing
  const step = stepIn(deed)
  switch (deed.act) {
    case 'submit':
    case 'resubmit':
      return sentIn(deed.act, doing)
    case 'accept':
    case 'put-to-vote':
      return ask(standing, context, { step })
    case 'return': {
      const marks = deed.marks.map((each) => markOf(each, doing))
      return giveBack(standing, context, { step, marks, explanation: deed.explanation })
    }
    case 'propose-closing':
    case 'note-silence':
      return lapse(standing, context, { step, touchedOn: standing.stateSince })
    case 'score':
      return answer(standing, context, { step, points: pointsIn(doing) })
    case 'give-opinion':
      return answer(standing, context, { step, objects: deed.objects, reason: deed.reason })
    case 'vote':
      return answer(standing, context, { step, vote: deed.vote, reason: deed.reason })
    case 'record-registers':
    case 'record-duty':
    case 'record-fingerprints':
    case 'record-card': {
      const recorded = { option: deed.option, on: context.on }
      return answer(standing, context, { step, recorded })
    }
    case 'write':
    case 'answer-message':
      return say(standing, context, { step, text: deed.text })
    case 'note':
      return say(standing, context, { step, text: deed.note })
    case 'assign-officer':
      return assign(standing, context, { step, to: doing.officialOf(deed.to) })
    case 'reply':
      return answer(standing, context, { step, reply: { text: deed.text } })
    case 'extend':
      return extend(standing, context, { step, reason: deed.reason })
    case 'draft-decision':
    case 'propose-annulment':
    case 'report-death':
    case 'open':
    case 'propose':
      return proposed(deed, doing)
    case 'send-back':
      return sendBack(standing, context, { step, reason: deed.reason })
    case 'sign':
    case 'close-unexamined':
    case 'annul':
    case 'confirm-death':
    case 'decide':
      return decide(standing, context, { step, records, adopted: true })
    case 'tell':
      return tell(standing, context, { step })
    case 'withdraw':
      return end(standing, context, { step })
    case 'drop-annulment':
    case 'dismiss-death-report':
      return end(standing, context, { step, reason: deed.reason })
  }
}

type ProposingDeed = Extract<
  Deed,
  {
    readonly act: 'draft-decision' | 'propose-annulment' | 'report-death' | 'open' | 'propose'
  }
>

function proposed(deed: ProposingDeed, doing: Doing): Outcome<Step, { reason: string }> {
  const { standing, context } = doing
  const said = saidIn(deed, doing)
  const others = 'others' in deed ? (deed.others ?? []) : []
  const proposals = subjectsOf(standing).map((subject, place) => {
    const { outcome, grounds, reasoning } = others[place] ?? said
    return { ...said, subject, outcome, grounds, reasoning }
  })
  return propose(standing, context, { step: stepIn(deed), proposals })
}

function saidIn(deed: ProposingDeed, doing: Doing) {
  switch (deed.act) {
    case 'open':
    case 'propose':
    case 'draft-decision': {
      const { outcome, grounds, reasoning, translated } = deed
      const said = { outcome, grounds, reasoning: filledIn(reasoning, doing) }
      return { ...said, ...translationOf(translated, doing) }
    }
    case 'propose-annulment':
      return { outcome: 'annulled', grounds: [deed.ground], reasoning: deed.reason }
    case 'report-death':
      return { outcome: 'deceased', grounds: [], reasoning: deed.evidence }
  }
}

/** What was written is translated for whoever the story is about; some of it was not. */
function translationOf(
  text: string | undefined,
  doing: Doing,
): { readonly translation?: Translation } {
  const { language } = doing.story
  if (language === WRITTEN_IN) return {}
  const translated = text === undefined ? {} : { reasoning: filledIn(text, doing) }
  const isScored = doing.context.scoring !== undefined
  const reasons = text === undefined || !isScored ? {} : reasonsIn(doing, language)
  return { translation: { language, ...translated, reasons } }
}

/** Why each criterion has its points, in that language. */
function reasonsIn(doing: Doing, language: Language): Translation['reasons'] {
  const { standing, before, words, context } = doing
  const scoring = scoringOf(context)
  const scores = scoresOf(standing)
  const facts = factsOf(scoring, before.answers, standing.filedOn ?? context.on)
  const { findings } = evaluate(scoring, facts)
  const reading = { ...words, scoring, language }
  return Object.fromEntries(
    scoring.criteria.flatMap((criterion, index) => {
      const [score, finding] = [scores[criterion.code], findings[index]]
      if (!score || !finding) return []
      const { points } = score
      return [[criterion.code, reasonFor(criterion, { facts, finding, points }, reading)] as const]
    }),
  )
}

function sentIn(
  step: 'submit' | 'resubmit',
  { standing, context, description, number, before, after }: Doing,
): Outcome<Step, { reason: string }> {
  const [subject = ''] = subjectsOf(standing)
  if (step === 'submit') {
    assert(number !== undefined, 'what is sent in has a number')
    const law = pinnedBy(description)
    const parts = [{ subject, ...after }]
    return submit(standing, context, { step, parts, law, adopted: true, number })
  }
  const corrections = [{ subject, before, after, confirmed: [] }]
  return resubmit(standing, context, { step, corrections })
}

function markOf(marked: Marked, { standing, description: { type }, before }: Doing): Mark {
  const { note } = marked
  const [subject = ''] = subjectsOf(standing)
  if (!('document' in marked)) {
    return { subject, kind: 'field', ...placeOf(type, before.answers, marked), note }
  }
  const rule = type.checklist.find(({ means }) => means === marked.document)
  assert(rule !== undefined, `the type asks for ${marked.document}`)
  return { subject, kind: 'document', document: rule.code, note }
}

/** What a reasoning says of the points is what they have become. */
function filledIn(text: string, { standing, context }: Doing): string {
  if (context.scoring === undefined) return text
  const { criteria, passMark } = context.scoring
  const values = {
    criteria: criteria.length,
    points: pointsOf(standing).points,
    passMark,
  }
  return Object.entries(values).reduce(
    (filled, [name, value]) => filled.replace(`{${name}}`, String(value)),
    text,
  )
}

/** Points that come to what the story says, each with a reason that rests on the facts. */
function pointsIn({ story, standing, context, before, words }: Doing): readonly GivenPoints[] {
  const { by, on } = context
  const scoring = scoringOf(context)
  const facts = factsOf(scoring, before.answers, standing.filedOn ?? on)
  const evaluation = evaluate(scoring, facts)
  const { reaches } = story
  assert(reaches !== undefined, `${story.email} is given points`)
  const points = pointsFor(scoring, evaluation, reaches)
  return criteriaOf(standing, by.body ?? '').map((code) => {
    const index = scoring.criteria.findIndex((each) => each.code === code)
    const [criterion, finding] = [scoring.criteria[index], evaluation.findings[index]]
    assert(criterion !== undefined && finding !== undefined, `${code} is a criterion`)
    const given = points.get(code) ?? 0
    const reason = reasonFor(criterion, { facts, finding, points: given }, { ...words, scoring })
    return { criterion: code, points: given, reason }
  })
}
