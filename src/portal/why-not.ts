import { holdingsIn } from '#core/cases/holds.ts'
import type { BeginRefusal } from '#core/cases/may.ts'
import type { StatusKind } from '#core/cases/statuses.ts'
import type { Language } from '#core/language.ts'
import { formatOneOf } from '#telling/formatters.ts'

type Telling = {
  readonly statuses: ReadonlyMap<string, StatusKind>
  readonly language: Language
}

/** Why it cannot be begun now. */
export function whyNot(refusal: BeginRefusal, { statuses, language }: Telling): string {
  const words = WORDS[language]
  if (refusal.reason === 'does-not-hold') {
    const kinds = [refusal.test, ...(refusal.or ?? [])].flatMap(holdingsIn)
    const titles = kinds.flatMap(({ status }) => statuses.get(status)?.title[language] ?? [])
    return titles.length > 0
      ? words.needs.replace('{status}', () => formatOneOf(titles, language))
      : words.notNow
  }
  if (refusal.reason === 'stands-against' && refusal.test.test === 'holds') return words.holds
  if (refusal.reason === 'stands-against' && refusal.test.test === 'same-type-open') {
    return words.oneAtATime
  }
  return words.notNow
}

const WORDS = {
  az: {
    needs: 'Bunun üçün qüvvədə olan status lazımdır: {status}.',
    holds: 'Statusunuz qüvvədə olduqca yeni müraciətə ehtiyac yoxdur.',
    oneAtATime:
      'Bu növdən bir müraciətiniz artıq var. O başa çatdıqdan sonra yenisinə başlaya bilərsiniz.',
    notNow: 'Buna hazırda başlamaq mümkün deyil.',
  },
  tr: {
    needs: 'Bunun için yürürlükte olan bir statü gerekir: {status}.',
    holds: 'Statünüz geçerli olduğu sürece yeni bir başvuruya gerek yoktur.',
    oneAtATime:
      'Bu türden bir başvurunuz zaten var. O sona erdikten sonra yenisine başlayabilirsiniz.',
    notNow: 'Buna şu anda başlanamıyor.',
  },
  en: {
    needs: 'For this you need a status that is in force: {status}.',
    holds: 'While your status is valid, you do not need another application.',
    oneAtATime: 'You have one of this kind already. You can start another once that one has ended.',
    notNow: 'You cannot start this at the moment.',
  },
  ru: {
    needs: 'Для этого нужен действующий статус: {status}.',
    holds: 'Пока ваш статус действует, новое обращение не нужно.',
    oneAtATime: 'У вас уже есть обращение этого вида. Новое можно начать, когда оно завершится.',
    notNow: 'Сейчас начать это нельзя.',
  },
} as const satisfies Record<Language, unknown>
