import type { IsoMoment } from '#core/dated.ts'
import type { Language } from '#core/language.ts'
import { formatMomentInBaku } from '#telling/dates.ts'

/** Why a sign-in did not succeed; an unknown address and a wrong password read the same. */
export type SignInRefusal =
  | { readonly reason: 'unfilled'; readonly boxes: readonly SignInBox[] }
  | { readonly reason: 'wrong' }
  | { readonly reason: 'busy'; readonly seconds: number }
  | (Waiting & { readonly reason: 'address-waits' | 'client-waits' })

type Waiting = { readonly until: IsoMoment; readonly seconds: number }

const BOXES = ['email', 'password'] as const
export type SignInBox = (typeof BOXES)[number]

/** An empty box is said before anything is counted or weighed. */
export function unfilled(
  typed: Readonly<Record<SignInBox, string>>,
): Extract<SignInRefusal, { reason: 'unfilled' }> | undefined {
  const boxes = BOXES.filter((box) => typed[box] === '')
  return boxes.length === 0 ? undefined : { reason: 'unfilled', boxes }
}

/** Whose tries were too many: those with one address from here, or all from a network. */
export const waiting = ({ of, until, seconds }: Waiting & { readonly of: string }) =>
  ({ reason: of === 'client' ? 'client-waits' : 'address-waits', until, seconds }) as const

/** How the refusal is answered, and after how many seconds it is worth coming again. */
export const answerTo = (refusal: SignInRefusal) => ({
  status: STATUS[refusal.reason],
  seconds: 'seconds' in refusal ? refusal.seconds : undefined,
})

const STATUS = {
  unfilled: 400,
  wrong: 400,
  busy: 503,
  'address-waits': 429,
  'client-waits': 429,
} as const satisfies Record<SignInRefusal['reason'], unknown>

/** What is said at a box, where it is empty. */
export const boxError = (
  refusal: SignInRefusal | undefined,
  box: SignInBox,
  language: Language,
): string | undefined =>
  refusal?.reason === 'unfilled' && refusal.boxes.includes(box) ? WORDS[language][box] : undefined

/** What is said at the top of the page, each with the box it leads to. */
export function signInErrors(
  refusal: SignInRefusal | undefined,
  language: Language,
): readonly { readonly text: string; readonly href: string }[] {
  if (!refusal) return []
  const words = WORDS[language]
  if (refusal.reason === 'unfilled') {
    return refusal.boxes.map((box) => ({ text: words[box], href: `#${box}` }))
  }
  const until = 'until' in refusal ? formatMomentInBaku(refusal.until, language) : ''
  return [{ text: words[refusal.reason].replace('{time}', until), href: '#email' }]
}

const WORDS = {
  en: {
    email: 'Enter your email address',
    password: 'Enter your password',
    wrong: 'The email address or the password is not right. Please try again.',
    busy: 'Many people are signing in at this moment. Please try again in a few seconds.',
    'address-waits':
      'Several attempts from here to sign in with this address did not succeed, so for safety sign-in with it is paused, here and nowhere else. It opens again: {time}.',
    'client-waits':
      'Very many attempts to sign in from the network you use did not succeed, so sign-in from it is paused for safety. You may have nothing to do with it: many people can share a network. From another network you can sign in now. From this one, sign-in opens again: {time}.',
  },
  az: {
    email: 'E-poçt ünvanınızı yazın',
    password: 'Parolunuzu yazın',
    wrong: 'E-poçt ünvanı və ya parol düzgün deyil. Yenidən cəhd edin.',
    busy: 'Hazırda sistemə çox adam daxil olur. Bir neçə saniyədən sonra yenidən cəhd edin.',
    'address-waits':
      'Buradan bu ünvanla bir neçə giriş cəhdi alınmayıb, ona görə təhlükəsizlik üçün onunla giriş yalnız burada müvəqqəti dayandırılıb. Giriş yenidən açılır: {time}.',
    'client-waits':
      'İstifadə etdiyiniz şəbəkədən çoxlu giriş cəhdi alınmayıb, ona görə təhlükəsizlik üçün oradan giriş müvəqqəti dayandırılıb. Bunun sizinlə əlaqəsi olmaya bilər: bir şəbəkədən çox adam istifadə edir. Başqa şəbəkədən indi daxil ola bilərsiniz. Bu şəbəkədən giriş yenidən açılır: {time}.',
  },
  tr: {
    email: 'E-posta adresinizi yazın',
    password: 'Parolanızı yazın',
    wrong: 'E-posta adresi ya da parola doğru değil. Lütfen yeniden deneyin.',
    busy: 'Şu anda çok kişi giriş yapıyor. Lütfen birkaç saniye sonra yeniden deneyin.',
    'address-waits':
      'Buradan bu adresle birkaç giriş denemesi başarısız oldu, bu yüzden güvenlik için bu adresle giriş yalnızca burada bir süre durduruldu. Giriş yeniden açılıyor: {time}.',
    'client-waits':
      'Kullandığınız ağdan çok sayıda giriş denemesi başarısız oldu, bu yüzden güvenlik için bu ağdan giriş bir süre durduruldu. Bunun sizinle ilgisi olmayabilir: bir ağı birçok kişi paylaşabilir. Başka bir ağdan şimdi giriş yapabilirsiniz. Bu ağdan giriş yeniden açılıyor: {time}.',
  },
  ru: {
    email: 'Введите адрес электронной почты',
    password: 'Введите пароль',
    wrong: 'Неверный адрес почты или пароль. Попробуйте ещё раз.',
    busy: 'Сейчас входит очень много людей. Попробуйте ещё раз через несколько секунд.',
    'address-waits':
      'Несколько попыток войти отсюда с этим адресом не удались, поэтому ради безопасности вход с ним приостановлен, но только здесь. Вход снова откроется: {time}.',
    'client-waits':
      'Из сети, которой вы пользуетесь, было очень много неудачных попыток войти, поэтому ради безопасности вход из неё приостановлен. Возможно, вы ни при чём: одной сетью могут пользоваться многие. Из другой сети можно войти сейчас. Из этой сети вход снова откроется: {time}.',
  },
} as const satisfies Record<Language, unknown>
