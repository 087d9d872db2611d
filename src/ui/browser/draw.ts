// Draws the same parts in the browser that the server writes as text. The build puts this in the
// place of src/ui/jsx: no part here keeps state or changes once it is drawn.
import { SWITCHES } from '#ui/jsx/elements.ts'
import type { Child } from '#ui/markup.ts'
import { HEADINGS, parted } from '#ui/parted.ts'

type Text = string | number | boolean
type Props = { readonly children?: unknown; readonly [name: string]: unknown }
type Drawing = { readonly tag: string | ((props: Props) => unknown); readonly props: Props }

/** What JSX is compiled to: nothing is drawn before its parent is known. */
export const jsx = (tag: Drawing['tag'], props: Props): Drawing => ({ tag, props })
export const jsxs = jsx
export const Fragment = ({ children }: Props): unknown => children

/** Puts the parts into the element, in the place of what it held. */
export function draw(parts: Child, element: Element): void {
  element.replaceChildren()
  append(parts, element)
  for (const heading of element.querySelectorAll(HEADINGS.join())) partTexts(heading)
}

/** As the frame of a page does with what the server writes. */
function partTexts(heading: Element): void {
  heading.normalize()
  const texts = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT)
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    text.nodeValue = parted(text.nodeValue ?? '', document.documentElement.lang)
  }
}

function append(part: unknown, parent: Element): void {
  if (Array.isArray(part)) for (const each of part) append(each, parent)
  else if (isDrawing(part)) {
    if (typeof part.tag === 'function') append(part.tag(part.props), parent)
    else parent.append(elementOf(part.tag, part.props, parent))
  } else if (isText(part) && typeof part !== 'boolean') parent.append(String(part))
}

const SVG = 'http://www.w3.org/2000/svg'

function elementOf(tag: string, { children, ...attributes }: Props, parent: Element): Element {
  const element = document.createElementNS(tag === 'svg' ? SVG : parent.namespaceURI, tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (!SWITCHES.has(name)) {
      if (isText(value)) element.setAttribute(name, String(value))
    } else if (value === true) element.setAttribute(name, '')
  }
  append(children, element)
  return element
}

const isText = (part: unknown): part is Text =>
  typeof part === 'string' || typeof part === 'number' || typeof part === 'boolean'

const isDrawing = (part: unknown): part is Drawing =>
  typeof part === 'object' && part !== null && 'tag' in part
