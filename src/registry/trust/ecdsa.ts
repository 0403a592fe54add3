/** ECDSA on P-256 with SHA-256: PEM or hexadecimal keys, DER signatures. */
import { bytesFromHex, hexFromBytes } from './hex.ts'
import { derFromPem } from './pem.ts'

/** SubjectPublicKeyInfo of an uncompressed P-256 point: everything before the 65 bytes of the point (RFC 5480). */
const SPKI_PREFIX = '3059301306072a8648ce3d020106082a8648ce3d030107034200'
const POINT_LENGTH = 65
const SCALAR_LENGTH = 32

/** The uncompressed point (0x04, x, y) of a PEM key or of the bare hexadecimal point; undefined for anything else. */
export function pointFromPublic(text: string): Uint8Array<ArrayBuffer> | undefined {
  const der = derFromPem(text)
  if (der === undefined) return asPoint(bytesFromHex(text))
  const prefixLength = SPKI_PREFIX.length / 2
  if (hexFromBytes(der.subarray(0, prefixLength)) !== SPKI_PREFIX) return undefined
  return asPoint(der.slice(prefixLength))
}

function asPoint(bytes: Uint8Array<ArrayBuffer> | undefined): Uint8Array<ArrayBuffer> | undefined {
  return bytes?.length === POINT_LENGTH && bytes[0] === 4 ? bytes : undefined
}

export async function verifyEcdsa(
  point: Uint8Array<ArrayBuffer>,
  signature: Uint8Array<ArrayBuffer>,
  message: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  const scalars = scalarsFromDer(signature)
  if (scalars === undefined) return false
  try {
    const key = await crypto.subtle.importKey('raw', point, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['verify'])
    return await crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, scalars, message)
  } catch {
    return false // a point off the curve
  }
}

/** r and s, 32 bytes each, of a DER `SEQUENCE { INTEGER r, INTEGER s }`; undefined unless it is strict DER. */
function scalarsFromDer(der: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  if (der[0] !== 0x30 || der[1] !== der.length - 2) return undefined
  const r = readInteger(der, 2)
  if (r === undefined) return undefined
  const s = readInteger(der, r.end)
  if (s === undefined || s.end !== der.length) return undefined
  const scalars = new Uint8Array(2 * SCALAR_LENGTH)
  scalars.set(r.bytes, SCALAR_LENGTH - r.bytes.length)
  scalars.set(s.bytes, 2 * SCALAR_LENGTH - s.bytes.length)
  return scalars
}

function readInteger(der: Uint8Array, at: number): { bytes: Uint8Array; end: number } | undefined {
  const length = der[at + 1]
  if (der[at] !== 0x02 || length === undefined || length === 0) return undefined
  const end = at + 2 + length
  const value = der.subarray(at + 2, end)
  if (value.length !== length || Number(value[0]) >= 0x80) return undefined
  const padded = value[0] === 0 && length > 1
  if (padded && Number(value[1]) < 0x80) return undefined
  const bytes = padded ? value.subarray(1) : value
  return bytes.length > SCALAR_LENGTH ? undefined : { bytes, end }
}
