import { html } from 'hono/html'
import type { Child } from 'hono/jsx'

/**
 * This room knows HTML and accessibility and refuses to know the domain. Its components give the
 * markup of govuk-frontend, so that its styles and scripts fit; every word a person reads comes in
 * from outside, since the pages speak four languages.
 */

/** Components here are never asynchronous, so their markup is there at once, as plain text. */
export function render(node: Child): string {
  const markup = html`${node}`
  if (markup instanceof Promise) throw new Error('A component that waits cannot be rendered here')
  return markup.toString()
}

/** Whether there is anything to show: what is left out, empty or false takes no element. */
export const shows = (child: Child): boolean =>
  child !== undefined && child !== null && child !== false && child !== ''

export type ClassName = string | false | undefined

/** The value of a class attribute, or none where no class is left. */
export const classes = (...names: readonly ClassName[]): string | undefined =>
  names.filter(Boolean).join(' ') || undefined

export type TextSize = 's' | 'm' | 'l' | 'xl'
