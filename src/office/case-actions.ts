import type { OfficeLanguage } from '#core/language.ts'
import type { Action } from '#core/lifecycle/lifecycle.ts'
import { actionsFor } from '#core/lifecycle/may.ts'
import type { OpenCase } from '#office/open-case.ts'
import { paths } from '#office/paths.ts'

/** What may be done about a case now, by whoever looks at it, and where. */
export type CaseAction = {
  readonly action: Action
  readonly href: string
  /** The key that leads there. */
  readonly key: string
}

export function caseActions(open: OpenCase, language: OfficeLanguage): readonly CaseAction[] {
  const { application } = open.found
  const mine = actionsFor(open.law, application).filter((action) => isStillMine(action, open))
  const found = mine.flatMap((action) => {
    const page = PAGES[action]
    if (!page) return []
    const href = paths[page.at].to(language, { id: application.id })
    return [{ action, href, key: page.key }]
  })
  return found.toSorted((one, other) => rankOf(one) - rankOf(other))
}

/** What leads on stands first; more time is never the first thing to want. */
const rankOf = ({ action }: CaseAction): number =>
  action === 'extend' ? 2 : action === 'send-back' ? 1 : 0

/** What a body has given stands; only its supervisor may correct points. */
function isStillMine(action: Action, { found, law, sight }: OpenCase): boolean {
  const { application } = found
  const body = law.by.body ?? ''
  if (action === 'score') {
    const isScorer = !sight.whole && Object.values(application.scorers).includes(body)
    const given = Object.values(application.scores).some((score) => score.body === body)
    return isScorer && (!given || law.by.roles.includes('body-supervisor'))
  }
  if (action === 'give-opinion') {
    const opinion = application.opinions[body]
    return opinion === 'awaited' || opinion === 'silent'
  }
  return true
}

type StepAddress =
  | 'accept'
  | 'return'
  | 'extend'
  | 'close'
  | 'score'
  | 'opinion'
  | 'draft'
  | 'sign'
  | 'sendBack'
  | 'annul'
  | 'death'

/** Only what officials do has a page. */
const PAGES: Readonly<Partial<Record<Action, { readonly at: StepAddress; readonly key: string }>>> =
  {
    accept: { at: 'accept', key: 'a' },
    return: { at: 'return', key: 'r' },
    'close-unexamined': { at: 'close', key: 'c' },
    score: { at: 'score', key: 's' },
    'give-opinion': { at: 'opinion', key: 'o' },
    extend: { at: 'extend', key: 'e' },
    'draft-decision': { at: 'draft', key: 'd' },
    'send-back': { at: 'sendBack', key: 'b' },
    sign: { at: 'sign', key: 'g' },
    'propose-annulment': { at: 'annul', key: 'n' },
    'drop-annulment': { at: 'annul', key: 'p' },
    annul: { at: 'annul', key: 'n' },
    'report-death': { at: 'death', key: 't' },
    'dismiss-death-report': { at: 'death', key: 'p' },
    'confirm-death': { at: 'death', key: 't' },
  }
