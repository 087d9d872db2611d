// What the compiler makes of JSX on the server: every element is its text at once, children before
// parents. There is no tree, so a component cannot look into its children, nor wait.
import { escaped, isMarkup, kindOf, raw, render, type Child, type Markup } from '#ui/markup.ts'
import { SWITCHES, VOID, type Elements } from './elements.ts'

type Props = { readonly children?: Child; readonly [name: string]: unknown }
type Component = (props: Props) => Child

export function jsx(tag: string | Component, props: Props): Markup {
  if (typeof tag === 'function') return asMarkup(tag(props))
  let text = `<${plain(tag)}`
  for (const name in props) if (name !== 'children') text += attribute(name, props[name])
  const { children } = props
  if (!VOID.has(tag)) return raw(`${text}>${render(children)}</${tag}>`)
  if (children !== undefined) throw new Error(`<${tag}> has no children`)
  return raw(`${text}/>`)
}

export const jsxs = jsx

export const Fragment = ({ children }: { readonly children?: Child }): Markup => asMarkup(children)

const asMarkup = (child: Child): Markup => (isMarkup(child) ? child : raw(render(child)))

function attribute(name: string, value: unknown): string {
  if (value === undefined || value === null) return ''
  if (typeof value === 'string') return ` ${plain(name)}="${escaped(value)}"`
  if (typeof value === 'number') return ` ${plain(name)}="${value}"`
  if (typeof value !== 'boolean') throw new Error(`${kindOf(value)} is no value of ${name}`)
  if (!SWITCHES.has(name)) return ` ${plain(name)}="${value}"`
  return value ? ` ${name}=""` : ''
}

/** A name comes from our own code; one that could end itself would be a way into the page. */
function plain(name: string): string {
  if (!PLAIN.test(name)) throw new Error('a tag or an attribute has no plain name')
  return name
}

const PLAIN = /^[a-zA-Z][\w:.-]*$/

export declare namespace JSX {
  type Element = Markup
  type ElementType = keyof Elements | ((props: never) => Child)
  interface IntrinsicElements extends Elements {}
  interface ElementChildrenAttribute {
    children: unknown
  }
}
