/** Ed25519 verification: WebCrypto where the browser has it, `@noble/ed25519` elsewhere (Chromium < 137). */
import { verifyAsync } from '@noble/ed25519'

const P = 2n ** 255n - 19n

/** y coordinates of the eight points of order 1, 2, 4 and 8 (the two signs of x share a y). */
const SMALL_ORDER_Y: ReadonlySet<bigint> = new Set([
  0n,
  1n,
  P - 1n,
  0x7a03ac9277fdc74ec6cc392cfa53202a0f67100d760b3cba4fd84d3d706a17c7n,
  0x05fc536d880238b13933c6d305acdfd5f098eff289f4c345b027b2c28f95e826n,
])

/**
 * False for a wrong length, an unreduced y, and the small-order points: under those keys one signature fits many
 * messages, and not every browser refuses them.
 */
export function isUsableEd25519Key(key: Uint8Array): boolean {
  if (key.length !== 32) return false
  let y = 0n
  for (const byte of key.toReversed()) y = (y << 8n) | BigInt(byte)
  y &= 2n ** 255n - 1n
  return y < P && !SMALL_ORDER_Y.has(y)
}

/** Verifies with a key that `isUsableEd25519Key` accepts. */
export async function verifyEd25519(
  key: Uint8Array<ArrayBuffer>,
  signature: Uint8Array<ArrayBuffer>,
  message: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  if (signature.length !== 64) return false
  try {
    const imported = await crypto.subtle.importKey('raw', key, 'Ed25519', false, ['verify'])
    return await crypto.subtle.verify('Ed25519', imported, signature, message)
  } catch (error) {
    if (!isUnsupported(error)) return false
  }
  return verifyAsync(signature, message, key, { zip215: false })
}

/** A browser without the algorithm says NotSupportedError; any other failure is about this key. */
function isUnsupported(error: unknown): boolean {
  return error instanceof Error && error.name === 'NotSupportedError'
}
