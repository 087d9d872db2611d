import type { IsoMoment } from '#core/dated.ts'
import type { Language } from '#core/language.ts'
import { serviceOf, type Systems } from '#core/policy/systems.ts'
import { formatMomentInBaku } from '#telling/dates.ts'

/**
 * What a register of the state is asked and says, in the same words wherever the person reads of
 * it: where it is asked, where its answer stands, in the list of who looked, and in the copy.
 */

type Named = {
  readonly system: string
  /** What is asked, and what for. */
  readonly what: string
}

/** By a service of policy; by its code alone, where policy has it no more. */
export function askedOf(
  systems: Pick<Systems, 'systems'>,
  { service: code, system }: { readonly service: string; readonly system?: string },
  language: Language,
): Named {
  const found = serviceOf(systems, code)
  return {
    system: found?.system.name[language] ?? system ?? '',
    what: whatFor(found?.service.title[language] ?? code, found?.service.purpose[language]),
  }
}

/** Each a sentence of its own. */
export const whatFor = (what: string, purpose: string | null | undefined): string =>
  [what, purpose].flatMap((each) => (each ? [`${each.replace(/\.$/, '')}.`] : [])).join(' ')

/** Whose answer it is, and when it came. */
export const answeredBy = (system: string, at: IsoMoment, language: Language): string =>
  `${system}, ${formatMomentInBaku(at, language)}`

export const registerWords: Readonly<
  Record<Language, Readonly<Record<'named' | 'waits', string>>>
> = {
  az: {
    named: 'Başqa şəxs barədə soruşulub və sizin kim olduğunuz bildirilib.',
    waits: 'Hələ cavab yoxdur',
  },
  tr: {
    named: 'Başka biri hakkında soruldu ve sizin kim olduğunuz bildirildi.',
    waits: 'Henüz yanıt yok',
  },
  en: {
    named: 'It was asked about another person, and told who you are.',
    waits: 'No answer yet',
  },
  ru: {
    named: 'Спросили о другом человеке и сообщили, кто вы.',
    waits: 'Ответа пока нет',
  },
}
