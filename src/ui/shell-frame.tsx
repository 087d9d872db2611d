import { raw, render, shows, type Child } from '#ui/markup.ts'
import { Logo, Steps } from '#ui/ornaments.tsx'
import { withPartedHeadings } from '#ui/parted.ts'

/**
 * The document around every page. It knows no language and no address: words, links and the hashed
 * names of the static files are given.
 */
type FrameAssets = {
  readonly css: string
  readonly headScript: string
  readonly script: string
  /** A further script, of this page alone. */
  readonly pageScript?: string
  readonly favicon: string
  /** Faces worth fetching before the stylesheet asks for them. */
  readonly fonts?: readonly string[]
}

export type FrameProps = {
  readonly lang: string
  readonly title: string
  readonly description?: string
  readonly face: 'portal' | 'office'
  readonly assets: FrameAssets
  readonly skip: string
  readonly header: Child
  readonly footer: Child
  /** What lies over the end of the window when it is there. */
  readonly after?: Child
  readonly demo?: Child
  /** Back link or breadcrumbs, above the content. */
  readonly before?: Child
  /** What is wrong or was just done; scripts move the focus there. */
  readonly news?: Child
  /** The page answers a form: where there is no news, the focus goes to its heading. */
  readonly isAnswer?: boolean
  /** The page brings its own containers and may fill the window from edge to edge. */
  readonly wide?: boolean
  readonly bodyClass?: string
  /** Other languages of the same page, and whether it may be indexed. */
  readonly alternates?: readonly { readonly lang: string; readonly href: string }[]
  readonly noIndex?: boolean
  readonly children?: Child
}

export const Frame = (props: FrameProps) => (
  <>
    {raw('<!doctype html>')}
    <html lang={props.lang} class="govuk-template">
      <Head {...props} />
      <body class={classes('govuk-template__body', `kc-face-${props.face}`, props.bodyClass)}>
        <script src={props.assets.headScript}></script>
        <a href="#main" class="govuk-skip-link" data-module="govuk-skip-link">
          {props.skip}
        </a>
        {props.demo !== undefined && <aside class="kc-demo">{props.demo}</aside>}
        {props.header}
        <div class="kc-page">
          <Main {...props} />
        </div>
        {props.footer}
        {props.after}
        <script type="module" src={props.assets.script}></script>
        {props.assets.pageScript !== undefined && (
          <script type="module" src={props.assets.pageScript}></script>
        )}
      </body>
    </html>
  </>
)

/** Back links stand inside main: outside of every landmark they could be missed. */
const Main = ({ lang, wide, before, isAnswer, ...rest }: FrameProps) => {
  const [news, children] = [rest.news, rest.children].map((each) =>
    shows(each) ? raw(withPartedHeadings(render(each), lang)) : undefined,
  )
  return wide === true ? (
    <main id="main" tabindex={-1} data-kc-answer={isAnswer === true ? '' : undefined}>
      {before}
      {shows(news) && <div class="govuk-width-container kc-news">{news}</div>}
      {children}
    </main>
  ) : (
    <div class="govuk-width-container">
      <main
        id="main"
        tabindex={-1}
        class="govuk-main-wrapper"
        data-kc-answer={isAnswer === true ? '' : undefined}
      >
        {before}
        {news}
        {children}
      </main>
    </div>
  )
}

const Head = ({ title, description, assets, alternates = [], noIndex }: FrameProps) => (
  <head>
    <meta charset="utf-8" />
    <title>{title}</title>
    <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
    <meta name="theme-color" content="#ffffff" media="(prefers-color-scheme: light)" />
    <meta name="theme-color" content="#0f181e" media="(prefers-color-scheme: dark)" />
    <meta name="format-detection" content="telephone=no" />
    {description !== undefined && <meta name="description" content={description} />}
    {noIndex === true && <meta name="robots" content="noindex" />}
    {assets.fonts?.map((href) => (
      <link rel="preload" as="font" type="font/woff2" href={href} crossorigin="anonymous" />
    ))}
    <link rel="stylesheet" href={assets.css} />
    <link rel="icon" type="image/svg+xml" href={assets.favicon} />
    {alternates.map(({ lang, href }) => (
      <link rel="alternate" hreflang={lang} href={href} />
    ))}
  </head>
)

type NavItem = { readonly href: string; readonly text: string; readonly current?: boolean }
type LanguageLink = {
  readonly href: string
  readonly lang: string
  readonly name: string
  readonly current?: boolean
}
type SignOut = {
  readonly action: string
  readonly text: string
  /** Hidden fields of the form, such as a token. */
  readonly fields?: Readonly<Record<string, string>>
}

export type HeaderProps = {
  readonly brand: { readonly href: string; readonly name: string; readonly service?: string }
  readonly languages?: LanguagesProps
  readonly account?: readonly NavItem[]
  readonly signOut?: SignOut
  readonly nav?: {
    readonly label: string
    readonly items: readonly NavItem[]
    /** What opens it and the account, where there is no room for them. */
    readonly menu: string
  }
}

export const Header = ({ brand, languages, nav, ...account }: HeaderProps) => (
  <header class="kc-header">
    <div class="kc-header__bar govuk-width-container">
      <a class="kc-header__brand" href={brand.href}>
        <Logo />
        <span>
          <span class="kc-header__name">{brand.name}</span>
          {brand.service !== undefined && (
            <span class="kc-header__service">{` ${brand.service}`}</span>
          )}
        </span>
      </a>
      {languages && <Languages {...languages} />}
      {nav && (
        <button class="kc-header__menu-button" type="button" popovertarget={MENU}>
          {nav.menu}
        </button>
      )}
      <div class="kc-header__menu" {...(nav ? { id: MENU, popover: 'auto' } : {})}>
        <Account {...account} />
        {nav && (
          <nav class="kc-header__nav" aria-label={nav.label}>
            <LinkList items={nav.items} />
          </nav>
        )}
      </div>
    </div>
  </header>
)

/** A popover opens without a script; a browser that knows none shows it as part of the head. */
const MENU = 'menu'

const Account = ({ account = [], signOut }: Pick<HeaderProps, 'account' | 'signOut'>) =>
  account.length > 0 || signOut ? (
    <div class="kc-header__account">
      {account.map((item) => (
        <NavLink {...item} />
      ))}
      {signOut && <SignOutButton {...signOut} />}
    </div>
  ) : null

type LanguagesProps = {
  readonly label: string
  readonly links: readonly LanguageLink[]
  /** The id of a form of this page, which takes along what is typed into the other language. */
  readonly form?: string | undefined
}

/** The name under which a form says that it only wants to be shown in another language. */
export const IN_ANOTHER_LANGUAGE = 'in-another-language'

const Languages = ({ label, links, form }: LanguagesProps) => (
  <nav class="kc-header__languages" aria-label={label}>
    {form !== undefined && (
      // The Enter key presses the first button of a form, which has to be the form's own.
      <button class="govuk-visually-hidden" form={form} tabindex={-1} aria-hidden="true"></button>
    )}
    <ul>
      {links.map((link) => (
        <li>{form === undefined ? <InOther {...link} /> : <TakenAlong {...link} form={form} />}</li>
      ))}
    </ul>
  </nav>
)

const InOther = ({ href, lang, name, current }: LanguageLink) => (
  <a
    href={href}
    hreflang={lang}
    lang={lang}
    rel="alternate"
    aria-current={current === true ? 'true' : undefined}
  >
    <span>{name}</span>
  </a>
)

type TakenAlongProps = LanguageLink & { readonly form: string }

const TakenAlong = ({ href, lang, name, current, form }: TakenAlongProps) => (
  <button
    class="kc-header__language"
    form={form}
    formaction={href}
    name={IN_ANOTHER_LANGUAGE}
    value={lang}
    lang={lang}
    aria-current={current === true ? 'true' : undefined}
  >
    <span>{name}</span>
  </button>
)

const LinkList = ({ items, class: name }: { items: readonly NavItem[]; class?: string }) => (
  <ul class={name}>
    {items.map((item) => (
      <li>
        <NavLink {...item} />
      </li>
    ))}
  </ul>
)

const NavLink = ({ href, text, current }: NavItem) => (
  <a href={href} aria-current={current === true ? 'page' : undefined}>
    {text}
  </a>
)

/** Leaving changes something, so it is a form: a link could be followed by a prefetch. */
const SignOutButton = ({ action, text, fields = {} }: SignOut) => (
  <form method="post" action={action}>
    {Object.entries(fields).map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
    <button class="kc-header__sign-out">{text}</button>
  </form>
)

export type FooterProps = {
  readonly label: string
  readonly links: readonly NavItem[]
  readonly notes?: readonly Child[]
}

export const Footer = ({ label, links, notes = [] }: FooterProps) => (
  <footer class="kc-footer">
    <Steps />
    <div class="govuk-width-container">
      {links.length > 0 && (
        <nav aria-label={label}>
          <LinkList items={links} class="kc-footer__links" />
        </nav>
      )}
      {notes.map((note) => (
        <p class="kc-footer__note">{note}</p>
      ))}
    </div>
  </footer>
)

function classes(...names: readonly (string | undefined)[]): string {
  return names.filter((name) => name !== undefined && name !== '').join(' ')
}
