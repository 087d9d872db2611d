import { asksFor, asksIn } from '#core/cases/life.ts'
import { audienceOf } from '#core/cases/privacy.ts'
import { LANGUAGES, type Words } from '#core/language.ts'
import type { Around } from '#core/policy/around.ts'
import { problemsOfFamily } from '#core/policy/check-family.ts'
import { problemsOfMission } from '#core/policy/check-missions.ts'
import { problemsOfForm } from '#core/policy/check-form.ts'
import { problemsOfKnown } from '#core/policy/check-known.ts'
import { problemsOfKeep } from '#core/policy/check-keep.ts'
import { problemsOfRegisters } from '#core/policy/check-beside.ts'
import { problemsOfLife } from '#core/policy/check-life.ts'
import { problemsOfMeanings } from '#core/policy/check-meanings.ts'
import { problemsOfRunning } from '#core/policy/check-running.ts'
import { problemsOfDuty } from '#core/policy/check-duty.ts'
import {
  DAY_MOVED,
  isVisitLetter,
  KEEP_ENDS,
  MONEY_LETTERS,
  TAKEN_OVER,
  ACTS_UNTIL,
  type CaseType,
} from '#core/policy/case-type.ts'
import type { Laws } from '#core/policy/laws.ts'
import {
  repeatedCodes,
  unfilledPlaces,
  unless,
  unseenBases,
  type PolicyProblem,
} from '#core/policy/problem.ts'

/**
 * What a type of case must mean, given what it is dealt with and scored by. One without problems
 * cannot lead the form or a case to a place that does not exist.
 */
export function problemsOfType(
  type: CaseType,
  { laws, ...around }: Around & { readonly laws: Laws },
): readonly PolicyProblem[] {
  return [
    ...unseenBases(type, laws),
    ...problemsOfLaw(type, around),
    ...problemsOfDuty(type, around),
    ...unless(
      around.types.every(
        ({ code, numberPrefix }) => code === type.code || numberPrefix !== type.numberPrefix,
      ),
      ['numberPrefix'],
      `the numbers of another type begin with ${type.numberPrefix} as well`,
    ),
    ...problemsOfForm(type, around.scoring),
    ...problemsOfKnown(type, around),
    ...problemsOfMeanings(type),
    ...problemsOfLife(type, around),
    ...problemsOfRegisters(type),
    ...problemsOfKeep(type, around),
    ...problemsOfLetters(type),
    ...problemsOfRunning(type),
    ...problemsOfProgramme(type, around),
    ...problemsOfFamily(type, around),
    ...problemsOfMission(type),
  ]
}

/** A type is scored where it asks for points, by bodies that its procedure has. */
function problemsOfLaw(type: CaseType, { procedure, scoring }: Around): readonly PolicyProblem[] {
  const own = [
    ...unless(
      type.procedure === procedure.family,
      ['procedure'],
      `${procedure.id} is of the family ${procedure.family}`,
    ),
    ...unless(
      type.scoring === scoring?.family,
      ['scoring'],
      type.scoring === undefined
        ? `${type.code} names no scoring`
        : `${scoring?.id ?? 'nothing'} is not of the family ${type.scoring}`,
    ),
  ]
  if (scoring === undefined) return own
  const path = ['scoring']
  const named = [
    ...scoring.fields.map(({ body }) => body),
    ...scoring.criteria.map(({ scoredBy }) => scoredBy).filter((body) => body !== 'field-body'),
  ]
  const count = procedure.grounds.filter(({ holds }) => holds === 'points-below-pass-mark').length
  return [
    ...own,
    ...unless(
      asksFor(type, 'points'),
      path,
      `${type.code} is scored by ${scoring.id}, and asks nobody for points`,
    ),
    ...unless(
      count === 1,
      path,
      `${count} grounds of ${procedure.id} hold by points-below-pass-mark, not exactly one`,
    ),
    ...[...new Set(named)].flatMap((body) =>
      unless(
        procedure.bodies.some(({ code }) => code === body),
        path,
        `${scoring.id} names the body ${body}, which ${procedure.id} does not have`,
      ),
    ),
  ]
}

/** The pages for everybody tell how one is scored, of one type and no other. */
const problemsOfProgramme = (
  { code, programme, scoring }: CaseType,
  { types }: Pick<Around, 'types'>,
): readonly PolicyProblem[] =>
  programme === undefined
    ? []
    : [
        ...unless(scoring !== undefined, ['programme'], `${code} is scored by nothing`),
        ...types
          .filter((other) => other.programme && other.code !== code)
          .map((other) => ({
            path: ['programme'],
            reason: `${other.code} is what the pages for everybody tell about`,
          })),
      ]

/** Whether a letter says by when whoever wrote is answered. */
const tellsDay = (...texts: readonly Words[]): boolean =>
  texts.some((words) => LANGUAGES.some((language) => words[language].includes('{dueOn}')))

/** What a letter can be filled with. Whoever has left comes to the case no more. */
function placesOf(on: string, to: 'leaver' | undefined): readonly string[] {
  if (to !== undefined) return ['number']
  if (!MONEY_LETTERS.some((each) => each === on)) return ['number', 'dueOn', 'link']
  return ['number', 'amount', 'link', ...(on === 'duty-owed' ? ['payBy'] : [])]
}

/** Why a letter that no step sends never goes out. */
const NEVER: Readonly<Record<string, string>> = {
  [KEEP_ENDS]: 'nothing here is kept for a time: say under keep how long, or leave the letter out',
  [ACTS_UNTIL]: 'nobody is named by what is decided here, so leave the letter out',
  [TAKEN_OVER]: 'nobody takes over here: no role comes represented, so leave the letter out',
}

/** Whether somebody is given something by it, or what they have names them by what they wrote. */
const names = ({ effects }: CaseType['outcomes'][number]): boolean =>
  effects.some(({ effect }) => effect === 'issue' || effect === 'replace')

function problemsOfLetters({
  letters,
  roles,
  steps,
  outcomes,
  clock,
  keep,
}: CaseType): readonly PolicyProblem[] {
  const ofEach = letters.flatMap(({ on, when, to, subject, body }, index) => {
    const path = ['letters', index]
    const rule = steps.find(({ code }) => code === on)
    const first = letters.findIndex(
      (other) => other.on === on && other.to === to && other.when?.outcome === when?.outcome,
    )
    return [
      ...unless(first === index, [...path, 'on'], `another letter goes out on ${on}`),
      ...unless(
        rule !== undefined ||
          (on === DAY_MOVED && clock !== undefined) ||
          (on === KEEP_ENDS && keep !== undefined) ||
          (on === TAKEN_OVER && roles.some(({ comes }) => comes === 'represented')) ||
          (on === ACTS_UNTIL && outcomes.some(names)) ||
          (isVisitLetter(on) && steps.some((step) => asksIn(step).some((ask) => ask.visit))) ||
          (MONEY_LETTERS.some((each) => each === on) && asksFor({ steps }, 'payment')),
        [...path, 'on'],
        NEVER[on] ?? `${on} is no step of this type`,
      ),
      ...unless(
        rule === undefined || audienceOf(rule, rule.kind) === 'person',
        [...path, 'on'],
        `the person does not read that ${on} was taken, and so is not written to`,
      ),
      ...unless(
        when === undefined || outcomes.some(({ code }) => code === when.outcome),
        [...path, 'when'],
        `${when?.outcome} is no outcome of this type`,
      ),
      ...unless(
        rule?.kind !== 'file' || clock !== undefined || !tellsDay(subject, body),
        [...path, 'body'],
        `the letter on ${on} tells {dueOn}, which nothing counts: name the term of the whole case under clock, or take {dueOn} out`,
      ),
      ...unless(
        to === undefined || (rule?.kind === 'end' && rule.leaves !== undefined),
        [...path, 'to'],
        `nobody leaves by ${on}`,
      ),
      ...unfilledPlaces(subject, placesOf(on, to), [...path, 'subject']),
      ...unfilledPlaces(body, placesOf(on, to), [...path, 'body']),
    ]
  })
  const codes = letters.map(({ code }) => code)
  return [...repeatedCodes(codes, ['letters']), ...ofEach]
}
