import { SaxesParser, type SaxesTagNS } from 'saxes'
import { assert } from '#core/assert.ts'
import type { Content, Said } from '#exchange/content.ts'
import { listOf, PROTOTYPE } from '#exchange/drivers/said.ts'

export type XmlElement = {
  /** Without its prefix. */
  readonly name: string
  readonly namespace: string
  /** By `{namespace}name`, or by the name alone where it is in none. */
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly XmlElement[]
  /** Its own, CDATA as well, without that of its children. */
  readonly text: string
  /** Where the whole element begins and ends in the text, to be copied as it was written. */
  readonly start: number
  readonly end: number
}

export type XmlRead =
  | { readonly ok: true; readonly root: XmlElement; readonly text: string }
  | { readonly ok: false; readonly reason: XmlRefusal }

export type XmlRefusal = 'doctype' | 'malformed' | 'not-utf8' | 'too-deep' | 'too-many'

const XML_DEPTH_MAX = 64
const XML_ELEMENTS_MAX = 100_000

type Growing = {
  -readonly [Key in keyof XmlElement]: Key extends 'children' ? Growing[] : XmlElement[Key]
}

/** What is sent to us is UTF-8 without a DOCTYPE: there are no entities but the five of XML. */
export function readXml(bytes: Uint8Array): XmlRead {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return { ok: false, reason: 'not-utf8' }
  }
  const found: { root?: XmlElement; reason: XmlRefusal } = { reason: 'malformed' }
  const refuse = (reason: XmlRefusal) => {
    found.reason = reason
    throw new Error(reason) // the one way to stop this parser
  }
  const parser = new SaxesParser({ xmlns: true, forceXMLVersion: true, defaultXMLVersion: '1.0' })
  const open: Growing[] = []
  let count = 0
  parser.on('doctype', () => refuse('doctype'))
  parser.on('xmldecl', ({ encoding = 'UTF-8' }) => {
    if (encoding.toUpperCase() !== 'UTF-8') refuse('not-utf8')
  })
  parser.on('opentag', (tag) => {
    count += 1
    if (count > XML_ELEMENTS_MAX) refuse('too-many')
    if (open.length === XML_DEPTH_MAX) refuse('too-deep')
    // No attribute may hold a bare <, so the last one begins this tag.
    const element = begun(tag, text.lastIndexOf('<', parser.position - 1))
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  const say = (said: string) => {
    const inside = open.at(-1)
    if (inside) inside.text += said
  }
  parser.on('text', say)
  parser.on('cdata', say)
  parser.on('closetag', () => {
    const element = open.pop()
    if (!element) return
    element.end = parser.position
    if (open.length === 0) found.root = element
  })
  try {
    parser.write(text).close()
  } catch {
    return { ok: false, reason: found.reason }
  }
  return found.root ? { ok: true, root: found.root, text } : { ok: false, reason: 'malformed' }
}

const begun = ({ local, uri, attributes }: SaxesTagNS, start: number): Growing => ({
  name: local,
  namespace: uri,
  attributes: new Map(
    Object.values(attributes).map(({ uri, local, value }) => [attributeName(uri, local), value]),
  ),
  children: [],
  text: '',
  start,
  end: start,
})

export const attributeName = (namespace: string, name: string): string =>
  namespace === '' ? name : `{${namespace}}${name}`

/** The tabs and ends of lines are written as numbers, or a reader would make them into others. */
const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

/** Fit for an element and for an attribute; what XML cannot hold was refused before. */
export function xmlText(text: string): string {
  assert(isXmlText(text), 'what XML cannot hold is refused before it is written')
  return text.replaceAll(/[&<>"'\t\n\r]/g, (character) => ESCAPES[character] ?? character)
}

/** XML 1.0 has no way to write most control characters, nor half of a surrogate pair. */
const isXmlText = (text: string): boolean =>
  // oxlint-disable-next-line no-control-regex -- these very characters are what is looked for
  text.isWellFormed() && !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(text)

const isXmlName = (name: string): boolean =>
  /^[\p{L}_][\p{L}\p{Nd}_.-]*$/u.test(name) && name !== PROTOTYPE

/** Where something stands that XML cannot hold; undefined where all of it can be written. */
export function unwritableIn(content: Content): string | undefined {
  for (const [name, said] of Object.entries(content)) {
    if (!isXmlName(name)) return name
    for (const one of listOf(said)) {
      if (typeof one === 'string') {
        if (!isXmlText(one)) return name
      } else {
        const where = unwritableIn(one)
        if (where !== undefined) return `${name}.${where}`
      }
    }
  }
  return undefined
}

/** The children of a wrapper; they are in no namespace (`elementFormDefault="unqualified"`). */
export const elementsOf = (content: Content): string =>
  Object.entries(content)
    .flatMap(([name, said]) => {
      assert(isXmlName(name), 'what XML cannot hold is refused before it is written')
      return listOf(said).map((one) => `<${name}>${inside(one)}</${name}>`)
    })
    .join('')

const inside = (said: string | Content): string =>
  typeof said === 'string' ? xmlText(said) : elementsOf(said)

const NIL = '{http://www.w3.org/2001/XMLSchema-instance}nil'

/**
 * What the children of an element say; undefined where it cannot be said: a name that repeats and
 * is not a list, words between elements, an element of somebody else's namespace. An element
 * without children is text. Children may be in the namespace of the wrapper too, as some registers
 * have it.
 */
export function contentIn(element: XmlElement, lists: readonly string[]): Content | undefined {
  const { namespace } = element
  function within({ children, text }: XmlElement): Content | undefined {
    if (text.trim() !== '') return undefined
    const found = new Map<string, Said>()
    const repeating = new Map<string, (string | Content)[]>()
    for (const child of children) {
      const { name } = child
      if (name === PROTOTYPE || !['', namespace].includes(child.namespace)) return undefined
      if (isNil(child)) continue
      const said = child.children.length === 0 ? child.text : within(child)
      if (said === undefined) return undefined
      const list = repeating.get(name)
      if (list) list.push(said)
      else if (lists.includes(name)) repeating.set(name, [said])
      else if (!found.has(name)) found.set(name, said)
      else return undefined
    }
    return Object.fromEntries<Said>([...found, ...repeating])
  }
  return within(element)
}

const isNil = ({ attributes }: XmlElement): boolean =>
  ['true', '1'].includes(attributes.get(NIL) ?? '')
