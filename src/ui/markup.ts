/**
 * This room knows HTML and accessibility and refuses to know the domain. Its components give the
 * markup of govuk-frontend, so that its styles and scripts fit; every word a person reads comes in
 * from outside, since the pages speak four languages.
 */

/** Known to this file alone: no other thing with a text passes for markup, wherever it is from. */
const MARKUP = Symbol('markup')

/** What JSX gives: text that is markup already, and is not escaped again. */
export type Markup = { readonly [MARKUP]: true; readonly text: string }

/** Says of a text that it is markup. Whoever calls this answers for every part of it. */
export const raw = (text: string): Markup => ({ [MARKUP]: true, text })

export const isMarkup = (value: unknown): value is Markup =>
  typeof value === 'object' && value !== null && MARKUP in value

/** What may stand in an element. Not `true`, which nobody means to show. */
export type Child = Markup | string | number | false | null | undefined | readonly Child[]

/** A child as it is written into its element. */
export function render(child: Child): string {
  if (typeof child === 'string') return escaped(child)
  if (isMarkup(child)) return child.text
  if (child === undefined || child === null || child === false) return ''
  if (typeof child === 'number') return String(child)
  if (!isList(child)) throw new Error(`${kindOf(child)} is no child of an element`)
  let text = ''
  for (const each of child) text += render(each)
  return text
}

const isList = (child: Child): child is readonly Child[] => Array.isArray(child)

/** Not the thing itself: a text in it may be somebody's, and this is written into the log. */
export function kindOf(value: unknown): string {
  if (value instanceof Promise) return 'A promise, of a component that waits,'
  return typeof value === 'object' ? `An object (${Object.keys(value ?? {}).join()})` : typeof value
}

/** As it may stand between tags and within the quotation marks of an attribute. */
export const escaped = (text: string): string =>
  SPECIAL.test(text) ? text.replace(EVERY_SPECIAL, (sign) => REFERENCES[sign] ?? sign) : text

const SPECIAL = /[&<>"']/
const EVERY_SPECIAL = /[&<>"']/g
const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Whether there is anything to show: what is left out, empty or false takes no element. */
export const shows = (child: Child): boolean =>
  child !== undefined && child !== null && child !== false && child !== ''

export type ClassName = string | false | undefined

/** The value of a class attribute, or none where no class is left. */
export const classes = (...names: readonly ClassName[]): string | undefined =>
  names.filter(Boolean).join(' ') || undefined

export type TextSize = 's' | 'm' | 'l' | 'xl'
