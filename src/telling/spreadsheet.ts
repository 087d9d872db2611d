/**
 * Rows as a file that a spreadsheet opens by a press. Between cells are semicolons: what Excel and
 * LibreOffice expect wherever a decimal has a comma, as in Azerbaijan and in Russia. A first line
 * that names the separator would make Excel forget which letters are meant.
 */
export function spreadsheetOf(rows: readonly (readonly (string | number)[])[]): string {
  const lines = rows.map((cells) => `${cells.map(written).join(';')}\r\n`)
  // The mark at the beginning is how a spreadsheet knows that ə and ş are meant.
  return `\uFEFF${lines.join('')}`
}

const written = (cell: string | number): string =>
  typeof cell === 'number' ? String(cell) : `"${harmless(cell).replaceAll('"', '""')}"`

/** What a spreadsheet would take for a formula, also where it is as wide as a Chinese letter. */
const FORMULA = /^\s*[=+\-@＝＋－＠]/

const harmless = (text: string): string => {
  const line = text.replaceAll(/[\r\n\t]+/g, ' ')
  return FORMULA.test(line) ? `'${line}` : line
}
