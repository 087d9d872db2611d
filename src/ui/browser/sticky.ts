/**
 * Parts that stay in view would hide what has the focus (WCAG 2.4.11), and how high they are only
 * the laid-out page knows. So they stay in view only where this script measures them: the head of
 * a case as --kc-head, and with the head of a list below it as --kc-stuck, which is what the page
 * keeps free above whatever is scrolled to.
 */
export function measureSticky(): void {
  const [head, list] = ['.kc-case-head', '.kc-list thead'].map((each) =>
    document.querySelector<HTMLElement>(each),
  )
  const parts = [head, list].filter((part) => part !== null && part !== undefined)
  if (parts.length === 0) return
  const measure = (): void => {
    const [above, below] = [heightOf(head), heightOf(list)]
    const { style } = document.documentElement
    style.setProperty('--kc-head', `${above}px`)
    style.setProperty('--kc-stuck', `${above + below}px`)
  }
  const observer = new ResizeObserver(measure)
  for (const part of parts) observer.observe(part)
  addEventListener('resize', measure)
  measure()
}

/** A list's cells stick, and not its head; a part that scrolls away needs no room. */
function heightOf(part: HTMLElement | null | undefined): number {
  const stuck = part?.matches('thead') ? part.querySelector('th') : part
  if (!part || !stuck || getComputedStyle(stuck).position !== 'sticky') return 0
  return Math.ceil(part.getBoundingClientRect().height)
}
