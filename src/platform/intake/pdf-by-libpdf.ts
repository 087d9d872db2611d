import { PDF, PdfArray, PdfDict, PdfName, PdfNumber, PdfRef, PdfStream } from '@libpdf/core'
import { type PdfTree, type PdfValue, judgeTree } from '#platform/intake/pdf-rules.ts'
import { type Verdict, refused } from '#platform/intake/verdict.ts'

/** A PDF as our own reader sees it; it is there on every machine. */
export async function judgeByLibpdf(bytes: Uint8Array): Promise<Verdict> {
  try {
    const pdf = await PDF.load(bytes)
    // It loads what it cannot open.
    if (pdf.isEncrypted && !pdf.isAuthenticated) return refused('password')
    return judgeTree(treeOf(pdf))
  } catch {
    return refused('damaged-pdf') // what a broken file makes it throw is of no fixed kind
  }
}

function treeOf({ context }: PDF): PdfTree {
  const refs = new Map<string, PdfRef>()
  const valueOf = (found: unknown): PdfValue => {
    if (found instanceof PdfRef) {
      const id = `${found.objectNumber} ${found.generation}`
      refs.set(id, found)
      return { is: 'ref', id }
    }
    if (found instanceof PdfName) return { is: 'name', name: found.value }
    if (found instanceof PdfNumber) return { is: 'number', number: found.value }
    if (found instanceof PdfArray) return { is: 'list', items: () => items(found) }
    if (!(found instanceof PdfDict)) return { is: 'other' }
    return { is: 'dict', isStream: found instanceof PdfStream, entries: () => entries(found) }
  }
  function* items(list: PdfArray): Generator<PdfValue> {
    for (let index = 0; index < list.length; index += 1) yield valueOf(list.at(index))
  }
  function* entries(dict: PdfDict): Generator<readonly [string, PdfValue]> {
    for (const [name, value] of dict) yield [name.value, valueOf(value)]
  }
  return {
    root: valueOf(context.catalog.getDict()),
    resolve: (id) => {
      const ref = refs.get(id)
      return ref ? valueOf(context.resolve(ref)) : { is: 'other' }
    },
  }
}
