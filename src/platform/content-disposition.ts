/** The header that names a file and says whether it is saved or shown (RFC 6266). */
export const contentDisposition = (how: 'attachment' | 'inline', name: string): string =>
  `${how}; filename*=UTF-8''${encodedName(name)}`

/** RFC 8187: what encodeURIComponent leaves alone and a header may not hold is encoded too. */
const encodedName = (name: string): string =>
  encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
