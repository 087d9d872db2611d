import type { MaterialContent, MaterialKind } from '#core/promotion/material.ts'
import { CARD, cardPages } from '#telling/material/card.ts'
import { FOLDED, foldedPages, HANDOUT, handoutPages } from '#telling/material/leaflet.ts'
import { messageOf } from '#telling/material/message.ts'
import { pagesOf, type Page, type Paper } from '#telling/material/pages.ts'
import { POSTER, posterPages } from '#telling/material/poster.ts'
import { SCREEN, slidePages } from '#telling/material/slides.ts'
import type { SheetMoment } from '#telling/sheet-file.ts'

/** A piece of material as it is saved or shown. */
export type MaterialFile = {
  readonly bytes: Uint8Array
  readonly type: 'application/pdf' | 'text/plain; charset=utf-8'
  readonly ending: 'pdf' | 'txt'
}

const DRAWN: Readonly<
  Record<
    Exclude<MaterialKind, 'text'>,
    { readonly paper: Paper; readonly pages: (content: MaterialContent) => readonly Page[] }
  >
> = {
  'leaflet-a4': { paper: FOLDED, pages: foldedPages },
  'leaflet-a5': { paper: HANDOUT, pages: handoutPages },
  poster: { paper: POSTER, pages: posterPages },
  slides: { paper: SCREEN, pages: slidePages },
  'wallet-card': { paper: CARD, pages: cardPages },
}

/** The same content, made at the same moment, gives the same bytes. */
export async function materialFile(
  content: MaterialContent,
  kind: MaterialKind,
  madeAt: SheetMoment,
): Promise<MaterialFile> {
  if (kind === 'text') {
    const bytes = new TextEncoder().encode(messageOf(content))
    return { bytes, type: 'text/plain; charset=utf-8', ending: 'txt' }
  }
  const { paper, pages } = DRAWN[kind]
  const bytes = await pagesOf(content, { paper, pages: pages(content), madeAt })
  return { bytes, type: 'application/pdf', ending: 'pdf' }
}
