import { equal, notEqual, throws } from 'node:assert/strict'
import { test } from 'node:test'
import { printedMarkup } from '#test/markup-tree.ts'
import { classes, render, shows } from '#ui/markup.ts'
import { scriptWords } from '#ui/script-words.ts'

test('a rendered component is plain text with the words escaped', () => {
  equal(
    render(<b title={'"'}>{'<i> & "ə"'}</b>),
    '<b title="&quot;">&lt;i&gt; &amp; &quot;ə&quot;</b>',
  )
  equal(render('<b>'), '&lt;b&gt;')
  equal(render([<b>1</b>, null, false, 2]), '<b>1</b>2')
})

test('a component that waits is refused', () => {
  const Later = async () => <b>later</b>
  // @ts-expect-error A promise is no child.
  throws(() => render(<Later />), /waits/)
})

test('only what can be seen or read takes an element', () => {
  for (const nothing of [undefined, null, false, ''] as const) equal(shows(nothing), false)
  for (const something of ['x', 0, <b />, [<b />]]) equal(shows(something), true)
})

test('an element without classes has no class attribute', () => {
  equal(classes('a', false, undefined, 'b'), 'a b')
  equal(render(<b class={classes(false, undefined)} />), '<b></b>')
})

test('words for scripts are attributes by key and by plural form', () => {
  equal(
    render(<b {...scriptWords({ at: 'none', over: { one: '1 ""', other: '2' } })} />),
    '<b data-i18n.at="none" data-i18n.over.one="1 &quot;&quot;" data-i18n.over.other="2"></b>',
  )
})

test('markup that means the same is compared as the same', () => {
  const cases = [
    ['<p class="a b" id="c">x</p>', '<p id="c" class=" b  a ">\n  x <!-- y -->\n</p>'],
    ['<input disabled>', '<input disabled="" />'],
  ] as const
  for (const [one, other] of cases) equal(printedMarkup(one), printedMarkup(other))
})

test('markup that means something else is compared as different', () => {
  const cases = [
    ['<a>Change<span> name</span></a>', '<a>Change<span>name</span></a>'],
    ['<textarea>a</textarea>', '<textarea> a</textarea>'],
    ['<p id="a">x</p>', '<p>x</p>'],
    ['<p>x</p>', '<div>x</div>'],
    ['<ul><li>x</li></ul>', '<ul></ul><li>x</li>'],
    ['<p>x</p>', '<p>X</p>'],
  ] as const
  for (const [one, other] of cases) notEqual(printedMarkup(one), printedMarkup(other))
})
