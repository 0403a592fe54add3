/** The registry over the life of a worker: opened once, opened again after an update, updated by alarm or on request. */
import { browser } from 'wxt/browser'
import { adaptersProblem } from '../page/sms/packaged-adapters.ts'
import { openActiveRegistry } from '../registry/active-registry.ts'
import { openRegistryStore } from '../registry/open-store.ts'
import type { Outcome } from '../registry/outcome.ts'
import { ADAPTERS_TARGET, readPublishedAdapters } from '../registry/published-adapters.ts'
import { type RegistryDetails, readRegistryDetails } from '../registry/registry-details.ts'
import type { RegistryStore, UpdateLog } from '../registry/store.ts'
import type { Mirror } from '../registry/trust/run.ts'
import { updateRegistry } from '../registry/update.ts'
import { updateAlone } from '../registry/update-lock.ts'
import { announceAdapters } from './announce-adapters.ts'
import { packagedRepository } from './packaged-registry.ts'
import { type ReadyRegistry, readyRegistry } from './ready-registry.ts'
import { ensureUpdateAlarm, setAlarmAfterTry, updateAlarm } from './update-alarm.ts'

/** What a build without a registry address has to tell about updates. */
const NO_ADDRESS: UpdateLog = { failures: 0, outcome: { kind: 'no-address' } }

export interface LiveRegistry {
  /** The active registry; replaced when an update brought a newer one. */
  ready(): Promise<ReadyRegistry>
  /** What stands behind the active registry. */
  details(): Promise<RegistryDetails>
  /** Asks for an update now, whatever the schedule says. */
  update(): Promise<Outcome>
  /** The published adapters of message views; null while the package's are the newest. */
  adapters(): Promise<string | null>
}

export interface LiveOptions {
  /** Number of the packaged publication. */
  packagedSeq: number
  /** Base addresses of the registry, in order of preference; none in a build without an address. */
  addresses: string[]
}

/** Call it synchronously when the worker starts: it listens for its alarm. */
export function startLiveRegistry({ packagedSeq, addresses }: LiveOptions): LiveRegistry {
  const packaged = packagedRepository(packagedSeq)
  const mirrors = addresses.map(mirrorOf)
  const store = openRegistryStore()
  let ready = open()

  async function open(): Promise<ReadyRegistry> {
    const opened = await store
    const log = mirrors.length === 0 ? NO_ADDRESS : await opened.readLog().catch(() => undefined)
    return readyRegistry(await openActiveRegistry({ store: opened, packaged }), log)
  }

  /** However it ends, also by a fault of ours, the alarm is set again: nobody else would do it before the next start. */
  async function update(): Promise<Outcome> {
    try {
      return await updateOnce()
    } finally {
      if (mirrors.length > 0) await setAlarmAfterTry(await store)
    }
  }

  async function updateOnce(): Promise<Outcome> {
    await ready // the packaged metadata is the floor of every update
    const before = await adaptersIn(await store)
    const outcome = await updateRegistry({
      store: await store,
      packaged,
      mirrors,
      permitted: () => browser.permissions.contains({ origins: mirrors.map(originOf) }),
      fetch: (url, init) => fetch(url, init),
      now: Date.now,
      random: Math.random,
      alone: updateAlone,
      adaptersProblem,
    })
    ready = open()
    if ((await adaptersIn(await store)) !== before) await announceAdapters()
    return outcome
  }

  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === updateAlarm) void update()
  })
  if (mirrors.length > 0) void store.then(ensureUpdateAlarm)
  async function details(): Promise<RegistryDetails> {
    await ready // the package puts its metadata and history into the store
    return readRegistryDetails(await store)
  }

  return { ready: () => ready, details, update, adapters: async () => readPublishedAdapters(await store) }
}

/** Which published adapters are stored; a database that cannot be read has none. */
async function adaptersIn(store: RegistryStore): Promise<string | undefined> {
  return (await store.readFile(ADAPTERS_TARGET).catch(() => undefined))?.sha256
}

function mirrorOf(address: string): Mirror {
  return { metadata: new URL('metadata/', address).href, targets: new URL('targets/', address).href }
}

function originOf(mirror: Mirror): string {
  return `${new URL(mirror.metadata).origin}/*`
}
