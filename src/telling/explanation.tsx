import type { Language } from '#core/language.ts'
import { basisOf } from '#core/policy/basis.ts'
import type { Evaluation, Finding, Part } from '#core/policy/evaluate.ts'
import type { Criterion, EstimateRule } from '#core/policy/scoring.ts'
import { amount, pointsOfMost } from '#telling/amounts.ts'
import { Clause } from '#telling/basis.tsx'
import { explanationWords } from '#telling/explanation-words.ts'
import { factLabel, factValue, thresholdText, type Reading } from '#telling/fact-values.ts'
import type { Child } from '#ui/markup.ts'
import { PointsBar } from '#ui/ornaments.tsx'

/** Why a criterion has its points, sentence by sentence: what counted, what is missing, the cap. */
export function findingSentences(finding: Finding, reading: Reading): readonly string[] {
  const words = explanationWords[reading.language]
  const criterion = criterionOf(finding, reading)
  const missing = finding.missing.map((code) => factLabel(code, reading))
  return [
    ...finding.parts.map((part) => partSentence(part, criterion, reading)),
    ...(missing.length > 0 ? [words.missing(missing.join(', '))] : []),
    ...(finding.capped ? [words.capped(finding.pointsMax)] : []),
  ]
}

/** The points of a criterion in words, or that there are none yet. */
export function findingPoints({ points, pointsMax }: Finding, language: Language): string {
  return points === undefined
    ? explanationWords[language].undecided(pointsMax)
    : pointsOfMost(points, pointsMax, language)
}

type PointsRowProps = {
  readonly title: Child
  readonly language: Language
  /** Absent while nobody can say them yet. */
  readonly points?: number | undefined
  readonly pointsMax: number
  readonly children?: Child
}

/** One criterion of a list of points: `ol.kc-points` holds them. */
export const PointsRow = ({ title, language, points, pointsMax, children }: PointsRowProps) => (
  <li class="kc-points__row">
    <span class="kc-points__title">{title}</span>
    <span class="kc-points__number">
      {points === undefined ? (
        explanationWords[language].undecided(pointsMax)
      ) : (
        <strong>{pointsOfMost(points, pointsMax, language)}</strong>
      )}
    </span>
    <PointsBar points={points ?? 0} of={pointsMax} />
    {children}
  </li>
)

type FindingsProps = {
  readonly findings: readonly Finding[]
  readonly reading: Reading
  /** Where the page explains what provisional means. */
  readonly explained?: boolean | undefined
}

/** An evaluation criterion by criterion, with its reasons and what each rests on. */
export const Findings = ({ findings, reading, explained }: FindingsProps) => (
  <ol class="kc-points">
    {findings.map((finding) => (
      <PointsRow
        title={criterionOf(finding, reading)?.title[reading.language] ?? finding.criterion}
        language={reading.language}
        points={finding.points}
        pointsMax={finding.pointsMax}
      >
        {findingSentences(finding, reading).map((sentence) => (
          <p class="kc-points__reason">{sentence}</p>
        ))}
        <FindingBasis finding={finding} reading={reading} explained={explained} />
      </PointsRow>
    ))}
  </ol>
)

type FindingBasisProps = Omit<FindingsProps, 'findings'> & { readonly finding: Finding }

/** What the most and the estimate rest on; said once where both rest on the same. */
const FindingBasis = ({ finding, reading, explained }: FindingBasisProps) => {
  const { language, laws } = reading
  const words = explanationWords[language]
  const criterion = criterionOf(finding, reading)
  const most = criterion && basisOf(criterion, 'pointsMax')
  const around = { laws, language, explained }
  return (
    <div class="kc-points__reason">
      {most !== undefined && most !== finding.basis && (
        <Clause {...around} basis={most} what={words.most} />
      )}
      <Clause {...around} basis={finding.basis} what={words.estimate} />
    </div>
  )
}

type PointsSumProps = {
  readonly points: number
  readonly total: number
  readonly passMark: number
  readonly language: Language
  readonly verdict: Evaluation['verdict']
  /** A criterion is not in the sum yet. */
  readonly isOpen?: boolean
  /** What stands under the bar, such as the clause of the pass mark. */
  readonly children?: Child
}

/** What the pass mark is, in words. */
export const passMarkText = (passMark: number, language: Language): string =>
  explanationWords[language].passMark(passMark)

/** The sum against the pass mark, as a sentence and a bar with the mark on it. */
export const PointsSum = ({ points, total, passMark, verdict, ...rest }: PointsSumProps) => {
  const words = explanationWords[rest.language]
  const sum = pointsOfMost(points, total, rest.language)
  return (
    <div class={`kc-points__sum ${SUM_CLASS[verdict]}`}>
      <p class="kc-points__total">{rest.isOpen === true ? words.soFar(sum) : sum}</p>
      <PointsBar points={points} of={total} mark={passMark} />
      <p class="kc-points__pass">{words.passMark(passMark)}</p>
      {rest.children}
    </div>
  )
}

const SUM_CLASS = {
  passes: 'kc-points__sum--passed',
  fails: 'kc-points__sum--below',
  undecided: '',
} as const

const criterionOf = ({ criterion }: Finding, { scoring }: Reading): Criterion | undefined =>
  scoring.criteria.find(({ code }) => code === criterion)

/** "Experience in the field: 8 years. 14 of 20 points. With 10 years or more it would be 20." */
function partSentence(part: Part, criterion: Criterion | undefined, reading: Reading): string {
  const { language } = reading
  const most = criterion && mostOfPart(criterion.estimate, part)
  const points =
    most === undefined
      ? amount(part.points, 'points', language)
      : pointsOfMost(part.points, most, language)
  const value = factValue(part.fact, part.value, reading)
  return [
    `${factLabel(part.fact, reading)}: ${value}. ${points}.`,
    ...howItCounts(part, reading),
  ].join(' ')
}

function howItCounts(part: Part, reading: Reading): readonly string[] {
  const words = explanationWords[reading.language]
  switch (part.kind) {
    case 'bands':
      return part.next
        ? [words.next(thresholdText(part.fact, part.next.from, reading), part.next.points)]
        : []
    case 'counted':
      return [words.each(part.pointsEach)]
    case 'lookup':
      return []
  }
}

/** The most that the rule behind a part gives to anybody. */
function mostOfPart(rule: EstimateRule, part: Part): number | undefined {
  if (rule.kind === 'sum') {
    return rule.of.map((each) => mostOfPart(each, part)).find((most) => most !== undefined)
  }
  if (rule.kind !== part.kind || rule.fact !== part.fact) return undefined
  switch (rule.kind) {
    case 'bands':
      return Math.max(0, ...rule.table.map(({ points }) => points))
    case 'lookup':
      return Math.max(rule.otherwise, ...Object.values(rule.table))
    case 'counted':
      return rule.pointsMax
  }
}
