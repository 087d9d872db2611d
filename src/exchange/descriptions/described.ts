import { z } from 'zod'
import type { Contract } from '#exchange/contract.ts'

/** What somebody offers, for whoever writes a client of it. */
export type Described = {
  /** By which the parts of a WSDL are called. */
  readonly name: string
  readonly title: string
  readonly description: string
  readonly services: readonly DescribedService[]
  /** What is read by REST of nobody, such as keys. */
  readonly documents?: readonly { readonly path: string; readonly title: string }[]
}

export type DescribedService = {
  readonly contract: Contract
  /** What it does, in a few words. */
  readonly title: string
  /** From the first slash after the address at which all of them are. */
  readonly path: string
}

/** A contract as a schema of OpenAPI 3.0. */
export const schemaOf = (shape: z.ZodType) => z.toJSONSchema(shape, { target: 'openapi-3.0' })
