import { equal } from 'node:assert/strict'
import { test } from 'node:test'
import { nameWithEnding } from '#platform/intake/media.ts'
import type { MediaKind } from '#platform/intake/verdict.ts'

test('the ending of a name is put right by what the file is', () => {
  const cases: readonly (readonly [string, MediaKind, string])[] = [
    ['diploma.pdf', 'pdf', 'diploma.pdf'],
    ['DIPLOMA.PDF', 'pdf', 'DIPLOMA.PDF'],
    ['photo.jpeg', 'jpeg', 'photo.jpeg'],
    ['photo.jfif', 'jpeg', 'photo.jpg'],
    ['photo.jpg', 'png', 'photo.png'],
    ['scan.png', 'pdf', 'scan.pdf'],
    ['diploma', 'pdf', 'diploma.pdf'],
    ['diploma.pdf ', 'pdf', 'diploma.pdf'],
    ['diploma.pdf .', 'pdf', 'diploma.pdf ..pdf'],
    ['my.cv', 'pdf', 'my.cv.pdf'],
    ['letter.docx', 'pdf', 'letter.docx.pdf'],
    ['Frau Dr. Weiss', 'pdf', 'Frau Dr. Weiss.pdf'],
    ['.pdf', 'jpeg', 'document.jpg'],
    ['.pdf', 'pdf', 'document.pdf'],
    ['', 'png', 'document.png'],
  ]
  for (const [name, media, kept] of cases) equal(nameWithEnding(name, media), kept, name)
})
