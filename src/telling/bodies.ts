import type { Language } from '#core/language.ts'
import type { Body, BodyCode } from '#core/policy/procedure.ts'

/** What is known of a body by its code; a mission is one, and is named. */
type Known = Pick<Body, 'code' | 'name' | 'named'>

/**
 * Whether people outside the office may know which body it is. What is not listed is not named, and
 * what one procedure keeps unnamed stays so for the others.
 */
export function isNamed(bodies: readonly Known[], code: BodyCode): boolean {
  const meant = bodies.filter((body) => body.code === code)
  return meant.length > 0 && meant.every(({ named }) => named !== false)
}

/** The name by which applicants and the public know a body; every page and letter has it here. */
export function publicBodyName(
  bodies: readonly Known[],
  code: BodyCode,
  language: Language,
): string {
  const body = bodies.find((each) => each.code === code)
  return body && isNamed(bodies, code) ? body.name[language] : A_STATE_BODY[language]
}

const A_STATE_BODY = {
  az: 'dövlət orqanı',
  tr: 'bir devlet kurumu',
  en: 'a state body',
  ru: 'государственный орган',
} as const satisfies Record<Language, string>
