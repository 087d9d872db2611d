import { Heading, type HeadingLevel } from '#ui/heading.tsx'
import { classes, type Child } from '#ui/markup.ts'

/** News that the page itself does not carry: something done, or something to know. */
type Props = {
  readonly title: Child
  readonly titleId?: string | undefined
  readonly success?: boolean | undefined
  /** It answers what was just done, so that it is read out and takes the focus. */
  readonly alert?: boolean | undefined
  readonly headingLevel?: HeadingLevel | undefined
  /** Scripts move the focus to an alert when the page opens, unless this is false. */
  readonly autofocus?: boolean | undefined
  readonly children: Child
}

const TITLE_ID = 'govuk-notification-banner-title'

export function NotificationBanner(props: Props) {
  const { title, titleId = TITLE_ID, success, headingLevel = 2, autofocus, children } = props
  const { alert = success } = props
  return (
    <div
      class={classes('govuk-notification-banner', success && 'govuk-notification-banner--success')}
      role={alert ? 'alert' : 'region'}
      aria-labelledby={titleId}
      data-module="govuk-notification-banner"
      data-disable-auto-focus={autofocus === undefined ? undefined : !autofocus}
    >
      <div class="govuk-notification-banner__header">
        <Heading level={headingLevel} class="govuk-notification-banner__title" id={titleId}>
          {title}
        </Heading>
      </div>
      <div class="govuk-notification-banner__content">
        {typeof children === 'string' ? <BannerLine>{children}</BannerLine> : children}
      </div>
    </div>
  )
}

/** The one line that matters, where the banner holds more than that line. */
function BannerLine({ children }: { readonly children: Child }) {
  return <p class="govuk-notification-banner__heading">{children}</p>
}
