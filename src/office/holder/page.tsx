import { caseAddress, wayBack, withBack } from '#office/back.ts'
import { correctedIn } from '#office/corrected.ts'
import type { View } from '#office/env.ts'
import { fieldName } from '#office/field-name.ts'
import { paths } from '#office/paths.ts'
import { Page } from '#office/shell.tsx'
import { StatusTag } from '#office/status-tag.tsx'
import type { GivenThere } from '#records/given-there.ts'
import { Corrections } from '#telling/corrected.tsx'
import { GivenThereLines } from '#telling/given-there.tsx'
import { Contents } from '#ui/contents.tsx'
import type { Child } from '#ui/markup.ts'
import { Tag } from '#ui/tag.tsx'
import { Allowed, hasAllowed, Next, Open } from './ahead.tsx'
import {
  backHere,
  bornText,
  day,
  kindTitle,
  roleIn,
  whoText,
  type Telling,
} from './around/telling.ts'
import type { Ahead, Person } from './around/people.ts'
import type { OpenOne, StatusHeld } from './around/queries.ts'
import { holderWords } from './words.ts'

/** A status that all rests on, whoever holds it, and what hangs together with it. */
export type Card = {
  readonly status: StatusHeld
  /** The holder first. */
  readonly people: readonly Person[]
  readonly ahead: readonly Ahead[]
  readonly open: readonly OpenOne[]
  /** What another system gave any of them, as it said. */
  readonly there: readonly GivenThere[]
  /** Those of them who are of age, and for whom nobody acts or signs in. */
  readonly charges: readonly string[]
  /** There is more than a page shows. */
  readonly isCut: boolean
  readonly reading: Pick<Telling, 'policy' | 'on'>
}

export const HolderPage = ({ view, ...card }: Card & { readonly view: View }) => {
  const { language } = view
  const words = holderWords[language]
  const telling: Telling = { ...card.reading, view, language, words }
  const [first, ...others] = card.people
  return (
    <Page view={view} title={card.status.number} back={[wayBack(view)]}>
      <Head {...card} telling={telling} />
      {card.isCut && <p class="govuk-body">{words.more}</p>}
      <Contents
        label={words.contents}
        entries={(['holds', 'open', 'next', 'family', 'concessions'] as const)
          .filter((id) => id !== 'concessions' || hasAllowed(card.ahead))
          .map((id) => ({ id, text: words[id] }))}
      />
      <div class="kc-split">
        <div class="kc-split__pane" role="region" aria-label={words.holds}>
          {first && <Corrected person={first} telling={telling} />}
          {first && <Twice person={first} telling={telling} />}
          <h2 class="govuk-heading-m" id="holds">
            {words.holds}
          </h2>
          {first && <Statuses statuses={first.statuses} telling={telling} caption={words.holds} />}
          {first && <HeldThere person={first} there={card.there} telling={telling} />}
          <Open open={card.open} people={card.people} telling={telling} />
          <Next ahead={card.ahead} telling={telling} />
        </div>
        <div class="kc-split__pane" role="region" aria-label={words.family}>
          <h2 class="govuk-heading-m" id="family">
            {words.family}
          </h2>
          {others.length === 0 ? (
            <p class="govuk-body">{words.nobody}</p>
          ) : (
            <p class="govuk-body kc-soft">{words.familyHint}</p>
          )}
          {others.map((person) => (
            <Somebody person={person} {...card} telling={telling} />
          ))}
          <Allowed ahead={card.ahead} telling={telling} />
        </div>
      </div>
    </Page>
  )
}

type HeadProps = Card & { readonly telling: Telling }

/** Number, kind, holder and days, in view while one reads. */
const Head = ({ status, people: [first], telling }: HeadProps) => {
  const { view, language, words, policy } = telling
  const field = fieldName(policy, status.field, language)
  const facts: readonly (readonly [string, Child])[] = [
    ...(first ? [[words.name, holderName(first, telling)] as const] : []),
    ...(first?.birthDate === undefined ? [] : [[words.born, bornText(first, telling)] as const]),
    [words.state, <Stands status={status} telling={telling} />],
    [words.from, day(status.from, telling)],
    [words.until, day(status.until, telling)],
    ...(field === '' ? [] : [[words.field, field] as const]),
  ]
  return (
    <header class="kc-case-head">
      <div class="kc-case-head__who kc-case-head__who--number">
        <p class="kc-case-head__number">{kindTitle(status.kind, telling)}</p>
        <h1 class="kc-case-head__name">{status.number}</h1>
      </div>
      <dl class="kc-case-head__facts">
        {facts.map(([key, value]) => (
          <div>
            <dt>{key}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div class="kc-case-head__actions">
        <a
          href={caseAddress(backHere(view), status.caseId)}
          draggable={false}
          class="govuk-button govuk-button--secondary"
          data-kc-key="c"
          aria-keyshortcuts={view.keys ? 'c' : undefined}
        >
          {words.giving}
          {view.keys && ' (c)'}
        </a>
      </div>
    </header>
  )
}

/** By their name; that it is erased, or stands in no case. */
function holderName({ name, erased }: Person, { words }: Telling): Child {
  return erased ? <Tag colour="grey">{words.erased}</Tag> : name || words.nameless
}

type SomebodyProps = Pick<Card, 'charges' | 'there'> & {
  readonly person: Person
  readonly telling: Telling
}

/** One of the family: who they are, where that is known from, and what they hold. */
const Somebody = ({ person, charges, there, telling }: SomebodyProps) => {
  const { view, words } = telling
  const { language } = view
  const { known, alsoIn, statuses } = person
  const charge = [known, ...alsoIn].find(({ party }) => charges.includes(party))
  const name = whoText(person, telling)
  const told = [
    person.name === '' ? words.nameless : roleIn(person, telling),
    bornText(person, telling),
  ]
  return (
    <section class="kc-person">
      <h3 class="kc-person__name">{name}</h3>
      <p class="kc-person__who">
        {person.erased ? (
          <Tag colour="grey">{words.erased}</Tag>
        ) : (
          `${told.filter(Boolean).join(', ')}.`
        )}{' '}
        {words.cases}{' '}
        {[known, ...alsoIn].map((from, index) => (
          <CaseNumber from={from} isFirst={index === 0} view={view} />
        ))}
      </p>
      {charge !== undefined && (
        <p class="kc-person__who">
          <a
            class="govuk-link"
            href={paths.handOver.to(language, { id: charge.caseId, party: charge.party })}
          >
            {words.handOver}
          </a>
        </p>
      )}
      <Corrected person={person} telling={telling} />
      {statuses.length > 0 && <Statuses statuses={statuses} telling={telling} caption={name} />}
      {statuses.length === 0 && known.isSubject && (
        <p class="kc-person__who">{words.holdsNothing}</p>
      )}
      <HeldThere {...{ person, there, telling }} />
      <Twice person={person} telling={telling} />
    </section>
  )
}

/** What another system gave them, with the way to the case that was examined there. */
const HeldThere = ({
  person: { ids },
  there,
  telling: { view, language, policy, words },
}: Omit<SomebodyProps, 'charges'>) => {
  const theirs = there.filter(({ holder }) => ids.includes(holder))
  if (theirs.length === 0) return null
  return (
    <>
      <p class="kc-person__who">{words.heldThere}</p>
      <ul class="govuk-list">
        {theirs.map((given) => (
          <li>
            <a class="govuk-link" href={caseAddress(backHere(view), given.caseId)}>
              {given.title[language]}
            </a>
            <br />
            <GivenThereLines given={given} systems={policy.systems} language={language} />
          </li>
        ))}
      </ul>
    </>
  )
}

/** What was corrected of what names them, with the way to where that was decided. */
const Corrected = ({
  person,
  telling: { view, language },
}: Pick<SomebodyProps, 'person' | 'telling'>) => (
  <Corrections
    corrected={correctedIn(person, { ...view, ...backHere(view) })}
    language={language}
  />
)

/** The way to where two entries of one person are linked; of whom nothing is kept nobody is. */
const Twice = ({ person, telling }: Pick<SomebodyProps, 'person' | 'telling'>) => {
  const { view, words, language } = telling
  const { id: party, known, isLinked, erased } = person
  if (erased || !known.isSubject) return null
  const page = paths.samePerson.to(language, { id: known.caseId, party })
  return (
    <p class="kc-person__who">
      <a class="govuk-link" href={withBack(backHere(view), page)}>
        {isLinked ? words.linked : words.twice}
      </a>
    </p>
  )
}

type NumberProps = Pick<Telling, 'view'> & {
  readonly from: Person['known']
  readonly isFirst: boolean
}

const CaseNumber = ({ from, isFirst, view }: NumberProps) => (
  <>
    {!isFirst && ', '}
    <a class="govuk-link" href={caseAddress(backHere(view), from.caseId)}>
      {from.number}
    </a>
  </>
)

type StatusesProps = {
  readonly statuses: readonly StatusHeld[]
  readonly telling: Telling
  readonly caption: string
}

/** What somebody holds and held, each with the way to the case that gave it. */
const Statuses = ({ statuses, telling, caption }: StatusesProps) => {
  const { view, words } = telling
  return (
    <table class="kc-list" role="table">
      <caption class="govuk-visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.number}</th>
          <th scope="col">{words.what}</th>
          <th scope="col">{words.until}</th>
          <th scope="col">{words.stands}</th>
        </tr>
      </thead>
      <tbody>
        {statuses.map((status) => (
          <tr>
            <th scope="row" data-label={words.number}>
              <a class="govuk-link" href={caseAddress(backHere(view), status.caseId)}>
                {status.number}
              </a>
            </th>
            <td data-label={words.what}>{kindTitle(status.kind, telling)}</td>
            <td data-label={words.until} class="kc-list__cell--day">
              {day(status.until, telling)}
            </td>
            <td data-label={words.stands}>
              <Stands status={status} telling={telling} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** How it stands, with the day on which it ended. */
const Stands = ({
  status,
  telling,
}: {
  readonly status: StatusHeld
  readonly telling: Telling
}) => (
  <span>
    <StatusTag
      status={status}
      kind={telling.policy.statuses.get(status.kind)}
      language={telling.language}
    />
    {status.endedOn !== undefined && ` ${day(status.endedOn, telling)}`}
  </span>
)
