import { first, isReadable } from '#core/answers/typed.ts'
import { isEmail } from '#core/facts/email.ts'
import type { Language } from '#core/language.ts'
import { typedOf } from '#platform/typed.ts'
import type { PortalContext, View } from '#portal/env.ts'
import { isForAnotherLanguage } from '#portal/shell.tsx'
import { portalWords } from '#portal/words.ts'
import { TextInput } from '#ui/text-input.tsx'

/** The question for an e-mail address, wherever somebody asks for a link by mail. */
export type EmailProblem =
  | { readonly code: 'missing' | 'too-long' | 'garbled' | 'form' | 'too-often' }
  /** A letter that e-mail addresses do not have, and that keyboards of our readers do. */
  | { readonly code: 'letter'; readonly letter: string }

export type EmailForm =
  | { readonly ok: true; readonly email: string }
  /** Without a problem it only wants to be shown in another language. */
  | { readonly ok: false; readonly typed: string; readonly problem?: EmailProblem }

const EMAIL_MAX = 254

export async function emailForm(c: PortalContext): Promise<EmailForm> {
  const typed = await typedOf(c.req)
  const email = first(typed, 'email')
  return isForAnotherLanguage(typed) ? { ok: false, typed: email } : parseEmail(email)
}

/**
 * Addresses of letters outside ASCII exist, and hardly any mail server takes them. Here such a
 * letter is nearly always a slip: a Turkish İ, or a Cyrillic а that looks like a Latin one.
 */
export function parseEmail(email: string): EmailForm {
  const wrong = (problem: EmailProblem): EmailForm => ({ ok: false, typed: email, problem })
  if (email === '') return wrong({ code: 'missing' })
  if (email.length > EMAIL_MAX) return wrong({ code: 'too-long' })
  if (!isReadable(email)) return wrong({ code: 'garbled' })
  const letter = /[^\0-\x7F]/u.exec(email)?.[0]
  if (letter !== undefined) return wrong({ code: 'letter', letter })
  return isEmail(email) ? { ok: true, email } : wrong({ code: 'form' })
}

/** What a page is answered with that shows the form again. */
export function statusOf(problem: EmailProblem | undefined): 200 | 400 | 429 {
  if (problem === undefined) return 200
  return problem.code === 'too-often' ? 429 : 400
}

type Props = {
  readonly view: View
  readonly typed: string
  readonly problem: EmailProblem | undefined
}

export const EmailField = ({ view: { language }, typed, problem }: Props) => (
  <TextInput
    name="email"
    label={emailWords[language].label}
    type="email"
    autocomplete="email"
    autocapitalize="none"
    spellcheck={false}
    value={typed}
    error={
      problem && { prefix: portalWords[language].error, text: emailProblem(problem, language) }
    }
  />
)

/** An address may be longer than a narrow screen is wide; it breaks where it reads best. */
export const EmailAddress = ({ email }: { readonly email: string }) => (
  <strong>
    {(email.match(/[^.@_+-]{1,16}[.@_+-]*|[.@_+-]+/g) ?? []).map((part, index) => (
      <>
        {index > 0 && <wbr />}
        {part}
      </>
    ))}
  </strong>
)

/** The same sentences for the summary at the top of the page. */
export const emailErrors = (problem: EmailProblem | undefined, language: Language) =>
  problem ? [{ text: emailProblem(problem, language), href: '#email' }] : []

const emailProblem = (problem: EmailProblem, language: Language): string =>
  emailWords[language][problem.code].replace(
    '{letter}',
    problem.code === 'letter' ? problem.letter : '',
  )

const en = {
  label: 'Email address',
  missing: 'Enter your email address, for example ana@example.com',
  'too-long': 'This is longer than an email address can be. Enter only the address.',
  garbled: 'Some characters did not reach us correctly. Please type the address again.',
  letter:
    'Email addresses cannot contain the letter “{letter}”. Check your keyboard and use only a to z.',
  form: 'Enter an email address with one @ in it, for example ana@example.com',
  'too-often':
    'You have asked for several links. Please check your email, or ask again in an hour.',
} as const

type EmailWords = Readonly<Record<keyof typeof en, string>>

const emailWords: Readonly<Record<Language, EmailWords>> = {
  en,
  az: {
    label: 'E-poçt ünvanı',
    missing: 'E-poçt ünvanınızı yazın, məsələn, ana@example.com',
    'too-long': 'Bu, e-poçt ünvanı üçün çox uzundur. Yalnız ünvanı yazın.',
    garbled: 'Bəzi hərflər bizə düzgün çatmayıb. Ünvanı yenidən yazın.',
    letter:
      'E-poçt ünvanında «{letter}» hərfi olmur. Klaviaturanı ' +
      'yoxlayın, yalnız a–z hərflərindən istifadə edin.',
    form: 'Bir @ işarəsi olan e-poçt ünvanı yazın, məsələn, ana@example.com',
    'too-often':
      'Bir neçə dəfə link istəmisiniz. E-poçtunuza baxın və ya bir saatdan sonra yenidən istəyin.',
  },
  tr: {
    label: 'E-posta adresi',
    missing: 'E-posta adresinizi yazın, örneğin ana@example.com',
    'too-long': 'Bu, bir e-posta adresi için çok uzun. Yalnızca adresi yazın.',
    garbled: 'Bazı harfler bize bozuk ulaştı. Lütfen adresi yeniden yazın.',
    letter:
      'E-posta adreslerinde “{letter}” harfi olmaz. Klavyenizi ' +
      'kontrol edin, yalnızca a–z harflerini kullanın.',
    form: 'İçinde bir @ olan e-posta adresi yazın, örneğin ana@example.com',
    'too-often':
      'Birkaç kez bağlantı istediniz. Lütfen e-posta kutunuza ' +
      'bakın ya da bir saat sonra yeniden isteyin.',
  },
  ru: {
    label: 'Адрес электронной почты',
    missing: 'Введите адрес электронной почты, например ana@example.com',
    'too-long': 'Это слишком длинно для адреса почты. Введите только адрес.',
    garbled: 'Некоторые буквы дошли до нас искажёнными. Наберите адрес заново.',
    letter:
      'В адресах почты нет буквы «{letter}». Проверьте раскладку клавиатуры: нужны латинские буквы a–z.',
    form: 'Введите адрес почты с одним знаком @, например ana@example.com',
    'too-often':
      'Вы уже несколько раз запросили ссылку. Проверьте почту или запросите снова через час.',
  },
}
