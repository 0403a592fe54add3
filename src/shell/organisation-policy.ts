/**
 * What an organisation sets through managed storage. Chromium answers that area only when its policies are loaded,
 * seconds after the browser's start (measured: 2–5 s), so nobody waits for it: the background keeps a copy, everybody
 * reads the copy and hears when it changes.
 */
import { browser } from 'wxt/browser'
import type { Policy } from '../settings.ts'
import { isStrictness } from '../verdict/marked-codes.ts'

/** Of the copy in local storage. */
export const policyKey = 'organisation-policy'

/** Copies what the browser says, now and whenever it changes. Call synchronously at start. */
export function keepPolicy(): void {
  browser.storage.onChanged.addListener((_, area) => {
    if (area === 'managed') void copyPolicy()
  })
  void copyPolicy()
}

/** Writes only what differs: a write is a restart of every open page. Browsers without a policy reject the read. */
export async function copyPolicy(): Promise<void> {
  const managed: unknown = await browser.storage.managed.get(null).catch(() => ({}))
  const policy = policyFrom(managed)
  if (JSON.stringify(policy) === JSON.stringify(await readPolicy())) return
  await browser.storage.local.set({ [policyKey]: policy })
}

/** The policy as last heard. */
export async function readPolicy(): Promise<Policy> {
  return policyFrom((await browser.storage.local.get(policyKey))[policyKey])
}

/** Calls `listener` when another policy is in force. */
export function onPolicyChange(listener: (policy: Policy) => void): void {
  const heard = (changes: Record<string, { newValue?: unknown }>, area: string): void => {
    const change = changes[policyKey]
    if (area === 'local' && change) listener(policyFrom(change.newValue))
  }
  browser.storage.onChanged.addListener(heard)
}

/** Fields that are missing or of the wrong type set nothing. */
function policyFrom(stored: unknown): Policy {
  const value: Record<string, unknown> = typeof stored === 'object' && stored !== null ? { ...stored } : {}
  const sites = value.exemptSites
  return {
    pauseForbidden: value.pauseForbidden === true,
    exemptSites: Array.isArray(sites) && sites.every((site) => typeof site === 'string') ? sites : [],
    ...(isStrictness(value.strictness) && { strictness: value.strictness }),
  }
}
