import type { Language } from '#core/language.ts'
import type { View } from '#portal/env.ts'
import { paths } from '#portal/paths.ts'
import { Page } from '#portal/shell.tsx'
import { portalWords } from '#portal/words.ts'
import { idleText } from '#telling/idle.tsx'
import { noCookieText } from '#telling/no-cookie.ts'
import { boxError, signInErrors, type SignInBox, type SignInRefusal } from '#telling/sign-in.ts'
import { Button } from '#ui/button.tsx'
import { InsetText } from '#ui/inset-text.tsx'
import { PasswordInput } from '#ui/password-input.tsx'
import { TextInput } from '#ui/text-input.tsx'

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
  const { view, kept = [], away = false, lost = false, refusal } = props
  const { language } = view
  const words = signInWords[language]
  // Who signed out in another tab had no session here that ended, and has a form all the same.
  const isKept = kept.length > 0
  const told = [away && words.ended, isKept ? words.kept : away && words.back].filter(Boolean)
  // A form that goes nowhere but to the sign-in is taken into another language there.
  const asked = props.resend === true ? view : { ...view, here: paths.signIn.to(language) }
  return (
    <Page
      view={asked}
      title={words.title}
      errors={signInErrors(refusal, language)}
      keeps="typed"
      noIndex
    >
      <h1 class="govuk-heading-l">{words.title}</h1>
      {told.length > 0 && <InsetText>{told.join(' ')}</InsetText>}
      {props.noCookie === true && <InsetText>{noCookieText(language)}</InsetText>}
      {lost && <InsetText>{words.lost}</InsetText>}
      {refusal?.reason === 'address-waits' && <InsetText>{words.orNew}</InsetText>}
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
  refusal,
}: SignInProps) => {
  const { language } = view
  const error = (box: SignInBox) => errorAt(boxError(refusal, box, language), language)
  const words = signInWords[language]
  const action = resend && next !== undefined ? next : paths.signIn.to(language)
  const names = resend ? SIGN_IN_ALONG : { email: 'email', password: 'password' }
  return (
    <form id="typed" method="post" action={action} novalidate>
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
        error={error('email')}
      />
      <PasswordInput
        id="password"
        name={names.password}
        label={words.password}
        autocomplete="current-password"
        words={passwordWords[language]}
        error={error('password')}
      />
      <Button preventDoubleClick>{portalWords[language].signIn}</Button>
    </form>
  )
}

const errorAt = (text: string | undefined, language: Language) =>
  text === undefined ? undefined : { prefix: portalWords[language].error, text }

const en = {
  title: 'Sign in',
  email: 'Email address',
  password: 'Password',
  forgotten: 'I forgot my password',
  noAccount: 'No account yet?',
  ended: 'Your session has ended for safety.',
  back: 'Sign in, and you are back where you were.',
  kept: 'Everything you typed is kept. When you sign in, it is sent as if you had just pressed the button.',
  orNew: 'You do not have to wait: with “I forgot my password”, below, you choose a new one now.',
  lost: 'The file did not reach us. Choose it again after you have signed in.',
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
    ended: 'Təhlükəsizlik üçün seansınız başa çatıb.',
    back: 'Daxil olun və qaldığınız yerə qayıdın.',
    kept: 'Yazdıqlarınız qalır. Daxil olduqda düyməni indi basmısınız kimi göndərilir.',
    orNew: 'Gözləməyə bilərsiniz: aşağıdakı «Parolumu unutmuşam» linki ilə indi yeni parol seçin.',
    lost: 'Fayl bizə çatmadı. Daxil olduqdan sonra onu yenidən seçin.',
  },
  tr: {
    title: 'Giriş yapın',
    email: 'E-posta adresi',
    password: 'Parola',
    forgotten: 'Parolamı unuttum',
    noAccount: 'Henüz hesabınız yok mu?',
    ended: 'Oturumunuz güvenlik için sona erdi.',
    back: 'Giriş yapın, kaldığınız yere dönün.',
    kept: 'Yazdıklarınız kaybolmadı. Giriş yaptığınızda düğmeye şimdi basmışsınız gibi gönderilir.',
    orNew:
      'Beklemeniz gerekmez: aşağıdaki “Parolamı unuttum” bağlantısıyla şimdi yeni bir parola seçin.',
    lost: 'Dosya bize ulaşmadı. Giriş yaptıktan sonra yeniden seçin.',
  },
  ru: {
    title: 'Вход',
    email: 'Адрес электронной почты',
    password: 'Пароль',
    forgotten: 'Я не помню пароль',
    noAccount: 'Ещё нет учётной записи?',
    ended: 'Ради безопасности сеанс завершился.',
    back: 'Войдите, и вы вернётесь туда, где были.',
    kept: 'Всё, что вы написали, осталось. После входа это будет отправлено так, как если бы вы только что нажали кнопку.',
    orNew: 'Ждать необязательно: по ссылке «Я не помню пароль» ниже можно сразу придумать новый.',
    lost: 'Файл не дошёл до нас. Выберите его ещё раз после входа.',
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
    show: 'Gösterin',
    hide: 'Gizleyin',
    showLabel: 'Parolayı gösterin',
    hideLabel: 'Parolayı gizleyin',
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
