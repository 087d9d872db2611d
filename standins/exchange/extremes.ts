/** Answers that only an attack or a broken program gives. */

/** Below the ten megabytes at which a security server refuses an answer itself. */
export const HUGE = 'x'.repeat(9_000_000)
const LEVELS = 50_000

export const deepJson = (): string => `${'{"a":'.repeat(LEVELS)}1${'}'.repeat(LEVELS)}`
export const deepXml = (): string => `${'<a>'.repeat(LEVELS)}${'</a>'.repeat(LEVELS)}`

/** Read by a parser that follows entities, it is some gigabytes. */
export const growingEntities = (): string => {
  const entities = Array.from({ length: 9 }, (_, index) => {
    const inside = index === 0 ? 'kecid' : `&e${index - 1};`.repeat(10)
    return `<!ENTITY e${index} "${inside}">`
  })
  return `<!DOCTYPE a [${entities.join('')}]>`
}

export const refusedConnection = (): Promise<never> =>
  Promise.reject(Object.assign(new Error('nobody is there'), { code: 'ECONNREFUSED' }))

export const neverAnswers = (): Promise<never> => new Promise(() => undefined)
