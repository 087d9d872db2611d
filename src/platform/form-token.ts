import { blindIndex, isTokenLike, sameBytes, type HouseSecret } from '#platform/sealing.ts'

/**
 * What a form of ours carries and no other site can know: another site can make a browser send our
 * cookie, never this. It belongs to whoever is signed in and not to the session, so that a form
 * that was open meanwhile still works after signing in again.
 */
export const FORM_TOKEN = 'form-token'

export const formToken = (secret: HouseSecret, { id }: { readonly id: string }): string =>
  blindIndex(secret, 'form token', id).toString('base64url')

export const isToken = (sent: string, token: string): boolean =>
  sameBytes(Buffer.from(sent), Buffer.from(token))

/** One that may be shown again, where it could not be found out whose form it is. */
export const tokenLike = (sent: string): string | undefined =>
  isTokenLike(sent) ? sent : undefined

/** On its way out, so that no page can forget it; markup has no other `>` than the ends of tags. */
export const withToken = (page: string, token: string | undefined): string =>
  token === undefined
    ? page
    : page.replace(POSTING, `$&<input type="hidden" name="${FORM_TOKEN}" value="${token}"/>`)

const POSTING = /<form\b[^>]*\bmethod="post"[^>]*>/g
