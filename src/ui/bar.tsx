/** A length beside a number, as a share of the longest: the number says the same. */
export const Bar = ({ share }: { readonly share: number }) => {
  const length = Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10
  return (
    <svg
      class="kc-bar"
      viewBox="0 0 100 8"
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <path d={`M0 0h${length}v8h${-length}z`} fill="currentColor" />
    </svg>
  )
}
