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
import type { Applying, Shown, Way } from '#portal/claim-ways.ts'
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

/** What is applied for: whether it is there, from when to when, on what it rests, what to press. */
export const Claim = ({ concession, stands, reading, way, applying, done }: Props) => {
  const { language } = reading
  const words = mayWords[language]
  const { title, limits, lost, code } = concession
  return (
    <section class="kc-claim" aria-labelledby={claimId(code)}>
      <div class="kc-claim__head">
        <h3 class="govuk-heading-m" id={claimId(code)}>
          {title[language]}
        </h3>
        <StandsTag {...{ concession, stands, way, done, reading }} />
      </div>
      <Said concession={concession} stands={stands} reading={reading} />
      {(limits ?? lost) !== undefined && (
        <Details summary={[limits && words.limits, lost && words.lost].filter(Boolean).join('. ')}>
          <Beside words="" said={limits} concession={concession} reading={reading} of="limits" />
          <Beside words="" said={lost} concession={concession} reading={reading} of="lost" />
        </Details>
      )}
      {applying && (
        <Papers
          {...applying}
          role={(way?.is === 'begin' ? way.as : undefined) ?? applying.role}
          concession={concession}
          reading={reading}
        />
      )}
      {done && <Done done={done} language={language} />}
      {way && <Onward way={way} reading={reading} title={title[language]} />}
    </section>
  )
}

/** Where a concession stands on the page. */
export const claimId = (code: string): string => `claim-${code}`

/** What comes of itself, with what is applied for: its name, and all of it for whoever opens it. */
export const Eased = ({ concession, stands, reading }: Pick<Props, 'reading'> & Claimed) => {
  const { language } = reading
  const words = mayWords[language]
  const { title, limits, lost } = concession
  return (
    <li class="kc-eased">
      <Details
        summary={
          <>
            {title[language]}
            {stands.is !== 'now' && (
              <>
                {' '}
                <StandsTag concession={concession} stands={stands} reading={reading} />
              </>
            )}
          </>
        }
      >
        <Said concession={concession} stands={stands} reading={reading} />
        <Beside
          words={words.limits}
          said={limits}
          concession={concession}
          reading={reading}
          of="limits"
        />
        <Beside
          words={words.lost}
          said={lost}
          concession={concession}
          reading={reading}
          of="lost"
        />
      </Details>
    </li>
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

/** What it gives and by which clause, its days and terms, and what is open. */
const Said = ({ concession, stands, reading }: Pick<Props, 'reading'> & Claimed) => {
  const { language, laws, on } = reading
  const words = mayWords[language]
  const { gives, open } = concession
  return (
    <>
      <p class="govuk-body">{gives[language]}</p>
      <Clause laws={laws} basis={basisOf(concession, 'gives')} language={language} explained />
      <Facts concession={concession} stands={stands} reading={reading} />
      <Beside words={words.open} said={open} concession={concession} reading={reading} of="open" />
      {isOpen(concession, stands.is === 'later' ? stands.from : on) && (
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

type FactsProps = Claimed & { readonly reading: Reading }

const Facts = ({ concession, stands, reading }: FactsProps) => {
  const facts = [...ofTime(stands, reading), ...ofLaw(concession, reading)]
  if (facts.length === 0) return null
  return (
    <ul class="govuk-list govuk-list--bullet">
      {facts.map((fact) => (
        <li>{fact}</li>
      ))}
    </ul>
  )
}

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

type PapersProps = Applying & { readonly reading: Reading; readonly concession: Concession }

/** What is asked of them, who has it, and what it costs. */
const Papers = ({ type, procedure, role, concession, reading, isMinor }: PapersProps) => {
  const { language } = reading
  const words = mayWords[language]
  const papers = promisedDocuments(askedIn(type, [role]))
  return (
    <>
      {papers.length === 0 ? (
        <p class="govuk-body">{words.papersNone}</p>
      ) : (
        <Details summary={countOf(papers, words)}>
          <ul class="govuk-list govuk-list--bullet">
            {papers.map((each) => (
              <li>
                {each.rule.title[language]}: {saidOf(each, words)}
              </li>
            ))}
          </ul>
        </Details>
      )}
      <Price {...{ type, procedure, concession, reading, isMinor }} />
    </>
  )
}

/** What is paid: nothing where the law says so, by the tariff, or as the Service tells. */
const Price = ({ type, procedure, concession, reading, isMinor }: Omit<PapersProps, 'role'>) => {
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
          {way.brings === true && <p class="govuk-body">{words.bringIn}</p>}
          <BeginButtons
            {...{ language, about }}
            earlier={way.earlier}
            begin={words.begin}
            {...(way.earlier && { variant: 'secondary' })}
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
