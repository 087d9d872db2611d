import { deepEqual, ok } from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { addDays, isoDate, weekday } from '#core/dated.ts'
import { LANGUAGES } from '#core/language.ts'
import { formatDate } from '#telling/dates.ts'
import { mailOfLetter } from '#telling/letter-mails.ts'
import { renderLetter } from '#telling/letters.ts'
import { OUTCOME_WORDS, STAGE_WORDS } from '#telling/kind-words.ts'
import {
  BUTTONS,
  GLOSSARY,
  PLAIN_DAYS,
  PROMISES,
  PROMISE_WORDS,
  TERMS,
} from '#test/reviewed-words.ts'
import { readPolicyFiles } from '#records/policy-files.ts'
import { SHIPPED_POLICY } from '#test/policies.ts'
import { readTexts, TONGUES, type Text, type Tongue } from '#tools/read-words.ts'
import { readSources, ROOT } from '#tools/sources.ts'

const texts = readTexts()

/** Every text with its tongue. */
const said = texts.flatMap(({ at, in: words }) =>
  TONGUES.flatMap((tongue) => {
    const text = words[tongue]
    return text === undefined ? [] : [{ at, tongue, text }]
  }),
)

test('the texts of all rooms and documents are read, whether exported or not', () => {
  const files = new Set(texts.map(({ at }) => at.split(' ')[0]))
  for (const file of [
    'src/portal/home/words.ts',
    'src/office/case-time.tsx',
    'src/telling/kind-words.ts',
    'src/telling/account-mails.ts',
    'policy/types/recognition.yaml',
    'policy/statuses/recognition.yaml',
    'policy/laws.yaml',
  ]) {
    ok(files.has(file), file)
  }
  ok(said.length > 4000)
})

/** A paragraph without an end is one sentence too: a greeting, a label, a link. */
const sentences = (text: string): number =>
  text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\bNo\. ?(?=\d)/g, '').match(/[.!?…](?=[\s)»”]|$)/g))
    .reduce((sum, ends) => sum + Math.max(1, ends?.length ?? 0), 0)

test('a text has as many sentences in every language, so that none says less', () => {
  const unequal = texts
    .filter(({ in: words }) => new Set(Object.values(words).map(sentences)).size > 1)
    .map(({ at }) => at)
  deepEqual(unequal, [])
})

test('what promises stands where it was reviewed, as often in each file and language', () => {
  const counts: Record<string, Partial<Record<Tongue, number>>> = {}
  for (const { at, tongue, text } of said) {
    if (!PROMISE_WORDS[tongue].test(text)) continue
    const file = at.split(' ')[0] ?? ''
    const counted = (counts[file] ??= {})
    counted[tongue] = (counted[tongue] ?? 0) + 1
  }
  deepEqual(counts, PROMISES)
})

test('no text holds a character that cannot be seen', () => {
  const hidden = (text: string) => /\p{Cf}/u.test(text)
  deepEqual(
    said.filter(({ text }) => hidden(text)).map(({ at, tongue }) => `${at} ${tongue}`),
    [],
  )
  const policy = [...readSources(ROOT, ['policy'])].filter(([, text]) => hidden(text))
  deepEqual(
    policy.map(([file]) => file),
    [],
  )
})

test('after a place for a day stands nothing that a weekday would break', () => {
  const broken = said
    .filter(({ text, tongue }) =>
      [...text.matchAll(/\{(?:dueOn|day|date)\}/g)].some(({ 0: place, index }) => {
        const [before, after] = [text.slice(0, index), text.slice(index + place.length)]
        const isLed = tongue === 'en' || /(^|[:–—(] ?)$/.test(before)
        return !/^([.,;:!?)]|\s*$|\n)/.test(after) || !isLed
      }),
    )
    .filter(({ at }) => !PLAIN_DAYS.includes(at))
  deepEqual(
    broken.map(({ at, tongue, text }) => `${at} ${tongue}: ${text}`),
    [],
  )
})

const shipped = readPolicyFiles(SHIPPED_POLICY)
ok(shipped.ok)
const { types, statuses } = shipped.policy
const letters = types.flatMap((type) => type.letters.map(({ code }) => [type, code] as const))

test('letters read well on every day of the week, in every language', () => {
  for (let day = isoDate('2026-12-07'); day < '2026-12-14'; day = addDays(day, 1)) {
    for (const language of LANGUAGES) {
      for (const [type, code] of letters) {
        const values = {
          number: 'HQM-2026-000001',
          dueOn: day,
          stepDueOn: day,
          application: 'x',
          provisional: [],
        }
        const letter = renderLetter(type, { code, language, values }, { portalUrl: 'http://p' })
        const full = formatDate(day, language)
        for (const text of [letter.subject, ...letter.paragraphs]) {
          const rest = text.split(full)
          ok(!text.includes('{'), text)
          for (const [index, before] of rest.slice(0, -1).entries()) {
            ok(
              before.endsWith(': ') && /^(\.|$)/.test(rest[index + 1] ?? ''),
              `${weekday(day)} ${text}`,
            )
          }
        }
      }
    }
  }
})

test('an e-mail names no sum, nothing that anybody is given, and nothing that is decided', () => {
  const held = statuses.map(({ title }) => title)
  const sum = { hundredths: 77_700, currency: 'AZN' }
  const told: string[] = []
  for (const [type, code] of letters) {
    const outcomes = type.outcomes.flatMap(({ title }) => title ?? [])
    for (const language of LANGUAGES) {
      const dates = { dueOn: '2026-12-07', stepDueOn: '2026-12-07', payBy: '2026-12-07' }
      const values = { number: 'X', application: 'x', provisional: [], sum, ...dates }
      const mail = mailOfLetter(type, { code, language, values }, { portalUrl: 'http://p' })
      const text = [mail.subject, ...mail.paragraphs].join(' ').toLocaleLowerCase(language)
      const secret = [...held, ...outcomes].map((words) => words[language]).concat('777', 'AZN')
      const named = secret.filter((each) => text.includes(each.toLocaleLowerCase(language)))
      told.push(...named.map((each) => `${type.code} ${code} ${language}: ${each}`))
    }
  }
  deepEqual(told, [])
})

test('a letter that says the clock stops says that this is provisional', () => {
  const stops = said.filter(
    ({ at, tongue, text }) =>
      tongue === 'en' && / letters\..*body/.test(at) && /clock stops|is stopped/.test(text),
  )
  ok(stops.length > 0)
  deepEqual(
    stops.filter(({ text }) => !/provisional/.test(text)).map(({ at }) => at),
    [],
  )
})

test('one thing has one name: the glossary of each language', () => {
  const wrong = GLOSSARY.flatMap(({ tongue, never, why, except = [] }) =>
    said
      .filter((each) => each.tongue === tongue && never.test(each.text))
      .filter(({ at }) => !except.some((allowed) => at.startsWith(allowed)))
      .map(({ at, text }) => `${tongue} ${at}: ${why}: ${text.slice(0, 90)}`),
  )
  deepEqual(wrong, [])
})

test('a term is called what the glossary calls it, where it is named', () => {
  const missing = TERMS.flatMap(([at, named]) =>
    TONGUES.filter((tongue) => {
      const text = texts.find((each) => each.at === at)?.in[tongue] ?? ''
      return !text.toLocaleLowerCase(tongue).includes(named[TONGUES.indexOf(tongue)] ?? '–')
    }).map((tongue) => `${at} ${tongue}`),
  )
  deepEqual(missing, [])
})

const keyed = (at: string, tongue: Tongue): string =>
  texts.find((text: Text) => text.at === at)?.in[tongue] ?? ''

test('submitting and sending back have verbs of their own in Turkish', () => {
  for (const at of [
    'src/portal/check/words.ts submit',
    'src/portal/check/words.ts title',
    'src/portal/pages/steps-words.ts submitTitle',
    'src/telling/kind-words.ts KIND_WORDS.file.name',
    'src/telling/kind-words.ts KIND_WORDS.file.happened',
    'policy/types/recognition.yaml steps.submit.name',
    'policy/types/recognition.yaml steps.submit.happened',
  ]) {
    ok(/\bsun/i.test(keyed(at, 'tr')), `${at}: ${keyed(at, 'tr')}`)
  }
  ok(/^Geri gönderin$/.test(keyed('src/portal/correct/words.ts send', 'tr')))
})

test('no sentence is glued from two: a key holds it whole', () => {
  const glued = [...readSources(ROOT, ['src/portal', 'src/office', 'src/telling'])].flatMap(
    ([file, text]) =>
      [...text.matchAll(/`[^`]*\$\{\w*[wW]ords[^`}]*\}[ ,]+\$\{\w*[wW]ords[^`}]*\}[^`]*`/g)].map(
        ([match]) => `${file} ${match}`,
      ),
  )
  deepEqual(
    glued.filter((each) => !each.includes('words.full} ${words.fullKept}')),
    [],
  )
})

/** About what a tag holds on one line of 320 pixels. */
const TAG_CHARACTERS_MAX = 24

test('tags are short', () => {
  const named = [
    ...Object.values(STAGE_WORDS),
    ...Object.values(OUTCOME_WORDS),
    ...types.flatMap(({ states, outcomes }) => [...states, ...outcomes]),
    ...statuses.flatMap((kind) => [kind, ...kind.ends]),
  ]
  const tags = named.flatMap(({ tag, officeTag }) => [
    ...Object.values(tag ?? {}),
    ...Object.values(officeTag ?? {}),
  ])
  ok(tags.length > 100)
  deepEqual(
    tags.filter((tag) => Array.from(tag).length > TAG_CHARACTERS_MAX),
    [],
  )
})

/** The keys of the texts that stand in buttons, with the folder in whose words they are. */
function buttonKeys(): readonly (readonly [string, string])[] {
  const files = [...readSources(ROOT, ['src/portal'])].filter(([file]) => file.endsWith('.tsx'))
  return files.flatMap(([file, text]) => {
    const buttons = text.match(/<(Button|ButtonLink)\b[\s\S]*?<\/\1>/g) ?? []
    const folder = file.replace(/\/[^/]*$/, '')
    return buttons.flatMap((button) =>
      [...button.matchAll(/(\w*[wW]ords|common)(?:\[\w+\])?\.(\w+)/g)].map(
        ([, object = '', key = '']) =>
          [/^(portalWords|common)$/.test(object) ? 'src/portal/words.ts' : folder, key] as const,
      ),
    )
  })
}

/** Gönderin, görün; or as the reader says it: sunuyorum. The stem of sunmak ends so by itself. */
const POLITE = /(?<!(?<!\p{L})s)(y?[ıiuü]n|[ıiuü]yorum)$/u
/** A name or a form of file that stands behind the verb. */
const BEHIND = /( \(PDF\)|: \{name\})$/

test('Turkish buttons have one form of the imperative, the formal one', () => {
  const keys = buttonKeys()
  ok(keys.length > 25)
  const labels = keys.flatMap(([place, key]) =>
    texts
      .filter(({ at }) => at.startsWith(place) && at.split(' ')[1] === key)
      .filter(({ at }) => !at.slice(place.length + 1).includes('/') || place.endsWith('.ts'))
      .map(({ at, in: words }) => `${at}: ${words.tr ?? ''}`),
  )
  ok(labels.length > 25)
  const named = said.filter(
    ({ at, tongue }) =>
      tongue === 'tr' && /^policy\/types\/.* steps\.[\w-]+\.(name|says\.button)$/.test(at),
  )
  ok(named.length > 100)
  labels.push(...named.map(({ at, text }) => `${at}: ${text}`))
  deepEqual(
    labels.filter((label) => !POLITE.test(label.replace(BEHIND, '')) && !BUTTONS.includes(label)),
    [],
  )
})

test('Russian dashes are long', () => {
  deepEqual(
    said.filter(({ tongue, text }) => tongue === 'ru' && / [–-] /.test(text)).map(({ at }) => at),
    [],
  )
})

test('the register of acts gives no day that was only the day of a report', () => {
  const laws = readFileSync(join(ROOT, 'policy/laws.yaml'), 'utf8')
  const regulation = laws.slice(
    laws.indexOf('id: portal-regulation-2025'),
    laws.indexOf('id: migration-code'),
  )
  ok(!/^ {4}date:/m.test(regulation) && /not known/.test(laws))
})
