import type { OfficeLanguage } from '#core/language.ts'
import { pointsOf } from '#core/cases/answers-given.ts'
import { isScored, type Scored } from '#core/policy/policy.ts'
import type { Procedure } from '#core/policy/procedure.ts'
import type { OpenCase } from '#office/open-case.ts'
import { opinionsSeen, scoresSeen, type SeenOpinion, type SeenScore } from '#office/sight.ts'
import { pointsOfMost } from '#telling/amounts.ts'
import { PointsBar } from '#ui/ornaments.tsx'
import { Written } from '#ui/written.tsx'

type Props = { readonly open: OpenCase; readonly language: OfficeLanguage }

/** Points by criterion as far as the reader may know them. */
export const Scores = ({ open, language }: Props) => {
  const words = assessmentWords[language]
  const { description } = open
  if (!isScored(description)) return null
  const order = description.scoring.criteria.map(({ code }) => code)
  const scores = scoresSeen(open.sight).toSorted(
    (one, other) => order.indexOf(one.criterion) - order.indexOf(other.criterion),
  )
  if (scores.length === 0) return null
  const all = open.sight.whole && scores.every(({ score }) => score !== undefined)
  return (
    <section>
      <h2 class="govuk-heading-m">{words.points}</h2>
      {all && <Sum open={open} scoring={description.scoring} language={language} />}
      <ol class="kc-points">
        {scores.map((seen) => (
          <ScoreRow seen={seen} description={description} language={language} />
        ))}
      </ol>
    </section>
  )
}

const Sum = ({ open, scoring, language }: Props & Pick<Scored, 'scoring'>) => {
  const { points } = pointsOf(open.found.standing)
  const { passMark, pointsTotal } = scoring
  const passed = points >= passMark
  return (
    <div class={`kc-points__sum kc-points__sum--${passed ? 'passed' : 'below'}`}>
      <p class="kc-points__total">{pointsOfMost(points, pointsTotal, language)}</p>
      <PointsBar points={points} of={pointsTotal} mark={passMark} />
      <p class="kc-points__pass">
        {assessmentWords[language][passed ? 'passed' : 'below'].replace('{mark}', String(passMark))}
      </p>
    </div>
  )
}

type RowProps = {
  readonly seen: SeenScore
  readonly description: Scored
  readonly language: OfficeLanguage
}

const ScoreRow = ({ seen, description, language }: RowProps) => {
  const { procedure, scoring } = description
  const words = assessmentWords[language]
  const criterion = scoring.criteria.find(({ code }) => code === seen.criterion)
  const { score } = seen
  const most = criterion?.pointsMax ?? 0
  return (
    <li class="kc-points__row">
      <span class="kc-points__title">
        {criterion?.title[language] ?? seen.criterion}, {bodyName(procedure, seen.body, language)}
      </span>
      <span class="kc-points__number">
        {score ? (
          <strong>{pointsOfMost(score.points, most, language)}</strong>
        ) : (
          words[seen.given ? 'pointsIn' : 'awaited']
        )}
      </span>
      {score && <PointsBar points={score.points} of={most} />}
      {score && (
        <Written as="p" class="kc-points__reason">
          {score.reason}
        </Written>
      )}
    </li>
  )
}

/** Opinions of the objection bodies as far as the reader may know them. */
export const Opinions = ({ open, language }: Props) => {
  const words = assessmentWords[language]
  const opinions = opinionsSeen(open.sight)
  if (opinions.length === 0) return null
  return (
    <section>
      <h2 class="govuk-heading-m">{words.opinions}</h2>
      <dl class="govuk-summary-list">
        {opinions.map(({ body, opinion, reason }) => (
          <div class="govuk-summary-list__row">
            <dt class="govuk-summary-list__key">
              {bodyName(open.description.procedure, body, language)}
            </dt>
            <dd class="govuk-summary-list__value">
              {opinionText(opinion, language)}
              {reason !== undefined && (
                <Written as="p" class="govuk-body">
                  {reason}
                </Written>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function opinionText(opinion: SeenOpinion['opinion'], language: OfficeLanguage): string {
  const words = assessmentWords[language]
  switch (opinion) {
    case 'awaited':
      return words.awaited
    case 'hidden':
      return words.pointsIn
    case 'silent':
      return words.silent
    case 'objection':
      return words.objection
    case 'no-objection':
      return words.noObjection
  }
}

/** A body as the procedure calls it; its code where it is not named there. */
export function bodyName(
  { bodies }: Pick<Procedure, 'bodies'>,
  code: string,
  language: OfficeLanguage,
): string {
  return bodies.find((body) => body.code === code)?.name[language] ?? code
}

const en = {
  points: 'Points',
  opinions: 'Opinions',
  pointsIn: 'Given; shown once every body has answered',
  awaited: 'Awaited',
  silent: 'No answer in time',
  objection: 'Objects',
  noObjection: 'Does not object',
  passed: 'The pass mark is {mark}: reached.',
  below: 'The pass mark is {mark}: not reached.',
} as const

type AssessmentWords = Readonly<Record<keyof typeof en, string>>

const assessmentWords: Readonly<Record<OfficeLanguage, AssessmentWords>> = {
  en,
  az: {
    points: 'Ballar',
    opinions: 'Rəylər',
    pointsIn: 'Verilib; bütün orqanlar verəndən sonra göstərilir',
    awaited: 'Gözlənilir',
    silent: 'Vaxtında cavab verilməyib',
    objection: 'Etiraz edir',
    noObjection: 'Etiraz etmir',
    passed: 'Keçid balı {mark}: toplanıb.',
    below: 'Keçid balı {mark}: toplanmayıb.',
  },
}
