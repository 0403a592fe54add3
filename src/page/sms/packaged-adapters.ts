/** The package's own adapter file, and what a published one may put in its place. */
import packaged from '../../../data/sms-views.json' with { type: 'json' }
import type { HostMatch, SmsAdapter } from './adapter.ts'
import type { FileRefusal, Refusal } from './adapter-refusal.ts'
import { matchesHost } from './match-host.ts'
import { readAdapters } from './read-adapters.ts'
import type { TrySelector } from './read-selectors.ts'

/** Hosts of the package's adapters: a published file may narrow them, never add one. */
export const packagedHosts: readonly HostMatch[] = packaged.adapters.flatMap((adapter) => adapter.match)

/** True where an adapter may apply at all: elsewhere nobody need ask for one. */
export function mayHaveAdapter(hostname: string): boolean {
  return packagedHosts.some((match) => matchesHost(match.host, hostname))
}

export interface ChosenAdapters {
  adapters: SmsAdapter[]
  /** The file in force: its version, whether it was published, and how many of its adapters are used. */
  version: number
  published: boolean
  accepted: number
  refusals: Refusal[]
  /** Why the published file was refused as a whole. */
  refused?: FileRefusal
}

/**
 * The adapters in force. The package's copy is the floor: a published file counts when its `version` is higher, and of it
 * each adapter whose `rev` is not lower than the package's of the same id. One that was refused leaves the package's in place.
 * @param published bytes, text or JSON of the signed file, if there is one.
 */
export function chooseAdapters(published: unknown, trySelector: TrySelector): ChosenAdapters {
  const own = readAdapters(packaged, null, trySelector)
  if (!own.ok) throw new Error(`the package's adapter file is ${own.reason}`)
  const { adapters, version, refusals } = own
  const packagesOwn = { adapters, version, published: false, accepted: adapters.length, refusals }
  if (published === undefined || published === null) return packagesOwn
  const file = readAdapters(published, packagedHosts, trySelector)
  if (!file.ok) return { ...packagesOwn, refused: file.reason }
  if (file.version <= version) return { ...packagesOwn, refusals: file.refusals }
  const usable = usableOf(adapters, file.adapters)
  return {
    adapters: merge(adapters, usable),
    version: file.version,
    published: true,
    accepted: usable.length,
    refusals: file.refusals,
  }
}

/** What stops a published file as a whole, told before it is stored; there are no pages where it is asked, so selectors wait. */
export function adaptersProblem(published: Uint8Array): 'schema' | 'damaged' | undefined {
  const file = readAdapters(published, packagedHosts, () => true)
  if (file.ok) return undefined
  return file.reason === 'unknown-schema' ? 'schema' : 'damaged'
}

/** A line for each refusal: which adapter, in which field, why, and whether only that piece or the whole adapter. */
export function tellRefusals({ refused, refusals }: Pick<ChosenAdapters, 'refused' | 'refusals'>): string[] {
  const pieces = refusals.map(({ adapter, field, reason, pieceOnly }) => {
    const place = field === undefined ? adapter : `${adapter}.${field}`
    return `${place}: ${reason} (${pieceOnly ? 'left out' : 'adapter refused'})`
  })
  return refused === undefined ? pieces : [`file: ${refused}`, ...pieces]
}

function usableOf(own: readonly SmsAdapter[], published: readonly SmsAdapter[]): SmsAdapter[] {
  const floor = new Map(own.map((adapter) => [adapter.id, adapter.rev]))
  return published.filter((adapter) => adapter.rev >= (floor.get(adapter.id) ?? 0))
}

/** New adapters first: they may narrow what a packaged one matches more widely. */
function merge(own: readonly SmsAdapter[], usable: readonly SmsAdapter[]): SmsAdapter[] {
  const replaced = new Set(usable.map((adapter) => adapter.id))
  return [...usable, ...own.filter((adapter) => !replaced.has(adapter.id))]
}
