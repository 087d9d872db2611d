import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { LANGUAGES } from '#core/language.ts'
import { localPath } from '#platform/local-path.ts'

test('after the sign-in a person goes on to a page of ours and to nothing else', () => {
  const cases = [
    ['/en/applications', '/en/applications'],
    ['/az/applications/1?a=b&c=%20d', '/az/applications/1?a=b&c=%20d'],
    ['/ru', '/ru'],
    ['/en/applications/../../az/verify', '/az/verify'],
    ['', undefined],
    ['en/applications', undefined],
    ['/', undefined],
    ['/de/applications', undefined],
    ['/english', undefined],
    ['/static/portal.css', undefined],
    ['//evil.example', undefined],
    ['//evil.example/en/', undefined],
    ['/en//evil.example', undefined],
    ['/en/..//evil.example', undefined],
    ['/en/../evil', undefined],
    ['/\\evil.example', undefined],
    ['/en/\\evil.example', undefined],
    ['\\\\evil.example', undefined],
    ['/\t/evil.example', undefined],
    ['/en/\n/evil.example', undefined],
    [' /en/applications', undefined],
    ['https://evil.example/en/', undefined],
    ['http://here.invalid/en/', undefined],
    ['javascript:alert(1)', undefined],
    ['/en/x?then=https://evil.example', undefined],
    [`/en/${'a'.repeat(3000)}`, undefined],
  ] as const
  deepEqual(
    cases.map(([next]) => [next, localPath(next, LANGUAGES)]),
    cases,
  )
  equal(localPath(undefined, LANGUAGES), undefined)
})
