import { join, resolve } from 'node:path'
import type { Policy, Published } from '#core/policy/policy.ts'
import type { Procedure } from '#core/policy/procedure.ts'

const ROOT = resolve(import.meta.dirname, '..')

/**
 * What the product is shipped with: for the loader, for what is said of its words alone, and for
 * journeys through the types that no frozen policy has.
 */
export const SHIPPED_POLICY = join(ROOT, 'policy')

/**
 * What every other test stands on. It was frozen once, so that a figure, a name or a question that
 * the Service changes breaks no test of what the code does.
 */
export const FROZEN_POLICY = join(ROOT, 'test', 'policy')

/** Documents as if all of them, and nothing else, had been published. */
export const published = <Document>(
  current: ReadonlyMap<string, Document>,
): Published<Document> => ({ current, get: (hash) => current.get(hash) })

/** The procedure by which people are recognised, as it is in force. */
export const recognitionBy = ({ procedures }: Pick<Policy, 'procedures'>): Procedure | undefined =>
  [...procedures.current.values()].find(({ family }) => family === 'az-nk-99')

/** The types that some story of the demonstration is about: all that are frozen. */
export const played = ({ types }: Pick<Policy, 'types'>) => [...types.current.values()]
