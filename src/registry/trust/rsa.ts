/** RSA, for repositories of others only (the conformance suite): the registry's own client does not accept it. */

const MIN_BITS = 2048

/** PSS with the salt as long as the digest, which is what securesystemslib signs. */
const PSS = { name: 'RSA-PSS', saltLength: 32 }
const PKCS1 = { name: 'RSASSA-PKCS1-v1_5' }

export async function verifyRsa(
  padding: 'pss' | 'pkcs1',
  spki: Uint8Array<ArrayBuffer>,
  signature: Uint8Array<ArrayBuffer>,
  message: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  const algorithm = padding === 'pss' ? PSS : PKCS1
  try {
    const key = await crypto.subtle.importKey('spki', spki, { name: algorithm.name, hash: 'SHA-256' }, false, [
      'verify',
    ])
    const { modulusLength } = key.algorithm as RsaHashedKeyAlgorithm
    return modulusLength >= MIN_BITS && (await crypto.subtle.verify(algorithm, key, signature, message))
  } catch {
    return false // not an RSA key
  }
}
