import type { Json } from '#core/canonical.ts'
import { raw } from '#ui/markup.ts'

/** What search engines read (schema.org); no text in it can end the element that it stands in. */
export const StructuredData = ({ data }: { readonly data: Json }) => (
  <script type="application/ld+json">
    {raw(JSON.stringify(data).replaceAll('<', String.raw`\u003c`))}
  </script>
)
