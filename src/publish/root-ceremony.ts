/** Making and rotating the root of trust: who may sign what, and how many of them it takes. */
import { Metadata, Root } from '@tufjs/models'
import type { PublicKey } from './key-file.ts'
import { daysAfter, SPEC_VERSION } from './metadata-file.ts'
import { keyName, roleOf } from './role-signatures.ts'

const ROOT_DAYS = 730

export interface RootPlan {
  root: { keys: PublicKey[]; threshold: number }
  targets: { keys: PublicKey[]; threshold: number }
  /** Signs snapshot and timestamp, every day, on a machine that is online. */
  online: PublicKey
}

export interface RootOptions {
  /** ISO 8601. */
  at: string
  /** Accepts a threshold of one, or of all keys. */
  iKnow?: boolean
}

/** The first root, unsigned. Throws one sentence for a plan that loses everything with one key. */
export function createRoot(plan: RootPlan, options: RootOptions): Metadata<Root> {
  assertPlan(plan, options.iKnow ?? false)
  return new Metadata(rootOf(plan, 1, options.at))
}

/** The root after `previous`, unsigned: it needs the old and the new holders. */
export function rotateRoot(previous: Metadata<Root>, plan: RootPlan, options: RootOptions): Metadata<Root> {
  assertPlan(plan, options.iKnow ?? false)
  return new Metadata(rootOf(plan, previous.signed.version + 1, options.at))
}

/** The plan that a root carries out, to change a part of it. */
export function planOf(root: Metadata<Root>): RootPlan {
  const keysOf = (role: string) => roleOf(root, role).keyIDs.map((id) => publicKeyOf(root, id))
  const [online] = keysOf('timestamp')
  if (!online) throw new Error('root names no online key')
  return {
    root: { keys: keysOf('root'), threshold: roleOf(root, 'root').threshold },
    targets: { keys: keysOf('targets'), threshold: roleOf(root, 'targets').threshold },
    online,
  }
}

/** The plan in words, for the people who sign it. */
export function sayPlan(plan: RootPlan): string[] {
  const names = (keys: PublicKey[]) =>
    keys
      .map((key) => `${key.body.name} (${key.id.slice(0, 8)})`)
      .sort()
      .join(', ')
  return [
    `root: ${plan.root.threshold} of ${plan.root.keys.length}: ${names(plan.root.keys)}`,
    `targets: ${plan.targets.threshold} of ${plan.targets.keys.length}: ${names(plan.targets.keys)}`,
    `snapshot and timestamp: ${names([plan.online])}`,
  ]
}

/** The library does not export its role class: the document is read from its JSON. */
function rootOf(plan: RootPlan, version: number, at: string): Root {
  const all = [...plan.root.keys, ...plan.targets.keys, plan.online]
  const role = (keys: PublicKey[], threshold: number) => ({ keyids: keys.map((key) => key.id).sort(), threshold })
  return Root.fromJSON({
    _type: 'root',
    version,
    spec_version: SPEC_VERSION,
    expires: daysAfter(at, ROOT_DAYS),
    consistent_snapshot: true,
    keys: Object.fromEntries(all.map((key) => [key.id, { ...key.body }])),
    roles: {
      root: role(plan.root.keys, plan.root.threshold),
      targets: role(plan.targets.keys, plan.targets.threshold),
      snapshot: role([plan.online], 1),
      timestamp: role([plan.online], 1),
    },
  })
}

function assertPlan(plan: RootPlan, iKnow: boolean): void {
  for (const role of ['root', 'targets'] as const) {
    const { keys, threshold } = plan[role]
    const distinct = new Set(keys.map((key) => key.body.keyval.public)).size
    if (distinct < keys.length) throw new Error(`${role}: the same key stands twice`)
    if (!Number.isInteger(threshold) || threshold < 1 || threshold > distinct)
      throw new Error(`${role}: a threshold of ${threshold} cannot be met by ${distinct} keys`)
    if (keys.some((key) => key.body.keyval.public === plan.online.body.keyval.public))
      throw new Error(`${role}: the online key must hold no other role`)
    if (iKnow) continue
    if (threshold === 1)
      throw new Error(`${role}: one key alone could publish anything; use a threshold of two or --i-know`)
    if (threshold === distinct)
      throw new Error(
        `${role}: with a threshold of all ${distinct} keys one lost key ends the registry; add a key or --i-know`,
      )
  }
}

function publicKeyOf(root: Metadata<Root>, id: string): PublicKey {
  const key = root.signed.keys[id]
  if (!key) throw new Error(`root names the key ${id} but does not hold it`)
  const body = {
    keytype: 'ed25519',
    scheme: 'ed25519',
    keyval: { public: key.keyVal.public ?? '' },
    name: keyName(key),
  } as const
  return { id, body }
}
