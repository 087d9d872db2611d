import { basisOf } from '#core/policy/basis.ts'
import type { Laws } from '#core/policy/laws.ts'
import { Opinions, Scores } from '#office/assessment.tsx'
import { groundsOffered, type DraftErrors, type OfferedGround } from '#office/decide/form.ts'
import { decideWords, type DecideWords } from '#office/decide/words.ts'
import type { View } from '#office/env.ts'
import type { OpenCase } from '#office/open-case.ts'
import { paths } from '#office/paths.ts'
import { StepForm, StepPage } from '#office/step-page.tsx'
import type { Typed } from '#core/answers/typed.ts'
import { officeWords } from '#office/words.ts'
import { basisText } from '#telling/basis.tsx'
import { Checkboxes } from '#ui/choices.tsx'
import { InsetText } from '#ui/inset-text.tsx'
import { Textarea } from '#ui/textarea.tsx'
import { Written } from '#ui/written.tsx'

type Props = {
  readonly view: View
  readonly open: OpenCase
  readonly laws: Laws
  readonly typed: Typed
  readonly errors: DraftErrors
}

/** What the bodies said beside what follows from it. */
export const DraftPage = (props: Props) => {
  const { view, open, typed, errors } = props
  const { language } = view
  const words = decideWords[language]
  const { application } = open.found
  const prefix = officeWords[language].error
  return (
    <StepPage
      view={view}
      open={open}
      title={words.title}
      errors={[
        ...(errors.grounds ? [{ text: words[errors.grounds], href: '#grounds' }] : []),
        ...(errors.reasoning ? [{ text: words[errors.reasoning], href: '#reasoning' }] : []),
      ]}
    >
      <div class="kc-split">
        <section class="kc-split__pane">
          <p class="govuk-body">{application.state === 'submitted' ? words.early : words.lead}</p>
          <SentBack open={open} words={words} />
          <StepForm
            view={view}
            open={open}
            action="draft-decision"
            to={paths.draft.to(language, { id: application.id })}
          >
            <Grounds {...props} words={words} />
            <Textarea
              name="reasoning"
              label={words.reasoning}
              labelSize="s"
              hint={words.reasoningHint}
              value={typed['reasoning']?.[0] ?? application.draft?.reasoning}
              error={errors.reasoning && { prefix, text: words[errors.reasoning] }}
              rows={10}
            />
          </StepForm>
        </section>
        <section class="kc-split__pane kc-split__pane--beside" aria-label={words.beside}>
          <Scores open={open} language={language} />
          <Opinions open={open} language={language} />
        </section>
      </div>
    </StepPage>
  )
}

type GroundsProps = Props & { readonly words: DecideWords }

/** What follows from the case is said, not offered; what an officer judges can be chosen. */
const Grounds = ({ view, open, laws, typed, errors, words }: GroundsProps) => {
  const { language } = view
  const { application } = open.found
  const offered = groundsOffered(application, open.law.rules)
  const isTyped = typed['version'] !== undefined
  const chosen = typed['grounds'] ?? (isTyped ? [] : (application.draft?.grounds ?? []))
  const clauseOf = ({ ground }: OfferedGround) =>
    basisText(laws, basisOf(ground, ground.holds === 'chosen' ? 'title' : 'holds'), language)
  const nameOf = ({ ground }: OfferedGround) => `${ground.code}. ${ground.title[language]}`
  const fixed = offered.filter((each) => each.fixed)
  return (
    <>
      {fixed.map((each) => (
        <div class="kc-mark">
          <p class="kc-mark__word">{words.follows}</p>
          <p class="govuk-body">{nameOf(each)}</p>
          <p class="kc-clause">{clauseOf(each)}</p>
        </div>
      ))}
      <Checkboxes
        name="grounds"
        legend={fixed.length > 0 ? words.moreGrounds : words.grounds}
        legendSize="s"
        hint={hintOf(application.state === 'submitted', fixed.length > 0, words)}
        error={
          errors.grounds && { prefix: officeWords[language].error, text: words[errors.grounds] }
        }
        options={offered
          .filter((each) => !each.fixed)
          .map((each) => ({
            value: each.ground.code,
            label: nameOf(each),
            hint: clauseOf(each),
            checked: chosen.includes(each.ground.code),
          }))}
      />
    </>
  )
}

function hintOf(early: boolean, fixed: boolean, words: DecideWords): string | undefined {
  if (early) return words.groundsEarlyHint
  return fixed ? undefined : words.groundsHint
}

const SentBack = ({ open, words }: { readonly open: OpenCase; readonly words: DecideWords }) => {
  const last = open.found.history.findLast(({ event }) => event.type === 'decision-sent-back')
  if (last?.event.type !== 'decision-sent-back') return null
  return (
    <InsetText>
      <strong>{words.sentBack}</strong> <Written>{last.event.reason}</Written>
    </InsetText>
  )
}
