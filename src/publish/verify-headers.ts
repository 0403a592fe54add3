/** Do the host's answers suit a registry: readable from any origin, cached for ever or not at all, and honest about what is missing? */
import type { Mirror } from '../registry/trust/run.ts'

/** The timestamp may be this old on its way: a day of freshness must not be lost in caches. */
const TIMESTAMP_MAX_AGE = 3600

export interface HeaderReport {
  /** Must be put right: clients cannot read the registry, or are kept on an old one. */
  faults: string[]
  /** Costs traffic only; some hosts cannot do better. */
  advice: string[]
}

/** One sentence for each. `immutable`: path of a file whose name carries its hash. */
export async function checkHeaders(mirror: Mirror, immutable: string): Promise<HeaderReport> {
  const timestamp = new URL('timestamp.json', slashed(mirror.metadata)).href
  const target = new URL(immutable, slashed(mirror.targets)).href
  const faults: string[] = []
  const advice: string[] = []
  for (const address of [timestamp, target]) {
    const { headers } = await ask(address)
    faults.push(...commonFaults(address, headers))
    const age = maxAge(headers)
    if (address === timestamp && (age === undefined || age > TIMESTAMP_MAX_AGE))
      faults.push(`${address}: set Cache-Control: max-age=300, so that nobody is kept on an old timestamp`)
    if (address === target && !/immutable/.test(headers.get('cache-control') ?? ''))
      advice.push(`${address}: set Cache-Control: public, max-age=31536000, immutable: the file never changes`)
  }
  faults.push(...(await missingFaults(new URL('0.root.json', slashed(mirror.metadata)).href)))
  return { faults, advice }
}

/** With an origin, as a browser asks: object stores send the header of shared use only then. */
function ask(address: string): Promise<Response> {
  return fetch(address, { headers: { Origin: 'https://reader.example' } })
}

/** At every update a client asks for the next root, which is not there: it must be able to read that answer too. */
async function missingFaults(address: string): Promise<string[]> {
  const { status, headers } = await ask(address)
  const faults: string[] = []
  if (status !== 404 && status !== 403) faults.push(`${address}: is missing, so answer 404 and not ${status}`)
  if (headers.get('access-control-allow-origin') !== '*')
    faults.push(`${address}: set Access-Control-Allow-Origin: * for missing files too`)
  return faults
}

function commonFaults(address: string, headers: Headers): string[] {
  const faults: string[] = []
  if (headers.get('access-control-allow-origin') !== '*') faults.push(`${address}: set Access-Control-Allow-Origin: *`)
  if (/^text\/html/i.test(headers.get('content-type') ?? ''))
    faults.push(`${address}: is served as text/html, set application/json`)
  if (headers.has('set-cookie')) faults.push(`${address}: sets a cookie; the registry must not`)
  return faults
}

/** Seconds; 0 for no-store and no-cache, `undefined` when nothing is said. */
function maxAge(headers: Headers): number | undefined {
  const control = headers.get('cache-control') ?? ''
  if (/no-store|no-cache/.test(control)) return 0
  const seconds = /max-age=(\d+)/.exec(control)?.[1]
  return seconds === undefined ? undefined : Number(seconds)
}

function slashed(address: string): string {
  return address.endsWith('/') ? address : `${address}/`
}
