import type { z } from 'zod'
import { LANGUAGES } from '#core/language.ts'

/** What is wrong with a document of policy, for whoever wrote it: where, what, how to mend it. */

const QUOTE =
  "words with a comma, a colon or a brace in them stand in quotes: en: 'First, then: second'"

/** Of a document that is no YAML. Whoever writes words unquoted reads of mappings and scalars. */
const YAML_HINTS: readonly (readonly [RegExp, string])[] = [
  [/nested mappings|block collections|unexpected scalar|unexpected flow|implicit key/i, QUOTE],
  [/tabs? /i, 'indent by blanks'],
]

export function yamlText(message: string): string {
  const [, hint] = YAML_HINTS.find(([told]) => told.test(message)) ?? []
  return hint === undefined ? message : `${message}: ${hint}`
}

/** What somebody may have written otherwise, in the words of whoever writes it. */
const KINDS: Readonly<Record<string, string>> = {
  array: 'a list, in brackets or with a dash before each of it, also where it is of one',
  object: 'of several parts, each with its name',
  string: 'a text: in quotes, where it is a number or a day',
  int: 'a whole number, without quotes',
  number: 'a number, without quotes',
  boolean: 'true or false, without quotes',
}

/** Of one that has not the shape of its kind; behind what stands alone nothing is said. */
export function shapeText(issue: z.core.$ZodIssue, standsAlone: boolean): string {
  const where = issue.path.map(String).join('.') || 'the document itself'
  return `${where}: ${whatIsWrong(issue, standsAlone)}`
}

function whatIsWrong(issue: z.core.$ZodIssue, standsAlone: boolean): string {
  const last = issue.path.at(-1)
  if (issue.code === 'invalid_type' && /received (undefined|null)$/.test(issue.message)) {
    return LANGUAGES.some((language) => language === last)
      ? `the words in ${String(last)} are missing; write them beside those of the other languages`
      : `${String(last)} is missing, or nothing stands behind it`
  }
  const wanted = issue.code === 'invalid_type' ? KINDS[issue.expected] : undefined
  if (wanted !== undefined) return `${String(last ?? 'it')} is ${wanted}`
  if (issue.code === 'unrecognized_keys') {
    const strange = issue.keys.map((key) => `“${key}”`).join(', ')
    const known = 'is nothing that may stand here; check how it is spelt'
    return `${strange} ${standsAlone ? `stands alone; ${QUOTE}` : known}`
  }
  return issue.message
}
