import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { spreadsheetOf } from '#telling/spreadsheet.ts'

test('cells stand apart by semicolons, and letters are known by the mark before them', () => {
  const rows = [
    ['Ölkə; "şəhər"', 12],
    ['Bakı, sahil', 0],
  ]
  equal(spreadsheetOf(rows), '\uFEFF"Ölkə; ""şəhər""";12\r\n"Bakı, sahil";0\r\n')
  const bytes = new TextEncoder().encode(spreadsheetOf([]))
  deepEqual([...bytes], [0xef, 0xbb, 0xbf])
})

test('no name is a formula, a second cell or a second line', () => {
  const rows = [
    ['=HYPERLINK("http://evil")', `"'=HYPERLINK(""http://evil"")"`],
    ['+1', `"'+1"`],
    ['-1+1', `"'-1+1"`],
    ['@SUM(A1)', `"'@SUM(A1)"`],
    ['\t=1', `"' =1"`],
    [' =1', `"' =1"`],
    ['＝1', `"'＝1"`],
    ['a\r\n=1', `"a =1"`],
    ['Fair = good', `"Fair = good"`],
    ['2026-03-02', `"2026-03-02"`],
  ] as const
  for (const [text, cell] of rows) equal(spreadsheetOf([[text]]), `\uFEFF${cell}\r\n`, text)
})
