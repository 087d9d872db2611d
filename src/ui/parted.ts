/** Every heading of a page, so that none has to think of it. */
export const withPartedHeadings = (markup: string, language: string): string =>
  markup.replace(HEADING, (heading) => heading.replace(TEXT, (text) => parted(text, language)))

export const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'legend'] as const

/** Markup has no other `>` than the ends of tags. */
const HEADING = new RegExp(`<(${HEADINGS.join('|')})\\b[^>]*>.*?</\\1>`, 'gs')
const TEXT = /(?<=>)[^<]+/g

/**
 * A heading whose words are wider than a card on a phone says where they may be parted, with a
 * hyphen that is seen only there: few browsers know it of Russian and Turkish, none of
 * Azerbaijani. In all three a syllable begins with the one consonant between two vowels. English
 * has no such rule, and no such words; where an English page cites the act, its letters tell.
 */
export const parted = (heading: string, language: string): string =>
  heading.replace(language === 'en' ? WIDE_FOREIGN_WORD : WIDE_WORD, hyphenated)

const WIDE_WORD = /\p{L}{12,}/gu
const WIDE_FOREIGN_WORD = /(?=[a-z]*(?![a-z])\p{L})\p{L}{12,}/giu
const SOFT_HYPHEN = '\u00ad'

/** A word of two is parted between them, whatever the syllables are. */
const FIRST_OF_TWO = /^(высоко|yüksək)(?=\p{L})/iu

const VOWELS = 'aeıioöuüəаеёиоуыэюя'
const SYLLABLE = new RegExp(
  `(?<=\\p{L}{2}[${VOWELS}])(?=(?![${VOWELS}])\\p{L}[${VOWELS}]\\p{L})`,
  'giu',
)

const hyphenated = (word: string): string =>
  word.replace(FIRST_OF_TWO, `$&${SOFT_HYPHEN}`).replace(SYLLABLE, SOFT_HYPHEN)
