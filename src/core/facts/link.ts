/** The most characters of an address that browsers of all kinds open. */
const LINK_MAX = 500

/**
 * A web address as people write it, in the form that opens: without https:// in front, a DOI by its
 * number, brackets or a full stop of the sentence around it; undefined where nothing would open.
 */
export function readLink(typed: string): string | undefined {
  const bare = typed.replace(/[.,;]$/, '')
  const text = /^[<(“"«].*[>)”"»]$/u.test(bare) ? bare.slice(1, -1).trim() : bare.trim()
  const doi = /^(?:doi:\s*)?(10\.\d{4,9}\/\S+)$/i.exec(text)?.[1]
  const address = doi === undefined ? text : `https://doi.org/${doi}`
  const whole = /^[a-z][a-z\d+.-]*:\/\//i.test(address) ? address : `https://${address}`
  if (/[\s\\]/.test(whole) || whole.length > LINK_MAX) return undefined
  const [, scheme = '', host = '', rest = ''] = /^(https?):\/\/([^/?#]+)(.*)$/i.exec(whole) ?? []
  return HOST.test(host) ? `${scheme.toLowerCase()}://${host.toLowerCase()}${rest}` : undefined
}

const LABEL = String.raw`[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}-]{0,61}[\p{L}\p{N}\p{M}])?`

/** A name with a dot in it, in letters of any script; no user, and no number of a machine. */
const HOST = new RegExp(String.raw`^(?:${LABEL}\.)+(?!\d)${LABEL}(?::\d{1,5})?$`, 'u')
