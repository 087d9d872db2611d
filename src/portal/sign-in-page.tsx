import type { Language } from '#core/language.ts'
import { BUSY_SECONDS } from '#platform/passwords.ts'
import type { View } from '#portal/env.ts'
import { paths } from '#portal/paths.ts'
import { Page } from '#portal/shell.tsx'
import { portalWords } from '#portal/words.ts'
import { idleText } from '#telling/idle.tsx'
import { noCookieText } from '#telling/no-cookie.ts'
import { Button } from '#ui/button.tsx'
import { InsetText } from '#ui/inset-text.tsx'
import { PasswordInput } from '#ui/password-input.tsx'
import { TextInput } from '#ui/text-input.tsx'

/** Why a sign-in did not succeed; an unknown address and a wrong password read the same. */
export type SignInRefusal = 'wrong' | 'too-often' | 'busy'

export const SIGN_IN_STATUS = {
  wrong: { status: 400, retryAfterSeconds: undefined },
  'too-often': { status: 429, retryAfterSeconds: 900 },
  busy: { status: 503, retryAfterSeconds: BUSY_SECONDS },
} as const satisfies Record<SignInRefusal, unknown>

/** What the fields of the sign-in are called in a form that has fields of its own. */
export const SIGN_IN_ALONG = { email: 'sign-in.email', password: 'sign-in.password' } as const

export type SignInProps = {
  readonly view: View
  /** Where to go afterwards. */
  readonly next?: string | undefined
  /** The fields of a form that was on its way there. */
  readonly kept?: readonly (readonly [string, string])[]
  /** The form is to be sent once more to its own address, with the sign-in in it. */
  readonly resend?: boolean
  /** The session had ended. */
  readonly away?: boolean
  /** The cookie of a sign-in did not come back. */
  readonly noCookie?: boolean
  /** A file was on its way, and cannot be carried along. */
  readonly lost?: boolean
  readonly email?: string
  readonly refusal?: SignInRefusal
}

export const SignInPage = (props: SignInProps) => {
  const { view, kept = [], away, lost = false, refusal } = props
  const { language } = view
  const words = signInWords[language]
  const errors = refusal ? [{ text: words[refusal], href: '#email' }] : []
  return (
    <Page view={view} title={words.title} errors={errors} noIndex>
      <h1 class="govuk-heading-l">{words.title}</h1>
      {away === true && <InsetText>{kept.length > 0 ? words.awayKept : words.away}</InsetText>}
      {props.noCookie === true && <InsetText>{noCookieText(language)}</InsetText>}
      {lost && <InsetText>{words.lost}</InsetText>}
      <SignInForm {...props} />
      <p class="govuk-body-s">{idleText(view.idleHours, language)}</p>
      <p class="govuk-body">
        <a class="govuk-link" href={paths.forgotten.to(language)}>
          {words.forgotten}
        </a>
      </p>
      <p class="govuk-body">
        {words.noAccount}{' '}
        <a class="govuk-link" href={paths.register.to(language)}>
          {portalWords[language].register}
        </a>
      </p>
    </Page>
  )
}

const SignInForm = ({
  view,
  next,
  kept = [],
  lost = false,
  resend = false,
  email,
}: SignInProps) => {
  const { language } = view
  const words = signInWords[language]
  const action = resend && next !== undefined ? next : paths.signIn.to(language)
  const names = resend ? SIGN_IN_ALONG : { email: 'email', password: 'password' }
  return (
    <form method="post" action={action} novalidate>
      {!resend && next !== undefined && <input type="hidden" name="next" value={next} />}
      {lost && <input type="hidden" name="lost" value="file" />}
      {kept.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <TextInput
        id="email"
        name={names.email}
        label={words.email}
        type="email"
        autocomplete="username"
        autocapitalize="none"
        spellcheck={false}
        value={email}
      />
      <PasswordInput
        id="password"
        name={names.password}
        label={words.password}
        autocomplete="current-password"
        words={passwordWords[language]}
      />
      <Button preventDoubleClick>{portalWords[language].signIn}</Button>
    </form>
  )
}

const en = {
  title: 'Sign in',
  email: 'Email address',
  password: 'Password',
  forgotten: 'I forgot my password',
  noAccount: 'No account yet?',
  away: 'You were away for a while, so we signed you out. Sign in to continue.',
  awayKept:
    'You were away for a while, so we signed you out. Everything you typed is kept and will be saved when you sign in.',
  lost: 'The file did not reach us. Choose it again after you have signed in.',
  wrong: 'The email address or the password is not right. Please try again.',
  'too-often':
    'Too many attempts. Wait 15 minutes, or choose a new password with “I forgot my password”.',
  busy: 'Many people are signing in at this moment. Please try again in a few seconds.',
} as const

type SignInWords = Readonly<Record<keyof typeof en, string>>

const signInWords: Readonly<Record<Language, SignInWords>> = {
  en,
  az: {
    title: 'Daxil olun',
    email: 'E-poçt ünvanı',
    password: 'Parol',
    forgotten: 'Parolumu unutmuşam',
    noAccount: 'Hələ şəxsi kabinetiniz yoxdur?',
    away: 'Bir müddət fəal olmadığınız üçün şəxsi kabinetinizdən çıxış edildi. Davam etmək üçün daxil olun.',
    awayKept:
      'Bir müddət fəal olmadığınız üçün şəxsi kabinetinizdən çıxış edildi. Yazdıqlarınız qalır və daxil olduqda yadda saxlanılacaq.',
    lost: 'Fayl bizə çatmadı. Daxil olduqdan sonra onu yenidən seçin.',
    wrong: 'E-poçt ünvanı və ya parol düzgün deyil. Yenidən cəhd edin.',
    'too-often':
      'Həddən artıq cəhd edilib. 15 dəqiqə gözləyin və ya «Parolumu unutmuşam» linki ilə yeni parol seçin.',
    busy: 'Hazırda sistemə çox adam daxil olur. Bir neçə saniyədən sonra yenidən cəhd edin.',
  },
  tr: {
    title: 'Giriş yapın',
    email: 'E-posta adresi',
    password: 'Parola',
    forgotten: 'Parolamı unuttum',
    noAccount: 'Henüz hesabınız yok mu?',
    away: 'Bir süredir yoktunuz, bu yüzden oturumunuzu kapattık. Devam etmek için giriş yapın.',
    awayKept:
      'Bir süredir yoktunuz, bu yüzden oturumunuzu kapattık. Yazdıklarınız kaybolmadı; giriş yaptığınızda kaydedilecek.',
    lost: 'Dosya bize ulaşmadı. Giriş yaptıktan sonra yeniden seçin.',
    wrong: 'E-posta adresi ya da parola doğru değil. Lütfen yeniden deneyin.',
    'too-often':
      'Çok fazla deneme yapıldı. 15 dakika bekleyin ya da “Parolamı unuttum” ile yeni parola seçin.',
    busy: 'Şu anda çok kişi giriş yapıyor. Lütfen birkaç saniye sonra yeniden deneyin.',
  },
  ru: {
    title: 'Вход',
    email: 'Адрес электронной почты',
    password: 'Пароль',
    forgotten: 'Я не помню пароль',
    noAccount: 'Ещё нет учётной записи?',
    away: 'Вас долго не было, поэтому мы завершили сеанс. Войдите, чтобы продолжить.',
    awayKept:
      'Вас долго не было, поэтому мы завершили сеанс. Всё, что вы написали, осталось и будет сохранено после входа.',
    lost: 'Файл не дошёл до нас. Выберите его ещё раз после входа.',
    wrong: 'Неверный адрес почты или пароль. Попробуйте ещё раз.',
    'too-often':
      'Слишком много попыток. Подождите 15 минут или придумайте новый пароль по ссылке «Я не помню пароль».',
    busy: 'Сейчас входит очень много людей. Попробуйте ещё раз через несколько секунд.',
  },
}

/** What the button beside a password says, for every form that has one. */
export const passwordWords = {
  en: {
    show: 'Show',
    hide: 'Hide',
    showLabel: 'Show password',
    hideLabel: 'Hide password',
    shown: 'Your password is visible',
    hidden: 'Your password is hidden',
  },
  az: {
    show: 'Göstərin',
    hide: 'Gizlədin',
    showLabel: 'Parolu göstərin',
    hideLabel: 'Parolu gizlədin',
    shown: 'Parolunuz görünür',
    hidden: 'Parolunuz gizlidir',
  },
  tr: {
    show: 'Göster',
    hide: 'Gizle',
    showLabel: 'Parolayı göster',
    hideLabel: 'Parolayı gizle',
    shown: 'Parolanız görünüyor',
    hidden: 'Parolanız gizli',
  },
  ru: {
    show: 'Показать',
    hide: 'Скрыть',
    showLabel: 'Показать пароль',
    hideLabel: 'Скрыть пароль',
    shown: 'Пароль виден',
    hidden: 'Пароль скрыт',
  },
} as const satisfies Record<Language, unknown>
