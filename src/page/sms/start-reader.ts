/** The delivered reader of message views: adapters chosen, view found, messages read, judged and marked. */
import type { SmsAdapter } from './adapter.ts'
import { findSmsView } from './find-sms-view.ts'
import type { ReaderParts, StartReader } from './message-reader.ts'
import { createMessageReadings } from './message-readings.ts'
import { chooseAdapters, tellRefusals } from './packaged-adapters.ts'
import { selectorTester } from './read-adapters.ts'

/** A reader by the package's adapters and the published ones. @param published text of the signed file; null: there is none. */
export function readerFor(published: string | null): StartReader {
  return (parts) => {
    const chosen = chooseAdapters(published, selectorTester(parts.page.document))
    return startReader(parts, chosen.adapters, tellRefusals(chosen))
  }
}

/** A reader by these adapters; views that none of them knows are found by their looks. */
export function startReader(
  parts: ReaderParts,
  adapters: readonly SmsAdapter[],
  refusedAdapters: readonly string[] = [],
): ReturnType<StartReader> {
  const view = findSmsView(parts.page, adapters)
  return { ...createMessageReadings({ ...parts, view }), refusedAdapters }
}
