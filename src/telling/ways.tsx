import type { Law } from '#core/cases/context.ts'
import type { DecisionRecord } from '#core/cases/decision-record.ts'
import type { Language } from '#core/language.ts'
import type { Scoring } from '#core/policy/scoring.ts'
import { shortestWays, type Change, type Way } from '#core/policy/ways.ts'
import { amount, yearsAndMonths } from '#telling/amounts.ts'
import { factValue, type Reading } from '#telling/fact-values.ts'

/** What to change, and by how much: "English at this level: C1." */
function changeText(change: Change, reading: Reading): string {
  const { improvements } = reading.scoring
  const advice = improvements.find(({ code }) => code === change.improvement)?.advice
  const value = factValue(change.fact, change.to, reading)
  return advice?.[reading.language].replace('{value}', value) ?? value
}

/** Ways from the given points to the pass mark, where points alone were what was missing. */
export function waysAfter(
  record: DecisionRecord,
  { procedure }: Pick<Law, 'procedure'>,
  scoring: Scoring,
): readonly Way[] | undefined {
  const grounds = procedure.grounds.filter(({ code }) => record.grounds.includes(code))
  if (grounds.length === 0) return undefined
  if (grounds.some(({ holds }) => holds !== 'points-below-pass-mark')) return undefined
  const given = Object.fromEntries(
    record.criteria.map(({ criterion, points }) => [criterion, points]),
  )
  return shortestWays(scoring, record.facts, given)
}

type WaysProps = {
  readonly ways: readonly Way[]
  readonly reading: Reading
  /** The level of the heading of each way, under the page's own. */
  readonly headingLevel?: 'h2' | 'h3' | 'h4'
}

/** The shortest ways to the pass mark, each with the least time it takes. Nothing is promised. */
export const Ways = ({ ways, reading, headingLevel: Heading = 'h3' }: WaysProps) => {
  const { language, scoring } = reading
  const words = WAY_WORDS[language]
  if (ways.length === 0) return <p class="govuk-body">{words.none(scoring.passMark)}</p>
  return (
    <>
      {ways.map((way, index) => (
        <>
          <Heading class="govuk-heading-s">
            {words.way(index + 1, yearsAndMonths(way.months, language))}
          </Heading>
          <ul class="govuk-list govuk-list--bullet">
            {way.changes.map((change) => (
              <li>
                {changeText(change, reading)} {words.least(yearsAndMonths(change.months, language))}
              </li>
            ))}
          </ul>
          <p class="govuk-body">{words.after(way.points)}</p>
        </>
      ))}
      <p class="govuk-body-s">{words.noPromise}</p>
    </>
  )
}

type WayWords = {
  readonly way: (number: number, time: string) => string
  readonly least: (time: string) => string
  readonly after: (points: number) => string
  readonly none: (passMark: number) => string
  readonly noPromise: string
}

const WAY_WORDS: Readonly<Record<Language, WayWords>> = {
  az: {
    way: (number, time) => `Yol ${number}: ən azı ${time}`,
    least: (time) => `Ən azı ${time} vaxt aparır.`,
    after: (points) => `Onda təxmini cəm ${points} bal olardı.`,
    none: (passMark) =>
      `Üç dəyişikliklə ${passMark} bala çatan yol tapmadıq. Daha çox dəyişiklik lazım ola bilər.`,
    noPromise:
      'Bu, təxmini hesablamadır: balları dövlət orqanlarında çalışan insanlar verir, heç nə vəd edilmir. Müddətlər ən az lazım olan vaxtdır və müvəqqəti məlumatdır. Hər yolda ən çoxu üç dəyişiklik var; daha çox dəyişikliklə müddət qısala bilər.',
  },
  tr: {
    way: (number, time) => `Seçenek ${number}: en az ${time}`,
    least: (time) => `En az ${time} sürer.`,
    after: (points) => `O zaman tahmini toplam ${points} puan olurdu.`,
    none: (passMark) =>
      `Üç değişiklikle ${passMark} puana ulaşan bir yol bulamadık. Daha fazla değişiklik gerekebilir.`,
    noPromise:
      'Bu bir tahmindir: puanları devlet kurumlarındaki insanlar verir, hiçbir sonuç vaat edilmez. Süreler gereken en kısa sürelerdir ve geçici değerlerdir. Her yolda en fazla üç değişiklik var; daha çok değişiklikle süre kısalabilir.',
  },
  en: {
    way: (number, time) => `Option ${number}: at least ${time}`,
    least: (time) => `This takes at least ${time}.`,
    after: (points) => `The estimate would then be ${points} points.`,
    none: (passMark) =>
      `We found no way to ${passMark} points with three changes. It may take more than that.`,
    noPromise:
      'This is an estimate: people in the state bodies give the points, and nothing is promised. The times are the shortest possible, and they are provisional. Each option changes three things at most; changing more may take less time.',
  },
  ru: {
    way: (number, time) => `Путь ${number}: минимум ${time}`,
    least: (time) => `Минимальный срок: ${time}.`,
    after: (points) => `Тогда примерная сумма составила бы ${amount(points, 'points', 'ru')}.`,
    none: (passMark) =>
      `Мы не нашли, как набрать ${amount(passMark, 'points', 'ru')} тремя изменениями. Возможно, их понадобится больше.`,
    noPromise:
      'Это примерный расчёт: баллы начисляют люди в государственных органах, и ничего не обещано. Сроки минимальные и предварительные. В каждом варианте не больше трёх изменений; если изменить больше, срок может быть короче.',
  },
}
