import { obligatoryAwaited } from '#core/cases/consulted.ts'
import { isUnscored, type Offered } from '#core/cases/deciding.ts'
import { asksFor, changes, type OutcomeRule } from '#core/cases/life.ts'
import type { Test } from '#core/cases/tests.ts'
import type { Proposal } from '#core/cases/happenings.ts'
import { basisOf } from '#core/policy/basis.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { serviceOf } from '#core/policy/systems.ts'
import { Opinions, Scores } from '#office/assessment.tsx'
import { nameOfStep } from '#office/case-actions.ts'
import type { FieldErrors } from '#office/case-step.ts'
import { AskedFor, Concerned, type Beside } from '#office/concerned.tsx'
import { DecidedElsewhere, type Elsewhere } from '#office/elsewhere.tsx'
import { Undecided } from '#office/undecided.tsx'
import { partsOf } from '#office/open-case.ts'
import { SentBack } from '#office/proposed.tsx'
import { Registers } from '#office/registers.tsx'
import { testText } from '#office/refusals.tsx'
import { Votes } from '#office/said.tsx'
import { askingOfEach, ruleAs, type Asking, type AskingOfOne } from '#office/step-handler.ts'
import { errorAt, StepForm, StepPage } from '#office/step-page.tsx'
import { wordingOf } from '#office/wording.ts'
import { basisText } from '#telling/basis.tsx'
import { officeTag } from '#telling/case-words.ts'
import { formatDate } from '#telling/dates.ts'
import { Checkboxes, Radios } from '#ui/choices.tsx'
import { Textarea } from '#ui/textarea.tsx'
import { WarningText } from '#ui/warning-text.tsx'
import { alike, choiceIn, type Choice } from './proposal.ts'
import { isRead, Translating } from './translating.tsx'
import { proposeWords, type ProposeWords } from './words.ts'

type Props = {
  readonly asking: Asking
  readonly errors: FieldErrors
  /** Who voted, by name. */
  readonly names: ReadonlyMap<string, string>
  /** What it is decided by or about. */
  readonly elsewhere: Elsewhere | undefined
  /** What else is open about what is kept of the person. */
  readonly beside: readonly Beside[]
}

type PartProps = {
  readonly asking: AskingOfOne
  readonly errors: FieldErrors
  readonly choice: Choice
  readonly words: ProposeWords
}

/** What others said beside what follows from it. */
export const ProposePage = ({ asking, errors, names, elsewhere, beside }: Props) => {
  const { view, open, rule } = asking
  const { language } = view
  const words = proposeWords[language]
  const { policy } = asking.c.var.house
  return (
    <StepPage view={view} open={open} title={nameOfStep(open, rule.code, language)} errors={errors}>
      <div class="kc-split">
        <section class="kc-split__pane">
          <DecidedElsewhere view={view} found={elsewhere} />
          <Undecided view={view} open={open} policy={policy} />
          <Concerned view={view} open={open} policy={policy} beside={beside} />
          <AskedFor view={view} open={open} wording={wordingOf(asking.c, open.description)} />
          <SentBack open={open} language={language} />
          {partsOf(open).map((part) => (
            <Registers
              open={part}
              wording={wordingOf(asking.c, open.description)}
              language={language}
            />
          ))}
          <Awaited asking={asking} words={words} />
          <StepForm view={view} open={open} step={rule.code}>
            {askingOfEach(asking).map((one) => (
              <OfOne asking={one} errors={errors} words={words} choice={choiceIn(one)} />
            ))}
          </StepForm>
        </section>
        {asksOthers(open.law.type) && (
          <section class="kc-split__pane kc-split__pane--beside" aria-label={words.beside}>
            <Scores open={open} language={language} />
            <Opinions open={open} language={language} />
            <Votes open={open} language={language} names={names} />
          </section>
        )}
      </div>
    </StepPage>
  )
}

/** Registers without whose answer nothing can be given. */
const Awaited = ({ asking, words }: Pick<Props, 'asking'> & { readonly words: ProposeWords }) => {
  const { open, view } = asking
  const { systems } = open.description
  const services = obligatoryAwaited(open.found.standing).map(({ service }) => service)
  if (services.length === 0) return null
  const names = [...new Set(services)]
    .map((code) => serviceOf(systems, code)?.service.title[view.language] ?? code)
    .join(', ')
  return <WarningText label={words.warning}>{words.awaits.replace('{names}', names)}</WarningText>
}

/** What is proposed of one of those whom it is about. */
const OfOne = (parts: PartProps) => {
  const { asking, errors, words } = parts
  const { view, typed, person } = asking
  const name = nameFor(asking, 'reasoning')
  return (
    <>
      {person !== undefined && <h2 class="govuk-heading-m">{person}</h2>}
      <p class="govuk-body">{leadOf(parts)}</p>
      <Outcomes {...parts} />
      <Grounds {...parts} />
      <Textarea
        name={name}
        id={name}
        label={words.reasoning}
        labelSize="s"
        hint={reasoningHint(parts)}
        value={typed['reasoning']?.[0] ?? sentBackIn(asking)?.reasoning}
        error={errorAt(errors, name, view)}
        rows={10}
      />
      <Translating asking={asking} errors={errors} before={sentBackIn(asking)?.translation} />
    </>
  )
}

function reasoningHint({ asking, words }: PartProps): string {
  const hint = isRead(asking) ? words.reasoningHint : words.reasoningInside
  const corrects = ruleAs(asking.rule, 'propose').outcomes.some((outcome) =>
    changes(asking.open.law.type, outcome),
  )
  return corrects ? `${hint} ${words.reasoningCorrects}` : hint
}

const nameFor = ({ prefix }: AskingOfOne, field: string): string => `${prefix}${field}`

/** Whether anything is written beside which the reasoning is. */
const asksOthers = (type: CaseType): boolean =>
  (['points', 'opinion', 'vote'] as const).some((kind) => asksFor(type, kind))

/** What the next is written from. */
const sentBackIn = ({ open }: Asking): Proposal | undefined =>
  open.found.standing.sentBack?.proposed.proposals[0]

/** What can be proposed now, and what it follows from. */
function leadOf({ asking, choice: { free, carried, against }, words }: PartProps): string {
  if (against.length > 0) return words.nothing.replace('{why}', whyText(against, asking))
  const scores = asksFor(asking.open.law.type, 'points')
  const names = namesOf(free.length > 0 ? free : carried, asking)
  if (!scores) return words.plain.replace('{outcome}', names)
  const isEarly = free.length === 0 && isUnscored(asking.open.found.standing, asking.open.law)
  return isEarly ? words.early.replace('{outcome}', names) : words.lead
}

/** Each reason once. */
function whyText(against: readonly Test[], { c, open, view: { language } }: Asking): string {
  const told = { open, language, wording: wordingOf(c, open.description) }
  return [...new Set(against.map((test) => testText(test, told)))].join(' ')
}

const namesOf = (outcomes: readonly OutcomeRule[], { open, view }: Asking): string =>
  outcomes
    .map(({ code: outcome }) => officeTag({ state: '', outcome }, open.law.type, view.language))
    .join(', ')

/** Which is proposed is asked only where no ground tells. */
const Outcomes = ({ asking, errors, choice, words }: PartProps) => {
  const options = alike(choice)
  if (options.length === 0) return null
  return (
    <Radios
      name={nameFor(asking, 'outcome')}
      legend={words.outcome}
      legendSize="s"
      value={asking.typed['outcome']?.[0]}
      error={errorAt(errors, nameFor(asking, 'outcome'), asking.view)}
      options={options.map((each) => ({ value: each.code, label: namesOf([each], asking) }))}
    />
  )
}

/** What follows from the case is said, not offered; what an answer contradicts cannot be ticked. */
const Grounds = ({ asking, errors, choice, words }: PartProps) => {
  const { view, typed } = asking
  const { offered, free } = choice
  if (offered.length === 0) return null
  const before = sentBackIn(asking)?.grounds ?? []
  const chosen = typed['grounds'] ?? (typed['version'] ? [] : before)
  const following = offered.filter(({ follows }) => follows)
  const hint =
    free.length > 0
      ? words.groundsHint.replace('{outcome}', namesOf(free, asking))
      : words.groundsNeeded
  return (
    <>
      {following.map((each) => (
        <div class="kc-mark">
          <p class="kc-mark__word">{words.follows}</p>
          <p class="govuk-body">{nameOf(each, asking)}</p>
          <p class="kc-clause">{clauseOf(each, asking)}</p>
          {each.barredOn !== undefined && (
            <p class="govuk-body">
              {words.barredFollows.replace(
                '{day}',
                formatDate(each.barredOn, view.language, 'plain'),
              )}
            </p>
          )}
        </div>
      ))}
      <Checkboxes
        name={nameFor(asking, 'grounds')}
        legend={following.length > 0 ? words.moreGrounds : words.grounds}
        legendSize="s"
        hint={following.length > 0 ? undefined : hint}
        error={errorAt(errors, nameFor(asking, 'grounds'), view)}
        options={offered
          .filter(({ follows }) => !follows)
          .map((each) => ({
            value: each.ground.code,
            label: nameOf(each, asking),
            hint: hintOf(each, asking, words),
            checked: chosen.includes(each.ground.code),
            disabled: each.contradictedBy !== undefined || each.barredOn !== undefined,
          }))}
      />
    </>
  )
}

const nameOf = ({ ground: { code, title } }: Offered, { view }: Asking): string =>
  `${code}. ${title[view.language]}`

const clauseOf = ({ ground }: Offered, { c, view }: Asking): string =>
  basisText(
    c.var.house.policy.laws,
    basisOf(ground, ground.holds === 'chosen' ? 'title' : 'holds'),
    view.language,
  )

function hintOf(each: Offered, asking: Asking, words: ProposeWords): string {
  const { c, open, view } = asking
  const { contradictedBy, barredOn, ground } = each
  const { language } = view
  const told = { open, language, wording: wordingOf(c, open.description) }
  return [
    clauseOf(each, asking),
    ...(ground.hearing ? [words.heard] : []),
    ...(contradictedBy
      ? [words.contradicted.replace('{why}', testText(contradictedBy, told))]
      : []),
    ...(barredOn ? [words.barred.replace('{day}', formatDate(barredOn, language, 'plain'))] : []),
  ].join('. ')
}
