/**
 * The answer to a form takes the focus: a summary and a banner do so by themselves, and on a page
 * that is itself the answer it is the heading.
 */
export function focusAnswer(): void {
  if (document.activeElement !== document.body) return
  const heading = document.querySelector<HTMLElement>('main[data-kc-answer] h1')
  if (!heading) return
  heading.tabIndex = -1
  heading.focus()
}
