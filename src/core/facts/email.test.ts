import { equal } from 'node:assert/strict'
import { test } from 'node:test'
import { emailFault } from '#core/facts/email.ts'

/** Three labels of the longest kind. */
const LABELS = Array(3).fill('a'.repeat(63)).join('.')

test('an e-mail address is one that mail can be sent to, or its fault is known', () => {
  const cases = [
    ['ana@example.pt', undefined],
    ['ana+visa@mail.example.pt', undefined],
    ["o'neil+x@sub.example.museum", undefined],
    ['ana@münchen.example', undefined],
    ['ana@xn--80akhbyknj4f.xn--p1ai', undefined],
    [`${'a'.repeat(64)}@example.pt`, undefined],
    [`${'a'.repeat(65)}@example.pt`, 'before-at'],
    ['@example.pt', 'before-at'],
    ['o’neil@example.org', 'before-at'],
    ['ana..b@example.org', 'before-at'],
    ['.ana@example.org', 'before-at'],
    ['ana.@example.org', 'before-at'],
    [`ana@${LABELS}.${'a'.repeat(55)}.pt`, undefined],
    [`ana@${LABELS}.${'a'.repeat(56)}.pt`, 'too-long'],
    [`ana@${'a'.repeat(64)}.pt`, 'behind-at'],
    ['ana@', 'behind-at'],
    ['ana@example', 'behind-at'],
    ['ana@example.c', 'behind-at'],
    ['ana@example..pt', 'behind-at'],
    ['ana@.pt', 'behind-at'],
    ['ana@exam_ple.org', 'behind-at'],
    ['ana@-example.org', 'behind-at'],
    ['', 'no-at'],
    ['ana example.org', 'no-at'],
    ['ana@@example.pt', 'many-at'],
    ['ana@example.pt\nBcc: all@example.pt', 'many-at'],
    ['ana@example.pt,bea@example.pt', 'many-at'],
    ['ana maria@example.pt', 'space'],
    ['Ana <ana@example.pt>', 'space'],
  ] as const
  for (const [text, fault] of cases) equal(emailFault(text), fault, text)
})
