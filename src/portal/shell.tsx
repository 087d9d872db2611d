import { LANGUAGES, type Language } from '#core/language.ts'
import type { AssetName } from '#platform/assets.ts'
import { Contact } from '#portal/contact.tsx'
import type { View } from '#portal/env.ts'
import { paths } from '#portal/paths.ts'
import { LANGUAGE_NAMES, portalWords, type PortalWords } from '#portal/words.ts'
import { IdleNote, IdleNotice } from '#telling/idle.tsx'
import { newsOf, titleWith } from '#telling/news.tsx'
import { BackLink } from '#ui/back-link.tsx'
import type { Child } from '#ui/markup.ts'
import { Footer, Frame, Header } from '#ui/shell-frame.tsx'

/** A sentence about what is wrong, and where on the page it is. */
export type PageError = { readonly text: string; readonly href?: string }

export type PageProps = {
  readonly view: View
  readonly title: string
  readonly description?: string
  readonly errors?: readonly PageError[]
  /** What this page calls that to which something was just done. */
  readonly about?: string | undefined
  readonly back?: string
  readonly wide?: boolean
  readonly noIndex?: boolean
  /** The id of the form whose typed text goes along when the language is changed. */
  readonly keeps?: string
  /** A form waits on this page that the same page in another language would not have. */
  readonly holdsForm?: boolean
  /** Somebody may be signed in and could not be asked for: neither way is offered. */
  readonly hidesAccount?: boolean
  /** What this page gains besides what every page does. */
  readonly script?: Extract<AssetName, `${string}.js`>
  readonly children?: Child
}

/** Every page of the portal. What is wrong, or was just done, is first in title and content. */
export const Page = ({ view, title, description, errors = [], ...rest }: PageProps) => {
  const { language } = view
  const words = portalWords[language]
  const news = newsOf({ errors, said: view.said, about: rest.about, words, language })
  return (
    <Frame
      lang={language}
      title={titleWith(news, documentTitle(title, language))}
      {...(description === undefined ? {} : { description })}
      face="portal"
      assets={assetsOf(view, rest.script)}
      skip={words.skip}
      header={<PortalHeader {...rest} view={view} words={words} />}
      footer={<PortalFooter view={view} words={words} />}
      {...(view.signedIn
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
      alternates={LANGUAGES.map((lang) => ({ lang, href: inLanguage(view, lang) }))}
      noIndex={rest.noIndex ?? view.signedIn}
      wide={rest.wide ?? false}
      before={
        rest.back === undefined ? undefined : <BackLink href={rest.back}>{words.back}</BackLink>
      }
      isAnswer={view.isAnswer}
      news={news?.shown}
    >
      {rest.children}
    </Frame>
  )
}

/**
 * On a form whose typed text a script keeps in this window: what it says, and whether the form
 * shows what is saved or what was typed.
 */
export const keptTyped = (language: Language, { isSaved }: { readonly isSaved: boolean }) => ({
  'data-kc-typed': portalWords[language].typedKept,
  'data-kc-typed-forget': portalWords[language].typedForget,
  ...(isSaved ? {} : { 'data-kc-typed-unsaved': '' }),
})

/** What the window is called while nothing is wrong. */
export const documentTitle = (title: string, language: Language): string =>
  `${title} – ${portalWords[language].brand}`

/** The address of this page in another language. */
function inLanguage({ here, language }: View, other: string): string {
  return here.replace(new RegExp(`^/${language}(?=/|\\?|$)`), `/${other}`)
}

function assetsOf({ asset, language }: View, pageScript: PageProps['script']) {
  return {
    css: asset('portal.css'),
    headScript: asset('head.js'),
    script: asset('portal.js'),
    ...(pageScript === undefined ? {} : { pageScript: asset(pageScript) }),
    favicon: asset('favicon.svg'),
    fonts: [asset(language === 'ru' ? 'literata-cyrillic.woff2' : 'literata-latin.woff2')],
  }
}

type PartProps = { readonly view: View; readonly words: PortalWords }

type HeaderProps = PartProps & Pick<PageProps, 'keeps' | 'holdsForm' | 'hidesAccount'>

const PortalHeader = ({ view, words, keeps, ...rest }: HeaderProps) => {
  const { language, here, signedIn } = view
  const item = (path: string, text: string) => ({
    href: path,
    text,
    current: here.split('?')[0] === path,
  })
  const languages = {
    label: words.languages,
    form: keeps,
    links: LANGUAGES.map((lang) => ({
      href: inLanguage(view, lang),
      lang,
      name: LANGUAGE_NAMES[lang],
      current: lang === language,
    })),
  }
  const account = signedIn
    ? [
        item(paths.applications.to(language), words.applications),
        item(paths.may.to(language), words.may),
      ]
    : [
        item(paths.signIn.to(language), words.signIn),
        item(paths.register.to(language), words.register),
      ]
  return (
    <Header
      brand={{ href: paths.home.to(language), name: words.brand, service: words.service }}
      {...(rest.holdsForm === true ? {} : { languages })}
      account={rest.hidesAccount === true ? [] : account}
      {...(signedIn
        ? { signOut: { action: paths.signOut.to(language), text: words.signOut } }
        : {})}
      nav={{
        label: words.mainNavigation,
        menu: words.menu,
        items: [
          item(paths.criteria.to(language), words.criteria),
          item(paths.estimate.to(language), words.estimate),
          item(paths.steps.to(language), words.steps),
          item(paths.verify.to(language), words.verify),
        ],
      }}
    />
  )
}

const PortalFooter = ({ view, words }: PartProps) => {
  const { language, signedIn } = view
  return (
    <Footer
      label={words.footer}
      links={[
        { href: paths.missions.to(language), text: words.missions },
        { href: paths.questions.to(language), text: words.questions },
        { href: paths.privacy.to(language), text: words.privacy },
        { href: paths.accessibility.to(language), text: words.accessibility },
        ...(signedIn ? [{ href: paths.looks.to(language), text: words.looks }] : []),
      ]}
      notes={[
        words.owner,
        <Contact view={view} />,
        ...(signedIn ? [<IdleNote hours={view.idleHours} language={language} />] : []),
      ]}
    />
  )
}
