import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inspectRoutes } from 'hono/dev'
import { createOffice } from '#office/app.tsx'
import { createPortal } from '#portal/app.tsx'
import type { House } from '#records/house.ts'
import { type Finding, reportFindings, ROOT } from './sources.ts'

/** How often a form that anybody may send is taken: by whom it is counted, or why by nobody. */
type Limited =
  { readonly by: string; readonly in: string; readonly route: string } | { readonly why: string }

/** Every form that needs nobody signed in, by face and address. */
const PUBLIC_FORMS: Readonly<Record<string, Limited>> = {
  'portal/register': limited('askForLink', 'src/portal/link-request.ts', 'register/route.tsx'),
  'portal/forgotten-password': limited(
    'askForLink',
    'src/portal/link-request.ts',
    'new-password/route.tsx',
  ),
  'portal/sign-in': limited('trySignIn', 'src/portal/credentials.ts', 'sign-in/route.tsx'),
  'portal/verify': limited('countAttempts', 'src/records/attempts.ts', 'verify/route.tsx'),
  'portal/confirm/:token': { why: '256 random bits open it, once' },
  'portal/new-password/:token': { why: '256 random bits open it, once' },
  'portal/missions/:mission/ask/:type': limited(
    'tooManyAsked',
    'src/portal/asking/send.ts',
    'asking/route.tsx',
  ),
  'portal/questions/:token': { why: '256 random bits open it, and many that do not are counted' },
  'portal/questions/:token/delete': { why: '256 random bits open it, and it ends that' },
  'portal/sign-out': { why: 'it ends one’s own session, and nothing else' },
  'office/sign-in': {
    by: 'countAttempts',
    in: 'src/records/attempts.ts',
    route: 'src/office/sign-in/route.tsx',
  },
  'office/sign-out': { why: 'it ends one’s own session, and nothing else' },
  'office/keys': { why: 'it keeps a choice in the browser that sent it' },
}

function limited(by: string, where: string, route: string): Limited {
  return { by, in: where, route: `src/portal/${route}` }
}

/** What has to let a request pass before a form of those who are signed in is read. */
const GUARDS: readonly string[] = ['signedInOnly', 'ownPageOnly']

type Route = { readonly method: string; readonly path: string; readonly name: string }

/** Forms that anybody may send without end, and limits of forms that are no more. */
export function checkForms(
  routes: Readonly<Record<string, readonly Route[]>>,
  forms: Readonly<Record<string, Limited>>,
  textOf: (file: string) => string,
): readonly Finding[] {
  const open = Object.entries(routes).flatMap(([face, all]) =>
    openIn(all).map((address) => `${face}${address}`),
  )
  return [
    ...open
      .filter((each) => forms[each] === undefined)
      .map((each) =>
        finding(`anybody may send ${each} without end: say who counts it, or why nobody has to`),
      ),
    ...Object.entries(forms).flatMap(([address, form]) => {
      if (!open.includes(address)) return [finding(`nobody can send ${address} any more`)]
      if ('why' in form) return []
      const counts = /\bcountAttempts\(/.test(textOf(form.in))
      const asks = new RegExp(`\\b${form.by}\\(`).test(textOf(form.route))
      return counts && asks ? [] : [finding(`${form.route} does not ask ${form.by} of ${form.in}`)]
    }),
  ]
}

const finding = (message: string): Finding => ({
  file: 'tools/forms.ts',
  line: 0,
  rule: 'public-form',
  message,
})

/** Addresses at which something is sent and no guard stands before it. */
function openIn(routes: readonly Route[]): readonly string[] {
  const guarded = new Set(
    routes.filter(({ name }) => GUARDS.includes(name)).map(({ path }) => path),
  )
  const sent = routes.filter(({ method, path }) => !PASSIVE.includes(method) && !guarded.has(path))
  return [...new Set(sent.map(({ path }) => path.replace(LANGUAGE, '')))]
}

const PASSIVE: readonly string[] = ['GET', 'HEAD', 'ALL']
const LANGUAGE = /^\/:language\{[^}]*\}/

if (import.meta.main) {
  // Routes are laid out before anybody asks for them, and the house is not entered.
  const house = { portalUrl: 'http://portal', officeUrl: 'http://office' } as House
  const routes = {
    portal: inspectRoutes(createPortal(house, ROOT)),
    office: inspectRoutes(createOffice(house, ROOT)),
  }
  const textOf = (file: string) => readFileSync(join(ROOT, file), 'utf8')
  const seen = Object.values(routes).flat().length
  reportFindings('forms', seen, checkForms(routes, PUBLIC_FORMS, textOf))
}
