import type { DecisionRecord } from '#core/cases/decision-record.ts'
import type { Language } from '#core/language.ts'
import { actsOf } from '#telling/act/act.ts'
import type { Act, Fact, Line, Part, Rest, Score } from '#telling/act/lines.ts'
import type { ActReading } from '#telling/act/reading.ts'
import { PointsRow, PointsSum } from '#telling/explanation.tsx'
import type { Child } from '#ui/markup.ts'
import { Written } from '#ui/written.tsx'

type Props = {
  readonly record: DecisionRecord
  readonly reading: Omit<ActReading, 'language'>
  /** The language of whoever reads it. */
  readonly reads: Language
  /** The language of the page. */
  readonly page: Language
  /** What counts comes before what translates it: for whoever signs it. */
  readonly actFirst?: true
}

/**
 * The act and, where whoever reads it reads another language, its translation first, since that is
 * what they can read. Whoever decides sees the same, and first the act, which is what they sign.
 */
export const ActWhole = ({ record, reading, reads, page, actFirst }: Props) => {
  const acts = actsOf(record, reading, reads)
  return (
    <div class="kc-acts">
      {(actFirst ? acts : acts.toReversed()).map((act) => (
        <ActSection act={act} page={page} />
      ))}
    </div>
  )
}

/** A decision in one language, whole. */
export const ActSection = ({ act, page }: { readonly act: Act; readonly page: Language }) => (
  <section
    class="kc-act"
    lang={act.language === page ? undefined : act.language}
    aria-label={`${act.title}. ${act.mark}`}
  >
    <p class="kc-act__mark">{act.mark}</p>
    {act.authority !== '' && <p class="kc-act__authority">{act.authority}</p>}
    <h2 class="kc-act__title">{act.title}</h2>
    <Facts facts={act.facts} />
    {act.outcome.word !== '' && <p class="kc-act__word">{act.outcome.word}</p>}
    <h3 class="kc-act__outcome">{act.outcome.sentence}</h3>
    {act.outcome.meaning.map((sentence) => (
      <p class="govuk-body">{sentence}</p>
    ))}
    {act.parts.map((part) => (
      <ActPart part={part} act={act} />
    ))}
  </section>
)

const Facts = ({ facts }: { readonly facts: readonly Fact[] }) => (
  <dl class="kc-act__facts">
    {facts.map(({ label, value }) => (
      <div>
        <dt>{label}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
)

const ActPart = ({ part, act }: { readonly part: Part; readonly act: Act }) => (
  <>
    <h3 class="govuk-heading-m">{part.title}</h3>
    {part.lines.map((line) => (
      <ActLine line={line} act={act} />
    ))}
  </>
)

const ActLine = ({ line, act }: { readonly line: Line; readonly act: Act }) => {
  switch (line.is) {
    case 'heading':
      return <h4 class="govuk-heading-s">{line.text}</h4>
    case 'text':
      return <Sentence class="govuk-body" {...line} />
    case 'small':
      return <Sentence class="govuk-body-s" {...line} />
    case 'rest':
      return <RestLine rest={line.rest} />
    case 'fact':
      return (
        <p class="govuk-body">
          {line.fact.label}: <strong>{line.fact.value}</strong>
        </p>
      )
    case 'written':
      return (
        <Written as="div" class="kc-act__written" language={line.language} page={act.language}>
          {paragraphsOf(line.text)}
        </Written>
      )
    case 'sum':
      return <PointsSum {...line.sum} language={act.language} />
    case 'scores':
      return (
        <ol class="kc-points">
          {line.scores.map((score) => (
            <ScoreRow score={score} act={act} />
          ))}
        </ol>
      )
  }
}

const paragraphsOf = (text: string): readonly Child[] =>
  text.split(/\n\s*\n/).map((paragraph) => <p class="govuk-body kc-value">{paragraph}</p>)

const ScoreRow = ({ score, act }: { readonly score: Score; readonly act: Act }) => {
  const { title, points, pointsMax, lines } = score
  return (
    <PointsRow title={title} language={act.language} points={points} pointsMax={pointsMax}>
      <div class="kc-points__reason">
        {lines.map((line) => (
          <ActLine line={line} act={act} />
        ))}
      </div>
    </PointsRow>
  )
}

type SentenceProps = {
  readonly class: string
  readonly text: string
  readonly rests?: readonly Rest[]
}

const Sentence = ({ class: className, text, rests = [] }: SentenceProps) => (
  <p class={className}>
    {text}
    {rests.map((rest) => (
      <>
        {' '}
        {rest.what !== undefined && `${rest.what}: `}
        <span class={rest.isProvisional ? 'kc-provisional' : 'kc-clause'}>{rest.text}</span>
      </>
    ))}
  </p>
)

const RestLine = ({ rest: { what, text, isProvisional } }: { readonly rest: Rest }) => {
  const before = what === undefined ? '' : `${what}: `
  return isProvisional ? (
    <p class="govuk-body-s">
      {before}
      <span class="kc-provisional">{text}</span>
    </p>
  ) : (
    <p class="kc-clause">
      {before}
      {text}
    </p>
  )
}
