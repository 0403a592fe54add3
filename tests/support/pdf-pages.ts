/** Counts the pages of a printed PDF, also where the browser packs its objects into compressed streams (Firefox does). */
import { inflateSync } from 'node:zlib'

export function pdfPages(pdf: Uint8Array): number {
  const plain = Buffer.from(pdf).toString('latin1')
  const packed = [...plain.matchAll(/\/ObjStm.*?stream\r?\n(.*?)\r?\nendstream/gs)].map(([, bytes = '']) =>
    inflateSync(Buffer.from(bytes, 'latin1')).toString('latin1'),
  )
  return [plain, ...packed].join('\n').match(/\/Type\s*\/Page(?![a-z])/g)?.length ?? 0
}
