import { problemsOf, type Problem } from '#core/answers/check.ts'
import { valuesIn } from '#core/answers/read.ts'
import type { Typed } from '#core/answers/typed.ts'
import { isIsoDate, type IsoDate } from '#core/dated.ts'
import type { Words } from '#core/language.ts'
import { PROVISIONAL } from '#core/policy/basis.ts'
import type { Block, FormField } from '#core/policy/case-type.ts'
import { takeOverInEach, takeOverWords } from '#portal/invitation/take-over/words.ts'
import type { Said } from '#records/taking-over.ts'

/** By what somebody shows that it is they, as the questions of a block. */
const basis = { '*': PROVISIONAL }

const question = (
  code: string,
  kind: FormField['kind'],
  said: Pick<FormField, 'label' | 'hint' | 'missing'> & Partial<FormField>,
): FormField => ({ code, kind, required: true, privacy: 'sealed', basis, ...said })

export function selfAsked(asksDocument: boolean): Block {
  const born = question('born', 'date', {
    label: takeOverInEach('born'),
    hint: takeOverInEach('bornHint'),
    missing: takeOverInEach('bornMissing'),
    when: 'past',
  })
  const paper = question('document', 'text', {
    label: takeOverInEach('document'),
    hint: takeOverInEach('documentHint'),
    missing: takeOverInEach('documentMissing'),
    max: 50,
  })
  return {
    code: 'self',
    title: takeOverInEach('show'),
    repeats: false,
    itemsMin: 1,
    itemsMax: 1,
    fields: asksDocument ? [born, paper] : [born],
    basis,
  }
}

type Read =
  | { readonly ok: true; readonly said: Said }
  | { readonly ok: false; readonly problems: readonly Problem[] }

type Asked = { readonly asksDocument: boolean; readonly typed: Typed; readonly on: IsoDate }

export function selfIn({ asksDocument, typed, on }: Asked): Read {
  const block = selfAsked(asksDocument)
  const values = valuesIn(block, typed, {})
  const around = { type: { applicants: [] }, answers: {}, on, fields: [] }
  const problems = problemsOf(block, { id: '', values }, around)
  const { born, document = '' } = values
  if (problems.length > 0) return { ok: false, problems }
  if (typeof born !== 'string' || !isIsoDate(born) || typeof document !== 'string') {
    return { ok: false, problems: [{ field: 'born', problem: 'missing' }] }
  }
  return { ok: true, said: { born, documentNumber: document } }
}

/** Which of the two does not fit is told to nobody: it stands beside the first. */
export function doesNotFit(triesLeft: number): Problem {
  const count = String(triesLeft)
  const filled = (text: string) => text.replace('{count}', count)
  const words: Words = {
    az: filled(takeOverWords.az.wrong),
    tr: filled(takeOverWords.tr.wrong),
    en: filled(takeOverWords.en.wrong),
    ru: filled(takeOverWords.ru.wrong),
  }
  return { field: 'born', problem: 'may-not-apply', words }
}
