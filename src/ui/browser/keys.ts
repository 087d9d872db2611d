// Keys of the office. An element with data-kc-key="s" is used by pressing s; j and k walk the rows
// of the first list. Single keys disturb people who speak to their computer (WCAG 2.1.4), so they
// work only where the page says the person wants them: class kc-keys on body.

const TYPING = 'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]'

export function listenForKeys(): void {
  if (!document.body.classList.contains('kc-keys')) return
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.repeat) return
    if (event.target instanceof Element && event.target.matches(TYPING)) return
    if (use(event.key)) event.preventDefault()
  })
}

function use(key: string): boolean {
  if (key === 'j' || key === 'k') return walk(key === 'j' ? 1 : -1)
  const element = [...document.querySelectorAll<HTMLElement>('[data-kc-key]')].find(
    (candidate) => candidate.dataset['kcKey'] === key,
  )
  if (!element) return false
  if (element.matches('input, textarea, select')) element.focus()
  else element.click()
  return true
}

function walk(step: 1 | -1): boolean {
  const links = [...document.querySelectorAll<HTMLElement>('.kc-list tbody tr')]
    .map((row) => row.querySelector<HTMLElement>('a, button'))
    .filter((link) => link !== null)
  const row = document.activeElement?.closest('tr')
  const at = links.findIndex((link) => link.closest('tr') === row)
  const next = links[at === -1 ? 0 : Math.min(Math.max(at + step, 0), links.length - 1)]
  next?.focus()
  return next !== undefined
}
