import { deepEqual, equal, throws } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Content } from '#exchange/content.ts'
import {
  contentIn,
  elementsOf,
  readXml,
  unwritableIn,
  xmlText,
  type XmlElement,
} from '#exchange/drivers/soap/xml.ts'

const refusal = (xml: string | Buffer): string => {
  const read = readXml(Buffer.from(xml))
  return read.ok ? 'read' : read.reason
}

const rootOf = (xml: string): XmlElement => {
  const read = readXml(Buffer.from(xml))
  if (!read.ok) throw new Error(read.reason)
  return read.root
}

const saidIn = (xml: string, lists: readonly string[] = []) => contentIn(rootOf(xml), lists)

test('an element knows its namespace, its attributes, its words and where it stands', () => {
  const xml = '<?xml version="1.0"?><!-- > --><a:r xmlns:a="urn:a" a:x="1" y=">&#60;"> <b/>é</a:r>'
  const read = readXml(Buffer.from(`\uFEFF${xml}`))
  if (!read.ok) throw new Error(read.reason)
  const { root, text } = read
  deepEqual(
    [root.name, root.namespace, root.text, root.attributes.get('{urn:a}x')],
    ['r', 'urn:a', ' é', '1'],
  )
  equal(root.attributes.get('y'), '><')
  equal(text.slice(root.start, root.end), xml.slice(xml.indexOf('<a:r')))
  deepEqual(
    root.children.map(({ start, end }) => text.slice(start, end)),
    ['<b/>'],
  )
})

test('CDATA is text, comments are not', () => {
  deepEqual(saidIn('<r><a>x<![CDATA[<&]]><!-- no -->y</a></r>'), { a: 'x<&y' })
})

test('a DOCTYPE, a foreign entity and a foreign encoding are refused', () => {
  const latin1 = '<?xml version="1.0" encoding="ISO-8859-1"?><a/>'
  const bomb = '<!DOCTYPE a [<!ENTITY b "b"><!ENTITY c "&b;&b;">]><a>&c;</a>'
  const cases: readonly (readonly [xml: string | Buffer, reason: string])[] = [
    ['<!DOCTYPE a><a/>', 'doctype'],
    ['<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>', 'doctype'],
    [bomb, 'doctype'],
    ['<a>&b;</a>', 'malformed'],
    ['<a>&__proto__;</a>', 'malformed'],
    ['<a>&constructor;</a>', 'malformed'],
    ['<a b="&b;"/>', 'malformed'],
    ['<a>&#0;</a>', 'malformed'],
    ['<?xml version="1.1"?><a>&#1;</a>', 'malformed'],
    [latin1, 'not-utf8'],
    [Buffer.from('<a>é</a>', 'latin1'), 'not-utf8'],
    [Buffer.from('\uFEFF<a/>', 'utf16le'), 'not-utf8'],
    [Buffer.from('<a/>', 'utf16le'), 'malformed'],
    ['', 'malformed'],
    ['   ', 'malformed'],
    ['<a>', 'malformed'],
    ['<a/><b/>', 'malformed'],
    ['<p:a/>', 'malformed'],
    ['<a b="1" b="2"/>', 'malformed'],
    ['<a>\u0001</a>', 'malformed'],
    ['<?xml version="1.0" encoding="utf-8"?><a>&lt;&gt;&amp;&quot;&apos;&#65;</a>', 'read'],
  ]
  deepEqual(
    cases.map(([xml]) => refusal(xml)),
    cases.map(([, reason]) => reason),
  )
})

test('what is too deep or too much is refused before it is kept', () => {
  const deep = (depth: number) => '<a>'.repeat(depth) + '</a>'.repeat(depth)
  const many = (count: number) => `<a>${'<b/>'.repeat(count - 1)}</a>`
  deepEqual([64, 65, 1_000_000].map(deep).map(refusal), ['read', 'too-deep', 'too-deep'])
  deepEqual([100_000, 100_001].map(many).map(refusal), ['read', 'too-many'])
})

test('a name that repeats is a list where the contract says so, and a fault elsewhere', () => {
  deepEqual(saidIn('<r><a>1</a><b>2</b></r>', ['a']), { a: ['1'], b: '2' })
  deepEqual(saidIn('<r><a>1</a><b/><a>3</a></r>', ['a']), { a: ['1', '3'], b: '' })
  equal(saidIn('<r><a>1</a><b/><a>3</a></r>'), undefined)
  deepEqual(saidIn('<r><x><a>1</a></x><y><a>2</a></y></r>'), { x: { a: '1' }, y: { a: '2' } })
  const many = saidIn(`<r>${'<a>1</a>'.repeat(90_000)}</r>`, ['a'])?.['a']
  equal(many?.length, 90_000)
})

test('what is not said by elements alone is not taken for content', () => {
  const xsi = 'xmlns:i="http://www.w3.org/2001/XMLSchema-instance"'
  equal(saidIn('<r>words<a/></r>'), undefined)
  equal(saidIn('<r><a>words<b/></a></r>'), undefined)
  equal(saidIn('<r xmlns:o="urn:other"><o:a/></r>'), undefined)
  equal(saidIn('<r><__proto__><admin>yes</admin></__proto__></r>'), undefined)
  deepEqual(saidIn('<p:r xmlns:p="urn:p"><p:a>1</p:a></p:r>'), { a: '1' })
  deepEqual(saidIn(`<r ${xsi}><a i:nil="true"/><b i:nil="1"/><c i:nil="false"/></r>`), { c: '' })
  deepEqual(saidIn('<r/>'), {})
})

test('what XML cannot hold is found before it is written, and never written', () => {
  const cases: readonly (readonly [content: Content, where: string])[] = [
    [{ a: '\u0000' }, 'a'],
    [{ a: { b: ['x', 'a\uD800'] } }, 'a.b'],
    [{ a: { b: [{ c: '\uFFFE' }] } }, 'a.b.c'],
    [{ 'a b': '1' }, 'a b'],
    [{ '': '1' }, ''],
    [{ 'a><x/': '1' }, 'a><x/'],
    [{ ['__proto__']: '1' }, '__proto__'],
  ]
  for (const [content, where] of cases) {
    equal(unwritableIn(content), where)
    throws(() => elementsOf(content))
  }
  equal(unwritableIn({ a: '😀 \t\r\n', b: [{ c: 'ə' }] }), undefined)
  equal(xmlText(`<&>"'\t`), '&lt;&amp;&gt;&quot;&apos;&#9;')
})

const text = fc.string({ unit: 'binary' }).filter((said) => unwritableIn({ said }) === undefined)
const name = fc.constantFrom('person', 'surname', 'x_1', 'ədəd')
const contents = fc.letrec<{ said: string | Content; content: Content }>((tie) => ({
  said: fc.oneof({ maxDepth: 3, withCrossShrink: true }, text, tie('content')),
  content: fc
    .tuple(
      fc.dictionary(name, tie('said'), { maxKeys: 3 }),
      fc.array(tie('said'), { minLength: 1, maxLength: 3 }),
    )
    .map(([said, item]) => ({ ...said, item })),
})).content

test('whatever can be written is read again as it was said', () => {
  fc.assert(
    fc.property(contents, (content) => {
      deepEqual(saidIn(`<r xmlns="">${elementsOf(content)}</r>`, ['item']), content)
    }),
  )
})

test('no bytes make the reader throw', () => {
  const pieces = fc.constantFrom(
    '<',
    '>',
    '/',
    'a',
    ' x="',
    '"',
    '<!DOCTYPE',
    '&',
    ';',
    ']]>',
    '<?',
  )
  const bytes = fc.oneof(
    fc.uint8Array(),
    fc.array(pieces).map((parts) => Buffer.from(parts.join(''))),
  )
  fc.assert(
    fc.property(bytes, (hostile) => {
      const read = readXml(hostile)
      if (read.ok) contentIn(read.root, [])
    }),
    { numRuns: 1000 },
  )
})
