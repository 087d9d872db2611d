import { classes, shows, type Child } from '#ui/markup.ts'

/** The way through a list too long for one page, or through the pages of a guide. */
type PageStep = {
  readonly href: string
  readonly text: Child
  /** What the page is about, where there are no numbers. */
  readonly label?: Child
}

export type PageNumber = {
  readonly number: number | string
  readonly href: string
  /** The number with the word for a page, since a bare number says little when read out. */
  readonly label: string
  readonly current?: boolean | undefined
}

type Props = {
  readonly label: string
  readonly previous?: PageStep | undefined
  readonly next?: PageStep | undefined
  readonly pages?: readonly (PageNumber | 'gap')[] | undefined
}

export function Pagination({ label, previous, next, pages }: Props) {
  const stacked = pages === undefined
  return (
    <nav
      class={classes('govuk-pagination', stacked && 'govuk-pagination--block')}
      aria-label={label}
    >
      {previous && <Step direction="prev" step={previous} stacked={stacked} />}
      {pages && <ul class="govuk-pagination__list">{pages.map(pageItem)}</ul>}
      {next && <Step direction="next" step={next} stacked={stacked} />}
    </nav>
  )
}

function pageItem(page: PageNumber | 'gap') {
  if (page === 'gap') {
    return <li class="govuk-pagination__item govuk-pagination__item--ellipsis">⋯</li>
  }
  const { number, href, label, current } = page
  return (
    <li class={classes('govuk-pagination__item', current && 'govuk-pagination__item--current')}>
      <a
        class="govuk-link govuk-pagination__link"
        href={href}
        aria-label={label}
        aria-current={current ? 'page' : undefined}
      >
        {number}
      </a>
    </li>
  )
}

type Direction = 'prev' | 'next'

type StepProps = {
  readonly direction: Direction
  readonly step: PageStep
  readonly stacked: boolean
}

function Step({ direction, step: { href, text, label }, stacked }: StepProps) {
  const arrowFirst = stacked || direction === 'prev'
  const decorated = stacked && !shows(label)
  const title = 'govuk-pagination__link-title'
  return (
    <div class={`govuk-pagination__${direction}`}>
      <a class="govuk-link govuk-pagination__link" href={href} rel={direction}>
        {arrowFirst && <Arrow direction={direction} />}{' '}
        <span class={classes(title, decorated && `${title}--decorated`)}>{text}</span>
        {stacked && shows(label) && (
          <>
            {' '}
            <span class="govuk-visually-hidden">:</span>{' '}
            <span class="govuk-pagination__link-label">{label}</span>
          </>
        )}{' '}
        {!arrowFirst && <Arrow direction={direction} />}
      </a>
    </div>
  )
}

const ARROWS = {
  prev: [
    'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896',
    'v-2h-12.984l4.2931-4.293-1.414-1.414z',
  ],
  next: [
    'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766',
    ' 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z',
  ],
} as const

function Arrow({ direction }: { readonly direction: Direction }) {
  return (
    <svg
      class={`govuk-pagination__icon govuk-pagination__icon--${direction}`}
      xmlns="http://www.w3.org/2000/svg"
      height="13"
      width="15"
      aria-hidden="true"
      focusable="false"
      viewBox="0 0 15 13"
    >
      <path d={ARROWS[direction].join('')} />
    </svg>
  )
}
