/**
 * What a message says, whichever protocol carries it: text under names, in one another and in
 * lists. Dates are ISO 8601 (`2026-11-27`, where no more is known `1987-03` or `1987`),
 * countries ISO 3166-1 alpha-3, yes and no are written out.
 */
export type Content = { readonly [name: string]: Said }
export type Said = string | Content | readonly (string | Content)[]
