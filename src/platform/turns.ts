type Line = {
  readonly atOnce: number
  readonly waitingMax: number
}

/** Does work that takes a whole core, each piece in its turn; undefined where too many wait. */
export function turnsOf({ atOnce, waitingMax }: Line) {
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
    try {
      return await work()
    } finally {
      passOn()
    }
  }
}
