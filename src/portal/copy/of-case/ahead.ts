import type { Ahead } from '#core/answers/ahead.ts'
import { askedFor } from '#core/answers/asked.ts'
import type { Value } from '#core/answers/answers.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { isMeaning } from '#core/policy/meanings.ts'
import { serviceOf, type Systems } from '#core/policy/systems.ts'
import type { Language } from '#core/language.ts'
import { questionName, valueText } from '#telling/answers.tsx'
import type { CopiedAhead, CopiedAnswer } from '#telling/copy/copy.ts'
import type { Wording } from '#telling/option-names.ts'

type Asked = {
  readonly type: CaseType
  readonly wording: Wording
  readonly systems: Systems
  readonly language: Language
}

/** What registers were asked ahead, what they were told and what each answered, all of it. */
export const aheadCopied = (ahead: readonly Ahead[], asked: Asked): readonly CopiedAhead[] =>
  ahead.map(({ system, service: code, askedAt, told, toldOfFirst = {}, answer }) => {
    const { systems, language } = asked
    const found = serviceOf(systems, code)
    const result = found?.service.results.find((each) => each.code === answer?.result)
    return {
      at: askedAt,
      system: { code: system, name: found?.system.name[language] ?? system },
      service: { code, name: found?.service.title[language] ?? code },
      told: [...saidIn(told, asked), ...saidOfFirst(toldOfFirst, asked)],
      answered_at: answer?.at ?? null,
      result: answer
        ? { code: answer.result, name: result?.title[language] ?? answer.result }
        : null,
      note: answer?.note ?? null,
      says: (answer?.says ?? []).map((entry) => saidIn(entry, asked)),
    }
  })

/** Of the first person of the case, as whoever wrote said it of them. */
const saidOfFirst = (said: Ahead['told'], asked: Asked): readonly CopiedAnswer[] =>
  saidIn(said, asked).map(({ code, question, ...each }) => {
    const title = asked.type.roles[0]?.title[asked.language] ?? ''
    return { ...each, code: `first-${code}`, question: [title, question].join(': ') }
  })

/** By the question of the form that means it; by its code, where none does. */
const saidIn = (
  said: Readonly<Record<string, Value>>,
  { type, wording }: Asked,
): readonly CopiedAnswer[] =>
  Object.entries(said).map(([code, value]) => {
    const field = isMeaning(code) ? askedFor(type, code)?.field : undefined
    return field
      ? {
          code,
          question: questionName(field, wording),
          answer: valueText(field, value, wording),
          value,
        }
      : { code, question: code, answer: String(value), value }
  })
