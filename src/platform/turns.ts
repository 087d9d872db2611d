type Line = {
  readonly atOnce: number
  readonly waitingMax: number
  /** Before the next begins it is quiet for as long as the last one took, at most so long. */
  readonly restMsMax?: number
}

/** Does work that takes a whole core, each piece in its turn; undefined where too many wait. */
export function turnsOf({ atOnce, waitingMax, restMsMax = 0 }: Line) {
  let working = 0
  const waiting: (() => void)[] = []
  const passOn = () => {
    const next = waiting.shift()
    if (next) next()
    else working -= 1
  }
  return async <Value>(work: () => Promise<Value>): Promise<Value | undefined> => {
    if (working === atOnce) {
      if (waiting.length === waitingMax) return undefined
      await new Promise<void>((resolve) => {
        waiting.push(resolve)
      })
    } else {
      working += 1
    }
    const began = performance.now()
    try {
      return await work()
    } finally {
      if (restMsMax === 0) passOn()
      else setTimeout(passOn, Math.min(restMsMax, performance.now() - began))
    }
  }
}
