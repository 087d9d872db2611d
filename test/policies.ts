import { join, resolve } from 'node:path'

const ROOT = resolve(import.meta.dirname, '..')

/** What the product is shipped with: for the loader, and for what is said of its words alone. */
export const SHIPPED_POLICY = join(ROOT, 'policy')

/**
 * What every other test stands on. It was frozen once, so that a figure, a name or a question that
 * the Service changes breaks no test of what the code does.
 */
export const FROZEN_POLICY = join(ROOT, 'test', 'policy')
