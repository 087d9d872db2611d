/** What a file turned out to be, or why nobody could work with it; every reason has its words. */
export type Verdict =
  | {
      readonly ok: true
      readonly media: MediaKind
      /** Pages of a PDF; a picture is one. */
      readonly pages: number
      /** A picture as it is shown: upright, and nothing in it but the picture. */
      readonly shown?: Uint8Array
    }
  | { readonly ok: false; readonly reason: Fault }

export type MediaKind = 'pdf' | 'jpeg' | 'png'

export const FAULTS = [
  'empty',
  'heic',
  'other-picture',
  'word',
  'archive',
  'film',
  'unknown',
  'password',
  'active',
  'attached',
  'glued',
  'glued-picture',
  'no-page',
  'damaged-pdf',
  'pdf-cut',
  'page-size',
  'damaged-picture',
  'picture-cut',
  'too-heavy',
] as const
export type Fault = (typeof FAULTS)[number]

export const refused = (reason: Fault): Extract<Verdict, { ok: false }> => ({ ok: false, reason })
