const HOUR_MS = 3_600_000
const BEFORE_MS = 5 * 60_000

/** Says shortly before that the session ends, and keeps it alive where somebody says so. */
export function announceIdle(): void {
  const notice = document.querySelector<HTMLElement>('[data-kc-idle-hours]')
  const [body, button] = [notice?.firstElementChild, notice?.querySelector('button')]
  if (!notice || !(body instanceof HTMLElement) || !button) return
  const { kcIdleHours, kcStay = '' } = notice.dataset
  const show = (isShown: boolean): void => {
    body.hidden = !isShown
    // It lies over the end of the window: what has the focus there is moved above it.
    document.documentElement.style.scrollPaddingBottom = `${notice.offsetHeight}px`
  }
  const wait = (): void => {
    setTimeout(() => show(true), Number(kcIdleHours) * HOUR_MS - BEFORE_MS)
  }
  button.addEventListener('click', () => {
    show(false)
    document.getElementById('main')?.focus({ preventScroll: true })
    fetch(kcStay, { method: 'HEAD', redirect: 'manual', cache: 'no-store' }).then(
      // Whoever is signed in is sent on; the page of the sign-in itself is for those who are not.
      ({ type }) => (type === 'opaqueredirect' ? wait() : show(true)),
      () => show(true),
    )
  })
  wait()
}
