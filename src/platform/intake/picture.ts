import sharp from 'sharp'
import { hasAnotherBehind } from '#platform/intake/behind.ts'
import { type Verdict, refused } from '#platform/intake/verdict.ts'

/** Only what we take can be decoded at all, whatever a file claims to be. */
sharp.cache(false)
sharp.concurrency(1)
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({ operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer'] })

const PIXELS_MAX = 60_000_000
const SIDE_MAX = 2200
const QUALITY = 82
const SECONDS_MAX = 10

/** A picture is good when it can be drawn to its end; what was drawn is what is shown. */
export async function judgePicture(bytes: Buffer, media: 'jpeg' | 'png'): Promise<Verdict> {
  if (hasAnotherBehind(bytes, media)) return refused('glued-picture')
  try {
    return { ok: true, media, pages: 1, shown: await drawn(bytes, 'error') }
  } catch (error) {
    const said = error instanceof Error ? error.message : ''
    if (/pixel limit|timeout|memory/i.test(said)) return refused('too-heavy')
    return refused((await canBeDrawn(bytes)) ? 'picture-cut' : 'damaged-picture')
  }
}

/** What is cut off below still begins as a picture. */
const canBeDrawn = (bytes: Uint8Array): Promise<boolean> =>
  drawn(bytes, 'none').then(
    () => true,
    () => false,
  )

/** Upright and on white, in the one colour space that every screen has, without anything else. */
async function drawn(bytes: Uint8Array, failOn: 'error' | 'none'): Promise<Uint8Array> {
  return sharp(bytes, { limitInputPixels: PIXELS_MAX, failOn, sequentialRead: true, pages: 1 })
    .autoOrient()
    .toColourspace('srgb')
    .flatten({ background: '#ffffff' })
    .resize({ width: SIDE_MAX, height: SIDE_MAX, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: QUALITY })
    .timeout({ seconds: SECONDS_MAX })
    .toBuffer()
}
