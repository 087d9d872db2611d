import { equal } from 'node:assert/strict'
import { test } from 'node:test'
import { parted } from '#telling/parted.ts'

test('a wide word is parted between its syllables, three letters from its ends at least', () => {
  const cases = [
    ['ru', 'Мы рассматриваем', 'Мы рассматри-ваем'],
    ['ru', 'Государственные органы', 'Госу-дарственные органы'],
    ['ru', 'высококвалифицированным', 'высоко-ква-ли-фи-ци-ро-ванным'],
    ['az', 'yüksəkixtisaslı miqrant', 'yüksək-ixti-saslı miqrant'],
    ['tr', 'değerlendiriyoruz', 'değerlendi-ri-yo-ruz'],
    ['en', 'administrative', 'administrative'],
  ] as const
  for (const [language, heading, expected] of cases) {
    equal(parted(heading, language).replaceAll('\u00ad', '-'), expected)
  }
})
