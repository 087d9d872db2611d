import { isReadable } from '#core/answers/typed.ts'
import { LANGUAGES, type Language } from '#core/language.ts'
import {
  AUDIENCES,
  type Audience,
  type Pair,
  type Said,
} from '#core/promotion/frequent-questions.ts'

/** A question with its answer as somebody wrote it, before it is known to be one. */
export type FrequentTyped = {
  readonly pairs: Readonly<Record<Language, Pair>>
  readonly audience: string
}

/** What can be read at a glance, and what is still an answer and no page. */
export const QUESTION_LETTERS_MAX = 200
export const ANSWER_LETTERS_MAX = 3000
export const REASON_LETTERS_MAX = 1000

/** A field of its form. */
export type FrequentField = 'audience' | `${'question' | 'answer'}-${Language}`
/** What can be wrong with one. */
export type FrequentFault = 'missing' | 'none' | 'too-long' | 'unreadable' | 'somebodys'

/** What is told, or all that is wrong with it, in the order of the form. */
export type FrequentJudged =
  | { readonly ok: true; readonly said: Said; readonly audience: Audience }
  | { readonly ok: false; readonly faults: ReadonlyMap<FrequentField, FrequentFault> }

/** A language is left out by leaving both empty; one that the mission answers in is there. */
export function judgeFrequentQuestion(
  { pairs, audience: typed }: FrequentTyped,
  languages: readonly Language[],
): FrequentJudged {
  const faults = new Map<FrequentField, FrequentFault>()
  const isWritten = (language: Language) =>
    pairs[language].question !== '' || pairs[language].answer !== ''
  const written = LANGUAGES.filter(isWritten)
  const [usual = 'az'] = languages
  if (!languages.some(isWritten)) faults.set(`question-${usual}`, 'none')
  for (const language of written) {
    const { question, answer } = pairs[language]
    const asks = textFault(question, QUESTION_LETTERS_MAX)
    if (asks) faults.set(`question-${language}`, asks)
    const answers = textFault(answer, ANSWER_LETTERS_MAX)
    if (answers) faults.set(`answer-${language}`, answers)
  }
  const audience = AUDIENCES.find((each) => each === typed)
  if (audience === undefined) faults.set('audience', 'missing')
  if (faults.size > 0 || audience === undefined) return { ok: false, faults }
  return {
    ok: true,
    audience,
    said: Object.fromEntries(written.map((language) => [language, pairs[language]])),
  }
}

function textFault(text: string, most: number): FrequentFault | undefined {
  if (text === '') return 'missing'
  if (Array.from(text).length > most) return 'too-long'
  if (!isReadable(text)) return 'unreadable'
  return isSomebodys(text) ? 'somebodys' : undefined
}

/** An address of e-mail, the number of a case, or one as long as those of papers and telephones. */
const isSomebodys = (text: string): boolean => /[^\s@]@[^\s@]|\p{Lu}{3}-\d{4}-\d|\d{7}/u.test(text)

/** What whoever looked is wrong about, so that the other knows what to mend. */
export const reasonFault = (text: string): FrequentFault | undefined => {
  const fault = textFault(text, REASON_LETTERS_MAX)
  return fault === 'somebodys' ? undefined : fault
}
