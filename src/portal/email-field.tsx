import { first, isReadable } from '#core/answers/typed.ts'
import type { IsoMoment } from '#core/dated.ts'
import { emailFault, type EmailFault } from '#core/facts/email.ts'
import type { Language } from '#core/language.ts'
import { typedOf } from '#platform/typed.ts'
import type { PortalContext, View } from '#portal/env.ts'
import { portalWords } from '#portal/words.ts'
import type { Reached } from '#records/attempts.ts'
import { isForAnotherLanguage } from '#telling/another-language.ts'
import { formatMomentInBaku } from '#telling/dates.ts'
import { TextInput } from '#ui/text-input.tsx'

/** The question for an e-mail address, wherever somebody asks for a link by mail. */
export type EmailProblem =
  | { readonly code: 'missing' | 'garbled' | EmailFault }
  /** Of this address, or from this network. */
  | { readonly code: 'too-often' | 'too-often-here'; readonly until: IsoMoment }
  /** A letter or a sign that e-mail addresses do not have, and that keyboards of our readers do. */
  | { readonly code: 'letter' | 'sign'; readonly character: string }

export type EmailForm =
  | { readonly ok: true; readonly email: string }
  /** Without a problem it only wants to be shown in another language. */
  | { readonly ok: false; readonly typed: string; readonly problem?: EmailProblem }

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
  const fault = emailFault(email)
  if (fault === 'too-long') return wrong({ code: fault })
  if (!isReadable(email)) return wrong({ code: 'garbled' })
  const character = /[^\0-\x7F]/u.exec(email)?.[0]
  if (character !== undefined) {
    return wrong({ code: /[\p{L}\p{M}]/u.test(character) ? 'letter' : 'sign', character })
  }
  return fault === undefined ? { ok: true, email } : wrong({ code: fault })
}

export const tooOften = ({ of, until }: Reached): EmailProblem => ({
  code: of === 'client' ? 'too-often-here' : 'too-often',
  until,
})

/** What a page is answered with that shows the form again. */
export function statusOf(problem: EmailProblem | undefined): 200 | 400 | 429 {
  if (problem === undefined) return 200
  return 'until' in problem ? 429 : 400
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
  emailWords[language][problem.code]
    .replace('{character}', () => ('character' in problem ? problem.character : ''))
    .replace('{time}', 'until' in problem ? formatMomentInBaku(problem.until, language) : '')

const en = {
  label: 'Email address',
  missing: 'Enter your email address, for example ana@example.com',
  'too-long': 'This is longer than an email address can be. Enter only the address.',
  garbled: 'Some characters did not reach us correctly. Please type the address again.',
  letter:
    'Email addresses cannot contain the letter “{character}”. Check your keyboard and use only a to z.',
  sign: 'Email addresses cannot contain “{character}”. Delete it.',
  'no-at': 'The address has no @. Enter all of it, for example ana@example.com',
  'many-at': 'The address has more than one @. Enter only one address, for example ana@example.com',
  space: 'There is a space in the address. Enter it without spaces, for example ana@example.com',
  'before-at': 'Check what stands before the @. An address looks like this: ana@example.com',
  'behind-at': 'Check what stands after the @. It has a dot in it, as in ana@example.com',
  'too-often':
    'Several links have been asked for this address. Look in its mailbox, or ask again from this time on: {time}.',
  'too-often-here':
    'Very many links have been asked for from the network you use. You may have nothing to do with it: many people can share a network. From another network you can ask now, from this one again from this time on: {time}.',
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
      'E-poçt ünvanında «{character}» hərfi olmur. Klaviaturanı ' +
      'yoxlayın, yalnız a–z hərflərindən istifadə edin.',
    sign: 'E-poçt ünvanında «{character}» işarəsi olmur. Onu silin.',
    'no-at': 'Ünvanda @ işarəsi yoxdur. Ünvanı tam yazın, məsələn, ana@example.com',
    'many-at': 'Ünvanda birdən çox @ işarəsi var. Yalnız bir ünvan yazın, məsələn, ana@example.com',
    space: 'Ünvanda boşluq var. Ünvanı boşluqsuz yazın, məsələn, ana@example.com',
    'before-at': '@ işarəsindən əvvəlki hissəni yoxlayın. Ünvan belə olur: ana@example.com',
    'behind-at':
      '@ işarəsindən sonrakı hissəni yoxlayın. Orada nöqtə olur, məsələn, ana@example.com',
    'too-often':
      'Bu ünvan üçün bir neçə dəfə link istənilib. E-poçt qutusuna baxın və ya bu vaxtdan sonra yenidən istəyin: {time}.',
    'too-often-here':
      'İstifadə etdiyiniz şəbəkədən çoxlu link istənilib. Bunun sizinlə əlaqəsi olmaya bilər: bir şəbəkədən çox adam istifadə edir. Başqa şəbəkədən indi, bu şəbəkədən isə bu vaxtdan sonra istəyə bilərsiniz: {time}.',
  },
  tr: {
    label: 'E-posta adresi',
    missing: 'E-posta adresinizi yazın, örneğin ana@example.com',
    'too-long': 'Bu, bir e-posta adresi için çok uzun. Yalnızca adresi yazın.',
    garbled: 'Bazı harfler bize bozuk ulaştı. Lütfen adresi yeniden yazın.',
    letter:
      'E-posta adreslerinde “{character}” harfi olmaz. Klavyenizi ' +
      'kontrol edin, yalnızca a–z harflerini kullanın.',
    sign: 'E-posta adreslerinde “{character}” işareti olmaz. Onu silin.',
    'no-at': 'Adreste @ yok. Adresin tamamını yazın, örneğin ana@example.com',
    'many-at': 'Adreste birden fazla @ var. Yalnızca bir adres yazın, örneğin ana@example.com',
    space: 'Adreste boşluk var. Adresi boşluksuz yazın, örneğin ana@example.com',
    'before-at': '@ işaretinden önceki kısmı kontrol edin. Adres şöyle olur: ana@example.com',
    'behind-at':
      '@ işaretinden sonraki kısmı kontrol edin. Orada nokta olur, örneğin ana@example.com',
    'too-often':
      'Bu adres için birkaç kez bağlantı istendi. E-posta kutusuna bakın ya da şu saatten sonra yeniden isteyin: {time}.',
    'too-often-here':
      'Kullandığınız ağdan çok sayıda bağlantı istendi. Bunun sizinle ilgisi olmayabilir: bir ağı birçok kişi paylaşabilir. Başka bir ağdan şimdi, bu ağdan ise şu saatten sonra isteyebilirsiniz: {time}.',
  },
  ru: {
    label: 'Адрес электронной почты',
    missing: 'Введите адрес электронной почты, например ana@example.com',
    'too-long': 'Это слишком длинно для адреса почты. Введите только адрес.',
    garbled: 'Некоторые буквы дошли до нас искажёнными. Наберите адрес заново.',
    letter:
      'В адресах почты нет буквы «{character}». Проверьте раскладку клавиатуры: нужны латинские буквы a–z.',
    sign: 'В адресах почты не бывает знака «{character}». Удалите его.',
    'no-at': 'В адресе нет знака @. Введите адрес целиком, например ana@example.com',
    'many-at':
      'В адресе больше одного знака @. Введите только один адрес, например ana@example.com',
    space: 'В адресе есть пробел. Введите адрес без пробелов, например ana@example.com',
    'before-at': 'Проверьте часть перед знаком @. Адрес выглядит так: ana@example.com',
    'behind-at': 'Проверьте часть после знака @. В ней есть точка, например ana@example.com',
    'too-often':
      'Для этого адреса уже несколько раз запросили ссылку. Проверьте почту или запросите снова с этого времени: {time}.',
    'too-often-here':
      'Из сети, которой вы пользуетесь, запросили очень много ссылок. Возможно, вы ни при чём: одной сетью могут пользоваться многие. Из другой сети запросить можно сейчас, из этой — с этого времени: {time}.',
  },
}
