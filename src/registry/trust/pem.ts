/** PEM public keys (SubjectPublicKeyInfo), as python-securesystemslib writes them. */

/** DER bytes of a `PUBLIC KEY` block; undefined for anything else. */
export function derFromPem(text: string): Uint8Array<ArrayBuffer> | undefined {
  const body = /^\s*-----BEGIN PUBLIC KEY-----\s([A-Za-z0-9+/=\s]+)-----END PUBLIC KEY-----\s*$/.exec(text)?.[1]
  if (body === undefined) return undefined
  try {
    return Uint8Array.from(atob(body.replace(/\s/g, '')), (character) => character.charCodeAt(0))
  } catch {
    return undefined
  }
}
