import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { onceEach } from '#core/language.ts'
import { readSources, ROOT } from '#tools/sources.ts'

/** It writes nothing: it reads the months of fifty languages, once. */
const READS = 'src/core/facts/month-names.ts'

const MAKES = /new Intl\.|\.toLocale(?:Date|Time)?String\(/

test('what formats is made in one place, once for each language', () => {
  const lines = [...readSources(ROOT, ['src'])]
    .filter(([file]) => /(?<!\.test)\.tsx?$/.test(file) && file !== READS)
    .flatMap(([file, text]) => text.split('\n').map((line) => [file, line] as const))
    .filter(([, line]) => MAKES.test(line))

  deepEqual([...new Set(lines.map(([file]) => file))], ['src/telling/formatters.ts'])
  deepEqual(
    lines.filter(([, line]) => !line.includes('onceEach((language) => new Intl.')),
    [],
  )
})

test('the second reader of a language is given what was made for the first', () => {
  const made: string[] = []
  const named = onceEach((language) => {
    made.push(language)
    return { language }
  })

  equal(named('az'), named('az'))
  deepEqual([named('ru'), named('az')], [{ language: 'ru' }, { language: 'az' }])
  deepEqual(made, ['az', 'ru'])
})
