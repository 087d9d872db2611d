import type { Claimed, ClaimStands } from '#core/concessions/claims.ts'
import { basisOf, isProvisional } from '#core/policy/basis.ts'
import type { IsoDate } from '#core/dated.ts'
import { dayToTell } from '#core/deadlines/counted.ts'
import type { Need } from '#core/policy/concessions.ts'
import { typeOf } from '#core/policy/policy.ts'
import { CaseLine } from '#office/case-line.tsx'
import { thereSince } from '#office/there.tsx'
import { BasisMark, ProvisionalNote } from '#telling/basis.tsx'
import { changeText, tagOf } from '#telling/concession-told.ts'
import { formatCountedDay } from '#telling/dates.ts'
import { Details } from '#ui/details.tsx'
import { Tag } from '#ui/tag.tsx'
import type { Ahead, Person } from './around/people.ts'
import type { OpenOne } from './around/queries.ts'
import { backHere, day, kindTitle, whoText, type Telling } from './around/telling.ts'

type AheadProps = { readonly ahead: readonly Ahead[]; readonly telling: Telling }

/** In a table a cell is never empty. */
const NOTHING = '–'

/** Every day on which something changes, the nearest first: what is the same for several, once. */
export const Next = ({ ahead, telling }: AheadProps) => {
  const { words } = telling
  const days = daysIn(ahead, telling)
  return (
    <section>
      <h2 class="govuk-heading-m" id="next">
        {words.next}
      </h2>
      {days.length === 0 ? (
        <p class="govuk-body">{words.nextNothing}</p>
      ) : (
        <table class="kc-list" role="table">
          <caption class="govuk-visually-hidden">{words.next}</caption>
          <thead>
            <tr>
              <th scope="col">{words.day}</th>
              <th scope="col">{words.what}</th>
              <th scope="col">{words.who}</th>
            </tr>
          </thead>
          <tbody>
            {days.map(({ on, text, who }) => (
              <tr>
                <th scope="row" data-label={words.day}>
                  {day(on, telling)}
                </th>
                <td data-label={words.what}>{text}</td>
                <td data-label={words.who} class="kc-list__cell--names">
                  {who.length > 1 && who.length === ahead.length ? words.all : who.join(', ')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

type DayNext = { readonly on: IsoDate; readonly text: string; readonly who: readonly string[] }

function daysIn(ahead: readonly Ahead[], telling: Telling): readonly DayNext[] {
  const days = new Map<string, DayNext>()
  for (const { person, changes } of ahead) {
    const who = whoText(person, telling)
    for (const change of changes) {
      const { on } = change
      const text = changeText(change, { ...telling, kindTitle: (code) => kindTitle(code, telling) })
      const before = days.get(`${on} ${text}`)?.who ?? []
      days.set(`${on} ${text}`, { on, text, who: [...before, who] })
    }
  }
  return [...days.values()].toSorted((one, other) => (one.on < other.on ? -1 : 1))
}

type OpenProps = {
  readonly open: readonly OpenOne[]
  readonly people: readonly Person[]
  readonly telling: Telling
}

/** What is open about any of them, what is due first at the top. */
export const Open = ({ open, people, telling }: OpenProps) => {
  const { view, words, policy, language } = telling
  return (
    <section>
      <h2 class="govuk-heading-m" id="open">
        {words.open}
      </h2>
      {open.length === 0 && <p class="govuk-body">{words.openNothing}</p>}
      <ul class="govuk-list">
        {open.map(
          ({
            id: caseId,
            number,
            type: code,
            typeHash,
            state,
            outcome,
            parties,
            counted,
            there,
          }) => {
            const law = { type: code, state, ...(typeHash === null ? {} : { typeHash }) }
            const due = counted && outcome === null ? dueText(counted, telling) : undefined
            return (
              <li>
                <CaseLine
                  view={{ ...view, ...backHere(view) }}
                  {...{ id: caseId, number, state }}
                  type={typeOf(policy, law)}
                  outcome={outcome ?? undefined}
                  there={there}
                />
                <div class="kc-soft">
                  {people
                    .filter(({ ids }) => ids.some((id) => parties.includes(id)))
                    .map((person) => whoText(person, telling))
                    .join(', ')}
                  {there && `. ${thereSince({ ...policy, there, language })}`}
                  {due !== undefined && `. ${words.due}: ${due}`}
                </div>
              </li>
            )
          },
        )}
      </ul>
    </section>
  )
}

/** While a clock stands still there is no day to tell. */
function dueText(counted: NonNullable<OpenOne['counted']>, { policy, language }: Telling) {
  const { calendars } = policy
  const due = dayToTell(counted, calendars)
  return due && formatCountedDay(due, { language, calendars, style: 'plain', remark: 'word' })
}

const isShown = ({ stands }: Claimed): boolean => stands.is !== 'not'

/** Whether it says anything of what the law allows any of them. */
export const hasAllowed = (ahead: readonly Ahead[]): boolean =>
  ahead.some(({ claims }) => claims.some(isShown))

/** How what the law allows stands for each of them; nothing where it speaks of nothing. */
export const Allowed = ({ ahead, telling }: AheadProps) => {
  const { language, words } = telling
  const told = ahead.flatMap(({ person, claims }) => {
    const shown = claims.filter(isShown).toSorted(byNearness)
    return shown.length === 0 ? [] : [{ person, claims: shown }]
  })
  if (told.length === 0) return null
  const isMarked = told.some(({ claims }) =>
    claims.some(({ concession }) => isProvisional(basisOf(concession, 'gives'))),
  )
  return (
    <section>
      <h2 class="govuk-heading-m" id="concessions">
        {words.concessions}
      </h2>
      {told.map(({ person, claims }) => (
        <Details summary={summaryOf(person, claims, telling)}>
          <Claims claims={claims} telling={telling} caption={whoText(person, telling)} />
        </Details>
      ))}
      {isMarked && <ProvisionalNote language={language} />}
    </section>
  )
}

/** What can be had first, and what is furthest away last. */
const ORDER: readonly ClaimStands[] = [
  'now',
  'held',
  'open',
  'later',
  'not-yet',
  'needless',
  'over',
]

const byNearness = (one: Claimed, other: Claimed): number =>
  ORDER.indexOf(one.stands.is) - ORDER.indexOf(other.stands.is)

/** Who it is, and how much of it there is. */
function summaryOf(person: Person, claims: readonly Claimed[], telling: Telling): string {
  const count = (...wanted: readonly ClaimStands[]) =>
    String(claims.filter(({ stands }) => wanted.includes(stands.is)).length)
  return telling.words.counts
    .replace('{held}', count('held'))
    .replace('{now}', count('now', 'open'))
    .replace('{who}', () => whoText(person, telling))
}

type ClaimsProps = {
  readonly claims: readonly Claimed[]
  readonly telling: Telling
  readonly caption: string
}

const Claims = ({ claims, telling, caption }: ClaimsProps) => {
  const { language, words, policy } = telling
  return (
    <table class="kc-list" role="table">
      <caption class="govuk-visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.concession}</th>
          <th scope="col">{words.stands}</th>
          <th scope="col">{words.lastDay}</th>
          <th scope="col">{words.applyBy}</th>
        </tr>
      </thead>
      <tbody>
        {claims.map(({ concession, stands }) => {
          const tag = tagOf(stands, concession.by, telling)
          const { until, applyBy } = 'applyBy' in stands || 'until' in stands ? stands : {}
          return (
            <tr>
              <td data-label={words.concession}>
                <span>
                  {concession.title[language]}{' '}
                  <BasisMark
                    laws={policy.laws}
                    basis={basisOf(concession, 'gives')}
                    language={language}
                  />
                </span>
              </td>
              <td data-label={words.stands}>
                <span>
                  {tag && <Tag colour={tag.colour}>{tag.text}</Tag>}
                  {stands.is === 'not-yet' && ` ${needText(stands.need, telling)}`}
                </span>
              </td>
              <td data-label={words.lastDay} class="kc-list__cell--day">
                {stands.is === 'held'
                  ? day(stands.holding.until, telling)
                  : until === undefined
                    ? NOTHING
                    : day(until, telling)}
              </td>
              <td data-label={words.applyBy} class="kc-list__cell--day">
                {applyBy === undefined ? NOTHING : day(applyBy, telling)}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function needText({ kinds }: Need, telling: Telling): string {
  const { words } = telling
  const titles = kinds.map((kind) => kindTitle(kind, telling)).join(words.or)
  return words.needs.replace('{kinds}', () => titles)
}
