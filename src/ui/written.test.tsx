import { equal } from 'node:assert/strict'
import { test } from 'node:test'
import { render } from '#ui/markup.ts'
import { Written } from '#ui/written.tsx'

test('a text is marked with its language where it is not the page’s, and never with a guess', () => {
  const marked = (language: string | undefined) =>
    render(
      <Written language={language} page="en">
        Yaxşı
      </Written>,
    )
  equal(marked('az'), '<span lang="az">Yaxşı</span>')
  equal(marked('en'), '<span>Yaxşı</span>')
  equal(marked(undefined), '<span lang="">Yaxşı</span>')
})
