/** A worker that updates a registry in the real database and can be killed before any of its steps. */
import { openDatabase, type RegistryStore } from '../../src/registry/store.ts'
import { updateRegistry } from '../../src/registry/update.ts'
import { updateAlone } from '../../src/registry/update-lock.ts'
import type { Bytes } from './fake-authority.ts'
import { packageOf } from './fake-registry.ts'
import { authorityFetch, MIRROR } from './memory-trust.ts'

export interface Order {
  database: string
  files: Map<string, Bytes>
  /** The step to stop before, from 0; at the swap and after it the worker goes on, to be killed in the middle. */
  stopAt: number
}

export type Report = { stopped: string } | { swapping: true } | { outcome: string; steps: number }

let step = 0

async function run(order: Order): Promise<void> {
  const store = await openDatabase(order.database)
  const files = authorityFetch(order.files)
  const outcome = await updateRegistry({
    store: stepped(store, order.stopAt),
    packaged: packageOf(order.files, 1),
    mirrors: [MIRROR],
    permitted: async () => true,
    fetch: async (url, init) => {
      await pass(order.stopAt, `fetch ${url}`)
      return files(url, init)
    },
    now: Date.now,
    random: Math.random,
    alone: updateAlone,
    adaptersProblem: () => undefined,
  })
  report({ outcome: outcome.kind, steps: step })
}

function stepped(store: RegistryStore, stopAt: number): RegistryStore {
  const before =
    <A extends unknown[], R>(name: string, work: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      await pass(stopAt, name)
      if (name === 'swap') report({ swapping: true })
      return work(...args)
    }
  const { metadata } = store
  return {
    ...store,
    readState: before('read the data', store.readState),
    swap: before('swap', store.swap),
    readLog: before('read the log', store.readLog),
    writeLog: before('write the log', store.writeLog),
    metadata: {
      read: before('read metadata', metadata.read),
      write: before('write metadata', metadata.write),
      remove: before('remove metadata', metadata.remove),
    },
  }
}

/** Never returns at the step to stop at: the page kills the worker there. */
async function pass(stopAt: number, name: string): Promise<void> {
  if (step++ !== stopAt) return
  report({ stopped: name })
  await new Promise(() => undefined)
}

function report(message: Report): void {
  postMessage(message)
}

addEventListener('message', ({ data }: MessageEvent<Order>) => void run(data))
