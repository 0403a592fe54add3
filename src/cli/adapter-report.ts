/** What the extension will say of a published file of message views; selectors are tried in browsers only. */
import { packagedHosts, tellRefusals } from '../page/sms/packaged-adapters.ts'
import { readAdapters } from '../page/sms/read-adapters.ts'

export interface AdapterReport {
  lines: string[]
  /** Refused pieces, a line each. */
  refused: string[]
  /** The file as a whole is of no use: the extension keeps the one before. */
  failed: boolean
}

export function adapterReport(published: Uint8Array): AdapterReport {
  const file = readAdapters(published, packagedHosts, () => true)
  if (!file.ok) {
    return { lines: [], refused: [`message views: ${file.reason}, clients keep the file before`], failed: true }
  }
  const { version, adapters, refusals } = file
  return {
    lines: [`message views ${version}: ${adapters.length} adapters accepted (selectors are tried in the browser)`],
    refused: tellRefusals({ refusals }).map((line) => `message views: ${line}`),
    failed: false,
  }
}
