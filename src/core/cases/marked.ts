/** What has to be mended: a field of an item, or a kind of document; and what is said of it. */
export type Place =
  | {
      readonly kind: 'field'
      readonly block: string
      readonly item: string
      readonly field: string
      readonly note: string
    }
  | { readonly kind: 'document'; readonly document: string; readonly note: string }
