import { taskOf } from '#core/cases/answering.ts'
import { ask, isAskedAgain } from '#core/cases/asking.ts'
import { reopen } from '#core/cases/examining.ts'
import {
  stepOf,
  type AskedKind,
  type StepCode,
  type StepKind,
  type StepRule,
} from '#core/cases/life.ts'
import { isFor, may } from '#core/cases/may.ts'
import type { OfficeLanguage } from '#core/language.ts'
import { withBack } from '#office/back.ts'
import type { View } from '#office/env.ts'
import type { OpenCase } from '#office/open-case.ts'
import { paths } from '#office/paths.ts'
import type { Refusal } from '#office/refusals.tsx'
import { stepName } from '#telling/case-words.ts'

/** What may be done about a case now, by whoever looks at it, and where. */
export type CaseAction = {
  readonly name: string
  readonly href: string
  /** The key that leads there. */
  readonly key?: string
}

export function caseActions(open: OpenCase, view: View): readonly CaseAction[] {
  const mine = open.law.type.steps
    .filter((rule) => canTake(open, rule.code) && !isAskedAlready(rule, open))
    .toSorted((one, other) => rankOf(one, open) - rankOf(other, open))
  const keys = new Set<string>()
  return mine.map((rule) => {
    const key = keysOf(rule, open).find((each) => !keys.has(each))
    if (key !== undefined) keys.add(key)
    return { ...actionOf(open, rule.code, view), ...(key === undefined ? {} : { key }) }
  })
}

/** Where they can have a register asked. */
export const consultsOf = (open: OpenCase, view: View): readonly CaseAction[] =>
  open.law.type.steps
    .filter(({ kind, code }) => kind === 'consult' && canTake(open, code))
    .map(({ code }) => actionOf(open, code, view))

function actionOf(open: OpenCase, step: StepCode, view: View): CaseAction {
  const { language } = view
  const { id } = open.found.standing
  return {
    name: nameOfStep(open, step, language),
    href: withBack(view, paths.step.to(language, { id, step })),
  }
}

/**
 * The kinds of step that officials take on a page. What leads on stands first in a menu; more time,
 * and going back, are never the first thing to want.
 */
const RANK: Readonly<Partial<Record<StepKind, number>>> = {
  ask: 0,
  answer: 0,
  decide: 0,
  propose: 1,
  return: 1,
  'send-back': 2,
  end: 3,
  tell: 3,
  say: 4,
  assign: 4,
  consult: 4,
  extend: 4,
  reopen: 5,
  recall: 5,
}

/** To ask again sets aside what was answered: nobody wants that first. */
const rankOf = (rule: StepRule, { found }: OpenCase): number =>
  isAskedAgain(rule, found.standing) ? AGAIN : (RANK[rule.kind] ?? 0)

const AGAIN = 4

/** Somebody has asked to take back what time did: what is left is that another does it. */
const isAskedAlready = (rule: StepRule, { found }: OpenCase): boolean =>
  rule.kind === 'reopen' &&
  rule.does !== 'enter-again' &&
  rule.confirms === undefined &&
  found.standing.lapsed?.reopening !== undefined

/** The first letter that is free; none is taken by moving through a list. */
const KEYS: Readonly<Partial<Record<StepKind | AskedKind, readonly string[]>>> = {
  ask: ['a'],
  points: ['s'],
  opinion: ['o'],
  reply: ['w'],
  record: ['y'],
  vote: ['v'],
  decide: ['g', 'c'],
  propose: ['d', 't'],
  return: ['r'],
  'send-back': ['b'],
  end: ['p', 'x'],
  extend: ['e'],
  reopen: ['u'],
  recall: ['u'],
  say: ['m', 'n'],
  assign: ['k'],
}

const keysOf = (rule: StepRule, open: OpenCase): readonly string[] =>
  KEYS[taskFor(rule, open)?.kind ?? rule.kind] ?? []

/** The step of that name, where officials take it and a role of theirs may: else it is absent. */
export function stepFor(open: OpenCase, code: StepCode): StepRule | undefined {
  const { law, found } = open
  const rule = stepOf(law.type, code)
  if (rule === undefined || RANK[rule.kind] === undefined) return undefined
  const isTheirs = rule.kind !== 'answer' || taskFor(rule, open) !== undefined
  return isTheirs && isFor(rule, law.by, found.standing) ? rule : undefined
}

/** What they or their body were asked, where this step answers it. */
export const taskFor = ({ kind, code }: StepRule, { found, law }: OpenCase) =>
  kind === 'answer' ? taskOf(found.standing, code, law.by) : undefined

/** Why a step of theirs cannot be taken now, whatever they would write on its page. */
export function whyNot(open: OpenCase, rule: StepRule): Refusal | undefined {
  const { law, found } = open
  const { code: step } = rule
  const allowed = may(law, step, found.standing)
  if (!allowed.ok) return allowed.refusal
  if (rule.kind === 'ask' || rule.kind === 'reopen') {
    const tried =
      rule.kind === 'ask'
        ? ask(found.standing, law, { step })
        : reopen(found.standing, law, { step, reason: step })
    return tried.ok ? undefined : tried.refusal
  }
  const stands = isCorrection(rule, open) && !mayCorrect(rule, open)
  return stands ? { reason: 'already-given' } : undefined
}

/** Whether somebody may take this step of the case now. */
export function canTake(open: OpenCase, code: StepCode): boolean {
  const rule = stepFor(open, code)
  return rule !== undefined && whyNot(open, rule) === undefined
}

/** Whether it would correct what their body has answered. */
const isCorrection = (rule: StepRule, open: OpenCase): boolean =>
  taskFor(rule, open)?.answer !== undefined

const mayCorrect = (rule: StepRule, { law }: OpenCase): boolean =>
  rule.kind === 'answer' && rule.corrects?.some((role) => law.by.roles.includes(role)) === true

/** What a step is called to whoever may take it: to answer once more is to correct. */
export function nameOfStep(open: OpenCase, code: StepCode, language: OfficeLanguage): string {
  const { type } = open.law
  const rule = stepOf(type, code)
  const task = rule && taskFor(rule, open)
  if (task?.answer) return CORRECT[task.kind][language]
  return task?.kind === 'reply' ? ENTER[language] : stepName(type, code, language)
}

/** What a party sent otherwise than in the portal. */
const ENTER: Readonly<Record<OfficeLanguage, string>> = {
  az: 'Kağızda gələn cavabı qeyd edin',
  en: 'Enter a reply that came on paper',
}

const CORRECT: Readonly<Record<AskedKind, Readonly<Record<OfficeLanguage, string>>>> = {
  points: { az: 'Balları düzəldin', en: 'Correct the points' },
  opinion: { az: 'Rəyi düzəldin', en: 'Correct the opinion' },
  reply: { az: 'Cavabı düzəldin', en: 'Correct the reply' },
  record: { az: 'Qeydi düzəldin', en: 'Correct the record' },
  payment: { az: 'Qeydi düzəldin', en: 'Correct the record' },
  appearance: { az: 'Qeydi düzəldin', en: 'Correct the record' },
  vote: { az: 'Səsinizi dəyişin', en: 'Change your vote' },
}
