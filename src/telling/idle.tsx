import type { Language } from '#core/language.ts'
import { formatHours } from '#telling/formatters.ts'
import { Button } from '#ui/button.tsx'

/** After how long without a visit one is signed out, said at once (WCAG 2.2.1). */
export function idleText(hours: number, language: Language): string {
  return WORDS[language].limit.replace('{time}', formatHours(hours, language))
}

/** The same at the foot of a page; on paper nobody is signed in. */
export const IdleNote = ({ hours, language }: Omit<Props, 'stay'>) => (
  <span class="govuk-!-display-none-print">{idleText(hours, language)}</span>
)

type Props = {
  readonly hours: number
  readonly language: Language
  /** An address that keeps the session alive and shows nothing about anybody. */
  readonly stay: string
}

/** With scripts it is said again shortly before, with a button that gives as much time again. */
export const IdleNotice = ({ hours, language, stay }: Props) => (
  <div class="kc-idle" role="status" data-kc-idle-hours={hours} data-kc-stay={stay}>
    <div class="govuk-width-container" hidden>
      <p class="govuk-body">{WORDS[language].soon}</p>
      <Button type="button" variant="secondary">
        {WORDS[language].stay}
      </Button>
    </div>
  </div>
)

const WORDS = {
  az: {
    limit:
      'Son açdığınız səhifədən {time} sonra sistemdən çıxış edilir. Formada yazdıqlarınız itmir.',
    soon: 'Heç nə etməsəniz, beş dəqiqədən sonra sistemdən çıxış ediləcək.',
    stay: 'Davam edin',
  },
  tr: {
    limit:
      'Son açtığınız sayfadan {time} sonra oturumunuz kapanır. Formda yazdıklarınız kaybolmaz.',
    soon: 'Bir şey yapmazsanız oturumunuz beş dakika sonra kapanacak.',
    stay: 'Oturumda kalın',
  },
  en: {
    limit:
      'You are signed out {time} after the last page you opened. What you typed in a form is kept.',
    soon: 'If you do nothing, you will be signed out in five minutes.',
    stay: 'Stay signed in',
  },
  ru: {
    limit:
      'Сеанс завершится через {time} после последней открытой страницы. Написанное в форме не пропадёт.',
    soon: 'Если ничего не делать, через пять минут сеанс завершится.',
    stay: 'Продолжить работу',
  },
} as const satisfies Record<Language, unknown>
