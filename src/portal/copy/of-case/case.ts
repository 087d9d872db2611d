import { askedOf } from '#core/answers/asked-of.ts'
import { contestOf } from '#core/cases/appeal.ts'
import type { Context } from '#core/cases/context.ts'
import { clockOf } from '#core/cases/dues.ts'
import type { CaseEvent, Proposal, Recorded } from '#core/cases/happenings.ts'
import { hasEnded } from '#core/cases/life.ts'
import { stepHere } from '#core/cases/may.ts'
import { isOfficeRole, SYSTEM } from '#core/cases/roles.ts'
import { outcomeIn, peopleOf } from '#core/cases/standing.ts'
import { toldOf } from '#core/cases/telling.ts'
import { descriptionOf, type Description } from '#core/policy/policy.ts'
import type { Procedure } from '#core/policy/procedure.ts'
import type { Tx } from '#platform/database.ts'
import { aheadCopied } from '#portal/copy/of-case/ahead.ts'
import { versionsOf } from '#portal/copy/of-case/answers.ts'
import { invoicesCopied, shownCopied } from '#portal/copy/of-case/given.ts'
import { visitsCopied } from '#portal/copy/of-case/visits.ts'
import { copyPageWords } from '#portal/copy/words.ts'
import type { PortalContext } from '#portal/env.ts'
import { paths } from '#portal/paths.ts'
import { wordingOf } from '#portal/wording.ts'
import { readAhead } from '#records/ahead.ts'
import { readAnswers } from '#records/answers.ts'
import { contextIn, nowIn } from '#records/cases.ts'
import { COPY_MAX } from '#records/copies.ts'
import { everyDecision, lawOf, type Decision } from '#records/decisions.ts'
import { everyDocument } from '#records/documents.ts'
import { invoicesOf } from '#records/invoices.ts'
import { lettersAbout } from '#records/letters.ts'
import { partIn, readCase, type Case } from '#records/read-case.ts'
import { everyShown } from '#records/shown.ts'
import { actsOf } from '#telling/act/act.ts'
import { eventText, stateTitle } from '#telling/case-words.ts'
import type { CopiedCase, Happened, Named, NotRead } from '#telling/copy/copy.ts'
import { formatDate } from '#telling/dates.ts'
import { renderLetter } from '#telling/letters.ts'
import { roleName } from '#telling/roles.ts'

export type CaseOfCopy = { readonly copied?: CopiedCase; readonly notRead: readonly NotRead[] }

/** A case as its reader has it: with what is told of them, where it is about them. */
type Reading = {
  readonly c: PortalContext
  readonly tx: Tx
  readonly found: Case
  readonly me: string
  readonly context: Context
  readonly description: Description
}

/** One case of whoever asks, as far as it is theirs; nothing where it is not any more. */
export async function copiedCase(c: PortalContext, tx: Tx, id: string): Promise<CaseOfCopy> {
  const { house, applicant } = c.var
  const { policy, keys, clock } = house
  const me = applicant.partyId
  const held = await readCase(tx, keys, id)
  if (held?.parties.some(({ partyId }) => partyId === me) !== true) return { notRead: [] }
  const now = nowIn(held, clock.now())
  const by = { id: me, roles: [] }
  const whole = descriptionOf(policy, held.standing, now.on)
  const taking = { ...now, by, description: whole, calendars: policy.calendars }
  const isAboutMe = peopleOf(held.standing).includes(me)
  const found = isAboutMe ? partIn(held, me) : held
  const description = { ...whole, type: askedOf(whole.type, held.standing, found.partyId) }
  const reading = { c, tx, found, me, context: contextIn(held, taking), description }
  const { language } = c.var
  const invoices = invoicesCopied(await invoicesOf(tx, id), { me, language })
  const frame = { ...frameOf(reading, isAboutMe), invoices }
  if (!isAboutMe)
    return { copied: { ...frame, ...NOTHING, ...(await writtenTo(reading)) }, notRead: [] }
  const [answers, ahead, shown, documents, letters, decided, visits] = await Promise.all([
    readAnswers(tx, id),
    readAhead(tx, policy, id),
    everyShown(tx, id),
    documentsIn(reading),
    lettersIn(reading, { isAbout: true }),
    decisionsIn(reading),
    visitsCopied(tx, {
      found,
      me,
      type: description.type,
      places: policy.places,
      language: c.var.language,
    }),
  ])
  const { systems } = policy
  const asked = { type: description.type, wording: wordingOf(c, description), systems, language }
  return {
    copied: {
      ...frame,
      corrections: found.corrections.map(({ on, number, text, translated }) => ({
        on,
        number,
        text: translated?.language === language ? translated.text : text,
      })),
      answers: versionsOf(found.standing.filings, answers(found), asked),
      ahead: aheadCopied(ahead(found), asked),
      documents: documents.slice(0, COPY_MAX),
      messages: messagesIn(reading),
      letters: letters.slice(0, COPY_MAX),
      visits: visits.slice(0, COPY_MAX),
      decisions: decided.decisions,
      shown: shownCopied(shown(found), asked),
    },
    notRead: [...decided.notRead, ...tooMany(reading, [documents, letters, visits])],
  }
}

/** What was written to whoever acts in it for others: what else is told is of those. */
async function writtenTo(reading: Reading): Promise<Pick<CopiedCase, 'letters'>> {
  const letters = await lettersIn(reading, { isAbout: false })
  return { letters: letters.slice(0, COPY_MAX) }
}

const NOTHING = {
  corrections: [],
  answers: [],
  ahead: [],
  documents: [],
  messages: [],
  letters: [],
  visits: [],
  decisions: [],
  shown: [],
} as const

function frameOf(
  { c, found, me, context, description: { type, procedure } }: Reading,
  isAboutMe: boolean,
) {
  const { language } = c.var
  const { standing, history } = found
  const { state } = standing
  const outcome = outcomeIn(standing)
  const isOver = hasEnded(type, state) || standing.decided !== undefined
  const role = (code: string): Named => ({ code, name: roleName(code, type, language) })
  return {
    id: standing.id,
    number: standing.number ?? null,
    type: { code: type.code, name: type.title[language] },
    state: { code: outcome ?? state, name: stateTitle({ state, outcome }, type, language) },
    state_since: standing.stateSince,
    sent_on: standing.filedOn ?? null,
    answer_by: isOver ? null : (clockOf(standing, context, context.on)?.dueOn ?? null),
    about: standing.about ?? standing.contests?.number ?? null,
    roles: found.parties.filter(({ partyId }) => partyId === me).map((each) => role(each.role)),
    is_about_you: isAboutMe,
    people: standing.parties.map((each) => ({
      role: role(each.role),
      is_you: each.id === me,
      has_left: each.left === true,
    })),
    history: history.map((recorded): Happened => ({
      at: recorded.at,
      step: { code: recorded.step, name: eventText(type, recorded, language) },
      by: recorded.by === me ? 'you' : recorded.role === SYSTEM ? 'time' : 'others',
      said: isAboutMe ? saidIn(recorded, me, procedure).map((said) => inWords(said, c)) : [],
    })),
  }
}

type Said = string | Procedure['grounds'][number]

const inWords = (said: Said, c: PortalContext): string =>
  typeof said === 'string' ? said : said.title[c.var.language]

/** What was written with a step to whoever reads it, or by them, and on which grounds. */
function saidIn({ event, by }: Recorded, me: string, { grounds }: Procedure): readonly Said[] {
  const said = proposalsIn(event)
    .filter(({ subject }) => subject === me)
    .flatMap((proposal) => [
      ...grounds.filter(({ code }) => proposal.grounds.includes(code)),
      proposal.reasoning,
    ])
  return [...said, ...writtenIn(event, by, me)].filter((each) => each !== '')
}

const proposalsIn = (event: CaseEvent): readonly Proposal[] =>
  event.kind === 'propose' || event.kind === 'lapse' ? (event.proposals ?? []) : []

function writtenIn(event: CaseEvent, by: string, me: string): readonly string[] {
  switch (event.kind) {
    case 'return': {
      const marks = event.marks.filter(({ subject }) => subject === me)
      return [event.explanation, ...marks.map(({ note }) => note)]
    }
    case 'extend':
    case 'send-back':
    case 'recall':
    case 'reopen':
      return [event.reason]
    case 'end':
      return [event.reason ?? '']
    case 'report':
      return event.reports
        .filter(({ subject }) => subject === me)
        .flatMap(({ number, note, gives, complaint, marks = [] }) => [
          number ?? '',
          note ?? '',
          [gives?.number, gives?.until].filter(Boolean).join(', '),
          complaint ?? '',
          ...marks.map((mark) => mark.note),
        ])
    case 'answer':
      return by === me ? [event.says ?? ''] : []
    case 'begin':
    case 'file':
    case 'ask':
    case 'propose':
    case 'decide':
    case 'tell':
    case 'lapse':
    case 'assign':
    case 'say':
    case 'confirm':
    case 'consult':
    case 'move':
      return []
  }
}

const messagesIn = ({ c, found, me, description: { type } }: Reading): CopiedCase['messages'] =>
  found.standing.said.flatMap(({ at, by, role, messages }) =>
    messages
      .filter(({ subject }) => subject === me)
      .map(({ text }) => ({
        at,
        from: by === me && !isOfficeRole(role) ? 'you' : roleName(role, type, c.var.language),
        text,
      })),
  )

async function documentsIn({
  c,
  tx,
  found,
  description: { type },
}: Reading): Promise<CopiedCase['documents']> {
  const { language, house } = c.var
  const { id: caseId } = found.standing
  const documents = await everyDocument(tx, { caseId, of: found, max: COPY_MAX + 1 })
  return documents.map(({ id, kind, name, media, bytes, addedAt, removedAt }) => ({
    id,
    kind: {
      code: kind,
      name: type.checklist.find(({ code }) => code === kind)?.title[language] ?? kind,
    },
    name,
    media,
    bytes,
    added_at: addedAt,
    removed_at: removedAt ?? null,
    address: `${house.portalUrl}${paths.document.to(language, { id: caseId, document: id })}`,
  }))
}

async function lettersIn(
  { c, tx, found, me: partyId }: Reading,
  { isAbout }: { readonly isAbout: boolean },
): Promise<CopiedCase['letters']> {
  const { keys, policy, portalUrl } = c.var.house
  const { id: caseId } = found.standing
  const asked = { caseId, partyId, isAbout, max: COPY_MAX + 1 }
  const letters = await lettersAbout(tx, keys, asked)
  return letters.flatMap((letter) => {
    const type = policy.types.get(letter.values.typeHash)
    if (!type) return []
    const { subject, paragraphs } = renderLetter(type, letter, { portalUrl })
    return [
      {
        written_at: letter.writtenAt,
        sent_at: letter.sentAt ?? null,
        language: letter.language,
        subject,
        paragraphs,
      },
    ]
  })
}

/** One that was not opened yet stays so: to open it is to be told, and periods begin there. */
async function decisionsIn(
  reading: Reading,
): Promise<{ readonly decisions: CopiedCase['decisions']; readonly notRead: readonly NotRead[] }> {
  const { c, tx, found, context } = reading
  const { language } = c.var
  const { standing } = found
  const words = copyPageWords[language]
  const waits = stepHere(context, standing, 'tell') !== undefined
  const all = await everyDecision(tx, found)
  const isUnopened = (decision: (typeof all)[number]) =>
    waits && !decision.isReplaced && toldOf(standing, decision.hash) === undefined
  return {
    decisions: all
      .filter((decision) => !isUnopened(decision))
      .map((decision) => decisionIn(decision, reading)),
    notRead: all.filter(isUnopened).map(({ decidedOn }) => ({
      what: `${standing.number ?? ''}, ${formatDate(decidedOn, language, 'plain')}`,
      why: words.unopened,
    })),
  }
}

function decisionIn(
  decision: Decision & { readonly isReplaced: boolean },
  { c, found, context: { on, calendars } }: Reading,
): CopiedCase['decisions'][number] {
  const { language, house } = c.var
  const { laws, statuses } = house.policy
  const { record, decidedOn, setAsideOn, isReplaced } = decision
  const { procedure, scoring, type } = descriptionOf(house.policy, lawOf(decision), on)
  const law = { type, procedure, calendars }
  const told = toldOf(found.standing, decision.hash) ?? { on }
  const isOver = isReplaced || setAsideOn !== undefined
  const contest = isOver ? undefined : contestOf(law, { ...record, decidedOn, told })
  const reading = { ...law, scoring, laws, statuses, reader: 'applicant', contest } as const
  const stood = { state: '', outcome: record.outcome }
  return {
    decided_on: decidedOn,
    outcome: { code: record.outcome, name: stateTitle(stood, type, language) },
    is_replaced: isReplaced,
    set_aside_on: setAsideOn ?? null,
    acts: actsOf(record, reading, language),
  }
}

/** There is more of a kind than a copy has. */
const tooMany = (
  { c, found }: Reading,
  lists: readonly (readonly unknown[])[],
): readonly NotRead[] =>
  lists.some(({ length }) => length > COPY_MAX)
    ? [{ what: found.standing.number ?? '', why: copyPageWords[c.var.language].tooMany }]
    : []
