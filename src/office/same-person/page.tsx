import { agreesEnough, LINK_GROUNDS, type Agreed } from '#core/cases/one-person.ts'
import { isPartialDate } from '#core/facts/partial-date.ts'
import { caseAddress, wayBack, type Way } from '#office/back.ts'
import type { View } from '#office/env.ts'
import { NumberSearch, type Sought } from '#office/number-search.tsx'
import type { Compared, Entry, ShownLink } from '#office/same-person/known.ts'
import { AGREED, linkWords, samePersonWords } from '#office/same-person/words.ts'
import { Page } from '#office/shell.tsx'
import { officeWords } from '#office/words.ts'
import { formatMomentInBaku, formatPartialDate } from '#telling/dates.ts'
import { agreedText, seenWords } from '#telling/linked.tsx'
import { Button } from '#ui/button.tsx'
import { Radios } from '#ui/choices.tsx'
import { SummaryList } from '#ui/summary-list.tsx'

export type SamePersonProps = {
  readonly view: View
  readonly self: Entry
  readonly links: readonly ShownLink[]
  /** Numbers of statuses of others that name the same travel document. */
  readonly alike: readonly Way[]
  readonly sought?: Sought | undefined
  readonly found: readonly (Compared & { readonly isLinked: boolean })[]
  readonly problem?: Problem | undefined
}

/** What was wrong with a form, and with which of several. */
export type Problem = { readonly is: 'howMissing' | 'differs' | 'outdated'; readonly of: string }

export const SamePersonPage = (props: SamePersonProps) => {
  const { view, self, links, alike, sought, found, problem } = props
  const words = samePersonWords[view.language]
  const errors = problem
    ? [
        {
          text: words[problem.is],
          ...(problem.is === 'outdated' ? {} : { href: `#${groundId(problem.of)}` }),
        },
      ]
    : []
  return (
    <Page view={view} title={words.title} errors={errors} back={[wayBack(view)]}>
      <h1 class="govuk-heading-l">{words.title}</h1>
      <p class="govuk-body-l">
        {filled(words.who, { name: self.name || words.nameless, number: self.number })}
      </p>
      <p class="govuk-body">{words.lead}</p>
      <p class="govuk-body">{words.four}</p>
      {links.length > 0 && <h2 class="govuk-heading-m">{words.links}</h2>}
      {links.map((shown) => (
        <LinkSection {...props} shown={shown} />
      ))}
      <h2 class="govuk-heading-m">{words.find}</h2>
      {alike.length > 0 && (
        <p class="govuk-body">
          {words.alike}{' '}
          {alike.map(({ href, text }, index) => (
            <>
              {index > 0 && ', '}
              <a class="govuk-link" href={href}>
                {text}
              </a>
            </>
          ))}
        </p>
      )}
      <NumberSearch
        {...{ view, words, sought }}
        action={pathOf(view)}
        label={words.search}
        from={view.cameFrom}
      />
      {found.map((compared) => (
        <Candidate {...props} compared={compared} />
      ))}
    </Page>
  )
}

const pathOf = ({ here }: View): string => here.split('?')[0] ?? here

const filled = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')

const groundId = (partyId: string): string => `ground-${partyId}`

type LinkProps = SamePersonProps & { readonly shown: ShownLink }

/** What became of a link, and what whoever reads can do about it. */
const LinkSection = ({ shown, ...props }: LinkProps) => {
  const { view } = props
  const { link, other, compared, acts, isOwn } = shown
  const { language } = view
  const words = samePersonWords[language]
  const said = linkWords[language]
  const isWaiting = link.state === 'waiting' || link.state === 'undoing'
  // Whoever confirms sees what agrees today, and not what somebody says did.
  const open = acts.filter(
    (act) => act !== 'confirm' || (compared !== undefined && agreesEnough(compared.agrees)),
  )
  return (
    <section>
      <h3 class="govuk-heading-s">
        <a class="govuk-link" href={caseAddress(view, other.caseId)}>
          {filled(words.with, { number: other.number })}
        </a>
      </h3>
      <SummaryList
        rows={[
          { key: words.state, value: said.state[link.state] },
          { key: words.since, value: formatMomentInBaku(link.actedAt, language) },
          { key: words.seen, value: seenWords[language].ground[link.ground] },
          { key: words.agreed, value: agreedText(link.agrees, language) },
        ]}
      />
      {compared && <Comparison {...props} compared={compared} />}
      {link.state === 'waiting' && !compared && <p class="govuk-body">{words.gone}</p>}
      {compared && !agreesEnough(compared.agrees) && (
        <p class="govuk-body" id={groundId(link.id)}>
          {words.differs}
        </p>
      )}
      {isWaiting && isOwn && <p class="govuk-body">{words.own}</p>}
      {open.length > 0 && (
        <form method="post" action={view.here} novalidate>
          <input type="hidden" name="link" value={link.id} />
          <div class="govuk-button-group">
            {open.map((act) => (
              <Button
                name="act"
                value={act}
                variant={act === 'confirm' || act === 'end' ? undefined : 'secondary'}
                preventDoubleClick
              >
                {said.act[act]}
              </Button>
            ))}
          </div>
        </form>
      )}
    </section>
  )
}

type CandidateProps = SamePersonProps & { readonly compared: SamePersonProps['found'][number] }

/** Somebody who was found by a number, and the form that says that it is the same person. */
const Candidate = ({ compared, ...props }: CandidateProps) => {
  const { view, problem } = props
  const { entry, agrees, isLinked } = compared
  const { language } = view
  const words = samePersonWords[language]
  const isWrong = problem?.of === entry.partyId
  const error = { text: words.howMissing, prefix: officeWords[language].error }
  return (
    <section>
      <Comparison {...props} compared={compared} />
      {isLinked && <p class="govuk-body">{words.thereAlready}</p>}
      {!isLinked && !agreesEnough(agrees) && (
        <p class="govuk-body" id={groundId(entry.partyId)}>
          {words.differs}
        </p>
      )}
      {!isLinked && agreesEnough(agrees) && (
        <form method="post" action={view.here} novalidate>
          <input type="hidden" name="party" value={entry.partyId} />
          <input type="hidden" name="case" value={entry.caseId} />
          <Radios
            name="ground"
            id={groundId(entry.partyId)}
            legend={words.how}
            legendSize="s"
            error={isWrong && problem.is === 'howMissing' ? error : undefined}
            options={LINK_GROUNDS.map((value) => ({
              value,
              label: seenWords[language].ground[value],
            }))}
          />
          <Button preventDoubleClick>{words.propose}</Button>
        </form>
      )}
    </section>
  )
}

type ComparisonProps = SamePersonProps & { readonly compared: Compared }

/** The two side by side. */
const Comparison = ({ view, self, compared: { entry, agrees } }: ComparisonProps) => {
  const { language } = view
  const words = samePersonWords[language]
  const there = filled(words.there, { number: entry.number })
  const lines: readonly (readonly [Agreed, (one: Entry) => string])[] = [
    ['names', ({ name }) => name],
    ['birth-date', ({ entered: { birthDate } }) => dateText(birthDate, view)],
    ['document', ({ entered: { documentNumber } }) => documentNumber],
  ]
  return (
    <table class="kc-list" role="table">
      <caption class="kc-list__caption">{there}</caption>
      <thead>
        <tr>
          <th scope="col">{words.what}</th>
          <th scope="col">{words.here}</th>
          <th scope="col">{there}</th>
          <th scope="col">{words.agrees}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(([what, text]) => (
          <tr>
            <th scope="row" data-label={words.what}>
              {words[AGREED[what]]}
            </th>
            <td data-label={words.here}>{text(self) || NOTHING}</td>
            <td data-label={there}>{text(entry) || NOTHING}</td>
            <td data-label={words.agrees}>
              {agrees.includes(what) ? words.same : words.different}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const dateText = (date: string, { language }: View): string =>
  isPartialDate(date) ? formatPartialDate(date, language) : date

/** In a table a cell is never empty. */
const NOTHING = '–'
