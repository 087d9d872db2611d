import { holdingsIn } from '#core/cases/holds.ts'
import type { BeginRefusal, Coming } from '#core/cases/may.ts'
import type { StatusKind } from '#core/cases/statuses.ts'
import type { Test } from '#core/cases/tests.ts'
import type { Language } from '#core/language.ts'
import type { Against } from '#portal/offers.ts'
import { paths } from '#portal/paths.ts'
import { amount } from '#telling/amounts.ts'
import { formatDate } from '#telling/dates.ts'
import { formatOneOf } from '#telling/formatters.ts'

type Telling = {
  readonly statuses: ReadonlyMap<string, StatusKind>
  readonly language: Language
  /** It is about somebody for whom whoever reads it acts. */
  readonly isTheirs?: boolean
}

/** Why it cannot be begun now, or joined; and the day from which it can, where time brings it. */
export const whyNot = (refusal: BeginRefusal, telling: Telling): string =>
  whyNotWith(refusal, telling, false)

type Props = Telling & {
  readonly refusal: BeginRefusal
  /** What of theirs stands in the way, where something does. */
  readonly against: Against | undefined
}

/** The same, with the way to what stands in the way. */
export const WhyNot = ({ refusal, against, ...telling }: Props) => {
  const text = whyNotWith(refusal, telling, against !== undefined)
  if (against === undefined) return text
  const { language } = telling
  const [before, after] = text.split('{case}')
  return (
    <>
      {before}
      <a class="govuk-link" href={paths.application.to(language, { id: against.caseId })}>
        {against.number ?? WORDS[language].draft}
      </a>
      {after}
    </>
  )
}

/** Where something of theirs is named, `{case}` stands for it. */
function whyNotWith(refusal: BeginRefusal, telling: Telling, isNamed: boolean): string {
  const { statuses, language } = telling
  const words = WORDS[language]
  if (refusal.reason === 'does-not-hold') {
    if (refusal.from !== undefined) return fromWhen(refusal.from, telling)
    return lacking([refusal.test, ...(refusal.or ?? [])], telling)
  }
  if (refusal.reason === 'stands-against' && refusal.held !== undefined) {
    const title = statuses.get(refusal.held)?.title[language] ?? ''
    return words.holds.replace('{status}', () => (isNamed ? `${title}, {case}` : title))
  }
  if (refusal.reason === 'stands-against' && isNamed) {
    return telling.isTheirs === true ? words.oneOfTheirs : words.oneAtATime
  }
  // What they have by another account is no page of this one.
  const isOneKind = refusal.reason === 'stands-against' && refusal.test.test === 'same-type-open'
  if (isOneKind) return words.oneElsewhere
  return words.notNow
}

/** What would have to be held; for how long, where every one of them asks for that. */
function lacking(tests: readonly Test[], { statuses, language }: Telling): string {
  const words = WORDS[language]
  const titles = new Set(
    tests.flatMap(holdingsIn).flatMap(({ status }) => statuses.get(status)?.title[language] ?? []),
  )
  if (titles.size === 0) return words.notNow
  const [years, other] = new Set(
    tests.map((test) => (test.test === 'held-for' ? test.years : undefined)),
  )
  const isLong = years !== undefined && other === undefined
  return (isLong ? words.needsFor : words.needs)
    .replace('{status}', () => formatOneOf([...titles], language))
    .replace('{time}', () => amount(years ?? 0, 'years', language))
}

/** From that day on; what ends before has to be extended until then. */
function fromWhen(
  { on, holding, years }: NonNullable<Coming['from']>,
  { statuses, language }: Telling,
): string {
  const words = WORDS[language]
  const text = holding.until < on ? words.fromIfHeld : words.from
  return text
    .replace('{day}', () => formatDate(on, language, 'plain'))
    .replace('{until}', () => formatDate(holding.until, language, 'plain'))
    .replace('{status}', () => statuses.get(holding.kind)?.title[language] ?? '')
    .replace('{time}', () => amount(years, 'years', language))
}

const WORDS = {
  az: {
    needs: 'Bunun üçün qüvvədə olan status lazımdır: {status}.',
    needsFor: 'Bunun üçün qüvvədə olan status fasiləsiz {time} lazımdır: {status}.',
    from: 'Buna başlamaq üçün ilk gün: {day}. Onda bu statusda fasiləsiz {time} tamam olur: {status}.',
    fromIfHeld:
      'Buna başlamaq üçün ilk gün: {day}. Onda bu statusda fasiləsiz {time} tamam olur: {status}. Hazırda qüvvədə olanın son günü: {until}, əvvəlcə onu uzatmaq lazımdır.',
    holds: 'Bu statusunuz qüvvədə olduqca buna ehtiyac yoxdur: {status}.',
    oneAtATime:
      'Bu növdən bir müraciətiniz artıq var: {case}. O başa çatdıqdan sonra yenisinə başlaya bilərsiniz.',
    oneOfTheirs:
      'Bu şəxs haqqında bu növdən bir müraciət artıq var: {case}. O başa çatdıqdan sonra yenisinə başlaya bilərsiniz.',
    oneElsewhere:
      'Bu növdən bir müraciətiniz başqa şəxsi kabinetinizdə artıq var. O başa çatdıqdan sonra yenisinə başlaya bilərsiniz.',
    draft: 'qaralama',
    notNow: 'Buna hazırda başlamaq mümkün deyil.',
  },
  tr: {
    needs: 'Bunun için yürürlükte olan bir statü gerekir: {status}.',
    needsFor: 'Bunun için kesintisiz {time} yürürlükte olan bir statü gerekir: {status}.',
    from: 'Buna başlamak için ilk gün: {day}. O gün bu statüde kesintisiz {time} dolar: {status}.',
    fromIfHeld:
      'Buna başlamak için ilk gün: {day}. O gün bu statüde kesintisiz {time} dolar: {status}. Şu an yürürlükte olanın son günü: {until}, önce uzatılması gerekir.',
    holds: 'Bu statünüz yürürlükte olduğu sürece buna gerek yoktur: {status}.',
    oneAtATime:
      'Bu türden bir başvurunuz zaten var: {case}. O sona erdikten sonra yenisine başlayabilirsiniz.',
    oneOfTheirs:
      'Bu kişiyle ilgili bu türden bir başvuru zaten var: {case}. O sona erdikten sonra yenisine başlayabilirsiniz.',
    oneElsewhere:
      'Başka bir hesabınızla bu türden bir başvurunuz zaten var. O sona erdikten sonra yenisine başlayabilirsiniz.',
    draft: 'taslak',
    notNow: 'Buna şu anda başlanamıyor.',
  },
  en: {
    needs: 'For this you need a status that is in force: {status}.',
    needsFor:
      'For this you need a status that has been in force for {time} without a day between: {status}.',
    from: 'You can start this from {day}. By then this status has been held for {time} without a day between: {status}.',
    fromIfHeld:
      'You can start this from {day}. By then this status has been held for {time} without a day between: {status}. The last day of what is held now is {until}, so it has to be extended first.',
    holds: 'While this status of yours is in force, you do not need it: {status}.',
    oneAtATime:
      'You have one of this kind already: {case}. You can start another once that one has ended.',
    oneOfTheirs:
      'There is one of this kind about this person already: {case}. You can start another once that one has ended.',
    oneElsewhere:
      'You have one of this kind already, by another account of yours. You can start another once that one has ended.',
    draft: 'a draft',
    notNow: 'You cannot start this at the moment.',
  },
  ru: {
    needs: 'Для этого нужен действующий статус: {status}.',
    needsFor: 'Для этого нужен статус, действующий без перерыва {time}: {status}.',
    from: 'Начать это можно с этого дня: {day}. К тому времени статус действует без перерыва {time}: {status}.',
    fromIfHeld:
      'Начать это можно с этого дня: {day}. К тому времени статус действует без перерыва {time}: {status}. Последний день того, что действует сейчас: {until}, сначала его нужно продлить.',
    holds: 'Пока у вас действует этот статус, это не нужно: {status}.',
    oneAtATime:
      'У вас уже есть обращение этого вида: {case}. Новое можно начать, когда оно завершится.',
    oneOfTheirs:
      'Об этом человеке уже есть обращение этого вида: {case}. Новое можно начать, когда оно завершится.',
    oneElsewhere:
      'У вас уже есть обращение этого вида в другом вашем кабинете. Новое можно начать, когда оно завершится.',
    draft: 'черновик',
    notNow: 'Сейчас начать это нельзя.',
  },
} as const satisfies Record<Language, unknown>
