import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import { checkForms } from './forms.ts'

const LANGUAGE = '/:language{(?:az|en)}'
const post = (path: string, name = '') => ({ method: 'POST', path: `${LANGUAGE}${path}`, name })
const guarded = (path: string) => ({ ...post(path, 'signedInOnly'), method: 'ALL' })
const register = { by: 'ask', in: 'ask.ts', route: 'route.ts' }
const texts: Readonly<Record<string, string>> = {
  'ask.ts': 'await countAttempts(tx)',
  'route.ts': 'await ask(c)',
  'free.ts': 'await tell(c)',
}

type Forms = Parameters<typeof checkForms>

const found = (routes: Forms[0], forms: Forms[1]) =>
  checkForms(routes, forms, (file) => texts[file] ?? '').map(({ message }) => message)

test('a form that anybody may send without end is found', () => {
  const portal = [post('/register'), guarded('/cases'), post('/cases')]
  deepEqual(found({ portal }, { 'portal/register': register }), [])
  deepEqual(found({ portal: [...portal, post('/ask')] }, { 'portal/register': register }), [
    'anybody may send portal/ask without end: say who counts it, or why nobody has to',
  ])
})

test('a limit that nobody asks, or that counts nothing, is found', () => {
  const portal = [post('/register')]
  for (const wrong of [
    { ...register, route: 'free.ts' },
    { ...register, in: 'free.ts' },
  ]) {
    deepEqual(found({ portal }, { 'portal/register': wrong }), [
      `${wrong.route} does not ask ask of ${wrong.in}`,
    ])
  }
  deepEqual(found({ portal: [] }, { 'portal/register': register }), [
    'nobody can send portal/register any more',
  ])
})
