/** What a case is about besides the person, and where they read of that. */
export type AboutWhat = {
  readonly lead: string
  readonly title: string
  readonly href: string
}

export const AboutLine = ({ of: { lead, title, href } }: { readonly of: AboutWhat }) => (
  <p class="govuk-body">
    {lead}{' '}
    <a class="govuk-link" href={href}>
      {title}
    </a>
  </p>
)
