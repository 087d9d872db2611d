import { toldOf, type Clock } from '#core/deadlines/clock.ts'
import type { Calendars } from '#core/deadlines/working-days.ts'
import type { Language } from '#core/language.ts'
import { termOf, type RuleSet } from '#core/policy/rule-set.ts'
import { amount } from '#telling/amounts.ts'
import { formatCountedDay } from '#telling/dates.ts'

type Reading = {
  readonly rules: RuleSet
  readonly calendars: Calendars
  readonly language: Language
}

/** The answer's day, or, while the clock stands still, how much time is left: never a day then. */
export function dueFact(
  clock: Clock,
  { calendars, language }: Reading,
): { readonly name: string; readonly value: string } {
  const words = DUE_WORDS[language]
  const told = toldOf(clock)
  return told.kind === 'day'
    ? {
        name: words.dueOn,
        value: formatCountedDay(told.on, { language, calendars, style: 'full' }),
      }
    : { name: words.left, value: amount(told.days, told.unit, language) }
}

/** What the law lets move the day of the answer, so that no date is told as if it stood. */
function whatMoves(clock: Clock, { rules, language }: Reading): readonly string[] {
  const words = DUE_WORDS[language]
  const extension = termOf(rules, 'extension')
  return [
    ...(clock.stopped ? [words.stopped] : []),
    ...(extension && clock.extensionsLeft > 0
      ? [words.extension.replace('{days}', amount(extension.length, extension.unit, language))]
      : []),
    ...(clock.canStop && !clock.stopped ? [words.stops] : []),
  ]
}

/** The sentences of `whatMoves` under the day that they are about. */
export const WhatMoves = ({ clock, reading }: { clock: Clock; reading: Reading }) => (
  <>
    {whatMoves(clock, reading).map((sentence) => (
      <p class="govuk-body-s">{sentence}</p>
    ))}
  </>
)

const DUE_WORDS = {
  az: {
    dueOn: 'Cavabımız üçün son gün',
    left: 'Cavabımız üçün qalan vaxt',
    stopped: 'Müraciət düzəliş üçün sizdə olduğu vaxt cavab müddətimiz dayanır.',
    extension:
      'Əlavə araşdırma lazım olsa, bu müddəti uzada bilərik: ən çoxu {days}. Onda səbəbini sizə yazırıq.',
    stops:
      'Sizdən düzəliş istəsək, müraciəti geri göndərənədək müddət dayanır. Son gün də o qədər sonraya keçir.',
  },
  tr: {
    dueOn: 'Yanıt için son tarih',
    left: 'Yanıtımız için kalan süre',
    stopped: 'Başvuru düzeltme için sizdeyken yanıt süremiz işlemez.',
    extension:
      'Ek araştırma gerekirse bu süreyi uzatabiliriz: en fazla {days}. O zaman nedenini size yazarız.',
    stops:
      'Sizden düzeltme istersek siz geri gönderene kadar süre durur. Son tarih de o kadar ileriye kayar.',
  },
  en: {
    dueOn: 'Answer due by',
    left: 'Time left for our answer',
    stopped:
      'While the application is with you for correction, the clock for our answer is stopped.',
    extension:
      'If we have to look into something further, we may extend this time, by {days} at most. We then write to you and give the reason.',
    stops:
      'If we ask you to correct something, the clock stops until you send it back. The date then moves by as much.',
  },
  ru: {
    dueOn: 'Последний день для ответа',
    left: 'Сколько осталось для нашего ответа',
    stopped: 'Пока обращение у вас на исправлении, срок нашего ответа не идёт.',
    extension:
      'Если понадобится дополнительная проверка, мы можем продлить этот срок, самое большее на столько: {days}. Тогда мы напишем вам и объясним почему.',
    stops:
      'Если мы попросим что-то исправить, срок не идёт, пока вы не отправите обращение обратно. На столько же сдвигается и последний день.',
  },
} as const satisfies Record<
  Language,
  Record<'dueOn' | 'left' | 'stopped' | 'extension' | 'stops', string>
>
