import { deepEqual, equal, throws } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseFragment } from 'parse5'
import { raw, render, type Child } from '#ui/markup.ts'
import { Fragment, jsx } from './jsx-runtime.ts'

const SIGNS = `&<>"'`
const REFERENCES = '&amp;&lt;&gt;&quot;&#39;'

test('a child is written as what it is', () => {
  const cases: readonly (readonly [Child, string])[] = [
    [SIGNS, REFERENCES],
    ['&amp;', '&amp;amp;'],
    ['', ''],
    ['İstanbul 👩‍🔬\u00ad', 'İstanbul 👩‍🔬\u00ad'],
    [0, '0'],
    [-1.5, '-1.5'],
    [undefined, ''],
    [null, ''],
    [false, ''],
    [[], ''],
    [['a', ['<', [1, [null]], raw('<br/>')], false], 'a&lt;1<br/>'],
    [raw(SIGNS), SIGNS],
    [<i>{SIGNS}</i>, `<i>${REFERENCES}</i>`],
    [<></>, ''],
    [
      <>
        {'<'}
        <i />
      </>,
      '&lt;<i></i>',
    ],
  ]
  for (const [child, written] of cases) {
    equal(render(child), written)
    equal((<p>{child}</p>).text, `<p>${written}</p>`)
    equal((<Fragment>{child}</Fragment>).text, written)
  }
})

test('what nobody means to show is refused, and what is in it is not told', () => {
  const cases: readonly (readonly [unknown, RegExp])[] = [
    [true, /^Error: boolean is no child/],
    [{ text: 'of somebody' }, /^Error: An object \(text\) is no child/],
    [[['a', { text: 'of somebody' }]], /^Error: An object \(text\) is no child/],
    [Promise.resolve('later'), /^Error: A promise, of a component that waits, is no child/],
    [() => 'of somebody', /^Error: function is no child/],
    [Symbol('of somebody'), /^Error: symbol is no child/],
    [1n, /^Error: bigint is no child/],
    [new Map([['of', 'somebody']]), /^Error: An object \(\) is no child/],
  ]
  for (const [child, problem] of cases) {
    throws(() => render(child as Child), problem)
    throws(() => jsx('p', { children: child as Child }), problem)
    throws(() => jsx(() => child as Child, {}), problem)
  }
})

test('an attribute is written as what it is, or is not there', () => {
  const cases = [
    [<p class={SIGNS} />, `<p class="${REFERENCES}"></p>`],
    [<p class="" />, '<p class=""></p>'],
    [<p id={undefined} lang="az" />, '<p lang="az"></p>'],
    [<p tabindex={0} />, '<p tabindex="0"></p>'],
    [<p hidden />, '<p hidden=""></p>'],
    [<p hidden={false} />, '<p></p>'],
    [<a draggable={false} />, '<a draggable="false"></a>'],
    [<p aria-hidden data-y={false} />, '<p aria-hidden="true" data-y="false"></p>'],
    [<p {...{ 'data-i18n.x': 1 }} />, '<p data-i18n.x="1"></p>'],
    [<svg viewBox="0 0 1 1" stroke-width="2" />, '<svg viewBox="0 0 1 1" stroke-width="2"></svg>'],
    [jsx('p', { id: null }), '<p></p>'],
  ] as const
  for (const [markup, written] of cases) equal(markup.text, written)
})

test('a value that is no text is refused', () => {
  const cases: readonly (readonly [unknown, RegExp])[] = [
    [{ text: 'of somebody' }, /An object \(text\) is no value of title$/],
    [raw('"'), /An object \(text\) is no value of title$/],
    [['a'], /An object \(0\) is no value of title$/],
    [Promise.resolve('later'), /promise.* is no value of title$/],
    [() => 'alert(1)', /function is no value of title$/],
  ]
  for (const [title, problem] of cases) throws(() => jsx('p', { title }), problem)
})

test('a name that could end itself is refused', () => {
  const ends = [' ', '>', '<', '"', "'", '=', '/', '\n', '\0', 'ə']
  for (const name of ['', '1', '-', '=a', ...ends, ...ends.map((end) => `a${end}`)]) {
    throws(() => jsx(name, {}), /no plain name/, name)
    throws(() => jsx('p', { [name]: 'x' }), /no plain name/, name)
    throws(() => jsx('p', { [name]: true }), /no plain name/, name)
  }
})

test('an element that holds nothing is closed at once', () => {
  for (const tag of ['br', 'hr', 'img', 'input', 'link', 'meta', 'wbr'] as const) {
    equal(jsx(tag, {}).text, `<${tag}/>`)
    equal(jsx(tag, { id: 'a' }).text, `<${tag} id="a"/>`)
    throws(() => jsx(tag, { children: 'a' }), /has no children/)
  }
  equal((<div />).text, '<div></div>')
})

test('a component is called once, and its children before it', () => {
  const called: string[] = []
  const Named = ({ name, children }: { readonly name: string; readonly children?: Child }) => {
    called.push(name)
    return children
  }
  const markup = (
    <Named name="outer">
      <Named name="first">{'<'}</Named>
      <Named name="second" />
    </Named>
  )
  equal(markup.text, '&lt;')
  deepEqual(called, ['first', 'second', 'outer'])
})

test('an element or attribute that our pages do not have does not compile', () => {
  // @ts-expect-error Nobody draws here.
  equal((<canvas />).text, '<canvas></canvas>')
  // @ts-expect-error The language of HTML, not of a framework.
  equal((<p className="a" />).text, '<p className="a"></p>')
  // @ts-expect-error It would say "true".
  equal((<p id={true} />).text, '<p id="true"></p>')
  // @ts-expect-error A thing with a text is no markup.
  throws(() => <p>{{ text: '<b>' }}</p>, /is no child/)
})

test('any text is read back by a browser as it was, as a child and as a value', () => {
  const text = fc.string({
    unit: fc.constantFrom(...SIGNS.split(''), 'a', ';', '#', ' ', 'ə', '\u00a0'),
  })
  fc.assert(
    fc.property(text, (typed) => {
      const [element] = parseFragment((<b title={typed}>{typed}</b>).text).childNodes
      if (!element || !('attrs' in element)) throw new Error('an element was written')
      deepEqual(element.attrs, [{ name: 'title', value: typed }])
      deepEqual(
        element.childNodes.map((child) => 'value' in child && child.value),
        typed === '' ? [] : [typed],
      )
    }),
  )
})
