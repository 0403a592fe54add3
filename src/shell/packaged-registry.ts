/** Reads the signed registry shipped in the package. */
import { browser } from 'wxt/browser'
import { RegistryError } from '../registry/registry-error.ts'
import type { SignedBytes } from '../registry/trusted-snapshot.ts'

/** Throws `RegistryError` (`missing`) when the package lacks a file. */
export async function readPackagedRegistry(): Promise<SignedBytes> {
  const [bytes, signature] = await Promise.all([
    readFile('/registry/registry.json'),
    readFile('/registry/registry.sig'),
  ])
  return { bytes, signature }
}

async function readFile(path: '/registry/registry.json' | '/registry/registry.sig'): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const response = await fetch(browser.runtime.getURL(path))
    if (response.ok) return new Uint8Array(await response.arrayBuffer())
  } catch (cause) {
    throw new RegistryError('missing', `${path} cannot be read`, { cause })
  }
  throw new RegistryError('missing', `${path} is not in the package`)
}
