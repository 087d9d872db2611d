import {
  offerOf,
  offersOf,
  saidOtherwise,
  WHY_OTHERWISE,
  type Ahead,
  type Offer,
} from '#core/answers/ahead.ts'
import type { Values } from '#core/answers/answers.ts'
import { askedDocuments } from '#core/answers/gaps.ts'
import { rolesIn } from '#core/cases/context.ts'
import { dayInBaku } from '#core/dated.ts'
import type { Block } from '#core/policy/case-type.ts'
import { askedAhead, type Service } from '#core/policy/systems.ts'
import { aheadWords } from '#portal/ahead-words.ts'
import type { PortalContext } from '#portal/env.ts'
import type { OwnAnswers } from '#portal/own-case.ts'
import { wordingOf } from '#portal/wording.ts'
import { valueText } from '#telling/answers.tsx'
import { formatDate } from '#telling/dates.ts'

/** What registers that are asked ahead mean to the pages on which somebody writes. */

/** Which services may be asked about whom this part is of. */
export const servicesAhead = (
  c: PortalContext,
  { description, found }: Pick<OwnAnswers, 'description' | 'found'>,
): readonly Service[] =>
  askedAhead(description.type, c.var.house.policy.systems, {
    roles: rolesIn(found.standing, found.partyId),
    groundNeeded: c.var.house.adoptionNeeded,
  })

/** What its register is called. */
const systemName = (c: PortalContext, { system }: Pick<Ahead, 'system'>): string =>
  c.var.house.policy.systems.systems.find(({ code }) => code === system)?.name[c.var.language] ??
  system

/** A document that need not be brought, and why, as a sentence. */
export type SparedDocument = {
  readonly code: string
  readonly title: string
  readonly why: string
}

export const sparedDocuments = (
  c: PortalContext,
  { description, kept, ahead }: Pick<OwnAnswers, 'description' | 'kept' | 'ahead'>,
  documents: readonly { readonly kind: string }[],
): readonly SparedDocument[] =>
  askedDocuments(description.type, kept.answers, ahead).flatMap(({ rule, spared }) => {
    const from = ahead.find(({ service }) => service === rule.confirmedBy)
    if (!spared || !from || documents.some(({ kind }) => kind === rule.code)) return []
    const { language } = c.var
    const why = aheadWords[language][spared].replace('{system}', systemName(c, from))
    return [{ code: rule.code, title: rule.title[language], why }]
  })

/** Beside each question where its answer is from, or what a register says otherwise. */
export type Sourced = {
  readonly sources: ReadonlyMap<string, string>
  /** Why it is otherwise is asked. */
  readonly asksWhy: boolean
}

/** Of what was offered and nobody has changed yet. */
export function sourcedOffer(c: PortalContext, { fields }: Block, offer: Offer): Sourced {
  const { language } = c.var
  const [from] = offer.from
  const text = (of: Ahead) =>
    aheadWords[language].from
      .replace('{system}', systemName(c, of))
      .replace('{day}', formatDate(dayInBaku(of.answer?.at ?? of.askedAt), language, 'plain'))
  const sources = fields.flatMap(({ code, means }) => {
    const own = offer.from.find((each) => means !== undefined && each.confirms.includes(means))
    return own && offer.values[code] !== undefined ? [[code, text(own)] as const] : []
  })
  return { sources: new Map(from ? sources : []), asksWhy: false }
}

/** Of what somebody wrote. */
export function sourcedAnswers(
  c: PortalContext,
  {
    block,
    values,
    own,
  }: { readonly block: Block; readonly values: Values; readonly own: OwnAnswers },
): Sourced {
  const wording = wordingOf(c, own.description)
  const otherwise = saidOtherwise(block, values, own.ahead)
  const why = block.fields.find(({ means }) => means === WHY_OTHERWISE)
  return {
    sources: new Map(
      otherwise.map(({ field, says, from }) => [
        field.code,
        aheadWords[c.var.language].otherwise
          .replace('{system}', systemName(c, from))
          .replace('{value}', () => valueText(field, says, wording)),
      ]),
    ),
    asksWhy: why !== undefined && (otherwise.length > 0 || (values[why.code] ?? '') !== ''),
  }
}

/** The titles of the parts that it fills in. */
export const partsFilled = (
  c: PortalContext,
  { description }: Pick<OwnAnswers, 'description'>,
  each: Ahead,
): readonly string[] =>
  description.type.blocks
    .filter((block) =>
      block.repeats ? offersOf(block, [each]).length > 0 : offerOf(block, [each]).from.length > 0,
    )
    .map(({ title }) => title[c.var.language])
