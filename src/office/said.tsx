import { isRecorded } from '#core/cases/asked.ts'
import { repliesOf } from '#core/cases/answers-given.ts'
import { askOf, roleAsked } from '#core/cases/life.ts'
import type { AskedTask } from '#core/cases/standing.ts'
import type { OfficeLanguage } from '#core/language.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { DocumentsList } from '#office/documents-list.tsx'
import type { View } from '#office/env.ts'
import type { OpenCase } from '#office/open-case.ts'
import { isDeciding, votesSeen, votesSeenBefore, type SeenVote } from '#office/sight.ts'
import type { CaseDocument } from '#records/documents.ts'
import { officeTag, stepName } from '#telling/case-words.ts'
import { formatDate } from '#telling/dates.ts'
import { roleName } from '#telling/roles.ts'
import { Details } from '#ui/details.tsx'
import type { Child } from '#ui/markup.ts'
import { SummaryList } from '#ui/summary-list.tsx'
import { Written } from '#ui/written.tsx'

type Props = { readonly open: OpenCase; readonly language: OfficeLanguage }

type RepliesProps = Pick<Props, 'open'> & {
  readonly view: View
  /** Among which those that came with it are. */
  readonly documents: readonly CaseDocument[]
}

/** The side of each party that was asked for it, for those who answer for the decision. */
export const Replies = ({ open, view, documents }: RepliesProps) => {
  const { language } = view
  const replies = repliesOf(open.found.standing)
  if (replies.length === 0 || !isDeciding(open.sight)) return null
  const { type } = open.description
  return (
    <section>
      <h2 class="govuk-heading-m">{saidWords[language].replies}</h2>
      <SummaryList
        rows={replies.map((task) => ({
          key: roleName(roleAsked(type, task.step) ?? '', type, language),
          value: (
            <>
              <Reply task={task} language={language} />
              <CameWith task={task} view={view} open={open} documents={documents} />
            </>
          ),
        }))}
      />
    </section>
  )
}

const CameWith = ({ task, open, view, documents }: RepliesProps & { readonly task: AskedTask }) => {
  const ids = task.answer?.documents ?? []
  if (ids.length === 0) return null
  return (
    <DocumentsList
      view={view}
      caseId={open.found.standing.id}
      type={open.description.type}
      documents={documents.filter(({ id }) => ids.includes(id))}
    />
  )
}

const Reply = ({
  task,
  language,
}: {
  readonly task: AskedTask
  readonly language: OfficeLanguage
}) => {
  const words = saidWords[language]
  const { answer, silent } = task
  if (answer === undefined) return <>{silent ? words.silent : words.awaited}</>
  return (
    <>
      {formatDate(answer.on, language, 'plain')}
      {answer.says === '' && answer.documents === undefined ? (
        <p class="govuk-body">{words.nothing}</p>
      ) : (
        <Written as="p" class="govuk-body kc-value">
          {answer.says ?? ''}
        </Written>
      )}
    </>
  )
}

/** What officials recorded, for whoever sees the case whole. */
export const Records = ({ open, language }: Props) => {
  const { type } = open.description
  const { standing } = open.found
  const records = standing.tasks.filter(({ kind }) => isRecorded(kind))
  if (records.length === 0 || !open.sight.whole) return null
  const words = saidWords[language]
  return (
    <section>
      <h2 class="govuk-heading-m">{words.records}</h2>
      <SummaryList
        rows={records.map(({ id, step, answer, silent }) => ({
          key: stepName(type, step, language),
          value: answer?.recorded ? (
            <>
              {recordedText({ type, step, recorded: answer.recorded }, language)}
              <Reason text={answer.reasons[id]} />
            </>
          ) : (
            words[silent ? 'silent' : 'awaited']
          ),
        }))}
      />
    </section>
  )
}

const Reason = ({ text }: { readonly text: string | undefined }) =>
  text === undefined ? null : (
    <Written as="p" class="govuk-body kc-value">
      {text}
    </Written>
  )

type Recorded = {
  readonly type: CaseType
  readonly step: string
  readonly recorded: { readonly option: string; readonly on: Parameters<typeof formatDate>[0] }
}

/** What was recorded, and the day of it. */
export function recordedText(
  { type, step, recorded: { option, on } }: Recorded,
  language: OfficeLanguage,
): string {
  const chosen = askOf(type, step)?.options?.find(({ code }) => code === option)
  return `${chosen?.title[language] ?? option}, ${formatDate(on, language, 'plain')}`
}

type VotesProps = Props & { readonly names: ReadonlyMap<string, string> }

/** Who votes for what and why, and before that, as far as whoever looks may know it. */
export const Votes = ({ open, language, names }: VotesProps) => {
  const votes = votesSeen(open.sight)
  if (votes.length === 0) return null
  const words = saidWords[language]
  const given = votes.filter(({ vote }) => vote !== undefined).length
  return (
    <section>
      <h2 class="govuk-heading-m">{words.votes}</h2>
      <p class="govuk-body">
        {words.voted.replace('{given}', String(given)).replace('{all}', String(votes.length))}
      </p>
      <VoteList votes={votes} open={open} language={language} names={names} />
      {votesSeenBefore(open.sight, open.found.history).map(({ until, votes: before }) => (
        <Details summary={words.before.replace('{day}', formatDate(until, language, 'plain'))}>
          <VoteList votes={before} open={open} language={language} names={names} />
        </Details>
      ))}
    </section>
  )
}

const VoteList = ({
  votes,
  open,
  language,
  names,
}: VotesProps & { readonly votes: readonly SeenVote[] }) => (
  <SummaryList
    rows={votes.map(({ id, vote }) => ({
      key: names.get(id) ?? saidWords[language].member,
      value: voteText(vote, open, language),
    }))}
  />
)

function voteText(vote: SeenVote['vote'], open: OpenCase, language: OfficeLanguage): Child {
  const words = saidWords[language]
  if (vote === undefined) return words.awaited
  if (vote === 'hidden') return words.hidden
  const outcome = officeTag({ state: '', outcome: vote.vote }, open.description.type, language)
  return (
    <>
      {outcome}, {formatDate(vote.on, language, 'plain')}
      <Reason text={Object.values(vote.reasons)[0]} />
    </>
  )
}

const en = {
  replies: 'What the person says',
  records: 'Recorded',
  votes: 'Votes',
  voted: 'Votes given: {given} of {all}.',
  before: 'The votes before it was put to the vote again: {day}',
  member: 'Member',
  awaited: 'Awaited',
  silent: 'No reply in time',
  nothing: 'Has nothing to add',
  hidden: 'Given; shown to you once you have voted',
} as const

const saidWords: Readonly<Record<OfficeLanguage, Readonly<Record<keyof typeof en, string>>>> = {
  en,
  az: {
    replies: 'Şəxs nə deyir',
    records: 'Qeyd olunanlar',
    votes: 'Səslər',
    voted: 'Verilən səslər: {given} / {all}.',
    before: 'Yenidən səsə qoyulmazdan əvvəlki səslər: {day}',
    member: 'Üzv',
    awaited: 'Gözlənilir',
    silent: 'Vaxtında cavab verilməyib',
    nothing: 'Əlavə sözü yoxdur',
    hidden: 'Verilib; özünüz səs verəndən sonra göstərilir',
  },
}
