import { lastingOn } from '#core/concessions/classes.ts'
import type { IsoDate } from '#core/dated.ts'
import { ageOn } from '#core/dated.ts'
import { earliest, knownTo } from '#core/facts/partial-date.ts'
import type { Language } from '#core/language.ts'
import type { View } from '#portal/env.ts'
import { FOR_THEM } from '#portal/for-theirs.tsx'
import type { Offer } from '#portal/offers.ts'
import { OpenAbout } from '#portal/open-about.tsx'
import type { ListedCase } from '#portal/own-cases.ts'
import { nameOf, type Reading, type Relative } from '#portal/own-family.ts'
import { familyWords } from '#portal/family/words.ts'
import { paths } from '#portal/paths.ts'
import { Page } from '#portal/shell.tsx'
import { portalWords } from '#portal/words.ts'
import { Wards, type WardMet } from '#portal/wards.tsx'
import type { GivenThere } from '#records/given-there.ts'
import { amount } from '#telling/amounts.ts'
import { formatDate } from '#telling/dates.ts'
import { GivenThereLines } from '#telling/given-there.tsx'
import { WithContents } from '#ui/contents.tsx'
import type { Child } from '#ui/markup.ts'
import { Tag } from '#ui/tag.tsx'

/** Somebody of the family, with how much can be applied for now for them. */
export type Pictured = Relative & {
  readonly count: number
  readonly enter?: string
  /** What whoever reads can begin for them alone. */
  readonly forThem: readonly Offer[]
  /** What another system gave them: of whoever reads, and of those for whom they act. */
  readonly there: readonly GivenThere[]
}

type Props = {
  readonly view: View
  readonly reading: Reading
  readonly people: readonly Pictured[]
  /** Those of whoever reads: what is open about what somebody holds stands beside that. */
  readonly cases: readonly ListedCase[]
  /** Other families in which whoever reads is. */
  readonly others: readonly { readonly id: string; readonly name: string }[]
  /** Others for whom they act, and something can be begun. */
  readonly wards: readonly WardMet[]
  /** How people come in and leave. */
  readonly children: Child
}

/** The family in one picture: who is in it, what each holds, and what ends first. */
export const FamilyPage = (props: Props) => {
  const { view, reading, people, cases, others, wards, children } = props
  const { language } = view
  const words = familyWords[language]
  const first = firstEnd(people, reading.on)
  return (
    <Page view={view} title={words.familyTitle}>
      <h1 class="govuk-heading-l">{words.familyTitle}</h1>
      <p class="govuk-body-l">{words.familyLead}</p>
      <WithContents label={portalWords[language].contents}>
        <ul class="kc-family">
          {people.map((person) => (
            <PersonCard {...{ person, reading, first, cases }} />
          ))}
        </ul>
        <p class="govuk-body">{words.shares}</p>
        {children}
        <Wards wards={wards} language={language} />
      </WithContents>
      {others.length > 0 && (
        <>
          <p class="govuk-body">{words.others}</p>
          <ul class="govuk-list">
            {others.map(({ id, name }) => (
              <li>
                <a class="govuk-link" href={paths.familyOf.to(language, { id })}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </Page>
  )
}

/** Of everything that anybody holds, the last day that comes first. */
const firstEnd = (people: readonly Relative[], on: IsoDate): IsoDate | undefined =>
  people
    .flatMap(({ holds }) => lastingOn(holds, on))
    .map(({ until }) => until)
    .toSorted()[0]

type CardProps = {
  readonly person: Pictured
  readonly reading: Reading
  readonly first: IsoDate | undefined
  readonly cases: Props['cases']
}

const PersonCard = ({ person, reading, first, cases }: CardProps) => {
  const { language, on, statuses, systems } = reading
  const words = familyWords[language]
  const { count, isSelf, birthDate, title, there } = person
  const held = lastingOn(person.holds, on)
  const name = nameOf(person)
  return (
    <li class="kc-relative">
      <h2 class="govuk-heading-m kc-relative__name">
        {name}
        {isSelf && <span class="kc-relative__you"> ({words.you})</span>}
      </h2>
      <p class="kc-relative__who">
        {[
          ...(person.name === '' ? [] : [title]),
          ...(birthDate === undefined || knownTo(birthDate) === 'year'
            ? []
            : [
                words.age.replace('{age}', () =>
                  amount(ageOn(earliest(birthDate), on), 'years', language),
                ),
              ]),
        ].join('. ')}
      </p>
      {held.length === 0 && there.length === 0 ? (
        <p>{words.holdsNothing}</p>
      ) : (
        <ul class="kc-relative__holds">
          {held.map(({ kind, until, number }) => (
            <li>
              {statuses.get(kind)?.title[language] ?? kind}, {words.until}{' '}
              <time datetime={until}>{formatDate(until, language, 'plain')}</time>
              {until === first && (
                <>
                  {' '}
                  <Tag colour="orange">{words.first}</Tag>
                </>
              )}
              <OpenAbout {...{ cases, number, language }} />
            </li>
          ))}
          {there.map((each) => (
            <li>
              {each.title[language]}
              <br />
              <GivenThereLines given={each} systems={systems} language={language} />
            </li>
          ))}
        </ul>
      )}
      {count > 0 && <p>{words.canNow.replace('{count}', () => String(count))}</p>}
      <Ways person={person} language={language} />
    </li>
  )
}

/** What one can read of them, begin for them and write of them. */
const Ways = ({ person, language }: { readonly person: Pictured; readonly language: Language }) => {
  const words = familyWords[language]
  const { address = '', enter, isSelf } = person
  const name = nameOf(person)
  return (
    <p class="kc-relative__foot">
      <a class="govuk-link" href={paths.mayOf.to(language, { id: address })}>
        {isSelf ? words.moreOwn : words.more.replace('{name}', () => name)}
      </a>
      {person.forThem.map(({ description: { type } }) => (
        <a class="govuk-link" href={`${paths.mayOf.to(language, { id: address })}#${FOR_THEM}`}>
          {type.title[language]}
          <span class="govuk-visually-hidden"> ({name})</span>
        </a>
      ))}
      {enter !== undefined && (
        <a class="govuk-link" href={enter}>
          {person.name === '' ? words.enter : words.change}
          <span class="govuk-visually-hidden"> ({name})</span>
        </a>
      )}
    </p>
  )
}
