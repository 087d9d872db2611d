import { Hono } from 'hono'
import { trySignIn } from '#portal/credentials.ts'
import { tidyEmail } from '#portal/email-field.tsx'
import { viewOf, type PortalEnv } from '#portal/env.ts'
import { paths } from '#portal/paths.ts'
import { refusedSignIn, signIn, signOut, wasSignedIn } from '#portal/session.tsx'
import { SignInPage } from '#portal/sign-in-page.tsx'
import { localPath } from '#portal/sign-in/local-path.ts'
import { done } from '#telling/done.tsx'

export const signInRoute = new Hono<PortalEnv>()

signInRoute.get(paths.signIn.pattern, (c) => {
  const { account, language } = c.var
  const next = localPath(c.req.query('next'))
  if (account) return c.redirect(next ?? paths.applications.to(language), 303)
  const away = next !== undefined && wasSignedIn(c)
  return c.html(<SignInPage view={viewOf(c)} next={next} away={away} />)
})

signInRoute.post(paths.signIn.pattern, async (c) => {
  const body = await c.req.parseBody()
  const text = (name: string) => (typeof body[name] === 'string' ? body[name] : '')
  const [typed, next] = [text('email'), localPath(text('next'))]
  const tried = await trySignIn(c, { email: tidyEmail(typed), password: text('password') })
  if (!tried.ok) {
    return refusedSignIn(c, { view: viewOf(c), next, email: typed, refusal: tried.refusal })
  }
  await signIn(c, tried.value)
  return done(c, next ?? paths.applications.to(c.var.language), 'signed-in')
})

signInRoute.post(paths.signOut.pattern, async (c) => {
  await signOut(c)
  return done(c, paths.home.to(c.var.language), 'signed-out')
})
