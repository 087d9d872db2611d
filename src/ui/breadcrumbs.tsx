import { classes, type Child } from '#ui/markup.ts'

/** The way down to this page; an item without an address is the page itself. */
type Crumb = { readonly text: Child; readonly href?: string | undefined }

type Props = {
  readonly label: string
  readonly items: readonly Crumb[]
  readonly collapseOnMobile?: boolean | undefined
  readonly inverse?: boolean | undefined
}

export function Breadcrumbs({ label, items, collapseOnMobile, inverse }: Props) {
  return (
    <nav
      class={classes(
        'govuk-breadcrumbs',
        inverse && 'govuk-breadcrumbs--inverse',
        collapseOnMobile && 'govuk-breadcrumbs--collapse-on-mobile',
      )}
      aria-label={label}
    >
      <ol class="govuk-breadcrumbs__list">
        {items.map(({ text, href }) =>
          href === undefined ? (
            <li class="govuk-breadcrumbs__list-item" aria-current="page">
              {text}
            </li>
          ) : (
            <li class="govuk-breadcrumbs__list-item">
              <a class="govuk-breadcrumbs__link" href={href}>
                {text}
              </a>
            </li>
          ),
        )}
      </ol>
    </nav>
  )
}
