import type { DecisionRecord, ScoredCriterion } from '#core/cases/decision-record.ts'
import type { Translation } from '#core/cases/told.ts'
import { basisOf } from '#core/policy/basis.ts'
import type { Scoring } from '#core/policy/scoring.ts'
import { restOf, type Line, type Part, type Score } from '#telling/act/lines.ts'
import { writtenIn, type ActReading } from '#telling/act/reading.ts'
import { actWords } from '#telling/act/words.ts'
import { partTitle } from '#telling/answers.tsx'
import { publicBodyName } from '#telling/bodies.ts'

/** What it rests on: each ground with its clause and what the person can do about it. */
export function groundsPart(record: DecisionRecord, reading: ActReading): Part | undefined {
  const { procedure, language } = reading
  const words = actWords[language]
  const grounds = procedure.grounds.filter(({ code }) => record.grounds.includes(code))
  if (grounds.length === 0) return undefined
  return {
    title: words.groundsTitle,
    lines: grounds.flatMap((ground): readonly Line[] => {
      const carries = basisOf(ground, ground.holds === 'chosen' ? 'title' : 'holds')
      return [
        { is: 'heading', text: ground.title[language] },
        { is: 'rest', rest: restOf(carries, reading) },
        {
          is: 'text',
          text: `${words.remedy}. ${ground.remedy[language]}`,
          rests: [restOf(basisOf(ground, 'remedy'), reading)],
        },
      ]
    }),
  }
}

/** The sum against the pass mark, then every criterion with who gave its points, and why. */
export function pointsPart(record: DecisionRecord, reading: ActReading): Part | undefined {
  const { scoring, language } = reading
  const { points, passMark } = record
  if (scoring === undefined || passMark === null) return undefined
  const words = actWords[language]
  const scores = record.criteria.map((scored) => scoreOf(scored, { record, scoring, reading }))
  return {
    title: words.pointsTitle,
    lines: [
      ...sumLines(points, { passMark, scoring, reading }),
      ...(scores.length === 0 ? [] : [{ is: 'scores', scores } as const]),
    ],
  }
}

type Summing = {
  readonly passMark: number
  readonly scoring: Scoring
  readonly reading: ActReading
}

function sumLines(points: number | null, { passMark, scoring, reading }: Summing): readonly Line[] {
  const words = actWords[reading.language]
  if (points === null) return [{ is: 'text', text: words.notScored }]
  const verdict = points >= passMark ? 'passes' : 'fails'
  return [
    { is: 'sum', sum: { points, total: scoring.pointsTotal, passMark, verdict } },
    { is: 'rest', rest: restOf(basisOf(scoring, 'passMark'), reading, words.passMark) },
  ]
}

type InRecord = {
  readonly record: DecisionRecord
  readonly scoring: Scoring
  readonly reading: ActReading
}

function scoreOf(scored: ScoredCriterion, { record, scoring, reading }: InRecord): Score {
  const { procedure, language, type } = reading
  const words = actWords[language]
  const { criterion: code, points, pointsMax, reason, body, clause } = scored
  const criterion = scoring.criteria.find((each) => each.code === code)
  const evidence = scored.evidence.map((kind) => {
    const rule = type.checklist.find((each) => each.code === kind)
    return rule ? partTitle(rule, reading) : kind
  })
  const given = `${words.givenBy}: ${publicBodyName(procedure.bodies, body, language)}.`
  const based = evidence.length > 0 ? ` ${words.evidence}: ${evidence.join('; ')}.` : ''
  const translated = ({ reasons }: Translation) => reasons[code]
  return {
    title: criterion?.title[language] ?? code,
    points,
    pointsMax,
    lines: [
      ...writtenIn(reason, record, { language, translated }),
      { is: 'small', text: `${given}${based}` },
      { is: 'rest', rest: restOf(clause, reading) },
    ],
  }
}
