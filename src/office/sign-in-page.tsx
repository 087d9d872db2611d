import type { OfficeLanguage } from '#core/language.ts'
import type { View } from '#office/env.ts'
import { paths } from '#office/paths.ts'
import { Page } from '#office/shell.tsx'
import { officeWords } from '#office/words.ts'
import {
  DEMONSTRATION_OFFICIALS,
  DEMONSTRATION_PASSWORD,
} from '#records/demonstration-officials.ts'
import { idleText } from '#telling/idle.tsx'
import { noCookieText } from '#telling/no-cookie.ts'
import { roleName } from '#telling/roles.ts'
import { boxError, signInErrors, type SignInBox, type SignInRefusal } from '#telling/sign-in.ts'
import { Button } from '#ui/button.tsx'
import { InsetText } from '#ui/inset-text.tsx'
import { PasswordInput } from '#ui/password-input.tsx'
import { TextInput } from '#ui/text-input.tsx'

export type SignInProps = {
  readonly view: View
  /** Where to go afterwards. */
  readonly next?: string
  /** A form that was on its way there, to be sent again after the sign-in. */
  readonly kept?: readonly (readonly [string, string])[]
  /** The session had ended. */
  readonly away?: boolean
  /** The cookie of a sign-in did not come back. */
  readonly noCookie?: boolean
  readonly email?: string
  readonly refusal?: SignInRefusal
}

/** What is carried along is taken into another language by the sign-in, wherever it came from. */
const atSignIn = (view: View): View => ({ ...view, here: paths.signIn.to(view.language) })

export const SignInPage = (props: SignInProps) => {
  const { view, kept = [], away = false, noCookie, refusal } = props
  const { language } = view
  const words = signInWords[language]
  const isKept = kept.length > 0
  const told = [away && words.ended, isKept ? words.waits : away && words.back].filter(Boolean)
  return (
    <Page
      view={atSignIn(view)}
      title={words.title}
      errors={signInErrors(refusal, language)}
      keeps="typed"
    >
      <h1 class="govuk-heading-l">{words.title}</h1>
      {told.length > 0 && <InsetText>{told.join(' ')}</InsetText>}
      {noCookie === true && <InsetText>{noCookieText(language)}</InsetText>}
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-one-third">
          <SignInForm {...props} />
          <p class="govuk-body-s">{idleText(view.idleHours, language)}</p>
        </div>
      </div>
      {view.demonstration && <Demonstration {...props} />}
    </Page>
  )
}

const SignInForm = ({ view, next, kept = [], email, refusal }: SignInProps) => {
  const { language } = view
  const words = signInWords[language]
  const error = (box: SignInBox) => errorAt(boxError(refusal, box, language), language)
  return (
    <form id="typed" method="post" action={paths.signIn.to(language)} novalidate>
      <Carried next={next} kept={kept} />
      <TextInput
        name="email"
        label={words.email}
        type="email"
        autocomplete="username"
        spellcheck={false}
        value={email}
        error={error('email')}
      />
      <PasswordInput
        name="password"
        label={words.password}
        autocomplete="current-password"
        words={{
          show: words.show,
          hide: words.hide,
          showLabel: words.showLabel,
          hideLabel: words.hideLabel,
          shown: words.shown,
          hidden: words.hidden,
        }}
        error={error('password')}
      />
      <Button preventDoubleClick>{officeWords[language].signIn}</Button>
    </form>
  )
}

const errorAt = (text: string | undefined, language: OfficeLanguage) =>
  text === undefined ? undefined : { prefix: officeWords[language].error, text }

type KeptProps = Required<Pick<SignInProps, 'view' | 'next' | 'kept'>>

/** A form that outlived its session, before it is sent in the name of whoever has signed in. */
export const KeptPage = ({ view, next, kept }: KeptProps) => {
  const words = signInWords[view.language]
  const named = (text: string) => text.replace('{name}', view.who?.name ?? '')
  return (
    <Page view={atSignIn(view)} title={words.keptTitle} keeps="typed">
      <h1 class="govuk-heading-l">{words.keptTitle}</h1>
      <p class="govuk-body">{named(words.kept)}</p>
      <form method="post" action={next}>
        {kept.map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <Button preventDoubleClick>{named(words.send)}</Button>
      </form>
      <form id="typed" method="post" action={paths.signIn.to(view.language)} hidden>
        <Carried next={next} kept={kept} />
      </form>
      <p class="govuk-body">
        <a class="govuk-link" href={paths.work.to(view.language)}>
          {words.leave}
        </a>
      </p>
    </Page>
  )
}

/** One button for each invented official; only where nothing is real. */
const Demonstration = ({ view, next, kept = [] }: SignInProps) => {
  const { language } = view
  const words = signInWords[language]
  return (
    <section>
      <h2 class="govuk-heading-m">{words.demonstration}</h2>
      <p class="govuk-body">{words.demonstrationWhy}</p>
      <table class="kc-list" role="table">
        <caption class="govuk-visually-hidden">{words.demonstration}</caption>
        <thead>
          <tr>
            <th scope="col">{words.name}</th>
            <th scope="col">{words.role}</th>
            <th scope="col">{words.body}</th>
            <th scope="col">{officeWords[language].signIn}</th>
          </tr>
        </thead>
        <tbody>
          {DEMONSTRATION_OFFICIALS.map(({ email, name, roles, body }) => (
            <tr>
              <th scope="row" data-label={words.name}>
                {name}
              </th>
              <td data-label={words.role}>
                {roles.map((role) => roleName(role, undefined, language)).join(', ')}
              </td>
              <td data-label={words.body}>{body === undefined ? '–' : view.nameOfBody(body)}</td>
              <td data-label={officeWords[language].signIn}>
                <form method="post" action={paths.signIn.to(language)}>
                  <input type="hidden" name="email" value={email} />
                  <input type="hidden" name="password" value={DEMONSTRATION_PASSWORD} />
                  <Carried next={next} kept={kept} />
                  <button
                    class="kc-header__sign-out"
                    aria-label={`${officeWords[language].signIn}: ${name}`}
                  >
                    {officeWords[language].signIn}
                  </button>
                </form>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

type CarriedProps = {
  readonly next: string | undefined
  readonly kept: readonly (readonly [string, string])[]
}

/** Where the person was going, and the form that was on its way there. */
const Carried = ({ next, kept }: CarriedProps) => (
  <>
    {next !== undefined && <input type="hidden" name="next" value={next} />}
    {kept.map(([name, value]) => (
      <input type="hidden" name={`kept.${name}`} value={value} />
    ))}
  </>
)

const en = {
  title: 'Sign in to the office',
  email: 'Email address',
  password: 'Password',
  ended: 'Your session has ended for safety.',
  back: 'Sign in, and you are back where you were.',
  waits: 'What you typed is kept: sign in, then send it.',
  keptTitle: 'Check who sends this',
  kept: 'You are signed in as {name}. What was typed before is kept and has not been sent.',
  send: 'Send it as {name}',
  leave: 'Do not send it',
  demonstration: 'Demonstration sign-ins',
  demonstrationWhy: 'These people are invented. Choose one to sign in as that person.',
  name: 'Name',
  role: 'Role',
  body: 'Body',
  show: 'Show',
  hide: 'Hide',
  showLabel: 'Show password',
  hideLabel: 'Hide password',
  shown: 'Your password is visible',
  hidden: 'Your password is hidden',
} as const

type SignInWords = Readonly<Record<keyof typeof en, string>>

const signInWords: Readonly<Record<OfficeLanguage, SignInWords>> = {
  en,
  az: {
    title: 'Əməkdaş bölməsinə daxil olun',
    email: 'E-poçt ünvanı',
    password: 'Parol',
    ended: 'Təhlükəsizlik üçün seansınız başa çatıb.',
    back: 'Daxil olun və qaldığınız yerə qayıdın.',
    waits: 'Yazdıqlarınız qalır: daxil olun, sonra göndərin.',
    keptTitle: 'Kimin göndərdiyini yoxlayın',
    kept: '{name} kimi daxil olmusunuz. Əvvəl yazılanlar qalıb və hələ göndərilməyib.',
    send: '{name} kimi göndərin',
    leave: 'Göndərməyin',
    demonstration: 'Nümayiş üçün girişlər',
    demonstrationWhy: 'Bu şəxslər real deyil. Bir düymə ilə onlardan biri kimi daxil olursunuz.',
    name: 'Ad',
    role: 'Vəzifə',
    body: 'Orqan',
    show: 'Göstərin',
    hide: 'Gizlədin',
    showLabel: 'Parolu göstərin',
    hideLabel: 'Parolu gizlədin',
    shown: 'Parolunuz görünür',
    hidden: 'Parolunuz gizlidir',
  },
}
