/** Lines of a byte stream, one at a time, with their numbers; a line too long to hold, or not UTF-8, is named and skipped. */

export interface Line {
  /** From 1. */
  number: number
  text: string
  /** Why `text` cannot be used. */
  problem?: string
}

/** Bytes one line may hold. */
export const LONGEST_LINE = 64 * 1024 * 1024

const LINE_FEED = 10
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Splits at LF (and CRLF); memory stays at one line and one chunk. A byte order mark at the beginning is dropped. */
export async function* readLines(input: AsyncIterable<Buffer | string>, longest = LONGEST_LINE): AsyncGenerator<Line> {
  let number = 1
  let pieces: Buffer[] = []
  let length = 0
  const keep = (piece: Buffer) => {
    length += piece.length
    if (length <= longest) pieces.push(piece)
    else pieces = []
  }
  for await (const chunk of input) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
    let from = 0
    for (let to = bytes.indexOf(LINE_FEED); to >= 0; to = bytes.indexOf(LINE_FEED, from)) {
      keep(bytes.subarray(from, to))
      yield finish(number++, pieces, length, longest)
      pieces = []
      length = 0
      from = to + 1
    }
    keep(bytes.subarray(from))
  }
  if (length > 0) yield finish(number, pieces, length, longest)
}

function finish(number: number, pieces: Buffer[], length: number, longest: number): Line {
  if (length > longest) return { number, text: '', problem: `longer than ${longest} bytes` }
  try {
    const text = utf8.decode(Buffer.concat(pieces)).replace(/\r$/, '')
    return { number, text: number === 1 ? text.replace(/^\ufeff/, '') : text }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return { number, text: '', problem: 'not UTF-8' }
  }
}
