import { Hono } from 'hono'
import { whoIs } from '#core/answers/asked-of.ts'
import { answerMeaning, chosenLanguage } from '#core/answers/asked.ts'
import { gapsIn } from '#core/answers/gaps.ts'
import { dutyOf } from '#core/cases/duty.ts'
import { clockOf } from '#core/cases/dues.ts'
import {
  isDraft,
  resubmit,
  submit,
  type CorrectionOf,
  type ResubmitRefusal,
  type SubmitRefusal,
} from '#core/cases/filing.ts'
import { isOneAtATime } from '#core/cases/begins.ts'
import { rolesIn } from '#core/cases/context.ts'
import { doneBefore } from '#core/cases/pressed.ts'
import { hasEnded, type StepOf } from '#core/cases/life.ts'
import { stepsFor } from '#core/cases/may.ts'
import { assert } from '#core/assert.ts'
import { lastFiled } from '#core/cases/standing.ts'
import { pinnedBy } from '#core/policy/policy.ts'
import { fieldsOf } from '#core/policy/scoring.ts'
import { inTransaction, type Tx } from '#platform/database.ts'
import { aboutOf } from '#portal/about-what.ts'
import type { Added } from '#portal/check/adds/adds.tsx'
import { CheckPage, ReceiptPage, type Sheet } from '#portal/check/page.tsx'
import { otherwiseIn, type Otherwise } from '#portal/named-otherwise.tsx'
import { sparedDocuments } from '#portal/ahead.ts'
import { correctedIn } from '#portal/corrected.ts'
import { viewOf, type PortalContext, type PortalEnv } from '#portal/env.ts'
import { caseIn, ownCase, ownParts, type OwnAnswers, type OwnCase } from '#portal/own-case.ts'
import { nameOfPart } from '#portal/names-of-parts.ts'
import { toFamily } from '#portal/own-family.ts'
import { paths } from '#portal/paths.ts'
import { signedInOnly } from '#portal/session.tsx'
import { wordingOf } from '#portal/wording.ts'
import { setOwnLanguage } from '#records/accounts.ts'
import { saveBlock } from '#records/answers.ts'
import { nextSerial, numberOf, recordStep } from '#records/cases.ts'
import { documentsOf, filedDocuments, type CaseDocument } from '#records/documents.ts'
import { heldThere } from '#records/forwarding.ts'
import { namedOtherwise } from '#records/named-otherwise.ts'
import { sentInBeside } from '#records/one-person.ts'
import { adoptedHashes, mayBeUsed } from '#records/policy.ts'
import { done, STEP, stepOfType } from '#telling/done.tsx'

/** Check, submit, receipt. */
export const checkRoute = new Hono<PortalEnv>()

for (const { pattern } of [paths.check, paths.submit, paths.receipt]) {
  checkRoute.use(pattern, signedInOnly)
}

checkRoute.get(paths.check.pattern, (c) =>
  inTransaction(c.var.house.db, async (tx) => {
    const parts = await ownParts(c, tx)
    const [own] = parts
    if (!own) return c.notFound()
    const { standing } = own.found
    if (own.context.type.family === true) return toFamily(c, standing.id)
    if (isDraft(standing, own.context.type)) {
      return c.render(checkPage(c, await withOtherwise(c, tx, await drafted(c, tx, parts))))
    }
    return standing.filedOn === undefined
      ? c.notFound()
      : c.render(checkPage(c, await sentIn(tx, parts)))
  }),
)

/** A part as it would be sent in now. */
type Ready = OwnAnswers & {
  readonly documents: readonly CaseDocument[]
  /** What the system that examines it is told of them besides. */
  readonly adds?: readonly Added[]
  /** Of a draft alone: what is sent in is told to nobody any more. */
  readonly otherwise?: readonly Otherwise[]
}

/** With what each of them holds that names them otherwise than they write. */
const withOtherwise = (
  c: PortalContext,
  tx: Tx,
  parts: readonly Ready[],
): Promise<readonly Ready[]> =>
  Promise.all(
    parts.map(async (part) => {
      const { found, kept, context, description } = part
      const { type } = description
      const { policy } = c.var.house
      const asked = { policy, type, answers: kept.answers, holder: found.partyId, on: context.on }
      const named = await namedOtherwise(tx, c.var.house.secret, asked)
      return { ...part, otherwise: otherwiseIn(policy, named, context.on) }
    }),
  )

async function drafted(
  c: PortalContext,
  tx: Tx,
  parts: readonly OwnAnswers[],
): Promise<readonly Ready[]> {
  const documents = await documentsOf(tx, parts[0]?.found.standing.id ?? '')
  const ready: Ready[] = []
  for (const part of parts) {
    ready.push({ ...part, documents: documents(part.found), adds: await addedTo(c, tx, part) })
  }
  return ready
}

/** Read as it will be sent, named as they read it. */
async function addedTo(
  c: PortalContext,
  tx: Tx,
  { found, context: { type } }: OwnAnswers,
): Promise<readonly Added[]> {
  if (type.examinedBy === undefined || type.tellsHeld !== true) return []
  const { statuses } = c.var.house.policy
  const held = await heldThere(tx, statuses, found.partyId)
  return held.map((each) => {
    const title = statuses.get(each.kind)?.title[c.var.language] ?? each.title
    return { ...each, title }
  })
}

/** A part as it was sent in last. */
async function sentIn(tx: Tx, parts: readonly OwnAnswers[]): Promise<readonly Ready[]> {
  const sent = parts.flatMap((part) => {
    const filed = lastFiled(part.found.standing)
    return filed ? [{ part, filed }] : []
  })
  const caseId = parts[0]?.found.standing.id ?? ''
  const ids = sent.flatMap(({ filed }) => filed.documents)
  const documents = await filedDocuments(tx, { caseId, ids })
  return sent.map(({ part, filed }) => ({
    ...part,
    documents: documents(part.found),
    kept: { ...part.kept, answers: filed.answers },
  }))
}

/** Somebody who comes back to the address of the button is shown what it belongs to. */
checkRoute.get(paths.submit.pattern, (c) =>
  c.redirect(paths.check.to(c.var.language, { id: caseIn(c).id }), 303),
)

checkRoute.post(paths.submit.pattern, (c) =>
  inTransaction(c.var.house.db, async (tx) => {
    const [parts, sealed, serial, adopted] = await Promise.all([
      ownParts(c, tx, { hold: true }),
      documentsOf(tx, caseIn(c).id),
      nextSerial(tx),
      adoptedHashes(tx),
    ])
    const [own] = parts
    if (!own) return c.notFound()
    const beside = isOneAtATime(own.context.type) ? await sentInBeside(tx, caseIn(c).id) : undefined
    const ready = parts.map((part) => ({ ...part, documents: sealed(part.found) }))
    const { description, kept, context, taking } = own
    const found = own.found.whole ?? own.found
    const { standing, reader } = found
    const step = sendingStep(own)
    if (!step) {
      const sent = sentBefore(own)
      if (sent) return sentTo(c, own, sent)
      const refusal = { reason: 'not-in-this-state', state: standing.state } as const
      return c.render(checkPage(c, ready, refusal), 409)
    }
    const sent = ready.map((part) => ({
      subject: part.found.partyId,
      answers: part.kept.answers,
      documents: part.documents,
      ahead: part.ahead,
    }))
    const outcome =
      standing.filedOn === undefined
        ? submit(standing, context, {
            step: step.code,
            parts: sent,
            number: numberOf(description.type, { serial, on: context.on }),
            law: pinnedBy(description),
            adopted: mayBeUsed(c.var.house, description, adopted),
            beside,
          })
        : resubmit(standing, context, {
            step: step.code,
            corrections: await unchanged(tx, ready),
          })
    if (!outcome.ok) {
      return c.render(checkPage(c, await withOtherwise(c, tx, ready), outcome.refusal), 409)
    }

    for (const part of parts) await keepKnown(c, tx, part)
    const language = chosenLanguage(description.type, kept.answers) ?? reader.language
    await recordStep(tx, { ...found, reader: { ...reader, language } }, outcome.value, taking)
    if (language !== reader.language) await setOwnLanguage(tx, language)
    return sentTo(c, own, { rule: step, isFirst: standing.filedOn === undefined })
  }),
)

/** What nobody wrote is kept as it is sent in: it is mended from there. */
async function keepKnown(c: PortalContext, tx: Tx, part: OwnAnswers): Promise<void> {
  const { found, description, kept, known } = part
  const { standing, partyId, key } = found
  const at = c.var.house.clock.now()
  for (const block of description.type.blocks) {
    const items = kept.answers[block.code]
    if (known[block.code] === undefined || items === undefined) continue
    const version = kept.versions[block.code] ?? 0
    await saveBlock(tx, { caseId: standing.id, partyId, block, items, version, key, at })
  }
}

type Sent = { readonly rule: StepOf<'file'>; readonly isFirst: boolean }

/** To the receipt; of a part, or what was mended, to the case. */
function sentTo(
  c: PortalContext,
  { found, context: { type } }: OwnAnswers,
  { rule, isFirst }: Sent,
) {
  const at = { id: found.standing.id }
  return rule.part === true || !isFirst
    ? done(c, paths.application.to(c.var.language, at), STEP, stepOfType(type.code, rule.code))
    : done(c, paths.receipt.to(c.var.language, at), 'told')
}

/** What whoever asks has sent in already, by a first press of the button. */
function sentBefore({ found, context: { type, by } }: OwnAnswers): Sent | undefined {
  const { standing, history } = found.whole ?? found
  const rules = type.steps.flatMap((rule) => (rule.kind === 'file' ? [rule] : []))
  const rule = rules.find(({ code: step }) => doneBefore(standing.id, history, { by: by.id, step }))
  const whole = history.filter(({ step }) =>
    rules.some(({ code, part }) => code === step && part !== true),
  )
  return rule && { rule, isFirst: whole.length === 1 }
}

/** What sends the case in; else what confirms the part of whoever asks. */
function sendingStep({ found, context }: OwnAnswers): StepOf<'file'> | undefined {
  const standing = (found.whole ?? found).standing
  const open = stepsFor(context, standing).flatMap(({ rule }) =>
    rule.kind === 'file' ? [rule] : [],
  )
  return open.find(({ part }) => part !== true) ?? open[0]
}

/** Parts that were mended and sent in each by itself, as the case goes back with all of them. */
async function unchanged(tx: Tx, parts: readonly Ready[]): Promise<readonly CorrectionOf[]> {
  return (await sentIn(tx, parts)).map((before) => {
    const now = parts.find(({ address }) => address === before.address) ?? before
    return {
      subject: now.found.partyId,
      before: { answers: before.kept.answers, documents: before.documents },
      after: { answers: now.kept.answers, documents: now.documents },
      ahead: now.ahead,
      confirmed: [],
    }
  })
}

checkRoute.get(paths.receipt.pattern, (c) =>
  inTransaction(c.var.house.db, async (tx) => {
    const own = await ownCase(c, tx)
    if (!own) return c.notFound()
    const { id, number, filedOn } = own.found.standing
    if (number === undefined || filedOn === undefined) return c.notFound()
    const { context: law } = own
    const clock = isAnswered(own) ? undefined : clockOf(own.found.standing, law, law.on)
    const of = await aboutOf(c, tx, own)
    return c.render(<ReceiptPage view={viewOf(c)} {...{ id, number, filedOn, clock, law, of }} />)
  }),
)

/** Whoever withdrew, or has a decision, is not promised an answer any more. */
const isAnswered = ({ found: { standing }, context }: OwnCase): boolean =>
  hasEnded(context.type, standing.state) || standing.decided !== undefined

/** A draft as it is being written; of what was sent, that and not what is being mended. */
function checkPage(
  c: PortalContext,
  parts: readonly Ready[],
  refusal?: SubmitRefusal | ResubmitRefusal,
) {
  const [own] = parts
  assert(own !== undefined, 'a case is shown to whoever has a part in it')
  const { found, description, context } = own
  const { type, on } = context
  const open = isDraft(found.standing, type)
  const sending = sendingStep(own)
  return (
    <CheckPage
      view={viewOf(c)}
      id={found.standing.id}
      wording={wordingOf(c, description)}
      isDraft={open}
      on={on}
      laws={c.var.house.policy.laws}
      sends={open && sending ? (sending.part === true ? 'part' : 'all') : undefined}
      sheets={parts.map((part) => sheetOf(c, part, tierIn(parts)))}
      {...(refusal ? { refusal } : {})}
    />
  )
}

/** How soon the answer is asked for, as whoever comes first says; not read by who joined them. */
const tierIn = (parts: readonly Ready[]): string | undefined =>
  parts
    .map(({ description: { type }, kept }) => answerMeaning(type, kept.answers, 'requested-tier'))
    .find((tier): tier is string => typeof tier === 'string' && tier !== '')

function sheetOf(c: PortalContext, part: Ready, tier: string | undefined): Sheet {
  const { found, address, kept, documents, context, ahead } = part
  const { type } = part.description
  const { answers } = kept
  const roles = rolesIn(found.standing, found.partyId)
  const fields = fieldsOf(part.description).map(({ code }) => code)
  const who = whoIs(type, found, found.partyId)
  return {
    address,
    subject: found.partyId,
    corrected: correctedIn(found, c.var.language),
    ...(found.several ? { title: nameOfPart(part, c.var.language) } : {}),
    type,
    answers,
    documents,
    adds: part.adds ?? [],
    duty: dutyOf(part.description, { roles, answers, on: context.on, tier }),
    gaps: gapsIn(type, { answers, documents, on: context.on, fields, who, ahead }),
    spared: sparedDocuments(c, part, documents),
    otherwise: part.otherwise ?? [],
  }
}
