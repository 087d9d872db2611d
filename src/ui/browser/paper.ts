/**
 * What is folded away is part of the page on paper: the styles unfold it, and this does so for
 * browsers that cannot be told by styles.
 */
export function unfoldForPaper(): void {
  let folded: HTMLDetailsElement[] = []
  addEventListener('beforeprint', () => {
    folded = [...document.querySelectorAll<HTMLDetailsElement>('details:not([open])')]
    for (const details of folded) details.open = true
  })
  addEventListener('afterprint', () => {
    for (const details of folded) details.open = false
  })
}
