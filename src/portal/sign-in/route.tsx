import { Hono } from 'hono'
import { first } from '#core/answers/typed.ts'
import { LANGUAGES } from '#core/language.ts'
import { localPath, pathIn } from '#platform/local-path.ts'
import { askedOf, secretOf, typedOf } from '#platform/typed.ts'
import { trySignIn } from '#portal/credentials.ts'
import { viewOf, type PortalEnv } from '#portal/env.ts'
import { paths } from '#portal/paths.ts'
import { refusedSignIn, signIn, signOut, wasSignedIn } from '#portal/session.tsx'
import { SignInPage } from '#portal/sign-in-page.tsx'
import { isForAnotherLanguage } from '#telling/another-language.ts'
import { done, isAfterSignIn } from '#telling/done.tsx'

export const signInRoute = new Hono<PortalEnv>()

signInRoute.get(paths.signIn.pattern, (c) => {
  const { account, language } = c.var
  const next = localPath(askedOf(c.req, 'next'), LANGUAGES)
  if (account) return c.redirect(next ?? paths.applications.to(language), 303)
  const away = next !== undefined && wasSignedIn(c)
  const noCookie = next !== undefined && !away && isAfterSignIn(next)
  return c.render(<SignInPage view={viewOf(c)} next={next} away={away} noCookie={noCookie} />)
})

signInRoute.post(paths.signIn.pattern, async (c) => {
  const typed = await typedOf(c.req)
  const [email, next] = [first(typed, 'email'), localPath(first(typed, 'next'), LANGUAGES)]
  const lost = first(typed, 'lost') === 'file'
  const again = { view: viewOf(c), email, lost }
  if (isForAnotherLanguage(typed)) {
    const inLanguage = next === undefined ? next : pathIn(next, c.var.language)
    return c.render(<SignInPage {...again} next={inLanguage} away={wasSignedIn(c)} />)
  }
  const tried = await trySignIn(c, { email, password: await secretOf(c.req, 'password') })
  if (!tried.ok) return refusedSignIn(c, { ...again, next, refusal: tried.refusal })
  await signIn(c, tried.value, email)
  const deed = lost ? 'signed-in-without-file' : 'signed-in'
  return done(c, next ?? paths.applications.to(c.var.language), deed)
})

signInRoute.post(paths.signOut.pattern, async (c) => {
  await signOut(c)
  return done(c, paths.home.to(c.var.language), 'signed-out')
})
