import { decide, sendBack } from '#core/cases/deciding.ts'
import { SYSTEM } from '#core/cases/roles.ts'
import { refuse } from '#core/outcome.ts'
import { reasonIn, type FieldErrors } from '#office/case-step.ts'
import { casesBeside } from '#office/concerned.tsx'
import { decidedElsewhere } from '#office/elsewhere.tsx'
import { reasonText } from '#office/refusals.tsx'
import { votersSeen } from '#office/sight.ts'
import type { Asking, StepHandler } from '#office/step-handler.ts'
import { hashesOf, recordDecision } from '#records/decisions.ts'
import { repliedDocuments } from '#records/documents.ts'
import { namesOfOfficials } from '#records/officials.ts'
import { adoptedHashes, mayBeUsed } from '#records/policy.ts'
import { recordsNow } from '#records/records-now.ts'
import type { Markup } from '#ui/markup.ts'
import { DecidePage, isReadByPerson } from './page.tsx'
import { decideWords } from './words.ts'

/** Whoever decides reads what will be decided, whole, and decides it or sends it back. */
export const deciding: StepHandler = {
  look: () => 'sign-page',
  page: (asking, errors) => page(asking, errors),
  decide: async (asking) => {
    const { c, tx, open, rule } = asking
    const [adopted, records] = await Promise.all([adoptedHashes(tx), recordsIn(asking)])
    return decide(open.found.standing, open.law, {
      step: rule.code,
      records: hashesOf(records),
      adopted: mayBeUsed(c.var.house, open.description, adopted),
    })
  },
  record: async (asking, step) => {
    const { c, tx, open } = asking
    const { found: held, taking } = open
    const records = await recordsIn(asking)
    return (await recordDecision(tx, c.var.house, { held, step, records, taking })).after
  },
}

export const sendingBack: StepHandler = {
  look: () => 'sign-page',
  page: (asking, errors) => page(asking, errors),
  kept: ({ typed, view: { language } }) => [
    { label: decideWords[language].reason, text: reasonIn(typed).reason },
  ],
  decide: ({ open, rule, typed, view: { language } }) => {
    const { reason, problem } = reasonIn(typed)
    if (problem === undefined) {
      return sendBack(open.found.standing, open.law, { step: rule.code, reason })
    }
    const isMissing = problem === 'missing'
    const text = isMissing ? decideWords[language]['reason-missing'] : reasonText(problem, language)
    return refuse({ reason: 'form', errors: { reason: text } })
  },
}

/** The records as they would be decided now, by whoever looks. */
const recordsIn = ({ c, tx, open: { found: held, taking } }: Asking) =>
  recordsNow(tx, c.var.house, { held, taking })

async function page(asking: Asking, errors: FieldErrors): Promise<Markup> {
  const { c, tx, view, open } = asking
  const { laws, statuses, calendars } = c.var.house.policy
  const { procedure, scoring, type } = open.description
  const isRead = isReadByPerson(asking)
  const by = open.found.standing.proposed?.by ?? SYSTEM
  const voters = votersSeen(open.sight, open.found.history)
  const people = by === SYSTEM ? voters : [by, ...voters]
  const [names, elsewhere, beside, replied, records] = await Promise.all([
    namesOfOfficials(tx, c.var.house.secret, people),
    decidedElsewhere(asking),
    casesBeside(tx, open),
    repliedDocuments(tx, open.found),
    recordsIn(asking),
  ])
  return (
    <DecidePage
      asking={asking}
      errors={errors}
      records={records}
      elsewhere={elsewhere}
      beside={beside}
      replied={replied}
      isRead={isRead}
      reading={{
        procedure,
        scoring,
        laws,
        statuses,
        calendars,
        type,
        reader: isRead ? 'applicant' : 'office',
      }}
      reads={isRead ? open.found.reader.language : view.language}
      names={names}
    />
  )
}
