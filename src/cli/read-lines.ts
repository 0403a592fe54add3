/** Lines of a byte stream, one at a time, with their numbers; a line too long to hold is named and skipped. */
import { StringDecoder } from 'node:string_decoder'

export interface Line {
  /** From 1. */
  number: number
  text: string
  /** Why `text` cannot be used. */
  problem?: string
}

/** UTF-16 units one line may hold. */
export const LONGEST_LINE = 64 * 1024 * 1024

/** Splits at LF (and CRLF); memory stays at one line and one chunk. A byte order mark at the beginning is dropped. */
export async function* readLines(input: AsyncIterable<Buffer | string>, longest = LONGEST_LINE): AsyncGenerator<Line> {
  const decoder = new StringDecoder('utf8')
  let number = 1
  let pieces: string[] = []
  let length = 0
  for await (const chunk of input) {
    const parts = (typeof chunk === 'string' ? chunk : decoder.write(chunk)).split('\n')
    for (const [index, part] of parts.entries()) {
      if (index > 0) {
        yield finish(number++, pieces, length, longest)
        pieces = []
        length = 0
      }
      length += part.length
      if (length <= longest) pieces.push(part)
    }
  }
  pieces.push(decoder.end())
  if (length > 0) yield finish(number, pieces, length, longest)
}

function finish(number: number, pieces: string[], length: number, longest: number): Line {
  if (length > longest) return { number, text: '', problem: `longer than ${longest} characters` }
  const text = pieces.join('').replace(/\r$/, '')
  return { number, text: number === 1 ? text.replace(/^\ufeff/, '') : text }
}
