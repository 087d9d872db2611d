import { Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { keyOfMark } from '#core/answers/correction.ts'
import type { Problem } from '#core/answers/check.ts'
import { blockOf, fieldOf } from '#core/answers/asked.ts'
import type { Gap } from '#core/answers/gaps.ts'
import { stepDueOn, stepTerm } from '#core/cases/dues.ts'
import { resubmit, type ResubmitRefusal } from '#core/cases/filing.ts'
import type { StepRule } from '#core/cases/life.ts'
import { stepsFor } from '#core/cases/may.ts'
import { lastFiled } from '#core/cases/standing.ts'
import { inTransaction, type Tx } from '#platform/database.ts'
import { errorsOf } from '#portal/answer-fields.tsx'
import { consentMissing } from '#portal/consent-words.ts'
import { first, type Typed } from '#core/answers/typed.ts'
import { fieldsOf } from '#core/policy/scoring.ts'
import { typedOf } from '#platform/typed.ts'
import {
  corrected,
  differing,
  markedFields,
  problemsOfMarks,
  typedOfMarks,
  versionOf,
  type MarkedField,
} from '#portal/correct/form.ts'
import { CorrectPage } from '#portal/correct/page.tsx'
import { correctWords } from '#portal/correct/words.ts'
import { viewOf, type PortalContext, type PortalEnv } from '#portal/env.ts'
import { ownAnswers, type OwnAnswers } from '#portal/own-case.ts'
import { paths } from '#portal/paths.ts'
import { isSecure, signedInOnly } from '#portal/session.tsx'
import type { PageError } from '#portal/shell.tsx'
import { wordingOf } from '#portal/wording.ts'
import { saveBlock } from '#records/answers.ts'
import { recordStep } from '#records/cases.ts'
import { documentsNowAndSent, type CaseDocument } from '#records/documents.ts'
import { isForAnotherLanguage } from '#telling/another-language.ts'
import { done, STEP, stepOfType } from '#telling/done.tsx'

/** A returned application: the applicant mends what was marked, and sends it back. */
export const correctRoute = new Hono<PortalEnv>()

correctRoute.use(paths.correct.pattern, signedInOnly)

correctRoute.get(paths.correct.pattern, (c) =>
  withReturned(c, false, (returned) => {
    const right = keptTicks(c, returned.own).map((key) => [`right.${key}`, ['yes']] as const)
    const typed = {
      ...typedOfMarks(returned.marked, returned.own.kept.answers),
      ...Object.fromEntries(right),
    }
    return c.render(page(c, returned, { typed }))
  }),
)

correctRoute.post(paths.correct.pattern, (c) =>
  withReturned(c, true, async (returned, tx) => {
    const typed = await typedOf(c.req)
    const { own, marked } = returned
    if (isForAnotherLanguage(typed)) {
      return c.render(page(c, returned, { typed, version: first(typed, 'version') }))
    }
    const { found, kept, context, taking } = own
    const after = corrected(marked, typed, kept.answers)
    const fields = fieldsOf(own.description).map(({ code }) => code)
    const problems = problemsOfMarks(marked, after, {
      type: own.description.type,
      on: context.on,
      fields,
    })
    const version = first(typed, 'version')
    if (problems.length > 0) return c.render(page(c, returned, { typed, problems, version }), 400)
    const rivals = version === versionOf(marked, kept.versions) ? [] : marked
    const meanwhile = differing(rivals, kept.answers, after)
    if (meanwhile.length > 0) return c.render(page(c, returned, { typed, meanwhile }), 409)

    if (first(typed, 'press') !== 'send') {
      await saveBlocks(c, tx, returned, after)
      return savedOn(c, returned, typed)
    }
    const outcome = resubmit(found.standing, context, {
      step: returned.step.code,
      corrections: [
        {
          subject: found.partyId,
          before: returned.before,
          after: { answers: after, documents: returned.documents },
          ahead: own.ahead,
          confirmed: confirmedIn(own, typed),
        },
      ],
    })
    if (!outcome.ok) return c.render(page(c, returned, { typed, refusal: outcome.refusal }), 409)
    await saveBlocks(c, tx, returned, after)
    await recordStep(tx, found, outcome.value, taking)
    const { id } = found.standing
    deleteCookie(c, TICKS_COOKIE, { path: '/', secure: isSecure(c) })
    const deedOf = stepOfType(own.description.type.code, returned.step.code)
    return done(c, paths.application.to(c.var.language, { id }), STEP, deedOf)
  }),
)

/** Where a saved correction goes on: to the document that is to be replaced, or here again. */
function savedOn(c: PortalContext, { own }: Returned, typed: Typed): Response {
  const { address: id } = own
  const { marks } = own.found.standing
  const { language } = c.var
  keepTicks(c, own, typed)
  const wanted = marks.find((mark) => keyOfMark(mark) === first(typed, 'press'))
  return wanted?.kind === 'document'
    ? done(c, paths.documents.to(language, { id }), 'saved')
    : done(c, paths.correct.to(language, { id }), 'saved-for-later')
}

/** What was ticked as right is said to nobody yet, so this browser keeps it until it is sent. */
const TICKS_COOKIE = 'kecid-ticked'
/** As the page about data says. */
const TICKS_SECONDS = 60 * 86_400

function keepTicks(c: PortalContext, own: OwnAnswers, typed: Typed): void {
  const ticked = confirmedIn(own, typed)
  const places = marksOf(own).flatMap((key, place) => (ticked.includes(key) ? [place] : []))
  setCookie(c, TICKS_COOKIE, [returnOf(own), ...places].join('.'), {
    httpOnly: true,
    sameSite: 'Lax',
    secure: isSecure(c),
    path: '/',
    maxAge: TICKS_SECONDS,
  })
}

function keptTicks(c: PortalContext, own: OwnAnswers): readonly string[] {
  const [of, ...places] = (getCookie(c, TICKS_COOKIE) ?? '').split('.')
  return of === returnOf(own)
    ? marksOf(own).filter((_, place) => places.includes(String(place)))
    : []
}

/** Which return it is: what was right once may be marked anew for another reason. */
const returnOf = ({ found: { standing }, address }: OwnAnswers): string =>
  `${address}-${standing.returns}`

const marksOf = ({ found }: OwnAnswers): readonly string[] => found.standing.marks.map(keyOfMark)

type Returned = {
  readonly own: OwnAnswers
  /** What sends it back. */
  readonly step: StepRule
  readonly marked: readonly MarkedField[]
  readonly before: {
    readonly answers: OwnAnswers['kept']['answers']
    readonly documents: readonly CaseDocument[]
  }
  readonly documents: readonly CaseDocument[]
}

/** A case that its applicant may send back now; otherwise its page says where it stands. */
function withReturned(
  c: PortalContext,
  hold: boolean,
  then: (returned: Returned, tx: Tx) => Response | Promise<Response>,
): Promise<Response> {
  return inTransaction(c.var.house.db, async (tx) => {
    const own = await ownAnswers(c, tx, { hold })
    const filed = own && lastFiled(own.found.standing)
    if (!own || !filed) return c.notFound()
    const { standing } = own.found
    const { id: caseId } = standing
    const step = mendingStep(own)
    if (!step) return c.redirect(paths.application.to(c.var.language, { id: caseId }), 303)
    const ids = filed.documents
    const { now, sent } = await documentsNowAndSent(tx, { caseId, ids, of: own.found })
    const marked = markedFields(own.description.type, standing.marks)
    const before = { answers: filed.answers, documents: sent }
    return then({ own, step, marked, before, documents: now }, tx)
  })
}

/** What sends back the part of one; where there is but one, the case. */
function mendingStep({ found, context }: OwnAnswers): StepRule | undefined {
  const open = stepsFor(context, found.standing).map(({ rule }) => rule)
  const files = open.flatMap((rule) => (rule.kind === 'file' ? [rule] : []))
  return found.several ? files.find(({ part }) => part === true) : files[0]
}

const confirmedIn = (own: OwnAnswers, typed: Typed): readonly string[] =>
  marksOf(own).filter((key) => first(typed, `right.${key}`) === 'yes')

/** The held row keeps everybody else out, so each version is the one that was just read. */
async function saveBlocks(
  c: PortalContext,
  tx: Tx,
  { own, marked }: Returned,
  after: OwnAnswers['kept']['answers'],
): Promise<void> {
  const { found, kept, description } = own
  for (const code of new Set(marked.map(({ mark }) => mark.block))) {
    const block = blockOf(description.type, code)
    const items = after[code]
    if (!block || !items) continue
    const version = kept.versions[code] ?? 0
    const { standing, key, partyId } = found
    const at = c.var.house.clock.now()
    await saveBlock(tx, { caseId: standing.id, partyId, block, items, version, key, at })
  }
}

type Shown = {
  readonly typed: Typed
  readonly problems?: readonly Problem[]
  /** The version the form was made from, where it is not the one of now. */
  readonly version?: string
  /** Marked fields that another device saved differently since. */
  readonly meanwhile?: readonly MarkedField[]
  readonly refusal?: ResubmitRefusal
}

function page(c: PortalContext, returned: Returned, shown: Shown) {
  const { own, marked, before, documents } = returned
  const { found, description, context } = own
  const { standing, history } = found
  const asking = {
    typed: shown.typed,
    problems: shown.problems ?? [],
    type: description.type,
    wording: wordingOf(c, description),
  }
  const last = history.findLast(({ event }) => event.kind === 'return')?.event
  const filedIds = before.documents.map(({ id }) => id)
  return (
    <CorrectPage
      view={viewOf(c)}
      id={own.address}
      type={description.type}
      explanation={last?.kind === 'return' ? last.explanation : ''}
      dueOn={stepDueOn(standing, context)}
      on={context.on}
      calendars={context.calendars}
      term={stepTerm(standing, context)}
      procedure={context.procedure}
      laws={c.var.house.policy.laws}
      marked={marked}
      documents={standing.marks.filter((mark) => mark.kind === 'document')}
      replaced={documents.filter(({ id }) => !filedIds.includes(id)).map(({ kind }) => kind)}
      filed={before.answers}
      asking={asking}
      isSaved={c.req.method !== 'POST'}
      version={shown.version ?? versionOf(marked, own.kept.versions)}
      {...(shown.meanwhile
        ? { meanwhile: { answers: own.kept.answers, fields: shown.meanwhile } }
        : {})}
      errors={[
        ...marked.flatMap(({ block, field }) =>
          errorsOf(
            { ...block, fields: [field] },
            {
              ...asking,
              problems: asking.problems.filter((problem) => problem.field === field.code),
            },
          ),
        ),
        ...(shown.refusal ? sentences(c, returned, shown.refusal) : []),
      ]}
      open={shown.refusal?.reason === 'marks-open' ? shown.refusal.marks.map(keyOfMark) : []}
    />
  )
}

function sentences(
  c: PortalContext,
  { own, marked }: Returned,
  refusal: ResubmitRefusal,
): readonly PageError[] {
  const { language } = c.var
  const words = correctWords[language]
  switch (refusal.reason) {
    case 'marks-open':
      return refusal.marks.map((mark) => {
        const key = keyOfMark(mark)
        const label =
          marked.find((each) => each.key === key)?.field.label[language] ??
          own.description.type.checklist.find(({ code }) => `document.${code}` === key)?.title[
            language
          ]
        return { text: `${words.open} ${label ?? ''}`, href: `#right.${key}` }
      })
    case 'not-marked':
      return [{ text: words.notMarked }]
    case 'answers-missing':
      return refusal.gaps.map((gap) => gapSentence(c, own, gap))
    case 'consent-missing':
      return [{ text: consentMissing(refusal, own.context.type, language) }]
    case 'not-theirs':
    case 'part-missing':
    case 'not-in-this-state':
    case 'not-your-role':
    case 'another-person-must':
    case 'took-part':
    case 'not-yet-due':
    case 'does-not-hold':
    case 'used-up':
    case 'too-late-to-extend':
    case 'all-told':
    case 'is-of-another':
    case 'examined-elsewhere':
    case 'not-elsewhere':
      return [{ text: words.not }]
  }
}

/** Removing what was marked may leave nothing; and what stood then may have run out by now. */
function gapSentence(c: PortalContext, { address, description }: OwnAnswers, gap: Gap): PageError {
  const { language } = c.var
  const words = correctWords[language]
  const { checklist } = description.type
  if (gap.kind === 'document') {
    const rule = checklist.find(({ code }) => code === gap.document)
    const list = paths.documents.to(language, { id: address })
    const text = `${words.missingDocument} ${rule?.title[language] ?? ''}`
    return { text, href: `${list}#kind-${gap.document}` }
  }
  const block = blockOf(description.type, gap.block)
  const field = gap.kind === 'field' && block ? fieldOf(block, gap.field) : undefined
  const names = [block, field && { title: field.label }].map((each) => each?.title[language])
  return { text: `${words.noLonger} ${names.filter(Boolean).join(', ')}` }
}
