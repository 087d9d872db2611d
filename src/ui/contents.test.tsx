import { doesNotMatch, equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import { WithContents } from '#ui/contents.tsx'
import { Details } from '#ui/details.tsx'
import { render, type Child } from '#ui/markup.ts'

const page = (children: Child) =>
  render(<WithContents label="On this page">{children}</WithContents>)

const parts = (text: Child, titles = ['One', 'Two & two', 'Three']) => (
  <>
    {titles.map((title) => (
      <section>
        <h2>
          {title} <span hidden>(of it)</span>
        </h2>
        {text}
      </section>
    ))}
  </>
)

test('a long page begins with where each of its parts begins, named as they are', () => {
  const html = page(
    <>
      <h2 class="first" id="own">
        Its own
      </h2>
      {parts(<p>{'word '.repeat(200)}</p>)}
    </>,
  )
  match(html, /^<nav class="kc-contents" aria-label="On this page">/)
  match(html, /href="#own">Its own<.*href="#part-2">One \(of it\)<.*href="#part-3">Two &amp; two/s)
  match(html, /<h2 class="first" id="own">/)
  match(html, /<h2 id="part-4">Three/)
  equal(html.match(/href="#/g)?.length, 4)
})

test('what is short, is folded away or has few parts is left as it is', () => {
  const long = <p>{'word '.repeat(400)}</p>
  for (const short of [
    parts(<p>Few words.</p>),
    parts(<Details summary="More">{long}</Details>),
    parts(long, ['One', 'Two']),
  ]) {
    equal(page(short), render(short))
    doesNotMatch(page(short), /kc-contents|id="part/)
  }
})
