import type { Change } from '#core/concessions/changes.ts'
import type { Stands } from '#core/concessions/claims.ts'
import { lastingOn } from '#core/concessions/classes.ts'
import type { IsoDate } from '#core/dated.ts'
import type { Language } from '#core/language.ts'
import { basisOf } from '#core/policy/basis.ts'
import type { Concessions } from '#core/policy/concessions.ts'
import type { View } from '#portal/env.ts'
import { ForThem } from '#portal/for-theirs.tsx'
import type { Offer } from '#portal/offers.ts'
import { isForNow, type Shown } from '#portal/claim-ways.ts'
import { Claim, claimId, Folded } from '#portal/may/claim.tsx'
import { OpenAbout } from '#portal/open-about.tsx'
import type { ListedCase } from '#portal/own-cases.ts'
import { nameOf, type Reading, type Relative } from '#portal/own-family.ts'
import { mayWords } from '#portal/may/words.ts'
import { paths } from '#portal/paths.ts'
import { Page } from '#portal/shell.tsx'
import { portalWords } from '#portal/words.ts'
import { Wards, type WardMet } from '#portal/wards.tsx'
import type { GivenThere } from '#records/given-there.ts'
import { ToDo, type StillToDo } from '#portal/still-to-do.tsx'
import type { Held } from '#records/families.ts'
import { Clause, ProvisionalNote } from '#telling/basis.tsx'
import { changeText } from '#telling/concession-told.ts'
import { formatDate } from '#telling/dates.ts'
import { GivenThereLines } from '#telling/given-there.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'
import { WithContents } from '#ui/contents.tsx'
import { Details } from '#ui/details.tsx'
import { InsetText } from '#ui/inset-text.tsx'
import { SummaryList } from '#ui/summary-list.tsx'
import { Tag } from '#ui/tag.tsx'

type Props = {
  readonly view: View
  readonly reading: Reading
  readonly person: Relative
  /** What another system gave them, where whoever reads may know. */
  readonly there: readonly GivenThere[]
  readonly concessions: Concessions
  readonly claims: readonly Shown[]
  readonly changes: readonly Change[]
  /** The last day of the status that all of it rests on. */
  readonly rests?: IsoDate | undefined
  /** The day on which it ended, where it is no more. */
  readonly ended?: IsoDate | undefined
  /** Where the whole family is; nothing where there is none yet. */
  readonly family?: string | undefined
  /** Theirs: what is open about what somebody holds stands beside that. */
  readonly cases: readonly ListedCase[]
  /** What is still to be done for what they were given, by the case that gave it. */
  readonly toDo: ReadonlyMap<string, StillToDo>
  /** What whoever acts for them begins for them alone. */
  readonly forThem: readonly Offer[]
  /** Others for whom whoever reads acts, and something can be begun. */
  readonly wards: readonly WardMet[]
  /** A family can be begun. */
  readonly mayBegin?: boolean
}

/** What one person may do now, from when, until when, on what it rests, and what to press. */
export const PersonPage = (props: Props) => {
  const { view, reading, person, concessions, claims, rests, family } = props
  const { language } = view
  const words = mayWords[language]
  const title = person.isSelf ? words.ownTitle : words.title.replace('{name}', () => nameOf(person))
  return (
    <Page view={view} title={title}>
      <h1 class="govuk-heading-l">{title}</h1>
      {rests !== undefined && (
        <p class="govuk-body-l">
          {words.rests.replace('{status}', () => statusTitle(concessions.holds, reading))}{' '}
          <strong>{formatDate(rests, language, 'plain')}</strong>
        </p>
      )}
      {props.ended !== undefined && (
        <InsetText>
          {words.ended.replace('{status}', () => statusTitle(concessions.holds, reading))}{' '}
          <strong>{formatDate(props.ended, language, 'plain')}</strong>
        </InsetText>
      )}
      {person.role !== undefined && person.birthDate === undefined && (
        <InsetText>{words.notEntered}</InsetText>
      )}
      {props.mayBegin === true && <BeginFamily language={language} />}
      {family !== undefined && (
        <p class="govuk-body">
          <a class="govuk-link" href={paths.familyOf.to(language, { id: family })}>
            {words.familyTitle}
          </a>
        </p>
      )}
      <WithContents label={portalWords[language].contents}>
        <div class="kc-may">
          <Now {...props} />
          <div class="kc-may__beside">
            <HeldNow {...props} />
            <HeldThere {...props} />
            <ForThem
              {...{ person, reading }}
              offers={props.forThem}
              action={paths.mayOf.to(language, { id: person.address ?? '' })}
            />
            <Wards wards={props.wards} language={language} />
            <Changes {...props} />
          </div>
          <div class="kc-may__aims">
            {concessions.aims.map((aim) => (
              <AimSection
                reading={reading}
                aim={aim}
                claims={claims.filter(
                  ({ concession, stands }) => concession.aim === aim.code && !isClosed(stands),
                )}
              />
            ))}
          </div>
        </div>
        <Closed {...props} />
      </WithContents>
      <ProvisionalNote language={language} />
    </Page>
  )
}

/** What is for nobody, for others, or over, with why; opened where all of it is over. */
const Closed = ({ claims, reading, ended }: Pick<Props, 'claims' | 'reading' | 'ended'>) => {
  const { language, laws } = reading
  const closed = claims.filter(({ stands }) => isClosed(stands))
  if (closed.length === 0) return null
  return (
    <Details summary={mayWords[language].notOpen} open={ended !== undefined}>
      <ul class="govuk-list govuk-list--bullet">
        {closed.map(({ concession, stands }) => (
          <li>
            {concession.title[language]}: {whyClosed(stands, reading)}{' '}
            <Clause laws={laws} basis={basisOf(concession, 'for')} language={language} explained />
          </li>
        ))}
      </ul>
    </Details>
  )
}

/** What can be pressed today, before anything else. */
const Now = ({ claims, reading }: Pick<Props, 'claims' | 'reading'>) => {
  const { language } = reading
  const near = claims.filter(isForNow)
  if (near.length === 0) return null
  return (
    <nav class="kc-may__now" aria-labelledby="now">
      <h2 class="govuk-heading-m" id="now">
        {mayWords[language].tagNow}
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        {near.map(({ concession: { code, title }, stands }) => (
          <li>
            <a class="govuk-link" href={`#${claimId(code)}`}>
              {title[language]}
            </a>
            {stands.is === 'open' && (
              <>
                {' '}
                <Tag colour="yellow">{mayWords[language].tagOpen}</Tag>
              </>
            )}
          </li>
        ))}
      </ul>
      {near.some(({ way }) => way?.is === 'begin' && way.brings === true) && (
        <p class="govuk-body">{mayWords[language].bringIn}</p>
      )}
    </nav>
  )
}

type AimProps = {
  readonly reading: Reading
  readonly aim: Concessions['aims'][number]
  readonly claims: readonly Shown[]
}

/** What one comes for: what is applied for first, and what comes with it. */
const AimSection = ({ reading, aim, claims }: AimProps) => {
  const { language } = reading
  const applied = claims.filter(({ concession }) => concession.by === 'application')
  const eased = claims.filter(({ concession }) => concession.by === 'itself')
  if (claims.length === 0) return null
  return (
    <section aria-labelledby={`aim-${aim.code}`}>
      <h2 class="govuk-heading-l" id={`aim-${aim.code}`}>
        {aim.title[language]}
      </h2>
      {applied.toSorted(byNearness).map((each) => (
        <Claim {...each} reading={reading} />
      ))}
      {eased.length > 0 && (
        <>
          <h3 class="govuk-heading-s">{mayWords[language].eased}</h3>
          {eased.toSorted(byNearness).map((each) => (
            <Folded {...each} reading={reading} />
          ))}
        </>
      )}
    </section>
  )
}

const statusTitle = (kind: string, { statuses, language }: Reading): string =>
  statuses.get(kind)?.title[language] ?? kind

const BeginFamily = ({ language }: { readonly language: Language }) => {
  const words = mayWords[language]
  return (
    <form method="post" action={paths.family.to(language)}>
      <Button preventDoubleClick variant="secondary">
        {words.addFamily}
      </Button>
      <p class="govuk-body">{words.addFamilyHint}</p>
    </form>
  )
}

type HeldProps = Pick<Props, 'person' | 'reading' | 'cases' | 'toDo'> & {
  /** By when to apply to hold it longer, where nothing beside it tells that. */
  readonly applyBy?: (held: Held) => IsoDate | undefined
}

const HeldNow = ({ person, reading, cases, toDo, applyBy }: HeldProps) => {
  const { language, on } = reading
  const words = mayWords[language]
  const held = person.holds.filter(({ from, until }) => from <= on && on <= until)
  if (held.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m">{words.held}</h2>
      <SummaryList
        rows={held.map((each) => {
          const { kind, until, number, caseId } = each
          const title = statusTitle(kind, reading)
          const left = toDo.get(caseId ?? '')
          const last = applyBy?.(each)
          return {
            key:
              caseId === undefined ? (
                title
              ) : (
                <a class="govuk-link" href={paths.application.to(language, { id: caseId })}>
                  {title}
                </a>
              ),
            value: (
              <>
                {words.until} <strong>{formatDate(until, language, 'plain')}</strong>
                {number !== undefined && (
                  <>
                    <br />
                    {words.number}: {number}
                  </>
                )}
                {last !== undefined && (
                  <>
                    <br />
                    {(last < on ? words.applyByOver : words.applyBy).replace('{day}', () =>
                      formatDate(last, language, 'plain'),
                    )}
                  </>
                )}
                <OpenAbout {...{ cases, number, language }} />
                {left && <ToDo id={caseId ?? ''} toDo={left} language={language} />}
              </>
            ),
          }
        })}
      />
    </>
  )
}

/** What they hold by what was granted in a case that another system examined. */
const HeldThere = ({ there, reading }: Pick<Props, 'there' | 'reading'>) => {
  const { language, systems } = reading
  if (there.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m">{mayWords[language].heldThere}</h2>
      <SummaryList
        rows={there.map((given) => ({
          key: (
            <a class="govuk-link" href={paths.application.to(language, { id: given.caseId })}>
              {given.title[language]}
            </a>
          ),
          value: <GivenThereLines {...{ given, systems, language }} />,
        }))}
      />
    </>
  )
}

const Changes = ({ changes, reading }: Pick<Props, 'changes' | 'reading'>) => {
  const { language } = reading
  const words = mayWords[language]
  const later = changes.slice(CHANGES_SHOWN)
  if (changes.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m">{words.changes}</h2>
      <Timeline changes={changes.slice(0, CHANGES_SHOWN)} reading={reading} />
      {later.length > 0 && (
        <Details summary={words.changesLater.replace('{count}', String(later.length))}>
          <Timeline changes={later} reading={reading} />
        </Details>
      )}
    </>
  )
}

/** The nearest; whoever looks further opens the rest. */
const CHANGES_SHOWN = 4

const Timeline = ({ changes, reading }: Pick<Props, 'changes' | 'reading'>) => {
  const { language } = reading
  const kindTitle = (code: string) => statusTitle(code, reading)
  const telling = { language, words: mayWords[language], kindTitle }
  return (
    <ol class="kc-timeline">
      {changes.map((change) => (
        <li class="kc-timeline__event">
          <time class="kc-timeline__when" datetime={change.on}>
            {formatDate(change.on, language, 'plain')}
          </time>
          <p class="kc-timeline__what">{changeText(change, telling)}</p>
        </li>
      ))}
    </ol>
  )
}

/** What can be had first, and what is furthest away last. */
const ORDER: readonly Stands['is'][] = ['now', 'held', 'open', 'later', 'not-yet']

const byNearness = (one: Shown, other: Shown): number =>
  ORDER.indexOf(nearness(one)) - ORDER.indexOf(nearness(other))

const nearness = ({ stands, done }: Shown): Stands['is'] => (done ? 'held' : stands.is)

const isClosed = ({ is }: Stands): boolean => is === 'over' || is === 'needless' || is === 'not'

function whyClosed(stands: Stands, reading: Reading): string {
  const { language } = reading
  const words = mayWords[language]
  if (stands.is === 'needless') {
    return words.needless.replace('{kind}', () => statusTitle(stands.holding.kind, reading))
  }
  if (stands.is !== 'over') return words.ofOthers
  const text = { age: words.overAge, status: words.overStatus, law: words.overLaw }
  return text[stands.because].replace('{day}', () => formatDate(stands.since, language, 'plain'))
}

type AloneProps = Pick<Props, 'view' | 'there' | 'wards'> & HeldProps

/** Whoever is nobody's relative is told what they hold, until when, and what to do to see more. */
export const AlonePage = ({ view, ...held }: AloneProps) => {
  const { language } = view
  const words = mayWords[language]
  const { person, reading } = held
  const holds = lastingOn(person.holds, reading.on).length > 0
  return (
    <Page view={view} title={words.ownTitle}>
      <h1 class="govuk-heading-l">{words.ownTitle}</h1>
      <p class="govuk-body-l">{holds ? words.alone : words.none}</p>
      <HeldNow {...held} />
      <HeldThere {...held} />
      <Wards wards={held.wards} language={language} />
      <p class="govuk-body">{words.noneDo}</p>
      <ButtonLink href={paths.applications.to(language)}>{words.toApplications}</ButtonLink>
    </Page>
  )
}
