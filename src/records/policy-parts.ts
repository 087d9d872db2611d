import { z } from 'zod'
import { isIsoDate, type IsoDate } from '#core/dated.ts'
import { EVERY_OTHER, PROVISIONAL } from '#core/policy/basis.ts'

/** Of what the shapes of policy documents are made. */
export const text = z.string().min(1).max(4000)
export const words = z.strictObject({ az: text, tr: text, en: text, ru: text }).readonly()
export const officeWords = z.strictObject({ az: text, en: text }).readonly()
export const code = z
  .string()
  .regex(/^[A-Za-z0-9]+([-.][A-Za-z0-9]+)*$/, 'a code is letters and digits')
export const codes = z.array(code).max(100).readonly()
export const count = z.int().min(0).max(1_000_000_000)
export const day = z.custom<IsoDate>(
  (value) => typeof value === 'string' && isIsoDate(value),
  'a day is written YYYY-MM-DD',
)
/** What every document that holds for a time says of itself. */
export const enacted = {
  id: code,
  family: code,
  title: words,
  inForceFrom: day,
  inForceUntil: day.exactOptional(),
}

const basis = z
  .string()
  .regex(/^(provisional|[a-z0-9-]+(\/[A-Za-z0-9.-]+)?)$/, 'provisional, or an act and its clause')

/** Every property of an entry has a basis, by name or, if provisional, through `*`. */
export function grounded<Shape extends z.ZodRawShape, Parts extends z.ZodRawShape>(
  shape: Shape,
  parts: Parts,
) {
  return z
    .strictObject({ ...shape, ...parts, basis: z.record(z.string(), basis).readonly() })
    .superRefine((entry: Record<string, unknown>, context) => {
      const bases = z.record(z.string(), z.string()).parse(entry['basis'])
      const other = bases[EVERY_OTHER]
      if (other !== undefined && other !== PROVISIONAL) {
        context.addIssue({ code: 'custom', path: ['basis', '*'], message: 'only provisional' })
      }
      for (const property of Object.keys(shape)) {
        if (property in entry && bases[property] === undefined && other === undefined) {
          context.addIssue({ code: 'custom', path: ['basis'], message: `${property} has no basis` })
        }
      }
      for (const property of Object.keys(bases)) {
        if (property !== EVERY_OTHER && !(property in shape && property in entry)) {
          const message = `${property} is not a property here`
          context.addIssue({ code: 'custom', path: ['basis', property], message })
        }
      }
    })
}
