/** The code that Node and PostgreSQL put on their errors, ENOSPC or 28P01; else empty. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return ''
  if ('code' in error && typeof error.code === 'string') return error.code
  return error instanceof AggregateError ? codeOf(error.errors[0]) : codeOf(error.cause)
}

/** 53100 is PostgreSQL's `disk_full`. */
export const isDiskFull = (error: unknown): boolean =>
  ['ENOSPC', 'EDQUOT', '53100'].includes(codeOf(error))

export const diskFullSentence = (path: string): string =>
  `The disk that holds ${path} is full; nothing was changed. Make room and start again.`

/** What a refused file operation means to the person who started us. */
export function troubleSentence(error: unknown, path: string): string {
  switch (codeOf(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return diskFullSentence(path)
    case 'EACCES':
    case 'EPERM':
      return `${path} may not be written by this account; choose another folder with KECID_DATA.`
    case 'EROFS':
      return `${path} is on a read-only disk; choose another folder with KECID_DATA.`
    case 'ENOENT': // what mkdir answers below a folder that takes no more
      return `${path} cannot be made; choose another folder with KECID_DATA.`
    case 'ENOTDIR':
    case 'EEXIST':
      return `${path} is not a folder; choose another one with KECID_DATA.`
    default:
      throw new Error(`${path} could not be used`, { cause: error })
  }
}
