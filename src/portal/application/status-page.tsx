import { isAway } from '#core/cases/away.ts'
import type { StatusKind } from '#core/cases/statuses.ts'
import type { Context } from '#core/cases/context.ts'
import { discloses, endsCase, outcomeOf, type StepRule } from '#core/cases/life.ts'
import { outcomeIn } from '#core/cases/standing.ts'
import type { IsoDate } from '#core/dated.ts'
import type { Clock } from '#core/deadlines/clock.ts'
import type { Laws } from '#core/policy/laws.ts'
import type { Systems } from '#core/policy/systems.ts'
import { AboutLine, type AboutWhat } from '#portal/about-line.tsx'
import { ExaminedElsewhere } from '#portal/application/away/away.tsx'
import { CarryingOut, type StillToCome } from '#portal/application/carrying-out/carrying-out.tsx'
import { Duties, type Owed } from '#portal/application/duty/duty.tsx'
import { Goes, HeldBackHere, KeptUntil } from '#portal/application/kept/kept.tsx'
import { People, type Person } from '#portal/application/people/page.tsx'
import { mayFile, StatusFacts, StepBasis, type Turn } from '#portal/application/turn/turn.tsx'
import { VisitsToCome } from '#portal/application/visits/visits.tsx'
import { applicationWords } from '#portal/application/words.ts'
import { AskedFor } from '#portal/asked-for.tsx'
import { History } from '#portal/case-history.tsx'
import type { StillNamed as Still } from '#portal/carried.ts'
import { Contesting } from '#portal/contesting.tsx'
import type { Hastening, Way } from '#portal/contest-ways.ts'
import { Contests, type Contest } from '#portal/contests.tsx'
import { correctedIn } from '#portal/corrected.ts'
import { Charges, type Charge } from '#portal/charges.tsx'
import { Contact } from '#portal/contact.tsx'
import { DutyIsPaid, type DutyPaid } from '#portal/duty-paid.tsx'
import type { View } from '#portal/env.ts'
import { HeldStatus } from '#portal/held-status.tsx'
import { Leavers, type Leaver } from '#portal/joins.tsx'
import { Journey } from '#portal/journey.tsx'
import type { ListedCase } from '#portal/own-cases.ts'
import type { OwnStatus } from '#portal/own-status.ts'
import { ForThem } from '#portal/for-theirs.tsx'
import type { Ward } from '#portal/wards.tsx'
import { paths } from '#portal/paths.ts'
import { NewMessage } from '#portal/application/said/new-message.tsx'
import { Page } from '#portal/shell.tsx'
import { portalWords } from '#portal/words.ts'
import { StillNamed } from '#portal/still-named.tsx'
import type { CaseDocument } from '#records/documents.ts'
import type { Keeping } from '#records/keeping.ts'
import type { Case } from '#records/read-case.ts'
import { erasedAfter } from '#core/cases/erased-after.ts'
import { Corrections } from '#telling/corrected.tsx'
import { stateTitle, statusTitle, stepName } from '#telling/case-words.ts'
import { formatCountedDay, formatDate } from '#telling/dates.ts'
import { Passed } from '#telling/due.tsx'
import { forwardedWords } from '#telling/forwarded.tsx'
import { WithContents } from '#ui/contents.tsx'
import { InsetText } from '#ui/inset-text.tsx'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Steps } from '#ui/ornaments.tsx'

export type StatusProps = {
  readonly view: View
  /** What stands for it in an address: of one of several, for their part. */
  readonly address: string
  /** Everybody it is about, where that can be several. */
  readonly people: readonly Person[]
  /** Those of them who can leave it now. */
  readonly leavers: readonly Leaver[]
  /** And for whom whoever reads it acts until a day that is near, or acted. */
  readonly charges: readonly Charge[]
  readonly found: Case
  readonly context: Context
  readonly laws: Laws
  readonly systems: Systems
  readonly turn: Turn
  /** Before what was given is handed over. */
  readonly coming: StillToCome | undefined
  /** What is to be paid for it, and what was. */
  readonly owed: readonly Owed[]
  /** What they have to come in person for. */
  readonly visits: VisitsToCome
  /** What gave that which it is about is paid for, where all of it is. */
  readonly paid: DutyPaid | undefined
  /** While an answer is still to come. */
  readonly clock?: Clock | undefined
  /** The steps that whoever reads this may take now. */
  readonly steps: readonly StepRule[]
  /** The last day on which nothing is decided yet, so that the person can be heard. */
  readonly heardOn?: IsoDate | undefined
  /** What can still be done about what was decided. */
  readonly next?: string | undefined
  /** How it can be complained of that nothing is decided, or was. */
  readonly hastening: Hastening
  /** What came with their side, where they were asked for it. */
  readonly replied: readonly CaseDocument[]
  readonly gave?: OwnStatus | undefined
  /** Cases about what it gave. */
  readonly about: readonly ListedCase[]
  /** What its holder can begin about it. */
  readonly ways: readonly Way[]
  /** Cases about what was decided in it. */
  readonly contests: readonly Contest[]
  /** Once it was granted: what names somebody as before. */
  readonly still: readonly Still[]
  /** What it is about itself. */
  readonly of?: AboutWhat | undefined
  /** Whose it is, where whoever reads acts for them, and what can be begun for them alone. */
  readonly ward: Ward | undefined
  readonly statuses: ReadonlyMap<string, StatusKind>
  /** Once it has ended: until when it is kept, where that is known. */
  readonly kept?: Keeping | undefined
}

/** A submitted application: the answer first, then when, who, and what happened. */
export const StatusPage = (props: StatusProps) => {
  const { view, address, people, leavers, charges, found, context, gave, contests, of } = props
  const { about, ways } = props
  const { standing, history } = found
  const { type, procedure } = context
  const { language } = view
  const { decided, marks } = standing
  const words = applicationWords[language]
  const [number, title] = [numberIn(props), titleIn(props)]
  return (
    <Page view={view} title={`${number}: ${title}`} back={paths.applications.to(language)}>
      <Answer {...props} />
      <WithContents label={portalWords[language].contents}>
        <Contesting
          language={language}
          action={paths.hasten.to(language, { id: address })}
          {...props.hastening}
          variant="secondary"
        />
        <VisitsToCome {...props.visits} view={view} />
        <ExaminedElsewhere {...props} />
        <StillNamed from={standing.id} still={props.still} language={language} />
        <NewMessage {...props} />
        {erasedOn(props) === undefined && <Goes {...props} />}
        <Contests contests={contests} language={language} />
        {of && <AboutLine of={of} />}
        <HeldBackHere {...props} />
        <Corrections corrected={correctedIn(found, language)} language={language} />
        {gave?.isInForce !== false && <Journey found={found} type={type} language={language} />}
        {people.length > 0 && (
          <>
            <h2 class="govuk-heading-m">{words.people}</h2>
            <People people={people} language={language} />
            <Charges {...{ charges, language }} isSentIn />
            <Leavers leavers={leavers} language={language} />
          </>
        )}
        {gave && <HeldStatus id={address} own={gave} {...{ about, ways, language }} />}
        {props.ward && (
          <ForThem
            {...props.ward}
            action={paths.forThem.to(language, { id: address })}
            reading={{ language, statuses: props.statuses }}
          />
        )}
        {decided && marks.length > 0 && (
          <>
            <h2 class="govuk-heading-m">{words.askedFor}</h2>
            <AskedFor marks={marks} type={type} language={language} />
          </>
        )}
        <Hearing {...props} />
        <h2 class="govuk-heading-m">{words.history}</h2>
        <History
          {...{ history, type, procedure, language, address }}
          files={props.replied}
          reader={context.by.id}
        />
        {erasedOn(props) === undefined && <KeptUntil {...props} />}
      </WithContents>
      <Links {...props} />
    </Page>
  )
}

const numberIn = ({ found: { standing }, context, view: { language } }: StatusProps): string =>
  standing.number ?? context.type.title[language]

function titleIn({ found: { standing }, context: { type }, view: { language } }: StatusProps) {
  // What its state is called says who examines it where nobody else does.
  if (isAway(standing) && standing.marked.length === 0) return forwardedWords[language].underWay
  return stateTitle({ state: standing.state, outcome: outcomeIn(standing) }, type, language)
}

const Answer = (props: StatusProps) => {
  const { view, address, found, gave, next } = props
  const { language } = view
  const { decided } = found.standing
  const words = applicationWords[language]
  return (
    <section class={`kc-answer kc-answer--${toneOf(props)}`}>
      <Steps />
      <p class="kc-answer__word">{numberIn(props)}</p>
      <h1 class="kc-answer__title">{titleIn(props)}</h1>
      {gave?.held.endedAs !== undefined && (
        <p class="kc-answer__lead">{statusTitle(gave.kind, gave.held, language)}</p>
      )}
      {gave?.isInForce !== false && (
        <CarryingOut coming={props.coming} laws={props.laws} language={language} />
      )}
      <Duties owed={props.owed} language={language} />
      <StatusFacts {...props} />
      <Mending {...props} />
      {decided && <ErasedAfter {...props} />}
      {next !== undefined && <p class="kc-answer__lead">{next}</p>}
      {decided && (
        <ButtonLink href={paths.decision.to(language, { id: address })}>
          {words.readDecision}
        </ButtonLink>
      )}
    </section>
  )
}

const ErasedAfter = (props: StatusProps) => {
  const [language, last] = [props.view.language, erasedOn(props)]
  return last === undefined ? null : (
    <p class="kc-answer__lead">
      {applicationWords[language].erasedAfter} <strong>{formatDate(last, language, 'full')}</strong>
    </p>
  )
}

/** The last day on which they can sign in, where it was decided to erase what is kept of them. */
function erasedOn({ found: { standing }, context }: StatusProps): IsoDate | undefined {
  const [outcome, decidedOn] = [outcomeIn(standing), standing.decided?.on]
  if (outcome === undefined || decidedOn === undefined) return undefined
  return erasedAfter(context, { outcome, decidedOn })
}

/** What was marked is corrected; once nothing is, whoever sends it in sends all of it back. */
const Mending = ({ view: { language }, address, people, found, steps }: StatusProps) => {
  const words = applicationWords[language]
  const { id, marks } = found.standing
  if (!mayFile(steps)) return null
  if (people.length === 0 || marks.length > 0) {
    return (
      <ButtonLink href={paths.correct.to(language, { id: address })}>{words.correct}</ButtonLink>
    )
  }
  const inHand = people.find(({ mend }) => mend !== undefined)
  if (inHand?.mend !== undefined) {
    return <ButtonLink href={inHand.mend}>{`${words.correct}: ${inHand.name}`}</ButtonLink>
  }
  const sends = steps.some((rule) => rule.kind === 'file' && rule.part !== true)
  if (sends && found.standing.marked.length > 0) {
    return <p class="kc-answer__lead">{words.othersMend}</p>
  }
  return sends ? (
    <form method="post" action={paths.submit.to(language, { id })}>
      <Button preventDoubleClick>{words.sendBack}</Button>
    </form>
  ) : null
}

/** The step by which whoever reads this gives their side. */
const replying = ({ steps }: Pick<StatusProps, 'steps'>): StepRule | undefined =>
  steps.find(({ kind }) => kind === 'answer')

function toneOf({ found: { standing }, context, steps, gave }: StatusProps): string {
  const outcome = outcomeOf(context.type, outcomeIn(standing) ?? '')
  if (outcome?.favourable === false) return 'against'
  if (outcome) return gave?.isInForce === false ? 'wait' : 'good'
  return mayFile(steps) || replying({ steps }) ? 'act' : 'wait'
}

/** Until when the person can give their side, before anything is taken from them. */
const Hearing = ({ view, address, found, context, heardOn, ...props }: StatusProps) => {
  if (heardOn === undefined) return null
  const { status } = found
  const mayReply = replying(props)
  const { language } = view
  const { calendars, on } = context
  const words = applicationWords[language]
  return (
    <InsetText>
      <p class="govuk-body">
        {words.hearing}{' '}
        <strong>{formatCountedDay(heardOn, { language, calendars, style: 'full' })}</strong>.{' '}
        {status?.inForce === true && words.holds}
      </p>
      {mayReply && (
        <ButtonLink href={paths.reply.to(language, { id: address })}>
          {stepName(context.type, mayReply.code, language)}
        </ButtonLink>
      )}
      <p class="govuk-body">
        {words[mayReply ? 'hearingAlso' : 'hearingHow']} <Contact view={view} />
      </p>
      <DutyIsPaid paid={props.paid} language={language} />
      {heardOn < on && <Passed day="heard" language={language} />}
      <StepBasis view={view} {...props} />
    </InsetText>
  )
}

const Links = ({ view: { language }, found, address, context: { type }, steps }: StatusProps) => {
  const words = applicationWords[language]
  const { id, filings } = found.standing
  const leaving = steps.find(endsCase)
  return (
    <ul class="govuk-list">
      {filings.length > 0 && (
        <>
          <Line href={paths.receipt.to(language, { id })} text={words.receipt} />
          <Line href={paths.check.to(language, { id })} text={words.answersSent} />
        </>
      )}
      {(found.standing.said.length > 0 || steps.some(({ kind }) => kind === 'say')) && (
        <Line href={paths.messages.to(language, { id: address })} text={words.messages} />
      )}
      <Line href={paths.letters.to(language, { id })} text={words.letters} />
      {discloses(type, outcomeIn(found.standing) ?? '') && (
        <Line href={paths.copy.to(language, { id })} text={words.copy} />
      )}
      {leaving && (
        <Line
          href={paths.withdraw.to(language, { id })}
          text={stepName(type, leaving.code, language)}
        />
      )}
    </ul>
  )
}

const Line = ({ href, text }: { readonly href: string; readonly text: string }) => (
  <li>
    <a class="govuk-link" href={href}>
      {text}
    </a>
  </li>
)
