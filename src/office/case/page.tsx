import type { AppealDays } from '#core/cases/appeal.ts'
import { hasEnded, stateOf } from '#core/cases/life.ts'
import { assignedTo } from '#core/cases/standing.ts'
import type { Policy } from '#core/policy/policy.ts'
import { wayBack } from '#office/back.ts'
import { consultsOf } from '#office/case-actions.ts'
import { CaseHead } from '#office/case-head.tsx'
import { correctedIn } from '#office/corrected.ts'
import { Corrections } from '#telling/corrected.tsx'
import { ClockView, NEXT_ID, NextStep, nextTitle } from '#office/case-time.tsx'
import { Opinions, Scores } from '#office/assessment.tsx'
import { clashesIn } from '#office/clashes.tsx'
import { DocumentsList } from '#office/documents-list.tsx'
import { Duties } from '#office/duties.tsx'
import { Concerned, type Beside } from '#office/concerned.tsx'
import type { View } from '#office/env.ts'
import { NamedOtherwiseNote } from '#office/named-otherwise.tsx'
import { turnSeen } from '#office/case-turn.ts'
import { ForwardedCase, systemOf } from '#office/forwarded.tsx'
import { DecidedElsewhere, type Elsewhere } from '#office/elsewhere.tsx'
import { ForEverybody, Messages } from '#office/messages.tsx'
import { filedIn, nameInPart, type OpenCase } from '#office/open-case.ts'
import { Proposed, SentBack } from '#office/proposed.tsx'
import { Registers } from '#office/registers.tsx'
import { Records, Replies, Votes } from '#office/said.tsx'
import { Page } from '#office/shell.tsx'
import { eventsSeen, isDeciding, readable } from '#office/sight.ts'
import type { VisitSeen } from '#office/visits-asked.ts'
import { Visits } from '#office/visits.tsx'
import { nameSentIn } from '#office/whose.ts'
import type { Decision } from '#records/decisions.ts'
import type { CaseDocument } from '#records/documents.ts'
import type { Invoice } from '#records/invoices.ts'
import type { Tries } from '#records/inquiries.ts'
import type { Keeping } from '#records/keeping.ts'
import type { NamedOtherwise } from '#records/named-otherwise.ts'
import { AnswersView } from '#telling/answers.tsx'
import { formatDate } from '#telling/dates.ts'
import type { Wording } from '#telling/option-names.ts'
import { roleName } from '#telling/roles.ts'
import { Timeline } from '#telling/timeline.tsx'
import { ToldToApplicant } from '#telling/told-to-applicant.tsx'
import { Contents, type ContentsEntry } from '#ui/contents.tsx'
import type { Around } from './beside/around.ts'
import { Contests, EarlierPanel } from './beside/contested.tsx'
import { Decided } from './beside/decided.tsx'
import { Detail } from './beside/detail.tsx'
import { AboutPerson, Consents, HeldBack } from './beside/held.tsx'
import { besideOf, DocumentMarks, Rounds } from './beside/rounds.tsx'
import type { CaseAbout, Complaint } from './beside/queries.ts'
import { StatusPanel } from './beside/status.tsx'
import { caseWords } from './words.ts'

export type CaseProps = {
  readonly view: View
  readonly open: OpenCase
  /** One for each of those whom it is about. */
  readonly parts: readonly CasePart[]
  readonly names: ReadonlyMap<string, string>
  readonly wording: Wording
  /** Whom it is about, where it does not ask that itself. */
  readonly knownAs?: string | undefined
  /** Which mission was asked, and in which language. */
  readonly asked?: string | undefined
  /** Cases about what was decided in it. */
  readonly contests: readonly CaseAbout[]
  /** Cases about it while nothing was decided in it. */
  readonly complaints: readonly Complaint[]
  /** By what it is decided anew. */
  readonly elsewhere?: Elsewhere | undefined
  /** What else is open about what is kept of the person. */
  readonly beside?: readonly Beside[]
  readonly policy: Policy
  /** On which statuses rests what those hold whom it is about: each has a card. */
  readonly cards?: readonly { readonly number: string }[]
  /** What became of what registers have not answered yet. */
  readonly tries?: readonly Tries[]
  /** What is owed for what it, or the case that gave what it is about, has given. */
  readonly owed?: readonly Invoice[]
  /** What people have to come in person for. */
  readonly visits?: readonly VisitSeen[]
}

/** The case as it is of one: what was decided, what it gave, and what was sent in. */
export type CasePart = {
  readonly open: OpenCase
  readonly documents: readonly CaseDocument[]
  /** Those of earlier rounds that were replaced. */
  readonly replaced: readonly CaseDocument[]
  readonly around?: Around | undefined
  readonly decision?: Decision | undefined
  readonly contest?: AppealDays | undefined
  readonly kept?: Keeping | undefined
  /** What they hold that names them otherwise than they wrote, until it is decided. */
  readonly named?: readonly NamedOtherwise[]
}

export const CasePage = (props: CaseProps) => {
  const { view, open } = props
  const words = caseWords[view.language]
  return (
    <Page view={view} title={open.found.standing.number ?? ''} back={[wayBack(view)]}>
      <CaseHead
        view={view}
        open={open}
        has={hasIt(props)}
        assigned={assignedIn(props)}
        knownAs={props.knownAs}
        asked={props.asked}
        cards={props.cards ?? []}
      />
      <Contents label={words.contents} entries={contentsOf(props)} />
      <div class="kc-split">
        <div class="kc-split__pane" role="region" aria-label={words.answers}>
          <WhatStands {...props} />
          {props.parts.map((part, index) => (
            <Answered {...props} part={part} index={index} />
          ))}
        </div>
        <div class="kc-split__pane kc-split__pane--beside" role="region" aria-label={words.beside}>
          {props.parts.map((part) => (
            <ForwardedCase
              open={part.open}
              language={view.language}
              tries={props.tries ?? []}
              names={props.names}
            />
          ))}
          {props.parts.map((part) => (
            <Registers
              open={part.open}
              wording={props.wording}
              language={view.language}
              tries={props.tries ?? []}
              names={props.names}
              asks={consultsOf(open, view)}
            />
          ))}
          {props.parts.map((part, index) => (
            <Papers {...props} part={part} index={index} />
          ))}
          <Scores open={open} language={view.language} />
          <Opinions open={open} language={view.language} />
          <Votes open={open} language={view.language} names={props.names} />
          <Records open={open} language={view.language} />
          <Duties view={view} owed={props.owed ?? []} />
          <ClockView open={open} language={view.language} />
          <History {...props} />
        </div>
      </div>
    </Page>
  )
}

/** What whoever reads the whole of it may look for. */
function contentsOf({ view: { language }, open, parts }: CaseProps): readonly ContentsEntry[] {
  if (!open.sight.whole) return []
  const words = caseWords[language]
  return [
    { id: NEXT_ID, text: nextTitle(language) },
    ...parts.flatMap((part, index) =>
      part.open.description.type.blocks.length === 0
        ? []
        : {
            id: partId(index),
            text: open.found.several ? nameInPart(part.open, language) : words.answers,
          },
    ),
    ...(parts.some(hasPapers) ? [{ id: 'documents', text: words.documents }] : []),
    { id: 'history', text: words.history },
  ]
}

const partId = (index: number): string => `part-${index + 1}`

const hasPapers = ({ open, documents }: CasePart): boolean =>
  documents.length > 0 || open.description.type.checklist.some(({ brings }) => brings !== 'reply')

/** Who has the next move by name; that nobody has, where it could be somebody's. */
const hasIt = ({ view, open, names }: CaseProps): string | undefined => {
  const { standing } = open.found
  const { type } = open.description
  const { there } = turnSeen(open)
  if (there !== undefined) return systemOf(open, there, view.language)
  const owner = stateOf(type, standing.state)?.owner
  if (owner === undefined) return undefined
  const official = assignedTo(standing, owner)
  if (official !== undefined) return names.get(official)
  const isGiven = type.steps.some((rule) => rule.kind === 'assign' && rule.of === owner)
  return isGiven && open.sight.whole ? caseWords[view.language].anybody : undefined
}

/** Whose the next moves of their roles are by name, where somebody else has to move now. */
const assignedIn = ({ open, names }: CaseProps): readonly string[] => {
  const { standing } = open.found
  const { type } = open.description
  if (!open.sight.whole || hasEnded(type, standing.state)) return []
  const now = turnSeen(open).there === undefined ? stateOf(type, standing.state)?.owner : undefined
  const roles = new Set(standing.assigned.map(({ of }) => of))
  return [...roles].flatMap((role) => {
    const official = role === now ? undefined : assignedTo(standing, role)
    return official === undefined ? [] : (names.get(official) ?? [])
  })
}

/** What comes next, what stands proposed or was decided, and what hangs together with it. */
const WhatStands = (props: CaseProps) => {
  const { view, open, parts, contests, complaints, names, policy } = props
  const { language } = view
  const contest = parts.find((part) => part.contest !== undefined)?.contest
  const [first] = parts
  const isOpen = isToDecide(open)
  return (
    <>
      <HeldBack view={view} open={open} />
      {open.sight.whole && <Consents view={view} open={open} policy={policy} />}
      <DecidedElsewhere view={view} found={props.elsewhere} />
      <NextStep open={open} language={language} contest={contest} names={names} />
      <Visits
        view={view}
        id={open.found.standing.id}
        type={open.law.type}
        on={open.law.on}
        places={policy.places}
        visits={props.visits ?? []}
      />
      {isOpen && isDeciding(open.sight) && <Proposed open={open} language={language} />}
      <Replies
        open={open}
        view={view}
        documents={props.parts.flatMap(({ documents }) => documents)}
      />
      <Messages open={open} language={language} names={names} />
      <ForEverybody view={view} open={open} />
      {isOpen && open.sight.whole && <SentBack open={open} language={language} />}
      {first && !open.found.several && <Given view={view} part={first} />}
      <Concerned view={view} open={open} policy={policy} beside={props.beside ?? []} />
      <EarlierPanel view={view} open={open} policy={policy} />
      <Contests view={view} policy={policy} title="complaints" cases={complaints} />
      <Contests view={view} policy={policy} title="contests" cases={contests} />
    </>
  )
}

/** Nothing was decided yet, or something more is to be. */
function isToDecide({ description: { type }, found: { standing } }: OpenCase): boolean {
  const { state, decided } = standing
  const isDecidedHere = type.steps.some(
    ({ kind, from }) => kind === 'decide' && from.includes(state),
  )
  return !hasEnded(type, state) && (decided === undefined || isDecidedHere)
}

/** What was decided of somebody, and what that gave. */
const Given = ({ view, part }: Pick<PartProps, 'view' | 'part'>) => {
  const { open, decision, around } = part
  return (
    <>
      {decision && isDeciding(open.sight) && (
        <Decided view={view} open={open} decision={decision} />
      )}
      {around && <StatusPanel view={view} open={open} around={around} />}
      <Kept view={view} part={part} />
    </>
  )
}

/** Until when it is there, where that is known. */
const Kept = ({ view: { language }, part: { kept } }: Pick<PartProps, 'view' | 'part'>) => {
  if (kept === undefined) return null
  const words = caseWords[language]
  const { until, goesAfter } = kept
  return (
    <section>
      <h2 class="govuk-heading-m">{words.kept}</h2>
      <p class="govuk-body">
        {words[goesAfter === undefined ? 'keptUntil' : 'goesAfter'].replace(
          '{day}',
          formatDate(goesAfter ?? until, language, 'plain'),
        )}
      </p>
    </section>
  )
}

type PartProps = CaseProps & { readonly part: CasePart; readonly index: number }

/** Who somebody is, where it can be about several. */
const Who = ({ view: { language }, part: { open } }: PartProps) =>
  open.found.several ? <h2 class="govuk-heading-l">{nameInPart(open, language)}</h2> : null

const Answered = (props: PartProps) => {
  const { view, part, index, wording } = props
  const { open } = part
  const { language } = view
  const { type } = open.description
  const { answers } = filedIn(open.found.standing)
  const clashes = clashesIn(open)
  return (
    <section id={partId(index)}>
      <Who {...props} />
      <Corrections corrected={correctedIn(open.found, view)} language={language} />
      {open.found.several && <Given view={view} part={part} />}
      {open.sight.whole && <AboutPerson view={view} open={open} policy={props.policy} />}
      <NamedOtherwiseNote
        named={part.named ?? []}
        statuses={props.policy.statuses}
        language={language}
      />
      {open.sight.whole && (
        <ToldToApplicant
          type={type}
          answers={answers}
          on={open.law.on}
          language={language}
          lead={caseWords[language].shownToApplicant}
        />
      )}
      <AnswersView
        type={readable(open.sight, type)}
        answers={answers}
        wording={wording}
        {...(open.found.several ? { idPrefix: `${index + 1}-` } : {})}
        beside={(block, item, field) =>
          besideOf({ view, open, wording, clashes, at: { block, item, field } })
        }
      />
    </section>
  )
}

const Papers = (props: PartProps) => {
  const { view, part, parts, index, wording } = props
  const { open, documents, replaced } = part
  const { type } = open.description
  const { shows } = open.sight
  if (!hasPapers(part)) return null
  const isFirst = parts.findIndex(hasPapers) === index
  return (
    <>
      <Who {...props} />
      <h2 class="govuk-heading-m" id={isFirst ? 'documents' : undefined}>
        {caseWords[view.language].documents}
      </h2>
      <DocumentMarks view={view} open={open} />
      <DocumentsList
        view={view}
        caseId={open.found.standing.id}
        type={type}
        documents={documents}
        {...(shows ? { kinds: [...shows.documents] } : {})}
      />
      {open.sight.whole && <Rounds {...{ view, open, wording, replaced }} />}
    </>
  )
}

const History = ({ view, open, names }: CaseProps) => {
  const { language } = view
  const { type } = open.description
  return (
    <>
      <h2 class="govuk-heading-m" id="history">
        {caseWords[language].history}
      </h2>
      <Timeline
        events={eventsSeen(open.sight, open.found.history, open.description)}
        type={type}
        language={language}
        who={({ by, role }) => {
          const name = open.sight.whole ? (names.get(by) ?? nameSentIn(open, by)) : undefined
          return [roleName(role, type, language), name].filter(Boolean).join(', ')
        }}
        detail={(recorded) => <Detail view={view} open={open} recorded={recorded} names={names} />}
      />
    </>
  )
}
