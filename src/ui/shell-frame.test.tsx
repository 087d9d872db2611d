import { test } from 'node:test'
import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict'
import { render } from '#ui/markup.ts'
import { PointsBar, Skyline } from '#ui/ornaments.tsx'
import { Footer, type FrameProps, Frame, Header } from '#ui/shell-frame.tsx'

const assets = {
  css: '/static/portal.AAAAAAAA.css',
  headScript: '/static/head.BBBBBBBB.js',
  script: '/static/portal.CCCCCCCC.js',
  favicon: '/static/favicon.DDDDDDDD.svg',
}

const page = (props: Partial<FrameProps> = {}) =>
  render(
    <Frame
      lang="az"
      title="Keçid"
      face="portal"
      assets={assets}
      skip="Məzmuna keçin"
      header={<Header brand={{ href: '/az', name: 'Keçid' }} />}
      footer={<Footer label="Sayt haqqında" links={[{ href: '/az/help', text: 'Kömək' }]} />}
      {...props}
    >
      <h1>Salam</h1>
    </Frame>,
  )

test('a page is one whole document in its language', () => {
  const html = page()

  match(html, /^<!doctype html><html lang="az" class="govuk-template">/)
  match(html, /<\/html>$/)
})

test('the script before the first paint stands first in the body, the others last', () => {
  const html = page()
  const scripts = [...html.matchAll(/<script[^>]*>/g)].map(([tag]) => tag)

  match(html, /<body[^>]*><script src="\/static\/head\.BBBBBBBB\.js"><\/script>/)
  deepEqual(scripts, [
    '<script src="/static/head.BBBBBBBB.js">',
    '<script type="module" src="/static/portal.CCCCCCCC.js">',
  ])
  match(html, /<\/script><\/body><\/html>$/)
})

test('a page carries no style and no script of its own, so a strict policy can forbid both', () => {
  const html = page({ demo: 'Demonstration', wide: true, children: <Skyline /> })

  doesNotMatch(html, /\sstyle=|<style|<script(?![^>]*\ssrc=)|\son[a-z]+=/)
})

test('the skip link leads to the one main part, which can take the focus', () => {
  for (const wide of [false, true]) {
    const html = page({ wide })

    match(html, /<a href="#main" class="govuk-skip-link"[^>]*>Məzmuna keçin<\/a>/)
    equal(html.match(/<main id="main" tabindex="-1"/g)?.length, 1)
  }
})

test('hostile text in a title, a name or a description stays text', () => {
  const hostile = '</title><script>alert(1)</script>"'
  const html = page({ title: hostile, description: hostile, demo: hostile, skip: hostile })

  doesNotMatch(html, /<script>alert/)
})

test('the current language and the current page are said, not only shown', () => {
  const html = render(
    <Header
      brand={{ href: '/en', name: 'Keçid', service: 'Program' }}
      languages={{
        label: 'Language',
        links: [
          { href: '/az', lang: 'az', name: 'Azərbaycanca' },
          { href: '/en', lang: 'en', name: 'English', current: true },
        ],
      }}
      nav={{
        label: 'Main',
        menu: 'Menu',
        items: [{ href: '/en/criteria', text: 'Criteria', current: true }],
      }}
    />,
  )

  match(
    html,
    /<a href="\/az" hreflang="az" lang="az" rel="alternate"><span>Azərbaycanca<\/span><\/a>/,
  )
  match(html, /hreflang="en"[^>]*aria-current="true"><span>English/)
  match(html, /<a href="\/en\/criteria" aria-current="page">Criteria<\/a>/)
})

test('one signs out by a form, never by a link', () => {
  const html = render(
    <Header
      brand={{ href: '/en', name: 'Keçid' }}
      signOut={{ action: '/en/sign-out', text: 'Sign out', fields: { token: 't-1' } }}
    />,
  )

  match(html, /<form method="post" action="\/en\/sign-out"><input type="hidden" name="token"/)
  match(html, /<button class="kc-header__sign-out">Sign out<\/button>/)
})

test('a bar of points is as long as the points and never longer than its room', () => {
  const cases = [
    // points of   share
    [0, 35, '0%'],
    [28, 35, '80%'],
    [1, 3, '33.33%'],
    [35, 35, '100%'],
    [36, 35, '100%'],
  ] as const

  for (const [points, of, share] of cases) {
    const html = render(<PointsBar points={points} of={of} />)

    match(html, new RegExp(`kc-points__given" width="${share}"`))
    doesNotMatch(html, /kc-points__mark/)
  }
})

test('the pass mark stands at its own share of the bar', () => {
  match(render(<PointsBar points={76} of={100} mark={70} />), /kc-points__mark" x1="70%" x2="70%"/)
})

test('drawings are hidden from assistive technology and cannot take the focus', () => {
  match(render(<Skyline />), /<svg[^>]* aria-hidden="true" focusable="false">/)
})
