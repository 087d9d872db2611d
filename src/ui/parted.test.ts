import { equal } from 'node:assert/strict'
import { test } from 'node:test'
import { parted, withPartedHeadings } from '#ui/parted.ts'

test('a wide word is parted between its syllables, three letters from its ends at least', () => {
  const cases = [
    ['ru', 'Мы рассматриваем', 'Мы рассматри-ваем'],
    ['ru', 'Государственные органы', 'Госу-дарственные органы'],
    ['ru', 'высококвалифицированным', 'высоко-ква-ли-фи-ци-ро-ванным'],
    ['az', 'yüksəkixtisaslı miqrant', 'yüksək-ixti-saslı miqrant'],
    ['tr', 'değerlendiriyoruz', 'değerlendi-ri-yo-ruz'],
    ['en', 'administrative yüksəkixtisaslı', 'administrative yüksək-ixti-saslı'],
  ] as const
  for (const [language, heading, expected] of cases) {
    equal(parted(heading, language).replaceAll('\u00ad', '-'), expected)
  }
})

test('every heading of a page is parted, its tags are not, and nothing else is', () => {
  const wide = 'рассматриваем'
  const page = `<h1 id="${wide}">Мы <em title="${wide}">${wide}</em></h1>
    <p>${wide}</p><legend class="a"><h2>
    ${wide}</h2></legend><h3>${wide}</h3>`
  const shown = withPartedHeadings(page, 'ru').replaceAll('\u00ad', '-')

  equal(shown.match(/рассматри-ваем/g)?.length, 3)
  for (const part of [`id="${wide}"`, `title="${wide}"`, `<p>${wide}</p>`]) {
    equal(shown.includes(part), true, part)
  }
  const english = '<h1>Administrative responsibilities</h1>'
  equal(withPartedHeadings(english, 'en'), english)
})
