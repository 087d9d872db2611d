import { type DefaultTreeAdapterTypes as Tree, parseFragment } from 'parse5'

/**
 * Two pieces of HTML that mean the same print the same: one node a line, attributes and classes in
 * order, no comments, white space as a browser collapses it. Elements without a break before and
 * after them are told from the others, so that a missing space between two words is seen.
 */
const INLINE = new Set(['a', 'b', 'br', 'code', 'em', 'small', 'span', 'strong', 'svg', 'time'])
const KEPT_AS_WRITTEN = new Set(['textarea', 'pre'])

export function printedMarkup(html: string): string {
  const root = parseFragment(html)
  return [...nodeLines(root, ''), `reads: ${collapsed(reading(root))}`].join('\n')
}

type Node = Tree.ChildNode | Tree.DocumentFragment

function nodeLines(node: Node, indent: string): readonly string[] {
  if (node.nodeName === '#comment') return []
  if ('value' in node) {
    const asWritten = node.parentNode && KEPT_AS_WRITTEN.has(node.parentNode.nodeName)
    const text = asWritten ? node.value : collapsed(node.value)
    return text ? [`${indent}${JSON.stringify(text)}`] : []
  }
  if (!('childNodes' in node)) return []
  const inside = 'attrs' in node ? `${indent}  ` : indent
  const children = node.childNodes.flatMap((child) => nodeLines(child, inside))
  return 'attrs' in node ? [`${indent}<${startTag(node)}>`, ...children] : children
}

function startTag({ tagName, attrs }: Tree.Element): string {
  const written = attrs
    .map(({ name, value }) => `${name}=${JSON.stringify(normal(name, value))}`)
    .sort()
  return [tagName, ...written].join(' ')
}

const normal = (name: string, value: string): string =>
  name === 'class' ? collapsed(value).split(' ').sort().join(' ') : value

const collapsed = (text: string): string => text.replace(/\s+/g, ' ').trim()

function reading(node: Node): string {
  if (node.nodeName === '#comment') return ''
  if ('value' in node) return node.value
  if (!('childNodes' in node)) return ''
  const inside = node.childNodes.map(reading).join('')
  return INLINE.has(node.nodeName) ? inside : ` ${inside} `
}
