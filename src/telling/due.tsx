import { extensionOf } from '#core/cases/counting.ts'
import { toldOf, type Clock } from '#core/deadlines/clock.ts'
import type { Calendars } from '#core/deadlines/working-days.ts'
import type { Language } from '#core/language.ts'
import { basisOf, isProvisional } from '#core/policy/basis.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import type { Procedure } from '#core/policy/procedure.ts'
import { amount } from '#telling/amounts.ts'
import { ProvisionalWord } from '#telling/basis.tsx'
import { formatCountedDay } from '#telling/dates.ts'
import type { Child } from '#ui/markup.ts'

type Reading = {
  readonly procedure: Procedure
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
export const WhatMoves = ({
  clock,
  reading,
}: {
  readonly clock: Clock
  readonly reading: Reading & { readonly type: Pick<CaseType, 'clock'> }
}) => {
  const { type, procedure, language } = reading
  const words = DUE_WORDS[language]
  const extension = extensionOf(type, procedure)
  return (
    <>
      {extension && clock.extensionsLeft > 0 && (
        <p class="govuk-body-s">
          {words.extension.replace('{days}', amount(extension.length, extension.unit, language))}
        </p>
      )}
      <ClockStops procedure={procedure} language={language} class="govuk-body-s">
        {clock.stopped ? words.stopped : words.stops}
      </ClockStops>
    </>
  )
}

/** That a correction stops the clock: told where the procedure says it, and how firmly it does. */
export const ClockStops = ({
  procedure,
  language,
  class: className = 'govuk-body',
  children,
}: Pick<Reading, 'procedure' | 'language'> & {
  readonly class?: string
  readonly children: Child
}) =>
  procedure.clockStopsWhileReturned ? (
    <p class={className}>
      {children}
      {isProvisional(basisOf(procedure, 'clockStopsWhileReturned')) && (
        <>
          {' '}
          <ProvisionalWord language={language} /> {DUE_WORDS[language].unsettled}
        </>
      )}
    </p>
  ) : null

const DUE_WORDS = {
  az: {
    dueOn: 'Cavabımız üçün son gün',
    left: 'Cavabımız üçün qalan vaxt',
    unsettled: 'Bu qayda hələ heç bir aktda müəyyən edilməyib və dəyişə bilər.',
    stopped: 'Müraciət düzəliş üçün sizdə olduğu vaxt cavab müddətimiz dayanır.',
    extension:
      'Əlavə araşdırma lazım olsa, bu müddəti uzada bilərik: ən çoxu {days}. Onda səbəbini sizə yazırıq.',
    stops:
      'Sizdən düzəliş istəsək, müraciəti geri göndərənədək müddət dayanır. Son gün də o qədər sonraya keçir.',
  },
  tr: {
    dueOn: 'Karar için son tarih',
    left: 'Kararımız için kalan süre',
    unsettled: 'Bu kural henüz hiçbir mevzuatta belirlenmedi ve değişebilir.',
    stopped: 'Başvuru düzeltme için sizdeyken karar süremiz işlemez.',
    extension:
      'Ek araştırma gerekirse bu süreyi uzatabiliriz: en fazla {days}. O zaman nedenini size yazarız.',
    stops:
      'Sizden düzeltme istersek siz geri gönderene kadar süre durur. Son tarih de o kadar ileriye kayar.',
  },
  en: {
    dueOn: 'Answer due by',
    left: 'Time left for our answer',
    unsettled: 'No act has settled this rule yet, and it may change.',
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
    unsettled: 'Это правило пока не закреплено ни в одном акте и может измениться.',
    stopped: 'Пока обращение у вас на исправлении, срок нашего ответа не идёт.',
    extension:
      'Если понадобится дополнительная проверка, мы можем продлить этот срок, самое большее на столько: {days}. Тогда мы напишем вам и объясним почему.',
    stops:
      'Если мы попросим что-то исправить, срок не идёт, пока вы не отправите обращение обратно. На столько же сдвигается и последний день.',
  },
} as const satisfies Record<
  Language,
  Record<'dueOn' | 'left' | 'unsettled' | 'stopped' | 'extension' | 'stops', string>
>

/** Whose day it was: of the applicant, of a step, of the answer, or the last one of something. */
export type PassedDay = 'yours' | 'step' | 'answer' | 'heard' | 'draft'

/** A day that has passed is told as such, with what that means now. */
export const Passed = ({
  day,
  language,
  children,
}: {
  readonly day: PassedDay
  readonly language: Language
  readonly children?: Child
}) => (
  <p class="govuk-body">
    {PASSED_WORDS[language][day]}
    {children && <> {children}</>}
  </p>
)

const PASSED_WORDS = {
  az: {
    yours:
      'Son gün keçib, amma düzəlişləri hələ göndərə bilərsiniz. Müraciət bağlanmamış bunu tezliklə edin.',
    step: 'Bu mərhələnin son günü keçib, bunda sizin təqsiriniz yoxdur. Sizdən heç nə tələb olunmur, müraciətinizə baxılır.',
    answer:
      'Cavabımızın son günü keçib, üzr istəyirik. Müraciətinizə hələ baxılır, sizdən heç nə tələb olunmur.',
    heard: 'Son gün keçib, amma hələ qərar verilməyib. Deyəcəyiniz varsa, dərhal yazın.',
    draft:
      'Bu tarix keçib, amma qaralama hələ buradadır. İndi istənilən hissəsini yadda saxlasanız, o qalır.',
  },
  tr: {
    yours:
      'Bu tarih geçti, ama başvuruyu hâlâ geri gönderebilirsiniz. Lütfen kapatılmadan, bir an önce gönderin.',
    step: 'Bu aşamanın son tarihi geçti; bu sizden kaynaklanmıyor. Başvurunuz işlemde, sizin bir şey yapmanız gerekmiyor.',
    answer:
      'Kararımız için son tarih geçti, özür dileriz. Başvurunuz hâlâ işlemde, sizin bir şey yapmanız gerekmiyor.',
    heard: 'Bu tarih geçti, ama henüz karar verilmedi. Söyleyeceğiniz varsa hemen yazın.',
    draft:
      'Bu tarih geçti, ama taslak hâlâ burada. Şimdi herhangi bir bölümünü kaydederseniz saklanır.',
  },
  en: {
    yours:
      'This day has passed, but you can still send it back. Please do so soon, before the application is closed.',
    step: 'The day for this step has passed, through no fault of yours. Your application goes on, and you need do nothing.',
    answer:
      'The day for our answer has passed, and we are sorry. Your application is still being dealt with, and you need do nothing.',
    heard:
      'This day has passed, but nothing has been decided yet. If you still have something to say, write straight away.',
    draft:
      'This day has passed, but the draft is still here. If you save any part of it now, it stays.',
  },
  ru: {
    yours:
      'Этот день прошёл, но отправить обратно ещё можно. Сделайте это поскорее, пока обращение не закрыто.',
    step: 'Срок этого этапа прошёл не по вашей вине. Обращение рассматривается, от вас ничего не требуется.',
    answer:
      'Срок нашего ответа прошёл, просим прощения. Обращение всё ещё рассматривается, от вас ничего не требуется.',
    heard: 'Этот день прошёл, но решения ещё нет. Если вам есть что сказать, напишите сразу.',
    draft:
      'Этот день прошёл, но черновик ещё здесь. Если сейчас сохранить любой раздел, он останется.',
  },
} as const satisfies Record<Language, Record<PassedDay, string>>
