/** Reads the signed repository shipped in the package. */
import type { PackagedRepository } from '../registry/packaged-repository.ts'
import { RegistryError } from '../registry/registry-error.ts'

/** `seq`: number of the packaged publication, from the build. */
export function packagedRepository(seq: number): PackagedRepository {
  return {
    seq,
    fetch: async (file) => {
      const bytes = await readFile(file)
      return bytes === undefined ? new Response(null, { status: 404 }) : new Response(bytes)
    },
    readRoot: async () => {
      const bytes = await readFile('root.json')
      if (bytes === undefined) throw new RegistryError('missing', 'the package has no trust root')
      return bytes
    },
  }
}

/** Undefined when the package has no such file: Chromium rejects the request, Firefox answers 200 and breaks the body. */
async function readFile(file: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    const answer = await fetch(new URL(`/registry/${file}`, location.origin))
    const bytes = new Uint8Array(await answer.arrayBuffer())
    return answer.ok && bytes.length > 0 ? bytes : undefined
  } catch {
    return undefined
  }
}
