import type { OfficeLanguage } from '#core/language.ts'
import { descriptionOf, type Description } from '#core/policy/policy.ts'
import { caseAddress } from '#office/back.ts'
import type { View } from '#office/env.ts'
import type { OpenCase } from '#office/open-case.ts'
import type { Asking } from '#office/step-handler.ts'
import { lawOf, readDecisionById, type DecisionAlone } from '#records/decisions.ts'
import { recordLook } from '#records/looks.ts'
import { officeTag } from '#telling/case-words.ts'
import { formatDate } from '#telling/dates.ts'
import { WRITTEN_IN } from '#telling/officials-write.tsx'
import { Details } from '#ui/details.tsx'
import { InsetText } from '#ui/inset-text.tsx'
import { Written } from '#ui/written.tsx'

/** What was decided in another case, which this one is about or by which it was entered again. */
export type Elsewhere = {
  readonly decision: DecisionAlone
  readonly description: Description
  readonly as: 'contested' | 'set-anew'
}

/** Read together with a step; that it was looked at is noted in the case where it was decided. */
export async function decidedElsewhere({
  c,
  tx,
  open,
}: Pick<Asking, 'c' | 'tx' | 'open'>): Promise<Elsewhere | undefined> {
  const named = namedIn(open)
  if (named === undefined) return undefined
  const { keys, policy } = c.var.house
  const decision = await readDecisionById(tx, keys, named.id)
  if (decision === undefined) return undefined
  const { taking, sight } = open
  const { caseId, key, record } = decision
  const by = { ...taking.by, roles: [sight.as] }
  const looked = { by, at: taking.at, page: 'case-page', partyId: record.subject, caseId, key }
  await recordLook(tx, looked)
  return { decision, description: descriptionOf(policy, lawOf(decision), taking.on), as: named.as }
}

function namedIn({
  found: { contested, history },
}: OpenCase): { readonly id: string; readonly as: Elsewhere['as'] } | undefined {
  if (contested !== undefined) return { id: contested.id, as: 'contested' }
  const last = history.findLast(
    ({ event }) =>
      event.kind === 'decide' || (event.kind === 'reopen' && event.decision !== undefined),
  )
  if (last?.event.kind !== 'reopen' || last.event.decision === undefined) return undefined
  return { id: last.event.decision, as: 'set-anew' }
}

type Props = { readonly view: View; readonly found: Elsewhere | undefined }

/** What it said and why: on the pages of those who have to decide by it or about it. */
export const DecidedElsewhere = ({ view, found }: Props) => {
  if (found === undefined) return null
  const { language } = view
  const words = elsewhereWords[language]
  const { decision, description, as } = found
  const { type, procedure } = description
  const { record, caseId, decidedOn } = decision
  const titles = record.grounds.map(
    (code) => procedure.grounds.find((ground) => ground.code === code)?.title[language] ?? code,
  )
  return (
    <InsetText>
      <h2 class="govuk-heading-s">{words[as]}</h2>
      <p class="govuk-body">
        <strong>{officeTag({ state: '', outcome: record.outcome }, type, language)}</strong>,{' '}
        {formatDate(decidedOn, language, 'plain')}.{' '}
        <a class="govuk-link" href={caseAddress(view, caseId)}>
          {type.title[language]}, {record.number}
        </a>
      </p>
      {titles.map((title) => (
        <p class="govuk-body">{title}</p>
      ))}
      <Details summary={words.why} open={as === 'set-anew'}>
        <Written as="p" class="govuk-body kc-value" language={WRITTEN_IN} page={language}>
          {record.reasoning}
        </Written>
      </Details>
    </InsetText>
  )
}

const en = {
  contested: 'The decision that this case is about',
  'set-anew': 'Decided anew because of this',
  why: 'Why it was decided so',
} as const

const elsewhereWords: Readonly<Record<OfficeLanguage, Readonly<Record<keyof typeof en, string>>>> =
  {
    en,
    az: {
      contested: 'Bu işin haqqında olduğu qərar',
      'set-anew': 'Buna görə yenidən qərar verilir',
      why: 'Nə üçün belə qərar verilib',
    },
  }
