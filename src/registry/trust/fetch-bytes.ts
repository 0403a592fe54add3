/** One file over HTTP: bounded in decoded bytes and in total time, body included. */
import { TufError } from './tuf-error.ts'

/** The part of `fetch` that is used, so that tests and the bundled repository can stand in. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>

/** No cookies, no cache, no referrer, one constant language, and never another host than the one asked. */
const REQUEST: RequestInit = {
  redirect: 'error',
  credentials: 'omit',
  cache: 'no-store',
  referrerPolicy: 'no-referrer',
  headers: { 'Accept-Language': '*' },
}

/**
 * @param maxBytes limit on decoded bytes: a gzip bomb is cut there.
 * @param deadlineMs total, from the request to the last byte: a slow loris is cut there.
 * @throws TufError `network`, `timeout`, `http`, `captive-portal`, `too-large`
 */
export async function fetchBytes(
  fetch: Fetch,
  url: string,
  maxBytes: number,
  deadlineMs: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const abort = new AbortController()
  const timedOut = new TufError('timeout', `${url} took longer than ${deadlineMs} ms`)
  let timer: ReturnType<typeof setTimeout> | undefined
  const deadline = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(timedOut), deadlineMs)
  })
  try {
    return await Promise.race([readAnswer(fetch, url, maxBytes, abort.signal), deadline])
  } catch (error) {
    throw error instanceof TufError ? error : new TufError('network', `${url} could not be fetched`)
  } finally {
    clearTimeout(timer)
    abort.abort()
  }
}

async function readAnswer(
  fetch: Fetch,
  url: string,
  maxBytes: number,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const answer = await fetch(url, { ...REQUEST, signal })
  if (answer.status !== 200) throw new TufError('http', `${url} answered ${answer.status}`, answer.status)
  if (/^text\/html\b/i.test(answer.headers.get('content-type') ?? '')) {
    throw new TufError('captive-portal', `${url} answered with a web page`)
  }
  return answer.body === null ? new Uint8Array() : readBody(answer.body.getReader(), url, maxBytes)
}

/** A reader, not `for await`: streams cannot be iterated before Chromium 124. */
async function readBody(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  url: string,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = []
  let length = 0
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    length += part.value.length
    if (length > maxBytes) throw new TufError('too-large', `${url} is longer than ${maxBytes} bytes`)
    chunks.push(part.value)
  }
  return joinChunks(chunks, length)
}

function joinChunks(chunks: Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}
