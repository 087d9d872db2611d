import { join, resolve } from 'node:path'

/** The program that judges files, as the product starts it from its sources. */
export const JUDGE = join(resolve(import.meta.dirname, '..'), 'src', 'main', 'judge.ts')
