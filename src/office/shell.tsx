import { OFFICE_LANGUAGES, type OfficeLanguage } from '#core/language.ts'
import { rolesOf, type Role } from '#core/cases/roles.ts'
import type { Way } from '#office/back.ts'
import type { View } from '#office/env.ts'
import { hasLists, ownPage } from '#office/own-page.ts'
import { paths } from '#office/paths.ts'
import { readsSystems } from '#office/systems-readers.ts'
import { EVERYTHING } from '#office/work-lists.ts'
import { LANGUAGE_NAMES, officeWords, type OfficeWords } from '#office/words.ts'
import { roleName } from '#telling/roles.ts'
import { IdleNote, IdleNotice } from '#telling/idle.tsx'
import { newsOf, titleWith } from '#telling/news.tsx'
import { BackLink } from '#ui/back-link.tsx'
import type { Child } from '#ui/markup.ts'
import { Footer, Frame, Header } from '#ui/shell-frame.tsx'

/** A sentence about what is wrong, and where on the page it is. */
type PageError = { readonly text: Child; readonly href?: string }

export type PageProps = {
  readonly view: View
  readonly title: string
  readonly errors?: readonly PageError[]
  /** What this page calls that to which something was just done. */
  readonly about?: string | undefined
  /** The ways back, the nearest first. */
  readonly back?: readonly Way[]
  /** The id of the form whose fields go along when the language is changed. */
  readonly keeps?: string
  /** A form waits on this page that the same page in another language would not have. */
  readonly holdsForm?: boolean
  readonly children?: Child
}

/** Every page of the office. What is wrong, or was just done, is first in title and content. */
export const Page = ({ view, title, errors: own = [], back = [], ...rest }: PageProps) => {
  const { language, refused } = view
  const words = officeWords[language]
  const errors = refused === undefined ? own : [{ text: refused }, ...own]
  const news = newsOf({ errors, said: view.said, about: rest.about, words, language })
  return (
    <Frame
      lang={language}
      title={titleWith(news, `${title} – ${words.brand}`)}
      face="office"
      assets={assetsOf(view)}
      skip={words.skip}
      header={<OfficeHeader {...rest} view={view} words={words} />}
      footer={<OfficeFooter view={view} words={words} />}
      {...(view.who
        ? {
            after: (
              <IdleNotice
                hours={view.idleHours}
                language={language}
                stay={paths.signIn.to(language)}
              />
            ),
          }
        : {})}
      {...(view.demonstration ? { demo: words.demonstration } : {})}
      {...(view.keys ? { bodyClass: 'kc-keys' } : {})}
      noIndex
      before={back.map(({ href, text }) => (
        <BackLink href={href}>{text}</BackLink>
      ))}
      isAnswer={view.isAnswer}
      news={news?.shown}
    >
      {rest.children}
    </Frame>
  )
}

/** The address of this page in another language. */
function inLanguage({ here, language }: View, other: string): string {
  return here.replace(new RegExp(`^/${language}(?=/|\\?|$)`), `/${other}`)
}

function assetsOf({ asset }: View) {
  return {
    css: asset('office.css'),
    headScript: asset('head.js'),
    script: asset('office.js'),
    favicon: asset('favicon.svg'),
  }
}

/** Who finds which page in the menu; the pages themselves ask again. */
const RULES_ROLES: readonly Role[] = [
  'policy-officer',
  'policy-approver',
  'case-officer',
  'head',
  'signer',
  'auditor',
]
const SERVICE: readonly Role[] = rolesOf('service')
const ABROAD: readonly Role[] = [...rolesOf('mission'), ...rolesOf('ministry')]
const LOOK_ROLES: readonly Role[] = ['auditor', 'data-protection-officer']
const TIME_ROLES: readonly Role[] = ['administrator']

/** Whoever only watches over the cases lands elsewhere, and asks for the list of all of them. */
function workAddress(roles: readonly Role[], language: OfficeLanguage): string {
  const work = paths.work.to(language)
  return ownPage(roles, language) === work ? work : `${work}?list=${EVERYTHING}`
}

type PartProps = { readonly view: View; readonly words: OfficeWords }

type HeaderProps = PartProps & Pick<PageProps, 'keeps' | 'holdsForm'>

const OfficeHeader = ({ view, words, keeps, holdsForm }: HeaderProps) => {
  const { language, here, who } = view
  const item = (href: string, text: string) => ({
    href,
    text,
    current: here.split('?')[0] === href.split('?')[0],
  })
  const isOneOf = (roles: readonly Role[]) => who?.roles.some((role) => roles.includes(role))
  const languages = {
    label: words.languages,
    form: keeps,
    links: OFFICE_LANGUAGES.map((lang) => ({
      href: inLanguage(view, lang),
      lang,
      name: LANGUAGE_NAMES[lang],
      current: lang === language,
    })),
  }
  return (
    <Header
      brand={{ href: paths.work.to(language), name: words.brand, service: words.service }}
      {...(holdsForm === true ? {} : { languages })}
      {...(who ? { signOut: { action: paths.signOut.to(language), text: words.signOut } } : {})}
      {...(who
        ? {
            nav: {
              label: words.mainNavigation,
              menu: words.menu,
              items: [
                ...(hasLists(who.roles)
                  ? [item(workAddress(who.roles, language), words.work)]
                  : []),
                ...(isOneOf(SERVICE) ? [item(paths.holders.to(language), words.holders)] : []),
                ...(isOneOf(SERVICE) ? [item(paths.coming.to(language), words.coming)] : []),
                ...(isOneOf(RULES_ROLES) ? [item(paths.rules.to(language), words.rules)] : []),
                ...(isOneOf(LOOK_ROLES) ? [item(paths.looks.to(language), words.looks)] : []),
                ...(readsSystems(who) ? [item(paths.systems.to(language), words.systems)] : []),
                ...(readsSystems(who) ? [item(paths.payments.to(language), words.payments)] : []),
                ...(isOneOf(ABROAD) ? [item(paths.campaigns.to(language), words.campaigns)] : []),
                ...(isOneOf(ABROAD) ? [item(paths.questions.to(language), words.questions)] : []),
                ...(isOneOf(ABROAD) ? [item(paths.figures.to(language), words.figures)] : []),
                ...(isOneOf(TIME_ROLES) ? [item(paths.time.to(language), words.time)] : []),
              ],
            },
          }
        : {})}
    />
  )
}

const OfficeFooter = ({ view, words }: PartProps) => (
  <Footer
    label={words.footer}
    links={[]}
    notes={[
      ...(view.who
        ? [
            signedInAs(view.who, view, words.signedInAs),
            <IdleNote hours={view.idleHours} language={view.language} />,
          ]
        : []),
      words.owner,
    ]}
  />
)

const signedInAs = (
  { name, roles, body }: NonNullable<View['who']>,
  { language, nameOfBody }: View,
  text: string,
): string => {
  const titles = roles.map((role) => roleName(role, undefined, language))
  const place = body === undefined ? [] : [nameOfBody(body)]
  return text.replace('{name}', name).replace('{roles}', [...titles, ...place].join(', '))
}

/** Single keys disturb people who speak to their computer, so that they are off until wanted. */
export const KeysForm = ({ view }: { readonly view: View }) => {
  const words = officeWords[view.language]
  return (
    <form method="post" action={paths.keys.to(view.language)} class="kc-small kc-soft">
      <input type="hidden" name="wanted" value={view.keys ? 'off' : 'on'} />
      <input type="hidden" name="next" value={view.here} />
      <button class="kc-header__sign-out">{view.keys ? words.keysOff : words.keysOn}</button>{' '}
      {words.keysHint}
    </form>
  )
}
