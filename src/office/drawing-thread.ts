import type { IsoMoment } from '#core/dated.ts'
import type { MaterialContent, MaterialKind } from '#core/promotion/material.ts'
import { dateObjectOf } from '#platform/calendar.ts'
import { serveThread } from '#platform/thread.ts'
import { materialFile } from '#telling/material/file.ts'

type Drawing = {
  readonly content: MaterialContent
  readonly kind: MaterialKind
  readonly madeAt: IsoMoment
}

/** What `drawMaterial` asks for. */
export const draw = serveThread(({ content, kind, madeAt }: Drawing) =>
  materialFile(content, kind, dateObjectOf(madeAt)),
)
