import type { StatusKnown } from '#core/cases/context.ts'
import type { StatusKind } from '#core/cases/statuses.ts'
import type { Language } from '#core/language.ts'
import { typeOf } from '#core/policy/policy.ts'
import type { Tx } from '#platform/database.ts'
import type { AboutWhat } from '#portal/about-line.tsx'
import type { PortalContext } from '#portal/env.ts'
import { otherCase, type OwnCase } from '#portal/own-case.ts'
import { paths } from '#portal/paths.ts'
import { giverOf } from '#records/statuses.ts'
import { formatDate } from '#telling/dates.ts'

/** What it complains of: a decision, or a case in which there is none. */
function contestedIn(
  c: PortalContext,
  { found: { contested, undecided } }: OwnCase,
): AboutWhat | undefined {
  const { house, language } = c.var
  const { of } = contested ?? undecided ?? {}
  if (of === undefined) return undefined
  const words = WORDS[language]
  const path = contested ? paths.decision : paths.application
  return {
    lead: contested ? words.aboutDecision : words.aboutUndecided,
    title: `${typeOf(house.policy, of).title[language]}, ${of.number}`,
    href: path.to(language, { id: of.id }),
  }
}

/** The decision, the case or the status that it is about, and where the person reads of that. */
export async function aboutOf(
  c: PortalContext,
  tx: Tx,
  own: OwnCase,
): Promise<AboutWhat | undefined> {
  const { house, language } = c.var
  const decided = contestedIn(c, own)
  if (decided) return decided
  const { status, partyId } = own.found
  if (status === undefined) return undefined
  const giver = await giverOf(tx, status.number)
  if (giver?.holder !== partyId) return undefined
  const gave = await otherCase(c, tx, { id: giver.caseId, subject: giver.holder })
  return (
    gave && {
      lead: WORDS[language].aboutStatus,
      title: heldText(status, { statuses: house.policy.statuses, language }),
      href: paths.application.to(language, { id: gave.address }),
    }
  )
}

type Telling = {
  readonly statuses: ReadonlyMap<string, StatusKind>
  readonly language: Language
}

/** A status that a case is about: what it is, its number, and its last day while it stands. */
export function heldText(
  { kind, number, inForce, until }: StatusKnown,
  { statuses, language }: Telling,
): string {
  const title = statuses.get(kind)?.title[language] ?? kind
  const last = inForce ? [`${WORDS[language].last} ${formatDate(until, language, 'plain')}`] : []
  return [title, number, ...last].join(', ')
}

const WORDS = {
  az: {
    aboutStatus: 'Bu iş nə barədədir:',
    aboutDecision: 'Hansı iş üzrə qərardan:',
    aboutUndecided: 'Vaxtında qərar verilməmiş iş:',
    last: 'son gün:',
  },
  tr: {
    aboutStatus: 'Bu dosyanın konusu:',
    aboutDecision: 'Hangi dosyadaki karar hakkında:',
    aboutUndecided: 'Zamanında karar verilmeyen dosya:',
    last: 'son gün:',
  },
  en: {
    aboutStatus: 'It is about',
    aboutDecision: 'It is about the decision in this case:',
    aboutUndecided: 'It is about this case, in which nothing was decided in time:',
    last: 'last day',
  },
  ru: {
    aboutStatus: 'О чём это дело:',
    aboutDecision: 'Решение по какому делу:',
    aboutUndecided: 'Дело, по которому вовремя не вынесли решение:',
    last: 'последний день:',
  },
} as const satisfies Record<Language, unknown>
