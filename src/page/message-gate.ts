/**
 * Stands between the page scan and the reader of message views: most frames never need it, so it is a script of its own.
 * It is fetched when a number stands where a conversation may be; until it has come, nothing more is marked.
 */
import { runLater } from './later.ts'
import { createMessageHint } from './sms/may-hold-messages.ts'
import type { MessageReader, ReaderParts, StartReader } from './sms/message-reader.ts'

export interface MessageSource {
  /** The reader, where it must be there before anything is marked: hosts that an adapter knows. */
  reader?: StartReader
  /** Fetches it. Undefined when it cannot be had: then the page is read as ordinary text. */
  load(): Promise<StartReader | undefined>
}

interface GateOptions {
  source: MessageSource
  parts: ReaderParts
  /** Reads the text around this node again: the reader has come, or will not. */
  readAgain(node: Text): void
  /** All have been read again. */
  released(): void
}

export interface MessageGate extends MessageReader {
  /** As `isTaken`, for text that is about to be read: it may be the reason to fetch the reader. */
  takes(node: Text): boolean
}

/** Longest stretch of reading again, and longest wait for a free moment, ms. */
const sliceMs = 4
const patienceMs = 250

export function createMessageGate({ source, parts, readAgain, released }: GateOptions): MessageGate {
  const mayHoldMessages = createMessageHint(parts.page)
  const held = new Set<Text>()
  let reader = source.reader?.(parts)
  let phase: 'waiting' | 'loading' | 'done' = reader ? 'done' : 'waiting'

  async function load(): Promise<void> {
    phase = 'loading'
    const start = await source.load()
    if (parts.signal.aborted) return
    phase = 'done'
    reader = start?.(parts)
    reader?.read('all')
    release()
  }

  function release(): void {
    const until = performance.now() + sliceMs
    for (const node of held) {
      held.delete(node)
      if (node.isConnected) readAgain(node)
      if (performance.now() > until) break
    }
    reader?.read([])
    if (held.size === 0) released()
    else if (!parts.signal.aborted) runLater(release, patienceMs)
  }

  function isTaken(node: Text): boolean {
    if (reader) return reader.isTaken(node)
    if (phase === 'loading') held.add(node)
    return phase === 'loading'
  }

  return {
    isTaken,
    takes(node) {
      if (phase === 'waiting' && mayHoldMessages(node)) void load()
      return isTaken(node)
    },
    read: (changed) => reader?.read(changed),
    waiting: () => reader?.waiting() ?? false,
    atRest: () => phase !== 'loading' && held.size === 0 && (reader?.atRest() ?? true),
    state: () => reader?.state(),
    get refusedAdapters() {
      return reader?.refusedAdapters ?? []
    },
  }
}
