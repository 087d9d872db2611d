import type { IsoDate, IsoMoment } from '#core/dated.ts'
import { LANGUAGES, type Language } from '#core/language.ts'
import { agree, refuse, type Outcome } from '#core/outcome.ts'
import { changedLaw, type LawInForce, type LawOfDay } from '#core/promotion/law-of-day.ts'

/** A question that is asked often, and what it is answered, in one language. */
export type Pair = { readonly question: string; readonly answer: string }

/** What is told of one question, in each language in which it is. */
export type Said = Readonly<Partial<Record<Language, Pair>>>

/** For the pages of one mission alone, or of all. */
export const AUDIENCES = ['mission', 'all'] as const
export type Audience = (typeof AUDIENCES)[number]

/** What a mission wrote, and the law that it wrote it by. */
export type Written = {
  readonly said: Said
  readonly audience: Audience
  readonly law: LawOfDay
  readonly lawOn: IsoDate
}

/** How a text stands that is not shown yet. */
export const UNSHOWN = ['draft', 'waiting', 'sent-back'] as const
export type Unshown = (typeof UNSHOWN)[number]

/** A text that nobody reads yet outside the house. */
export type NextText = Written & {
  readonly stands: Unshown
  readonly by: string
  readonly at: IsoMoment
  /** Why it was sent back. */
  readonly reason?: string
}

/** A text that everybody reads, or read; behind it stand two officials. */
export type ShownText = Written & {
  readonly by: string
  readonly shownBy: string
  readonly shownAt: IsoMoment
}

/** A question of a mission, with the texts that there are of it. */
export type FrequentQuestion = {
  readonly id: string
  readonly mission: string
  readonly version: number
  readonly shown?: ShownText
  readonly next?: NextText
  /** What was shown last, where nothing is. */
  readonly past?: ShownText
}

/** The text by which officials know it: what is written last. */
export const latestOf = ({
  next,
  shown,
  past,
}: FrequentQuestion): NextText | ShownText | undefined => next ?? shown ?? past

/** The languages in which there is an answer, in the order in which they are offered. */
export const languagesOf = (said: Said): readonly Language[] =>
  LANGUAGES.filter((language) => said[language] !== undefined)

/** What somebody who reads a language is told, and in which: another, where it is not in theirs. */
export function pairFor(
  said: Said,
  language: Language,
): (Pair & { readonly language: Language }) | undefined {
  const first = [language, 'en' as const, ...languagesOf(said)].find((each) => said[each])
  const pair = first && said[first]
  return pair && { ...pair, language: first }
}

/** What can be done with one, besides writing it. */
export const ACTS = ['show', 'send-back', 'take-down', 'remove', 'forget'] as const
export type Act = (typeof ACTS)[number]

/** Who acts: of a mission, of the ministry, or of neither. */
export type Doer = {
  readonly id: string
  readonly mission?: string | undefined
  readonly isMinistry: boolean
}

/** What has to be known besides the question. */
export type Around = {
  readonly isMissionOpen: boolean
  readonly law: LawInForce
}

/** Why something is not done. */
export type ActRefusal =
  'not-theirs' | 'mission-closed' | 'nothing-there' | 'second-person' | 'ministry' | 'law-changed'

/** Whether somebody writes one of this mission, or changes it. */
export function mayWrite(
  { mission }: Pick<FrequentQuestion, 'mission'>,
  doer: Doer,
  { isMissionOpen }: Pick<Around, 'isMissionOpen'>,
): Outcome<object, ActRefusal> {
  if (doer.mission !== mission) return refuse('not-theirs')
  return isMissionOpen ? agree({}) : refuse('mission-closed')
}

/** Whether somebody does this with a question. What is wrong is taken down by anybody, at once. */
export function mayAct(
  question: FrequentQuestion,
  act: Act,
  { doer, around }: { readonly doer: Doer; readonly around: Around },
): Outcome<object, ActRefusal> {
  const { shown, next, past, mission } = question
  const isOwn = doer.mission === mission
  if (!isOwn && !doer.isMinistry) return refuse('not-theirs')
  switch (act) {
    case 'show':
      return mayShow(next, doer, around)
    case 'send-back':
      return mayLook(next, doer)
    case 'take-down':
      return shown ? agree({}) : refuse('nothing-there')
    case 'remove':
      if (!isOwn) return refuse('not-theirs')
      return next ? agree({}) : refuse('nothing-there')
    case 'forget':
      return past && !shown && !next ? agree({}) : refuse('nothing-there')
  }
}

function mayShow(
  next: NextText | undefined,
  doer: Doer,
  { isMissionOpen, law }: Around,
): Outcome<object, ActRefusal> {
  const looked = mayLook(next, doer)
  if (!looked.ok || next === undefined) return looked
  if (!isMissionOpen) return refuse('mission-closed')
  return changedLaw(next, law) ? refuse('law-changed') : looked
}

/** A second pair of eyes is somebody else's; for what all missions tell, the ministry's. */
function mayLook(next: NextText | undefined, doer: Doer): Outcome<object, ActRefusal> {
  if (next?.stands !== 'waiting') return refuse('nothing-there')
  if (next.by === doer.id) return refuse('second-person')
  return next.audience === 'all' && !doer.isMinistry ? refuse('ministry') : agree({})
}
