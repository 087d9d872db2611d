import { askedIn } from '#core/answers/asked-of.ts'
import { promisedDocuments, type Promised } from '#core/answers/gaps.ts'
import { isOpen, type Claimed, type Stands } from '#core/concessions/claims.ts'
import { tariffOf } from '#core/cases/duty.ts'
import type { IsoDate } from '#core/dated.ts'
import type { Term } from '#core/deadlines/terms.ts'
import type { Language, Words } from '#core/language.ts'
import { basisOf } from '#core/policy/basis.ts'
import type { Concession, Need } from '#core/policy/concessions.ts'
import type { Tariff } from '#core/policy/procedure.ts'
import { BeginButtons } from '#portal/begin-buttons.tsx'
import { isForNow, type Applying, type Shown, type Way } from '#portal/claim-ways.ts'
import { mayWords, type MayWords } from '#portal/may/words.ts'
import type { Reading } from '#portal/own-family.ts'
import { paths } from '#portal/paths.ts'
import { WhyNot } from '#portal/why-not.tsx'
import { amount } from '#telling/amounts.ts'
import { BasisMark, Clause } from '#telling/basis.tsx'
import { tagOf } from '#telling/concession-told.ts'
import { formatDate } from '#telling/dates.ts'
import { money } from '#telling/duty.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { Details } from '#ui/details.tsx'
import type { Child } from '#ui/markup.ts'
import { Tag } from '#ui/tag.tsx'

type Props = Shown & { readonly reading: Reading }

/**
 * What is applied for. What can be done about it today stands open, with what a day has to do with
 * it; its terms, papers, limits and clause are folded, and so is all of what waits or is held.
 */
export const Claim = (props: Props) => {
  const { concession, way, applying, done, reading } = props
  const { language } = reading
  const { title, gives, code } = concession
  const isNow = isForNow(props)
  if (!isNow && !done && !isPressed(way)) {
    return (
      <Folded {...props}>
        {way && <Onward way={way} reading={reading} title={title[language]} />}
      </Folded>
    )
  }
  return (
    <section class="kc-claim" aria-labelledby={claimId(code)}>
      <div class="kc-claim__head">
        <h3 class="govuk-heading-m" id={claimId(code)}>
          {title[language]}
        </h3>
        <StandsTag {...props} />
      </div>
      {isNow && <p class="govuk-body">{gives[language]}</p>}
      <Facts facts={ofTime(props.stands, reading)} />
      <Open {...props} />
      {isNow && applying && <Price {...applying} {...{ concession, reading }} />}
      {done && <Done done={done} language={language} />}
      {way && <Onward way={way} reading={reading} title={title[language]} />}
      <Details summary={moreOf(props)}>
        {!isNow && <p class="govuk-body">{gives[language]}</p>}
        {!isNow && applying && <Price {...applying} {...{ concession, reading }} />}
        <Terms {...props} />
      </Details>
    </section>
  )
}

/** It leads somewhere, or says why it cannot be begun. */
const isPressed = (way: Way | undefined): boolean =>
  way?.is === 'begin' || way?.is === 'go-on' || way?.is === 'sent-in' || way?.is === 'refused'

/** What the fold has, by its papers where there are any. */
function moreOf({ applying, way, reading: { language } }: Props): string {
  const words = mayWords[language]
  const papers = applying && papersOf(applying, way)
  return papers && papers.length > 0 ? `${countOf(papers, words)}. ${words.more}` : words.more
}

/** In which role it is asked for. */
const papersOf = ({ type, role }: Applying, way: Way | undefined): readonly Promised[] =>
  promisedDocuments(askedIn(type, [(way?.is === 'begin' ? way.as : undefined) ?? role]))

/** Its papers, how long things take and last, what it does not say, and the clause. */
const Terms = ({ concession, applying, way, reading }: Props) => {
  const { language, laws } = reading
  const words = mayWords[language]
  const { limits, lost } = concession
  const of = { concession, reading }
  return (
    <>
      {applying && <Papers papers={papersOf(applying, way)} language={language} />}
      <Facts facts={ofLaw(concession, reading)} />
      <Beside words={words.limits} said={limits} of="limits" {...of} />
      <Beside words={words.lost} said={lost} of="lost" {...of} />
      <Clause laws={laws} basis={basisOf(concession, 'gives')} language={language} explained />
    </>
  )
}

/** Where a concession stands on the page. */
export const claimId = (code: string): string => `claim-${code}`

/** Its name, how it stands and why; all else for whoever opens it. So is what comes of itself. */
export const Folded = ({ children, ...props }: Props & { readonly children?: Child }) => {
  const { concession, stands, reading } = props
  const { language } = reading
  // What comes of itself comes with what is applied for, of which the days are told.
  const isEased = concession.by === 'itself'
  const isPlain = isEased && stands.is === 'now'
  const facts = <Facts facts={ofTime(stands, reading)} />
  return (
    <div class="kc-eased">
      <Details
        id={claimId(concession.code)}
        summary={
          <>
            {concession.title[language]} {!isPlain && <StandsTag {...props} />}
          </>
        }
      >
        <p class="govuk-body">{concession.gives[language]}</p>
        {isEased && facts}
        <Open {...props} />
        {children}
        <Terms {...props} />
      </Details>
      {!isEased && facts}
    </div>
  )
}

/** What is applied for is said to be, unless it is held as well, and what cannot be is not. */
const StandsTag = ({ concession, stands, way, done, reading }: Omit<Props, 'applying'>) => {
  const { tagAsked, tagDone, tagNotYet } = mayWords[reading.language]
  if (done) return <Tag colour="teal">{tagDone}</Tag>
  if (way?.is === 'sent-in' && stands.is !== 'held') return <Tag colour="blue">{tagAsked}</Tag>
  if (way?.is === 'refused' && stands.is === 'now') return <Tag colour="grey">{tagNotYet}</Tag>
  const tag = tagOf(stands, concession.by, {
    language: reading.language,
    words: mayWords[reading.language],
  })
  return tag === undefined ? null : <Tag colour={tag.colour}>{tag.text}</Tag>
}

/** What the law leaves open of it. */
const Open = ({ concession, stands, reading }: Pick<Props, 'reading'> & Claimed) => {
  const words = mayWords[reading.language]
  const of = { concession, reading }
  return (
    <>
      <Beside words={words.open} said={concession.open} of="open" {...of} />
      {isOpen(concession, stands.is === 'later' ? stands.from : reading.on) && (
        <p class="govuk-body">{words.openWord}</p>
      )}
    </>
  )
}

type BesideProps = {
  readonly words: string
  readonly said: Words | undefined
  readonly concession: Concession
  readonly of: 'open' | 'limits' | 'lost'
  readonly reading: Reading
}

const Beside = ({ words, said, concession, of, reading: { laws, language } }: BesideProps) =>
  said === undefined ? null : (
    <p class="govuk-body">
      {words !== '' && <strong>{words}: </strong>}
      {said[language]} <BasisMark laws={laws} basis={basisOf(concession, of)} language={language} />
    </p>
  )

const Facts = ({ facts }: { readonly facts: readonly Child[] }) =>
  facts.length === 0 ? null : (
    <ul class="govuk-list govuk-list--bullet">
      {facts.map((fact) => (
        <li>{fact}</li>
      ))}
    </ul>
  )

/** What a day has to do with it. */
function ofTime(stands: Stands, reading: Reading): readonly Child[] {
  const { language, on } = reading
  const words = mayWords[language]
  const told = (text: string, day: IsoDate) =>
    text.replace('{day}', () => formatDate(day, language, 'plain'))
  if (stands.is === 'not-yet') {
    const { need, from } = stands
    return [needText(need, reading), ...(from === undefined ? [] : [told(words.earliest, from)])]
  }
  if (stands.is === 'later') {
    const { holding } = stands
    if (holding === undefined) return []
    const title = reading.statuses.get(holding.kind)?.title[language] ?? ''
    return [told(words.holdThen, holding.until).replace('{status}', () => title)]
  }
  if (stands.is !== 'now' && stands.is !== 'open' && stands.is !== 'held') return []
  const { until, because, applyBy } = stands
  return [
    ...(until !== undefined && because === 'age' ? [told(words.untilAge, until)] : []),
    ...(until !== undefined && because === 'law' ? [told(words.untilLaw, until)] : []),
    ...(applyBy === undefined
      ? []
      : [told(applyBy < on ? words.applyByOver : words.applyBy, applyBy)]),
  ]
}

/** How long things take and last, each with what it rests on. */
function ofLaw(concession: Concession, { language, laws }: Reading): readonly Child[] {
  const words = mayWords[language]
  return (['within', 'lasts', 'renewed', 'examined', 'shorter'] as const).flatMap(
    (of): readonly Child[] => {
      const term: Term | undefined = concession[of]
      if (term === undefined) return []
      return [
        <>
          {words[of].replace('{time}', () => amount(term.length, term.unit, language))}{' '}
          <BasisMark laws={laws} basis={basisOf(concession, of)} language={language} />
        </>,
      ]
    },
  )
}

function needText(need: Need, { language, statuses }: Reading): string {
  const words = mayWords[language]
  const kinds = need.kinds.map((kind) => statuses.get(kind)?.title[language] ?? kind).join(words.or)
  const told = (text: string) => text.replace('{kinds}', () => kinds)
  switch (need.need) {
    case 'migrant-holds':
      return told(words.needsMigrant)
    case 'held-for':
      return told(words.needsFor).replace('{time}', () => amount(need.years, 'years', language))
    case 'holds':
    case 'holds-none':
      return told(words.needs)
  }
}

type PapersProps = { readonly papers: readonly Promised[]; readonly language: Language }

/** What is asked of them, and who has it. */
const Papers = ({ papers, language }: PapersProps) =>
  papers.length === 0 ? (
    <p class="govuk-body">{mayWords[language].papersNone}</p>
  ) : (
    <ul class="govuk-list govuk-list--bullet">
      {papers.map((each) => (
        <li>
          {each.rule.title[language]}: {saidOf(each, mayWords[language])}
        </li>
      ))}
    </ul>
  )

type PriceProps = Applying & { readonly reading: Reading; readonly concession: Concession }

/** What is paid: nothing where the law says so, by the tariff, or as the Service tells. */
const Price = ({ type, procedure, concession, reading, isMinor }: PriceProps) => {
  const { language, laws } = reading
  const words = mayWords[language]
  const tariff = tariffOf(procedure, type)
  const prices = pricesOf(tariff?.rows ?? [], { lasts: concession.lasts, isMinor })
  if (concession.free === true) {
    return (
      <p class="govuk-body">
        {words.free}{' '}
        <BasisMark laws={laws} basis={basisOf(concession, 'free')} language={language} />
      </p>
    )
  }
  if (tariff === undefined || prices.length === 0) {
    return <p class="govuk-body">{words.dutyTold}</p>
  }
  const price = (value: number) => money({ amount: value, currency: tariff.currency }, language)
  return (
    <p class="govuk-body">
      {words.duty
        .replace('{from}', () => price(Math.min(...prices)))
        .replace('{to}', () => price(Math.max(...prices)))}{' '}
      <BasisMark laws={laws} basis={basisOf(tariff, 'rows')} language={language} />
    </p>
  )
}

/** What one of their age pays for at most so long as it is given, by how soon. */
function pricesOf(
  rows: Tariff['rows'],
  { lasts, isMinor }: { readonly lasts: Term | undefined; readonly isMinor: boolean },
): readonly number[] {
  const most = lasts?.unit === 'years' ? { length: lasts.length * 12, unit: 'months' } : lasts
  return rows
    .filter(({ upTo }) => most?.unit !== upTo.unit || upTo.length <= most.length)
    .flatMap(({ adult, minor }) => Object.values(isMinor ? minor : adult))
}

/** How many are brought at least and at most, and how many more by what is answered. */
function countOf(papers: readonly Promised[], words: MayWords): string {
  const certain = papers.filter(({ need }) => need === 'certain')
  const least = certain.filter(({ rule }) => rule.confirmedBy === undefined).length
  const more = papers.filter(({ need }) => need === 'by-answer').length
  const text = least === certain.length ? words.papers : words.papersUp
  return [text, ...(more === 0 ? [] : [words.papersMore])]
    .join('. ')
    .replace('{count}', String(least))
    .replace('{most}', String(certain.length))
    .replace('{more}', String(more))
}

/** Who has it, and by what it is asked for. */
function saidOf({ rule: { brings, confirmedBy }, need }: Promised, words: MayWords): string {
  if (need === 'known') return brings === 'held' ? words.weHave : words.register
  const spared = confirmedBy === undefined ? [] : [words.confirmed]
  if (need === 'by-answer') return [words.byAnswer, ...spared].join('; ')
  return spared[0] ?? words.asked
}

type DoneProps = { readonly done: NonNullable<Shown['done']>; readonly language: Language }

/** By which case they have it, and when they apply anew. */
const Done = ({ done: { by, again }, language }: DoneProps) => (
  <p class="govuk-body">
    <a class="govuk-link" href={paths.application.to(language, { id: by.id })}>
      {by.type.title[language]}, {by.number}
    </a>
    . {again[language]}
  </p>
)

type OnwardProps = { readonly way: Way; readonly reading: Reading; readonly title: string }

const Onward = ({ way, reading: { language, statuses }, title }: OnwardProps) => {
  const words = mayWords[language]
  const about = <span class="govuk-visually-hidden"> ({title})</span>
  switch (way.is) {
    case 'begin':
      return (
        <form method="post" action={paths.applications.to(language)}>
          <input type="hidden" name="type" value={way.type} />
          <BeginButtons
            {...{ language, about }}
            earlier={way.earlier}
            begin={words.begin}
            {...(way.earlier && { variant: 'secondary', isOfMany: true })}
          />
        </form>
      )
    case 'go-on':
      return (
        <ButtonLink href={paths.application.to(language, { id: way.id })}>
          {words.goOn}
          {about}
        </ButtonLink>
      )
    case 'sent-in':
      return (
        <ButtonLink href={paths.application.to(language, { id: way.id })} variant="secondary">
          {words.sentIn}: {way.number}
          {about}
        </ButtonLink>
      )
    case 'by-migrant-for-them':
      return <p class="govuk-body">{words.byMigrantForThem}</p>
    case 'by-migrant':
      return <p class="govuk-body">{words.byMigrant}</p>
    case 'by-them':
      return <p class="govuk-body">{words.byThem}</p>
    case 'elsewhere':
      return <p class="govuk-body">{words.elsewhere}</p>
    case 'refused':
      return (
        <p class="govuk-body">
          <WhyNot {...way} statuses={statuses} language={language} />
        </p>
      )
  }
}
